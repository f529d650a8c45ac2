import Advising
import ApplicantFile
import HTTPTypes
import Handbook
import MatchFacts
import SeasonLog

extension AdviceDesk {
  /// Where a posted season stands; events that cannot be are refused with their places.
  func season(_ request: SeasonRequest) throws -> SeasonAnswer {
    let day = try request.asOf ?? today()
    let applicant = try read(request.fileText, name: "the request").applicant
    let year = try match(of: applicant, on: day)
    guard let window = SeasonWindow(match: year, dates: advisor.handbook.calendar) else {
      throw WebError(
        .unprocessableContent, "The season's days are not known",
        "No calendar of the \(year) Match is known here.",
        errors: [.init(field: "applicant.season", message: "no calendar is known")])
    }
    let log = SeasonEvents(request.events, window: window, today: max(day, try today()))
    guard log.refused.isEmpty else {
      throw WebError(
        .unprocessableContent, "The request has problems",
        log.refused.count == 1 ? "One problem." : "\(log.refused.count) problems.",
        errors: log.refused.map { refused in
          .init(
            field: "events[\(refused.index)]",
            message: refused.findings.map(\.message).joined(separator: "; "))
        })
    }
    let unknown = request.events.enumerated().filter { directory[$0.element.program] == nil }
    guard unknown.isEmpty else {
      throw WebError(
        .unprocessableContent, "The request has problems",
        unknown.count == 1 ? "One problem." : "\(unknown.count) problems.",
        errors: unknown.map {
          .init(
            field: "events[\($0.offset)].program",
            message: "no program has this code; GET /api/v1/programs?q= finds codes")
        })
    }
    do {
      return try season.answer(
        for: applicant, state: SeasonState(log.counted, window: window, asOf: day),
        attend: request.attend)
    } catch {
      throw Self.webError(error)
    }
  }

  private func match(of applicant: Applicant, on day: CalendarDate) throws -> Int {
    do {
      return try advisor.handbook.season(on: day, named: applicant.season).year
    } catch {
      throw Self.webError(AdviceError.season(error))
    }
  }
}
