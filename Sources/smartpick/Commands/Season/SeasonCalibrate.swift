import Advising
import ApplicantFile
import ArgumentParser
import DelimitedText
import Foundation
import Handbook
import MatchFacts

/// `smartpick season calibrate FILE…`: whether the live odds keep their word.
struct SeasonCalibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Check the live odds on drawn seasons: ranks of the truth, Brier score, log loss.",
    discussion: """
      Each file applies with the list it brings, else with the recommended one. Seasons are drawn \
      from the model itself, so this shows that belief and model agree, not that the model is \
      right. The same seed gives the same figures.
      """)

  @Argument(help: "Applicants' files.", completion: .file())
  var files: [String]
  @Option(help: "Seasons drawn for each file.")
  var seasons = 1000
  @Option(help: "Seed of the draws.")
  var seed: UInt64 = 1
  @Option(
    help: ArgumentHelp("Write the table as Markdown.", valueName: "FILE"), completion: .file())
  var out: String?
  @OptionGroup var asOf: AsOfOption
  @Flag(help: "Print one JSON document.")
  var json = false

  func validate() throws {
    guard (10...1_000_000).contains(seasons) else {
      throw ValidationError("--seasons takes a whole number from 10 to 1,000,000.")
    }
  }

  /// Days since programs had access on which beliefs are checked.
  private static let days = [0, 7, 14, 21, 28, 42, 56, 70, 98, 126]

  func run() throws {
    let day = try asOf.day
    let handbook = try Opening.handbook()
    let advisor = try Opening.advisor(handbook)
    var checks: [Check] = []
    do {
      let season = try SeasonAdvisor(advisor, rules: try SeasonRules.load())
      for path in files {
        let applicant = try Opening.applicant(path, checks: handbook.checks, asOf: day)
        let year = try handbook.season(on: day, named: applicant.season).year
        let list =
          applicant.currentList.isEmpty
          ? try advisor.list(for: applicant, season: year).programs.map {
            ListedProgram(program: $0.code, signal: $0.signal)
          } : applicant.currentList
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        checks.append(
          Check(
            file: name,
            result: try season.check(
              applicant, list: list, days: Self.days, match: year, seasons: seasons, seed: seed)))
      }
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure("\(error)", .badData)
    }
    if json {
      Console.say(try JSONOutput.text(checks))
      return
    }
    let text = LiveOddsReport(checks: checks, seed: seed).text
    if let out {
      var outputs = OutputFiles(reading: files)
      try outputs.add(text, to: out)
      try outputs.write()
      Console.say("Wrote \(out).")
    } else {
      Console.say(text)
    }
  }

  struct Check: Encodable {
    var file: String
    var result: LiveOddsCheck
  }
}

/// The figures of ``SeasonCalibrate`` as a Markdown document.
struct LiveOddsReport {
  let checks: [SeasonCalibrate.Check]
  let seed: UInt64

  var text: String {
    var lines = [
      "# Live odds on drawn seasons", "",
      "Made by `smartpick season calibrate`. Seasons are drawn from the model; each day's belief, "
        + "with every answer and every silence by then, is held against what came true. A belief "
        + "that keeps its word has the truth in each of its tenths equally often: `strength` and "
        + "`count` give the largest distance of the cumulative ranks from that, which stays below "
        + "the band in 99 of 100 checks. This shows that belief and model agree; whether the model "
        + "is right, only real seasons show.",
    ]
    for check in checks {
      let result = check.result
      lines += [
        "", "## \(check.file)", "",
        "\(result.seasons) seasons, \(result.applications) applications, seed \(seed). Chance of "
          + "matching before any answer \(number(result.prior, 3)); matched "
          + "\(number(result.matched, 3)). Band \(number(result.band, 3)).", "",
        "| day | out | strength | count | 80 % width | spread of strength | Brier | prior's | "
          + "log loss | prior's | still invites | did | its Brier |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|",
      ]
      for day in result.days {
        let cells = [
          "\(day.day)", number(day.out, 2), number(LiveOddsCheck.distance(day.strengthRanks), 3),
          number(LiveOddsCheck.distance(day.countRanks), 3), number(day.countWidth, 1),
          number(day.strengthSpread, 2), number(day.brier, 4), number(day.priorBrier, 4),
          number(day.logLoss, 4), number(day.priorLogLoss, 4), number(day.stillInvites, 3),
          number(day.didInvite, 3), number(day.stillInvitesBrier, 4),
        ]
        lines.append("| " + cells.joined(separator: " | ") + " |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func number(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }
}
