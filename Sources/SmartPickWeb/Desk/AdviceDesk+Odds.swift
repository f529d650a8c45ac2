import Advising
import ApplicantFile
import MatchFacts

extension AdviceDesk {
  /// The chances of a file at a program, whether or not it is on the list.
  func outlook(of applicant: Applicant, at program: Program) throws -> ProgramOutlook? {
    do {
      return try advisor.outlook(of: applicant, at: program, asOf: try today())
    } catch {
      throw Self.webError(error)
    }
  }

  /// The chances of a file at every program of its specialties.
  func programOdds(of applicant: Applicant) throws -> ProgramOddsAnswer {
    do {
      return try advisor.programOdds(for: applicant, asOf: try today())
    } catch {
      throw Self.webError(error)
    }
  }
}
