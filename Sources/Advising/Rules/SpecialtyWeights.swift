import MatchFacts

/// What each level of the weight of Step 2 CK means and asks for; see `specialty-weights.yaml`.
///
/// Which specialty has which level stands in the table of specialties
/// (`SpecialtyCatalog.Info.scoreWeight`).
struct SpecialtyWeights: Sendable, Equatable, Decodable {
  struct Level: Sendable, Equatable, Decodable {
    var name: String
    var advice: [String]
  }

  var levels: [Int: Level]

  /// The weight of a specialty, with the survey's figures where there are some.
  func weight(
    of info: SpecialtyCatalog.Info, survey: (percentCiting: Double?, meanImportance: Double?)?
  ) -> SpecialtyWeight {
    let level = levels[info.scoreWeight]
    return SpecialtyWeight(
      level: info.scoreWeight, name: level?.name ?? "level \(info.scoreWeight)",
      basis: info.scoreWeightBasis, percentCiting: survey?.percentCiting,
      meanImportance: survey?.meanImportance, advice: level?.advice ?? [])
  }
}
