import SmartPickNumerics

/// What a tally says, in the shapes that published tables have.
struct SeasonStatistics {
  let world: SeasonWorld
  let tally: SeasonTally
  private let totals: [SeasonTally.Cell]
  private let groupCount = SeasonGroup.allCases.count

  init(world: SeasonWorld, tally: SeasonTally) {
    self.world = world
    self.tally = tally
    var totals = [SeasonTally.Cell](
      repeating: SeasonTally.Cell(), count: world.specialties.count * SeasonGroup.allCases.count)
    for season in tally.seasons {
      for (index, cell) in season.cells.enumerated() { totals[index].add(cell) }
    }
    self.totals = totals
  }

  var seasonCount: Int { tally.seasons.count }

  /// Counts of a cell, summed over the seasons.
  func cell(_ specialty: Int, _ group: SeasonGroup) -> SeasonTally.Cell {
    totals[specialty * groupCount + group.rawValue]
  }

  /// Match rate, drawn half an applicant towards one half so that its log-odds exist.
  func rate(_ specialty: Int, _ group: SeasonGroup) -> Double? {
    let counts = cell(specialty, group)
    guard counts.applicants > 0 else { return nil }
    return (Double(counts.matched) + 0.5) / (Double(counts.applicants) + 1)
  }

  /// Applicants of a season.
  func applicants(_ specialty: Int, _ group: SeasonGroup) -> Double {
    Double(cell(specialty, group).applicants) / Double(max(seasonCount, 1))
  }

  /// Applicants of a group matched to a specialty in a season, whatever their preferred one.
  func filled(_ specialty: Int, _ group: SeasonGroup) -> Double {
    let row = specialty * groupCount + group.rawValue
    let sum = tally.seasons.reduce(0) {
      $0 + ($1.filled.indices.contains(row) ? $1.filled[row] : 0)
    }
    return Double(sum) / Double(max(seasonCount, 1))
  }

  /// Positions of a specialty filled in a season.
  func filled(_ specialty: Int) -> Double {
    SeasonGroup.allCases.reduce(0) { $0 + filled(specialty, $1) }
  }

  /// Positions of a specialty offered.
  func offered(_ specialty: Int) -> Double {
    let range = world.starts[specialty]..<world.starts[specialty + 1]
    return Double(range.reduce(0) { $0 + world.quotas[$1] })
  }

  /// Mean contiguous ranks of matched or unmatched applicants.
  func meanRanks(_ specialty: Int, _ group: SeasonGroup, matched: Bool) -> Double? {
    let counts = cell(specialty, group)
    let histogram = matched ? counts.ranksMatched : counts.ranksUnmatched
    let n = histogram.reduce(0, +)
    guard n > 0 else { return nil }
    let sum = histogram.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    return Double(sum) / Double(n)
  }

  /// Mean contiguous ranks of all applicants of a cell.
  func meanRanks(_ specialty: Int, _ group: SeasonGroup) -> Double? {
    let counts = cell(specialty, group)
    var n = 0
    var sum = 0
    for length in counts.ranksMatched.indices {
      let here = counts.ranksMatched[length] + counts.ranksUnmatched[length]
      n += here
      sum += here * length
    }
    return n > 0 ? Double(sum) / Double(n) : nil
  }

  /// Interview rates over the programs of a specialty with applications in the column; those open to
  /// physicians with earlier training only are no part of the published ones.
  func rates(_ specialty: Int, _ column: RateColumn) -> [Double] {
    let columns = RateColumn.allCases.count
    var result: [Double] = []
    for program in world.starts[specialty]..<world.starts[specialty + 1]
    where !world.isReserved[program] {
      let applied = tally.applied[program * columns + column.rawValue]
      guard applied > 0 else { continue }
      result.append(
        Double(tally.invited[program * columns + column.rawValue]) / Double(applied))
    }
    return result
  }

  func meanRate(_ specialty: Int, _ column: RateColumn) -> Double? {
    let values = rates(specialty, column)
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Log-odds of a match for ten points, from the band table of US MD seniors, by weighted
  /// logistic regression on the bands' centres.
  func bandSlope(_ specialty: Int) -> Double? {
    let counts = cell(specialty, .usMD)
    let rows = counts.bandApplicants.indices.map {
      (
        x: BandSlope.centres[$0], n: Double(counts.bandApplicants[$0]),
        matched: Double(counts.bandMatched[$0])
      )
    }
    return BandSlope.fit(rows)?.slope
  }
}

extension SeasonTally.Cell {
  mutating func add(_ other: SeasonTally.Cell) {
    applicants += other.applicants
    matched += other.matched
    scoreSum += other.scoreSum
    matchedScoreSum += other.matchedScoreSum
    for index in bandApplicants.indices {
      bandApplicants[index] += other.bandApplicants[index]
      bandMatched[index] += other.bandMatched[index]
    }
    for index in ranksMatched.indices {
      ranksMatched[index] += other.ranksMatched[index]
      ranksUnmatched[index] += other.ranksUnmatched[index]
    }
  }
}

/// Logistic regression of matching on the centre of the score band, in tens of points.
enum BandSlope {
  /// Centres of the bands in tens of points; the open ones lie where most of their members do.
  static let centres = [19.5, 20.5, 21.5, 22.5, 23.5, 24.5, 25.8]

  /// Maximum likelihood by Newton's method, with a whisper of a prior so that empty or full bands
  /// cannot run away; nil when there are too few failures to tell.
  static func fit(
    _ rows: [(x: Double, n: Double, matched: Double)]
  ) -> (level: Double, slope: Double, slopeDeviation: Double)? {
    let total = rows.reduce(0) { $0 + $1.n }
    let failures = rows.reduce(0) { $0 + $1.n - $1.matched }
    guard total > 0, failures >= 3, failures < total else { return nil }
    let mean = rows.reduce(0) { $0 + $1.n * $1.x } / total
    var level = Logistic.quantile(min(max(1 - failures / total, 0.01), 0.99))
    var slope = 0.6
    var information = 1.0
    for _ in 0..<40 {
      var g0 = 0.0
      var g1 = -(slope - 0.6) / 4
      var h00 = 1e-9
      var h01 = 0.0
      var h11 = 0.25
      for row in rows where row.n > 0 {
        let d = row.x - mean
        let p = Logistic.cumulative(level + slope * d)
        let w = row.n * p * (1 - p)
        g0 += row.matched - row.n * p
        g1 += (row.matched - row.n * p) * d
        h00 += w
        h01 += w * d
        h11 += w * d * d
      }
      let det = h00 * h11 - h01 * h01
      guard det > 1e-12 else { return nil }
      level += min(max((h11 * g0 - h01 * g1) / det, -1), 1)
      slope += min(max((h00 * g1 - h01 * g0) / det, -0.5), 0.5)
      information = det / h00
    }
    return (level, slope, (1 / information).squareRoot())
  }
}
