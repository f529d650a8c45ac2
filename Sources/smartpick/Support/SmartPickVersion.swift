import Advising
import DelimitedText
import Foundation
import MatchFacts
import MatchOdds

/// The version that `--version` prints.
enum SmartPickVersion {
  static let text = Advisor.version

  /// Version, how new the facts are, and which parameters the odds have: what a question about an
  /// advice should quote.
  static func whole() throws(CommandFailure) -> String {
    let facts = try Opening.facts()
    let path: String
    let model: [UInt8]
    do {
      path = try OddsParameters.shippedPath()
      model = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
    return """
      smartpick \(text)
      facts: \(facts.tables.count) tables, the newest with figures of \(newestYear(facts.tables))
      model: \(URL(fileURLWithPath: path).lastPathComponent), SHA-256 \(SHA256.hex(model).prefix(16))
      """
  }

  /// The latest year that any table's figures refer to, as its manifest states it.
  static func newestYear(_ tables: [FactTable]) -> String {
    tables.flatMap { $0.year.split(whereSeparator: { !$0.isNumber }) }
      .filter { $0.count == 4 }.max().map(String.init) ?? "unknown years"
  }
}
