public import ApplicantFile
import Handbook
import ListOptimization
import MatchFacts
import MatchOdds
import RankLists
import ScoreReading
import SmartPickNumerics
import Words

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Builds the workspace for SOAP.
struct SOAPBuilder {
  /// A program with the chance that it makes an offer, at every node of θ.
  private struct Option {
    var row: SOAPPrograms.Row
    var chance: [Double]
    var utility: Double
  }

  let advisor: Advisor
  let file: Applicant
  let applicant: Applicant
  let request: SOAPRequest
  let season: Season
  let programs: SOAPPrograms
  let rules: RankingRules
  private let options: [Option]
  private let weights: [Double]
  private let ruledOut: Int
  /// Programs of lines that are not considered.
  private let others: Int
  /// The change of score that the texts speak of; nil for none.
  private let change: Int?
  let hasBelief: Bool

  init(
    _ advisor: Advisor, _ file: Applicant, _ request: SOAPRequest
  ) throws(AdviceError) {
    self.advisor = advisor
    self.file = file
    self.request = request
    let planned = try advisor.planned(file, asOf: request.asOf)
    applicant = planned
    let season = try advisor.season(of: planned, on: request.asOf)
    self.season = season
    do {
      rules = try advisor.facts.rankingRules()
    } catch {
      throw .data("\(error)")
    }
    let programs = SOAPPrograms(advisor.directory, request.unfilled)
    self.programs = programs
    let known = try Self.belief(advisor, file, request)
    hasBelief = known != nil
    var belief = known
    if belief == nil {
      belief = try Self.usualBelief(advisor, planned, request, season: season)
    }
    belief = belief?.failing(advisor.rules.assumptions[.soapHeldBack])
    let assumptions = advisor.rules.assumptions
    let named = planned.specialties.map(\.specialty)
    let wanted = try Self.wanted(advisor, named + request.specialties)
    let isOpen = { (program: Program) in
      wanted.contains(SpecialtyTrack(program.specialty, track: program.track))
    }
    var specialties: [Specialty] = named
    for row in programs.rows
    where isOpen(row.program) && !specialties.contains(row.program.specialty) {
      specialties.append(row.program.specialty)
    }
    others = programs.rows.filter { !isOpen($0.program) }.count
    var seen = planned
    seen.specialties = specialties.map { specialty in
      planned.specialties.first { $0.specialty == specialty }
        ?? TargetSpecialty(specialty: specialty)
    }
    let scores = try advisor.scoreProfile(of: seen, asOf: request.asOf, season: season)
    change = file.examPair == nil ? nil : scores.trend.change
    let utilities = UtilityModel(
      applicant: planned, standingWorth: assumptions[.standingWorth], settings: advisor.settings,
      orderDiscount: assumptions[.orderDiscount])
    let worths = utilities.weights
    let refused = Set(planned.wishes.refused)
    let refusedStates = Set(planned.wishes.statesRefused)
    var options: [Option] = []
    var weights: [Double] = [1]
    var ruledOut = 0
    for specialty in specialties {
      let rows = programs.rows.filter { $0.program.specialty == specialty && isOpen($0.program) }
      guard !rows.isEmpty else { continue }
      // Over the whole specialty, so that standing is relative to all of it.
      let odds = advisor.odds(
        of: seen, in: specialty, reading: try ScoreReading(scores, in: specialty),
        season: season.year)
      let positions = Dictionary(odds.programs.indices.map { (odds.programs[$0].code, $0) }) {
        first, _ in first
      }
      weights = belief?.weights ?? odds.weights
      let places = odds.standingPlaces
      let worth =
        named.firstIndex(of: specialty).map { worths[$0] }
        ?? (worths.last ?? 1) * assumptions[.soapSpecialtyWeight]
      for row in rows {
        guard let index = positions[row.program.code], odds.eligibility[index].isEligible,
          !refused.contains(row.program.code),
          !(row.program.state.map(refusedStates.contains) ?? false)
        else {
          ruledOut += 1
          continue
        }
        let isYear = row.program.track == .preliminary
        options.append(
          Option(
            row: row,
            chance: odds.matchIfListed(program: index, tier: 0).map {
              Self.shifted($0, by: assumptions[.soapShift])
            },
            utility: utilities.utility(
              of: index, in: odds.programs,
              weight: isYear ? worth * assumptions[.preliminaryWeight] : worth,
              place: places[index])))
      }
    }
    self.options = options
    self.weights = weights
    self.ruledOut = ruledOut
  }

