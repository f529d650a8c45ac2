import ApplicantFile
import Handbook
import MatchFacts
import MatchOdds
import ScoreReading
import Testing

@testable import Advising
@testable import SeasonLog

/// A season of a file in a field of its own, built from events.
struct SeasonDesk {
  static let opened = Result {
    try SeasonAdvisor(try Desk.opened.get().advisor, rules: try SeasonRules.load())
  }

  let applicant: Applicant
  let codes: [String]
  let window: SeasonWindow

  /// - Parameter count: programs of the file's specialty applied to.
  init(_ specialty: String = "Psychiatry", count: Int = 12, score: Int = 240) throws {
    applicant = try Desk.applicant(
      "type: us-md\nstep2ck: \(score)\nseason: 2027\nspecialties: [\(specialty)]\n")
    let directory = try Desk.opened.get().advisor.handbook.directory
    codes = directory.programs(of: Specialty(specialty))
      .filter { $0.track == .categorical || $0.track == .advanced }.prefix(count).map(\.code)
    window = SeasonWindow(
      match: 2027, opens: try Self.day("2026-09-02"), closes: try Self.day("2027-03-19"))
  }

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  func answer(
    _ events: [SeasonEvent] = [], asOf: String, applied: Bool = true, attend: Int? = nil
  ) throws -> SeasonAnswer {
    let first = try Self.day("2026-09-22")
    let sent = applied ? codes.map { SeasonEvent(.applied, program: $0, day: first) } : []
    let counted = (sent + events).enumerated().map {
      CountedEvent(id: Int64($0.offset + 1), event: $0.element)
    }
    let state = SeasonState(counted, window: window, asOf: try Self.day(asOf))
    return try Self.opened.get().answer(for: applicant, state: state, attend: attend)
  }

  func invitation(_ index: Int, _ day: String) throws -> SeasonEvent {
    SeasonEvent(.interview, program: codes[index], day: try Self.day(day))
  }
}

@Suite("Live odds")
struct SeasonAdvisorTests {
  @Test("Before any answer the odds are the prior's; silence lowers them as the calendar passes")
  func silence() throws {
    let desk = try SeasonDesk()
    let first = try #require(try desk.answer(asOf: "2026-09-22").odds)
    #expect(first.now == first.prior)
    var last = first.now.match.estimate
    for day in ["2026-10-10", "2026-11-01", "2026-12-01"] {
      let odds = try #require(try desk.answer(asOf: day).odds)
      #expect(odds.now.match.estimate < last, "\(day)")
      #expect(odds.prior == first.prior)
      last = odds.now.match.estimate
    }
  }

  @Test("Every move adds up to the whole, and an invitation raises what others may still do")
  func moves() throws {
    let desk = try SeasonDesk()
    let silent = try desk.answer(asOf: "2026-10-20")
    let answer = try desk.answer(
      [
        try desk.invitation(2, "2026-10-05"), try desk.invitation(5, "2026-10-12"),
        SeasonEvent(.rejected, program: desk.codes[7], day: try SeasonDesk.day("2026-10-15")),
        SeasonEvent(.waitlisted, program: desk.codes[8], day: try SeasonDesk.day("2026-10-15")),
      ], asOf: "2026-10-20")
    let odds = try #require(answer.odds)
    let points = answer.moved.reduce(0) { $0 + $1.points }
    #expect(abs(points - 100 * (odds.now.match.estimate - odds.prior.match.estimate)) < 1e-9)
    #expect(odds.now.match.estimate > odds.prior.match.estimate)
    #expect(answer.moved.contains { $0.codes == [desk.codes[2]] && $0.points > 0 })
    let chance = { (answer: SeasonAnswer, index: Int) in
      answer.programs.first { $0.code == desk.codes[index] }?.invited
    }
    #expect(try #require(chance(answer, 2)) > 1 - 1e-9)
    #expect(chance(answer, 7) == 0)
    #expect(try #require(chance(answer, 0)) > (try #require(chance(silent, 0))))
    // On the waitlist: neither out nor in.
    let waiting = try #require(chance(answer, 8))
    #expect(waiting > 0 && waiting < 0.2)
    #expect(odds.now.interviews.low >= 2)
  }

  @Test("What happens after the day is not known on the day")
  func asOf() throws {
    let desk = try SeasonDesk()
    let event = try desk.invitation(3, "2026-11-15")
    let before = try desk.answer([event], asOf: "2026-11-01")
    let without = try desk.answer(asOf: "2026-11-01")
    #expect(before.odds == without.odds)
  }

  @Test("A specialty with a release day: silence before it says little, silence after it much")
  func release() throws {
    let desk = try SeasonDesk("Orthopaedic Surgery", count: 30, score: 255)
    let before = try desk.answer(asOf: "2026-11-05")
    let after = try desk.answer(asOf: "2026-11-25")
    let move = try #require(before.moved.last)
    #expect(move.text.contains("about 16 November, going by 2024-25"), "\(move.text)")
    let drop = { (answer: SeasonAnswer) in answer.moved.reduce(0) { $0 + $1.points } }
    #expect(drop(after) < drop(before))
    #expect(before.next.contains { $0.rule == "wait-for-release" })
    #expect(!after.next.contains { $0.rule == "wait-for-release" })
  }

