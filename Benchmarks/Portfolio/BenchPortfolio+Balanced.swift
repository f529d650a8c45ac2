import ListOptimization

extension BenchPortfolio {
  /// The balanced aim beside the best chance alone, on the same problem in turns.
  static func balanced(repeats: Int) throws {
    var report = Report([
      "instance", "match ms", "balanced ms", "ratio", "worth", "of safest", "gap %", "chance",
      "best", "weight",
    ])
    var ratios = 0.0
    var cases = 0.0
    for aim in [0.3, 0.6] {
      for difficulty in [-2.6, -4.0] {
        for cap in [nil, 15] as [Int?] {
          for count in [nil, 30] as [Int?] {
            var problem = Markets.directory(
              size: 650, nodes: 32, seed: 1, aim: aim, difficulty: difficulty, cap: cap)
            problem.limits.count = count
            let solver = try PortfolioSolver(problem)
            let counting = solver.countingMatches()
            var match = Stopwatch()
            var both = Stopwatch()
            var last: BalancedSolution?
            for _ in 0..<repeats {
              _ = try match.run { try counting.solve() }
              last = try both.run { try solver.solveBalanced() }
            }
            guard let last else { continue }
            let ratio = both.fastest / match.fastest
            ratios += ratio
            cases += 1
            let safest = try solver.evaluate(last.safest.choices).value
            report.add([
              "aim \(aim), " + (difficulty > -3 ? "easy" : "hard")
                + (cap.map { ", \($0) offers" } ?? "") + (count.map { ", \($0) options" } ?? ""),
              Report.number(match.fastest, digits: 2), Report.number(both.fastest, digits: 2),
              Report.number(ratio, digits: 2), Report.number(last.value, digits: 5),
              Report.number(safest, digits: 5), Report.number(100 * last.gap),
              Report.number(last.chance, digits: 4), Report.number(last.safest.value, digits: 4),
              Report.number(last.matchWeight),
            ])
          }
        }
      }
    }
    report.print(
      title: "Balanced beside match (fastest of \(repeats); mean ratio "
        + Report.number(ratios / cases, digits: 2) + ")")
  }
}
