/// Positions with scores, the best on top; equal scores by smaller position.
struct MaxHeap: Sendable {
  private var items: [(score: Double, position: Int)] = []

  var top: (score: Double, position: Int)? { items.first }

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func push(score: Double, position: Int) {
    items.append((score, position))
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard isBetter(child, parent) else { break }
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

  private mutating func siftDown() {
    var parent = 0
    while true {
      var best = parent
      let left = 2 * parent + 1
      if left < items.count, isBetter(left, best) { best = left }
      if left + 1 < items.count, isBetter(left + 1, best) { best = left + 1 }
      if best == parent { return }
      items.swapAt(best, parent)
      parent = best
    }
  }

  private func isBetter(_ first: Int, _ second: Int) -> Bool {
    let a = items[first]
    let b = items[second]
    return a.score == b.score ? a.position < b.position : a.score > b.score
  }
}
