/// A figure of neurology programs of 2026 by their place on the standing index.
public struct StandingMoment: Sendable, Hashable, Codable {
  /// Which programs a figure is over.
  public enum Scope: Sendable, Hashable, Codable {
    /// The mean over a quarter, 1 for the lowest standing to 4 for the highest.
    case quarter(Int)
    /// The mean over all.
    case all
    /// The standard deviation over all.
    case standardDeviation
  }

  /// The specialty.
  public var specialty: Specialty
  /// The season.
  public var season: Int
  /// What was measured ("US MD applicants").
  public var measure: String
  /// Over which programs.
  public var scope: Scope
  /// Programs counted.
  public var programs: Int
  /// The figure, in the unit that the measure names.
  public var value: Double
  /// Source.
  public var citation: Citation
}

/// What differs between programs of low and high standing: neurology, 2026.
///
/// Our aggregation; single programs are not given. An association: applicants choose by standing
/// too.
public struct StandingMoments: Sendable {
  /// Every figure, in the order of the table.
  public let rows: [StandingMoment]

  /// The measures, in the order of the table.
  public var measures: [String] {
    rows.reduce(into: []) { if !$0.contains($1.measure) { $0.append($1.measure) } }
  }

  /// One figure.
  public func moment(_ measure: String, _ scope: StandingMoment.Scope) -> StandingMoment? {
    rows.first { $0.measure == measure && $0.scope == scope }
  }

  /// The means of the four quarters, lowest standing first; empty for a measure without all four.
  public func quarters(of measure: String) -> [StandingMoment] {
    let quarters = (1...4).compactMap { moment(measure, .quarter($0)) }
    return quarters.count == 4 ? quarters : []
  }
}

extension MatchFacts {
  /// What differs between neurology programs of low and high standing.
  ///
  /// - Throws: ``FactsError`` with file, line and field.
  public func standingMoments() throws(FactsError) -> StandingMoments {
    let rows = try open(
      "standing_moments_neurology_2026",
      columns: [
        "specialty", "season", "measure", "quarter_of_standing", "programs", "value", "trust",
      ]
    ).map { (row, pool) throws(FactsError) in
      var measure = try row.required("measure")
      var scope = StandingMoment.Scope.all
      if try row.required("quarter_of_standing") != "all" {
        scope = .quarter(try row.int("quarter_of_standing", in: 1...4))
      } else if measure.hasSuffix(deviationEnding) {
        scope = .standardDeviation
        measure.removeLast(deviationEnding.count)
      } else if measure.hasSuffix(allEnding) {
        measure.removeLast(allEnding.count)
      } else {
        throw row.bad(
          "measure", accepted: "a name that ends in ‘\(allEnding)’ or ‘\(deviationEnding)’")
      }
      return StandingMoment(
        specialty: try row.specialty(), season: try row.int("season", in: 2000...2100),
        measure: measure, scope: scope, programs: try row.int("programs", in: 1...10_000),
        value: try row.double("value", in: -100...10_000),
        citation: try row.citation(&pool, trust: try row.required("trust")))
    }
    return StandingMoments(rows: rows)
  }
}

private let allEnding = " (all)"
private let deviationEnding = " (standard deviation over programs)"
