/// The columns of interview rates, as bit positions.
package enum RateColumn: Int, CaseIterable, Sendable {
  case none = 0
  case single
  case silver
  case gold
  case inState
  case outOfState
  case usMD
  case usDO
  case usIMG
  case nonUSIMG
  case everFailed
  case neverFailed

  /// The name in tables.
  package var name: String {
    switch self {
    case .none: "none"
    case .single: "signal"
    case .silver: "silver"
    case .gold: "gold"
    case .inState: "inState"
    case .outOfState: "outOfState"
    case .usMD: "usMd"
    case .usDO: "usDo"
    case .usIMG: "usImg"
    case .nonUSIMG: "nonUsImg"
    case .everFailed: "everFailed"
    case .neverFailed: "neverFailed"
    }
  }
}
