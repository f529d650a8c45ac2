extension Auditor {
  /// Tries every pair that a couple likes better than what it has.
  mutating func examineCouples() {
    for couple in 0..<market.couples.count {
      let first = Int(market.couples.firsts[couple])
      let second = Int(market.couples.seconds[couple])
      let match = Couple.Pair(matching.program(of: first), matching.program(of: second))
      let list = market.couples[couple]
      let place = list.firstIndex(of: match)
      if place == nil, match != Couple.Pair(nil, nil) {
        violations.append(
          .pairNotRanked(couple: couple, first: match.first, second: match.second))
      }
      var memory = Memory(first: first, second: second)
      for entry in list.startIndex..<(place ?? list.endIndex)
      where wouldTake(list[entry], holding: match, &memory) {
        blockingPairs.append(
          BlockingPair(
            blocker: .couple(couple), rank: entry - list.startIndex + 1,
            presentRank: place.map { $0 - list.startIndex + 1 },
            sides: sides(of: list[entry], holding: match, first, second)))
      }
    }
  }

  /// Where both partners stand on the lists of the programs met so far.
  private struct Memory {
    let first: Int
    let second: Int
    var programs: [Int32] = []
    var ranks: [(first: Int32, second: Int32)] = []
  }

  /// The ranks of both partners at a program, -1 where the program does not rank them.
  private func placed(at program: Int32, _ memory: inout Memory) -> (first: Int32, second: Int32) {
    if let known = memory.programs.firstIndex(of: program) { return memory.ranks[known] }
    let ranks = (
      first: rank(of: memory.first, at: Int(program)) ?? -1,
      second: rank(of: memory.second, at: Int(program)) ?? -1
    )
    memory.programs.append(program)
    memory.ranks.append(ranks)
    return ranks
  }

  /// Whether both programs of a pair would take their partner.
  private func wouldTake(
    _ pair: Couple.Pair, holding match: Couple.Pair, _ memory: inout Memory
  ) -> Bool {
    func ownSeats(at program: Int32, _ ranks: (first: Int32, second: Int32)) -> (Int32, Int32) {
      guard coupleSeats == .countAsFree else { return (-1, -1) }
      return (
        match.firstID == program ? ranks.first : -1, match.secondID == program ? ranks.second : -1
      )
    }
    if pair.firstID >= 0 {
      let ranks = placed(at: pair.firstID, &memory)
      let together = pair.firstID == pair.secondID
      guard ranks.first >= 0, !together || ranks.second >= 0,
        chooses(
          ranks.first, and: together ? ranks.second : -1, at: Int(pair.firstID),
          ignoring: ownSeats(at: pair.firstID, ranks))
      else { return false }
      if together { return true }
    }
    guard pair.secondID >= 0 else { return true }
    let ranks = placed(at: pair.secondID, &memory)
    return ranks.second >= 0
      && chooses(
        ranks.second, at: Int(pair.secondID), ignoring: ownSeats(at: pair.secondID, ranks))
  }

  /// A pair that blocks, in detail.
  private func sides(
    of pair: Couple.Pair, holding match: Couple.Pair, _ first: Int, _ second: Int
  ) -> [BlockingPair.Side] {
    func side(_ partner: Int, _ program: Int, has own: Int?, other: Int?) -> BlockingPair.Side {
      let swaps = coupleSeats == .countAsFree && other == program
      return BlockingPair.Side(
        applicant: partner, program: program,
        welcome: own == program ? .heldAlready : swaps ? .freePosition : welcome(at: program))
    }
    return [
      pair.first.map { side(first, $0, has: match.first, other: match.second) },
      pair.second.map { side(second, $0, has: match.second, other: match.first) },
    ].compactMap { $0 }
  }

  /// Tries every preliminary program that a holder of an advanced position likes better.
  mutating func examineSupplements() {
    let table = market.supplements
    guard table.count > 0 else { return }
    for applicant in 0..<market.applicantCount {
      let list = matching.program(of: applicant).flatMap {
        table.list(of: applicant, holding: $0)
      }
      let match = matching.supplementalProgram(of: applicant)
      let ranking = list.map { Array(table.lists[$0]) } ?? []
      let place = match.flatMap { ranking.firstIndex(of: Int32($0)) }
      if let match, place == nil {
        violations.append(.supplementNotRanked(applicant: applicant, program: match))
      }
      guard let list else { continue }
      for (offset, program) in ranking[..<(place ?? ranking.endIndex)].enumerated() {
        guard let rank = rank(of: applicant, at: Int(program)),
          chooses(rank, at: Int(program))
        else { continue }
        blockingPairs.append(
          BlockingPair(
            blocker: .supplement(
              of: applicant, advancedProgram: Int(table.advancedPrograms[list])),
            rank: offset + 1, presentRank: place.map { $0 + 1 },
            sides: [
              .init(
                applicant: applicant, program: Int(program), welcome: welcome(at: Int(program)))
            ]))
      }
    }
  }
}
