/// The auditor at work; see ``Market/audit(_:coupleSeats:)``.
struct Auditor {
  let market: Market
  let matching: Matching
  let coupleSeats: Audit.CoupleSeats
  /// The ranks of each program's holders on its own list, ascending.
  let holders: PreferenceLists
  /// Where each single's match stands on their list, counted here; the length if unmatched.
  let present: [Int32]

  var violations: [Audit.Violation] = []
  var blockingPairs: [BlockingPair] = []

  init(market: Market, matching: Matching, coupleSeats: Audit.CoupleSeats) {
    self.market = market
    self.matching = matching
    self.coupleSeats = coupleSeats
    var holders = PreferenceLists(
      reservingLists: market.programCount, entries: market.applicantCount)
    let lists = market.programLists
    for program in 0..<market.programCount {
      let start = lists.starts[program]
      for entry in start..<lists.starts[program + 1] {
        let applicant = Int(lists.items[entry])
        if matching.programs[applicant] == Int32(program)
          || matching.supplementalProgram(of: applicant) == program
        {
          holders.appendEntry(Int32(entry - start))
        }
      }
      holders.endList()
    }
    self.holders = holders
    present = (0..<market.applicantCount).map { applicant in
      let list = market.applicantLists[applicant]
      let match = matching.programs[applicant]
      let place = match < 0 ? nil : list.firstIndex(of: match)
      return Int32((place ?? list.endIndex) - list.startIndex)
    }
  }

  /// Reports assignments that the lists do not allow.
  mutating func examineAssignments() {
    let holding = holders.starts
    for program in 0..<market.programCount {
      let ranked = holding[program + 1] - holding[program]
      let assigned = Int(matching.filled[program])
      if assigned > Int(matching.quotas[program]) {
        violations.append(
          .overQuota(
            program: program, assigned: assigned, quota: Int(matching.quotas[program])))
      }
      if assigned > ranked { reportUnranked(at: program) }
    }
    for applicant in 0..<market.applicantCount {
      guard let program = matching.program(of: applicant),
        market.couples.couple(of: applicant) == nil,
        !market.applicantLists[applicant].contains(Int32(program))
      else { continue }
      violations.append(.notRankedByApplicant(applicant: applicant, program: program))
    }
  }

  private mutating func reportUnranked(at program: Int) {
    let list = Set(market.programLists[program])
    for applicant in 0..<market.applicantCount
    where !list.contains(Int32(applicant))
      && (matching.program(of: applicant) == program
        || matching.supplementalProgram(of: applicant) == program)
    {
      violations.append(.notRankedByProgram(applicant: applicant, program: program))
    }
  }

  /// Walks every program's list down to its last holder, or to the end if positions are free.
  mutating func examineSingles() {
    let lists = market.programLists
    for program in 0..<market.programCount {
      guard matching.quotas[program] > 0 else { continue }
      let start = lists.starts[program]
      let bound = isFull(program) ? start + lastRank(of: program) : lists.starts[program + 1] - 1
      guard start <= bound else { continue }
      for entry in start...bound {
        let applicant = Int(lists.items[entry])
        guard matching.programs[applicant] != Int32(program),
          let place = wantedPlace(of: applicant, program)
        else { continue }
        let isThere = matching.supplementalProgram(of: applicant) == program
        blockingPairs.append(
          BlockingPair(
            blocker: .applicant(applicant), rank: place + 1,
            presentRank: presentRank(of: applicant),
            sides: [
              .init(
                applicant: applicant, program: program,
                welcome: isThere ? .heldAlready : welcome(at: program))
            ]))
      }
    }
  }

  /// The place of a program on a single's list if it comes before the match.
  private func wantedPlace(of applicant: Int, _ program: Int) -> Int? {
    let start = market.applicantLists.starts[applicant]
    let wanted = start..<(start + Int(present[applicant]))
    let place = market.applicantLists.items[wanted].firstIndex(of: Int32(program))
    return place.map { $0 - start }
  }

  private func presentRank(of applicant: Int) -> Int? {
    let place = Int(present[applicant])
    return place < market.applicantLists[applicant].count ? place + 1 : nil
  }

  func isFull(_ program: Int) -> Bool {
    holders[program].count >= Int(matching.quotas[program])
  }

  /// The rank of a program's last holder; -1 if it holds nobody.
  func lastRank(of program: Int) -> Int {
    holders[program].last.map { Int($0) } ?? -1
  }

  /// Why a program would take somebody it does not hold.
  func welcome(at program: Int) -> BlockingPair.Welcome {
    guard isFull(program), lastRank(of: program) >= 0 else { return .freePosition }
    return .preferred(to: market.programLists.item(lastRank(of: program), of: program))
  }

  /// The place of an applicant on a program's list, found by reading it.
  func rank(of applicant: Int, at program: Int) -> Int32? {
    let list = market.programLists[program]
    return list.firstIndex(of: Int32(applicant)).map { Int32($0 - list.startIndex) }
  }

  /// Whether a program would choose a candidate, and another one if given, from all concerned.
  ///
  /// All concerned are the candidates and the program's holders, some ignored. Ranks; -1 stands for
  /// nobody.
  func chooses(
    _ one: Int32, and other: Int32 = -1, at program: Int, ignoring seats: (Int32, Int32) = (-1, -1)
  ) -> Bool {
    let worst = max(one, other)
    var better = other < 0 ? 0 : 1
    for holder in holders[program] {
      guard holder < worst else { break }
      if holder != one, holder != other, holder != seats.0, holder != seats.1 { better += 1 }
    }
    return better < Int(matching.quotas[program])
  }
}
