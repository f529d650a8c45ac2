import StableMatching

extension MatchReport {
  /// What is known about stability, in one sentence.
  public var statement: String {
    let count = audit.blockingPairs.count
    let pairs = count == 1 ? "1 blocking pair" : "\(count) blocking pairs"
    if isStable {
      switch outcome.method {
      case .deferredAcceptance:
        return "Stable, and the best stable matching for every applicant."
      case .programProposing:
        return "Stable, and the best stable matching for every program."
      case .rothPeranson(let attempt):
        let orders = attempt == 1 ? "the order given" : "order \(attempt) that was tried"
        return "Stable, found by Roth–Peranson with the couples in \(orders)."
      case .exactSearch:
        return "Stable, found by the exact search after "
          + "\(outcome.assignmentsExamined) assignments of the couples, since Roth–Peranson went "
          + "in a circle."
      }
    }
    if !audit.violations.isEmpty {
      return "Not allowed by the lists (\(audit.violations.count) violations)."
    }
    switch outcome.status {
    case .noneExists:
      return "No stable matching exists: all \(outcome.assignmentsExamined) assignments of the "
        + "couples were examined. This one has \(pairs), the fewest that was met."
    case .noneFound, .stable:
      return "No stable matching was found in \(outcome.attempts) orders of the couples; one may "
        + "exist. This one has \(pairs), the fewest that was met."
    }
  }
}
