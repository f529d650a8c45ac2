import RuleFiles

/// What the draft checker marks, read from a data file: an expert rule.
public struct DraftRules: Sendable, Hashable, Codable {
  /// Sums of weights that divide ready from revise from rewrite.
  public struct Levels: Sendable, Hashable, Codable {
    /// Up to this sum a draft is ready.
    public var ready: Int
    /// From this sum on it is better begun again.
    public var rewrite: Int
  }

  /// Weights of marks that are not phrases.
  public struct Weights: Sendable, Hashable, Codable {
    /// More sentences or words than advised.
    public var tooLong: Int
    /// A single sentence that is too long.
    public var longSentence: Int
    /// Nothing that speaks for the applicant.
    public var noEvidence: Int
    /// Something that the file contradicts.
    public var contradiction: Int
    /// Something that the file does not say.
    public var unsupported: Int
    /// Speaking of the score where none is advised.
    public var notAdvised: Int
    /// Silence on a cause that is to be explained.
    public var unexplained: Int
  }

  /// Phrases of one kind.
  public struct PhraseGroup: Sendable, Hashable, Codable {
    /// Excuse, drama or blame.
    public var kind: DraftMark.Kind
    /// Weight of each mark.
    public var weight: Int
    /// Why it is marked.
    public var why: String
    /// What to write instead.
    public var instead: String
    /// The phrases.
    public var any: [String]
    /// Phrases that lift the mark when they follow within a few words; none if left out.
    public var unlessFollowedBy: [String]?
  }

  /// Layout version, 1.
  public var format: Int
  /// Levels.
  public var levels: Levels
  /// Weights.
  public var weights: Weights
  /// Longest sentence in words.
  public var longSentenceWords: Int
  /// Words that count as evidence.
  public var evidence: [String]
  /// Words that are about the exams.
  public var examWords: [String]
  /// Words that speak of what happened, besides those of `causes` and the file's own note.
  public var explanation: [String]
  /// Words that name a serious cause, by the cause's name in the file.
  public var causes: [String: [String]]
  /// Phrases to mark.
  public var phrases: [PhraseGroup]

  /// The rules that ship with the program, or those in the folder that `SMARTPICK_RULES` names.
  public static func shipped() throws(WordsRulesError) -> DraftRules {
    let name = "draft-rules.yaml"
    return try DraftRules(try RuleFile.words(name), name: name)
  }

  /// Rules from the text of a rule file.
  ///
  /// - Throws: ``WordsRulesError`` with line and field, a field that nothing reads among them.
  public init(yaml: String, name: String = "draft-rules.yaml") throws(WordsRulesError) {
    try self.init(RuleFile(name: name, text: yaml), name: name)
  }

  private init(_ file: RuleFile, name: String) throws(WordsRulesError) {
    self = try file.rules(DraftRules.self, shape: .draft)
    guard format == 1 else { throw WordsRulesError("\(name): format \(format) is not 1") }
    guard longSentenceWords > 0 else {
      throw WordsRulesError("\(name): longSentenceWords must be positive")
    }
    let lists =
      [evidence, examWords, explanation] + phrases.compactMap(\.unlessFollowedBy)
      + causes.sorted { $0.key < $1.key }.map(\.value)
    for phrase in (lists + phrases.map(\.any)).joined() where Phrase(phrase) == nil {
      throw WordsRulesError(
        "\(name): ‘\(phrase)’ is not a phrase; write words, and * only at an end")
    }
  }
}
