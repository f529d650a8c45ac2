import MatchFacts

/// Something the file does not say that would sharpen the advice.
public struct UnknownField: Sendable, Hashable, Codable {
  /// Path of the field in the file.
  public var field: String
  /// The field's name for people.
  public var title: String
  /// Why it matters.
  public var why: String
  /// 1 for what would sharpen the advice most.
  ///
  /// A rough order by expert judgement, not a measure.
  public var rank: Int

  /// An unknown field.
  public init(field: String, title: String, why: String, rank: Int) {
    self.field = field
    self.title = title
    self.why = why
    self.rank = rank
  }
}

extension Applicant {
  /// What would sharpen the advice, most valuable first.
  ///
  /// Hard requirements come first (a missing attempt count or visa need may rule out programs),
  /// then what moves the reading of a score, then what moves the odds, then money.
  public var unknowns: [UnknownField] {
    let isAbroad = type.isInternationalGraduate
    let hasUSMLE = step2CK?.score != nil || (comlexLevel2 == nil && step2CK != nil)
    let candidates: [(field: String, isMissing: Bool)] = [
      ("visa", isAbroad && visa == nil),
      ("step1", hasUSMLE && step1 == nil),
      ("comlex_level1", !hasUSMLE && comlexLevel1 == nil),
      ("graduation_year", graduationYear == nil && (isAbroad || isSenior != true)),
      ("us_clinical_months", isAbroad && usClinicalMonths == nil),
      ("ecfmg", isAbroad && isSenior == false && ecfmg == nil),
      ("first_year", isSenior == false && firstYear == nil),
      ("earlier_seasons.unmatched", wentUnmatched && earlierSeasons.unmatched == nil),
      ("earlier_seasons.programs", wentUnmatched && earlierSeasons.programs == nil),
      ("red_flags", redFlags == nil),
      ("step2ck.attempts", step2CK?.score != nil && step2CK?.attempts == nil),
      ("step1.attempts", step1?.isPassed == true && step1?.attempts == nil),
      ("letters.strength", letters.strength == nil),
      ("clinical.target_clerkship", clinical.targetClerkship == nil),
      ("clinical.comments", clinical.comments == nil),
      ("clinical.other_clerkships", clinical.otherClerkships == nil),
      ("clinical.shelf", clinical.shelf == nil),
      ("senior", isSenior == nil),
      ("school.state", !isAbroad && school.state == nil),
      ("rotations", rotations == nil),
      ("home_programs", !isAbroad && homePrograms == nil),
      ("letters.in_specialty", letters.inSpecialty == nil),
      ("letters.count", letters.count == nil),
      ("experiences.publications", experiences.publications == nil),
      ("experiences.research", experiences.research == nil),
      ("tie_states", tieStates.isEmpty),
      ("step2ck.date", step2CK?.date == nil && step2CK.map { $0.outcome != .notTaken } ?? false),
      ("step2ck.practice", step2CK.map { !$0.isPassed && $0.practice == nil } ?? false),
      ("step3", isAbroad && isSenior == false && step3 == nil),
      ("step1.date", step1?.score != nil && step1?.date == nil),
      ("school.top_tier", !isAbroad && school.isTopTier == nil),
      ("experiences.alpha_omega_alpha", type == .usMD && experiences.alphaOmegaAlpha == nil),
      ("experiences.gold_humanism", !isAbroad && experiences.goldHumanism == nil),
      ("score_cause", hasScoreDrop && scoreCause == nil),
      ("limits.interviews", limits.interviews == nil),
      ("limits.budget", limits.budget == nil),
    ]
    let missing = candidates.filter(\.isMissing).compactMap { FieldGuide.of($0.field) }
    return missing.enumerated().map { index, guide in
      UnknownField(
        field: guide.path, title: guide.title, why: guide.matters ?? guide.explanation,
        rank: index + 1)
    }
  }

  /// Whether the degree is there before the year of a Match, by the file's own word or its year of
  /// graduation; false where neither is told.
  public func isGraduate(in matchYear: Int) -> Bool {
    isSenior.map { !$0 } ?? graduationYear.map { $0 < matchYear } ?? false
  }

  /// Whether a first year of residency is under way or done.
  public var hasFirstYear: Bool { firstYear == .current || firstYear == .completed }

  /// Whether the file tells of an earlier season without a match.
  public var wentUnmatched: Bool {
    (earlierSeasons.unmatched ?? 0) > 0
      || redFlags?.contains { $0.kind == .unmatchedBefore } ?? false
  }
}
