import SmartPickNumerics
import Testing

@Suite("Counter-based random numbers")
struct CounterRandomTests {
  // Known answers from the Random123 distribution (kat_vectors).
  @Test func philoxKnownAnswers() {
    let zero = Philox.block(counter: (0, 0, 0, 0), key: (0, 0))
    #expect(zero == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let ones = Philox.block(counter: (.max, .max, .max, .max), key: (.max, .max))
    #expect(ones == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    let pi = Philox.block(
      counter: (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      key: (0xa409_3822, 0x299f_31d0))
    #expect(pi == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test func streamsDoNotDependOnOneAnother() {
    var first = CounterRandom(seed: 1, entity: 5, purpose: 2)
    var again = CounterRandom(seed: 1, entity: 5, purpose: 2)
    var otherEntity = CounterRandom(seed: 1, entity: 6, purpose: 2)
    var otherPurpose = CounterRandom(seed: 1, entity: 5, purpose: 3)
    var otherSeed = CounterRandom(seed: 2, entity: 5, purpose: 2)
    let draws = (0..<8).map { _ in first.next() }
    #expect(draws == (0..<8).map { _ in again.next() })
    for draw in draws {
      #expect(draw != otherEntity.next())
      #expect(draw != otherPurpose.next())
      #expect(draw != otherSeed.next())
    }
    #expect(Set(draws).count == 8)
    #expect(
      CounterRandom(seed: 1, pair: 3, 4) == CounterRandom(seed: 1, entity: 3 << 32 | 4))
  }

  @Test func sameNumbersOnAnyNumberOfThreads() async {
    let serial = (0..<64).map { entity -> Double in
      var random = CounterRandom(seed: 9, entity: UInt64(entity), purpose: 1)
      return random.normal() + random.uniform()
    }
    let parallel = await withTaskGroup(of: (Int, Double).self) { group in
      for entity in 0..<64 {
        group.addTask {
          var random = CounterRandom(seed: 9, entity: UInt64(entity), purpose: 1)
          return (entity, random.normal() + random.uniform())
        }
      }
      var values = [Double](repeating: 0, count: 64)
      for await (entity, value) in group { values[entity] = value }
      return values
    }
    #expect(serial == parallel)
  }

  @Test func uniformStaysInsideAndIsEven() {
    var random = CounterRandom(seed: 3)
    var counts = [Int](repeating: 0, count: 10)
    for _ in 0..<20_000 {
      let u = random.uniform()
      #expect(u > 0 && u < 1)
      counts[Int(u * 10)] += 1
    }
    for count in counts { #expect(abs(count - 2000) < 200) }
  }

  @Test func meansAndVariances() {
    var random = CounterRandom(seed: 11)
    let n = 20_000
    func moments(_ draw: (inout CounterRandom) -> Double) -> (mean: Double, variance: Double) {
      var sum = 0.0
      var squares = 0.0
      for _ in 0..<n {
        let x = draw(&random)
        sum += x
        squares += x * x
      }
      let mean = sum / Double(n)
      return (mean, squares / Double(n) - mean * mean)
    }
    func check(
      _ draw: (inout CounterRandom) -> Double, mean: Double, variance: Double,
      _ name: Comment
    ) {
      let found = moments(draw)
      #expect(abs(found.mean - mean) < 5 * (variance / Double(n)).squareRoot(), name)
      #expect(abs(found.variance - variance) < 0.1 * variance, name)
    }
    check({ $0.normal() }, mean: 0, variance: 1, "normal")
    check({ $0.logistic() }, mean: 0, variance: 3.289_868, "logistic")
    check({ $0.exponential() }, mean: 1, variance: 1, "exponential")
    check({ Double($0.poisson(mean: 2.5)) }, mean: 2.5, variance: 2.5, "poisson, small")
    check({ Double($0.poisson(mean: 80)) }, mean: 80, variance: 80, "poisson, large")
    check(
      { Double($0.binomial(trials: 20, chance: 0.1)) }, mean: 2, variance: 1.8, "binomial, small")
    check(
      { Double($0.binomial(trials: 200, chance: 0.7)) }, mean: 140, variance: 42,
      "binomial, large")
    check({ Double($0.integer(below: 7)) }, mean: 3, variance: 4, "integer")
    check(
      { Double($0.index(weights: [1, 0, 3]) ?? -1) }, mean: 1.5, variance: 0.75, "index")
  }

  @Test func degenerateDraws() {
    var random = CounterRandom(seed: 1)
    #expect(random.poisson(mean: 0) == 0)
    #expect(random.binomial(trials: 5, chance: 1) == 5)
    #expect(random.binomial(trials: 5, chance: 0) == 0)
    #expect(random.index(weights: [0, 0]) == nil)
    #expect(random.integer(below: 0) == 0)
    var deck = Array(0..<20)
    random.shuffle(&deck)
    #expect(deck.sorted() == Array(0..<20))
    #expect(deck != Array(0..<20))
  }
}
