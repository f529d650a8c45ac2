import ApplicantFile
import DelimitedText
import Foundation
import MatchFacts
import ScoreReading
import Testing

@testable import AdviceRendering
@testable import Advising

@Suite("Every program of a file, as a table")
struct ProgramOddsTests {
  private static func odds(
    _ number: Int, institution: String = "General Hospital-OH", isEligible: Bool = true
  ) -> ProgramOdds {
    func chances(_ scale: Double) -> ChancesBySignal {
      ChancesBySignal([.none, .silver, .gold]) { tier in
        let estimate = isEligible ? scale * Double(tier + 1) / 4 : 0
        return Interval(estimate: estimate, low: estimate / 2, high: min(1, estimate * 1.25))
      }
    }
    return ProgramOdds(
      code: "\(1_000 + number)140C0", acgmeID: number % 2 == 0 ? "140380\(number)" : nil,
      program: "Internal Medicine", institution: institution, city: "Cleveland", state: nil,
      specialty: Specialty("Internal Medicine"), track: .categorical,
      standing: .init(
        estimate: -2.5, low: -9.75, high: 4.75, percentile: 31, basis: "public figures"),
      isEligible: isEligible, ruledOutBy: isEligible ? [] : ["my table: a minimum of 260."],
      interview: chances(1), match: chances(0.5), group: isEligible ? .target : nil)
  }

  private static func answer(_ programs: [ProgramOdds]) -> ProgramOddsAnswer {
    ProgramOddsAnswer(
      applicant: Advice.Summary(
        name: nil, type: .usMD, step1: "pass", step2CK: 245, comlexLevel2: nil,
        specialties: [Specialty("Internal Medicine")]),
      programs: programs)
  }

  @Test func theTableReadsBack() throws {
    let programs = [
      Self.odds(1), Self.odds(2, institution: "=HYPERLINK(\"x\"),\"St. John's\""),
      Self.odds(3, isEligible: false),
    ]
    let table = try DelimitedTable(Array(ProgramOddsCSV(programs).text.utf8), name: "odds.csv")
    #expect(table.header == ProgramOddsCSV.columns && table.count == 3)
    let code = try table.column("code")
    let gold = try table.column("interview_gold_low")
    let single = try table.column("match_single")
    let points = try table.column("standing_points")
    for (record, odds) in zip(table, programs) {
      #expect(try record.text(code) == odds.code)
      #expect(abs(try record.double(gold, in: 0...1) - (odds.interview.gold?.low ?? 2)) < 1e-4)
      #expect(try record.text(single).isEmpty)
      #expect(try record.double(points, in: -30...30) == -2.5)
    }
    let records = Array(table)
    #expect(try records[1].text(try table.column("institution")).hasPrefix("'="))
    #expect(try records[2].text(try table.column("eligible")) == "no")
    #expect(try records[2].text(try table.column("ruled_out_by")).contains("260"))
    #expect(try records[2].text(try table.column("group")).isEmpty)
  }

  @Test(arguments: [50, 80, 120])
  func theTerminalKeepsItsWidthAndSaysWhatIsLeft(width: Int) {
    let programs =
      (0..<45).map { Self.odds($0, institution: "A very long name of a hospital \($0)-OH") }
      + [Self.odds(45, isEligible: false)]
    let text = ProgramOddsReport(Self.answer(programs), limit: 40).text(width: width)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { DisplayWidth.columns($0) <= width })
    #expect(lines.count { $0.contains("140C0") } == 40)
    #expect(text.contains("40 of 46 programs, 1 of them ruled out"))
    let all = ProgramOddsReport(Self.answer(programs), limit: 100).text(width: width)
    #expect(all.contains("46 programs, 1 of them ruled out."))
    #expect(all.contains("a minimum of 260"))
  }

  @Test func theTerminalIsSafe() {
    let text = ProgramOddsReport(
      Self.answer([Self.odds(1, institution: Samples.hostile)]), limit: 40
    ).text()
    #expect(!text.contains("\u{1B}") && !text.contains("\u{07}") && !text.contains("\u{202E}"))
  }

  @Test func theDocumentSaysWhatIsNotKnown() throws {
    let text = try JSONExport.encode(Self.answer([Self.odds(1), Self.odds(2, isEligible: false)]))
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["format"] as? Int == 1)
    let programs = try #require(document["programs"] as? [[String: Any]])
    #expect(
      Set(programs[0].keys) == [
        "code", "acgmeId", "program", "institution", "city", "state", "specialty", "track",
        "standing", "eligible", "ruledOutBy", "interview", "match", "group",
      ])
    #expect(programs[0]["acgmeId"] is NSNull && programs[1]["group"] is NSNull)
    let interview = try #require(programs[0]["interview"] as? [String: Any])
    #expect(Set(interview.keys) == ["none", "silver", "gold"])
  }
}
