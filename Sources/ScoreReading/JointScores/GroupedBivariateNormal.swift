import SmartPickNumerics

/// A bivariate normal distribution fitted to a table of counts by bands.
///
/// Grouped maximum likelihood by Fisher scoring: each cell's probability is the normal mass of its
/// rectangle, so nothing is lost to band midpoints and the open bands at the ends count fully.
/// Source of the method: McLachlan & Jones, *Fitting mixture models to grouped and truncated data
/// via the EM algorithm* (Biometrics 1988), whose likelihood is maximized here directly.
struct GroupedBivariateNormal: Sendable, Equatable {
  /// Counts in a grid: `counts[i][j]` between `firstEdges[i]`…`[i+1]` and `secondEdges[j]`…`[j+1]`.
  struct Table: Sendable, Equatable {
    /// Edges of the first variable, ascending, with infinite ends.
    var firstEdges: [Double]
    /// Edges of the second variable, ascending, with infinite ends.
    var secondEdges: [Double]
    /// Counts by first band, then second band.
    var counts: [[Double]]

    var total: Double { counts.reduce(0) { $0 + $1.reduce(0, +) } }
  }

  var firstMean: Double
  var firstSD: Double
  var secondMean: Double
  var secondSD: Double
  var correlation: Double
  /// Number of people in the table.
  var count: Double

  /// Mean of the second variable given the first.
  func expectedSecond(givenFirst first: Double) -> Double {
    secondMean + correlation * secondSD / firstSD * (first - firstMean)
  }

  /// Standard deviation of the second variable given the first.
  var conditionalSD: Double { secondSD * (1 - correlation * correlation).squareRoot() }

  /// Probability that second − first lies at or below `change`.
  func probabilityOfChange(atMost change: Double) -> Double {
    let variance =
      firstSD * firstSD + secondSD * secondSD - 2 * correlation * firstSD * secondSD
    return Normal.cumulative((change - (secondMean - firstMean)) / variance.squareRoot())
  }

  /// The same distribution moved by a number of points.
  func shifted(first: Double, second: Double) -> GroupedBivariateNormal {
    var moved = self
    moved.firstMean += first
    moved.secondMean += second
    return moved
  }
}

extension GroupedBivariateNormal {
  /// Fits the table; nil if it holds fewer than 30 people or all in one band.
  ///
  /// Complexity: about ten iterations of eleven passes over the grid's corners.
  static func fit(_ table: Table) -> GroupedBivariateNormal? {
    let total = table.total
    guard total >= 30, var parameters = start(table) else { return nil }
    var likelihood = logLikelihood(table, parameters)
    for _ in 0..<40 {
      guard let step = scoringStep(table, parameters, total: total) else { break }
      // Halve the step until the likelihood grows; the start is close, so this is rarely needed.
      var scale = 1.0
      var moved = false
      while scale > 1e-4 {
        var trial = parameters
        for k in trial.indices { trial[k] += scale * step[k] }
        let value = logLikelihood(table, trial)
        if value > likelihood {
          moved = value - likelihood > 1e-9
          likelihood = value
          parameters = trial
          break
        }
        scale /= 2
      }
      if !moved { break }
    }
    return make(parameters, count: total)
  }

  private static func make(_ p: [Double], count: Double) -> GroupedBivariateNormal {
    GroupedBivariateNormal(
      firstMean: p[0], firstSD: p[1], secondMean: p[2], secondSD: p[3], correlation: p[4],
      count: count)
  }

  /// Moments of band midpoints; open bands are taken as wide as their neighbours.
  private static func start(_ table: Table) -> [Double]? {
    func midpoints(_ edges: [Double]) -> [Double] {
      (0..<(edges.count - 1)).map { i in
        let low = edges[i].isFinite ? edges[i] : edges[i + 1] - 10
        let high = edges[i + 1].isFinite ? edges[i + 1] : edges[i] + 10
        return (low + high) / 2
      }
    }
    let first = midpoints(table.firstEdges)
    let second = midpoints(table.secondEdges)
    let total = table.total
    var meanFirst = 0.0
    var meanSecond = 0.0
    for (i, row) in table.counts.enumerated() {
      for (j, count) in row.enumerated() {
        meanFirst += count * first[i] / total
        meanSecond += count * second[j] / total
      }
    }
    var varianceFirst = 0.0
    var varianceSecond = 0.0
    var covariance = 0.0
    for (i, row) in table.counts.enumerated() {
      for (j, count) in row.enumerated() {
        let a = first[i] - meanFirst
        let b = second[j] - meanSecond
        varianceFirst += count * a * a / total
        varianceSecond += count * b * b / total
        covariance += count * a * b / total
      }
    }
    guard varianceFirst > 1, varianceSecond > 1 else { return nil }
    let correlation = covariance / (varianceFirst * varianceSecond).squareRoot()
    return [
      meanFirst, varianceFirst.squareRoot(), meanSecond, varianceSecond.squareRoot(),
      min(0.95, max(-0.95, correlation)),
    ]
  }

  /// Probability of every cell; nil outside the parameter space.
  private static func cellProbabilities(_ table: Table, _ p: [Double]) -> [[Double]]? {
    guard p[1] > 0.5, p[3] > 0.5, abs(p[4]) < 0.999 else { return nil }
    let corners = table.firstEdges.map { x in
      table.secondEdges.map { y -> Double in
        if x == -.infinity || y == -.infinity { return 0 }
        let a = (x - p[0]) / p[1]
        let b = (y - p[2]) / p[3]
        if a == .infinity { return b == .infinity ? 1 : Normal.cumulative(b) }
        if b == .infinity { return Normal.cumulative(a) }
        return BivariateNormal.cumulative(a, b, correlation: p[4])
      }
    }
    return table.counts.indices.map { i in
      table.counts[i].indices.map { j in
        max(
          1e-12,
          corners[i + 1][j + 1] - corners[i][j + 1] - corners[i + 1][j] + corners[i][j])
      }
    }
  }

  private static func logLikelihood(_ table: Table, _ p: [Double]) -> Double {
    guard let cells = cellProbabilities(table, p) else { return -.infinity }
    var sum = 0.0
    for (row, probabilities) in zip(table.counts, cells) {
      for (count, probability) in zip(row, probabilities) where count > 0 {
        sum += count * logOf(probability)
      }
    }
    return sum
  }

  /// One Fisher-scoring step: information⁻¹ × score, derivatives by central differences.
  private static func scoringStep(_ table: Table, _ p: [Double], total: Double) -> [Double]? {
    guard let centre = cellProbabilities(table, p) else { return nil }
    let width = [1e-3, 1e-3, 1e-3, 1e-3, 1e-5]
    var slopes: [[[Double]]] = []
    for k in p.indices {
      var up = p
      var down = p
      up[k] += width[k]
      down[k] -= width[k]
      guard let above = cellProbabilities(table, up), let below = cellProbabilities(table, down)
      else { return nil }
      slopes.append(
        zip(above, below).map { zip($0, $1).map { ($0 - $1) / (2 * width[k]) } })
    }
    var information = [[Double]](repeating: [Double](repeating: 0, count: 5), count: 5)
    var score = [Double](repeating: 0, count: 5)
    for i in centre.indices {
      for j in centre[i].indices {
        let probability = centre[i][j]
        for k in 0..<5 {
          score[k] += table.counts[i][j] * slopes[k][i][j] / probability
          for l in 0..<5 {
            information[k][l] += total * slopes[k][i][j] * slopes[l][i][j] / probability
          }
        }
      }
    }
    return solve(information, score)
  }
}
