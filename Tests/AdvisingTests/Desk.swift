import Advising
import ApplicantFile
import Foundation
import Handbook
import MatchFacts
import MatchOdds
import Testing

/// Advice on the example files, opened once for all tests.
enum Desk {
  static let day = CalendarDate("2026-08-01")

  static let opened = Result { () throws -> (facts: MatchFacts, advisor: Advisor) in
    let facts = try MatchFacts.load()
    return (
      facts,
      try Advisor(
        try Handbook(facts: facts, parameters: try OddsParameters.shipped()),
        rules: try AdviceRules.load())
    )
  }

  static func applicant(_ yaml: String) throws -> Applicant {
    let checks = try opened.get().advisor.handbook.checks
    return try ApplicantFile.parse(
      yaml, fileName: "test.yaml", rules: checks.rules(asOf: try #require(day)),
      names: checks.names
    ).applicant
  }

  static func example(_ name: String) throws -> Applicant {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples")
    let path = folder.appendingPathComponent(name + ".yaml").path
    let text = try #require(FileManager.default.contents(atPath: path))
    return try applicant(String(decoding: text, as: UTF8.self))
  }

  static func advise(_ applicant: Applicant, scenarios: Bool = false) throws -> Advice {
    try opened.get().advisor.advise(
      applicant, .init(asOf: try #require(day), comparesScenarios: scenarios))
  }
}
