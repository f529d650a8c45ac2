import ApplicantFile
import MatchFacts

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension SpecialtyOdds {
  /// Whether the file tells more of the applicant than a type and a score.
  public var tellsMore: Bool {
    !strength.items.isEmpty || terms.drop != 0
      || terms.terms.count
        > (coefficients.typeOffsets[applicantType.rawValue]?.value ?? 0 == 0 ? 0 : 1)
  }

  /// What raises and lowers the chance of an interview at one program, strongest first.
  ///
  /// Points are tenths of log-odds against an average US MD senior's file at the reference score,
  /// from another state, at an average program. Reasons below `threshold` points are left out.
  public func reasons(program: Int, tier: Int, threshold: Double = 0.5) -> [OddsReason] {
    var reasons: [OddsReason] = []
    func add(_ text: String, _ logOdds: Double) {
      if abs(logOdds) * 10 >= threshold {
        reasons.append(OddsReason(text: text, points: logOdds * 10))
      }
    }
    if let score = terms.score {
      let reference = coefficients.referenceScore.value
      let shown = Int(score.rounded())
      let side = score >= reference ? "at or above" : "below"
      let translated = terms.scoreError > 0 ? " (translated from COMLEX)" : ""
      add(
        "Step 2 CK \(shown)\(translated) is \(side) the usual \(Int(reference.rounded())) "
          + "of \(specialty.name) applicants",
        coefficients.scoreSlope.value * terms.scoreTens)
    }
    for term in terms.terms { add(term.text, term.logOdds) }
    add("how a drop in scores is read", terms.drop)
    for item in strength.items {
      add(item.text, coefficients.strengthLoading.value * item.shift)
    }
    let own = programTerms[program]
    let place = programs[program].state ?? ""
    add("medical school in the same state (\(place))", own.inState)
    add("tie to \(place)", own.tie)
    add("home program or sub-internship there", own.home)
    add("away rotation there", own.away)
    let than = own.standing.points > 0 ? "stronger" : "less strong"
    let known = own.standing.origin.map { "figures brought in (\($0))" } ?? "public figures"
    add("asks for a \(than) file than the mean program, by \(known)", own.bar)
    add("nothing says that it sponsors an H-1B, which about a third of programs do", own.visa)
    add("weighs failed attempts \(own.attempts < 0 ? "more" : "less") than most", own.attempts)
    let liking = own.openness > 0 ? "more" : "less"
    add(
      "invites \(applicantType.displayName) applicants \(liking) readily than most, by its state, "
        + (applicantType == .usMD ? "size and accreditation" : "size, accreditation and standing"),
      own.openness)
    if let origin = own.origin { add("what is known of its invitations (\(origin))", own.imported) }
    let name = tiers[tier]
    if name != .none {
      add(name == .single ? "signal" : "\(name.rawValue) signal", signalEffects[tier])
    }
    let screen = rule.mixture.screenShare(own.standing)
    if screen < 0.97 {
      let share = Int((screen * 100).rounded())
      reasons.append(
        OddsReason(
          text: "about \(share) % of such programs do not screen this score out",
          points: rule.mixture.screenLogOdds(own.standing) * 10))
    }
    return reasons.sorted { first, second in
      (abs(first.points), second.text) > (abs(second.points), first.text)
    }
  }
}
