public import MatchFacts
public import MatchOdds
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Turns a fitted season into the parameters of the odds.
///
/// First stage: a program invites whoever stands above the threshold at which its interviews are
/// held, and the luck in standing is logistic; so P(invitation) is logistic in the applicant's
/// terms with minus the threshold as intercept, and nothing needs to be fitted again. Second stage:
/// whether a program would take an interviewed applicant is regressed on the same terms over the
/// interviews of simulated seasons.
public struct OddsDerivation: Sendable {
  private let simulator: SeasonSimulator
  private let targets: CalibrationTargets
  private let directory: [Program]
  private let rates: ProgramRateFile?
  private let offsetDeviations: [String: [SeasonGroup: Double]]

  /// A derivation from a fitted season; `offsetDeviations` are the posterior deviations of rank
  /// offsets by specialty and group.
  public init(
    simulator: SeasonSimulator, targets: CalibrationTargets, directory: [Program],
    rates: ProgramRateFile?, offsetDeviations: [String: [SeasonGroup: Double]]
  ) {
    self.simulator = simulator
    self.targets = targets
    self.directory = directory
    self.rates = rates
    self.offsetDeviations = offsetDeviations
  }

  /// What one pass over simulated seasons collects.
  private struct Collected {
    /// Sum and count of each program's thresholds.
    var thresholdSum: [Double]
    var thresholdCount: [Double]
    /// Second-stage rows by specialty.
    var x: [[[Double]]]
    var y: [[Bool]]
  }

  /// Columns of the second stage: four types, margin, strength.
  private static let typeColumns = 4

  /// Interviews of one group that enter the second stage of a specialty.
  private static let interviewsPerGroup = 2500

  /// The parameters of the odds, on the base of those that no table informs.
  public func parameters(base: OddsParameters, seasons: Range<Int>) -> OddsParameters {
    let collected = collect(seasons)
    let world = simulator.world
    let effects = simulator.parameters.effects
    var result = base
    result.origin =
      "Fitted by `smartpick calibrate` to the published tables through a simulated season; "
      + "see Calibration/REPORT.md."
    result.attitudes = attitudes(base.attitudes, effects: effects)
    result.shared[SharedCoefficient.scoreShareDO.rawValue] = Coefficient(
      effects.slopeDO, standardDeviation: 0.15, basis: .assumption,
      source: "DO programs read COMLEX too; size not published")
    result.shared[SharedCoefficient.scoreShareIMG.rawValue] = Coefficient(
      effects.slopeIMG, standardDeviation: 0.15, basis: .published,
      source:
        "Charting Outcomes 2026: matched and unmatched non-US IMGs lie closer together than US MDs")
    result.shared[SharedCoefficient.signalAtSecondStage.rawValue] = Coefficient(
      effects.rankSignal * 1.8, standardDeviation: 0.1, basis: .assumption,
      source: "as in the season: a signal counts little once the interview is held")
    if let rates {
      let other = rates.residual(of: "usMd", given: "outOfState") ?? 0.6
      let far = rates.residual(of: "usMd", given: "none") ?? 0.8
      result.shared[SharedCoefficient.importedOtherNoise.rawValue] = Coefficient(
        0.5 * (other + far), standardDeviation: 0.1, basis: .fitted,
        source: "residual log-odds of a program's MD rate given its out-of-state or unsignaled rate"
      )
      result.shared[SharedCoefficient.importedTypeNoise.rawValue] = Coefficient(
        0.4, standardDeviation: 0.15, basis: .assumption,
        source: "one season's rate against the next; only one season is published")
    }
    result.programFeatures = features(base.programFeatures)
    for (index, name) in world.specialties.enumerated() {
      guard let field = simulator.parameters.fields[name] else { continue }
      result.specialties[name] = coefficients(
        index, name, field: field, collected: collected,
        base: base.specialties[name] ?? base.anySpecialty)
    }
    // A specialty of which nothing is published: the middle of the others, with their spread.
    result.anySpecialty = middle(of: result, base: base.anySpecialty)
    for name in result.specialties.keys where !world.specialties.contains(name) {
      // Outside the season (urology): the pooled second stage and slopes, its own level.
      guard var own = result.specialties[name] else { continue }
      own.scoreSlope = result.anySpecialty.scoreSlope
      own.strengthLoading = result.anySpecialty.strengthLoading
      own.placeMargin = result.anySpecialty.placeMargin
      own.placeStrength = result.anySpecialty.placeStrength
      own.placeLevel = result.anySpecialty.placeLevel
      own.programSpread = result.anySpecialty.programSpread
      result.specialties[name] = own
    }
    return result
  }

