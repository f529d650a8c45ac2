extension Applicant {
  /// Second score less first, in points: USMLE where there is a Step 2 CK, COMLEX otherwise.
  ///
  /// Nil when one of the two has no score, as with a Step 1 pass.
  public var scoreChange: Int? {
    if let second = step2CK?.score { return step1?.score.map { second - $0 } }
    guard let first = comlexLevel1?.score, let second = comlexLevel2?.score else { return nil }
    return second - first
  }

  /// Whether the second score is lower than the first.
  var hasScoreDrop: Bool { (scoreChange ?? 0) < 0 }
}
