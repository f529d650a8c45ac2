import MatchFacts
import Yams

/// Exams, in their short and long forms.
extension NodeDecoder {
  enum Exam {
    case step1
    case step2CK
    case level1
    case level2
  }

  /// A result that may be a pass without a score.
  struct Result {
    var score: Int?
    var date: CalendarDate?
    var attempts: Int?
  }

  private func scale(_ exam: Exam) -> ClosedRange<Int> {
    switch exam {
    case .step1, .step2CK: rules.usmleScale
    case .level1, .level2: rules.comlexScale
    }
  }

  private func passMarks(_ exam: Exam) -> [FileRules.PassMark] {
    switch exam {
    case .step1: rules.step1PassMarks
    case .step2CK: rules.step2CKPassMarks
    case .level1, .level2: rules.comlexPassMarks
    }
  }

  /// `pass`, a score, or a section with score, date and attempts.
  mutating func passOrScore(_ file: Section, _ key: String, _ exam: Exam) -> Result? {
    guard let node = node(file, key) else { return nil }
    if node.mapping == nil {
      var result = Result()
      guard scoreOrPass(node, key, exam, date: nil, into: &result) else { return nil }
      return result
    }
    guard let section = section(node, key, keys: FieldGuide.keys(of: key)) else { return nil }
    var result = Result()
    result.date = pastDay(section, "date")
    result.attempts = integer(section, "attempts", 1...12)
    guard let score = self.node(section, "score") else {
      if section.entries["score"].map(Self.isUnknown) ?? true, !isSuggested("\(key).score") {
        report(
          .missing, "\(key).score", at: node, "the result is missing", accepted: "pass or a score",
          remedy: "add `score: pass`, or `score:` with the digits")
      }
      return nil
    }
    guard scoreOrPass(score, "\(key).score", exam, date: result.date, into: &result) else {
      return nil
    }
    return result
  }

  private mutating func scoreOrPass(
    _ node: Node, _ path: String, _ exam: Exam, date: CalendarDate?, into result: inout Result
  ) -> Bool {
    if let word = node.scalar?.string.lowercased(), ["pass", "passed", "p"].contains(word) {
      result.score = nil
      return true
    }
    if let word = node.scalar?.string.lowercased(), ["fail", "failed"].contains(word) {
      report(
        .unknownValue, path, at: node, "the file wants the attempt that passed",
        accepted: "pass or a score",
        remedy: "leave the exam out until it is passed, then count the failed one in `attempts`")
      return false
    }
    guard let score = score(node, path, exam, date: date, orPass: true) else { return false }
    result.score = score
    return true
  }

  /// A score, or a section with score, date and attempts.
  mutating func scoredExam(_ file: Section, _ key: String, _ exam: Exam) -> ScoredExam? {
    guard let node = node(file, key) else {
      if file.entries[key].map(Self.isUnknown) == true, exam == .step2CK || exam == .level2 {
        report(
          .missing, key, "the score is missing", accepted: "digits",
          remedy: "write the score, or remove the line")
      }
      return nil
    }
    if node.mapping == nil {
      return score(node, key, exam, date: nil, orPass: false).map { ScoredExam(score: $0) }
    }
    guard let section = section(node, key, keys: FieldGuide.keys(of: key)) else { return nil }
    let date = pastDay(section, "date")
    let attempts = integer(section, "attempts", 1...12)
    guard let scoreNode = self.node(section, "score") else {
      if section.entries["score"].map(Self.isUnknown) ?? true, !isSuggested("\(key).score") {
        report(
          .missing, "\(key).score", at: node, "the score is missing", accepted: "digits",
          remedy: "add a line such as `score: \(exam == .level2 ? 560 : 245)`")
      }
      return nil
    }
    guard let score = score(scoreNode, "\(key).score", exam, date: date, orPass: false) else {
      return nil
    }
    return ScoredExam(score: score, date: date, attempts: attempts)
  }

  private mutating func score(
    _ node: Node, _ path: String, _ exam: Exam, date: CalendarDate?, orPass: Bool
  ) -> Int? {
    let scale = scale(exam)
    let mark = rules.passMark(passMarks(exam), on: date)
    let limits = limits(scale, mark)
    let note = orPass ? "or pass" : exam == .step2CK ? "Step 2 CK is always scored" : nil
    guard let score = integer(node, path, scale, note: note, stated: limits) else { return nil }
    guard let mark, score < mark.score else { return score }
    let when = date.map { " on \($0)" } ?? " in any published year"
    let remedy = "enter the attempt that passed, and count the failed one in `attempts`"
    guard score < limits.lowerBound else {
      warn(
        .implausible, path, at: node,
        "\(score) is below the lowest minimum passing score we know of, \(mark.score)",
        remedy: "check the digits, and give the date")
      return score
    }
    report(
      .outOfRange, path, at: node,
      "\(score) is below the minimum passing score\(when), \(mark.score)",
      accepted: "a whole number from \(limits.lowerBound) to \(limits.upperBound)"
        + (note.map { " (\($0))" } ?? ""), remedy: remedy)
    return nil
  }

  /// The scores that are not refused: those that pass, and where the day is not known those that
  /// may have passed in a year before the tables.
  private func limits(
    _ scale: ClosedRange<Int>, _ mark: FileRules.MarkInForce?
  ) -> ClosedRange<Int> {
    guard let mark else { return scale }
    let lowest = mark.isCertain ? mark.score : mark.score - rules.undatedPassMarkMargin
    return min(max(lowest, scale.lowerBound), scale.upperBound)...scale.upperBound
  }
}
