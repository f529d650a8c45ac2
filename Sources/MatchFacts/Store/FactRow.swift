import DelimitedText

/// One row of a table of facts, read by column name.
struct FactRow {
  let record: DelimitedRecord
  let reader: TableReader

  var line: Int { record.line }
  var file: String { reader.table.name }

  /// Whether the table has a column.
  func has(_ column: String) -> Bool { reader.table.header.contains(column) }

  /// The text of a field; empty where it is.
  func text(_ column: String) throws(FactsError) -> String {
    do { return try record.text(try reader.table.column(column)) } catch { throw .malformed(error) }
  }

  /// The text of a field that must not be empty.
  func required(_ column: String) throws(FactsError) -> String {
    do {
      return try record.requiredText(try reader.table.column(column))
    } catch { throw .malformed(error) }
  }

  /// The text, or nil where the field is empty.
  func optional(_ column: String) throws(FactsError) -> String? {
    let text = try text(column)
    return text.isEmpty ? nil : text
  }

  func int(_ column: String, in limits: ClosedRange<Int>) throws(FactsError) -> Int {
    do {
      return try record.int(try reader.table.column(column), in: limits)
    } catch { throw .malformed(error) }
  }

  func optionalInt(_ column: String, in limits: ClosedRange<Int>) throws(FactsError) -> Int? {
    do {
      return try record.optionalInt(try reader.table.column(column), in: limits)
    } catch { throw .malformed(error) }
  }

  func double(_ column: String, in limits: ClosedRange<Double>) throws(FactsError) -> Double {
    do {
      return try record.double(try reader.table.column(column), in: limits)
    } catch { throw .malformed(error) }
  }

  func optionalDouble(
    _ column: String, in limits: ClosedRange<Double>
  ) throws(FactsError) -> Double? {
    do {
      return try record.optionalDouble(try reader.table.column(column), in: limits)
    } catch { throw .malformed(error) }
  }

  /// A share of one from a column printed in percent.
  func share(percent column: String) throws(FactsError) -> Double {
    try double(column, in: 0...100) / 100
  }

  /// A share of one from a column printed in percent, or nil where it is empty.
  func optionalShare(percent column: String) throws(FactsError) -> Double? {
    try optionalDouble(column, in: 0...100).map { $0 / 100 }
  }

  /// A day written `YYYY-MM-DD`.
  func date(_ column: String) throws(FactsError) -> CalendarDate {
    guard let date = CalendarDate(try required(column)) else {
      throw bad(column, accepted: "a day written YYYY-MM-DD")
    }
    return date
  }

  /// One of the raw values of an enumeration.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ column: String, as type: Value.Type = Value.self
  ) throws(FactsError) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try required(column)) else {
      let accepted = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw bad(column, accepted: "one of \(accepted)")
    }
    return value
  }

  /// The specialties a cell names: one, several that share a line, or none for a group.
  func specialtyNames(_ column: String = "specialty") throws(FactsError) -> SpecialtyCatalog.Entry {
    let name = try required(column)
    guard let catalog = reader.catalog else {
      return SpecialtyCatalog.Entry(tracks: [SpecialtyTrack(Specialty(name))])
    }
    guard let entry = catalog.tableEntry(name) else {
      throw .unknownSpecialty(
        file: file, line: line, name: name, nearest: catalog.nearest(to: name))
    }
    return entry
  }

  /// The one line a cell names, or nil for a name of all specialties or of a group.
  func specialtyTrack(_ column: String = "specialty") throws(FactsError) -> SpecialtyTrack? {
    try specialtyNames(column).tracks.first
  }

  /// The one specialty a cell names.
  func specialty(_ column: String = "specialty") throws(FactsError) -> Specialty {
    guard let track = try specialtyTrack(column) else {
      throw bad(column, accepted: "one specialty, not a group")
    }
    return track.specialty
  }

  /// The row's source.
  func citation(
    _ pool: inout CitationPool, trust: String? = nil
  ) throws(FactsError) -> Citation {
    var citation = Citation(
      title: "", year: reader.year, url: "", table: reader.name, trust: trust ?? reader.trust)
    switch reader.sources {
    case .columns:
      citation.title = try text("source_title")
      citation.year = try text("source_year")
      citation.url = try text("source_url")
    case .withoutYear:
      citation.title = try text("source_title")
      citation.year = ""
      citation.url = try text("source_url")
    case .single:
      citation.title = try text("source")
    case .ownTable:
      return citation
    }
    guard citation.title.contains(where: { $0.isLetter }) else {
      throw .missingSource(file: file, line: line)
    }
    return pool.interned(citation)
  }

  /// An error about figures of the row that contradict each other.
  func inconsistent(_ explanation: String) -> FactsError {
    .inconsistent(file: file, line: line, explanation: explanation)
  }

  /// An error about one field.
  func bad(_ column: String, accepted: String) -> FactsError {
    do {
      return .malformed(record.badValue(try reader.table.column(column), accepted: accepted))
    } catch { return .malformed(error) }
  }
}
