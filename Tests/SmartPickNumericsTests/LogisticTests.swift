import SmartPickNumerics
import Testing

@Suite("Logistic function")
struct LogisticTests {
  @Test func invertsAndKeepsTheTails() {
    for x in stride(from: -700.0, through: 30, by: 3.7) {
      let p = logistic(x)
      #expect(p >= 0 && p <= 1)
      if x < 0 { #expect(abs(logit(p) - x) < 1e-12 * max(1, -x)) }
    }
    #expect(logistic(-1000) == 0)
    #expect(logistic(1000) == 1)
    #expect(logit(0.5) == 0)
    #expect(logit(0) == -.infinity)
    #expect(Logistic.density(0) == 0.25)
    #expect(abs(Logistic.softplus(-800)) < 1e-300)
    #expect(Logistic.softplus(800) == 800)
  }

  @Test func factorials() {
    // log(20!) and log(170!), mpmath.
    #expect(logFactorial(0) == 0)
    #expect(abs(logFactorial(20) - 42.335_616_460_753_485_029_7) < 1e-13)
    #expect(abs(logFactorial(170) - 706.573_062_245_787_469_9) < 1e-12)
    #expect(abs(logFactorial(16) - logFactorial(15) - 2.772_588_722_239_781_2) < 1e-13)
  }
}
