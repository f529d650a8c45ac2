/// Whether a terminal report may use colour.
///
/// The command line decides: colour only on a terminal, and never with `NO_COLOR` or `TERM=dumb`.
public enum TerminalStyle: Sendable, Hashable {
  /// Text only.
  case plain
  /// Bold, dim and the terminal's own sixteen colours.
  case ansi
}

/// What a piece of terminal text is, as far as its colour goes.
enum TerminalRole {
  case heading
  case strong
  case muted
  case accent
  case blip
  case signal
  case problem

  /// The parameter of the "select graphic rendition" sequence (ECMA-48).
  var code: String {
    switch self {
    case .heading: "1"
    case .strong: "1"
    case .muted: "2"
    case .accent: "36"
    case .blip: "36"
    case .signal: "33"
    case .problem: "35"
    }
  }
}

extension TerminalStyle {
  /// The text in the role's colour, or as it is.
  func paint(_ text: String, _ role: TerminalRole?) -> String {
    guard self == .ansi, let role, !text.isEmpty else { return text }
    return "\u{1B}[\(role.code)m\(text)\u{1B}[0m"
  }
}
