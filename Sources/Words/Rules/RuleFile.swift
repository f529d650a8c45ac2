import MatchFacts
import Yams

/// Reads the rule files that ship with the words.
enum RuleFile {
  /// Where they are: beside the program, in an installation, or where `SMARTPICK_RULES` says.
  private static let folder = ResourceFolder(
    target: "Words", installedName: "rules", variable: "SMARTPICK_RULES")

  static func text(_ name: String) throws(WordsRulesError) -> String {
    do {
      let bytes = try folder.bytes(of: name)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw WordsRulesError("\(name) is not UTF-8 text")
      }
      return text
    } catch let error as WordsRulesError {
      throw error
    } catch {
      throw WordsRulesError("\(name): \(error)")
    }
  }

  static func decode<Value: Decodable>(
    _ type: Value.Type, from text: String, name: String
  ) throws(WordsRulesError) -> Value {
    do {
      return try YAMLDecoder().decode(type, from: text)
    } catch let error as DecodingError {
      throw WordsRulesError("\(name): \(explanation(of: error))")
    } catch {
      throw WordsRulesError("\(name): \(error)")
    }
  }

  private static func explanation(of error: DecodingError) -> String {
    func place(_ context: DecodingError.Context) -> String {
      let names = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
      return names.isEmpty ? "the top level" : names.joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "\(place(context)) lacks ‘\(key.stringValue)’"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      return "\(place(context)): \(context.debugDescription)"
    @unknown default:
      return "it cannot be read"
    }
  }
}
