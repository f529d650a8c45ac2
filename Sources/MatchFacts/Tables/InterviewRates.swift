/// How the share of applicants invited is spread over the programs of a specialty.
public struct InterviewRate: Sendable, Hashable, Codable {
  /// The groups of applications; raw values are the table's texts.
  public enum Column: String, Sendable, Codable, Hashable, CaseIterable {
    /// Applications with a signal, where the specialty has one tier.
    case signal = "Signal"
    /// Applications with a gold signal.
    case goldSignal = "Gold Signal"
    /// Applications with a silver signal.
    case silverSignal = "Silver Signal"
    /// Applications without a signal.
    case noSignal = "No Signal"
    /// From a medical school in the program's state.
    case inState = "In-State School"
    /// From a medical school elsewhere.
    case outOfState = "Out-Of-State School"
    /// From US MD schools.
    case usMD = "MD"
    /// From US DO schools.
    case usDO = "DO"
    /// From US citizens of schools abroad.
    case usIMG = "US IMG"
    /// From other citizens of schools abroad.
    case nonUSIMG = "Non US IMG"

    /// The column of an applicant type.
    public init(_ type: ApplicantType) {
      switch type {
      case .usMD: self = .usMD
      case .usDO: self = .usDO
      case .usIMG: self = .usIMG
      case .nonUSIMG: self = .nonUSIMG
      }
    }
  }

  /// The specialty.
  public var specialty: Specialty
  /// The group of applications.
  public var column: Column
  /// Programs counted.
  public var programs: Int
  /// Mean over programs of invited ÷ applied, 0…1.
  public var mean: Double
  /// 10th percentile over programs.
  public var p10: Double
  /// 25th percentile.
  public var p25: Double
  /// Median.
  public var p50: Double
  /// 75th percentile.
  public var p75: Double
  /// 90th percentile.
  public var p90: Double
  /// Smallest.
  public var minimum: Double
  /// Largest.
  public var maximum: Double
  /// Source.
  public var citation: Citation
}

/// Interview rates by specialty and group of applications, 2024-25; raw, signals are self-selected.
public struct InterviewRates: Sendable {
  /// Every row, in the order of the table.
  public let rows: [InterviewRate]

  /// The rates of a specialty and group.
  public func rate(for specialty: Specialty, _ column: InterviewRate.Column) -> InterviewRate? {
    rows.first { $0.specialty == specialty && $0.column == column }
  }

  /// The specialties with rates, in alphabetical order.
  public var specialties: [Specialty] { Set(rows.map(\.specialty)).sorted() }
}

extension MatchFacts {
  /// Interview rates by specialty and group of applications.
  public func interviewRates() throws(FactsError) -> InterviewRates {
    let rows = try open(
      "interview_rates_by_specialty",
      columns: [
        "specialty", "column", "n_programs", "mean", "p10", "p25", "p50", "p75", "p90", "min",
        "max",
      ]
    ).map { (row, pool) throws(FactsError) in
      let share = 0.0...1.0
      let result = InterviewRate(
        specialty: try row.specialty(), column: try row.choice("column"),
        programs: try row.int("n_programs", in: 1...10_000),
        mean: try row.double("mean", in: share), p10: try row.double("p10", in: share),
        p25: try row.double("p25", in: share), p50: try row.double("p50", in: share),
        p75: try row.double("p75", in: share), p90: try row.double("p90", in: share),
        minimum: try row.double("min", in: share), maximum: try row.double("max", in: share),
        citation: try row.citation(&pool))
      let steps = [
        result.minimum, result.p10, result.p25, result.p50, result.p75, result.p90, result.maximum,
      ]
      guard steps == steps.sorted() else { throw row.inconsistent("percentiles must not fall") }
      return result
    }
    return InterviewRates(rows: rows)
  }
}
