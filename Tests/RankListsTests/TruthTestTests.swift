import RankLists
import Testing

@Suite("The true order is safest")
struct TruthTestTests {
  @Test("No other list ever leads to a better program, and some lead to worse")
  func neverBetter() throws {
    let test = try TruthTest(programs: 4, markets: 25, seed: 7)
    // 4 + 12 + 24 + 24 lists of four programs, the true one apart.
    #expect(test.lists == 63 * 25)
    #expect(test.better == 0)
    #expect(test.worse > 0 && test.lost > 0 && test.lost <= test.worse)
    #expect(test.better + test.same + test.worse == test.lists)
  }

  @Test("The same seed gives the same markets, another one others")
  func seeded() throws {
    #expect(
      try TruthTest(programs: 3, markets: 10, seed: 1)
        == TruthTest(programs: 3, markets: 10, seed: 1))
    #expect(
      try TruthTest(programs: 4, markets: 10, seed: 1)
        != TruthTest(programs: 4, markets: 10, seed: 2))
  }
}
