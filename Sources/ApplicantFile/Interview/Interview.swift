import MatchFacts

/// The guided interview: asks field by field and gives an applicant.
///
/// It knows nothing of terminals: `ask` shows a prompt and answers a line, or nil at the end of the
/// input. Every answer passes the same checks as a file, so a wrong one gets the same words.
public struct Interview {
  /// What came of an interview.
  public enum Outcome: Sendable, Hashable {
    /// All that was asked, or as much as was answered.
    case complete(Applicant)
    /// The input ended before the three required answers.
    case endedEarly
  }

  private let rules: FileRules
  private let names: PlaceholderCatalog
  private let ask: (String) -> String?
  private let say: (String) -> Void
  private var draft: Applicant
  private var asked: [(question: InterviewQuestion, before: Applicant)] = []

  /// An interview.
  ///
  /// - Parameters:
  ///   - rules: the checks that every answer meets.
  ///   - names: names of specialties, programs and states.
  ///   - ask: shows a prompt and answers the line typed, nil when there is no more input.
  ///   - say: shows a line.
  public init(
    rules: FileRules, names: any NameCatalog, ask: @escaping (String) -> String?,
    say: @escaping (String) -> Void
  ) {
    self.rules = rules
    self.names = PlaceholderCatalog(names: names)
    self.ask = ask
    self.say = say
    self.draft = Applicant(
      type: .usMD, step2CK: ExamResult(score: rules.usmleScale.upperBound),
      specialties: [TargetSpecialty(specialty: PlaceholderCatalog.placeholder)])
  }

  private enum Reply {
    case next
    case back
    case finish
    case ended
  }

  /// Runs the interview to its end.
  public mutating func run() -> Outcome {
    say(
      """
      A few questions; the first three are needed, and Enter skips every other one.
      ?  explains the question      back  goes to the one before      done  writes the file now
      Nothing you type leaves this machine.
      """)
    let questions = InterviewQuestion.required + InterviewQuestion.optional
    var index = 0
    while index < questions.count {
      let question = questions[index]
      prepare(for: question)
      guard question.applies(draft) else {
        index += 1
        continue
      }
      let before = draft
      let left = questions[index...].count { $0.applies(draft) }
      let position = "[\(asked.count + 1)/\(asked.count + left)]"
      switch pose(question, position: position, isStart: index < InterviewQuestion.required.count) {
      case .next:
        asked.append((question, before))
        index += 1
      case .back:
        guard let last = asked.popLast() else { continue }
        draft = last.before
        index = questions.firstIndex { $0.path == last.question.path && $0.applies(draft) } ?? 0
      case .finish: return .complete(draft)
      case .ended:
        return index < InterviewQuestion.required.count ? .endedEarly : .complete(draft)
      }
    }
    return .complete(draft)
  }

  /// The draft begins with placeholders for what is required; a DO's first score to be asked for is
  /// Step 2 CK, and COMLEX takes its place when there is none.
  private mutating func prepare(for question: InterviewQuestion) {
    let hasNone = draft.step2CK == nil && draft.comlexLevel2 == nil
    if question.path == "comlex_level2", draft.type == .usDO, hasNone {
      draft.comlexLevel2 = ExamResult(score: rules.comlexScale.upperBound)
    }
  }

  private mutating func pose(
    _ question: InterviewQuestion, position: String, isStart: Bool
  ) -> Reply {
    guard let guide = question.guide else { return .next }
    say("")
    say("\(position) \(guide.title): \(guide.explanation)")
    while true {
      guard let line = ask(Self.prompt(question, guide)) else { return .ended }
      let answer = Self.trimmed(line)
      switch answer.lowercased() {
      case "":
        guard question.isRequired else {
          skip(question)
          return .next
        }
        say("  This one is needed. Accepted: \(guide.accepted)")
        continue
      case "?", "help":
        say("  Accepted: \(guide.accepted)")
        if let matters = guide.matters { say("  Why it is asked: \(matters)") }
        continue
      case "back": return .back
      case "done", "quit":
        guard !isStart else {
          say("  The first three answers are needed before a file can be written.")
          continue
        }
        return .finish
      default: break
      }
      if apply(question.value(of: answer), to: question) { return .next }
    }
  }

  private mutating func skip(_ question: InterviewQuestion) {
    // Only a DO may pass over Step 2 CK; the placeholder must not stay behind.
    if question.path == "step2ck" { draft.step2CK = nil }
  }

  private mutating func apply(_ value: String, to question: InterviewQuestion) -> Bool {
    do {
      let file = try ApplicantFile.applying(
        edits: [FileEdit(path: question.path, value: value)], to: draft, rules: rules, names: names)
      draft = file.applicant
      for warning in file.warnings where warning.field.hasPrefix(question.path) {
        say("  Note: \(warning.message).")
      }
      return true
    } catch {
      for problem in error.problems {
        say("  \(problem.message.capitalizedFirst).")
        if let accepted = problem.accepted { say("  Accepted: \(accepted)") }
        if let remedy = problem.remedy { say("  \(remedy.capitalizedFirst)") }
      }
      return false
    }
  }

  private static func prompt(_ question: InterviewQuestion, _ guide: FieldGuide) -> String {
    switch question.form {
    case .choice(let words) where words != ["yes", "no"]:
      let listed = words.enumerated().map { "\($0.offset + 1) \($0.element)" }
      return "  \(listed.joined(separator: "   "))\n> "
    case .choice, .value: return "  (\(Self.shortForms[question.path] ?? guide.accepted))\n> "
    case .list:
      return "  (\(Self.shortForms[question.path] ?? guide.accepted), separated by commas)\n> "
    }
  }

  /// What is typed at a prompt where the file could hold more.
  private static let shortForms = [
    "step1": "pass or three digits; or fail, pending, not taken",
    "step2ck": "three digits; or fail, pending, not taken",
    "comlex_level1": "pass or digits; or fail, pending, not taken",
    "comlex_level2": "digits; or fail, pending, not taken",
    "step3": "pass or three digits", "specialties": "one or more names or short forms",
    "clinical.other_clerkships": "honors, high pass, pass or fail, one for each",
    "red_flags":
      "none, or professionalism, failed course, repeated year, leave, gap, legal, prior residency, "
      + "unmatched before, other",
    "rotations": "none, or sub-internship or away, one for each",
    "home_programs": "none, or program codes", "tie_states": "two-letter abbreviations",
    "wishes.states_wanted": "two-letter abbreviations",
    "wishes.states_refused": "two-letter abbreviations",
  ]

  private static func trimmed(_ line: String) -> String {
    var text = Substring(line)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension String {
  fileprivate var capitalizedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}

/// A catalog that also knows the placeholder of a draft that has no specialty yet.
private struct PlaceholderCatalog: NameCatalog {
  static let placeholder = Specialty("To be named")
  let names: any NameCatalog

  func specialty(named name: String) -> Specialty? {
    name == Self.placeholder.name ? Self.placeholder : names.specialty(named: name)
  }

  func specialtySuggestions(for name: String) -> [String] {
    names.specialtySuggestions(for: name)
  }

  func hasProgram(code: String) -> Bool? { names.hasProgram(code: code) }
  func isState(_ abbreviation: String) -> Bool? { names.isState(abbreviation) }
}
