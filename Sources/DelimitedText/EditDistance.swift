/// How many single-character changes turn one word into another, for "did you mean".
public enum EditDistance {
  /// The optimal-string-alignment distance: insertions, deletions, substitutions and swaps of
  /// neighbours, each once.
  ///
  /// - Complexity: O(*n* · *m*) in the two lengths.
  public static func between(_ first: some StringProtocol, and second: some StringProtocol) -> Int {
    let a = Array(first.unicodeScalars)
    let b = Array(second.unicodeScalars)
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [Int](repeating: i, count: b.count + 1)
      for j in 1...b.count {
        let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        current[j] = min(previous[j] + 1, current[j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforePrevious[j - 2] + 1)
        }
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }

  /// The names nearest to a word, nearest first, none farther than a third of its length (at least
  /// two changes); case is ignored.
  public static func nearest(
    to word: some StringProtocol, in names: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let lowered = word.lowercased()
    let farthest = max(2, lowered.unicodeScalars.count / 3)
    var found: [(distance: Int, name: String)] = []
    for name in names {
      let distance = between(lowered, and: name.lowercased())
      if distance <= farthest { found.append((distance, name)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(limit).map(\.name)
  }
}
