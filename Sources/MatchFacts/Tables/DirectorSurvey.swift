/// How many program directors cite a factor, and how much it weighs for those who do.
public struct DirectorFactor: Sendable, Hashable, Codable {
  /// When the factor is used.
  public enum Stage: String, Sendable, Codable, Hashable, CaseIterable {
    /// Choosing whom to interview.
    case interview
    /// Ranking those interviewed.
    case ranking
  }

  /// The specialty, or nil for all.
  public var specialty: Specialty?
  /// Interviewing or ranking.
  public var stage: Stage
  /// Directors who answered.
  public var respondents: Int
  /// The factor, as printed ("USMLE Step 2 CK score").
  public var factor: String
  /// Share citing it, 0…1; nil where not printed.
  public var shareCiting: Double?
  /// Mean importance, 1 (not at all) to 5 (very), among those citing it; nil where not printed.
  public var importance: Double?
  /// Source.
  public var citation: Citation
}

/// Whether programs need an exam passed, want a target score, or do not require it.
public struct ScoreRequirement: Sendable, Hashable, Codable {
  /// The specialty, or nil for all.
  public var specialty: Specialty?
  /// Step 1 or Step 2 CK.
  public var exam: Exam
  /// Share that needs a pass only, 0…1.
  public var passOnly: Double
  /// Share that wants a target score.
  public var targetScore: Double
  /// Share that does not require it.
  public var notRequired: Double
  /// Directors who answered.
  public var respondents: Int
  /// Source.
  public var citation: Citation
}

/// The NRMP's Program Director Survey 2020.
public struct DirectorSurvey: Sendable {
  /// Every factor row, in the order of the table.
  public let factors: [DirectorFactor]
  /// Every requirement row.
  public let requirements: [ScoreRequirement]

  /// A factor's row for a specialty (nil for all) by its printed name; the survey writes Step 2 CK
  /// as "USMLE Step 2 CK score" when choosing and "USMLE Step 2 score" when ranking, so part of the
  /// name is enough.
  public func factor(
    containing text: String, for specialty: Specialty?, stage: DirectorFactor.Stage
  ) -> DirectorFactor? {
    // Row by row in place: a copy of each would count its references up and down.
    factors.indices.first {
      factors[$0].stage == stage && factors[$0].specialty == specialty
        && factors[$0].factor.contains(text)
    }.map { factors[$0] }
  }

  /// The factors of a specialty (nil for all), most cited first.
  public func factors(
    for specialty: Specialty?, stage: DirectorFactor.Stage
  ) -> [DirectorFactor] {
    factors.indices.filter {
      factors[$0].stage == stage && factors[$0].specialty == specialty
    }.map { factors[$0] }.sorted {
      ($1.shareCiting ?? 0, $0.factor) < ($0.shareCiting ?? 0, $1.factor)
    }
  }

  /// The requirement of an exam in a specialty (nil for all).
  public func requirement(of exam: Exam, for specialty: Specialty?) -> ScoreRequirement? {
    requirements.first { $0.specialty == specialty && $0.exam == exam }
  }
}

extension MatchFacts {
  /// The NRMP's Program Director Survey 2020.
  public func directorSurvey() throws(FactsError) -> DirectorSurvey {
    let factors = try open(
      "director_survey_factors_2020",
      columns: [
        "survey_year", "specialty", "stage", "n_respondents", "factor", "pct_citing",
        "mean_importance_1_5",
      ]
    ).map { (row, pool) throws(FactsError) in
      DirectorFactor(
        specialty: try row.specialtyTrack()?.specialty, stage: try row.choice("stage"),
        respondents: try row.int("n_respondents", in: 1...10_000),
        factor: try row.required("factor"),
        shareCiting: try row.optionalShare(percent: "pct_citing"),
        importance: try row.optionalDouble("mean_importance_1_5", in: 1...5),
        citation: try row.citation(&pool))
    }
    let requirements = try open(
      "director_survey_score_required_2020",
      columns: [
        "survey_year", "specialty", "exam", "pct_yes_pass_only", "pct_yes_target_score", "pct_no",
        "n_respondents",
      ]
    ).map { (row, pool) throws(FactsError) in
      let exams: [String: Exam] = ["USMLE Step 1": .step1, "USMLE Step 2 CK": .step2CK]
      guard let exam = exams[try row.required("exam")] else {
        throw row.bad("exam", accepted: "‘USMLE Step 1’ or ‘USMLE Step 2 CK’")
      }
      let result = ScoreRequirement(
        specialty: try row.specialtyTrack()?.specialty, exam: exam,
        passOnly: try row.share(percent: "pct_yes_pass_only"),
        targetScore: try row.share(percent: "pct_yes_target_score"),
        notRequired: try row.share(percent: "pct_no"),
        respondents: try row.int("n_respondents", in: 1...10_000), citation: try row.citation(&pool)
      )
      guard (0.97...1.03).contains(result.passOnly + result.targetScore + result.notRequired) else {
        throw row.inconsistent("the three shares must add up to 100 %")
      }
      return result
    }
    return DirectorSurvey(factors: factors, requirements: requirements)
  }
}
