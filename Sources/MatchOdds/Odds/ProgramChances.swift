import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What turns log-odds into chances for one file in one specialty.
struct ChanceRule: Sendable {
  let core: OddsCore
  let mixture: AttitudeMixture
  /// Standard deviation of a program's own effect at the second stage.
  let placeSpread: Double
  /// How far a program's own liking, which an interview makes likely, counts at the second stage.
  let placeSelection: Double
  /// A signal's effect at the second stage, as a share of its effect at the first.
  let signalShare: Double
}

/// One program's chances at every node of θ, its own effect integrated out.
///
/// A normal effect of variance v under a logistic is, closely, a logistic of log-odds scaled by
/// 1 / √(1 + π v / 8) (MacKay 1992).
struct ProgramChances {
  private let scale: Double
  private let placeScale: Double
  private let nodeOdds: [Double]
  private let nodePlaceOdds: [Double]
  private let factors: [Double]
  private let masses: [Double]
  private let selection: Double

  init(_ program: ProgramTerms, rule: ChanceRule, nodes: [Double]) {
    let core = rule.core
    let spread = program.spread
    let placeVariance =
      rule.placeSpread * rule.placeSpread + core.margin * core.margin * spread * spread
    let scale = Self.scale(spread * spread)
    let placeScale = Self.scale(placeVariance)
    self.scale = scale
    self.placeScale = placeScale
    nodeOdds = nodes.map { exp(core.loading * scale * $0) }
    nodePlaceOdds = nodes.map { exp(core.placeStrength * placeScale * $0) }
    factors = rule.mixture.shifts.map { exp($0 * scale) }
    masses = rule.mixture.masses(program.standing)
    // Being interviewed says that the program's own effect is likely a kind one.
    selection = exp(core.margin * spread * spread * placeScale * rule.placeSelection)
  }

  private static func scale(_ variance: Double) -> Double {
    1 / (1 + Double.pi / 8 * variance).squareRoot()
  }

  /// Writes P(interview | θ) and P(would take | interviewed, θ) at every node, from log-odds at
  /// θ = 0, from a position on.
  func write(
    interview x: Double, place y: Double, to interviews: inout [Double], _ places: inout [Double],
    at start: Int
  ) {
    let base = exp(x * scale)
    let placeBase = exp(y * placeScale)
    for node in nodeOdds.indices {
      let odds = base * nodeOdds[node]
      var chance = 0.0
      for (mass, factor) in zip(masses, factors) {
        let value = odds * factor
        chance += mass * value / (1 + value)
      }
      let placeOdds = placeBase * nodePlaceOdds[node] * (1 + (selection - 1) * (1 - chance))
      interviews[start + node] = chance
      places[start + node] = placeOdds / (1 + placeOdds)
    }
  }
}
