import HTTPTypes
import Hummingbird
import Logging

/// Turns every failure into a page or a problem document that says what to do.
struct ErrorMiddleware: RouterMiddleware {
  typealias Context = SiteContext

  let routes: [Route]

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as WebError {
      return response(error, to: request)
    } catch let error as HTTPError where error.status == .notFound {
      return response(unknown(request), to: request)
    } catch let error as HTTPError {
      return response(
        WebError(error.status, error.status.reasonPhrase, "The request cannot be answered."),
        to: request)
    } catch {
      // The type only: an error's text may quote the applicant's file.
      context.logger.error("failed", metadata: ["error.type": "\(type(of: error))"])
      return response(
        WebError(
          .internalServerError, "Something went wrong",
          "The mistake is ours, and nothing of yours was kept. Your draft is still in the form."),
        to: request)
    }
  }

  private func unknown(_ request: Request) -> WebError {
    let path = request.uri.path
    let methods = routes.methods(at: path)
    guard methods.isEmpty else {
      let list = methods.joined(separator: ", ")
      return WebError(
        .methodNotAllowed, "Method not allowed",
        "\(request.method.rawValue.prefix(20)) is not answered here; use \(list).",
        headers: [.allow: list])
    }
    return .notFound("There is nothing at this address. The pages are linked above.")
  }

  private func response(_ error: WebError, to request: Request) -> Response {
    let path = request.uri.path
    let wantsProblem =
      path.hasPrefix("/api/") || path == "/form/check" || path == "/openapi.json"
    var response =
      wantsProblem
      ? ProblemDetails(error).response : Response.html(ErrorPage(error).page, status: error.status)
    for field in error.headers { response.headers[field.name] = field.value }
    if error.closesConnection { response.headers[.connection] = "close" }
    return response
  }
}
