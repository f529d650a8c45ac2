/// Two lists for two people who take a place together: the first pair of places open to both counts.
///
/// Each partner applies to options of their own, under limits of their own. Of the places that
/// open, the couple takes the pair (p, q) that is worth most to it,
///
/// w(p, q) = a·u(p) + b·v(q) + t(place of p, place of q),
///
/// or, if only one partner has any, that partner's best alone, worth a share of a·u(p) or b·v(q).
/// The successes of the two partners are independent of each other; each partner's own hang
/// together through the nodes of that partner's common factor, as in ``PortfolioProblem``.
///
/// This is the couples' match of Roth and Peranson (American Economic Review 89, 1999) seen from
/// one couple: which applications make the joint rank order list good. With
/// ``togetherness`` zero it falls apart into two portfolio problems.
public struct CoupleProblem: Sendable, Equatable {
  /// One partner's options, limits and weight.
  public struct Partner: Sendable, Equatable {
    /// Options with utilities, chances, fees and limits; outside value and fee weight must be 0.
    public var portfolio: PortfolioProblem

    /// The place of each option, an index into the rows (first partner) or columns (second
    /// partner) of ``CoupleProblem/togetherness``.
    public var places: [Int]

    /// What this partner's utilities count in the joint worth, at least 0.
    public var weight: Double

    /// A partner; there is one place for each option.
    public init(portfolio: PortfolioProblem, places: [Int], weight: Double) {
      self.portfolio = portfolio
      self.places = places
      self.weight = weight
    }
  }

  /// The first partner.
  public var first: Partner

  /// The second partner.
  public var second: Partner

  /// What a pair of places adds, by the first partner's place and then the second's, at least 0.
  public var togetherness: [[Double]]

  /// A pair of places that adds at least this counts as being together.
  public var togetherFrom: Double

  /// The share of a place's worth that is left if the other partner has none, 0…1.
  ///
  /// At most 1, so a pair is always worth more than either of its halves and a couple of which
  /// both have places never leaves one unused.
  public var worthAlone: Double

  /// A couple's problem.
  public init(
    first: Partner, second: Partner, togetherness: [[Double]], togetherFrom: Double,
    worthAlone: Double = 1
  ) {
    self.first = first
    self.second = second
    self.togetherness = togetherness
    self.togetherFrom = togetherFrom
    self.worthAlone = worthAlone
  }
}

/// The two lists of a couple.
///
/// Each stands in the order in which offers are kept: under a cap on attended offers those at the
/// end are declined first.
public struct CoupleLists: Sendable, Equatable, Codable {
  /// The first partner's choices.
  public var first: [PortfolioChoice]

  /// The second partner's choices.
  public var second: [PortfolioChoice]

  /// Two lists.
  public init(first: [PortfolioChoice], second: [PortfolioChoice]) {
    self.first = first
    self.second = second
  }
}

/// Which partner of a couple.
public enum CoupleSide: String, Sendable, Codable, Hashable, CaseIterable {
  /// The first partner.
  case first
  /// The second partner.
  case second
}
