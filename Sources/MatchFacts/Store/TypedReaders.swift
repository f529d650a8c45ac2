/// The accessors of ``MatchFacts`` by the table that stands for them, for ``FactsCheck``.
enum TypedReaders {
  typealias Reader = @Sendable (MatchFacts) throws(FactsError) -> Void

  static let all: [(table: String, read: Reader)] = [
    (
      "aamc_b1_scores_2019_20", { (facts) throws(FactsError) in _ = try facts.scoreDistributions() }
    ),
    (
      "aamc_b2_step1_by_step2_2019_20",
      { (facts) throws(FactsError) in _ = try facts.jointScores() }
    ),
    ("application_counts", { (facts) throws(FactsError) in _ = try facts.applicationCounts() }),
    ("article_2026", { (facts) throws(FactsError) in _ = try facts.article() }),
    (
      "charting_outcomes_means_2024",
      { (facts) throws(FactsError) in _ = try facts.chartingMeans() }
    ),
    (
      "charting_outcomes_non_us_img_2026",
      { (facts) throws(FactsError) in _ = try facts.nonUSIMGCharting() }
    ),
    ("cities", { (facts) throws(FactsError) in _ = try facts.cities() }),
    (
      "director_survey_factors_2020",
      { (facts) throws(FactsError) in _ = try facts.directorSurvey() }
    ),
    ("fees", { (facts) throws(FactsError) in _ = try facts.fees() }),
    ("img_visa_papers", { (facts) throws(FactsError) in _ = try facts.visaPapers() }),
    ("institution_visa_h1b", { (facts) throws(FactsError) in _ = try facts.h1bEvidence() }),
    (
      "ophthalmology_urology_match",
      { (facts) throws(FactsError) in _ = try facts.ownMatchFigures() }
    ),
    ("visa_and_funding_rules", { (facts) throws(FactsError) in _ = try facts.visaRules() }),
    ("img_share_by_state", { (facts) throws(FactsError) in _ = try facts.stateIMGShares() }),
    (
      "institution_standing", { (facts) throws(FactsError) in _ = try facts.institutionStandings() }
    ),
    (
      "interview_rates_by_specialty",
      { (facts) throws(FactsError) in _ = try facts.interviewRates() }
    ),
    (
      "interviews_per_position_2021",
      { (facts) throws(FactsError) in _ = try facts.interviewsPerPosition() }
    ),
    (
      "invitation_calendar", { (facts) throws(FactsError) in _ = try facts.invitationCalendar() }
    ),
    ("key_dates", { (facts) throws(FactsError) in _ = try facts.keyDates() }),
    (
      "main_match_2026_by_specialty",
      { (facts) throws(FactsError) in _ = try facts.specialtyDemand() }
    ),
    ("main_match_overall", { (facts) throws(FactsError) in _ = try facts.mainMatchResults() }),
    (
      "match_by_step2_band_us_md_senior_2020_2024",
      { (facts) throws(FactsError) in _ = try facts.bandMatchRates() }
    ),
    ("medical_schools", { (facts) throws(FactsError) in _ = try facts.medicalSchools() }),
    ("published_effects", { (facts) throws(FactsError) in _ = try facts.publishedEffects() }),
    ("rank_list_extra", { (facts) throws(FactsError) in _ = try facts.rankListFigures() }),
    ("rank_list_length", { (facts) throws(FactsError) in _ = try facts.rankListLengths() }),
    ("ranking_and_soap_rules", { (facts) throws(FactsError) in _ = try facts.rankingRules() }),
    ("regions", { (facts) throws(FactsError) in _ = try facts.regions() }),
    ("signals_per_specialty", { (facts) throws(FactsError) in _ = try facts.signalRules() }),
    ("soap_and_unfilled_extra", { (facts) throws(FactsError) in _ = try facts.soapFigures() }),
    (
      "standing_index", { (facts) throws(FactsError) in _ = try facts.standingModel(path: nil) }
    ),
    (
      "standing_moments_neurology_2026",
      { (facts) throws(FactsError) in _ = try facts.standingMoments() }
    ),
    ("standing_papers", { (facts) throws(FactsError) in _ = try facts.standingFindings() }),
    ("step1_step2_studies", { (facts) throws(FactsError) in _ = try facts.stepStudies() }),
    (
      "step2ck_us_md_senior_2026",
      { (facts) throws(FactsError) in _ = try facts.matchedScoreQuartiles() }
    ),
    ("universal_offer_dates", { (facts) throws(FactsError) in _ = try facts.releaseDates() }),
    ("usmle_norms", { (facts) throws(FactsError) in _ = try facts.examNorms() }),
  ]
}
