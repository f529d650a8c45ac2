/// Why a problem, its limits or a list cannot be worked with.
public enum PortfolioError: Error, Sendable, Equatable {
  /// The problem has no option.
  case noOptions
  /// Two options have the same id.
  case duplicateID(String)
  /// A worth that is negative, infinite or not a number.
  case invalidUtility(option: String, value: Double)
  /// An outside value that is negative, infinite or not a number.
  case invalidOutsideValue(Double)
  /// A fee weight that is negative, infinite or not a number.
  case invalidFeeWeight(Double)
  /// Node weights that are empty, negative, not numbers, or do not sum to 1.
  case invalidNodeWeights(reason: String)
  /// An option without a variant.
  case noVariant(option: String)
  /// A variant with another number of chances than there are nodes.
  case wrongNodeCount(option: String, variant: Int, found: Int, expected: Int)
  /// A chance outside 0…1.
  case invalidChance(option: String, variant: Int, node: Int, value: Double)
  /// A success more likely than the offer it needs.
  case successWithoutOffer(option: String, variant: Int, node: Int)
  /// A cost below 0 or too large to add up.
  case invalidCost(option: String, value: Int)
  /// A class index without a fee schedule.
  case unknownClass(option: String, index: Int, classCount: Int)
  /// A requirement for a variant that the option does not have.
  case unknownVariant(option: String, variant: Int, variantCount: Int)
  /// A fee schedule with negative amounts or steps out of order.
  case invalidFees(classIndex: Int, reason: String)
  /// A negative limit.
  case invalidLimit(name: String, value: Int)
  /// A slack in the chance of a match that is negative, infinite or not a number.
  case invalidSlack(Double)
  /// A weight of the chance of a match that is negative, infinite or not a number.
  case invalidMatchWeight(Double)
  /// The required options alone break a limit.
  case impossibleRequirements(options: [String], limit: String)
  /// A list that names an option or variant that is not there.
  case unknownChoice(option: Int, variant: Int)
  /// A list that names an option twice.
  case repeatedChoice(option: String)
  /// A list that breaks a limit.
  case brokenLimit(String)
}

extension PortfolioError: CustomStringConvertible {
  /// The error in words: what is wrong, where, and what is accepted.
  public var description: String {
    switch self {
    case .noOptions:
      "There is no option to choose from: give at least one."
    case .duplicateID(let id):
      "Two options are called “\(id)”: every option needs an id of its own."
    case .invalidUtility(let option, let value):
      "Option “\(option)” has a utility of \(value): it must be a finite number of at least 0."
    case .invalidOutsideValue(let value):
      "The outside value is \(value): it must be a finite number of at least 0."
    case .invalidFeeWeight(let value):
      "The fee weight is \(value): it must be a finite number of at least 0."
    case .invalidNodeWeights(let reason):
      "The node weights cannot be used: \(reason). They must be at least 0 and sum to 1."
    case .noVariant(let option):
      "Option “\(option)” has no variant: give its chances of success at least once."
    case .wrongNodeCount(let option, let variant, let found, let expected):
      "Option “\(option)”, variant \(variant), has \(found) chances for \(expected) nodes: give "
        + "one for each node."
    case .invalidChance(let option, let variant, let node, let value):
      "Option “\(option)”, variant \(variant), has the chance \(value) at node \(node): a chance "
        + "lies between 0 and 1."
    case .successWithoutOffer(let option, let variant, let node):
      "Option “\(option)”, variant \(variant), succeeds more often than it makes an offer at node "
        + "\(node): the chance of an offer must be at least that of success."
    case .invalidCost(let option, let value):
      "Option “\(option)” costs \(value): a cost lies between 0 and 10¹²."
    case .unknownClass(let option, let index, let classCount):
      "Option “\(option)” is of class \(index), but there are fees for \(classCount) classes only, "
        + "counted from 0."
    case .unknownVariant(let option, let variant, let variantCount):
      "Option “\(option)” is required in variant \(variant), but has \(variantCount) variants "
        + "only, counted from 0."
    case .invalidFees(let classIndex, let reason):
      "The fees of class \(classIndex) cannot be used: \(reason)."
    case .invalidLimit(let name, let value):
      "The limit “\(name)” is \(value): it must be at least 0."
    case .invalidSlack(let value):
      "The slack in the chance of a match is \(value): it must be a finite number of at least 0."
    case .invalidMatchWeight(let value):
      "The weight of a match is \(value): it must be a finite number of at least 0."
    case .impossibleRequirements(let options, let limit):
      "The required options (\(options.joined(separator: ", "))) break the limit of \(limit): "
        + "raise it or require fewer."
    case .unknownChoice(let option, let variant):
      "The list names option \(option) in variant \(variant), which the problem does not have."
    case .repeatedChoice(let option):
      "The list names option “\(option)” twice."
    case .brokenLimit(let limit):
      "The list breaks the limit of \(limit)."
    }
  }
}
