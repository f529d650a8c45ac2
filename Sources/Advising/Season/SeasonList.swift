import ApplicantFile
import MatchFacts
import MatchOdds
import ScoreReading
import SeasonLog

/// The applications of a season as a list that the odds can evaluate, with what each has been
/// answered by a day.
struct SeasonList: Sendable {
  /// An application and where it stands.
  struct Row: Sendable {
    var code: String
    var place: ListOdds.Place
    var program: Program
    var progress: ProgramProgress
    /// The share of its invitations that is out.
    var out: Double
    var answer: ListApplication.Answer
    var isOpen: Bool

    var isSignaled: Bool { progress.signal != nil }
    /// Whether nothing has been heard, and something still may be.
    var isSilent: Bool {
      if case .awaited = answer { return isOpen }
      return false
    }
    /// Whether an interview is held or still to come.
    var isKept: Bool { progress.wasInvited && isOpen }
    /// "UCSF", "UCSF, Medicine–Primary" where the institution alone does not tell.
    var name: String { program.institution }
  }

  /// The applicant with every specialty of the log as a target.
  let applicant: Applicant
  /// Applications without their answers.
  let parts: [ListOdds.Part]
  /// Every application that the odds know, in the order of the parts.
  let rows: [Row]
  /// Codes of the log that no directory has.
  let unknown: [String]
  let timing: InvitationTiming
  /// What lists of this season have in common, whatever they are answered.
  let years: YearChances

  /// Nodes of the belief: answers of a whole list make it narrow.
  private static let nodeCount = 64

  /// - Throws: ``AdviceError`` where the file has no second exam to reckon with.
  init(
    _ file: Applicant, programs: [ProgramProgress], asOf: CalendarDate, advisor: Advisor,
    timing: InvitationTiming, rules: SeasonRules, season: Int
  ) throws(AdviceError) {
    self.timing = timing
    var applicant = try advisor.planned(file, asOf: asOf)
    let applied = programs.filter { $0.state != .noted }
    unknown = applied.map(\.code).filter { advisor.directory[$0] == nil }
    let known = applied.compactMap { progress in
      advisor.directory[progress.code].map { (progress: progress, program: $0) }
    }
    for entry in known
    where !applicant.specialties.contains(where: { $0.specialty == entry.program.specialty }) {
      applicant.specialties.append(TargetSpecialty(specialty: entry.program.specialty))
    }
    var seen: Set<Specialty> = []
    applicant.specialties = applicant.specialties.filter { seen.insert($0.specialty).inserted }
    self.applicant = applicant
    let calendarSeason = try advisor.season(of: applicant, on: asOf)
    let scores = try advisor.scoreProfile(of: applicant, asOf: asOf, season: calendarSeason)
    let utilities = UtilityModel(
      applicant: applicant, standingWorth: advisor.rules.assumptions[.standingWorth],
      settings: advisor.settings, orderDiscount: advisor.rules.assumptions[.orderDiscount])
    let weights = utilities.weights
    var parts: [ListOdds.Part] = []
    var rows: [Row] = []
    for (part, target) in applicant.specialties.enumerated() {
      let odds = advisor.model.inSeason(season).odds(
        for: applicant, in: target.specialty,
        programs: advisor.directory.programs(of: target.specialty), figures: advisor.figures,
        reading: try ScoreReading(scores, in: target.specialty), nodeCount: Self.nodeCount)
      let places = odds.standingPlaces
      var positions: [String: Int] = [:]
      for index in odds.programs.indices { positions[odds.programs[index].code] = index }
      var applications: [ListApplication] = []
      for entry in known where entry.program.specialty == target.specialty {
        guard let index = positions[entry.program.code] else { continue }
        rows.append(
          Row(
            code: entry.program.code,
            place: ListOdds.Place(part: part, position: applications.count),
            program: entry.program, progress: entry.progress, out: 0, answer: .awaited(out: 0),
            isOpen: true))
        applications.append(
          ListApplication(
            program: index, tier: odds.tier(of: entry.progress.signal),
            preference: utilities.utility(
              of: index, in: odds.programs, weight: weights[part], place: places[index])))
      }
      parts.append(ListOdds.Part(odds: odds, applications: applications))
    }
    self.parts = parts
    let years = YearChances(parts)
    self.years = years
    let prior = ListOdds(parts, years: years)
    let mean =
      rows.isEmpty ? 0 : prior.interviewsBySpecialty.reduce(0, +) / Double(rows.count)
    for index in rows.indices {
      rows[index].take(on: asOf, timing: timing, rules: rules, meanChance: mean)
    }
    self.rows = rows
  }

  /// The odds with the answers of some applications taken in and the others as on the first day.
  func odds(answered: (Row) -> Bool, cap: Int?) -> ListOdds {
    var parts = parts
    for row in rows where answered(row) {
      parts[row.place.part].applications[row.place.position].answer = row.answer
      parts[row.place.part].applications[row.place.position].isOpen = row.isOpen
    }
    return ListOdds(parts, interviewCap: cap, years: years)
  }
}

extension SeasonList.Row {
  /// What the log says by a day, as the odds take it.
  fileprivate mutating func take(
    on day: CalendarDate, timing: InvitationTiming, rules: SeasonRules, meanChance: Double
  ) {
    let isGivenUp = progress.state == .declined || progress.state == .withdrawn
    let until = progress.state == .withdrawn ? progress.days[.withdrawn] ?? day : day
    out = timing.out(
      program.specialty, signaled: progress.signal != nil, by: until,
      applied: progress.days[.applied])
    isOpen = !isGivenUp && progress.state != .rejected
    if progress.wasInvited {
      answer = .invited
    } else if progress.days[.waitlisted] != nil, progress.state != .rejected {
      answer = .waitlisted(reach: rules[.waitlistReach], called: timing.called(on: day))
    } else if progress.days[.rejected] != nil {
      answer = .refused
    } else {
      answer = .awaited(
        out: timing.silence(out: out, on: until, meanChance: meanChance))
    }
  }
}

extension SpecialtyOdds {
  /// The position of a logged signal's tier; where the specialty has no such tier, the weakest it has.
  fileprivate func tier(of signal: SeasonEvent.Signal?) -> Int {
    guard let signal, tiers.count > 1 else { return 0 }
    return ListedProgram.Signal(rawValue: signal.rawValue).flatMap { tierIndex($0) } ?? 1
  }
}
