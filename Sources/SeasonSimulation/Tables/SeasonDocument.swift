/// What `smartpick simulate` answers: the tables, and for a shard the counts behind them.
public struct SeasonDocument: Sendable, Hashable, Codable {
  /// Who gains and who loses under a changed rule, season by season with the same luck.
  public struct Effect: Sendable, Hashable, Codable {
    /// Specialty by canonical name.
    public var specialty: String
    /// Applicant type.
    public var type: String
    /// Applicants under the changed rule, a season.
    public var applicants: Double
    /// Match rate under the present rules.
    public var baseline: Double
    /// Match rate under the changed rule.
    public var rate: Double
    /// Rate less baseline.
    public var difference: Double
    /// Monte-Carlo error of the difference.
    public var standardError: Double
  }

  /// The counts of a shard, from which the shards' answers are added up.
  public struct Shard: Sendable, Hashable, Codable {
    /// Which share, 1…`of`.
    public var number: Int
    /// Number of shares.
    public var of: Int
    /// Counts under the rule.
    public var tally: SeasonTally
    /// Counts under the present rules, when a rule is changed.
    public var baseline: SeasonTally?
  }

  /// Layout version; 1.
  public var format: Int
  /// Seasons of the whole run.
  public var seasons: Int
  /// Seed of the whole run.
  public var seed: UInt64
  /// The changed rule, if any.
  public var rule: String?
  /// The tables.
  public var tables: SeasonTables
  /// Effects of the rule, if any.
  public var ruleEffects: [Effect]?
  /// What is simulated and what is left out.
  public var notes: [String]
  /// The counts, in a shard's document only.
  public var shard: Shard?

  /// The document of a tally.
  public init(
    seasons: Int, seed: UInt64, rule: SeasonRule?, tally: SeasonTally, baseline: SeasonTally?,
    world: SeasonWorld, shard: (number: Int, of: Int)? = nil
  ) {
    format = 1
    self.seasons = seasons
    self.seed = seed
    self.rule = rule?.text
    tables = SeasonTables(tally, world: world)
    ruleEffects = baseline.map { Self.effects(of: tally, against: $0, world: world) }
    notes = [
      "Match rates are to the preferred (first-ranked) specialty among applicants who certified "
        + "a list with it first.",
      "SOAP, the preliminary years of clinical specialties and matches outside the NRMP "
        + "(urology, ophthalmology, military) are left out.",
      "Programs' standing, attitudes and tastes are drawn from the seed; they are not facts "
        + "about the real programs.",
    ]
    self.shard = shard.map {
      Shard(number: $0.number, of: $0.of, tally: tally, baseline: baseline)
    }
  }

  private static func effects(
    of tally: SeasonTally, against baseline: SeasonTally, world: SeasonWorld
  ) -> [Effect] {
    let groupCount = SeasonGroup.allCases.count
    let now = SeasonStatistics(world: world, tally: tally)
    let before = SeasonStatistics(world: world, tally: baseline)
    var effects: [Effect] = []
    for (index, specialty) in world.specialties.enumerated() {
      for group in SeasonGroup.allCases {
        let new = now.cell(index, group)
        let old = before.cell(index, group)
        guard new.applicants > 0, old.applicants > 0 else { continue }
        let rate = Double(new.matched) / Double(new.applicants)
        let base = Double(old.matched) / Double(old.applicants)
        let row = index * groupCount + group.rawValue
        var residuals: [Double] = []
        for (a, b) in zip(tally.seasons, baseline.seasons) {
          let x = a.cells[row]
          let y = b.cells[row]
          residuals.append(
            (Double(x.matched) - rate * Double(x.applicants)) / Double(new.applicants)
              - (Double(y.matched) - base * Double(y.applicants)) / Double(old.applicants))
        }
        let seasons = Double(residuals.count)
        let squares = residuals.reduce(0) { $0 + $1 * $1 }
        let error =
          residuals.count > 1
          ? (squares * seasons / (seasons - 1)).squareRoot()
          : (rate * (1 - rate) / Double(new.applicants)
            + base * (1 - base) / Double(old.applicants)).squareRoot()
        effects.append(
          Effect(
            specialty: specialty, type: group.name,
            applicants: Double(new.applicants) / Double(max(tally.seasons.count, 1)),
            baseline: base, rate: rate,
            difference: rate - base, standardError: error))
      }
    }
    return effects
  }
}

/// Why shards could not be added up.
public struct ShardError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What, where, and how to mend it.
  public let description: String

  /// An error with a message for people.
  public init(_ description: String) { self.description = description }
}

extension SeasonDocument {
  /// Adds shards up to exactly the answer of the unsharded run.
  ///
  /// - Throws: ``ShardError`` unless the documents are all shards of one run, each once.
  public static func merge(
    _ documents: [SeasonDocument], world: SeasonWorld, rule: SeasonRule?
  ) throws(ShardError) -> SeasonDocument {
    guard let first = documents.first else { throw ShardError("no shard was given") }
    var seen: Set<Int> = []
    var parts: [Shard] = []
    for document in documents {
      guard let shard = document.shard else {
        throw ShardError("a file is not a shard: make shards with --shard k/n")
      }
      guard document.seed == first.seed, document.seasons == first.seasons,
        document.rule == first.rule, shard.of == first.shard?.of
      else {
        throw ShardError(
          "shard \(shard.number)/\(shard.of) belongs to another run: seed, seasons, rule and "
            + "number of shards must agree")
      }
      guard seen.insert(shard.number).inserted else {
        throw ShardError("shard \(shard.number)/\(shard.of) was given twice")
      }
      parts.append(shard)
    }
    let count = first.shard?.of ?? 0
    let missing = (1...max(count, 1)).filter { !seen.contains($0) }
    guard missing.isEmpty else {
      throw ShardError(
        "shards are missing: \(missing.map { "\($0)/\(count)" }.joined(separator: ", "))")
    }
    parts.sort { $0.number < $1.number }
    var tally = parts[0].tally
    var baseline = parts[0].baseline
    for part in parts.dropFirst() {
      tally.add(part.tally)
      if let other = part.baseline { baseline?.add(other) }
    }
    return SeasonDocument(
      seasons: first.seasons, seed: first.seed, rule: rule, tally: tally, baseline: baseline,
      world: world)
  }
}
