import MatchFacts
import Testing

/// Figures read off the tables by eye, so that a shifted column or a wrong unit shows.
@Suite("Figures are those of the tables")
struct FigureTests {
  let facts: MatchFacts
  let medicine = Specialty("Internal Medicine")
  let dermatology = Specialty("Dermatology")

  init() throws { facts = try Shared.facts }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func normsByExamYear() throws {
    let norms = try facts.examNorms()
    let step1 = try #require(norms.norm(for: .step1, on: try day("2018-05-10")))
    #expect(step1.norm.mean == 230)
    #expect(step1.norm.standardDeviation == 19)
    #expect(step1.isExact)
    // The academic year runs from July to June.
    let june = try #require(norms.norm(for: .step2CK, on: try day("2019-06-30")))
    #expect(june.norm.period == "2018-2019")
    #expect(june.norm.mean == 243)
    // No norm is known for 2020-21: the nearest is given and marked as not exact.
    let gap = try #require(norms.norm(for: .step2CK, on: try day("2020-08-01")))
    #expect(gap.norm.period == "2018-2019")
    #expect(!gap.isExact)
    #expect(norms.latestNorm(for: .step2CK)?.mean == 251)
    #expect(norms.latestNorm(for: .step1)?.period == "2021 calendar")
    #expect(norms.latestNorm(for: .comlexLevel2)?.mean == 520)
  }

  @Test func measurementErrorsHaveTheirSources() throws {
    let norms = try facts.examNorms()
    #expect(norms.measurementError(of: .step2CK)?.value == 6)
    let step1 = try #require(norms.measurementError(of: .step1))
    #expect(step1.value == 6)
    #expect(step1.citation.trust?.hasPrefix("C") == true)
    #expect(norms.measurementError(of: .comlexLevel2) == nil)
  }

  @Test(arguments: [
    ("2013-06-30", 196), ("2013-07-01", 203), ("2022-06-30", 209), ("2022-07-01", 214),
    ("2026-01-06", 218),
  ])
  func passingScores(text: String, expected: Int) throws {
    let norms = try facts.examNorms()
    #expect(norms.passingScore(for: .step2CK, on: try day(text))?.score == expected)
  }

  @Test func percentilesInterpolateBetweenSteps() throws {
    let norms = try facts.examNorms()
    #expect(norms.percentile(of: 245, on: .step2CK)?.percent == 32)
    let between = try #require(norms.percentile(of: 247, on: .step2CK)).percent
    #expect(abs(between - 36.8) < 1e-9)
    #expect(norms.percentile(of: 300, on: .step2CK)?.percent == 100)
    #expect(norms.percentile(of: 1, on: .step2CK)?.percent == 0)
    #expect(norms.percentile(of: 245, on: .step1) == nil)
    var last = -1.0
    for score in 180...300 {
      let percent = try #require(norms.percentile(of: score, on: .step2CK)).percent
      #expect(percent >= last)
      last = percent
    }
  }

  @Test func jointScoresAddUp() throws {
    let joint = try facts.jointScores()
    #expect(joint.step1Bands.count == 9)
    #expect(joint.step1Bands.first?.label == "Below 190")
    #expect(joint.step1Bands.last?.low == 260)
    #expect(joint.all.total == joint.specialties.reduce(0) { $0 + $1.total })
    // Anesthesiology, Step 1 above 259, Step 2 CK 220-229 … read off the file.
    let anesthesiology = try #require(joint.counts(for: Specialty("Anesthesiology")))
    let top = try #require(anesthesiology.cells.last)
    #expect(top[0] == 0)
    #expect(anesthesiology.total > 1000)
  }

