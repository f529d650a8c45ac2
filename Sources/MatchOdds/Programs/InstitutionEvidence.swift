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

  /// What the figures of one program measure.
  struct Entry: Sendable {
    var code: String
    var specialty: Specialty
    var value: Double
    var variance: Double
    var origin: String
  }

  private let entries: [String: [ApplicantType: [Entry]]]
  private let shares: [ApplicantType: Double]
  private let institutions: [String: String]

  /// What programs with figures measure, by institution and type; nothing unless given.
  init(
    _ entries: [String: [ApplicantType: [Entry]]] = [:], shares: [ApplicantType: Double] = [:],
    institutions: [String: String] = [:]
  ) {
    self.entries = entries
    self.shares = shares
    self.institutions = institutions
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
