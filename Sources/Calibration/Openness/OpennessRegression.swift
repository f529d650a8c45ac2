import MatchFacts
import MatchOdds
import SeasonSimulation

/// What features and states say of whom programs invite: for US MDs a ridge of the log-odds of their
/// rate on all features but the index, which the bar stands for; for the others a ridge of their
/// log-odds less US MD's on all features, beside what is said of US MDs.
///
/// A state's own effect for US MDs is that of applicants from elsewhere. The rate of all US MDs mixes
/// in those of the state's own schools, whom the odds raise already: where they are many of the
/// applicants, the state would look open to everybody.
struct OpennessRegression {
  /// The programs.
  let programs: RatedPrograms
  let design: OpennessDesign
  /// US MD's fit, then each other type's of the contrast, in the order of ``RatedPrograms/types``.
  let fits: [RidgeFit]
  /// US MDs as they are advised: states by the rate of applicants from elsewhere, features by what
  /// those leave of US MDs' rates.
  let advised: RidgeFit

  /// Features that a type's fit leaves out.
  static func leftOut(_ type: Int) -> Set<ProgramTraits.Feature> { type == 0 ? [.index] : [] }

  init?(_ programs: RatedPrograms) {
    self.programs = programs
    let design = OpennessDesign(programs)
    self.design = design
    var fits: [RidgeFit] = []
    for type in RatedPrograms.types.indices {
      let sums = design.sums(type == 0 ? design.y : design.contrasts, type)
      guard
        let fit = sums.total(width: design.width).solve(
          penalties: design.penalties(without: Self.leftOut(type)))
      else { return nil }
      fits.append(fit)
    }
    self.fits = fits
    guard let advised = Self.advised(design) else { return nil }
    self.advised = advised
  }

  /// The fit of US MDs from elsewhere, a specialty left out if one is named.
  static func advised(_ design: OpennessDesign, without name: String? = nil) -> RidgeFit? {
    let states = design.featureCount..<design.width
    guard
      let outside = design.sums(design.elsewhere, 0).total(width: design.width, without: name)
        .solve(penalties: design.penalties(without: leftOut(0)))
    else { return nil }
    let rest: [[Double?]] = design.x.indices.map { number in
      let told = states.reduce(0) { $0 + outside.coefficients[$1] * design.x[number][$1] }
      return [design.y[number][0].map { $0 - told }]
    }
    guard
      var fit = design.sums(rest, 0).total(width: design.width, without: name)
        .solve(penalties: design.penalties(without: leftOut(0), states: false))
    else { return nil }
    for column in states {
      fit.coefficients[column] = outside.coefficients[column]
      fit.deviations[column] = outside.deviations[column]
    }
    return fit
  }

  /// What a column adds for a type, US MD's part included, with its standard deviation.
  func effect(_ type: Int, column: Int) -> (value: Double, deviation: Double) {
    let base = fits[0]
    guard type > 0 else { return (advised.coefficients[column], advised.deviations[column]) }
    let own = fits[type]
    return (
      base.coefficients[column] + own.coefficients[column],
      (base.deviations[column] * base.deviations[column]
        + own.deviations[column] * own.deviations[column]).squareRoot()
    )
  }

  /// What a program's features and state say of a type, counted from its specialty's mean.
  func prediction(_ number: Int, _ type: Int) -> Double {
    guard type > 0 else { return advised.predict(design.x[number]) }
    return fits[0].predict(design.x[number]) + fits[type].predict(design.x[number])
  }

  /// Residual log-odds of a type's rates by program; nil where no rate is given.
  func residuals(_ type: Int) -> [Double?] {
    design.x.indices.map { number in
      design.y[number][type].map { $0 - prediction(number, type) }
    }
  }

  /// Standard deviation of what the features leave, sampling taken off: of a specialty, or of all.
  func spread(_ specialty: String?, _ type: Int) -> (deviation: Double, programs: Int)? {
    var squares = 0.0
    var noise = 0.0
    var n = 0
    for (number, residual) in residuals(type).enumerated() {
      guard let residual, specialty == nil || design.specialties[number] == specialty else {
        continue
      }
      squares += residual * residual
      noise += programs.rows[number].noise[type]
      n += 1
    }
    guard n >= 12 else { return nil }
    return (max((squares - noise) / Double(n), 0.04).squareRoot(), n)
  }

  /// Correlation of what is left of two programs of one institution, each in deviations of its
  /// specialty.
  func institutionShare(_ type: Int) -> (value: Double, pairs: Int) {
    let left = residuals(type)
    var scale: [String: (squares: Double, n: Double)] = [:]
    for (number, residual) in left.enumerated() {
      guard let residual else { continue }
      let name = design.specialties[number]
      scale[name, default: (0, 0)].squares += residual * residual
      scale[name, default: (0, 0)].n += 1
    }
    var groups: [String: (sum: Double, squares: Double, n: Int)] = [:]
    for (number, residual) in left.enumerated() {
      guard let residual, let own = scale[design.specialties[number]], own.squares > 0 else {
        continue
      }
      let value = residual / (own.squares / own.n).squareRoot()
      let key = programs.rows[number].institution
      groups[key, default: (0, 0, 0)].sum += value
      groups[key, default: (0, 0, 0)].squares += value * value
      groups[key, default: (0, 0, 0)].n += 1
    }
    var products = 0.0
    var pairs = 0
    for key in groups.keys.sorted() {
      guard let group = groups[key], group.n > 1 else { continue }
      products += group.sum * group.sum - group.squares
      pairs += group.n * (group.n - 1)
    }
    return (pairs > 0 ? products / Double(pairs) : 0, pairs / 2)
  }
}
