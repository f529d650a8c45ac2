import Advising
import MatchFacts

/// What the trust codes mean, for the legend under a list of sources.
enum TrustText {
  /// The levels that these sources have, best first.
  static func legend(_ sources: [Source]) -> [Trust] {
    // A table whose rows differ has a code such as "B/C" or "A-C".
    let used = Set(sources.flatMap { $0.trust.compactMap { Trust(code: String($0)) } })
    return Trust.allCases.filter(used.contains)
  }

  /// "A: primary table or export, checked"; the code alone where it is not a known one.
  static func explained(_ code: String) -> String {
    guard let trust = Trust(code: code) else { return code }
    return "\(code): \(trust.meaning)"
  }
}
