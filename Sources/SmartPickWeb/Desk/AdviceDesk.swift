import HTTPTypes
import AdviceRendering
public import Advising
import ApplicantFile
import Foundation
import Handbook
import MatchFacts
import MatchOdds
import ScoreReading
import Words

/// Everything that answers are made of, opened once and shared by all requests.
///
/// It holds published facts and rules only; an applicant's file passes through and is not kept.
public struct AdviceDesk: Sendable {
  let advisor: Advisor
  let season: SeasonAdvisor
  let drafts: DraftChecker
  let standing: StandingTable
  let states: [StateRegion]
  let rights: [RightsNote]
  let holes: [KnownHole]
  let limits: WebLimits
  private let fixedDay: CalendarDate?

  private var handbook: Handbook { advisor.handbook }
  var facts: MatchFacts { handbook.facts }
  var directory: ProgramDirectory { handbook.directory }
  var catalog: FactsCatalog { handbook.checks.names }
  /// Figures that the user of this machine brought; none in hosted mode.
  var imported: ImportedFigures { handbook.imported }

  /// Opens the shipped facts and rules and, unless strangers are served, the user's own figures.
  ///
  /// - Throws: ``AdviceError/data(_:)`` naming the file that could not be read.
  public static func open(settings: WebSettings) throws(AdviceError) -> AdviceDesk {
    do {
      let handbook = try Handbook.open(servesStrangers: settings.isHosted)
      let facts = handbook.facts
      let advisor = try Advisor(handbook, rules: try AdviceRules.load())
      return AdviceDesk(
        advisor: advisor, season: try SeasonAdvisor(advisor, rules: try SeasonRules.load()),
        drafts: DraftChecker(rules: try DraftRules.shipped(), wordsRules: try WordsRules.shipped()),
        standing: try facts.standing(of: handbook.directory),
        states: handbook.regions.rows.sorted { $0.name < $1.name },
        rights: try facts.rights(), holes: try facts.knownHoles(), limits: settings.limits,
        fixedDay: settings.asOf)
    } catch let error as AdviceError {
      throw error
    } catch {
      throw .data("\(error)")
    }
  }

  /// A program with the user's own figures and its standing.
  func record(_ program: Program) -> ProgramWithStanding {
    ProgramWithStanding(
      ProgramRecord(
        program, figures: imported[program.code],
        region: states.first { $0.state == program.state }?.region),
      standing: standing.standing(of: program))
  }

  /// The day of an answer.
  func today() throws -> CalendarDate {
    if let fixedDay { return fixedDay }
    guard let day = CalendarDate(Date()) else {
      throw WebError(
        .internalServerError, "The clock is wrong",
        "This machine's clock shows a year outside 1900…2100.")
    }
    return day
  }

  /// The checks that a file meets on a day; the same as on the command line.
  func fileRules(asOf day: CalendarDate) -> FileRules {
    var rules = handbook.checks.rules(asOf: day)
    rules.maximumBytes = limits.fileBytes
    return rules
  }

  /// Reads a file's text.
  func read(
    _ text: String, name: String = "your file"
  ) throws -> ApplicantFile {
    try ApplicantFile.parse(
      text, fileName: name, rules: fileRules(asOf: try today()), names: catalog)
  }

  /// Changes fields of a file.
  func edit(_ applicant: Applicant, _ edits: [FileEdit]) throws -> ApplicantFile {
    try ApplicantFile.applying(
      edits: edits, to: applicant, rules: fileRules(asOf: try today()), names: catalog)
  }

  /// The advice on a file.
  func advise(
    _ applicant: Applicant, partner: Applicant? = nil, comparesScenarios: Bool = true
  ) throws -> Advice {
    do {
      return try advisor.advise(
        applicant,
        .init(asOf: try today(), comparesScenarios: comparesScenarios, partner: partner))
    } catch let error as AdviceError {
      throw Self.webError(error)
    }
  }

  /// What the scores alone say.
  func scores(_ applicant: Applicant) throws -> ScoresAnswer {
    do {
      return try advisor.scores(of: applicant, asOf: try today())
    } catch {
      throw Self.webError(error)
    }
  }

  static func webError(_ error: any Error) -> WebError {
    switch error {
    case let error as WebError: error
    case let error as ApplicantFileError: WebError(error)
    case AdviceError.data(let text):
      WebError(.internalServerError, "The published facts cannot be read", text)
    case let error as AdviceError:
      WebError(
        .unprocessableContent, "No advice can be given on this file", "\(error)",
        errors: [.init(field: field(of: error), message: "\(error)")])
    default:
      WebError(.internalServerError, "Something went wrong", "The mistake is ours.")
    }
  }

  private static func field(of error: AdviceError) -> String {
    switch error {
    case .noSecondExam: "step2ck"
    case .noPrograms: "wishes"
    case .limits: "limits"
    case .partner: "partner"
    case .notInFile: "specialties"
    case .season: "season"
    case .data: ""
    }
  }
}
