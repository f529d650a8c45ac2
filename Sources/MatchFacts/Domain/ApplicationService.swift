/// The service through which a specialty's programs take applications.
///
/// The raw values are the table of specialties' words. Who runs the match is another matter:
/// emergency medicine applies through ResidencyCAS and matches with the NRMP.
public enum ApplicationService: String, Sendable, Codable, Hashable, CaseIterable {
  /// The AAMC's Electronic Residency Application Service.
  case eras = "ERAS"
  /// Liaison's ResidencyCAS.
  case residencyCAS = "ResidencyCAS"
  /// The SF Match's own service.
  case sfMatch = "SF Match"
  /// Not published, or not known here.
  case notPublished = "not published"

  /// The service in a sentence.
  public var inWords: String {
    self == .notPublished ? "the specialty's own application service" : rawValue
  }
}
