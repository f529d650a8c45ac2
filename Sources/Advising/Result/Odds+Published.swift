import ApplicantFile
import MatchFacts
import ScoreReading

extension Odds.Published {
  /// The published rate nearest to a file: of its band of Step 2 CK where bands are published (US MD
  /// seniors), else of all of its type; nil where nothing of its own kind is published, as of US IMGs
  /// and graduates.
  ///
  /// - Parameter score: the Step 2 CK score, if there is one.
  init?(_ applicant: Applicant, score: Int?, in specialty: Specialty, _ facts: ScoreFacts) {
    switch applicant.type {
    case .usMD where applicant.isSenior != false:
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
    case .usDO where applicant.isSenior != false:
      guard let row = facts.means.means(for: specialty, group: .usDOSenior) else { return nil }
      self.init(row, type: "US DO seniors")
    case .nonUSIMG:
      guard let row = facts.nonUSIMG.summary(for: specialty) else { return nil }
      self.init(
        rate: row.matchRate, n: row.applicants, band: nil, specialty: specialty,
        type: "non-US IMGs", year: String(row.year), citation: row.citation)
    case .usMD, .usDO, .usIMG:
      return nil
    }
  }

  private init(_ row: ChartingMean, type: String) {
    self.init(
      rate: row.matchRate, n: row.matched + row.unmatched, band: nil, specialty: row.specialty,
      type: type, year: String(row.year), citation: row.citation)
  }
}
