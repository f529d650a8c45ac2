/// What the list may use up.
///
/// A limit that is `nil` does not bind.
public struct PortfolioLimits: Sendable, Equatable, Codable {
  /// The most that all fees and costs may come to.
  public var budget: Int?

  /// The most options on the list.
  public var count: Int?

  /// The most offers that can be attended; those beyond are declined from the least preferred up.
  public var offerCap: Int?

  /// The limits of each class, by index.
  ///
  /// A class past the end has no limit of count and no tokens.
  public var classes: [ClassLimits]

  /// Limits of budget, count, attended offers and classes; by default none.
  public init(
    budget: Int? = nil, count: Int? = nil, offerCap: Int? = nil, classes: [ClassLimits] = []
  ) {
    self.budget = budget
    self.count = count
    self.offerCap = offerCap
    self.classes = classes
  }

  /// No limit at all, and no tokens.
  public static let none = PortfolioLimits()
}

/// The limits of one class of options.
public struct ClassLimits: Sendable, Equatable, Codable {
  /// The most options of the class; `nil` for no limit.
  public var count: Int?

  /// The number of tokens of each kind: `tokens[0]` allows variant 1, `tokens[1]` variant 2, …
  /// A kind past the end has no tokens.
  public var tokens: [Int]

  /// A limit of count and the number of tokens of each kind.
  public init(count: Int? = nil, tokens: [Int] = []) {
    self.count = count
    self.tokens = tokens
  }
}
