/// The groups of applicants that the published tables count, finer and coarser than
/// ``ApplicantType``.
///
/// Raw values are the tables' own codes.
public enum ApplicantGroup: String, Sendable, Codable, Hashable, CaseIterable {
  /// Final-year students of US MD schools.
  case usMDSenior = "us_md_senior"
  /// Earlier graduates of US MD schools.
  case usMDGraduate = "us_md_graduate"
  /// Final-year students of US DO schools.
  case usDOSenior = "us_do_senior"
  /// Earlier graduates of US DO schools.
  case usDOGraduate = "us_do_graduate"
  /// US citizens from schools abroad.
  case usIMG = "us_img"
  /// Other citizens from schools abroad.
  case nonUSIMG = "non_us_img"
  /// Both groups of international graduates.
  case img
  /// MD students and graduates together.
  case usMD = "us_md"
  /// DO students and graduates together.
  case usDO = "us_do"
  /// Canadian and fifth-pathway applicants.
  case other
  /// Everyone.
  case all

  /// The group of an applicant; a US applicant not known to have graduated counts as a senior.
  public init(_ type: ApplicantType, isSenior: Bool? = nil) {
    switch type {
    case .usMD: self = isSenior == false ? .usMDGraduate : .usMDSenior
    case .usDO: self = isSenior == false ? .usDOGraduate : .usDOSenior
    case .usIMG: self = .usIMG
    case .nonUSIMG: self = .nonUSIMG
    }
  }

  /// The name for people.
  public var displayName: String {
    switch self {
    case .usMDSenior: "US MD seniors"
    case .usMDGraduate: "US MD graduates"
    case .usDOSenior: "US DO seniors"
    case .usDOGraduate: "US DO graduates"
    case .usIMG: "US-citizen IMGs"
    case .nonUSIMG: "non-US IMGs"
    case .img: "IMGs"
    case .usMD: "US MDs"
    case .usDO: "US DOs"
    case .other: "other applicants"
    case .all: "all applicants"
    }
  }
}
