import Advising
import ApplicantFile
import Foundation
import Handbook
import MatchFacts
import MatchOdds
import ScoreReading
import Testing

/// Scores of files, read from tables that are opened once.
enum Answers {
  static let day = CalendarDate("2026-08-01")

  private static let opened = Result {
    () throws -> (advisor: Advisor, files: FileRules, names: FactsCatalog) in
    let facts = try MatchFacts.load()
    return (
      advisor: try Advisor(
        try Handbook(facts: facts, parameters: try OddsParameters.shipped()),
        rules: try AdviceRules.load()),
      files: FileRules(asOf: try #require(day), norms: try facts.examNorms()),
      names: FactsCatalog(specialties: facts.specialties)
    )
  }

  static func applicant(_ yaml: String) throws -> Applicant {
    let (_, files, names) = try opened.get()
    return try ApplicantFile.parse(yaml, fileName: "test.yaml", rules: files, names: names)
      .applicant
  }

  static func answer(_ applicant: Applicant) throws -> ScoresAnswer {
    try opened.get().advisor.scores(of: applicant, asOf: try #require(day))
  }
}
