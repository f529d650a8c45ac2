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
