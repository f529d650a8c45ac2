import ApplicantFile
public import MatchFacts

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the directory itself tells of each program, standardized over the programs of a specialty.
public struct ProgramTraits: Sendable, Hashable {
  /// Log of the positions offered.
  public var size: Double
  /// Share of positions filled through the Match over the known years.
  public var fill: Double
  /// Log of the number of specialties at the same institution.
  public var breadth: Double
  /// Share of the institution's specialties that fill nearly always.
  public var competitive: Double
  /// Whether the track's name says research or physician-scientist.
  public var research: Double

  /// The names under which coefficients refer to the traits.
  public static let names = ["breadth", "competitive", "fill", "research", "size"]

  /// A trait by name; 0 for an unknown one.
  public subscript(_ name: String) -> Double {
    switch name {
    case "size": size
    case "fill": fill
    case "breadth": breadth
    case "competitive": competitive
    case "research": research
    default: 0
    }
  }
}

/// The traits of every program of a directory.
///
/// O(programs) to make, O(1) to ask.
public struct ProgramTraitTable: Sendable {
  private let traits: [String: ProgramTraits]

  /// Specialties that fill nearly every position every year; an institution that trains in them
  /// is a large academic one.
  private static let competitiveNames: Set<String> = [
    "Dermatology", "Neurological Surgery", "Orthopaedic Surgery", "Otolaryngology",
    "Plastic Surgery", "Thoracic Surgery", "Vascular Surgery", "Interventional Radiology",
  ]

  /// Computes the traits from the whole directory.
  public init(directory: [Program]) {
    var specialtiesAt: [String: Set<String>] = [:]
    for program in directory {
      specialtiesAt[program.institution, default: []].insert(program.specialty.name)
    }
    var raw: [[Double]] = []
    raw.reserveCapacity(directory.count)
    var groups: [Specialty: [Int]] = [:]
    for (index, program) in directory.enumerated() {
      let offered = program.fillHistory.reduce(0) { $0 + max($1.offered, 0) }
      let filled = program.fillHistory.reduce(0) { $0 + max($1.filled, 0) }
      let there = specialtiesAt[program.institution] ?? []
      let hard = there.reduce(0) { $0 + (Self.competitiveNames.contains($1) ? 1 : 0) }
      let name = program.name.lowercased()
      raw.append([
        log(Double(there.count)),
        Double(hard) / Double(max(there.count, 1)),
        offered > 0 ? Double(filled) / Double(offered) : .nan,
        name.contains("research") || name.contains("scien") ? 1 : 0,
        program.positions.map { log(Double(max($0, 1))) } ?? .nan,
      ])
      groups[program.specialty, default: []].append(index)
    }
    for members in groups.values {
      for column in ProgramTraits.names.indices {
        Self.standardize(&raw, members: members, column: column)
      }
    }
    var table: [String: ProgramTraits] = [:]
    table.reserveCapacity(directory.count)
    for (program, row) in zip(directory, raw) {
      table[program.code] = ProgramTraits(
        size: row[4], fill: row[2], breadth: row[0], competitive: row[1], research: row[3])
    }
    traits = table
  }

  /// The traits of a program; all 0 (average) for one that is not in the directory.
  public subscript(_ code: String) -> ProgramTraits {
    traits[code] ?? ProgramTraits(size: 0, fill: 0, breadth: 0, competitive: 0, research: 0)
  }

  /// Mean 0 and variance 1 over the members; unknown values become 0, the mean.
  private static func standardize(_ raw: inout [[Double]], members: [Int], column: Int) {
    let known = members.filter { !raw[$0][column].isNaN }
    let count = Double(max(known.count, 1))
    let mean = known.reduce(0) { $0 + raw[$1][column] } / count
    let variance =
      known.reduce(0) { $0 + (raw[$1][column] - mean) * (raw[$1][column] - mean) } / count
    let scale = variance > 1e-12 ? 1 / variance.squareRoot() : 0
    for index in members {
      let value = raw[index][column]
      raw[index][column] = value.isNaN ? 0 : (value - mean) * scale
    }
  }
}
