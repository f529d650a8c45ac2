import ApplicantFile
import MatchFacts

/// What ties an applicant to programs and places, with the weight of each tie in one specialty:
/// looked up once, asked for every program.
struct ApplicantTies: Sendable {
  let type: ApplicantType
  let schoolState: String?
  let states: Set<String>
  /// Home programs and those of sub-internships.
  let homePrograms: Set<String>
  let awayPrograms: Set<String>

  /// Log-odds of each.
  let inState: Double
  let tie: Double
  let home: Double
  let away: Double
  /// Standard deviation of what is not known of a program.
  let programSpread: Double

  init(
    _ applicant: Applicant, _ coefficients: SpecialtyCoefficients, _ parameters: OddsParameters
  ) {
    type = applicant.type
    schoolState = applicant.school.state
    states = Set(applicant.tieStates)
    let rotations = applicant.rotations ?? []
    homePrograms = Set(applicant.homePrograms ?? [])
      .union(rotations.filter { $0.kind == .subInternship }.compactMap(\.program))
    awayPrograms = Set(rotations.filter { $0.kind == .away }.compactMap(\.program))
    inState = coefficients.inState.value
    tie = parameters[.stateTie].value
    home = parameters[.homeProgram].value
    away = parameters[.awayRotation].value
    programSpread = coefficients.programSpread[applicant.type.rawValue]?.value ?? 1.5
  }
}
