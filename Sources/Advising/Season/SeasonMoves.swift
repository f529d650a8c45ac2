import ApplicantFile
import MatchFacts
import MatchOdds
import ScoreReading
import SeasonLog

/// What moved the chance of matching: answers in the order of their days, silences last, each as what
/// it adds to those before it.
struct SeasonMoves {
  /// Applications that are told together.
  private struct Group {
    var text: String
    var rows: [SeasonList.Row]
  }

  let list: SeasonList
  let rules: SeasonRules
  let settings: [String: Bool]
  let asOf: CalendarDate
  let cap: Int?

  /// The moves, and the odds after all of them.
  ///
  /// - Parameter settings: by institution, whether it is a university's.
  func moves() -> (prior: ListOdds, now: ListOdds, moves: [SeasonAnswer.Move]) {
    let prior = list.odds(answered: { _ in false }, cap: cap)
    var taken: Set<String> = []
    var last = prior
    var moves: [SeasonAnswer.Move] = []
    for group in groups where !group.rows.isEmpty {
      taken.formUnion(group.rows.map(\.code))
      let odds = list.odds(answered: { taken.contains($0.code) }, cap: cap)
      moves.append(
        SeasonAnswer.Move(
          text: group.text, points: 100 * (odds.match - last.match),
          codes: group.rows.map(\.code)))
      last = odds
    }
    return (prior, last, moves)
  }

  private var groups: [Group] {
    answers + silences
  }

  private var answers: [Group] {
    let told = list.rows.filter { !$0.isSilent }
    let invited = told.filter { $0.progress.wasInvited && $0.isOpen }
    let givenUp = told.filter { !$0.isOpen && $0.progress.state != .rejected }
    let waitlisted = told.filter { row in
      if case .waitlisted = row.answer { return row.isOpen }
      return false
    }
    let rejected = told.filter { $0.progress.state == .rejected }
    var dated: [(day: CalendarDate, group: Group)] = []
    func add(
      _ rows: [SeasonList.Row], _ kind: SeasonEvent.Kind, _ text: ([SeasonList.Row]) -> String
    ) {
      guard let day = rows.compactMap({ $0.day(of: kind) }).min() else { return }
      dated.append((day, Group(text: text(rows), rows: rows)))
    }
    if Double(invited.count) <= rules[.singleInvitations] {
      for row in invited {
        add([row], .interview) { _ in
          "\(row.name) invited you"
            + (row.day(of: .interview).map { " on \(DayText.short($0))" } ?? "")
        }
      }
    } else {
      for (_, rows) in Dictionary(grouping: invited, by: { key($0, .interview) }).sorted(
        by: { $0.key < $1.key })
      {
        add(rows, .interview) { describe($0, "invitation", by: .interview) }
      }
    }
    for (_, rows) in Dictionary(grouping: waitlisted, by: { key($0, .waitlisted) }).sorted(
      by: { $0.key < $1.key })
    {
      add(rows, .waitlisted) { describe($0, "waitlist", by: .waitlisted) }
    }
    for (_, rows) in Dictionary(grouping: rejected, by: { key($0, .rejected) }).sorted(
      by: { $0.key < $1.key })
    {
      add(rows, .rejected) { describe($0, "rejection", by: .rejected) }
    }
    if !givenUp.isEmpty {
      let hasDeclined = givenUp.contains { $0.progress.state == .declined }
      add(givenUp, hasDeclined ? .declined : .withdrawn) {
        "You gave up \(NameList.text($0.map(\.name)))"
      }
    }
    return dated.sorted { ($0.day, $0.group.text) < ($1.day, $1.group.text) }.map(\.group)
  }

  private var silences: [Group] {
    let silent = list.rows.filter(\.isSilent)
    var groups: [Group] = []
    for specialty in list.applicant.specialties.map(\.specialty) {
      for signaled in [true, false] {
        let rows = silent.filter {
          $0.program.specialty == specialty && $0.isSignaled == signaled
        }
        guard !rows.isEmpty else { continue }
        groups.append(Group(text: silence(rows, specialty, signaled: signaled), rows: rows))
      }
    }
    return groups
  }

  /// "No word from 12 programs in Dermatology: …".
  private func silence(
    _ rows: [SeasonList.Row], _ specialty: Specialty, signaled: Bool
  ) -> String {
    let whose =
      rows.count == 1
      ? rows[0].name + (signaled ? ", which you signaled" : "")
      : "\(rows.count) programs in \(specialty.name)" + (signaled ? " that you signaled" : "")
    let out = rows.reduce(0) { $0 + $1.out } / Double(rows.count)
    let release = list.timing.spikes(specialty).first { $0.day >= asOf }
    let when: String
    if let release, out < 0.9 {
      when =
        "\(Format.about(out)) of invitations are out; \(rows.count == 1 ? "its" : "their") day is "
        + DayText.release(release)
    } else if out < 0.005 {
      when = "no invitations are out yet by the calendar"
    } else {
      when = "\(Format.about(out)) of their invitations are out by the calendar"
    }
    return "No word from \(whose): \(when)"
  }

  private func key(_ row: SeasonList.Row, _ kind: SeasonEvent.Kind) -> String {
    let month = row.day(of: kind).map { String($0.description.prefix(7)) } ?? ""
    return "\(month) \(row.program.specialty.name) \(setting(row) ?? "")"
  }

  private func setting(_ row: SeasonList.Row) -> String? {
    settings[row.program.institutionKey].map { $0 ? "university" : "community" }
  }

  /// "4 invitations from community programs in Psychiatry, October: A, B and 2 more".
  private func describe(
    _ rows: [SeasonList.Row], _ word: String, by kind: SeasonEvent.Kind
  ) -> String {
    guard let first = rows.first else { return "" }
    let month = first.day(of: kind).map { DayText.month($0) } ?? ""
    if rows.count == 1 {
      return "\(word.prefix(1).uppercased())\(word.dropFirst()) from \(first.name), \(month)"
    }
    let kindOf = setting(first).map { "\($0) programs" } ?? "programs"
    return "\(rows.count) \(word)s from \(kindOf) in \(first.program.specialty.name), \(month): "
      + NameList.text(rows.map(\.name))
  }
}

extension SeasonList.Row {
  /// The day of a kind of event; an invitation whose own day is not logged counts from the first
  /// answer to it.
  func day(of kind: SeasonEvent.Kind) -> CalendarDate? {
    if let day = progress.days[kind] { return day }
    guard kind == .interview else { return nil }
    return [.accepted, .declined, .interviewed].compactMap { progress.days[$0] }.min()
  }
}

/// Names in a sentence.
enum NameList {
  /// "A", "A and B", "A, B and 3 more".
  static func text(_ names: [String], most: Int = 3) -> String {
    var seen: Set<String> = []
    let names = names.filter { seen.insert($0).inserted }
    if names.count > most {
      return names.prefix(most - 1).joined(separator: ", ") + " and \(names.count - most + 1) more"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// Days in a sentence.
enum DayText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// "October".
  static func month(_ day: CalendarDate) -> String { months[(day.month - 1) % 12] }

  /// "12 October".
  static func short(_ day: CalendarDate) -> String { "\(day.day) \(month(day))" }

  /// "16 November", or "about 16 November, as in 2024-25".
  static func release(_ release: InvitationTiming.Release) -> String {
    release.isKnown
      ? short(release.day)
      : "about \(short(release.day)), going by \(release.season)"
  }
}
