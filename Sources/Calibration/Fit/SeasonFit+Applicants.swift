import MatchFacts
import SeasonSimulation
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension SeasonFit {
  /// Pools follow the applicants who certify a list; their scores the published means.
  func movePools(
    _ field: inout SeasonParameters.Field, _ index: Int, _ statistics: SeasonStatistics,
    gain: Double
  ) {
    for group in SeasonGroup.allCases {
      guard var cell = field.cells[group.name] else { continue }
      let now = statistics.applicants(index, group)
      if now > 0 {
        cell.poolRatio *= pow(min(max(cell.applicants / now, 0.5), 2), gain)
        cell.poolRatio = min(max(cell.poolRatio, 0.3), 5)
      }
      let counts = statistics.cell(index, group)
      if counts.applicants >= 20,
        let target = targets.published.scores[statistics.world.specialties[index]]?[group]
      {
        let mean = Double(counts.scoreSum) / Double(counts.applicants)
        cell.scoreMean += gain * min(max(target.mean - mean, -3), 3)
        cell.scoreMean = min(max(cell.scoreMean, target.mean - 12), target.mean + 6)
      }
      field.cells[group.name] = cell
    }
  }

  /// Applications, and by less the interviews of a position, scale so that the interview rate of
  /// US MDs is the published one.
  ///
  /// The published counts of 2021 and rates of 2024-25 contradict each other; both give way.
  func moveApplications(
    _ field: inout SeasonParameters.Field, _ name: String, _ index: Int,
    _ statistics: SeasonStatistics, gain: Double
  ) {
    guard let published = targets.interviewRates[name]?[RateColumn.usMD.name],
      let now = statistics.meanRate(index, .usMD), now > 0
    else { return }
    let ratio = min(max(now / published.mean, 0.6), 1.7)
    let factor = pow(ratio, 0.6 * gain)
    let held = start.fields[name]?.interviewsPerPosition ?? field.interviewsPerPosition
    field.interviewsPerPosition = min(
      max(field.interviewsPerPosition * pow(ratio, -0.25 * gain), 0.6 * held), 1.2 * held)
    for group in SeasonGroup.allCases {
      guard let cell = field.cells[group.name] else { continue }
      let first = start.fields[name]?.cells[group.name]?.applications ?? cell.applications
      field.cells[group.name]?.applications = min(
        max(cell.applications * factor, 0.6 * first), 2 * first)
    }
  }
}
