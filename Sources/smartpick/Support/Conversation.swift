import Foundation

/// Questions to a person at the terminal, or to what stands in for one.
enum Conversation {
  /// Answers in place of a terminal's, one a question; nil ends them.
  typealias Reader = @Sendable () -> String?

  /// Takes questions within its scope; nil for the terminal.
  @TaskLocal static var reader: Reader?

  /// Whether anybody is there to answer.
  static var isPossible: Bool { reader != nil || (isatty(0) == 1 && isatty(2) == 1) }

  /// Asks and waits for one line; nil where the person has left.
  static func ask(_ question: String) -> String? {
    Console.write(question)
    return reader.map { $0() } ?? readLine()
  }
}
