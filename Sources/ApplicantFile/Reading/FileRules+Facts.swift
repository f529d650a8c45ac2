public import MatchFacts

extension FileRules {
  /// Rules for a day, with the pass marks and the pass/fail dates of the published facts.
  ///
  /// A row of the pass-mark table whose note says "pass/fail only from this date" gives the day
  /// from which the exam has no score.
  public init(asOf: CalendarDate, norms: ExamNorms) {
    self.init(asOf: asOf)
    self.usmleScale = Exam.step1.scale
    self.comlexScale = Exam.comlexLevel2.scale
    func marks(_ exam: Exam) -> [PassMark] {
      norms.passingScores.filter { $0.exam == exam }.map {
        PassMark(from: $0.start, score: $0.score)
      }
    }
    func passFailSince(_ exam: Exam) -> CalendarDate? {
      norms.passingScores.first {
        $0.exam == exam && $0.note?.lowercased().contains("pass/fail only") == true
      }?.start
    }
    self.step1PassMarks = marks(.step1)
    self.step2CKPassMarks = marks(.step2CK)
    self.step3PassMarks = marks(.step3)
    // The table prints whole percents: from here on it prints 100.
    self.rareStep2CK = norms.percentiles.first { $0.step2CK == 100 }?.score
    self.step1PassFailSince = passFailSince(.step1)
    self.level1PassFailSince = passFailSince(.comlexLevel1)
    let minimum = norms.statistics.first {
      $0.exam == .comlexLevel2 && $0.statistic == "minimum_passing" && $0.value != nil
    }
    if let score = minimum?.value.flatMap({ Int(exactly: $0) }) {
      self.comlexPassMarks = [PassMark(from: nil, score: score)]
    }
  }
}
