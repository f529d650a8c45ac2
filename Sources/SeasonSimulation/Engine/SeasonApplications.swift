/// The applications of one season, in columns; those that a screen stopped are counted only.
struct SeasonApplications: Sendable {
  var program: [Int32] = []
  var applicant: [Int32] = []
  /// What the program orders invitations by.
  var index: [Float] = []
  /// What the applicant orders interviews and ranks by; the second specialty lies below the first.
  var utility: [Float] = []
  /// What the program orders its rank list by.
  var standing: [Float] = []
  /// The interview-rate columns the application counts in, one bit each.
  var columns: [UInt16] = []

  var count: Int { program.count }

  /// Distance between the first and the second specialty in applicants' utility.
  static let secondSpecialty: Float = 100
}
