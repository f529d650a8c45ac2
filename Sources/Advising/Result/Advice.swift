public import MatchFacts
public import ScoreReading
public import Words

/// The whole advice on one applicant's file.
///
/// One value holds everything that the terminal, the page, the report and the JSON show, so no
/// face of the program computes anything of its own.
public struct Advice: Sendable, Hashable, Codable {
  /// What is known of the applicant, for the head of the report.
  public struct Summary: Sendable, Hashable, Codable {
    /// Name or label, if the file gives one.
    public var name: String?
    /// Degree group.
    public var type: ApplicantType
    /// Step 1 in words: "252", "pass" or "unknown".
    public var step1: String
    /// Step 2 CK, if taken.
    public var step2CK: Int?
    /// COMLEX Level 2, if taken.
    public var comlexLevel2: Int?
    /// Target specialties, most wanted first.
    public var specialties: [Specialty]
    /// Second exams without a score, as "Step 2 CK pending"; nil for none.
    public var openExams: [String]?
  }

  /// Something missing from the file that would narrow the answer.
  public struct Unknown: Sendable, Hashable, Codable {
    /// Field of the file.
    public var field: String
    /// Why it matters.
    public var why: String
  }

  /// Layout version of this value; 1.
  public var format: Int
  /// Version of SmartPick.
  public var version: String
  /// The applicant.
  public var applicant: Summary
  /// Trend of the scores; nil if the file has no second exam.
  public var scoreTrend: ScoreTrend?
  /// Standing per target specialty.
  public var standing: [Standing]
  /// Reading per target specialty.
  public var reading: [Reading]
  /// Chances.
  public var odds: Odds
  /// The list.
  public var list: ProgramList
  /// Signals.
  public var signals: SignalPlan
  /// Diminishing returns.
  public var diminishingReturns: DiminishingReturns
  /// The applicant's own list, if given.
  public var currentList: CurrentList?
  /// The advice to the couple, if the partner's file was given.
  public var couple: CoupleAdvice?
  /// Compared courses of action.
  public var scenarios: [Scenario]
  /// Explain or stay quiet.
  public var explanation: ExplanationDecision
  /// The words.
  public var words: ComposedWords
  /// The plan.
  public var plan: Plan
  /// The article's five questions.
  public var questions: [Answer]
  /// Sentences for the bad hour of the night.
  public var perspective: [String]
  /// What would sharpen this advice, most valuable first.
  public var unknowns: [Unknown]
  /// Published figures used.
  public var sources: [Source]
  /// Assumptions used.
  public var assumptions: [Assumption]
  /// Things the reader must know before trusting the rest.
  public var warnings: [String]
  /// What an exam without a score may bring; nil where every exam that counts has one.
  public var examOutlook: ExamOutlook?
  /// Where the applicant stands in the season; nil in advice that an earlier version wrote.
  public var position: SeasonPosition?
  /// What is known of visas; nil for who needs none.
  public var visa: VisaAdvice?
}
