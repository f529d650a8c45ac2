import ApplicantFile
import ListOptimization
import MatchFacts

/// Application fees of one service and season, per specialty; the Fee Assistance Program's discount is
/// not published as a schedule and is not taken off.
struct FeeTable: Sendable, Equatable {
  /// What the first applications cost together, and price runs by position within a specialty.
  var schedule: ListOptimization.FeeSchedule
  /// The service whose fees they are.
  var service: ApplicationService
  /// The season the prices are of, as a Match year.
  var season: Int
  /// Whether they are the asked season's.
  var isOfSeason: Bool
  /// Whether the applicant stated them.
  var isOwn = false

  /// The published fees of a service, or the nearest; nil where none are known.
  init?(_ fees: Fees, of service: ApplicationService, season: Int) {
    guard let published = fees.schedule(of: service, season: season) else { return nil }
    var steps = published.tiers.map {
      ListOptimization.FeeSchedule.Step(through: $0.throughCount, each: $0.dollars)
    }
    if let flat = published.flat, let through = flat.throughCount {
      steps.insert(.init(through: through, each: 0), at: 0)
    }
    schedule = .init(fixed: published.flat?.dollars ?? 0, steps: steps)
    self.service = published.service
    self.season = published.season
    isOfSeason = published.isOfSeason
  }

  /// The applicant's own fees; nil where the file states none for the service.
  init?(_ own: OwnFees, of service: ApplicationService, season: Int) {
    guard own.each != nil || own.flat != nil,
      own.service.map({ $0.rawValue == service.rawValue }) ?? true
    else { return nil }
    let first = own.each ?? 0
    var steps = [ListOptimization.FeeSchedule.Step(through: own.through, each: first)]
    if own.through != nil { steps.append(.init(each: own.beyond ?? first)) }
    schedule = .init(fixed: own.flat ?? 0, steps: steps)
    self.service = service
    self.season = season
    isOfSeason = true
    isOwn = true
  }

  /// Dollars for a number of applications in one specialty.
  func total(count: Int) -> Int { schedule.fee(count: count) }

  /// Dollars of the `number`-th application.
  func marginal(number: Int) -> Int { total(count: number) - total(count: number - 1) }
}

/// The fees of each target specialty.
struct FeeTables: Sendable {
  /// By position of the target.
  var tables: [FeeTable]

  /// - Throws: ``AdviceError/data(_:)`` where no fees are known at all.
  init(advisor: Advisor, applicant: Applicant, season: Int) throws(AdviceError) {
    var tables: [FeeTable] = []
    for target in applicant.specialties {
      let service = advisor.service(of: target.specialty)
      guard
        let table = FeeTable(applicant.fees, of: service, season: season)
          ?? FeeTable(advisor.feeRows, of: service, season: season)
      else { throw .data("no application fees are known; see fees.csv") }
      tables.append(table)
    }
    self.tables = tables
  }

  /// The fees of the target at a position.
  subscript(target: Int) -> FeeTable { tables[target] }

  /// Dollars for so many applications of each target.
  func total(_ counts: [Int]) -> Int {
    zip(tables, counts).reduce(0) { $0 + $1.0.total(count: $1.1) }
  }
}
