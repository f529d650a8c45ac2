/// An effect that a paper reports; many are unadjusted.
///
/// Do not multiply effects across papers.
public struct PublishedEffect: Sendable, Hashable, Codable {
  /// The specialties studied; empty for groups such as "all".
  public var specialties: [Specialty]
  /// The specialty as printed.
  public var scope: String
  /// What was predicted ("interview invitation").
  public var outcome: String
  /// What predicted it ("program signal").
  public var factor: String
  /// The groups compared ("signal vs none").
  public var contrast: String
  /// Odds ratio, rate or other result, as printed.
  public var result: PrintedFigure
  /// Lower end of the 95 % interval in the result's unit, where printed.
  public var low: Double?
  /// Upper end.
  public var high: Double?
  /// Sample as printed; empty where none is.
  public var sample: String
  /// Applicants studied, as printed.
  public var applicants: String
  /// Seasons studied, as printed.
  public var season: String
  /// Source.
  public var citation: Citation
}

/// A figure about lengths of rank order lists.
public struct RankListLength: Sendable, Hashable, Codable {
  /// The specialty, or nil for all.
  public var specialty: Specialty?
  /// Whom it describes.
  public var group: ApplicantGroup
  /// Match year or years as printed.
  public var year: String
  /// What it is (`mean_ROL_length`).
  public var measure: String
  /// `matched`, `not_matched` or `all`.
  public var cohort: String
  /// The figure.
  public var value: Double
  /// Source, with the row's trust.
  public var citation: Citation
}

/// A result of a study that relates Step 1 and Step 2 CK.
public struct StepStudy: Sendable, Hashable, Codable {
  /// Authors.
  public var authors: String
  /// Journal or other place.
  public var venue: String
  /// Sample as printed.
  public var sample: String
  /// What the figure is.
  public var statistic: String
  /// The figure.
  public var value: Double
  /// Remark of the table.
  public var note: String?
  /// Source.
  public var citation: Citation
}

extension MatchFacts {
  /// Effects reported by papers, in the order of the table.
  public func publishedEffects() throws(FactsError) -> [PublishedEffect] {
    try open(
      "published_effects",
      columns: [
        "specialty", "outcome", "factor", "contrast", "odds_ratio_or_rate", "ci_low", "ci_high",
        "n", "applicant_type", "season",
      ], sources: .withoutYear
    ).map { (row, pool) throws(FactsError) in
      func end(_ column: String) throws(FactsError) -> Double? {
        guard let text = try row.optional(column) else { return nil }
        guard let value = PrintedFigure(text).value else {
          throw row.bad(column, accepted: "a number, with or without a percent sign")
        }
        return value
      }
      let effect = PublishedEffect(
        specialties: try row.specialtyNames().tracks.map(\.specialty),
        scope: try row.required("specialty"), outcome: try row.required("outcome"),
        factor: try row.required("factor"), contrast: try row.text("contrast"),
        result: PrintedFigure(try row.text("odds_ratio_or_rate")),
        low: try end("ci_low"), high: try end("ci_high"), sample: try row.text("n"),
        applicants: try row.required("applicant_type"), season: try row.required("season"),
        citation: try row.citation(&pool))
      if let low = effect.low, let high = effect.high, low > high {
        throw row.inconsistent("the interval is upside down")
      }
      return effect
    }
  }

  /// Lengths of rank order lists, in the order of the table.
  public func rankListLengths() throws(FactsError) -> [RankListLength] {
    try open(
      "rank_list_length",
      columns: ["specialty", "applicant_type", "match_year", "measure", "cohort", "value", "trust"]
    ).map { (row, pool) throws(FactsError) in
      RankListLength(
        specialty: try row.specialtyTrack()?.specialty, group: try row.choice("applicant_type"),
        year: try row.required("match_year"), measure: try row.required("measure"),
        cohort: try row.required("cohort"), value: try row.double("value", in: 0...300),
        citation: try row.citation(&pool, trust: try row.required("trust")))
    }
  }

  /// Studies that relate Step 1 and Step 2 CK, in the order of the table.
  public func stepStudies() throws(FactsError) -> [StepStudy] {
    try open(
      "step1_step2_studies",
      columns: ["authors", "venue", "sample", "statistic", "value", "note"]
    ).map { (row, pool) throws(FactsError) in
      StepStudy(
        authors: try row.required("authors"), venue: try row.required("venue"),
        sample: try row.required("sample"), statistic: try row.required("statistic"),
        value: try row.double("value", in: -300...300), note: try row.optional("note"),
        citation: try row.citation(&pool))
    }
  }
}
