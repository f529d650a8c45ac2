import MatchFacts
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The applications of one season, in columns; those that a screen stopped are counted only.
struct SeasonApplications: Sendable {
  var program: [Int32] = []
  var applicant: [Int32] = []
  /// What the program orders invitations by.
  var index: [Float] = []
  /// What the applicant orders interviews and ranks by; the second specialty lies below the first.
  var utility: [Float] = []
  /// What the program orders its rank list by.
  var standing: [Float] = []
  /// The interview-rate columns the application counts in, one bit each.
  var columns: [UInt16] = []

  var count: Int { program.count }

  /// Distance between the first and the second specialty in applicants' utility.
  static let secondSpecialty: Float = 100
}

/// The columns of interview rates, as bit positions.
enum RateColumn: Int, CaseIterable, Sendable {
  case none = 0
  case single
  case silver
  case gold
  case inState
  case outOfState
  case usMD
  case usDO
  case usIMG
  case nonUSIMG

  /// The name in tables.
  var name: String {
    switch self {
    case .none: "none"
    case .single: "signal"
    case .silver: "silver"
    case .gold: "gold"
    case .inState: "inState"
    case .outOfState: "outOfState"
    case .usMD: "usMd"
    case .usDO: "usDo"
    case .usIMG: "usImg"
    case .nonUSIMG: "nonUsImg"
    }
  }
}

/// Draws who applies where, with which signal, and how each application stands.
struct ApplicationStage {
  private let world: SeasonWorld
  private let parameters: SeasonParameters
  private let key: (UInt32, UInt32)
  private let season: UInt32
  private let fields: [FieldTerms]
  /// Open programs by specialty × state.
  private let nearby: [[Int]]
  private var mark: [Int32]
  private(set) var applications = SeasonApplications()
  /// Applications by program × column.
  private(set) var applied: [Int32]

  /// A specialty's effects, ready for the inner loop.
  private struct FieldTerms {
    var reference: Float
    var slope: Float
    var inState: Float
    var signals: [(count: Int, effect: Float, column: RateColumn)]
    var interviewOffset: [Float]
    var rankOffset: [Float]
    var tables: [AliasTable]
    var floors: [Float]
  }

