import AdviceRendering
import Advising
import MatchFacts
import ScoreReading

/// An order of the programs found.
enum ExplorerOrder: String, Sendable, CaseIterable {
  /// As the search ranks them.
  case found
  case name
  /// The one that asks for the strongest file of its specialty first.
  case standing
  /// The likeliest interview first.
  case interview
  /// The likeliest to take the applicant first.
  case match

  /// The order in words.
  var title: String {
    switch self {
    case .found: "best found"
    case .name: "name"
    case .standing: "what it asks for"
    case .interview: "interview chance"
    case .match: "chance that it takes you"
    }
  }

  /// Whether the order is one of an applicant's chances.
  var needsFile: Bool { self == .interview || self == .match }
}

/// A program found, with what the page shows of it.
struct ExplorerRow: Sendable {
  var program: Program
  /// Its place by standing among the programs of its specialty, 0…100; nil where it is not known.
  var percentile: Double?
  /// The chances of the file that is carried along, if it applies in the specialty.
  var odds: ProgramOdds?
}

extension ExplorerOrder {
  /// Rows in this order; those without what it asks for stand last, and equal ones as found.
  func sorted(_ rows: [ExplorerRow]) -> [ExplorerRow] {
    switch self {
    case .found: return rows
    case .name:
      let names = rows.map { $0.program.institution.lowercased() }
      return rows.indices.sorted { (names[$0], $0) < (names[$1], $1) }.map { rows[$0] }
    case .standing, .interview, .match:
      let keys = rows.map { row in key(row) ?? -1 }
      return rows.indices.sorted { (-keys[$0], $0) < (-keys[$1], $1) }.map { rows[$0] }
    }
  }

  private func key(_ row: ExplorerRow) -> Double? {
    switch self {
    case .found, .name: return nil
    case .standing: return row.percentile
    case .interview, .match:
      guard let odds = row.odds, odds.isEligible else { return row.odds == nil ? nil : -0.5 }
      return self == .interview ? odds.interview.none.estimate : odds.match.none.estimate
    }
  }
}