  /// The lines to consider: the specialties that are named, whatever the kind of position but those
  /// reserved for physicians with earlier training, and the lines that usually have many positions.
  private static func wanted(
    _ advisor: Advisor, _ named: [Specialty]
  ) throws(AdviceError) -> Set<SpecialtyTrack> {
    var lines: Set<SpecialtyTrack> = []
    for specialty in named {
      for track in Program.Track.allCases where track != .physicianReserved {
        lines.insert(SpecialtyTrack(specialty, track: track))
      }
    }
    let least = Int(advisor.rules.assumptions[.soapUsualPositions])
    do {
      for row in try advisor.facts.mainMatchResults().unfilled where row.positions >= least {
        lines.insert(row.line)
        // Transitional years stand in the directory as a preliminary year of their own.
        if row.line.specialty.name == "Transitional Year" {
          lines.insert(SpecialtyTrack(row.line.specialty, track: .preliminary))
        }
        if row.line.track == .categorical {
          lines.insert(SpecialtyTrack(row.line.specialty, track: .primaryCare))
        }
      }
    } catch {
      throw .data("\(error)")
    }
    return lines
  }

  private static func shifted(_ chance: Double, by shift: Double) -> Double {
    guard chance > 0, chance < 1 else { return chance }
    return Logistic.cumulative(Logistic.quantile(chance) + shift)
  }

  /// What not having matched says of the file; nil where nothing of the season is known.
  private static func belief(
    _ advisor: Advisor, _ file: Applicant, _ request: SOAPRequest
  ) throws(AdviceError) -> StrengthNodes? {
    guard !request.entries.isEmpty || request.ranked != nil else { return nil }
    let own = RankRequest(asOf: request.asOf, entries: request.entries, order: request.ranked)
    let season = try RankSeason(advisor, file, own)
    let codes = request.ranked?.primary.map(\.code) ?? season.codes
    return RankedOdds(season.parts, ranked: season.candidates(codes).map(\.place))
      .beliefIfUnmatched
  }

  /// What it says of the file that nobody took it, where only that is known: as many applications as
  /// such people usually send to programs of its specialties, no one of them a match.
  private static func usualBelief(
    _ advisor: Advisor, _ applicant: Applicant, _ request: SOAPRequest, season: Season
  ) throws(AdviceError) -> StrengthNodes? {
    let scores = try advisor.scoreProfile(of: applicant, asOf: request.asOf, season: season)
    var belief: StrengthNodes?
    for target in applicant.specialties {
      let odds = advisor.odds(
        of: applicant, in: target.specialty,
        reading: try ScoreReading(scores, in: target.specialty), season: season.year)
      let open = odds.programs.indices.filter { odds.eligibility[$0].isEligible }
      guard !open.isEmpty, let number = odds.usualApplications else { continue }
      var means = odds.nodes.map { _ in 0.0 }
      for program in open {
        for (node, chance) in odds.matchIfListed(program: program, tier: 0).enumerated() {
          means[node] += chance / Double(open.count)
        }
      }
      belief = (belief ?? odds.belief).reweighed(
        by: means.map { pow(max(0, 1 - $0), min(number, Double(open.count))) })
    }
    return belief
  }

  func advice() throws(AdviceError) -> SOAPAdvice {
    let list = try best()
    let chances = bySpecialty(list.entries)
    let moments = try SOAPCalendar(zone: request.zone).moments(season.dates)
    let texts = texts(list.entries)
    let sentences = SOAPSentences(
      isRehearsal: programs.isRehearsal, considered: options.count, listed: list.entries.count,
      most: rules.mostApplications, anyOffer: list.anyOffer, specialties: chances,
      hasBelief: hasBelief, pastYear: programs.pastYear, moments: moments)
    return SOAPAdvice(
      format: 1, version: Advisor.version, asOf: request.asOf, season: season.year,
      moments: moments, eligibility: eligibility, mostApplications: rules.mostApplications,
      isRehearsal: programs.isRehearsal, considered: options.count, list: list.entries,
      anyOffer: list.anyOffer, bound: list.bound, value: list.value, specialties: chances,
      pastBySpecialty: try pastBySpecialty(), pastByState: pastByState,
      contact: rules.rules(.contact).map(\.text), offers: rules.rules(.offers).map(\.text),
      texts: texts, summary: sentences.summary, steps: sentences.steps,
      notUnderstood: programs.skipped.map { "line \($0.line): \($0.text)" },
      assumptions: advisor.rules.assumptions.listed(
        [
          .soapShift, .soapHeldBack, .soapUsualPositions, .soapSpecialtyWeight, .preliminaryWeight,
          .standingWorth,
        ]),
      sources: sources, warnings: warnings)
  }

