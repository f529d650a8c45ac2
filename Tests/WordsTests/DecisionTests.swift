import ApplicantFile
import Testing
import Words

@Suite("Explain or stay quiet")
struct DecisionTests {
  private func cause(
    _ kind: ScoreCause.Kind, documented: Bool? = true, resolved: Bool? = true,
    affected: Bool? = true
  ) -> ScoreCause {
    ScoreCause(
      kind: kind, isDocumented: documented, isResolved: resolved, affectedPreparation: affected)
  }

  private func decide(_ cause: ScoreCause?, step2: Int = 240) throws -> ExplanationDecision {
    try Sample.decision(Sample.applicant(step2: step2, cause: cause))
  }

  @Test(
    "Timing, exhaustion and a heavy schedule are never explained, whatever else is true",
    arguments: [ScoreCause.Kind.timing, .burnout, .schedule, .none], [245, 240, 220])
  func never(kind: ScoreCause.Kind, step2: Int) throws {
    let decision = try decide(cause(kind), step2: step2)
    #expect(decision.verdict == .stayQuiet)
    #expect(decision.place == .onlyIfAsked)
    #expect(!decision.reasons.isEmpty)
  }

  @Test("A serious cause is explained only when it is clear, credible and contained")
  func serious() throws {
    #expect(try decide(cause(.illness)).verdict == .explain)
    #expect(try decide(cause(.illness)).place == .personalStatement)
    #expect(try decide(cause(.illness, documented: false)).verdict == .stayQuiet)
    #expect(try decide(cause(.illness, resolved: false)).verdict == .stayQuiet)
    #expect(try decide(cause(.illness, affected: false)).verdict == .stayQuiet)
    #expect(try decide(cause(.lifeEvent, documented: nil)).verdict == .explain)
  }

  @Test("What the file does not say is asked for, not assumed")
  func unknown() throws {
    let decision = try decide(cause(.illness, documented: nil, resolved: nil, affected: nil))
    #expect(decision.verdict == .stayQuiet)
    #expect(decision.whatWouldChangeIt.count == 3)
    #expect(try decide(nil).whatWouldChangeIt.first?.contains("score_cause") == true)
  }

  @Test("Mental health, and small drops, go to the advisor's letter")
  func places() throws {
    #expect(try decide(cause(.mentalHealth)).place == .advisorLetter)
    #expect(try decide(cause(.mentalHealth, documented: nil)).verdict == .stayQuiet)
    #expect(try decide(cause(.illness), step2: 244).place == .advisorLetter)
    #expect(try decide(cause(.illness), step2: 242).place == .personalStatement)
  }

  @Test("Without a drop to see there is nothing to explain")
  func nothing() throws {
    for step2 in [248, 252, 260] {
      #expect(try decide(cause(.illness), step2: step2).verdict == .nothingToExplain)
    }
    let pass = try Sample.decision(Sample.applicant(step1: nil))
    #expect(pass.verdict == .nothingToExplain)
    #expect(pass.reasons.first?.contains("pass without a score") == true)
  }

  @Test("The examples are decided as the article would")
  func examples() throws {
    #expect(
      try Sample.decision(Sample.example("internal-medicine-252-245")).verdict == .stayQuiet)
    let dermatology = try Sample.decision(Sample.example("dermatology-255-241"))
    #expect(dermatology.verdict == .explain)
    #expect(dermatology.place == .personalStatement)
    #expect(
      try Sample.decision(Sample.example("do-family-medicine-comlex")).verdict == .stayQuiet)
    let graduate = try Sample.example("non-us-img-2016")
    let late = ExplanationDecision.decide(
      graduate, change: graduate.scoreChange, rules: try Sample.rules(), season: 2027)
    #expect(late.matters.contains { $0.kind == .lateGraduation })
    for name in ["pass-only", "couple-a", "couple-b"] {
      #expect(try Sample.decision(Sample.example(name)).verdict == .nothingToExplain)
    }
  }
}
