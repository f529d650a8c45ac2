import MatchFacts
import SmartPickNumerics

/// Draws who applies where, with which signal, and how each application stands.
struct ApplicationStage {
  let world: SeasonWorld
  let parameters: SeasonParameters
  let key: (UInt32, UInt32)
  let season: UInt32
  let fields: [FieldTerms]
  /// Open programs by specialty × state.
  let nearby: [[Int]]
  var mark: [Int32]
  private(set) var applications = SeasonApplications()
  /// Applications by program × column.
  private(set) var applied: [Int32]
  /// Applications and their scores by specialty × quarter of standing × type.
  private(set) var pools: StandingPools

  init(world: SeasonWorld, parameters: SeasonParameters, seed: UInt64, season: Int) {
    self.world = world
    self.parameters = parameters
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.season = UInt32(clamping: season)
    mark = [Int32](repeating: -1, count: world.programs.count)
    applied = [Int32](repeating: 0, count: world.programs.count * RateColumn.allCases.count)
    pools = StandingPools(world: world)
    fields = world.specialties.enumerated().map { index, name in
      FieldTerms(parameters, name: name, world: world, specialty: index)
    }
    let states = world.stateNames.count
    var nearby = [[Int]](repeating: [], count: world.specialties.count * states)
    for program in world.programs.indices
    where world.quotas[program] > 0 && !world.isReserved[program]
      && Int(world.states[program]) < states
    {
      nearby[Int(world.specialtyOf[program]) * states + Int(world.states[program])].append(program)
    }
    self.nearby = nearby
  }

  /// Draws the applications of everyone.
  mutating func run(_ people: SeasonPeople) {
    applications.program.reserveCapacity(people.count * 40)
    for applicant in 0..<people.count {
      var luck = CounterRandom(
        seed: UInt64(key.1) << 32 | UInt64(key.0), entity: UInt64(people.identity[applicant]),
        purpose: season &* 16 &+ 3)
      let first = Int(people.specialty[applicant])
      let wanted = Int(people.applications[applicant])
      apply(people, applicant, specialty: first, wanted: wanted, isFirst: true, &luck)
      let second = Int(people.second[applicant])
      if second >= 0 {
        let share = max(2, Int(Double(wanted) * parameters.effects.dualApplications))
        apply(people, applicant, specialty: second, wanted: share, isFirst: false, &luck)
      }
    }
  }

