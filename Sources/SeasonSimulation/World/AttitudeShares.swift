#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How likely each attitude is at a program of a standing; over a specialty's programs the shares
/// are those of its score weight.
struct AttitudeShares {
  private var levels: [Double]
  private let byStanding: [Double]

  init(_ effects: SeasonEffects, scoreWeight: Int, points: [Double]) {
    byStanding = effects.standing.attitudes
    var wanted = effects.attitudeShares.indices.map {
      effects.attitudeShares[$0] * exp(effects.attitudeByWeight[$0] * Double(scoreWeight - 3))
    }
    let total = wanted.reduce(0, +)
    for k in wanted.indices { wanted[k] /= total }
    levels = wanted.map { log(max($0, 1e-9)) }
    guard !points.isEmpty else { return }
    for _ in 0..<20 {
      var mean = [Double](repeating: 0, count: wanted.count)
      for point in points {
        for (k, share) in at(point).enumerated() { mean[k] += share / Double(points.count) }
      }
      for k in wanted.indices { levels[k] += log(wanted[k] / max(mean[k], 1e-9)) }
    }
  }

  /// The shares at a program of a standing in points, summing to 1.
  func at(_ points: Double) -> [Double] {
    var own = levels.indices.map { exp(levels[$0] + byStanding[$0] * points) }
    let total = own.reduce(0, +)
    for k in own.indices { own[k] /= total }
    return own
  }
}
