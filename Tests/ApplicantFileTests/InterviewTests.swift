import ApplicantFile
import Foundation
import MatchFacts
import Testing

@Suite("The guided interview")
struct InterviewTests {
  /// Runs an interview with these answers; answers what came of it and what was said.
  private func run(_ answers: String) -> (outcome: Interview.Outcome, said: String) {
    var lines = answers.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var said = ""
    var interview = Interview(
      rules: Rules.usual, names: SmallCatalog(),
      ask: { prompt in
        said += prompt
        return lines.popFirst().map(String.init)
      }, say: { said += $0 + "\n" })
    return (interview.run(), said)
  }

  private func applicant(_ answers: String) -> Applicant? {
    guard case .complete(let applicant) = run(answers).outcome else { return nil }
    return applicant
  }

  @Test("Three answers are enough, by word or by number")
  func threeAnswers() throws {
    let byNumber = try #require(applicant("1\n245\nIM, Family Medicine\ndone"))
    #expect(byNumber.type == .usMD)
    #expect(byNumber.step2CK?.score == 245)
    #expect(byNumber.specialties.map(\.specialty.name) == ["Internal Medicine", "Family Medicine"])
    let byWord = try #require(applicant("us-md\n245\nIM, FM"))
    #expect(byWord == byNumber)
  }

  @Test("A DO may pass over Step 2 CK and is asked for COMLEX then")
  func osteopath() throws {
    let comlex = try #require(applicant("us-do\n\n560\nFM\ndone"))
    #expect(comlex.step2CK == nil)
    #expect(comlex.comlexLevel2?.score == 560)
    let both = try #require(applicant("us-do\n240\nFM\ndone"))
    #expect(both.step2CK?.score == 240)
    #expect(both.comlexLevel2 == nil)
  }

  @Test("A wrong answer gets the file's words and is asked again")
  func wrongAnswer() throws {
    let (outcome, said) = run("us-mdd\nus-md\n999\n\n245\nMagic\nIM\ndone")
    #expect(said.contains("Did you mean `us-md`?"))
    #expect(said.contains("999 is out of range."))
    #expect(said.contains("This one is needed."))
    #expect(said.contains("There is no specialty ‘Magic’."))
    guard case .complete(let applicant) = outcome else {
      Issue.record("the interview did not come to an end")
      return
    }
    #expect(applicant.step2CK?.score == 245)
  }

  @Test("Without the first three there is no file")
  func endsEarly() {
    #expect(run("us-md\n245").outcome == .endedEarly)
    #expect(run("").outcome == .endedEarly)
    let (outcome, said) = run("done\nus-md\n245\nIM\ndone")
    #expect(outcome != .endedEarly)
    #expect(said.contains("first three answers are needed"))
  }

  @Test("Enter skips, ? explains, back returns")
  func commands() throws {
    let (outcome, said) = run("us-md\n245\nback\n250\nIM\n?\nyes\n\ndone")
    #expect(said.contains("Why it is asked: Published match rates"))
    guard case .complete(let applicant) = outcome else {
      Issue.record("the interview did not come to an end")
      return
    }
    #expect(applicant.step2CK?.score == 250)
    #expect(applicant.isSenior == true)
    #expect(applicant.graduationYear == nil)
  }

  @Test("Whatever is answered, the file written from it loads and says the same")
  func anythingLoads() throws {
    var random = SeededGenerator(seed: 11)
    let words = [
      "", "", "yes", "no", "1", "2", "245", "pass", "none", "TX, NY", "honors, pass", "back", "?",
      "2021-06-14", "IM", "us-do", "{", "- x", "gap", "my father, in May", "0.5", "match", "\"",
    ]
    for _ in 0..<60 {
      let tail = (0..<60).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      let answers = "us-md\n245\nIM\n" + tail.joined(separator: "\n")
      guard case .complete(let applicant) = run(answers).outcome else { continue }
      let again = try read(ApplicantFile.write(applicant))
      #expect(again.applicant == applicant)
    }
  }

  @Test("A file is never replaced unasked, and is private")
  func saving() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "smartpick-save-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "me.yaml").path(percentEncoded: false)
    try ApplicantFile.save("one", to: path)
    #expect(throws: FileSaveError.self) { try ApplicantFile.save("two", to: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
    try ApplicantFile.save("two", to: path, replacing: true)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    #expect(names == ["me.yaml"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(throws: FileSaveError.self) {
      try ApplicantFile.save("x", to: "/nonexistent/folder/me.yaml")
    }
  }
}
