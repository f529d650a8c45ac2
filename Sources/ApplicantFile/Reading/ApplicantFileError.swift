/// Why a file gives no applicant: every problem found, in the order of the file.
public struct ApplicantFileError: Error, Sendable, Hashable, Codable {
  /// The problems, never empty.
  public var problems: [FileProblem]
  /// What was found besides, and would not have stopped the file alone.
  public var warnings: [FileProblem]

  /// An error.
  public init(problems: [FileProblem], warnings: [FileProblem] = []) {
    self.problems = problems
    self.warnings = warnings
  }

  /// 66 (missing input) when the file could not be read at all, otherwise 65 (bad data).
  public var exitCode: Int32 {
    problems.contains { $0.kind == .unreadable } ? 66 : 65
  }
}

extension ApplicantFileError: CustomStringConvertible {
  /// The problems one after another, with their number when there are several.
  public var description: String {
    let list = problems.map(\.description).joined(separator: "\n")
    guard problems.count > 1 else { return list }
    return list + "\n\(problems.count) problems in all; nothing was read."
  }
}
