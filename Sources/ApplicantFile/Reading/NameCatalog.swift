public import MatchFacts

/// What a reader must know of the world's names to accept those in a file.
///
/// The reader itself knows no specialty and no program. Names are resolved by whoever holds the
/// directory, so that "IM" and "internal medicine" arrive as one specialty.
public protocol NameCatalog: Sendable {
  /// The canonical specialty that a typed name or short form stands for, or nil.
  func specialty(named name: String) -> Specialty?
  /// Canonical names near a name that was not found, nearest first.
  func specialtySuggestions(for name: String) -> [String]
  /// Whether a program code is in the directory; nil when there is no directory to ask.
  func hasProgram(code: String) -> Bool?
  /// Whether a two-letter abbreviation is a state or territory; nil when unknown.
  func isState(_ abbreviation: String) -> Bool?
}

extension NameCatalog {
  /// No suggestions.
  public func specialtySuggestions(for name: String) -> [String] { [] }
  /// No directory.
  public func hasProgram(code: String) -> Bool? { nil }
  /// No list of states.
  public func isState(_ abbreviation: String) -> Bool? { nil }
}

/// Takes every specialty name as it stands; for tools that only move files about, and for tests.
public struct AnyNameCatalog: NameCatalog {
  /// Accepts everything.
  public init() {}
  /// The name itself, or nil when it is empty.
  public func specialty(named name: String) -> Specialty? {
    name.isEmpty ? nil : Specialty(name)
  }
}
