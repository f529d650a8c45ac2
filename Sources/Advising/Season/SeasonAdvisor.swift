public import ApplicantFile
import Handbook
import MatchFacts
import MatchOdds
import ScoreReading
public import SeasonLog

/// The seasons' answers: an advisor with the calendar of invitations and the season's rules in hand.
public struct SeasonAdvisor: Sendable {
  let advisor: Advisor
  let rules: SeasonRules
  private let lengths: [RankListLength]
  private let letters: PublishedEffect?

  /// Opens the further tables that a season needs.
  ///
  /// - Throws: ``AdviceError/data(_:)`` naming the table, line and field.
  public init(_ advisor: Advisor, rules: SeasonRules) throws(AdviceError) {
    self.advisor = advisor
    self.rules = rules
    do {
      lengths = try advisor.facts.rankListLengths()
      letters = try advisor.facts.publishedEffects().first {
        $0.factor == "letter of interest by the applicant"
      }
    } catch {
      throw .data("\(error)")
    }
  }

  /// Where a season stands.
  ///
  /// Where the log knows of no application, those of the file's own list count as sent.
  ///
  /// - Parameters:
  ///   - file: the applicant's file.
  ///   - state: what the log amounts to by a day.
  ///   - attend: interviews that can be attended; nil for what the file says.
  /// - Throws: ``AdviceError``.
  public func answer(
    for file: Applicant, state: SeasonState, attend: Int? = nil
  ) throws(AdviceError) -> SeasonAnswer {
    let dates = advisor.handbook.calendar.dates(match: state.window.match)
    let access =
      dates.first { $0.kind == .programsReview }?.date ?? state.window.opens
    let timing = try timing(access: access, match: state.window.match)
    let (programs, listed) = Self.applications(file, state)
    let list = try SeasonList(
      file, programs: programs, asOf: state.asOf, advisor: advisor, timing: timing, rules: rules,
      season: state.window.match)
    let cap = attend ?? file.limits.interviews
    let found = SeasonMoves(
      list: list, rules: rules, settings: advisor.settings.mapValues { $0 == .university },
      asOf: state.asOf, cap: cap
    ).moves()
    let keep = SeasonKeep(
      list: list, now: found.now, attend: cap, rules: rules, lengths: lengths
    ).keep()
    let steps = SeasonSteps(
      list: list, now: found.now, state: state, keep: keep, rules: rules, advisor: advisor,
      dates: dates, season: state.window.match, letters: letters
    ).steps()
    let hasOdds = !list.rows.isEmpty
    return SeasonAnswer(
      match: state.window.match, asOf: state.asOf,
      counts: Dictionary(uniqueKeysWithValues: state.counts.map { ($0.key.rawValue, $0.value) }),
      odds: hasOdds ? odds(found.prior, found.now) : nil, moved: found.moves,
      programs: entries(programs, list, prior: found.prior, now: found.now),
      next: steps + days(dates, state),
      weeks: hasOdds ? weeks(list, prior: found.prior, asOf: state.asOf, programs) : [],
      keep: keep, assumptions: rules.listed,
      warnings: warnings(list, listed: listed))
  }

  func timing(access: CalendarDate, match: Int) throws(AdviceError) -> InvitationTiming {
    do {
      return try InvitationTiming(advisor.facts, rules: rules, access: access, match: match)
    } catch {
      throw .data("\(error)")
    }
  }

  /// The programs of the log and, as applied to, those of the file's own list.
  private static func applications(
    _ file: Applicant, _ state: SeasonState
  ) -> (programs: [ProgramProgress], listed: Int) {
    guard !state.programs.contains(where: { $0.days[.applied] != nil }) else {
      return (state.programs, 0)
    }
    let logged = Set(state.programs.map(\.code))
    var seen = logged
    let added = file.currentList.filter { seen.insert($0.program).inserted }.map { listed in
      ProgramProgress(
        code: listed.program, state: .applied,
        signal: SeasonEvent.Signal(rawValue: listed.signal.rawValue), days: [:],
        interviewDay: nil, rating: nil)
    }
    return ((state.programs + added).sorted { $0.code < $1.code }, added.count)
  }

  private func odds(_ prior: ListOdds, _ now: ListOdds) -> SeasonAnswer.Odds {
    let before = SeasonAnswer.Forecast(
      match: Interval(prior.matchEstimate), interviews: prior.interviews)
    let after = SeasonAnswer.Forecast(
      match: Interval(now.matchEstimate), interviews: now.interviews)
    let people = { (share: Double) -> String in
      let number = Int((100 * share).rounded())
      if number >= 100 { return "more than 99" }
      return number < 1 ? "fewer than 1" : "about \(number)"
    }
    let range =
      after.interviews.low == after.interviews.high
      ? "\(after.interviews.low)" : "\(after.interviews.low) to \(after.interviews.high)"
    let first = people(before.match.estimate)
    let second = people(after.match.estimate)
    let sentence =
      first == second
      ? "Of 100 applicants with a file like this and this list, \(second) match; the answers "
        + "so far have not changed that."
      : "Of 100 applicants with a file like this and this list, \(first) match; of 100 who "
        + "have also heard what you have heard, \(second)."
    return SeasonAnswer.Odds(
      prior: before, now: after,
      sentence: sentence + " Invitations of the whole season: \(range) (8 in 10 chances).")
  }

