import ApplicantFile
import Foundation
import MatchFacts
import RankLists
import ScoreReading
import Testing

@testable import Advising

@Suite("Advice on a rank order list")
struct RankListTests {
  private let day: CalendarDate

  init() throws { day = try #require(CalendarDate("2027-02-10")) }

  static let codes = ["1903140C0", "2311140C0", "1102140C2", "1744140C0", "1187140C1"]

  func applicant() throws -> Applicant { try Desk.example("internal-medicine-252-245") }

  func rank(_ request: RankRequest) throws -> RankAdvice {
    try Desk.opened.get().advisor.rankList(for: try applicant(), request)
  }

  func order(_ codes: [String]) throws -> RankOrderFile {
    try RankOrderFile(
      csv: Array(("code\n" + codes.joined(separator: "\n") + "\n").utf8), name: "order.csv")
  }

  @Test("An order by hand is kept, and its chances sum to 1 with no match")
  func byHand() throws {
    let advice = try rank(RankRequest(asOf: day, order: try order(Self.codes)))
    #expect(advice.order.map(\.code) == Self.codes)
    #expect(advice.order.map(\.rank) == [1, 2, 3, 4, 5])
    let sum = advice.order.reduce(advice.unmatched.estimate) { $0 + $1.landing.estimate }
    #expect(abs(sum - 1) < 1e-9)
    #expect(advice.finding.basis == .byHand && advice.finding.question == nil)
    #expect((1...5).contains(advice.addsNothingBeyond))
    #expect(advice.truth.better == 0)
  }

  @Test("Marks and answers make the order; what is left open is asked")
  func found() throws {
    let sheets = zip(Self.codes, [3, 10, 7, 7, 1]).map { InterviewSheet(code: $0, gut: $1) }
    var request = RankRequest(asOf: day, sheets: sheets)
    let open = try rank(request)
    #expect(open.order.first?.code == Self.codes[1])
    #expect(open.order.last?.code == Self.codes[4])
    #expect(open.finding.basis == .answers && !open.finding.isSettled)
    let question = try #require(open.finding.question)
    #expect(Set([question.first, question.second]) == [Self.codes[2], Self.codes[3]])
    request.comparisons.rows = [.init(better: Self.codes[3], worse: Self.codes[2])]
    let settled = try rank(request)
    #expect(settled.finding.isSettled && settled.finding.question == nil)
    #expect(settled.order.map(\.code)[1...2] == [Self.codes[3], Self.codes[2]])
  }

  @Test("A deal-breaker takes a program off the list and says what that costs")
  func dealBreaker() throws {
    var sheets = zip(Self.codes, [9, 7, 5, 3, 1]).map { InterviewSheet(code: $0, gut: $1) }
    let whole = try rank(RankRequest(asOf: day, sheets: sheets))
    sheets[0].dealBreaker = "they laughed about a resident who fell ill"
    let advice = try rank(RankRequest(asOf: day, sheets: sheets))
    #expect(!advice.order.contains { $0.code == Self.codes[0] })
    let left = try #require(advice.leftOff.first)
    #expect(left.code == Self.codes[0] && left.reason.contains("laughed"))
    #expect(left.price > 0)
    let cost = advice.unmatched.estimate - whole.unmatched.estimate
    #expect(abs(left.price - cost) < 1e-9)
  }

  @Test("Silence and refusals elsewhere lower the chances of the same list")
  func evidence() throws {
    let ranked = Self.codes.prefix(2).map { RankRequest.Entry(code: $0) }
    let alone = try rank(RankRequest(asOf: day, entries: ranked))
    let refusing = ["1236140C1", "2174140C0", "2337140C0", "1897140C0", "1579140C1"].map {
      RankRequest.Entry(code: $0, answer: .refused, isRankable: false)
    }
    let refused = try rank(RankRequest(asOf: day, entries: ranked + refusing))
    #expect(refused.order.count == 2)
    #expect(refused.unmatched.estimate > alone.unmatched.estimate)
  }

  @Test("Advanced programs bring a supplemental list of first years")
  func supplemental() throws {
    let applicant = try Desk.example("dermatology-255-241")
    let directory = try Desk.opened.get().advisor.directory
    let advanced = directory.programs.filter {
      $0.specialty.name == "Dermatology" && $0.track == .advanced
    }.prefix(2).map(\.code)
    let years = directory.programs.filter { $0.specialty.name == "Transitional Year" }.prefix(2)
      .map(\.code)
    let request = RankRequest(
      asOf: day, entries: (advanced + years).map { RankRequest.Entry(code: $0) })
    let advice = try Desk.opened.get().advisor.rankList(for: applicant, request)
    #expect(Set(advice.order.map(\.code)) == Set(advanced))
    #expect(advice.supplemental.count == 2)
    for list in advice.supplemental {
      #expect(Set(list.order.map(\.code)) == Set(years))
      let sum = list.order.reduce(list.none.estimate) { $0 + $1.landing.estimate }
      #expect(abs(sum - 1) < 1e-9)
    }
    let bare = try Desk.opened.get().advisor.rankList(
      for: applicant,
      RankRequest(asOf: day, entries: advanced.map { RankRequest.Entry(code: $0) }))
    #expect(bare.warnings.contains { $0.contains("first year") })
  }

  @Test("Nothing to rank and unknown codes are told")
  func refused() throws {
    let none = #expect(throws: AdviceError.self) { try rank(RankRequest(asOf: day)) }
    #expect(none?.description.contains("--order") == true)
    let unknown = #expect(throws: AdviceError.self) {
      try rank(RankRequest(asOf: day, entries: [.init(code: "0000000X0")]))
    }
    #expect(unknown?.description.contains("0000000X0") == true)
  }

  @Test("A couple's list has No Match pairs, keeps within the limit, and its chances sum to 1")
  func couple() throws {
    let advisor = try Desk.opened.get().advisor
    let first = try Desk.example("couple-a")
    let second = try Desk.example("couple-b")
    func request(_ applicant: Applicant, _ count: Int) throws -> RankRequest {
      let specialty = try #require(applicant.specialties.first?.specialty)
      let codes = advisor.directory.programs.filter {
        $0.specialty == specialty && $0.track == .categorical
      }.prefix(count).map(\.code)
      return RankRequest(asOf: day, order: try order(codes))
    }
    let advice = try advisor.rankList(
      for: first, try request(first, 19), partner: (second, try request(second, 18)))
    let couple = try #require(advice.couple)
    #expect(couple.possiblePairs == 19 * 18 + 19 + 18)
    #expect(couple.pairs.count == 300 && couple.mostPairs == 300)
    #expect(couple.pairs.count { $0.first == nil } == 18)
    #expect(couple.pairs.count { $0.second == nil } == 19)
    let named = couple.pairs.map { "\($0.first ?? "-")\($0.second ?? "-")" }
    #expect(Set(named).count == named.count)
    #expect(abs(couple.both + couple.onlyOne + couple.neither - 1) < 1e-9)
    #expect(couple.together <= couple.both + 1e-12)
    #expect(!couple.pairs.contains { $0.first == nil && $0.second == nil })
  }
}
