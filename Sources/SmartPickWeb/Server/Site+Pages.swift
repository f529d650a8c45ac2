import AdviceRendering
import Advising
import ApplicantFile
import HTTPTypes
import Hummingbird
import MatchFacts
import ScoreReading
import Words

extension Site {
  /// The pages.
  var pages: [Route] {
    [
      .get("/") { _, _ in .html(HomePage(desk: desk, isHosted: settings.isHosted).page) },
      .get("/form") { _, _ in .html(formPage(FormInput())) },
      .post("/form") { request, _ in
        let input = try await form(request)
        return try await work {
          let submitted = try editable(input)
          return .html(formPage(submitted.input, submitted.problems, submitted.warnings))
        }
      },
      .post("/form/check") { request, _ in
        let input = try await form(request)
        return try await work { try check(input) }
      },
      .get("/example") { _, _ in
        try await work {
          .html(try advicePage(try exampleFile(), isExample: true).page)
        }
      },
      .get("/advice") { _, _ in
        Response(status: .seeOther, headers: [.location: "/advice/view"])
      },
      .get("/advice/view") { _, _ in .html(ViewPage().page) },
      .post("/advice") { request, _ in
        let input = try await form(request)
        return try await work {
          let submitted = try desk.submitted(input)
          guard submitted.file != nil else { return problemsPage(submitted) }
          do {
            var page = try advicePage(submitted)
            page.listView = ListView(input)
            return .html(page.page)
          } catch let error as WebError where error.status == .unprocessableContent {
            return refusedPage(submitted, error)
          }
        }
      },
      .post("/advice/parts") { request, _ in
        let input = try await form(request)
        return try await work { .html(try advicePage(try desk.submitted(input)).fragment) }
      },
      .post("/compare") { request, _ in try await compare(try await form(request)) },
      .get("/programs") { request, _ in
        let query = try ExplorerQuery(
          request, catalog: desk.facts.specialties, states: desk.states)
        return .html(try await work { ExplorerPage(desk: desk, query: query).page })
      },
      .post("/programs") { request, _ in
        try await explorer(request, try await form(request))
      },
      .get("/programs/:code") { _, context in
        .html(ProgramPage(desk: desk, program: try program(context.parameters.get("code"))).page)
      },
      .post("/programs/side-by-side") { request, _ in
        try await sideBySide(try await form(request))
      },
      .post("/programs/:code") { request, context in
        let input = try await form(request)
        let isOpen = context.parameters.get("code") == "open"
        let code = isOpen ? input.text("code") : context.parameters.get("code")
        return try await programPage(code, input)
      },
      .get("/sources") { _, _ in .html(SourcesPage(desk: desk).page) },
      .get("/limits") { _, _ in
        .html(LimitsPage(desk: desk, isHosted: settings.isHosted).page)
      },
      .post("/words/check") { request, _ in
        .html(try await wordsPage(try await form(request)).page)
      },
      .post("/words/check/parts") { request, _ in
        .html(try await wordsPage(try await form(request)).result)
      },
    ]
  }

  private func formPage(
    _ input: FormInput, _ problems: [FileProblem] = [], _ warnings: [FileProblem] = []
  ) -> Markup {
    FormPage(desk: desk, input: input, problems: problems, warnings: warnings).page
  }

  /// What was posted to be edited: the form's own answers are shown as they are.
  private func editable(_ input: FormInput) throws -> SubmittedFile {
    if input.uploads["upload"] == nil, input.has("form") || input.text("file") == nil {
      return SubmittedFile(input: input, file: nil, problems: [], warnings: [])
    }
    return try desk.submitted(input)
  }

  private func problemsPage(_ submitted: SubmittedFile) -> Response {
    .html(
      formPage(submitted.input, submitted.problems, submitted.warnings),
      status: .unprocessableContent)
  }

  /// The form with the answers as they were, and why no advice can be given on them.
  private func refusedPage(_ submitted: SubmittedFile, _ error: WebError) -> Response {
    var submitted = submitted
    submitted.problems = error.errors.map { problem in
      FileProblem(
        kind: .contradiction, file: "", field: problem.field, message: problem.message)
    }
    return problemsPage(submitted)
  }

  private func problems(_ submitted: SubmittedFile) -> WebError {
    WebError(ApplicantFileError(problems: submitted.problems, warnings: submitted.warnings))
  }

  /// The form's problems as JSON, for the script that shows them beside the fields.
  private func check(_ input: FormInput) throws -> Response {
    let submitted = try desk.submitted(input)
    let problems = submitted.problems.map { problem in
      CheckAnswer.Problem(
        id: FormView.field(of: problem.field)?.id ?? "", message: FormView.message(problem))
    }
    return .text(
      try JSONExport.encode(CheckAnswer(problems: problems)),
      type: "application/json; charset=utf-8")
  }

