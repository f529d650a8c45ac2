import ApplicantFile
import MatchFacts
import MatchOdds
import SeasonSimulation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The spread of counts of invitations, fitted to what applicants reported by maximum likelihood.
///
/// Each report is a count under the list that such applicants usually send (`UsualList`), with the
/// number of applications it names. Three numbers move: how the log-odds fall with the number of
/// applications, the spread that all programs share, and the level of those who report, which is
/// theirs alone and not kept.
struct CountFit: Sendable {
  /// What one group of reports says.
  struct Score: Sendable {
    var name: String
    var reports: Int
    var meanReported: Double
    var meanPredicted: Double
    /// Share of reports within the predicted 80 % range.
    var coverage: Double
    /// Spearman's correlation of the expected and the reported count.
    var rank: Double
    /// The same of the number of applications alone.
    var rankOfNumber: Double
  }

  /// The fitted rule, with the level of those who report.
  let rule: UsualCountRule
  /// By applicant type, then all; under the rule without that level, as shipped.
  let scores: [Score]
  /// Coverage over all with that level.
  let coverageWithLevel: Double
  /// Rows of the file.
  let given: Int

  private struct Report {
    var type: ApplicantType
    var list: UsualList
    var sent: Int
    var invitations: Int
  }

  /// - Parameter year: the Match year of the reports.
  init?(_ file: SelfReportFile, model: OddsModel, directory: [Program], year: Int) {
    let bySpecialty = Dictionary(grouping: directory, by: \.specialty)
    let model = model.inSeason(year)
    let gain = Self.meanGain(file)
    var cache: [Applicant: SpecialtyOdds] = [:]
    var reports: [Report] = []
    for row in file.rows {
      guard let programs = bySpecialty[row.specialty],
        let applicant = Self.applicant(row, gain: gain)
      else { continue }
      let odds =
        cache[applicant]
        ?? model.odds(for: applicant, in: row.specialty, programs: programs, drawCount: 1)
      cache[applicant] = odds
      var counts = odds.tiers.map { _ in 0 }
      counts[0] = row.applications
      let list = UsualList([UsualList.Part(odds: odds, applications: counts)])
      guard list.applications > 0, row.invitations <= list.applications else { continue }
      reports.append(
        Report(
          type: row.type, list: list, sent: row.applications, invitations: row.invitations))
    }
    guard reports.count >= 50 else { return nil }
    given = file.given
    var best = UsualCountRule(level: 0, byNumber: 0.5, spread: 0.5)
    for _ in 0..<4 {
      best.level = Self.maximize(-1.5...1.5) { level in
        var rule = best
        rule.level = level
        return Self.logLikelihood(reports, rule)
      }
      best.byNumber = Self.maximize(-0.5...1.5) { byNumber in
        var rule = best
        rule.byNumber = byNumber
        return Self.logLikelihood(reports, rule)
      }
      best.spread = Self.maximize(0.02...2) { spread in
        var rule = best
        rule.spread = spread
        return Self.logLikelihood(reports, rule)
      }
    }
    rule = best
    var shipped = best
    shipped.level = 0
    let counts = reports.map { InterviewCount($0.list.distribution(shipped)) }
    coverageWithLevel = Self.coverage(
      reports, reports.map { InterviewCount($0.list.distribution(best)) })
    var scores: [Score] = []
    for type in ApplicantType.allCases {
      let own = reports.indices.filter { reports[$0].type == type }
      if own.count >= 10 {
        scores.append(
          Self.score(type.rawValue, own.map { reports[$0] }, own.map { counts[$0] }))
      }
    }
    scores.append(Self.score("all", reports, counts))
    self.scores = scores
  }

  /// Mean gain from Step 1 to Step 2 CK among the reports with both: what one of them alone lacks.
  private static func meanGain(_ file: SelfReportFile) -> Double {
    let gains = file.rows.compactMap { row in
      row.step1.flatMap { first in row.step2.map { Double($0 - first) } }
    }
    return gains.isEmpty ? 0 : gains.reduce(0, +) / Double(gains.count)
  }

  private static func applicant(_ row: SelfReportFile.Row, gain: Double) -> Applicant? {
    var applicant = Applicant(
      type: row.type, specialties: [TargetSpecialty(specialty: row.specialty)])
    applicant.isSenior = row.type == .usMD || row.type == .usDO
    if let score = row.step2 ?? row.step1.map({ $0 + Int(gain.rounded()) }) {
      applicant.step2CK = ExamResult(score: score)
    } else if row.type == .usDO, let level2 = row.comlexLevel2 {
      applicant.comlexLevel2 = ExamResult(score: level2)
    } else {
      return nil
    }
    return applicant
  }

  private static func logLikelihood(_ reports: [Report], _ rule: UsualCountRule) -> Double {
    reports.reduce(0) { sum, report in
      // One report in two hundred is taken to be a slip of the pen: any number is as likely.
      let chance = report.list.distribution(rule)[report.invitations]
      return sum + log(0.995 * chance + 0.005 / Double(report.list.applications + 1))
    }
  }

  /// Golden section search.
  private static func maximize(
    _ range: ClosedRange<Double>, _ value: (Double) -> Double
  ) -> Double {
    let golden = 0.618_033_988_75
    var low = range.lowerBound
    var high = range.upperBound
    var a = high - golden * (high - low)
    var b = low + golden * (high - low)
    var atA = value(a)
    var atB = value(b)
    while high - low > 0.01 {
      if atA > atB {
        (high, b, atB) = (b, a, atA)
        a = high - golden * (high - low)
        atA = value(a)
      } else {
        (low, a, atA) = (a, b, atB)
        b = low + golden * (high - low)
        atB = value(b)
      }
    }
    return (low + high) / 2
  }

  private static func coverage(_ reports: [Report], _ counts: [InterviewCount]) -> Double {
    let inside = zip(reports, counts).filter { ($1.low...$1.high).contains($0.invitations) }
    return Double(inside.count) / Double(max(reports.count, 1))
  }

  private static func score(
    _ name: String, _ reports: [Report], _ counts: [InterviewCount]
  ) -> Score {
    let reported = reports.map { Double($0.invitations) }
    let n = Double(reports.count)
    return Score(
      name: name, reports: reports.count, meanReported: reported.reduce(0, +) / n,
      meanPredicted: counts.reduce(0) { $0 + $1.expected } / n,
      coverage: coverage(reports, counts),
      rank: RankCorrelation.spearman(counts.map(\.expected), reported),
      rankOfNumber: RankCorrelation.spearman(reports.map { Double($0.sent) }, reported))
  }
}
