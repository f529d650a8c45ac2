import MatchFacts
import Yams

/// Walks a YAML tree into an `Applicant`, collecting every problem instead of stopping at the
/// first, and remembering where each field stands for the checks that come after.
struct NodeDecoder {
  /// Line and column of a node, counted from 1.
  struct Place {
    var line: Int
    var column: Int
  }

  /// A mapping whose keys have been checked.
  struct Section {
    var path: String
    var entries: [String: Node]

    func has(_ key: String) -> Bool { entries[key] != nil }
    func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
  }

  let fileName: String
  let rules: FileRules
  let names: any NameCatalog
  /// False when the text was composed by the program, so that its lines mean nothing to anyone.
  let hasPlaces: Bool
  /// Where the file stands on the disk; nil for text from elsewhere.
  let path: String?
  private(set) var problems: [FileProblem] = []
  private(set) var warnings: [FileProblem] = []
  private(set) var places: [String: Place] = [:]
  /// Fields that a misspelt key was probably meant for; reporting them as missing too is noise.
  private var suggested: Set<String> = []

  init(
    fileName: String, rules: FileRules, names: any NameCatalog, hasPlaces: Bool = true,
    path: String? = nil
  ) {
    self.fileName = fileName
    self.rules = rules
    self.names = names
    self.hasPlaces = hasPlaces
    self.path = path
  }

  // MARK: Reporting

  /// Reports a problem at a node, or at a field met earlier when no node is given.
  mutating func report(
    _ kind: FileProblem.Kind, _ field: String, at node: Node? = nil, value: String? = nil,
    _ message: String, accepted: String? = nil, remedy: String? = nil
  ) {
    problems.append(
      problem(
        kind, field, at: node, value: value, message, accepted: accepted, remedy: remedy))
  }

  /// Like `report`, for what does not stop the file.
  mutating func warn(
    _ kind: FileProblem.Kind, _ field: String, at node: Node? = nil, value: String? = nil,
    _ message: String, remedy: String? = nil
  ) {
    warnings.append(
      problem(kind, field, at: node, value: value, message, accepted: nil, remedy: remedy))
  }

  private func problem(
    _ kind: FileProblem.Kind, _ field: String, at node: Node?, value: String?, _ message: String,
    accepted: String?, remedy: String?
  ) -> FileProblem {
    let place = node.flatMap(Self.place) ?? nearestPlace(of: field)
    return FileProblem(
      kind: kind, file: fileName, line: hasPlaces ? place?.line : nil,
      column: hasPlaces ? place?.column : nil, field: field,
      value: value ?? node?.scalar?.string, message: message, accepted: accepted, remedy: remedy)
  }

  /// Whether a misspelt key was probably meant for this field.
  func isSuggested(_ field: String) -> Bool { suggested.contains(field) }

  /// The place of a field, or of the nearest part of the file that holds it.
  private func nearestPlace(of field: String) -> Place? {
    var path = field[...]
    while !path.isEmpty {
      if let place = places[String(path)] { return place }
      guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
      path = path[..<cut]
    }
    return nil
  }

  private static func place(_ node: Node) -> Place? {
    node.mark.map { Place(line: $0.line, column: $0.column) }
  }

  /// Remembers where a field stands; returns false for an anchored or aliased node, reported.
  mutating func enter(_ node: Node, _ field: String) -> Bool {
    if let place = Self.place(node) { places[field] = place }
    guard node.anchor == nil, node.alias == nil else {
      report(
        .refused, field, at: node, "YAML anchors and aliases (&name, *name) are not accepted",
        remedy: "write the value out where it belongs")
      return false
    }
    return true
  }

  // MARK: Structure

  /// Spells a key as the layout does: lower case, underscores for spaces and hyphens.
  static func canonicalKey(_ key: String) -> String {
    String(key.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }

  /// Whether a node stands for "not known".
  static func isUnknown(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    guard scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "unknown", "?"].contains(scalar.string.lowercased())
  }

