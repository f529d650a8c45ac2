import Foundation
import ListOptimization
import PortfolioFiles
import Testing

@Suite("Instances that cannot be read")
struct BadInputTests {
  private func message(_ text: String) -> String {
    do {
      _ = try PortfolioInstance(json: Data(text.utf8)).answer()
      return "accepted"
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("", "the file is empty"),
    ("{\"kind\": \"same_cost", "not a JSON document"),
    ("[1, 2]", "must hold one object { … }, but holds a list"),
    ("{}", "“kind”: missing"),
    ("{\"kind\": \"travel\"}", "accepted are same_cost_independent"),
    ("{\"kind\": \"same_cost_independent\"}", "“utility”: missing"),
    (
      "{\"kind\": \"same_cost_independent\", \"utility\": [1, 2], \"prob\": [0.5]}",
      "“prob” has 1 elements, but there are 2 options"
    ),
    (
      "{\"kind\": \"same_cost_independent\", \"utility\": [1, \"x\"], \"prob\": [0.5, 1]}",
      "utility[1]"
    ),
    (
      "{\"kind\": \"same_cost_independent\", \"utility\": [1, 2], \"prob\": [0.5, 1.5]}",
      "field “prob[1]”: 1.5; a chance lies between 0 and 1 (elements are counted from 0)"
    ),
    (
      "{\"kind\": \"same_cost_independent\", \"utility\": [1, NaN], \"prob\": [0.5, 0.5]}",
      "not a JSON document"
    ),
    (
      "{\"kind\": \"same_cost_independent\", \"utility\": [], \"prob\": []}",
      "no option"
    ),
    (
      "{\"kind\": \"varied_cost_independent_budget\", \"utility\": [1], \"prob\": [0.5], "
        + "\"cost\": [-3], \"budgets\": [5]}",
      "“cost[0]”: -3"
    ),
    (
      "{\"kind\": \"varied_cost_independent_budget\", \"utility\": [1], \"prob\": [0.5], "
        + "\"cost\": [2.5], \"budgets\": [5]}",
      "cost[0]"
    ),
    (
      "{\"kind\": \"varied_cost_independent_budget\", \"utility\": [1], \"prob\": [0.5], "
        + "\"cost\": [2]}",
      "“budgets”"
    ),
    (
      "{\"kind\": \"varied_cost_independent_budget\", \"utility\": [1], \"prob\": [0.5], "
        + "\"cost\": [2], \"budgets\": [-5]}",
      "“budgets[0]” must be a whole number"
    ),
    (
      "{\"kind\": \"tiered_fee_independent\", \"utility\": [1], \"prob\": [0.5], "
        + "\"specialty\": [-1], \"tier\": {\"first\": 1, \"price_first\": 1, "
        + "\"price_beyond\": 2}, \"budgets\": [5]}",
      "specialty[0]"
    ),
    (
      "{\"kind\": \"correlated_one_factor_gaussian\", \"utility\": [1], \"prob\": [0.5], "
        + "\"rho\": 1.5}",
      "“rho”"
    ),
    (
      "{\"kind\": \"correlated_one_factor_gaussian\", \"utility\": [1, 2], "
        + "\"prob\": [0.5, -0.1], \"rho\": 0.5}",
      "“prob[1]”: -0.1"
    ),
    ("{\"kind\": \"general\"}", "“problem”"),
  ])
  func saysWhatIsWrongAndWhere(text: String, part: String) {
    let found = message(text)
    #expect(found.contains(part), "\(found)")
  }

  @Test func generalProblemsRoundTrip() throws {
    let problem = PortfolioProblem(
      options: [
        PortfolioOption(
          id: "a", utility: 2, cost: 3,
          variants: [
            PortfolioVariant(chance: [0.1, 0.3]),
            PortfolioVariant(offer: [0.5, 0.8], successAfterOffer: [0.5, 0.5]),
          ]),
        PortfolioOption(
          id: "b", utility: 1, variants: [PortfolioVariant(chance: [0.5, 0.7])],
          requirement: .include),
      ], nodeWeights: [0.5, 0.5], fees: [.flat(2)],
      limits: PortfolioLimits(budget: 10, classes: [ClassLimits(tokens: [1])]))
    let instance = try PortfolioInstance(json: try PortfolioInstance.json(problem))
    #expect(instance.problem == problem)
    let answer = try instance.answer()
    #expect(answer.results.count == 1)
    #expect(answer.results[0].set == [0, 1])
    #expect(answer.results[0].variants == [1, 0])
    #expect(answer.results[0].fee == 7)
    let asked = try PortfolioInstance(
      json: try PortfolioInstance.json(problem, counts: [1], budgets: [4]))
    #expect(asked.counts == [1] && asked.budgets == [4])
    #expect(try asked.answer().results.map(\.set) == [[1], [1]])
  }
}
