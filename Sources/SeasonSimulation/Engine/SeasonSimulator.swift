public import MatchFacts

/// Simulates national seasons: applications, signals, screens, invitations, interviews, rank order
/// lists and the match.
///
/// The same seed gives the same seasons on any number of threads: every applicant and every pair
/// of applicant and program has a random stream of its own. SOAP is left out.
public struct SeasonSimulator: Sendable {
  /// The programs.
  public let world: SeasonWorld
  /// Applicants and effects, after the rule.
  public let parameters: SeasonParameters
  /// Seed of everything random.
  public let seed: UInt64

  /// A simulator over a directory and what public figures tell of its programs.
  public init(
    directory: [Program], traits: ProgramTraitTable, parameters: SeasonParameters, seed: UInt64
  ) {
    self.world = SeasonWorld(
      directory: directory, traits: traits, parameters: parameters, seed: seed)
    self.parameters = parameters
    self.seed = seed
  }

  /// A simulator over a world that is already built, for parameters that leave it unchanged.
  package init(world: SeasonWorld, parameters: SeasonParameters, seed: UInt64) {
    self.world = world
    self.parameters = parameters
    self.seed = seed
  }

  /// One season in full.
  package func season(_ number: Int) -> SeasonRun {
    SeasonRun(world: world, parameters: parameters, seed: seed, number: number)
  }

  /// The counts of one season.
  ///
  /// A second or less, a few hundred megabytes.
  public func tally(season number: Int) -> SeasonTally {
    season(number).tally()
  }

  /// The counts of many seasons, on as many tasks as `threads`; the result does not depend on it.
  ///
  /// `progress` gets the number of seasons done so far.
  public func tally(
    seasons numbers: some Collection<Int> & Sendable, threads: Int,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async -> SeasonTally {
    var total = emptyTally()
    await withTaskGroup(of: SeasonTally.self) { group in
      var waiting = numbers.makeIterator()
      for _ in 0..<max(1, threads) {
        guard let number = waiting.next() else { break }
        group.addTask { self.tally(season: number) }
      }
      var done = 0
      while let part = await group.next() {
        total.add(part)
        done += 1
        progress(done)
        if let number = waiting.next() { group.addTask { self.tally(season: number) } }
      }
    }
    return total
  }

  /// Counts of no season.
  public func emptyTally() -> SeasonTally {
    let size = world.programs.count * RateColumn.allCases.count
    return SeasonTally(
      seasons: [], applied: [Int](repeating: 0, count: size),
      invited: [Int](repeating: 0, count: size), standing: StandingPools(world: world))
  }
}
