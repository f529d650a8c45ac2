public import ListOptimization

/// Why a portfolio instance cannot be read or solved.
public enum PortfolioFileError: Error, Sendable, Equatable {
  /// The text is not JSON.
  case notJSON(reason: String)
  /// A field is missing or has the wrong type.
  case field(name: String, reason: String)
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
    case .notJSON(let reason):
      "this is not a JSON document: \(reason)"
    case .field(let name, let reason):
      "field “\(name)”: \(reason)"
    case .unknownKind(let kind):
      "kind “\(kind)” is not known; accepted are "
        + PortfolioInstance.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    case .length(let field, let found, let expected):
      "field “\(field)” has \(found) elements, but there are \(expected) options"
    case .problem(let error):
      error.description
    }
  }
}
