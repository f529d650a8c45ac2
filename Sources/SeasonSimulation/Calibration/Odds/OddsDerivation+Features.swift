import MatchFacts
import MatchOdds

extension OddsDerivation {
  /// How far the directory's traits explain interview rates; kept from the base without rates.
  func features(_ base: [String: Coefficient]) -> [String: Coefficient] {
    guard let rates else { return base }
    let joined = rates.joined(directory, column: "usMd")
    let table = ProgramTraitTable(directory: directory)
    let names = ProgramTraits.names
    let members = directory.filter { joined[$0.code] != nil }
    var means: [String: (sum: Double, n: Double)] = [:]
    for program in members {
      let key = program.specialty.name
      means[key, default: (0, 0)].sum += joined[program.code] ?? 0
      means[key, default: (0, 0)].n += 1
    }
    let k = names.count
    var xx = [Double](repeating: 0, count: k * k)
    var xy = [Double](repeating: 0, count: k)
    var yy = 0.0
    var n = 0.0
    for program in members {
      guard let mean = means[program.specialty.name], mean.n >= 12 else { continue }
      let y = (joined[program.code] ?? 0) - mean.sum / mean.n
      let x = names.map { table[program.code][$0] }
      for i in 0..<k {
        xy[i] += x[i] * y
        for j in 0..<k { xx[i * k + j] += x[i] * x[j] }
      }
      yy += y * y
      n += 1
    }
    for i in 0..<k { xx[i * k + i] += 10 }
    guard n > 100, let inverse = LogisticRegression.invert(xx, k) else { return base }
    var result: [String: Coefficient] = [:]
    var explained = 0.0
    var beta = [Double](repeating: 0, count: k)
    for i in 0..<k {
      for j in 0..<k { beta[i] += inverse[i * k + j] * xy[j] }
      explained += beta[i] * xy[i]
    }
    let residual = max(yy - explained, 0) / n
    for (i, name) in names.enumerated() {
      result[name] = Coefficient(
        beta[i], standardDeviation: (residual * inverse[i * k + i]).squareRoot(), basis: .fitted,
        source: "regression of US MD interview rates of \(Int(n)) programs on the directory's "
          + "traits, which explain \(Int((100 * explained / max(yy, 1e-9)).rounded())) % of the variance"
      )
    }
    return result
  }
}
