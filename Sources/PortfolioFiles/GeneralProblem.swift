import Foundation
import ListOptimization

/// Reads the problem of a `general` instance, which stands in the file as it is encoded.
enum GeneralProblem {
  private struct Document: Decodable {
    var problem: PortfolioProblem
  }

  static func read(
    _ json: Data, fields: [String: JSONTree]
  ) throws(PortfolioFileError) -> PortfolioProblem {
    guard let tree = fields["problem"] else {
      throw .field(name: "problem", reason: "missing; a “general” instance holds one")
    }
    do {
      return try JSONDecoder().decode(Document.self, from: json).problem
    } catch let error as DecodingError {
      throw self.error(error, tree)
    } catch {
      throw .field(name: "problem", reason: "cannot be read")
    }
  }

  private static func error(_ error: DecodingError, _ tree: JSONTree) -> PortfolioFileError {
    switch error {
    case .keyNotFound(let key, let context):
      return .field(name: path(context.codingPath + [key]), reason: "missing")
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      let name = path(context.codingPath)
      return .type(
        field: name, expected: words(type),
        found: tree.value(at: context.codingPath.dropFirst())?.words ?? "another")
    case .dataCorrupted(let context):
      // A number that does not fit its type is reported without its place.
      if context.codingPath.isEmpty, let (name, value) = misfit(tree, "problem", real: false) {
        return .type(field: name, expected: "a number that fits its field", found: value.words)
      }
      let name = context.codingPath.isEmpty ? "problem" : path(context.codingPath)
      let value = tree.value(at: context.codingPath.dropFirst())
      return .field(name: name, reason: "\(value?.words ?? "a value") is not accepted here")
    @unknown default:
      return .field(name: "problem", reason: "cannot be read")
    }
  }

  /// The fields of a problem, or of its parts, that need not be whole.
  private static let realFields: Set<String> = [
    "utility", "chance", "offer", "nodeWeights", "outsideValue", "feeWeight",
  ]

  /// The first number that cannot be read, or is not whole where it must be.
  private static func misfit(
    _ tree: JSONTree, _ name: String, real: Bool
  ) -> (name: String, value: JSONTree)? {
    switch tree {
    case .unreadable: return (name, tree)
    case .real: return real ? nil : (name, tree)
    case .list(let values):
      for (index, value) in values.enumerated() {
        if let found = misfit(value, "\(name)[\(index)]", real: real) { return found }
      }
    case .object(let fields):
      for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
        let found = misfit(value, "\(name).\(key)", real: realFields.contains(key))
        if let found { return found }
      }
    case .null, .bool, .whole, .text: break
    }
    return nil
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    var text = ""
    for key in keys {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
    return text
  }

  private static func words(_ type: any Any.Type) -> String {
    if type == Int.self { return "a whole number" }
    if type == Double.self { return "a number" }
    if type == String.self { return "a text" }
    if type == Bool.self { return "true or false" }
    return "\(type)".hasPrefix("Array") ? "a list [ … ]" : "an object { … }"
  }
}

extension JSONTree {
  fileprivate func value(at path: ArraySlice<any CodingKey>) -> JSONTree? {
    var value = self
    for key in path {
      switch value {
      case .object(let fields):
        guard let next = fields[key.stringValue] else { return nil }
        value = next
      case .list(let values):
        guard let index = key.intValue, values.indices.contains(index) else { return nil }
        value = values[index]
      default: return nil
      }
    }
    return value
  }
}
