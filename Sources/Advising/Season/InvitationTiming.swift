import MatchFacts
import SmartPickNumerics

/// What share of a specialty's invitations is out by a day, and what a program's silence says then.
struct InvitationTiming: Sendable {
  /// The days on which a specialty's programs release invitations together.
  struct Release: Sendable, Hashable {
    /// The day.
    var day: CalendarDate
    /// Whether it was announced for this season, or is the like of an earlier one.
    var isKnown: Bool
    /// The season it is known of.
    var season: String
    /// Time of day as printed.
    var time: String?
  }

  private let calendar: InvitationCalendar
  private let releases: ReleaseDates
  private let rules: SeasonRules
  /// The day on which programs have access to applications.
  let access: CalendarDate
  /// The Match year.
  private let match: Int
  /// Share of applications that never get any answer.
  private let unanswered: Double

  /// - Throws: `FactsError`; where no table says how many applications go unanswered, too.
  init(
    _ facts: MatchFacts, rules: SeasonRules, access: CalendarDate, match: Int
  ) throws(FactsError) {
    calendar = try facts.invitationCalendar()
    releases = try facts.releaseDates()
    self.rules = rules
    self.access = access
    self.match = match
    let effects = try facts.publishedEffects()
    guard let share = effects.first(where: { $0.outcome == Self.noAnswer })?.result.value,
      (0...100).contains(share)
    else {
      throw .inconsistent(
        file: "published_effects.csv", line: 1,
        explanation: "no row has the outcome ‘\(Self.noAnswer)’ with a percentage")
    }
    unanswered = share / 100
  }

  private static let noAnswer = "no answer to an application (rate)"

  /// The share of all invitations to such applicants that is out by the end of a day.
  ///
  /// - Parameters:
  ///   - signaled: whether the applicant signaled the program.
  ///   - applied: the day of the application, where it came after programs had access.
  func out(
    _ specialty: Specialty, signaled: Bool, by day: CalendarDate, applied: CalendarDate? = nil
  ) -> Double {
    let start = max(access, applied ?? access)
    let days = Double(start.days(until: day))
    guard days >= 0 else { return 0 }
    let curve = curveShare(specialty, signaled: signaled, days)
    let spikes = spikes(specialty)
    guard !spikes.isEmpty else { return curve }
    let share = rules[.releaseShare]
    let gone = spikes.reduce(0) { $0 + released($1, by: day) } / Double(spikes.count)
    return share * gone + (1 - share) * curve
  }

  /// The share that is still to go out, for an application that is sent on a day.
  func left(_ specialty: Specialty, from day: CalendarDate) -> Double {
    1 - out(specialty, signaled: false, by: day)
  }

  /// What no word by a day amounts to: the share of invitations that counts as out.
  ///
  /// Some programs also send rejections: to have none either speaks a little for the applicant. With
  /// F of the invitations and a share R of what is ever refused in words out, silence has the
  /// likelihood p(1 − F) + (1 − p)(1 − R), which is that of p(1 − G) + (1 − p) with
  /// G = 1 − (1 − F) / (1 − R).
  ///
  /// - Parameter meanChance: the mean chance of an invitation over the list, by which the published
  ///   share of applications without any answer tells how many are refused in words.
  func silence(out: Double, on day: CalendarDate, meanChance: Double) -> Double {
    let sent = refused(on: day, meanChance: meanChance)
    return max(0, 1 - (1 - out) / max(1 - sent, 0.01))
  }

  /// The share of those never invited who have been told so by a day.
  func refused(on day: CalendarDate, meanChance: Double) -> Double {
    let told = max(0, 1 - unanswered / max(1 - min(meanChance, 0.99), 0.01))
    let first = rules[.rejectionsFrom]
    let last = max(rules[.rejectionsTo], first + 1)
    let days = Double(access.days(until: day))
    return told * min(max((days - first) / (last - first), 0), 1)
  }

  /// The share of a waitlist that is still to be called.
  func called(on day: CalendarDate) -> Double {
    let days = Double(access.days(until: day))
    let left = 1 - days / max(rules[.waitlistCloses], 1)
    return rules[.waitlistCalled] * min(max(left, 0), 1)
  }

  /// The release days of a specialty this season; empty where it has none.
  func spikes(_ specialty: Specialty) -> [Release] {
    let latest = releases.latestReleases(of: specialty)
    return latest.compactMap { row in
      guard let date = row.date else { return nil }
      let season = "\(match - 1)-" + String(match).suffix(2)
      if row.season == season {
        return Release(day: date, isKnown: true, season: row.season, time: row.time)
      }
      // The same weekday nearest the same day of the year.
      let years = match - 1 - date.year + (date.month < 7 ? 1 : 0)
      guard
        let sameDay = CalendarDate(
          year: date.year + years, month: date.month, day: min(date.day, 28))
      else { return nil }
      let shift = date.days(until: sameDay.adding(days: date.day - min(date.day, 28)))
      let weeks = Int((Double(shift) / 7).rounded())
      return Release(
        day: date.adding(days: 7 * weeks), isKnown: false, season: row.season, time: row.time)
    }
  }

  private func released(_ release: Release, by day: CalendarDate) -> Double {
    let past = Double(release.day.days(until: day))
    if release.isKnown { return past >= 0 ? 1 : 0 }
    return Normal.cumulative((past + 0.5) / max(rules[.releaseSpread], 0.1))
  }

  /// Whether anything is known of the specialty's own calendar.
  func isKnown(_ specialty: Specialty) -> Bool { !calendar.anyInvitation(specialty).isEmpty }

  private func curveShare(_ specialty: Specialty, signaled: Bool, _ days: Double) -> Double {
    let isFirst = signaled && rules[.signaledFirst] > 0
    func mean(_ curves: [InvitationCurve]) -> Double? {
      guard !curves.isEmpty else { return nil }
      return curves.reduce(0) { $0 + $1.share(by: days) } / Double(curves.count)
    }
    let any = mean(calendar.anyInvitation(specialty))
    if isFirst, let first = mean(calendar.firstInvitation(specialty)) {
      // A first invitation is never later than any invitation.
      return max(first, any ?? 0)
    }
    if let any { return any }
    // Nothing is known of this specialty: the mean of all that are.
    let others = calendar.specialties.compactMap { other in
      isFirst
        ? mean(calendar.firstInvitation(other)) ?? mean(calendar.anyInvitation(other))
        : mean(calendar.anyInvitation(other))
    }
    return others.isEmpty ? 0 : others.reduce(0, +) / Double(others.count)
  }
}
