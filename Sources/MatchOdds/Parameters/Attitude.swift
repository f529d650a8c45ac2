#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How a program reads a Step 2 CK score.
public struct Attitude: Sendable, Hashable, Codable {
  /// `obsessed`, `balanced` or `light`.
  public var id: String
  /// Share of programs in a specialty of middling score weight.
  public var share: Coefficient
  /// What one step of the specialty's score weight (1…5, centre 3) adds to the log of the share.
  public var shareByWeight: Double
  /// What one point of a program's standing adds to the log of the share: brand-name programs screen
  /// hard, community programs look at the rest.
  ///
  /// Over the programs of a specialty the share stays what it is.
  public var shareByStanding: Double
  /// Multiplies the specialty's score slope.
  public var slopeFactor: Coefficient
  /// The floor, in points above (below, if negative) the specialty's reference score.
  public var floor: Coefficient
  /// Width of the floor in points: 1 is a hard cut, larger is softer.
  public var floorWidth: Coefficient

  /// Memberwise.
  public init(
    id: String, share: Coefficient, shareByWeight: Double, shareByStanding: Double,
    slopeFactor: Coefficient, floor: Coefficient, floorWidth: Coefficient
  ) {
    self.id = id
    self.share = share
    self.shareByWeight = shareByWeight
    self.shareByStanding = shareByStanding
    self.slopeFactor = slopeFactor
    self.floor = floor
    self.floorWidth = floorWidth
  }
}

extension OddsParameters {
  /// Shares of the attitudes, in the order of ``attitudes``, over the programs of a specialty; they
  /// sum to 1.
  ///
  /// - Parameter scoreWeight: the weight of the score there, 1 (light) to 5 (obsessed).
  public func attitudeShares(scoreWeight: Int) -> [Double] {
    let shares = attitudes.map {
      $0.share.value * exp($0.shareByWeight * Double(scoreWeight - 3))
    }
    let total = shares.reduce(0, +)
    return shares.map { $0 / total }
  }
}
