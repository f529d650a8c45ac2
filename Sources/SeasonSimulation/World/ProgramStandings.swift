import MatchFacts
import SmartPickNumerics

/// The standing of a season's programs: what public figures tell, and what is drawn for what they
/// leave open.
struct ProgramStandings {
  /// True points above the specialty's mean.
  private(set) var points: [Float] = []
  /// True points in units.
  private(set) var standing: [Float] = []
  /// Points of the index alone, in units.
  private(set) var indexStanding: [Float] = []
  /// The index less its specialty's mean.
  private let indexes: [Double]

  init(
    _ programs: [Program], traits: ProgramTraitTable, effects: StandingEffects, seed: UInt64
  ) {
    var indexes: [Double] = []
    for program in programs {
      let known = traits[program.code]
      var luck = CounterRandom(
        seed: seed, entity: SeasonWorld.hash(program.code), purpose: 11)
      let own = known.points + known.pointsDeviation * luck.normal()
      points.append(Float(own))
      standing.append(
        Float(min(max(own / effects.unit, -effects.largest), effects.largest)))
      indexStanding.append(Float(known.points / effects.unit))
      indexes.append(known.features[ProgramTraits.Feature.allCases.firstIndex(of: .index) ?? 0])
    }
    self.indexes = indexes
  }

  /// The place of each program's index in its specialty, in standard deviations.
  func addPlaces(_ place: inout [Float], range: Range<Int>, limit: Float) {
    let n = Float(max(range.count, 1))
    let mean = range.reduce(0) { $0 + indexStanding[$1] } / n
    let variance =
      range.reduce(0) { $0 + (indexStanding[$1] - mean) * (indexStanding[$1] - mean) } / n
    guard variance > 1e-6 else { return }
    let scale = 1 / variance.squareRoot()
    for program in range {
      place[program] = min(max((indexStanding[program] - mean) * scale, -limit), limit)
    }
  }

  /// Numbers the quarters of the index over the given programs of one specialty.
  func addQuarters(_ quarters: inout [UInt8], range: [Int]) {
    let known = range.filter { indexes[$0] != 0 }.sorted { (indexes[$0], $0) < (indexes[$1], $1) }
    guard known.count >= 8 else { return }
    for (place, program) in known.enumerated() {
      quarters[program] = UInt8(4 * place / known.count)
    }
  }
}
