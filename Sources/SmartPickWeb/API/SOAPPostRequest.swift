import Advising
import Foundation
import MatchFacts
import RankLists

/// The body of `POST /api/v1/soap`: a file and, once it is out, the list of unfilled programs.
///
/// Nothing of it is kept.
struct SOAPPostRequest {
  /// The longest list that is read, in characters.
  static let longestList = 400_000

  let fileText: String
  let asOf: CalendarDate?
  private let unfilled: UnfilledList?
  private let zone: String?

  init(_ value: JSONValue) throws(WebError) {
    var reader = try JSONReader(value)
    let applicant = reader.require("applicant", "the applicant's file")
    if let applicant, applicant.members == nil { reader.report("applicant", "not an object") }
    var list: UnfilledList?
    if let text = reader.text("unfilled") {
      if text.count > Self.longestList {
        reader.report("unfilled", "longer than \(Self.longestList) characters")
      } else {
        do {
          list = try UnfilledList(text, name: "unfilled")
        } catch {
          reader.report("unfilled", "\(error)")
        }
      }
    }
    unfilled = list
    zone = reader.text("zone")
    if let zone, TimeZone(identifier: zone) == nil {
      reader.report("zone", "not a time zone; accepted are names such as America/Los_Angeles")
    }
    let day = reader.text("asOf")
    asOf = day.flatMap { CalendarDate($0) }
    if day != nil, asOf == nil { reader.report("asOf", "not a day written YYYY-MM-DD") }
    try reader.finish(accepted: "applicant, unfilled, zone, asOf")
    fileText = applicant?.json ?? "{}"
  }

  /// What is asked, on a day.
  func request(on day: CalendarDate) -> SOAPRequest {
    SOAPRequest(asOf: day, unfilled: unfilled, zone: zone)
  }
}
