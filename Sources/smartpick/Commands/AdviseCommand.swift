import AdviceRendering
import Advising
import ApplicantFile
import ArgumentParser
import Handbook
import MatchFacts

/// `smartpick advise`: the whole advice on one file.
struct AdviseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advise",
    abstract: "The whole advice on an applicant's file: reading, chances, list, words, plan.",
    discussion: """
      Examples:
        smartpick advise me.yaml
        smartpick advise me.yaml --html report.html --csv list.csv --ics plan.ics
        smartpick advise me.yaml --list current.csv
        smartpick advise me.yaml --couples joint.csv     (the file names a partner under `couple`)
      """)

  @Argument(help: "The applicant's file, YAML or JSON.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "The list you have now, CSV with a column of NRMP codes and, if you like, one of signals.",
      valueName: "CSV"), completion: .file(extensions: ["csv"]))
  var list: String?

  @Option(help: ArgumentHelp("Also write the report as one HTML file.", valueName: "FILE"))
  var html: String?

  @Option(help: ArgumentHelp("Also write the list as CSV.", valueName: "FILE"))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Also write the couple's joint list as CSV, as `smartpick match --couples` reads it.",
      valueName: "FILE"))
  var couples: String?

  @Flag(help: "Leave the partner's file that the file names aside.")
  var alone = false

  @Option(help: ArgumentHelp("Also write the plan for a calendar.", valueName: "FILE"))
  var ics: String?

  @Option(help: ArgumentHelp("Also write the flowchart as Mermaid text.", valueName: "FILE"))
  var mermaid: String?

  @OptionGroup var asOf: AsOfOption

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    if alone, couples != nil {
      throw CommandFailure(
        "--couples: --alone leaves the partner aside; drop one of the two options", .usage)
    }
    let day = try asOf.day
    let handbook = try Opening.handbook()
    let checks = handbook.checks
    let applicant = try Opening.applicant(file, checks: checks, asOf: day, isCouple: !alone)
    let current = try list.map { path in try CurrentListFile.read(path) }
    let partner =
      alone ? nil : try Opening.partner(of: applicant, at: file, checks: checks, asOf: day)
    if couples != nil, partner == nil {
      throw CommandFailure(
        "--couples needs a couple: name your partner's file under `couple` in \(file)", .usage)
    }
    let advisor = try Opening.advisor(handbook)
    let advice: Advice
    do {
      advice = try advisor.advise(
        applicant, .init(asOf: day, currentList: current, partner: partner?.applicant))
    } catch {
      throw CommandFailure("\(file): \(error)", .badData)
    }
    // Files first: where one cannot be written, none is, and nothing is printed as if all went well.
    var outputs = OutputFiles(reading: [file] + [list, partner?.path].compactMap(\.self))
    try outputs.add(HTMLReport(advice).text, to: html)
    try outputs.add(CSVExport(advice.list).text, to: csv)
    if let couple = advice.couple { try outputs.add(CoupleExport(couple).text, to: couples) }
    try outputs.add(CalendarExport(advice.plan, stamp: day).text, to: ics)
    try outputs.add(MermaidExport(advice.plan).text, to: mermaid)
    try outputs.write()
    if json {
      Console.say(try JSONOutput.text(advice))
    } else {
      let options = TerminalReport.Options(
        width: Terminal.columns, style: Terminal.usesColor ? .ansi : .plain)
      Console.say(TerminalReport(advice, options: options).text())
    }
  }
}
