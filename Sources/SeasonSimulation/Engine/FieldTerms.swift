/// A specialty's effects, ready for the inner loop of applications.
struct FieldTerms: Sendable {
  var reference: Float = 250
  var slope: Float = 0
  var inState: Float = 0
  var signals: [(count: Int, effect: Float, column: RateColumn)] = []
  var interviewOffset: [Float]
  var rankOffset: [Float]
  /// Mean and standard deviation of the scores of each group's pool: merit is relative to them.
  var scoreMean: [Float]
  var scoreDeviation: [Float]
  /// Floor of each attitude at a program of mean standing.
  var floors: [Float]
  var pull: ProgramPull

  init(
    _ parameters: SeasonParameters, name: String, world: SeasonWorld, specialty: Int
  ) {
    let range = world.starts[specialty]..<world.starts[specialty + 1]
    let effects = parameters.effects
    let groups = SeasonGroup.allCases
    let field = parameters.fields[name]
    pull = ProgramPull(
      place: Array(world.place[range]), standing: Array(world.standing[range]),
      quotas: Array(world.quotas[range]), effects: effects.standing)
    interviewOffset = groups.map { Float(field?.cells[$0.name]?.interviewOffset ?? -3) }
    rankOffset = groups.map { Float(field?.cells[$0.name]?.rankOffset ?? -1) }
    let mean = field?.referenceScore ?? 250
    scoreMean = groups.map { Float(field?.cells[$0.name]?.scoreMean ?? mean) }
    scoreDeviation = groups.map { Float(max(field?.cells[$0.name]?.scoreDeviation ?? 14, 1)) }
    floors = effects.attitudeFloors.map { Float(mean + $0) }
    guard let field else { return }
    reference = Float(field.referenceScore)
    slope = Float(field.scoreSlope)
    inState = Float(field.inState)
    if field.goldSignals > 0 {
      signals.append((field.goldSignals, Float(field.goldEffect), .gold))
    }
    if field.silverSignals > 0 {
      signals.append((field.silverSignals, Float(field.silverEffect), .silver))
    }
    if field.singleSignals > 0 {
      signals.append((field.singleSignals, Float(field.singleEffect), .single))
    }
  }
}
