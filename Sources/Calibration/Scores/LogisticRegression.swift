import SeasonSimulation
import SmartPickNumerics

/// Logistic regression by Newton's method with a normal prior, for a handful of coefficients.
enum LogisticRegression {
  /// Fits `y` on the rows of `x`; `prior` holds mean and precision of each coefficient.
  static func fit(
    x: [[Double]], y: [Bool], prior: [(mean: Double, precision: Double)]
  ) -> (coefficients: [Double], deviations: [Double]) {
    let k = prior.count
    var beta = prior.map(\.mean)
    var deviations = [Double](repeating: 0, count: k)
    for _ in 0..<25 {
      var gradient = (0..<k).map { -prior[$0].precision * (beta[$0] - prior[$0].mean) }
      var hessian = [Double](repeating: 0, count: k * k)
      for i in 0..<k { hessian[i * k + i] = prior[i].precision }
      for (row, outcome) in zip(x, y) {
        var eta = 0.0
        for i in 0..<k { eta += beta[i] * row[i] }
        let p = Logistic.cumulative(eta)
        let residual = (outcome ? 1 : 0) - p
        let w = max(p * (1 - p), 1e-9)
        for i in 0..<k where row[i] != 0 {
          gradient[i] += residual * row[i]
          for j in 0..<k { hessian[i * k + j] += w * row[i] * row[j] }
        }
      }
      guard let inverse = invert(hessian, k) else { break }
      var largest = 0.0
      for i in 0..<k {
        var step = 0.0
        for j in 0..<k { step += inverse[i * k + j] * gradient[j] }
        step = min(max(step, -2), 2)
        beta[i] += step
        largest = max(largest, abs(step))
      }
      for i in 0..<k { deviations[i] = max(inverse[i * k + i], 0).squareRoot() }
      if largest < 1e-6 { break }
    }
    return (beta, deviations)
  }

  /// Gauss–Jordan with row pivoting; nil for a singular matrix.
  static func invert(_ matrix: [Double], _ k: Int) -> [Double]? {
    var a = matrix
    var inverse = [Double](repeating: 0, count: k * k)
    for i in 0..<k { inverse[i * k + i] = 1 }
    for column in 0..<k {
      var pivot = column
      for row in column..<k where abs(a[row * k + column]) > abs(a[pivot * k + column]) {
        pivot = row
      }
      guard abs(a[pivot * k + column]) > 1e-12 else { return nil }
      if pivot != column {
        for j in 0..<k {
          a.swapAt(pivot * k + j, column * k + j)
          inverse.swapAt(pivot * k + j, column * k + j)
        }
      }
      let scale = 1 / a[column * k + column]
      for j in 0..<k {
        a[column * k + j] *= scale
        inverse[column * k + j] *= scale
      }
      for row in 0..<k where row != column {
        let factor = a[row * k + column]
        guard factor != 0 else { continue }
        for j in 0..<k {
          a[row * k + j] -= factor * a[column * k + j]
          inverse[row * k + j] -= factor * inverse[column * k + j]
        }
      }
    }
    return inverse
  }
}
