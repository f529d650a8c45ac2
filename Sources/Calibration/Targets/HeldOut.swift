import SeasonSimulation

/// The published figures that no fit may see, chosen before the first one.
public struct HeldOut: Sendable, Hashable {
  /// Kinds of figure.
  public enum Kind: String, Sendable {
    /// Match rate to the preferred specialty of one type.
    case matchRate = "match_rate"
    /// All Step 2 CK bands of one specialty.
    case scoreBands = "score_bands"
    /// Contiguous ranks of one specialty.
    case contiguousRanks = "contiguous_ranks"
  }

  private var keys: Set<String> = []

  /// Nothing held out.
  public init() {}

  /// Reads `kind,specialty,applicant_type,…` with a header.
  public init(csv text: String) throws(CalibrationError) {
    for (number, line) in text.split(separator: "\n").enumerated() where number > 0 {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count >= 3, Kind(rawValue: String(parts[0])) != nil else {
        throw CalibrationError(
          "line \(number + 1) of the held-out list is not kind,specialty,applicant_type: \(line)")
      }
      keys.insert("\(parts[0])|\(parts[1])|\(parts[2])")
    }
  }

  /// Whether a figure is held out.
  public func contains(_ kind: Kind, _ specialty: String, _ type: String) -> Bool {
    keys.contains("\(kind.rawValue)|\(specialty)|\(type)")
  }
}

/// Why a calibration could not run.
public struct CalibrationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What, where, and how to mend it.
  public let description: String

  /// An error with a message for people.
  public init(_ description: String) { self.description = description }
}
