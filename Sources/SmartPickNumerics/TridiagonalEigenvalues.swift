/// Eigenvalues of a symmetric tridiagonal matrix, for quadrature rules.
enum TridiagonalEigenvalues {
  /// The eigenvalues in ascending order, by QL iterations with implicit shifts.
  ///
  /// After `tql1` of Bowdler, Martin, Reinsch & Wilkinson (*Numerische Mathematik* 11, 1968).
  /// `offDiagonal` has one element fewer than `diagonal`. O(n²).
  static func ascending(diagonal: [Double], offDiagonal: [Double]) -> [Double] {
    let n = diagonal.count
    var d = diagonal
    var e = offDiagonal + [0]
    for l in 0..<n {
      for _ in 0..<60 {
        var m = l
        while m < n - 1, abs(e[m]) > Double.ulpOfOne * (abs(d[m]) + abs(d[m + 1])) { m += 1 }
        if m == l { break }
        var g = (d[l + 1] - d[l]) / (2 * e[l])
        var r = (g * g + 1).squareRoot()
        g = d[m] - d[l] + e[l] / (g + (g < 0 ? -r : r))
        var s = 1.0
        var c = 1.0
        var p = 0.0
        var isSplit = false
        for i in stride(from: m - 1, through: l, by: -1) {
          let f = s * e[i]
          let b = c * e[i]
          r = (f * f + g * g).squareRoot()
          e[i + 1] = r
          if r == 0 {
            d[i + 1] -= p
            e[m] = 0
            isSplit = true
            break
          }
          s = f / r
          c = g / r
          g = d[i + 1] - p
          r = (d[i] - g) * s + 2 * c * b
          p = s * r
          d[i + 1] = g + p
          g = c * r - b
        }
        if isSplit { continue }
        d[l] -= p
        e[l] = g
        e[m] = 0
      }
    }
    return d.sorted()
  }
}
