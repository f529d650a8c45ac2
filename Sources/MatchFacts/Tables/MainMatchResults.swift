/// Applicants of one type who ranked a specialty, and how many matched to it.
public struct SpecialtyTypeResult: Sendable, Hashable, Codable {
  /// Specialty and kind of position.
  public var line: SpecialtyTrack
  /// The Match year.
  public var year: Int
  /// The applicants' group.
  public var group: ApplicantGroup
  /// Applicants who ranked the specialty at any position of their list.
  public var ranking: Int
  /// Applicants matched to it.
  public var matched: Int
  /// Positions of the specialty left unfilled (the same for each group).
  public var unfilled: Int
  /// How the row compares with a second transcription.
  public var crossCheck: String
  /// Source.
  public var citation: Citation

  /// Matched ÷ ranking; not the rate of those who preferred the specialty.
  ///
  /// Nil where none ranked.
  public var rate: Double? { ranking == 0 ? nil : Double(matched) / Double(ranking) }
}

/// Positions of one specialty and the groups that filled them.
public struct SpecialtyPositions: Sendable, Hashable, Codable {
  /// Specialty and kind of position.
  public var line: SpecialtyTrack
  /// The Match year.
  public var year: Int
  /// Programs.
  public var programs: Int?
  /// Positions offered.
  public var offered: Int
  /// Positions filled.
  public var filled: Int
  /// Share of the positions offered that each group filled, 0…1, where printed.
  public var shares: [ApplicantGroup: Double]
  /// Source.
  public var citation: Citation
}

/// A single figure of the Main Match.
public struct MatchFigure: Sendable, Hashable, Codable {
  /// Specialty and kind of position, or nil for all.
  public var line: SpecialtyTrack?
  /// The Match year.
  public var year: Int
  /// Whom it describes, as printed (`us_md_senior`, `all`, `couples`).
  public var group: String
  /// What it is, as the table names it (`match_rate_pct`, `active_applicants`).
  public var measure: String
  /// The figure.
  public var value: Double
  /// Remark of the table.
  public var note: String?
  /// Source.
  public var citation: Citation
}

/// Positions left unfilled after the Match.
public struct UnfilledPositions: Sendable, Hashable, Codable {
  /// Specialty and kind of position.
  public var line: SpecialtyTrack
  /// The Match year.
  public var year: Int
  /// PGY-1 or PGY-2.
  public var level: String
  /// Positions.
  public var positions: Int
  /// Source.
  public var citation: Citation
}

/// Results of the Main Match: by specialty and type, positions, totals, single rows, unfilled.
public struct MainMatchResults: Sendable {
  /// By specialty and applicant group, 2025.
  public let byType: [SpecialtyTypeResult]
  /// Positions by specialty, 2025.
  public let positions: [SpecialtyPositions]
  /// Totals of the whole Match, 2024-2026.
  public let overall: [MatchFigure]
  /// Single rows of several years.
  public let otherRows: [MatchFigure]
  /// Orthopaedic surgery, 2020-2026: one figure a year, group and measure.
  public let orthopaedics: [MatchFigure]
  /// Unfilled positions after the 2024 Match.
  public let unfilled: [UnfilledPositions]

  /// The result of a group in a specialty.
  public func result(
    for specialty: Specialty, group: ApplicantGroup, track: Program.Track = .categorical
  ) -> SpecialtyTypeResult? {
    let line = SpecialtyTrack(specialty, track: track)
    return byType.first { $0.line == line && $0.group == group }
  }

  /// Positions of a specialty.
  public func positions(
    for specialty: Specialty, track: Program.Track = .categorical
  ) -> SpecialtyPositions? {
    let line = SpecialtyTrack(specialty, track: track)
    return positions.first { $0.line == line }
  }

  /// The share of active applicants of a group matched to a first-year position, latest year.
  public func matchRate(of group: ApplicantGroup) -> MatchFigure? {
    let name = group == .all ? "all active" : group.rawValue
    let overall = overall.filter { $0.measure == "pgy1_match_rate_pct" && $0.group == name }
    let others = otherRows.filter {
      $0.line == nil && $0.measure == "match_rate_pct" && $0.group == group.rawValue
    }
    return (overall + others).max { $0.year < $1.year }
  }

  /// The latest figure of a measure.
  public func latest(
    _ measure: String, group: String, specialty: Specialty? = nil
  ) -> MatchFigure? {
    (overall + otherRows).filter {
      $0.measure == measure && $0.group == group && $0.line?.specialty == specialty
    }.max { $0.year < $1.year }
  }
}
