import MatchFacts
import SmartPickNumerics

/// How much programs like each group of applicants beside US MDs: what public figures explain, and
/// what is drawn for the rest.
struct ProgramTastes {
  /// Log-odds of an invitation by program × group.
  let values: [Float]

  /// The least share of a spread that is left to be drawn.
  private static let leastLeft = 0.25

  init(_ programs: [Program], traits: ProgramTraitTable, effects: SeasonEffects, seed: UInt64) {
    let width = SeasonGroup.allCases.count
    let told = [SeasonGroup.usDO, .usIMG, .nonUSIMG].map { group in
      programs.map {
        effects.openness.value(traits[$0.code], state: $0.state, type: group.type.rawValue)
      }
    }
    func left(_ total: Double, _ explained: [Double]) -> Double {
      let n = Double(max(explained.count, 1))
      let mean = explained.reduce(0, +) / n
      let variance = explained.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
      return max(total * total - variance, Self.leastLeft * total * total).squareRoot()
    }
    let spreadDO = left(effects.tasteDO, told[0])
    let spreadUSIMG = left(effects.tasteIMG, told[1])
    let spreadNonUS = left(effects.tasteIMG, told[2])
    var tastes = [Float](repeating: 0, count: programs.count * width)
    for (index, program) in programs.enumerated() {
      var luck = CounterRandom(
        seed: seed, entity: SeasonWorld.hash(program.code), purpose: 13)
      let ofDO = luck.normal()
      let ofIMG = 0.6 * ofDO + 0.8 * luck.normal()
      let ofNonUS = 0.86 * ofIMG + 0.51 * luck.normal()
      let row = index * width
      let likingDO = Float(told[0][index] + spreadDO * ofDO)
      tastes[row + SeasonGroup.usDO.rawValue] = likingDO
      tastes[row + SeasonGroup.usDOGraduate.rawValue] = likingDO
      tastes[row + SeasonGroup.usIMG.rawValue] = Float(told[1][index] + spreadUSIMG * ofIMG)
      tastes[row + SeasonGroup.nonUSIMG.rawValue] = Float(told[2][index] + spreadNonUS * ofNonUS)
    }
    values = tastes
  }
}
