import SmartPickNumerics

/// How good forecasts of yes or no were, once it is known what happened.
///
/// Needs no simulator: any chances beside any outcomes, simulated or real.
public struct ForecastScore: Sendable, Hashable {
  /// One forecast and what happened.
  public struct Outcome: Sendable, Hashable {
    /// The chance that was told, 0…1.
    public var chance: Double
    /// Whether it happened.
    public var happened: Bool

    /// A chance that was told, and whether it happened.
    public init(chance: Double, happened: Bool) {
      self.chance = chance
      self.happened = happened
    }
  }

  /// The forecasts of one tenth of the scale beside what happened.
  public struct Slice: Sendable, Hashable {
    /// Lower end of the tenth.
    public var low: Double
    /// Forecasts in it.
    public var count: Int
    /// Mean chance told.
    public var forecast: Double
    /// Share that happened.
    public var happened: Double
  }

  /// The forecasts in the order given.
  public let outcomes: [Outcome]

  /// The nearest to 0 and 1 that a told chance counts as in ``logLoss`` and ``boldness``, so that one
  /// forecast of "never" that came true cannot outweigh all others.
  public static let certain = 0.005

  /// The score of some forecasts.
  public init(_ outcomes: some Sequence<Outcome>) { self.outcomes = Array(outcomes) }

  /// Share that happened; 0 without forecasts.
  public var rate: Double { mean { $0.happened ? 1 : 0 } }

  /// Mean chance told; 0 without forecasts.
  public var meanChance: Double { mean(\.chance) }

  /// Mean squared distance of chance and outcome: 0 is perfect, 0.25 is "half and half" of everyone
  /// (Brier 1950).
  public var brier: Double {
    mean { outcome in
      let error = outcome.chance - (outcome.happened ? 1 : 0)
      return error * error
    }
  }

  /// Mean of minus the log of the chance told to what happened, in nats.
  ///
  /// 0 is perfect, 0.693 is "half and half" of everyone. Chances beyond ``certain`` count as that.
  public var logLoss: Double {
    mean { outcome in
      let logOdds = logit(Self.inside(outcome.chance))
      return Logistic.softplus(outcome.happened ? -logOdds : logOdds)
    }
  }

  /// Share of the Brier score of "everyone has the mean rate" that the forecasts save.
  ///
  /// 1 is perfect, 0 no better than the rate. Nil where all or none happened.
  public var skill: Double? {
    let climate = rate * (1 - rate)
    return climate > 0 ? 1 - brier / climate : nil
  }

  /// Slope of the outcome's log-odds on the forecast's: 1 is right, less is too bold.
  ///
  /// Drawn to 1 with a standard deviation of 1, within 0.3…2.
  public var boldness: Double {
    let x = outcomes.map { [1, logit(Self.inside($0.chance))] }
    let fit = LogisticRegression.fit(
      x: x, y: outcomes.map(\.happened), prior: [(0, 0.01), (1, 1)])
    return min(max(fit.coefficients[1], 0.3), 2)
  }

  /// Chance told and share happened in the tenths of the scale that have forecasts, lowest first.
  public var reliability: [Slice] {
    var members = [[Outcome]](repeating: [], count: 10)
    for outcome in outcomes {
      members[min(max(Int(outcome.chance * 10), 0), 9)].append(outcome)
    }
    return members.enumerated().compactMap { slice, members in
      let score = ForecastScore(members)
      return members.isEmpty
        ? nil
        : Slice(
          low: Double(slice) / 10, count: members.count, forecast: score.meanChance,
          happened: score.rate)
    }
  }

  /// Share of the ranges that hold their value; 0 without ranges.
  ///
  /// An 80 % range should hold 80 %.
  public static func coverage(
    _ ranges: some Sequence<(range: ClosedRange<Double>, value: Double)>
  ) -> Double {
    var count = 0
    var held = 0
    for (range, value) in ranges {
      count += 1
      if range.contains(value) { held += 1 }
    }
    return count > 0 ? Double(held) / Double(count) : 0
  }

  private static func inside(_ chance: Double) -> Double {
    min(max(chance, certain), 1 - certain)
  }

  private func mean(_ value: (Outcome) -> Double) -> Double {
    outcomes.isEmpty
      ? 0 : outcomes.reduce(0) { $0 + value($1) } / Double(outcomes.count)
  }
}
