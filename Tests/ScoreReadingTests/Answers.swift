import Advising
import ApplicantFile
import Foundation
import MatchFacts
import MatchOdds
import ScoreReading
import Testing

/// Scores of files, read from tables that are opened once.
enum Answers {
  static let day = CalendarDate("2026-08-01")

  private static let opened = Result {
    (
      facts: try MatchFacts.load(), rules: try AdviceRules.load(),
      parameters: try OddsParameters.shipped()
    )
  }

  static func applicant(_ yaml: String) throws -> Applicant {
    let facts = try opened.get().facts
    return try ApplicantFile.parse(
      yaml, fileName: "test.yaml",
      rules: FileRules(asOf: try #require(day), norms: try facts.examNorms()),
      names: FactsCatalog(specialties: facts.specialties)
    ).applicant
  }

  static func answer(_ applicant: Applicant) throws -> ScoresAnswer {
    let (facts, rules, parameters) = try opened.get()
    return try ScoresAnswer.read(
      applicant, facts: facts, rules: rules, parameters: parameters, asOf: try #require(day))
  }
}
