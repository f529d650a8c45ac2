import ApplicantFile

/// Says the trend in plain sentences.
struct TrendSentences: Sendable {
  var trend: ScoreTrend
  /// Whether a first exam is in the file at all, if only as a pass.
  var step1Passed: Bool

  func all() -> [String] {
    guard let first = trend.first, let change = trend.change else { return [noTrend] }
    return [points(first, change), percentiles(first), usual(first), error(change)]
      .compactMap { $0 }
  }

  private var noTrend: String {
    let second = trend.second
    let base =
      "\(second.exam) \(second.score) stands at the \(Format.ordinal(second.percentile)) "
      + "percentile of first-time takers (\(second.period), mean \(Format.number(second.mean)))."
    return step1Passed
      ? "Your first exam is a pass without a number, so no program can see a drop: there is none "
        + "to explain. " + base
      : "The file has no first exam score, so there is no trend to read. " + base
  }

  private func points(_ first: ScoreTrend.Position, _ change: Int) -> String {
    guard change != 0 else {
      return
        "\(first.exam) and \(trend.second.exam) are both \(first.score). These are the numbers "
        + "programs see first."
    }
    let direction = change < 0 ? "down" : "up"
    return
      "\(first.exam) \(first.score), \(trend.second.exam) \(trend.second.score): \(direction) "
      + "\(abs(change)) point\(abs(change) == 1 ? "" : "s"). This is the number programs see first."
  }

  private func percentiles(_ first: ScoreTrend.Position) -> String {
    let second = trend.second
    let gap = second.mean - first.mean
    var text =
      "Against the norms of their years: the \(Format.ordinal(first.percentile)) percentile on "
      + "\(first.exam) (\(first.period)) and the \(Format.ordinal(second.percentile)) on "
      + "\(second.exam) (\(second.period))."
    if trend.exam == .usmle, gap > 5 {
      text +=
        " The national mean of Step 2 CK is \(Format.points(gap)) higher than Step 1's, so "
        + "points alone \((trend.change ?? 0) < 0 ? "understate the drop" : "flatter the change")."
    }
    return text
  }

  private func usual(_ first: ScoreTrend.Position) -> String? {
    guard let expected = trend.expectedSecond, let sd = trend.expectedSD,
      let residual = trend.residual, let chance = trend.probabilityChangeAtMost
    else { return nil }
    let side = residual < 0 ? "below" : "above"
    return
      "After \(first.exam) \(first.score), \(trend.comparedWith) usually scored about "
      + "\(Format.number(expected)) (±\(Format.number(sd))) on \(trend.second.exam); this score is "
      + "\(Format.number(abs(residual))) \(side). "
      + ((trend.change ?? 0) < 0
        ? "A drop of this size or more happened to \(Format.about(chance)) of them."
        : "\(Format.about(chance).capitalizedFirst) of them had this score or less.")
  }

  private func error(_ change: Int) -> String? {
    guard let error = trend.trueChange else { return nil }
    let spread =
      (error.firstSEM * error.firstSEM + error.secondSEM * error.secondSEM).squareRoot()
    let amount = trend.exam == .usmle ? "ten points or more" : "ten USMLE points' worth or more"
    var text =
      "Both exams are measured with error: a change is known to about "
      + "±\(Format.points(spread))."
    if change < 0 {
      text +=
        " The chance that the true change is a drop of \(amount) is "
        + "\(Format.about(error.dropAtLeast10)), or "
        + "\(Format.percent(error.dropAtLeast10Shrunken)) once both scores are pulled toward what "
        + "such applicants usually score."
    }
    return text
  }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalizedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
