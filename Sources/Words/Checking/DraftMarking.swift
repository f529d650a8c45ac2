/// Marks gathered on one draft.
struct DraftMarking {
  let draft: DraftText
  private var marks: [DraftMark] = []

  init(draft: DraftText) { self.draft = draft }

  /// Marks a range of words; words already marked with the same kind are not marked again.
  mutating func mark(
    _ kind: DraftMark.Kind, _ range: Range<Int>, _ message: String, _ advice: String, weight: Int
  ) {
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
