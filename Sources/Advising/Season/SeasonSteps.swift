import ApplicantFile
import MatchFacts
import MatchOdds
import ScoreReading
import SeasonLog

/// What to do next, by the rules of `season-rules.yaml`.
struct SeasonSteps {
  /// Names in a step; so many letters of interest are suggested.
  private static let most = 3
  /// Further applications that are suggested at once.
  private static let additions = 5

  let list: SeasonList
  let now: ListOdds
  let state: SeasonState
  let keep: SeasonAnswer.Keep?
  let rules: SeasonRules
  let advisor: Advisor
  let dates: [KeyDate]
  let season: Int
  /// What is published of letters of interest.
  let letters: PublishedEffect?

  func steps() -> [SeasonAnswer.Next] {
    let added = additions
    let features = features(added)
    let words = words(added)
    return rules.steps.filter { $0.when.allSatisfy { $0.holds(features) } }.map { step in
      SeasonAnswer.Next(
        kind: .step, date: nil, text: fill(step.title, words.texts),
        why: fill(step.text, words.texts), rule: step.id, codes: words.codes[step.id] ?? [])
    }
  }

  private func fill(_ text: String, _ words: [String: String]) -> String {
    var text = text
    for (name, word) in words { text = text.replacing("{\(name)}", with: word) }
    return text
  }

  private func rows(_ state: ProgramProgress.State) -> [SeasonList.Row] {
    list.rows.filter { $0.progress.state == state }
  }

  private var silent: [SeasonList.Row] { list.rows.filter(\.isSilent) }

  /// Silent programs most of whose invitations are out, the likeliest to have invited first.
  private var due: [SeasonList.Row] {
    silent.filter { $0.out >= 0.5 }.sorted {
      let a = now.invitations[$0.place.part][$0.place.position]
      let b = now.invitations[$1.place.part][$1.place.position]
      return ($0.isSignaled ? 0 : 1, -a, $0.code) < ($1.isSignaled ? 0 : 1, -b, $1.code)
    }
  }

  private var release: InvitationTiming.Release? {
    silent.map(\.program.specialty).compactMap { specialty in
      list.timing.spikes(specialty).first { $0.day >= state.asOf }
    }.min { $0.day < $1.day }
  }

  private func features(_ added: Additions) -> [SeasonRules.Feature: Double] {
    var features: [SeasonRules.Feature: Double] = [
      .day: Double(list.timing.access.days(until: state.asOf)),
      .applied: Double(list.rows.count),
      .invitations: Double(list.rows.count { $0.progress.wasInvited }),
      .unanswered: Double(rows(.interview).count),
      .upcoming: Double(rows(.accepted).count),
      .held: Double(rows(.interviewed).count),
      .silent: Double(silent.count),
      .signaledSilent: Double(silent.count { $0.isSignaled }),
      .silentDue: Double(due.count),
      .waitlisted: Double(rows(.waitlisted).count),
      .rejected: Double(rows(.rejected).count),
      .overCap: Double(keep?.decline.count ?? 0),
      .specialties: Double(list.applicant.specialties.count),
      .gain: added.gain,
    ]
    if !list.rows.isEmpty {
      features[.match] = 100 * now.match
      features[.expectedMore] = list.rows.filter { !$0.progress.wasInvited }.reduce(0) {
        $0 + now.invitations[$1.place.part][$1.place.position]
      }
    }
    for (kind, feature) in [
      (KeyDate.Kind.rankListDeadline, SeasonRules.Feature.daysToRankList),
      (.matchDay, .daysToMatchDay),
    ] {
      if let day = dates.first(where: { $0.kind == kind })?.date {
        features[feature] = Double(state.asOf.days(until: day))
      }
    }
    if let release { features[.daysToRelease] = Double(state.asOf.days(until: release.day)) }
    return features
  }

  private func words(_ added: Additions) -> (texts: [String: String], codes: [String: [String]]) {
    let unanswered = rows(.interview)
    let waitlisted = rows(.waitlisted)
    let writeTo = Array(due.prefix(Self.most))
    let decline = keep?.decline ?? []
    let names = Dictionary(list.rows.map { ($0.code, $0.name) }) { $1 }
    let upcoming = rows(.accepted)
    var texts: [String: String] = [:]
    texts["unanswered"] =
      unanswered.count == 1
      ? "the invitation of \(unanswered[0].name)" : "\(unanswered.count) invitations"
    texts["upcoming"] =
      upcoming.count == 1 ? "interview" : "\(upcoming.count) interviews"
    texts["overCap"] = "\(decline.count)"
    texts["decline"] = NameList.text(decline.compactMap { names[$0] })
    texts["release"] = release.map { DayText.release($0) }
    texts["letters"] = NameList.text(writeTo.map(\.name))
    let study = letters.map {
      "the one study known here found \($0.result.text) (\($0.scope), \($0.season))"
    }
    texts["lettersPublished"] = study ?? "no study of it is known here"
    texts["waitlists"] = NameList.text(waitlisted.map(\.name))
    texts["additions"] = NameList.text(added.programs.map(\.institution))
    texts["gain"] = Format.number(added.gain, digits: 1)
    texts["dollars"] = Format.dollars(added.dollars)
    return (
      texts,
      [
        "answer-invitations": unanswered.map(\.code), "choose-interviews": decline,
        "letters-of-interest": writeTo.map(\.code), "ask-waitlists": waitlisted.map(\.code),
        "apply-to-more": added.programs.map(\.code), "prepare-interviews": upcoming.map(\.code),
      ]
    )
  }

  /// The best further applications that are worth their fee by this date.
  private struct Additions {
    var programs: [Program] = []
    /// Points of the chance of matching.
    var gain = 0.0
    var dollars = 0
  }

  private var additions: Additions {
    guard !list.rows.isEmpty,
      let fees = try? FeeTables(advisor: advisor, applicant: list.applicant, season: season)
    else { return Additions() }
    let onList = Set(list.rows.map(\.code))
    let wishes = list.applicant.wishes
    let refused = Set(wishes.refused)
    let refusedStates = Set(wishes.statesRefused)
    var candidates: [ListOdds.Candidate] = []
    for (part, target) in list.applicant.specialties.enumerated() {
      let odds = list.parts[part].odds
      let left = list.timing.left(target.specialty, from: state.asOf)
      let tracks = Set(target.tracks)
      let members = odds.programs.indices.filter { index in
        let program = odds.programs[index]
        return odds.eligibility[index].isEligible && tracks.contains(program.track)
          && !refused.contains(program.code)
          && !(program.state.map { refusedStates.contains($0) } ?? false)
          && (program.lastListed ?? 9999)
            >= Int(advisor.rules.assumptions[.nationalListYear])
      }
      let groups = ProgramTracks(odds.programs, members: members) { onList.contains($0) }.groups
      for group in groups where !group.contains(where: { onList.contains(odds.programs[$0].code) })
      {
        guard let first = group.first else { continue }
        candidates.append(ListOdds.Candidate(part: part, program: first, left: left))
      }
    }
    let rule = EnoughRule(advisor.rules.assumptions, own: list.applicant.limits)
    var counts = list.parts.map(\.applications.count)
    var result = Additions()
    for step in now.additions(candidates, count: Self.additions) {
      let part = step.candidate.part
      let price = fees[part].marginal(number: counts[part] + 1)
      guard step.gain >= rule.least(price: price) else { break }
      counts[part] += 1
      result.programs.append(list.parts[part].odds.programs[step.candidate.program])
      result.gain += 100 * step.gain
      result.dollars += price
    }
    return result
  }
}
