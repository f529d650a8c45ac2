extension Auditor {
  /// Tries every pair that a couple likes better than what it has.
  mutating func examineCouples() {
    for couple in 0..<market.couples.count {
      let partners = [Int(market.couples.firsts[couple]), Int(market.couples.seconds[couple])]
      let match = Couple.Pair(matching.program(of: partners[0]), matching.program(of: partners[1]))
      let list = market.couples[couple]
      let place = list.firstIndex(of: match)
      if place == nil, match != Couple.Pair(nil, nil) {
        violations.append(
          .pairNotRanked(couple: couple, first: match.first, second: match.second))
      }
      let end = place ?? list.endIndex
      var memory: [Key: Int32] = [:]
      for entry in list.startIndex..<end {
        guard let sides = sides(of: list[entry], partners, match, &memory) else { continue }
        blockingPairs.append(
          BlockingPair(
            blocker: .couple(couple), rank: entry - list.startIndex + 1,
            presentRank: place.map { $0 - list.startIndex + 1 }, sides: sides))
      }
    }
  }

  /// Who stands where, looked up once for each couple.
  private struct Key: Hashable {
    let applicant: Int
    let program: Int
  }

  /// The sides of a pair if both programs would take their partner, else `nil`.
  private func sides(
    of pair: Couple.Pair, _ partners: [Int], _ match: Couple.Pair, _ memory: inout [Key: Int32]
  ) -> [BlockingPair.Side]? {
    var candidates: [(partner: Int, program: Int, rank: Int32)] = []
    for (partner, program) in zip(partners, [pair.first, pair.second]) {
      guard let program else { continue }
      let rank = placed(partner, at: program, &memory)
      guard rank >= 0 else { return nil }
      candidates.append((partner, program, rank))
    }
    let own = [match.first, match.second]
    for candidate in candidates {
      // Partners who would share a program must be taken together.
      let together = candidates.filter { $0.program == candidate.program }.map(\.rank)
      var ignoring: [Int32] = []
      if coupleSeats == .countAsFree {
        for (partner, seat) in zip(partners, own) where seat == candidate.program {
          ignoring.append(placed(partner, at: candidate.program, &memory))
        }
      }
      guard chooses(together, at: candidate.program, ignoring: ignoring) else { return nil }
    }
    return candidates.map { candidate in
      let isThere = matching.program(of: candidate.partner) == candidate.program
      let swaps =
        coupleSeats == .countAsFree
        && zip(partners, own).contains { partner, seat in
          partner != candidate.partner && seat == candidate.program
        }
      return BlockingPair.Side(
        applicant: candidate.partner, program: candidate.program,
        welcome: isThere
          ? .heldAlready : swaps ? .freePosition : welcome(at: candidate.program))
    }
  }

  /// The rank of a partner at a program, -1 if the program does not rank them.
  private func placed(_ partner: Int, at program: Int, _ memory: inout [Key: Int32]) -> Int32 {
    let key = Key(applicant: partner, program: program)
    if let known = memory[key] { return known }
    let rank = rank(of: partner, at: program) ?? -1
    memory[key] = rank
    return rank
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
          chooses([rank], at: Int(program))
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
