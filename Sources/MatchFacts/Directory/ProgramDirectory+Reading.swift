import DelimitedText

extension MatchFacts {
  /// The directory of programs: 6,906 of the Main Match and 140 of urology.
  public func programs() throws(FactsError) -> ProgramDirectory {
    var programs = try mainMatchPrograms()
    programs += try urologyPrograms()
    return ProgramDirectory(
      programs: programs, words: try NameWords(facts: self), catalog: specialties)
  }

  private func mainMatchPrograms() throws(FactsError) -> [Program] {
    let name = "programs"
    let reader = try open(
      name,
      columns: [
        "nrmp_code", "specialty", "track", "program", "institution", "city", "state", "acgme_id",
        "acgme_match", "url", "positions", "filled", "positions_year", "fill_history",
        "last_listed", "state_basis",
      ])
    do {
      return try ProgramRows(reader: reader, catalog: specialties).read()
    } catch let error as FactsError {
      throw error
    } catch let error as DelimitedTextError {
      throw .malformed(error)
    } catch {
      throw .unreadable(path: folder + "/" + name + ".csv", reason: "\(error)")
    }
  }

  private func urologyPrograms() throws(FactsError) -> [Program] {
    // The ERAS list prints other names of institutions than the NRMP; this table tells which is
    // which, so that urology counts among its institution's programs.
    let pairs = try open(
      "urology_institutions", columns: ["acgme_id", "institution", "state"], sources: .ownTable
    ).map { (row, _) throws(FactsError) in
      (id: try row.required("acgme_id"), institution: try row.required("institution"))
    }
    var institutions: [String: String] = [:]
    for pair in pairs { institutions[pair.id] = pair.institution }
    return try open(
      "programs_urology_eras_2021",
      columns: ["specialty", "program", "city", "state", "acgme_id", "url"]
    ).map { (row, pool) throws(FactsError) in
      let id = try row.required("acgme_id")
      let name = try row.required("program")
      let ownName = name.hasSuffix(" Program") ? String(name.dropLast(8)) : name
      return Program(
        code: id, specialty: try row.specialty(), track: .categorical, name: name,
        institution: institutions[id] ?? ownName, city: try row.optional("city"),
        state: try row.optional("state"), acgmeID: id, acgmeMatch: "direct",
        url: try row.optional("url"), positions: nil, filled: nil, positionsYear: nil,
        fillHistory: [], lastListed: 2021, citation: try row.citation(&pool))
    }
  }
}

/// Reads the large table of programs: columns are found once and repeated texts are shared, so that
/// the whole directory is parsed in a few hundredths of a second.
private struct ProgramRows {
  let table: DelimitedTable
  let trust: String?
  let file: String
  let catalog: SpecialtyCatalog

  init(reader: TableReader, catalog: SpecialtyCatalog) {
    self.table = reader.table
    self.trust = reader.trust
    self.file = reader.table.name
    self.catalog = catalog
  }

