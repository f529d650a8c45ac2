/// Why rank order lists do not form a market.
///
/// Ids are 0-based and entries are counted from 1, as a person counts lines of a list.
public enum MarketError: Error, Equatable, Sendable {
  /// There is not exactly one quota for each program.
  case quotaCount(quotas: Int, programs: Int)
  /// A quota is negative or beyond what a market can hold.
  case quotaOutOfRange(program: Int, quota: Int)
  /// An applicant ranks a program that does not exist.
  case unknownProgram(id: Int, applicant: Int, entry: Int)
  /// A program ranks an applicant who does not exist.
  case unknownApplicant(id: Int, program: Int, entry: Int)
  /// An applicant ranks one program twice, so its place is not defined.
  case repeatedProgram(program: Int, applicant: Int, entry: Int)
  /// A program ranks one applicant twice, so the place is not defined.
  case repeatedApplicant(applicant: Int, program: Int, entry: Int)
  /// A couple names an applicant who does not exist.
  case unknownPartner(id: Int, couple: Int)
  /// An applicant is in two couples, or in one with themselves.
  case partnerTwice(applicant: Int, couple: Int)
  /// A member of a couple also has a list of their own.
  case partnerHasOwnList(applicant: Int, couple: Int)
  /// A couple ranks a program that does not exist.
  case unknownPairProgram(id: Int, couple: Int, entry: Int)
  /// A couple ranks the same pair twice.
  case repeatedPair(couple: Int, entry: Int)
  /// A supplemental list is wrong; `reason` says how.
  case supplement(index: Int, reason: SupplementFault)
  /// A reversion is wrong; `reason` says how.
  case reversion(index: Int, reason: ReversionFault)

  /// What can be wrong with a supplemental list.
  public enum SupplementFault: String, Equatable, Sendable {
    case unknownApplicant = "names an applicant who does not exist"
    case unknownProgram = "names a program that does not exist"
    case advancedNotRanked = "belongs to a program that the applicant does not rank"
    case repeatedList = "is the second one for the same applicant and advanced program"
    case repeatedProgram = "ranks one program twice"
    case containsAdvanced = "ranks the advanced program itself"
  }

  /// What can be wrong with a reversion.
  public enum ReversionFault: String, Equatable, Sendable {
    case unknownProgram = "names a program that does not exist"
    case negativeLimit = "has a negative limit"
    case cycle = "closes a circle, so that positions could wander for ever"
  }
}

extension MarketError: CustomStringConvertible {
  /// The message with ids as names.
  public var description: String {
    message(applicant: { "applicant \($0)" }, program: { "program \($0)" })
  }

  /// The message for people: what is wrong, where, and how to mend it.
  ///
  /// - Parameters:
  ///   - applicant: names an applicant id.
  ///   - program: names a program id.
  public func message(applicant: (Int) -> String, program: (Int) -> String) -> String {
    switch self {
    case .quotaCount(let quotas, let programs):
      "\(quotas) quotas for \(programs) programs: give exactly one for each"
    case .quotaOutOfRange(let owner, let quota):
      "\(program(owner)) has the quota \(quota): a quota is a number from 0 to \(Market.maximumQuota)"
    case .unknownProgram(let id, let owner, let entry):
      "\(applicant(owner)) ranks program number \(id) at \(entry), which does not exist"
    case .unknownApplicant(let id, let owner, let entry):
      "\(program(owner)) ranks applicant number \(id) at \(entry), who does not exist"
    case .repeatedProgram(let id, let owner, let entry):
      "\(applicant(owner)) ranks \(program(id)) a second time at \(entry): a list is strict, so "
        + "each program stands on it once; delete one of the two"
    case .repeatedApplicant(let id, let owner, let entry):
      "\(program(owner)) ranks \(applicant(id)) a second time at \(entry): a list is strict, so "
        + "each applicant stands on it once; delete one of the two"
    case .unknownPartner(let id, let couple):
      "couple \(couple + 1) names applicant number \(id), who does not exist"
    case .partnerTwice(let id, let couple):
      "couple \(couple + 1) names \(applicant(id)), who already belongs to a couple: each "
        + "applicant may be in one couple, with somebody else"
    case .partnerHasOwnList(let id, let couple):
      "\(applicant(id)) is in couple \(couple + 1) and has a list of their own: leave the own "
        + "list empty, since the joint list stands for it"
    case .unknownPairProgram(let id, let couple, let entry):
      "couple \(couple + 1) ranks program number \(id) at \(entry), which does not exist"
    case .repeatedPair(let couple, let entry):
      "couple \(couple + 1) ranks a pair a second time at \(entry): a list is strict, so each "
        + "pair stands on it once; delete one of the two"
    case .supplement(let index, let reason):
      "supplemental list \(index + 1) \(reason.rawValue)"
    case .reversion(let index, let reason):
      "reversion \(index + 1) \(reason.rawValue)"
    }
  }
}
