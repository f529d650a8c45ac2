import Yams

/// Which fields a rule file may have, so that a field which nothing reads is refused instead of
/// standing there without effect.
public indirect enum RuleShape: Sendable, Hashable {
  /// A value, or a part whose own reader checks it.
  case value
  /// Named fields.
  case fields([String: RuleShape])
  /// A list of parts of one shape.
  case list(RuleShape)
  /// Parts of one shape under names that the file chooses.
  case named(RuleShape)

  /// Fields that are plain values, and such as have a shape of their own.
  public static func fields(_ values: [String], _ parts: [String: RuleShape] = [:]) -> RuleShape {
    var fields = parts
    for name in values { fields[name] = .value }
    return .fields(fields)
  }

  /// The first field of a node that the shape does not know.
  ///
  /// Parts of another kind than the shape's are left to the reader, which says what it expects.
  func stranger(in node: Node, at path: [String] = []) -> Stranger? {
    switch (self, node) {
    case (.fields(let known), .mapping(let mapping)):
      for (key, value) in mapping {
        let name = key.string ?? "?"
        guard let shape = known[name] else {
          return Stranger(
            line: key.mark?.line, path: path + [name], accepted: known.keys.sorted())
        }
        if let found = shape.stranger(in: value, at: path + [name]) { return found }
      }
      return nil
    case (.named(let shape), .mapping(let mapping)):
      return mapping.lazy.compactMap { key, value in
        shape.stranger(in: value, at: path + [key.string ?? "?"])
      }.first
    case (.list(let shape), .sequence(let sequence)):
      return sequence.enumerated().lazy.compactMap { index, value in
        shape.stranger(in: value, at: path + ["[\(index)]"])
      }.first
    default:
      return nil
    }
  }

  /// A field that nothing reads.
  struct Stranger {
    var line: Int?
    var path: [String]
    var accepted: [String]
  }
}
