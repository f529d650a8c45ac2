import ApplicantFile
import ListOptimization
import MatchFacts
import MatchOdds

/// Everything the optimizer needs, and the way back from its options to programs.
struct ListInputs: Sendable {
  /// Where an option comes from.
  struct Origin: Sendable {
    /// Position of the specialty among the targets.
    var target: Int
    /// Position of the program in that specialty's odds.
    var program: Int
    /// Positions of its other tracks, which the same application covers.
    var otherTracks: [Int] = []
  }

  /// One target specialty.
  struct Target: Sendable {
    var target: TargetSpecialty
    var odds: SpecialtyOdds
    /// The place of each of its programs by standing, 0…1.
    var places: [Double]
    /// How programs read a drop, as the odds have it.
    var reading: ScoreReading
    /// Signal rule; nil if the specialty has none.
    var rule: SignalRules.Resolved?
    /// Signals that may be spent, by position of the tier in the odds (0 for "none").
    var tokens: [Int]
    /// Whether it matches through the NRMP, whose list of programs is dated.
    var isInMainMatch: Bool
    /// Whether its odds were taken over from another listing of the same file.
    var isTakenOver = false
  }

  var targets: [Target]
  var problem: PortfolioProblem
  /// Origin of each option, by index in the problem.
  var origins: [Origin]
  /// Programs ruled out by a requirement.
  var ruledOut: [ProgramList.RuledOut]
  /// Programs left out because the latest list of programs no longer names them.
  var unlisted: Int
  /// Codes on the applicant's own lists that the directory or the targets do not have.
  var unknownCodes: [String]

  /// The most applications that the applicant allows; nil for no limit.
  let applicationLimit: Int?
  /// Whether the applicant has a first year of residency, or is in one.
  let hasFirstYear: Bool

  /// The option of a program, by NRMP code.
  func option(code: String) -> Int? { indexByCode[code] }

  private var indexByCode: [String: Int]

  /// The variants of a program that is an option of the specialty here.
  private func variants(code: String, of specialty: Specialty) -> [PortfolioVariant]? {
    guard let option = indexByCode[code],
      targets[origins[option].target].odds.specialty == specialty
    else { return nil }
    return problem.options[option].variants
  }

  /// - Parameter known: the inputs that targets were taken over from; so are their chances.
  init(
    applicant: Applicant, current: [ListedProgram], targets: [Target],
    fees: [ListOptimization.FeeSchedule],
    limits: PortfolioLimits, utilities: UtilityModel, latestListing: Int,
    known: ListInputs? = nil
  ) {
    self.targets = targets
    applicationLimit = applicant.limits.applications
    hasFirstYear = applicant.hasFirstYear
    var options: [PortfolioOption] = []
    var origins: [Origin] = []
    var ruledOut: [ProgramList.RuledOut] = []
    var unlisted = 0
    var indexByCode: [String: Int] = [:]
    let refused = Set(applicant.wishes.refused)
    let mustHave = Set(applicant.wishes.mustHave)
    let refusedStates = Set(applicant.wishes.statesRefused)
    let listedByApplicant = Set(current.map(\.program))
    let weights = utilities.weights
    for (position, target) in targets.enumerated() {
      let odds = target.odds
      var candidates: [Int] = []
      let tracks = Set(target.target.tracks)
      let places = target.places
      for index in odds.programs.indices {
        let code = odds.programs[index].code
        let isRequired = mustHave.contains(code)
        guard indexByCode[code] == nil else { continue }
        if !odds.eligibility[index].isEligible {
          let program = odds.programs[index]
          ruledOut.append(
            ProgramList.RuledOut(
              code: code, program: "\(program.institution), \(program.name)",
              reasons: odds.eligibility[index].ruledOutBy))
          continue
        }
        let isUnwanted =
          !tracks.contains(odds.programs[index].track)
          || odds.programs[index].state.map { refusedStates.contains($0) } ?? false
          || refused.contains(code)
        if isUnwanted && !isRequired { continue }
        if target.isInMainMatch, let listed = odds.programs[index].lastListed,
          listed < latestListing, !isRequired, !listedByApplicant.contains(code)
        {
          unlisted += 1
          continue
        }
        candidates.append(index)
      }
      let grouped = ProgramTracks(odds.programs, members: candidates) {
        mustHave.contains($0) || listedByApplicant.contains($0)
      }
      for group in grouped.groups {
        guard let index = group.first else { continue }
        let code = odds.programs[index].code
        let taken = target.isTakenOver ? known?.variants(code: code, of: odds.specialty) : nil
        let variants =
          taken
          ?? odds.tiers.indices.map { tier in
            PortfolioVariant(
              offer: Array(odds.interview(program: index, tier: tier)),
              successAfterOffer: Array(odds.place(program: index, tier: tier)))
          }
        for track in group { indexByCode[odds.programs[track].code] = options.count }
        options.append(
          PortfolioOption(
            id: code,
            utility: utilities.utility(
              of: index, in: odds.programs, weight: weights[position],
              place: places[index]),
            classIndex: position, variants: variants,
            requirement: mustHave.contains(code) ? .include : .free))
        origins.append(
          Origin(target: position, program: index, otherTracks: Array(group.dropFirst())))
      }
    }
    self.origins = origins
    self.ruledOut = ruledOut
    self.unlisted = unlisted
    self.indexByCode = indexByCode
    unknownCodes = applicant.wishes.mustHave.filter { indexByCode[$0] == nil }
    problem = PortfolioProblem(
      options: options, nodeWeights: targets.first?.odds.weights ?? [1], fees: fees,
      limits: limits)
  }

  /// The program of an option.
  func program(_ option: Int) -> Program {
    let origin = origins[option]
    return targets[origin.target].odds.programs[origin.program]
  }

  /// The signal of a variant of an option.
  func signal(_ choice: PortfolioChoice) -> ListedProgram.Signal {
    targets[origins[choice.option].target].odds.tiers[choice.variant]
  }

  /// What a list comes to, interviews beyond `cap` declined from the bottom of the order of
  /// preference.
  func odds(of choices: [PortfolioChoice], cap: Int?) -> ListOdds {
    var parts = targets.map { ListOdds.Part(odds: $0.odds, applications: []) }
    for choice in choices {
      let origin = origins[choice.option]
      parts[origin.target].applications.append(
        ListApplication(
          program: origin.program, tier: choice.variant,
          preference: problem.options[choice.option].utility))
    }
    return ListOdds(parts, interviewCap: cap)
  }

  /// The list that such applicants usually send: so many programs of each specialty, all signals
  /// spent.
  ///
  /// - Parameter applications: how many in all; nil for as many as is usual.
  func usualList(applications: Int?) -> UsualList {
    let usual = targets.map { $0.odds.usualApplications ?? 0 }
    let total = usual.reduce(0, +)
    let scale = total > 0 ? applications.map { Double($0) / total } ?? 1 : 0
    return UsualList(
      zip(targets, usual).map { target, usual in
        let number = Int((usual * scale).rounded())
        var counts = target.tokens.map { _ in 0 }
        var left = number
        // The strongest signals first; what is left goes without one.
        for tier in counts.indices.dropFirst().reversed() {
          counts[tier] = min(target.tokens[tier], left)
          left -= counts[tier]
        }
        counts[0] = left
        return UsualList.Part(odds: target.odds, applications: counts)
      })
  }
}
