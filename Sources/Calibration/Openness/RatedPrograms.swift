import MatchFacts
import MatchOdds
import SeasonSimulation

/// The programs of the directory whose interview rates are given, with what public figures tell of
/// them.
///
/// Lives in memory during a calibration; no row of it is kept.
struct RatedPrograms {
  /// One program.
  struct Row {
    var specialty: String
    var state: String?
    /// What groups the programs of its institution.
    var institution: String
    /// Features, in the order of `ProgramTraits.Feature`.
    var features: [Double]
    /// Log-odds of the rate by type, in the order of ``types``; nil where not given.
    var rates: [Double?]
    /// Sampling variance of the same.
    var noise: [Double]
    /// Log-odds of the rate of applicants whose school lies in another state; nil where not given.
    var elsewhere: Double?
  }

  /// The types, US MD first.
  static let types: [(type: ApplicantType, column: String)] = [
    (.usMD, "usMd"), (.usDO, "usDo"), (.usIMG, "usImg"), (.nonUSIMG, "nonUsImg"),
  ]

  /// The programs, in the order of the rates.
  let rows: [Row]
  /// Rows of the rates in all.
  let given: Int

  init(_ rates: ProgramRateFile, directory: ProgramDirectory, traits: ProgramTraitTable) {
    given = rates.rows.count
    let joined = RateJoin(rates, directory: directory).programs
    var rows: [Row] = []
    for (row, place) in zip(rates.rows, joined) {
      guard let place else { continue }
      let program = directory.programs[place]
      var own: [Double?] = []
      var noise: [Double] = []
      for (_, column) in Self.types {
        let trials = ProgramRateFile.applications(column)
        own.append(row.rates[column].map { ProgramRateFile.logit($0, trials: trials) })
        let p = ProgramRateFile.clamp(row.rates[column] ?? 0.5, trials: trials)
        noise.append(1 / (trials * p * (1 - p)))
      }
      guard own.contains(where: { $0 != nil }) else { continue }
      rows.append(
        Row(
          specialty: row.specialty, state: program.state,
          institution: program.institutionKey,
          features: traits[program.code].features, rates: own, noise: noise,
          elsewhere: row.rates["outOfState"].map {
            ProgramRateFile.logit($0, trials: ProgramRateFile.applications("outOfState"))
          }))
    }
    self.rows = rows
  }
}
