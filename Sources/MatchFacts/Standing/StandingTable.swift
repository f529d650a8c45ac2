/// The standing of every program of a directory.
///
/// The index of a program is S = ln(1 + *B*) + 0.6·*C* + the term of its census division, less 1.5
/// for a new ACGME id, with *B* the clinical NIH money of its institution in millions of dollars and
/// *C* the number of competitive specialties it trains in; the numbers are those of the model.
/// Only its distance from the mean of the specialty counts: points = 0.90 · slope · (S − mean S).
///
/// Means and places are taken over the specialty's programs on the latest national list that are no
/// preliminary tracks; where a specialty has none of these, over what it has.
public struct StandingTable: Sendable {
  /// The numbers used.
  public let model: StandingModel
  /// The programs.
  public let directory: ProgramDirectory

  private let figures: [InstitutionStanding]
  /// The place in ``figures`` of each institution of the directory.
  private let figuresOfInstitution: [Int?]
  private let entries: [Entry]
  private let groups: [Group]

  /// One program.
  private struct Entry: Sendable {
    /// The index; NaN where it is not known.
    var index: Double
    var group: Int
    var isListed: Bool
    var isPreliminary: Bool
    var below = 0
    var level = 0
  }

  /// The programs of one specialty.
  private struct Group: Sendable {
    let slope: Double
    var members: [Int] = []
    var compared = 0
    var mean = 0.0
  }

  /// The standing of a directory's programs.
  ///
  /// - Complexity: O(*n* log *n*) in the number of programs.
  public init(
    directory: ProgramDirectory, institutions: [InstitutionStanding], model: StandingModel
  ) {
    self.directory = directory
    self.model = model
    figures = institutions
    var places: [String: Int] = [:]
    places.reserveCapacity(institutions.count)
    // Two spellings of one name are one institution of the directory; the first counts.
    for (place, institution) in institutions.enumerated() {
      let key = institution.key
      if places[key] == nil { places[key] = place }
    }
    let figuresOfInstitution = directory.institutions.map { places[$0.key] }
    self.figuresOfInstitution = figuresOfInstitution
    let indexes = institutions.map { $0.index(in: model) }
    var entries: [Entry] = []
    entries.reserveCapacity(directory.programs.count)
    var groups: [Group] = []
    var groupOfSpecialty: [Specialty: Int] = [:]
    // Read in place: a program taken out of the array counts twenty references up and down.
    directory.programs.withUnsafeBufferPointer { programs in
      for number in programs.indices {
        let group: Int
        if let known = groupOfSpecialty[programs[number].specialty] {
          group = known
        } else {
          group = groups.count
          groupOfSpecialty[programs[number].specialty] = group
          groups.append(Group(slope: model.slope(of: programs[number].specialty)))
        }
        groups[group].members.append(number)
        var index = Double.nan
        if let place = figuresOfInstitution[directory.institutionOfProgram[number]] {
          index = indexes[place]
          if Program.isNewAccreditation(programs[number].acgmeID) == true {
            index += model.newAccreditationTerm
          }
        }
        entries.append(
          Entry(
            index: index, group: group,
            isListed: (programs[number].lastListed ?? 0) >= model.listedSince,
            isPreliminary: programs[number].track == .preliminary))
      }
    }
    for group in groups.indices {
      Self.compare(&groups[group], &entries)
    }
    self.entries = entries
    self.groups = groups
  }

  /// Takes the mean of a group and the place of each of its programs.
  private static func compare(_ group: inout Group, _ entries: inout [Entry]) {
    let known = group.members.filter { !entries[$0].index.isNaN }
    let listed = known.filter { entries[$0].isListed }
    let candidates = [
      listed.filter { !entries[$0].isPreliminary }, listed,
      known.filter { !entries[$0].isPreliminary },
    ]
    let peers = (candidates.first { !$0.isEmpty } ?? known).map { entries[$0].index }.sorted()
    group.compared = peers.count
    group.mean = peers.isEmpty ? 0 : peers.reduce(0, +) / Double(peers.count)
    for member in group.members {
      if entries[member].index.isNaN { continue }
      let place = places(of: entries[member].index, in: peers)
      entries[member].below = place.below
      entries[member].level = place.level
    }
  }

  /// How many of sorted values are lower, and how many the same.
  private static func places(of value: Double, in sorted: [Double]) -> (below: Int, level: Int) {
    func first(where isPast: (Double) -> Bool) -> Int {
      var low = 0
      var high = sorted.count
      while low < high {
        let middle = (low + high) / 2
        if isPast(sorted[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let below = first { $0 >= value }
    return (below, first { $0 > value } - below)
  }

  /// The standing of the program of an NRMP code (for urology, of an ACGME id); nil for a code that
  /// the directory does not have.
  ///
  /// - Complexity: O(1).
  public subscript(code: String) -> ProgramStanding? {
    directory.index(ofCode: code).map(standing(at:))
  }

  /// The standing of a program of the directory.
  ///
  /// - Complexity: O(1).
  public func standing(of program: Program) -> ProgramStanding? { self[program.code] }

  /// The standing of the program at a place of ``ProgramDirectory/programs``.
  ///
  /// - Complexity: O(1).
  public func standing(at place: Int) -> ProgramStanding {
    let entry = entries[place]
    let group = groups[entry.group]
    let spread = model.standardDeviation * group.slope
    guard !entry.index.isNaN,
      let institution = figuresOfInstitution[directory.institutionOfProgram[place]].map({
        figures[$0]
      })
    else {
      return ProgramStanding(
        index: group.mean, parts: [], basis: .notKnown, compared: 0, below: 0, level: 0, points: 0,
        pointsStandardDeviation: spread)
    }
    return ProgramStanding(
      index: entry.index, parts: institution.parts(of: directory.programs[place], model),
      basis: .publicFigures, compared: group.compared, below: entry.below, level: entry.level,
      points: points(at: place), pointsStandardDeviation: spread)
  }

  /// The percentile of the program at a place of ``ProgramDirectory/programs``, as
  /// ``ProgramStanding/percentile``; nil where it is not known.
  public func percentile(at place: Int) -> Double? {
    let entry = entries[place]
    let compared = groups[entry.group].compared
    guard isKnown(at: place), compared > 0 else { return nil }
    return 100 * (Double(entry.below) + Double(entry.level) / 2) / Double(compared)
  }

  /// Whether public figures tell of the program at a place of ``ProgramDirectory/programs``.
  public func isKnown(at place: Int) -> Bool { !entries[place].index.isNaN }

  /// The index of the program at a place of ``ProgramDirectory/programs``; the mean of its specialty
  /// where it is not known.
  public func index(at place: Int) -> Double {
    let entry = entries[place]
    return entry.index.isNaN ? groups[entry.group].mean : entry.index
  }

  /// The points of Step 2 CK of the program at a place of ``ProgramDirectory/programs``: as
  /// ``ProgramStanding/points``, without the parts.
  public func points(at place: Int) -> Double {
    let entry = entries[place]
    if entry.index.isNaN { return 0 }
    let group = groups[entry.group]
    return model.pointsPerUnit * group.slope * (entry.index - group.mean)
  }
}

extension MatchFacts {
  /// The standing of every program of a directory.
  public func standing(of directory: ProgramDirectory) throws(FactsError) -> StandingTable {
    StandingTable(
      directory: directory, institutions: try institutionStandings(), model: try standingModel())
  }

  /// The standing of every program, with the directory read anew.
  public func standing() throws(FactsError) -> StandingTable { try standing(of: try programs()) }
}
