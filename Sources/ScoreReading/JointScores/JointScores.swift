import MatchFacts

/// What second score is usual for a first one, from the AAMC's joint table.
struct JointScores: Sendable {
  /// The fitted distribution.
  var distribution: GroupedBivariateNormal
  /// Whom it describes.
  var population: String
  /// Source of the table.
  var citation: Citation

  /// Fits the table of a specialty, or of all together where it counts too few residents.
  init?(_ table: JointScoreTable, specialty: Specialty?, minimum: Double) {
    let own = specialty.flatMap { table.counts(for: $0) }
    let usesOwn = own.map { Double($0.total) >= minimum } ?? false
    guard let counts = usesOwn ? own : table.all else { return nil }
    let grid = GroupedBivariateNormal.Table(
      firstEdges: Self.edges(table.step1Bands), secondEdges: Self.edges(table.step2Bands),
      counts: counts.cells.map { $0.map(Double.init) })
    guard let fitted = GroupedBivariateNormal.fit(grid) else { return nil }
    distribution = fitted
    let whom =
      usesOwn
      ? "first-year residents in \(specialty?.name ?? "the specialty")"
      : "first-year residents of all specialties"
    population = "\(counts.total) \(whom) (AAMC, 2019-20)"
    citation = counts.citation
  }

  /// Edges between integer scores, with infinite ends.
  private static func edges(_ bands: [ScoreBand]) -> [Double] {
    var edges = [-Double.infinity]
    for band in bands.dropLast() { edges.append(Double(band.high ?? 0) + 0.5) }
    edges.append(.infinity)
    return edges
  }
}
