public import MatchFacts

/// A change of the rules of a season: caps and signals.
///
/// Written `cap=30,interviewCap=12,signals.IM=3+12`: at most 30 applications in a specialty, at
/// most 12 interviews, 3 gold and 12 silver signals in internal medicine; `signals.IM=8` gives one
/// tier.
public struct SeasonRule: Sendable, Hashable, Codable {
  /// Signals of one specialty.
  public struct Signals: Sendable, Hashable, Codable {
    /// Signals of a single tier.
    public var single = 0
    /// Silver signals.
    public var silver = 0
    /// Gold signals.
    public var gold = 0
  }

  /// The rule as written.
  public var text: String
  /// Most applications in one specialty.
  public var applicationCap: Int?
  /// Most interviews attended.
  public var interviewCap: Int?
  /// Signals by canonical specialty name.
  public var signals: [String: Signals] = [:]

  /// Reads a rule; names of specialties are resolved by the catalog.
  public init(_ text: String, specialties: SpecialtyCatalog) throws(SeasonRuleError) {
    self.text = text
    for part in text.split(separator: ",", omittingEmptySubsequences: true) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { throw SeasonRuleError(part: String(part)) }
      let key = String(pair[0])
      let value = String(pair[1])
      switch key {
      case "cap":
        guard let number = Int(value), (1...500).contains(number) else {
          throw SeasonRuleError(part: String(part))
        }
        applicationCap = number
      case "interviewCap":
        guard let number = Int(value), (1...60).contains(number) else {
          throw SeasonRuleError(part: String(part))
        }
        interviewCap = number
      default:
        guard key.hasPrefix("signals.") else { throw SeasonRuleError(part: String(part)) }
        let name = String(key.dropFirst("signals.".count))
        let specialty: Specialty
        do {
          specialty = try specialties.resolve(name)
        } catch {
          throw SeasonRuleError(part: String(part), detail: "\(error)")
        }
        signals[specialty.name] = try Self.signals(value, part: String(part))
      }
    }
  }

  private static func signals(
    _ text: String, part: String
  ) throws(SeasonRuleError) -> Signals {
    let numbers = text.split(separator: "+", omittingEmptySubsequences: false).map { Int($0) }
    var signals = Signals()
    switch numbers.count {
    case 1:
      guard let single = numbers[0], (0...100).contains(single) else {
        throw SeasonRuleError(part: part)
      }
      signals.single = single
    case 2:
      guard let gold = numbers[0], let silver = numbers[1], (0...100).contains(gold),
        (0...100).contains(silver)
      else { throw SeasonRuleError(part: part) }
      signals.gold = gold
      signals.silver = silver
    default: throw SeasonRuleError(part: part)
    }
    return signals
  }

  /// The parameters under the rule.
  public func apply(to parameters: SeasonParameters) -> SeasonParameters {
    var result = parameters
    if let applicationCap { result.effects.applicationCap = applicationCap }
    if let interviewCap { result.effects.interviewCap = interviewCap }
    for (name, signals) in signals {
      result.fields[name]?.singleSignals = signals.single
      result.fields[name]?.silverSignals = signals.silver
      result.fields[name]?.goldSignals = signals.gold
    }
    return result
  }
}

/// A rule that could not be read.
public struct SeasonRuleError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The part that was not understood.
  public var part: String
  /// More about it.
  public var detail: String = ""

  /// What, and what is accepted.
  public var description: String {
    "the rule '\(part)' is not understood\(detail.isEmpty ? "" : " (\(detail))"); write cap=30, "
      + "interviewCap=12, signals.IM=8 or signals.IM=3+12 (gold+silver), joined by commas"
  }
}
