import ListOptimization
import SmartPickNumerics

/// Spreads independent options over a normal factor, with as many nodes as accuracy asks for.
enum CorrelatedProblem {
  /// Values may err by this share of the largest utility.
  private static let accuracy = 1e-10
  private static let largestRule = 1024

  /// The same options with chances correlated by a normal factor.
  ///
  /// Nodes are doubled from 32 on until the values of probe lists of all lengths agree with those
  /// of the next rule to a ten-billionth: steep chances (high correlation) need more nodes.
  static func make(
    _ problem: PortfolioProblem, correlation: Double
  ) throws(PortfolioFileError) -> PortfolioProblem {
    // Chances are checked before they go through the normal quantile.
    do {
      _ = try PortfolioSolver(problem)
    } catch {
      throw .problem(error)
    }
    var count = 32
    var current = spread(problem, correlation, nodes: count)
    while count < largestRule {
      let finer = spread(problem, correlation, nodes: 2 * count)
      let scale = problem.options.map(\.utility).max() ?? 1
      if try largestDifference(current, finer) <= accuracy * max(scale, 1e-300) { break }
      current = finer
      count *= 2
    }
    return current
  }

  private static func spread(
    _ problem: PortfolioProblem, _ correlation: Double, nodes: Int
  ) -> PortfolioProblem {
    let factor = OneFactorGaussian(
      correlation: correlation, rule: .gaussHermite(count: nodes))
    var result = problem
    result.nodeWeights = factor.nodeWeights
    for index in result.options.indices {
      let overall = problem.options[index].variants[0].chance[0]
      result.options[index].variants = [PortfolioVariant(chance: factor.chances(overall: overall))]
    }
    return result
  }

  private static func largestDifference(
    _ first: PortfolioProblem, _ second: PortfolioProblem
  ) throws(PortfolioFileError) -> Double {
    do {
      let coarse = try PortfolioSolver(first)
      let fine = try PortfolioSolver(second)
      // Nested probe lists, and every list of one option against its neighbours.
      var largest = 0.0
      var length = 1
      while length <= first.options.count {
        for start in [0, first.options.count - length] {
          let list = (start..<(start + length)).map { PortfolioChoice(option: $0) }
          let difference = try coarse.evaluate(list).value - fine.evaluate(list).value
          largest = max(largest, abs(difference))
        }
        length = max(length + 1, length * 3 / 2)
      }
      return largest
    } catch {
      throw .problem(error)
    }
  }
}
