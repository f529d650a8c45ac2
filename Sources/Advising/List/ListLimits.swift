import ApplicantFile
import ListOptimization
import MatchOdds
import ScoreReading

/// The limits of the list, for the optimizer and in words.
struct ListLimits: Sendable {
  var limits: PortfolioLimits
  var words: [String]

  init(_ applicant: Applicant, targets: [ListInputs.Target]) {
    let wanted = applicant.limits
    let classes = targets.map { target in
      ClassLimits(tokens: Array(target.tokens.dropFirst()))
    }
    limits = PortfolioLimits(
      budget: wanted.budget, count: wanted.applications, offerCap: wanted.interviews,
      classes: classes)
    words = []
    if let budget = wanted.budget { words.append("fees of at most \(Format.dollars(budget))") }
    if let count = wanted.applications { words.append("at most \(count) applications") }
    if let cap = wanted.interviews { words.append("at most \(cap) interviews attended") }
    for target in targets where target.tokens.contains(where: { $0 > 0 }) {
      let parts = zip(target.odds.tiers, target.tokens).filter { $0.1 > 0 }
        .map { "\($0.1) \($0.0 == .single ? "" : $0.0.rawValue + " ")signals" }
      words.append("\(parts.joined(separator: " and ")) in \(target.target.specialty)")
    }
    let wishes = applicant.wishes
    if !wishes.statesRefused.isEmpty {
      words.append("not in \(wishes.statesRefused.joined(separator: ", "))")
    }
    if !wishes.mustHave.isEmpty { words.append("\(wishes.mustHave.count) must-have programs") }
  }

  /// Ends the list at a number of programs, because further ones add too little.
  mutating func stopAt(_ count: Int, for reason: ProgramList.End) {
    limits.count = count
    words.append(
      reason == .shortest
        ? "no more than the \(count) likeliest, since by these odds hardly any is worth its fee"
        : "no further program once the next is not worth its fee and enough interviews are expected"
    )
  }
}