  /// Opens a mapping and reports its unknown and repeated keys.
  mutating func section(_ node: Node, _ path: String, keys: [String]) -> Section? {
    guard enter(node, path) else { return nil }
    guard let mapping = node.mapping else {
      report(
        .wrongType, path, at: node,
        path.isEmpty
          ? "the file is not a list of `key: value` lines"
          : "this wants `key: value` lines below it",
        accepted: keys.joined(separator: ", "),
        remedy: path.isEmpty
          ? "start from an example, or make a file with `smartpick init`"
          : "write `\(keys.first ?? "key"): …` on a line of its own, indented by two spaces")
      return nil
    }
    var entries: [String: Node] = [:]
    for (keyNode, value) in mapping {
      guard let written = keyNode.scalar?.string else {
        report(.syntax, path, at: keyNode, "a key must be a single word, not a list or mapping")
        continue
      }
      let key = Self.canonicalKey(written)
      let field = path.isEmpty ? key : "\(path).\(key)"
      guard keys.contains(key) else {
        unknownKey(written, key, field, at: keyNode, keys: keys, inTop: path.isEmpty)
        continue
      }
      guard entries[key] == nil else {
        report(
          .duplicate, field, at: keyNode, value: written, "this key stands twice",
          remedy: "keep one of the two lines")
        continue
      }
      if let place = Self.place(keyNode) { places[field] = place }
      entries[key] = value
    }
    return Section(path: path, entries: entries)
  }

  private mutating func unknownKey(
    _ written: String, _ key: String, _ field: String, at node: Node, keys: [String], inTop: Bool
  ) {
    var remedy: String?
    if let near = Spelling.nearest(to: key, among: keys) {
      remedy = "did you mean `\(near)`?"
      suggested.insert(inTop ? near : field.dropLast(key.count) + near)
    } else if let elsewhere = FieldGuide.home(ofKey: key) {
      remedy = "`\(key)` belongs at `\(elsewhere)`"
    } else if let near = Spelling.nearest(to: key, among: FieldGuide.leafKeys),
      let elsewhere = FieldGuide.home(ofKey: near)
    {
      remedy = "did you mean `\(elsewhere)`?"
    } else {
      remedy = "remove the line, or put # before it"
    }
    report(
      .unknownKey, field, at: node, value: written,
      "‘\(written)’ is not a key of \(inTop ? "an applicant's file" : "this section")",
      accepted: keys.joined(separator: ", "), remedy: remedy)
  }

  /// The node of a key when it is there, known and not anchored.
  mutating func node(_ section: Section, _ key: String) -> Node? {
    guard let node = section.entries[key] else { return nil }
    guard enter(node, section.path(key)), !Self.isUnknown(node) else { return nil }
    return node
  }

  /// A scalar's text, or nil with a report when the node is a list or mapping.
  mutating func text(
    of node: Node, _ path: String, accepted: String, remedy: String? = nil
  ) -> String? {
    guard let scalar = node.scalar else {
      report(
        .wrongType, path, at: node,
        node.sequence == nil
          ? "this wants a single value, not `key: value` lines"
          : "this wants a single value, not a list",
        accepted: accepted, remedy: remedy)
      return nil
    }
    return scalar.string
  }

  /// A list; `none` is the empty list and a single value a list of one.
  mutating func list<Element>(
    _ section: Section, _ key: String,
    element: (inout NodeDecoder, Node, String) -> Element?
  ) -> [Element]? {
    guard let node = node(section, key) else { return nil }
    let path = section.path(key)
    if let scalar = node.scalar, ["none", "no"].contains(scalar.string.lowercased()) { return [] }
    guard let sequence = node.sequence else {
      return element(&self, node, path).map { [$0] }
    }
    var values: [Element] = []
    for (index, item) in sequence.enumerated() {
      let itemPath = "\(path)[\(index)]"
      guard enter(item, itemPath) else { continue }
      if let value = element(&self, item, itemPath) { values.append(value) }
    }
    return values
  }
}
