import Foundation
import ListOptimization
import PortfolioFiles
import Testing

/// What a user reads about a slip in a file: the field, its value, and what is accepted.
@Suite("Messages about slips in a file")
struct MessageTests {
  private func message(_ text: String) -> String {
    do {
      _ = try PortfolioInstance(json: Data(text.utf8)).answer()
      return "accepted"
    } catch {
      return error.description
    }
  }

  private func sameCost(_ more: String) -> String {
    message(
      "{\"kind\": \"same_cost_independent\", \"utility\": [1, 2], \"prob\": [0.5, 0.4], \(more)}")
  }

  private func varied(_ more: String) -> String {
    message(
      "{\"kind\": \"varied_cost_independent_budget\", \"utility\": [1, 2], "
        + "\"prob\": [0.5, 0.4], \(more)}")
  }

  @Test(arguments: [
    ("-1", "-1"), ("2, -7", "-7"), ("1.5", "1.5"), ("1e19", "1e+19"), ("1e999", "too large"),
    ("99999999999999999999", "1e+20"), ("\"2\"", "a text"), ("true", "true"), ("[1]", "a list"),
  ])
  func limitsAreWholeNumbersOfAtLeastZero(values: String, shown: String) {
    let found = sameCost("\"limits\": [\(values)]")
    let index = values.contains("-7") ? 1 : 0
    #expect(found.hasPrefix("field “limits[\(index)]” must be a whole number of at least 0"))
    #expect(found.contains(shown), "\(found)")
  }

  @Test func wholeNumbersMayBeWrittenWithAPoint() throws {
    let text = """
      {"kind": "same_cost_independent", "utility": [1], "prob": [0.5], "limits": [1.0, 1e2, 0]}
      """
    #expect(try PortfolioInstance(json: Data(text.utf8)).counts == [1, 100, 0])
  }

