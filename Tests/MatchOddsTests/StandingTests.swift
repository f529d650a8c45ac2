import ApplicantFile
import MatchFacts
import MatchOdds
import Testing

@Suite("Standing and openness")
struct StandingTests {
  let specialty = Specialty("Internal Medicine")

  func opened() throws -> (directory: ProgramDirectory, model: OddsModel) {
    let facts = try MatchFacts.load()
    let directory = try facts.programs()
    return (
      directory,
      OddsModel(
        parameters: try shippedParameters(), traits: try facts.programTraits(of: directory),
        season: 2027)
    )
  }

  private func chances(
    _ type: ApplicantType, _ score: Int, figures: [String: ProgramEvidence] = [:]
  ) throws -> (programs: [Program], odds: SpecialtyOdds) {
    let (directory, model) = try opened()
    let programs = directory.programs(of: specialty).filter { $0.track == .categorical }
    return (
      programs,
      model.odds(
        for: applicant(type, score: score), in: specialty, programs: programs, figures: figures)
    )
  }

  @Test("A weak file meets closed doors at the top and open ones below; a strong file less so")
  func bar() throws {
    for type in ApplicantType.allCases {
      let (programs, odds) = try chances(type, 235)
      let order = programs.indices.sorted {
        odds.standing(program: $0).points < odds.standing(program: $1).points
      }
      func mean(_ part: ArraySlice<Int>) -> Double {
        part.reduce(0) { $0 + odds.interviewChance(program: $1, tier: 0).estimate }
          / Double(part.count)
      }
      let quarter = order.count / 4
      #expect(mean(order.prefix(quarter)) > 1.5 * mean(order.suffix(quarter)), "\(type)")
    }
  }

  @Test("A program's own median beats the index, and says so")
  func median() throws {
    let (programs, prior) = try chances(.usMD, 240)
    let code = programs[10].code
    var strong = ProgramEvidence(code: code, origin: "my notes")
    strong.medianStep2CK = 268
    var weak = ProgramEvidence(code: code, origin: "my notes")
    weak.medianStep2CK = 232
    let asked = try chances(.usMD, 240, figures: [code: strong]).odds
    let easy = try chances(.usMD, 240, figures: [code: weak]).odds
    let before = prior.standing(program: 10)
    #expect(asked.standing(program: 10).points > before.points)
    #expect(asked.standing(program: 10).deviation < before.deviation)
    #expect(
      asked.interviewChance(program: 10, tier: 0).estimate
        < easy.interviewChance(program: 10, tier: 0).estimate)
    #expect(asked.reasons(program: 10, tier: 0).contains { $0.text.contains("my notes") })
  }

  @Test("Residents who are DOs say that a program takes DOs")
  func residents() throws {
    let (programs, before) = try chances(.usDO, 240)
    let code = programs[5].code
    var open = ProgramEvidence(code: code, origin: "mine")
    open.shareOfDOs = 0.8
    let after = try chances(.usDO, 240, figures: [code: open]).odds
    #expect(
      after.interviewChance(program: 5, tier: 0).estimate
        > before.interviewChance(program: 5, tier: 0).estimate)
  }

  @Test("What is known of one program of an institution moves its others a little")
  func relatives() throws {
    let (directory, model) = try opened()
    let programs = directory.programs(of: specialty)
    let other = try #require(
      directory.programs.first { candidate in
        candidate.specialty.name == "Family Medicine"
          && programs.contains { $0.institution == candidate.institution }
      })
    let index = try #require(programs.firstIndex { $0.institution == other.institution })
    var rate = ProgramEvidence(code: other.code, origin: "a pack")
    rate.interviewRateByType = [.nonUSIMG: 0.5]
    let figures = [other.code: rate]
    let file = applicant(.nonUSIMG, score: 245)
    let before = model.odds(for: file, in: specialty, programs: programs)
    let after = model.relating(figures, directory: directory.programs)
      .odds(for: file, in: specialty, programs: programs, figures: figures)
    let prior = before.interviewChance(program: index, tier: 0).estimate
    let posterior = after.interviewChance(program: index, tier: 0).estimate
    #expect(posterior > prior && posterior < 4 * prior)
  }

  @Test("A failed attempt costs more where the bar is higher")
  func attempts() throws {
    let (directory, model) = try opened()
    let programs = directory.programs(of: Specialty("Neurology"))
    var file = applicant(.usMD, score: 240, "Neurology")
    let clean = model.odds(for: file, in: Specialty("Neurology"), programs: programs)
    file.step1 = ExamResult(score: nil, attempts: 2)
    let failed = model.odds(for: file, in: Specialty("Neurology"), programs: programs)
    func cost(_ index: Int) -> Double {
      func odds(_ p: Double) -> Double { p / (1 - p) }
      return odds(failed.interviewChance(program: index, tier: 0).estimate)
        / odds(clean.interviewChance(program: index, tier: 0).estimate)
    }
    let order = programs.indices.sorted {
      clean.standing(program: $0).points < clean.standing(program: $1).points
    }
    let low = try #require(order.first)
    let high = try #require(order.last)
    #expect(cost(high) < cost(low) && cost(low) < 1)
  }

  @Test("Attitudes keep the article's shares over a specialty's programs")
  func attitudes() throws {
    let (directory, model) = try opened()
    let programs = directory.programs(of: specialty)
    let odds = model.odds(for: applicant(score: 245), in: specialty, programs: programs)
    let shares = odds.attitudeShares
    var means = shares.map { _ in 0.0 }
    for index in programs.indices {
      for (k, share) in odds.attitudeShares(program: index).enumerated() {
        means[k] += share / Double(programs.count)
      }
    }
    for (mean, share) in zip(means, shares) { #expect(abs(mean - share) < 0.01) }
  }
}
