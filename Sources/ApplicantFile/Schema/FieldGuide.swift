/// What one field of an applicant's file is: its path, meaning, accepted values, and why it counts.
///
/// One list serves the reader (known keys), the comments of written files, the guided interview,
/// the web form's explanations and the list of what would sharpen the advice.
public struct FieldGuide: Sendable, Hashable, Codable, Identifiable {
  /// Path in the file, as in `step2ck.score`.
  public var path: String
  /// The field's name for people.
  public var title: String
  /// What the term means, in one line.
  public var explanation: String
  /// What may be written.
  public var accepted: String
  /// What knowing it adds to the advice; nil for fields that are wishes and never "unknown".
  public var matters: String?

  /// The path.
  public var id: String { path }

  /// The part before the first dot.
  public var section: String { String(path.prefix { $0 != "." }) }

  /// The part after the last dot.
  public var key: String { String(path.split(separator: ".").last ?? "") }

  init(
    _ path: String, _ title: String, _ explanation: String, accepted: String,
    matters: String? = nil
  ) {
    self.path = path
    self.title = title
    self.explanation = explanation
    self.accepted = accepted
    self.matters = matters
  }

  /// The guide of a path; list positions are ignored, so `specialties[1].weight` finds
  /// `specialties.weight`.
  public static func of(_ path: String) -> FieldGuide? {
    let plain = withoutPositions(path)
    return all.first { $0.path == plain }
  }

  static func withoutPositions(_ path: String) -> String {
    var plain = ""
    var isInside = false
    for character in path {
      if character == "[" { isInside = true }
      if !isInside { plain.append(character) }
      if character == "]" { isInside = false }
    }
    return plain
  }

  /// Keys of the top level, in the order of the file.
  static let topKeys: [String] = {
    var keys: [String] = []
    for field in all where !keys.contains(field.section) { keys.append(field.section) }
    return keys
  }()

  /// Keys of one section, in the order of the file.
  static func keys(of section: String) -> [String] {
    all.filter { $0.section == section && $0.path != section }.map(\.key)
  }

  /// Keys that occur in one section only, so that they name their path.
  static let leafKeys: [String] = {
    let leaves = all.filter { $0.path.contains(".") }.map(\.key)
    return leaves.filter { leaf in
      leaves.count { $0 == leaf } == 1 && !topKeys.contains(leaf)
    }
  }()

  /// The full path of a key that occurs in one place only, or nil.
  static func home(ofKey key: String) -> String? {
    guard leafKeys.contains(key) else { return nil }
    return all.first { $0.key == key && $0.path.contains(".") }?.path
  }
}
