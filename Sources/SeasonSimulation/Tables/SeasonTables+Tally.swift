extension SeasonTables {
  /// The tables of a tally; the same tally gives the same bytes.
  public init(_ tally: SeasonTally, world: SeasonWorld) {
    let statistics = SeasonStatistics(world: world, tally: tally)
    let seasons = Double(max(tally.seasons.count, 1))
    matchRateBySpecialtyType = []
    matchRateByStep2Band = []
    contiguousRanks = []
    interviewRates = []
    positions = []
    standing = Self.quarters(statistics)
    overall = []
    let groupCount = SeasonGroup.allCases.count
    for (index, specialty) in world.specialties.enumerated() {
      for group in SeasonGroup.allCases {
        let cell = statistics.cell(index, group)
        guard cell.applicants > 0 else { continue }
        let row = index * groupCount + group.rawValue
        let rate = Double(cell.matched) / Double(cell.applicants)
        matchRateBySpecialtyType.append(
          MatchRate(
            specialty: specialty, type: group.name, applicants: Double(cell.applicants) / seasons,
            matched: Double(cell.matched) / seasons, rate: rate,
            standardError: Self.standardError(
              rate,
              tally.seasons.map { ($0.cells[row].matched, $0.cells[row].applicants) })))
        for (band, name) in SeasonTally.bands.enumerated() where cell.bandApplicants[band] > 0 {
          let rate = Double(cell.bandMatched[band]) / Double(cell.bandApplicants[band])
          matchRateByStep2Band.append(
            BandRate(
              specialty: specialty, type: group.name, band: name,
              n: Double(cell.bandApplicants[band]) / seasons, rate: rate,
              standardError: Self.standardError(
                rate,
                tally.seasons.map {
                  ($0.cells[row].bandMatched[band], $0.cells[row].bandApplicants[band])
                })))
        }
        for (cohort, histogram) in [
          ("matched", cell.ranksMatched), ("not_matched", cell.ranksUnmatched),
        ] {
          if let ranks = Self.ranks(
            histogram, specialty: specialty, type: group.name, cohort: cohort, seasons: seasons)
          {
            contiguousRanks.append(ranks)
          }
        }
      }
      for column in RateColumn.allCases {
        let rates = statistics.rates(index, column).sorted()
        guard !rates.isEmpty else { continue }
        interviewRates.append(
          InterviewRates(
            specialty: specialty, column: column.name, programs: rates.count,
            mean: rates.reduce(0, +) / Double(rates.count), p10: Self.percentile(rates, 0.1),
            p25: Self.percentile(rates, 0.25), p50: Self.percentile(rates, 0.5),
            p75: Self.percentile(rates, 0.75), p90: Self.percentile(rates, 0.9)))
      }
      let range = world.starts[index]..<world.starts[index + 1]
      positions.append(
        Positions(
          specialty: specialty, offered: range.reduce(0) { $0 + world.quotas[$1] },
          filled: statistics.filled(index)))
    }
    for group in SeasonGroup.allCases {
      let active = tally.seasons.reduce(0) { $0 + $1.active[group.rawValue] }
      let matched = tally.seasons.reduce(0) { $0 + $1.matchedAnywhere[group.rawValue] }
      overall.append(
        Overall(
          type: group.name, active: Double(active) / seasons,
          matchedPGY1: Double(matched) / seasons,
          rate: active > 0 ? Double(matched) / Double(active) : 0))
    }
    let pairs = tally.seasons.reduce(0) { $0 + $1.couples }
    let both = tally.seasons.reduce(0) { $0 + $1.couplesMatched }
    couples = Couples(
      couples: Double(pairs) / seasons, bothMatched: Double(both) / seasons,
      rate: pairs > 0 ? Double(both) / Double(pairs) : 0)
  }

  /// Error of the ratio of sums over seasons (delta method); of one season, binomial.
  static func standardError(_ rate: Double, _ counts: [(Int, Int)]) -> Double {
    let n = counts.reduce(0) { $0 + $1.1 }
    guard n > 0 else { return 0 }
    let seasons = Double(counts.count)
    guard counts.count > 1 else { return (rate * (1 - rate) / Double(n)).squareRoot() }
    let mean = Double(n) / seasons
    let squares = counts.reduce(0.0) {
      let residual = Double($1.0) - rate * Double($1.1)
      return $0 + residual * residual
    }
    return (squares / (seasons * (seasons - 1))).squareRoot() / mean
  }

  private static func ranks(
    _ histogram: [Int], specialty: String, type: String, cohort: String, seasons: Double
  ) -> Ranks? {
    let n = histogram.reduce(0, +)
    guard n > 0 else { return nil }
    var sum = 0.0
    var squares = 0.0
    for (length, count) in histogram.enumerated() {
      sum += Double(length * count)
      squares += Double(length * length * count)
    }
    let mean = sum / Double(n)
    let variance = n > 1 ? max(squares - sum * mean, 0) / Double(n - 1) : 0
    func quantile(_ p: Double) -> Double {
      var below = 0
      for (length, count) in histogram.enumerated() {
        below += count
        if Double(below) >= p * Double(n) { return Double(length) }
      }
      return Double(histogram.count - 1)
    }
    return Ranks(
      specialty: specialty, type: type, cohort: cohort, n: Double(n) / seasons, mean: mean,
      sd: variance.squareRoot(), q1: quantile(0.25), median: quantile(0.5), q3: quantile(0.75))
  }

  /// Linear between order statistics; the values are sorted and not empty.
  package static func percentile(_ sorted: [Double], _ p: Double) -> Double {
    let position = p * Double(sorted.count - 1)
    let lower = Int(position)
    let upper = min(lower + 1, sorted.count - 1)
    return sorted[lower] + (sorted[upper] - sorted[lower]) * (position - Double(lower))
  }
}
