public import MatchFacts

/// The groups of applicants that a season tells apart: the NRMP's four types, with US graduates of
/// earlier years apart from seniors.
public enum SeasonGroup: Int, Sendable, CaseIterable, Hashable {
  /// Seniors of US MD schools.
  case usMD = 0
  /// Seniors of US DO schools.
  case usDO = 1
  /// US citizens from schools abroad.
  case usIMG = 2
  /// Citizens of other countries from schools abroad.
  case nonUSIMG = 3
  /// Earlier graduates of US MD schools.
  case usMDGraduate = 4
  /// Earlier graduates of US DO schools.
  case usDOGraduate = 5

  /// The name in files and tables; seniors carry the name of their type.
  public var name: String {
    switch self {
    case .usMD: "us-md"
    case .usDO: "us-do"
    case .usIMG: "us-img"
    case .nonUSIMG: "non-us-img"
    case .usMDGraduate: "us-md-graduate"
    case .usDOGraduate: "us-do-graduate"
    }
  }

  /// The group of a name.
  public init?(name: String) {
    guard let group = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = group
  }

  /// The applicant type that programs see.
  public var type: ApplicantType {
    switch self {
    case .usMD, .usMDGraduate: .usMD
    case .usDO, .usDOGraduate: .usDO
    case .usIMG: .usIMG
    case .nonUSIMG: .nonUSIMG
    }
  }

  /// Whether the group has a medical school in a US state.
  package var hasSchoolState: Bool { self != .usIMG && self != .nonUSIMG }
}