  private struct CheckAnswer: Encodable {
    struct Problem: Encodable {
      var id: String
      var message: String
    }

    var problems: [Problem]
  }

  private func exampleFile() throws -> SubmittedFile {
    var input = FormInput()
    input.set("file", [String(decoding: PackageResources.example_yaml, as: UTF8.self)])
    return try desk.submitted(input)
  }

  /// The advice on a submitted file, ready to render.
  ///
  /// Heavy: only within ``work(_:)``.
  func advicePage(_ submitted: SubmittedFile, isExample: Bool = false) throws -> AdvicePage {
    guard let file = submitted.file else { throw problems(submitted) }
    return AdvicePage(
      advice: try desk.advise(file.applicant, partner: submitted.partner), submitted: submitted,
      fileText: submitted.text, isExample: isExample, specialties: desk.directory.specialties,
      states: desk.states,
      dropped: file.applicant.wishes.refused.map { code in
        (code, desk.directory[code].map { "\($0.institution), \($0.name)" } ?? code)
      })
  }

  private func compare(_ input: FormInput) async throws -> Response {
    let submitted = try await submitted(input)
    guard let file = submitted.file else { return problemsPage(submitted) }
    let sides = try CompareForm.sides.map { side in
      let edits = CompareForm.edits(side, input)
      do {
        return (edits, try desk.edit(file.applicant, edits).applicant)
      } catch let error as ApplicantFileError {
        throw WebError(
          .unprocessableContent, "A change cannot be made", "Go back and mend it.",
          errors: error.problems.map(WebError.FieldError.init))
      }
    }
    let form = CompareForm(
      fileText: submitted.text, applicant: file.applicant, input: input, isOpen: true)
    let page = try await work {
      ComparePage(
        asIs: try desk.advise(file.applicant, comparesScenarios: false),
        sides: try sides.map { edits, applicant in
          (edits, try desk.advise(applicant, comparesScenarios: false))
        }, form: form
      ).page
    }
    return .html(page)
  }

  private func program(_ code: String?) throws -> Program {
    guard let code, let program = desk.directory[code] else {
      throw WebError.notFound(
        "No program has this code. Search the directory by name, city or code.")
    }
    return program
  }

  /// The directory with the chances of the file that is carried along.
  ///
  /// Links of the page say in their address what is searched for; its form says it in its fields.
  private func explorer(_ request: Request, _ input: FormInput) async throws -> Response {
    let query = try ExplorerQuery(
      ExplorerQuery.parameters(request) ?? input, catalog: desk.facts.specialties,
      states: desk.states)
    let submitted = try await submitted(input)
    guard let file = submitted.file else { return problemsPage(submitted) }
    let text = submitted.text
    let page = try await work {
      ExplorerPage(
        desk: desk, query: query,
        carried: CarriedOdds(try desk.programOdds(of: file.applicant), fileText: text)
      ).page
    }
    return .html(page)
  }

  private func programPage(_ code: String?, _ input: FormInput) async throws -> Response {
    let program = try program(code)
    let submitted = try await submitted(input)
    guard let file = submitted.file else { return problemsPage(submitted) }
    let text = submitted.text
    let page = try await work {
      ProgramPage(
        desk: desk, program: program, outlook: try desk.outlook(of: file.applicant, at: program),
        fileText: text
      ).page
    }
    return .html(page)
  }

  private func sideBySide(_ input: FormInput) async throws -> Response {
    let submitted = try await submitted(input)
    guard let file = submitted.file else { return problemsPage(submitted) }
    let codes = input.all("compare").prefix(SideBySidePage.most)
    let programs = try codes.map { try program($0) }
    let text = submitted.text
    let page = try await work {
      SideBySidePage(
        desk: desk,
        columns: try programs.map { ($0, try desk.outlook(of: file.applicant, at: $0)) },
        fileText: text
      ).page
    }
    return .html(page)
  }

  private func wordsPage(_ input: FormInput) async throws -> WordsPage {
    let submitted = try await submitted(input)
    guard let file = submitted.file else { throw problems(submitted) }
    let draft = input.raw("draft") ?? ""
    let purpose = input.text("purpose").flatMap(DraftReport.Purpose.init) ?? .statement
    let text = submitted.text
    return try await work {
      do {
        let report = try desk.check(draft, for: file.applicant, purpose: purpose)
        return WordsPage(
          draft: draft, purpose: purpose, report: report, problem: nil, fileText: text)
      } catch let error as DraftError {
        return WordsPage(
          draft: draft, purpose: purpose, report: nil, problem: "\(error)", fileText: text)
      }
    }
  }
}

extension AdviceDesk {
  /// Checks a draft against a file.
  func check(
    _ draft: String, for applicant: Applicant, purpose: DraftReport.Purpose
  ) throws -> DraftReport {
    let change = try scores(applicant).trend.change
    return try drafts.check(draft, for: applicant, change: change, purpose: purpose)
  }
}
