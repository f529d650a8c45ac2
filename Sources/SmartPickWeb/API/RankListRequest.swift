import Advising
import MatchFacts
import RankLists

/// The body of `POST /api/v1/rank`: a file, the order, and what other programs said.
///
/// Nothing of it is kept.
struct RankListRequest {
  /// Most programs in one of its lists.
  static let mostPrograms = 300

  let fileText: String
  private let order: RankOrderFile
  private let refused: [String]
  private let silent: [String]
  let asOf: CalendarDate?

  init(_ value: JSONValue) throws(WebError) {
    var reader = try JSONReader(value)
    let applicant = reader.require("applicant", "the applicant's file")
    if let applicant, applicant.members == nil { reader.report("applicant", "not an object") }
    let ranked = reader.require("order", "a list of program codes, best first")
    let codes = Self.codes(ranked, "order", &reader)
    if ranked != nil, codes.isEmpty { reader.report("order", "give at least one program code") }
    refused = Self.codes(reader.take("refused"), "refused", &reader)
    silent = Self.codes(reader.take("silent"), "silent", &reader)
    let day = reader.text("asOf")
    asOf = day.flatMap { CalendarDate($0) }
    if day != nil, asOf == nil { reader.report("asOf", "not a day written YYYY-MM-DD") }
    var seen: [String: String] = [:]
    for (field, list) in [("order", codes), ("refused", refused), ("silent", silent)] {
      for code in list {
        if let other = seen.updateValue(field, forKey: code) {
          reader.report(field, "\(code) stands in \(other) already")
        }
      }
    }
    try reader.finish(accepted: "applicant, order, refused, silent, asOf")
    fileText = applicant?.json ?? "{}"
    order = RankOrderFile(codes: codes)
  }

  /// Every code with the field that names it.
  var programs: [(field: String, code: String)] {
    order.primary.map { ("order", $0.code) } + refused.map { ("refused", $0) }
      + silent.map { ("silent", $0) }
  }

  /// What is asked, on a day.
  func request(on day: CalendarDate) -> RankRequest {
    RankRequest(
      asOf: day,
      entries: refused.map { .init(code: $0, answer: .refused, isRankable: false) }
        + silent.map { .init(code: $0, answer: .silent(out: 1), isRankable: false) },
      order: order)
  }

  private static func codes(
    _ value: JSONValue?, _ field: String, _ reader: inout JSONReader
  ) -> [String] {
    switch value {
    case nil: return []
    case .array(let items)?:
      if items.count > mostPrograms {
        reader.report(field, "\(items.count) programs; at most \(mostPrograms) are read")
      }
      var codes: [String] = []
      for (index, item) in items.prefix(mostPrograms).enumerated() {
        if let text = item.text {
          codes.append(text.uppercased())
        } else {
          reader.report("\(field)[\(index)]", "not a program code as in \"1313120C0\"")
        }
      }
      return codes
    default:
      reader.report(field, "not a list of program codes")
      return []
    }
  }
}
