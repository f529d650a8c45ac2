/// Finds the word that was probably meant.
public enum Spelling {
  /// The candidate with the fewest typing errors, if these are few for a word of this length.
  ///
  /// The first of equals. O(candidates × length²).
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 2, letters.count <= 60 else { return nil }
    var best: (word: String, errors: Int)?
    for candidate in candidates {
      let errors = distance(letters, Array(candidate.unicodeScalars))
      if errors < best?.errors ?? Int.max { best = (candidate, errors) }
    }
    guard let best, best.errors <= max(1, letters.count / 3) else { return nil }
    return best.word
  }

  /// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var twoBack: [Int] = []
    var oneBack = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      current.reserveCapacity(right.count + 1)
      for column in 1...right.count {
        let substitution = oneBack[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var errors = min(oneBack[column] + 1, current[column - 1] + 1, substitution)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          errors = min(errors, twoBack[column - 2] + 1)
        }
        current.append(errors)
      }
      twoBack = oneBack
      oneBack = current
    }
    return oneBack[right.count]
  }
}
