import ApplicantFile
import MatchFacts
import ScoreReading

extension Odds.Published {
  /// The published rate nearest to a file: of its band of Step 2 CK where bands are published (US MD
  /// seniors), else of all of its type; nil where nothing of its own kind is published.
  ///
  /// - Parameter score: the Step 2 CK score, if there is one.
  init?(
    _ applicant: Applicant, score: Int?, in specialty: Specialty, _ facts: ScoreFacts,
    results: MainMatchResults, matchYear: Int
  ) {
    let isGraduate = applicant.isGraduate(in: matchYear)
    switch applicant.type {
    case .usMD where !isGraduate:
      if let score, let row = facts.bands.rate(for: specialty, step2CK: score),
        let rate = row.rate, row.n > 0
      {
        self.init(
          rate: rate, n: row.n, band: row.band.label, specialty: specialty, type: "US MD seniors",
          year: row.years, citation: row.citation)
        return
      }
      guard let row = facts.means.means(for: specialty, group: .usMDSenior) else { return nil }
      self.init(row, type: "US MD seniors")
    case .usDO where !isGraduate:
      guard let row = facts.means.means(for: specialty, group: .usDOSenior) else { return nil }
      self.init(row, type: "US DO seniors")
    case .usMD:
      self.init(
        graduates: .usMDGraduate, type: "US MD graduates of earlier years", specialty, results)
    case .usDO:
      self.init(
        graduates: .usDOGraduate, type: "US DO graduates of earlier years", specialty, results)
    case .nonUSIMG:
      guard let row = facts.nonUSIMG.summary(for: specialty) else { return nil }
      self.init(
        rate: row.matchRate, n: row.applicants, band: nil, specialty: specialty,
        type: "non-US IMGs", year: String(row.year), citation: row.citation)
    case .usIMG:
      guard let row = results.result(for: specialty, group: .usIMG), let rate = row.rate else {
        return nil
      }
      self.init(
        rate: rate, n: row.ranking, band: nil, specialty: specialty, type: "US IMGs",
        basis: .rankedAnywhere, year: String(row.year), citation: row.citation)
    }
  }

  /// The rate of graduates: of the specialty where it is published, else of all.
  private init?(
    graduates group: ApplicantGroup, type: String, _ specialty: Specialty,
    _ results: MainMatchResults
  ) {
    if let row = results.latest(
      "unmatched_pct_ranked_only_this_specialty", group: group.rawValue, specialty: specialty),
      let count = row.note?.split(separator: " ").last.flatMap({ Int($0) })
    {
      self.init(
        rate: 1 - row.value / 100, n: count, band: nil, specialty: specialty, type: type,
        basis: .rankedAlone, year: String(row.year), citation: row.citation)
      return
    }
    guard let rate = results.matchRate(of: group),
      let active = results.latest("active_applicants", group: group.rawValue),
      active.year == rate.year
    else { return nil }
    self.init(
      rate: rate.value / 100, n: Int(active.value), band: nil, specialty: specialty, type: type,
      basis: .anySpecialty, year: String(rate.year), citation: rate.citation)
  }

  private init(_ row: ChartingMean, type: String) {
    self.init(
      rate: row.matchRate, n: row.matched + row.unmatched, band: nil, specialty: row.specialty,
      type: type, year: String(row.year), citation: row.citation)
  }
}
