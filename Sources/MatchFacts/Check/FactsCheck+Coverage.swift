extension FactsCheck.Coverage {
  /// What is known of the programs, and of the specialties with at least ten programs.
  static func all(_ facts: MatchFacts) throws(FactsError) -> [FactsCheck.Coverage] {
    let directory = try facts.programs()
    return try ofPrograms(directory, facts) + ofSpecialties(directory, facts)
  }

  private static func ofPrograms(
    _ directory: ProgramDirectory, _ facts: MatchFacts
  ) throws(FactsError) -> [FactsCheck.Coverage] {
    let cities = try facts.cities()
    let programs = directory.programs
    let standing = try facts.standing(of: directory)
    func count(_ what: String, _ has: (Program) -> Bool) -> FactsCheck.Coverage {
      .init(what: what, known: programs.count(where: has), total: programs.count, missing: [])
    }
    return [
      count("programs with a city") { $0.city != nil },
      count("programs with coordinates") { cities.city(of: $0) != nil },
      count("programs with an ACGME id") { $0.acgmeID != nil },
      count("programs with positions of some year") { $0.positions != nil },
      count("programs with positions of 2021 or later") { ($0.positionsYear ?? 0) >= 2021 },
      count("programs listed in 2023 or later") { ($0.lastListed ?? 0) >= 2023 },
      count("programs with a standing") {
        standing.standing(of: $0)?.basis == .publicFigures
      },
    ]
  }

  private static func ofSpecialties(
    _ directory: ProgramDirectory, _ facts: MatchFacts
  ) throws(FactsError) -> [FactsCheck.Coverage] {
    let large = directory.specialties.filter { directory.programs(of: $0).count >= 10 }
    func count(_ what: String, _ has: (Specialty) -> Bool) -> FactsCheck.Coverage {
      let missing = large.filter { !has($0) }
      return .init(
        what: "specialties with " + what, known: large.count - missing.count, total: large.count,
        missing: missing.map(\.name))
    }
    let signals = try facts.signalRules()
    let quartiles = try facts.matchedScoreQuartiles()
    let bands = try facts.bandMatchRates()
    let rates = try facts.interviewRates()
    let joint = try facts.jointScores()
    let results = try facts.mainMatchResults()
    let survey = try facts.directorSurvey()
    let charting = try facts.nonUSIMGCharting()
    return [
      count("a signal rule of season \(signals.latestSeason)") {
        signals.rule(for: $0)?.isOfSeason == true
      },
      count("Step 2 CK quartiles of the matched") { quartiles.quartiles(for: $0) != nil },
      count("match rates by score band") { !bands.bands(for: $0).isEmpty },
      count("interview rates") { rates.rate(for: $0, .usMD) != nil },
      count("Step 1 by Step 2 CK counts") { joint.counts(for: $0) != nil },
      count("2025 results by applicant type") {
        results.result(for: $0, group: .usMDSenior) != nil
      },
      count("a program director survey") { !survey.factors(for: $0, stage: .interview).isEmpty },
      count("outcomes of non-US IMGs") { charting.summary(for: $0) != nil },
    ]
  }
}
