#if canImport(Glibc)
  import Glibc
#endif

/// What the terminal at the other end can show.
enum Terminal {
  /// Whether to colour standard output: only on a terminal, and not if `NO_COLOR` is set
  /// (no-color.org) or the terminal is dumb.
  static var usesColor: Bool {
    guard isatty(1) == 1 else { return false }
    if let setting = getenv("NO_COLOR"), setting.pointee != 0 { return false }
    if let terminal = getenv("TERM"), String(cString: terminal) == "dumb" { return false }
    return true
  }

  /// Columns of the terminal, 80 where there is none.
  static var columns: Int {
    var size = winsize()
    guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
      return 80
    }
    return min(Int(size.ws_col), 120)
  }
}
