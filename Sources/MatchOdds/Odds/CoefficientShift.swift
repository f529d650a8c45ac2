import MatchFacts
import SmartPickNumerics

/// How far one set of coefficients that the published tables allow lies from the estimates, for one
/// file in one specialty.
struct CoefficientShift: Sendable, Hashable {
  /// On the log-odds of every interview.
  var interview = 0.0
  /// On the log-odds of every place, once interviewed.
  var place = 0.0
  /// On signals' effects, as a factor.
  var signalFactor = 1.0

  /// The estimates themselves.
  static let none = CoefficientShift()
}

/// What is not known of the coefficients, one thing at a time.
enum CoefficientDoubt: Hashable, Sendable {
  /// The applicant type's level, in all specialties alike.
  case type
  /// The slope of the score, in all specialties alike.
  case slope
  /// Signals' effects, in all specialties alike.
  case signals
  /// The level of interviews in the part of a list at this position.
  case level(Int)
  /// The level of the second stage in the part of a list at this position.
  case place(Int)
}

extension SpecialtyOdds {
  /// The shift where one doubt lies `deviations` standard deviations off and all else is as
  /// estimated; `part` is the position of this specialty among a list's.
  func shift(of doubt: CoefficientDoubt, part: Int, deviations: Double) -> CoefficientShift {
    var shift = CoefficientShift.none
    switch doubt {
    case .type:
      shift.interview = deviations * typeDeviation
    case .slope:
      shift.interview =
        deviations * coefficients.scoreSlope.standardDeviation * terms.scoreTens
      shift.place = rule.core.margin * shift.interview
    case .signals:
      shift.signalFactor = 1 + deviations * signalUncertainty
    case .level(let position) where position == part:
      shift.interview = deviations * coefficients.interviewLevel.standardDeviation
    case .place(let position) where position == part:
      shift.place = deviations * placeDeviation
    case .level, .place:
      break
    }
    return shift
  }

  /// Standard deviation of the applicant type's level.
  var typeDeviation: Double {
    coefficients.typeOffsets[applicantType.rawValue]?.standardDeviation ?? 0
  }

  /// Standard deviation of the second stage's level.
  var placeDeviation: Double {
    coefficients.placeLevel[applicantType.rawValue]?.standardDeviation ?? 0
  }
}
