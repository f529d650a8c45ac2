import Advising
import ApplicantFile
import MatchFacts
import ScoreReading
import Testing

/// A file of type, score and specialty alone is told about what such applicants achieved.
struct BareFileTests {
  @Test(
    "A bare file is told about what its published band matched",
    arguments: [
      ("Internal Medicine", 245), ("Dermatology", 259), ("Anesthesiology", 236),
      ("General Surgery", 236), ("Family Medicine", 226), ("Psychiatry", 236),
      ("Emergency Medicine", 236), ("Obstetrics and Gynecology", 245),
    ])
  func band(_ name: String, _ score: Int) throws {
    let facts = try Desk.opened.get().facts
    let band = try #require(
      try facts.bandMatchRates().rate(for: Specialty(name), step2CK: score))
    let published = try #require(band.rate)
    var file = Applicant(
      type: .usMD, step2CK: ExamResult(score: score),
      specialties: [TargetSpecialty(specialty: Specialty(name))])
    file.isSenior = true
    file.step1 = ExamResult(score: nil)
    let told = try Desk.advise(file).odds.match
    #expect(abs(told.estimate - published) < 0.07)
    #expect(told.low <= published + 0.01 && published <= told.high + 0.01)
  }
}
