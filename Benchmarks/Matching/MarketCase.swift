import MarketFiles
import StableMatching

/// One market of the benchmark.
struct MarketCase {
  let folder: String
  /// `NAME` or `NAME:COUPLES`.
  let name: String

  var base: String { String(name.split(separator: ":")[0]) }
  var coupleCount: Int { Int(name.split(separator: ":").dropFirst().first ?? "") ?? 0 }

  var paths: MarketFilePaths {
    let plain = "\(folder)/\(base)"
    let variant = coupleCount == 0 ? plain : "\(plain)_c\(coupleCount)"
    return MarketFilePaths(
      applicants: "\(variant).applicants.csv", programs: "\(plain).programs.csv",
      couples: coupleCount == 0 ? nil : "\(variant).couples.csv")
  }

  /// The couples of a market as they were stated.
  func couples(of market: Market) -> [Couple] {
    (0..<market.couples.count).map { couple in
      Couple(
        first: Int(market.couples.firsts[couple]), second: Int(market.couples.seconds[couple]),
        ranking: Array(market.couples[couple]))
    }
  }
}
