/// Names for the ids of a market.
public struct MarketNames: Sendable, Equatable {
  /// The applicants' names by id.
  public let applicants: [String]
  /// The programs' names by id.
  public let programs: [String]

  /// Creates names; an id without one is shown as a number.
  public init(applicants: [String] = [], programs: [String] = []) {
    self.applicants = applicants
    self.programs = programs
  }

  /// The name of an applicant, or "applicant 7".
  public func applicant(_ id: Int) -> String {
    applicants.indices.contains(id) ? applicants[id] : "applicant \(id)"
  }

  /// The name of a program, or "program 7".
  public func program(_ id: Int) -> String {
    programs.indices.contains(id) ? programs[id] : "program \(id)"
  }

  /// The names of both partners.
  func couple(_ id: Int, of market: Market) -> String {
    "\(applicant(Int(market.couples.firsts[id]))) and "
      + "\(applicant(Int(market.couples.seconds[id])))"
  }
}

/// A market together with the names of its participants.
public struct NamedMarket: Sendable, Equatable {
  /// The market in ids.
  public let market: Market
  /// The names behind the ids.
  public let names: MarketNames

  /// Joins a market with its names.
  public init(market: Market, names: MarketNames) {
    self.market = market
    self.names = names
  }
}
