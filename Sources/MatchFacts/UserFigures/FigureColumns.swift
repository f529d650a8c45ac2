import DelimitedText

/// What each column of a user's file is.
struct FigureColumns {
  /// The columns by which a row is joined.
  enum KeyColumn: String, CaseIterable {
    case code = "nrmp_code"
    case acgmeID = "acgme_id"
    case institution
    case city
    case state
    case specialty
    case track
  }

  /// The problems of one row.
  struct RowProblems: Error {
    var problems: [DelimitedTextError]
  }

  private(set) var keys: [KeyColumn: Int] = [:]
  private(set) var figures: [(kind: FigureKind, column: Int)] = []
  private(set) var unknown: [FigureImport.UnknownColumn] = []

  /// Other names that people give to the columns.
  private static let synonyms: [String: String] = [
    "code": "nrmp_code", "program_code": "nrmp_code", "nrmp": "nrmp_code",
    "nrmp_program_code": "nrmp_code", "acgme": "acgme_id", "acgme_code": "acgme_id",
    "name": "institution", "program_name": "institution", "hospital": "institution",
    "program": "institution", "step2ck_min": "step2_min", "step_2_min": "step2_min",
    "step2_minimum": "step2_min", "step2ck_median": "step2_median", "visa": "visas",
    "usce": "usce_months", "yog": "yog_limit", "applications": "applicants",
    "interviewed": "interviews", "note": "notes",
  ]

  init(header: [String]) {
    let names = header.map(Self.normalized)
    // "program" is the institution only where no better column is.
    let hasInstitution = names.contains { $0 != "program" && Self.key($0) == .institution }
    for (column, name) in names.enumerated() {
      if name.isEmpty { continue }
      if let key = Self.key(name), keys[key] == nil, !(name == "program" && hasInstitution) {
        keys[key] = column
      } else if let kind = FigureKind(rawValue: Self.synonyms[name] ?? name),
        !figures.contains(where: { $0.kind == kind })
      {
        figures.append((kind, column))
      } else {
        let known = KeyColumn.allCases.map(\.rawValue) + FigureKind.allCases.map(\.rawValue)
        unknown.append(
          .init(
            name: header[column], nearest: EditDistance.nearest(to: name, in: known).first))
      }
    }
  }

  /// Whether a row can be joined at all.
  var canJoin: Bool { keys[.code] != nil || keys[.acgmeID] != nil || keys[.institution] != nil }

  /// The column of a figure.
  func column(of kind: FigureKind) -> Int? { figures.first { $0.kind == kind }?.column }

  /// What a row says of its program.
  func key(
    of record: DelimitedRecord, directory: ProgramDirectory
  ) throws(RowProblems) -> ProgramJoin.Key {
    var key = ProgramJoin.Key()
    key.code = try text(.code, record)
    key.acgmeID = try text(.acgmeID, record)
    key.name = try text(.institution, record)
    key.city = try text(.city, record)
    if let text = try text(.state, record), let column = keys[.state] {
      guard let state = directory.state(named: text) else {
        throw RowProblems(problems: [
          record.badValue(column, accepted: "a state, such as NY or New York")
        ])
      }
      key.state = state
    }
    if let text = try text(.specialty, record), let column = keys[.specialty] {
      do {
        key.specialty = try directory.catalog.resolve(text)
      } catch {
        let hint =
          error.nearest.isEmpty ? "" : " (near: \(error.nearest.joined(separator: ", ")))"
        throw RowProblems(problems: [record.badValue(column, accepted: "a specialty" + hint)])
      }
    }
    if let text = try text(.track, record), let column = keys[.track] {
      guard let track = Program.Track(rawValue: text.lowercased()) else {
        let accepted = Program.Track.allCases.map(\.rawValue).joined(separator: ", ")
        throw RowProblems(problems: [record.badValue(column, accepted: "one of \(accepted)")])
      }
      key.track = track
    }
    return key
  }

  /// The figures of a row; all its problems at once.
  func values(
    of record: DelimitedRecord
  ) throws(RowProblems) -> [(kind: FigureKind, value: FigureValue)] {
    var values: [(kind: FigureKind, value: FigureValue)] = []
    var problems: [DelimitedTextError] = []
    for (kind, column) in figures {
      do throws(DelimitedTextError) {
        let text = FigureValue.trimmed(try record.text(column))
        if text.isEmpty || text == "-" { continue }
        guard let value = FigureValue(text, kind: kind) else {
          throw record.badValue(column, accepted: kind.accepted)
        }
        values.append((kind, value))
      } catch { problems.append(error) }
    }
    if !problems.isEmpty { throw RowProblems(problems: problems) }
    return values
  }

  private func text(_ key: KeyColumn, _ record: DelimitedRecord) throws(RowProblems) -> String? {
    guard let column = keys[key] else { return nil }
    do {
      let text = FigureValue.trimmed(try record.text(column))
      return text.isEmpty ? nil : text
    } catch { throw RowProblems(problems: [error]) }
  }

  private static func key(_ name: String) -> KeyColumn? {
    KeyColumn(rawValue: synonyms[name] ?? name)
  }

  /// Lower case, words joined by underscores: "NRMP Code" is `nrmp_code`.
  private static func normalized(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
  }
}
