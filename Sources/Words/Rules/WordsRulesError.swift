/// Why the rules for the words could not be read.
public struct WordsRulesError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, what is wrong in it, and how to mend it.
  public let description: String

  init(_ description: String) { self.description = description }
}
