import ApplicantFile
import MatchFacts
import SmartPickNumerics

/// Places the score among those who matched and those who did not, per specialty.
struct StandingBuilder: Sendable {
  var facts: ScoreFacts
  var assumptions: ScoreAssumptions
  /// The Match applied for, which says who is a graduate.
  var matchYear: Int
  /// Score and norm of the second exam.
  var second: ScoreTrend.Position

  func standing(of applicant: Applicant, in specialty: Specialty) -> Standing {
    if applicant.examPair == .comlex { return comlex(specialty) }
    let standing = ofType(applicant, specialty)
    // What is published of US schools is of seniors: a graduate is told that it is another group's.
    guard applicant.isGraduate(in: matchYear), !applicant.type.isInternationalGraduate,
      standing.matched != nil
    else { return standing }
    var graduate = standing
    graduate.isOwnType = false
    graduate.bandRate = nil
    graduate.sentence = StandingSentence(standing: graduate).text
    return graduate
  }

  private func ofType(_ applicant: Applicant, _ specialty: Specialty) -> Standing {
    switch applicant.type {
    case .usMD: return usMD(specialty)
    case .usDO: return usDO(specialty)
    case .usIMG: return international(specialty, isOwnType: false)
    case .nonUSIMG: return international(specialty, isOwnType: true)
    }
  }

  // MARK: By type

  private func usMD(_ specialty: Specialty) -> Standing {
    guard let row = facts.quartiles.quartiles(for: specialty) else {
      return unknown(specialty, population: "US MD seniors")
    }
    let shape = Shape(
      q1: Double(row.q1), median: Double(row.median), q3: Double(row.q3))
    let matched = group(
      "matched", count: row.matched, shape: shape, centreIsMean: false, showsQuartiles: true)
    let isLarge = Double(row.notMatched ?? 0) >= assumptions.smallestGroup
    let unmatched = (isLarge ? row.medianNotMatched : nil).map { median in
      group(
        "not matched", count: row.notMatched,
        shape: Shape(centre: Double(median), sd: assumptions.unmatchedSpread),
        centreIsMean: false, showsQuartiles: false)
    }
    return finish(
      specialty, population: "US MD seniors, \(row.year) Match", isOwnType: true,
      matched: matched, unmatched: unmatched, shape: shape, band: bandRate(specialty),
      citations: [row.citation] + facts.bands.bands(for: specialty).prefix(1).map(\.citation))
  }

  private func usDO(_ specialty: Specialty) -> Standing {
    guard let row = facts.means.means(for: specialty, group: .usDOSenior),
      let mean = row.step2CK.matched
    else { return nearest(specialty, population: "US DO seniors") }
    // The unmatched means of DO seniors carry trust D and are not used. Their quartiles are not
    // published: the spread is that of US MD seniors in the specialty, and said to be.
    let nearest = facts.quartiles.quartiles(for: specialty)
    let shape =
      nearest.map { near in
        Shape(
          q1: mean - Double(near.median - near.q1), median: mean,
          q3: mean + Double(near.q3 - near.median))
      } ?? Shape(centre: mean, sd: assumptions.unmatchedSpread)
    let spread =
      nearest == nil
      ? "a spread of \(Format.points(assumptions.unmatchedSpread)) assumed"
      : "with the spread of US MD seniors"
    return finish(
      specialty, population: "US DO seniors, \(row.year) Match, \(spread)", isOwnType: true,
      matched: group(
        "matched", count: row.matched, shape: shape, centreIsMean: true, showsQuartiles: true),
      unmatched: nil, shape: shape, band: nil,
      citations: [row.citation] + [nearest?.citation].compactMap(\.self))
  }

  private func international(_ specialty: Specialty, isOwnType: Bool) -> Standing {
    guard
      let row = facts.nonUSIMG.distribution(of: .step2CK, in: specialty, cohort: .matched),
      let summary = row.summary
    else { return nearest(specialty, population: isOwnType ? "non-US IMGs" : "US IMGs") }
    let shape = Shape(q1: summary.q1, median: summary.median, q3: summary.q3)
    let others = facts.nonUSIMG.distribution(of: .step2CK, in: specialty, cohort: .notMatched)
    let unmatched = others.flatMap { row in
      (Double(row.n) >= assumptions.smallestGroup ? row.summary : nil).map { summary in
        group(
          "not matched", count: row.n,
          shape: Shape(q1: summary.q1, median: summary.median, q3: summary.q3),
          centreIsMean: false, showsQuartiles: true)
      }
    }
    return finish(
      specialty, population: "non-US IMGs, 2026 Match", isOwnType: isOwnType,
      matched: group(
        "matched", count: row.n, shape: shape, centreIsMean: false, showsQuartiles: true),
      unmatched: unmatched, shape: shape, band: nil, citations: [row.citation])
  }

