/// Positions with scores, the best on top; equal scores by smaller position.
struct MaxHeap: Sendable {
  typealias Item = (score: Double, position: Int)

  private var items: [Item] = []

  var top: Item? { items.first }

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func push(score: Double, position: Int) {
    items.append((score, position))
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard Self.isBetter(items[child], items[parent]) else { break }
      items.swapAt(child, parent)
      child = parent
    }
  }

  /// Gives the top element a new score.
  mutating func replaceTop(score: Double) {
    guard !items.isEmpty else { return }
    items[0].score = score
    siftDown()
  }

  mutating func removeTop() {
    guard let last = items.popLast(), !items.isEmpty else { return }
    items[0] = last
    siftDown()
  }

  /// Moves the top element down to its place: the better child moves up into the hole each time.
  private mutating func siftDown() {
    items.withUnsafeMutableBufferPointer { items in
      let count = items.count
      let moved = items[0]
      var hole = 0
      while true {
        var child = 2 * hole + 1
        guard child < count else { break }
        if child + 1 < count, Self.isBetter(items[child + 1], items[child]) { child += 1 }
        guard Self.isBetter(items[child], moved) else { break }
        items[hole] = items[child]
        hole = child
      }
      items[hole] = moved
    }
  }

  @inline(__always)
  private static func isBetter(_ a: Item, _ b: Item) -> Bool {
    a.score == b.score ? a.position < b.position : a.score > b.score
  }
}
