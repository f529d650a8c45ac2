import Synchronization

/// The tables that were opened through one copy of the facts, so that all of them can be cited.
final class OpenedTables: Sendable {
  private let opened = Mutex<Set<String>>([])

  func note(_ table: String) { opened.withLock { _ = $0.insert(table) } }

  /// In alphabetical order.
  var names: [String] { opened.withLock { $0.sorted() } }
}

extension MatchFacts {
  /// The same facts, which note from here on what is opened through them.
  public func noting() -> MatchFacts {
    MatchFacts(
      folder: folder, tables: tables, specialties: specialties, opened: OpenedTables(),
      withheld: withheld)
  }

  /// The tables opened through these facts since ``noting()``, in alphabetical order.
  public var openedTables: [String] { opened.names }
}
