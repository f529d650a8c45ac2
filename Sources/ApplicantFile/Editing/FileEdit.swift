/// One change of an applicant's file, as in `--set step2ck.score=252`.
public struct FileEdit: Sendable, Hashable, Codable {
  /// Path of the field.
  ///
  /// The short form of a key that occurs in one section only is enough:
  /// `budget` for `limits.budget`.
  public var path: String
  /// The new value as it would stand in the file; `unknown` takes the value away.
  public var value: String

  /// An edit.
  public init(path: String, value: String) {
    self.path = path
    self.value = value
  }

  /// Parses `path=value`; nil without an equals sign or a path.
  public init?(_ text: String) {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let path = text[..<equals].split(separator: " ").joined(separator: "_")
    guard !path.isEmpty else { return nil }
    self.init(path: path, value: String(text[text.index(after: equals)...]))
  }
}
