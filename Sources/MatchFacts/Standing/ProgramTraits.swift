#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What public figures tell of a program: its standing, and features that say whom it takes.
public struct ProgramTraits: Sendable, Hashable {
  /// The names under which coefficients refer to the features.
  public enum Feature: String, Sendable, CaseIterable {
    /// The standing index of the institution (`ProgramStanding/index`).
    case index
    /// Whether the accreditation is a new one, 0 or 1.
    case newAccreditation
    /// Log of the positions offered.
    case size
    /// Share of positions left unfilled by the Match over the known years.
    case unfilled
    /// Share of the state's positions filled by US IMGs.
    case usIMGShare
    /// The same by non-US IMGs.
    case nonUSIMGShare
  }

  /// Points of Step 2 CK by which the program's standing lies above its specialty's mean.
  public var points = 0.0
  /// Standard deviation, in points, of what public figures leave open of the standing.
  public var pointsDeviation = 0.0
  /// Whether public figures tell of its standing; if not, it counts as its specialty's mean program.
  public var hasKnownStanding = false
  /// Each feature less its mean over the specialty's programs, in the order of ``Feature``; 0 where
  /// it is not known.
  public var features = [Double](repeating: 0, count: Feature.allCases.count)
}

/// The traits of every program of a directory.
///
/// O(programs) to make, O(1) to ask.
public struct ProgramTraitTable: Sendable {
  private let traits: [String: ProgramTraits]
  private let pointsBySpecialty: [Specialty: [Double]]
  /// The key of each program's institution, by code.
  package let institutions: [String: String]

  /// Computes the traits of a directory from its standing and the states' shares of IMGs.
  ///
  /// - Parameters:
  ///   - programs: the programs, with their fills.
  ///   - standing: their standing; nil to take all of a specialty as alike.
  ///   - shares: shares of a state's positions filled by IMGs; nil to leave them out.
  public init(
    programs: [Program], standing: StandingTable?,
    shares: StateIMGShares? = nil
  ) {
    var raw = [Double](repeating: 0, count: programs.count * Self.width)
    var groups: [Specialty: [Int]] = [:]
    var rows: [ProgramTraits] = []
    rows.reserveCapacity(programs.count)
    for (index, program) in programs.enumerated() {
      var row = ProgramTraits()
      var values = [Double](repeating: .nan, count: Self.width)
      if let standing, let place = standing.directory.index(ofCode: program.code) {
        row.points = standing.points(at: place)
        row.pointsDeviation =
          standing.model.standardDeviation * standing.model.slope(of: program.specialty)
        row.hasKnownStanding = standing.isKnown(at: place)
        values[0] = standing.index(at: place)
      }
      values[1] = program.hasNewAccreditation.map { $0 ? 1 : 0 } ?? .nan
      values[2] = program.positions.map { log(Double(max($0, 1))) } ?? .nan
      let offered = program.fillHistory.reduce(0) { $0 + max($1.offered, 0) }
      let filled = program.fillHistory.reduce(0) { $0 + max($1.filled, 0) }
      if offered > 0 { values[3] = 1 - Double(filled) / Double(offered) }
      if let shares, let state = program.state {
        values[4] = shares.share(of: .usIMG, in: state) ?? .nan
        values[5] = shares.share(of: .nonUSIMG, in: state) ?? .nan
      }
      for column in 0..<Self.width { raw[index * Self.width + column] = values[column] }
      rows.append(row)
      groups[program.specialty, default: []].append(index)
    }
    for members in groups.values { Self.centre(&raw, members: members) }
    var table: [String: ProgramTraits] = [:]
    table.reserveCapacity(programs.count)
    var institutions: [String: String] = [:]
    institutions.reserveCapacity(programs.count)
    for (index, program) in programs.enumerated() {
      let start = index * Self.width
      rows[index].features = Array(raw[start..<start + Self.width])
      table[program.code] = rows[index]
      institutions[program.code] = program.institutionKey
    }
    traits = table
    self.institutions = institutions
    // The programs that a standing is compared with, as in `StandingTable`.
    let since = standing?.model.listedSince ?? 0
    pointsBySpecialty = groups.mapValues { members in
      let listed = members.filter { (programs[$0].lastListed ?? 0) >= since }
      let peers = listed.filter { programs[$0].track != .preliminary }
      let compared = [peers, listed].first { !$0.isEmpty } ?? members
      return compared.map { rows[$0].points }.sorted()
    }
  }

  private static let width = ProgramTraits.Feature.allCases.count

  /// The traits of a program; those of an average one for a code that the directory does not have.
  public subscript(_ code: String) -> ProgramTraits { traits[code] ?? ProgramTraits() }

  /// The standing of the programs of a specialty that others are compared with (those of the latest
  /// national list, preliminary tracks apart), in points, lowest first.
  public func points(of specialty: Specialty) -> [Double] { pointsBySpecialty[specialty] ?? [] }

  /// Counts each feature from its mean over the members; unknown values become the mean.
  private static func centre(_ raw: inout [Double], members: [Int]) {
    for column in 0..<width {
      var sum = 0.0
      var known = 0.0
      for member in members where !raw[member * width + column].isNaN {
        sum += raw[member * width + column]
        known += 1
      }
      let mean = known > 0 ? sum / known : 0
      for member in members {
        let value = raw[member * width + column]
        raw[member * width + column] = value.isNaN ? 0 : value - mean
      }
    }
  }
}

extension MatchFacts {
  /// What public figures tell of the programs of a directory.
  ///
  /// - Throws: `FactsError` naming table, line and field.
  public func programTraits(of directory: ProgramDirectory) throws(FactsError) -> ProgramTraitTable
  {
    ProgramTraitTable(
      programs: directory.programs, standing: try standing(of: directory),
      shares: try stateIMGShares())
  }
}
