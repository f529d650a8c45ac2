/// Lines of terminal text, wrapped to a width.
///
/// Everything passes through ``PlainText``: no control character of the data reaches the terminal.
struct TerminalPage {
  /// Fewest columns that the report is laid out for.
  static let narrowest = 50

  /// Columns a line may take.
  let width: Int
  /// Colour or none.
  let style: TerminalStyle
  private(set) var lines: [String] = []
  /// Number of lines when the latest section heading was written.
  private var headingEnd = 0

  init(width: Int, style: TerminalStyle) {
    self.width = max(Self.narrowest, width)
    self.style = style
  }

  /// The lines, each with its line end.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// A finished line; the caller has seen to its width.
  mutating func line(_ text: String) { lines.append(text.hasSuffix(" ") ? trimmed(text) : text) }

  /// A blank line, unless there is one already or nothing has been written.
  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// A section's heading with a blank line before it.
  mutating func heading(_ title: String) {
    blank()
    line(style.paint(title.uppercased(), .heading))
    headingEnd = lines.count
  }

  /// A heading within a section; a blank line sets it off unless the section starts with it.
  mutating func subheading(_ title: String) {
    if lines.count != headingEnd { blank() }
    for part in wrapped(title, indent: 2) { line("  " + style.paint(part, .strong)) }
  }

  /// Wrapped text.
  mutating func paragraph(_ text: String, indent: Int = 2, role: TerminalRole? = nil) {
    let margin = String(repeating: " ", count: indent)
    for part in wrapped(text, indent: indent) { line(margin + style.paint(part, role)) }
  }

  /// Wrapped text with a mark before its first line.
  mutating func bullet(
    _ text: String, mark: String = "•", indent: Int = 2, role: TerminalRole? = nil,
    markRole: TerminalRole? = nil
  ) {
    let hang = indent + DisplayWidth.columns(mark) + 1
    let margin = String(repeating: " ", count: indent)
    for (index, part) in wrapped(text, indent: hang).enumerated() {
      let start =
        index == 0
        ? margin + style.paint(mark, markRole) + " " : String(repeating: " ", count: hang)
      line(start + style.paint(part, role))
    }
  }

  /// A label and its text in two columns.
  mutating func row(_ label: String, _ text: String, labelWidth: Int = 20, indent: Int = 2) {
    let margin = String(repeating: " ", count: indent)
    let column = min(labelWidth, max(8, width / 3))
    let labels = TextWrapping.lines(PlainText.singleLine(label), columns: column)
    let values = wrapped(text, indent: indent + column + 2)
    for index in 0..<max(labels.count, values.count) {
      let left = index < labels.count ? labels[index] : ""
      let right = index < values.count ? values[index] : ""
      let padded = PlainText.padded(left, to: column)
      line(trimmed(margin + style.paint(padded, .muted) + "  " + right))
    }
  }

  /// A text of its own, as to be copied: a bar at the left, line ends kept.
  mutating func quote(_ text: String, indent: Int = 2) {
    let margin = String(repeating: " ", count: indent)
    let clean = PlainText.multiline(text)
    for part in TextWrapping.lines(clean, columns: width - indent - 2) {
      line(trimmed(margin + style.paint("│", .accent) + " " + part))
    }
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    TextWrapping.lines(PlainText.singleLine(text), columns: width - indent)
  }

  private func trimmed(_ text: String) -> String {
    var result = text
    while result.hasSuffix(" ") { result.removeLast() }
    return result
  }
}
