import ListOptimization
import MatchOdds
import ScoreReading

/// How the chance grows with the number of applications, and where it is enough.
extension ListBuilder {
  /// The best lists of every length up to twice that of the list, as far as there are programs.
  func diminishingReturns() throws(AdviceError) -> DiminishingReturns {
    let growth = try engines.growth(of: solution)
    var interviews = 0.0
    var dollars = 0
    var points: [DiminishingReturns.Point] = []
    for step in growth {
      interviews += inputs.problem.expectedOffers(step.choice)
      let gain = 100 * step.gain
      points.append(
        DiminishingReturns.Point(
          applications: step.count, match: step.value, expectedInterviews: interviews,
          dollars: step.fee,
          dollarsPerPoint: gain > 1e-6 ? Double(step.fee - dollars) / gain : nil))
      dollars = step.fee
    }
    let enough = solution.members.count
    let before = enough > 0 ? points[enough - 1].dollars : 0
    let price = (points.indices.contains(enough) ? points[enough].dollars : dollars) - before
    return DiminishingReturns(
      points: points, enough: enough, threshold: rule.least(price: max(0, price)),
      sentence: sentence(points, enough: enough, rule))
  }

  private func sentence(
    _ points: [DiminishingReturns.Point], enough: Int, _ rule: EnoughRule
  ) -> String {
    guard enough > 0, enough <= points.count else {
      return "No program can be listed within these limits."
    }
    let point = points[enough - 1]
    let so =
      "With the \(enough) applications of the list (\(Format.dollars(point.dollars))) the chance is "
      + "\(Format.percent(point.match)), with \(Format.number(point.expectedInterviews)) interviews "
      + "expected"
    guard points.indices.contains(enough), end != .exhausted else {
      return so + "; more programs than these are not there to add."
        + sooner(points, enough: enough)
    }
    let next = points[enough]
    let gain = 100 * (next.match - point.match)
    let price = next.dollars - point.dollars
    let text =
      gain < 0.01 ? "less than 0.01 points" : Format.points(gain, digits: 2)
    let isWorth = gain >= 100 * rule.least(price: price)
    if isWorth, let balance, end == .worth || end == .goal || end == .shortest {
      // The length was settled on the safest list; a balanced one always has something to win back.
      let given = Format.points(max(0, 100 * (balance.bestChance - listed.match)), digits: 1)
      return so
        + ". It gives up \(given) of chance for better places (aim: balanced); one program more "
        + "would win back \(text) of that for \(Format.dollars(price)), and a list for the chance alone "
        + "would end here." + sooner(points, enough: enough)
    }
    return so + "; \(why)the next would add \(text) for \(Format.dollars(price)) and your time, "
      + (isWorth ? "which would be worth it" : "less than that is worth")
      + " at \(Format.dollars(Int(rule.dollarsPerPoint))) a point." + sooner(points, enough: enough)
  }

  private var why: String {
    switch end {
    case .budget: "your budget ends it there: "
    case .number: "your number of applications ends it there: "
    case .goal:
      "it goes on past what fees are worth until about "
        + "\(Format.number(rule.interviewGoal)) interviews are expected: "
    case .shortest:
      "the list holds them to show where such a file has the most of what chance there is, though "
        + "hardly any is worth its fee: "
    case .worth, .exhausted: ""
    }
  }

  /// Within half a point of the list's chance nothing is gained that anyone could promise.
  private static let nothing = 0.005
  /// A list is called longer than needed from so many programs on.
  private static let worthSaying = 5

  /// That fewer programs would do, where the last ones add next to nothing; nothing otherwise.
  private func sooner(_ points: [DiminishingReturns.Point], enough: Int) -> String {
    let reached = points[enough - 1]
    guard end != .shortest,
      let first = points.prefix(enough).first(where: { $0.match >= reached.match - Self.nothing }),
      enough - first.applications >= Self.worthSaying
    else { return "" }
    let rest = enough - first.applications
    let cost = Format.dollars(reached.dollars - first.dollars)
    let beginning =
      " The first \(first.applications) alone make it \(Format.percent(first.match)): the other "
      + "\(rest), \(cost), "
    switch end {
    case .goal:
      return beginning
        + "are there for the interviews they bring, not for the chance; send fewer if "
        + "money is short."
    case .budget, .number, .worth, .exhausted, .shortest:
      return beginning
        + (balance == nil ? "add less than half a point" : "are there for better places")
        + "; send fewer if money is short."
    }
  }
}
