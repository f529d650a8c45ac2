import SeasonSimulation

/// The second stage of a simulated season, taken apart: who would have been taken where.
enum SecondStage {
  /// Standing above which each program would have taken an interviewed applicant: that of the
  /// last one it holds, or its floor when positions stayed open.
  static func cutoffs(_ run: SeasonRun) -> [Float] {
    let world = run.world
    var filled = [Int](repeating: 0, count: world.programs.count)
    for program in run.match.program where program >= 0 { filled[Int(program)] += 1 }
    var cutoffs = [Float](repeating: .infinity, count: world.programs.count)
    for (position, isHeld) in run.interviews.isHeld.enumerated() where isHeld {
      let applicant = Int(run.applications.applicant[position])
      let program = Int(run.applications.program[position])
      if Int(run.match.program[applicant]) == program {
        cutoffs[program] = min(cutoffs[program], run.applications.standing[position])
      }
    }
    for program in cutoffs.indices where filled[program] < world.quotas[program] {
      let name = world.specialties[Int(world.specialtyOf[program])]
      cutoffs[program] = Float(run.parameters.fields[name]?.rankFloor ?? -9)
    }
    return cutoffs
  }

  /// The terms of one application that a file and a directory can show.
  static func terms(
    _ run: SeasonRun, position: Int, applicant: Int, program: Int, group: SeasonGroup
  ) -> (score: Double, place: Double, taste: Double) {
    let world = run.world
    let name = world.specialties[Int(world.specialtyOf[program])]
    guard let field = run.parameters.fields[name] else { return (0, 0, 0) }
    let effects = run.parameters.effects
    let share: Double
    switch group {
    case .usMD, .usMDGraduate: share = 1
    case .usDO, .usDOGraduate: share = effects.slopeDO
    case .usIMG, .nonUSIMG: share = effects.slopeIMG
    }
    let attitude = effects.attitudeSlopes[Int(world.attitudes[program])]
    let tens = (Double(run.people.score[applicant]) - field.referenceScore) / 10
    let isHome =
      run.applications.columns[position] & (1 << UInt16(RateColumn.inState.rawValue)) != 0
    return (
      field.scoreSlope * share * attitude * tens, isHome ? field.inState : 0,
      Double(world.tastes[program * SeasonGroup.allCases.count + group.rawValue])
    )
  }
}
