import MatchFacts
import ScoreReading
import Words
import Yams

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
  let assumptions: AssumptionTable
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
      reading: try decode("reading-rules.yaml"), plan: try decode("plan-steps.yaml"),
      assumptions: try decode("assumptions.yaml"), weights: try decode("specialty-weights.yaml"),
      words: words)
  }

  private static let folder = ResourceFolder(
    target: "Advising", installedName: "rules", variable: "SMARTPICK_RULES")

  private static func decode<Value: Decodable>(
    _ file: String
  ) throws(AdviceRulesError) -> Value {
    let bytes: [UInt8]
    do {
      bytes = try folder.bytes(of: file)
    } catch {
      throw AdviceRulesError(description: "\(error)")
    }
    do {
      return try YAMLDecoder().decode(Value.self, from: String(decoding: bytes, as: UTF8.self))
    } catch let error as DecodingError {
      throw AdviceRulesError(description: "\(file): \(explanation(of: error))")
    } catch {
      throw AdviceRulesError(description: "\(file): \(error)")
    }
  }

  private static func explanation(of error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
      let names = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
      return names.isEmpty ? "the top level" : names.joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "\(path(context)) lacks '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(path(context)): \(context.debugDescription)"
    case .dataCorrupted(let context):
      return "\(path(context)): \(context.debugDescription)"
    @unknown default:
      return "\(error)"
    }
  }
}
