public import MatchFacts

/// The pair of exams whose scores programs compare.
public enum ExamPair: String, Sendable, Codable, Hashable {
  /// USMLE Step 1 and Step 2 CK.
  case usmle
  /// COMLEX-USA Level 1 and Level 2-CE.
  case comlex

  /// The first exam.
  public var first: Exam { self == .usmle ? .step1 : .comlexLevel1 }
  /// The second exam.
  public var second: Exam { self == .usmle ? .step2CK : .comlexLevel2 }
}

extension Applicant {
  /// The pair that the advice reads: USMLE where Step 2 CK has a score, else COMLEX where Level 2-CE
  /// has one; nil where neither has.
  public var examPair: ExamPair? {
    if step2CK?.score != nil { return .usmle }
    return comlexLevel2?.score == nil ? nil : .comlex
  }

  /// Second score less first, in points of the pair's scale.
  ///
  /// Nil when one of the two has no score, as with a Step 1 pass.
  public var scoreChange: Int? {
    guard let pair = examPair, let second = self[pair.second]?.score,
      let first = self[pair.first]?.score
    else { return nil }
    return second - first
  }

  /// Whether the second score is lower than the first.
  var hasScoreDrop: Bool { (scoreChange ?? 0) < 0 }
}
