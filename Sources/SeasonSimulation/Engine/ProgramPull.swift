#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How strongly the programs of one specialty draw applicants, by applicant type and class of merit:
/// exp(s · ln positions + a · x + c · x² + m · merit · z) with x the place of the program's index in
/// its specialty and z its standing.
struct ProgramPull: Sendable {
  /// Draws by weight, by type × class of merit.
  private let tables: [AliasTable]
  /// Weights with mean 1 over the open programs, in the same order.
  private let weights: [[Float]]

  private static let centres = [-1.8, -1.1, -0.5, 0, 0.5, 1.1, 1.8]
  private static let bounds: [Float] = [-1.45, -0.8, -0.25, 0.25, 0.8, 1.45]
  private static let types = ["us-md", "us-do", "us-img", "non-us-img"]

  init(
    place: [Float], standing: [Float], quotas: [Int], effects: StandingEffects
  ) {
    var tables: [AliasTable] = []
    var weights: [[Float]] = []
    let open = Double(max(quotas.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }, 1))
    let size = quotas.map { effects.pullOfSize * log(Double(max($0, 1))) }
    for type in Self.types {
      let pull = effects.pull[type] ?? 0
      let curve = effects.curve[type] ?? 0
      for merit in Self.centres {
        var own = [Double](repeating: 0, count: standing.count)
        for index in own.indices where quotas[index] > 0 {
          let x = Double(place[index])
          let z = Double(standing[index])
          own[index] = exp(
            size[index] + (pull + curve * x) * x + effects.pullOfMerit * merit * z)
        }
        let mean = own.reduce(0, +) / open
        tables.append(AliasTable(weights: own))
        weights.append(own.map { Float($0 / max(mean, 1e-12)) })
      }
    }
    self.tables = tables
    self.weights = weights
  }

  /// The place of a type and merit in ``table(_:)`` and ``weights(_:)``.
  static func place(_ group: Int, merit: Float) -> Int {
    var level = 0
    while level < bounds.count, merit >= bounds[level] { level += 1 }
    let type: Int
    switch SeasonGroup(rawValue: group) {
    case .usDO?, .usDOGraduate?: type = 1
    case .usIMG?: type = 2
    case .nonUSIMG?: type = 3
    default: type = 0
    }
    return type * centres.count + level
  }

  func table(_ place: Int) -> AliasTable { tables[place] }
  func weights(_ place: Int) -> [Float] { weights[place] }
}
