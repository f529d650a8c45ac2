/// Finds an order with a person: which two programs to ask about next, and when the order is settled.
///
/// A pair is settled where the person answered it, where earlier answers imply it, or where one is
/// wanted more with enough probability. The order is settled once each pair of neighbours is. The
/// next question is the unsettled pair whose answer tells most; no pair is asked twice, so there is
/// an end.
public struct OrderQuestions: Sendable {
  /// A pair to ask about, by position.
  public struct Question: Sendable, Hashable {
    /// The one that seems wanted more so far.
    public var first: Int
    /// The other one.
    public var second: Int
  }

  /// The worths so far.
  public let worths: BradleyTerry
  /// The order so far, most wanted first.
  public let order: [Int]
  /// Groups of programs about which the answers contradict each other in a circle.
  public let contradictions: [[Int]]
  private let enough: Double
  private let count: Int
  private var asked: Set<Question> = []
  private var implied: [[Bool]]

  /// - Parameters:
  ///   - priors: what is thought of each program before it is compared.
  ///   - answers: the answers so far.
  ///   - enough: the probability from which a pair needs no question, above 0.5.
  /// - Complexity: O(n³) for n programs.
  public init(_ priors: [BradleyTerry.Prior], answers: [PairedAnswer], enough: Double) {
    self.enough = enough
    count = priors.count
    let worths = BradleyTerry(priors, answers: answers)
    self.worths = worths
    var beats = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
    for answer in answers
    where priors.indices.contains(answer.better) && priors.indices.contains(answer.worse)
      && answer.better != answer.worse
    {
      asked.insert(Self.key(answer.better, answer.worse))
      if !answer.isTie { beats[answer.better][answer.worse] = true }
    }
    for middle in beats.indices {
      for from in beats.indices where beats[from][middle] {
        for to in beats.indices where beats[middle][to] { beats[from][to] = true }
      }
    }
    var circles: [[Int]] = []
    var seen: Set<Int> = []
    for item in beats.indices where beats[item][item] && !seen.contains(item) {
      let circle = beats.indices.filter { beats[item][$0] && beats[$0][item] }
      seen.formUnion(circle)
      circles.append(circle)
    }
    contradictions = circles
    implied = beats
    // Answers outweigh the prior: what they imply without contradiction stands as they say.
    order = Self.order(worths, beats)
  }

  /// Whether each pair of neighbours is settled.
  public var isSettled: Bool {
    zip(order, order.dropFirst()).allSatisfy { isSettled($0, $1) }
  }

  /// The pair to ask about next; nil once the order is settled.
  public var next: Question? {
    guard !isSettled else { return nil }
    var best: (question: Question, gain: Double)?
    for a in 0..<count {
      for b in (a + 1)..<max(count, a + 1) where !isSettled(a, b) {
        let gain = worths.information(a, b)
        if gain > (best?.gain ?? -1) {
          let isFirst = worths.worths[a] >= worths.worths[b]
          best = (Question(first: isFirst ? a : b, second: isFirst ? b : a), gain)
        }
      }
    }
    return best?.question
  }

  private func isSettled(_ a: Int, _ b: Int) -> Bool {
    if asked.contains(Self.key(a, b)) || implied[a][b] != implied[b][a] { return true }
    let p = worths.probability(a, over: b)
    return max(p, 1 - p) >= enough
  }

  private static func key(_ a: Int, _ b: Int) -> Question {
    Question(first: min(a, b), second: max(a, b))
  }

  /// The worths' order, each program after all that stand before it by the answers.
  private static func order(_ worths: BradleyTerry, _ beats: [[Bool]]) -> [Int] {
    var left = worths.order
    var order: [Int] = []
    while !left.isEmpty {
      let place =
        left.firstIndex { item in
          left.allSatisfy { other in
            other == item || !beats[other][item] || beats[item][other]
          }
        } ?? 0
      order.append(left.remove(at: place))
    }
    return order
  }
}
