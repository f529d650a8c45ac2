import MatchFacts
import MatchOdds
import SeasonSimulation

extension CalibrationRun {
  /// Sets the odds so that bare files are told what was published, and checks with each specialty's
  /// tables left out what they would be told; nil without an advice to ask.
  func anchor(
    _ odds: OddsParameters, targets: CalibrationTargets, season: SeasonParameters, threads: Int,
    progress: @escaping @Sendable (String) -> Void
  ) async throws -> AnchorOutcome? {
    guard let advice else { return nil }
    let results = try facts.mainMatchResults()
    let anchors = AnchorTargets(targets, results: results, season: season)
    let cells = anchors.cells
    let anchoring = Anchoring(advice: advice, threads: threads)
    let before = try await anchoring.told(cells, under: odds)
    var fitted = try await anchoring.run(
      odds, cells: cells, rounds: effort.anchorRounds, progress: progress)
    let validation = AnchorCrossValidation(cells: cells, targets: targets, results: results)
    let left = cells.filter { validation.predicted[$0] != nil }
    let predicted = left.map { cell in
      var own = cell
      own.rate = validation.predicted[cell] ?? cell.rate
      return own
    }
    progress("anchoring with each specialty's bands left out")
    var unseen = odds
    let slopes = SlopeTargets(targets)
    for name in Set(left.map(\.specialty)) {
      // Nor may its own bands have set the slope that the search starts from.
      unseen.specialties[name]?.scoreSlope.value *= slopes.expected(name) / slopes.target(name)
    }
    let without = try await anchoring.run(unseen, cells: predicted, rounds: effort.anchorRounds)
    fitted.parameters.anySpecialty = OddsDerivation.middle(
      of: fitted.parameters, base: fitted.parameters.anySpecialty, directory: directory)
    return AnchorOutcome(
      parameters: fitted.parameters, cells: cells, before: before, told: fitted.told, left: left,
      toldWithout: without.told, predicted: predicted.map(\.rate),
      predictedWithoutRate: left.map { validation.predictedWithoutRate[$0] ?? $0.rate },
      levelDeviation: validation.levelDeviation,
      preferredAgainstAny: anchors.preferredAgainstAny)
  }
}
