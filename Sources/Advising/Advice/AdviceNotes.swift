import ApplicantFile
import Handbook
import ListOptimization
import MatchFacts
import MatchOdds
import ScoreReading

/// What stands around the advice: sources, assumptions, unknowns and warnings.
struct AdviceNotes: Sendable {
  var advisor: Advisor
  var applicant: Applicant
  var season: Season
  var trend: ScoreTrend
  var standing: [Standing]
  var listing: Listing
  var current: [ListedProgram]
  var partner: Applicant?
  var couple: CoupleAdvice?

  // MARK: Unknowns

  func unknowns() -> [Advice.Unknown] {
    applicant.unknowns.map { Advice.Unknown(field: $0.field, why: $0.why) }
  }

  // MARK: Sources

  func sources() -> [Source] {
    var tables = [
      "usmle_norms", "usmle_comlex_norms_2011_2021", "usmle_percentiles_2026",
      "aamc_b2_step1_by_step2_2019_20", "article_2026", "director_survey_factors_2020",
      "programs", "institution_standing", "standing_index", "img_share_by_state",
      "interview_rates_by_specialty", "published_effects", "fees", "key_dates",
      "signals_2026_2027", "signals_per_specialty",
    ]
    if partner != nil { tables += ["cities", "main_match_overall"] }
    var citations = standing.flatMap(\.citations)
    citations += listing.builder.inputs.targets.compactMap { $0.rule?.rule.citation }
    for citation in citations {
      if let table = citation.table, !tables.contains(table) { tables.append(table) }
    }
    // All else that any advice opens, so that no figure stands here without its source.
    tables += advisor.tables.filter { !tables.contains($0) }
    return published(tables, citations) + imported()
  }

  /// Data packs and files of the user that went into the list.
  private func imported() -> [Source] {
    var origins: [String] = []
    for member in listing.builder.solution.members {
      guard let origin = listing.builder.figures[member.id]?.origin, !origins.contains(origin)
      else { continue }
      origins.append(origin)
    }
    return origins.map {
      Source(
        title: $0, year: "yours", url: "", trust: "C",
        usedFor: "figures of single programs that you brought in")
    }
  }

  private func published(_ tables: [String], _ citations: [Citation]) -> [Source] {
    tables.compactMap { name in
      guard let table = advisor.facts.table(name) else { return nil }
      let own = citations.first { $0.table == name }
      return Source(
        title: own?.title ?? "\(table.rights): \(table.what)", year: own?.year ?? table.year,
        url: own?.url ?? "", trust: own?.trust ?? table.trust, usedFor: table.usedFor)
    }
  }

  // MARK: Assumptions

  func assumptions() -> [Assumption] {
    var ids: [AssumptionTable.ID] = [
      .safetyInterview, .safetyFloor, .targetInterview, .interviewGoal, .interviewWorth,
      .alikeDistance, .alikePlaces, .dreamYes, .dreamBackup, .dreamLongShot,
    ]
    if applicant.limits.pointWorth == nil { ids.append(.pointWorth) }
    if applicant.limits.applicationTime == nil { ids.append(.applicationTime) }
    if trend.change != nil {
      ids +=
        trend.exam == .usmle
        ? [.jointStep1Year, .jointStep2Year, .jointMinimum]
        : [.comlexSEMShare, .comlexCorrelation]
      if trend.first?.dateKnown == false { ids.append(.undatedStep1Year) }
      if advisor.scores.norms.measurementError(of: .step1) == nil { ids.append(.step1SEM) }
    }
    if standing.contains(where: { $0.unmatched?.lowerQuartile == nil && $0.matched != nil }) {
      ids.append(.unmatchedSpread)
    }
    if applicant.wishes.standing == nil { ids.append(.standingWorth) }
    if applicant.aim == .balanced { ids.append(.balancedSlack) }
    if applicant.type == .usMD { ids.append(.rateHalfLife) }
    if applicant.specialties.count > 1 { ids.append(.orderDiscount) }
    if let partner {
      ids +=
        CoupleTerms(
          applicant.coupleWishes, partner.coupleWishes, advisor.rules.assumptions
        ).assumed
      ids += [.coupleMostPairs, .coupleScenarios, .coupleLeastGain]
      if applicant.limits.isOpen { ids.append(.coupleMostPrograms) }
    }
    return advisor.rules.assumptions.listed(ids) + unmatchedAssumption + [
      Assumption(
        id: "reading-rules", text: "How programs read a score trend is an expert rule.",
        value: "see the file", file: "reading-rules.yaml"),
      Assumption(
        id: "standing-index",
        text: "What a program asks for is an index of public figures; its strength was checked in "
          + "neurology and is an assumption elsewhere.",
        value: "see the file", file: "standing_index.csv"),
      Assumption(
        id: "odds", text: "Coefficients of the odds; each with its source or the word assumption.",
        value: "see the file", file: "calibration.json"),
    ]
  }

  /// What an earlier season without a match is taken to weigh, for who had one.
  private var unmatchedAssumption: [Assumption] {
    guard applicant.wentUnmatched,
      let rule = advisor.parameters.evidence.first(where: { $0.id == "redFlags" }),
      let level = rule.levels[RedFlag.Kind.unmatchedBefore.rawValue]
    else { return [] }
    let details = (rule.detail ?? [:]).sorted { $0.key < $1.key }.map {
      "\($0.key): \(Format.number($0.value, digits: 1))"
    }
    return [
      Assumption(
        id: "unmatched-before",
        text:
          "How an earlier season without a match weighs, in standard deviations of what programs "
          + "see: no figure of people who apply again is published by specialty",
        value: "\(Format.number(level, digits: 1)) (\(details.joined(separator: "; ")))",
        file: "calibration.json")
    ]
  }

