import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Which programs an applicant applies to.
extension ApplicationStage {
  /// From this share of a specialty's programs on, all are ranked by a race instead of drawn.
  private static let raceShare = 0.6

  /// The programs applied to: by the pull of their standing on the type and merit, and those of the
  /// own state more often.
  mutating func choose(
    _ people: SeasonPeople, _ applicant: Int, specialty: Int, wanted: Int, place: Int,
    _ luck: inout CounterRandom
  ) -> [Int] {
    let start = world.starts[specialty]
    let size = world.starts[specialty + 1] - start
    let canTakeReserved = people.hasPriorTraining[applicant]
    let state = people.state[applicant]
    let share = Double(wanted) / Double(max(size, 1))
    if share > Self.raceShare {
      return race(
        specialty: specialty, wanted: wanted, place: place, state: state,
        canTakeReserved: canTakeReserved, &luck)
    }
    let stamp = Int32(truncatingIfNeeded: applicant)
    var chosen: [Int] = []
    chosen.reserveCapacity(wanted)
    if state != 255 {
      let rate = Float(share * parameters.effects.homeApplications)
      let weights = fields[specialty].pull.weights(place)
      for program in start..<start + size where world.states[program] == state {
        guard chosen.count < wanted, isOpen(program, canTakeReserved),
          luck.bernoulli(Double(1 - expf(-rate * weights[program - start])))
        else { continue }
        mark[program] = stamp
        chosen.append(program)
      }
    }
    let table = fields[specialty].pull.table(place)
    var tries = 0
    while chosen.count < wanted, tries < wanted * 8 {
      tries += 1
      let program = start + table.draw(&luck)
      if mark[program] == stamp || !isOpen(program, canTakeReserved) { continue }
      mark[program] = stamp
      chosen.append(program)
    }
    for program in chosen { mark[program] = -1 }
    return chosen
  }

  private func isOpen(_ program: Int, _ canTakeReserved: Bool) -> Bool {
    world.quotas[program] > 0 && (canTakeReserved || !world.isReserved[program])
  }

  /// The first to arrive, each program at its rate: the same law as drawing without replacement.
  private func race(
    specialty: Int, wanted: Int, place: Int, state: UInt8, canTakeReserved: Bool,
    _ luck: inout CounterRandom
  ) -> [Int] {
    let start = world.starts[specialty]
    let weights = fields[specialty].pull.weights(place)
    let home = Float(parameters.effects.homeApplications)
    var arrivals: [(time: Float, program: Int)] = []
    arrivals.reserveCapacity(weights.count)
    for (offset, weight) in weights.enumerated() {
      let program = start + offset
      let wait = -logf(Float(luck.uniform()) + 1e-9)
      guard isOpen(program, canTakeReserved), weight > 0 else { continue }
      let isNear = state != 255 && world.states[program] == state
      arrivals.append((wait / (isNear ? home * weight : weight), program))
    }
    guard arrivals.count > wanted else { return arrivals.map(\.program) }
    arrivals.sort { ($0.time, $0.program) < ($1.time, $1.program) }
    return arrivals.prefix(wanted).map(\.program)
  }
}
