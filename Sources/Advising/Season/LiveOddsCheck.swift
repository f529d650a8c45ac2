public import ApplicantFile
import Handbook
public import MatchFacts
import MatchOdds
import ScoreReading
import SeasonLog
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Whether the live odds of a file and list are calibrated: many seasons are drawn from the model, the
/// belief of each day is held against what came true.
public struct LiveOddsCheck: Sendable, Encodable {
  /// What the seasons of one day come to.
  public struct Day: Sendable, Hashable, Encodable {
    /// The day.
    public var day: CalendarDate
    /// Mean share of invitations out by the calendar.
    public var out: Double
    /// How often the truth lay in each tenth of the belief about the file's strength.
    public var strengthRanks: [Int]
    /// The same of the belief about the whole season's invitations.
    public var countRanks: [Int]
    /// Mean width of the 80 % range of invitations.
    public var countWidth: Double
    /// Mean standard deviation of the belief about strength, beside 1 of the prior's own.
    public var strengthSpread: Double
    /// Brier score of the chance of matching now.
    public var brier: Double
    /// Brier score of the prior.
    public var priorBrier: Double
    /// Log loss of the chance of matching now, in nats.
    public var logLoss: Double
    /// Log loss of the prior.
    public var priorLogLoss: Double
    /// Mean chance of matching now.
    public var meanMatch: Double
    /// Brier score of the chance that a silent program still invites.
    public var stillInvitesBrier: Double
    /// Mean chance that a silent program still invites, and how often one did.
    public var stillInvites: Double
    /// How often a silent program did.
    public var didInvite: Double
  }

  /// Seasons drawn.
  public var seasons: Int
  /// Applications of the list.
  public var applications: Int
  /// The prior chance of matching.
  public var prior: Double
  /// How many drawn seasons ended in a match.
  public var matched: Double
  /// By day.
  public var days: [Day]

  /// The largest distance of a cumulative share of ranks from the diagonal.
  public static func distance(_ ranks: [Int]) -> Double {
    let total = Double(ranks.reduce(0, +))
    guard total > 0 else { return 0 }
    var sum = 0.0
    var largest = 0.0
    for (index, count) in ranks.enumerated() {
      sum += Double(count) / total
      largest = max(largest, abs(sum - Double(index + 1) / Double(ranks.count)))
    }
    return largest
  }

  /// Distances that a calibrated belief stays within in 99 of 100 checks (Kolmogorov–Smirnov).
  public var band: Double { 1.63 / Double(seasons).squareRoot() }
}

extension SeasonAdvisor {
  /// Draws seasons of a file and list and holds the belief of each day against them.
  ///
  /// - Parameters:
  ///   - file: the applicant's file.
  ///   - listed: the applications, with their signals.
  ///   - days: days since programs had access.
  ///   - match: the Match year.
  ///   - seasons: how many seasons are drawn.
  ///   - seed: where the draws begin.
  /// - Complexity: O(seasons · days · applications · nodes).
  public func check(
    _ file: Applicant, list listed: [ListedProgram], days: [Int], match: Int, seasons: Int,
    seed: UInt64
  ) throws(AdviceError) -> LiveOddsCheck {
    let dates = advisor.handbook.calendar.dates(match: match)
    guard let access = dates.first(where: { $0.kind == .programsReview })?.date else {
      throw .data("the calendar of the \(match) Match has no day on which programs get access")
    }
    let timing = try timing(access: access, match: match)
    let programs = listed.map {
      ProgramProgress(
        code: $0.program, state: .applied, signal: SeasonEvent.Signal(rawValue: $0.signal.rawValue),
        days: [:], interviewDay: nil, rating: nil)
    }
    let list = try SeasonList(
      file, programs: programs, asOf: access, advisor: advisor, timing: timing, rules: rules,
      season: match)
    let prior = ListOdds(list.parts, years: list.years)
    let rate =
      prior.interviewsBySpecialty.reduce(0, +) / Double(max(list.rows.count, 1))
    var tallies = days.map { _ in Tally() }
    var matched = 0
    for season in 0..<seasons {
      var random = CounterRandom(seed: seed, entity: UInt64(season), purpose: 91)
      let truth = SeasonTruth(list.parts, years: list.years, using: &random)
      if truth.matched { matched += 1 }
      let luck = list.rows.map { _ in (answer: random.uniform(), refused: random.uniform()) }
      for (index, day) in days.enumerated() {
        let date = access.adding(days: day)
        var parts = list.parts
        var silent: [ListOdds.Place] = []
        var out = 0.0
        for (row, luck) in zip(list.rows, luck) {
          let share = timing.out(row.program.specialty, signaled: row.isSignaled, by: date)
          out += share / Double(max(list.rows.count, 1))
          let isInvited = truth.invited[row.place.part][row.place.position]
          let refused = timing.refused(on: date, meanChance: rate)
          let answer: ListApplication.Answer =
            isInvited
            ? luck.answer < share
              ? .invited
              : .awaited(out: timing.silence(out: share, on: date, meanChance: rate))
            : luck.refused < refused
              ? .refused
              : .awaited(out: timing.silence(out: share, on: date, meanChance: rate))
          if case .awaited = answer { silent.append(row.place) }
          parts[row.place.part].applications[row.place.position].answer = answer
        }
        let now = ListOdds(parts, years: list.years)
        tallies[index].add(
          now, prior: prior, truth: truth, silent: silent, out: out, using: &random)
      }
    }
    return LiveOddsCheck(
      seasons: seasons, applications: list.rows.count, prior: prior.match,
      matched: Double(matched) / Double(max(seasons, 1)),
      days: zip(days, tallies).map { $1.day(access.adding(days: $0), seasons: seasons) })
  }
}

