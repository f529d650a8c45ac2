import Foundation
import PortfolioFiles
import Testing

/// Instances with optima known from enumeration, from the paper, or from another dynamic program.
@Suite("Known optima")
struct FixtureTests {
  struct Expected: Decodable {
    struct Item: Decodable {
      var h: Int?
      var budget: Int?
      var value: Double?
      var quadValue: Double?
      var netValue: Double?
      var lambda: Double?
      var fee: Int?

      enum CodingKeys: String, CodingKey {
        case h, budget, value, fee
        case quadValue = "quad_value"
        case netValue = "net_value"
        case lambda = "lambda_per_dollar"
      }
    }

    var byLimit: [Item]?
    var byLimit128: [Item]?
    var recomputed: [Item]?
    var byBudget: [Item]?
    var adaptive: [Item]?
    var net: [Item]

    enum CodingKeys: String, CodingKey {
      case recomputed, net
      case byLimit = "optimum_by_limit"
      case byLimit128 = "optimum_by_limit_gauss_hermite_128"
      case byBudget = "optimum_by_budget"
      case adaptive = "adaptive_quadrature_value_of_same_sets"
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      byLimit = try fields.decodeIfPresent([Item].self, forKey: .byLimit)
      byLimit128 = try fields.decodeIfPresent([Item].self, forKey: .byLimit128)
      recomputed = try fields.decodeIfPresent([Item].self, forKey: .recomputed)
      byBudget = try fields.decodeIfPresent([Item].self, forKey: .byBudget)
      adaptive = try fields.decodeIfPresent([Item].self, forKey: .adaptive)
      if let many = try? fields.decodeIfPresent([Item].self, forKey: .net) {
        net = many
      } else if let one = try fields.decodeIfPresent(Item.self, forKey: .net) {
        net = [one]
      } else {
        net = []
      }
    }
  }

  static let names = [
    "correlated_0", "correlated_1", "correlated_2", "published_kapur_hong_planets", "same_cost_0",
    "same_cost_1", "same_cost_2", "same_cost_3", "tiered_eras_0", "tiered_eras_1",
    "tiered_small_0", "tiered_small_1", "varied_cost_0", "varied_cost_1", "varied_cost_2",
    "varied_cost_3",
  ]

  static func data(_ name: String) throws -> Data {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"))
    return try Data(contentsOf: url)
  }

  @Test(arguments: names)
  func everyOptimumIsReproducedAndProven(name: String) throws {
    let data = try Self.data(name)
    let expected = try JSONDecoder().decode(Expected.self, from: data)
    let answer = try PortfolioInstance(json: data).answer()
    let asked =
      [expected.byLimit, expected.byLimit128, expected.recomputed, expected.byBudget]
      .compactMap { $0 }.first ?? []
    #expect(!asked.isEmpty && answer.results.count == asked.count)
    for (item, result) in zip(asked, answer.results) {
      #expect(result.h == item.h && result.budget == item.budget)
      let value = try #require(item.value)
      #expect(abs(result.value - value) <= 1e-6 * max(1, value), "\(item)")
      #expect(result.bound >= value - 1e-6 * max(1, value))
      #expect(result.gap <= 1e-9, "\(item): \(result.proof)")
    }
    #expect(answer.net?.count ?? 0 == expected.net.count)
    for (item, result) in zip(expected.net, answer.net ?? []) {
      #expect(result.lambda == item.lambda)
      let net = try #require(result.net)
      let value = try #require(item.netValue)
      #expect(abs(net - value) <= 1e-6 * value)
      #expect(result.gap <= 1e-9)
    }
  }

  @Test(arguments: ["correlated_0", "correlated_1", "correlated_2"])
  func quadratureIsAsFineAsTheCorrelationNeeds(name: String) throws {
    let data = try Self.data(name)
    let expected = try JSONDecoder().decode(Expected.self, from: data)
    let answer = try PortfolioInstance(json: data).answer()
    for (item, result) in zip(expected.adaptive ?? [], answer.results) {
      let value = try #require(item.quadValue)
      #expect(abs(result.value - value) <= 1e-9 * max(1, value))
    }
    #expect(answer.nodes <= 256)
  }

  /// Under correlation the best pair is not the best single option and one more.
  @Test func optimaNeedNotBeNestedUnderCorrelation() throws {
    let answer = try PortfolioInstance(json: try Self.data("correlated_2")).answer()
    #expect(answer.results[1].set == [8])
    #expect(answer.results[2].set == [1, 3])
  }

  @Test func steepCorrelationGetsMoreNodes() throws {
    let text = """
      {"kind": "correlated_one_factor_gaussian", "rho": 0.8, "t0": 0,
       "utility": [9, 8, 7, 6, 5], "prob": [0.1, 0.2, 0.3, 0.4, 0.5], "limits": [2, 5]}
      """
    let answer = try PortfolioInstance(json: Data(text.utf8)).answer()
    #expect(answer.nodes >= 128)
    #expect(answer.results.map(\.h) == [2, 5])
    #expect(answer.results[0].value < answer.results[1].value)
  }
}
