import ApplicantFile
import MatchFacts
import Testing

@Suite("Reading a file")
struct ReadingTests {
  @Test("Three lines are enough, and all else is unknown")
  func smallest() throws {
    let file = try read(minimal())
    #expect(file.applicant.type == .usMD)
    #expect(file.applicant.step2CK == ExamResult(score: 245))
    #expect(file.applicant.specialties.map(\.specialty.name) == ["Internal Medicine"])
    #expect(file.applicant.step1 == nil)
    #expect(file.applicant.redFlags == nil)
    #expect(file.warnings.isEmpty)
  }

  @Test("Short and long forms say the same")
  func shortForms() throws {
    let short = try read(minimal("step1: 252\nred flags: none\nscore_cause: burnout"))
    let long = try read(
      """
      type: US-MD
      step2ck: {score: 245}
      step1:
        score: 252
      red_flags: []
      score_cause: {kind: burnout}
      specialties:
        - name: internal medicine
          weight: 100%
      """)
    #expect(short.applicant == long.applicant)
    #expect(short.applicant.redFlags == [])
  }

  @Test("A pass is known, and differs from an unknown exam")
  func pass() throws {
    #expect(try read(minimal("step1: pass")).applicant.step1 == ExamResult(score: nil))
    #expect(try read(minimal("step1: unknown")).applicant.step1 == nil)
    #expect(try read(minimal("step1:")).applicant.step1 == nil)
    #expect(
      try read(minimal("step1: {score: pass, date: 2023-05, attempts: 2}")).applicant.step1
        == ExamResult(score: nil, date: TestDay.of(2023, 5), attempts: 2))
  }

  @Test("JSON reads like YAML, escapes included")
  func json() throws {
    let file = try read(
      #"""
      {
      	"type": "us-do", "comlex_level2": {"score": 560, "date": "2025-06-10"},
        "specialties": ["FM"], "name": "Zo\u00eb \ud83d\ude00 a\/b", "tie_states": ["tx"]
      }
      """#)
    #expect(file.applicant.name == "Zo\u{EB} 😀 a/b")
    #expect(file.applicant.comlexLevel2?.score == 560)
    #expect(file.applicant.tieStates == ["TX"])
  }

  @Test("Every section of the file is read")
  func everything() throws {
    let file = try read(
      """
      format: 1
      name: A
      type: non-us-img
      senior: no
      graduation_year: 2016
      visa: j1
      school: {name: Some School, state: NY, top_tier: no}
      step1: {score: 231, date: 2019-03-02, attempts: 1}
      step2ck: {score: 238, date: 2020-01-15, attempts: 1}
      clinical:
        target_clerkship: HP
        other_clerkships: [honors, high pass, pass]
        shelf: average
        comments: good
      letters: {count: 4, in_specialty: 2, strength: strong}
      red_flags:
        - gap
        - {kind: other, note: "moved, twice"}
      score_cause: {kind: illness, documented: yes, resolved: yes, affected_preparation: no, note: flu}
      experiences: {publications: 3, research: 1, work: 4, volunteer: 2, leadership: 1,
        alpha_omega_alpha: no, gold_humanism: no}
      rotations:
        - sub-i
        - {kind: away, program: 1313120C0, specialty: IM, grade: honors}
      us_clinical_months: 6
      home_programs: none
      tie_states: [NY, NJ]
      specialties: [IM, {name: FM, weight: 0.6, tracks: [categorical]}]
      wishes: {states_wanted: [NY], states_refused: [AK], cities_wanted: [Buffalo],
        settings_wanted: [community], place_weight: 0.5, must_have: [1313120C0], refused: [1903140C0]}
      limits: {budget: 1500, applications: 120, interviews: 15, fee_assistance: yes}
      couple: partner.yaml
      current_list: [1313120C0, {program: 3082120C0, signal: gold}]
      program_utilities: {1313120C0: 0.9}
      aim: preference
      """)
    let applicant = file.applicant
    #expect(applicant.visa == .j1)
    #expect(applicant.clinical.targetClerkship == .highPass)
    #expect(applicant.redFlags?.last?.note == "moved, twice")
    #expect(applicant.rotations?.count == 2)
    #expect(applicant.rotations?.last?.specialty?.name == "Internal Medicine")
    #expect(applicant.homePrograms == [])
    #expect(applicant.specialties.last?.weight == 0.6)
    #expect(applicant.specialties.last?.tracks == [.categorical])
    #expect(applicant.wishes.placeWeight == 0.5)
    #expect(applicant.limits.budget == 1500)
    #expect(applicant.currentList.last?.signal == .gold)
    #expect(applicant.programUtilities == ["1313120C0": 0.9])
    #expect(applicant.aim == .preference)
    #expect(file.warnings.isEmpty)
  }
}