  @Test func somethingMustBeAsked() {
    #expect(sameCost("\"limits\": []").hasPrefix("field “limits”: nothing is asked"))
    #expect(sameCost("\"recomputed\": []").hasPrefix("field “limits”: missing"))
    #expect(sameCost("\"limits\": [], \"optimum_by_limit\": [{\"h\": 1}]") == "accepted")
    #expect(sameCost("\"limits\": [], \"budgets\": [0]") == "accepted")
    #expect(
      varied("\"cost\": [1, 1], \"budgets\": []").hasPrefix("field “budgets”: nothing is asked"))
    #expect(
      varied("\"cost\": [1, 1], \"limits\": []").hasPrefix("field “limits”: nothing is asked"))
  }

  @Test(arguments: ["optimum_by_h", "optimum_by_limit", "optimum_by_budget", "recomputed"])
  func answerFieldsAreListsOfAnswers(name: String) {
    for limits in ["", ", \"limits\": [1]"] {
      #expect(
        sameCost("\"\(name)\": 5\(limits)") == "field “\(name)” must be a list [ … ], but is 5")
      #expect(sameCost("\"\(name)\": [3]\(limits)").contains("“\(name)[0]” must be an object"))
    }
  }

  @Test func answersSayWhatTheyAnswerFor() {
    #expect(sameCost("\"optimum_by_h\": [{}]").hasPrefix("field “optimum_by_h[0].h”: missing"))
    #expect(sameCost("\"recomputed\": [{\"h\": -2}]").contains("“recomputed[0].h” must be"))
    #expect(sameCost("\"optimum_by_h\": [{\"h\": 1}]") == "accepted")
    let found = varied("\"cost\": [1, 1], \"optimum_by_budget\": [{\"h\": 1}]")
    #expect(found.hasPrefix("field “optimum_by_budget[0].budget”: missing"))
  }

  @Test(arguments: [
    (" \n", "the file is empty; it must hold one object { … }"),
    ("[]", "the file must hold one object { … }, but holds a list"),
    ("null", "the file must hold one object { … }, but holds null"),
    ("7", "the file must hold one object { … }, but holds 7"),
    (
      "{\"utility\": [1,\n 2, NaN]}",
      "this is not a JSON document: line 2, column 5: JSON has no “NaN”; give a finite number"
    ),
    (
      "{\n\"kind\": [",
      "this is not a JSON document: the text ends on line 2 before every quote and bracket is closed"
    ),
    ("{\"kind\": null}", "field “kind”: missing"),
    ("{\"kind\": 4}", "field “kind” must be a text, but is 4"),
  ])
  func wholeDocuments(text: String, expected: String) {
    #expect(message(text) == expected)
  }

  @Test(arguments: [
    ("\"t0\": \"x\"", "field “t0” must be a number, but is a text"),
    ("\"t0\": -1", "field “t0”: -1; the outside value is at least 0"),
    ("\"t0\": 1e999", "field “t0” must be a number, but is a number too large"),
    ("\"t0\": 1.2.3", "field “t0” must be a number, but is a number too large or miswritten"),
    ("\"tier\": []", "field “tier” must be an object { … }, but is a list"),
    ("\"rho\": []", "field “rho” must be a number, but is a list"),
    ("\"cost\": [1, \"x\"]", "field “cost[1]” must be a number, but is a text"),
    ("\"names\": 1", "field “names” must be a list [ … ], but is 1"),
    ("\"net\": 1", "field “net” must be an object { … }, but is 1"),
    ("\"net\": {\"lambda_per_dollar\": -1}", "field “net.lambda_per_dollar”: -1; a price"),
    ("\"net\": [{}]", "field “net[0].lambda_per_dollar”: missing"),
  ])
  func fieldsOfEveryKind(more: String, expected: String) {
    let found = sameCost(more)
    #expect(found.hasPrefix(expected), "\(found)")
  }

  @Test func elementsAreNamedAsInTheFile() {
    let text = """
      {"kind": "same_cost_independent", "names": ["a", "b", "c"], "limits": [1],
       "utility": [1, 2, 3], "prob": [0.1, 0.2, 1.24]}
      """
    let counted = " (elements are counted from 0)"
    #expect(
      message(text) == "field “prob[2]”: 1.24; a chance lies between 0 and 1" + counted)
    #expect(
      message(text.replacing("2, 3]", with: "-2, 3]"))
        == "field “utility[1]”: -2; a utility is at least 0" + counted)
    #expect(
      varied("\"cost\": [4, -9], \"budgets\": [1]")
        == "field “cost[1]”: -9; a cost is a whole number between 0 and 10¹²" + counted)
  }

  @Test func theTierIsAnObjectOfWholeNumbers() {
    func tiered(_ tier: String) -> String {
      message(
        "{\"kind\": \"tiered_fee_independent\", \"utility\": [1], \"prob\": [0.5], "
          + "\"specialty\": [0], \"budgets\": [9], \"tier\": \(tier)}")
    }
    #expect(tiered("[]") == "field “tier” must be an object { … }, but is a list")
    #expect(tiered("{}").hasPrefix("field “tier.first”: missing"))
    #expect(
      tiered("{\"first\": 1, \"price_first\": 1.5, \"price_beyond\": 2}")
        .hasPrefix("field “tier.price_first” must be a whole number"))
    #expect(tiered("{\"first\": 1, \"price_first\": 1, \"price_beyond\": 2}") == "accepted")
  }

  @Test(arguments: [
    ("5", "field “problem” must be an object { … }, but is 5"),
    ("{}", "field “problem.options”: missing"),
    ("{\"options\": 3}", "field “problem.options” must be a list [ … ], but is 3"),
    ("{\"options\": [{\"id\": 4}]}", "field “problem.options[0].id” must be a text, but is 4"),
  ])
  func generalProblemsNameTheirFields(problem: String, expected: String) {
    let found = message("{\"kind\": \"general\", \"problem\": \(problem)}")
    #expect(found.hasPrefix(expected), "\(found)")
    #expect(!found.contains("decode") && !found.contains("Dictionary<"))
  }

  @Test func wholeNumbersOfGeneralProblemsAreNamed() throws {
    let written = try PortfolioInstance.json(
      .init(options: [.init(id: "a", utility: 2.5, chance: 0.5, cost: 7)]))
    let text = String(decoding: written, as: UTF8.self)
    #expect(message(text) == "accepted")
    let fraction = message(text.replacing("\"cost\":7", with: "\"cost\":7.5"))
    #expect(fraction.hasPrefix("field “problem.options[0].cost” must be"), "\(fraction)")
    #expect(fraction.contains("7.5"))
    let large = message(text.replacing("\"utility\":2.5", with: "\"utility\":1e999"))
    #expect(large.hasPrefix("field “problem.options[0].utility” must be"), "\(large)")
  }
}
