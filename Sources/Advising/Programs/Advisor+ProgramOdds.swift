public import ApplicantFile
import Handbook
public import MatchFacts
import MatchOdds
import ScoreReading

extension Advisor {
  /// What every program of the file's specialties asks for, and the applicant's chances there.
  ///
  /// Programs stand by specialty in the order of the file, as in the directory. Chances, standing
  /// and requirements are those of ``advise(_:_:)``, a drop in scores read alike.
  ///
  /// - Parameters:
  ///   - file: the file; an exam without a score counts with the middle of what is likely.
  ///   - specialty: one of its specialties alone; nil for all.
  ///   - asOf: the day, which tells the season.
  /// - Throws: ``AdviceError/noSecondExam``; ``AdviceError/notInFile(_:named:)`` for a specialty that
  ///   the file does not name.
  /// - Complexity: O(programs · tiers).
  public func programOdds(
    for file: Applicant, specialty: Specialty? = nil, asOf: CalendarDate
  ) throws(AdviceError) -> ProgramOddsAnswer {
    let applicant = try planned(file, asOf: asOf)
    let named = applicant.specialties.map(\.specialty)
    if let specialty, !named.contains(specialty) {
      throw .notInFile(specialty, named: named)
    }
    let season = try season(of: applicant, on: asOf)
    let scores = try scoreProfile(of: applicant, asOf: asOf, season: season)
    var programs: [ProgramOdds] = []
    var seen: Set<Specialty> = []
    for target in named where seen.insert(target).inserted {
      if let specialty, specialty != target { continue }
      let odds = odds(
        of: applicant, in: target, reading: try ScoreReading(scores, in: target),
        season: season.year)
      let places = odds.standingPlaces
      programs += odds.programs.indices.map { entry(odds, $0, place: places[$0]) }
    }
    return ProgramOddsAnswer(applicant: summary(file), programs: programs)
  }

  /// The chances at one program, on the list or not, and what makes them.
  ///
  /// - Throws: ``AdviceError/noSecondExam``.
  public func outlook(
    of file: Applicant, at program: Program, asOf: CalendarDate
  ) throws(AdviceError) -> ProgramOutlook? {
    let applicant = try planned(file, asOf: asOf)
    var seen = applicant
    let isTarget = applicant.specialties.contains { $0.specialty == program.specialty }
    if !isTarget { seen.specialties = [TargetSpecialty(specialty: program.specialty)] }
    let season = try season(of: applicant, on: asOf)
    let scores = try scoreProfile(of: seen, asOf: asOf, season: season)
    let odds = odds(
      of: seen, in: program.specialty,
      reading: try ScoreReading(scores, in: program.specialty),
      season: season.year)
    guard let place = odds.programs.firstIndex(where: { $0.code == program.code }) else {
      return nil
    }
    let eligibility = odds.eligibility[place]
    return ProgramOutlook(
      odds: entry(odds, place, place: odds.standingPlaces[place]),
      reasons: eligibility.isEligible
        ? odds.reasons(program: place, tier: 0).map { .init(text: $0.text, points: $0.points) }
        : [],
      unknown: eligibility.unknown, isTarget: isTarget)
  }

  /// The file to reckon with, as ``advise(_:_:)`` does.
  func planned(_ file: Applicant, asOf: CalendarDate) throws(AdviceError) -> Applicant {
    try ExamOutlookBuilder(
      advisor: self, applicant: file, asOf: asOf, season: season(of: file, on: asOf)
    ).planned()
  }

  /// The odds of a file at every program of a specialty.
  func odds(
    of applicant: Applicant, in specialty: Specialty, reading: ScoreReading, season: Int
  ) -> SpecialtyOdds {
    model.inSeason(season).odds(
      for: applicant, in: specialty, programs: directory.programs(of: specialty),
      figures: figures, reading: reading,
      placeShift: newestRate(of: applicant, in: specialty, season: season)?.shift ?? 0)
  }

  /// How the newest published rate moves the odds of a file in a specialty; nil where none that is
  /// newer than the years of the fit is published of its type.
  func newestRate(of applicant: Applicant, in specialty: Specialty, season: Int) -> NewestRate? {
    guard applicant.type == .usMD else { return nil }
    return newestRates.rates(
      of: specialty, season: season, halfLife: rules.assumptions[.rateHalfLife])
  }

  private func entry(_ odds: SpecialtyOdds, _ index: Int, place: Double) -> ProgramOdds {
    let program = odds.programs[index]
    let eligibility = odds.eligibility[index]
    let belief = odds.standing(program: index)
    let standing = ProgramList.Standing(belief, place: place)
    return ProgramOdds(
      code: program.code, acgmeID: program.acgmeID, program: program.name,
      institution: program.institution, city: program.city, state: program.state,
      specialty: program.specialty, track: program.track,
      standing: .init(
        estimate: standing.estimate, low: standing.low, high: standing.high,
        percentile: standing.percentile, basis: belief.basis),
      isEligible: eligibility.isEligible, ruledOutBy: eligibility.ruledOutBy,
      interview: ChancesBySignal(odds.tiers) {
        Interval(odds.interviewChance(program: index, tier: $0))
      },
      match: ChancesBySignal(odds.tiers) { Interval(odds.matchChance(program: index, tier: $0)) },
      group: eligibility.isEligible
        ? GroupRule(rules.assumptions).group(
          interview: odds.interviewChance(program: index, tier: 0)) : nil)
  }
}

extension ScoreReading {
  /// How programs of a specialty read a drop; nothing to read without one.
  init(_ scores: ScoreProfile?, in specialty: Specialty) throws(AdviceError) {
    let reading: Reading?
    do {
      reading = try scores?.readingOfChange(in: specialty)
    } catch {
      throw AdviceError(error)
    }
    guard let shares = reading?.shares else {
      self = .nothing
      return
    }
    self.init(blip: shares.blip, signal: shares.signal, problem: shares.problem)
  }
}
