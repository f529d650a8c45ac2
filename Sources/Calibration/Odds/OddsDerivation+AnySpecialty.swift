import MatchFacts
import MatchOdds
import SeasonSimulation

extension OddsDerivation {
  /// The middle of the larger specialties with their spread: what is said of a specialty of which
  /// nothing is published.
  static func middle(
    of parameters: OddsParameters, base: SpecialtyCoefficients, directory: [Program]
  ) -> SpecialtyCoefficients {
    var own = base
    var counts: [String: Int] = [:]
    for program in directory where program.track != .preliminary {
      counts[program.specialty.name, default: 0] += 1
    }
    let names = parameters.specialties.keys.sorted().filter { counts[$0, default: 0] >= 10 }
    func median(_ read: (SpecialtyCoefficients) -> Coefficient?, wider: Double) -> Coefficient? {
      let values = names.compactMap { parameters.specialties[$0].flatMap(read)?.value }.sorted()
      guard !values.isEmpty else { return nil }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      return Coefficient(
        values[values.count / 2],
        standardDeviation: (variance + wider * wider).squareRoot(), basis: .fitted,
        source: "median over specialties, with their spread")
    }
    if let value = median({ $0.interviewLevel }, wider: 0.3) { own.interviewLevel = value }
    if let value = median({ $0.scoreSlope }, wider: 0.02) { own.scoreSlope = value }
    if let value = median({ $0.standing }, wider: 0.02) { own.standing = value }
    if let value = median({ $0.strengthLoading }, wider: 0.25) { own.strengthLoading = value }
    if let value = median({ $0.placeMargin }, wider: 0.05) { own.placeMargin = value }
    if let value = median({ $0.placeStrength }, wider: 0.05) { own.placeStrength = value }
    if let value = median({ $0.inState }, wider: 0.1) { own.inState = value }
    for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
      if let value = median({ $0.typeOffsets[group.name] }, wider: 0.1) {
        own.typeOffsets[group.name] = value
      }
      if let value = median({ $0.usualApplications[group.name] }, wider: 0) {
        own.usualApplications[group.name] = value
      }
      if let value = median({ $0.placeLevel[group.name] }, wider: 0.2) {
        own.placeLevel[group.name] = value
      }
      if let value = median({ $0.programSpread[group.name] }, wider: 0.1) {
        own.programSpread[group.name] = value
      }
    }
    return own
  }
}
