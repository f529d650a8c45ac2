import Foundation
import Testing

@testable import smartpick

/// Runs command lines in this process.
enum Command {
  static func run(_ arguments: String...) async -> (code: Int32, output: String, errors: String) {
    let recording = Console.Recording()
    let code = await Console.$recording.withValue(recording) {
      await SmartPickMain.run(arguments)
    }
    return (code, recording.output, recording.errors)
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func example(_ name: String) -> String {
    root.appendingPathComponent("Examples/\(name).yaml").path
  }

  /// A file of one's own for the time of a test.
  static func withFile(
    _ text: String, _ body: (String) async throws -> Void
  ) async throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("smartpick-\(UUID().uuidString).yaml").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
  }
}
