import ApplicantFile
import MatchFacts

/// What imported figures of an institution's programs say of its other programs.
///
/// What is left unknown of two programs of one institution is partly the same (the correlation ρ
/// of ``OddsParameters/institutionShare``): with an own effect of variance σ², ρσ² is the
/// institution's. Each program with figures measures it with variance (1 − ρ)σ² and the noise of
/// its figures.
public struct InstitutionEvidence: Sendable {
  /// What the other programs say of one, in standard deviations of a program's own effect.
  struct Effect: Sendable, Hashable {
    var mean: Double
    /// Standard deviation that is left.
    var deviation: Double
    /// Where the figures come from.
    var origin: String
  }

  private struct Entry: Sendable {
    var code: String
    var specialty: Specialty
    var value: Double
    var variance: Double
    var origin: String
  }

  private var entries: [String: [ApplicantType: [Entry]]] = [:]
  private let shares: [ApplicantType: Double]
  private let institutions: [String: String]

  /// No figures.
  init() {
    shares = [:]
    institutions = [:]
  }

  /// Reads every program with figures that the directory has.
  init(_ model: OddsModel, directory: [Program], figures: [String: ProgramEvidence]) {
    institutions = model.traits.institutions
    var shares: [ApplicantType: Double] = [:]
    for type in ApplicantType.allCases {
      let share = model.parameters.institutionShare[type.rawValue]?.value ?? 0
      shares[type] = min(max(share, 0), 0.9)
    }
    self.shares = shares
    guard !figures.isEmpty else { return }
    for program in directory {
      guard let own = figures[program.code], let key = institutions[program.code] else { continue }
      let coefficients = model.coefficients(of: program.specialty)
      for type in ApplicantType.allCases {
        let measured = OpennessMeasurement.all(of: own, for: type, coefficients, model.parameters)
        guard !measured.isEmpty else { continue }
        let spread = coefficients.programSpread[type.rawValue]?.value ?? 1.5
        let precision = measured.reduce(0) { $0 + 1 / $1.variance }
        let mean = measured.reduce(0) { $0 + $1.value / $1.variance } / precision
        let rest = mean - model.openness(of: program.code, state: program.state, for: type)
        // Tracks of one program often carry one row of a source: it counts once.
        let known = entries[key]?[type] ?? []
        if known.contains(where: { $0.specialty == program.specialty }) { continue }
        entries[key, default: [:]][type, default: []].append(
          Entry(
            code: program.code, specialty: program.specialty, value: rest / spread,
            variance: 1 / (precision * spread * spread), origin: own.origin))
      }
    }
  }

  /// What an institution's other programs say of one; nil where they say nothing.
  ///
  /// Tracks of the same specialty share their figures in most sources, and are not counted twice.
  func effect(on code: String, of specialty: Specialty, for type: ApplicantType) -> Effect? {
    guard !entries.isEmpty, let key = institutions[code],
      let known = entries[key]?[type], let share = shares[type], share > 0
    else { return nil }
    var precision = 1 / share
    var weighted = 0.0
    var origin: String?
    for entry in known where entry.code != code && entry.specialty != specialty {
      let variance = 1 - share + entry.variance
      precision += 1 / variance
      weighted += entry.value / variance
      origin = origin ?? entry.origin
    }
    guard let origin else { return nil }
    return Effect(
      mean: weighted / precision, deviation: (1 - share + 1 / precision).squareRoot(),
      origin: "the institution's other programs, \(origin)")
  }
}
