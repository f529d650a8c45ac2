import Advising

/// Places the boxes and arrows of a flowchart in layers from top to bottom.
///
/// The method of Sugiyama, Tagawa and Toda (1981) in its simplest form: arrows that close a circle
/// are set aside, each box goes below everything that leads to it, long arrows get a waypoint in
/// each layer they cross, and boxes of a layer are ordered by the mean position of their
/// neighbours above.
struct FlowchartLayout {
  struct Box {
    var node: Plan.Node
    var lines: [String]
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  struct Arrow {
    var edge: Plan.Edge
    /// From the lower side of one box to the upper side of the next.
    var points: [(x: Double, y: Double)]
  }

  let boxes: [Box]
  let arrows: [Arrow]
  let height: Double

  static let fontSize = 13.0
  static let lineHeight = 17.0
  private static let layerGap = 46.0
  private static let boxGap = 16.0
  private static let widest = 250.0

  /// A box or, where `node` is nil, a waypoint of an arrow.
  private struct Item {
    var node: Int?
    var layer: Int
  }

  init(_ plan: Plan, width: Double) {
    let graph = FlowGraph(plan)
    var items = graph.layers.enumerated().map { Item(node: $0.offset, layer: $0.element) }
    // Chains of items: the two ends of each arrow and its waypoints.
    var chains: [[Int]] = []
    for edge in graph.edges {
      var chain = [edge.from]
      let first = graph.layers[edge.from]
      let last = graph.layers[edge.to]
      for layer in stride(from: first + 1, to: last, by: 1) {
        items.append(Item(node: nil, layer: layer))
        chain.append(items.count - 1)
      }
      chains.append(chain + [edge.to])
    }
    let rows = Self.order(items, chains)

    var boxes: [Box] = []
    var places = items.map { _ in (x: 0.0, top: 0.0, bottom: 0.0) }
    var y = 2.0
    for row in rows {
      let waypoints = row.count { items[$0].node == nil }
      let count = max(1, row.count - waypoints)
      let room =
        width - 4 - Self.boxGap * Double(max(0, row.count - 1)) - Double(waypoints) * 12
      let boxWidth = min(Self.widest, room / Double(count))
      var placed: [Box] = []
      for item in row {
        guard let index = items[item].node else { continue }
        let node = plan.nodes[index]
        let inset = node.isDecision ? 44.0 : 24.0
        let lines = SVGText.balancedLines(
          node.text, width: boxWidth - inset, size: Self.fontSize)
        placed.append(
          Box(
            node: node, lines: lines, x: 0, y: y, width: boxWidth,
            height: Double(lines.count) * Self.lineHeight + 22))
      }
      let tallest = placed.map(\.height).max() ?? 0
      let used =
        Double(placed.count) * boxWidth + Double(waypoints) * 12 + Self.boxGap
        * Double(max(0, row.count - 1))
      var x = (width - used) / 2
      var next = 0
      for item in row {
        if items[item].node != nil {
          placed[next].x = x
          placed[next].height = tallest
          places[item] = (x + boxWidth / 2, y, y + tallest)
          next += 1
          x += boxWidth + Self.boxGap
        } else {
          places[item] = (x + 6, y, y + tallest)
          x += 12 + Self.boxGap
        }
      }
      boxes += placed
      y += tallest + Self.layerGap
    }
    self.boxes = boxes
    height = max(0, y - Self.layerGap + 4)

    arrows = zip(graph.edges, chains).map { edge, chain in
      var points: [(x: Double, y: Double)] = []
      for (position, item) in chain.enumerated() {
        let place = places[item]
        if position > 0 { points.append((place.x, place.top)) }
        if position < chain.count - 1 { points.append((place.x, place.bottom)) }
      }
      return Arrow(edge: plan.edges[edge.index], points: points)
    }
  }

  /// Items of each layer from left to right.
  private static func order(_ items: [Item], _ chains: [[Int]]) -> [[Int]] {
    let depth = (items.map(\.layer).max() ?? -1) + 1
    var rows: [[Int]] = Array(repeating: [], count: max(0, depth))
    for index in items.indices { rows[items[index].layer].append(index) }
    var parents: [[Int]] = Array(repeating: [], count: items.count)
    for chain in chains {
      for (upper, lower) in zip(chain, chain.dropFirst()) where upper != lower {
        parents[lower].append(upper)
      }
    }
    var position = items.map { _ in 0.0 }
    for index in rows.indices {
      let weights = Dictionary(
        uniqueKeysWithValues: rows[index].enumerated().map { offset, item in
          let above = parents[item].map { position[$0] }
          let mean = above.isEmpty ? 0.5 : above.reduce(0, +) / Double(above.count)
          return (item, (mean, offset))
        })
      rows[index].sort { (weights[$0] ?? (0, 0)) < (weights[$1] ?? (0, 0)) }
      for (offset, item) in rows[index].enumerated() {
        position[item] = (Double(offset) + 0.5) / Double(rows[index].count)
      }
    }
    return rows
  }
}
