import RuleFiles

/// When to explain, and how long the words may be: an expert rule, read from a data file.
public struct WordsRules: Sendable, Hashable, Codable {
  /// When a drop is worth words.
  public struct Decision: Sendable, Hashable, Codable {
    /// Changes within so many points are flat.
    public var flatPoints: Int
    /// Drop from which a cause belongs into the statement.
    public var statementFromDrop: Int
    /// `flatPoints` on the COMLEX scale.
    public var flatPointsCOMLEX: Int
    /// `statementFromDrop` on the COMLEX scale.
    public var statementFromDropCOMLEX: Int
    /// Drop from which the request for a letter names it, though nothing is explained.
    public var letterFromDrop: Int
    /// `letterFromDrop` on the COMLEX scale.
    public var letterFromDropCOMLEX: Int
    /// Share of programs that hold a low score against a file, from which it gets words of its own.
    public var askedFrom: Double
    /// Most facts that one answer tells; of more it tells the two gravest.
    public var mostToldMatters: Int
  }

  /// How long each text may be.
  public struct Lengths: Sendable, Hashable, Codable {
    /// Sentences in the statement.
    public var statementSentences: Int
    /// Words in the statement.
    public var statementWords: Int
    /// Seconds of the spoken answer.
    public var interviewSeconds: Double
    /// Words in the letter request.
    public var letterWords: Int
    /// Words in the one-line version.
    public var oneLineWords: Int
  }

  /// How fast people speak.
  public struct Speech: Sendable, Hashable, Codable {
    /// Words a minute.
    public var wordsPerMinute: Double
    /// Where the figure comes from.
    public var source: String
  }

  /// Layout version, 1.
  public var format: Int
  /// When to explain.
  public var decision: Decision
  /// How long.
  public var lengths: Lengths
  /// How fast.
  public var speech: Speech
  /// What programs see beside a drop, most serious first.
  public var matters: [MatterRule]
  /// Tones of the spoken answer; the first is the plain one, which every other text uses.
  public var tones: [ToneRule]
  /// Years between graduation and the Match from which programs ask about the time between.
  public var lateGraduationYears: Int
  /// Words of health in a note that no composed sentence says aloud.
  public var privateHealth: [String]
  /// What is said first to someone in danger.
  public var support: SupportRule

  /// The rules that ship with the program, or those in the folder that `SMARTPICK_RULES` names.
  public static func shipped() throws(WordsRulesError) -> WordsRules {
    let name = "words-rules.yaml"
    return try WordsRules(try RuleFile.words(name), name: name)
  }

  /// Rules from the text of a rule file.
  ///
  /// - Throws: ``WordsRulesError`` with line and field, a field that nothing reads among them.
  public init(yaml: String, name: String = "words-rules.yaml") throws(WordsRulesError) {
    try self.init(RuleFile(name: name, text: yaml), name: name)
  }

  private init(_ file: RuleFile, name: String) throws(WordsRulesError) {
    self = try file.rules(WordsRules.self, shape: .words)
    guard format == 1 else {
      throw WordsRulesError("\(name): format \(format) is not 1")
    }
    guard speech.wordsPerMinute.isFinite, speech.wordsPerMinute >= 1,
      lengths.interviewSeconds.isFinite, lengths.interviewSeconds > 0
    else {
      throw WordsRulesError("\(name): words per minute and seconds must be positive numbers")
    }
    guard !tones.isEmpty, Set(tones.map(\.name)).count == tones.count else {
      throw WordsRulesError("\(name): tones needs at least one, each with a name of its own")
    }
    let kinds = matters.map(\.kind)
    guard Set(kinds).count == kinds.count else {
      throw WordsRulesError("\(name): a kind stands twice under matters; name each once")
    }
    if let missing = VisibleMatter.Kind.allCases.first(where: { !kinds.contains($0) }) {
      throw WordsRulesError("\(name): matters lacks ‘\(missing.rawValue)’")
    }
    let counts = [
      lateGraduationYears, decision.flatPoints, decision.statementFromDrop,
      decision.flatPointsCOMLEX,
      decision.statementFromDropCOMLEX, decision.letterFromDrop, decision.letterFromDropCOMLEX,
      lengths.statementSentences, lengths.statementWords,
      lengths.letterWords, lengths.oneLineWords, decision.mostToldMatters,
    ]
    guard (0...1).contains(decision.askedFrom) else {
      throw WordsRulesError("\(name): askedFrom is a share, from 0 to 1")
    }
    for phrase in privateHealth + support.phrases where Phrase(phrase) == nil {
      throw WordsRulesError(
        "\(name): ‘\(phrase)’ is not a phrase; write words, and * only at an end")
    }
    guard counts.allSatisfy({ $0 >= 0 }) else {
      throw WordsRulesError("\(name): points, sentences and words cannot be negative")
    }
  }

  /// Whether a note of the file may stand in a sentence: not where it tells of danger or of an illness
  /// of the mind.
  func isQuotable(_ note: String) -> Bool {
    !support.isDanger(note)
      && !DraftText(note).contains(anyOf: privateHealth.compactMap { Phrase($0) })
  }

  /// Seconds it takes to say so many words.
  func seconds(forWords words: Int) -> Double { Double(words) * 60 / speech.wordsPerMinute }

  /// Most words that fit into the spoken answer.
  var interviewWords: Int { Int(lengths.interviewSeconds * speech.wordsPerMinute / 60) }
}
