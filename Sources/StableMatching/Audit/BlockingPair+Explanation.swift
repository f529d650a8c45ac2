extension BlockingPair {
  /// Why this pair blocks, in one sentence.
  public func explanation(in market: Market, names: MarketNames) -> String {
    let wishes = sides.map { names.program($0.program) }
    let reasons = sides.compactMap { $0.reason(names) }
    let have = presentRank.map { "have now (choice \($0))" } ?? "have now (unmatched)"
    let has = presentRank.map { "has now (choice \($0))" } ?? "has now (unmatched)"
    let because = reasons.isEmpty ? "" : ", and " + reasons.joined(separator: ", and ")
    switch blocker {
    case .applicant(let applicant):
      return "\(names.applicant(applicant)) prefers \(wishes.joined()) (choice \(rank)) to what "
        + "they \(have)\(because)"
    case .couple(let couple):
      let places = sides.map { "\(names.program($0.program)) for \(names.applicant($0.applicant))" }
      return "the couple \(names.couple(couple, of: market)) prefers "
        + "\(places.joined(separator: " and ")) (choice \(rank)) to what it \(has)\(because)"
    case .supplement(let applicant, let advanced):
      return "\(names.applicant(applicant)), matched to \(names.program(advanced)), prefers "
        + "\(wishes.joined()) (choice \(rank) of the supplemental list) to what they "
        + "\(have)\(because)"
    }
  }
}

extension BlockingPair.Side {
  fileprivate func reason(_ names: MarketNames) -> String? {
    switch welcome {
    case .heldAlready: nil
    case .freePosition: "\(names.program(program)) has a position for them"
    case .preferred(let other):
      "\(names.program(program)) prefers \(names.applicant(applicant)) to "
        + "\(names.applicant(other)), whom it holds"
    }
  }
}

extension Audit.Violation {
  /// What the lists do not allow, in one sentence.
  public func explanation(in market: Market, names: MarketNames) -> String {
    switch self {
    case .notRankedByApplicant(let applicant, let program):
      return "\(names.applicant(applicant)) is assigned to \(names.program(program)) without "
        + "having ranked it"
    case .notRankedByProgram(let applicant, let program):
      return "\(names.program(program)) is assigned \(names.applicant(applicant)) without having "
        + "ranked them"
    case .overQuota(let program, let assigned, let quota):
      return "\(names.program(program)) is assigned \(assigned) applicants for \(quota) positions"
    case .pairNotRanked(let couple, let first, let second):
      let places = [first, second].map { $0.map(names.program) ?? "unmatched" }
      return "the couple \(names.couple(couple, of: market)) is assigned "
        + "\(places.joined(separator: " and ")) without having ranked that pair"
    case .supplementNotRanked(let applicant, let program):
      return "\(names.applicant(applicant)) is assigned the preliminary program "
        + "\(names.program(program)) without a supplemental list that allows it"
    }
  }
}