  // MARK: The list

  private func best() throws(AdviceError) -> (
    entries: [SOAPAdvice.Entry], anyOffer: Double, value: Double, bound: Double
  ) {
    guard !options.isEmpty else { return ([], 0, 0, 0) }
    let problem = PortfolioProblem(
      options: options.map { option in
        PortfolioOption(
          id: option.row.program.code, utility: option.utility,
          variants: [PortfolioVariant(chance: option.chance)])
      }, nodeWeights: weights, limits: PortfolioLimits(count: rules.mostApplications))
    let solution: PortfolioSolution
    do {
      solution = try PortfolioSolver(problem).solve(effort: .quick)
    } catch {
      throw .limits("\(error)")
    }
    let entries = solution.members.map { member in
      let option = options[member.choice.option]
      return SOAPAdvice.Entry(
        code: option.row.program.code, program: option.row.program.name,
        institution: option.row.program.institution, city: option.row.program.city,
        state: option.row.program.state, specialty: option.row.program.specialty,
        track: option.row.program.track, positions: option.row.positions,
        offer: mean(option.chance), contribution: 100 * member.contribution)
    }.sorted { ($1.contribution, $0.code) < ($0.contribution, $1.code) }
    return (
      entries, anyOffer(solution.members.map { options[$0.choice.option].chance }),
      solution.value, max(solution.upperBound, solution.value)
    )
  }

