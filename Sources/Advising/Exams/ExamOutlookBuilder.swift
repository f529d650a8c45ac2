import ApplicantFile
import Handbook
import MatchFacts
import ScoreReading

/// Reckons with an exam that has no score yet: once with each likely score, and once without.
struct ExamOutlookBuilder: Sendable {
  var advisor: Advisor
  /// The file as it is.
  var applicant: Applicant
  var asOf: CalendarDate
  var season: Season

  /// The exam whose score the advice lacks; nil where it lacks none.
  private var missing: Exam? {
    guard applicant.examPair == nil else { return nil }
    let hasCOMLEX = applicant.comlexLevel2 != nil && applicant.step2CK == nil
    return applicant.type == .usDO && hasCOMLEX ? .comlexLevel2 : .step2CK
  }

  /// The file to reckon with: the exam that lacks a score with the middle of what is likely, a fail
  /// kept as a fail; the file itself where it lacks none.
  ///
  /// - Throws: ``AdviceError/noSecondExam`` where no such score can be read from anything published.
  func planned() throws(AdviceError) -> Applicant {
    guard let exam = missing else { return applicant }
    guard applicant[exam] != nil,
      let forecast = advisor.scoreReader(asOf: asOf, season: season)
        .forecast(of: exam, for: applicant)
    else { throw .noSecondExam }
    return with(forecast.score(atShare: 0.5), exam)
  }

  /// The outlook; nil where every exam that counts has a score.
  func outlook() throws(AdviceError) -> ExamOutlook? {
    let reader = advisor.scoreReader(asOf: asOf, season: season)
    let exam: Exam
    let situation: ExamOutlook.Situation
    if let missing {
      exam = missing
      switch applicant[missing]?.outcome {
      case .failed: situation = .failed
      case .pending: situation = .pending
      default: situation = .notTaken
      }
    } else if applicant.type == .usDO, applicant.examPair == .comlex,
      applicant.step2CK?.isFailed != true
    {
      exam = .step2CK
      situation = applicant.step2CK?.outcome == .pending ? .pending : .optional
    } else {
      return nil
    }
    guard let forecast = reader.forecast(of: exam, for: applicant) else { return nil }
    var outcomes: [ExamOutlook.Outcome] = []
    let now = situation == .optional ? try chances(applicant) : nil
    let share = forecast.passChance / 5
    for score in forecast.scores {
      let chance = try chances(with(score, exam))
      outcomes.append(
        .init(
          name: "\(score)", score: score, share: share, match: chance.any,
          matchInFirstChoice: chance.first))
    }
    let failed = try failure(exam, worst: outcomes.first)
    outcomes.insert(
      .init(
        name: "not passed", score: nil, share: 1 - forecast.passChance, match: failed.any,
        matchInFirstChoice: failed.first), at: 0)
    let match = outcomes.reduce(0) { $0 + $1.share * $1.match }
    var outlook = ExamOutlook(
      exam: exam.displayName, situation: situation, middle: forecast.score(atShare: 0.5),
      range: [forecast.score(atShare: 0.1), forecast.score(atShare: 0.9)],
      passingMark: forecast.passingMark, passChance: forecast.passChance, basis: forecast.basis,
      outcomes: outcomes, match: match, sentences: [])
    outlook.sentences =
      ExamOutlookSentences(
        outlook: outlook, result: applicant[exam], comlexOnly: now?.any, asOf: asOf,
        dates: season.dates, resultDays: 7 * Int(advisor.rules.assumptions[.resultWeeks]),
        isInternational: applicant.type.isInternationalGraduate,
        requirement: requirement, survey: comlexCiting
      ).all()
    return outlook
  }

  /// The file with a score, after whatever fails it has.
  private func with(_ score: Int, _ exam: Exam) -> Applicant {
    var file = applicant
    let result = applicant[exam]
    let fails = result?.failedAttempts
    file[exam] = ExamResult(
      score: score, date: nil, attempts: fails.map { $0 + 1 })
    return file
  }

  private func chances(_ file: Applicant) throws(AdviceError) -> (any: Double, first: Double) {
    do {
      let odds = try Listing(
        advisor: advisor, applicant: file, current: [],
        scores: try advisor.scoreProfile(of: file, asOf: asOf, season: season),
        season: season.year, purpose: .comparison
      ).builder.odds()
      return (odds.match.estimate, odds.matchInFirstChoice.estimate)
    } catch AdviceError.noPrograms {
      return (0, 0)
    }
  }

  /// The chances without a pass by the time of ranking.
  ///
  /// Those of the lowest pass, at the share of programs that asked for no Step 2 CK in the directors'
  /// survey; none for an international graduate, who cannot be certified without it. For a DO with COMLEX a failed Step 2 CK is one fail
  /// more beside COMLEX.
  private func failure(
    _ exam: Exam, worst: ExamOutlook.Outcome?
  ) throws(AdviceError) -> (any: Double, first: Double) {
    if applicant.examPair == .comlex {
      var file = applicant
      file[exam] = ExamResult(.failed(score: nil), attempts: applicant[exam]?.attempts)
      return try chances(file)
    }
    guard !applicant.type.isInternationalGraduate, let worst else { return (0, 0) }
    let share = requirement?.notRequired ?? 0
    return (share * worst.match, share * worst.matchInFirstChoice)
  }

  private var requirement: ScoreRequirement? {
    advisor.survey.requirement(of: .step2CK, for: applicant.specialties.first?.specialty)
      ?? advisor.survey.requirement(of: .step2CK, for: nil)
  }

  /// What directors of the first choice cite of the two exams.
  private var comlexCiting: (comlex: DirectorFactor, usmle: DirectorFactor)? {
    let specialty = applicant.specialties.first?.specialty
    func factor(_ text: String) -> DirectorFactor? {
      advisor.survey.factor(containing: text, for: specialty, stage: .interview)
    }
    guard let comlex = factor("COMLEX-USA Level 2 Clinical"), let usmle = factor("Step 2 CK")
    else { return nil }
    return (comlex, usmle)
  }
}
