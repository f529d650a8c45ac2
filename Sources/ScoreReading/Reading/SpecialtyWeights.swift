package import MatchFacts

/// What each level of the weight of Step 2 CK means and asks for; see `specialty-weights.yaml`.
///
/// Which specialty has which level stands in the table of specialties
/// (`SpecialtyCatalog.Info.scoreWeight`).
package struct SpecialtyWeights: Sendable, Equatable, Decodable {
  package struct Level: Sendable, Equatable, Decodable {
    package var name: String
    package var advice: [String]
  }

  package var levels: [Int: Level]

  /// The weight of a specialty, with the survey's figures where there are some.
  package func weight(
    of info: SpecialtyCatalog.Info, survey: (percentCiting: Double?, meanImportance: Double?)?
  ) -> SpecialtyWeight {
    let level = levels[info.scoreWeight]
    return SpecialtyWeight(
      level: info.scoreWeight, name: level?.name ?? "level \(info.scoreWeight)",
      basis: info.scoreWeightBasis, percentCiting: survey?.percentCiting,
      meanImportance: survey?.meanImportance, advice: level?.advice ?? [])
  }
}
