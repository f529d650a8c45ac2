import MatchFacts

/// How much more readily programs invite one applicant type than US MDs, by what public figures
/// tell of them: log-odds beside US MD's.
public struct OpennessEffects: Sendable, Hashable, Codable {
  /// What one unit of a feature adds, by feature (see `ProgramTraits`) and type.
  public var features: [String: [String: Double]]
  /// What a state adds, by state and type.
  public var states: [String: [String: Double]]

  /// No program is more open than another.
  public init() {
    features = [:]
    states = [:]
  }

  /// What a program's features and its state add for a type.
  func value(_ traits: ProgramTraits, state: String?, type: String) -> Double {
    var sum = 0.0
    for (position, feature) in ProgramTraits.Feature.allCases.enumerated() {
      sum += (features[feature.rawValue]?[type] ?? 0) * traits.features[position]
    }
    if let state { sum += states[state]?[type] ?? 0 }
    return sum
  }
}
