import Advising
import ApplicantFile
import ArgumentParser
import DelimitedText
import Foundation
import Handbook
import MatchFacts
import RankLists

/// `smartpick soap`: the workspace for SOAP.
struct SoapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soap",
    abstract: "A workspace for SOAP: the list of at most 45, the hours, who calls whom, the texts.",
    discussion: """
      Before Match Week it is practice on programs that left positions unfilled in a past year. On \
      Monday save or paste the NRMP's list of unfilled programs and give it with --unfilled: any text \
      with one program code a line, or CSV with a column code and, if you like, positions; - reads \
      standard input.

      Examples:
        smartpick soap me.yaml
        smartpick soap me.yaml --unfilled unfilled.txt --season season.smartpick --csv send.csv
        smartpick soap me.yaml --zone America/Los_Angeles
      """)

  @Argument(help: "The applicant's file, YAML or JSON.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "The list of unfilled programs, CSV or text; - for standard input.",
      valueName: "FILE"), completion: .file())
  var unfilled: String?

  @Option(help: "A further specialty to consider, by name or short form; may be given again.")
  var specialty: [String] = []

  @Option(
    help: ArgumentHelp(
      "The season's log: who interviewed you and did not take you.", valueName: "PATH"),
    completion: .file())
  var season: String?

  @Option(
    help: ArgumentHelp("The order you had ranked.", valueName: "CSV"),
    completion: .file(extensions: ["csv"]))
  var order: String?

  @Option(
    help: ArgumentHelp(
      "Your own time zone, shown beside Eastern time, as in America/Chicago.", valueName: "NAME"))
  var zone: String?

  @Option(help: ArgumentHelp("Also write the list of applications as CSV.", valueName: "FILE"))
  var csv: String?

  @OptionGroup var asOf: AsOfOption

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let day = try asOf.day
    let handbook = try Opening.handbook()
    let applicant = try Opening.applicant(file, checks: handbook.checks, asOf: day)
    let list = try unfilled.map { path throws(CommandFailure) in try Self.list(path) }
    var request = SOAPRequest(
      asOf: day, unfilled: list, specialties: try specialties(handbook.facts), zone: zone)
    if season != nil || order != nil {
      let files = RankFiles(directory: handbook.directory, asOf: day, silenceCounts: day)
      let ranked = try files.request(
        log: season, order: order, sheets: nil, answers: nil, fallback: [])
      request.entries = ranked.entries
      request.ranked = ranked.order
    }
    let advisor = try Opening.advisor(handbook)
    let advice: SOAPAdvice
    do {
      advice = try advisor.soap(for: applicant, request)
    } catch {
      throw CommandFailure("\(file): \(error)", .badData)
    }
    var outputs = OutputFiles(reading: [file, unfilled, season, order].compactMap(\.self))
    try outputs.add(Self.table(advice), to: csv)
    try outputs.write()
    Console.say(json ? try JSONOutput.text(advice) : SoapPage.text(advice))
  }

  private func specialties(_ facts: MatchFacts) throws(CommandFailure) -> [Specialty] {
    var found: [Specialty] = []
    for text in specialty {
      do {
        found.append(try facts.specialties.resolve(text))
      } catch {
        throw CommandFailure(PageText.harmless("--specialty: \(error)"), .badData)
      }
    }
    return found
  }

  private static func list(_ path: String) throws(CommandFailure) -> UnfilledList {
    let data: Data
    if path == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else {
      guard let read = FileManager.default.contents(atPath: path) else {
        throw CommandFailure(
          "cannot read \(path); give the path of the saved list, or - for standard input",
          .missingInput)
      }
      data = read
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CommandFailure(
        "\(path) is not UTF-8 text; save the list as text or CSV (not as PDF or a spreadsheet)",
        .badData)
    }
    return try RankFiles.reading { () throws(RankFileError) in
      try UnfilledList(text, name: path == "-" ? "standard input" : path)
    }
  }

  private static func table(_ advice: SOAPAdvice) -> String {
    var writer = DelimitedWriter(
      header: [
        "code", "institution", "program", "specialty", "track", "city", "state", "positions",
      ])
    for entry in advice.list {
      writer.append([
        entry.code, entry.institution, entry.program, entry.specialty.name, entry.track.rawValue,
        entry.city ?? "", entry.state ?? "", entry.positions.map(String.init) ?? "",
      ])
    }
    return writer.text
  }
}
