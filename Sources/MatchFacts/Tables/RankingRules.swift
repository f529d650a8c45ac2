/// One rule of ranking or of SOAP.
public struct RankingRule: Sendable, Hashable, Codable {
  /// What a rule is about; raw values are the table's codes.
  public enum Topic: String, Sendable, Codable, Hashable, CaseIterable {
    /// The rank order list.
    case ranking
    /// A couple's two lists.
    case couples
    /// Limits of SOAP.
    case soap
    /// Who may take part in SOAP.
    case eligibility
    /// Who may call whom in SOAP.
    case contact
    /// What an offer of SOAP is.
    case offers
  }

  /// The rule's name in the table.
  public var id: String
  /// What it is about.
  public var topic: Topic
  /// The number that it sets, where it sets one.
  public var value: Int?
  /// The rule in a sentence.
  public var text: String
  /// Source.
  public var citation: Citation
}

/// The rules of ranking and of SOAP.
public struct RankingRules: Sendable {
  /// Every rule, in the order of the table.
  public let rows: [RankingRule]
  /// Ranks that one list may have.
  public let mostRanks: Int
  /// Applications that SOAP allows one applicant.
  public let mostApplications: Int

  /// The rules on one topic.
  public func rules(_ topic: RankingRule.Topic) -> [RankingRule] {
    rows.filter { $0.topic == topic }
  }
}

extension MatchFacts {
  /// The rules of ranking and of SOAP.
  ///
  /// - Throws: ``FactsError`` also where a rule that sets a limit is missing or sets none.
  public func rankingRules() throws(FactsError) -> RankingRules {
    let reader = try open(
      "ranking_and_soap_rules", columns: ["id", "topic", "value", "text", "trust"])
    var limits: [String: Int] = [:]
    let rows = try reader.map { (row, pool) throws(FactsError) in
      let rule = RankingRule(
        id: try row.required("id"), topic: try row.choice("topic"),
        value: try row.optionalInt("value", in: 1...1000), text: try row.required("text"),
        citation: try row.citation(&pool, trust: try row.required("trust")))
      if let value = rule.value { limits[rule.id] = value }
      return rule
    }
    guard let ranks = limits["most_ranks"], let applications = limits["most_applications"] else {
      throw .inconsistent(
        file: "ranking_and_soap_rules.csv", line: 1,
        explanation: "the rules most_ranks and most_applications must stand here with a value")
    }
    return RankingRules(rows: rows, mostRanks: ranks, mostApplications: applications)
  }

  /// Couples' outcomes and lengths of rank order lists, single figures.
  public func rankListFigures() throws(FactsError) -> [RankListFigure] {
    try open(
      "rank_list_extra",
      columns: ["specialty", "applicant_type", "match_year", "measure", "value", "note", "trust"]
    ).map { (row, pool) throws(FactsError) in
      RankListFigure(
        specialty: try row.specialtyTrack()?.specialty, group: try row.required("applicant_type"),
        year: try row.required("match_year"), measure: try row.required("measure"),
        value: try row.double("value", in: 0...300), note: try row.optional("note"),
        citation: try row.citation(&pool, trust: try row.required("trust")))
    }
  }
}

/// A published figure on rank order lists.
public struct RankListFigure: Sendable, Hashable, Codable {
  /// The specialty; nil for all.
  public var specialty: Specialty?
  /// Whom it describes, as printed.
  public var group: String
  /// Year or years, as printed.
  public var year: String
  /// What it is (`median_ranks_of_matched`).
  public var measure: String
  /// The figure.
  public var value: Double
  /// Remark of the table.
  public var note: String?
  /// Source.
  public var citation: Citation
}
