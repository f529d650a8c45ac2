/// Marks gathered on one draft.
struct DraftMarking {
  let draft: DraftText
  private var marks: [DraftMark] = []

  /// Sentences that are neither marked nor quoted.
  private let spared: [Range<Int>]

  init(draft: DraftText, spared: [Range<Int>] = []) {
    self.draft = draft
    self.spared = spared
  }

  /// The words of a range before or after what is spared; empty where nothing is left.
  private func outside(_ range: Range<Int>) -> Range<Int> {
    var range = range
    for sentence in spared where sentence.overlaps(range) {
      let before = range.lowerBound..<max(range.lowerBound, sentence.lowerBound)
      let after = min(range.upperBound, sentence.upperBound)..<range.upperBound
      range = before.count >= after.count ? before : after
    }
    return range
  }

  /// Marks a range of words; words already marked with the same kind are not marked again.
  mutating func mark(
    _ kind: DraftMark.Kind, _ range: Range<Int>, _ message: String, _ advice: String, weight: Int
  ) {
    let range = outside(range)
    guard let first = range.first, let last = range.last,
      draft.words.indices.contains(first), draft.words.indices.contains(last)
    else { return }
    let start = draft.words[first].start
    let end = draft.words[last].end
    let isKnown = marks.contains {
      $0.kind == kind && kind != .tooLong && $0.start < end && $0.end > start
    }
    guard !isKnown else { return }
    let place = draft.place(start)
    marks.append(
      DraftMark(
        kind: kind, start: start, end: end, line: place.line, column: place.column,
        text: draft.slice(start, end), message: message, advice: advice, weight: weight))
  }

  /// In the order of the text, longer marks first.
  var sorted: [DraftMark] {
    marks.enumerated().sorted { left, right in
      (left.element.start, -left.element.end, left.offset)
        < (right.element.start, -right.element.end, right.offset)
    }.map(\.element)
  }
}
