import AdviceRendering
import Advising
import ApplicantFile
import ArgumentParser
import Handbook
import MatchFacts

/// `smartpick whatif`: one or more fields changed, every figure side by side.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Change fields of the file and see every figure that changes.",
    discussion: """
      Examples:
        smartpick whatif me.yaml --set step2ck.score=252
        smartpick whatif me.yaml --set limits.budget=1500 --set letters.strength=exceptional

      A couple is compared as a couple: the file changes, the partner's stays as it is.
      """)

  @Argument(help: "The applicant's file.", completion: .file())
  var file: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A field and its new value; may be repeated.", valueName: "FIELD=VALUE"))
  var changes: [String]

  @OptionGroup var asOf: AsOfOption

  @Flag(help: "Leave the partner's file that the file names aside.")
  var alone = false

  @Flag(help: "Print one JSON document.")
  var json = false

  func validate() throws {
    guard !changes.isEmpty else {
      throw ValidationError("Give at least one --set FIELD=VALUE, as in --set step2ck.score=252.")
    }
    for change in changes where FileEdit(change) == nil {
      throw ValidationError(
        "'\(change)' is not FIELD=VALUE; write it as in --set limits.budget=1500.")
    }
  }

  func run() throws {
    let day = try asOf.day
    let handbook = try Opening.handbook()
    let applicant = try Opening.applicant(
      file, checks: handbook.checks, asOf: day, isCouple: !alone)
    let changed: Applicant
    do {
      changed = try handbook.checks.applying(
        changes.compactMap { FileEdit($0) }, to: applicant, asOf: day
      ).applicant
    } catch {
      throw CommandFailure("\(error)", .badData)
    }
    // The partner stays who they are: a change of the file is no change of theirs.
    let partner =
      alone
      ? nil
      : try Opening.partner(of: applicant, at: file, checks: handbook.checks, asOf: day)?.applicant
    let advisor = try Opening.advisor(handbook)
    let comparison: AdviceComparison
    do {
      let request = Advisor.Request(asOf: day, comparesScenarios: false, partner: partner)
      let before = try advisor.advise(applicant, request)
      let after = try advisor.advise(changed, request)
      comparison = AdviceComparison(changes: changes, before: before, after: after)
    } catch {
      throw CommandFailure("\(file): \(error)", .badData)
    }
    if json {
      Console.say(try JSONOutput.text(comparison))
    } else {
      let style: TerminalStyle = Terminal.usesColor ? .ansi : .plain
      Console.say(ComparisonReport(comparison).text(width: Terminal.columns, style: style))
    }
  }
}
