import MatchFacts
import SeasonSimulation

/// Which program of the directory each row of the rates speaks of.
struct RateJoin {
  /// Place in the directory for each row; nil where no program is clearly meant.
  private(set) var programs: [Int?]

  /// By institution's name, city, state and specialty.
  ///
  /// Rows that this leaves are joined where one row and one program remain in a city. A program
  /// joins once.
  init(_ rates: ProgramRateFile, directory: ProgramDirectory) {
    programs = [Int?](repeating: nil, count: rates.rows.count)
    let join = ProgramJoin(directory)
    var taken = Set<Int>()
    for (number, row) in rates.rows.enumerated() {
      var name = row.program
      if name.hasSuffix(" Program") { name.removeLast(" Program".count) }
      let key = ProgramJoin.Key(
        name: name, city: row.city, state: row.state, specialty: Specialty(row.specialty))
      guard case .joined(let found, _) = join(key) else { continue }
      let places = found.compactMap { directory.index(ofCode: $0.code) }
      if let best = Self.main(of: places.filter { !taken.contains($0) }, in: directory) {
        programs[number] = best
        taken.insert(best)
      }
    }
    joinLeft(rates, directory: directory, taken: taken)
  }

  /// The track that most of an institution's applicants of a specialty apply to.
  private static func main(of places: [Int], in directory: ProgramDirectory) -> Int? {
    places.filter { isWhole(directory.programs[$0]) }.max { first, second in
      let a = directory.programs[first]
      let b = directory.programs[second]
      return (a.track == .categorical ? 1 : 0, a.lastListed ?? 0, a.positions ?? 0, second)
        < (b.track == .categorical ? 1 : 0, b.lastListed ?? 0, b.positions ?? 0, first)
    }
  }

  private static func isWhole(_ program: Program) -> Bool {
    program.track != .preliminary && program.track != .physicianReserved
  }

  private mutating func joinLeft(
    _ rates: ProgramRateFile, directory: ProgramDirectory, taken: Set<Int>
  ) {
    var free: [String: [Int]] = [:]
    for (place, program) in directory.programs.enumerated()
    where Self.isWhole(program) && !taken.contains(place) {
      let key = "\(program.specialty.name)|\(program.city ?? "")|\(program.state ?? "")"
      free[key, default: []].append(place)
    }
    var left: [String: [Int]] = [:]
    for (number, row) in rates.rows.enumerated() where programs[number] == nil {
      left["\(row.specialty)|\(row.city)|\(row.state)", default: []].append(number)
    }
    for (key, numbers) in left where numbers.count == 1 {
      if let places = free[key], places.count == 1 { programs[numbers[0]] = places[0] }
    }
  }
}
