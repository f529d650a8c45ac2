extension RothPeransonRun {
  /// Gives a primary seat to an applicant who has none, and deals with whoever loses it.
  mutating func arrive(_ applicant: Int, at program: Int, rank: Int32) {
    let displaced = seats.insert(rank, at: program)
    assigned[applicant] = Int32(program)
    activateSupplement(of: applicant)
    if displaced >= 0 { lose(seatOf: displaced, at: program, to: applicant) }
  }

  /// Takes the primary seat, and with it the supplemental one, from an applicant.
  mutating func leave(_ applicant: Int, rank: Int32, because cause: MatchEvent.Withdrawal) {
    let program = Int(assigned[applicant])
    observer.record(.withdrew(applicant: applicant, program: program, cause))
    release(rank, at: program)
    assigned[applicant] = Market.none
    retireSupplement(of: applicant)
  }

  /// Moves a couple to a pair that ``isFeasible(_:for:)`` accepts; partners who stay keep seats.
  mutating func move(_ couple: Int, to place: Int) {
    let first = Int(market.couples.firsts[couple])
    let second = Int(market.couples.seconds[couple])
    let index = market.couples.starts[couple] + place
    let pair = market.couples.pairs[index]
    let ranks = market.couples.ranks[index]
    let old = heldRanks(of: couple)
    let firstMoves = assigned[first] != pair.firstID
    let secondMoves = assigned[second] != pair.secondID
    if firstMoves, assigned[first] >= 0 { leave(first, rank: old.first, because: .better) }
    if secondMoves, assigned[second] >= 0 { leave(second, rank: old.second, because: .better) }
    couplePlaces[couple] = Int32(place)
    observer.record(.held(.couple(couple), choice(of: couple, place)))
    if firstMoves, pair.firstID >= 0 {
      arrive(first, at: Int(pair.firstID), rank: ranks.first)
    }
    if secondMoves, pair.secondID >= 0 {
      arrive(second, at: Int(pair.secondID), rank: ranks.second)
    }
  }

  /// Gives a preliminary seat to an applicant who has none.
  mutating func hold(supplementOf applicant: Int, place: Int, program: Int, rank: Int32) {
    guard let list = supplements.activeList(of: applicant) else { return }
    supplements.places[applicant] = Int32(place)
    supplements.programs[applicant] = Int32(program)
    observer.record(
      .held(
        supplementProposer(of: applicant, list),
        MatchEvent.Choice(rank: place + 1, first: program, second: nil)))
    let displaced = seats.insert(rank, at: program)
    if displaced >= 0 { lose(seatOf: displaced, at: program, to: applicant) }
  }

  /// Brings the supplemental list into play that belongs to the advanced program now held.
  mutating func activateSupplement(of applicant: Int) {
    guard !supplements.isEmpty, assigned[applicant] >= 0, !supplements.isSetAside[applicant],
      let list = market.supplements.list(of: applicant, holding: Int(assigned[applicant]))
    else { return }
    supplements.activate(list, for: applicant)
    waiting.append(.supplement(applicant))
  }

  /// Gives a preliminary seat back, for instance because its advanced position is gone.
  mutating func retireSupplement(of applicant: Int) {
    guard let list = supplements.activeList(of: applicant) else { return }
    if let program = supplements.program(of: applicant) {
      observer.record(.withdrew(applicant: applicant, program: program, .advancedLost))
      release(supplementRank(list, supplements.places[applicant]), at: program)
    }
    supplements.retire(applicant)
  }

  func supplementRank(_ list: Int, _ place: Int32) -> Int32 {
    market.supplements.ranks[market.supplements.lists.starts[list] + Int(place)]
  }

  /// Frees a seat and remembers whom the program may now take.
  func loosenedRank(before cutoff: Int32, at program: Int) -> Int32 {
    seats.freePositions(of: program) > 0
      ? Int32(market.programLists[program].count) : cutoff
  }

  mutating func release(_ rank: Int32, at program: Int) {
    let from = loosenedRank(before: seats.cutoff(of: program), at: program)
    seats.remove(rank, at: program)
    if loosenedFrom[program] == Int32.max { loosened.append(Int32(program)) }
    loosenedFrom[program] = min(loosenedFrom[program], from)
  }

  /// The ranks under which a couple's seats are held.
  private func heldRanks(of couple: Int) -> CoupleTable.PairRanks {
    let place = Int(couplePlaces[couple])
    guard place < market.couples.length(of: couple) else {
      return CoupleTable.PairRanks(first: Market.notRanked, second: Market.notRanked)
    }
    return market.couples.ranks[market.couples.starts[couple] + place]
  }

  /// Sends whoever held `rank` back to their list; a partner gives up the other seat.
  private mutating func lose(seatOf rank: Int32, at program: Int, to winner: Int) {
    let applicant = market.programLists.item(Int(rank), of: program)
    observer.record(.displaced(applicant: applicant, program: program, by: winner))
    if supplements.program(of: applicant) == program {
      supplements.programs[applicant] = Market.none
      returnToList(.supplement(applicant))
    } else if let couple = market.couples.couple(of: applicant) {
      breakUp(couple, losing: applicant)
    } else {
      assigned[applicant] = Market.none
      retireSupplement(of: applicant)
      waiting.append(.single(applicant))
    }
  }

  private mutating func breakUp(_ couple: Int, losing applicant: Int) {
    let first = Int(market.couples.firsts[couple])
    let second = Int(market.couples.seconds[couple])
    let ranks = heldRanks(of: couple)
    assigned[applicant] = Market.none
    retireSupplement(of: applicant)
    let partner = applicant == first ? second : first
    if assigned[partner] >= 0 {
      leave(
        partner, rank: partner == first ? ranks.first : ranks.second, because: .partnerLostSeat)
    }
    couplePlaces[couple] = Int32(market.couples.length(of: couple))
    returnToList(.couple(couple))
  }

  /// Lets a unit propose again, or sets it aside if it goes in a circle.
  private mutating func returnToList(_ unit: Unit) {
    let loops = isLooping(unit)
    switch unit {
    case .couple(let couple):
      isWaiting[couple] = !loops
      isSetAside[couple] = loops
      if loops { observer.record(.setAside(.couple(couple))) }
    case .supplement(let applicant):
      supplements.isSetAside[applicant] = loops
      if loops, let list = supplements.activeList(of: applicant) {
        observer.record(.setAside(supplementProposer(of: applicant, list)))
      }
    case .single:
      break
    }
    if !loops { waiting.append(unit) }
  }
}
