import ApplicantFile
import Foundation
import Handbook
import MatchFacts
import ScoreReading
import Testing
import Words

@testable import Advising

/// What the season's dates leave to do.
@Suite("The season's stages")
struct StageTests {
  private static func advise(_ applicant: Applicant, on day: String) throws -> Advice {
    try Desk.opened.get().advisor.advise(
      applicant, .init(asOf: try #require(CalendarDate(day)), comparesScenarios: true))
  }

  private static let graduate = """
    type: us-md
    senior: no
    graduation_year: 2023
    step1: pass
    step2ck: {score: 233, date: 2022-08-15}
    specialties: [Internal Medicine]
    season: 2027

    """

  @Test(
    "follow the dates of the Match",
    arguments: [
      ("2026-07-01", SeasonStage.preparing), ("2026-09-22", .preparing), ("2026-09-23", .applied),
      ("2026-11-04", .applied), ("2026-11-05", .interviewing), ("2027-01-31", .interviewing),
      ("2027-02-01", .ranking), ("2027-03-03", .ranking), ("2027-03-04", .matchWeek),
      ("2027-03-15", .matchWeek), ("2027-03-19", .matchWeek), ("2027-03-20", .after),
      ("2027-06-10", .after),
    ])
  func dates(day: String, stage: SeasonStage) throws {
    let calendar = try Desk.opened.get().facts.keyDates()
    let date = try #require(CalendarDate(day))
    #expect(try Season(on: date, calendar: calendar, named: 2027).stage(on: date) == stage)
  }

  @Test("ask for nothing that is over")
  func nothingOver() throws {
    let file = try Desk.applicant(Self.graduate)
    let early = try Self.advise(file, on: "2026-07-01")
    #expect(early.plan.steps.contains { $0.title.contains("Applications submitted") })
    #expect(early.questions.contains { $0.question.contains("delay releasing") })
    #expect(early.position?.lateApplication == nil)
    for day in ["2026-10-10", "2026-11-28", "2027-02-20", "2027-03-15", "2027-06-10"] {
      let advice = try Self.advise(file, on: day)
      let titles = advice.plan.steps.map(\.title)
      #expect(!titles.contains { $0.contains("Applications submitted") }, "\(day)")
      #expect(!titles.contains { $0.contains("Email one attending") }, "\(day)")
      #expect(!advice.questions.contains { $0.question.contains("delay releasing") }, "\(day)")
      #expect(advice.plan.releaseAdvice.isEmpty, "\(day)")
      #expect(advice.plan.nodes.isEmpty, "\(day)")
      #expect(advice.scenarios.isEmpty, "\(day)")
      #expect(!advice.plan.steps.contains { $0.isOfficial && $0.horizon == .passed }, "\(day)")
      #expect(advice.position?.lateApplication != nil, "\(day)")
      #expect(advice.position?.now.isEmpty == false, "\(day)")
    }
  }

  @Test("speak of the Match as known from the day on which it is, and of no season that is over")
  func matchWeek() throws {
    let file = try Desk.applicant(Self.graduate)
    let before = try Self.advise(file, on: "2027-03-10")
    #expect(before.position?.meaning.contains("you learn whether you matched") == true)
    let after = try Self.advise(file, on: "2027-03-16")
    let position = try #require(after.position)
    #expect(position.stage == .matchWeek && position.meaning.hasPrefix("Since 15 March you know"))
    #expect(position.now.contains { $0.contains("18 March") })
    #expect(!position.now.contains { $0.contains("before 15 March") })
    for day in ["2027-03-10", "2027-03-16", "2027-06-10"] {
      let advice = try Self.advise(file, on: day)
      #expect(advice.words.letterRequest.text == nil, "\(day)")
      #expect(!advice.perspective.contains { $0.contains("You need one program") }, "\(day)")
      #expect(advice.plan.firstStep?.isOfficial != true, "\(day)")
    }
  }

  @Test("begin with the exam that is not passed")
  func openFail() throws {
    let file = try Desk.applicant(
      "type: us-md\nsenior: yes\nstep1: pass\nstep2ck: fail\nspecialties: [Pediatrics]\n"
        + "season: 2027\n")
    let advice = try Self.advise(file, on: "2026-09-10")
    #expect(advice.plan.firstStep?.title.hasPrefix("Step 2 CK, not passed yet") == true)
    #expect(advice.position?.monthShort == "Pass the exam")
    #expect(advice.explanation.verdict != .nothingToExplain)
  }

  @Test("leave out the dates of a match that the field does not take part in")
  func ownMatch() throws {
    let advice = try Self.advise(
      try Desk.applicant(
        "type: us-md\nsenior: yes\nstep2ck: 250\nspecialties: [Urology]\nseason: 2027\n"),
      on: "2026-09-10")
    for step in advice.plan.steps {
      #expect(!step.title.contains("SOAP") && !step.title.contains("Match Day"), "\(step.title)")
      #expect(!step.title.contains("Rank"), "\(step.title)")
    }
  }

  @Test("say what a late application is worth by the record of invitations")
  func late() throws {
    let file = try Desk.applicant(Self.graduate)
    let applied = try #require(try Self.advise(file, on: "2026-10-10").position?.lateApplication)
    #expect(applied.contains("90%") && applied.contains("5 November"))
    let ranking = try #require(try Self.advise(file, on: "2027-02-20").position?.lateApplication)
    #expect(ranking.contains("nothing in this Match") && ranking.contains("15 March"))
  }

  @Test("advise a list that was sent on itself")
  func ownList() throws {
    let file = try Desk.example("internal-medicine-252-245")
    let before = try Self.advise(file, on: "2026-08-01")
    let after = try Self.advise(file, on: "2026-11-28")
    let own = try #require(after.currentList)
    #expect(after.position?.isOwnList == true && before.position?.isOwnList == false)
    #expect(after.odds.match == own.match)
    #expect(after.odds.bySpecialty.map(\.applications) == [8])
    #expect(own.add.isEmpty && own.drop.isEmpty)
    #expect(before.currentList?.match == own.match)
    #expect(before.odds.match != own.match)
  }

  @Test("are those of the file where it names one")
  func stated() throws {
    let file = try Desk.applicant(Self.graduate + "stage: applied\n")
    let position = try #require(try Self.advise(file, on: "2026-07-01").position)
    #expect(position.stage == .applied && position.isStated)
    #expect(position.now.first?.contains("current_list") == true)
  }

  @Test("say nothing of signals where there are none")
  func noSignals() throws {
    let advice = try Self.advise(
      try Desk.applicant("type: us-md\nstep2ck: 250\nspecialties: [Pathology]\nseason: 2027\n"),
      on: "2026-11-28")
    let position = try #require(advice.position)
    let hasSignals = advice.signals.rules.contains { $0.gold + $0.silver + $0.single > 0 }
    let says = (position.now + position.over).contains { $0.contains("signals") }
    #expect(says == hasSignals)
  }
}

/// Who is told whose figures, and by which service.
@Suite("Graduates, services and visas")
struct CircumstanceTests {
  private static func texts(_ advice: Advice) -> [String] {
    var texts = advice.plan.steps.flatMap { [$0.title, $0.why] } + advice.plan.nodes.map(\.text)
    texts += advice.questions.flatMap { [$0.question, $0.short, $0.answer] } + advice.perspective
    texts += advice.reading.flatMap { $0.levers.map(\.text) + $0.weight.advice + [$0.sentence] }
    texts += advice.warnings + advice.odds.caveats + advice.scenarios.map(\.remark)
    texts += (advice.position.map { $0.now + $0.over + [$0.month, $0.meaning] } ?? [])
    texts += [advice.plan.releaseAdvice]
    return texts
  }

  @Test(
    "A graduate reads nothing of a rotation, and that figures of seniors are not theirs",
    arguments: ["us-md", "us-do"], ["2026-07-01", "2026-11-28"])
  func graduates(type: String, day: String) throws {
    let advice = try Desk.opened.get().advisor.advise(
      try Desk.applicant(
        "type: \(type)\nsenior: no\ngraduation_year: 2012\nstep2ck: 235\n"
          + "specialties: [Internal Medicine]\nseason: 2027\n"),
      .init(asOf: try #require(CalendarDate(day))))
    for text in Self.texts(advice) {
      #expect(!text.lowercased().contains("rotation"), "\(text)")
      #expect(!text.contains("attending"), "\(text)")
    }
    let standing = try #require(advice.standing.first)
    #expect(!standing.isOwnType && standing.bandRate == nil)
    #expect(standing.sentence.contains("your own type"))
    let published = try #require(advice.odds.published)
    #expect(published.type.contains("graduates") && published.basis == .rankedAlone)
    #expect(published.rate > 0.6 && published.rate < 0.7)
    let answer = try #require(advice.questions.first { $0.question.contains("graduates") }?.answer)
    #expect(answer.contains(type == "us-md" ? "1751" : "630") && answer.contains("2025"))
  }

  @Test("Who has done a first year is offered no second one")
  func firstYear() throws {
    func scenarios(_ line: String) throws -> [String] {
      try Desk.advise(
        try Desk.applicant(
          "type: us-do\nsenior: no\ngraduation_year: 2024\nstep2ck: 225\ncomlex_level2: 460\n"
            + "specialties: [General Surgery]\n\(line)\n"), scenarios: true
      ).scenarios.map(\.name)
    }
    #expect(try scenarios("").contains { $0.contains("transitional year") })
    for state in ["current", "completed"] {
      #expect(try scenarios("first_year: \(state)").allSatisfy { !$0.contains("transitional") })
    }
  }

  @Test("Emergency medicine is advised on ResidencyCAS: fees, dates and words")
  func residencyCAS() throws {
    let file = try Desk.applicant(
      "type: us-md\nsenior: yes\nstep2ck: 245\nspecialties: [Emergency Medicine]\n"
        + "season: 2027\nlimits: {applications: 46}\nwishes: {must_have: []}\n")
    let advice = try Desk.advise(file)
    let count = advice.list.programs.count
    let paid = 99 + max(0, min(count, 30) - 18) * 18 + max(0, count - 30) * 23
    #expect(advice.list.fees == paid)
    #expect(advice.list.programs.reduce(0) { $0 + $1.fee } == paid)
    for text in Self.texts(advice) { #expect(!text.contains("ERAS"), "\(text)") }
    #expect(advice.warnings.contains { $0.contains("ResidencyCAS") && $0.contains("2026") })
    #expect(advice.warnings.contains { $0.contains("24 September") })
    let submit = try #require(advice.plan.steps.first { $0.title.contains("submitted") })
    // The service closes before programs read: who follows the plan is in time.
    #expect(submit.by == CalendarDate("2026-09-22"))
  }

  @Test(
    "Whether to apply is answered from the chance",
    arguments: ["more/graduate-with-many-flags", "more/img-third-season", "more/riser-232-250"])
  func stillApply(name: String) throws {
    let advice = try Desk.advise(try Desk.example(name))
    let chance = advice.odds.matchInFirstChoice.estimate
    let answer = try #require(advice.questions.first { $0.question.contains("dream") })
    switch chance {
    case ..<0.1: #expect(answer.short == "Not to this alone")
    case ..<0.4: #expect(answer.short == "Only beside another field")
    case ..<0.9: #expect(answer.short == "Yes, with a wide list and a backup")
    default: #expect(answer.short == "Yes")
    }
    let lit = advice.plan.nodes.filter(\.isOnPath).map(\.id)
    #expect(lit.contains(chance >= 0.9 ? "letters" : "broaden"))
    #expect(chance >= 0.1 || !advice.perspective.contains { $0.contains("residents now") })
  }

  @Test("A fee of one's own overrides the published one")
  func ownFees() throws {
    let file = try Desk.applicant(
      "type: us-md\nstep2ck: 245\nspecialties: [Psychiatry]\nlimits: {applications: 12}\n"
        + "fees: {through: 5, each: 20, beyond: 7}\n")
    let advice = try Desk.advise(file)
    let count = advice.list.programs.count
    #expect(advice.list.fees == min(count, 5) * 20 + max(0, count - 5) * 7)
    #expect(!advice.warnings.contains { $0.contains("Fees of") })
  }

  @Test("Urology is told what is published of its match; ophthalmology too, without a list")
  func ownMatches() throws {
    let urology = try Desk.advise(
      try Desk.applicant("type: us-md\nstep2ck: 250\nspecialties: [Urology]\n"))
    let answer = try #require(urology.questions.first { $0.question.contains("urology") }?.answer)
    #expect(answer.contains("75 %") && answer.contains("2023") && answer.contains("Not published"))
    let error = try #require(throws: AdviceError.self) {
      try Desk.advise(
        try Desk.applicant("type: us-md\nstep2ck: 250\nspecialties: [Ophthalmology]\n"))
    }
    #expect(error.description.contains("72 %") && error.description.contains("2025"))
  }

  @Test(
    "The spoken answer comes in three tones of the same facts, none above thirty seconds",
    arguments: ["failed-step1-father-died", "graduate-with-many-flags", "leave-for-illness", "gap"])
  func tones(name: String) throws {
    let words = try Desk.advise(try Desk.example("more/\(name)")).words
    let tones = try #require(words.interviewTones)
    #expect(tones.map(\.tone) == ["plain", "warm", "formal"])
    #expect(tones.first?.passage.text == words.interviewAnswer.text)
    #expect(Set(tones.compactMap(\.passage.text)).count == 3)
    for tone in tones { #expect(try #require(tone.passage.spokenSeconds) <= 30) }
  }

  @Test("The sentences for a bad night end with the line of help")
  func quietLine() throws {
    let advice = try Desk.advise(try Desk.example("more/gap"))
    #expect(advice.perspective.last?.contains("988") == true)
    #expect(advice.explanation.support == nil)
  }

  @Test("Visa rules and evidence are said where they are read")
  func visas() throws {
    func advice(_ visa: String, _ more: String = "") throws -> VisaAdvice? {
      try Desk.advise(
        try Desk.applicant(
          "type: non-us-img\nstep2ck: 250\nvisa: \(visa)\ngraduation_year: 2022\n"
            + "specialties: [Internal Medicine]\n\(more)")
      ).visa
    }
    #expect(try advice("none") == nil)
    let h1b = try #require(try advice("h-1b"))
    #expect(h1b.sentences.first?.contains("published nowhere") == true)
    #expect(h1b.sentences.contains { $0.contains("$100,000") && $0.contains("2026") })
    #expect(h1b.sentences.contains { $0.contains("Step 3") && $0.contains("names none") })
    #expect(!h1b.sentences.contains { $0.contains("J-1 is sponsored") })
    #expect(!h1b.evidence.isEmpty && h1b.evidenceNote?.contains("proves nothing") == true)
    #expect(h1b.evidence.allSatisfy { $0.text.contains("20") })
    let passed = try #require(try advice("h-1b", "step3: pass\n"))
    #expect(passed.sentences.contains { $0.contains("You have passed Step 3") })
    let j1 = try #require(try advice("j-1"))
    #expect(j1.evidence.isEmpty && j1.sentences.contains { $0.contains("J-1 is sponsored") })
    #expect(!j1.sentences.contains { $0.contains("$100,000") })
  }

  @Test("An earlier season weighs by number, width and country, and is shown as assumed")
  func unmatched() throws {
    func match(_ lines: String) throws -> (Double, [String]) {
      let advice = try Desk.advise(
        try Desk.applicant(
          "type: non-us-img\nstep2ck: 246\nvisa: j-1\ngraduation_year: 2020\n"
            + "specialties: [Internal Medicine]\n\(lines)\n"))
      return (advice.odds.match.estimate, advice.assumptions.map(\.id))
    }
    let none = try match("red_flags: none")
    let once = try match("red_flags: [unmatched before]")
    let same = try match("red_flags: none\nearlier_seasons: {unmatched: 1}")
    let thrice = try match("red_flags: [unmatched before]\nearlier_seasons: {unmatched: 3}")
    let narrow = try match(
      "red_flags: [unmatched before]\nearlier_seasons: {unmatched: 1, programs: 12}")
    let abroad = try match(
      "red_flags: [unmatched before]\nearlier_seasons: {unmatched: 1, country: Canada}")
    #expect(none.0 > once.0 && once.0 > thrice.0)
    #expect(abs(once.0 - same.0) < 1e-9)
    #expect(narrow.0 > once.0 && narrow.0 < none.0)
    #expect(abroad.0 > once.0 && abroad.0 <= none.0)
    #expect(once.1.contains("unmatched-before") && !none.1.contains("unmatched-before"))
  }
}
