import AdviceRendering
import Advising
import ApplicantFile
import HTTPTypes
import Hummingbird
import MatchFacts
import ScoreReading
import Words

/// The site: what answers at which address.
struct Site: Sendable {
  let desk: AdviceDesk
  let settings: WebSettings
  let queue: WorkQueue
  let metrics: RequestMetrics

  private var body: BodyReader { BodyReader(limits: settings.limits) }

  /// Every route.
  var routes: [Route] { pages + files + api + operations }

  // MARK: Reading requests

  /// The fields of a posted form.
  func form(_ request: Request) async throws -> FormInput {
    switch request.mediaType {
    case "application/x-www-form-urlencoded":
      return try FormInput.urlEncoded(try await body.read(request))
    case "multipart/form-data":
      guard let parser = MultipartParser(contentType: request.headers[.contentType] ?? "") else {
        throw WebError.badRequest("The form names no boundary between its parts.")
      }
      return try parser.parse(try await body.read(request))
    default:
      throw WebError(
        .unsupportedMediaType, "Not a form",
        "Send application/x-www-form-urlencoded or multipart/form-data.",
        headers: [.accept: "application/x-www-form-urlencoded, multipart/form-data"])
    }
  }

  /// The JSON of a request.
  func json(_ request: Request) async throws -> JSONValue {
    guard request.mediaType == "application/json" else {
      throw WebError(
        .unsupportedMediaType, "Not JSON", "Send the body as application/json.",
        headers: [.accept: "application/json"])
    }
    let bytes = try await body.read(request)
    return try await work { try JSONValue(bytes) }
  }

  /// A posted file, or what is wrong with it; read in its turn, as large files take their time.
  func submitted(_ input: FormInput) async throws -> SubmittedFile {
    try await work { try desk.submitted(input) }
  }

  /// Runs heavy work in its turn; errors of the engines become answers.
  func work<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await queue.run {
      do {
        return try work()
      } catch {
        throw AdviceDesk.webError(error)
      }
    }
  }
}
