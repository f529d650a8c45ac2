import MatchFacts

/// Whether an event can be true beside what the log says already.
enum EventCheck {
  /// Which must come first where both happen: a day of the second before one of the first is refused.
  private static let order: [(first: SeasonEvent.Kind, then: [SeasonEvent.Kind])] = [
    (
      .applied,
      [.interview, .waitlisted, .rejected, .declined, .accepted, .interviewed, .withdrawn]
    ),
    (.interview, [.declined, .accepted, .interviewed]),
    (.accepted, [.interviewed]),
  ]

  /// What is wrong or odd with an event.
  ///
  /// - Parameters:
  ///   - event: The event to be recorded.
  ///   - others: What counts already of the same program.
  ///   - today: The last day on which things can have happened.
  static func findings(
    _ event: SeasonEvent, beside others: [CountedEvent], window: SeasonWindow, today: CalendarDate
  ) -> [EventFinding] {
    var findings = outside(event, window: window, today: today)
    for other in others where other.event.program == event.program {
      if let finding = duplicate(event, of: other) { findings.append(finding) }
      findings += impossibleOrder(event, other)
    }
    findings += unusual(event, beside: others.filter { $0.event.program == event.program })
    return findings
  }

  private static func outside(
    _ event: SeasonEvent, window: SeasonWindow, today: CalendarDate
  ) -> [EventFinding] {
    var findings: [EventFinding] = []
    if event.day > today {
      var message = "\(event.day) is still to come (today is \(today)); the log holds what happened"
      if event.kind == .interviewed || event.kind == .accepted || event.kind == .interview {
        message += ". For the day of an interview: add … accepted --on \(event.day)"
      }
      findings.append(EventFinding(weight: .refused, message: message))
    } else if event.day < window.opens || event.day > window.closes {
      findings.append(
        EventFinding(
          weight: .refused,
          message: "\(event.day) is outside the season of the \(window.match) Match "
            + "(\(window.opens) to \(window.closes)); check the year"))
    }
    if let interview = event.interviewDay {
      if interview < event.day {
        findings.append(
          EventFinding(
            weight: .refused,
            message: "an interview on \(interview) cannot be agreed afterwards, on \(event.day)"))
      } else if interview > window.closes {
        findings.append(
          EventFinding(
            weight: .refused,
            message: "an interview on \(interview) would be after Match Day, \(window.closes)"))
      }
    }
    return findings
  }

  private static func duplicate(
    _ event: SeasonEvent, of other: CountedEvent
  ) -> EventFinding? {
    guard other.event.kind == event.kind, event.kind.isUnique else { return nil }
    return EventFinding(
      weight: .refused,
      message: "the log has ‘\(event.kind.rawValue)’ for this program already, on "
        + "\(other.event.day) (line \(other.id)); to change it: season edit \(other.id)")
  }

  private static func impossibleOrder(
    _ event: SeasonEvent, _ other: CountedEvent
  ) -> [EventFinding] {
    order.compactMap { rule in
      let isBefore =
        rule.first == other.event.kind && rule.then.contains(event.kind)
        && event.day < other.event.day
      let isAfter =
        rule.first == event.kind && rule.then.contains(other.event.kind)
        && other.event.day < event.day
      guard isBefore || isAfter else { return nil }
      return EventFinding(
        weight: .refused,
        message: "‘\(event.kind.rawValue)’ on \(event.day) does not go with "
          + "‘\(other.event.kind.rawValue)’ on \(other.event.day) (line \(other.id)): "
          + "‘\(rule.first.rawValue)’ comes first. Check both days")
    }
  }

  private static func unusual(
    _ event: SeasonEvent, beside others: [CountedEvent]
  ) -> [EventFinding] {
    func has(_ kind: SeasonEvent.Kind) -> Bool { others.contains { $0.event.kind == kind } }
    var messages: [String] = []
    switch event.kind {
    case .accepted, .declined, .interviewed:
      if !has(.interview) {
        messages.append(
          "the log has no invitation from this program; add it too, its day tells the odds most")
      }
      if event.kind == .accepted, has(.declined) {
        messages.append("the log says you declined; the later word counts")
      }
      if event.kind == .declined, has(.accepted) {
        messages.append("the log says you accepted; the later word counts")
      }
      if event.kind == .interviewed, has(.declined) || has(.withdrawn) {
        messages.append("the log says you gave this interview up; the later word counts")
      }
    case .interview:
      if has(.rejected) { messages.append("the log has a rejection too; the later word counts") }
      if has(.withdrawn) { messages.append("the log says you withdrew here") }
    case .rejected, .waitlisted:
      if has(.interview) {
        messages.append("the log has an invitation from this program too; the later word counts")
      }
    case .applied, .signaled, .withdrawn, .note, .rating: break
    }
    return messages.map { EventFinding(weight: .warned, message: $0) }
  }
}
