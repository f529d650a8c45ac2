import ApplicantFile
import DataPacks
public import MatchFacts
public import MatchOdds

/// All that answers are made of beside an applicant's file: published facts, the directory of
/// programs, the parameters of the odds and the figures that the user brought, opened once.
///
/// The command line, the page and the API open the same handbook, so that a file meets the same
/// checks and gets the same answer wherever it comes in.
///
/// ```swift
/// let handbook = try Handbook.open()
/// let file = try handbook.checks.read(path: "me.yaml", asOf: day)
/// let season = try handbook.season(on: day, named: file.applicant.season)
/// ```
public struct Handbook: Sendable {
  /// The published facts.
  public let facts: MatchFacts
  /// The programs.
  public let directory: ProgramDirectory
  /// Parameters of the odds.
  public let parameters: OddsParameters
  /// The odds over the directory, in no particular season.
  public let model: OddsModel
  /// Figures of data packs and the user's own; none where strangers are served.
  public let imported: ImportedFigures
  /// What the imported figures tell the odds, by NRMP code.
  public let evidence: [String: ProgramEvidence]
  /// Calendars of the seasons.
  public let calendar: KeyDates
  /// National norms of the exams.
  public let norms: ExamNorms
  /// States by ERAS region.
  public let regions: Regions
  /// What an applicant's file is checked against.
  public let checks: FileChecks

  /// A handbook over facts and parameters that are open already.
  ///
  /// - Parameters:
  ///   - facts: the published facts.
  ///   - parameters: of the odds.
  ///   - imported: figures of data packs and the user's own.
  ///   - evidence: what they tell the odds; nil for what follows from them.
  /// - Throws: `FactsError` naming the table, line and field.
  public init(
    facts: MatchFacts, parameters: OddsParameters, imported: ImportedFigures = ImportedFigures(),
    evidence: [String: ProgramEvidence]? = nil
  ) throws(FactsError) {
    let facts = facts.noting()
    self.facts = facts
    self.parameters = parameters
    self.imported = imported
    let evidence = evidence ?? imported.evidence
    self.evidence = evidence
    directory = try facts.programs()
    calendar = try facts.keyDates()
    norms = try facts.examNorms()
    regions = try facts.regions()
    model = OddsModel(
      parameters: parameters, traits: try facts.programTraits(of: directory), season: 0
    ).relating(evidence, directory: directory.programs)
    checks = FileChecks(
      facts, directory: directory, norms: norms, calendar: calendar, states: regions.rows)
  }

  /// Opens what ships with the program, or what variables of the environment name in its place.
  ///
  /// - Parameter servesStrangers: whether the user's own figures are left aside.
  /// - Throws: ``HandbookError`` naming the file that could not be read.
  public static func open(servesStrangers: Bool = false) throws(HandbookError) -> Handbook {
    do {
      return try Handbook(
        facts: try MatchFacts.load(), parameters: try OddsParameters.shipped(),
        imported: servesStrangers ? ImportedFigures() : try ImportedFigures.ofThisUser())
    } catch {
      throw HandbookError(description: "\(error)")
    }
  }

  /// The Match of a file on a day.
  ///
  /// - Throws: ``SeasonError`` where the file names a Match without a published calendar.
  public func season(on day: CalendarDate, named: Int?) throws(SeasonError) -> Season {
    try Season(on: day, calendar: calendar, named: named)
  }
}

/// Why the handbook could not be opened.
public struct HandbookError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, in which file, and how to mend it.
  public let description: String
}
