import MatchFacts
import ScoreReading
import Words

/// Two advices side by side: the file as it is, and with some fields changed.
public struct AdviceComparison: Sendable, Hashable, Codable {
  /// One figure in both.
  public struct Row: Sendable, Hashable, Codable {
    /// What the figure is.
    public var figure: String
    /// The figure before, as shown.
    public var before: String
    /// The figure after, as shown.
    public var after: String
    /// Whether it changed.
    public var isChanged: Bool
    /// After less before, where both are numbers: chances in percentage points, money in dollars.
    public var difference: Double?
  }

  /// The changes, as typed.
  public var changes: [String]
  /// Figures in the order of the report.
  public var rows: [Row]
  /// Programs on the new list that the old one does not have, by NRMP code.
  public var added: [String]
  /// Programs on the old list that the new one does not have, by NRMP code.
  public var removed: [String]
  /// Institution and program of each of these codes.
  public var names: [String: String]

  /// Compares two advices.
  public init(changes: [String], before: Advice, after: Advice) {
    self.changes = changes
    var rows: [Row] = []
    func add(_ figure: String, _ value: (Advice) -> Figure?) {
      let old = value(before)
      let new = value(after)
      guard old != nil || new != nil else { return }
      let difference = old?.number.flatMap { old in new?.number.map { $0 - old } }
      rows.append(
        Row(
          figure: figure, before: old?.text ?? "–", after: new?.text ?? "–",
          isChanged: old?.text != new?.text, difference: difference))
    }
    add("Step 2 CK") { $0.applicant.step2CK.map { Figure(number: Double($0), text: "\($0)") } }
    add("Change from Step 1") {
      $0.scoreTrend?.change.map { Figure(number: Double($0), text: Format.signed($0)) }
    }
    add("Percentile") { $0.scoreTrend.map { Figure(points: $0.second.percentile) } }
    for reading in before.reading {
      let name = reading.specialty.name
      func own(_ advice: Advice) -> Reading? {
        advice.reading.first { $0.specialty == reading.specialty }
      }
      add("\(name): blip") { own($0).map { Figure(chance: $0.shares.blip) } }
      add("\(name): signal") { own($0).map { Figure(chance: $0.shares.signal) } }
      add("\(name): problem") { own($0).map { Figure(chance: $0.shares.problem) } }
    }
    add("Chance of matching") { Figure($0.odds.match) }
    add("In the first choice") { Figure($0.odds.matchInFirstChoice) }
    add("The couple: both match") { $0.couple.map { Figure($0.chances.both) } }
    add("The couple: both within the commute") { $0.couple.map { Figure($0.chances.together) } }
    add("The couple: only one matches") { $0.couple.map { Figure($0.chances.onlyOne) } }
    add("The couple: neither matches") { $0.couple.map { Figure($0.chances.neither) } }
    if let couple = before.couple {
      add("\(couple.first.name), within the couple") {
        $0.couple.map { Figure($0.first.matchInCouple) }
      }
      add("\(couple.second.name), within the couple") {
        $0.couple.map { Figure($0.second.matchInCouple) }
      }
    }
    add("Expected interviews") {
      Figure(
        number: $0.odds.expectedInterviews.estimate,
        text: Format.number($0.odds.expectedInterviews.estimate, digits: 1))
    }
    add("Applications") {
      Figure(number: Double($0.list.programs.count), text: "\($0.list.programs.count)")
    }
    add("Fees") { Figure(number: Double($0.list.fees), text: Format.dollars($0.list.fees)) }
    add("Value of the list") {
      Figure(number: $0.list.value, text: Format.number($0.list.value, digits: 3))
    }
    for group in ProgramList.Group.allCases {
      add("Programs: \(group.rawValue)") { advice in
        let count = advice.list.programs.count { $0.group == group }
        return Figure(number: Double(count), text: "\(count)")
      }
    }
    add("Applications that are enough") {
      Figure(
        number: Double($0.diminishingReturns.enough), text: "\($0.diminishingReturns.enough)")
    }
    add("Explain the score") { Figure(number: nil, text: $0.explanation.verdict.rawValue) }
    self.rows = rows
    let old = Set(before.list.programs.map(\.code))
    let new = Set(after.list.programs.map(\.code))
    added = after.list.programs.map(\.code).filter { !old.contains($0) }
    removed = before.list.programs.map(\.code).filter { !new.contains($0) }
    let changed = old.symmetricDifference(new)
    names = Dictionary(
      (before.list.programs + after.list.programs).filter { changed.contains($0.code) }
        .map { ($0.code, "\($0.institution), \($0.program)") }
    ) { first, _ in first }
  }

  private struct Figure {
    var number: Double?
    var text: String

    init(number: Double?, text: String) {
      self.number = number
      self.text = text
    }

    init(points: Double) {
      self.init(number: points, text: Format.number(points))
    }

    init(chance: Double) {
      self.init(number: 100 * chance, text: Format.percent(chance))
    }

    init(_ interval: Interval) {
      self.init(
        number: 100 * interval.estimate,
        text: "\(Format.percent(interval.estimate)) "
          + "(\(Format.percent(interval.low))–\(Format.percent(interval.high)))")
    }
  }
}
