import MatchFacts
import MatchOdds
import ScoreReading

extension AdviceRules {
  /// The rules with the odds' shares of programs by attitude, so that what is said of programs and
  /// what is counted with are one figure.
  ///
  /// - Throws: `AdviceRulesError` where an attitude of the rules is not one of the odds.
  func withAttitudes(of parameters: OddsParameters) throws(AdviceRulesError) -> AdviceRules {
    let known = parameters.attitudes.map(\.id)
    var places: [Int] = []
    for attitude in reading.attitudes {
      guard let place = known.firstIndex(of: attitude.id) else {
        throw AdviceRulesError(
          description: "reading-rules.yaml: attitudes: the odds have no attitude ‘\(attitude.id)’; "
            + "accepted: \(known.joined(separator: ", "))")
      }
      places.append(place)
    }
    guard Set(places).count == known.count else {
      throw AdviceRulesError(
        description: "reading-rules.yaml: attitudes: each of \(known.joined(separator: ", ")) must "
          + "stand there once")
    }
    var reading = reading
    for weight in SpecialtyCatalog.scoreWeights {
      let shares = parameters.attitudeShares(scoreWeight: weight)
      reading.attitudeShares[weight] = places.map { shares[$0] }
    }
    return AdviceRules(
      reading: reading, plan: plan, stages: stages, assumptions: assumptions, weights: weights,
      words: words)
  }
}
