import ApplicantFile
import MatchFacts
import Testing

@testable import MatchOdds

@Suite("Odds of a rank order list")
struct RankedOddsTests {
  let directory = programs(7)

  func parts(_ answers: [ListApplication.Answer]) throws -> [ListOdds.Part] {
    let odds = try model(directory).odds(
      for: applicant(score: 240), in: Specialty("Internal Medicine"), programs: directory)
    return [
      ListOdds.Part(
        odds: odds,
        applications: answers.enumerated().map {
          ListApplication(program: $0.offset, tier: $0.offset % 2, answer: $0.element)
        })
    ]
  }

  func places(_ order: [Int], reach: Double = 0.7) -> [RankedOdds.Place] {
    order.map { RankedOdds.Place(part: 0, position: $0, reach: reach) }
  }

  let invited =
    [ListApplication.Answer](repeating: .invited, count: 5)
    + [.refused, .awaited(out: 1)]

  @Test("The chances at each rank and of no match sum to 1, and rise to the chance of a match")
  func sums() throws {
    let odds = RankedOdds(try parts(invited), ranked: places([3, 0, 4, 1, 2]))
    let landing = odds.landing.map(\.estimate)
    #expect(abs(landing.reduce(odds.unmatched.estimate, +) - 1) < 1e-12)
    var sum = 0.0
    for (rank, chance) in landing.enumerated() {
      sum += chance
      #expect(abs(odds.atOrAbove[rank].estimate - sum) < 1e-12)
    }
    for chance in odds.landing + odds.atOrAbove + [odds.unmatched] {
      #expect(chance.low <= chance.estimate && chance.estimate <= chance.high)
      #expect(chance.low >= 0 && chance.high <= 1)
    }
    #expect(odds.landing[0].low < odds.landing[0].high)
  }

  @Test("Landing agrees with every way the programs could decide")
  func bruteForce() throws {
    let parts = try parts(invited)
    let order = [3, 0, 4, 1, 2]
    let odds = RankedOdds(parts, ranked: places(order))
    var landing = [Double](repeating: 0, count: order.count)
    for (node, weight) in odds.belief.weights.enumerated() {
      let takes = order.map { odds.success(places([$0])[0])[node] }
      for decisions in 0..<(1 << order.count) {
        var chance = weight
        for (index, take) in takes.enumerated() {
          chance *= decisions & (1 << index) != 0 ? take : 1 - take
        }
        if let first = order.indices.first(where: { decisions & (1 << $0) != 0 }) {
          landing[first] += chance
        }
      }
    }
    for (own, brute) in zip(odds.landing, landing) { #expect(abs(own.estimate - brute) < 1e-12) }
  }

  @Test("With every interview held and nothing else known it is the list's own chance")
  func sameAsList() throws {
    let answers = [ListApplication.Answer](repeating: .invited, count: 5)
    let parts = try parts(answers)
    let list = ListOdds(parts)
    let ranked = RankedOdds(parts, ranked: places([0, 1, 2, 3, 4], reach: 1))
    #expect(abs(ranked.unmatched.estimate - (1 - list.match)) < 1e-12)
    #expect(abs(ranked.matchIfIndependent - list.matchIfIndependent) < 1e-12)
  }

  @Test("The true order has the largest expected worth of all orders, and of all shorter lists")
  func trueOrderIsBest() throws {
    let parts = try parts(invited)
    let worth = [0.9, 0.75, 0.7, 0.4, 0.2]
    let odds = RankedOdds(parts, ranked: places([0, 1, 2, 3, 4]))
    func value(_ order: [Int]) -> Double {
      zip(order, odds.landing(places(order))).reduce(0) { $0 + worth[$1.0] * $1.1 }
    }
    let best = value([0, 1, 2, 3, 4])
    var tried = 0
    func every(_ list: [Int]) {
      if !list.isEmpty {
        tried += 1
        #expect(value(list) <= best + 1e-12, "\(list)")
      }
      for item in 0..<5 where !list.contains(item) { every(list + [item]) }
    }
    every([])
    #expect(tried == 325)
  }

  @Test(
    "The chance of a match is that of the set, whatever its order; a rank never harms those above")
  func orderKeepsTheMatch() throws {
    let odds = RankedOdds(try parts(invited), ranked: places([0, 1, 2, 3, 4]))
    #expect(abs(odds.match(places([4, 2, 0, 3, 1])) - (1 - odds.unmatched.estimate)) < 1e-12)
    let shorter = odds.landing(places([0, 1, 2]))
    for (short, long) in zip(shorter, odds.landing) {
      #expect(abs(short - long.estimate) < 1e-12)
    }
  }

  @Test("Interviews raise the belief, refusals and silence lower it; no match lowers it again")
  func belief() throws {
    let none = RankedOdds(
      try parts([.invited] + [ListApplication.Answer](repeating: .awaited(out: 0), count: 6)),
      ranked: places([0]))
    let many = RankedOdds(try parts(invited), ranked: places([0]))
    let silent = RankedOdds(
      try parts([.invited] + [ListApplication.Answer](repeating: .awaited(out: 1), count: 6)),
      ranked: places([0]))
    #expect(many.belief.mean > none.belief.mean)
    #expect(silent.belief.mean < none.belief.mean)
    #expect(many.landing[0].estimate > none.landing[0].estimate)
    #expect(many.beliefIfUnmatched.mean < many.belief.mean)
  }

  @Test("An interview that went well raises one program's chance alone")
  func impression() throws {
    let parts = try parts(invited)
    let usual = RankedOdds(parts, ranked: places([0, 1]))
    var told = places([0, 1])
    told[1].impression = 0.5
    let well = RankedOdds(parts, ranked: told)
    #expect(well.takes[0] == usual.takes[0])
    #expect(well.takes[1] > usual.takes[1])
  }

  @Test("A first year is likelier for who matched above, and its chances sum to 1")
  func firstYear() throws {
    let parts = try parts(invited)
    let odds = RankedOdds(parts, ranked: places([0, 1]))
    let list = places([2, 3])
    let year = odds.firstYear(at: 0, list)
    let sum = year.landing.reduce(year.none.estimate) { $0 + $1.estimate }
    #expect(abs(sum - 1) < 1e-12)
    #expect(year.none.estimate < 1 - odds.match(list))
  }

  @Test("What is not known of the reach widens the ranges")
  func reach() throws {
    let parts = try parts(invited)
    let narrow = RankedOdds(parts, ranked: places([0, 1, 2]))
    let wide = RankedOdds(parts, ranked: places([0, 1, 2]), reachDeviation: 0.5)
    #expect(wide.unmatched.estimate == narrow.unmatched.estimate)
    #expect(wide.landing[0].low < narrow.landing[0].low)
    #expect(wide.unmatched.high > narrow.unmatched.high)
  }

  @Test("An empty list matches nowhere")
  func empty() throws {
    let odds = RankedOdds(try parts(invited), ranked: [])
    #expect(odds.landing.isEmpty && odds.unmatched.estimate == 1)
    #expect(odds.firstYear(at: 0, []).none.estimate == 1)
  }
}
