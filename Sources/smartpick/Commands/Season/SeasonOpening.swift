import ApplicantFile
import Foundation
import MatchFacts
import SeasonLog

/// The one place where the season's commands open facts, files and logs.
enum SeasonOpening {
  static func log(_ path: String, readsOnly: Bool = false) throws(CommandFailure) -> SeasonStore {
    try running { () throws(SeasonLogError) in try SeasonStore.open(path, readsOnly: readsOnly) }
  }

  /// Runs a step of the log with the documented exit codes.
  static func running<Value>(
    _ body: () throws(SeasonLogError) -> Value
  ) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      let status: ExitStatus =
        switch error {
        case .missing: .missingInput
        case .exists, .notWritable: .cannotWrite
        case .notASeason, .newer, .damaged, .refused, .noSuchLine, .nothingToUndo: .badData
        case .busy, .failed: .failed
        }
      throw CommandFailure(PageText.harmlessLines("\(error)"), status)
    }
  }

  /// The text of an applicant's file and what it says, checked.
  static func file(
    _ path: String, facts: MatchFacts, asOf: CalendarDate
  ) throws(CommandFailure) -> (applicant: Applicant, snapshot: FileSnapshot) {
    let applicant = try Opening.applicant(path, facts: facts, asOf: asOf)
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else { throw CommandFailure("cannot read \(path) as UTF-8 text", .missingInput) }
    return (applicant, FileSnapshot(path: path, text: text))
  }

  /// The days of the season that a file is for.
  static func window(
    _ applicant: Applicant?, facts: MatchFacts, asOf: CalendarDate
  ) throws(CommandFailure) -> SeasonWindow {
    let match = applicant?.season ?? (asOf.month >= 6 ? asOf.year + 1 : asOf.year)
    do {
      if let window = SeasonWindow(match: match, dates: try facts.keyDates()) { return window }
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
    throw CommandFailure(
      "the calendar of the \(match) Match is not known yet; set 'season' in the file to a Match "
        + "year whose dates 'smartpick facts' lists", .badData)
  }

  static func directory(_ facts: MatchFacts) throws(CommandFailure) -> ProgramDirectory {
    do {
      return try facts.programs()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  static func facts() throws(CommandFailure) -> MatchFacts { try Opening.facts() }
}
