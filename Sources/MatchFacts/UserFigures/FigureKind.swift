/// The figures of a program that no publication gives and that users bring themselves.
///
/// Raw values are the columns of the file that `smartpick programs import` reads.
public enum FigureKind: String, Sendable, Codable, Hashable, CaseIterable {
  /// Lowest Step 2 CK score considered.
  case step2Minimum = "step2_min"
  /// Median Step 2 CK score of residents or interviewed applicants.
  case step2Median = "step2_median"
  /// Percent of residents with a DO degree.
  case percentDO = "pct_do"
  /// Percent of residents who are international graduates.
  case percentIMG = "pct_img"
  /// Visas sponsored.
  case visas
  /// Months of US clinical experience asked for.
  case usceMonths = "usce_months"
  /// Most years since graduation.
  case yogLimit = "yog_limit"
  /// Applications received in a season.
  case applicants
  /// Applicants interviewed in a season.
  case interviews
  /// Positions offered.
  case positions
  /// The user's own rating, 0…10.
  case rating
  /// Share invited of applicants from US MD schools.
  case interviewRateMD = "interview_rate_md"
  /// Share invited of applicants from US DO schools.
  case interviewRateDO = "interview_rate_do"
  /// Share invited of US-citizen IMGs.
  case interviewRateUSIMG = "interview_rate_us_img"
  /// Share invited of non-US IMGs.
  case interviewRateNonUSIMG = "interview_rate_non_us_img"
  /// Share invited of applicants from schools in the program's state.
  case interviewRateInState = "interview_rate_in_state"
  /// Share invited of applicants from schools elsewhere.
  case interviewRateOutOfState = "interview_rate_out_of_state"
  /// Share invited of applications with a signal.
  case interviewRateSignal = "interview_rate_signal"
  /// Share invited of applications without a signal.
  case interviewRateNoSignal = "interview_rate_no_signal"
  /// Share invited of applications with a gold signal.
  case interviewRateGold = "interview_rate_gold"
  /// Share invited of applications with a silver signal.
  case interviewRateSilver = "interview_rate_silver"
  /// Anything in words.
  case notes

  /// The key in JSON: the column in camel case ("step2Min", "interviewRateUsImg").
  public var jsonKey: String {
    let words = rawValue.split(separator: "_")
    guard let first = words.first else { return rawValue }
    return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// What the figure is, for people.
  public var displayName: String {
    switch self {
    case .step2Minimum: "Step 2 CK minimum"
    case .step2Median: "Step 2 CK median"
    case .percentDO: "residents with a DO"
    case .percentIMG: "residents who are IMGs"
    case .visas: "visas sponsored"
    case .usceMonths: "months of US clinical experience asked for"
    case .yogLimit: "most years since graduation"
    case .applicants: "applicants"
    case .interviews: "interviewed"
    case .positions: "positions"
    case .rating: "your rating"
    case .interviewRateMD: "invited, US MD"
    case .interviewRateDO: "invited, US DO"
    case .interviewRateUSIMG: "invited, US-citizen IMG"
    case .interviewRateNonUSIMG: "invited, non-US IMG"
    case .interviewRateInState: "invited, school in state"
    case .interviewRateOutOfState: "invited, school elsewhere"
    case .interviewRateSignal: "invited, with a signal"
    case .interviewRateNoSignal: "invited, without a signal"
    case .interviewRateGold: "invited, gold signal"
    case .interviewRateSilver: "invited, silver signal"
    case .notes: "notes"
    }
  }

  /// The forms a value may have.
  enum Form {
    /// A whole number within limits.
    case whole(ClosedRange<Int>)
    /// A number within limits.
    case number(ClosedRange<Double>)
    /// Percent, 0…100, with or without the sign.
    case percent
    /// A share of one, 0…1, or a percentage with its sign.
    case share
    /// A list of visas.
    case visas
    /// Words.
    case text
  }

  var form: Form {
    switch self {
    case .step2Minimum, .step2Median: .whole(Exam.step2CK.scale)
    case .percentDO, .percentIMG: .percent
    case .visas: .visas
    case .usceMonths: .number(0...60)
    case .yogLimit: .whole(0...60)
    case .applicants, .interviews: .whole(0...50_000)
    case .positions: .whole(0...500)
    case .rating: .number(0...10)
    case .interviewRateMD, .interviewRateDO, .interviewRateUSIMG, .interviewRateNonUSIMG,
      .interviewRateInState, .interviewRateOutOfState, .interviewRateSignal,
      .interviewRateNoSignal, .interviewRateGold, .interviewRateSilver:
      .share
    case .notes: .text
    }
  }
}
