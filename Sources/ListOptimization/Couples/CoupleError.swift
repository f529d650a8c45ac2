/// Why a couple's problem or its lists cannot be worked with.
public enum CoupleError: Error, Sendable, Equatable {
  /// Something about one partner's options, limits or list.
  case partner(CoupleSide, PortfolioError)
  /// A partner with another number of places than options.
  case wrongPlaceCount(CoupleSide, found: Int, expected: Int)
  /// A place that the table of togetherness does not have.
  case unknownPlace(CoupleSide, option: String, place: Int)
  /// A table of togetherness whose rows differ in length.
  case raggedTogetherness(row: Int)
  /// A worth that is negative, infinite or not a number, or a share outside 0…1.
  case invalidWorth(name: String, value: Double)
  /// A portfolio with an outside value or a fee weight, which a couple's problem does not have.
  case unsupported(CoupleSide, name: String)
  /// Settings of the sample that leave nothing to compute with.
  case invalidSample(String)
}

extension CoupleError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .partner(let side, let error):
      "The \(side.rawValue) partner: \(error)"
    case .wrongPlaceCount(let side, let found, let expected):
      "The \(side.rawValue) partner has \(found) places for \(expected) options: give one for each "
        + "option."
    case .unknownPlace(let side, let option, let place):
      "Option “\(option)” of the \(side.rawValue) partner is at place \(place), which the table of "
        + "togetherness does not have; places count from 0."
    case .raggedTogetherness(let row):
      "Row \(row) of the table of togetherness is shorter or longer than row 0: give every row one "
        + "value for each place of the second partner."
    case .invalidWorth(let name, let value):
      "The \(name) is \(value): it must be a finite number of at least 0"
        + (name == Self.aloneName ? ", and at most 1." : ".")
    case .unsupported(let side, let name):
      "The \(side.rawValue) partner's portfolio has \(name): a couple's problem has none, set it to "
        + "0."
    case .invalidSample(let reason):
      "The sample cannot be used: \(reason)."
    }
  }

  static let aloneName = "worth alone"
}

extension CoupleProblem {
  /// Checks everything that the portfolios' own checks do not cover.
  func check() throws(CoupleError) {
    try check(weight: first.weight, "weight of the first partner")
    try check(weight: second.weight, "weight of the second partner")
    try check(weight: togetherFrom, "togetherness from which a pair is together")
    try check(weight: worthAlone, CoupleError.aloneName)
    guard worthAlone <= 1 else {
      throw .invalidWorth(name: CoupleError.aloneName, value: worthAlone)
    }
    let columns = togetherness.first?.count ?? 0
    for (row, values) in togetherness.enumerated() {
      guard values.count == columns else { throw .raggedTogetherness(row: row) }
      for value in values { try check(weight: value, "togetherness in row \(row)") }
    }
    try check(first, .first, places: togetherness.count)
    try check(second, .second, places: columns)
  }

  private func check(weight: Double, _ name: String) throws(CoupleError) {
    guard weight.isFinite, weight >= 0 else { throw .invalidWorth(name: name, value: weight) }
  }

  private func check(
    _ partner: Partner, _ side: CoupleSide, places: Int
  ) throws(CoupleError) {
    let options = partner.portfolio.options
    guard partner.places.count == options.count else {
      throw .wrongPlaceCount(side, found: partner.places.count, expected: options.count)
    }
    for (option, place) in zip(options, partner.places) {
      guard place >= 0, place < places else {
        throw .unknownPlace(side, option: option.id, place: place)
      }
    }
    if partner.portfolio.outsideValue != 0 { throw .unsupported(side, name: "an outside value") }
    if partner.portfolio.feeWeight != 0 { throw .unsupported(side, name: "a fee weight") }
  }
}
