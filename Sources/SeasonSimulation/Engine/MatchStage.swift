import StableMatching

/// Rank order lists and the match.
package struct MatchStage {
  /// Program of each applicant, or -1.
  package private(set) var program: [Int32]
  /// Ranks in the preferred specialty, 0 for those who certify no list.
  package private(set) var contiguous: [Int32]
  /// The preferred (first-ranked) specialty, or -1 for those who certify no list.
  package private(set) var preferred: [Int32]
  /// Partner of each member of a couple, or -1.
  package private(set) var partner: [Int32]
  /// Whether the matching found has no blocking pair.
  package private(set) var isStable = true

  package init(
    _ applications: SeasonApplications, interviews: InterviewStage, people: SeasonPeople,
    world: SeasonWorld, parameters: SeasonParameters
  ) {
    let effects = parameters.effects
    let floors = world.specialties.map { Float(parameters.fields[$0]?.rankFloor ?? -9) }
    let count = people.count
    program = [Int32](repeating: -1, count: count)
    contiguous = [Int32](repeating: 0, count: count)
    preferred = [Int32](repeating: -1, count: count)
    partner = [Int32](repeating: -1, count: count)

    // The held interviews of each applicant, best first.
    var starts = [Int](repeating: 0, count: count + 1)
    for (position, isHeld) in interviews.isHeld.enumerated() where isHeld {
      starts[Int(applications.applicant[position]) + 1] += 1
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var fill = starts
    var lists = [Int32](repeating: 0, count: starts[count])
    for (position, isHeld) in interviews.isHeld.enumerated() where isHeld {
      let applicant = Int(applications.applicant[position])
      lists[fill[applicant]] = Int32(position)
      fill[applicant] += 1
    }
    for applicant in 0..<count where starts[applicant + 1] > starts[applicant] {
      let range = starts[applicant]..<starts[applicant + 1]
      lists[range].sort {
        let x = applications.utility[Int($0)]
        let y = applications.utility[Int($1)]
        return x != y ? x > y : $0 < $1
      }
      let first = Int(applications.program[Int(lists[range.lowerBound])])
      let specialty = world.specialtyOf[first]
      preferred[applicant] = specialty
      contiguous[applicant] = Int32(
        lists[range].prefix {
          world.specialtyOf[Int(applications.program[Int($0)])] == specialty
        }.count)
    }

    let programLists = Self.programLists(
      applications, isHeld: interviews.isHeld, world: world, floors: floors)
    let couples = CouplePairing.couples(
      people: people, starts: starts, lists: lists, applications: applications, world: world,
      effects: effects)
    for couple in couples {
      partner[couple.first] = Int32(couple.second)
      partner[couple.second] = Int32(couple.first)
    }
    var applicantLists = PreferenceLists(reservingLists: count, entries: lists.count)
    for applicant in 0..<count {
      if partner[applicant] < 0 {
        for position in starts[applicant]..<starts[applicant + 1] {
          applicantLists.appendEntry(applications.program[Int(lists[position])])
        }
      }
      applicantLists.endList()
    }
    do {
      let market = try Market(
        applicants: applicantLists, programs: programLists, quotas: world.quotas,
        couples: couples)
      let outcome = try market.match()
      program = outcome.matching.programs
      isStable = outcome.status == .stable
    } catch {
      // Lists built here are dense and in range, so the market accepts them; were it not so, the
      // season would show nobody matched and every test would fail.
      isStable = false
    }
  }

  private static func programLists(
    _ applications: SeasonApplications, isHeld: [Bool], world: SeasonWorld, floors: [Float]
  ) -> PreferenceLists {
    let count = world.programs.count
    var starts = [Int](repeating: 0, count: count + 1)
    for (position, isHeld) in isHeld.enumerated() where isHeld {
      starts[Int(applications.program[position]) + 1] += 1
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var fill = starts
    var lists = [Int32](repeating: 0, count: starts[count])
    for (position, isHeld) in isHeld.enumerated() where isHeld {
      let program = Int(applications.program[position])
      lists[fill[program]] = Int32(position)
      fill[program] += 1
    }
    var result = PreferenceLists(reservingLists: count, entries: lists.count)
    for program in 0..<count {
      let range = starts[program]..<starts[program + 1]
      if !range.isEmpty {
        lists[range].sort {
          let x = applications.standing[Int($0)]
          let y = applications.standing[Int($1)]
          return x != y ? x > y : $0 < $1
        }
        let floor = floors[Int(world.specialtyOf[program])]
        for position in lists[range] {
          guard applications.standing[Int(position)] >= floor else { break }
          result.appendEntry(applications.applicant[Int(position)])
        }
      }
      result.endList()
    }
    return result
  }
}
