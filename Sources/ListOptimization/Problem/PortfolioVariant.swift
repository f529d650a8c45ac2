/// One way to choose an option, with its chance of success at each node of the common factor.
///
/// Given the node, successes of different options are independent; what correlates them is the
/// node they share.
public struct PortfolioVariant: Sendable, Equatable, Codable {
  /// P(success | node), one for each node.
  public var chance: [Double]

  /// P(offer | node) of a first stage that takes up one place under
  /// ``PortfolioLimits/offerCap``; `nil` if there is no first stage, which is as if every success
  /// were announced by an offer.
  ///
  /// A success needs an offer first, so no offer may be less likely than the success.
  public var offer: [Double]?

  /// A variant that succeeds with the given chance at each node.
  public init(chance: [Double]) {
    self.chance = chance
    offer = nil
  }

  /// A variant of two stages: an offer, and success given that the offer is attended.
  ///
  /// Both arrays have one element for each node; the shorter one decides.
  public init(offer: [Double], successAfterOffer: [Double]) {
    self.offer = offer
    chance = zip(offer, successAfterOffer).map { $0 * $1 }
  }
}
