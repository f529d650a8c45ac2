import ApplicantFile
import Foundation
import MatchFacts
import Testing

@Suite("What if: changing single fields")
struct EditTests {
  private func edited(_ edits: String..., text: String = minimal()) throws -> Applicant {
    try ApplicantFile.applying(
      edits: edits.compactMap { FileEdit($0) }, to: try read(text).applicant, rules: Rules.usual,
      names: SmallCatalog()
    ).applicant
  }

  private func failures(_ edits: String..., text: String = minimal()) -> [FileProblem] {
    do {
      let applicant = try read(text).applicant
      _ = try ApplicantFile.applying(
        edits: edits.compactMap { FileEdit($0) }, to: applicant, rules: Rules.usual,
        names: SmallCatalog())
      return []
    } catch let error as ApplicantFileError {
      return error.problems
    } catch { return [] }
  }

  @Test("A score changes and its date stays")
  func score() throws {
    let text =
      "type: us-md\nstep2ck: {score: 245, date: 2025-06-30}\nstep1: pass\nspecialties: [IM]\n"
    #expect(try edited("step2ck.score=252", text: text).step2CK?.score == 252)
    let short = try edited("step2ck=252", text: text)
    #expect(short.step2CK == ExamResult(score: 252, date: TestDay.of(2025, 6, 30)))
    #expect(try edited("step1=252", text: text).step1?.score == 252)
    #expect(try edited("step1.date=2023-05-01", text: text).step1?.date?.year == 2023)
    #expect(try edited("step1=unknown", text: text).step1 == nil)
  }

  @Test("Short forms, sections, positions and new entries")
  func paths() throws {
    #expect(try edited("budget=1500").limits.budget == 1500)
    #expect(try edited("letters.strength=exceptional").letters.strength == .exceptional)
    #expect(try edited("red_flags=none").redFlags == [])
    #expect(try edited("red_flags[0]=gap", text: minimal("red_flags: none")).redFlags?.count == 1)
    #expect(
      try edited("specialties=[Dermatology, IM]", "specialties[1].weight=0.5").specialties
        == [
          TargetSpecialty(specialty: Specialty("Dermatology")),
          TargetSpecialty(specialty: Specialty("Internal Medicine"), weight: 0.5),
        ])
    #expect(try edited("program_utilities.1313120C0=0.9").programUtilities == ["1313120C0": 0.9])
    #expect(try edited("name=A: b, *c").name == "A: b, *c")
    #expect(
      try edited("score_cause.note=it was: hard", "score_cause.kind=illness").scoreCause?.note
        == "it was: hard")
    #expect(try edited("limits.budget=", text: minimal("limits: {budget: 5}")).limits.budget == nil)
  }

  @Test("An edit is checked like a file")
  func checked() {
    let outOfRange = failures("step2ck.score=999")
    #expect(outOfRange.map(\.kind) == [.outOfRange])
    #expect(outOfRange.first?.line == nil)
    #expect(outOfRange.first?.description.hasPrefix("--set: step2ck.score: 999") == true)
    #expect(failures("step2ck.scor=250").first?.remedy == "did you mean `step2ck.score`?")
    #expect(failures("colour=red").first?.kind == .unknownKey)
    #expect(failures("specialties[7].weight=0.1").count == 1)
    #expect(failures("specialties=[IM, IM]").first?.kind == .duplicate)
    #expect(failures("limits={budget: &a 5}").first?.kind == .refused)
    #expect(failures("limits={budget: 5").first?.kind == .syntax)
    #expect(failures("senior=yes", "graduation_year=2020").first?.kind == .contradiction)
    #expect(failures("a..b=1").first?.kind == .unknownKey)
    #expect(FileEdit("novalue") == nil)
    #expect(FileEdit("=5") == nil)
  }
}

@Suite("What would sharpen the advice")
struct UnknownTests {
  @Test("An IMG is asked for the visa first, a US senior never")
  func order() throws {
    let img = try read("type: non-us-img\nstep2ck: 238\nspecialties: [IM]\n").applicant.unknowns
    #expect(img.first?.field == "visa")
    #expect(img.contains { $0.field == "us_clinical_months" })
    let senior = try read(minimal("senior: yes")).applicant.unknowns
    #expect(!senior.contains { ["visa", "us_clinical_months", "senior"].contains($0.field) })
    #expect(senior.first?.field == "step1")
    #expect(senior.map(\.rank) == Array(1...senior.count))
    #expect(senior.allSatisfy { !$0.why.isEmpty })
  }

  @Test("Saying “none” is knowing")
  func none() throws {
    let applicant = try read(minimal("red_flags: none\nrotations: none")).applicant
    #expect(!applicant.unknowns.contains { ["red_flags", "rotations"].contains($0.field) })
  }

  @Test("Every field of the layout is explained, once")
  func guide() {
    let paths = FieldGuide.all.map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(FieldGuide.all.allSatisfy { !$0.explanation.isEmpty && !$0.accepted.isEmpty })
    #expect(FieldGuide.of("specialties[1].weight")?.title == "Preference")
  }
}

@Suite("The format's documentation")
struct FormatDocumentationTests {
  @Test("Every field and every word that a field accepts is documented")
  func complete() throws {
    let page = ExampleTests.folder.deletingLastPathComponent()
      .appending(path: "Sources/ApplicantFile/ApplicantFile.docc/FileFormat.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let undocumented = FieldGuide.all.map(\.path).filter { path in
      !text.contains("`\(path)`") && !["clinical", "letters", "wishes", "limits"].contains(path)
    }
    #expect(undocumented.isEmpty)
    let words =
      ApplicantType.allCases.map(\.rawValue) + VisaNeed.allCases.map(\.rawValue)
      + ClerkshipGrade.allCases.map(\.rawValue) + ClinicalRecord.Shelf.allCases.map(\.rawValue)
      + ClinicalRecord.Comments.allCases.map(\.rawValue)
      + Letters.Strength.allCases.map(\.rawValue) + RedFlag.Kind.allCases.map(\.rawValue)
      + ScoreCause.Kind.allCases.map(\.rawValue) + Rotation.Kind.allCases.map(\.rawValue)
      + ListedProgram.Signal.allCases.map(\.rawValue) + Program.Track.allCases.map(\.rawValue)
    #expect(words.filter { !text.contains("`\($0)`") }.isEmpty)
  }
}
