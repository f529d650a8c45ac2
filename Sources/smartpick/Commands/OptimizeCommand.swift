import ArgumentParser
import Foundation
import PortfolioFiles

/// `smartpick optimize`: the best list of any problem from a file.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Solve a portfolio problem from a JSON file, with a proven bound.",
    discussion: """
      The file says its kind: same_cost_independent, varied_cost_independent_budget, \
      tiered_fee_independent, correlated_one_factor_gaussian (fields utility, prob, t0, and by \
      kind cost, specialty and tier, or rho), or general (field problem). It asks for counts in \
      "limits" or for budgets in "budgets", whole numbers of at least 0; without them, for those \
      of its answer fields. Options and elements of lists are counted from 0.

      Example:
        echo '{"kind": "same_cost_independent", "utility": [200, 250, 300],
               "prob": [0.39, 0.33, 0.24], "limits": [1, 2]}' > schools.json
        smartpick optimize schools.json --json
      """)

  @Argument(help: ArgumentHelp("The instance.", valueName: "file"))
  var file: String

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CommandFailure("cannot read \(file); give the path of a JSON file", .missingInput)
    }
    let answer: PortfolioAnswer
    do {
      answer = try PortfolioInstance(json: data).answer()
    } catch {
      throw CommandFailure("\(file): \(error.description)", .badData)
    }
    Console.say(json ? try JSONOutput.text(answer) : PortfolioTable.text(answer))
  }
}
