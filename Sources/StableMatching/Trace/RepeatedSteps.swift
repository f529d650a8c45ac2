/// Shortens a story in which the same steps come round again and again.
enum RepeatedSteps {
  /// The longest round that is looked for, in steps.
  private static let longestRound = 60

  /// Tells a repeated round once and says how often it repeats.
  ///
  /// - Complexity: O(steps × longest round) comparisons of a step with another.
  static func told(_ steps: [String]) -> [String] {
    var told: [String] = []
    var place = 0
    while place < steps.count {
      guard let (length, repeats) = round(in: steps, at: place) else {
        told.append(steps[place])
        place += 1
        continue
      }
      told += steps[place..<(place + length)]
      let what = length == 1 ? "This step repeats" : "These \(length) steps repeat"
      told.append("\(what) \(repeats) more time\(repeats == 1 ? "" : "s").")
      place += length * (repeats + 1)
    }
    return told
  }

  /// The shortest round that begins at a place and comes again at once.
  private static func round(in steps: [String], at place: Int) -> (length: Int, repeats: Int)? {
    let longest = min(longestRound, (steps.count - place) / 2)
    guard longest > 0 else { return nil }
    for length in 1...longest where comesAgain(steps, place, length, after: 1) {
      var repeats = 1
      while comesAgain(steps, place, length, after: repeats + 1) { repeats += 1 }
      return (length, repeats)
    }
    return nil
  }

  private static func comesAgain(
    _ steps: [String], _ place: Int, _ length: Int, after rounds: Int
  ) -> Bool {
    let start = place + length * rounds
    return start + length <= steps.count
      && steps[place..<(place + length)] == steps[start..<(start + length)]
  }
}
