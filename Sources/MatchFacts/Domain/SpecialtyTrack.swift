/// A specialty with the kind of position, as the NRMP's tables list them: "General Surgery
/// (preliminary)" is a line of its own.
public struct SpecialtyTrack: Sendable, Hashable, Codable, Comparable {
  /// The specialty.
  public var specialty: Specialty
  /// The kind of position; categorical where the table says nothing.
  public var track: Program.Track

  /// A line of a table.
  public init(_ specialty: Specialty, track: Program.Track = .categorical) {
    self.specialty = specialty
    self.track = track
  }

  /// By specialty, then by track.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.specialty, lhs.track.rawValue) < (rhs.specialty, rhs.track.rawValue)
  }
}
