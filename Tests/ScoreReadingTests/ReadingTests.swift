import ApplicantFile
import MatchFacts
import ScoreReading
import Testing

/// How programs read what the number did, and where it stands.
struct ReadingTests {
  private static let types = ["us-md", "us-do", "us-img", "non-us-img"]
  private static let specialties = [
    "Family Medicine", "Psychiatry", "General Surgery", "Dermatology", "Urology",
  ]

  private func answer(_ lines: String, type: String = "us-md", in specialty: String) throws
    -> ScoresAnswer
  {
    try Answers.answer(
      try Answers.applicant("type: \(type)\n\(lines)\nspecialties: [\(specialty)]\n"))
  }

  @Test(
    "A score that stands at the bottom is never called harmless, whatever the type",
    arguments: [
      ("comlex_level2: 410", "us-do", "Psychiatry"), ("comlex_level2: 430", "us-do", "Psychiatry"),
      ("step2ck: {score: 219, date: 2026-06}", "us-do", "Diagnostic Radiology"),
      ("step2ck: {score: 227, date: 2026-06}", "us-md", "General Surgery"),
    ])
  func level(exam: String, type: String, specialty: String) throws {
    let answer = try answer(exam, type: type, in: specialty)
    #expect(!answer.reading.shares.isCalm)
    #expect(!answer.reading.sentence.hasPrefix("Little"))
    #expect(!answer.reading.findings.isEmpty)
    #expect(answer.standing.place == .below || answer.standing.place == .edge)
  }

  @Test("The reading is never calmer than the standing", arguments: types)
  func oneVerdict(type: String) throws {
    for specialty in Self.specialties {
      for score in stride(from: 220, through: 265, by: 5) {
        let answer = try answer(
          "step2ck: {score: \(score), date: 2026-06}\nletters: {strength: exceptional}", type: type,
          in: specialty)
        guard answer.standing.place == .below else { continue }
        #expect(answer.reading.shares.verdict != .blip, "\(type) \(specialty) \(score)")
      }
    }
  }

  @Test("A worse score never reads better, with a first score, a pass or none", arguments: types)
  func worseScore(type: String) throws {
    for specialty in Self.specialties {
      for first in ["", "step1: pass", "step1: {score: 225, date: 2021-06}", "step1: 251"] {
        let blips = try stride(from: 218, through: 278, by: 6).map {
          try answer(
            "\(first)\nstep2ck: {score: \($0), date: 2026-06}", type: type, in: specialty
          ).reading.shares
        }
        for (worse, better) in zip(blips, blips.dropFirst()) {
          #expect(worse.blip <= better.blip + 1e-9, "\(type) \(specialty) \(first)")
          #expect(worse.problem >= better.problem - 1e-9, "\(type) \(specialty) \(first)")
        }
      }
    }
  }

  @Test("A worse COMLEX score never reads better")
  func worseComlex() throws {
    for specialty in Self.specialties {
      let blips = try stride(from: 400, through: 760, by: 20).map {
        try answer("comlex_level2: \($0)", type: "us-do", in: specialty).reading.blip
      }
      for (worse, better) in zip(blips, blips.dropFirst()) { #expect(worse <= better + 1e-9) }
    }
  }

  @Test("More failed attempts and more flags never raise the blip")
  func attemptsAndFlags() throws {
    let flags = ["[]", "[legal]", "[legal, gap]", "[legal, gap, professionalism]"]
    for exam in [
      "step1: {score: pass, attempts: N}\nstep2ck: 240", "step2ck: {score: 240, attempts: N}",
    ] {
      let blips = try (1...4).map {
        try answer(exam.replacing("N", with: "\($0)"), in: "Internal Medicine").reading.blip
      }
      for (fewer, more) in zip(blips, blips.dropFirst()) { #expect(more <= fewer + 1e-9) }
    }
    let blips = try flags.map {
      try answer("step2ck: 240\nred_flags: \($0)", in: "Internal Medicine").reading.blip
    }
    for (fewer, more) in zip(blips, blips.dropFirst()) { #expect(more <= fewer + 1e-9) }
  }

  @Test(
    "Where there is no drop, no word speaks of one",
    arguments: [
      "step1: {score: 232, date: 2021-06}\nstep2ck: {score: 235, date: 2026-06}",
      "step1: {score: 232, date: 2021-06}\nstep2ck: {score: 250, date: 2026-06}",
      "step1: {score: 215, date: 2021-06}\nstep2ck: {score: 263, date: 2026-06}",
      "step1: {score: 240, date: 2021-06}\nstep2ck: {score: 240, date: 2026-06}",
      "step1: pass\nstep2ck: {score: 227, date: 2026-06}", "step2ck: {score: 221, date: 2026-06}",
    ])
  func noDrop(exams: String) throws {
    for specialty in Self.specialties {
      let answer = try answer(
        exams + "\nclinical: {shelf: marginal}\nletters: {strength: weak}", in: specialty)
      let reading = answer.reading
      #expect(reading.isAboutDrop == false)
      #expect(reading.interpretations.isEmpty)
      let texts =
        reading.findings.map(\.text) + reading.levers.map(\.text) + [reading.sentence]
        + answer.trend.sentences.filter { !$0.contains("none to explain") }
      for text in texts {
        for word in ["drop", "this bad", "equal to", " 0 points", "blip"] {
          #expect(!text.contains(word), "\(text)")
        }
      }
      // A score alone is judged as a score: to lower it cannot help.
      #expect(!reading.levers.contains { $0.text.contains("second score") })
    }
  }

  @Test("A type without quartiles of its own is read by the nearest, and told so")
  func nearestType() throws {
    let standing = try answer("step2ck: 235", type: "us-do", in: "Internal Medicine").standing
    #expect(standing.matched?.lowerQuartile != nil)
    #expect(standing.population.contains("spread of US MD seniors"))
    let abroad = try answer("step2ck: 235", type: "us-img", in: "Internal Medicine").standing
    #expect(!abroad.isOwnType)
    #expect(abroad.sentence.contains("nearest group"))
  }

  @Test("COMLEX points become USMLE points by one rule")
  func comlexRule() throws {
    let answer = try answer(
      "comlex_level1: {score: 600, date: 2021-06}\ncomlex_level2: 540", type: "us-do",
      in: "Family Medicine")
    // 60 points at 0.165 are 9.9: a drop of ten.
    #expect(answer.trend.change == -60)
    #expect(answer.trend.band == .down10plus)
    let finding = try #require(answer.reading.findings.first { $0.rule == "drop-size" })
    #expect(finding.text == "COMLEX Level 2-CE is 9.9 USMLE points' worth below COMLEX Level 1")
  }
}
