/// The four groups of applicants that the NRMP's tables distinguish.
///
/// Raw values are the ones used in applicant files, on the command line and in JSON.
public enum ApplicantType: String, Sendable, Codable, Hashable, CaseIterable {
  /// Student or graduate of a US school that grants the MD degree.
  case usMD = "us-md"
  /// Student or graduate of a US school that grants the DO degree.
  case usDO = "us-do"
  /// US citizen at, or graduate of, a school outside the United States and Canada.
  case usIMG = "us-img"
  /// Citizen of another country at, or graduate of, a school outside the United States and Canada.
  case nonUSIMG = "non-us-img"

  /// The name for people, as in "non-US IMG".
  public var displayName: String {
    switch self {
    case .usMD: "US MD"
    case .usDO: "US DO"
    case .usIMG: "US-citizen IMG"
    case .nonUSIMG: "non-US IMG"
    }
  }

  /// Whether the applicant trained outside the United States and Canada.
  public var isInternationalGraduate: Bool { self == .usIMG || self == .nonUSIMG }
}
