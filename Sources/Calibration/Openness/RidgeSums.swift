import SeasonSimulation

/// The sums behind a ridge regression; sums of parts add.
struct RidgeSums {
  /// Rows counted.
  private(set) var rows = 0.0
  private var xx: [Double]
  private var xy: [Double]
  private var yy = 0.0
  private let width: Int

  init(width: Int) {
    self.width = width
    xx = [Double](repeating: 0, count: width * width)
    xy = [Double](repeating: 0, count: width)
  }

  /// Counts one row; entries of `x` that are 0 cost nothing.
  mutating func add(_ x: [Double], _ y: Double) {
    let filled = x.indices.filter { x[$0] != 0 }
    for i in filled {
      xy[i] += x[i] * y
      for j in filled { xx[i * width + j] += x[i] * x[j] }
    }
    yy += y * y
    rows += 1
  }

  /// The sums and those of another part.
  func adding(_ part: RidgeSums) -> RidgeSums {
    var result = self
    for i in xx.indices { result.xx[i] += part.xx[i] }
    for i in xy.indices { result.xy[i] += part.xy[i] }
    result.yy += part.yy
    result.rows += part.rows
    return result
  }

  /// Coefficients, their standard deviations and the residual variance; nil for too few rows.
  func solve(penalties: [Double]) -> RidgeFit? {
    guard rows > 2 else { return nil }
    var matrix = xx
    for i in 0..<width { matrix[i * width + i] += penalties[i] }
    guard let inverse = LogisticRegression.invert(matrix, width) else { return nil }
    var beta = [Double](repeating: 0, count: width)
    for i in 0..<width {
      for j in 0..<width { beta[i] += inverse[i * width + j] * xy[j] }
    }
    var squares = yy
    for i in 0..<width {
      squares -= 2 * beta[i] * xy[i]
      for j in 0..<width { squares += beta[i] * xx[i * width + j] * beta[j] }
    }
    let variance = max(squares, 0) / rows
    return RidgeFit(
      coefficients: beta,
      deviations: (0..<width).map { max(variance * inverse[$0 * width + $0], 0).squareRoot() },
      variance: variance, rows: Int(rows))
  }
}

/// What a ridge regression found.
struct RidgeFit {
  var coefficients: [Double]
  var deviations: [Double]
  /// Mean squared residual.
  var variance: Double
  var rows: Int

  func predict(_ x: [Double]) -> Double {
    var sum = 0.0
    for i in x.indices where x[i] != 0 { sum += coefficients[i] * x[i] }
    return sum
  }
}
