public import Advising
import Foundation

/// An advice, or any other result, as JSON: keys sorted, indented, the same bytes every time.
public struct JSONExport: Sendable {
  /// Why a value has no JSON.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where in the value, as "list.programs.3.fee"; empty for the whole.
    public let path: String
    /// What is wrong.
    public let reason: String

    /// In one sentence, for people.
    public var description: String {
      "This result cannot be written as JSON: \(path.isEmpty ? "" : "\(path): ")\(reason)"
    }
  }

  /// The advice as `smartpick advise --json` prints it.
  ///
  /// - Throws: ``Failure`` if a number is infinite or not a number, which JSON cannot hold.
  public static func text(_ advice: Advice) throws(Failure) -> String { try encode(advice) }

  /// Any value in the same style.
  ///
  /// - Throws: ``Failure`` if the value cannot be encoded.
  public static func encode(_ value: some Encodable) throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch EncodingError.invalidValue(let value, let context) {
      let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
      throw Failure(path: path.joined(separator: "."), reason: "\(value) is not a finite number")
    } catch {
      throw Failure(path: "", reason: "\(error)")
    }
  }
}
