import SeasonSimulation

/// What simulated seasons show of interviews: the thresholds at which programs hold them, and who
/// of those interviewed would be taken.
struct InterviewSample {
  /// Columns of the second stage: four types, margin, strength.
  static let typeColumns = 4

  /// Interviews of one group that enter the second stage of a specialty.
  private static let interviewsPerGroup = 2500

  /// Mean threshold of each program; that of its specialty where it held no interview.
  let programThresholds: [Double]
  /// Mean over the programs of each specialty.
  let specialtyThresholds: [Double]
  /// Second-stage rows by specialty.
  private(set) var x: [[[Double]]]
  /// Whether the program would have taken the applicant, row by row.
  private(set) var y: [[Bool]]

  init(simulator: SeasonSimulator, seasons: Range<Int>) {
    let world = simulator.world
    let count = world.programs.count
    var sum = [Double](repeating: 0, count: count)
    var n = [Double](repeating: 0, count: count)
    var runs: [SeasonRun] = []
    for season in seasons {
      let run = simulator.season(season)
      for (program, threshold) in run.interviews.thresholds.enumerated() where threshold.isFinite {
        sum[program] += Double(threshold)
        n[program] += 1
      }
      runs.append(run)
    }
    let means = Self.means(of: sum, counts: n, in: world)
    programThresholds = means.program
    specialtyThresholds = means.specialty
    x = [[[Double]]](repeating: [], count: world.specialties.count)
    y = [[Bool]](repeating: [], count: world.specialties.count)
    var taken = [Int](repeating: 0, count: world.specialties.count * Self.typeColumns)
    for run in runs {
      let cutoffs = SecondStage.cutoffs(run)
      for (position, isHeld) in run.interviews.isHeld.enumerated() where isHeld {
        let program = Int(run.applications.program[position])
        let applicant = Int(run.applications.applicant[position])
        let specialty = Int(world.specialtyOf[program])
        guard let group = SeasonGroup(rawValue: Int(run.people.group[applicant])),
          group.rawValue < 4
        else { continue }
        // Large groups are thinned: so many interviews pin six coefficients.
        let stratum = specialty * Self.typeColumns + group.rawValue
        if taken[stratum] >= Self.interviewsPerGroup { continue }
        taken[stratum] += 1
        let terms = SecondStage.terms(
          run, position: position, applicant: applicant, program: program, group: group)
        let kindness =
          (means.specialty[specialty] - means.program[program]) + terms.taste
        var row = [Double](repeating: 0, count: Self.typeColumns + 2)
        row[group.rawValue] = 1
        row[Self.typeColumns] = terms.score + terms.place + kindness
        row[Self.typeColumns + 1] = Double(run.people.strength[applicant])
        x[specialty].append(row)
        y[specialty].append(run.applications.standing[position] >= cutoffs[program])
      }
    }
  }

  private static func means(
    of sums: [Double], counts: [Double], in world: SeasonWorld
  ) -> (program: [Double], specialty: [Double]) {
    var program = [Double](repeating: 0, count: world.programs.count)
    var specialty = [Double](repeating: 0, count: world.specialties.count)
    for index in world.specialties.indices {
      let range = world.starts[index]..<world.starts[index + 1]
      var sum = 0.0
      var n = 0.0
      for member in range where counts[member] > 0 {
        program[member] = sums[member] / counts[member]
        sum += program[member]
        n += 1
      }
      specialty[index] = n > 0 ? sum / n : 0
      for member in range where counts[member] == 0 {
        program[member] = specialty[index]
      }
    }
    return (program, specialty)
  }
}
