import DelimitedText
public import MatchFacts

/// Turns a pack's files into figures of programs.
///
/// Three layouts are read: the Residency Signal Analysis Project's (one file a specialty, columns
/// `Program`, `City`, `State` and rates), the text of NRMP's "Program Results" as pdftotext gives
/// it, and any CSV with the columns that `smartpick programs import` documents.
public struct PackReader {
  /// The figures read so far.
  public private(set) var figures = ImportedFigures()
  /// Rows that joined.
  public private(set) var joined = 0
  /// Rows that did not.
  public private(set) var notJoined: [PackManifest.NotJoined] = []
  /// Columns that gave figures.
  public private(set) var columns: Set<String> = []
  /// The files read.
  public private(set) var files: [PackManifest.File] = []

  private let directory: ProgramDirectory
  private let date: CalendarDate

  /// A reader that joins to a directory.
  public init(directory: ProgramDirectory, date: CalendarDate) {
    self.directory = directory
    self.date = date
  }

  /// Reads one file; `specialty` names what its rows are about where the file does not say.
  public mutating func read(
    _ bytes: [UInt8], name: String, specialty: String?
  ) throws(DataPackError) {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains("NRMP") || Self.looksLikeProgramResults(text), !name.hasSuffix(".csv") {
      try readProgramResults(text, bytes: bytes, name: name)
      return
    }
    var source = bytes
    if let specialty { source = try Self.converted(bytes, name: name, specialty: specialty) }
    let result: FigureImport
    do {
      // Rows of others' tables may name closed programs, or one twice; the report says so.
      result = try FigureImport(
        source, file: name, date: date, directory: directory, checksStanding: false)
    } catch {
      throw DataPackError(.badData, "\(error)")
    }
    figures = figures.merged(with: result.figures)
    joined += result.joined.count
    for row in result.notJoined {
      notJoined.append(
        PackManifest.NotJoined(
          file: name, line: row.line, name: row.name, reason: row.reason, nearest: row.nearest))
    }
    for code in result.figures.codes {
      for (kind, _) in result.figures[code].all { columns.insert(kind.rawValue) }
    }
    files.append(
      PackManifest.File(
        name: name, sha256: SHA256.hex(bytes), rows: result.joined.count + result.notJoined.count))
  }

  /// Whether a file has the signal project's columns.
  public static func isSignalLayout(_ bytes: [UInt8]) -> Bool {
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return line.contains("In-State School") && line.contains("Non US IMG")
  }

  private static let signalColumns: [String: String] = [
    "Program": "institution", "City": "city", "State": "state",
    "Signal": "interview_rate_signal", "No Signal": "interview_rate_no_signal",
    "Gold Signal": "interview_rate_gold", "Silver Signal": "interview_rate_silver",
    "In-State School": "interview_rate_in_state",
    "Out-Of-State School": "interview_rate_out_of_state", "MD": "interview_rate_md",
    "DO": "interview_rate_do", "US IMG": "interview_rate_us_img",
    "Non US IMG": "interview_rate_non_us_img",
  ]

  /// The signal project's layout in the documented columns.
  private static func converted(
    _ bytes: [UInt8], name: String, specialty: String
  ) throws(DataPackError) -> [UInt8] {
    guard isSignalLayout(bytes) else { return bytes }
    do {
      let table = try DelimitedTable(bytes, name: name)
      var kept: [(column: Int, name: String)] = []
      for (column, header) in table.header.enumerated() {
        if let name = signalColumns[header] { kept.append((column, name)) }
      }
      var writer = DelimitedWriter(header: kept.map(\.name) + ["specialty"])
      for record in table {
        var fields: [String] = []
        for (column, name) in kept {
          var field = try record.text(column)
          if name == "institution", field.hasSuffix(" Program") {
            field = String(field.dropLast(" Program".count))
          }
          fields.append(field)
        }
        writer.append(fields + [specialty])
      }
      return Array(writer.text.utf8)
    } catch {
      throw DataPackError(.badData, error.description)
    }
  }

  // MARK: NRMP Program Results

  private static func looksLikeProgramResults(_ text: String) -> Bool {
    text.contains("Program Results")
  }

  /// Lines with a program code and, after it, pairs of quota and matched, latest year first; each
  /// gives the positions of the latest year.
  private mutating func readProgramResults(
    _ text: String, bytes: [UInt8], name: String
  ) throws(DataPackError) {
    var rows = 0
    for (number, line) in text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      guard let at = words.firstIndex(where: Self.isCode) else { continue }
      let code = String(words[at])
      let numbers = words[(at + 1)...].compactMap { Int($0) }
      guard let quota = numbers.first, (0...400).contains(quota) else { continue }
      rows += 1
      guard directory[code] != nil else {
        notJoined.append(
          PackManifest.NotJoined(
            file: name, line: number + 1,
            name: words[..<at].joined(separator: " "),
            reason: "no program has the code \(code)", nearest: []))
        continue
      }
      joined += 1
      columns.insert(FigureKind.positions.rawValue)
      figures[code][.positions] = Figure(
        .number(Double(quota)), origin: .yours(file: name, date: date, line: number + 1))
    }
    guard rows > 0 else {
      throw DataPackError(
        .badData,
        "\(name): no line has an NRMP program code and a quota; give NRMP's Program Results as "
          + "PDF (needs pdftotext) or as its text")
    }
    files.append(PackManifest.File(name: name, sha256: SHA256.hex(bytes), rows: rows))
  }

  /// An NRMP program code: four digits, three digits, a letter, a digit (1313120C0).
  private static func isCode(_ word: Substring) -> Bool {
    let characters = Array(word.utf8)
    guard characters.count == 9 else { return false }
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    return characters[0..<7].allSatisfy(isDigit) && (65...90).contains(characters[7])
      && isDigit(characters[8])
  }
}
