public import MatchFacts
import ScoreReading

/// The standing of a program as the command line and the web give it in JSON.
public struct StandingRecord: Sendable, Hashable, Encodable {
  /// What one public figure adds to the index.
  public struct Part: Sendable, Hashable, Encodable {
    /// The figure's name ("NIH money").
    public var name: String
    /// What it adds to the index.
    public var value: Double
    /// The figure in words ("$412M of NIH money 2021–25").
    public var text: String
    /// Where it comes from.
    public var source: Citation
  }

  /// The standing index, to a hundredth.
  public var index: Double
  /// The place among the programs of its specialty, 0…100, to a tenth.
  public var percentile: Double
  /// Points of Step 2 CK above the mean of its specialty, to a tenth; negative below it.
  public var points: Double
  /// What the index leaves open, in points.
  public var pointsStandardDeviation: Double
  /// What the index is the sum of; empty where nothing is known.
  public var parts: [Part]
  /// `public figures` or `not known`.
  public var basis: ProgramStanding.Basis
  /// All in one sentence.
  public var text: String

  /// The record of a standing.
  public init(_ standing: ProgramStanding, specialty: Specialty) {
    index = Self.rounded(standing.index, 100)
    percentile = Self.rounded(standing.percentile, 10)
    points = Self.rounded(standing.points, 10)
    pointsStandardDeviation = Self.rounded(standing.pointsStandardDeviation, 100)
    parts = standing.parts.map {
      Part(
        name: StandingText.name($0), value: Self.rounded($0.term, 100),
        text: StandingText.text($0), source: $0.citation)
    }
    basis = standing.basis
    text = StandingText.sentence(standing, specialty: specialty)
  }

  private static func rounded(_ value: Double, _ scale: Double) -> Double {
    // Adding zero turns −0 into 0.
    (value * scale).rounded() / scale + 0
  }
}

/// A program's record with its standing beside it, under the key `standing`.
public struct ProgramWithStanding: Sendable, Encodable {
  /// The program's columns and figures.
  public var record: ProgramRecord
  /// Its standing; nil where it is of no directory.
  public var standing: StandingRecord?

  /// A record with the standing of its program.
  public init(_ record: ProgramRecord, standing: ProgramStanding?) {
    self.record = record
    self.standing = standing.map {
      StandingRecord($0, specialty: record.program.specialty)
    }
  }

  private enum Key: String, CodingKey {
    case standing
  }

  /// Writes the record's keys, and `standing`.
  public func encode(to encoder: any Encoder) throws {
    try record.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(standing, forKey: .standing)
  }
}
