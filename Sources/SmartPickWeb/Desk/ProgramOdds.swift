import Advising
import ApplicantFile
import MatchFacts
import MatchOdds

/// One applicant's odds at one program, for its page.
struct ProgramOdds: Sendable {
  /// The odds with one kind of signal.
  struct Tier: Sendable {
    var signal: ListedProgram.Signal
    var interview: ChanceEstimate
    var match: ChanceEstimate
  }

  var tiers: [Tier]
  var reasons: [OddsReason]
  var eligibility: Eligibility
  /// Whether the program's specialty is among the file's targets.
  var isTarget: Bool
}

extension AdviceDesk {
  /// The odds of a file at a program, whether or not it is on the list.
  func odds(of applicant: Applicant, at program: Program) throws -> ProgramOdds {
    var seen = applicant
    let isTarget = applicant.specialties.contains { $0.specialty == program.specialty }
    seen.specialties = [TargetSpecialty(specialty: program.specialty)]
    let shares = try scores(seen).reading.shares
    let odds = model.odds(
      for: applicant, in: program.specialty, programs: [program], figures: evidence,
      reading: ScoreReading(blip: shares.blip, signal: shares.signal, problem: shares.problem))
    let eligibility = Eligibility.check(
      applicant, program: program, figures: evidence[program.code], season: model.season)
    return ProgramOdds(
      tiers: odds.tiers.enumerated().map { index, signal in
        ProgramOdds.Tier(
          signal: signal, interview: odds.interviewChance(program: 0, tier: index),
          match: odds.matchChance(program: 0, tier: index))
      },
      reasons: eligibility.isEligible ? odds.reasons(program: 0, tier: 0) : [],
      eligibility: eligibility,
      isTarget: isTarget)
  }
}
