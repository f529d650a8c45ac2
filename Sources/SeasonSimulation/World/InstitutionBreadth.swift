import MatchFacts

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the directory tells of a program's standing: the breadth of training at its institution.
struct InstitutionBreadth: Sendable {
  private let counts: [String: Int]
  private let mean: Double
  private let deviation: Double

  init(directory: [Program]) {
    var specialties: [String: Set<Specialty>] = [:]
    for program in directory {
      specialties[program.institution, default: []].insert(program.specialty)
    }
    counts = specialties.mapValues(\.count)
    var sum = 0.0
    var squares = 0.0
    for program in directory {
      let value = log(Double(counts[program.institution] ?? 1))
      sum += value
      squares += value * value
    }
    let n = Double(max(directory.count, 1))
    mean = sum / n
    deviation = max(squares / n - mean * mean, 1e-6).squareRoot()
  }

  /// Standardized over all programs, kept within ±2.
  func standing(of program: Program) -> Double {
    let value = log(Double(counts[program.institution] ?? 1))
    return min(max((value - mean) / deviation, -2), 2)
  }
}