  @Test func standing() throws {
    let quartiles = try #require(try facts.matchedScoreQuartiles().quartiles(for: dermatology))
    #expect([quartiles.q1, quartiles.median, quartiles.q3] == [251, 258, 266])
    #expect(quartiles.medianNotMatched == 252)
    let rates = try facts.bandMatchRates()
    let band = try #require(rates.rate(for: dermatology, step2CK: 215))
    #expect(band.band.label == "210-219")
    #expect(band.rate == 0.39)
    #expect(band.n == 18)
    let bands = rates.bands(for: dermatology)
    #expect(bands.first?.rate == nil)
    #expect(bands.map(\.band) == bands.map(\.band).sorted())
    let means = try facts.chartingMeans()
    let row = try #require(means.means(for: dermatology, group: .usMDSenior))
    #expect(row.matchRate == 0.71)
    #expect(row.publications.matched == 27.7)
    let distribution = try #require(
      try facts.scoreDistributions().distribution(
        of: .step2CK, in: Specialty("Anesthesiology")))
    #expect(distribution.summary?.p50 == 243)
    #expect(distribution.summary?.mean == 242.6)
  }

  @Test func residentsTooFewToReportHaveNoFigures() throws {
    let table = try facts.scoreDistributions()
    let thoracic = try #require(
      table.distribution(of: .comlexLevel1, in: Specialty("Thoracic Surgery")))
    #expect(thoracic.n == 0)
    #expect(thoracic.summary == nil)
    #expect(
      table.distribution(of: .step1, in: Specialty("General Surgery"), track: .preliminary) != nil)
  }

  @Test func mainMatch() throws {
    let results = try facts.mainMatchResults()
    let row = try #require(results.result(for: medicine, group: .usMDSenior))
    #expect(row.ranking == 4522)
    #expect(row.matched == 3782)
    #expect(results.result(for: medicine, group: .usMDSenior, track: .preliminary) != nil)
    #expect(results.positions(for: medicine)?.offered == 10941)
    #expect(results.positions(for: medicine)?.shares[.nonUSIMG] == 0.327)
    #expect(results.matchRate(of: .nonUSIMG)?.value == 56.4)
    #expect(results.matchRate(of: .nonUSIMG)?.year == 2026)
    #expect(results.matchRate(of: .usMDGraduate)?.value == 45.9)
    #expect(results.unfilled.first { $0.line.specialty == medicine }?.positions == 494)
    let ortho = results.orthopaedics.first {
      $0.year == 2026 && $0.group == "us_do_senior" && $0.measure == "matched"
    }
    #expect(ortho?.value == 121)
  }

  @Test func interviews() throws {
    let rates = try facts.interviewRates()
    let pathology = Specialty("Pathology")
    #expect(rates.rate(for: pathology, .signal)?.mean == 0.36)
    #expect(rates.rate(for: pathology, .inState)?.p90 == 1)
    #expect(rates.rate(for: medicine, .init(.nonUSIMG)) != nil)
    #expect(rates.specialties.count == Set(rates.rows.map(\.specialty)).count)
    #expect(rates.rate(for: Specialty("Pediatrics"), .usDO)?.mean == 0.2972)
    let capacity = try facts.interviewsPerPosition()
    #expect(capacity.capacity(for: medicine)?.interviewsPerPositionMean == 13.8)
    #expect(capacity.activity(for: nil)?.interviewed == 86)
    let survey = try facts.directorSurvey()
    let all = try #require(survey.requirement(of: .step2CK, for: nil))
    #expect([all.passOnly, all.targetScore, all.notRequired] == [0.26, 0.36, 0.38])
    #expect(
      survey.factor(containing: "Step 2 CK", for: nil, stage: .interview)?.shareCiting == 0.78)
    let factors = survey.factors(for: dermatology, stage: .interview)
    #expect(factors.count > 20)
    #expect(
      zip(factors, factors.dropFirst()).allSatisfy {
        ($0.shareCiting ?? 0) >= ($1.shareCiting ?? 0)
      })
  }

  @Test func nonUSIMGs() throws {
    let charting = try facts.nonUSIMGCharting()
    let pediatrics = Specialty("Pediatrics")
    let scores = try #require(
      charting.distribution(of: .step2CK, in: pediatrics, cohort: .matched))
    #expect(scores.n == 422)
    #expect(scores.summary?.median == 240)
    #expect(charting.summary(for: pediatrics)?.matchRate == 0.685)
    let ranks = charting.distribution(
      of: .contiguousRanks, in: Specialty("Diagnostic Radiology"), cohort: .matched)
    #expect(ranks?.summary?.median == 5)
    // The NRMP prints "Public Health and Preventive Medicine" for what the directory calls
    // Preventive Medicine.
    #expect(charting.summary(for: Specialty("Preventive Medicine"))?.applicants == 5)
  }

  @Test func applicationsAndRankLists() throws {
    let counts = try facts.applicationCounts()
    #expect(counts.meanApplications(of: .usMD)?.figure.value == 58)
    #expect(counts.meanApplications(of: .nonUSIMG)?.figure.value == 129)
    let change = counts.rows.first { $0.figure.text == "-35 to -40" }
    #expect(change?.figure.low == -40)
    #expect(change?.figure.high == -35)
    #expect(try facts.rankListLengths().contains { $0.value == 12.35 && $0.year == "2021" })
    let effects = try facts.publishedEffects()
    #expect(effects.first?.result.low == 2.71)
    #expect(effects.first?.specialties.isEmpty == true)
    let percent = try #require(effects.first { $0.result.text == "65.9%" })
    #expect(percent.result.value == 65.9)
    #expect(percent.result.isPercent)
    #expect(percent.low == 64.3)
  }

  @Test func theArticleIsMarkedAsIllustration() throws {
    let article = try facts.article()
    #expect(article.changeBands.map(\.share) == [0.2, 0.35, 0.25, 0.15, 0.05])
    #expect(article.changeBands.map(\.key) == ChangeBand.allCases)
    #expect(article.attitudes.map(\.share) == [0.2, 0.5, 0.3])
    #expect(article.weight(for: dermatology)?.weight == .veryHigh)
    #expect(article.weight(for: medicine)?.reaction == "Matters, but fixable")
    #expect(article.weight(for: Specialty("Urology")) == nil)
    #expect(article.citation.trust == "D")
    #expect(ChangeBand(change: -7) == .down5to9)
    #expect(ChangeBand(change: -4) == .flat)
    #expect(ChangeBand(change: 15) == .up15plus)
    #expect(ChangeBand(change: -10) == .down10plus)
  }

  @Test func placesAndSchools() throws {
    let regions = try facts.regions()
    #expect(regions.region(of: "CT") == "New England")
    #expect(regions.names.count == 9)
    #expect(regions.state(named: "new york") == "NY")
    #expect(regions.states(in: "Pacific") == ["AK", "CA", "HI", "OR", "WA"])
    let boston = try #require(try facts.cities().city("boston", state: "MA"))
    #expect(abs(boston.latitude - 42.36) < 0.1)
    #expect(try facts.medicalSchools().contains { $0.state == "AL" && $0.degree == .do })
  }

  @Test func everyRowCarriesItsSource() throws {
    let norms = try facts.examNorms()
    #expect(norms.norms.allSatisfy { !$0.citation.title.isEmpty && $0.citation.table != nil })
    #expect(try facts.publishedEffects().allSatisfy { $0.citation.url.hasPrefix("http") })
    #expect(try Shared.directory.programs.allSatisfy { !$0.citation.title.isEmpty })
    let rows = try facts.rankListLengths()
    #expect(rows.contains { $0.citation.trust == "C approximately" })
  }
}
