/// A figure about the number of applications.
public struct ApplicationCount: Sendable, Hashable, Codable {
  /// The specialties named; empty for all.
  public var specialties: [Specialty]
  /// Whom or what it describes, as printed.
  public var scope: String
  /// Season or period, as printed.
  public var season: String
  /// `md`, `do`, `img`, `us_md` …, as printed.
  public var group: String
  /// What it is (`mean_applications_per_applicant`).
  public var measure: String
  /// The figure.
  public var figure: PrintedFigure
  /// Remark of the table.
  public var note: String?
  /// Source.
  public var citation: Citation
}

/// How many applications people send.
public struct ApplicationCounts: Sendable {
  /// Every row of both tables.
  public let rows: [ApplicationCount]

  /// Mean applications of one applicant of a group over all specialties, latest season.
  public func meanApplications(of type: ApplicantType) -> ApplicationCount? {
    let groups: [String] =
      switch type {
      case .usMD: ["md", "us_md"]
      case .usDO: ["do", "us_do"]
      case .usIMG, .nonUSIMG: ["img"]
      }
    return rows.filter {
      $0.measure == "mean_applications_per_applicant" && $0.specialties.isEmpty
        && $0.scope == "all specialties" && groups.contains($0.group) && $0.figure.value != nil
    }.max { $0.citation.year < $1.citation.year }
  }
}

extension MatchFacts {
  /// How many applications people send.
  public func applicationCounts() throws(FactsError) -> ApplicationCounts {
    let recent = try open(
      "application_counts_2024_2026",
      columns: ["specialty", "season", "group", "measure", "value", "trust"]
    ).map { (row, pool) throws(FactsError) in
      ApplicationCount(
        specialties: try row.specialtyNames().tracks.map(\.specialty),
        scope: try row.required("specialty"), season: try row.required("season"),
        group: try row.required("group"), measure: try row.required("measure"),
        figure: PrintedFigure(try row.required("value")), note: nil,
        citation: try row.citation(&pool, trust: try row.required("trust")))
    }
    let older = try open(
      "application_counts",
      columns: ["measure", "period", "applicant_type", "scope", "value", "note"]
    ).map { (row, pool) throws(FactsError) in
      let scope = try row.required("scope")
      return ApplicationCount(
        specialties: specialties.tableEntry(scope)?.tracks.map(\.specialty) ?? [], scope: scope,
        season: try row.required("period"), group: try row.required("applicant_type"),
        measure: try row.required("measure"), figure: PrintedFigure(try row.text("value")),
        note: try row.optional("note"), citation: try row.citation(&pool))
    }
    return ApplicationCounts(rows: recent + older)
  }
}