  func read() throws -> [Program] {
    let code = try table.column("nrmp_code")
    let specialty = try table.column("specialty")
    let track = try table.column("track")
    let name = try table.column("program")
    let institution = try table.column("institution")
    let city = try table.column("city")
    let state = try table.column("state")
    let acgmeID = try table.column("acgme_id")
    let acgmeMatch = try table.column("acgme_match")
    let url = try table.column("url")
    let positions = try table.column("positions")
    let filled = try table.column("filled")
    let positionsYear = try table.column("positions_year")
    let fillHistory = try table.column("fill_history")
    let lastListed = try table.column("last_listed")
    let stateBasis = try table.column("state_basis")
    let title = try table.column("source_title")
    let year = try table.column("source_year")
    let address = try table.column("source_url")

    var texts = TextPool()
    var specialties: [String: Specialty] = [:]
    var citations: [String: Citation] = [:]
    var firstLines: [String: Int] = [:]
    firstLines.reserveCapacity(table.count)
    let limits = 0...2000
    let years = 1990...2100
    var programs: [Program] = []
    programs.reserveCapacity(table.count)
    for record in table {
      let id = try record.requiredText(code)
      if let first = firstLines.updateValue(record.line, forKey: id) {
        throw FactsError.duplicate(
          file: file, line: record.line, field: "nrmp_code", value: id, firstLine: first)
      }
      let specialtyName = try texts.required(record, specialty)
      let resolved: Specialty
      if let known = specialties[specialtyName] {
        resolved = known
      } else {
        resolved = Specialty(specialtyName)
        guard catalog.info(resolved) != nil else {
          throw FactsError.unknownSpecialty(
            file: file, line: record.line, name: specialtyName,
            nearest: catalog.nearest(to: specialtyName))
        }
        specialties[specialtyName] = resolved
      }
      guard let kind = Program.Track(rawValue: try texts.required(record, track)) else {
        throw record.badValue(
          track,
          accepted: "one of " + Program.Track.allCases.map(\.rawValue).joined(separator: ", "))
      }
      let source = try texts.text(record, title)
      guard !source.isEmpty else { throw FactsError.missingSource(file: file, line: record.line) }
      let sourceYear = try texts.text(record, year)
      let key = source + "|" + sourceYear
      let citation: Citation
      if let known = citations[key] {
        citation = known
      } else {
        citation = Citation(
          title: source, year: sourceYear, url: try texts.text(record, address), table: "programs",
          trust: trust)
        citations[key] = citation
      }
      let offered = try record.optionalInt(positions, in: limits)
      let taken = try record.optionalInt(filled, in: limits)
      if let offered, let taken, taken > offered {
        throw FactsError.inconsistent(
          file: file, line: record.line, explanation: "more positions filled than offered")
      }
      programs.append(
        Program(
          code: id, specialty: resolved, track: kind,
          name: try texts.required(record, name),
          institution: try texts.required(record, institution),
          city: try texts.optional(record, city), state: try texts.optional(record, state),
          acgmeID: try record.optionalText(acgmeID),
          acgmeMatch: try texts.optional(record, acgmeMatch),
          url: try record.optionalText(url), positions: offered, filled: taken,
          positionsYear: try record.optionalInt(positionsYear, in: years),
          fillHistory: try fills(record, fillHistory),
          lastListed: try record.optionalInt(lastListed, in: years), citation: citation,
          stateBasis: try texts.optional(record, stateBasis)))
    }
    return programs
  }

  /// Reads "2019:7/8;2020:8/8" (year, filled, offered) from the bytes.
  private func fills(_ record: DelimitedRecord, _ column: Int) throws -> [Program.Fill] {
    if record.isEmpty(column) { return [] }
    let parsed: [Program.Fill]? = record.withBytes(column) { bytes in
      var fills: [Program.Fill] = []
      fills.reserveCapacity(7)
      var numbers = (0, 0, 0)
      var place = 0
      var hasDigit = false
      func isFill() -> Bool {
        place == 2 && hasDigit && (1990...2100).contains(numbers.0) && numbers.1 <= numbers.2
      }
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          let digit = Int(byte - UInt8(ascii: "0"))
          switch place {
          case 0: numbers.0 = numbers.0 * 10 + digit
          case 1: numbers.1 = numbers.1 * 10 + digit
          default: numbers.2 = numbers.2 * 10 + digit
          }
          if max(numbers.0, numbers.1, numbers.2) > 10_000 { return nil }
          hasDigit = true
        case UInt8(ascii: ":") where place == 0 && hasDigit,
          UInt8(ascii: "/") where place == 1 && hasDigit:
          place += 1
          hasDigit = false
        case UInt8(ascii: ";") where isFill():
          fills.append(.init(year: numbers.0, filled: numbers.1, offered: numbers.2))
          numbers = (0, 0, 0)
          place = 0
          hasDigit = false
        default:
          return nil
        }
      }
      guard isFill() else { return nil }
      fills.append(.init(year: numbers.0, filled: numbers.1, offered: numbers.2))
      return fills
    }
    guard let parsed else {
      throw record.badValue(
        column, accepted: "YEAR:FILLED/OFFERED joined by ‘;’, with no more filled than offered")
    }
    return parsed
  }
}

/// Texts seen so far, so that repeated ones share their storage.
private struct TextPool {
  private var known: [Bytes: String] = [:]

  /// Bytes hashed in one go: an array would hash them one by one.
  private struct Bytes: Hashable {
    let slice: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) {
      slice.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  mutating func text(_ record: DelimitedRecord, _ column: Int) throws(DelimitedTextError) -> String
  {
    let bytes = Bytes(slice: record.withBytes(column) { $0 })
    if let text = known[bytes] { return text }
    let text = try record.text(column)
    known[bytes] = text
    return text
  }

  mutating func required(
    _ record: DelimitedRecord, _ column: Int
  ) throws(DelimitedTextError) -> String {
    if record.isEmpty(column) { throw record.error(.missingValue, column) }
    return try text(record, column)
  }

  mutating func optional(
    _ record: DelimitedRecord, _ column: Int
  ) throws(DelimitedTextError) -> String? {
    record.isEmpty(column) ? nil : try text(record, column)
  }
}
