import AdviceRendering
import Advising
import ApplicantFile
import HTTPTypes
import Hummingbird

extension Site {
  /// What can be downloaded, and what pages are made of.
  var files: [Route] {
    [
      .post("/file") { request, _ in
        let submitted = try await submitted(try await form(request))
        guard let file = submitted.file else {
          throw WebError(
            ApplicantFileError(problems: submitted.problems, warnings: submitted.warnings))
        }
        return .download(
          ApplicantFile.write(file.applicant), type: "application/yaml; charset=utf-8",
          fileName: "smartpick.yaml")
      },
      .post("/export/report.html") { request, _ in
        let input = try await form(request)
        return .download(
          try await work { HTMLReport(try advice(input)).text }, type: "text/html; charset=utf-8",
          fileName: "smartpick-report.html")
      },
      .post("/export/plan.ics") { request, _ in
        let input = try await form(request)
        return .download(
          try await work { CalendarExport(try advice(input).plan, stamp: try desk.today()).text },
          type: "text/calendar; charset=utf-8", fileName: "smartpick-plan.ics")
      },
      .post("/export/list.csv") { request, _ in
        let input = try await form(request)
        return .download(
          try await work { CSVExport(try advice(input).list).text },
          type: "text/csv; charset=utf-8", fileName: "smartpick-list.csv")
      },
      .post("/export/couple.csv") { request, _ in
        let input = try await form(request)
        let text = try await work {
          guard let couple = try advice(input).couple else {
            throw WebError.badRequest(
              "There is no couple: load your partner's file first.",
              errors: [.init(field: "partner", message: "missing")])
          }
          return CoupleExport(couple).text
        }
        return .download(
          text, type: "text/csv; charset=utf-8", fileName: "smartpick-couple.csv")
      },
      .post("/export/advice.json") { request, _ in
        let input = try await form(request)
        return .download(
          try await work { try JSONExport.text(try advice(input)) },
          type: "application/json; charset=utf-8", fileName: "smartpick-advice.json")
      },
      .get("/assets/:name") { request, context in
        guard let asset = Asset.all.first(where: { $0.name == context.parameters.get("name") })
        else { throw WebError.notFound("There is no such file.") }
        let tag = "\"\(asset.tag)\""
        if request.headers[.ifNoneMatch] == tag {
          return Response(status: .notModified, headers: [.eTag: tag])
        }
        var response = Response.bytes(asset.bytes, type: asset.type)
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
      },
      .get("/favicon.ico") { _, _ in
        Response(status: .movedPermanently, headers: [.location: Asset.icon.address])
      },
      .get("/robots.txt") { _, _ in
        .text("User-agent: *\nDisallow:\n", type: "text/plain; charset=utf-8")
      },
    ]
  }

  private func advice(_ input: FormInput) throws -> Advice {
    try advicePage(try desk.submitted(input)).advice
  }
}
