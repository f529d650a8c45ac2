import Foundation

/// A JSON value as it stands in the file, so that what is wrong with it can be said in its terms.
///
/// `JSONDecoder` calls a whole document invalid when one number does not fit the type that is asked
/// for, and does not say which. Here every value is read as what it is, and judged afterwards.
enum JSONTree: Decodable {
  case null
  case bool(Bool)
  case whole(Int)
  case real(Double)
  /// A number beyond the range of `Double`, or digits that are none.
  case unreadable
  case text(String)
  case list([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let number = try? value.decode(Int.self) {
      self = .whole(number)
    } else {
      do {
        let number = try value.decode(Double.self)
        self = Int(exactly: number).map(JSONTree.whole) ?? .real(number)
      } catch DecodingError.typeMismatch {
        if let list = try? value.decode([JSONTree].self) {
          self = .list(list)
        } else {
          self = .object(try value.decode([String: JSONTree].self))
        }
      } catch {
        self = .unreadable
      }
    }
  }

  /// Reads a document, which must hold one object.
  static func fields(of json: Data) throws(PortfolioFileError) -> [String: JSONTree] {
    guard json.contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { throw .empty }
    let tree: JSONTree
    do {
      tree = try JSONDecoder().decode(JSONTree.self, from: json)
    } catch {
      throw .notJSON(reason: JSONFault.reason(in: json))
    }
    guard case .object(let fields) = tree else { throw .notAnObject(found: tree.words) }
    return fields
  }

  /// What the value is, for people.
  var words: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .whole(let value): "\(value)"
    case .real(let value): "\(value)"
    case .unreadable: "a number too large or miswritten"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

extension JSONTree {
  func number(_ field: String) throws(PortfolioFileError) -> Double {
    switch self {
    case .whole(let value): return Double(value)
    case .real(let value): return value
    default: throw .type(field: field, expected: "a number", found: words)
    }
  }

  /// A whole number of at least 0.
  func whole(_ field: String) throws(PortfolioFileError) -> Int {
    guard case .whole(let value) = self, (0..<1_000_000_000_000_000_000).contains(value) else {
      throw .type(
        field: field, expected: "a whole number of at least 0 and below 10¹⁸", found: words)
    }
    return value
  }

  func text(_ field: String) throws(PortfolioFileError) -> String {
    guard case .text(let value) = self else {
      throw .type(field: field, expected: "a text", found: words)
    }
    return value
  }

  func object(_ field: String) throws(PortfolioFileError) -> [String: JSONTree] {
    guard case .object(let value) = self else {
      throw .type(field: field, expected: "an object { … }", found: words)
    }
    return value
  }

  /// A list, each element read by `element`, which is told its name: “prob[2]” is the third.
  func list<T>(
    _ field: String, _ element: (JSONTree, String) throws(PortfolioFileError) -> T
  ) throws(PortfolioFileError) -> [T] {
    guard case .list(let values) = self else {
      throw .type(field: field, expected: "a list [ … ]", found: words)
    }
    var result: [T] = []
    for (index, value) in values.enumerated() {
      result.append(try element(value, "\(field)[\(index)]"))
    }
    return result
  }

  func wholes(_ field: String) throws(PortfolioFileError) -> [Int] {
    try list(field) { (value, name) throws(PortfolioFileError) in try value.whole(name) }
  }
}
