extension RothPeransonRun {
  /// A single without a seat continues below the place where the last one was lost.
  mutating func proposeSingle(_ applicant: Int) {
    let start = market.applicantLists.starts[applicant]
    let length = market.applicantLists.starts[applicant + 1] - start
    guard assigned[applicant] < 0, Int(places[applicant]) < length else { return }
    var place = Int(places[applicant]) + 1
    while place < length {
      let program = Int(market.applicantLists.items[start + place])
      let rank = market.ranksAtPrograms[start + place]
      let choice = MatchEvent.Choice(rank: place + 1, first: program, second: nil)
      proposalCount += 1
      observer.record(.proposed(.applicant(applicant), choice))
      if seats.wouldTake(rank, at: program) {
        places[applicant] = Int32(place)
        observer.record(.held(.applicant(applicant), choice))
        arrive(applicant, at: program, rank: rank)
        return
      }
      if Observer.isRecording {
        observer.record(
          .rejected(
            .applicant(applicant), choice, applicant: applicant, program: program,
            seats.refusal(of: rank, at: program, in: market)))
      }
      place += 1
    }
    places[applicant] = Int32(length)
    observer.record(.exhausted(.applicant(applicant)))
  }

  /// A couple without seats starts again from the top: what it gave up may be within reach.
  mutating func proposeCouple(_ couple: Int) {
    guard isWaiting[couple] else { return }
    isWaiting[couple] = false
    let length = market.couples.length(of: couple)
    for place in 0..<length {
      proposalCount += 1
      observer.record(.proposed(.couple(couple), choice(of: couple, place)))
      if isFeasible(place, for: couple) {
        move(couple, to: place)
        return
      }
      if Observer.isRecording { recordRejection(of: couple, at: place) }
    }
    observer.record(.exhausted(.couple(couple)))
  }

  /// An applicant who holds an advanced position continues on its supplemental list.
  mutating func proposeSupplement(_ applicant: Int) {
    guard let list = supplements.activeList(of: applicant),
      supplements.programs[applicant] < 0, !supplements.isSetAside[applicant]
    else { return }
    let start = market.supplements.lists.starts[list]
    let length = market.supplements.lists.starts[list + 1] - start
    let proposer = supplementProposer(of: applicant, list)
    var place = Int(supplements.places[applicant]) + 1
    guard place <= length else { return }
    while place < length {
      let program = Int(market.supplements.lists.items[start + place])
      let rank = market.supplements.ranks[start + place]
      let choice = MatchEvent.Choice(rank: place + 1, first: program, second: nil)
      proposalCount += 1
      observer.record(.proposed(proposer, choice))
      if seats.wouldTake(rank, at: program) {
        hold(supplementOf: applicant, place: place, program: program, rank: rank)
        return
      }
      if Observer.isRecording {
        observer.record(
          .rejected(
            proposer, choice, applicant: applicant, program: program,
            seats.refusal(of: rank, at: program, in: market)))
      }
      place += 1
    }
    supplements.places[applicant] = Int32(length)
    observer.record(.exhausted(proposer))
  }

  /// Whether both programs of a pair would take their partner, seats held now counting as taken.
  func isFeasible(_ place: Int, for couple: Int) -> Bool {
    let index = market.couples.starts[couple] + place
    let pair = market.couples.pairs[index]
    let ranks = market.couples.ranks[index]
    if pair.firstID >= 0, pair.firstID == pair.secondID {
      return seats.wouldTakeBoth(ranks.first, ranks.second, at: Int(pair.firstID))
    }
    return (pair.firstID < 0 || seats.wouldTake(ranks.first, at: Int(pair.firstID)))
      && (pair.secondID < 0 || seats.wouldTake(ranks.second, at: Int(pair.secondID)))
  }

  func choice(of couple: Int, _ place: Int) -> MatchEvent.Choice {
    let pair = market.couples.pairs[market.couples.starts[couple] + place]
    return MatchEvent.Choice(rank: place + 1, first: pair.first, second: pair.second)
  }

  func supplementProposer(of applicant: Int, _ list: Int) -> MatchEvent.Proposer {
    .supplement(
      of: applicant, advancedProgram: Int(market.supplements.advancedPrograms[list]))
  }

  /// Names the first partner that stands in the way of a pair.
  private mutating func recordRejection(of couple: Int, at place: Int) {
    let index = market.couples.starts[couple] + place
    let pair = market.couples.pairs[index]
    let ranks = market.couples.ranks[index]
    let first = Int(market.couples.firsts[couple])
    let second = Int(market.couples.seconds[couple])
    let event: MatchEvent
    if let program = pair.first, !seats.wouldTake(ranks.first, at: program) {
      event = .rejected(
        .couple(couple), choice(of: couple, place), applicant: first, program: program,
        seats.refusal(of: ranks.first, at: program, in: market))
    } else if let program = pair.second, !seats.wouldTake(ranks.second, at: program) {
      event = .rejected(
        .couple(couple), choice(of: couple, place), applicant: second, program: program,
        seats.refusal(of: ranks.second, at: program, in: market))
    } else {
      event = .rejected(
        .couple(couple), choice(of: couple, place),
        applicant: ranks.first > ranks.second ? first : second, program: pair.first ?? 0,
        .notBoth)
    }
    observer.record(event)
  }
}
