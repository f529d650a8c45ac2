import ApplicantFile
import MatchFacts
import MatchOdds
import Testing

@Suite("Odds")
struct OddsModelTests {
  let directory = programs(40)

  func match(_ applicant: Applicant, _ specialty: String = "Internal Medicine", count: Int = 30)
    throws -> ListOdds
  {
    let directory = programs(count, specialty)
    let odds = try model(directory).odds(
      for: applicant, in: Specialty(specialty), programs: directory)
    return ListOdds([
      ListOdds.Part(
        odds: odds, applications: (0..<count).map { ListApplication(program: $0, tier: 0) })
    ])
  }

  @Test("a higher score never lowers a chance")
  func monotoneInScore() throws {
    var last = 0.0
    for score in stride(from: 205, through: 275, by: 10) {
      let chance = try match(applicant(score: score)).match
      #expect(chance >= last)
      last = chance
    }
  }

  @Test("an average US MD with thirty internal medicine programs nearly surely matches")
  func internalMedicine() throws {
    let directory = programs(30)
    let odds = try model(directory).odds(
      for: applicant(score: 250), in: Specialty("Internal Medicine"), programs: directory)
    let gold = try #require(odds.tierIndex(.gold))
    let silver = try #require(odds.tierIndex(.silver))
    let chance = ListOdds([
      ListOdds.Part(
        odds: odds,
        applications: directory.indices.map {
          ListApplication(program: $0, tier: $0 < 3 ? gold : $0 < 15 ? silver : 0)
        })
    ])
    #expect(chance.match > 0.92)
    #expect(chance.interviews.expected > 5 && chance.interviews.expected < 20)
  }

  @Test("a weak score in dermatology is a long shot, a strong one is not")
  func dermatology() throws {
    let weak = try match(applicant(score: 232, "Dermatology"), "Dermatology", count: 40)
    let strong = try match(applicant(score: 265, "Dermatology"), "Dermatology", count: 40)
    #expect(weak.match < 0.5)
    #expect(strong.match > weak.match + 0.15)
  }

  @Test("applicant types come in the published order")
  func types() throws {
    let chances = try [ApplicantType.usMD, .usDO, .usIMG, .nonUSIMG].map {
      try match(applicant($0, score: 245)).match
    }
    #expect(chances[0] > chances[1] && chances[1] > chances[2] && chances[2] > chances[3])
  }

  @Test("programs answer alike, so independence promises too much")
  func correlation() throws {
    let chance = try match(applicant(.usDO, score: 225))
    #expect(chance.matchIfIndependent > chance.match + 0.01)
  }

  @Test("signals, the own state and rotations raise an interview's chance")
  func placeTerms() throws {
    var file = applicant(score: 245)
    file.school.state = "OH"
    file.rotations = [Rotation(kind: .away, program: "P1")]
    let odds = try model(directory).odds(
      for: file, in: Specialty("Internal Medicine"), programs: directory)
    let gold = try #require(odds.tierIndex(.gold))
    let plain = odds.interviewChance(program: 2, tier: 0).estimate
    #expect(odds.interviewChance(program: 0, tier: 0).estimate > plain)
    #expect(odds.interviewChance(program: 1, tier: 0).estimate > plain)
    #expect(odds.interviewChance(program: 2, tier: gold).estimate > plain)
    let reasons = odds.reasons(program: 0, tier: gold)
    #expect(reasons.contains { $0.text.contains("same state") && $0.points > 0 })
    #expect(reasons.contains { $0.text == "gold signal" && $0.points > 0 })
    #expect(reasons.contains { $0.text.contains("Step 2 CK 245") && $0.points < 0 })
  }

  @Test("knowing more of a file moves and narrows the belief")
  func evidence() throws {
    var file = applicant(score: 245)
    let rules = try shippedParameters().evidence
    let blank = StrengthBelief(of: file, rules: rules, publicationsMean: 8)
    #expect(blank.mean == 0 && blank.standardDeviation == 1)
    #expect(!blank.missing.isEmpty)
    file.letters.strength = .exceptional
    file.clinical.targetClerkship = .honors
    file.redFlags = []
    let strong = StrengthBelief(of: file, rules: rules, publicationsMean: 8)
    #expect(strong.mean > 0.5 && strong.standardDeviation < 1)
    file.redFlags = [RedFlag(kind: .professionalism)]
    let flagged = StrengthBelief(of: file, rules: rules, publicationsMean: 8)
    #expect(flagged.mean < strong.mean - 1)
  }

