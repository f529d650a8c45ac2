/// A first year of residency in the United States, preliminary or transitional.
public enum FirstYear: String, Sendable, Codable, Hashable, CaseIterable {
  /// None done or begun.
  case none
  /// In it now.
  case current
  /// Completed.
  case completed
}

/// Where an international graduate stands with ECFMG.
public enum ECFMGState: String, Sendable, Codable, Hashable, CaseIterable {
  /// The certificate is there.
  case certified
  /// Examinations or papers are under way.
  case inProgress = "in progress"
  /// Nothing begun.
  case notStarted = "not started"
}

/// Earlier seasons that ended without a match; nil where the file does not say.
public struct EarlierSeasons: Sendable, Hashable, Codable {
  /// How many.
  public var unmatched: Int?
  /// The country in which they were.
  public var country: String?
  /// Programs applied to in the last of them.
  public var programs: Int?

  /// Nothing known.
  public init() {}
}

/// Application fees of the applicant's own, where the published ones are old.
public struct OwnFees: Sendable, Hashable, Codable {
  /// Services that take applications.
  public enum Service: String, Sendable, Codable, Hashable, CaseIterable {
    /// The AAMC's.
    case eras = "ERAS"
    /// Liaison's.
    case residencyCAS = "ResidencyCAS"
  }

  /// The service whose fees they are; nil for every one.
  public var service: Service?
  /// Applications in one specialty that ``each`` or ``flat`` pays for; nil without end.
  public var through: Int?
  /// Dollars for each of them.
  public var each: Int?
  /// Dollars for all of them together, instead of ``each``.
  public var flat: Int?
  /// Dollars for each application after them.
  public var beyond: Int?

  /// Nothing stated.
  public init() {}
}
