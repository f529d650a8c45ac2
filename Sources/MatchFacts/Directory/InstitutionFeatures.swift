/// What the directory itself tells of an institution: the sum of its programs.
public struct InstitutionFeatures: Sendable, Hashable, Codable {
  /// A guess from the words of the name.
  public enum Setting: String, Sendable, Codable, Hashable, CaseIterable {
    /// A university or its medical school or center.
    case university
    /// A community hospital or health system.
    case community
    /// Military or veterans' service.
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
  /// Programs whose name speaks of research ("Surgery/Research", "Physician Scientist").
  public var researchTracks: Int
  /// University, community or military: a guess.
  public var setting: Setting

  /// The rule behind ``setting``, for display.
  public static let settingRule =
    "military if the name has a word such as Army, Naval, Air Force, Walter Reed or Military; "
    + "university if it has Univ, University, College, School of Medicine, SOM, Med School, UC or "
    + "SUNY, or if the institution trains at least 12 specialties, 2 of them highly competitive; "
    + "community otherwise"

  /// The features of the institution that these programs belong to; nil for none.
  public init?(of programs: [Program], competitive: [Specialty]) {
    guard let first = programs.first else { return nil }
    let names = Set(programs.map(\.specialty))
    name = first.institution
    state = first.state
    specialties = names.count
    competitiveSpecialties = competitive.count { names.contains($0) }
    self.programs = programs.count
    positions = programs.reduce(0) { $0 + ($1.positions ?? 0) }
    researchTracks = programs.count { program in
      let words = SpecialtyCatalog.normalized(program.name).split(separator: " ")
      return words.contains { $0 == "research" || $0 == "rsch" || $0 == "scientist" || $0 == "res" }
    }
    let words = SpecialtyCatalog.normalized(first.institution)
    setting = Self.setting(
      words: words, specialties: specialties, competitive: competitiveSpecialties)
  }

  private static func setting(words: String, specialties: Int, competitive: Int) -> Setting {
    let padded = " \(words) "
    let military = [
      " army ", " naval ", " navy ", " air force ", " walter reed ", " military ", " usaf ",
      " san antonio uniformed ",
    ]
    if military.contains(where: padded.contains) { return .military }
    let university = [
      " univ ", " university ", " u ", " college ", " school of medicine ", " som ",
      " med school ", " uc ", " suny ", " ucla ", " ucsf ",
    ]
    if university.contains(where: padded.contains) { return .university }
    return specialties >= 12 && competitive >= 2 ? .university : .community
  }
}

extension ProgramDirectory {
  /// The features of the institution that a program belongs to.
  ///
  /// - Complexity: O(*k*) in the institution's programs; for many programs build
  ///   ``institutionFeatures(competitive:)`` once.
  public func features(
    atInstitutionOf program: Program, competitive: [Specialty]
  ) -> InstitutionFeatures? {
    InstitutionFeatures(of: programs(atInstitutionOf: program), competitive: competitive)
  }

  /// The features of every institution, by ``Program/institutionKey``.
  public func institutionFeatures(competitive: [Specialty]) -> [String: InstitutionFeatures] {
    var features: [String: InstitutionFeatures] = [:]
    for key in institutionKeys {
      features[key] = InstitutionFeatures(
        of: programs(institutionKey: key), competitive: competitive)
    }
    return features
  }
}
