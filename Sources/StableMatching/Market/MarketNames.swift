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

  /// An applicant as named in a sentence; one without a name, or called by a number, is
  /// "applicant 7".
  public func applicant(_ id: Int) -> String {
    Self.phrase("applicant", id, in: applicants)
  }

  /// A program as named in a sentence; one without a name, or called by a number, is "program 7".
  public func program(_ id: Int) -> String {
    Self.phrase("program", id, in: programs)
  }

  private static func phrase(_ side: String, _ id: Int, in names: [String]) -> String {
    guard names.indices.contains(id) else { return "\(side) \(id)" }
    let isNumber = names[id].utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    return isNumber ? "\(side) \(names[id])" : names[id]
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
