public import MatchFacts

/// Names as the published facts and the program directory know them.
public struct FactsCatalog: NameCatalog {
  private let specialties: SpecialtyCatalog
  private let programCodes: Set<String>?
  private let states: Set<String>?

  /// A catalog of the facts' specialties.
  ///
  /// - Parameters:
  ///   - specialties: names and aliases of the facts.
  ///   - programCodes: codes of the directory; nil accepts every well-formed code.
  ///   - states: abbreviations of states and territories; nil accepts every pair of letters.
  public init(
    specialties: SpecialtyCatalog, programCodes: Set<String>? = nil, states: Set<String>? = nil
  ) {
    self.specialties = specialties
    self.programCodes = programCodes
    self.states = states
  }

  /// The specialty of a canonical name, an alias or an unambiguous beginning.
  public func specialty(named name: String) -> Specialty? { try? specialties.resolve(name) }

  /// The nearest canonical names.
  public func specialtySuggestions(for name: String) -> [String] {
    do {
      return [try specialties.resolve(name).name]
    } catch {
      return error.nearest
    }
  }

  /// Whether the directory has the code.
  public func hasProgram(code: String) -> Bool? { programCodes?.contains(code) }

  /// Whether the abbreviation is one of the states given.
  public func isState(_ abbreviation: String) -> Bool? { states?.contains(abbreviation) }
}
