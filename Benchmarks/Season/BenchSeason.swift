import Foundation
import MatchFacts
import MatchOdds
import SeasonSimulation

/// Times whole simulated seasons: one replicate, threads, the size of the market, memory.
///
/// Two figures do not depend on how fast the machine is: the speed-up with threads, and how time
/// grows with the market. The first season pays for cold caches, so the best of three counts.
@main
struct BenchSeason {
  static func main() async throws {
    let facts = try MatchFacts.load()
    let all = try facts.programs()
    let directory = all.programs
    let traits = try facts.programTraits(of: all)
    let parameters = try SeasonParameters.shipped()
    let simulator = SeasonSimulator(
      directory: directory, traits: traits, parameters: parameters, seed: 1)
    let one = best(of: 3) { number in _ = simulator.tally(season: number) }
    let reference = best(of: 3) { _ in referenceLoop() }
    line("reference: hundred million generator steps", reference)
    line("one season, one thread, beside it", one, beside: one / reference)
    print("  peak memory \(Int(peakMemory())) MB (the aim: under 1000)")

    print("threads, four seasons each:")
    var single = 0.0
    for threads in [1, 2, 4] {
      let start = ContinuousClock.now
      _ = await simulator.tally(seasons: 10..<14, threads: threads)
      let seconds = elapsed(start)
      if threads == 1 { single = seconds }
      line("  \(threads) thread\(threads == 1 ? "" : "s")", seconds, beside: single / seconds)
    }

    print("size of the market:")
    for percent in [25, 50, 100] {
      let market = scaled(parameters, directory, traits, percent: percent)
      let seconds = best(of: 3) { number in _ = market.tally(season: number) }
      line("  \(percent) % of applicants and programs", seconds, beside: seconds / one)
    }
  }

  /// Every fourth (or second) program and as large a share of the applicants.
  private static func scaled(
    _ parameters: SeasonParameters, _ directory: [Program], _ traits: ProgramTraitTable,
    percent: Int
  ) -> SeasonSimulator {
    let step = 100 / percent
    var fewer = parameters
    for (name, field) in parameters.fields {
      fewer.fields[name]?.positions = field.positions.map { $0 / Double(step) }
      for (group, cell) in field.cells {
        fewer.fields[name]?.cells[group]?.applicants = cell.applicants / Double(step)
      }
    }
    let programs = directory.enumerated().filter { $0.offset % step == 0 }.map(\.element)
    return SeasonSimulator(directory: programs, traits: traits, parameters: fewer, seed: 1)
  }

  /// A fixed piece of work, so that times of different machines can be compared.
  private static func referenceLoop() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<100_000_000 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
    }
    precondition(state != 0)
  }

  private static func best(of runs: Int, _ body: (Int) -> Void) -> Double {
    (0..<runs).map { number in
      let start = ContinuousClock.now
      body(number)
      return elapsed(start)
    }.min() ?? 0
  }

  private static func elapsed(_ start: ContinuousClock.Instant) -> Double {
    let duration = start.duration(to: .now)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  private static func line(_ label: String, _ seconds: Double, beside ratio: Double? = nil) {
    let padded = label + String(repeating: " ", count: max(0, 44 - label.count))
    let tail = ratio.map { String(format: "%6.2f ×", $0) } ?? ""
    print(padded, String(format: "%8.3f s", seconds), tail)
  }

  /// The most that was resident at once, in megabytes.
  private static func peakMemory() -> Double {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(separator: " ").compactMap({ Double($0) }).first
    else { return .nan }
    return kilobytes / 1000
  }
}
