public import ApplicantFile
public import MatchFacts

/// What an applicant's file is checked against, the same wherever a file comes in.
public struct FileChecks: Sendable {
  /// Names of specialties, states and, unless left out, programs.
  public let names: FactsCatalog
  private let norms: ExamNorms
  private let calendar: KeyDates

  /// The checks over the published facts.
  ///
  /// - Parameters:
  ///   - facts: the published facts.
  ///   - directory: the programs; nil for a file that can name none, which saves reading them.
  /// - Throws: `FactsError` naming the table, line and field.
  public init(_ facts: MatchFacts, directory: ProgramDirectory?) throws(FactsError) {
    self.init(
      facts, directory: directory, norms: try facts.examNorms(), calendar: try facts.keyDates(),
      states: try facts.regions().rows)
  }

  init(
    _ facts: MatchFacts, directory: ProgramDirectory?, norms: ExamNorms, calendar: KeyDates,
    states: [StateRegion]
  ) {
    self.norms = norms
    self.calendar = calendar
    names = FactsCatalog(
      specialties: facts.specialties,
      programCodes: directory.map { Set($0.programs.map(\.code)) },
      states: Set(states.map(\.state)))
  }

  /// The rules of one day.
  public func rules(asOf day: CalendarDate) -> FileRules {
    var rules = FileRules(asOf: day, norms: norms)
    rules.seasons = Season.years(of: calendar)
    return rules
  }

  /// Reads a file from disk.
  ///
  /// - Throws: `ApplicantFileError` with every problem.
  public func read(path: String, asOf day: CalendarDate) throws(ApplicantFileError) -> ApplicantFile
  {
    try ApplicantFile.read(path: path, rules: rules(asOf: day), names: names)
  }

  /// Changes fields of a file; the result meets the same checks.
  ///
  /// - Throws: `ApplicantFileError` with every problem.
  public func applying(
    _ edits: [FileEdit], to applicant: Applicant, asOf day: CalendarDate
  ) throws(ApplicantFileError) -> ApplicantFile {
    try ApplicantFile.applying(
      edits: edits, to: applicant, rules: rules(asOf: day), names: names)
  }
}