  init(world: SeasonWorld, parameters: SeasonParameters, seed: UInt64, season: Int) {
    self.world = world
    self.parameters = parameters
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.season = UInt32(clamping: season)
    mark = [Int32](repeating: -1, count: world.programs.count)
    applied = [Int32](repeating: 0, count: world.programs.count * RateColumn.allCases.count)
    fields = world.specialties.enumerated().map { index, name in
      Self.terms(parameters, name: name, world: world, specialty: index)
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

  private static let classCentres: [Double] = [-1.4, -0.55, 0, 0.55, 1.4]

  private static func terms(
    _ parameters: SeasonParameters, name: String, world: SeasonWorld, specialty: Int
  ) -> FieldTerms {
    let range = world.starts[specialty]..<world.starts[specialty + 1]
    let effects = parameters.effects
    let tables = classCentres.map { centre in
      AliasTable(
        weights: range.map { program in
          world.quotas[program] == 0
            ? 0 : exp(effects.sorting * centre * Double(world.standing[program]))
        })
    }
    guard let field = parameters.fields[name] else {
      let zeros = [Float](repeating: 0, count: SeasonGroup.allCases.count)
      return FieldTerms(
        reference: 250, slope: 0, inState: 0, signals: [], interviewOffset: zeros,
        rankOffset: zeros, tables: tables, floors: [0, 0, 0])
    }
    var signals: [(count: Int, effect: Float, column: RateColumn)] = []
    if field.goldSignals > 0 {
      signals.append((field.goldSignals, Float(field.goldEffect), .gold))
    }
    if field.silverSignals > 0 {
      signals.append((field.silverSignals, Float(field.silverEffect), .silver))
    }
    if field.singleSignals > 0 {
      signals.append((field.singleSignals, Float(field.singleEffect), .single))
    }
    let groups = SeasonGroup.allCases
    return FieldTerms(
      reference: Float(field.referenceScore), slope: Float(field.scoreSlope),
      inState: Float(field.inState), signals: signals,
      interviewOffset: groups.map { Float(field.cells[$0.name]?.interviewOffset ?? -3) },
      rankOffset: groups.map { Float(field.cells[$0.name]?.rankOffset ?? -1) },
      tables: tables,
      floors: effects.attitudeFloors.map { Float(field.referenceScore + $0) })
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
    let group = Int(people.group[applicant])
    let isIMG = group == SeasonGroup.usIMG.rawValue || group == SeasonGroup.nonUSIMG.rawValue
    let isDO = group == SeasonGroup.usDO.rawValue || group == SeasonGroup.usDOGraduate.rawValue
    let slopeShare = Float(isIMG ? effects.slopeIMG : isDO ? effects.slopeDO : 1)
    let scorePart =
      field.slope * slopeShare * (Float(people.score[applicant]) - field.reference) / 10
    let strengthPart = Float(effects.strengthLoading) * people.strength[applicant]

    var chosen = choose(
      people, applicant, specialty: specialty, wanted: wanted,
      merit: Double(scorePart + 0.6 * strengthPart), &luck)
    let state = people.state[applicant]
    let home = isFirst ? homeProgram(people, applicant, specialty: specialty) : nil
    if let home, !chosen.contains(home) { chosen.append(home) }
    guard !chosen.isEmpty else { return }
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
        Float(effects.standing) * world.standing[program] + pair.taste
          + (isNear ? Float(effects.homeTaste) : 0))
    }
    let known = isFirst ? rotations(people, applicant, chosen, home: home, &utilities) : []
    let tiers = isFirst ? signals(field, utilities) : [UInt8](repeating: 255, count: chosen.count)
    for (position, program) in chosen.enumerated() {
      let pair = lucks[position]
      let isNear = state != 255 && world.states[program] == state
      var columns = UInt16(
        1 << (isNear ? RateColumn.inState.rawValue : RateColumn.outOfState.rawValue))
      if state == 255 { columns = 1 << UInt16(RateColumn.outOfState.rawValue) }
      var signal: Float = 0
      let tier = tiers[position]
      if tier != 255 {
        signal = field.signals[Int(tier)].effect
        columns |= 1 << UInt16(field.signals[Int(tier)].column.rawValue)
      } else {
        columns |= 1 << UInt16(RateColumn.none.rawValue)
      }
      columns |= 1 << UInt16(Self.typeColumn(group).rawValue)
      count(program, columns)
      let attitude = Int(world.attitudes[program])
      let floor = field.floors[attitude]
      let width = Float(effects.attitudeWidths[attitude])
      if Float(people.score[applicant]) - floor + width * pair.screen < 0 { continue }
      let factor = Float(effects.attitudeSlopes[attitude])
      var place = isNear ? field.inState : 0
      if program == home {
        place += Float(effects.homeProgram)
      } else if known.contains(position) {
        place += Float(effects.awayRotation)
      }
      let taste = world.tastes[program * groupCount + group]
      applications.program.append(Int32(program))
      applications.applicant.append(Int32(applicant))
      applications.columns.append(columns)
      applications.index.append(
        factor * scorePart + strengthPart + field.interviewOffset[group] + taste + place + signal
          + Float(effects.mutualFit) * pair.taste + pair.invitation)
      applications.utility.append(
        utilities[position] - (isFirst ? 0 : SeasonApplications.secondSpecialty)
          + (signal > 0 ? 0.5 : 0))
      applications.standing.append(
        Float(effects.rankScore) * scorePart
          + Float(effects.rankStrength) * people.strength[applicant]
          + 0.3 * taste + 0.3 * place + Float(effects.rankSignal) * signal
          + field.rankOffset[group] + pair.impression)
    }
  }

