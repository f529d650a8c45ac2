import ApplicantFile
import MatchFacts
import Testing

@Suite("Writing a file")
struct WritingTests {
  @Test("What is written reads back the same, with and without remarks")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 20_260)
    for _ in 0..<400 {
      let applicant = Applicant.random(using: &random)
      for comments in [ApplicantFile.Comments.full, .none] {
        let text = ApplicantFile.write(applicant, comments: comments)
        let back = try ApplicantFile.parse(
          text, rules: FileRules(asOf: TestDay.of(2025, 9)), names: AnyNameCatalog())
        #expect(back.applicant == applicant, "\(text)")
      }
    }
  }

  @Test("The same applicant gives the same bytes")
  func deterministic() {
    var random = SeededGenerator(seed: 7)
    let applicant = Applicant.random(using: &random)
    let texts = Set((0..<20).map { _ in ApplicantFile.write(applicant) })
    #expect(texts.count == 1)
  }

  @Test("Unknown fields stand as lines to fill in, and filling one in works")
  func template() throws {
    let applicant = try read(minimal()).applicant
    let text = ApplicantFile.write(applicant)
    #expect(text.contains("# graduation_year:"))
    #expect(text.contains("# letters:"))
    #expect(!text.contains("comlex_level1:"))
    let filled = text.replacing("# graduation_year:", with: "graduation_year: 2026")
    #expect(try read(filled).applicant.graduationYear == 2026)
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test("Uncommenting a whole section as it stands gives a file that loads")
  func uncommentedSection() throws {
    let text = ApplicantFile.write(try read(minimal()).applicant)
    let filled = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("# letters:") { return "letters:" }
      if line.hasPrefix("#   strength:") { return "  strength: strong" }
      return String(line)
    }.joined(separator: "\n")
    #expect(try read(filled).applicant.letters.strength == .strong)
  }
}
