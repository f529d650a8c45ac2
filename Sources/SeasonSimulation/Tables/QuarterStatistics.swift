package import MatchFacts

/// The moments by quarter of standing in simulated seasons, of one specialty.
///
/// As published: means over the programs of a quarter, each program counted once.
package struct QuarterStatistics {
  private let statistics: SeasonStatistics
  private let specialty: Int
  private let programs: [[Int]]
  private let seasons: Double

  /// The statistics of a specialty; nil where its programs have no quarters.
  package init?(_ statistics: SeasonStatistics, specialty name: String) {
    let world = statistics.world
    guard let specialty = world.specialties.firstIndex(of: name) else { return nil }
    var programs = [[Int]](repeating: [], count: StandingPools.quarters)
    for program in world.starts[specialty]..<world.starts[specialty + 1]
    where world.quarters[program] < 4 {
      programs[Int(world.quarters[program])].append(program)
    }
    guard programs.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.statistics = statistics
    self.specialty = specialty
    self.programs = programs
    seasons = Double(max(statistics.seasonCount, 1))
  }

  /// Programs of each quarter.
  package var programCounts: [Int] { programs.map(\.count) }

  /// Mean standing of each quarter by the index alone, in units.
  package var standing: [Double] {
    programs.map { members in
      members.reduce(0) { $0 + Double(statistics.world.indexStanding[$1]) } / Double(members.count)
    }
  }

  /// The four quarters of a measure; nil where a quarter has nothing to count.
  package func quarters(_ measure: StandingMeasure) -> [Double]? {
    let values = (0..<StandingPools.quarters).map { value(measure, quarter: $0) }
    let known = values.compactMap { $0 }
    return known.count == values.count ? known : nil
  }

  /// Mean Step 2 CK of a type's applications to a quarter.
  package func poolScores(_ type: ApplicantType) -> [Double] {
    (0..<StandingPools.quarters).map { quarter in
      let row = row(quarter, type)
      let pools = statistics.tally.standing
      return Double(pools.scores[row]) / Double(max(pools.applications[row], 1))
    }
  }

  /// One quarter of a measure; nil where there is nothing to count.
  package func value(_ measure: StandingMeasure, quarter: Int) -> Double? {
    switch measure {
    case .applicants(let type):
      mean(quarter) { Double(applied($0, [column(type)])) / seasons }
    case .rate(let type): rate(quarter, [column(type)])
    case .score(let type, let percentile): score(type, percentile, quarter)
    case .everFailed: share(quarter, [.everFailed], [.everFailed, .neverFailed])
    case .rateOfEverFailed: rate(quarter, [.everFailed])
    case .rateOfNeverFailed: rate(quarter, [.neverFailed])
    case .signaled: share(quarter, Self.signals, Self.signals + [.none])
    case .rateOfSignaled: rate(quarter, Self.signals)
    case .rateOfUnsignaled: rate(quarter, [.none])
    }
  }

  private static let signals: [RateColumn] = [.single, .silver, .gold]

  private func column(_ type: ApplicantType) -> RateColumn {
    switch type {
    case .usMD: .usMD
    case .usDO: .usDO
    case .usIMG: .usIMG
    case .nonUSIMG: .nonUSIMG
    }
  }

  private func row(_ quarter: Int, _ type: ApplicantType) -> Int {
    StandingPools.row(
      specialty: specialty, quarter: quarter,
      type: column(type).rawValue - RateColumn.usMD.rawValue)
  }

  private func applied(_ program: Int, _ columns: [RateColumn]) -> Int {
    columns.reduce(0) {
      $0 + statistics.tally.applied[program * RateColumn.allCases.count + $1.rawValue]
    }
  }

  private func invited(_ program: Int, _ columns: [RateColumn]) -> Int {
    columns.reduce(0) {
      $0 + statistics.tally.invited[program * RateColumn.allCases.count + $1.rawValue]
    }
  }

  /// Mean over the quarter's programs of what is known of each.
  private func mean(_ quarter: Int, _ value: (Int) -> Double?) -> Double? {
    let known = programs[quarter].compactMap(value)
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }

  private func rate(_ quarter: Int, _ columns: [RateColumn]) -> Double? {
    mean(quarter) { program in
      let all = applied(program, columns)
      return all > 0 ? Double(invited(program, columns)) / Double(all) : nil
    }
  }

  private func share(_ quarter: Int, _ part: [RateColumn], _ whole: [RateColumn]) -> Double? {
    mean(quarter) { program in
      let all = applied(program, whole)
      return all > 0 ? Double(applied(program, part)) / Double(all) : nil
    }
  }

  private func score(_ type: ApplicantType, _ percentile: Double, _ quarter: Int) -> Double? {
    guard let place = StandingPools.percentiles.firstIndex(of: percentile) else { return nil }
    let row = row(quarter, type)
    let pools = statistics.tally.standing
    guard pools.programs[row] > 0 else { return nil }
    let sum = pools.percentileSums[row * StandingPools.percentiles.count + place]
    return Double(sum) / Double(pools.programs[row]) / 10
  }
}
