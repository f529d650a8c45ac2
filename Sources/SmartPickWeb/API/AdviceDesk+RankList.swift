import Advising
import ApplicantFile
import HTTPTypes
import MatchFacts

extension AdviceDesk {
  /// The advice on a rank order list.
  func rankList(of applicant: Applicant, _ body: RankListRequest) throws -> RankAdvice {
    let unknown = body.programs.filter { directory[$0.code] == nil }
    guard unknown.isEmpty else {
      throw WebError(
        .unprocessableContent, "A program is not known",
        "No program has the code "
          + unknown.map(\.code).joined(separator: ", ") + ".",
        errors: unknown.map {
          .init(field: $0.field, message: "\($0.code) is not in the directory")
        })
    }
    do {
      return try advisor.rankList(for: applicant, body.request(on: try body.asOf ?? today()))
    } catch let error as AdviceError {
      throw Self.webError(error)
    }
  }

  /// The workspace for SOAP.
  func soap(of applicant: Applicant, _ body: SOAPPostRequest) throws -> SOAPAdvice {
    do {
      return try advisor.soap(for: applicant, body.request(on: try body.asOf ?? today()))
    } catch let error as AdviceError {
      throw Self.webError(error)
    }
  }
}
