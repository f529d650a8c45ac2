/// How many signals an applicant may send in a specialty in one season.
public struct SignalRule: Sendable, Hashable, Codable {
  /// One tier, two tiers, or no signals.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// No signals.
    case none
    /// All signals alike.
    case single
    /// Gold and silver.
    case twoTier = "two-tier"
  }

  /// The specialties that share the pool of signals, usually one.
  public var specialties: [Specialty]
  /// The ERAS season by its Match year: 2026 is 2025-26.
  public var season: Int
  /// The season as printed.
  public var seasonText: String
  /// One tier or two.
  public var kind: Kind
  /// Gold signals; 0 where the specialty has one tier.
  public var gold: Int
  /// Silver signals; 0 where the specialty has one tier.
  public var silver: Int
  /// Signals of a single tier; 0 where there are two.
  public var single: Int
  /// Trust code as printed, with its remark ("B- via ResidencyCAS").
  public var trust: String
  /// Remark of the table.
  public var note: String?
  /// Source.
  public var citation: Citation

  /// All signals together.
  public var total: Int { gold + silver + single }
}

/// Signals by specialty and season, resolved by trust.
public struct SignalRules: Sendable {
  /// The rule chosen for a specialty and how it was chosen.
  public struct Resolved: Sendable, Hashable, Codable {
    /// The rule.
    public var rule: SignalRule
    /// The season asked for.
    public var season: Int
    /// Whether the rule is of that season, and not of the last one known.
    public var isOfSeason: Bool
    /// A row of the asked season that was passed over because of its trust, in words.
    public var passedOver: String?
  }

  /// Every row of both tables.
  public let rows: [SignalRule]

  /// The latest season with a row that is fit for use.
  public var latestSeason: Int { rows.filter { !$0.isUnfit }.map(\.season).max() ?? 0 }

  /// The rule of a specialty in a season, by default the latest.
  ///
  /// Rows of trust D are never used. Among the rows of a season the best trust wins, then the one
  /// that names the specialty alone. Where the season has none, the last earlier season with one is
  /// taken, and the answer says so. Nil where no season has one.
  public func rule(for specialty: Specialty, season: Int? = nil) -> Resolved? {
    let asked = season ?? latestSeason
    let own = rows.filter { $0.specialties.contains(specialty) && $0.season <= asked }
    guard let latest = own.filter({ !$0.isUnfit }).map(\.season).max() else { return nil }
    let candidates = own.filter { $0.season == latest && !$0.isUnfit }
    guard let rule = candidates.min(by: { $0.preference < $1.preference }) else { return nil }
    let unfit = own.first { $0.season == asked && $0.isUnfit }
    return Resolved(
      rule: rule, season: asked, isOfSeason: latest == asked,
      passedOver: unfit.map { "\($0.seasonText): \($0.total) signals, trust \($0.trust)" })
  }
}

extension SignalRule {
  /// Whether the table itself says that the row must not be used.
  fileprivate var isUnfit: Bool { Trust(code: trust) == .d }

  /// Smaller is better: trust level, a minus after it, then the number of specialties that share.
  fileprivate var preference: (String, Int, Int) {
    (String(trust.prefix(1)), trust.dropFirst().hasPrefix("-") ? 1 : 0, specialties.count)
  }
}

extension MatchFacts {
  /// Signals by specialty and season.
  public func signalRules() throws(FactsError) -> SignalRules {
    let columns = ["season", "specialty", "kind", "gold", "silver", "single_tier", "trust"]
    let read = { (row: borrowing FactRow, pool: inout CitationPool) throws(FactsError) in
      let text = try row.required("season")
      guard let season = Int(text.drop { !$0.isNumber }.prefix(4)) else {
        throw row.bad("season", accepted: "a season such as ‘ERAS 2026 (2025-26)’")
      }
      let names = try row.specialtyNames()
      guard !names.tracks.isEmpty else {
        throw row.bad("specialty", accepted: "a specialty, not a group")
      }
      let trust = try row.required("trust")
      guard Trust(code: trust) != nil else {
        throw row.bad("trust", accepted: "a trust code A, B, C or D")
      }
      let rule = SignalRule(
        specialties: names.tracks.map(\.specialty), season: season, seasonText: text,
        kind: try row.choice("kind"), gold: try row.optionalInt("gold", in: 0...100) ?? 0,
        silver: try row.optionalInt("silver", in: 0...100) ?? 0,
        single: try row.optionalInt("single_tier", in: 0...100) ?? 0, trust: trust,
        note: row.has("note") ? try row.optional("note") : nil,
        citation: try row.citation(&pool, trust: trust))
      let isConsistent =
        switch rule.kind {
        case .none: rule.total == 0
        case .single: rule.single > 0 && rule.gold + rule.silver == 0
        case .twoTier: rule.single == 0 && rule.gold > 0 && rule.silver > 0
        }
      guard isConsistent else {
        throw row.inconsistent("the counts do not fit ‘\(rule.kind.rawValue)’")
      }
      return rule
    }
    return SignalRules(
      rows: try open("signals_per_specialty", columns: columns + ["note"]).map(read)
        + (try open("signals_2026_2027", columns: columns).map(read)))
  }
}
