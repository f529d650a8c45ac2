import Yams

/// A path into a file's tree, and setting a node there.
struct EditPath {
  enum Step: Equatable {
    case key(String)
    case position(Int)
  }

  var steps: [Step]

  /// Whether the layout has a field there.
  var isKnown: Bool {
    let keys = steps.compactMap { step -> String? in
      if case .key(let key) = step { return key }
      return nil
    }
    if keys.first == "program_utilities" { return keys.count <= 2 }
    return FieldGuide.all.contains { $0.path == keys.joined(separator: ".") }
  }

  /// The steps of `specialties[1].weight`; nil when it is not a path.
  static func steps(_ path: String) -> EditPath? {
    var steps: [Step] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      if let position = Int(part), position >= 0, !steps.isEmpty {
        steps.append(.position(position))
        continue
      }
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let key = pieces.first, !key.isEmpty else { return nil }
      steps.append(.key(String(key)))
      for piece in pieces.dropFirst() {
        guard piece.last == "]", let position = Int(piece.dropLast()), position >= 0 else {
          return nil
        }
        steps.append(.position(position))
      }
    }
    return EditPath(steps: steps)
  }

  /// Sets a node, making sections and one list entry as needed; false when a position is not there.
  static func set(_ value: Node, at steps: ArraySlice<Step>, in node: inout Node) -> Bool {
    guard let step = steps.first else {
      // `step2ck=252` changes the score of an exam that also has a date.
      if node.mapping?["score"] != nil, value.mapping == nil, !NodeDecoder.isUnknown(value) {
        node.mapping?["score"] = value
      } else {
        node = value
      }
      return true
    }
    let rest = steps.dropFirst()
    switch step {
    case .key(let key):
      if node.mapping == nil { node = wrapped(node) }
      let keyNode = node.mapping?.keys.first { $0.scalar?.string == key } ?? Node(key)
      var child = node.mapping?[keyNode] ?? Node("")
      guard set(value, at: rest, in: &child) else { return false }
      node.mapping?[keyNode] = child
    case .position(let position):
      if node.sequence == nil {
        let isNothing =
          NodeDecoder.isUnknown(node)
          || ["none", "no"].contains(node.scalar?.string.lowercased() ?? "")
        node = isNothing ? Node([Node]()) : Node([node])
      }
      guard var items = node.sequence.map(Array.init), position <= items.count else {
        return false
      }
      if position == items.count { items.append(Node("")) }
      guard set(value, at: rest, in: &items[position]) else { return false }
      node = Node(items)
    }
    return true
  }

  /// The section that a short form stands for: `245` is `score: 245`, `illness` is `kind: illness`.
  private static func wrapped(_ node: Node) -> Node {
    guard let scalar = node.scalar, !NodeDecoder.isUnknown(node) else {
      return Node([(Node, Node)]())
    }
    if scalar.string.lowercased() == "pass" || Int(scalar.string) != nil {
      return Node([(Node("score"), node)])
    }
    if ScoreCause.Kind(rawValue: scalar.string) != nil
      || Rotation.Kind(rawValue: scalar.string) != nil
      || RedFlag.Kind(rawValue: scalar.string) != nil
    {
      return Node([(Node("kind"), node)])
    }
    return Node([(Node("name"), node)])
  }
}