  @Test("Interviews beyond what one can attend: the cheapest are named, and each has its price")
  func keep() throws {
    let desk = try SeasonDesk(count: 20)
    let events = try (0..<14).map { try desk.invitation($0, "2026-10-\(10 + $0)") }
    let answer = try desk.answer(events, asOf: "2026-11-20", attend: 10)
    let keep = try #require(answer.keep)
    #expect(keep.held == 14 && keep.decline.count == 4 && keep.prices.count == 14)
    #expect(keep.prices.prefix(4).map(\.code) == keep.decline)
    #expect(keep.prices.allSatisfy { $0.points >= -1e-9 && $0.worth >= -1e-9 })
    #expect(zip(keep.prices, keep.prices.dropFirst()).allSatisfy { $0.worth <= $1.worth + 1e-9 })
    #expect(keep.enough < 14 && keep.enough > 0)
    #expect(answer.next.contains { $0.rule == "choose-interviews" && $0.codes == keep.decline })
    #expect(!keep.published.isEmpty)
  }

  @Test("An interview given up still says that the file was wanted")
  func declined() throws {
    let desk = try SeasonDesk()
    let invited = [try desk.invitation(2, "2026-10-05")]
    let declined =
      invited + [
        SeasonEvent(.declined, program: desk.codes[2], day: try SeasonDesk.day("2026-10-06"))
      ]
    let silent = try desk.answer(asOf: "2026-10-10")
    let kept = try desk.answer(invited, asOf: "2026-10-10")
    let given = try desk.answer(declined, asOf: "2026-10-10")
    let other = { (answer: SeasonAnswer) in
      answer.programs.first { $0.code == desk.codes[0] }?.invited
    }
    #expect(other(given) == other(kept))
    #expect(try #require(other(given)) > (try #require(other(silent))))
    let match = { (answer: SeasonAnswer) in answer.odds?.now.match.estimate ?? 0 }
    #expect(match(given) < match(kept))
  }

  @Test("With no application logged the file's own list counts, and the answer says so")
  func ownList() throws {
    var desk = try SeasonDesk(count: 6)
    desk = desk.listing()
    let answer = try desk.answer(asOf: "2026-10-10", applied: false)
    #expect(answer.programs.count == 6)
    #expect(answer.odds != nil)
    #expect(answer.warnings.contains { $0.contains("6 programs of your file's own list") })
    let empty = try SeasonDesk(count: 0).answer(asOf: "2026-10-10")
    #expect(empty.odds == nil)
    #expect(empty.next.first?.rule == "log-applications")
  }

  @Test(
    "The truth of drawn seasons lies in each tenth of the belief equally often, day by day")
  func calibrated() throws {
    let desk = try SeasonDesk(count: 14)
    let check = try SeasonDesk.opened.get().check(
      desk.applicant, list: desk.codes.map { ListedProgram(program: $0) }, days: [0, 14, 35, 90],
      match: 2027, seasons: 300, seed: 11)
    for day in check.days {
      #expect(LiveOddsCheck.distance(day.strengthRanks) < check.band, "\(day.day) strength")
      #expect(LiveOddsCheck.distance(day.countRanks) < check.band, "\(day.day) count")
      #expect(day.strengthRanks.reduce(0, +) == 300)
      let error = (day.stillInvites * (1 - day.stillInvites) / 300).squareRoot()
      #expect(abs(day.stillInvites - day.didInvite) < 4 * error + 0.005, "\(day.day)")
    }
    let first = try #require(check.days.first)
    let last = try #require(check.days.last)
    // Sharper than the prior, and better for it.
    #expect(last.brier < last.priorBrier && last.logLoss < last.priorLogLoss)
    #expect(last.countWidth < first.countWidth && last.strengthSpread < first.strengthSpread)
  }

  @Test("A belief that does not keep its word is told by its ranks")
  func band() {
    #expect(LiveOddsCheck.distance([30, 30, 30, 30, 30, 30, 30, 30, 30, 30]) < 1e-12)
    #expect(LiveOddsCheck.distance([90, 10, 10, 10, 10, 10, 10, 10, 10, 130]) > 0.2)
  }
}

extension SeasonDesk {
  /// The same with its programs as the file's own list.
  func listing() -> SeasonDesk {
    var own = applicant
    own.currentList = codes.map { ListedProgram(program: $0) }
    return SeasonDesk(applicant: own, codes: codes, window: window)
  }

  private init(applicant: Applicant, codes: [String], window: SeasonWindow) {
    self.applicant = applicant
    self.codes = codes
    self.window = window
  }
}
