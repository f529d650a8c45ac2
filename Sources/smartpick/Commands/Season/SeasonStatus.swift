import Advising
import ArgumentParser
import MatchFacts
import SeasonLog

/// `smartpick season status`.
struct SeasonStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Where you stand on a day: odds, what moved them, what is next.",
    discussion: """
      Silence counts too: by the calendar of the specialty, a program that has sent most of its \
      invitations says more by its silence than one whose day is still to come.
      """)

  @OptionGroup var season: SeasonPathOption
  @OptionGroup var asOf: AsOfOption
  @Flag(help: "Show every program with its events, however many.")
  var all = false
  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let found = try SeasonAnswering(season.path, asOf: try asOf.day)
    if json {
      Console.say(try JSONOutput.text(found.answer))
    } else {
      SeasonStatusPage(answer: found.answer, events: found.counted, showsAll: all).lines
        .forEach { Console.say($0) }
    }
  }
}

/// `smartpick season keep`.
struct SeasonKeep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep",
    abstract: "Which interviews to keep when there are more than you can attend.",
    discussion: """
      The price of an interview is what giving it up takes off your chance of matching, after those \
      that are cheaper; programs' answers hang together, and the prices know it.
      """)

  @Option(help: "Interviews you can attend; by default what your file says.")
  var attend: Int?
  @OptionGroup var season: SeasonPathOption
  @OptionGroup var asOf: AsOfOption
  @Flag(help: "Print one JSON document.")
  var json = false

  func validate() throws {
    guard attend.map({ $0 >= 0 }) ?? true else {
      throw ValidationError("--attend takes a whole number from 0 on.")
    }
  }

  func run() throws {
    let found = try SeasonAnswering(season.path, asOf: try asOf.day, attend: attend)
    if json {
      Console.say(try JSONOutput.text(found.answer.keep))
    } else {
      SeasonKeepPage.lines(found.answer).forEach { Console.say($0) }
    }
  }
}
