import SmartPickNumerics

/// How much a person wants each of several programs, from paired answers and a prior.
///
/// The model of Bradley and Terry (Biometrika 39, 1952): a is preferred to b with probability
/// 1 / (1 + exp(w_b − w_a)). Each worth w has a normal prior, so that a program that won every time
/// stays finite and unasked ones keep their place. The mode is found by Newton's method with halved
/// steps; the negative log posterior is strictly convex, so there is one mode and it is found.
public struct BradleyTerry: Sendable {
  /// What is thought of one program before it is compared.
  public struct Prior: Sendable, Hashable {
    /// Mean of its worth, in log-odds.
    public var mean: Double
    /// Standard deviation of its worth, above 0.
    public var deviation: Double

    /// A prior.
    public init(mean: Double, deviation: Double) {
      self.mean = mean
      self.deviation = max(deviation, 1e-3)
    }
  }

  /// The worth of each program, in log-odds.
  public let worths: [Double]
  /// Covariance of the worths, by Laplace's approximation, row by row.
  private let covariance: [[Double]]

  /// Fits the worths.
  ///
  /// - Parameters:
  ///   - priors: one for each program.
  ///   - answers: answers about programs at these positions; others are ignored.
  /// - Complexity: O(steps · n³) for n programs.
  public init(_ priors: [Prior], answers: [PairedAnswer]) {
    let known = answers.filter {
      priors.indices.contains($0.better) && priors.indices.contains($0.worse)
        && $0.better != $0.worse
    }
    var worths = priors.map(\.mean)
    var energy = Self.energy(worths, priors, known)
    for _ in 0..<100 {
      let (gradient, hessian) = Self.derivatives(worths, priors, known)
      let step = Cholesky(hessian).solve(gradient)
      var share = 1.0
      var moved = zip(worths, step).map { $0 - share * $1 }
      var next = Self.energy(moved, priors, known)
      while next > energy, share > 1e-6 {
        share /= 2
        moved = zip(worths, step).map { $0 - share * $1 }
        next = Self.energy(moved, priors, known)
      }
      let gain = energy - next
      if gain > 0 {
        worths = moved
        energy = next
      }
      if gain < 1e-12 { break }
    }
    self.worths = worths
    covariance = Cholesky(Self.derivatives(worths, priors, known).hessian).inverse
  }

  /// The positions, most wanted first; equals in their given order.
  public var order: [Int] {
    worths.indices.sorted { worths[$0] == worths[$1] ? $0 < $1 : worths[$0] > worths[$1] }
  }

  /// The variance of the difference of two worths.
  public func variance(_ a: Int, _ b: Int) -> Double {
    max(covariance[a][a] + covariance[b][b] - 2 * covariance[a][b], 0)
  }

  /// The probability that the first is wanted more than the second.
  public func probability(_ a: Int, over b: Int) -> Double {
    let deviation = variance(a, b).squareRoot()
    guard deviation > 0 else { return worths[a] >= worths[b] ? 1 : 0 }
    return Normal.cumulative((worths[a] - worths[b]) / deviation)
  }

  /// What asking about two would tell: the expected weight of the answer on their difference.
  public func information(_ a: Int, _ b: Int) -> Double {
    let p = Logistic.cumulative(worths[a] - worths[b])
    return p * (1 - p) * variance(a, b)
  }

  private static func energy(
    _ worths: [Double], _ priors: [Prior], _ answers: [PairedAnswer]
  ) -> Double {
    var sum = 0.0
    for (worth, prior) in zip(worths, priors) {
      let off = (worth - prior.mean) / prior.deviation
      sum += off * off / 2
    }
    for answer in answers {
      let ahead = worths[answer.better] - worths[answer.worse]
      let won = Logistic.softplus(-ahead)
      // Alike counts as half a win for each.
      sum += answer.isTie ? (won + Logistic.softplus(ahead)) / 2 : won
    }
    return sum
  }

  private static func derivatives(
    _ worths: [Double], _ priors: [Prior], _ answers: [PairedAnswer]
  ) -> (gradient: [Double], hessian: [[Double]]) {
    let count = worths.count
    var gradient = [Double](repeating: 0, count: count)
    var hessian = [[Double]](repeating: gradient, count: count)
    for (index, prior) in priors.enumerated() {
      let precision = 1 / (prior.deviation * prior.deviation)
      gradient[index] = (worths[index] - prior.mean) * precision
      hessian[index][index] = precision
    }
    for answer in answers {
      let (a, b) = (answer.better, answer.worse)
      let p = Logistic.cumulative(worths[a] - worths[b])
      let pull = p - (answer.isTie ? 0.5 : 1)
      gradient[a] += pull
      gradient[b] -= pull
      let weight = p * (1 - p)
      hessian[a][a] += weight
      hessian[b][b] += weight
      hessian[a][b] -= weight
      hessian[b][a] -= weight
    }
    return (gradient, hessian)
  }
}

/// The factor of a symmetric positive definite matrix.
private struct Cholesky {
  private var lower: [[Double]]

  init(_ matrix: [[Double]]) {
    lower = matrix.map { $0.map { _ in 0 } }
    for row in matrix.indices {
      for column in 0...row {
        var sum = matrix[row][column]
        for k in 0..<column { sum -= lower[row][k] * lower[column][k] }
        lower[row][column] =
          row == column ? max(sum, 1e-12).squareRoot() : sum / lower[column][column]
      }
    }
  }

  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for row in x.indices {
      for k in 0..<row { x[row] -= lower[row][k] * x[k] }
      x[row] /= lower[row][row]
    }
    for row in x.indices.reversed() {
      for k in (row + 1)..<max(x.count, row + 1) { x[row] -= lower[k][row] * x[k] }
      x[row] /= lower[row][row]
    }
    return x
  }

  var inverse: [[Double]] {
    lower.indices.map { column in
      var unit = [Double](repeating: 0, count: lower.count)
      unit[column] = 1
      return solve(unit)
    }
  }
}
