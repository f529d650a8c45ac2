extension SeasonPriors {
  /// The figures that the code asks for, named as in the file, which says where each comes from.
  package enum Figure: String, CaseIterable {
    // Scores, points of Step 2 CK.

    /// Mean score of US MD seniors where none is published.
    case scoreMean = "score-mean"
    /// Standard deviation of a group's scores where none is published.
    case scoreDeviation = "score-deviation"
    /// Standard deviation of the scores of those who matched where no quartiles are published.
    case matchedDeviation = "matched-deviation"
    /// What those who did not match add to the standard deviation of all.
    case unmatchedWidening = "unmatched-widening"
    /// From matched to unmatched seniors, by group.
    case unmatchedDistance = "unmatched-distance"
    /// From US MD seniors down to each group.
    case scoreGap = "score-gap"

    // Numbers of applicants.

    /// Those who prefer a specialty, of those who rank it anywhere.
    case firstChoiceShare = "first-choice-share"
    /// The same for the transitional year.
    case firstChoiceShareTransitional = "first-choice-share-transitional"
    /// The same for IMGs without a ratio of their own.
    case firstChoiceShareIMG = "first-choice-share-img"
    /// US IMGs and graduates against the others of a specialty without a published total.
    case restShare = "rest-share"
    /// US IMGs among US IMGs and graduates.
    case restUSIMGShare = "rest-us-img-share"
    /// The most that US IMGs make up of them.
    case restUSIMGLimit = "rest-us-img-limit"
    /// Graduates by degree.
    case graduateShare = "graduate-share"
    /// Applicants for each who certifies a list, by group.
    case startingPool = "starting-pool"

    // Applications.

    /// Applications of a US MD senior in one specialty where no export counts them.
    case applications
    /// The fewest.
    case applicationsLeast = "applications-least"
    /// The most.
    case applicationsMost = "applications-most"
    /// Change of applications since the exports of 2021.
    case applicationsSince2021 = "applications-since-2021"
    /// Applications of each group against US MD seniors.
    case applicationFactor = "application-factor"

    // Interviews and rank order lists, log-odds unless said otherwise.

    /// Interviews held for each position.
    case interviewsPerPosition = "interviews-per-position"
    /// What a signal of a single tier adds.
    case signalEffectSingle = "signal-effect-single"
    /// What a silver signal adds.
    case signalEffectSilver = "signal-effect-silver"
    /// What a gold signal adds.
    case signalEffectGold = "signal-effect-gold"
    /// What a school in the program's state adds.
    case inStateEffect = "in-state-effect"
    /// What ten points add.
    case scoreSlope = "score-slope"
    /// Standing below which a program ranks nobody.
    case rankFloor = "rank-floor"
    /// Each group against US MD seniors.
    case invitationOffset = "invitation-offset"
    /// Interview rate below which a published mean is not believed.
    case lowestRate = "lowest-rate"
    /// Offset on rank order lists against that of invitations.
    case rankOffsetShare = "rank-offset-share"

    // Second choices.

    /// Applicants by second choice against those by first, where they are not counted.
    case secondChoiceShare = "second-choice-share"
    /// The same, at least, where they are.
    case secondChoiceLeast = "second-choice-least"
    /// Factor on the share with a second specialty where everyone matches in the first.
    case secondChoiceBase = "second-choice-base"
    /// What the factor gains with the chance of not matching in the first.
    case secondChoiceFear = "second-choice-fear"
    /// The largest share of a group with a second specialty.
    case secondChoiceMost = "second-choice-most"
    /// Match rate expected where none is published.
    case expectedRate = "expected-rate"

    /// The groups for which the figure must stand; none where all share it.
    var groups: [SeasonGroup] {
      switch self {
      case .scoreGap, .startingPool, .applicationFactor, .invitationOffset: SeasonGroup.allCases
      case .unmatchedDistance: [.usMD, .usDO]
      case .graduateShare: [.usMDGraduate, .usDOGraduate]
      default: []
      }
    }
  }
}
