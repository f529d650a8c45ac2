/// Puts events into sentences; see ``MatchExplanation``.
struct Narrator {
  let applicant: Int
  let couple: Int?
  let market: Market
  let names: MarketNames
  private(set) var steps: [String] = []
  /// The program that looked at its list again in the event just before.
  private var lookedAgain: Int?

  init(applicant: Int, market: Market, names: MarketNames) {
    self.applicant = applicant
    self.market = market
    self.names = names
    couple = market.couples.couple(of: applicant)
  }

  mutating func tell(_ event: MatchEvent) {
    let again = lookedAgain
    lookedAgain = nil
    switch event {
    case .proposed(let proposer, let choice) where concerns(proposer):
      // Told together with the answer; a program that looked again is remembered for it.
      lookedAgain = again.flatMap { [choice.first, choice.second].contains($0) ? $0 : nil }
    case .held(let proposer, let choice) where concerns(proposer):
      tellHeld(proposer, choice, again)
    case .rejected(let proposer, let choice, let refused, let program, let refusal)
    where concerns(proposer):
      tellRejected(proposer, choice, refused, program, refusal)
    case .displaced(let loser, let program, let winner) where isOurs(loser):
      steps.append(
        "\(names.program(program)) gives \(names.applicant(loser))'s position to "
          + "\(names.applicant(winner)), whom it prefers.")
    case .displaced(let loser, let program, let winner) where isOurs(winner):
      steps.append(
        "\(names.applicant(loser)) loses the position at \(names.program(program)) to "
          + "\(names.applicant(winner)).")
    case .withdrew(let leaver, let program, let cause) where isOurs(leaver):
      tellWithdrawal(leaver, program, cause)
    case .exhausted(let proposer) where concerns(proposer):
      steps.append("\(subject(proposer)) reaches the end of the list without a position.")
    case .reconsidered(let program):
      lookedAgain = program
    case .setAside(let proposer) where concerns(proposer):
      steps.append("\(subject(proposer)) goes round in a circle and is set aside for a while.")
    case .reverted(let donor, let recipient, let positions):
      steps.append(
        "\(positions) unfilled position\(positions == 1 ? "" : "s") of \(names.program(donor)) "
          + "go\(positions == 1 ? "es" : "") to \(names.program(recipient)); the match is run "
          + "again.")
    case .offered(let program, let rank, applicant):
      steps.append(
        "\(names.program(program)) offers \(names.applicant(applicant)), its no. \(rank), a "
          + "position.")
    case .accepted(let program, applicant):
      steps.append(
        "\(names.applicant(applicant)) holds the offer of \(names.program(program)) for now.")
    case .declined(let program, applicant, let held):
      tellDeclined(program, held)
    default:
      break
    }
  }

  /// Says so where the result did not come out of the steps told.
  mutating func tellMethod(_ outcome: MatchOutcome) {
    guard outcome.method == .exactSearch else { return }
    steps.append(
      "The procedure goes round in a circle here, so the matching below comes from an examination "
        + "of all \(outcome.assignmentsExamined) assignments of the couples up to the first that "
        + "\(outcome.status == .stable ? "is stable" : "has the fewest blocking pairs").")
  }

  /// The sentence about the result.
  func ending(of matching: Matching) -> String {
    let name = names.applicant(applicant)
    guard let program = matching.program(of: applicant) else { return "\(name) is unmatched." }
    let rank = matching.rank(of: applicant).map { ", choice \($0) of \(listLength)" } ?? ""
    let preliminary =
      matching.supplementalProgram(of: applicant).map {
        ", with the preliminary year at \(names.program($0))"
      } ?? ""
    return "\(name) is matched to \(names.program(program))\(rank)\(preliminary)."
  }
}

extension Narrator {
  private var listLength: Int {
    couple.map { market.couples.length(of: $0) } ?? market.applicantLists[applicant].count
  }

  private func isOurs(_ other: Int) -> Bool {
    other == applicant || (couple != nil && market.couples.couple(of: other) == couple)
  }

  private func concerns(_ proposer: MatchEvent.Proposer) -> Bool {
    switch proposer {
    case .applicant(let other): other == applicant
    case .couple(let other): other == couple
    case .supplement(let other, _): isOurs(other)
    }
  }

  private func subject(_ proposer: MatchEvent.Proposer) -> String {
    switch proposer {
    case .applicant(let id): names.applicant(id)
    case .couple(let id): "The couple \(names.couple(id, of: market))"
    case .supplement(let id, let advanced):
      "\(names.applicant(id)), on the supplemental list for \(names.program(advanced)),"
    }
  }

  private func wish(_ choice: MatchEvent.Choice, _ proposer: MatchEvent.Proposer) -> String {
    switch proposer {
    case .applicant:
      return "\(choice.first.map(names.program) ?? "nothing") (choice \(choice.rank) of "
        + "\(listLength))"
    case .couple:
      let places = [choice.first, choice.second].map { $0.map(names.program) ?? "unmatched" }
      return "\(places.joined(separator: " and ")) (choice \(choice.rank) of \(listLength))"
    case .supplement:
      return "\(choice.first.map(names.program) ?? "nothing") (choice \(choice.rank))"
    }
  }

  private mutating func tellHeld(
    _ proposer: MatchEvent.Proposer, _ choice: MatchEvent.Choice, _ again: Int?
  ) {
    let opening = again.map { "\(names.program($0)) can take somebody again. " } ?? ""
    let ending = if case .couple = proposer { "both are held" } else { "is held" }
    steps.append(
      "\(opening)\(subject(proposer)) asks for \(wish(choice, proposer)) and \(ending) for now.")
  }

  private mutating func tellRejected(
    _ proposer: MatchEvent.Proposer, _ choice: MatchEvent.Choice, _ refused: Int, _ program: Int,
    _ refusal: MatchEvent.Refusal
  ) {
    let school = names.program(program)
    let person = names.applicant(refused)
    let reason =
      switch refusal {
      case .notRanked: "\(school) has not ranked \(person)"
      case .noPositions: "\(school) has no positions"
      case .full(let last):
        "\(school) is full and prefers all it holds, the last of them \(names.applicant(last)), "
          + "to \(person)"
      case .notBoth: "\(school) would not take both"
      }
    steps.append(
      "\(subject(proposer)) asks for \(wish(choice, proposer)) and is rejected: \(reason).")
  }

  private mutating func tellWithdrawal(
    _ leaver: Int, _ program: Int, _ cause: MatchEvent.Withdrawal
  ) {
    let reason =
      switch cause {
      case .better: "for something better"
      case .partnerLostSeat: "because the partner lost theirs"
      case .advancedLost: "because the advanced position it goes with is gone"
      }
    steps.append(
      "\(names.applicant(leaver)) gives up the position at \(names.program(program)) \(reason).")
  }

  private mutating func tellDeclined(_ program: Int, _ held: Int?) {
    let name = names.applicant(applicant)
    guard market.applicantLists[applicant].contains(Int32(program)) else {
      steps.append("\(name) has not ranked \(names.program(program)) and declines.")
      return
    }
    let better = held.map { ", preferring \(names.program($0))" } ?? ""
    steps.append("\(name) declines \(names.program(program))\(better).")
  }
}
