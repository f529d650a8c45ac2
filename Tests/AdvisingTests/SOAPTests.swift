import ApplicantFile
import MatchFacts
import RankLists
import Testing

@testable import Advising

@Suite("The workspace for SOAP")
struct SOAPTests {
  private let day: CalendarDate

  init() throws { day = try #require(CalendarDate("2027-03-15")) }

  func soap(_ name: String, _ request: SOAPRequest? = nil) throws -> SOAPAdvice {
    try Desk.opened.get().advisor.soap(
      for: try Desk.example(name), request ?? SOAPRequest(asOf: day))
  }

  @Test("The list keeps within 45, its value within its bound, its chances between 0 and 1")
  func list() throws {
    let advice = try soap("non-us-img-2016")
    #expect(advice.isRehearsal && advice.mostApplications == 45)
    #expect(advice.list.count == 45)
    #expect(Set(advice.list.map(\.code)).count == 45)
    #expect(advice.value <= advice.bound + 1e-12)
    #expect((0...1).contains(advice.anyOffer))
    #expect(advice.anyOffer >= advice.list.map(\.offer).max() ?? 0)
    #expect(!advice.list.contains { $0.track == .physicianReserved })
  }

  @Test("The week is to the minute, in Eastern summer time, and in one's own zone")
  func week() throws {
    let advice = try soap(
      "pass-only", SOAPRequest(asOf: day, zone: "America/Los_Angeles"))
    let round = try #require(advice.moments.first { $0.event.contains("round 2") })
    #expect(round.start == "2027-03-18T12:00:00-04:00")
    #expect(round.end == "2027-03-18T14:00:00-04:00")
    #expect(round.yourStart == "2027-03-18T09:00:00-07:00")
    let starts = advice.moments.compactMap(\.start)
    #expect(starts == starts.sorted() && starts.count == advice.moments.count)
    let error = #expect(throws: AdviceError.self) {
      try soap("pass-only", SOAPRequest(asOf: day, zone: "Mars/Olympus"))
    }
    #expect(error?.description.contains("Mars/Olympus") == true)
  }

  @Test("A list of unfilled programs is what counts, with its unknown codes told")
  func unfilled() throws {
    let list = try UnfilledList(
      "1451120C1 Hoboken Family Medicine 6\n1518120C0 Syracuse 8\n0000000C0 Nowhere 2\n",
      name: "lup.txt")
    let advice = try soap("non-us-img-2016", SOAPRequest(asOf: day, unfilled: list))
    #expect(!advice.isRehearsal)
    #expect(Set(advice.list.map(\.code)) == ["1451120C1", "1518120C0"])
    #expect(advice.list.first { $0.code == "1451120C1" }?.positions == 6)
    #expect(advice.warnings.contains { $0.contains("0000000C0") })
  }

  @Test("Whoever was interviewed much and not taken has less of a chance than the file says")
  func notTaken() throws {
    let plain = try soap("internal-medicine-252-245")
    let entries = RankListTests.codes.map { RankRequest.Entry(code: $0) }
    let interviewed = try soap(
      "internal-medicine-252-245", SOAPRequest(asOf: day, entries: entries))
    #expect(plain.warnings.contains { $0.contains("--season") })
    #expect(!interviewed.warnings.contains { $0.contains("--season") })
    #expect(interviewed.anyOffer < 1 && plain.anyOffer < 1)
  }

  @Test("Times that are not printed as hours are left alone")
  func times() {
    #expect(SOAPCalendar.times("09:00-11:00 ET").map(\.hour) == [9, 11])
    #expect(SOAPCalendar.times("noon").isEmpty)
    #expect(SOAPCalendar.times("25:00 ET").isEmpty)
    #expect(SOAPCalendar.times(nil).isEmpty)
  }
}
