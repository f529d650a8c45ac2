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
  /// Most groups said; the rest are small.
  private static let most = 6

  /// Groups of programs of the list that look alike, the largest first.
  func groups() -> [ProgramList.Alike] {
    let listed = builder.solution.members.map(\.choice.option)
    var left = listed.map { (option: $0, look: look($0)) }
    let onList = Set(listed)
    let others = builder.inputs.problem.options.indices.filter { !onList.contains($0) }
      .map { look($0) }
    var groups: [ProgramList.Alike] = []
    while groups.count < Self.most {
      // The middle of a crowd makes a better seed than its edge.
      let crowds = left.map { one in left.count { isAlike($0.look, one.look) } }
      guard let size = crowds.max(), size >= Self.least, let place = crowds.firstIndex(of: size)
      else { break }
      let seed = left[place].look
      let members = left.filter { isAlike($0.look, seed) }.map(\.option)
      left.removeAll { isAlike($0.look, seed) }
      groups.append(group(members.sorted(), beyond: others.count { isAlike($0, seed) }))
    }
    return groups
  }

  /// What to make of programs that look alike, and what would tell them apart; nil without any.
  func advice(_ groups: [ProgramList.Alike]) -> String? {
    guard !groups.isEmpty else { return nil }
    let share =
      switch builder.inputs.targets.first?.odds.applicantType {
      case .usDO?: "the share of their residents who are DOs"
      case .usIMG?, .nonUSIMG?: "the share of their residents who are IMGs"
      case .usMD?, nil: "the share of US MDs they invite"
      }
    return
      "Choose among programs that look alike by where you want to live. Two facts would tell them "
      + "apart: the median Step 2 CK of their residents and \(share); brought in as figures of your "
      + "own they count."
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
    let more =
      switch beyond {
      case 0: ""
      case 1: ", and so does 1 more that is not on the list"
      default: ", and so do \(beyond) more that are not on the list"
      }
    return ProgramList.Alike(
      codes: programs.map(\.code), institutions: programs.map(\.institution), beyond: beyond,
      sentence: "These \(programs.count) look alike to us\(more).")
  }
}
