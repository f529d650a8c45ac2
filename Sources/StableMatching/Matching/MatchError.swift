/// Why a market cannot be matched in the way asked for.
public enum MatchError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Program-proposing was asked for in a market with couples or supplemental lists.
  case programsCannotPropose(couples: Int, supplementalLists: Int)

  /// What is wrong and how to mend it.
  public var description: String {
    switch self {
    case .programsCannotPropose(let couples, let supplements):
      "programs cannot propose in a market with couples or supplemental lists (this one has "
        + "\(couples) and \(supplements)); let applicants propose"
    }
  }
}
