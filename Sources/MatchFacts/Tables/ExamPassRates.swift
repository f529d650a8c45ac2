/// How many takers of an exam passed it in one period.
public struct ExamPassRate: Sendable, Hashable, Codable {
  /// Kinds of school that the tables count.
  public enum School: String, Sendable, Codable, Hashable, CaseIterable {
    /// MD schools of the United States (and Canada, in earlier periods).
    case usMD = "us_md"
    /// DO schools.
    case usDO = "us_do"
    /// Schools of the United States together.
    case us
    /// Schools abroad.
    case abroad = "non_us"
  }

  /// Whether the exam was taken for the first time.
  public enum Takers: String, Sendable, Codable, Hashable, CaseIterable {
    /// For the first time.
    case first = "first takers"
    /// Again, after a fail.
    case repeaters
    /// Both.
    case all
  }

  /// The exam.
  public var exam: Exam
  /// The period as printed, "2025" or "2024-2025".
  public var period: String
  /// Kind of school.
  public var school: School
  /// First takers, repeaters or both.
  public var takers: Takers
  /// People who took it, where printed.
  public var tested: Int?
  /// Share who passed, 0…1; nil where the source prints none.
  public var rate: Double?
  /// Source, with the row's trust.
  public var citation: Citation
}

/// Pass rates of the licensing exams.
public struct ExamPassRates: Sendable {
  /// Every row, in the order of the table.
  public let rows: [ExamPassRate]

  /// The row of the latest period that prints a rate; nil where none does.
  public func latest(
    of exam: Exam, school: ExamPassRate.School, takers: ExamPassRate.Takers
  ) -> ExamPassRate? {
    rows.filter {
      $0.exam == exam && $0.school == school && $0.takers == takers && $0.rate != nil
    }
    .max { $0.period < $1.period }
  }
}

extension ExamPassRate.School {
  /// The kind of school of an applicant.
  public init(_ type: ApplicantType) {
    switch type {
    case .usMD: self = .usMD
    case .usDO: self = .usDO
    case .usIMG, .nonUSIMG: self = .abroad
    }
  }

  /// The name for people.
  public var displayName: String {
    switch self {
    case .usMD: "US MD schools"
    case .usDO: "US DO schools"
    case .us: "US schools"
    case .abroad: "schools abroad"
    }
  }
}

extension MatchFacts {
  /// Pass rates of the licensing exams by kind of school.
  public func examPassRates() throws(FactsError) -> ExamPassRates {
    let rows = try open(
      "exam_pass_rates",
      columns: ["exam", "period", "group", "takers", "n_tested", "pass_pct", "note", "trust"]
    ).map { (row, pool) throws(FactsError) in
      ExamPassRate(
        exam: try row.choice("exam"), period: try row.required("period"),
        school: try row.choice("group"), takers: try row.choice("takers"),
        tested: try row.optionalInt("n_tested", in: 1...1_000_000),
        rate: try row.optionalShare(percent: "pass_pct"),
        citation: try row.citation(&pool, trust: try row.required("trust")))
    }
    return ExamPassRates(rows: rows)
  }
}
