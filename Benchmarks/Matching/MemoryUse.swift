import Foundation
import StableMatching

/// Memory of building and matching, in megabytes.
struct MemoryUse {
  /// The preference entries of both sides and the joint lists, four bytes for each program named.
  let lists: Double
  /// The most that was resident at once for lists, market, matching and working space.
  let peak: Double

  /// Measures in a process of its own, where nothing else was ever allocated.
  static func ofOwnProcess(_ one: MarketCase) throws -> MemoryUse {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--memory", one.folder, one.name]
    // Large blocks go back to the system when freed, so that residents are what is in use.
    process.environment = ["MALLOC_MMAP_THRESHOLD_": "65536"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let numbers = String(decoding: output, as: UTF8.self).split(separator: " ").compactMap {
      Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    guard numbers.count == 2 else { return MemoryUse(lists: .nan, peak: .nan) }
    return MemoryUse(lists: numbers[0], peak: numbers[1])
  }

  /// The child's part: reads the lists, then measures how far building and matching rise above.
  static func printPeaks(of one: MarketCase) throws {
    let (applicants, programs, quotas, couples) = try inputs(of: one)
    let pairs = couples.reduce(0) { $0 + $1.ranking.count }
    let lists = Double(4 * (applicants.entryCount + programs.entryCount + 2 * pairs)) / 1e6
    let before = try status("VmRSS:")
    try Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
    let market = try Market(
      applicants: applicants, programs: programs, quotas: quotas, couples: couples)
    let outcome = try market.match()
    let after = try status("VmHWM:")
    precondition(outcome.matching.matchedCount > 0)
    print(lists, lists + after - before)
  }

  private static func inputs(
    of one: MarketCase
  ) throws -> (PreferenceLists, PreferenceLists, [Int], [Couple]) {
    let market = try one.paths.read().market().market
    return (
      market.applicantLists, market.programLists, market.quotas.map { Int($0) },
      one.couples(of: market)
    )
  }

  private static func status(_ key: String) throws -> Double {
    let text = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix(key) } ?? ""
    return (line.split(separator: " ").compactMap { Double($0) }.first ?? .nan) * 1024 / 1e6
  }
}
