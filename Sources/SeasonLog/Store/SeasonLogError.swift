/// Why a season's log cannot be opened, read or written.
public enum SeasonLogError: Error, Sendable, Hashable {
  /// There is no log at this path.
  case missing(path: String)
  /// There is a log already where one was to be started.
  case exists(path: String)
  /// The file is something else.
  case notASeason(path: String)
  /// A later version of the program wrote the log.
  case newer(path: String)
  /// The file is damaged; what SQLite says of it.
  case damaged(path: String, reason: String)
  /// The file or its folder cannot be written.
  case notWritable(path: String, reason: String)
  /// Another process kept the log busy for too long.
  case busy(path: String)
  /// The event cannot be true beside what the log says.
  case refused(program: String, findings: [EventFinding])
  /// No line of this number counts.
  case noSuchLine(Int64)
  /// There is nothing to undo.
  case nothingToUndo
  /// Anything else that SQLite reports.
  case failed(path: String, reason: String)
}

extension SeasonLogError: CustomStringConvertible {
  /// What is wrong, and what helps.
  public var description: String {
    switch self {
    case .missing(let path):
      "there is no season at \(path); begin one with: smartpick season start me.yaml"
    case .exists(let path):
      "\(path) holds a season already, and it stays as it is; to take in a changed file: "
        + "smartpick season update FILE. For a second season name another place with --season"
    case .notASeason(let path):
      "\(path) is not a season's log; give the file that 'season start' made"
    case .newer(let path):
      "\(path) was written by a later version of SmartPick; nothing was changed. "
        + "Update SmartPick to use it"
    case .damaged(let path, let reason):
      "\(path) is damaged (\(reason)); nothing was changed. "
        + "'smartpick season recover' keeps a copy and reads everything that can be read"
    case .notWritable(let path, let reason):
      "cannot write \(path): \(reason); nothing was recorded"
    case .busy(let path):
      "another program is writing \(path); nothing was recorded. Try again in a moment"
    case .refused(let program, let findings):
      "not recorded for \(program): " + findings.map(\.message).joined(separator: "; ")
    case .noSuchLine(let id):
      "the log has no event with the number \(id) that still counts; "
        + "'smartpick season status' shows the numbers"
    case .nothingToUndo:
      "there is nothing to undo: the log has no events yet"
    case .failed(let path, let reason):
      "\(path): \(reason)"
    }
  }
}
