/// The article's five kinds of change from Step 1 to Step 2 CK; raw values are those of the JSON.
public enum ChangeBand: String, Sendable, Codable, Hashable, CaseIterable {
  /// 15 points up or more.
  case up15plus
  /// 5 to 14 points up.
  case up5to14
  /// Within 4 points.
  case flat
  /// 5 to 9 points down.
  case down5to9
  /// 10 points down or more.
  case down10plus

  /// The band of a change in points.
  public init(change: Int) {
    switch change {
    case 15...: self = .up15plus
    case 5...14: self = .up5to14
    case -4...4: self = .flat
    case -9 ... -5: self = .down5to9
    default: self = .down10plus
    }
  }
}

/// How programs look at scores, by the article.
public enum ProgramAttitude: String, Sendable, Codable, Hashable, CaseIterable {
  /// A hard cut near the usual score.
  case scoreObsessed = "score-obsessed"
  /// The whole file, the score among it.
  case balanced
  /// A low minimum only.
  case scoreLight = "score-light"
}

/// The article's levels of Step 2 CK weight.
public enum ScoreWeight: String, Sendable, Codable, Hashable, CaseIterable {
  /// Very high.
  case veryHigh = "very high"
  /// High.
  case high
  /// Moderate to high.
  case moderateHigh = "moderate-high"
  /// Moderate.
  case moderate
}

/// The illustrative figures of the article this product answers.
///
/// They are one author's impression, not counts: show them as illustration.
public struct ArticleFigures: Sendable {
  /// One share with its label.
  public struct Share<Key: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    /// The band or attitude.
    public var key: Key
    /// Share, 0…1.
    public var share: Double
    /// The article's label.
    public var label: String
    /// Source.
    public var citation: Citation
  }

  /// One line of the weight table.
  public struct WeightLine: Sendable, Hashable, Codable {
    /// Line of the article's table, from 1.
    public var order: Int
    /// The specialties named.
    public var specialties: [Specialty]
    /// The weight.
    public var weight: ScoreWeight
    /// The typical reaction to a drop, as printed.
    public var reaction: String
    /// Source.
    public var citation: Citation
  }

  /// Shares of applicants by change, from up to down.
  public let changeBands: [Share<ChangeBand>]
  /// Shares of programs by attitude.
  public let attitudes: [Share<ProgramAttitude>]
  /// Weight of Step 2 CK by specialty.
  public let weights: [WeightLine]
  /// The specialties the article calls highly competitive.
  public let highlyCompetitive: [Specialty]
  /// The specialties the article says look at the whole applicant.
  public let wholeApplicant: [Specialty]
  /// Source.
  public let citation: Citation

  /// The weight the article gives a specialty, or nil where its table does not name it.
  public func weight(for specialty: Specialty) -> WeightLine? {
    weights.first { $0.specialties.contains(specialty) }
  }
}

extension MatchFacts {
  /// The illustrative figures of the article.
  public func article() throws(FactsError) -> ArticleFigures {
    struct Row {
      var part: String
      var item: String
      var specialties: [Specialty]
      var order: Int
      var value: Double?
      var text: String
      var citation: Citation
      var unknownItem: FactsError
    }
    let rows = try open(
      "article_2026", columns: ["part", "item", "specialties", "order", "value", "text"]
    ).map { (row, pool) throws(FactsError) in
      var named: [Specialty] = []
      for name in try row.text("specialties").split(separator: ";") {
        let specialty = Specialty(String(name))
        guard specialties.info(specialty) != nil else {
          throw .unknownSpecialty(
            file: row.file, line: row.line, name: specialty.name,
            nearest: specialties.nearest(to: specialty.name))
        }
        named.append(specialty)
      }
      return Row(
        part: try row.required("part"), item: try row.required("item"), specialties: named,
        order: try row.int("order", in: 1...100), value: try row.optionalDouble("value", in: 0...1),
        text: try row.required("text"), citation: try row.citation(&pool),
        unknownItem: row.bad("item", accepted: "a band, attitude or weight of the article"))
    }
    func shares<Key>(_ part: String, _: Key.Type) throws(FactsError) -> [ArticleFigures.Share<Key>]
    where Key: RawRepresentable & Sendable & Hashable & Codable, Key.RawValue == String {
      var found: [ArticleFigures.Share<Key>] = []
      for row in rows where row.part == part {
        guard let key = Key(rawValue: row.item), let value = row.value else {
          throw row.unknownItem
        }
        found.append(.init(key: key, share: value, label: row.text, citation: row.citation))
      }
      return found
    }
    var weights: [ArticleFigures.WeightLine] = []
    for row in rows where row.part == "step 2 ck weight" {
      guard let weight = ScoreWeight(rawValue: row.item) else { throw row.unknownItem }
      weights.append(
        .init(
          order: row.order, specialties: row.specialties, weight: weight, reaction: row.text,
          citation: row.citation))
    }
    guard let first = rows.first else {
      throw .inconsistent(
        file: "article_2026.csv", line: 1, explanation: "the table has no rows")
    }
    return ArticleFigures(
      changeBands: try shares("change band", ChangeBand.self),
      attitudes: try shares("program attitude", ProgramAttitude.self),
      weights: weights.sorted { $0.order < $1.order },
      highlyCompetitive: rows.first { $0.part == "highly competitive" }?.specialties ?? [],
      wholeApplicant: rows.first { $0.part == "whole applicant" }?.specialties ?? [],
      citation: first.citation)
  }
}
