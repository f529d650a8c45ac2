public import MatchFacts
public import MatchOdds

extension ImportedFigures {
  /// All that this user has brought in: data packs, and their own figures, which beat a pack's.
  public static func ofThisUser() throws -> ImportedFigures {
    // Without a home nobody can have kept figures; that is no error, as it is for keeping some.
    guard UserFigureStore.userFolder() != nil else { return ImportedFigures() }
    let packs = try DataPackStore.standard().figures()
    return packs.merged(with: try UserFigureStore.standard()?.load() ?? ImportedFigures())
  }

  /// What the figures tell the odds, by NRMP code.
  public var evidence: [String: ProgramEvidence] {
    var evidence: [String: ProgramEvidence] = [:]
    for code in codes { evidence[code] = ProgramEvidence(code: code, figures: self[code]) }
    return evidence
  }
}
