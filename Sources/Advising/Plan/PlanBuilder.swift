import ApplicantFile
import MatchFacts
import ScoreReading
import Words

/// Makes the plan: lights the applicant's path and dates the steps by the season's calendar.
struct PlanBuilder: Sendable {
  var rules: PlanRules
  /// The season's calendar, of the services that the file applies through.
  var events: [KeyDate]
  /// The first date of a kind for the first specialty's service; reckoned where none is published.
  var date: @Sendable (KeyDate.Kind) -> CalendarDate?
  /// Name of the season, as "2027 Match".
  var season: String
  /// The second exam by name.
  var exam: String
  /// The day the plan is made for.
  var asOf: CalendarDate
  /// Where in the season that is.
  var stage: SeasonStage
  /// Whether there is an answer to practise.
  var hasWords: Bool
  /// The exams failed and not passed since, by name.
  var failedExams: [String] = []

  func plan(
    features: FileFeatures, specialty: Specialty, decision: ExplanationDecision,
    scoreIsReported: Bool
  ) -> Plan {
    // The flowchart ends with the application: it is for who has still to make one.
    let (nodes, edges) =
      stage.isBeforeApplying
      ? flowchart(
        features, specialty: specialty, decision: decision, scoreIsReported: scoreIsReported)
      : ([], [])
    let advice =
      scoreIsReported
      ? rules.releaseAdvice.taken.replacing("{text}", with: rules.releaseAdvice.text)
      : rules.releaseAdvice.text
    return Plan(
      season: season, asOf: asOf, nodes: nodes, edges: edges,
      steps: steps(features, specialty: specialty, scoreIsReported: scoreIsReported),
      releaseAdvice: stage.isBeforeApplying || !scoreIsReported
        ? advice.replacing("{exam}", with: exam) : "")
  }

  private func flowchart(
    _ features: FileFeatures, specialty: Specialty, decision: ExplanationDecision,
    scoreIsReported: Bool
  ) -> ([Plan.Node], [Plan.Edge]) {
    var reached: Set<String> = []
    if let first = rules.flowchart.nodes.first { reached.insert(first.id) }
    // Arrows are listed from the top down, so one pass follows the path to its end.
    let edges = rules.flowchart.edges.map { edge -> Plan.Edge in
      let holds =
        (edge.when ?? []).allSatisfy { $0.holds(in: features) }
        && edge.decision.map { ($0 == .explain) == (decision.verdict == .explain) } ?? true
      let isOnPath = reached.contains(edge.from) && holds
      if isOnPath { reached.insert(edge.to) }
      return Plan.Edge(from: edge.from, to: edge.to, label: edge.label, isOnPath: isOnPath)
    }
    let nodes = rules.flowchart.nodes.map { node in
      Plan.Node(
        id: node.id,
        text: fill(text(of: node, features, scoreIsReported), features, specialty),
        isDecision: node.decision ?? false, isOnPath: reached.contains(node.id))
    }
    return (nodes, edges)
  }

  private func text(
    of node: PlanRules.Node, _ features: FileFeatures, _ scoreIsReported: Bool
  ) -> String {
    let holds = (node.when ?? []).allSatisfy { $0.holds(in: features) }
    if !holds, let otherwise = node.otherwise { return otherwise }
    return (scoreIsReported ? nil : node.open) ?? node.text
  }

  private func steps(
    _ features: FileFeatures, specialty: Specialty, scoreIsReported: Bool
  ) -> [Plan.Step] {
    let advised = rules.steps.compactMap { step -> Plan.Step? in
      guard (step.when ?? []).allSatisfy({ $0.holds(in: features) }), let day = day(of: step),
        isInTime(step), step.stages?.contains(stage) ?? true,
        step.decision.map({ $0 == .hasWords ? hasWords : scoreIsReported }) ?? true
      else { return nil }
      return Plan.Step(
        title: fill(step.title, features, specialty), why: fill(step.why, features, specialty),
        by: day, horizon: horizon(day), isOfficial: false)
    }
    // A date that is past asks for nothing any more.
    let official = (stage == .after ? [] : officialDates()).filter { $0.date >= asOf }.map {
      title, time, date in
      Plan.Step(
        title: title, why: "A date of the \(season)\(time.map { ", \($0)" } ?? "").", by: date,
        horizon: horizon(date), isOfficial: true)
    }
    // Steps of one day keep the order of the rules, official dates last.
    return (advised + official).enumerated().sorted {
      ($0.element.by, $0.offset) < ($1.element.by, $1.offset)
    }.map(\.element)
  }

  /// The season's dates; rounds of one day count as one.
  private func officialDates() -> [(title: String, time: String?, date: CalendarDate)] {
    var dates: [(title: String, time: String?, date: CalendarDate)] = []
    for (index, event) in events.enumerated() {
      if index > 0, events[index - 1].kind == event.kind, events[index - 1].date == event.date {
        continue
      }
      let last = events.last { $0.kind == event.kind && $0.date == event.date }
      let isOne = last == event
      dates.append(
        (
          isOne ? event.event : "\(event.event) to \(last?.event ?? event.event)",
          isOne ? event.time : nil, event.date
        ))
    }
    return dates
  }

  private func event(_ kind: KeyDate.Kind) -> CalendarDate? {
    date(kind)
  }

  private func day(of step: PlanRules.Step) -> CalendarDate? {
    if step.today == true { return asOf }
    if let days = step.days { return asOf.adding(days: days) }
    guard let name = step.event, let date = event(name) else { return nil }
    let day = date.adding(days: step.offset ?? 0)
    guard let before = step.before, let latest = event(before.event)?.adding(days: -before.days)
    else { return day }
    return min(day, latest)
  }

  private func isInTime(_ step: PlanRules.Step) -> Bool {
    guard let until = step.until, let date = event(until.event) else { return true }
    return asOf <= date.adding(days: until.days)
  }

  private func horizon(_ day: CalendarDate) -> Plan.Step.Horizon {
    switch asOf.days(until: day) {
    case ..<0: .passed
    case 0: .today
    case 1...7: .thisWeek
    case 8...31: .thisMonth
    default: .later
    }
  }

  private func fill(_ text: String, _ features: FileFeatures, _ specialty: Specialty) -> String {
    var filled = text.replacing("{specialty}", with: specialty.name)
      .replacing("{exam}", with: exam)
      .replacing("{failedExams}", with: failedExams.joined(separator: " and "))
    if let months = features[.usClinicalMonths] {
      filled = filled.replacing("{usClinicalMonths}", with: Format.number(months))
    }
    if let gain = features[.usefulAdditions] {
      filled = filled.replacing("{usefulAdditions}", with: Format.number(gain, digits: 1))
    }
    return filled
  }
}
