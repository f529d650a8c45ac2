import ApplicantFile
import MatchFacts
import MatchOdds
import Testing

@Suite("Eligibility")
struct EligibilityTests {
  @Test("what is not known does not rule out")
  func unknown() {
    var file = applicant(.nonUSIMG)
    file.visa = .j1
    let result = Eligibility.check(file, program: program("A"), figures: nil, season: 2027)
    #expect(result.isEligible)
    #expect(result.unknown.count == 1)
  }

  @Test("each known requirement that is not met gives its reason")
  func reasons() {
    var file = applicant(.nonUSIMG, score: 225)
    file.visa = .h1b
    file.graduationYear = 2016
    file.usClinicalMonths = 1
    file.step1 = ExamResult(score: nil, attempts: 2)
    var figures = ProgramEvidence(code: "A", origin: "mine")
    figures.minimumStep2CK = 230
    figures.sponsorsH1B = false
    figures.maximumYearsSinceGraduation = 5
    figures.requiredUSClinicalMonths = 3
    figures.maximumAttempts = 1
    let result = Eligibility.check(file, program: program("A"), figures: figures, season: 2027)
    #expect(result.ruledOutBy.count == 5)
    #expect(result.ruledOutBy.allSatisfy { $0.contains("mine") })
  }

  @Test("a ruled-out program has no chance and keeps its place")
  func ruledOut() throws {
    var figures = ProgramEvidence(code: "P0", origin: "mine")
    figures.minimumStep2CK = 260
    let directory = programs(3)
    let odds = try model(directory).odds(
      for: applicant(), in: Specialty("Internal Medicine"), programs: directory,
      figures: ["P0": figures])
    #expect(!odds.eligibility[0].isEligible)
    #expect(odds.matchChance(program: 0, tier: 0).high == 0)
    #expect(odds.matchChance(program: 1, tier: 0).estimate > 0)
  }

  @Test("seniors cannot take positions reserved for physicians")
  func reserved() {
    var file = applicant()
    file.isSenior = true
    let reserved = program("R", track: .physicianReserved)
    #expect(!Eligibility.check(file, program: reserved, figures: nil, season: 2027).isEligible)
  }
}
