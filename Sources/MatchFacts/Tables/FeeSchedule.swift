/// One amount of a fee table.
public struct Fee: Sendable, Hashable, Codable {
  /// What the amount is; raw values are the table's codes.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// A tier of the ERAS application fee.
    case erasTier = "eras tier"
    /// A tier that a second source disputes; not used.
    case erasTierDisputed = "eras tier disputed"
    /// What the first applications of a service cost together: ERAS before its season 2025.
    case erasFlat = "eras flat"
    /// What the first applications through ResidencyCAS cost together.
    case residencyCASFlat = "residencycas flat"
    /// A tier of the ResidencyCAS application fee.
    case residencyCASTier = "residencycas tier"
    /// The SF Match's fees of 2018; too old to be used.
    case sfMatchOld = "sf match old"
    /// A transcript of exams, once a season.
    case transcript
    /// ECFMG's fees.
    case ecfmg
    /// Fees of a visa.
    case visa
    /// Fees of an exam.
    case exam
    /// A registration fee that disagrees with another source; not used.
    case nrmpRegistrationDisputed = "nrmp registration disputed"
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
  /// The service.
  public var service: ApplicationService
  /// What the first applications within one specialty cost together; nil where each has its price.
  public var flat: Fee?
  /// The service's tiers, by the count of applications within one specialty, lowest first.
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
    let start = count > 0 ? flat?.dollars ?? 0 : 0
    return tiers.reduce(start) { sum, tier in
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

  private static func kinds(
    of service: ApplicationService
  ) -> (flat: Fee.Kind, tier: Fee.Kind) {
    service == .residencyCAS ? (.residencyCASFlat, .residencyCASTier) : (.erasFlat, .erasTier)
  }

  /// The schedule of a service in a season, by default the latest; where the season is not published, the last
  /// one known before it.
  ///
  /// A service without published fees of its own is reckoned with those of ERAS: the schedule's own
  /// ``FeeSchedule/service`` says whose they are. Nil where no tiers are known.
  public func schedule(
    of service: ApplicationService = .eras, season: Int? = nil
  ) -> FeeSchedule? {
    let kinds = Self.kinds(of: service)
    let seasons = Set(rows.filter { $0.kind == kinds.tier }.map(\.season))
    guard let asked = season ?? seasons.max(),
      let used = seasons.filter({ $0 <= asked }).max() ?? seasons.min()
    else { return nil }
    func latest(_ kind: Fee.Kind) -> Fee? {
      rows.filter { $0.kind == kind && $0.season <= asked }.max { $0.season < $1.season }
    }
    return FeeSchedule(
      season: used, askedSeason: asked, service: service == .residencyCAS ? .residencyCAS : .eras,
      flat: rows.first { $0.kind == kinds.flat && $0.season == used },
      tiers: rows.filter { $0.kind == kinds.tier && $0.season == used }
        .sorted { ($0.fromCount ?? 1) < ($1.fromCount ?? 1) },
      registration: latest(.nrmpRegistration), extraRank: latest(.nrmpExtraRank),
      couple: latest(.nrmpCouple), lateRegistration: latest(.nrmpLate))
  }
}

extension MatchFacts {
  /// Every fee known.
  public func fees() throws(FactsError) -> Fees {
    let columns = [
      "organization", "period", "item", "kind", "season", "from_count", "through_count",
      "amount_usd", "note",
    ]
    let read = { (row: borrowing FactRow, pool: inout CitationPool) throws(FactsError) in
      let trust = row.has("trust") ? try row.required("trust") : nil
      return Fee(
        organization: try row.required("organization"), period: try row.required("period"),
        item: try row.required("item"), kind: try row.choice("kind"),
        season: try row.int("season", in: 2000...2100),
        fromCount: try row.optionalInt("from_count", in: 1...10_000),
        throughCount: try row.optionalInt("through_count", in: 1...10_000),
        dollars: try row.int("amount_usd", in: 0...10_000), note: try row.optional("note"),
        citation: try row.citation(&pool, trust: trust))
    }
    return Fees(
      rows: try open("fees", columns: columns).map(read)
        + (try open("fees_additional", columns: columns + ["trust"]).map(read)))
  }
}
