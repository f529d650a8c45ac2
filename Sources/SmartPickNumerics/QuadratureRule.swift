/// Nodes and weights that turn an integral into a weighted sum.
public struct QuadratureRule: Sendable, Equatable {
  /// The points at which the integrand is evaluated, ascending.
  public let nodes: [Double]

  /// The weight of each node.
  public let weights: [Double]

  /// A rule of given nodes and weights, of one length.
  init(nodes: [Double], weights: [Double]) {
    self.nodes = nodes
    self.weights = weights
  }

  /// The number of nodes.
  public var count: Int { nodes.count }

  /// The weighted sum of `f` over the nodes.
  public func integral<E: Error>(of f: (Double) throws(E) -> Double) throws(E) -> Double {
    var sum = 0.0
    for index in nodes.indices {
      sum += weights[index] * (try f(nodes[index]))
    }
    return sum
  }
}