  private func entries(
    _ programs: [ProgramProgress], _ list: SeasonList, prior: ListOdds, now: ListOdds
  ) -> [SeasonAnswer.Entry] {
    let rows = Dictionary(list.rows.map { ($0.code, $0) }) { $1 }
    return programs.map { progress in
      let program = advisor.directory[progress.code]
      let row = rows[progress.code]
      return SeasonAnswer.Entry(
        code: progress.code, name: program?.name, institution: program?.institution,
        specialty: program?.specialty.name, state: progress.state,
        signal: progress.signal?.rawValue ?? "none",
        days: Dictionary(uniqueKeysWithValues: progress.days.map { ($0.key.rawValue, $0.value) }),
        interviewDay: progress.interviewDay, rating: progress.rating,
        invited: row.map { min(now.invitations[$0.place.part][$0.place.position], 1) },
        invitedBefore: row.map { prior.invitations[$0.place.part][$0.place.position] },
        out: row?.out)
    }
  }

  private func days(_ dates: [KeyDate], _ state: SeasonState) -> [SeasonAnswer.Next] {
    let official = dates.filter { $0.date >= state.asOf && $0.kind != .invitationsObserved }
      .map { date in
        SeasonAnswer.Next(
          kind: .date, date: date.date, time: date.time,
          text: date.event + (date.time.map { ", \($0)" } ?? ""),
          codes: [])
      }
    let interviews = state.programs.compactMap { progress -> SeasonAnswer.Next? in
      guard let day = progress.interviewDay, day >= state.asOf,
        progress.state == .accepted || progress.state == .interview
      else { return nil }
      let name = advisor.directory[progress.code]?.institution ?? progress.code
      return SeasonAnswer.Next(
        kind: .date, date: day, text: "Interview: \(name)", codes: [progress.code])
    }
    return (official + interviews).sorted {
      ($0.date?.dayNumber ?? 0, $0.text) < ($1.date?.dayNumber ?? 0, $1.text)
    }
  }

  private func weeks(
    _ list: SeasonList, prior: ListOdds, asOf: CalendarDate, _ programs: [ProgramProgress]
  ) -> [SeasonAnswer.Week] {
    let rows = Dictionary(list.rows.map { ($0.code, $0) }) { $1 }
    return (1...Self.weeksShown).map { number in
      let end = list.timing.access.adding(days: 7 * number - 1)
      let out = { (row: SeasonList.Row) in
        list.timing.out(
          row.program.specialty, signaled: row.isSignaled, by: end,
          applied: row.progress.days[.applied])
      }
      let expected = list.rows.reduce(0) {
        $0 + out($1) * prior.invitations[$1.place.part][$1.place.position]
      }
      let invitations = list.rows.count { row in
        row.progress.wasInvited && row.day(of: .interview).map { $0 <= end } ?? false
      }
      return SeasonAnswer.Week(
        ending: end, expected: expected,
        invitations: end.adding(days: -6) <= asOf ? invitations : nil,
        out: programs.map { rows[$0.code].map(out) ?? 0 })
    }
  }

  /// Weeks since programs had access: until about the end of January.
  private static let weeksShown = 18

  private func warnings(_ list: SeasonList, listed: Int) -> [String] {
    var warnings: [String] = []
    if listed > 0 {
      warnings.append(
        "The log has no applications; the \(listed) programs of your file's own list count as "
          + "applied to. Log them to change that.")
    }
    if !list.unknown.isEmpty {
      warnings.append(
        "Not in the directory, and left out of the odds: "
          + NameList.text(list.unknown, most: 8) + ".")
    }
    for row in list.rows where row.progress.wasInvited {
      let part = list.parts[row.place.part]
      let program = part.applications[row.place.position].program
      guard !part.odds.eligibility[program].isEligible else { continue }
      warnings.append(
        "\(row.name) invited you though what is known of it rules your file out ("
          + (part.odds.eligibility[program].ruledOutBy.first ?? "its requirements")
          + "). The odds count no place there: ask it, and correct the figure if it is wrong.")
    }
    let unsure = list.applicant.specialties.map(\.specialty).filter { specialty in
      !list.timing.isKnown(specialty)
        && list.rows.contains { $0.program.specialty == specialty }
    }
    if !unsure.isEmpty {
      warnings.append(
        "No calendar of invitations is known for "
          + unsure.map(\.name).joined(separator: ", ")
          + "; silence is read by the mean of the specialties that have one.")
    }
    return warnings
  }
}
