import MatchFacts
import AdviceRendering
import Advising
import ApplicantFile
import Foundation
import HTTPTypes
import Hummingbird
import Words

extension Site {
  /// The JSON API, as `/openapi.json` describes it.
  var api: [Route] {
    [
      .post("/api/v1/advice") { request, _ in
        let value = try await json(request)
        guard value.members != nil else {
          throw WebError.badRequest(
            "The body is not an applicant's file.",
            errors: [.init(field: "", message: "not an object")])
        }
        return try await answer {
          let (own, partner) = AdviceRequest.split(value)
          return try desk.advise(
            try desk.read(own.json, name: "the request").applicant,
            partner: try partner.map { try AdviceRequest.partner($0, desk: desk) })
        }
      },
      .post("/api/v1/scores") { request, _ in
        let scores = try ScoresRequest(try await json(request))
        return try await answer {
          do {
            return try desk.scores(
              try desk.read(scores.fileText, name: "the request").applicant)
          } catch let error as ApplicantFileError {
            var problem = WebError(error)
            for index in problem.errors.indices {
              problem.errors[index].field = ScoresRequest.field(problem.errors[index].field)
            }
            throw problem
          }
        }
      },
      .post("/api/v1/whatif") { request, _ in
        let whatIf = try WhatIfRequest(try await json(request))
        return try await answer {
          let before = try desk.read(whatIf.fileText, name: "the request").applicant
          let after = try desk.edit(before, whatIf.edits).applicant
          return AdviceComparison(
            changes: whatIf.edits.map { "\($0.path)=\($0.value)" },
            before: try desk.advise(before, comparesScenarios: false),
            after: try desk.advise(after, comparesScenarios: false))
        }
      },
      .post("/api/v1/season") { request, _ in
        let season = try SeasonRequest(try await json(request))
        return try await answer { try desk.season(season) }
      },
      .post("/api/v1/rank") { request, _ in
        let body = try RankListRequest(try await json(request))
        return try await answer {
          try desk.rankList(of: try desk.read(body.fileText, name: "the request").applicant, body)
        }
      },
      .post("/api/v1/soap") { request, _ in
        let body = try SOAPPostRequest(try await json(request))
        return try await answer {
          try desk.soap(of: try desk.read(body.fileText, name: "the request").applicant, body)
        }
      },
      .post("/api/v1/words/check") { request, _ in
        var reader = try JSONReader(try await json(request))
        let applicant = reader.require("applicant", "the applicant's file")
        let draft = reader.text("draft", required: true)
        let purposeText = reader.text("purpose")
        let purpose = purposeText.map(DraftReport.Purpose.init) ?? .statement
        if purpose == nil { reader.report("purpose", "accepted: statement, interview") }
        if let applicant, applicant.members == nil { reader.report("applicant", "not an object") }
        try reader.finish(accepted: "applicant, draft, purpose")
        let fileText = applicant?.json ?? "{}"
        return try await answer {
          do {
            return try desk.check(
              draft ?? "", for: try desk.read(fileText, name: "the request").applicant,
              purpose: purpose ?? .statement)
          } catch let error as DraftError {
            throw WebError(
              .unprocessableContent, "The draft cannot be checked", "\(error)",
              errors: [.init(field: "draft", message: "\(error)")])
          }
        }
      },
      .get("/api/v1/programs") { request, _ in
        let query = try ExplorerQuery(
          request, catalog: desk.facts.specialties, states: desk.states, isForm: false)
        return try await answer { searchAnswer(query) }
      },
      .post("/api/v1/programs/odds") { request, _ in
        let value = try await json(request)
        guard value.members != nil else {
          throw WebError.badRequest(
            "The body is not an applicant's file.",
            errors: [.init(field: "", message: "not an object")])
        }
        return try await answer {
          try desk.programOdds(of: try desk.read(value.json, name: "the request").applicant)
            .sorted(by: .interview)
        }
      },
      .get("/api/v1/programs/:code") { _, context in
        guard let code = context.parameters.get("code"), let program = desk.directory[code] else {
          throw WebError.notFound("No program has this code.")
        }
        return try await answer { desk.record(program) }
      },
    ]
  }

  private static let programsPerPage = 100

  private func searchAnswer(_ query: ExplorerQuery) -> ProgramSearchAnswer {
    let found = desk.directory.search(query.directoryQuery)
    let size = Self.programsPerPage
    let start = min(found.count, (query.page - 1) * size)
    return ProgramSearchAnswer(
      count: found.count, page: query.page, pages: max(1, (found.count + size - 1) / size),
      programs: found[start..<min(start + size, found.count)].map(desk.record))
  }

  private func answer<Value: Encodable & SendableMetatype>(
    _ make: @escaping @Sendable () throws -> Value
  ) async throws -> Response {
    let text = try await work { try JSONExport.encode(try make()) }
    return .text(text, type: "application/json; charset=utf-8")
  }

  /// What those who run the server ask.
  var operations: [Route] {
    [
      .get("/openapi.json") { _, _ in
        .bytes(PackageResources.openapi_json, type: "application/json; charset=utf-8")
      },
      .get("/health") { _, _ in
        .text(
          "{\"status\":\"ok\",\"version\":\"\(Advisor.version)\"}\n",
          type: "application/json; charset=utf-8")
      },
      .get("/metrics") { _, _ in
        .text(
          metrics.text(load: queue.load, residentBytes: ProcessMemory.residentBytes),
          type: "text/plain; version=0.0.4; charset=utf-8")
      },
    ]
  }
}
