/// Counts by specialty, quarter of standing and applicant type; counts of seasons add exactly.
public struct StandingPools: Sendable, Hashable, Codable {
  /// The percentiles of invited scores that are kept.
  public static let percentiles = [0.1, 0.25, 0.5, 0.75]
  /// Invited applicants of a type from whom on a program's percentiles are taken.
  public static let fewestInvited = 10
  /// Quarters of standing.
  package static let quarters = 4
  /// Applicant types.
  static let types = 4

  /// Applications by specialty × quarter × type.
  public var applications: [Int]
  /// Sum of their scores.
  public var scores: [Int]
  /// Programs with enough invited, each season one.
  public var programs: [Int]
  /// Sums over these programs of each percentile, in tenths of a point, by row × percentile.
  public var percentileSums: [Int]

  /// Nothing counted.
  init(world: SeasonWorld) {
    let rows = world.specialties.count * Self.quarters * Self.types
    applications = [Int](repeating: 0, count: rows)
    scores = [Int](repeating: 0, count: rows)
    programs = [Int](repeating: 0, count: rows)
    percentileSums = [Int](repeating: 0, count: rows * Self.percentiles.count)
  }

  /// The place of a cell.
  static func row(specialty: Int, quarter: Int, type: Int) -> Int {
    (specialty * quarters + quarter) * types + type
  }

  @inline(__always)
  mutating func add(specialty: Int, quarter: UInt8, column: RateColumn, score: Int) {
    guard quarter < 4 else { return }
    let row = Self.row(
      specialty: specialty, quarter: Int(quarter),
      type: column.rawValue - RateColumn.usMD.rawValue)
    applications[row] += 1
    scores[row] += score
  }

  /// Takes the percentiles of every program's invited scores.
  mutating func addInvited(
    _ applications: SeasonApplications, isInvited: [Bool], score: [Int16], world: SeasonWorld
  ) {
    let first = UInt16(RateColumn.usMD.rawValue)
    func cell(_ position: Int) -> Int {
      let type = (Int(applications.columns[position]) >> Int(first) & 15).trailingZeroBitCount
      return Int(applications.program[position]) * Self.types + min(type, 3)
    }
    var starts = [Int](repeating: 0, count: world.programs.count * Self.types + 1)
    for (position, isInvited) in isInvited.enumerated() where isInvited {
      starts[cell(position) + 1] += 1
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var fill = starts
    var sorted = [Int16](repeating: 0, count: starts.last ?? 0)
    for (position, isInvited) in isInvited.enumerated() where isInvited {
      let place = cell(position)
      sorted[fill[place]] = score[Int(applications.applicant[position])]
      fill[place] += 1
    }
    for program in world.programs.indices where world.quarters[program] < 4 {
      for type in 0..<Self.types {
        let range = starts[program * Self.types + type]..<starts[program * Self.types + type + 1]
        guard range.count >= Self.fewestInvited else { continue }
        sorted[range].sort()
        let row = Self.row(
          specialty: Int(world.specialtyOf[program]), quarter: Int(world.quarters[program]),
          type: type)
        programs[row] += 1
        for (place, share) in Self.percentiles.enumerated() {
          percentileSums[row * Self.percentiles.count + place] += Self.tenths(sorted[range], share)
        }
      }
    }
  }

  /// A percentile, linear between order statistics, in tenths of a point.
  private static func tenths(_ sorted: ArraySlice<Int16>, _ share: Double) -> Int {
    let position = share * Double(sorted.count - 1)
    let lower = Int(position)
    let low = Double(sorted[sorted.startIndex + lower])
    let high = Double(sorted[sorted.startIndex + min(lower + 1, sorted.count - 1)])
    return Int((10 * (low + (high - low) * (position - Double(lower)))).rounded())
  }

  /// Adds the counts of other seasons.
  mutating func add(_ other: StandingPools) {
    for index in applications.indices where index < other.applications.count {
      applications[index] += other.applications[index]
      scores[index] += other.scores[index]
      programs[index] += other.programs[index]
    }
    for index in percentileSums.indices where index < other.percentileSums.count {
      percentileSums[index] += other.percentileSums[index]
    }
  }
}
