import Advising
import ScoreReading

/// The pieces that sections are made of.
enum Elements {
  /// A chart in both widths with a caption; the style sheet shows the one that fits.
  static func figure(
    _ id: String, caption: String? = nil, _ draw: (String, Double) -> Chart
  ) -> Markup {
    let wide = draw("\(id)-wide", ChartWidth.wide.rawValue).inline
    let narrow = draw("\(id)-narrow", ChartWidth.narrow.rawValue).inline
    let text: Markup = caption.map { "<figcaption>\($0)</figcaption>" } ?? ""
    return """
      <figure><div class="wide">\(wide)</div><div class="narrow">\(narrow)</div>\(text)</figure>

      """
  }

  /// A list of sentences.
  static func points(_ texts: [String], style: String = "points") -> Markup {
    guard !texts.isEmpty else { return "" }
    let items = texts.markup { "<li>\($0)</li>" }
    return "<ul class=\"\(style)\">\(items)</ul>\n"
  }

  /// Terms and what is known of each.
  static func facts(_ rows: [(String, Markup)], style: String = "facts") -> Markup {
    guard !rows.isEmpty else { return "" }
    let items = rows.markup { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
    return style == "tiles"
      ? "<dl class=\"tiles\">\(items)</dl>\n"
      : "<dl class=\"\(style)\">\(rows.markup { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl>\n"
  }

  /// A column of a plain table.
  struct Column {
    var title: String
    var isNumber = false
    /// Left out on a phone.
    var isOptional = false

    var style: Markup {
      let names = [isNumber ? "number" : nil, isOptional ? "optional" : nil].compactMap(\.self)
      return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
    }
  }

  /// A table whose first column heads its rows.
  static func table(caption: String, _ columns: [Column], _ rows: [[Markup]]) -> Markup {
    let head = columns.markup { "<th scope=\"col\"\($0.style)>\($0.title)</th>" }
    let body = rows.markup { row in
      let cells = zip(columns, row).enumerated().markup { index, pair in
        index == 0
          ? "<th scope=\"row\">\(pair.1)</th>" : "<td\(pair.0.style)>\(pair.1)</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    return """
      <div class="scroll" role="group" aria-label="\(caption)" tabindex="0"><table><caption>\(caption)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>

      """
  }

  /// Something folded away; what only repeats a chart in figures need not be printed.
  static func fold(_ summary: String, prints: Bool = false, _ content: Markup) -> Markup {
    """
    <details class="fold\(prints ? " prints" : "")"><summary>\(summary)</summary><div>\(content)</div></details>

    """
  }

  /// A small bar for a range of a chance, beside the figures that say the same.
  static func miniRange(_ interval: Interval) -> Markup {
    let scale = LinearScale(0...1, from: 0, to: 72)
    let low = (scale(interval.low) * 10).rounded() / 10
    let length = (max(2, scale(interval.high) - low) * 10).rounded() / 10
    return """
      <svg class="mini" aria-hidden="true" viewBox="0 0 72 6"><path d="M\(low) 3h\(length)"/></svg>
      """
  }

  /// A link to a web address, or the words alone where the address is none.
  static func link(_ words: String, to address: String) -> Markup {
    guard let url = HTMLEscaping.webAddress(address) else { return "\(words)" }
    return "<a href=\"\(url)\" rel=\"noopener noreferrer\">\(words)</a>"
  }

  /// A part of a section under its own heading.
  static func part(_ title: String, _ content: Markup) -> Markup {
    """
    <div class="part"><h3>\(title)</h3>
    \(content)</div>

    """
  }

  /// Text with its number style.
  static func number(_ text: String) -> Markup { "<span class=\"number\">\(text)</span>" }
}
