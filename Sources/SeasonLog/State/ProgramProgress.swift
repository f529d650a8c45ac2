public import MatchFacts

/// Where an applicant stands with one program on a day.
public struct ProgramProgress: Sendable, Hashable, Codable, Identifiable {
  /// Where it stands; raw values are those of the events that lead there.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// Known from a note or rating alone.
    case noted
    /// Applied to, and not a word yet.
    case applied
    /// Invited, not answered.
    case interview
    /// On the waitlist for interviews.
    case waitlisted
    /// The program said no.
    case rejected
    /// The applicant declined.
    case declined
    /// The interview is taken up and to come.
    case accepted
    /// The interview was held.
    case interviewed
    /// The applicant withdrew.
    case withdrawn
  }

  /// The program's code.
  public var code: String
  /// Where it stands: what the latest event by day says.
  public var state: State
  /// The strength of the signal sent, or nil.
  public var signal: SeasonEvent.Signal?
  /// The day of each kind of event that has happened; for notes and ratings the latest.
  public var days: [SeasonEvent.Kind: CalendarDate]
  /// The day of the interview, agreed or held.
  public var interviewDay: CalendarDate?
  /// The latest rating, 1…10.
  public var rating: Int?

  /// Where an applicant stands with a program.
  public init(
    code: String, state: State, signal: SeasonEvent.Signal?,
    days: [SeasonEvent.Kind: CalendarDate], interviewDay: CalendarDate?, rating: Int?
  ) {
    self.code = code
    self.state = state
    self.signal = signal
    self.days = days
    self.interviewDay = interviewDay
    self.rating = rating
  }

  /// The code.
  public var id: String { code }
  /// Whether the program ever invited: an invitation declined or an interview held says so too.
  public var wasInvited: Bool {
    [.interview, .accepted, .declined, .interviewed].contains { days[$0] != nil }
  }
}

extension ProgramProgress {
  /// What events of one program, in order of their day, amount to.
  init(code: String, events: [SeasonEvent]) {
    self.init(code: code, state: .noted, signal: nil, days: [:], interviewDay: nil, rating: nil)
    for event in events { take(event) }
  }

  private mutating func take(_ event: SeasonEvent) {
    days[event.kind] = event.day
    switch event.kind {
    case .applied: if state == .noted { state = .applied }
    case .signaled:
      if state == .noted { state = .applied }
      signal = event.signal ?? .single
    case .interview:
      // Told on one day, "accepted" may have been written down before the invitation itself.
      if days[.accepted] != event.day, days[.declined] != event.day { state = .interview }
      interviewDay = event.interviewDay ?? interviewDay
    case .accepted:
      if state != .interviewed { state = .accepted }
      interviewDay = event.interviewDay ?? interviewDay
    case .interviewed:
      state = .interviewed
      interviewDay = event.day
    case .waitlisted: state = .waitlisted
    case .rejected: state = .rejected
    case .declined: state = .declined
    case .withdrawn: state = .withdrawn
    case .rating: rating = event.rating
    case .note: break
    }
  }
}
