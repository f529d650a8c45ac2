import MatchFacts
import MatchOdds
import SeasonSimulation

/// The rows of the openness regressions: features and states, each less its mean over the programs
/// of its specialty.
struct OpennessDesign {
  /// States with enough programs, sorted.
  let states: [String]
  /// Features, then states, one row a program.
  let x: [[Double]]
  /// Log-odds of each type's rate less the specialty's mean of that type.
  let y: [[Double?]]
  /// The same of the type's rate less US MD's.
  let contrasts: [[Double?]]
  /// Log-odds, in one column, of the rate of applicants from schools of other states less the
  /// specialty's mean.
  let elsewhere: [[Double?]]
  /// Specialty of each row.
  let specialties: [String]

  /// Programs that a state must have for an effect of its own.
  private static let fewestInState = 12
  /// What is taken off each coefficient, in programs' worth.
  private static let featurePenalty = 1.0
  private static let statePenalty = 30.0
  /// Keeps a coefficient at 0.
  private static let shut = 1e9

  var width: Int { featureCount + states.count }
  let featureCount = ProgramTraits.Feature.allCases.count

  init(_ programs: RatedPrograms) {
    let rows = programs.rows
    var counts: [String: Int] = [:]
    for row in rows { if let state = row.state { counts[state, default: 0] += 1 } }
    let states = counts.filter { $0.value >= Self.fewestInState }.keys.sorted()
    self.states = states
    specialties = rows.map(\.specialty)
    var groups: [String: [Int]] = [:]
    for (number, row) in rows.enumerated() { groups[row.specialty, default: []].append(number) }
    var x: [[Double]] = rows.map { row in
      row.features + states.map { row.state == $0 ? 1 : 0 }
    }
    var y = rows.map(\.rates)
    var elsewhere: [[Double?]] = rows.map { [$0.elsewhere] }
    var contrasts: [[Double?]] = rows.map { row in
      row.rates.map { rate in
        guard let rate, let base = row.rates[0] else { return nil }
        return rate - base
      }
    }
    for members in groups.values {
      for column in 0..<ProgramTraits.Feature.allCases.count + states.count {
        let mean = members.reduce(0) { $0 + x[$1][column] } / Double(members.count)
        for member in members { x[member][column] -= mean }
      }
      for type in RatedPrograms.types.indices {
        Self.centre(&y, members, type)
        Self.centre(&contrasts, members, type)
      }
      Self.centre(&elsewhere, members, 0)
    }
    self.x = x
    self.y = y
    self.contrasts = contrasts
    self.elsewhere = elsewhere
  }

  private static func centre(_ values: inout [[Double?]], _ members: [Int], _ column: Int) {
    let known = members.compactMap { values[$0][column] }
    let mean = known.reduce(0, +) / Double(max(known.count, 1))
    for member in members { values[member][column] = values[member][column].map { $0 - mean } }
  }

  /// Penalties with some features left out: a large one keeps a coefficient at 0.
  func penalties(without left: Set<ProgramTraits.Feature> = [], states withStates: Bool = true)
    -> [Double]
  {
    let features = ProgramTraits.Feature.allCases.map {
      left.contains($0) ? Self.shut : Self.featurePenalty
    }
    return features + states.map { _ in withStates ? Self.statePenalty : Self.shut }
  }

  /// Sums of a column of `values` by specialty.
  func sums(_ values: [[Double?]], _ type: Int) -> [String: RidgeSums] {
    var sums: [String: RidgeSums] = [:]
    for number in x.indices {
      guard let value = values[number][type] else { continue }
      sums[specialties[number], default: RidgeSums(width: width)].add(x[number], value)
    }
    return sums
  }
}

extension [String: RidgeSums] {
  /// All sums in one, in a fixed order, but for one specialty's.
  func total(width: Int, without name: String? = nil) -> RidgeSums {
    var total = RidgeSums(width: width)
    for key in keys.sorted() where key != name {
      if let part = self[key] { total = total.adding(part) }
    }
    return total
  }
}
