/// Finds the programs of the directory that a row of someone else's table speaks of.
///
/// By NRMP code, else by ACGME id, else by name: the institution's name written out, whole and in the
/// parts between slashes, compared by the share of weight their words have in common (a word weighs
/// by its rarity among institutions), within the specialty, state and city that the row gives. A
/// name joins only if it is near enough and clearly nearer than the next institution.
public struct ProgramJoin: Sendable {
  /// What a row says of its program; at least a code, an id or a name.
  public struct Key: Sendable, Hashable {
    /// NRMP code.
    public var code: String?
    /// ACGME id.
    public var acgmeID: String?
    /// Institution or program name.
    public var name: String?
    /// City.
    public var city: String?
    /// Two-letter state.
    public var state: String?
    /// Specialty.
    public var specialty: Specialty?
    /// Kind of position; nil for all that lead to the specialty's board.
    public var track: Program.Track?

    /// A key.
    public init(
      code: String? = nil, acgmeID: String? = nil, name: String? = nil, city: String? = nil,
      state: String? = nil, specialty: Specialty? = nil, track: Program.Track? = nil
    ) {
      self.code = code
      self.acgmeID = acgmeID
      self.name = name
      self.city = city
      self.state = state
      self.specialty = specialty
      self.track = track
    }
  }

  /// How a row was joined.
  public enum Method: String, Sendable, Codable, Hashable, CaseIterable {
    /// By NRMP code.
    case code
    /// By ACGME id.
    case acgmeID = "acgme id"
    /// By name, with place and specialty where given.
    case name
  }

  /// What became of a key.
  public enum Outcome: Sendable, Hashable {
    /// The programs meant: one, or the tracks of one accreditation.
    case joined([Program], by: Method)
    /// No program has this code or id.
    case unknownCode(String)
    /// No program of the place and specialty has a name near enough; the nearest.
    case noMatch(nearest: [Program])
    /// Several institutions are equally near.
    case ambiguous([Program])
    /// Neither code nor id nor name.
    case nothingToJoinBy
  }

  private let directory: ProgramDirectory
  /// The words of each institution's names.
  private let tokens: [[Variant]]
  /// Weight of each word: rarer ones weigh more.
  private let weights: [String: Double]
  private let rarest: Double

  /// Prepares to join; keep it for many rows.
  public init(_ directory: ProgramDirectory) {
    self.directory = directory
    tokens = directory.institutions.map { institution in
      let names = [institution.name] + directory.words.otherNames(ofInstitution: institution.key)
      return names.flatMap {
        Self.variants(of: $0, state: institution.state, words: directory.words)
      }
    }
    var counts: [String: Int] = [:]
    for names in tokens {
      for word in names.reduce(into: Set<String>(), { $0.formUnion($1.words) }) {
        counts[word, default: 0] += 1
      }
    }
    var weights: [String: Double] = [:]
    for (word, count) in counts { weights[word] = 1 / Double(count).squareRoot() }
    self.weights = weights
    rarest = 1
  }

  /// Joins one key.
  public func callAsFunction(_ key: Key) -> Outcome {
    if let code = key.code {
      guard let program = directory[code] else {
        // A code that is an ACGME id is a slip that can be understood.
        let byID = directory.programs(acgmeID: code)
        return byID.isEmpty ? .unknownCode(code) : .joined(tracks(of: byID, key), by: .acgmeID)
      }
      return .joined([program], by: .code)
    }
    if let id = key.acgmeID {
      let programs = directory.programs(acgmeID: id.filter(\.isNumber))
      if !programs.isEmpty { return .joined(tracks(of: programs, key), by: .acgmeID) }
      if key.name == nil { return .unknownCode(id) }
    }
    guard let name = key.name else { return .nothingToJoinBy }
    return join(name: name, key: key)
  }

  /// Near enough to be the same institution where no city is given.
  private static let threshold = 0.5
  /// In the same city less will do: there are few programs of one specialty.
  private static let thresholdInCity = 0.35
  /// In another city more is needed: universities have branches whose names differ by the city.
  private static let thresholdElsewhere = 0.7
  /// How much nearer than the next institution.
  private static let margin = 0.08

  private struct Candidate {
    var institution: Int
    var similarity: Double
    var isInCity: Bool
    var programs: [Int]

