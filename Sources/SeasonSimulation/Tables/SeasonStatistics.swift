/// What a tally says, in the shapes that published tables have.
package struct SeasonStatistics {
  package let world: SeasonWorld
  package let tally: SeasonTally
  private let totals: [SeasonTally.Cell]
  private let groupCount = SeasonGroup.allCases.count

  package init(world: SeasonWorld, tally: SeasonTally) {
    self.world = world
    self.tally = tally
    var totals = [SeasonTally.Cell](
      repeating: SeasonTally.Cell(), count: world.specialties.count * SeasonGroup.allCases.count)
    for season in tally.seasons {
      for (index, cell) in season.cells.enumerated() { totals[index].add(cell) }
    }
    self.totals = totals
  }

  package var seasonCount: Int { tally.seasons.count }

  /// Counts of a cell, summed over the seasons.
  package func cell(_ specialty: Int, _ group: SeasonGroup) -> SeasonTally.Cell {
    totals[specialty * groupCount + group.rawValue]
  }

  /// Match rate, drawn half an applicant towards one half so that its log-odds exist.
  package func rate(_ specialty: Int, _ group: SeasonGroup) -> Double? {
    let counts = cell(specialty, group)
    guard counts.applicants > 0 else { return nil }
    return (Double(counts.matched) + 0.5) / (Double(counts.applicants) + 1)
  }

  /// Applicants of a season.
  package func applicants(_ specialty: Int, _ group: SeasonGroup) -> Double {
    Double(cell(specialty, group).applicants) / Double(max(seasonCount, 1))
  }

  /// Applicants of a group matched to a specialty in a season, whatever their preferred one.
  package func filled(_ specialty: Int, _ group: SeasonGroup) -> Double {
    let row = specialty * groupCount + group.rawValue
    let sum = tally.seasons.reduce(0) {
      $0 + ($1.filled.indices.contains(row) ? $1.filled[row] : 0)
    }
    return Double(sum) / Double(max(seasonCount, 1))
  }

  /// Positions of a specialty filled in a season.
  package func filled(_ specialty: Int) -> Double {
    SeasonGroup.allCases.reduce(0) { $0 + filled(specialty, $1) }
  }

  /// Positions of a specialty offered.
  package func offered(_ specialty: Int) -> Double {
    let range = world.starts[specialty]..<world.starts[specialty + 1]
    return Double(range.reduce(0) { $0 + world.quotas[$1] })
  }

  /// Mean contiguous ranks of matched or unmatched applicants.
  package func meanRanks(_ specialty: Int, _ group: SeasonGroup, matched: Bool) -> Double? {
    let counts = cell(specialty, group)
    let histogram = matched ? counts.ranksMatched : counts.ranksUnmatched
    let n = histogram.reduce(0, +)
    guard n > 0 else { return nil }
    let sum = histogram.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    return Double(sum) / Double(n)
  }

  /// Mean contiguous ranks of all applicants of a cell.
  package func meanRanks(_ specialty: Int, _ group: SeasonGroup) -> Double? {
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
  package func rates(_ specialty: Int, _ column: RateColumn) -> [Double] {
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

  package func meanRate(_ specialty: Int, _ column: RateColumn) -> Double? {
    let values = rates(specialty, column)
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}

extension SeasonTally.Cell {
  package mutating func add(_ other: SeasonTally.Cell) {
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