  private mutating func apply(
    _ people: SeasonPeople, _ applicant: Int, specialty: Int, wanted: Int, isFirst: Bool,
    _ luck: inout CounterRandom
  ) {
    let field = fields[specialty]
    let effects = parameters.effects
    let byStanding = effects.standing
    let group = Int(people.group[applicant])
    let isIMG = group == SeasonGroup.usIMG.rawValue || group == SeasonGroup.nonUSIMG.rawValue
    let isDO = group == SeasonGroup.usDO.rawValue || group == SeasonGroup.usDOGraduate.rawValue
    let slopeShare = Float(isIMG ? effects.slopeIMG : isDO ? effects.slopeDO : 1)
    let score = Float(people.score[applicant])
    let strength = people.strength[applicant]
    let scorePart = field.slope * slopeShare * (score - field.reference) / 10
    let strengthPart = Float(effects.strengthLoading) * strength
    let merit =
      Float(byStanding.meritScore) * (score - field.scoreMean[group]) / field.scoreDeviation[group]
      + Float(byStanding.meritStrength) * strength

    var chosen = choose(
      people, applicant, specialty: specialty, wanted: wanted,
      place: ProgramPull.place(group, merit: merit), &luck)
    let state = people.state[applicant]
    let home = isFirst ? homeProgram(people, applicant, specialty: specialty) : nil
    if let home, !chosen.contains(home) { chosen.append(home) }
    guard !chosen.isEmpty else { return }
    let liking =
      Float(byStanding.liking)
      + Float(byStanding.likingOfMerit * byStanding.pullOfMerit) * merit
    let hasFailed = people.hasFailed[applicant]
    let groupCount = SeasonGroup.allCases.count
    var lucks: [PairLuck] = []
    var utilities: [Float] = []
    lucks.reserveCapacity(chosen.count)
    utilities.reserveCapacity(chosen.count)
    for program in chosen {
      let pair = PairLuck(
        key: key, applicant: people.identity[applicant], program: UInt32(program), season: season)
      lucks.append(pair)
      let isNear = state != 255 && world.states[program] == state
      utilities.append(
        liking * world.standing[program] + pair.taste
          + (isNear ? Float(effects.homeTaste) : 0))
    }
    let known = isFirst ? rotations(people, applicant, chosen, home: home, &utilities) : []
    let tiers = isFirst ? signals(field, utilities) : [UInt8](repeating: 255, count: chosen.count)
    let typeColumn = Self.typeColumn(group)
    let common =
      1 << UInt16(typeColumn.rawValue)
      | 1 << UInt16((hasFailed ? RateColumn.everFailed : .neverFailed).rawValue)
    for (position, program) in chosen.enumerated() {
      let pair = lucks[position]
      let isNear = state != 255 && world.states[program] == state
      var columns = UInt16(
        1 << (isNear ? RateColumn.inState.rawValue : RateColumn.outOfState.rawValue))
      if state == 255 { columns = 1 << UInt16(RateColumn.outOfState.rawValue) }
      columns |= UInt16(common)
      var signal: Float = 0
      let tier = tiers[position]
      if tier != 255 {
        signal = byStanding.signal(
          field.signals[Int(tier)].effect, at: world.standing[program])
        columns |= 1 << UInt16(field.signals[Int(tier)].column.rawValue)
      } else {
        columns |= 1 << UInt16(RateColumn.none.rawValue)
      }
      count(program, columns)
      pools.add(
        specialty: specialty, quarter: world.quarters[program], column: typeColumn,
        score: Int(people.score[applicant]))
      let attitude = Int(world.attitudes[program])
      // A program that asks for more has its floor higher by as much.
      let floor = field.floors[attitude] + world.points[program]
      let width = Float(effects.attitudeWidths[attitude])
      if score - floor + width * pair.screen < 0 { continue }
      let factor = Float(effects.attitudeSlopes[attitude])
      var place = isNear ? field.inState : 0
      if program == home {
        place += Float(effects.homeProgram)
      } else if known.contains(position) {
        place += Float(effects.awayRotation)
      }
      let taste = world.tastes[program * groupCount + group]
      let failing = hasFailed ? byStanding.failing(at: world.standing[program]) : 0
      applications.program.append(Int32(program))
      applications.applicant.append(Int32(applicant))
      applications.columns.append(columns)
      applications.index.append(
        factor * scorePart + strengthPart + field.interviewOffset[group] + taste + place + signal
          + failing + Float(effects.mutualFit) * pair.taste + pair.invitation)
      applications.utility.append(
        utilities[position] - (isFirst ? 0 : SeasonApplications.secondSpecialty)
          + (signal > 0 ? 0.5 : 0))
      applications.standing.append(
        Float(effects.rankScore) * scorePart
          + Float(effects.rankStrength) * strength
          + 0.3 * (taste + place + failing) + Float(effects.rankSignal) * signal
          + field.rankOffset[group] + pair.impression)
    }
  }

  private static func typeColumn(_ group: Int) -> RateColumn {
    switch SeasonGroup(rawValue: group)?.type {
    case .usMD?, nil: .usMD
    case .usDO?: .usDO
    case .usIMG?: .usIMG
    case .nonUSIMG?: .nonUSIMG
    }
  }

  @inline(__always)
  private mutating func count(_ program: Int, _ columns: UInt16) {
    let row = program * RateColumn.allCases.count
    var bits = columns
    while bits != 0 {
      applied[row + bits.trailingZeroBitCount] += 1
      bits &= bits - 1
    }
  }
}