  @Test("evidence does not change the average over all applicants")
  func evidenceIsFair() throws {
    for rule in try shippedParameters().evidence where rule.levels.count == 2 {
      let yes = try #require(rule.levels["yes"])
      let no = try #require(rule.levels["no"])
      // z of a yes-or-no with mean 0 and variance 1: the product is −1.
      #expect(abs(yes * no + 1) < 0.05)
    }
  }

  @Test("an imported rate pulls the chance and narrows the interval")
  func imported() throws {
    let file = applicant(score: 250)
    var figures = ProgramEvidence(code: "P3", origin: "my pack")
    figures.interviewRateByType = [.usMD: 0.6]
    let engine = try model(directory)
    let before = engine.odds(for: file, in: Specialty("Internal Medicine"), programs: directory)
    let after = engine.odds(
      for: file, in: Specialty("Internal Medicine"), programs: directory, figures: ["P3": figures])
    let prior = before.interviewChance(program: 3, tier: 0)
    let posterior = after.interviewChance(program: 3, tier: 0)
    #expect(posterior.estimate > prior.estimate)
    #expect(logWidth(posterior) < logWidth(prior))
    #expect(after.reasons(program: 3, tier: 0).contains { $0.text.contains("my pack") })
    #expect(
      after.interviewChance(program: 4, tier: 0) == before.interviewChance(program: 4, tier: 0))
  }

  private func logWidth(_ chance: ChanceEstimate) -> Double {
    func odds(_ p: Double) -> Double { p / (1 - p) }
    return odds(chance.high) / odds(chance.low)
  }

  @Test("no list is certain: a file may fail for what nothing shows")
  func neverCertain() throws {
    var file = applicant(score: 270)
    file.letters.strength = .exceptional
    let directory = programs(200)
    let odds = try model(directory).odds(
      for: file, in: Specialty("Internal Medicine"), programs: directory)
    let chance = ListOdds([
      ListOdds.Part(
        odds: odds, applications: directory.indices.map { ListApplication(program: $0, tier: 0) })
    ])
    #expect(chance.match > 0.98 && chance.match < 0.999)
    #expect(chance.unseen.upperBound < 0.999)
    #expect(abs(odds.weights.reduce(0, +) - 1) < 1e-12)
  }

  @Test("draws average to the estimate")
  func draws() throws {
    let directory = programs(12)
    let odds = try model(directory).odds(
      for: applicant(.usDO, score: 240), in: Specialty("Internal Medicine"), programs: directory,
      drawCount: 400)
    for tier in odds.tiers.indices {
      var sum = 0.0
      for draw in 0..<odds.drawCount {
        for index in directory.indices {
          sum += odds.draw(draw).interview(program: index, tier: tier)
        }
      }
      var mean = 0.0
      for index in directory.indices {
        mean += odds.average(odds.interview(program: index, tier: tier))
      }
      #expect(abs(sum / Double(odds.drawCount) / mean - 1) < 0.1)
    }
  }

  @Test("a COMLEX-only file is read, with more uncertainty")
  func comlex() throws {
    var file = applicant(.usDO, score: nil, "Family Medicine")
    file.comlexLevel2 = ExamResult(score: 560)
    let directory = programs(20, "Family Medicine")
    let odds = try model(directory).odds(
      for: file, in: Specialty("Family Medicine"), programs: directory)
    let chance = odds.interviewChance(program: 1, tier: 0)
    #expect(chance.estimate > 0.1 && chance.estimate < 0.9)
    #expect(odds.reasons(program: 1, tier: 0).contains { $0.text.contains("COMLEX") })
  }

  @Test("a specialty of which nothing is published gets wider odds, not an error")
  func unknownSpecialty() throws {
    let directory = programs(5, "Space Medicine")
    let odds = try model(directory).odds(
      for: applicant(score: 250, "Space Medicine"), in: Specialty("Space Medicine"),
      programs: directory)
    #expect(odds.interviewChance(program: 0, tier: 0).estimate > 0)
  }
}
