/// A piece of a JSON text that remembers where it stands.
///
/// Foundation's decoders keep neither the order of an object's keys nor places for messages.
struct JSONNode {
  indirect enum Value {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([(key: String, keyOffset: Int, value: JSONNode)])
  }

  let value: Value
  /// The byte where the piece begins.
  let offset: Int

  /// The value of a key, if this is an object that has it.
  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// What this is, for messages.
  var kind: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
