import MatchFacts
import RuleFiles
import ScoreReading
import Words

/// Why the rules of the advice could not be read.
public struct AdviceRulesError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, in which file, and how to mend it.
  public let description: String
}

/// The expert rules and assumptions that the advice uses, read from their data files.
///
/// They ship beside the program; `SMARTPICK_RULES` names a folder of changed copies.
public struct AdviceRules: Sendable {
  let reading: ReadingRules
  let plan: PlanRules
  let stages: StageRules
  private(set) var assumptions: AssumptionTable
  let weights: SpecialtyWeights
  let words: WordsRules

  /// Reads every rule file.
  ///
  /// - Throws: `AdviceRulesError` naming the file and, for YAML, the place in it.
  public static func load() throws(AdviceRulesError) -> AdviceRules {
    let words: WordsRules
    do {
      words = try WordsRules.shipped()
    } catch {
      throw AdviceRulesError(description: "\(error)")
    }
    return AdviceRules(
      reading: try decode("reading-rules.yaml", shape: .reading),
      plan: try decode("plan-steps.yaml", shape: .plan),
      stages: try decode("season-stages.yaml", shape: .stages),
      assumptions: try decode("assumptions.yaml", shape: .assumptions),
      weights: try decode("specialty-weights.yaml", shape: .weights), words: words)
  }

  /// The same rules with the odds left at the years that they were fitted to: what a calibration
  /// anchors, whose rates are of those years.
  public func leavingOutNewestRates() -> AdviceRules {
    var rules = self
    rules.assumptions[.rateHalfLife] = 0
    return rules
  }

  private static let folder = ResourceFolder(
    target: "Advising", installedName: "rules", variable: "SMARTPICK_RULES")

  private static func decode<Value: Decodable>(
    _ file: String, shape: RuleShape
  ) throws(AdviceRulesError) -> Value {
    do {
      return try RuleFile(file, in: folder).decode(Value.self, shape: shape)
    } catch {
      throw AdviceRulesError(description: "\(error)")
    }
  }
}
