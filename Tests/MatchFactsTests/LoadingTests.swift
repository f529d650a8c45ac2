import MatchFacts
import Testing

@Suite("Every table that ships loads")
struct LoadingTests {
  let facts: MatchFacts

  init() throws { facts = try Shared.facts }

  /// The rows that the manifest declares, which the reader of each table compares with the file.
  private func rows(_ tables: String...) -> Int {
    tables.reduce(0) { $0 + (facts.table($1)?.rows ?? 0) }
  }

  @Test func everyAccessorReadsItsTable() throws {
    #expect(try facts.examNorms().norms.count > 15)
    #expect(try facts.jointScores().specialties.count == 28)
    #expect(try facts.scoreDistributions().rows.count == rows("aamc_b1_scores_2019_20"))
    #expect(try facts.matchedScoreQuartiles().rows.count == rows("step2ck_us_md_senior_2026"))
    #expect(
      try facts.bandMatchRates().rows.count == rows("match_by_step2_band_us_md_senior_2020_2024"))
    #expect(try facts.chartingMeans().rows.count == rows("charting_outcomes_means_2024"))
    #expect(
      try facts.nonUSIMGCharting().summaries.count == rows("specialty_summary_non_us_img_2026"))
    #expect(
      try facts.mainMatchResults().byType.count == rows("main_match_2025_by_specialty_and_type"))
    #expect(try facts.interviewRates().rows.count == rows("interview_rates_by_specialty"))
    #expect(
      try facts.interviewsPerPosition().capacities.count == rows("interviews_per_position_2021"))
    #expect(try facts.directorSurvey().factors.count == rows("director_survey_factors_2020"))
    #expect(
      try facts.signalRules().rows.count == rows("signals_per_specialty", "signals_2026_2027"))
    #expect(
      try facts.applicationCounts().rows.count
        == rows("application_counts", "application_counts_2024_2026"))
    #expect(try facts.fees().rows.count == rows("fees", "fees_additional"))
    #expect(try facts.keyDates().rows.count == rows("key_dates", "key_dates_additional"))
    #expect(try facts.regions().rows.count == rows("regions"))
    #expect(try facts.cities().rows.count == rows("cities"))
    #expect(try facts.medicalSchools().count == rows("medical_schools"))
    #expect(try facts.publishedEffects().count == rows("published_effects"))
    #expect(try facts.rankListLengths().count == rows("rank_list_length"))
    #expect(try facts.stepStudies().count == rows("step1_step2_studies"))
    #expect(try facts.article().changeBands.count == 5)
    #expect(try facts.institutionStandings().count == rows("institution_standing"))
    #expect(try facts.standingMoments().rows.count == rows("standing_moments_neurology_2026"))
    #expect(try facts.standingFindings().count == rows("standing_papers"))
    #expect(try facts.stateIMGShares().rows.count == rows("img_share_by_state"))
    #expect(try facts.specialtyDemand().count == rows("main_match_2026_by_specialty"))
    #expect(try facts.programs().programs.count == rows("programs", "programs_urology_eras_2021"))
    #expect(try facts.rights().count >= 5)
    #expect(try facts.knownHoles().count >= 5)
  }
}
