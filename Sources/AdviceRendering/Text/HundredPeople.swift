import Advising
import MatchFacts
import ScoreReading

/// A hundred people with such a file and list: who of them matches where, and how far the estimate may
/// be off.
struct HundredPeople: Sendable, Hashable {
  /// What becomes of one.
  enum Fate: Hashable {
    /// Matches in the most wanted specialty.
    case firstChoice
    /// Matches in another one on the list.
    case backup
    /// Does not match.
    case unmatched
  }

  /// One of the hundred.
  struct Person: Hashable {
    var fate: Fate
    /// Whether the interval of the chance leaves open what becomes of them.
    var isOpen: Bool
  }

  /// All hundred: first choice, backup, unmatched.
  let people: [Person]
  let firstChoice: Int
  let backup: Int
  let low: Int
  let high: Int
  private let first: String
  private let others: String?

  init(_ odds: Odds) {
    let matched = ChanceText.ofHundred(odds.match.estimate)
    let hasBackup = odds.bySpecialty.count > 1
    let first =
      hasBackup
      ? min(matched, Int((100 * odds.matchInFirstChoice.estimate).rounded())) : matched
    firstChoice = first
    backup = matched - first
    let low = min(matched, ChanceText.ofHundred(odds.match.low))
    let high = max(matched, ChanceText.ofHundred(odds.match.high))
    self.low = low
    self.high = high
    people = (0..<100).map { number in
      Person(
        fate: number < first ? .firstChoice : number < matched ? .backup : .unmatched,
        isOpen: (low..<high).contains(number))
    }
    self.first = odds.bySpecialty.first?.specialty.name ?? "the specialty"
    others =
      hasBackup
      ? odds.bySpecialty.dropFirst().map(\.specialty.name).joined(separator: " or ") : nil
  }

  /// The picture in words.
  var sentence: String {
    let matched = firstChoice + backup
    var text = "Of 100 such applicants "
    if let others {
      text +=
        "\(firstChoice) match in \(first), \(backup) more in \(others), and \(100 - matched) do not "
        + "match"
    } else {
      text += "\(matched) match in \(first) and \(100 - matched) do not"
    }
    return text + (low < high ? "; between \(low) and \(high) may match." : ".")
  }

  /// What the marks mean, by fate, those that occur.
  var legend: [(fate: Fate, text: String)] {
    var rows: [(Fate, String)] = []
    if firstChoice > 0 { rows.append((.firstChoice, "match in \(first)")) }
    if backup > 0, let others { rows.append((.backup, "match in \(others)")) }
    rows.append((.unmatched, "do not match"))
    return rows.map { (fate: $0.0, text: $0.1) }
  }
}
