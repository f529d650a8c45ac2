/// The figures that the user has imported, by program.
public struct ImportedFigures: Sendable, Hashable {
  private var byCode: [String: ProgramFigures]

  /// No figures.
  public init() { byCode = [:] }

  /// The figures of a program by its code; empty where there are none.
  public subscript(code: String) -> ProgramFigures {
    get { byCode[code] ?? ProgramFigures() }
    set { byCode[code] = newValue.isEmpty ? nil : newValue }
  }

  /// The codes of the programs with figures, in alphabetical order.
  public var codes: [String] { byCode.keys.sorted() }

  /// Whether there are no figures at all.
  public var isEmpty: Bool { byCode.isEmpty }

  /// Positions of a program: the user's figure, else the directory's.
  public func positions(of program: Program) -> Figure<Int>? {
    if let own = self[program.code].positions { return own }
    return program.positions.map { Figure($0, origin: .published(program.citation)) }
  }

  /// These figures and the other's; where both have one, the other's (a later import) counts.
  public func merged(with later: ImportedFigures) -> ImportedFigures {
    var merged = self
    for code in later.codes { merged[code] = later[code].filled(from: self[code]) }
    return merged
  }
}
