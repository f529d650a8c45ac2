public import MatchFacts
import Yams

/// A YAML file of rules that a user may change: every field it has must be one that is read.
public struct RuleFile: Sendable {
  private let name: String
  private let text: String

  /// The file of a name in a folder of rules.
  ///
  /// - Throws: ``RuleFileError`` where it is not there or is not text.
  public init(_ name: String, in folder: ResourceFolder) throws(RuleFileError) {
    let bytes: [UInt8]
    do {
      bytes = try folder.bytes(of: name)
    } catch {
      throw RuleFileError(description: "\(error)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RuleFileError(description: "\(name) is not UTF-8 text; save it as plain text")
    }
    self.init(name: name, text: text)
  }

  /// A file's text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The rules of the file.
  ///
  /// - Throws: ``RuleFileError`` with line and field: what is no YAML, a field that the shape does not
  ///   know, with those it knows, a field that is missing or has a wrong value.
  public func decode<Value: Decodable>(
    _ type: Value.Type, shape: RuleShape
  ) throws(RuleFileError) -> Value {
    let root: Node
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw RuleFileError(description: "\(name) is empty")
      }
      root = node
    } catch let error as RuleFileError {
      throw error
    } catch {
      throw RuleFileError(description: "\(name): \(error)")
    }
    if let stranger = shape.stranger(in: root) {
      let accepted = stranger.accepted.joined(separator: ", ")
      throw RuleFileError(
        description: "\(place(stranger.line)): \(Self.written(stranger.path)): no rule reads this "
          + "field; accepted: \(accepted)")
    }
    do {
      return try YAMLDecoder().decode(type, from: text)
    } catch let error as DecodingError {
      throw RuleFileError(description: explanation(of: error, root))
    } catch {
      throw RuleFileError(description: "\(name): \(error)")
    }
  }

  private func place(_ line: Int?) -> String { line.map { "\(name):\($0)" } ?? name }

  private static func written(_ path: [String]) -> String {
    path.reduce("") { text, part in
      text.isEmpty || part.hasPrefix("[") ? text + part : text + "." + part
    }
  }

  private func explanation(of error: DecodingError, _ root: Node) -> String {
    func located(_ context: DecodingError.Context, _ message: String) -> String {
      let names = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
      let line = Self.line(of: context.codingPath, in: root)
      return "\(place(line)): \(names.isEmpty ? "the top level" : Self.written(names)): \(message)"
    }
    switch error {
    case .keyNotFound(let key, let context):
      return located(context, "lacks ‘\(key.stringValue)’")
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      return located(context, context.debugDescription)
    @unknown default:
      return "\(name): it cannot be read"
    }
  }

  /// The line of the deepest part of a path that the file has.
  private static func line(of path: [any CodingKey], in root: Node) -> Int? {
    var node = root
    for key in path {
      let index = key.intValue
      let next: Node? =
        switch node {
        case .sequence(let parts):
          index.flatMap { parts.indices.contains($0) ? parts[$0] : nil }
        case .mapping(let parts):
          parts.first { $0.key.string == key.stringValue }?.value
        default: nil
        }
      guard let next else { break }
      node = next
    }
    return node.mark?.line
  }
}

/// Why a rule file could not be read.
public struct RuleFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, in which file and line, and what is accepted.
  public let description: String

  /// An error with a message for people.
  public init(description: String) { self.description = description }
}
