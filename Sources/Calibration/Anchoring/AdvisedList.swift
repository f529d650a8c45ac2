/// The recommended list of one of several very different files.
struct AdvisedList: Sendable {
  /// The file in words.
  var title: String
  /// What its list is compared with: files of one key are one comparison.
  var comparison: String?
  /// The score, for the comparison.
  var score: Int
  /// The list.
  var list: CalibrationAdvice.List

  /// Mean place by standing of the programs, 0…100.
  var meanPlace: Double { Self.mean(list.programs.map(\.place)) }
  /// The same of those that get a signal.
  var meanSignaledPlace: Double {
    Self.mean(list.programs.filter { !$0.signal.isEmpty }.map(\.place))
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
