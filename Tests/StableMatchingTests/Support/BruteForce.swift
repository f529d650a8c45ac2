import StableMatching

/// The definitions of a matching, a block and stability, written down as plainly as possible.
///
/// Slow on purpose: this is the oracle that the library is compared with.
struct BruteForce {
  let market: RandomMarket
  let ownSeatsFree: Bool

  init(_ market: RandomMarket, ownSeatsFree: Bool = false) {
    self.market = market
    self.ownSeatsFree = ownSeatsFree
  }

  /// A primary program and a preliminary one for each applicant.
  struct Assignment: Hashable {
    var primary: [Int?]
    var supplemental: [Int?]
  }

  private enum Agent {
    case single(Int)
    case couple(Couple)
  }

  private var agents: [Agent] {
    let members = Set(market.couples.flatMap { [$0.first, $0.second] })
    return market.applicants.indices.filter { !members.contains($0) }.map { Agent.single($0) }
      + market.couples.map { Agent.couple($0) }
  }

  /// Every stable assignment.
  func stableAssignments() -> Set<Assignment> {
    var found: Set<Assignment> = []
    let nobody = [Int?](repeating: nil, count: market.applicants.count)
    extend(Assignment(primary: nobody, supplemental: nobody), agents[...]) { assignment in
      if isStable(assignment) { found.insert(assignment) }
    }
    return found
  }

  private func extend(
    _ assignment: Assignment, _ rest: ArraySlice<Agent>, visit: (Assignment) -> Void
  ) {
    guard let agent = rest.first else {
      if isWithinQuotas(assignment) { visit(assignment) }
      return
    }
    var next = assignment
    switch agent {
    case .single(let applicant):
      for program in market.applicants[applicant].map({ Int?($0) }) + [nil] {
        next.primary[applicant] = program
        for preliminary in supplement(of: applicant, program).map({ Int?($0) }) + [nil] {
          next.supplemental[applicant] = preliminary
          extend(next, rest.dropFirst(), visit: visit)
        }
      }
    case .couple(let couple):
      for pair in couple.ranking + [Couple.Pair(nil, nil)] {
        next.primary[couple.first] = pair.first
        next.primary[couple.second] = pair.second
        extend(next, rest.dropFirst(), visit: visit)
      }
    }
  }

  private func supplement(of applicant: Int, _ program: Int?) -> [Int] {
    market.supplements.first { $0.applicant == applicant && $0.advancedProgram == program }?
      .ranking ?? []
  }

  private func holders(_ program: Int, _ assignment: Assignment) -> Set<Int> {
    Set(
      market.applicants.indices.filter {
        assignment.primary[$0] == program || assignment.supplemental[$0] == program
      })
  }

  private func isWithinQuotas(_ assignment: Assignment) -> Bool {
    market.programs.indices.allSatisfy { program in
      let held = holders(program, assignment)
      return held.count <= market.quotas[program]
        && held.allSatisfy(market.programs[program].contains)
    }
  }

  /// Whom a program would choose from its holders and the candidates.
  private func choice(
    _ program: Int, _ assignment: Assignment, adding: Set<Int>, removing: Set<Int>
  ) -> Set<Int> {
    let pool = holders(program, assignment).subtracting(removing).union(adding)
    let ranked = market.programs[program].filter(pool.contains)
    return Set(ranked.prefix(market.quotas[program]))
  }

  /// Every block, as text that names who, where and at which place of their list.
  func blocks(_ assignment: Assignment) -> [String] {
    var found: [String] = []
    for agent in agents {
      switch agent {
      case .single(let applicant):
        for (place, program) in market.applicants[applicant].enumerated() {
          if assignment.primary[applicant] == program { break }
          if choice(program, assignment, adding: [applicant], removing: []).contains(applicant) {
            found.append("single \(applicant) \(place + 1)")
          }
        }
      case .couple(let couple):
        found += blocks(of: couple, assignment)
      }
    }
    for supplement in market.supplements
    where assignment.primary[supplement.applicant] == supplement.advancedProgram {
      for (place, program) in supplement.ranking.enumerated() {
        if assignment.supplemental[supplement.applicant] == program { break }
        let adding: Set<Int> = [supplement.applicant]
        if choice(program, assignment, adding: adding, removing: [])
          .contains(supplement.applicant)
        {
          found.append("supplement \(supplement.applicant) \(place + 1)")
        }
      }
    }
    return found.sorted()
  }

  private func blocks(of couple: Couple, _ assignment: Assignment) -> [String] {
    let present = Couple.Pair(assignment.primary[couple.first], assignment.primary[couple.second])
    let both: Set<Int> = [couple.first, couple.second]
    let removing = ownSeatsFree ? both : []
    var found: [String] = []
    for (place, pair) in couple.ranking.enumerated() {
      if pair == present { break }
      let isTaken: Bool
      if let program = pair.first, pair.first == pair.second {
        isTaken = both.isSubset(
          of: choice(program, assignment, adding: both, removing: removing))
      } else {
        isTaken = [(couple.first, pair.first), (couple.second, pair.second)].allSatisfy {
          partner, program in
          guard let program else { return true }
          return choice(program, assignment, adding: [partner], removing: removing)
            .contains(partner)
        }
      }
      if isTaken { found.append("couple \(couple.first) \(place + 1)") }
    }
    return found
  }

  /// Whether nothing blocks (assignments visited here are allowed by the lists already).
  func isStable(_ assignment: Assignment) -> Bool { blocks(assignment).isEmpty }
}

extension BruteForce.Assignment {
  /// The assignment that a matching of the library states.
  init(_ matching: Matching) {
    let ids = matching.programs.indices
    self.init(
      primary: ids.map { matching.program(of: $0) },
      supplemental: ids.map { matching.supplementalProgram(of: $0) })
  }
}

extension Audit {
  /// The blocks in the oracle's words.
  func blocks(in market: Market) -> [String] {
    blockingPairs.map { pair in
      switch pair.blocker {
      case .applicant(let applicant): "single \(applicant) \(pair.rank)"
      case .couple(let couple): "couple \(market.couples.firsts[couple]) \(pair.rank)"
      case .supplement(let applicant, _): "supplement \(applicant) \(pair.rank)"
      }
    }.sorted()
  }
}
