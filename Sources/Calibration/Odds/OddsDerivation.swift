public import MatchFacts
public import MatchOdds
public import SeasonSimulation

/// Turns a fitted season into the parameters of the odds.
///
/// First stage: a program invites whoever stands above the threshold at which its interviews are
/// held, and the luck in standing is logistic; so P(invitation) is logistic in the applicant's
/// terms with minus the threshold as intercept, and nothing needs to be fitted again. Second stage:
/// whether a program would take an interviewed applicant is regressed on the same terms over the
/// interviews of simulated seasons.
public struct OddsDerivation: Sendable {
  let simulator: SeasonSimulator
  let targets: CalibrationTargets
  let directory: [Program]
  let traits: ProgramTraitTable
  let rates: ProgramRateFile?
  /// What the rates say of whom programs invite; nil keeps the base's.
  var openness: OpennessRegression?
  let offsetDeviations: [String: [SeasonGroup: Double]]

  /// A derivation from a fitted season; `offsetDeviations` are the posterior deviations of rank
  /// offsets by specialty and group.
  public init(
    simulator: SeasonSimulator, targets: CalibrationTargets, directory: [Program],
    traits: ProgramTraitTable, rates: ProgramRateFile?,
    offsetDeviations: [String: [SeasonGroup: Double]]
  ) {
    self.simulator = simulator
    self.targets = targets
    self.directory = directory
    self.traits = traits
    self.rates = rates
    self.offsetDeviations = offsetDeviations
  }

  /// The parameters of the odds, on the base of those that no table informs.
  public func parameters(base: OddsParameters, seasons: Range<Int>) -> OddsParameters {
    parameters(base: base, interviews: InterviewSample(simulator: simulator, seasons: seasons))
  }

  /// The same from interviews simulated already.
  func parameters(base: OddsParameters, interviews: InterviewSample) -> OddsParameters {
    let world = simulator.world
    var result = base
    result.origin =
      "Fitted by `smartpick calibrate` to the published tables through a simulated season; "
      + "see Calibration/REPORT.md."
    result.attitudes = attitudes(base.attitudes)
    addShared(&result)
    addOpenness(&result)
    let told = toldOfUSMD(result)
    let bars = (
      beside: BarSlopes(interviews, simulator: simulator, told: told),
      alone: BarSlopes(interviews, simulator: simulator, told: told.map { _ in 0 })
    )
    for (index, name) in world.specialties.enumerated() {
      guard let field = simulator.parameters.fields[name] else { continue }
      result.specialties[name] = coefficients(
        index, name, field: field, interviews: interviews, bars: bars,
        base: base.specialties[name] ?? base.anySpecialty)
    }
    // A specialty of which nothing is published: the middle of the others, with their spread.
    result.anySpecialty = Self.middle(
      of: result, base: base.anySpecialty, directory: directory)
    for name in result.specialties.keys where !world.specialties.contains(name) {
      // Outside the season (urology): the pooled second stage and slopes, its own level.
      guard var own = result.specialties[name] else { continue }
      own.scoreSlope = result.anySpecialty.scoreSlope
      own.strengthLoading = result.anySpecialty.strengthLoading
      own.placeMargin = result.anySpecialty.placeMargin
      own.placeStrength = result.anySpecialty.placeStrength
      own.placeLevel = result.anySpecialty.placeLevel
      own.programSpread = result.anySpecialty.programSpread
      own.standing = result.anySpecialty.standing
      result.specialties[name] = own
    }
    return result
  }

  private func attitudes(_ base: [Attitude]) -> [Attitude] {
    let effects = simulator.parameters.effects
    return base.enumerated().map { index, attitude in
      guard effects.attitudeShares.indices.contains(index) else { return attitude }
      var own = attitude
      own.share.value = effects.attitudeShares[index]
      own.shareByWeight = effects.attitudeByWeight[index]
      own.shareByStanding = effects.standing.attitudes[index]
      own.slopeFactor.value = effects.attitudeSlopes[index]
      own.floor.value = effects.attitudeFloors[index]
      own.floorWidth.value = effects.attitudeWidths[index]
      return own
    }
  }
}
