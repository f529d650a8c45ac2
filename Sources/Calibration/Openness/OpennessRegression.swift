import MatchFacts
import MatchOdds
import SeasonSimulation

/// What features and states say of whom programs invite: for US MDs a ridge of the log-odds of their
/// rate on all features but the index, which the bar stands for; for the others a ridge of their
/// log-odds less US MD's on all features, beside what is said of US MDs.
struct OpennessRegression {
  /// The programs.
  let programs: RatedPrograms
  let design: OpennessDesign
  /// US MD's fit, then each other type's of the contrast, in the order of ``RatedPrograms/types``.
  let fits: [RidgeFit]
  /// The fit of applicants whose school lies in another state than the program, of whose coefficients
  /// those of the states count.
  let elsewhere: RidgeFit?

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
    elsewhere = design.sums(design.elsewhere, 0).total(width: design.width)
      .solve(penalties: design.penalties(without: Self.leftOut(0)))
  }

  /// What a column adds for a type, US MD's part included, with its standard deviation.
  func effect(_ type: Int, column: Int) -> (value: Double, deviation: Double) {
    let base = fits[0]
    guard type > 0 else { return (base.coefficients[column], base.deviations[column]) }
    let own = fits[type]
    return (
      base.coefficients[column] + own.coefficients[column],
      (base.deviations[column] * base.deviations[column]
        + own.deviations[column] * own.deviations[column]).squareRoot()
    )
  }

  /// What a program's features and state say of a type, counted from its specialty's mean.
  func prediction(_ number: Int, _ type: Int) -> Double {
    let base = fits[0].predict(design.x[number])
    return type == 0 ? base : base + fits[type].predict(design.x[number])
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
