import MatchFacts

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Positions of the programs of a season.
extension SeasonWorld {
  /// Specialties whose programs are all preliminary.
  static func preliminaryOnly(_ directory: [Program]) -> Set<Specialty> {
    var withOthers = Set<Specialty>()
    var all = Set<Specialty>()
    for program in directory {
      all.insert(program.specialty)
      if program.track != .preliminary { withOthers.insert(program.specialty) }
    }
    return all.subtracting(withOthers)
  }

  static func fillQuotas(
    _ quotas: inout [Int], range: Range<Int>, programs: [Program], published: Double?
  ) {
    var total = 0
    var missing: [Int] = []
    for index in range {
      if let positions = programs[index].positions {
        quotas[index] = max(positions, 0)
        total += quotas[index]
      } else {
        missing.append(index)
      }
    }
    defer { if let published { Self.grow(&quotas, range: range, to: published) } }
    guard !missing.isEmpty else { return }
    let mean = Double(total) / Double(max(range.count - missing.count, 1))
    var each = mean
    if let published {
      each = min(max((published - Double(total)) / Double(missing.count), mean / 2), mean * 2)
    }
    // Largest remainders, in the order of codes, so that the sum is right.
    var owed = 0.0
    for index in missing {
      owed += max(each, 0.5)
      let given = Int(owed.rounded())
      quotas[index] = max(given, 1)
      owed -= Double(quotas[index])
    }
  }

  /// Interviews of each program: those of its positions, tilted by the place of the
  /// index, the total unchanged.
  static func fillSlots(
    _ slots: inout [Int], range: Range<Int>, quotas: [Int], place: [Float],
    perPosition: Double, tilt: Double
  ) {
    var plain = 0.0
    var tilted = 0.0
    for program in range {
      plain += Double(quotas[program])
      tilted += Double(quotas[program]) * exp(tilt * Double(place[program]))
    }
    let scale = tilted > 0 ? perPosition * plain / tilted : 0
    for program in range where quotas[program] > 0 {
      let wanted = scale * Double(quotas[program]) * exp(tilt * Double(place[program]))
      slots[program] = max(2, Int(wanted.rounded()))
    }
  }

  /// Spreads the positions that a published total has beyond the quotas, by largest remainders.
  static func grow(_ quotas: inout [Int], range: Range<Int>, to published: Double) {
    let total = range.reduce(0) { $0 + quotas[$1] }
    let gap = Int(published.rounded()) - total
    guard gap > 0, total > 0 else { return }
    var owed = 0.0
    for index in range {
      owed += Double(gap) * Double(quotas[index]) / Double(total)
      let given = Int((owed + 1e-9).rounded(.down))
      quotas[index] += given
      owed -= Double(given)
    }
  }
}
