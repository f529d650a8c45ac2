import ApplicantFile
import MatchFacts
public import MatchOdds
public import SeasonSimulation
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The odds put to the test on simulated applicants that no fit has seen.
///
/// For each applicant the odds see what a file shows (type, score, school's state) and the list
/// with its signals; they do not see the strength of the file nor what is drawn for the programs.
/// What then happened is the outcome; the chance given everything that is drawn is the truth that
/// the range over all that is not known should cover.
public struct Backtest: Sendable {
  /// One applicant.
  public struct Case: Sendable, Hashable {
    /// The preferred specialty.
    public var specialty: String
    /// Applicant type.
    public var group: SeasonGroup
    /// Estimated chance of matching on the list.
    public var estimate: Double
    /// 10th percentile of the chance over all that is not known.
    public var low: Double
    /// 90th percentile.
    public var high: Double
    /// What independence between programs would have claimed.
    public var ifIndependent: Double
    /// The chance given the drawn strength and programs.
    public var truth: Double
    /// Whether the applicant matched in the specialty.
    public var isMatched: Bool
  }

  /// The cases.
  public private(set) var cases: [Case] = []

  /// Some cases of a test.
  init(cases: [Case]) { self.cases = cases }

  /// Tests about `wanted` applicants of one season.
  public init(
    simulator: SeasonSimulator, model: OddsModel, season: Int, wanted: Int, drawCount: Int = 64
  ) {
    let run = simulator.season(season)
    let world = simulator.world
    let cutoffs = SecondStage.cutoffs(run)
    let people = run.people
    var byApplicant: [Int: [Int]] = [:]
    let step = max(1, people.count / max(wanted, 1))
    for position in run.applications.program.indices {
      let applicant = Int(run.applications.applicant[position])
      guard applicant % step == 0, people.group[applicant] < 4,
        run.applications.utility[position] > -SeasonApplications.secondSpecialty / 2
      else { continue }
      byApplicant[applicant, default: []].append(position)
    }
    for applicant in byApplicant.keys.sorted() {
      guard let positions = byApplicant[applicant],
        let group = SeasonGroup(rawValue: Int(people.group[applicant]))
      else { continue }
      let specialty = Specialty(world.specialties[Int(people.specialty[applicant])])
      var file = Applicant(
        type: group.type, step2CK: ExamResult(score: Int(people.score[applicant])),
        specialties: [TargetSpecialty(specialty: specialty)])
      file.isSenior = group == .usMD || group == .usDO
      let state = Int(people.state[applicant])
      if state < world.stateNames.count { file.school.state = world.stateNames[state] }
      let programs = positions.map { world.programs[Int(run.applications.program[$0])] }
      let odds = model.odds(
        for: file, in: specialty, programs: programs, nodeCount: 24, drawCount: drawCount)
      let choices = positions.enumerated().map { index, position in
        ListApplication(
          program: index, tier: odds.tierIndex(Self.tier(run.applications.columns[position])) ?? 0)
      }
      let list = ListOdds([ListOdds.Part(odds: odds, applications: choices)])
      let range = list.wholeRange
      var unmatched = 1.0
      for position in positions {
        unmatched *= 1 - Self.truth(run, position: position, group: group, cutoffs: cutoffs)
      }
      let program = Int(run.match.program[applicant])
      cases.append(
        Case(
          specialty: specialty.name, group: group, estimate: list.match,
          low: range.lowerBound, high: range.upperBound,
          ifIndependent: list.matchIfIndependent,
          truth: 1 - unmatched,
          isMatched: program >= 0 && world.specialtyOf[program] == people.specialty[applicant]))
    }
  }

  private static func tier(_ columns: UInt16) -> ListedProgram.Signal {
    if columns & (1 << UInt16(RateColumn.gold.rawValue)) != 0 { return .gold }
    if columns & (1 << UInt16(RateColumn.silver.rawValue)) != 0 { return .silver }
    if columns & (1 << UInt16(RateColumn.single.rawValue)) != 0 { return .single }
    return .none
  }

  /// Chance of an invitation and a place, given all but the luck of the pair.
  private static func truth(
    _ run: SeasonRun, position: Int, group: SeasonGroup, cutoffs: [Float]
  ) -> Double {
    let program = Int(run.applications.program[position])
    let applicant = Int(run.applications.applicant[position])
    let pair = PairLuck(
      key: run.key, applicant: run.people.identity[applicant], program: UInt32(program),
      season: UInt32(clamping: run.number))
    let index = run.applications.index[position] - pair.invitation
    let threshold = run.interviews.thresholds[program]
    guard threshold.isFinite else { return 0 }
    // Applications that a screen stopped are not kept: the truth is that of the rest.
    let invited = Logistic.cumulative(Double(index - threshold))
    let standing = run.applications.standing[position] - pair.impression
    let taken = Logistic.cumulative(Double(standing - cutoffs[program]) / 0.551_33)
    return invited * taken
  }

  /// Share of cases whose truth lies in the interval.
  public var coverage: Double {
    ForecastScore.coverage(
      cases.map { (range: min($0.low, $0.high)...$0.high, value: $0.truth) })
  }

  /// The score of a forecast against what happened.
  public func score(_ forecast: (Case) -> Double) -> ForecastScore {
    ForecastScore(
      cases.map { ForecastScore.Outcome(chance: forecast($0), happened: $0.isMatched) })
  }
}
