import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds
import SmartPickNumerics

/// Finds the programs of a list that the model cannot tell apart, so that the list does not claim an
/// order among them.
struct AlikePrograms {
  let builder: ListBuilder

  /// One program as the model sees it.
  private struct Look {
    var target: Int
    /// Log-odds of an interview without a signal.
    var interview: Double
    /// Its place by standing, 0…1.
    var place: Double
  }

  /// Fewest programs worth saying it of.
  private static let least = 4

  /// Groups of programs of the list that look alike, the largest first.
  func groups() -> [ProgramList.Alike] {
    let listed = builder.solution.members.map(\.choice.option)
    var left = listed.map { ($0, look($0)) }
    // The middle of a crowd makes a better seed than its edge.
    left.sort { ($0.1.target, $0.1.interview, $0.0) < ($1.1.target, $1.1.interview, $1.0) }
    let onList = Set(listed)
    let others = builder.inputs.problem.options.indices.filter { !onList.contains($0) }
      .map { look($0) }
    var groups: [ProgramList.Alike] = []
    while let seed = left.max(by: { a, b in
      (crowd(a.1, left), b.0) < (crowd(b.1, left), a.0)
    }) {
      let members = left.filter { isAlike($0.1, seed.1) }
      guard members.count >= Self.least else { break }
      left.removeAll { isAlike($0.1, seed.1) }
      let beyond = others.count { isAlike($0, seed.1) }
      groups.append(group(members.map(\.0).sorted(), beyond: beyond))
    }
    return groups
  }

  private func crowd(_ look: Look, _ all: [(Int, Look)]) -> Int {
    all.count { isAlike($0.1, look) }
  }

  private func isAlike(_ a: Look, _ b: Look) -> Bool {
    a.target == b.target
      && abs(a.interview - b.interview) <= builder.assumptions[.alikeDistance]
      && abs(a.place - b.place) <= builder.assumptions[.alikePlaces]
  }

  private func look(_ option: Int) -> Look {
    let origin = builder.inputs.origins[option]
    let target = builder.inputs.targets[origin.target]
    let mean = target.odds.average(target.odds.interview(program: origin.program, tier: 0))
    return Look(
      target: origin.target, interview: Logistic.quantile(min(max(mean, 1e-6), 1 - 1e-6)),
      place: target.places[origin.program])
  }

  private func group(_ options: [Int], beyond: Int) -> ProgramList.Alike {
    let programs = options.map { builder.inputs.program($0) }
    let type = builder.inputs.targets.first?.odds.applicantType
    let share =
      switch type {
      case .usDO?: "the share of their residents who are DOs (pct_do)"
      case .usIMG?, .nonUSIMG?: "the share of their residents who are IMGs (pct_img)"
      case .usMD?, nil: "the share of US MDs they invite (interview_rate_md)"
      }
    let more = beyond > 0 ? ", or \(beyond) more that are not on the list," : ""
    return ProgramList.Alike(
      codes: programs.map(\.code), institutions: programs.map(\.institution), beyond: beyond,
      sentence:
        "These \(programs.count) look alike to us: choose among them\(more) by where you want to "
        + "live. Two facts would tell them apart: the median Step 2 CK of their residents "
        + "(step2_median) and \(share).")
  }
}
