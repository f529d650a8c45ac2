import ApplicantFile

/// A posted form as the text of an applicant's file, so that it meets the same reader, the same
/// checks and the same messages as a file on the command line.
struct FormFile {
  /// The file's text, in YAML.
  let text: String
  /// Rows of the form behind the entries of `specialties` and `rotations`.
  private let rows: [String: [Int]]

  private indirect enum Node {
    case word(String)
    case text(String)
    case list([Node])
    case section([(String, Node)])
  }

  /// The file that a form describes.
  init(_ input: FormInput) {
    var root: [(String, Node)] = [("format", .word("1"))]
    var rows: [String: [Int]] = [:]
    for field in FormLayout.fields where !field.path.contains("[") {
      guard let node = Self.node(field, input) else { continue }
      let parts = field.path.split(separator: ".").map(String.init)
      if parts.count == 1 {
        root.append((parts[0], node))
      } else {
        Self.add(node, section: parts[0], key: parts[1], to: &root)
      }
    }
    let lists = [
      ("specialties", FormLayout.specialtyRows), ("rotations", FormLayout.rotationRows),
    ]
    for (list, count) in lists {
      var items: [Node] = []
      for row in 0..<count {
        let prefix = "\(list)[\(row)]."
        let fields = FormLayout.fields.filter { $0.path.hasPrefix(prefix) }
        let entries = fields.compactMap { field in
          Self.node(field, input).map { (String(field.path.dropFirst(prefix.count)), $0) }
        }
        guard !entries.isEmpty else { continue }
        items.append(.section(entries))
        rows[list, default: []].append(row)
      }
      if !items.isEmpty {
        root.removeAll { $0.0 == list }
        root.append((list, .list(items)))
      }
    }
    self.rows = rows
    text = root.map { "\($0.0): \(Self.flow($0.1))\n" }.joined()
  }

  /// The form's field for a field of the file: rows left empty do not count in the file.
  func formPath(_ path: String) -> String {
    for (list, rows) in rows {
      for (index, row) in rows.enumerated() where path.hasPrefix("\(list)[\(index)]") {
        return "\(list)[\(row)]" + path.dropFirst("\(list)[\(index)]".count)
      }
    }
    return path
  }

  private static func add(
    _ node: Node, section: String, key: String, to root: inout [(String, Node)]
  ) {
    if let index = root.firstIndex(where: { $0.0 == section }),
      case .section(let entries) = root[index].1
    {
      root[index].1 = .section(entries + [(key, node)])
    } else {
      root.append((section, .section([(key, node)])))
    }
  }

  private static func node(_ field: FormField, _ input: FormInput) -> Node? {
    switch field.control {
    case .checks:
      let values = input.all(field.path)
      guard !values.isEmpty else { return nil }
      return values.contains("none") ? .word("none") : .list(values.map { .word($0) })
    case .list:
      let items = input.all(field.path).flatMap { value in
        value.split { $0 == "," || $0 == ";" || $0.isNewline }
          .map { FormInput.trimmed(String($0)) }.filter { !$0.isEmpty }
      }
      guard let first = items.first else { return nil }
      if items.count == 1, ["none", "no"].contains(first.lowercased()) { return .word("none") }
      return list(items, of: field.path)
    case .text, .paragraph:
      // Exam results are typed as text, since they may be digits or "pass".
      let isResult = field.path.hasSuffix(".score") || field.path.hasSuffix(".program")
      return input.text(field.path).map { isResult ? .word($0) : .text($0) }
    case .number, .day, .yesNo, .choice, .radio, .specialty, .state:
      return input.text(field.path).map { .word($0) }
    }
  }

  /// Lists whose items are more than one word.
  private static func list(_ items: [String], of path: String) -> Node {
    let pairs = items.map { item in
      let parts = item.split { $0.isWhitespace || $0 == ":" }.map(String.init)
      return (parts.first ?? item, parts.count == 2 ? parts[1] : nil)
    }
    switch path {
    case "current_list":
      return .list(
        pairs.map { code, signal in
          guard let signal else { return .word(code) }
          return .section([("program", .word(code)), ("signal", .word(signal))])
        })
    case "program_utilities":
      return .section(pairs.map { ($0, .word($1 ?? "")) })
    default:
      return .list(items.map { .word($0) })
    }
  }

  private static func flow(_ node: Node) -> String {
    switch node {
    case .word(let word): return isPlain(word) ? word : quoted(word)
    case .text(let text): return quoted(text)
    case .list(let items): return "[" + items.map(flow).joined(separator: ", ") + "]"
    case .section(let entries):
      let texts = entries.map { "\(isPlain($0.0) ? $0.0 : quoted($0.0)): \(flow($0.1))" }
      return "{" + texts.joined(separator: ", ") + "}"
    }
  }

  /// Whether a word means in YAML what it is, in any position.
  private static func isPlain(_ word: String) -> Bool {
    guard let first = word.utf8.first, word.utf8.count <= 200 else { return false }
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    let isStart =
      isAlphanumeric(first) || first == UInt8(ascii: ".")
      || (first == UInt8(ascii: "-") && word.utf8.dropFirst().first.map(isAlphanumeric) == true)
    return isStart
      && word.utf8.allSatisfy {
        isAlphanumeric($0) || [0x20, 0x25, 0x2D, 0x2E, 0x2F, 0x5F].contains($0)
      }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\r": continue
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        // Control characters have no place in a form; the rest stands as it is.
        if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }
}
