import SmartPickNumerics

/// A belief about θ as values with weights: what every list over the same file is averaged over.
///
/// Events of a season reweigh it; the values stay.
public struct StrengthNodes: Sendable, Hashable, Codable {
  /// Values of θ; the first is that of a file that fails everywhere.
  public let values: [Double]
  /// Weight of each value, summing to 1.
  public let weights: [Double]

  /// The strength of a file that fails everywhere.
  private static let hopeless = -15.0

  /// A normal belief by quadrature, and one more node, so weak that nobody invites it: a file may
  /// fail everywhere for a reason that nothing here shows, and no list is safer than that.
  init(_ belief: StrengthBelief, failure: Double, rule: QuadratureRule) {
    let failure = min(max(failure, 0), 0.1)
    values =
      [Self.hopeless] + rule.nodes.map { belief.mean + belief.standardDeviation * $0 }
    weights = [failure] + rule.weights.map { $0 * (1 - failure) }
  }

  /// The same values with the weights that a likelihood leaves; unchanged where it rules out all.
  public func reweighed(by likelihood: [Double]) -> StrengthNodes {
    let products = zip(weights, likelihood).map { $0 * $1 }
    let total = products.reduce(0, +)
    guard total > 0, products.count == weights.count else { return self }
    return StrengthNodes(values: values, weights: products.map { $0 / total })
  }

  init(values: [Double], weights: [Double]) {
    self.values = values
    self.weights = weights
  }

  /// The mean of a quantity over θ, given at every node.
  func average(_ quantity: some Sequence<Double>) -> Double {
    var sum = 0.0
    for (weight, value) in zip(weights, quantity) { sum += weight * value }
    return sum
  }

  /// The weight of a file that fails everywhere.
  var failure: Double { values.count > 1 ? weights[0] : 0 }

  /// The mean of θ among files that do not fail everywhere.
  var mean: Double {
    let rest = weights.dropFirst().reduce(0, +)
    guard rest > 0 else { return values.last ?? 0 }
    return zip(values, weights).dropFirst().reduce(0) { $0 + $1.0 * $1.1 } / rest
  }

  /// The value of θ below which a share of the belief lies, each node's weight spread evenly to the
  /// middles of its neighbours.
  func quantile(_ p: Double) -> Double {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var below = 0.0
    var last: (share: Double, value: Double)?
    for index in order {
      let share = below + weights[index] / 2
      if share >= p {
        guard let last, share > last.share else { return values[index] }
        let part = (p - last.share) / (share - last.share)
        return last.value + part * (values[index] - last.value)
      }
      last = (share, values[index])
      below += weights[index]
    }
    return last?.value ?? 0
  }
}
