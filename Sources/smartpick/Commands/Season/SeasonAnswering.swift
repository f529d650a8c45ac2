import Advising
import ApplicantFile
import Handbook
import MatchFacts
import SeasonLog

/// Answers about a log: opens what they are made of and computes them.
struct SeasonAnswering {
  let answer: SeasonAnswer
  let counted: [CountedEvent]

  /// - Parameter attend: Interviews that can be attended; nil for what the file says.
  init(
    _ path: String, asOf: CalendarDate, attend: Int? = nil
  ) throws(CommandFailure) {
    let store = try SeasonOpening.log(path, readsOnly: true)
    let entries = try SeasonOpening.running { () throws(SeasonLogError) in try store.entries() }
    counted = entries.countedEvents
    let handbook = try Opening.handbook()
    guard let snapshot = entries.currentFile else {
      throw CommandFailure(
        "\(path) holds no applicant's file; take it in with: smartpick season update FILE",
        .badData)
    }
    let file: ApplicantFile
    do {
      file = try ApplicantFile.parse(
        snapshot.text, fileName: snapshot.path, rules: handbook.checks.rules(asOf: asOf),
        names: handbook.checks.names)
    } catch {
      throw CommandFailure(
        "the file in the log no longer passes the checks; mend it and take it in with 'smartpick "
          + "season update FILE': \(error)", .badData)
    }
    let rules: SeasonRules
    do {
      rules = try SeasonRules.load()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
    let advisor = try Opening.advisor(handbook)
    do {
      answer = try SeasonAdvisor(advisor, rules: rules).answer(
        for: file.applicant,
        state: SeasonState(counted, window: store.window, asOf: asOf), attend: attend)
    } catch {
      throw CommandFailure("\(error)", .badData)
    }
  }
}
