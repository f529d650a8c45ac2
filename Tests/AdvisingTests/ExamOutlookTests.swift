import Advising
import ApplicantFile
import MatchFacts
import ScoreReading
import Testing

/// Files whose second exam has no score, and DOs with COMLEX alone.
struct ExamOutlookTests {
  private func advice(_ exam: String, type: String = "us-md", _ specialty: String = "Neurology")
    throws -> Advice
  {
    try Desk.advise(
      try Desk.applicant("type: \(type)\n\(exam)\nspecialties: [\(specialty)]\n"))
  }

  @Test(
    "An exam without a score is answered with what it may bring",
    arguments: [
      ("step2ck: pending", ExamOutlook.Situation.pending), ("step2ck: not taken", .notTaken),
      ("step2ck: fail", .failed), ("step2ck: {score: 205, date: 2026-06}", .failed),
    ])
  func situations(exam: String, situation: ExamOutlook.Situation) throws {
    let advice = try advice(exam)
    let outlook = try #require(advice.examOutlook)
    #expect(outlook.situation == situation)
    #expect(abs(outlook.outcomes.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    for (worse, better) in zip(outlook.outcomes, outlook.outcomes.dropFirst()) {
      #expect(worse.match <= better.match + 1e-3)
    }
    let ends = try #require(outlook.outcomes.last?.match)
    #expect(outlook.match < ends)
    #expect(outlook.outcomes.compactMap(\.score).allSatisfy { $0 >= outlook.passingMark })
    // The file holds no score: no trend, no place of it among people, no score in its summary.
    #expect(advice.scoreTrend == nil)
    #expect(advice.applicant.step2CK == nil)
    #expect(!advice.perspective.contains { $0.contains("or less") })
    #expect(advice.reading.allSatisfy { $0.sentence.contains("reckoned with") })
  }

  @Test("A score that failed is never a blip, and its list carries the fail")
  func failing() throws {
    let failed = try advice("step2ck: {score: 205, date: 2026-06}", "Family Medicine")
    let reading = try #require(failed.reading.first)
    #expect(reading.shares.verdict != .blip)
    #expect(reading.findings.contains { $0.rule == "step2-attempts" })
    let outlook = try #require(failed.examOutlook)
    let passed = try advice(
      "step2ck: {score: \(outlook.middle), date: 2026-06, attempts: 1}", "Family Medicine")
    #expect(failed.odds.match.estimate < passed.odds.match.estimate)
  }

  @Test("Without a pass no international graduate can be certified")
  func international() throws {
    let outlook = try #require(
      try advice("step2ck: fail", type: "non-us-img", "Internal Medicine").examOutlook)
    #expect(outlook.outcomes.first?.match == 0)
    #expect(outlook.sentences.contains { $0.contains("ECFMG") })
  }

  @Test("A better self-assessment moves the likely scores up and narrows them")
  func practice() throws {
    let outlooks = try ["", ", practice: 225", ", practice: 255"].map {
      try #require(try advice("step2ck: {score: pending\($0)}").examOutlook)
    }
    #expect(outlooks[1].middle < outlooks[2].middle)
    #expect(outlooks[1].passChance < outlooks[2].passChance)
    let widths = outlooks.map { $0.range[1] - $0.range[0] }
    #expect(widths[2] < widths[0])
  }

  @Test("After a scored Step 1 the forecast is what is usual for it")
  func afterStep1() throws {
    let low = try #require(
      try advice("step1: {score: 215, date: 2021-06}\nstep2ck: pending").examOutlook)
    let high = try #require(
      try advice("step1: {score: 250, date: 2021-06}\nstep2ck: pending").examOutlook)
    #expect(low.middle + 10 < high.middle)
    #expect(low.basis.contains("after Step 1 215"))
  }

  @Test("The date of the exam says whether to wait for its result")
  func timing() throws {
    let early = try #require(
      try advice("step2ck: {score: pending, date: 2026-08-10}").examOutlook)
    #expect(early.sentences.contains { $0.contains("before programs begin to read") })
    let late = try #require(
      try advice("step2ck: {score: pending, date: 2026-10-10}").examOutlook)
    #expect(late.sentences.contains { $0.contains("Apply on that day all the same") })
    let over = try #require(
      try advice("step2ck: {score: pending, date: 2027-02-25}").examOutlook)
    #expect(over.sentences.contains { $0.contains("take an earlier date") })
  }

  @Test("A DO with COMLEX alone reads of Level 2, and what Step 2 CK would add")
  func comlexOnly() throws {
    let advice = try advice("comlex_level2: 535", type: "us-do", "Psychiatry")
    let outlook = try #require(advice.examOutlook)
    #expect(outlook.situation == .optional)
    #expect(outlook.exam == "Step 2 CK")
    #expect(outlook.sentences.contains { $0.contains("COMLEX alone") })
    #expect(outlook.sentences.contains { $0.contains("directors of your first choice") })
    let release = try #require(advice.questions.first { $0.question.contains("delay releasing") })
    #expect(release.question.contains("COMLEX Level 2-CE"))
    #expect(!advice.plan.steps.contains { $0.title.contains("Step 2 CK") })
    #expect(!advice.plan.nodes.contains { $0.text.contains("Step 2 CK") })
    #expect(!advice.reading.flatMap(\.findings).contains { $0.text.contains("Both scores") })
  }

  @Test("More failed attempts never raise a chance", arguments: ["us-md", "us-do", "us-img"])
  func attempts(type: String) throws {
    let chances = try (1...3).map {
      try advice("step2ck: {score: 238, date: 2026-05, attempts: \($0)}", type: type).odds.match
        .estimate
    }
    for (fewer, more) in zip(chances, chances.dropFirst()) { #expect(more <= fewer + 1e-3) }
  }
}
