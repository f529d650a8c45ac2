/// One amount of a fee table.
public struct Fee: Sendable, Hashable, Codable {
  /// What the amount is; raw values are the table's codes.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// A tier of the ERAS application fee.
    case erasTier = "eras tier"
    /// A tier that a second source disputes; not used.
    case erasTierDisputed = "eras tier disputed"
    /// A worked example of the source.
    case example
    /// Fees of fellowship applications; not used.
    case fellowship
    /// NRMP registration.
    case nrmpRegistration = "nrmp registration"
    /// Each rank beyond those included.
    case nrmpExtraRank = "nrmp extra rank"
    /// Added for late registration.
    case nrmpLate = "nrmp late"
    /// Late registration with everything.
    case nrmpLateTotal = "nrmp late total"
    /// Each partner of a couple.
    case nrmpCouple = "nrmp couple"
  }

  /// AAMC's ERAS or the NRMP.
  public var organization: String
  /// Period as printed.
  public var period: String
  /// What is paid for, as printed.
  public var item: String
  /// What it is.
  public var kind: Kind
  /// The season by its Match year.
  public var season: Int
  /// First application or rank it applies to.
  public var fromCount: Int?
  /// Last one, or nil without end.
  public var throughCount: Int?
  /// Dollars.
  public var dollars: Int
  /// Remark of the table.
  public var note: String?
  /// Source.
  public var citation: Citation
}

/// What applications of one season cost.
public struct FeeSchedule: Sendable, Hashable, Codable {
  /// The season the amounts are of, by its Match year.
  public var season: Int
  /// The season asked for, which may be later than any published.
  public var askedSeason: Int
  /// The tiers of ERAS, by the count of applications within one specialty, lowest first.
  public var tiers: [Fee]
  /// NRMP registration, the amounts of the latest known season.
  public var registration: Fee?
  /// Each rank beyond the twenty included.
  public var extraRank: Fee?
  /// Each partner of a couple.
  public var couple: Fee?
  /// Added for late registration.
  public var lateRegistration: Fee?

  /// Whether the amounts are of the season asked for.
  public var isOfSeason: Bool { season == askedSeason }

  /// Dollars for a number of applications within one specialty.
  ///
  /// - Precondition: `count` is not negative.
  public func applicationDollars(count: Int) -> Int {
    tiers.reduce(0) { sum, tier in
      let from = tier.fromCount ?? 1
      let last = min(count, tier.throughCount ?? count)
      return sum + max(0, last - from + 1) * tier.dollars
    }
  }

  /// Dollars of the `number`-th application within one specialty, from 1.
  public func marginalDollars(number: Int) -> Int {
    applicationDollars(count: number) - applicationDollars(count: max(0, number - 1))
  }
}

/// Every fee known, by season.
public struct Fees: Sendable {
  /// Every row, in the order of the table.
  public let rows: [Fee]

  /// The schedule of a season, by default the latest; where the season is not published, the last
  /// one known before it.
  ///
  /// Nil where no tiers are known.
  public func schedule(season: Int? = nil) -> FeeSchedule? {
    let seasons = Set(rows.filter { $0.kind == .erasTier }.map(\.season))
    guard let asked = season ?? seasons.max(),
      let used = seasons.filter({ $0 <= asked }).max() ?? seasons.min()
    else { return nil }
    func latest(_ kind: Fee.Kind) -> Fee? {
      rows.filter { $0.kind == kind && $0.season <= asked }.max { $0.season < $1.season }
    }
    return FeeSchedule(
      season: used, askedSeason: asked,
      tiers: rows.filter { $0.kind == .erasTier && $0.season == used }
        .sorted { ($0.fromCount ?? 1) < ($1.fromCount ?? 1) },
      registration: latest(.nrmpRegistration), extraRank: latest(.nrmpExtraRank),
      couple: latest(.nrmpCouple), lateRegistration: latest(.nrmpLate))
  }
}

extension MatchFacts {
  /// Every fee known.
  public func fees() throws(FactsError) -> Fees {
    let rows = try open(
      "fees",
      columns: [
        "organization", "period", "item", "kind", "season", "from_count", "through_count",
        "amount_usd", "note",
      ]
    ).map { (row, pool) throws(FactsError) in
      Fee(
        organization: try row.required("organization"), period: try row.required("period"),
        item: try row.required("item"), kind: try row.choice("kind"),
        season: try row.int("season", in: 2000...2100),
        fromCount: try row.optionalInt("from_count", in: 1...10_000),
        throughCount: try row.optionalInt("through_count", in: 1...10_000),
        dollars: try row.int("amount_usd", in: 0...10_000), note: try row.optional("note"),
        citation: try row.citation(&pool))
    }
    return Fees(rows: rows)
  }
}
