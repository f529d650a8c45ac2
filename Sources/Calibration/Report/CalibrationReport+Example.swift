import ApplicantFile
import MatchFacts
import MatchOdds
import SeasonSimulation

/// One program with and without figures of its own.
extension CalibrationReport {
  func exampleSection() -> String {
    let specialty = Specialty("Internal Medicine")
    guard
      let program = directory.first(where: {
        $0.specialty == specialty && $0.track == .categorical && ($0.positions ?? 0) >= 10
      })
    else { return "" }
    let file = Applicant(
      type: .usDO, step2CK: ExamResult(score: 245),
      specialties: [TargetSpecialty(specialty: specialty)])
    let model = OddsModel(parameters: odds, traits: traits, season: 2026)
    let plain = model.odds(for: file, in: specialty, programs: [program])
    var evidence = ProgramEvidence(code: program.code, origin: "example")
    evidence.interviewRateByType = [.usDO: 0.35]
    evidence.interviewRateOutOfState = 0.12
    let known = model.odds(
      for: file, in: specialty, programs: [program], figures: [program.code: evidence])
    func text(_ chance: ChanceEstimate) -> String {
      "\(percent(chance.estimate)) % (\(percent(chance.low))–\(percent(chance.high)))"
    }
    return """
      ## One program with and without a data pack

      A US DO senior with Step 2 CK 245, one internal medicine program, no signal. Without figures \
      of the program: interview \(text(plain.interviewChance(program: 0, tier: 0))). With a pack \
      that says that it invites 35 % of DOs and 12 % of applicants from other states: \
      \(text(known.interviewChance(program: 0, tier: 0))). The directory alone says little of one \
      program; the figures of the program do.

      """
  }
}
