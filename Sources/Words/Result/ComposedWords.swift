/// Texts composed from the applicant's own facts.
public struct ComposedWords: Sendable, Hashable, Codable {
  /// One text and what to know about it.
  public struct Passage: Sendable, Hashable, Codable {
    /// The text; nil when none is advised.
    public var text: String?
    /// Number of words.
    public var words: Int
    /// Seconds it takes to say, for spoken texts.
    public var spokenSeconds: Double?
    /// Why it is as it is, or why there is none.
    public var note: String
    /// Facts missing from the file that would make it better.
    public var missing: [String]

    /// A passage.
    public init(
      text: String?, words: Int, spokenSeconds: Double?, note: String, missing: [String]
    ) {
      self.text = text
      self.words = words
      self.spokenSeconds = spokenSeconds
      self.note = note
      self.missing = missing
    }
  }

  /// A text in one tone.
  public struct Toned: Sendable, Hashable, Codable {
    /// The tone's name.
    public var tone: String
    /// The text.
    public var passage: Passage

    /// A text in a tone.
    public init(tone: String, passage: Passage) {
      self.tone = tone
      self.passage = passage
    }
  }

  /// The two or three sentences for the personal statement.
  public var statement: Passage
  /// The answer to "what happened?" in an interview.
  public var interviewAnswer: Passage
  /// A request for a letter, to an attending.
  public var letterRequest: Passage
  /// The whole matter in one line.
  public var oneLine: Passage
  /// The spoken answer in each tone, the plain one first; nil where no answer is needed.
  public var interviewTones: [Toned]?

  /// The four passages.
  public init(
    statement: Passage, interviewAnswer: Passage, letterRequest: Passage, oneLine: Passage,
    interviewTones: [Toned]? = nil
  ) {
    self.statement = statement
    self.interviewAnswer = interviewAnswer
    self.letterRequest = letterRequest
    self.oneLine = oneLine
    self.interviewTones = interviewTones
  }
}