  /// The parameters with the second stage set so that chances are true on average, by type, and
  /// neither too bold nor too timid, on a season of their own.
  public func recalibrated(
    _ parameters: OddsParameters, season: Int, cases: Int, matchYear: Int
  ) -> OddsParameters {
    var result = parameters
    for _ in 0..<4 {
      let model = OddsModel(parameters: result, directory: directory, season: matchYear)
      let test = Backtest(
        simulator: simulator, model: model, season: season, wanted: cases, drawCount: 1)
      var shifts: [String: Double] = [:]
      for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
        let members = test.cases.filter { $0.group == group }
        guard members.count >= 50 else { continue }
        let n = Double(members.count)
        let forecast = members.reduce(0) { $0 + $1.estimate } / n
        let matched = members.reduce(0) { $0 + ($1.isMatched ? 1 : 0) } / n
        let slope = members.reduce(0) { $0 + $1.estimate * (1 - $1.estimate) } / n
        shifts[group.name] = min(max((matched - forecast) / max(slope, 0.03), -0.6), 0.6)
      }
      let boldness = test.boldness
      for name in result.specialties.keys {
        for (group, shift) in shifts {
          result.specialties[name]?.placeLevel[group]?.value += shift
        }
        // Forecasts too far from the middle mean that more is shared by all programs than θ does.
        result.specialties[name]?.placeStrength.value *= min(max(1 / boldness, 0.8), 1.25)
      }
    }
    result.anySpecialty = middle(of: result, base: result.anySpecialty)
    return result
  }

  private func attitudes(_ base: [Attitude], effects: SeasonEffects) -> [Attitude] {
    base.enumerated().map { index, attitude in
      guard effects.attitudeShares.indices.contains(index) else { return attitude }
      var own = attitude
      own.share.value = effects.attitudeShares[index]
      own.shareByWeight = effects.attitudeByWeight[index]
      own.slopeFactor.value = effects.attitudeSlopes[index]
      own.floor.value = effects.attitudeFloors[index]
      own.floorWidth.value = effects.attitudeWidths[index]
      return own
    }
  }

  // MARK: Collecting

  private func collect(_ seasons: Range<Int>) -> Collected {
    let world = simulator.world
    let count = world.programs.count
    var collected = Collected(
      thresholdSum: [Double](repeating: 0, count: count),
      thresholdCount: [Double](repeating: 0, count: count),
      x: [[[Double]]](repeating: [], count: world.specialties.count),
      y: [[Bool]](repeating: [], count: world.specialties.count))
    var runs: [SeasonRun] = []
    for season in seasons {
      let run = simulator.season(season)
      for (program, threshold) in run.interviews.thresholds.enumerated() where threshold.isFinite {
        collected.thresholdSum[program] += Double(threshold)
        collected.thresholdCount[program] += 1
      }
      runs.append(run)
    }
    let means = meanThresholds(collected)
    var taken = [Int](repeating: 0, count: world.specialties.count * Self.typeColumns)
    for run in runs {
      let cutoffs = SecondStage.cutoffs(run)
      for (position, isHeld) in run.interviews.isHeld.enumerated() where isHeld {
        let program = Int(run.applications.program[position])
        let applicant = Int(run.applications.applicant[position])
        let specialty = Int(world.specialtyOf[program])
        guard let group = SeasonGroup(rawValue: Int(run.people.group[applicant])),
          group.rawValue < 4
        else { continue }
        // Large groups are thinned: so many interviews pin six coefficients.
        let stratum = specialty * Self.typeColumns + group.rawValue
        if taken[stratum] >= Self.interviewsPerGroup { continue }
        taken[stratum] += 1
        let terms = SecondStage.terms(
          run, position: position, applicant: applicant, program: program, group: group)
        let kindness =
          (means.specialty[specialty] - means.program[program]) + terms.taste
        var row = [Double](repeating: 0, count: Self.typeColumns + 2)
        row[group.rawValue] = 1
        row[Self.typeColumns] = terms.score + terms.place + kindness
        row[Self.typeColumns + 1] = Double(run.people.strength[applicant])
        collected.x[specialty].append(row)
        collected.y[specialty].append(run.applications.standing[position] >= cutoffs[program])
      }
    }
    return collected
  }

  private func meanThresholds(
    _ collected: Collected
  ) -> (program: [Double], specialty: [Double]) {
    let world = simulator.world
    var program = [Double](repeating: 0, count: world.programs.count)
    var specialty = [Double](repeating: 0, count: world.specialties.count)
    for index in world.specialties.indices {
      let range = world.starts[index]..<world.starts[index + 1]
      var sum = 0.0
      var n = 0.0
      for member in range where collected.thresholdCount[member] > 0 {
        program[member] = collected.thresholdSum[member] / collected.thresholdCount[member]
        sum += program[member]
        n += 1
      }
      specialty[index] = n > 0 ? sum / n : 0
      for member in range where collected.thresholdCount[member] == 0 {
        program[member] = specialty[index]
      }
    }
    return (program, specialty)
  }

  // MARK: Coefficients

  private func coefficients(
    _ index: Int, _ name: String, field: SeasonParameters.Field, collected: Collected,
    base: SpecialtyCoefficients
  ) -> SpecialtyCoefficients {
    var own = base
    let effects = simulator.parameters.effects
    let means = meanThresholds(collected)
    let isPublished = targets.interviewRates[name] != nil
    let how =
      isPublished
      ? "thresholds at which simulated interviews are held; fitted to the interview rates"
      : "thresholds at which simulated interviews are held; interview rates are not published"
    own.interviewLevel = Coefficient(
      -means.specialty[index], standardDeviation: isPublished ? 0.25 : 0.45, basis: .fitted,
      source: how)
    for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
      let cell = field.cells[group.name]
      let known = isPublished || (group == .nonUSIMG && targets.ranks[name] != nil)
      own.typeOffsets[group.name] = Coefficient(
        group == .usMD ? 0 : cell?.interviewOffset ?? pooledOffset(group),
        standardDeviation: group == .usMD ? 0 : known ? 0.25 : 0.5, basis: .fitted,
        source: known
          ? "interview rates by type and contiguous ranks" : "pooled over specialties")
      own.programSpread[group.name] = spread(index, name, group, means: means)
    }
    own.referenceScore = Coefficient(
      field.referenceScore, standardDeviation: 1.5, basis: .published,
      source: "mean Step 2 CK of US MD applicants, Charting Outcomes 2024 and score bands 2020-2024"
    )
    let factor = meanSlopeFactor(field.scoreWeight)
    own.scoreSlope = Coefficient(
      field.scoreSlope * factor, standardDeviation: 0.25 * field.scoreSlope, basis: .fitted,
      source: "slope of the match rate over score bands 2020-2024, partially pooled")
    own.strengthLoading = Coefficient(
      effects.strengthLoading, standardDeviation: 0.25, basis: .fitted,
      source: "spread of contiguous ranks, Charting Outcomes 2026, pooled")
    own.signals = [:]
    let prior =
      "contrast of interview rates, at most half way from the largest adjusted odds ratio (9) to the raw one"
    if field.singleSignals > 0 {
      own.signals["single"] = Coefficient(
        field.singleEffect, standardDeviation: 0.35, basis: .fitted, source: prior)
    }
    if field.silverSignals > 0 {
      own.signals["silver"] = Coefficient(
        field.silverEffect, standardDeviation: 0.35, basis: .fitted, source: prior)
    }
    if field.goldSignals > 0 {
      own.signals["gold"] = Coefficient(
        field.goldEffect, standardDeviation: 0.4, basis: .fitted, source: prior)
    }
    own.inState = Coefficient(
      field.inState, standardDeviation: 0.3, basis: .fitted,
      source:
        "contrast of interview rates, at most half way from the largest adjusted odds ratio (5.1) to the raw one"
    )
    own.scoreWeight = field.scoreWeight
    addSecondStage(&own, index, name, collected: collected)
    addReferences(&own, name)
    return own
  }

  private func meanSlopeFactor(_ weight: Int) -> Double {
    let effects = simulator.parameters.effects
    var sum = 0.0
    var total = 0.0
    for k in effects.attitudeShares.indices {
      let share = effects.attitudeShares[k] * exp(effects.attitudeByWeight[k] * Double(weight - 3))
      sum += share * effects.attitudeSlopes[k]
      total += share
    }
    return total > 0 ? sum / total : 1
  }

  private func pooledOffset(_ group: SeasonGroup) -> Double {
    var values = simulator.parameters.fields.values.compactMap {
      $0.cells[group.name]?.interviewOffset
    }
    values.sort()
    return values.isEmpty ? -1 : values[values.count / 2]
  }

  /// Spread of programs: from the rates where given, drawn towards the pooled one; else simulated.
  private func spread(
    _ index: Int, _ name: String, _ group: SeasonGroup,
    means: (program: [Double], specialty: [Double])
  ) -> Coefficient {
    let column: String
    switch group {
    case .usDO, .usDOGraduate: column = "usDo"
    case .usIMG: column = "usImg"
    case .nonUSIMG: column = "nonUsImg"
    default: column = "usMd"
    }
    if let rates, let pooled = pooledSpread(rates, column) {
      guard let own = rates.spread(name, column) else {
        return Coefficient(
          pooled, standardDeviation: 0.3, basis: .fitted,
          source: "spread of interview rates over programs, pooled over specialties")
      }
      let n = Double(own.programs)
      return Coefficient(
        (n * own.deviation + 40 * pooled) / (n + 40), standardDeviation: 0.15, basis: .fitted,
        source: "spread of interview rates over \(own.programs) programs, sampling taken off")
    }
    let world = simulator.world
    let groups = SeasonGroup.allCases.count
    var squares = 0.0
    var n = 0.0
    var sum = 0.0
    for program in world.starts[index]..<world.starts[index + 1] {
      let value = -means.program[program] + Double(world.tastes[program * groups + group.rawValue])
      sum += value
      squares += value * value
      n += 1
    }
    let variance = n > 1 ? squares / n - (sum / n) * (sum / n) : 1
    return Coefficient(
      max(variance, 0.25).squareRoot(), standardDeviation: 0.3, basis: .fitted,
      source: "spread of simulated thresholds; no rates were given")
  }

  private func pooledSpread(_ rates: ProgramRateFile, _ column: String) -> Double? {
    var sum = 0.0
    var n = 0.0
    for name in Set(rates.rows.map(\.specialty)).sorted() {
      guard let own = rates.spread(name, column) else { continue }
      sum += Double(own.programs) * own.deviation
      n += Double(own.programs)
    }
    return n > 0 ? sum / n : nil
  }

  private func addSecondStage(
    _ own: inout SpecialtyCoefficients, _ index: Int, _ name: String, collected: Collected
  ) {
    var prior = [(mean: Double, precision: Double)](
      repeating: (-0.8, 0.25), count: Self.typeColumns)
    prior.append((0.3, 25))
    prior.append((0.9, 25))
    let fit = LogisticRegression.fit(x: collected.x[index], y: collected.y[index], prior: prior)
    for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
      // A rank offset is in deviations of an interview's impression, 0.55 of a logistic's scale.
      let offset = offsetDeviations[name]?[group] ?? 0.5
      let noise = fit.deviations[group.rawValue]
      own.placeLevel[group.name] = Coefficient(
        fit.coefficients[group.rawValue],
        standardDeviation: min((noise * noise + square(1.8 * offset)).squareRoot(), 1.2),
        basis: .fitted, source: "match rates by type through simulated interviews")
    }
    own.placeMargin = Coefficient(
      max(fit.coefficients[Self.typeColumns], 0), standardDeviation: 0.1, basis: .fitted,
      source: "simulated interviews")
    own.placeStrength = Coefficient(
      max(fit.coefficients[Self.typeColumns + 1], 0), standardDeviation: 0.2, basis: .fitted,
      source: "simulated interviews")
  }

  private func addReferences(_ own: inout SpecialtyCoefficients, _ name: String) {
    guard let published = targets.interviewRates[name] else { return }
    let keys: [(String, String)] = [
      ("usMd", "us-md"), ("usDo", "us-do"), ("usImg", "us-img"), ("nonUsImg", "non-us-img"),
      ("none", "none"), ("signal", "single"), ("silver", "silver"), ("gold", "gold"),
      ("inState", "inState"), ("outOfState", "outOfState"),
    ]
    own.rateReferences = [:]
    for (column, key) in keys {
      if let spread = rates?.spread(name, column) {
        own.rateReferences[key] = Coefficient(
          spread.mean, standardDeviation: spread.deviation / Double(spread.programs).squareRoot(),
          basis: .published, source: "mean log-odds over programs of the interview rates 2024-25")
      } else if let row = published[column] {
        let values = [row.p10, row.p25, row.p50, row.p75, row.p90].map {
          ProgramRateFile.logit($0, trials: 150)
        }
        own.rateReferences[key] = Coefficient(
          values.reduce(0, +) / 5, standardDeviation: 0.1, basis: .published,
          source: "mean log-odds of the published percentiles of the interview rates 2024-25")
      }
    }
  }

  /// How far the directory's traits explain interview rates; kept from the base without rates.
  private func features(_ base: [String: Coefficient]) -> [String: Coefficient] {
    guard let rates else { return base }
    let joined = rates.joined(directory, column: "usMd")
    let table = ProgramTraitTable(directory: directory)
    let names = ProgramTraits.names
    let members = directory.filter { joined[$0.code] != nil }
    var means: [String: (sum: Double, n: Double)] = [:]
    for program in members {
      let key = program.specialty.name
      means[key, default: (0, 0)].sum += joined[program.code] ?? 0
      means[key, default: (0, 0)].n += 1
    }
    let k = names.count
    var xx = [Double](repeating: 0, count: k * k)
    var xy = [Double](repeating: 0, count: k)
    var yy = 0.0
    var n = 0.0
    for program in members {
      guard let mean = means[program.specialty.name], mean.n >= 12 else { continue }
      let y = (joined[program.code] ?? 0) - mean.sum / mean.n
      let x = names.map { table[program.code][$0] }
      for i in 0..<k {
        xy[i] += x[i] * y
        for j in 0..<k { xx[i * k + j] += x[i] * x[j] }
      }
      yy += y * y
      n += 1
    }
    for i in 0..<k { xx[i * k + i] += 10 }
    guard n > 100, let inverse = LogisticRegression.invert(xx, k) else { return base }
    var result: [String: Coefficient] = [:]
    var explained = 0.0
    var beta = [Double](repeating: 0, count: k)
    for i in 0..<k {
      for j in 0..<k { beta[i] += inverse[i * k + j] * xy[j] }
      explained += beta[i] * xy[i]
    }
    let residual = max(yy - explained, 0) / n
    for (i, name) in names.enumerated() {
      result[name] = Coefficient(
        beta[i], standardDeviation: (residual * inverse[i * k + i]).squareRoot(), basis: .fitted,
        source: "regression of US MD interview rates of \(Int(n)) programs on the directory's "
          + "traits, which explain \(Int((100 * explained / max(yy, 1e-9)).rounded())) % of the variance"
      )
    }
    return result
  }

  private func middle(of parameters: OddsParameters, base: SpecialtyCoefficients)
    -> SpecialtyCoefficients
  {
    var own = base
    let names = simulator.world.specialties.filter { name in
      (simulator.world.specialties.firstIndex(of: name)).map {
        simulator.world.starts[$0 + 1] - simulator.world.starts[$0] >= 10
      } ?? false
    }
    func median(_ read: (SpecialtyCoefficients) -> Coefficient?, wider: Double) -> Coefficient? {
      let values = names.compactMap { parameters.specialties[$0].flatMap(read)?.value }.sorted()
      guard !values.isEmpty else { return nil }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      return Coefficient(
        values[values.count / 2],
        standardDeviation: (variance + wider * wider).squareRoot(), basis: .fitted,
        source: "median over specialties, with their spread")
    }
    if let value = median({ $0.interviewLevel }, wider: 0.3) { own.interviewLevel = value }
    if let value = median({ $0.scoreSlope }, wider: 0.02) { own.scoreSlope = value }
    if let value = median({ $0.strengthLoading }, wider: 0.25) { own.strengthLoading = value }
    if let value = median({ $0.placeMargin }, wider: 0.05) { own.placeMargin = value }
    if let value = median({ $0.placeStrength }, wider: 0.05) { own.placeStrength = value }
    if let value = median({ $0.inState }, wider: 0.1) { own.inState = value }
    for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
      if let value = median({ $0.typeOffsets[group.name] }, wider: 0.1) {
        own.typeOffsets[group.name] = value
      }
      if let value = median({ $0.placeLevel[group.name] }, wider: 0.2) {
        own.placeLevel[group.name] = value
      }
      if let value = median({ $0.programSpread[group.name] }, wider: 0.1) {
        own.programSpread[group.name] = value
      }
    }
    return own
  }
}

private func square(_ x: Double) -> Double { x * x }
