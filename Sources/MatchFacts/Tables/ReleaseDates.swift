/// A date that a specialty agreed for invitations, or what was observed of it.
public struct ReleaseDate: Sendable, Hashable, Codable {
  /// What the date is; raw values are the table's codes.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Programs release their invitations on this day.
    case universal = "universal release day"
    /// The same, in obstetrics.
    case standardised = "standardised release day"
    /// One of several days on which programs release invitations.
    case coordinated = "coordinated release"
    /// Programs release their invitations on this day.
    case common = "common release day"
    /// The first invitations go out on this day; voluntary.
    case initialOffer = "initial offer date (voluntary)"
    /// Every applicant knows by this day.
    case finalStatus = "final status by"
    /// No invitations before this day.
    case notBefore = "no offers before"
    /// A window of invitations opens.
    case windowOpens = "recommended window, opens"
    /// It closes.
    case windowCloses = "recommended window, closes"
    /// Programs get applications.
    case access = "applications released to programs (ResidencyCAS)"
    /// What was seen, in words.
    case observed = "observed"
    /// There is a date, and it is not known here.
    case notDated = "specialty sets a standardised date"
    /// How long invitations and interviews took.
    case duration = "median days, first invitation to last interview"
    /// The specialty sets no date.
    case none = "no specialty-wide date"

    /// Whether a large share of a specialty's invitations goes out on the day.
    public var isRelease: Bool {
      switch self {
      case .universal, .standardised, .coordinated, .common, .initialOffer: true
      default: false
      }
    }
  }

  /// The specialty; nil for all.
  public var specialty: Specialty?
  /// The season as printed.
  public var season: String
  /// What the date is.
  public var kind: Kind
  /// The day, where it is known.
  public var date: CalendarDate?
  /// Time of day as printed.
  public var time: String?
  /// Remark of the table.
  public var note: String?
  /// Source, with the row's trust.
  public var citation: Citation
}

/// The days on which specialties release invitations together.
public struct ReleaseDates: Sendable {
  /// Every row, in the order of the table.
  public let rows: [ReleaseDate]

  /// The release days of a specialty in the latest season that has any, earliest first.
  public func latestReleases(of specialty: Specialty) -> [ReleaseDate] {
    let own = rows.filter {
      $0.specialty == specialty && $0.kind.isRelease && $0.date != nil
    }
    guard let latest = own.map(\.season).max() else { return [] }
    return own.filter { $0.season == latest }.sorted {
      ($0.date?.dayNumber ?? 0) < ($1.date?.dayNumber ?? 0)
    }
  }
}

extension MatchFacts {
  /// Days on which specialties released invitations together, and other dates they agreed.
  public func releaseDates() throws(FactsError) -> ReleaseDates {
    ReleaseDates(
      rows: try open(
        "universal_offer_dates",
        columns: ["specialty", "season", "date", "time", "kind", "note", "trust"]
      ).map { (row, pool) throws(FactsError) in
        let hasDate = try row.optional("date") != nil
        return ReleaseDate(
          specialty: try row.specialtyTrack()?.specialty, season: try row.text("season"),
          kind: try row.choice("kind"), date: hasDate ? try row.date("date") : nil,
          time: try row.optional("time"), note: try row.optional("note"),
          citation: try row.citation(&pool, trust: try row.required("trust")))
      })
  }
}
