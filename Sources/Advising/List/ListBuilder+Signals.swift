import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds
import ScoreReading

/// Where the signals go, and why.
extension ListBuilder {
  func signals() -> SignalPlan {
    let rules = inputs.targets.compactMap { target -> SignalPlan.Rule? in
      guard let resolved = target.rule else { return nil }
      let rule = resolved.rule
      return SignalPlan.Rule(
        specialty: target.target.specialty, season: "season \(rule.season)", gold: rule.gold,
        silver: rule.silver, single: rule.single, trust: rule.trust)
    }
    let spends = solution.members.compactMap { member -> SignalPlan.Spend? in
      guard member.choice.variant > 0 else { return nil }
      let origin = inputs.origins[member.choice.option]
      let odds = inputs.targets[origin.target].odds
      let program = inputs.program(member.choice.option)
      return SignalPlan.Spend(
        code: program.code, program: "\(program.institution), \(program.name)",
        specialty: program.specialty, tier: inputs.signal(member.choice),
        interviewWithout: odds.interviewChance(program: origin.program, tier: 0).estimate,
        interviewWith: odds.interviewChance(program: origin.program, tier: member.choice.variant)
          .estimate,
        worth: 100 * member.tokenValue)
    }
    return SignalPlan(
      sentence: signalSentence(), rules: rules,
      spends: spends.sorted { ($1.worth, $0.code) < ($0.worth, $1.code) })
  }

  /// Why the signals go, or do not go, to the program of highest standing; nil without signals.
  private func signalSentence() -> String? {
    let signaled = solution.members.filter { $0.choice.variant > 0 }
    guard let best = signaled.max(by: { $0.tokenValue < $1.tokenValue }),
      let famous = mostSought(inTargetOf: best.choice)
    else { return nil }
    let name = inputs.program(famous).institution
    guard isSeen(best.choice.option, tier: best.choice.variant) else {
      return "No signal lifts the chance of an interview here by as much as a point: spend them "
        + "where someone knows you."
    }
    if let own = signaled.first(where: { $0.choice.option == famous }) {
      return "A signal goes to \(name), of the highest standing among the programs here: it lifts "
        + "the chance of an interview there from \(interviews(famous, tier: own.choice.variant))."
    }
    let target = inputs.origins[best.choice.option].target
    let places = signaled.filter { inputs.origins[$0.choice.option].target == target }
      .map { place(of: $0.choice.option) }
    let mean = places.reduce(0, +) / Double(max(places.count, 1))
    let aim =
      mean >= 0.75
      ? "Your signals go high, to programs that ask for a stronger file than most"
      : "Your signals go where they change most, not to the most famous names"
    let tier = best.choice.variant
    return "\(aim): at \(inputs.program(best.choice.option).institution) one lifts the chance of "
      + "an interview from \(interviews(best.choice.option, tier: tier)); at \(name), of the highest "
      + "standing, it would be from \(interviews(famous, tier: tier))."
  }

  /// Whether a signal's worth shows in a chance told in whole points.
  private func isSeen(_ option: Int, tier: Int) -> Bool {
    let origin = inputs.origins[option]
    let odds = inputs.targets[origin.target].odds
    return odds.interviewChance(program: origin.program, tier: tier).estimate
      - odds.interviewChance(program: origin.program, tier: 0).estimate >= 0.01
  }

  /// The option of highest standing in the specialty of a choice.
  private func mostSought(inTargetOf choice: PortfolioChoice) -> Int? {
    let target = inputs.origins[choice.option].target
    return inputs.origins.indices.filter { inputs.origins[$0].target == target }
      .max { (place(of: $0), $1) < (place(of: $1), $0) }
  }

  private func place(of option: Int) -> Double {
    let origin = inputs.origins[option]
    return inputs.targets[origin.target].places[origin.program]
  }

  /// The chance of an interview without and with a signal, in words.
  private func interviews(_ option: Int, tier: Int) -> String {
    let origin = inputs.origins[option]
    let odds = inputs.targets[origin.target].odds
    let before = odds.interviewChance(program: origin.program, tier: 0).estimate
    let after = odds.interviewChance(program: origin.program, tier: tier).estimate
    return "\(Format.percent(before)) to \(Format.percent(after))"
  }
}
