import Advising
import ApplicantFile
import MatchFacts
import ScoreReading
import Testing

/// Other routes: advanced positions with their first year, and a research year.
struct ScenarioTests {
  private func scenarios(_ change: (inout Applicant) -> Void = { _ in }) throws -> [Scenario] {
    var applicant = try Desk.applicant(
      """
      type: us-md
      senior: yes
      step2ck: {score: 243, date: 2026-06-01}
      school: {state: NY}
      experiences: {publications: 1}
      specialties: [Dermatology]
      limits: {budget: 400}
      """)
    change(&applicant)
    return try Desk.advise(applicant, scenarios: true).scenarios
  }

  @Test("An advanced position counts only with its first year, whose applications are paid for")
  func firstYear() throws {
    let all = try scenarios()
    let plain = try #require(all.first)
    let joined = try #require(all.first { $0.name.contains("first year") })
    #expect(joined.match.estimate <= plain.match.estimate + 1e-9)
    #expect(joined.match.low <= joined.match.estimate && joined.match.estimate <= joined.match.high)
    #expect(joined.fees <= 400)
    #expect(joined.expectedInterviews > plain.expectedInterviews - 1)
    #expect(joined.remark.contains("without one"))
  }

  @Test("A list without advanced positions has no such route")
  func categorical() throws {
    let all = try scenarios {
      $0.specialties = [TargetSpecialty(specialty: .init("Pediatrics"))]
    }
    #expect(!all.contains { $0.name.contains("first year") })
  }

  @Test("What the file does not state is asked for, not counted as zero")
  func unstated() throws {
    let all = try scenarios { $0.experiences.publications = nil }
    #expect(!all.contains { $0.name.contains("research year") })
    #expect(all.first?.remark.contains("state your publications") == true)
    let partly = try scenarios()
    let year = try #require(partly.first { $0.name.contains("research year") })
    #expect(year.remark.contains("letters from the specialty, so what"))
  }

  @Test("A research year is called a rule and does not lower the chance of a senior")
  func research() throws {
    let all = try scenarios()
    let plain = try #require(all.first)
    let year = try #require(all.first { $0.name.contains("research year") })
    #expect(year.remark.contains("expert rule"))
    #expect(year.matchInFirstChoice >= plain.matchInFirstChoice - 0.01)
  }

  @Test(
    "A backup compared is the same backup written into the file: its programs read the drop too")
  func backupIsTheSame() throws {
    var file = try Desk.applicant(
      """
      type: us-md
      step1: {score: 245, date: 2021-06-01}
      step2ck: {score: 231, date: 2026-06-01}
      specialties: [General Surgery]
      limits: {applications: 30}
      """)
    let all = try Desk.advise(file, scenarios: true).scenarios
    let dual = try #require(all.first { $0.name.contains("as backup") })
    let facts = try Desk.opened.get().facts
    let backup = try #require(facts.specialties.info(Specialty("General Surgery"))?.backups.first)
    file.specialties.append(TargetSpecialty(specialty: backup, weight: 0.6))
    let written = try Desk.advise(file).odds.match.estimate
    #expect(abs(dual.match.estimate - written) < 0.005)
  }
}
