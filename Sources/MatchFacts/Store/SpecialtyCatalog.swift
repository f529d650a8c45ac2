import DelimitedText

/// The specialties by canonical name, and the other names that tables and people use for them.
public struct SpecialtyCatalog: Sendable {
  /// What is known of a specialty.
  public struct Info: Sendable, Hashable, Codable {
    /// The organization that runs its match.
    public enum MatchSystem: String, Sendable, Codable, Hashable, CaseIterable {
      /// The NRMP's Main Residency Match.
      case nrmp = "NRMP"
      /// The American Urological Association.
      case aua = "AUA"
      /// The SF Match.
      case sfMatch = "SF Match"
      /// Anything else.
      case other
    }

    /// Whether one board, several, or a first year only.
    public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
      /// One specialty.
      case single
      /// Two or three specialties trained together.
      case combined
      /// A first year that belongs to no specialty.
      case firstYear = "first year"
      /// Entered after another residency.
      case afterResidency = "after residency"
    }

    /// The specialty.
    public var specialty: Specialty
    /// Who runs its match.
    public var match: MatchSystem
    /// The service through which its programs take applications.
    public var service: ApplicationService
    /// One specialty or several.
    public var kind: Kind
    /// Whether a published rate of applicants left out marks it as highly competitive.
    public var isCompetitive: Bool
    /// That rate, in words.
    public var competitiveBasis: String?
    /// How much Step 2 CK weighs here, 1 (moderate) to 5 (programs notice and care a lot).
    public var scoreWeight: Int
    /// On what ground: the article's table, or an expert rule in words.
    public var scoreWeightBasis: String
    /// Specialties to think of as a backup, the nearest in kind first: an expert rule.
    public var backups: [Specialty]
    /// Where the name, or the rate, comes from.
    public var citation: Citation
  }

  /// What a name stands for.
  struct Entry: Sendable, Hashable {
    /// One line, several that share it, or none for "all specialties" and other groups.
    var tracks: [SpecialtyTrack]
  }

  /// Levels of the weight of Step 2 CK.
  public static let scoreWeights = 1...5

  /// Every specialty, in alphabetical order.
  public let all: [Info]
  private let byCanonicalName: [String: Entry]
  private let byName: [String: Entry]
  private let byTypedName: [String: Entry]
  private let byTableName: [String: Entry]

  /// Reads `specialties.csv` and `specialty_aliases.csv`.
  init(folder: String, manifest: [FactTable]) throws(FactsError) {
    let names = try TableReader(
      folder: folder, name: "specialties",
      columns: [
        "specialty", "match", "service", "kind", "competitive", "competitive_basis", "score_weight",
        "score_weight_basis", "backups",
      ],
      manifest: manifest)
    let infos = try names.map { (row, pool) throws(FactsError) in
      Info(
        specialty: Specialty(try row.required("specialty")),
        match: try row.choice("match"), service: try row.choice("service"),
        kind: try row.choice("kind"),
        isCompetitive: try row.text("competitive") == "yes",
        competitiveBasis: try row.optional("competitive_basis"),
        scoreWeight: try row.int("score_weight", in: Self.scoreWeights),
        scoreWeightBasis: try row.required("score_weight_basis"),
        backups: try row.text("backups").split(separator: ";").map { Specialty(String($0)) },
        citation: try row.citation(&pool))
    }
    var byName: [String: Entry] = [:]
    for (index, info) in infos.enumerated() {
      let key = NameKey.of(info.specialty.name)
      if byName.updateValue(Entry(tracks: [SpecialtyTrack(info.specialty)]), forKey: key) != nil {
        throw .duplicate(
          file: "specialties.csv", line: index + 2, field: "specialty", value: info.specialty.name,
          firstLine: 2 + (infos.firstIndex { NameKey.of($0.specialty.name) == key } ?? 0))
      }
    }
    let aliases = try TableReader(
      folder: folder, name: "specialty_aliases",
      columns: ["alias", "specialties", "track", "use", "note"], sources: .ownTable)
    var typed: [String: Entry] = [:]
    var inTables: [String: Entry] = [:]
    _ = try aliases.map { (row, _) throws(FactsError) in
      let use: AliasUse = try row.choice("use")
      let track: Program.Track =
        try row.optional("track") == nil ? .categorical : try row.choice("track")
      var tracks: [SpecialtyTrack] = []
      for name in try row.text("specialties").split(separator: ";") {
        guard byName[NameKey.of(name)]?.tracks.first?.specialty.name == String(name) else {
          throw .unknownSpecialty(
            file: "specialty_aliases.csv", line: row.line, name: String(name),
            nearest: EditDistance.nearest(to: name, in: infos.map(\.specialty.name)))
        }
        tracks.append(SpecialtyTrack(Specialty(String(name)), track: track))
      }
      let alias = try row.required("alias")
      // A typed alias is one specialty; only tables speak of several or of groups.
      if use == .typed {
        guard tracks.count == 1 else { throw row.bad("specialties", accepted: "one specialty") }
        typed[NameKey.of(alias)] = Entry(tracks: tracks)
      } else {
        if use == .table, tracks.isEmpty {
          throw row.bad("specialties", accepted: "at least one specialty")
        }
        inTables[NameKey.of(alias)] = Entry(tracks: tracks)
      }
    }
    self.byCanonicalName = Dictionary(
      uniqueKeysWithValues: infos.map {
        ($0.specialty.name, Entry(tracks: [SpecialtyTrack($0.specialty)]))
      })
    self.all = infos.sorted { $0.specialty < $1.specialty }
    self.byName = byName
    self.byTypedName = typed
    self.byTableName = inTables
  }

  private enum AliasUse: String, CaseIterable {
    case typed
    case table
    case group
  }

  /// What is known of a specialty, or nil for a name that is not canonical.
  public func info(_ specialty: Specialty) -> Info? {
    all.first { $0.specialty == specialty }
  }

  /// The highly competitive specialties, by a published rate.
  public var competitive: [Specialty] { all.filter(\.isCompetitive).map(\.specialty) }

  /// The specialty that a person means by a name: canonical, an alias ("IM", "ortho"), or the
  /// beginning of exactly one canonical name.
  ///
  /// - Throws: ``UnknownSpecialtyError`` with the nearest names.
  public func resolve(_ text: String) throws(UnknownSpecialtyError) -> Specialty {
    try resolveTrack(text).specialty
  }

  /// As ``resolve(_:)``, and the kind of position where the name says it ("prelim medicine").
  public func resolveTrack(_ text: String) throws(UnknownSpecialtyError) -> SpecialtyTrack {
    let key = NameKey.of(text)
    let entry = byName[key] ?? byTypedName[key] ?? byTableName[key]
    if let entry, entry.tracks.count == 1 { return entry.tracks[0] }
    let candidates = all.filter {
      $0.kind != .combined && key.count >= 3 && NameKey.of($0.specialty.name).hasPrefix(key)
    }
    if candidates.count == 1 { return SpecialtyTrack(candidates[0].specialty) }
    let nearest =
      candidates.isEmpty
      ? (entry?.tracks.map(\.specialty.name) ?? nearest(to: text))
      : candidates.map(\.specialty.name)
    throw UnknownSpecialtyError(text: text, nearest: nearest)
  }

  /// What a name in a table stands for, or nil if it is unknown.
  func tableEntry(_ name: String) -> Entry? {
    if let entry = byCanonicalName[name] { return entry }
    let key = NameKey.of(name)
    return byName[key] ?? byTableName[key] ?? byTypedName[key]
  }

  /// The canonical names nearest to a text, by edit distance to them and to the aliases.
  public func nearest(to text: String) -> [String] {
    let key = NameKey.of(text)
    var best: [String: Int] = [:]
    let entries = byName.merging(byTypedName) { first, _ in first }
    for (name, entry) in entries {
      guard let specialty = entry.tracks.first?.specialty.name else { continue }
      let distance = EditDistance.between(key, and: name)
      if distance <= max(1, min(key.count, name.count) / 3) {
        best[specialty] = min(best[specialty] ?? .max, distance)
      }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).map(\.key)
  }
}

/// A text that names no specialty, or more than one.
public struct UnknownSpecialtyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text.
  public var text: String
  /// The nearest canonical names, nearest first; may be empty.
  public var nearest: [String]

  /// What was not understood and what is near.
  public var description: String {
    nearest.isEmpty
      ? "‘\(text)’ is not a known specialty; smartpick facts list --specialties prints the names"
      : "‘\(text)’ is not a known specialty; did you mean \(Self.listed(nearest))?"
  }

  private static func listed(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
