import ApplicantFile
import MatchFacts
import MatchOdds

extension CalibrationRun {
  /// Lists of thirty for two scores of a type, and the lists of very different files.
  func advisedLists(_ parameters: OddsParameters?) throws -> [AdvisedList] {
    guard let advice, let parameters else { return [] }
    let advisor = try advice.advisor(parameters)
    var lists: [AdvisedList] = []
    for name in ["Internal Medicine", "General Surgery", "Psychiatry", "Neurology"] {
      for score in [222, 262] {
        var file = Self.file(.usMD, score, name)
        file.limits.applications = 30
        lists.append(
          AdvisedList(
            title: "US MD \(score), \(name), 30 applications", comparison: name, score: score,
            list: try advisor.list(file)))
      }
    }
    for (title, file) in Self.differentFiles() {
      lists.append(
        AdvisedList(
          title: title, comparison: nil, score: file.step2CK?.score ?? 0,
          list: try advisor.list(file)))
    }
    return lists
  }

  private static func file(_ type: ApplicantType, _ score: Int, _ specialty: String) -> Applicant {
    Applicant(
      type: type, step2CK: ExamResult(score: score),
      specialties: [TargetSpecialty(specialty: Specialty(specialty))])
  }

  private static func differentFiles() -> [(String, Applicant)] {
    var img = file(.nonUSIMG, 248, "Internal Medicine")
    img.graduationYear = 2021
    img.visa = .j1
    var failed = file(.usMD, 232, "Psychiatry")
    failed.step1 = ExamResult(score: nil, attempts: 2)
    return [
      ("US MD 216, anesthesiology", file(.usMD, 216, "Anesthesiology")),
      ("US MD 262, internal medicine", file(.usMD, 262, "Internal Medicine")),
      ("US DO 235, internal medicine", file(.usDO, 235, "Internal Medicine")),
      ("non-US IMG 248, graduated 2021, J-1, internal medicine", img),
      ("US IMG 225, family medicine", file(.usIMG, 225, "Family Medicine")),
      ("US MD 241, dermatology", file(.usMD, 241, "Dermatology")),
      ("US MD 232, Step 1 failed once, psychiatry", failed),
    ]
  }
}
