import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The two kinds of spread, which are never mixed: what is not known of the chance of people with such
/// a file, and where the unseen rest of this file puts it.
extension ListOdds {
  /// The chance of matching with its 80 % interval: what the published figures, the year and the
  /// model leave open of the chance of people with such a file and list.
  ///
  /// By the delta method on log-odds: each doubt about the coefficients moved by one standard
  /// deviation, the squares added to that of the year and the model.
  public var matchEstimate: ChanceEstimate {
    estimate(match, doubts: doubts) { match(shifts: $0) }
  }

  /// The same of the chance of matching in one part's specialty.
  public func matchEstimate(in part: Int) -> ChanceEstimate {
    estimate(matchBySpecialty[part], doubts: doubts) { match(in: part, shifts: $0) }
  }

  /// The 10th and the 90th percentile of the chance of matching over what programs see of the file and
  /// the model does not; a translated or unknown score counts as unseen too.
  public var unseen: ClosedRange<Double> {
    guard let odds = parts.first?.odds else { return 0...0 }
    let ends = [0.1, 0.9].map { belief.quantile($0) }
    // What is not known of the score moves log-odds as so much strength would.
    let centre = belief.mean
    let wide = ends.map { end -> Double in
      let reach = end - centre
      let error = odds.scoreErrorAsStrength * Normal.quantile(0.9)
      return centre + (reach < 0 ? -1 : 1) * (reach * reach + error * error).squareRoot()
    }
    let shifts = parts.map { _ in CoefficientShift.none }
    let chances = wide.map { end in
      // That a file fails everywhere is not ruled out by its strength.
      (1 - belief.failure)
        * match(shifts: shifts, belief: StrengthNodes(values: [end], weights: [1]))
    }
    return min(chances[0], match)...max(chances[1], match)
  }

  /// The 10th and the 90th percentile of the chance over everything that is not known.
  ///
  /// The unseen strength, the coefficients and every program's own effect, by the odds' draws: what a
  /// simulated applicant's own chance should lie within, and too much at once to tell a person.
  ///
  /// - Complexity: O(applications · draws).
  public var wholeRange: ClosedRange<Double> {
    let count = parts.first?.odds.drawCount ?? 0
    guard count > 0 else { return match...match }
    var unmatched = [Double](repeating: 1, count: count)
    for part in parts {
      let applications = part.applications.map {
        DrawnApplication(part.odds, program: $0.program, tier: $0.tier)
      }
      for index in unmatched.indices {
        let draw = part.odds.draw(index)
        for application in applications {
          let chances = draw.chances(application)
          unmatched[index] *= 1 - chances.interview * chances.place
        }
      }
    }
    let sorted = unmatched.map { 1 - $0 }.sorted()
    let reach = Double(sorted.count - 1)
    let low = sorted[Int((0.1 * reach).rounded())]
    let high = sorted[Int((0.9 * reach).rounded())]
    return min(low, match)...max(high, match)
  }

  private var doubts: [CoefficientDoubt] {
    [.type, .slope, .signals]
      + parts.indices.flatMap { [.level($0), .place($0)] }
  }

  private func estimate(
    _ chance: Double, doubts: [CoefficientDoubt], of chanceUnder: ([CoefficientShift]) -> Double
  ) -> ChanceEstimate {
    guard chance > 0, chance < 1 else {
      return ChanceEstimate(estimate: chance, low: chance, high: chance)
    }
    let centre = Logistic.quantile(chance)
    let model = parts.first?.odds.parameters[.modelError].value ?? 0
    var variance = model * model
    for doubt in doubts {
      let moved = [-1.0, 1.0].map { deviations -> Double in
        let shifts = parts.enumerated().map {
          $1.odds.shift(of: doubt, part: $0, deviations: deviations)
        }
        return Logistic.quantile(min(max(chanceUnder(shifts), 1e-9), 1 - 1e-9))
      }
      let half = (moved[1] - moved[0]) / 2
      variance += half * half
    }
    let reach = Normal.quantile(0.9) * variance.squareRoot()
    return ChanceEstimate(
      estimate: chance, low: Logistic.cumulative(centre - reach),
      high: Logistic.cumulative(centre + reach))
  }
}
