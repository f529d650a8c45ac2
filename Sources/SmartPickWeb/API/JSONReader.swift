import HTTPTypes

/// Takes the members of a request's JSON object one by one and notes every fault.
struct JSONReader {
  private var members: [String: JSONValue]
  private(set) var errors: [WebError.FieldError] = []

  /// A reader of an object.
  ///
  /// - Throws: `WebError` 400 when the body is something else.
  init(_ value: JSONValue) throws(WebError) {
    guard let members = value.members else {
      throw .badRequest(
        "The body is not a JSON object.", errors: [.init(field: "", message: "not an object")])
    }
    self.members = members
  }

  /// Takes a member; null counts as absent.
  mutating func take(_ name: String) -> JSONValue? {
    guard let value = members.removeValue(forKey: name), value != .null else { return nil }
    return value
  }

  /// Takes a member that must be there.
  mutating func require(_ name: String, _ kind: String) -> JSONValue? {
    let value = take(name)
    if value == nil { report(name, "missing; \(kind) is required") }
    return value
  }

  /// Takes text.
  mutating func text(_ name: String, required: Bool = false) -> String? {
    let value = required ? require(name, "text") : take(name)
    guard let value else { return nil }
    guard let text = value.text else {
      report(name, "not text")
      return nil
    }
    return text
  }

  mutating func report(_ field: String, _ message: String) {
    errors.append(.init(field: field, message: message))
  }

  /// Ends the reading: members that nobody took are faults too.
  ///
  /// - Throws: `WebError` 422 with every fault.
  mutating func finish(accepted: String) throws(WebError) {
    for name in members.keys.sorted() {
      report(name, "unknown; accepted: \(accepted)")
    }
    guard errors.isEmpty else {
      throw WebError(
        .unprocessableContent, "The request has problems",
        errors.count == 1 ? "One problem." : "\(errors.count) problems.", errors: errors)
    }
  }
}
