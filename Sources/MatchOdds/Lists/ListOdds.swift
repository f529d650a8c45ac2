import SmartPickNumerics

/// What a given list of applications comes to: the one evaluator of lists, whoever made them.
///
/// Given θ programs answer independently. Interviews beyond `interviewCap` are declined from the
/// bottom of the order of preference, and the match is the most preferred program attended that
/// would take the applicant: a sum over the programs in that order and the interviews taken so far.
/// O(applications · nodes · cap).
///
/// Answers of programs, and their silence, reweigh the belief over θ together with what the year has
/// in common for all programs (``YearChances``).
public struct ListOdds: Sendable {
  /// The applications in one specialty.
  public struct Part: Sendable {
    /// The odds there.
    public var odds: SpecialtyOdds
    /// The applications.
    public var applications: [ListApplication]

    /// Applications in one specialty.
    public init(odds: SpecialtyOdds, applications: [ListApplication]) {
      self.odds = odds
      self.applications = applications
    }
  }

  /// The parts, as given.
  public let parts: [Part]
  /// Interviews that can be attended; nil is no limit.
  public let interviewCap: Int?
  /// The belief about the file that the list was averaged over: that of the odds, reweighed by the
  /// answers so far.
  public let belief: StrengthNodes
  /// Chance of matching anywhere on the list.
  public let match: Double
  /// What it would be if programs answered independently of one another.
  public let matchIfIndependent: Double
  /// Chance of matching at each application's program, by part, if ranked in order of preference; the
  /// sum is ``match``.
  public let landing: [[Double]]
  /// Chance of an invitation still or already had, by part and application.
  public let invitations: [[Double]]

  /// The applications in order of preference.
  let order: [PreferenceOrder.Place]
  /// What the answers so far tell beside the file; nil without any.
  let told: AnsweredBelief?
  /// Both chances of every application, answers taken in.
  let open: ListChances

  /// Evaluates a list.
  ///
  /// - Parameters:
  ///   - parts: one for each specialty, all of the same file.
  ///   - interviewCap: interviews that can be attended; nil is no limit.
  ///   - years: what the list's chances would be in other years, to be shared by evaluations that
  ///     differ in answers alone; nil computes it where there are answers.
  public init(_ parts: [Part], interviewCap: Int? = nil, years: YearChances? = nil) {
    self.parts = parts
    self.interviewCap = interviewCap
    let (told, belief, open) = AnsweredBelief.taken(parts, years)
    self.told = told
    self.belief = belief
    self.open = open
    let order = PreferenceOrder.order(parts, open, belief: belief)
    self.order = order
    let landing = open.landing(order, cap: interviewCap, belief: belief)
    self.landing = landing
    match = landing.reduce(0) { $0 + $1.reduce(0, +) }
    invitations = open.interview.map { $0.map { belief.average($0) } }
    matchIfIndependent = open.averaged(by: belief)
      .landing(order, cap: interviewCap, belief: .certain)
      .reduce(0) { $0 + $1.reduce(0, +) }
  }

  /// Chance of matching in each part's specialty, if ranked in order of preference.
  public var matchBySpecialty: [Double] { landing.map { $0.reduce(0, +) } }

  /// Expected number of invitations, by part.
  public var interviewsBySpecialty: [Double] { invitations.map { $0.reduce(0, +) } }

  /// The chance of matching in these parts under other coefficients or another belief; nil sums over
  /// all.
  func match(
    in part: Int? = nil, shifts: [CoefficientShift], belief given: StrengthNodes? = nil
  ) -> Double {
    let belief = given ?? belief
    let year = told?.shift ?? 0
    let shifts = shifts.map { shift in
      var shift = shift
      shift.interview += year
      return shift
    }
    let chances = ListChances(parts, nodes: belief.values, shifts: shifts).answered(parts)
    let landing = chances.landing(order, cap: interviewCap, belief: belief)
    if let part { return landing[part].reduce(0, +) }
    return landing.reduce(0) { $0 + $1.reduce(0, +) }
  }
}
