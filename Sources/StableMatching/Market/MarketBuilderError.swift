/// Why named rank order lists do not form a market.
public enum MarketBuilderError: Error, Equatable, Sendable, CustomStringConvertible {
  /// One of the two sides.
  public enum Side: String, Sendable {
    case applicant
    case program
  }

  /// Two participants of one side have the same name.
  case repeatedName(Side, String)
  /// A list names somebody who was not added; entries count from 1, 0 stands for the owner.
  case unknownName(Side, String, listOf: String, entry: Int)
  /// The lists contradict each other or themselves.
  case invalid(MarketError, MarketNames)

  /// What is wrong, where, and how to mend it.
  public var description: String {
    switch self {
    case .repeatedName(let side, let name):
      "two \(side.rawValue)s are called \"\(name)\": give each a name of its own"
    case .unknownName(let side, let name, let owner, let entry):
      "the list of \(owner) names \(side.rawValue) \"\(name)\""
        + (entry > 0 ? " at \(entry)" : "") + ", which was not added: add it or mend the spelling"
    case .invalid(let error, let names):
      error.message(applicant: names.applicant, program: names.program)
    }
  }
}
