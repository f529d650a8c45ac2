import Advising
import ApplicantFile
import ScoreReading
import Testing

/// Chances that a sceptical advisor compared with what is published of the same people.
@Suite("Chances an advisor would sign")
struct HonestChanceTests {
  private func match(_ yaml: String) throws -> Double {
    try Desk.advise(try Desk.applicant(yaml)).odds.match.estimate
  }

  @Test("A year of graduation alone makes a graduate", arguments: ["us-md", "us-do"])
  func graduates(type: String) throws {
    let rest = "type: \(type)\nstep2ck: 238\nspecialties: [Internal Medicine]\n"
    let senior = try match(rest + "senior: yes\n")
    let graduate = try match(rest + "graduation_year: 2024\n")
    let earlier = try match(rest + "graduation_year: 2012\n")
    #expect(senior > 0.9 && graduate < senior - 0.05)
    #expect(earlier < graduate - 0.02)
    #expect(try match(rest + "senior: no\ngraduation_year: 2024\n") == graduate)
  }

  @Test("An H-1B that few sponsor costs more than a J-1")
  func visas() throws {
    let rest = "type: non-us-img\nstep2ck: 242\nspecialties: [Neurology]\nvisa: "
    #expect(try match(rest + "h-1b\n") < match(rest + "j-1\n") - 0.03)
  }

  @Test("An exam still open is counted with all that it may bring")
  func openExam() throws {
    let advice = try Desk.advise(
      try Desk.applicant(
        "type: us-md\nstep1: pass\nstep2ck: fail\nspecialties: [Family Medicine]\n"))
    let outlook = try #require(advice.examOutlook)
    #expect(abs(advice.odds.match.estimate - outlook.match) < 1e-6)
    #expect(advice.odds.match.estimate < 0.9)
  }

  @Test("A file without hope still gets its likeliest programs and the way through SOAP")
  func hopeless() throws {
    let advice = try Desk.advise(
      try Desk.applicant(
        "type: non-us-img\ngraduation_year: 2014\nstep1: {score: 198, attempts: 3}\n"
          + "step2ck: {score: 219, attempts: 2}\nspecialties: [Dermatology]\n"), scenarios: true)
    #expect(advice.list.programs.count == 10 && advice.list.endsBecause == .shortest)
    let soap = try #require(advice.scenarios.first { $0.name.contains("SOAP") })
    #expect(soap.match.estimate > advice.odds.match.estimate)
    #expect(soap.match.low <= soap.match.estimate && soap.match.estimate <= soap.match.high)
  }

  @Test("Own matches are anchored to their own rates")
  func urology() throws {
    let chance = try match(
      "type: us-md\nsenior: yes\nstep2ck: 248\nspecialties: [Urology]\n"
        + "limits: {applications: 88, point_worth: 20000}\n")
    #expect(chance > 0.6 && chance < 0.85)
  }
}
