import MatchFacts
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The applicants of one season, in columns.
package struct SeasonPeople: Sendable {
  /// First specialty.
  package var specialty: [Int32] = []
  /// Second specialty, or -1.
  package var second: [Int32] = []
  package var group: [UInt8] = []
  package var score: [Int16] = []
  /// The unobserved strength.
  package var strength: [Float] = []
  /// State of the school, or 255.
  package var state: [UInt8] = []
  /// Applications in the first specialty.
  package var applications: [Int32] = []
  package var hasPriorTraining: [Bool] = []
  /// Whether the applicant has failed an exam before.
  package var hasFailed: [Bool] = []
  /// Identity in the streams of random numbers, the same whatever the rule is.
  package var identity: [UInt32] = []

  package var count: Int { specialty.count }

  package init(world: SeasonWorld, parameters: SeasonParameters, seed: UInt64, season: Int) {
    let schools = SchoolStates(world)
    let inflow = DualInflow(world: world, parameters: parameters)
    let standing = parameters.effects.standing
    for (index, name) in world.specialties.enumerated() {
      guard let field = parameters.fields[name] else { continue }
      let programs = world.starts[index + 1] - world.starts[index]
      for member in SeasonGroup.allCases {
        guard let cell = field.cells[member.name] else { continue }
        var rounding = CounterRandom(
          seed: seed, entity: UInt64(index * 8 + member.rawValue),
          purpose: UInt32(clamping: season) &* 16 &+ 1)
        let size = Int((cell.applicants * cell.poolRatio + rounding.uniform()).rounded(.down))
        for number in 0..<size {
          let id =
            UInt32(truncatingIfNeeded: index) << 23 | UInt32(truncatingIfNeeded: member.rawValue)
            << 20 | UInt32(truncatingIfNeeded: number)
          var luck = CounterRandom(
            seed: seed, entity: UInt64(id), purpose: UInt32(clamping: season) &* 16 &+ 2)
          let z = luck.normal()
          specialty.append(Int32(index))
          group.append(UInt8(member.rawValue))
          identity.append(id)
          score.append(
            Int16(min(max((cell.scoreMean + cell.scoreDeviation * z).rounded(), 200), 300)))
          let unseen = luck.normal()
          strength.append(Float(unseen))
          state.append(member.hasSchoolState ? schools.draw(&luck) : 255)
          let spread = exp(0.35 * luck.normal() - 0.061)
          var wanted = Int((cell.applications * spread).rounded())
          if parameters.effects.applicationCap > 0 {
            wanted = min(wanted, parameters.effects.applicationCap)
          }
          applications.append(Int32(min(max(wanted, 1), programs)))
          hasPriorTraining.append(
            member.rawValue >= 2 && luck.bernoulli(parameters.effects.priorTraining))
          second.append(
            luck.bernoulli(
              min(0.9, cell.dualShare * parameters.effects.dualScale[member.rawValue]))
              ? inflow.draw(group: member, except: index, luck: &luck) : -1)
          let merit = standing.meritScore * z + standing.meritStrength * unseen
          let failed =
            (standing.failed[member.type.rawValue] ?? -2.8) + standing.failedByMerit * merit
          hasFailed.append(luck.bernoulli(Logistic.cumulative(failed)))
        }
      }
    }
  }
}

/// States of US schools, in proportion to the positions of the state's programs.
private struct SchoolStates {
  private var cumulative: [Double] = []

  package init(_ world: SeasonWorld) {
    var totals = [Double](repeating: 0, count: world.stateNames.count)
    for (state, quota) in zip(world.states, world.quotas) where Int(state) < totals.count {
      totals[Int(state)] += Double(quota)
    }
    var sum = 0.0
    for total in totals {
      sum += total
      cumulative.append(sum)
    }
  }

  package func draw(_ luck: inout CounterRandom) -> UInt8 {
    guard let total = cumulative.last, total > 0 else { return 255 }
    let target = luck.uniform() * total
    return UInt8(clamping: cumulative.firstIndex { $0 > target } ?? 255)
  }
}

/// Where applicants who apply in a second specialty go.
private struct DualInflow {
  private var weights: [[Double]] = []

  package init(world: SeasonWorld, parameters: SeasonParameters) {
    weights = SeasonGroup.allCases.map { group in
      world.specialties.map { parameters.fields[$0]?.dualInflow[group.name] ?? 0 }
    }
  }

  package func draw(group: SeasonGroup, except: Int, luck: inout CounterRandom) -> Int32 {
    var own = weights[group.rawValue]
    own[except] = 0
    return luck.index(weights: own).map { Int32($0) } ?? -1
  }
}
