extension RothPeransonRun {
  /// Offers a program that lost a holder to those whom it had turned away, best first.
  ///
  /// Singles before the former worst holder had their chance and chose otherwise, so the search
  /// for them begins there. Couples may have failed for the other partner's sake, or need two
  /// seats here, so all of them are looked at.
  mutating func reconsider(_ program: Int) {
    let from = Int(loosenedFrom[program])
    loosenedFrom[program] = Int32.max
    observer.record(.reconsidered(program: program))
    let start = market.programLists.starts[program]
    let end = market.programLists.starts[program + 1]
    var entry = start
    while true {
      if entry - start < from {
        entry = linked.first(from: entry, to: min(end, start + from))
      }
      guard entry < end, Int32(entry - start) < seats.cutoff(of: program) else { return }
      let rank = Int32(entry - start)
      let applicant = Int(market.programLists.items[entry])
      // Somebody here only through a supplemental list may still want a primary seat here.
      if !seats.isHeld(rank, at: program) || supplements.program(of: applicant) == program {
        reconsider(applicant, entry: entry, program, rank)
      }
      entry += 1
    }
  }

  private mutating func reconsider(_ applicant: Int, entry: Int, _ program: Int, _ rank: Int32) {
    if linked.contains(entry), let couple = market.couples.couple(of: applicant) {
      improve(couple)
    } else {
      improve(applicant, entry: entry, program, rank)
    }
    if !supplements.isEmpty, !seats.isHeld(rank, at: program) {
      improveSupplement(of: applicant, program, rank)
    }
  }

  /// Moves a single up if they prefer the program to what they have.
  private mutating func improve(_ applicant: Int, entry: Int, _ program: Int, _ rank: Int32) {
    let place = placesAtApplicants[entry]
    guard place >= 0, place < places[applicant] else { return }
    let choice = MatchEvent.Choice(rank: Int(place) + 1, first: program, second: nil)
    proposalCount += 1
    observer.record(.proposed(.applicant(applicant), choice))
    observer.record(.held(.applicant(applicant), choice))
    if assigned[applicant] >= 0 {
      let held = market.applicantLists.starts[applicant] + Int(places[applicant])
      leave(applicant, rank: market.ranksAtPrograms[held], because: .better)
    }
    places[applicant] = place
    arrive(applicant, at: program, rank: rank)
  }

  /// Moves a couple to the best pair within reach that it prefers to what it has.
  private mutating func improve(_ couple: Int) {
    guard !isWaiting[couple], !isSetAside[couple] else { return }
    for place in 0..<Int(couplePlaces[couple]) where isFeasible(place, for: couple) {
      proposalCount += 1
      observer.record(.proposed(.couple(couple), choice(of: couple, place)))
      move(couple, to: place)
      return
    }
  }

  /// Moves an applicant up on the supplemental list in play.
  private mutating func improveSupplement(of applicant: Int, _ program: Int, _ rank: Int32) {
    guard let list = supplements.activeList(of: applicant), !supplements.isSetAside[applicant]
    else { return }
    let start = market.supplements.lists.starts[list]
    let present = Int(supplements.places[applicant])
    for place in 0..<max(0, present)
    where market.supplements.lists.items[start + place] == Int32(program) {
      let choice = MatchEvent.Choice(rank: place + 1, first: program, second: nil)
      proposalCount += 1
      observer.record(.proposed(supplementProposer(of: applicant, list), choice))
      if let former = supplements.program(of: applicant) {
        observer.record(.withdrew(applicant: applicant, program: former, .better))
        release(supplementRank(list, supplements.places[applicant]), at: former)
      }
      hold(supplementOf: applicant, place: place, program: program, rank: rank)
      return
    }
  }
}