  // MARK: Warnings

  func warnings() -> [String] {
    var warnings: [String] = []
    if !season.coversDay {
      warnings.append(
        "No calendar later than the \(season.name)'s is published here; its dates have passed and "
          + "show only the order of things.")
    }
    warnings += feeWarnings + dateWarnings
    if applicant.limits.feeAssistance {
      warnings.append(
        "The Fee Assistance Program's discount is not published as a schedule; fees are shown "
          + "without it.")
    }
    let unlisted = listing.builder.inputs.unlisted
    if unlisted > 0 {
      warnings.append(
        "\(unlisted) programs that the national list of "
          + "\(Format.number(advisor.rules.assumptions[.nationalListYear])) no longer names are left "
          + "out, since they may be closed; name one under must_have to keep it.")
    }
    for target in listing.builder.inputs.targets {
      warnings += self.warnings(target)
    }
    let unknown = listing.builder.inputs.unknownCodes
    if !unknown.isEmpty {
      warnings.append(
        "Must-have programs that are not among your specialties' programs: "
          + unknown.joined(separator: ", ") + ".")
    }
    let missing = current.map(\.program).filter { listing.builder.inputs.option(code: $0) == nil }
    if !missing.isEmpty {
      warnings.append(
        "Programs on your list that the targets do not have, left out: "
          + missing.joined(separator: ", ") + ".")
    }
    if applicant.partnerFile != nil, partner == nil {
      warnings.append(
        "The file names a partner whose file was not given: this advice treats the applicant "
          + "alone. Couples rank pairs of programs, which lowers each partner's choice of place.")
    } else if let couple {
      let chances = couple.chances
      warnings.append(
        "You match as a couple: by the joint list you both match with a chance of "
          + "\(Format.about(chances.both.estimate)) and in one place with "
          + "\(Format.about(chances.together.estimate)). Apply and signal by the lists under "
          + "\u{201C}The two of you\u{201D}; all else here treats this file alone.")
    }
    if let partner {
      let differing = CoupleTerms.differing(applicant.coupleWishes, partner.coupleWishes)
      if !differing.isEmpty {
        let whose = applicant.name.map { "\($0)\u{2019}s file" } ?? "the file advised here"
        warnings.append(
          "Your two files state different wishes as a couple "
            + "(\(differing.joined(separator: "; "))): what \(whose) says counts. Write the same "
            + "in both, so that both of you read one answer.")
      }
    }
    return warnings
  }

  /// Whose fees, of which year, where they are not the season's own.
  private var feeWarnings: [String] {
    var told: [FeeTable] = []
    return zip(listing.builder.inputs.targets, listing.builder.fees.tables).compactMap {
      target, table in
      guard !table.isOwn, !told.contains(table) else { return nil }
      told.append(table)
      let service = advisor.service(of: target.target.specialty)
      if service != table.service {
        return
          "Fees of \(service.inWords) for \(target.target.specialty) are not published here; those "
          + "of another service are used. State your own under ‘fees’."
      }
      guard !table.isOfSeason else { return nil }
      return
        "Fees of \(service.rawValue) for the \(season.year) season are not published here; those of "
        + "the \(table.season) season are used. State your own under ‘fees’."
    }
  }

  /// Dates of a service that are another season's.
  private var dateWarnings: [String] {
    let services = Set(applicant.specialties.map { advisor.service(of: $0.specialty) })
    return services.sorted { $0.rawValue < $1.rawValue }.compactMap { service in
      let rows = season.reckoned.filter { row in
        row.service == service
          && [.applicationsOpen, .applicationsClose, .programsReview].contains(row.kind)
      }
      guard !rows.isEmpty else { return nil }
      let days = rows.map { row in
        let what = row.event.split(separator: ": ").last.map(String.init) ?? row.event
        return "\(what) on \(row.date.inWords)"
      }
      return
        "The dates of \(service.rawValue) for the \(season.name) are not published here. By the "
        + "season before: \(days.joined(separator: "; ")). Check them with \(service.rawValue)."
    }
  }

  private func warnings(_ target: ListInputs.Target) -> [String] {
    var warnings: [String] = []
    if let rule = target.rule, !rule.isOfSeason {
      warnings.append(
        "Signals in \(target.target.specialty) for this season are not published here; the rule "
          + "of \(rule.rule.seasonText) is used.")
    }
    if target.rule?.rule.specialties.count ?? 0 > 1 {
      let names = target.rule?.rule.specialties.map(\.name).joined(separator: " and ") ?? ""
      warnings.append("Signals are shared between \(names); they are spent in the first of them.")
    }
    if advisor.facts.specialties.info(target.target.specialty)?.match != .nrmp {
      warnings.append(
        "\(target.target.specialty) matches outside the NRMP on its own dates; check them with "
          + "its own match.")
    }
    if target.odds.programs.isEmpty {
      warnings.append("The directory has no program of \(target.target.specialty).")
    }
    return warnings
  }
}
