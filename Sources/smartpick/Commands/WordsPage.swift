import AdviceRendering
import Foundation
import Words

/// The words on a terminal of eighty columns.
enum WordsPage {
  /// The decision and the four texts.
  static func text(_ decision: ExplanationDecision, _ words: ComposedWords) -> String {
    var lines = support(decision.support)
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
    case .applicationForm: "where the application's form asks for it"
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
    var measure =
      "\(NumberText.count(report.words, "word")), "
      + NumberText.count(report.sentences, "sentence")
    if let seconds = report.spokenSeconds { measure += ", \(Int(seconds.rounded())) seconds" }
    var lines = support(report.support)
    lines += wrapped(
      "\(capitalized(report.verdict.rawValue)) (\(measure)). \(report.summary)", first: "", rest: ""
    )
    // Marks that say the same stand together, at the place of the first.
    var shown: [String] = []
    for mark in report.marks {
      let remark = "\(mark.message) \(mark.advice)"
      guard !shown.contains(remark) else { continue }
      shown.append(remark)
      lines += ["", "\(capitalized(mark.kind.rawValue)):"]
      for place in report.marks where "\(place.message) \(place.advice)" == remark {
        lines += wrapped(
          "“\(quote(place.text))” (line \(place.line), column \(place.column))", first: "    ",
          rest: "      ")
      }
      lines += wrapped(remark, first: "  ", rest: "  ")
    }
    return lines.joined(separator: "\n")
  }

  /// What comes before everything else for someone in danger.
  private static func support(_ lines: [String]?) -> [String] {
    (lines ?? []).flatMap { wrapped($0, first: "", rest: "") + [""] }
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
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
