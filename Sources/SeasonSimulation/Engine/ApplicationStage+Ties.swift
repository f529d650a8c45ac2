import SmartPickNumerics

/// Home programs, rotations and signals.
extension ApplicationStage {
  /// The program of the applicant's own school in the specialty, if it has one.
  func homeProgram(_ people: SeasonPeople, _ applicant: Int, specialty: Int) -> Int? {
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
  func rotations(
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

  /// The tier of each application: the best liked programs get the strongest signals.
  func signals(_ field: FieldTerms, _ utilities: [Float]) -> [UInt8] {
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
}
