import Advising

/// The flowchart's boxes as numbers, each in a layer below everything that leads to it.
struct FlowGraph {
  struct Edge {
    /// Number of the arrow in the plan.
    var index: Int
    var from: Int
    var to: Int
  }

  /// Layer of each box, 0 at the top.
  let layers: [Int]
  /// Arrows between two different known boxes, except those that would close a circle.
  let edges: [Edge]

  init(_ plan: Plan) {
    let numbers = Dictionary(
      plan.nodes.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var edges: [Edge] = []
    for (index, edge) in plan.edges.enumerated() {
      guard let from = numbers[edge.from], let to = numbers[edge.to], from != to,
        !Self.reaches(from: to, to: from, edges)
      else { continue }
      edges.append(Edge(index: index, from: from, to: to))
    }
    // Without circles the longest way to a box has fewer arrows than there are boxes.
    var layers = plan.nodes.map { _ in 0 }
    for _ in plan.nodes {
      for edge in edges { layers[edge.to] = max(layers[edge.to], layers[edge.from] + 1) }
    }
    self.layers = layers
    self.edges = edges
  }

  private static func reaches(from start: Int, to goal: Int, _ edges: [Edge]) -> Bool {
    var seen: Set<Int> = [start]
    var queue = [start]
    while let next = queue.popLast() {
      if next == goal { return true }
      for edge in edges where edge.from == next && seen.insert(edge.to).inserted {
        queue.append(edge.to)
      }
    }
    return false
  }
}
