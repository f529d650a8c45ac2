import MatchFacts
import Yams

/// Exams, in their short and long forms.
extension NodeDecoder {
  /// A word or a score, or a section with score, date, attempts and self-assessment.
  mutating func exam(_ file: Section, _ exam: Exam) -> ExamResult? {
    let key = Self.key(of: exam)
    guard let node = node(file, key) else {
      if file.entries[key].map(Self.isUnknown) == true, exam == .step2CK || exam == .comlexLevel2 {
        report(
          .missing, key, "the result is missing", accepted: Self.accepted(exam),
          remedy: "write the score, or pending, fail or not taken; or remove the line")
      }
      return nil
    }
    if node.mapping == nil { return outcome(node, key, exam, date: nil).map { ExamResult($0) } }
    guard let section = section(node, key, keys: FieldGuide.keys(of: key)) else { return nil }
    let scoreNode = self.node(section, "score")
    let isOpen = scoreNode.flatMap(Self.word).map { $0 == .pending || $0 == .notTaken } ?? false
    let date = isOpen ? day(section, "date") : pastDay(section, "date")
    var result = ExamResult(
      .notTaken, date: date, attempts: integer(section, "attempts", 1...12),
      practice: integer(section, "practice", exam.scale))
    guard let scoreNode else {
      if section.entries["score"].map(Self.isUnknown) ?? true, !isSuggested("\(key).score") {
        report(
          .missing, "\(key).score", at: node, "the result is missing",
          accepted: Self.accepted(exam),
          remedy: Self.hasPassOnly(exam)
            ? "add `score: pass`, or `score:` with the digits"
            : "add a line such as `score: \(exam == .comlexLevel2 ? 560 : 245)`")
      }
      return nil
    }
    guard let outcome = outcome(scoreNode, "\(key).score", exam, date: date) else { return nil }
    result.outcome = outcome
    return result
  }

  /// The key of an exam in the file.
  static func key(of exam: Exam) -> String {
    exam == .comlexLevel2 ? "comlex_level2" : exam.rawValue
  }

  private static func hasPassOnly(_ exam: Exam) -> Bool {
    exam != .step2CK && exam != .comlexLevel2
  }

  private static func accepted(_ exam: Exam) -> String {
    hasPassOnly(exam)
      ? "pass, a score, fail, pending or not taken" : "a score, fail, pending or not taken"
  }

  /// The outcome that a word stands for; nil for anything else.
  private static func word(_ node: Node) -> ExamResult.Outcome? {
    switch node.scalar.map({ canonicalKey($0.string) }) {
    case "pass", "passed", "p": .passed
    case "fail", "failed": .failed(score: nil)
    case "pending", "awaiting", "waiting", "scheduled": .pending
    case "not_taken", "not_yet_taken", "not_yet", "untaken", "none": .notTaken
    default: nil
    }
  }

  private mutating func outcome(
    _ node: Node, _ path: String, _ exam: Exam, date: CalendarDate?
  ) -> ExamResult.Outcome? {
    if let word = Self.word(node) {
      guard word == .passed, !Self.hasPassOnly(exam) else { return word }
      report(
        .wrongType, path, at: node,
        "\(exam.displayName) is always scored, and programs see the number",
        accepted: Self.accepted(exam), remedy: "write the digits of the score report")
      return nil
    }
    let note =
      Self.hasPassOnly(exam)
      ? "or pass, fail, pending, not taken" : "or fail, pending, not taken"
    guard let score = integer(node, path, exam.scale, note: note) else { return nil }
    if let rare = rules.rareStep2CK, exam == .step2CK, score >= rare {
      warn(
        .implausible, path, at: node,
        "\(score) is a score that fewer than one in two hundred reach on Step 2 CK",
        remedy: "check the digits")
    }
    return held(score, path, exam, date: date, at: node)
  }

  /// A score held against the passing mark of its day.
  private mutating func held(
    _ score: Int, _ path: String, _ exam: Exam, date: CalendarDate?, at node: Node
  ) -> ExamResult.Outcome {
    let marks = rules.passMarks(of: exam)
    guard let newest = marks.last?.score, let lowest = marks.map(\.score).min() else {
      return .scored(score)
    }
    if let date {
      let mark = rules.passMark(marks, on: date)?.score ?? lowest
      guard score < mark else { return .scored(score) }
      warn(
        .implausible, path, at: node,
        "\(score) is below the passing mark of \(exam.displayName) on \(date), \(mark): it is read "
          + "as a fail",
        remedy: "check the digits and the date; once it is passed, write that score and count the "
          + "fail in `attempts`")
      return .failed(score: score)
    }
    guard score < newest else { return .scored(score) }
    guard score >= lowest,
      let next = marks.first(where: { $0.from != nil && $0.score > score }), let from = next.from,
      let before = marks.last(where: { $0.score <= score })
    else {
      warn(
        .implausible, path, at: node,
        "\(score) is below every passing mark of \(exam.displayName) that we know of, the lowest of "
          + "them \(lowest): it is read as a fail",
        remedy: "check the digits; once it is passed, write that score and count the fail in "
          + "`attempts`")
      return .failed(score: score)
    }
    warn(
      .implausible, path, at: node,
      "when did you take \(exam.displayName)? \(score) passed while the mark was \(before.score), "
        + "before \(from), and fails since: the mark is \(next.score) from that day"
        + (newest == next.score ? "" : " and \(newest) now") + ". Without the date it is read as a "
        + "fail",
      remedy: "give the date: `\(Self.key(of: exam)): {score: \(score), date: 2014-06}`, with your "
        + "own month")
    return .failed(score: score)
  }
}
