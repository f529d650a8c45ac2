import MatchFacts

/// The tracks of one program, which is applied to once: the NRMP gives each track a code of its own
/// to rank, but they share one accreditation, one application and one signal.
struct ProgramTracks {
  /// Positions of one program's tracks, the one that stands for all first.
  private(set) var groups: [[Int]] = []

  /// Groups programs of one specialty.
  ///
  /// Tracks of an institution belong together by their ACGME id; those without one join the only id
  /// of their institution, or its tracks in the same city.
  ///
  /// - Parameters:
  ///   - programs: the programs.
  ///   - members: positions to group.
  ///   - isKept: whether a track must stand by itself, since the applicant named it.
  init(_ programs: [Program], members: [Int], isKept: (String) -> Bool) {
    var places: [String: Int] = [:]
    var ids: [String: Set<String>] = [:]
    for index in members {
      guard let id = programs[index].acgmeID else { continue }
      ids[Self.institution(programs[index]), default: []].insert(id)
    }
    for index in members {
      let institution = Self.institution(programs[index])
      let known = ids[institution] ?? []
      let key: String
      if isKept(programs[index].code) {
        key = "code " + programs[index].code
      } else if known.count == 1 {
        key = institution
      } else {
        key = institution + "|" + (programs[index].acgmeID ?? programs[index].city ?? "")
      }
      if let place = places[key] {
        groups[place].append(index)
      } else {
        places[key] = groups.count
        groups.append([index])
      }
    }
    for place in groups.indices where groups[place].count > 1 {
      groups[place].sort { Self.isMain(programs[$0], before: programs[$1]) }
    }
  }

  private static func institution(_ program: Program) -> String {
    program.institution + "|" + (program.state ?? "")
  }

  /// The plain categorical track with the most positions stands for the program.
  private static func isMain(_ a: Program, before b: Program) -> Bool {
    if (a.track == .categorical) != (b.track == .categorical) { return a.track == .categorical }
    if a.positions != b.positions { return (a.positions ?? 0) > (b.positions ?? 0) }
    return (a.name.count, a.code) < (b.name.count, b.code)
  }
}
