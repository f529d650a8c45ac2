/// The programs of the Main Match and the urology programs, with indexes.
public struct ProgramDirectory: Sendable {
  /// Every program: the Main Match in the order of its table, then urology.
  public let programs: [Program]
  /// The specialties, for short forms in searches and for the competitive ones.
  public let catalog: SpecialtyCatalog

  let words: NameWords
  /// The institutions in order of first appearance.
  let institutions: [Institution]
  /// Index into ``institutions`` of each program.
  let institutionOfProgram: [Int]
  private let byCode: [String: Int]
  private let byACGME: [String: [Int]]
  /// The programs of each specialty, ready to hand out: every advice asks for several.
  private let bySpecialty: [Specialty: [Program]]
  private let byInstitutionKey: [String: Int]

  /// One institution and the indexes of its programs.
  struct Institution: Sendable {
    let key: String
    let name: String
    let state: String?
    var programs: [Int]
  }

  init(programs: [Program], words: NameWords, catalog: SpecialtyCatalog) {
    var byCode: [String: Int] = [:]
    var byACGME: [String: [Int]] = [:]
    var bySpecialty: [Specialty: [Program]] = [:]
    var byInstitutionKey: [String: Int] = [:]
    var keys: [String: [String?: String]] = [:]
    var institutions: [Institution] = []
    var institutionOfProgram: [Int] = []
    institutionOfProgram.reserveCapacity(programs.count)
    byCode.reserveCapacity(programs.count)
    for (index, program) in programs.enumerated() {
      byCode[program.code] = index
      if let id = program.acgmeID { byACGME[id, default: []].append(index) }
      bySpecialty[program.specialty, default: []].append(program)
      let key: String
      if let known = keys[program.institution]?[program.state] {
        key = known
      } else {
        key = program.institutionKey
        keys[program.institution, default: [:]][program.state] = key
      }
      if let known = byInstitutionKey[key] {
        institutions[known].programs.append(index)
        institutionOfProgram.append(known)
      } else {
        byInstitutionKey[key] = institutions.count
        institutionOfProgram.append(institutions.count)
        institutions.append(
          Institution(
            key: key, name: program.institution, state: program.state, programs: [index]))
      }
    }
    self.programs = programs
    self.catalog = catalog
    self.words = words
    self.institutions = institutions
    self.institutionOfProgram = institutionOfProgram
    self.byCode = byCode
    self.byACGME = byACGME
    self.bySpecialty = bySpecialty
    self.byInstitutionKey = byInstitutionKey
  }

  /// The program of an NRMP code (for urology, of an ACGME id); case, spaces and dashes are ignored.
  public subscript(code: String) -> Program? { index(ofCode: code).map { programs[$0] } }

  /// The place in ``programs`` of an NRMP code.
  public func index(ofCode code: String) -> Int? {
    byCode[code] ?? byCode[code.uppercased().filter { $0.isLetter || $0.isNumber }]
  }

  /// The postal abbreviation of a state by its abbreviation or full name, in any case.
  public func state(named text: String) -> String? { words.stateAbbreviation(of: text) }

  /// The programs of a specialty, in the order of the directory.
  public func programs(of specialty: Specialty) -> [Program] {
    bySpecialty[specialty] ?? []
  }

  /// The programs with this ACGME id: one accreditation may have several NRMP tracks.
  public func programs(acgmeID: String) -> [Program] {
    (byACGME[acgmeID] ?? []).map { programs[$0] }
  }

  /// The programs of the same institution as this one, itself included.
  public func programs(atInstitutionOf program: Program) -> [Program] {
    programs(institutionKey: program.institutionKey)
  }

  /// The programs of one institution by its ``Program/institutionKey``.
  public func programs(institutionKey key: String) -> [Program] {
    guard let index = byInstitutionKey[key] else { return [] }
    return institutions[index].programs.map { programs[$0] }
  }

  /// The keys of all institutions, in order of first appearance.
  public var institutionKeys: [String] { institutions.map(\.key) }

  /// The specialties that have programs, in alphabetical order.
  public var specialties: [Specialty] { bySpecialty.keys.sorted() }
}

extension Program {
  /// What groups the programs of one institution: its name in lower case without punctuation, and
  /// the state, since names such as "Mercy Hospital" recur.
  public var institutionKey: String { NameKey.of(institution) + "|" + (state ?? "") }
}
