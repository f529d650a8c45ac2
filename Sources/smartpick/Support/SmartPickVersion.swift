import Advising

/// The version that `--version` prints.
enum SmartPickVersion {
  static let text = Advisor.version
}
