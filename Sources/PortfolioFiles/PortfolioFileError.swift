public import ListOptimization

/// Why a portfolio instance cannot be read or solved.
///
/// Elements of lists are named as in the file, counted from 0: “prob[2]” is the third chance.
public enum PortfolioFileError: Error, Sendable, Equatable {
  /// There is nothing in the file.
  case empty
  /// The text is not JSON.
  case notJSON(reason: String)
  /// The document is a list or a single value.
  case notAnObject(found: String)
  /// A field is missing or holds a value that is not accepted.
  case field(name: String, reason: String)
  /// A field holds another type than it should.
  case type(field: String, expected: String, found: String)
  /// A kind of instance that is not known.
  case unknownKind(String)
  /// A list that should have as many elements as there are options.
  case length(field: String, found: Int, expected: Int)
  /// The problem itself cannot be worked with.
  case problem(PortfolioError)
}

extension PortfolioFileError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .empty:
      "the file is empty; it must hold one object { … }"
    case .notJSON(let reason):
      "this is not a JSON document: \(reason)"
    case .notAnObject(let found):
      "the file must hold one object { … }, but holds \(found)"
    case .field(let name, let reason):
      "field “\(name)”: \(reason)" + Self.counting(name)
    case .type(let field, let expected, let found):
      "field “\(field)” must be \(expected), but is \(found)" + Self.counting(field)
    case .unknownKind(let kind):
      "kind “\(kind)” is not known; accepted are "
        + PortfolioInstance.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    case .length(let field, let found, let expected):
      "field “\(field)” has \(found) elements, but there are \(expected) options"
    case .problem(let error):
      error.description
    }
  }

  private static func counting(_ name: String) -> String {
    name.contains("[") ? " (elements are counted from 0)" : ""
  }
}
