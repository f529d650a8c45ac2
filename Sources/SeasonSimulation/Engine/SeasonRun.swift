/// One season, all its stages kept.
package struct SeasonRun {
  package let world: SeasonWorld
  package let parameters: SeasonParameters
  package let number: Int
  /// Key of the pairs' random numbers.
  package let key: (UInt32, UInt32)
  package let people: SeasonPeople
  package let applications: SeasonApplications
  package let applied: [Int32]
  package let pools: StandingPools
  package let interviews: InterviewStage
  package let match: MatchStage

  package init(world: SeasonWorld, parameters: SeasonParameters, seed: UInt64, number: Int) {
    self.world = world
    self.parameters = parameters
    self.number = number
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    people = SeasonPeople(world: world, parameters: parameters, seed: seed, season: number)
    var stage = ApplicationStage(
      world: world, parameters: parameters, seed: seed, season: number)
    stage.run(people)
    applications = stage.applications
    applied = stage.applied
    pools = stage.pools
    interviews = InterviewStage(
      applications, world: world, peopleCount: people.count,
      cap: parameters.effects.interviewCap)
    match = MatchStage(
      applications, interviews: interviews, people: people, world: world,
      parameters: parameters)
  }

  package func tally() -> SeasonTally {
    let groups = SeasonGroup.allCases.count
    let specialtyCount = world.specialties.count
    var cells = [SeasonTally.Cell](repeating: SeasonTally.Cell(), count: specialtyCount * groups)
    var filled = [Int](repeating: 0, count: specialtyCount * groups)
    var active = [Int](repeating: 0, count: groups)
    var matchedAnywhere = [Int](repeating: 0, count: groups)
    var couples = 0
    var couplesMatched = 0
    let transitional = world.specialties.firstIndex(of: "Transitional Year") ?? -1
    for applicant in 0..<people.count {
      let preferred = Int(match.preferred[applicant])
      guard preferred >= 0 else { continue }
      let group = Int(people.group[applicant])
      let program = Int(match.program[applicant])
      let specialty = program >= 0 ? Int(world.specialtyOf[program]) : -1
      let isMatched = specialty == preferred
      let score = Int(people.score[applicant])
      if preferred != transitional {
        active[group] += 1
        if program >= 0 { matchedAnywhere[group] += 1 }
      }
      if specialty >= 0 { filled[specialty * groups + group] += 1 }
      let band = min(max((score - 190) / 10, 0), SeasonTally.bands.count - 1)
      let ranks = min(Int(match.contiguous[applicant]), SeasonTally.longestList)
      let row = preferred * groups + group
      cells[row].applicants += 1
      cells[row].scoreSum += score
      cells[row].bandApplicants[band] += 1
      if isMatched {
        cells[row].matched += 1
        cells[row].matchedScoreSum += score
        cells[row].bandMatched[band] += 1
        cells[row].ranksMatched[ranks] += 1
      } else {
        cells[row].ranksUnmatched[ranks] += 1
      }
      let partner = Int(match.partner[applicant])
      if partner > applicant {
        couples += 1
        if program >= 0, match.program[partner] >= 0 { couplesMatched += 1 }
      }
    }
    let columns = RateColumn.allCases.count
    var invited = [Int](repeating: 0, count: world.programs.count * columns)
    for (position, isInvited) in interviews.isInvited.enumerated() where isInvited {
      let row = Int(applications.program[position]) * columns
      var bits = applications.columns[position]
      while bits != 0 {
        invited[row + bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
    }
    var standing = pools
    standing.addInvited(
      applications, isInvited: interviews.isInvited, score: people.score, world: world)
    return SeasonTally(
      seasons: [
        SeasonTally.Season(
          number: number, cells: cells, filled: filled, active: active,
          matchedAnywhere: matchedAnywhere, couples: couples, couplesMatched: couplesMatched,
          isStable: match.isStable)
      ],
      applied: applied.map { Int($0) }, invited: invited, standing: standing)
  }
}
