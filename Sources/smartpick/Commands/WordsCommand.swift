import ApplicantFile
import ArgumentParser
import Foundation
import Handbook
import MatchFacts
import Words

/// `smartpick words`: whether to explain a lower score, the words, and a check of one's own.
struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Whether to explain a lower score, and the words for it.",
    discussion: """
      Prints the decision with its reasons, and the texts composed from the file: lines for the \
      statement where they are advised, the interview answer, the letter request, the one-line \
      version. With --check it reads your own draft instead and marks what to mend: too long, \
      excuses, drama, blame, no evidence, and whatever the file contradicts.
      """)

  /// What a draft is for.
  enum Purpose: String, ExpressibleByArgument, CaseIterable {
    case statement
    case interview
  }

  @Argument(help: "The applicant's file.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var file: String

  @Option(
    help: "A draft of your own to check; - reads it from standard input.", completion: .file())
  var check: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("What the draft is for.", valueName: "purpose"))
  var purpose: Purpose = .statement

  @OptionGroup var asOf: AsOfOption

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let checks = try Opening.checks(try Opening.facts())
    let applicant = try Opening.applicant(file, checks: checks, asOf: try asOf.day)
    let rules: WordsRules
    let draftRules: DraftRules
    do {
      rules = try WordsRules.shipped()
      draftRules = try DraftRules.shipped()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
    let change = applicant.scoreChange
    let decision = ExplanationDecision.decide(applicant, change: change, rules: rules)
    let words = WordsComposer(
      applicant: applicant, decision: decision, change: change, rules: rules
    ).compose()
    guard let check else {
      if json {
        Console.say(try JSONOutput.text(Answer(explanation: decision, words: words, check: nil)))
      } else {
        Console.say(WordsPage.text(decision, words))
      }
      return
    }
    let draft = try readDraft(check)
    let report: DraftReport
    do {
      report = try DraftChecker(rules: draftRules, wordsRules: rules).check(
        draft, for: applicant, change: change,
        purpose: purpose == .statement ? .statement : .interview)
    } catch {
      throw CommandFailure("\(check == "-" ? "standard input" : check): \(error)", .badData)
    }
    if json {
      Console.say(try JSONOutput.text(Answer(explanation: decision, words: words, check: report)))
    } else {
      Console.say(WordsPage.text(report))
    }
  }

  /// What `--json` prints.
  private struct Answer: Encodable {
    var format = 1
    var explanation: ExplanationDecision
    var words: ComposedWords
    var check: DraftReport?
  }

  private func readDraft(_ path: String) throws -> String {
    let limit = DraftChecker.maximumBytes
    let handle: FileHandle?
    handle = path == "-" ? .standardInput : FileHandle(forReadingAtPath: path)
    guard let handle else {
      throw CommandFailure(
        "\(path): the draft cannot be opened; check its name and that you may read it",
        .missingInput)
    }
    var data = Data()
    do {
      while data.count <= limit, let more = try handle.read(upToCount: limit + 1 - data.count),
        !more.isEmpty
      {
        data.append(more)
      }
    } catch {
      throw CommandFailure("\(path): the draft cannot be read; is it a file?", .missingInput)
    }
    guard data.count <= limit else {
      throw CommandFailure(
        "\(path): the draft is larger than \(limit / 1000) kB; check one text at a time", .badData)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure("\(path): the draft is not UTF-8 text; save it as plain text", .badData)
    }
    return text
  }
}
