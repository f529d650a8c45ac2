import ApplicantFile
import Foundation
import MatchFacts
import MatchOdds

/// The shipped parameters, read from the source tree.
func shippedParameters() throws -> OddsParameters {
  let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/MatchOdds/Resources/calibration.json").path
  return try OddsParameters.load(path: path)
}

func program(
  _ code: String, _ specialty: String = "Internal Medicine", state: String? = "OH",
  positions: Int? = 12, track: Program.Track = .categorical
) -> Program {
  Program(
    code: code, specialty: Specialty(specialty), track: track, name: specialty,
    institution: "Hospital \(code)", city: "Town", state: state, acgmeID: nil, acgmeMatch: nil,
    url: nil, positions: positions, filled: positions, positionsYear: 2020, fillHistory: [],
    lastListed: 2023, citation: Citation(title: "test", year: "2023", url: ""))
}

func programs(_ count: Int, _ specialty: String = "Internal Medicine") -> [Program] {
  (0..<count).map { program("P\($0)", specialty, state: $0 % 10 == 0 ? "OH" : "TX") }
}

func applicant(
  _ type: ApplicantType = .usMD, score: Int? = 250, _ specialty: String = "Internal Medicine"
) -> Applicant {
  Applicant(
    type: type, step2CK: score.map { ExamResult(score: $0) },
    specialties: [TargetSpecialty(specialty: Specialty(specialty))])
}

func model(_ directory: [Program]) throws -> OddsModel {
  OddsModel(
    parameters: try shippedParameters(),
    traits: ProgramTraitTable(programs: directory, standing: nil), season: 2027)
}
