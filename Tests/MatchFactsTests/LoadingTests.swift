import MatchFacts
import Testing

@Suite("Every table that ships loads")
struct LoadingTests {
  let facts: MatchFacts

  init() throws { facts = try Shared.facts }

  @Test func everyAccessorReadsItsTable() throws {
    #expect(try facts.examNorms().norms.count > 15)
    #expect(try facts.jointScores().specialties.count == 28)
    #expect(try facts.scoreDistributions().rows.count == 176)
    #expect(try facts.matchedScoreQuartiles().rows.count == 23)
    #expect(try facts.bandMatchRates().rows.count == 119)
    #expect(try facts.chartingMeans().rows.count == 42)
    #expect(try facts.nonUSIMGCharting().summaries.count == 24)
    #expect(try facts.mainMatchResults().byType.count == 164)
    #expect(try facts.interviewRates().rows.count == 132)
    #expect(try facts.interviewsPerPosition().capacities.count == 26)
    #expect(try facts.directorSurvey().factors.count == 1895)
    #expect(try facts.signalRules().rows.count == 82)
    #expect(try facts.applicationCounts().rows.count == 29)
    #expect(try facts.fees().rows.count == 13)
    #expect(try facts.keyDates().rows.count == 28)
    #expect(try facts.regions().rows.count == 52)
    #expect(try facts.cities().rows.count == 584)
    #expect(try facts.medicalSchools().count == 202)
    #expect(try facts.publishedEffects().count == 163)
    #expect(try facts.rankListLengths().count == 13)
    #expect(try facts.stepStudies().count == 7)
    #expect(try facts.article().changeBands.count == 5)
    #expect(try facts.programs().programs.count == 6906 + 140)
    #expect(try facts.rights().count >= 5)
    #expect(try facts.knownHoles().count >= 5)
  }
}
