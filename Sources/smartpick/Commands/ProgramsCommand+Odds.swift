import AdviceRendering
public import Advising
import ApplicantFile
public import ArgumentParser
import Handbook
import MatchFacts

extension ProgramsCommand {
  /// `smartpick programs odds FILE`.
  struct Odds: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What every program of your specialties asks for, and your chances there.",
      discussion: """
        Every program of the file's specialties, on the list or not; those that a requirement rules \
        out stand with the reason and no chance. The chances are those of smartpick advise.

        Examples:
          smartpick programs odds me.yaml
          smartpick programs odds me.yaml --specialty IM --sort standing --limit 100
          smartpick programs odds me.yaml --csv > odds.csv
        """)

    @Argument(help: "The applicant's file, YAML or JSON.", completion: .file())
    var file: String

    @Option(help: "Only this one of the file's specialties, by name or short form (IM, derm).")
    var specialty: String?

    @Option(
      help:
        "interview (without a signal), standing (who asks for most first), match (takes you) or name."
    )
    var sort: ProgramOdds.Order = .interview

    @Option(help: "At most so many; 40 by default, all with --csv and --json.")
    var limit: Int?

    @Flag(help: "Print a table for a spreadsheet.")
    var csv = false

    @Flag(help: "Print one JSON document.")
    var json = false

    @OptionGroup var asOf: AsOfOption

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more") }
      if csv, json { throw ValidationError("give --csv or --json, not both") }
    }

    func run() throws {
      let day = try asOf.day
      let handbook = try Opening.handbook()
      let applicant = try Opening.applicant(file, checks: handbook.checks, asOf: day)
      let wanted = try specialty.map { text in try named(text, applicant, handbook.facts) }
      var answer: ProgramOddsAnswer
      do {
        answer = try Opening.advisor(handbook)
          .programOdds(for: applicant, specialty: wanted, asOf: day).sorted(by: sort)
      } catch let error as AdviceError {
        throw CommandFailure("\(file): \(error)", .badData)
      }
      guard csv || json else {
        let report = ProgramOddsReport(answer, limit: limit ?? 40)
        Console.say(
          report.text(width: Terminal.columns, style: Terminal.usesColor ? .ansi : .plain),
          terminator: "")
        return
      }
      if let limit { answer.programs = Array(answer.programs.prefix(limit)) }
      if json {
        Console.say(try JSONOutput.text(answer))
      } else {
        Console.say(ProgramOddsCSV(answer.programs).text, terminator: "")
      }
    }

    /// The specialty of a name, which the file must name too.
    private func named(
      _ text: String, _ applicant: Applicant, _ facts: MatchFacts
    ) throws(CommandFailure) -> Specialty {
      let own = applicant.specialties.map(\.specialty)
      let names = own.map(\.name).joined(separator: ", ")
      let found: Specialty
      do {
        found = try facts.specialties.resolve(text)
      } catch {
        throw CommandFailure(
          PageText.harmless("--specialty: \(error); \(file) names \(names)"), .badData)
      }
      guard own.contains(found) else {
        throw CommandFailure(
          "--specialty: \(file) does not apply in \(found); it names \(names)", .badData)
      }
      return found
    }
  }
}

extension ProgramOdds.Order: ExpressibleByArgument {}
