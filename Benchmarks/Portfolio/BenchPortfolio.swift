import Foundation
import ListOptimization
import PortfolioFiles

/// Times of the list solvers beside those of others; `bench-portfolio [--short] [INSTANCE.json]`.
@main
struct BenchPortfolio {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let isShort = arguments.contains("--short")
    let files = arguments.filter { !$0.hasPrefix("--") }
    try peers(markets: isShort ? 3 : 20)
    try general(repeats: isShort ? 3 : 11)
    try balanced(repeats: isShort ? 3 : 11)
    for file in files { try instance(file, repeats: isShort ? 3 : 11) }
    try growth(sizes: isShort ? [50, 500] : [50, 100, 200, 500, 1000, 2000, 5000])
  }

  /// The sizes of Kapur & Hong's experiments, same recipe, mean over random markets.
  static func peers(markets: Int) throws {
    let published = try PublishedTimes()
    var report = Report([
      "algorithm", "m", "ours ms", "paper ms", "Julia ms", "Rust ms", "against best",
    ])
    for row in published.rows {
      var watch = Stopwatch()
      for market in 0..<markets {
        let drawn = Markets.kapurHong(size: row.size, seed: UInt64(market))
        // As in the paper: the fastest of a few runs on each market.
        var runs = Stopwatch()
        for _ in 0..<3 {
          if row.algorithm == "same_cost" {
            let result = runs.run {
              MarginalImprovement(
                utilities: drawn.utility, chances: drawn.chance, count: row.size / 2)
            }
            precondition(result.order.count == row.size / 2)
          } else {
            let result = runs.run {
              CostProgram(
                utilities: drawn.utility, chances: drawn.chance, costs: drawn.cost,
                budget: drawn.budget)
            }
            precondition(result.value > 0)
          }
        }
        watch.add(runs.fastest)
      }
      let rivals = [row.published, row.julia, row.rust].compactMap(Double.init).filter { $0 > 0 }
      let best = rivals.min()
      report.add([
        row.algorithm, "\(row.size)", Report.number(watch.mean), row.published,
        row.julia.isEmpty ? "–" : row.julia, row.rust.isEmpty ? "–" : row.rust,
        best.map { "×" + Report.number($0 / watch.mean, digits: 1) } ?? "–",
      ])
    }
    report.print(title: "Kapur & Hong's markets (mean over \(markets); sorting included)")
  }

  /// The general problem: 650 options, 32 nodes, tokens, tiered fees, budget.
  static func general(repeats: Int) throws {
    var report = Report([
      "instance", "prepare ms", "solve ms", "slider ms", "value", "gap %", "proof", "options",
      "fee",
    ])
    for aim in [0, 0.5, 1] {
      for difficulty in [-2.6, -4.0] {
        for cap in [nil, 15] as [Int?] {
          let problem = Markets.directory(
            size: 650, nodes: 32, seed: 1, aim: aim, difficulty: difficulty, cap: cap)
          let name =
            "aim \(aim), " + (difficulty > -3 ? "easy" : "hard")
            + (cap.map { ", \($0) offers" } ?? "")
          try time(problem, name: name, repeats: repeats, into: &report)
        }
      }
    }
    report.print(title: "General problem, 650 options × 3 variants × 32 nodes (synthetic)")
  }

  static func instance(_ file: String, repeats: Int) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    let instance = try PortfolioInstance(json: data)
    var report = Report([
      "instance", "prepare ms", "solve ms", "slider ms", "value", "gap %", "proof", "options",
      "fee",
    ])
    try time(instance.problem, name: file, repeats: repeats, into: &report)
    report.print(title: "Instance from a file")
  }

  private static func time(
    _ problem: PortfolioProblem, name: String, repeats: Int, into report: inout Report
  ) throws {
    var prepare = Stopwatch()
    var solve = Stopwatch()
    var slider = Stopwatch()
    var last: PortfolioSolution?
    for _ in 0..<repeats {
      let solver = try prepare.run { try PortfolioSolver(problem) }
      let solution = try solve.run { try solver.solve() }
      var moved = problem.limits
      if let budget = moved.budget { moved.budget = budget * 9 / 10 }
      _ = try slider.run {
        try solver.solve(limits: moved, effort: .quick, startingFrom: solution.choices)
      }
      last = solution
    }
    guard let last else { return }
    report.add([
      name, Report.number(prepare.median, digits: 2), Report.number(solve.median, digits: 2),
      Report.number(slider.median, digits: 2), Report.number(last.value, digits: 5),
      Report.number(100 * last.gap, digits: 4), last.proof.rawValue, "\(last.members.count)",
      "\(last.fee)",
    ])
  }

  /// How time and gap grow with the number of options.
  static func growth(sizes: [Int]) throws {
    var report = Report(["options", "prepare ms", "solve ms", "gap %", "work, millions"])
    for size in sizes {
      let problem = Markets.directory(
        size: size, nodes: 32, seed: 1, aim: 0.5, difficulty: -3.2)
      var prepare = Stopwatch()
      var solve = Stopwatch()
      var last: PortfolioSolution?
      for _ in 0..<3 {
        let solver = try prepare.run { try PortfolioSolver(problem) }
        last = try solve.run { try solver.solve() }
      }
      guard let last else { continue }
      report.add([
        "\(size)", Report.number(prepare.fastest, digits: 2),
        Report.number(solve.fastest, digits: 2), Report.number(100 * last.gap, digits: 4),
        Report.number(Double(last.work) / 1e6, digits: 1),
      ])
    }
    report.print(title: "Growth with the number of options (32 nodes, 3 variants)")
  }
}
