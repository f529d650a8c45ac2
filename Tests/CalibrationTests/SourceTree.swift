import Foundation
import MatchFacts

/// The published facts, read from the source tree.
func sourceFacts() throws -> MatchFacts {
  try MatchFacts.load(
    from: sourceRoot().appendingPathComponent("Sources/MatchFacts/Resources").path)
}

/// The root of the source tree.
func sourceRoot() -> URL {
  URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