/// Sums over the seasons of one day.
private struct Tally {
  private var strength = [Int](repeating: 0, count: 10)
  private var count = [Int](repeating: 0, count: 10)
  private var width = 0.0
  private var spread = 0.0
  private var out = 0.0
  private var brier = (now: 0.0, prior: 0.0)
  private var loss = (now: 0.0, prior: 0.0)
  private var match = 0.0
  private var still = (brier: 0.0, chance: 0.0, did: 0.0, number: 0.0)

  mutating func add(
    _ now: ListOdds, prior: ListOdds, truth: SeasonTruth, silent: [ListOdds.Place], out: Double,
    using random: inout CounterRandom
  ) {
    self.out += out
    strength[Self.tenth(now.share(below: truth.strength, using: &random))] += 1
    let invitations = now.interviews
    let invited = truth.invited.reduce(0) { $0 + $1.count { $0 } }
    let distribution = invitations.distribution
    // A whole number has a range of ranks: one of them at random.
    let below = distribution.prefix(invited).reduce(0, +)
    let own = distribution.indices.contains(invited) ? distribution[invited] : 0
    count[Self.tenth(below + own * random.uniform())] += 1
    width += Double(invitations.high - invitations.low)
    spread += now.strengthSpread
    let outcome = truth.matched ? 1.0 : 0
    brier.now += (now.match - outcome) * (now.match - outcome)
    brier.prior += (prior.match - outcome) * (prior.match - outcome)
    loss.now += Self.loss(now.match, truth.matched)
    loss.prior += Self.loss(prior.match, truth.matched)
    match += now.match
    for place in silent {
      let chance = now.invitations[place.part][place.position]
      let did = truth.invited[place.part][place.position] ? 1.0 : 0
      still.brier += (chance - did) * (chance - did)
      still.chance += chance
      still.did += did
      still.number += 1
    }
  }

  func day(_ day: CalendarDate, seasons: Int) -> LiveOddsCheck.Day {
    let n = Double(max(seasons, 1))
    let silent = max(still.number, 1)
    return LiveOddsCheck.Day(
      day: day, out: out / n, strengthRanks: strength, countRanks: count, countWidth: width / n,
      strengthSpread: spread / n, brier: brier.now / n, priorBrier: brier.prior / n,
      logLoss: loss.now / n, priorLogLoss: loss.prior / n, meanMatch: match / n,
      stillInvitesBrier: still.brier / silent, stillInvites: still.chance / silent,
      didInvite: still.did / silent)
  }

  private static func tenth(_ share: Double) -> Int { min(max(Int(share * 10), 0), 9) }

  private static func loss(_ chance: Double, _ happened: Bool) -> Double {
    -log(max(happened ? chance : 1 - chance, 1e-9))
  }
}