  /// The program of the applicant's own school in the specialty, if it has one.
  private func homeProgram(_ people: SeasonPeople, _ applicant: Int, specialty: Int) -> Int? {
    let state = people.state[applicant]
    guard state != 255 else { return nil }
    let near = nearby[specialty * world.stateNames.count + Int(state)]
    guard !near.isEmpty else { return nil }
    var luck = CounterRandom(
      seed: UInt64(key.1) << 32 | UInt64(key.0), entity: UInt64(people.identity[applicant]),
      purpose: season &* 16 &+ 4)
    guard luck.bernoulli(parameters.effects.homeShare) else { return nil }
    return near[min(Int(luck.uniform() * Double(near.count)), near.count - 1)]
  }

  /// Positions in `chosen` of the programs where the applicant rotated.
  ///
  /// They are the own school's and the best liked others. Who rotated somewhere likes it better
  /// than before, and signals it.
  private func rotations(
    _ people: SeasonPeople, _ applicant: Int, _ chosen: [Int], home: Int?,
    _ utilities: inout [Float]
  ) -> [Int] {
    guard people.state[applicant] != 255 else { return [] }
    var luck = CounterRandom(
      seed: UInt64(key.1) << 32 | UInt64(key.0), entity: UInt64(people.identity[applicant]),
      purpose: season &* 16 &+ 5)
    var wanted = luck.index(weights: parameters.effects.awayRotations) ?? 0
    var known: [Int] = []
    if let home, let position = chosen.firstIndex(of: home) { known.append(position) }
    while wanted > 0, known.count < chosen.count {
      wanted -= 1
      let next = chosen.indices.filter { !known.contains($0) }.max {
        utilities[$0] != utilities[$1] ? utilities[$0] < utilities[$1] : $0 > $1
      }
      if let next { known.append(next) }
    }
    for position in known { utilities[position] += Float(parameters.effects.rotationTaste) }
    return known
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

  /// The tier of each application: the best liked programs get the strongest signals.
  private func signals(_ field: FieldTerms, _ utilities: [Float]) -> [UInt8] {
    var tiers = [UInt8](repeating: 255, count: utilities.count)
    let total = field.signals.reduce(0) { $0 + $1.count }
    guard total > 0 else { return tiers }
    let order = utilities.indices.sorted { utilities[$0] > utilities[$1] }
    var next = 0
    for (tier, signal) in field.signals.enumerated() {
      for _ in 0..<signal.count where next < order.count {
        tiers[order[next]] = UInt8(tier)
        next += 1
      }
    }
    return tiers
  }

  /// The programs applied to: the own state's more often, and of like standing more often.
  private mutating func choose(
    _ people: SeasonPeople, _ applicant: Int, specialty: Int, wanted: Int, merit: Double,
    _ luck: inout CounterRandom
  ) -> [Int] {
    let start = world.starts[specialty]
    let size = world.starts[specialty + 1] - start
    let canTakeReserved = people.hasPriorTraining[applicant]
    let stamp = Int32(truncatingIfNeeded: applicant)
    var chosen: [Int] = []
    chosen.reserveCapacity(wanted)
    let share = Double(wanted) / Double(max(size, 1))
    func isOpen(_ program: Int) -> Bool {
      world.quotas[program] > 0 && (canTakeReserved || !world.isReserved[program])
    }
    if share > 0.6 {
      for program in start..<start + size where isOpen(program) && luck.bernoulli(share) {
        chosen.append(program)
      }
      return chosen
    }
    let state = people.state[applicant]
    if state != 255 {
      let chance = min(1, share * parameters.effects.homeApplications)
      for program in start..<start + size where world.states[program] == state {
        guard chosen.count < wanted, isOpen(program), luck.bernoulli(chance) else { continue }
        mark[program] = stamp
        chosen.append(program)
      }
    }
    let spread = max(1.0, parameters.effects.strengthLoading)
    let z = merit / spread
    let level = z < -0.95 ? 0 : z < -0.27 ? 1 : z < 0.27 ? 2 : z < 0.95 ? 3 : 4
    var tries = 0
    while chosen.count < wanted, tries < wanted * 8 {
      tries += 1
      let program = start + fields[specialty].tables[level].draw(&luck)
      if mark[program] == stamp || !isOpen(program) { continue }
      mark[program] = stamp
      chosen.append(program)
    }
    for program in chosen { mark[program] = -1 }
    return chosen
  }
}
