import ScoreReading

extension ProgramOdds {
  /// An order of programs.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// The likeliest interview, without a signal, first.
    case interview
    /// The one that asks for the strongest file first.
    case standing
    /// The one likeliest to take the applicant, without a signal, first.
    case match
    /// By institution.
    case name

    /// Programs in this order; those that are ruled out stand last by chance, and equal ones by name.
    ///
    /// - Complexity: O(*n* log *n*).
    public func sorted(_ programs: [ProgramOdds]) -> [ProgramOdds] {
      let keys = programs.map { program -> Double in key(program) }
      let names = programs.map { $0.institution.lowercased() }
      let order = programs.indices.sorted { first, second in
        if keys[first] != keys[second] { return keys[first] < keys[second] }
        if names[first] != names[second] { return names[first] < names[second] }
        return programs[first].code < programs[second].code
      }
      return order.map { programs[$0] }
    }

    private func key(_ program: ProgramOdds) -> Double {
      switch self {
      case .interview: program.isEligible ? -program.interview.none.estimate : 1
      case .standing: -program.standing.estimate
      case .match: program.isEligible ? -program.match.none.estimate : 1
      case .name: 0
      }
    }
  }
}
