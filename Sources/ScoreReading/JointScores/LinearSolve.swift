#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Natural logarithm, without Foundation.
func logOf(_ x: Double) -> Double { log(x) }

/// Solves a small dense system by Gaussian elimination with row pivoting; nil if it is singular.
func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
  var a = matrix
  var b = right
  let n = b.count
  for column in 0..<n {
    guard
      let pivot = (column..<n).max(by: { abs(a[$0][column]) < abs(a[$1][column]) }),
      abs(a[pivot][column]) > 1e-12
    else { return nil }
    a.swapAt(column, pivot)
    b.swapAt(column, pivot)
    for row in (column + 1)..<max(n, column + 1) {
      let factor = a[row][column] / a[column][column]
      for k in column..<n { a[row][k] -= factor * a[column][k] }
      b[row] -= factor * b[column]
    }
  }
  var x = [Double](repeating: 0, count: n)
  for row in stride(from: n - 1, through: 0, by: -1) {
    var sum = b[row]
    for k in (row + 1)..<max(n, row + 1) { sum -= a[row][k] * x[k] }
    x[row] = sum / a[row][row]
  }
  return x
}
