import ApplicantFile
import HTTPTypes

/// A request that gets no answer but an explanation.
struct WebError: Error, Sendable {
  /// One problem with one field.
  struct FieldError: Sendable, Hashable, Encodable {
    /// Path of the field in the applicant's file, or name of the parameter.
    var field: String
    /// What is wrong and how to mend it.
    var message: String
    /// Line of the file, where there is one.
    var line: Int?
    /// Column of the file, where there is one.
    var column: Int?
  }

  var status: HTTPResponse.Status
  var title: String
  var detail: String
  var errors: [FieldError] = []
  var headers: HTTPFields = [:]
  /// Whether the connection must not be used again, because part of the request was not read.
  var closesConnection = false

  init(
    _ status: HTTPResponse.Status, _ title: String, _ detail: String, errors: [FieldError] = [],
    headers: HTTPFields = [:], closesConnection: Bool = false
  ) {
    self.status = status
    self.title = title
    self.detail = detail
    self.errors = errors
    self.headers = headers
    self.closesConnection = closesConnection
  }

  static func notFound(_ detail: String) -> WebError {
    WebError(.notFound, "Not found", detail)
  }

  static func badRequest(_ detail: String, errors: [FieldError] = []) -> WebError {
    WebError(.badRequest, "The request cannot be read", detail, errors: errors)
  }

  /// The problems of an applicant's file: 422, every problem a field error.
  init(_ error: ApplicantFileError) {
    let count = error.problems.count
    self.init(
      .unprocessableContent, "The applicant's file has problems",
      count == 1
        ? "One problem; nothing was advised." : "\(count) problems; nothing was advised.",
      errors: error.problems.map(FieldError.init))
  }
}

extension WebError.FieldError {
  /// A problem of a file in the words of the command line.
  init(_ problem: FileProblem) {
    var message = problem.message
    if let accepted = problem.accepted { message += "; accepted: \(accepted)" }
    if let remedy = problem.remedy { message += "; to mend it: \(remedy)" }
    self.init(field: problem.field, message: message, line: problem.line, column: problem.column)
  }
}
