import ApplicantFile
import MatchFacts

/// The two exams whose scores programs compare, as an applicant would name them.
struct ScorePair: Hashable {
  /// "Step 1" or "COMLEX Level 1".
  var firstName: String
  /// "Step 2 CK" or "COMLEX Level 2".
  var secondName: String
  /// First score; nil for a pass or an exam that is not in the file.
  var first: Int?
  /// Second score.
  var second: Int?
  /// Whether the first exam was passed without a score.
  var isFirstPass: Bool
  /// Whether the scores are on the COMLEX scale.
  var isCOMLEX: Bool
  /// Second score less first.
  var change: Int?

  /// The applicant's pair: USMLE where there is a Step 2 CK, COMLEX otherwise.
  init(_ applicant: Applicant, change: Int?) {
    let pair = applicant.examPair ?? (applicant.type == .usDO ? .comlex : .usmle)
    self.init(
      firstName: pair == .usmle ? "Step 1" : "COMLEX Level 1",
      secondName: pair == .usmle ? "Step 2 CK" : "COMLEX Level 2",
      first: applicant[pair.first]?.score, second: applicant[pair.second]?.score,
      isFirstPass: applicant[pair.first]?.outcome == .passed, isCOMLEX: pair == .comlex,
      change: change)
  }

  private init(
    firstName: String, secondName: String, first: Int?, second: Int?, isFirstPass: Bool,
    isCOMLEX: Bool, change: Int?
  ) {
    self.firstName = firstName
    self.secondName = secondName
    self.first = first
    self.second = second
    self.isFirstPass = isFirstPass
    self.isCOMLEX = isCOMLEX
    if let change {
      self.change = change
    } else if let first, let second {
      self.change = second - first
    }
  }

  /// Points lost, 0 when none were.
  var drop: Int { max(0, -(change ?? 0)) }

  /// "seven points below my Step 1".
  func comparison(possessive: String = "my ") -> String {
    "\(Prose.count(drop, "point")) below \(possessive)\(firstName)"
  }
}
