import Foundation
import MarketFiles
import StableMatching

/// Times of the match on generated markets: `bench-matching FOLDER NAME[:COUPLES]…`.
///
/// `FOLDER` holds `NAME.applicants.csv` and `NAME.programs.csv` and, for couples,
/// `NAME_cCOUPLES.applicants.csv` and `NAME_cCOUPLES.couples.csv`. With `--memory` it prints what
/// one market takes and ends; the table starts a process of its own for each market to ask.
@main
struct BenchMatching {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
    guard let folder = arguments.first, arguments.count > 1 else {
      print("usage: bench-matching FOLDER NAME[:COUPLES]…")
      exit(64)
    }
    let cases = arguments.dropFirst().map { MarketCase(folder: folder, name: $0) }
    if CommandLine.arguments.contains("--memory") {
      try MemoryUse.printPeaks(of: cases[0])
      return
    }
    var report = Report([
      "market", "couples", "entries", "floor", "read", "parse+build", "build", "match", "audit",
      "stable", "lists MB", "market MB", "×lists",
    ])
    for one in cases { report.add(try measure(one)) }
    report.print(
      title: "Single thread, milliseconds, best of 15; floor: one pass over all entries")
  }

  private static func measure(_ one: MarketCase) throws -> [String] {
    var times: [String: Double] = [:]
    func time<T>(_ step: String, _ body: () throws -> T) rethrows -> T {
      let clock = ContinuousClock()
      let start = clock.now
      let result = try body()
      let parts = start.duration(to: clock.now).components
      let milliseconds = Double(parts.seconds) * 1e3 + Double(parts.attoseconds) * 1e-15
      times[step] = min(times[step] ?? .infinity, milliseconds)
      return result
    }
    var isStable = true
    var entries = 0
    for _ in 0..<15 {
      let texts = try time("read") { try one.paths.read() }
      let market = try time("parse+build") { try texts.market().market }
      let quotas = market.quotas.map { Int($0) }
      let couples = one.couples(of: market)
      _ = try time("build") {
        try Market(
          applicants: market.applicantLists, programs: market.programLists, quotas: quotas,
          couples: couples)
      }
      let sum = time("floor") { Self.pass(over: market) }
      precondition(sum != 42)
      let outcome = try time("match") { try market.match() }
      isStable = time("audit") { market.audit(outcome.matching).isStable } && isStable
      entries = market.applicantLists.entryCount + market.programLists.entryCount
    }
    let memory = try MemoryUse.ofOwnProcess(one)
    func cell(_ step: String) -> String { Report.number(times[step] ?? 0, digits: 2) }
    return [
      one.base, "\(one.coupleCount)", "\(entries)", cell("floor"), cell("read"),
      cell("parse+build"), cell("build"), cell("match"), cell("audit"), isStable ? "yes" : "no",
      Report.number(memory.lists, digits: 1), Report.number(memory.peak, digits: 1),
      Report.number(memory.peak / memory.lists, digits: 1),
    ]
  }

  /// What no procedure can do without: looking at every entry once.
  private static func pass(over market: Market) -> Int {
    var sum = 0
    for item in market.applicantLists.items { sum &+= Int(item) }
    for item in market.programLists.items { sum &+= Int(item) }
    return sum
  }
}
