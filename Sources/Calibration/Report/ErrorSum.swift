import SeasonSimulation

/// Errors of published figures, summed with their numbers of applicants as weights.
struct ErrorSum {
  /// Weighted absolute errors.
  var absolute = 0.0
  /// The weights.
  var weight = 0.0
  /// Figures.
  var count = 0
  /// Figures inside their 80 % range.
  var covered = 0

  /// The mean absolute error; 0 without figures.
  var mean: Double { weight > 0 ? absolute / weight : 0 }

  /// Adds the error of a figure about `n` applicants.
  mutating func add(_ error: Double, _ n: Double, covered isCovered: Bool = false) {
    absolute += n * abs(error)
    weight += n
    count += 1
    covered += isCovered ? 1 : 0
  }
}