  private func mean(_ chance: [Double]) -> Double {
    zip(weights, chance).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func anyOffer(_ chances: [[Double]]) -> Double {
    weights.indices.reduce(0) { sum, node in
      sum + weights[node] * (1 - chances.reduce(1) { $0 * (1 - $1[node]) })
    }
  }

  private func bySpecialty(_ list: [SOAPAdvice.Entry]) -> [SOAPAdvice.SpecialtyChance] {
    let groups = Dictionary(grouping: options) {
      SpecialtyTrack($0.row.program.specialty, track: $0.row.program.track)
    }
    return groups.map { line, members in
      let best = members.map(\.chance).sorted { mean($0) > mean($1) }
        .prefix(rules.mostApplications)
      let positions = members.compactMap(\.row.positions)
      return SOAPAdvice.SpecialtyChance(
        specialty: line.specialty, track: line.track, programs: members.count,
        positions: positions.isEmpty ? nil : positions.reduce(0, +),
        meanOffer: members.reduce(0) { $0 + mean($1.chance) } / Double(members.count),
        anyOffer: anyOffer(Array(best)),
        listed: list.count { $0.specialty == line.specialty && $0.track == line.track })
    }.sorted {
      ($1.anyOffer, $0.specialty.name, $0.track.rawValue)
        < ($0.anyOffer, $1.specialty.name, $1.track.rawValue)
    }
  }

  // MARK: Facts

  private func pastBySpecialty() throws(AdviceError) -> [SOAPAdvice.Past] {
    do {
      let unfilled = try advisor.facts.mainMatchResults().unfilled.map { row in
        SOAPAdvice.Past(
          name: Self.name(row.line) + (row.level == "PGY-1" ? "" : " (\(row.level))"),
          year: String(row.year), positions: row.positions, source: row.citation.title)
      }
      let further = try advisor.facts.soapFigures().filter { $0.measure == "positions_unfilled" }
        .map { figure in
          SOAPAdvice.Past(
            name: figure.line.map(Self.name) ?? "All specialties", year: figure.year,
            positions: Int(figure.value), source: figure.citation.title)
        }
      let known = Set(unfilled.map { "\($0.name)|\($0.year)" })
      return (unfilled + further.filter { !known.contains("\($0.name)|\($0.year)") })
        .sorted { ($1.year, $1.positions, $0.name) < ($0.year, $0.positions, $1.name) }
    } catch {
      throw .data("\(error)")
    }
  }

  private var pastByState: [SOAPAdvice.Past] {
    guard let year = programs.pastYear else { return [] }
    return programs.byState.map { state, positions in
      SOAPAdvice.Past(
        name: state, year: String(year), positions: positions,
        source: "programs.csv, added up over its programs")
    }.sorted { ($1.positions, $0.name) < ($0.positions, $1.name) }
  }

  static func name(_ line: SpecialtyTrack) -> String {
    line.track == .categorical
      ? line.specialty.name : "\(line.specialty.name) (\(line.track.rawValue))"
  }

  private var eligibility: [String] {
    var lines = rules.rules(.eligibility).map(\.text)
    switch file.type {
    case .usIMG, .nonUSIMG:
      lines.append(
        "You graduated abroad: the ECFMG must show you as certified, or as able to be by July 1. Look "
          + "it up before Match Week, not in it.")
    case .usMD, .usDO:
      lines.append("Your school vouches for you: ask its student affairs before Match Week.")
    }
    if file.visa != nil, file.visa != VisaNeed.none {
      lines.append("You need a visa: programs that sponsor none are left out where that is known.")
    }
    return lines
  }

  private var sources: [Source] {
    [
      "ranking_and_soap_rules", "soap_and_unfilled_extra", "unfilled_positions_2024", "key_dates",
      "programs",
    ].compactMap { name in
      advisor.facts.table(name).map {
        Source(
          title: "\($0.rights): \($0.what)", year: $0.year, url: "", trust: $0.trust,
          usedFor: $0.usedFor)
      }
    }
  }

  private var warnings: [String] {
    var warnings: [String] = []
    if !season.coversDay {
      warnings.append(
        "No calendar later than the \(season.name)'s is published here; its times have passed and "
          + "show only the order of things.")
    }
    if !programs.unknown.isEmpty {
      warnings.append(
        "Not in the directory, so not judged; look at them yourself: "
          + programs.unknown.joined(separator: ", ") + ".")
    }
    if others > 0 {
      warnings.append(
        "\(others) programs are of other specialties or reserved for physicians with earlier training "
          + "and are left out; --specialty NAME takes a specialty in.")
    }
    if ruledOut > 0 {
      warnings.append(
        "\(ruledOut) programs are left out: a requirement rules you out, or you refuse them or "
          + "their state.")
    }
    if !hasBelief {
      warnings.append(
        "Nothing is known here of your season: the chances take it that a usual list of your specialties "
          + "brought no match. With the log (--season) they know who interviewed you and did not take "
          + "you.")
    }
    return warnings
  }

  // MARK: Texts

  /// The texts about the file for the specialties that are most on the list.
  private func texts(_ list: [SOAPAdvice.Entry]) -> [SOAPAdvice.Texts] {
    let counts = Dictionary(grouping: list, by: \.specialty).mapValues(\.count)
    let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
    return most.map { specialty in
      var turned = file
      turned.specialties =
        [
          file.specialties.first { $0.specialty == specialty }
            ?? TargetSpecialty(specialty: specialty)
        ] + file.specialties.filter { $0.specialty != specialty }
      let decision = ExplanationDecision.decide(
        turned, change: change, rules: advisor.rules.words, season: season.year)
      let words = WordsComposer(
        applicant: turned, decision: decision, change: change, rules: advisor.rules.words
      ).compose()
      return SOAPAdvice.Texts(
        specialty: specialty, words: words,
        toAdapt: SOAPSentences.toAdapt(specialty, file.specialties.map(\.specialty)))
    }
  }
}

extension Advisor {
  /// The workspace for SOAP.
  ///
  /// - Throws: ``AdviceError/data(_:)`` for a time zone that is not known.
  /// - Complexity: O(programs · nodes) and the search for the list.
  public func soap(
    for file: Applicant, _ request: SOAPRequest
  ) throws(AdviceError) -> SOAPAdvice {
    try SOAPBuilder(self, file, request).advice()
  }
}
