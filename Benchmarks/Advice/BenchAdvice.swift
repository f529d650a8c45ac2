import AdviceRendering
import Advising
import ApplicantFile
import Foundation
import Handbook
import MatchFacts
import MatchOdds

/// Times one advice, part by part, in one run: opening the facts, the advice warm, its rendering.
///
/// Absolute times depend on the machine; the last column gives each part beside one pass over the
/// directory's bytes, which is the least that any program with this directory must do.
@main
struct BenchAdvice {
  static func main() throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "Examples"
    let day = CalendarDate("2026-08-01") ?? CalendarDate(dayNumber: 0)
    guard let day else { return }
    let facts = try MatchFacts.load()
    let floor = try directoryPass(facts)
    let reference = referenceLoop()
    var rows: [(String, Double)] = [
      ("one pass over the directory's bytes", floor),
      ("reference: ten million steps of a generator", reference),
    ]
    rows.append(("directory read and indexed", try time(5) { _ = try facts.programs() }))
    rows.append(
      (
        "advisor opened: facts, rules, odds",
        try time(3) {
          _ = try Advisor(
            try Handbook(facts: facts, parameters: try OddsParameters.shipped()),
            rules: try AdviceRules.load())
        }
      ))
    let advisor = try Advisor(
      try Handbook(facts: facts, parameters: try OddsParameters.shipped()),
      rules: try AdviceRules.load())
    for (name, extra) in [
      ("internal-medicine-252-245", []), ("dermatology-255-241", []),
      ("internal-medicine-252-245", ["General Surgery", "Anesthesiology"]),
    ] as [(String, [String])] {
      var applicant = try advisor.handbook.checks.read(
        path: "\(folder)/\(name).yaml", asOf: day
      ).applicant
      applicant.specialties += extra.map {
        TargetSpecialty(specialty: Specialty($0), weight: 0.8)
      }
      let label = extra.isEmpty ? name : "three specialties"
      let request = Advisor.Request(asOf: day, comparesScenarios: false)
      let file = applicant
      rows.append(
        ("advice warm: \(label)", try time(5) { _ = try advisor.advise(file, request) }))
      let advice = try advisor.advise(file, request)
      if extra.isEmpty {
        rows.append(
          ("HTML report: \(label)", time(5) { _ = HTMLReport(advice).text.utf8.count }))
      }
    }
    rows += try draws(advisor, day, folder)
    print(
      "".padding(toLength: 66, withPad: " ", startingAt: 0), "of the pass", "of the reference")
    for (label, seconds) in rows {
      let milliseconds = String(format: "%9.2f ms", seconds * 1000)
      let ratio = String(format: "%8.1f ×", seconds / floor)
      let beside = String(format: "%8.3f ×", seconds / reference)
      print(label.padding(toLength: 52, withPad: " ", startingAt: 0), milliseconds, ratio, beside)
    }
  }

  /// What the draws behind the ranges cost: the odds of every program of a specialty with the middle
  /// of all that is not known alone, and with the usual number of draws.
  private static func draws(
    _ advisor: Advisor, _ day: CalendarDate, _ folder: String
  ) throws -> [(String, Double)] {
    let file = try advisor.handbook.checks.read(
      path: "\(folder)/internal-medicine-252-245.yaml", asOf: day
    ).applicant
    let specialty = Specialty("Internal Medicine")
    let programs = advisor.handbook.directory.programs.filter { $0.specialty == specialty }
    func odds(_ count: Int) -> Double {
      time(5) {
        let odds = advisor.model.odds(
          for: file, in: specialty, programs: programs, drawCount: count)
        precondition(odds.programs.count == programs.count)
      }
    }
    let middle = odds(1)
    let ranges = odds(32)
    return [
      ("odds of \(programs.count) programs, one draw", middle),
      ("the same with 32 draws (\(String(format: "%.2f", ranges / middle)) of it)", ranges),
    ]
  }

  /// A fixed piece of work, so that times of different machines can be compared: ten million steps of
  /// an xorshift generator.
  private static func referenceLoop() -> Double {
    time(5) {
      var state: UInt64 = 0x9E37_79B9_7F4A_7C15
      for _ in 0..<10_000_000 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
      }
      precondition(state != 0)
    }
  }

  /// Best of several runs, in seconds.
  private static func time(_ runs: Int, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
      let start = ContinuousClock.now
      try body()
      let elapsed = ContinuousClock.now - start
      best = min(
        best,
        Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
    }
    return best
  }

  /// Reading the file and adding up its bytes.
  private static func directoryPass(_ facts: MatchFacts) throws -> Double {
    let path = facts.folder + "/programs.csv"
    var sum: UInt64 = 0
    let seconds = time(5) {
      guard let data = FileManager.default.contents(atPath: path) else { return }
      for byte in data { sum &+= UInt64(byte) }
    }
    precondition(sum > 0, "the directory is empty")
    return seconds
  }
}
