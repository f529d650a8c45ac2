import ApplicantFile
import Foundation
import Testing

@testable import SmartPickWeb

@Suite("The form")
struct FormTests {
  @Test("asks every field of an applicant's file, or keeps it from a loaded one")
  func everyField() {
    let asked = Set(
      FormLayout.fields.map { field in field.path.replacing(#/\[\d\]/#, with: "") })
    let sections = Set(asked.map { $0.prefix { $0 != "." } })
    for guide in FieldGuide.all {
      // A section's own line is asked by its parts; lists of codes are asked as one line.
      let isAsked =
        asked.contains(guide.path) || FormLayout.keptFromFile.contains(guide.path)
        || (!guide.path.contains(".") && sections.contains(guide.path[...]))
        || asked.contains(guide.section)
      #expect(isAsked, "\(guide.path) is nowhere on the form")
    }
    for path in asked { #expect(FieldGuide.of(path) != nil, "\(path) is not a field") }
  }

  @Test("gives an example file back as it was", arguments: exampleFiles)
  func roundTrip(file: String) throws {
    let desk = try TestSite.desk()
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let original = try desk.read(text).applicant
    var input = AdviceDesk.input(original)
    input.set("form", ["1"])
    let submitted = try desk.submitted(input)
    #expect(submitted.problems == [])
    #expect(submitted.file?.applicant == original)
  }

  static let exampleFiles: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
      .map { folder.appendingPathComponent($0).path }
  }()

  @Test("finds the example files")
  func exampleFilesExist() { #expect(Self.exampleFiles.count >= 5) }

  @Test("says what the command line says, at the field it is about")
  func sameWords() throws {
    let desk = try TestSite.desk()
    let input = FormInput([
      ("form", "1"), ("type", "us-md"), ("step2ck.score", "2455"),
      ("specialties[0].name", "Internal Medicine"),
    ])
    let submitted = try desk.submitted(input)
    let problem = try #require(submitted.problems.first)
    #expect(problem.field == "step2ck.score")
    #expect(problem.line == nil)
    #expect(FormView.field(of: problem.field)?.path == "step2ck.score")
    do {
      _ = try desk.read("type: us-md\nstep2ck: {score: 2455}\nspecialties: [Internal Medicine]\n")
      Issue.record("the file must be refused")
    } catch let error as ApplicantFileError {
      #expect(error.problems.first?.message == problem.message)
      #expect(error.problems.first?.accepted == problem.accepted)
    }
  }

  @Test("counts rows as the reader sees them, also after an empty one")
  func emptyRows() throws {
    let desk = try TestSite.desk()
    let input = FormInput([
      ("form", "1"), ("type", "us-md"), ("step2ck.score", "245"),
      ("specialties[0].name", ""), ("specialties[2].name", "Basket Weaving"),
    ])
    let problems = try desk.submitted(input).problems
    #expect(problems.map(\.field).contains { $0.hasPrefix("specialties[2]") })
  }

  @Test(
    "takes free text as text, whatever it looks like",
    arguments: [
      "yes", "42", "[a]", "{a: b}", "a: b # c", "&x *y", "\"quoted\" \\ 'text'",
      "<script>x</script>",
      "line\nline", "– ü 漢 🙂", "- item", "!!int 3", "%40", "no",
    ])
  func freeText(text: String) throws {
    let desk = try TestSite.desk()
    let input = FormInput([
      ("form", "1"), ("name", text), ("type", "us-md"), ("step2ck.score", "245"),
      ("specialties[0].name", "Internal Medicine"), ("score_cause.kind", "illness"),
      ("score_cause.note", text),
    ])
    let submitted = try desk.submitted(input)
    #expect(submitted.file?.applicant.name == text)
    #expect(submitted.file?.applicant.scoreCause?.note == text)
  }

  @Test("keeps what a loaded file says and the form does not ask")
  func keepsTheRest() throws {
    let desk = try TestSite.desk()
    let file = """
      type: us-md
      step2ck: 245
      specialties: [Internal Medicine]
      couple: partner.yaml
      red_flags: [{kind: leave, note: family}]

      """
    let old = try desk.read(file).applicant
    var input = AdviceDesk.input(old)
    input.set("form", ["1"])
    input.set("step2ck.score", ["250"])
    let new = try #require(try desk.submitted(input).file?.applicant)
    #expect(new.step2CK?.score == 250)
    #expect(new.partnerFile == "partner.yaml")
    #expect(new.redFlags?.first?.note == "family")
  }

  @Test("changes limits beside a carried file, and an emptied one is no limit")
  func limits() throws {
    let desk = try TestSite.desk()
    let file = "type: us-md\nstep2ck: 245\nspecialties: [Neurology]\nlimits: {budget: 500}\n"
    let raised = try desk.submitted(FormInput([("file", file), ("limits.budget", "1200")]))
    #expect(raised.file?.applicant.limits.budget == 1200)
    let open = try desk.submitted(FormInput([("file", file), ("limits.budget", "")]))
    #expect(open.file != nil)
    #expect(open.file?.applicant.limits.budget == nil)
    let wrong = try desk.submitted(FormInput([("file", file), ("limits.budget", "lots")]))
    #expect(wrong.problems.map(\.field) == ["limits.budget"])
  }
}
