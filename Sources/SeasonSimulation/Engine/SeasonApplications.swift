/// The applications of one season, in columns; those that a screen stopped are counted only.
package struct SeasonApplications: Sendable {
  package var program: [Int32] = []
  package var applicant: [Int32] = []
  /// What the program orders invitations by.
  package var index: [Float] = []
  /// What the applicant orders interviews and ranks by; the second specialty lies below the first.
  package var utility: [Float] = []
  /// What the program orders its rank list by.
  package var standing: [Float] = []
  /// The interview-rate columns the application counts in, one bit each.
  package var columns: [UInt16] = []

  package var count: Int { program.count }

  /// Distance between the first and the second specialty in applicants' utility.
  package static let secondSpecialty: Float = 100
}
