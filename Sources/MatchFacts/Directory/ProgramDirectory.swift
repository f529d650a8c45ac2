/// The programs of the Main Match and the urology programs, with indexes.
public struct ProgramDirectory: Sendable {
  /// Every program: the Main Match in the order of its table, then urology.
  public let programs: [Program]
  private let byCode: [String: Int]
  private let byACGME: [String: [Int]]
  private let bySpecialty: [Specialty: [Int]]
  private let byInstitution: [String: [Int]]

  init(programs: [Program]) {
    self.programs = programs
    var byCode: [String: Int] = [:]
    var byACGME: [String: [Int]] = [:]
    var bySpecialty: [Specialty: [Int]] = [:]
    var byInstitution: [String: [Int]] = [:]
    byCode.reserveCapacity(programs.count)
    for (index, program) in programs.enumerated() {
      byCode[program.code] = index
      if let id = program.acgmeID { byACGME[id, default: []].append(index) }
      bySpecialty[program.specialty, default: []].append(index)
      byInstitution[program.institutionKey, default: []].append(index)
    }
    self.byCode = byCode
    self.byACGME = byACGME
    self.bySpecialty = bySpecialty
    self.byInstitution = byInstitution
  }

  /// The program of an NRMP code (for urology, of an ACGME id); case and surrounding space are
  /// ignored.
  public subscript(code: String) -> Program? {
    if let index = byCode[code] { return programs[index] }
    let cleaned = code.uppercased().filter { $0.isLetter || $0.isNumber }
    return byCode[cleaned].map { programs[$0] }
  }

  /// The programs of a specialty, in the order of the directory.
  public func programs(of specialty: Specialty) -> [Program] {
    (bySpecialty[specialty] ?? []).map { programs[$0] }
  }

  /// The programs with this ACGME id: one accreditation may have several NRMP tracks.
  public func programs(acgmeID: String) -> [Program] {
    (byACGME[acgmeID] ?? []).map { programs[$0] }
  }

  /// The programs of the same institution as this one, itself included.
  public func programs(atInstitutionOf program: Program) -> [Program] {
    (byInstitution[program.institutionKey] ?? []).map { programs[$0] }
  }

  /// The programs of one institution by its key.
  public func programs(institutionKey key: String) -> [Program] {
    (byInstitution[key] ?? []).map { programs[$0] }
  }

  /// The keys of all institutions, in alphabetical order.
  public var institutionKeys: [String] { byInstitution.keys.sorted() }

  /// The specialties that have programs, in alphabetical order.
  public var specialties: [Specialty] { bySpecialty.keys.sorted() }
}

extension Program {
  /// What groups the programs of one institution: its name in lower case without punctuation, and
  /// the state, since names such as "Mercy Hospital" recur.
  public var institutionKey: String {
    SpecialtyCatalog.normalized(institution) + "|" + (state ?? "")
  }
}