  private func comlex(_ specialty: Specialty) -> Standing {
    guard let row = facts.residents.distribution(of: .comlexLevel2, in: specialty),
      let summary = row.summary
    else { return unknown(specialty, population: "DO first-year residents") }
    let shape = Shape(q1: summary.p25, median: summary.p50, q3: summary.p75)
    return finish(
      specialty, population: "DO first-year residents, 2019-20", isOwnType: true,
      matched: group(
        "matched", count: row.n, shape: shape, centreIsMean: false, showsQuartiles: true),
      unmatched: nil, shape: shape, band: nil, citations: [row.citation])
  }

  /// The nearest published group, US MD seniors, for a type of which nothing is published.
  private func nearest(_ specialty: Specialty, population: String) -> Standing {
    guard facts.quartiles.quartiles(for: specialty) != nil else {
      return unknown(specialty, population: population)
    }
    var standing = usMD(specialty)
    standing.isOwnType = false
    standing.bandRate = nil
    standing.sentence = StandingSentence(standing: standing).text
    return standing
  }

  private func unknown(_ specialty: Specialty, population: String) -> Standing {
    Standing(
      specialty: specialty, score: second.score, exam: second.exam, population: population,
      isOwnType: true, place: nil, matched: nil, unmatched: nil, bandRate: nil,
      aboveNationalMean: Double(second.score) - second.mean,
      sentence: "No published figure places a score in \(specialty) for \(population).",
      citations: [])
  }

  // MARK: Parts

  /// Two half-normals that meet at the median, so that published quartiles are met exactly.
  struct Shape {
    var centre: Double
    var lowerSD: Double
    var upperSD: Double

    init(q1: Double, median: Double, q3: Double) {
      centre = median
      lowerSD = max(0.5, (median - q1) / 0.674_489_750_196_082)
      upperSD = max(0.5, (q3 - median) / 0.674_489_750_196_082)
    }

    init(centre: Double, sd: Double) {
      self.centre = centre
      lowerSD = sd
      upperSD = sd
    }

    var lowerQuartile: Double { centre - 0.674_489_750_196_082 * lowerSD }
    var upperQuartile: Double { centre + 0.674_489_750_196_082 * upperSD }

    /// Share at or below a score.
    func share(atMost score: Int) -> Double {
      let distance = Double(score) + 0.5 - centre
      return Normal.cumulative(distance / (distance < 0 ? lowerSD : upperSD))
    }
  }

  private func group(
    _ cohort: String, count: Int?, shape: Shape, centreIsMean: Bool, showsQuartiles: Bool
  ) -> Standing.Group {
    Standing.Group(
      cohort: cohort, count: count, lowerQuartile: showsQuartiles ? shape.lowerQuartile : nil,
      centre: shape.centre, centreIsMean: centreIsMean,
      upperQuartile: showsQuartiles ? shape.upperQuartile : nil,
      percentile: 100 * shape.share(atMost: second.score))
  }

  private func bandRate(_ specialty: Specialty) -> Standing.BandRate? {
    guard let row = facts.bands.rate(for: specialty, step2CK: second.score), let rate = row.rate,
      row.n > 0
    else { return nil }
    return Standing.BandRate(
      band: row.band.label, rate: rate, count: row.n,
      interval: Wilson.interval(share: rate, count: row.n),
      years: row.years)
  }

  private func finish(
    _ specialty: Specialty, population: String, isOwnType: Bool, matched: Standing.Group,
    unmatched: Standing.Group?, shape: Shape, band: Standing.BandRate?, citations: [Citation]
  ) -> Standing {
    let score = Double(second.score)
    let floor = unmatched?.centre ?? shape.centre - 2 * (shape.centre - shape.lowerQuartile)
    let place: Standing.Place =
      score >= shape.centre
      ? .above : score >= shape.lowerQuartile ? .within : score > floor ? .edge : .below
    var standing = Standing(
      specialty: specialty, score: second.score, exam: second.exam, population: population,
      isOwnType: isOwnType, place: place, matched: matched, unmatched: unmatched,
      bandRate: band, aboveNationalMean: score - second.mean, sentence: "",
      citations: citations)
    standing.sentence = StandingSentence(standing: standing).text
    return standing
  }
}

/// Wilson's score interval of a share.
package enum Wilson {
  /// The 80% interval (Wilson, JASA 1927).
  package static func interval(share: Double, count: Int) -> Interval {
    let z = 1.281_551_565_544_6
    let n = Double(max(1, count))
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return Interval(
      estimate: share, low: max(0, min(share, centre - half)),
      high: min(1, max(share, centre + half)))
  }
}
