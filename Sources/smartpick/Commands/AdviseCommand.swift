import AdviceRendering
import Advising
import ApplicantFile
import ArgumentParser
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

  @Option(help: ArgumentHelp("Also write the plan for a calendar.", valueName: "FILE"))
  var ics: String?

  @Option(help: ArgumentHelp("Also write the flowchart as Mermaid text.", valueName: "FILE"))
  var mermaid: String?

  @OptionGroup var asOf: AsOfOption

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let day = try asOf.day
    let facts = try Opening.facts()
    let applicant = try Opening.applicant(file, facts: facts, asOf: day)
    let current = try list.map { path in try CurrentListFile.read(path) }
    let advisor = try Opening.advisor(facts)
    let advice: Advice
    do {
      advice = try advisor.advise(applicant, .init(asOf: day, currentList: current))
    } catch {
      throw CommandFailure("\(file): \(error)", .badData)
    }
    // Files first: where one cannot be written, none is, and nothing is printed as if all went well.
    var outputs = OutputFiles(reading: [file] + (list.map { [$0] } ?? []))
    try outputs.add(HTMLReport(advice).text, to: html)
    try outputs.add(CSVExport(advice.list).text, to: csv)
    try outputs.add(CalendarExport(advice.plan, stamp: day).text, to: ics)
    try outputs.add(MermaidExport(advice.plan).text, to: mermaid)
    try outputs.write()
    if json {
      print(try JSONOutput.text(advice))
    } else {
      let options = TerminalReport.Options(
        width: Terminal.columns, style: Terminal.usesColor ? .ansi : .plain)
      print(TerminalReport(advice, options: options).text())
    }
  }
}
