public import MatchFacts

/// How the programs of one specialty will read the score and its trend.
public struct Reading: Sendable, Hashable, Codable {
  /// The three ways a program can take it.
  public enum Verdict: String, Sendable, Codable, Hashable, CaseIterable {
    /// Noticed, and passed over.
    case blip
    /// Changes how the applicant is ranked.
    case signal
    /// With the rest of the file, makes the program nervous.
    case problem
  }

  /// Shares of the three verdicts; they add up to one.
  public struct Shares: Sendable, Hashable, Codable {
    /// Share that reads a blip.
    public var blip: Double
    /// Share that reads a signal.
    public var signal: Double
    /// Share that reads a problem.
    public var problem: Double

    /// Whether at least three programs in four pass over it: less is no calm answer.
    public var isCalm: Bool { blip >= 0.75 }

    /// The same in whole hundredths that add up to one (largest remainder), as every text shows them.
    public var whole: Shares {
      let exact = [blip, signal, problem].map { 100 * $0 }
      var parts = exact.map { $0.rounded(.down) }
      let order = exact.indices.sorted {
        (exact[$1] - parts[$1], $0) < (exact[$0] - parts[$0], $1)
      }
      let missing = Int((100 - parts.reduce(0, +)).rounded())
      for index in order.prefix(max(0, missing)) { parts[index] += 1 }
      return Shares(blip: parts[0] / 100, signal: parts[1] / 100, problem: parts[2] / 100)
    }

    /// Share that holds something against the file, in whole hundredths.
    public var against: Double { whole.signal + whole.problem }

    /// The most frequent verdict.
    public var verdict: Verdict {
      if blip >= signal && blip >= problem { return .blip }
      return signal >= problem ? .signal : .problem
    }
  }

  /// Programs of one attitude to scores.
  public struct Attitude: Sendable, Hashable, Codable {
    /// "score-obsessed", "balanced" or "score-light".
    public var name: String
    /// Share of the specialty's programs.
    public var share: Double
    /// How these programs read the file.
    public var shares: Shares
  }

  /// A finding of the file that moved the reading.
  public struct Finding: Sendable, Hashable, Codable {
    /// Identifier of the rule.
    public var rule: String
    /// The finding in words.
    public var text: String
    /// Points of concern it adds (negative: takes away), averaged over programs.
    public var points: Double
  }

  /// One of the article's five interpretations.
  public struct Interpretation: Sendable, Hashable, Codable {
    /// Identifier.
    public var id: String
    /// Name.
    public var name: String
    /// 0 (nothing speaks for it) … 1 (everything does).
    public var support: Double
    /// "supported", "possible" or "not supported".
    public var verdict: String
    /// Evidence in the file for it.
    public var evidenceFor: [String]
    /// Evidence in the file against it.
    public var evidenceAgainst: [String]
  }

  /// A single change of the file and what it would do.
  public struct Lever: Sendable, Hashable, Codable {
    /// The change in words.
    public var text: String
    /// Shares after it.
    public var shares: Shares
    /// Drop of the expected concern, in percentage points of programs moved one verdict down.
    public var gain: Double
    /// Whether the applicant can still do it.
    public var isInReach: Bool
  }

  /// Specialty.
  public var specialty: Specialty
  /// Step 2 CK's weight there.
  public var weight: SpecialtyWeight
  /// Overall shares.
  public var shares: Shares
  /// By attitude.
  public var attitudes: [Attitude]
  /// What moved it, largest first.
  public var findings: [Finding]
  /// The five interpretations, most supported first.
  public var interpretations: [Interpretation]
  /// Single changes, the one that moves the reading most first.
  public var levers: [Lever]
  /// The verdict in one or two sentences.
  public var sentence: String
  /// Whether it is a drop that programs read; false where they see the second score alone, or a rise.
  public var isAboutDrop: Bool?

  /// The gravest point of the file, where the file weighs more in the reading than the score; nil where
  /// the score does.
  public var fileConcern: String?

  /// Share that reads a blip.
  public var blip: Double { shares.blip }
}

/// How much Step 2 CK weighs in a specialty, by the article's five levels and by the survey.
public struct SpecialtyWeight: Sendable, Hashable, Codable {
  /// Level, 1 (moderate) … 5 (very high).
  public var level: Int
  /// The level's name.
  public var name: String
  /// Where the level comes from: the article's table, or an expert assignment.
  public var basis: String
  /// Percent of program directors citing Step 2 CK for interviews in the 2020 survey.
  public var percentCiting: Double?
  /// Mean importance (1…5) in the 2020 survey.
  public var meanImportance: Double?
  /// What to do differently at this level.
  public var advice: [String]
}
