import ApplicantFile
import ArgumentParser
import Foundation
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

  @Option(name: .customLong("as"), help: "What the draft is for: statement or interview.")
  var purpose: Purpose = .statement

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let applicant = try readApplicant()
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
        try printJSON(Answer(explanation: decision, words: words, check: nil))
      } else {
        print(WordsPage.text(decision, words))
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
      try printJSON(Answer(explanation: decision, words: words, check: report))
    } else {
      print(WordsPage.text(report))
    }
  }

  /// What `--json` prints.
  private struct Answer: Encodable {
    var format = 1
    var explanation: ExplanationDecision
    var words: ComposedWords
    var check: DraftReport?
  }

  private func readApplicant() throws -> Applicant {
    let facts: MatchFacts
    let norms: ExamNorms
    do {
      facts = try MatchFacts.load()
      norms = try facts.examNorms()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
    do {
      let read = try ApplicantFile.read(
        path: file, rules: FileRules(asOf: Day(Date()), norms: norms),
        names: FactsCatalog(specialties: facts.specialties))
      for warning in read.warnings { Console.complain("\(warning)") }
      return read.applicant
    } catch {
      throw CommandFailure("\(error)", error.exitCode == 66 ? .missingInput : .badData)
    }
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

  private func printJSON(_ answer: Answer) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(answer), as: UTF8.self))
  }
}

/// The words on a terminal of eighty columns.
enum WordsPage {
  /// The decision and the four texts.
  static func text(_ decision: ExplanationDecision, _ words: ComposedWords) -> String {
    var lines: [String] = []
    switch decision.verdict {
    case .explain: lines.append("Explain it: \(place(decision.place)).")
    case .stayQuiet: lines.append("Stay quiet: answer honestly if asked, and no more.")
    case .nothingToExplain: lines.append("There is nothing to explain.")
    }
    for reason in decision.reasons { lines += wrapped(reason, first: "  - ", rest: "    ") }
    if !decision.whatWouldChangeIt.isEmpty {
      lines += ["", "What would change this:"]
      for change in decision.whatWouldChangeIt {
        lines += wrapped(change, first: "  - ", rest: "    ")
      }
    }
    lines += passage("In the personal statement", words.statement)
    lines += passage("If an interviewer asks", words.interviewAnswer)
    lines += passage("Asking an attending for a letter", words.letterRequest)
    lines += passage("In one line", words.oneLine)
    return lines.joined(separator: "\n")
  }

  private static func place(_ place: ExplanationDecision.Place) -> String {
    switch place {
    case .personalStatement: "two or three sentences in the personal statement"
    case .advisorLetter: "through your advisor's letter, not in the statement"
    case .onlyIfAsked: "only if asked"
    }
  }

  private static func passage(_ title: String, _ passage: ComposedWords.Passage) -> [String] {
    var heading = title
    if passage.text != nil {
      heading += " (\(passage.words) words"
      if let seconds = passage.spokenSeconds { heading += ", \(Int(seconds.rounded())) seconds" }
      heading += ")"
    }
    var lines = ["", heading, String(repeating: "-", count: heading.count)]
    if let text = passage.text {
      for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
        lines += paragraph.isEmpty ? [""] : wrapped(String(paragraph), first: "  ", rest: "  ")
      }
      lines.append("")
    }
    lines += wrapped(passage.note, first: "", rest: "")
    for missing in passage.missing { lines += wrapped(missing, first: "  add: ", rest: "       ") }
    return lines
  }

  /// A report on a draft.
  static func text(_ report: DraftReport) -> String {
    var measure = "\(report.words) words, \(report.sentences) sentences"
    if let seconds = report.spokenSeconds { measure += ", \(Int(seconds.rounded())) seconds" }
    var lines = wrapped(
      "\(report.verdict.rawValue.capitalized) (\(measure)). \(report.summary)", first: "", rest: "")
    // Marks that say the same stand together, at the place of the first.
    var shown: [String] = []
    for mark in report.marks {
      let remark = "\(mark.message) \(mark.advice)"
      guard !shown.contains(remark) else { continue }
      shown.append(remark)
      let title = mark.kind.rawValue.prefix(1).uppercased() + mark.kind.rawValue.dropFirst()
      lines += ["", "\(title):"]
      for place in report.marks where "\(place.message) \(place.advice)" == remark {
        lines += wrapped(
          "“\(quote(place.text))” (line \(place.line), column \(place.column))", first: "    ",
          rest: "      ")
      }
      lines += wrapped(remark, first: "  ", rest: "  ")
    }
    return lines.joined(separator: "\n")
  }

  private static func quote(_ text: String) -> String {
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return flat.count > 50 ? "\(flat.prefix(47))..." : flat
  }

  static func wrapped(_ text: String, first: String, rest: String) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > 80 {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += isEmpty ? String(word) : " \(word)"
      isEmpty = false
    }
    if !isEmpty { lines.append(line) }
    return lines
  }
}
