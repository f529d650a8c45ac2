public import MatchFacts
import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How far the newest published match rate of a specialty lies from the years that its odds were
/// fitted to, and what share of that difference counts.
///
/// Both rates are of US MD seniors who preferred the specialty. The share is the newest rate's weight
/// among both, each weighted by the people behind it and halved for every so many years of age: one
/// year with few people is mostly luck, and a pool of many old years says less of the next.
public struct NewestRate: Sendable, Hashable, Codable {
  /// A published rate and the people behind it.
  public struct Rate: Sendable, Hashable, Codable {
    /// Share who matched, 0…1.
    public var rate: Double
    /// People counted.
    public var n: Int
    /// Match year or years as printed.
    public var years: String
    /// Source.
    public var citation: Citation
  }

  /// The newest rate.
  public var newest: Rate
  /// That of the years which the odds were fitted to.
  public var fitted: Rate
  /// What share of the difference counts, 0…1.
  public var share: Double

  /// What is added to the log-odds of a place: the share of the difference in log-odds.
  ///
  /// Each rate is drawn half a person towards one half, so that a rate of all who applied is finite.
  public var shift: Double { share * (Self.logOdds(newest) - Self.logOdds(fitted)) }

  private static func logOdds(_ rate: Rate) -> Double {
    let n = Double(rate.n)
    return Logistic.quantile((n * rate.rate + 0.5) / (n + 1))
  }

  /// - Parameters:
  ///   - newest: the newest rate.
  ///   - fitted: that of the years of the fit.
  ///   - ages: how old each is in the season that is advised on, in years.
  ///   - halfLife: the years in which a rate's weight halves; 0 or less leaves the newest out.
  init(newest: Rate, fitted: Rate, ages: (newest: Double, fitted: Double), halfLife: Double) {
    self.newest = newest
    self.fitted = fitted
    guard halfLife > 0 else {
      share = 0
      return
    }
    let weight = Double(newest.n) * Self.weight(ages.newest, halfLife)
    let old = Double(fitted.n) * Self.weight(ages.fitted, halfLife)
    share = weight + old > 0 ? weight / (weight + old) : 0
  }

  /// One half to the power of the half-lives that have passed.
  private static func weight(_ age: Double, _ halfLife: Double) -> Double {
    exp2(-age / halfLife)
  }
}

/// The newest rates of US MD seniors beside those of the years of the fit.
public struct NewestRates: Sendable {
  private let quartiles: MatchedScoreQuartiles
  private let bands: BandMatchRates
  private let means: ChartingMeans

  /// - Parameters:
  ///   - quartiles: the newest table, which counts matched and not matched.
  ///   - bands: the score bands that slopes and levels were fitted to, where there are any.
  ///   - means: the earlier table, for the other specialties.
  public init(_ quartiles: MatchedScoreQuartiles, bands: BandMatchRates, means: ChartingMeans) {
    self.quartiles = quartiles
    self.bands = bands
    self.means = means
  }

  /// The rates of a specialty; nil where the newest or the fitted is not published, or they are of
  /// the same year.
  ///
  /// - Parameters:
  ///   - specialty: the specialty.
  ///   - season: the year of the Match that is advised on.
  ///   - halfLife: the years in which a rate's weight halves.
  public func rates(of specialty: Specialty, season: Int, halfLife: Double) -> NewestRate? {
    guard let row = quartiles.quartiles(for: specialty), let open = row.notMatched,
      row.matched + open > 0, let fitted = fitted(specialty)
    else { return nil }
    let n = row.matched + open
    let newest = NewestRate.Rate(
      rate: Double(row.matched) / Double(n), n: n, years: String(row.year),
      citation: row.citation)
    guard Double(row.year) > fitted.year else { return nil }
    return NewestRate(
      newest: newest, fitted: fitted.rate,
      ages: (Double(season - row.year), Double(season) - fitted.year), halfLife: halfLife)
  }

  private func fitted(_ specialty: Specialty) -> (rate: NewestRate.Rate, year: Double)? {
    let rows = bands.bands(for: specialty).filter { $0.rate != nil }
    let n = rows.reduce(0) { $0 + $1.n }
    if let first = rows.first, n > 0 {
      let matched = rows.reduce(0) { $0 + Double($1.n) * ($1.rate ?? 0) }
      let years = first.years.split(separator: "-").compactMap { Double($0) }
      guard !years.isEmpty else { return nil }
      return (
        NewestRate.Rate(
          rate: matched / Double(n), n: n, years: first.years, citation: first.citation),
        years.reduce(0, +) / Double(years.count)
      )
    }
    guard let row = means.means(for: specialty, group: .usMDSenior) else { return nil }
    let all = row.matched + row.unmatched
    guard all > 0 else { return nil }
    return (
      NewestRate.Rate(
        rate: row.matchRate, n: all, years: String(row.year), citation: row.citation),
      Double(row.year)
    )
  }
}
