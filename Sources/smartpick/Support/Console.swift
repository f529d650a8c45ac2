import Foundation
import Synchronization

/// Where a command speaks: results on standard output, messages and progress on standard error.
enum Console {
  /// What a command said, where something listens in place of a terminal.
  final class Recording: Sendable {
    private let said = Mutex((output: "", errors: ""))

    /// All results.
    var output: String { said.withLock { $0.output } }
    /// All messages.
    var errors: String { said.withLock { $0.errors } }

    fileprivate func say(_ text: String) { said.withLock { $0.output += text } }
    fileprivate func complain(_ text: String) { said.withLock { $0.errors += text } }
  }

  /// Takes what is said within its scope; nil for the streams of the process.
  @TaskLocal static var recording: Recording?

  /// Writes a result.
  static func say(_ text: String, terminator: String = "\n") {
    if let recording { return recording.say(text + terminator) }
    print(text, terminator: terminator)
  }

  /// Writes a message with the program's name.
  static func complain(_ message: String) { write("smartpick: \(message)\n") }

  /// Writes a message as it stands.
  static func write(_ text: String) {
    if let recording { return recording.complain(text) }
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Writes a line of progress if a person is watching.
  static func progress(_ message: String) {
    guard recording == nil, isatty(2) == 1 else { return }
    FileHandle.standardError.write(Data("\(message)\n".utf8))
  }
}