    var score: Double { similarity + (isInCity ? 0.4 : 0) }
  }

  private func join(name: String, key: Key) -> Outcome {
    let wanted = Self.variants(of: name, state: key.state, words: directory.words)
    let city = key.city.map { directory.words.tokens(of: $0) }
    var candidates: [Candidate] = []
    for (index, institution) in directory.institutions.enumerated() {
      if let state = key.state, institution.state != state { continue }
      let programs = institution.programs.filter { place in
        let program = directory.programs[place]
        if let specialty = key.specialty, program.specialty != specialty { return false }
        if let track = key.track, program.track != track { return false }
        return true
      }
      if programs.isEmpty { continue }
      let isInCity = city.map { city in
        programs.contains { place in
          let own = directory.programs[place].city ?? ""
          return directory.words.tokens(of: own) == city
        }
      }
      candidates.append(
        Candidate(
          institution: index,
          similarity: similarity(
            wanted, tokens[index], inCity: isInCity == true ? city : nil),
          isInCity: isInCity ?? false, programs: programs))
    }
    candidates.sort {
      ($1.score, $0.institution) < ($0.score, $1.institution)
    }
    let nearest = candidates.prefix(3).flatMap { $0.programs.prefix(1) }
      .map { directory.programs[$0] }
    guard let best = candidates.first else { return .noMatch(nearest: []) }
    let needed =
      best.isInCity
      ? Self.thresholdInCity : city == nil ? Self.threshold : Self.thresholdElsewhere
    guard best.similarity >= needed else { return .noMatch(nearest: nearest) }
    if candidates.count > 1, best.score - candidates[1].score < Self.margin {
      return .ambiguous(nearest)
    }
    return .joined(tracks(of: best.programs.map { directory.programs[$0] }, key), by: .name)
  }

  /// The words of a name, whole and in its parts between slashes.
  private struct Variant {
    var words: Set<String>
    var isPart: Bool
  }

  private static func variants(of name: String, state: String?, words: NameWords) -> [Variant] {
    let whole = Variant(words: Set(words.tokens(of: name, state: state)), isPart: false)
    let parts = name.split(separator: "/")
    guard parts.count > 1 else { return [whole] }
    return [whole]
      + parts.map {
        Variant(words: Set(words.tokens(of: String($0), state: state)), isPart: true)
      }.filter { $0.words.count > 1 }
  }

  /// What a part in common is worth beside a whole name in common.
  private static let partDiscount = 0.85

  /// The best similarity of any variant of one name with any of the other; parts count within one
  /// city only, since partners of a consortium have programs elsewhere too.
  private func similarity(_ first: [Variant], _ second: [Variant], inCity city: [String]?) -> Double
  {
    var best = 0.0
    for one in first {
      for other in second {
        let isPart = one.isPart || other.isPart
        if isPart, city == nil { continue }
        let discount = isPart ? Self.partDiscount : 1
        let plain = discount * share(one.words, other.words)
        guard let city else {
          best = max(best, plain)
          continue
        }
        // Lists differ in whether they add the city's name, and where the city is the same it says
        // nothing more, unless the names are near anyway ("University of Rochester").
        let stripped = share(one.words.subtracting(city), other.words.subtracting(city))
        best = max(best, discount * stripped)
        if plain >= Self.thresholdElsewhere { best = max(best, plain) }
      }
    }
    return best
  }

  /// Twice the weight in common over the weight of both.
  private func share(_ first: Set<String>, _ second: Set<String>) -> Double {
    func weight(_ words: Set<String>) -> Double {
      // Sorted, so that the sum is the same in every run.
      words.sorted().reduce(0) { $0 + (weights[$1] ?? rarest) }
    }
    let common = first.intersection(second)
    return common.isEmpty ? 0 : 2 * weight(common) / (weight(first) + weight(second))
  }

  /// Of several tracks those that lead to the specialty's board, unless the row asks for one.
  private func tracks(of programs: [Program], _ key: Key) -> [Program] {
    if let track = key.track {
      let exact = programs.filter { $0.track == track }
      return exact.isEmpty ? programs : exact
    }
    let whole = programs.filter { $0.track != .preliminary }
    return whole.isEmpty ? programs : whole
  }
}
