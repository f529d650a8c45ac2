import ApplicantFile
import Handbook
import MatchFacts
import MatchOdds
import RankLists
import ScoreReading

/// One person's season as odds: every program with what it has said, by specialty.
struct RankSeason: Sendable {
  /// One program with the way to its application.
  struct Candidate: Sendable {
    var program: Program
    var place: RankedOdds.Place
    var entry: RankRequest.Entry
    var sheet: InterviewSheet?
    var isEligible: Bool
    /// What the file's wishes make of it.
    var wish: Double

    var mark: Int? { sheet?.gut ?? entry.rating }
    var words: String? { sheet?.words ?? entry.note }
    var title: String { "\(program.institution), \(program.name)" }
    var isFirstYear: Bool { program.track == .preliminary }
  }

  let applicant: Applicant
  let season: Int
  let parts: [ListOdds.Part]
  /// By code, of every program that can be ranked.
  let candidates: [String: Candidate]
  /// Codes of the candidates in the order of the request.
  let codes: [String]

  /// - Throws: `AdviceError.noPrograms` for a code that is not in the directory.
  init(
    _ advisor: Advisor, _ file: Applicant, _ request: RankRequest
  ) throws(AdviceError) {
    let planned = try advisor.planned(file, asOf: request.asOf)
    applicant = planned
    let season = try advisor.season(of: planned, on: request.asOf)
    self.season = season.year
    var entries = request.entries
    func add(_ code: String) {
      guard !entries.contains(where: { $0.code == code }) else { return }
      entries.append(RankRequest.Entry(code: code))
    }
    for row in request.order?.primary ?? [] { add(row.code) }
    for list in (request.order?.supplemental ?? [:]).sorted(by: { $0.key < $1.key }) {
      for row in list.value { add(row.code) }
    }
    for sheet in request.sheets { add(sheet.code) }
    var programs: [Program] = []
    for entry in entries {
      guard let program = advisor.directory[entry.code] else {
        throw .noPrograms(
          "\(entry.code) is not in the directory; 'smartpick programs search' finds codes")
      }
      programs.append(program)
    }
    var specialties = planned.specialties.map(\.specialty)
    for program in programs where !specialties.contains(program.specialty) {
      specialties.append(program.specialty)
    }
    specialties = specialties.filter { specialty in
      programs.contains { $0.specialty == specialty }
    }
    var seen = planned
    seen.specialties = specialties.map { specialty in
      planned.specialties.first { $0.specialty == specialty }
        ?? TargetSpecialty(specialty: specialty)
    }
    let scores = try advisor.scoreProfile(of: seen, asOf: request.asOf, season: season)
    let utilities = UtilityModel(
      applicant: planned, standingWorth: advisor.rules.assumptions[.standingWorth],
      settings: advisor.settings, orderDiscount: advisor.rules.assumptions[.orderDiscount])
    let weights = utilities.weights
    let impression = advisor.rules.assumptions[.rankImpression]
    let reach = min(max(advisor.rules.assumptions[.rankReach], 0), 1)
    let sheets = Dictionary(request.sheets.map { ($0.code, $0) }) { first, _ in first }
    let fixed = Set(
      (request.order?.primary ?? []).map(\.code)
        + (request.order?.supplemental ?? [:]).values.flatMap { $0.map(\.code) })
    var parts: [ListOdds.Part] = []
    var candidates: [String: Candidate] = [:]
    for specialty in specialties {
      let odds = advisor.odds(
        of: seen, in: specialty, reading: try ScoreReading(scores, in: specialty),
        season: season.year)
      let index = Dictionary(odds.programs.indices.map { (odds.programs[$0].code, $0) }) {
        first, _ in first
      }
      let places = odds.standingPlaces
      var part = ListOdds.Part(odds: odds, applications: [])
      let weight =
        planned.specialties.firstIndex { $0.specialty == specialty }.map { weights[$0] }
        ?? (weights.last ?? 1) * advisor.rules.assumptions[.orderDiscount]
      for (entry, program) in zip(entries, programs) where program.specialty == specialty {
        guard let place = index[program.code] else { continue }
        let isEligible = odds.eligibility[place].isEligible
        let listed = ListApplication(
          program: place, tier: odds.tierIndex(entry.signal) ?? 0,
          // A program that the file rules out tells nothing of the rest of it.
          answer: isEligible ? entry.answer.ofList : .awaited(out: 0))
        part.applications.append(listed)
        guard entry.isRankable || fixed.contains(entry.code) else { continue }
        let sheet = sheets[entry.code]
        let told: Double =
          switch sheet?.went {
          case .well: impression
          case .poorly: -impression
          case .usual, nil: 0
          }
        candidates[entry.code] = Candidate(
          program: program,
          place: RankedOdds.Place(
            part: parts.count, position: part.applications.count - 1, impression: told,
            reach: reach),
          entry: entry, sheet: sheet, isEligible: isEligible,
          wish: utilities.utility(
            of: place, in: odds.programs, weight: weight, place: places[place]))
      }
      parts.append(part)
    }
    self.parts = parts
    self.candidates = candidates
    codes = entries.map(\.code).filter { candidates[$0] != nil }
  }

  /// The candidates of these codes.
  func candidates(_ codes: [String]) -> [Candidate] { codes.compactMap { candidates[$0] } }
}

extension RankRequest.Entry.Answer {
  var ofList: ListApplication.Answer {
    switch self {
    case .silent(let out): .awaited(out: out)
    case .invited: .invited
    case .refused: .refused
    }
  }
}
