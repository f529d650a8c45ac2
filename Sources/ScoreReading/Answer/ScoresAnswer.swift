package import ApplicantFile
public import MatchFacts

/// What the scores alone say: the answer of `smartpick scores`.
public struct ScoresAnswer: Sendable, Hashable, Encodable {
  /// Trend.
  public var trend: ScoreTrend
  /// Standing in the specialty asked for.
  public var standing: Standing
  /// Reading in that specialty, from the scores alone.
  public var reading: Reading
  /// Published figures used.
  public var sources: [Citation]

  private enum Key: String, CodingKey {
    case change, band, step1Percentile, step2Percentile, expectedStep2, residual
    case probabilityChangeAtMost, probabilityTrueDropAtLeast10, reading, standing, trend, details
    case sources
  }

  /// Writes the documented layout; keys without a value are written as `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(trend.change, forKey: .change)
    try container.encode(trend.band, forKey: .band)
    try container.encode(trend.first?.percentile, forKey: .step1Percentile)
    try container.encode(trend.second.percentile, forKey: .step2Percentile)
    try container.encode(trend.expectedSecond, forKey: .expectedStep2)
    try container.encode(trend.residual, forKey: .residual)
    try container.encode(trend.probabilityChangeAtMost, forKey: .probabilityChangeAtMost)
    try container.encode(trend.trueChange?.dropAtLeast10, forKey: .probabilityTrueDropAtLeast10)
    try container.encode(reading.shares, forKey: .reading)
    try container.encode(standing, forKey: .standing)
    try container.encode(trend, forKey: .trend)
    try container.encode(reading, forKey: .details)
    try container.encode(sources, forKey: .sources)
  }
}

extension ScoresAnswer {
  /// What a reader says of a file in its first specialty.
  ///
  /// - Throws: ``ScoreReadingError``.
  package init(_ applicant: Applicant, _ reader: ScoreReader) throws(ScoreReadingError) {
    let profile = try reader.read(applicant)
    guard let specialty = applicant.specialties.first?.specialty else { throw .noSpecialty }
    let entry = try profile.entry(in: specialty)
    var sources = entry.standing.citations
    if profile.trend.change != nil { sources.append(reader.facts.joint.all.citation) }
    if let norm = reader.facts.norms.latestNorm(for: .step2CK) { sources.append(norm.citation) }
    self.init(
      trend: profile.trend, standing: entry.standing, reading: entry.reading, sources: sources)
  }
}
