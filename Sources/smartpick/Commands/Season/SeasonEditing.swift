import ArgumentParser
import MatchFacts
import SeasonLog

/// `smartpick season undo [NUMBER]`.
struct SeasonUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last event, or the one of a number.")

  @Argument(help: "Number of the event, as 'status' shows it; the last one by default.")
  var number: Int64?
  @OptionGroup var season: SeasonPathOption

  func run() throws {
    let store = try SeasonOpening.log(season.path)
    let undone = try SeasonOpening.running { () throws(SeasonLogError) in try store.undo(number) }
    Console.say(
      "Taken back: \(undone.id), \(undone.event.kind.rawValue) on \(undone.event.day), "
        + "\(undone.event.program). The line stays in the log and no longer counts.")
  }
}

/// `smartpick season edit NUMBER`.
struct SeasonEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what an event says.")

  @Argument(help: "Number of the event, as 'status' shows it.")
  var number: Int64
  @Option(help: ArgumentHelp("The day it happened.", valueName: "YYYY-MM-DD"))
  var date: CalendarDate?
  @Option(help: "What happened.")
  var event: String?
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

  func validate() throws {
    guard
      date != nil || event != nil || on != nil || signal != nil || rating != nil || text != nil
    else { throw ValidationError("Say what to change, as in --date 2026-10-12.") }
  }

  func run() throws {
    let store = try SeasonOpening.log(season.path)
    let counted = try SeasonOpening.running { () throws(SeasonLogError) in try store.entries() }
      .countedEvents
    guard let old = counted.first(where: { $0.id == number })?.event else {
      throw CommandFailure("\(SeasonLogError.noSuchLine(number))", .badData)
    }
    let new = try SeasonEventText(
      kind: event ?? old.kind.rawValue, day: (date ?? old.day).description,
      signal: signal?.rawValue ?? (event == nil ? old.signal?.rawValue : nil),
      rating: (rating ?? (event == nil ? old.rating : nil)).map(String.init),
      text: text ?? old.text,
      interviewDay: (on ?? (event == nil ? old.interviewDay : nil))?.description)
    let today = try asOf.day
    let changed = new.event(program: old.program, today: today)
    let recorded = try SeasonOpening.running { () throws(SeasonLogError) in
      try store.edit(number, today: today) { _ in changed }
    }
    Console.say("Changed \(number): \(changed.kind.rawValue), \(changed.day), \(changed.program)")
    for warning in recorded.warnings { Console.complain(warning.message) }
  }
}
