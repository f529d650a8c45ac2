package import ApplicantFile
package import MatchFacts
import SmartPickNumerics

/// What a second exam without a result is likely to bring.
///
/// Normal around what is usual for the first score, for the counterpart exam, or for all takers of
/// the applicant's kind of school; a self-assessment is joined by its precision. For an exam failed
/// before, the level is that at which the published share of repeaters passes.
package struct ScoreForecast: Sendable, Hashable {
  /// The exam.
  package var exam: Exam
  /// Mean of the score, a fail included.
  package var mean: Double
  /// Standard deviation of the score.
  package var standardDeviation: Double
  /// The passing mark in force.
  package var passingMark: Int
  /// Chance of passing.
  package var passChance: Double
  /// What the score was taken from, in words.
  package var basis: String

  /// The score below which a share of those who pass lies.
  package func score(atShare share: Double) -> Int {
    let below = 1 - passChance
    let score = mean + standardDeviation * Normal.quantile(min(0.999_9, below + share * passChance))
    return min(exam.scale.upperBound, max(passingMark, Int(score.rounded())))
  }

  /// Equally likely outcomes of passing, the middle of each fifth, lowest first.
  package var scores: [Int] { [0.1, 0.3, 0.5, 0.7, 0.9].map(score(atShare:)) }
}

extension ScoreReader {
  /// The forecast of an exam that a file has no score of; nil where nothing is published of it.
  ///
  /// - Parameter exam: Step 2 CK or COMLEX Level 2-CE.
  package func forecast(of exam: Exam, for applicant: Applicant) -> ScoreForecast? {
    let school = ExamPassRate.School(applicant.type)
    let result = applicant[exam]
    let failed = result?.failedAttempts ?? 0
    guard let norm = facts.norms.latestNorm(for: exam),
      let mark = passingMark(of: exam),
      let row = facts.passRates.latest(
        of: exam, school: school, takers: failed > 0 && exam == .step2CK ? .repeaters : .first),
      let rate = row.rate
    else { return nil }
    var mean: Double
    var spread: Double
    var basis: String
    if failed > 0 {
      spread = assumptions.retakeSpread * (exam == .step2CK ? 1 : 1 / assumptions.comlex.slope)
      mean = Double(mark) - 0.5 + spread * Normal.quantile(rate)
      basis =
        "\(Format.number(100 * rate))% of those from \(school.displayName) who took "
        + "\(exam.displayName) again passed (\(row.period))"
    } else if exam == .step2CK, let level2 = applicant.comlexLevel2?.score {
      mean = assumptions.comlex.usmleScore(of: level2)
      spread = assumptions.comlex.error
      basis = "COMLEX Level 2-CE \(level2) answers to about \(Format.number(mean))"
    } else if exam == .step2CK, let usual = usual(after: applicant) {
      (mean, spread, basis) = usual
    } else {
      spread = norm.standardDeviation
      mean = Double(mark) - 0.5 + spread * Normal.quantile(min(0.99, rate))
      basis =
        "\(Format.number(100 * rate))% of first takers from \(school.displayName) passed "
        + "(\(row.period)), with the spread of all takers (SD \(Format.number(spread)))"
    }
    if let practice = result?.practice {
      let error = assumptions.practiceError
      let weight = spread * spread / (spread * spread + error * error)
      mean += weight * (Double(practice) - mean)
      spread *= (1 - weight).squareRoot()
      basis += "; joined with your self-assessment of \(practice) (±\(Format.number(error)))"
    }
    let pass = 1 - Normal.cumulative((Double(mark) - 0.5 - mean) / spread)
    return ScoreForecast(
      exam: exam, mean: mean, standardDeviation: spread, passingMark: mark, passChance: pass,
      basis: basis)
  }

  /// What is usual after a scored Step 1, moved to today's norms.
  private func usual(after applicant: Applicant) -> (Double, Double, String)? {
    guard let first = applicant.step1?.score else { return nil }
    let trends = TrendBuilder(
      facts: facts, assumptions: assumptions, articleShares: [:], asOf: asOf)
    guard
      let usual = trends.usualSecond(
        after: first, on: applicant.step1?.date,
        in: applicant.specialties.first?.specialty)
    else { return nil }
    return (
      usual.mean, usual.spread,
      "after Step 1 \(first), \(usual.population) usually scored about "
        + "\(Format.number(usual.mean)) (±\(Format.number(usual.spread)))"
    )
  }

  private func passingMark(of exam: Exam) -> Int? {
    if exam == .step2CK { return facts.norms.passingScore(for: exam, on: asOf)?.score }
    return facts.norms.statistics.first {
      $0.exam == exam && $0.statistic == "minimum_passing" && $0.value != nil
    }?.value.flatMap { Int(exactly: $0) }
  }
}
