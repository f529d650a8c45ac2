public import ArgumentParser
import MatchFacts
public import SeasonLog

/// `smartpick season add PROGRAM EVENT [DATE]`.
struct SeasonAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Record what happened with a program.",
    discussion: """
      EVENT is one of: \(SeasonEvent.Kind.allCases.map(\.rawValue).joined(separator: ", ")).
      'interview' is the invitation, 'interviewed' the day it was held.
      """)

  @Argument(help: "NRMP code, or words that fit one program.")
  var program: String
  @Argument(help: "What happened.")
  var event: String
  @Argument(help: "The day it happened; today by default.")
  var date: String?
  @Option(help: ArgumentHelp("The day of the interview.", valueName: "YYYY-MM-DD"))
  var on: CalendarDate?
  @Option(help: "Strength of a signal: single, silver, gold.")
  var signal: SeasonEvent.Signal?
  @Option(help: "1 to 10, with 'rating'.")
  var rating: Int?
  @Option(help: "Your own words.")
  var text: String?
  @OptionGroup var season: SeasonPathOption
  @OptionGroup var asOf: AsOfOption

  func run() throws {
    let today = try asOf.day
    let made = try SeasonEventText(
      kind: event, day: date, signal: signal?.rawValue, rating: rating.map(String.init),
      text: text, interviewDay: on?.description)
    let store = try SeasonOpening.log(season.path)
    let entries = try SeasonOpening.running { () throws(SeasonLogError) in try store.entries() }
    let choice = ProgramChoice(
      directory: try SeasonOpening.directory(try SeasonOpening.facts()),
      logged: Set(entries.countedEvents.map(\.event.program)))
    let chosen = try choice.program(program, asks: true)
    let event = made.event(program: chosen.code, today: today)
    let recorded = try SeasonOpening.running { () throws(SeasonLogError) in
      try store.record([event], today: today)
    }
    for item in recorded {
      Console.say("Recorded as \(item.id): \(event.kind.rawValue), \(event.day)")
      Console.say("  " + ProgramChoice.line(chosen))
      for warning in item.warnings { Console.complain(warning.message) }
    }
  }
}

extension SeasonEvent.Signal: ExpressibleByArgument {}
