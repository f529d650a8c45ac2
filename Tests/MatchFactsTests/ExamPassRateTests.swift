import MatchFacts
import Testing

@Suite("Pass rates of the exams")
struct ExamPassRateTests {
  @Test("The latest period of a school and kind of taker is found")
  func latest() throws {
    let rates = try MatchFacts.load().examPassRates()
    let first = try #require(rates.latest(of: .step2CK, school: .usMD, takers: .first))
    #expect(first.period == "2024-2025")
    #expect(first.rate == 0.98)
    #expect(first.tested == 22_249)
    let again = try #require(rates.latest(of: .step2CK, school: .abroad, takers: .repeaters))
    #expect(again.rate == 0.64)
    #expect(rates.rows.count == 80)
    #expect(rates.rows.allSatisfy { !$0.citation.url.isEmpty })
  }

  @Test("A row that prints no rate is not taken for one")
  func unprinted() throws {
    let rates = try MatchFacts.load().examPassRates()
    #expect(rates.latest(of: .step3, school: .usDO, takers: .repeaters)?.period == "2024")
  }
}
