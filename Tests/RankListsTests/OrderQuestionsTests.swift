import RankLists
import SmartPickNumerics
import Testing

/// Someone who knows their own order and answers by it.
private struct Person {
  var order: [Int]

  func answer(_ question: OrderQuestions.Question) -> PairedAnswer {
    let isFirst =
      order.first { $0 == question.first || $0 == question.second } == question.first
    return PairedAnswer(
      better: isFirst ? question.first : question.second,
      worse: isFirst ? question.second : question.first)
  }
}

@Suite("Which program is wanted more")
struct OrderQuestionsTests {
  private static let unknown = BradleyTerry.Prior(mean: 0, deviation: 2)

  @Test("A person's own order is found, whatever it is, and the questions end", arguments: 0..<12)
  func recovers(seed: UInt64) {
    var random = CounterRandom(seed: seed)
    var order = Array(0..<9)
    random.shuffle(&order)
    let person = Person(order: order)
    let priors = order.map { _ in Self.unknown }
    var answers: [PairedAnswer] = []
    var questions = OrderQuestions(priors, answers: answers, enough: 0.95)
    while let question = questions.next {
      answers.append(person.answer(question))
      questions = OrderQuestions(priors, answers: answers, enough: 0.95)
      #expect(answers.count <= 36)
    }
    #expect(questions.order == order)
    #expect(questions.isSettled && questions.contradictions.isEmpty)
    #expect(answers.count < 36, "fewer questions than pairs")
  }

  @Test("Marks far apart need no question; equal ones do")
  func marksSettle() {
    let clear = [8.0, 5, 2].map { BradleyTerry.Prior(mean: 0.8 * $0, deviation: 0.8) }
    #expect(OrderQuestions(clear, answers: [], enough: 0.9).next == nil)
    #expect(OrderQuestions(clear, answers: [], enough: 0.9).order == [0, 1, 2])
    let even = [8.0, 8, 2].map { BradleyTerry.Prior(mean: 0.8 * $0, deviation: 0.8) }
    let question = OrderQuestions(even, answers: [], enough: 0.9).next
    #expect(question.map { Set([$0.first, $0.second]) } == [0, 1])
  }

  @Test("An answer outweighs the marks, and what answers imply is not asked")
  func answersWin() {
    let marks = [9.0, 5, 4].map { BradleyTerry.Prior(mean: $0, deviation: 0.8) }
    let answers = [PairedAnswer(better: 2, worse: 1), PairedAnswer(better: 1, worse: 0)]
    let questions = OrderQuestions(marks, answers: answers, enough: 0.95)
    #expect(questions.order == [2, 1, 0])
    #expect(questions.next == nil)
  }

  @Test("Answers that go round in a circle are told, and still lead to an end")
  func circle() {
    let priors = (0..<3).map { _ in Self.unknown }
    let answers = [
      PairedAnswer(better: 0, worse: 1), PairedAnswer(better: 1, worse: 2),
      PairedAnswer(better: 2, worse: 0),
    ]
    let questions = OrderQuestions(priors, answers: answers, enough: 0.95)
    #expect(questions.contradictions == [[0, 1, 2]])
    #expect(questions.next == nil)
    #expect(questions.order.sorted() == [0, 1, 2])
  }

  @Test("Two that are alike are not asked about again")
  func tie() {
    let priors = (0..<2).map { _ in Self.unknown }
    let alike = [PairedAnswer(better: 1, worse: 0, isTie: true)]
    let questions = OrderQuestions(priors, answers: alike, enough: 0.95)
    #expect(questions.next == nil)
    #expect(abs(questions.worths.worths[0] - questions.worths.worths[1]) < 1e-9)
  }

  @Test("The fitted worths are where the posterior is largest")
  func mode() {
    let priors = [1.0, -0.5, 0.3].map { BradleyTerry.Prior(mean: $0, deviation: 1.3) }
    let answers = [
      PairedAnswer(better: 1, worse: 0), PairedAnswer(better: 1, worse: 2),
      PairedAnswer(better: 0, worse: 2, isTie: true), PairedAnswer(better: 0, worse: 2),
    ]
    let fit = BradleyTerry(priors, answers: answers)
    func logPosterior(_ worths: [Double]) -> Double {
      var sum = 0.0
      for (worth, prior) in zip(worths, priors) {
        sum -= (worth - prior.mean) * (worth - prior.mean) / (2 * prior.deviation * prior.deviation)
      }
      for answer in answers {
        let p = Logistic.cumulative(worths[answer.better] - worths[answer.worse])
        sum += answer.isTie ? (_log(p) + _log(1 - p)) / 2 : _log(p)
      }
      return sum
    }
    let best = logPosterior(fit.worths)
    for index in 0..<3 {
      for step in [-0.01, 0.01] {
        var moved = fit.worths
        moved[index] += step
        #expect(logPosterior(moved) < best)
      }
    }
  }

  /// ln p by the numerics at hand: −softplus(−logit p).
  private func _log(_ p: Double) -> Double { -Logistic.softplus(-Logistic.quantile(p)) }
}
