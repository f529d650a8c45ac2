import AdviceRendering
import Advising
import ApplicantFile
public import ArgumentParser
import Handbook
public import MatchFacts
import ScoreReading

/// `smartpick scores`: what two scores say by themselves.
struct ScoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "How bad is the drop, where does the score stand, how will programs read it?",
    discussion: """
      Examples:
        smartpick scores --step1 252 --step2 245 --specialty "Internal Medicine"
        smartpick scores --step1 pass --step2 239 --specialty psych --type us-do
      """)

  @Option(help: ArgumentHelp("Step 1: three digits, or pass.", valueName: "N|pass"))
  var step1: String

  @Option(help: "Step 2 CK, three digits.")
  var step2: String

  @Option(help: ArgumentHelp("Month of Step 1.", valueName: "YYYY-MM"))
  var step1Date: String?

  @Option(help: ArgumentHelp("Month of Step 2 CK.", valueName: "YYYY-MM"))
  var step2Date: String?

  @Option(help: "The specialty, by name or short form (IM, derm, PM&R).")
  var specialty: String

  @Option(help: "Degree and citizenship: us-md, us-do, us-img or non-us-img.")
  var type: ApplicantType = .usMD

  @OptionGroup var asOf: AsOfOption

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let facts = try Opening.facts()
    let day = try asOf.day
    let answer: ScoresAnswer
    do {
      answer = try ScoresAnswer.read(
        try applicant(facts, asOf: day), facts: facts, rules: try Opening.rules(),
        parameters: try Opening.parameters(), asOf: day)
    } catch let error as AdviceError {
      throw CommandFailure("\(error)", .badData)
    }
    if json {
      Console.say(try JSONOutput.text(answer))
    } else {
      let report = ScoresReport(
        trend: answer.trend, standing: [answer.standing], reading: [answer.reading])
      Console.say(report.text(width: Terminal.columns, style: Terminal.usesColor ? .ansi : .plain))
    }
  }

  /// The options as an applicant's file, so that they meet the same checks.
  private func applicant(_ facts: MatchFacts, asOf: CalendarDate) throws -> Applicant {
    try checkDigits()
    func quoted(_ text: String) -> String {
      "'" + text.replacing("'", with: "''") + "'"
    }
    func exam(_ key: String, _ score: String, _ date: String?) -> String {
      let value = Self.isScore(score) ? score : quoted(score)
      return date.map { "\(key): {score: \(value), date: \(quoted($0))}" } ?? "\(key): \(value)"
    }
    let lines = [
      "type: \(type.rawValue)", exam("step1", step1, step1Date), exam("step2ck", step2, step2Date),
      "specialties: [\(quoted(specialty))]",
    ]
    let checks = try Opening.checks(facts, namesPrograms: false)
    do {
      let file = try ApplicantFile.parse(
        lines.joined(separator: "\n") + "\n", fileName: "options",
        rules: checks.rules(asOf: asOf), names: checks.names)
      for warning in file.warnings { Console.complain(Self.message(warning)) }
      return file.applicant
    } catch {
      throw CommandFailure(
        error.problems.map(Self.message).joined(separator: "\n"), .badData)
    }
  }

  /// Refuses what is no score before it stands in a text, where it would be refused in the words
  /// of a file.
  private func checkDigits() throws(CommandFailure) {
    var wrong: [String] = []
    if !Self.isScore(step1), !["pass", "passed", "p"].contains(step1.lowercased()) {
      wrong.append("--step1: ‘\(step1)’; three digits or pass are accepted")
    }
    if !Self.isScore(step2) {
      wrong.append("--step2: ‘\(step2)’; three digits are accepted")
    }
    guard wrong.isEmpty else { throw CommandFailure(wrong.joined(separator: "\n"), .badData) }
  }

  private static func isScore(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// A problem in the words of the options: there is no file with lines and quotation marks.
  private static func message(_ problem: FileProblem) -> String {
    let names = [
      ("step1.date", "--step1-date"), ("step2ck.date", "--step2-date"), ("step1", "--step1"),
      ("step2ck", "--step2"), ("specialties", "--specialty"), ("type", "--type"),
    ]
    let option = names.first { problem.field.hasPrefix($0.0) }?.1
    var text = (option.map { "\($0): " } ?? "") + problem.message
    if let accepted = problem.accepted { text += "; accepted: \(accepted)" }
    // Only a specialty's remedy speaks of names; the others speak of lines in a file.
    if option == "--specialty", let remedy = problem.remedy { text += "; \(remedy)" }
    return text
  }
}

extension ApplicantType: ExpressibleByArgument {}
