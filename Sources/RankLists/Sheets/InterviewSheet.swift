/// What a person wrote down after an interview, in a minute, before the next one blurs it.
public struct InterviewSheet: Sendable, Hashable, Codable {
  /// How the interview went, by one's own feeling.
  public enum Impression: String, Sendable, Hashable, Codable, CaseIterable {
    /// It did not go well.
    case poorly
    /// As interviews go.
    case usual
    /// It went well.
    case well
  }

  /// The program's code.
  public var code: String
  /// A few words.
  public var words: String?
  /// How much one would like to train there, 1…10, from the gut.
  public var gut: Int?
  /// How it went.
  public var went: Impression?
  /// Why one would not go there at all; nil where nothing speaks against it.
  public var dealBreaker: String?

  /// A sheet.
  public init(
    code: String, words: String? = nil, gut: Int? = nil, went: Impression? = nil,
    dealBreaker: String? = nil
  ) {
    self.code = code
    self.words = words
    self.gut = gut
    self.went = went
    self.dealBreaker = dealBreaker
  }
}
