import ApplicantFile
import MatchFacts

extension InstitutionEvidence {
  /// Reads every program with figures that the directory has.
  init(_ model: OddsModel, directory: [Program], figures: [String: ProgramEvidence]) {
    let institutions = model.traits.institutions
    var entries: [String: [ApplicantType: [Entry]]] = [:]
    var shares: [ApplicantType: Double] = [:]
    for type in ApplicantType.allCases {
      let share = model.parameters.institutionShare[type.rawValue]?.value ?? 0
      shares[type] = min(max(share, 0), 0.9)
    }
    for program in directory where !figures.isEmpty {
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
    self.init(entries, shares: shares, institutions: institutions)
  }
}
