import ApplicantFile

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
    if let second = applicant.step2CK {
      self.init(
        firstName: "Step 1", secondName: "Step 2 CK", first: applicant.step1?.score,
        second: second.score, isFirstPass: applicant.step1.map { $0.score == nil } ?? false,
        isCOMLEX: false, change: change)
    } else {
      self.init(
        firstName: "COMLEX Level 1", secondName: "COMLEX Level 2",
        first: applicant.comlexLevel1?.score, second: applicant.comlexLevel2?.score,
        isFirstPass: applicant.comlexLevel1.map { $0.score == nil } ?? false, isCOMLEX: true,
        change: change)
    }
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
