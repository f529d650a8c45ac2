import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds
import ScoreReading

/// Judges the list the applicant has: what it achieves, what to add, what to drop.
struct CurrentListBuilder: Sendable {
  var builder: ListBuilder
  /// The applicant's list as options; programs the targets do not have are left out.
  var choices: [PortfolioChoice]
  /// Whether its applications are out, so that nothing can be dropped or added in time.
  var isSent: Bool

  /// Reads the list; nil if none of its programs is among the targets.
  init?(builder: ListBuilder, current: [ListedProgram], isSent: Bool = false) {
    self.isSent = isSent
    var seen: Set<Int> = []
    var choices: [PortfolioChoice] = []
    for listed in current {
      guard let option = builder.inputs.option(code: listed.program),
        seen.insert(option).inserted
      else { continue }
      let tiers = builder.inputs.targets[builder.inputs.origins[option].target].odds.tiers
      let tier = tiers.firstIndex(of: listed.signal) ?? 0
      choices.append(PortfolioChoice(option: option, variant: tier))
    }
    guard !choices.isEmpty else { return nil }
    self.builder = builder
    self.choices = choices
  }

  /// What the applicant's own list comes to.
  var odds: ListOdds { builder.inputs.odds(of: choices, cap: builder.limits.limits.offerCap) }

  func currentList() throws(AdviceError) -> CurrentList {
    let chance = odds
    let add = isSent ? [] : try additions()
    let drop = isSent ? [] : try removals()
    let gain = add.reduce(0) { $0 + $1.gain }
    return CurrentList(
      programs: choices.count, match: Interval(chance.matchEstimate),
      expectedInterviews: chance.interviewsBySpecialty.reduce(0, +),
      fees: builder.fees.total(counts), add: add, drop: drop,
      recommendedMatch: builder.listed.match,
      sentence: isSent
        ? "The \(choices.count) applications that you sent give a chance of "
          + "\(Format.about(chance.match))."
        : "Your list of \(choices.count) gives a chance of "
          + "\(Format.about(chance.match)). Adding the \(add.count) programs below "
          + "raises it by about \(Format.points(gain, digits: 1)) for "
          + Format.dollars(add.reduce(0) { $0 + $1.dollars })
          + (drop.isEmpty
            ? "."
            : "; dropping the \(drop.count) that add least saves "
              + "\(Format.dollars(drop.reduce(0) { $0 + $1.dollars }))."))
  }

  private var counts: [Int] {
    var counts = builder.inputs.targets.map { _ in 0 }
    for choice in choices { counts[builder.inputs.origins[choice.option].target] += 1 }
    return counts
  }

  /// The five to ten programs that raise the list's chance most among those that are not reaches;
  /// where hardly any is safer than a reach, among all.
  private func additions() throws(AdviceError) -> [CurrentList.Change] {
    let isSafer = builder.inputs.problem.options.indices.map {
      builder.group(of: PortfolioChoice(option: $0)) != .reach
    }
    let taken = Set(choices.map(\.option))
    let safer = isSafer.indices.count { isSafer[$0] && !taken.contains($0) }
    let steps = try builder.engines.additions(to: choices, count: 10) { option in
      safer < 10 || isSafer[option]
    }
    let rule = builder.rule
    var counts = counts
    var changes: [CurrentList.Change] = []
    for step in steps {
      let target = builder.inputs.origins[step.choice.option].target
      let price = builder.fees[target].marginal(number: counts[target] + 1)
      if changes.count >= 5, step.gain < rule.least(price: price) { break }
      counts[target] += 1
      changes.append(
        change(
          step.choice, gain: step.gain,
          dollars: builder.fees[target].marginal(number: counts[target])))
    }
    return changes
  }

  /// Programs whose loss costs less than the set amount, the smallest loss first.
  private func removals() throws(AdviceError) -> [CurrentList.Change] {
    var counts = counts
    let rule = builder.rule
    var changes: [CurrentList.Change] = []
    for member in try builder.engines.worstMembers(of: choices).prefix(10) {
      let target = builder.inputs.origins[member.choice.option].target
      let price = builder.fees[target].marginal(number: counts[target])
      guard member.contribution < rule.least(price: price) else { continue }
      changes.append(
        change(
          member.choice, gain: member.contribution,
          dollars: builder.fees[target].marginal(number: counts[target])))
      counts[target] -= 1
    }
    return changes
  }

  private func change(
    _ choice: PortfolioChoice, gain: Double, dollars: Int
  ) -> CurrentList.Change {
    let problem = builder.inputs.problem
    let program = builder.inputs.program(choice.option)
    return CurrentList.Change(
      code: program.code, program: "\(program.institution), \(program.name)",
      group: builder.group(of: choice),
      interview: problem.expectedOffers(choice), gain: 100 * gain,
      dollars: dollars)
  }
}
