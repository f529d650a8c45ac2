/// What the directory itself tells of an institution: the sum of its programs.
public struct InstitutionFeatures: Sendable, Hashable, Codable {
  /// A guess from the words of the name.
  public enum Setting: String, Sendable, Codable, Hashable, CaseIterable {
    /// A university or its medical school or center.
    case university
    /// A community hospital or health system.
    case community
    /// Military service.
    case military
  }

  /// The institution's name as its first program prints it.
  public var name: String
  /// Two-letter state.
  public var state: String?
  /// Specialties with at least one program.
  public var specialties: Int
  /// Of these, highly competitive ones (see ``SpecialtyCatalog/competitive``).
  public var competitiveSpecialties: Int
  /// Programs.
  public var programs: Int
  /// Positions offered in the latest known year, over programs that state them.
  public var positions: Int
  /// Programs whose name speaks of research ("Surgery/Research", "Int Med/Physician Scientist").
  public var researchTracks: Int
  /// University, community or military: a guess.
  public var setting: Setting

  /// The rule behind ``setting``, in words.
  public static let settingRule =
    "military if the institution's name has one of the military words of name_words.csv; "
    + "university if it has one of its university words (abbreviations written out), or if it "
    + "trains at least \(universityBreadth) specialties of which \(universityCompetitive) are "
    + "highly competitive; community otherwise"

  private static let universityBreadth = 12
  private static let universityCompetitive = 2

  /// The features of the institution that these programs belong to; nil for none.
  init?(
    of programs: some Collection<Program>, competitive: Set<Specialty>, words: NameWords,
    isResearch: (String) -> Bool
  ) {
    guard let first = programs.first else { return nil }
    name = first.institution
    state = first.state
    var names: Set<Specialty> = []
    var positions = 0
    var researchTracks = 0
    // One pass: a program taken out of an array counts twenty references up and down.
    for program in programs {
      names.insert(program.specialty)
      positions += program.positions ?? 0
      if isResearch(program.name) { researchTracks += 1 }
    }
    specialties = names.count
    competitiveSpecialties = names.intersection(competitive).count
    self.programs = programs.count
    self.positions = positions
    self.researchTracks = researchTracks
    let spellings = words.spellings(of: first.institution)
    if words.occurs(.military, in: spellings) {
      setting = .military
    } else if words.occurs(.university, in: spellings)
      || specialties >= Self.universityBreadth
        && competitiveSpecialties >= Self.universityCompetitive
    {
      setting = .university
    } else {
      setting = .community
    }
  }
}

extension ProgramDirectory {
  /// The features of the institution that a program belongs to; nil for a program that is not of
  /// this directory.
  ///
  /// - Complexity: O(*k*) in the institution's programs; for many programs build
  ///   ``institutionFeatures()`` once.
  public func features(atInstitutionOf program: Program) -> InstitutionFeatures? {
    InstitutionFeatures(
      of: programs(atInstitutionOf: program), competitive: Set(catalog.competitive), words: words,
      isResearch: words.isResearchTrack)
  }

  /// The features of every institution, by ``Program/institutionKey``.
  public func institutionFeatures() -> [String: InstitutionFeatures] {
    let competitive = Set(catalog.competitive)
    // Program names recur ("Internal Medicine"), so each is looked at once.
    var research: [String: Bool] = [:]
    for program in programs where research[program.name] == nil {
      research[program.name] = words.isResearchTrack(program.name)
    }
    var features: [String: InstitutionFeatures] = [:]
    features.reserveCapacity(institutions.count)
    for institution in institutions {
      features[institution.key] = InstitutionFeatures(
        of: institution.programs.lazy.map { programs[$0] }, competitive: competitive, words: words,
        isResearch: { research[$0] ?? false })
    }
    return features
  }
}
