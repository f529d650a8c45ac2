/// How the invitations of one specialty in one season were spread over the days since programs had
/// access to applications.
public struct InvitationCurve: Sendable, Hashable, Codable {
  /// What a curve counts.
  public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
    /// Invitations that applicants reported.
    case invitations = "invitations reported by applicants"
    /// Dates on which programs sent invitations.
    case waves = "program waves"
    /// Programs by the one date that the sheet lists.
    case listedDates = "programs by the one date listed"
    /// Programs by their first invitation.
    case firstInvitations = "programs by first invitation"

    /// Reads a cell; what follows the words of a unit, such as "by week", is a remark.
    init?(cell: String) {
      guard let unit = Self.allCases.first(where: { cell.hasPrefix($0.rawValue) }) else {
        return nil
      }
      self = unit
    }
  }

  /// A day and what was out by its end.
  public struct Point: Sendable, Hashable, Codable {
    /// Days since programs had access; 0 is that day.
    public var day: Int
    /// Share of the whole season's, 0…1.
    public var share: Double
  }

  /// The specialty, or those that share the line.
  public var specialties: [Specialty]
  /// The season as printed, `2020-21`.
  public var season: String
  /// What is counted.
  public var unit: Unit
  /// How many were counted.
  public var count: Int
  /// Shares by day, rising to 1.
  public var points: [Point]
  /// Source, with the rows' trust.
  public var citation: Citation

  /// The specialties' names.
  var name: String { specialties.map(\.name).joined(separator: ", ") }

  /// The share that was out by the end of a day, straight between the days of the table.
  public func share(by day: Double) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    // What the first day of the table counts came out in the days since the one before it.
    if day <= Double(first.day) { return max(0, first.share * (day + 1) / Double(first.day + 1)) }
    if day >= Double(last.day) { return last.share }
    var before = first
    for point in points.dropFirst() {
      if day <= Double(point.day) {
        let part = (day - Double(before.day)) / Double(point.day - before.day)
        return before.share + part * (point.share - before.share)
      }
      before = point
    }
    return last.share
  }
}

/// When invitations go out, by specialty.
public struct InvitationCalendar: Sendable {
  /// Every curve, in the order of the table.
  public let curves: [InvitationCurve]

  /// The curves that tell when any invitation of a specialty goes out: those of the best unit there
  /// is, one for each season; empty where nothing is known.
  public func anyInvitation(_ specialty: Specialty) -> [InvitationCurve] {
    let own = curves.filter { $0.specialties.contains(specialty) }
    for unit in InvitationCurve.Unit.allCases {
      let found = own.filter { $0.unit == unit }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The curves of programs' first invitations; empty where nothing is known.
  public func firstInvitation(_ specialty: Specialty) -> [InvitationCurve] {
    curves.filter { $0.specialties.contains(specialty) && $0.unit == .firstInvitations }
  }

  /// The specialties with a curve, by name.
  public var specialties: [Specialty] {
    Set(curves.flatMap(\.specialties)).sorted { $0.name < $1.name }
  }
}

extension MatchFacts {
  /// When invitations went out, by specialty and season.
  public func invitationCalendar() throws(FactsError) -> InvitationCalendar {
    var curves: [InvitationCurve] = []
    var counted = 0
    let columns = [
      "specialty", "season", "unit", "date", "days_since_access", "n", "cumulative_n",
      "cumulative_pct", "total_n", "note", "trust",
    ]
    _ = try open("invitation_calendar", columns: columns).map { (row, pool) throws(FactsError) in
      guard let unit = InvitationCurve.Unit(cell: try row.required("unit")) else {
        throw row.bad(
          "unit",
          accepted: InvitationCurve.Unit.allCases.map(\.rawValue).joined(separator: ", "))
      }
      let specialties = try row.specialtyNames().tracks.map(\.specialty)
      guard !specialties.isEmpty else {
        throw row.bad("specialty", accepted: "a specialty, not a group of all")
      }
      let season = try row.required("season")
      _ = try row.date("date")
      let day = try row.int("days_since_access", in: 0...365)
      let number = try row.int("n", in: 0...1_000_000)
      let sum = try row.int("cumulative_n", in: 0...1_000_000)
      let total = try row.int("total_n", in: 1...1_000_000)
      let citation = try row.citation(&pool, trust: try row.required("trust"))
      let isSame =
        curves.last.map { $0.specialties == specialties && $0.season == season && $0.unit == unit }
        ?? false
      if !isSame {
        if let last = curves.last, counted != last.count {
          throw row.inconsistent(
            "the curve of \(last.name) before it ends at \(counted) of \(last.count)")
        }
        counted = 0
        curves.append(
          InvitationCurve(
            specialties: specialties, season: season, unit: unit, count: total, points: [],
            citation: citation))
      }
      let last = curves.count - 1
      if let before = curves[last].points.last, before.day >= day {
        throw row.bad("days_since_access", accepted: "more days than in the row before")
      }
      counted += number
      guard counted == sum, total == curves[last].count, sum <= total else {
        throw row.inconsistent("cumulative_n must be the sum of n so far, at most total_n")
      }
      curves[last].points.append(.init(day: day, share: Double(sum) / Double(total)))
    }
    if let last = curves.last, counted != last.count {
      throw .inconsistent(
        file: "invitation_calendar.csv", line: 1,
        explanation: "the curve of \(last.name) ends at \(counted) of \(last.count)")
    }
    return InvitationCalendar(curves: curves)
  }
}
