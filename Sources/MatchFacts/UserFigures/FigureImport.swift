public import DelimitedText

/// What became of a user's file of figures: the figures by program, and a report of every row.
public struct FigureImport: Sendable {
  /// A row whose figures were taken.
  public struct Joined: Sendable, Hashable, Codable {
    /// Line of the file.
    public var line: Int
    /// What the row called its program.
    public var name: String
    /// How it was found.
    public var method: ProgramJoin.Method
    /// The programs that took its figures.
    public var programs: [String]
  }

  /// A row that could not be joined to the directory.
  public struct NotJoined: Sendable, Hashable, Codable {
    /// Line of the file.
    public var line: Int
    /// What the row called its program.
    public var name: String
    /// Why not, in words.
    public var reason: String
    /// The nearest programs, as "code institution, city".
    public var nearest: [String]
  }

  /// A column that nothing reads.
  public struct UnknownColumn: Sendable, Hashable, Codable {
    /// The column.
    public var name: String
    /// The nearest known name, if one is near.
    public var nearest: String?
  }

  /// Positions that were left out, because the row joined several tracks and a number of positions
  /// belongs to one.
  public struct LeftOut: Sendable, Hashable, Codable {
    /// Line of the file.
    public var line: Int
    /// The tracks joined.
    public var programs: [String]
    /// The figure.
    public var figure: FigureKind
  }

  /// A figure that a later row of the same file gives again, differently.
  public struct Replaced: Sendable, Hashable, Codable {
    /// Line of the later row.
    public var line: Int
    /// Line of the earlier one.
    public var earlierLine: Int
    /// Program.
    public var code: String
    /// Figure.
    public var figure: FigureKind
  }

  /// The figures, by program.
  public private(set) var figures = ImportedFigures()
  /// Rows joined, in the order of the file.
  public private(set) var joined: [Joined] = []
  /// Rows not joined, in the order of the file.
  public private(set) var notJoined: [NotJoined] = []
  /// Columns that nothing reads.
  public private(set) var unknownColumns: [UnknownColumn] = []
  /// Figures given twice; the later row counts.
  public private(set) var replaced: [Replaced] = []
  /// Figures that need a code to be taken.
  public private(set) var leftOut: [LeftOut] = []
  /// Lines of joined rows without any figure.
  public private(set) var withoutFigures: [Int] = []

  /// Reads a user's file.
  ///
  /// The first line names the columns, in any order and case, separated by commas, semicolons or
  /// tabs. A row is joined by `nrmp_code`, `acgme_id`, or `institution` (with `city`, `state`,
  /// `specialty` and `track` to tell namesakes apart); every other known column is a
  /// ``FigureKind``. Empty cells say nothing.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name, kept as the origin of each figure.
  ///   - date: The day of the import.
  ///   - directory: The programs to join to.
  ///   - earlier: Figures imported before, which these must not contradict.
  ///   - checksStanding: Whether to refuse scores and shares of residents that contradict each
  ///     other, and such figures for a code that no program has. Without it the later row counts,
  ///     and a row of an unknown code is reported and passed over.
  /// - Throws: ``FigureImportError``; nothing is taken from a file with a value that cannot be
  ///   read or stands against another, so that it can be mended and read again.
  public init(
    _ bytes: [UInt8], file: String, date: CalendarDate, directory: ProgramDirectory,
    earlier: ImportedFigures = ImportedFigures(), checksStanding: Bool = true
  ) throws(FigureImportError) {
    let table: DelimitedTable
    do {
      table = try DelimitedTable(bytes, name: file, delimiter: Self.delimiter(of: bytes))
    } catch { throw .malformed(error) }
    let columns = FigureColumns(header: table.header)
    unknownColumns = columns.unknown
    guard columns.canJoin else { throw .noKeyColumn(file: file, header: table.header) }
    guard !columns.figures.isEmpty else { throw .noFigureColumn(file: file, header: table.header) }
    let join = ProgramJoin(directory)
    var problems: [DelimitedTextError] = []
    var check = StandingFigureCheck(columns: columns)
    for record in table {
      do {
        let key = try columns.key(of: record, directory: directory)
        let values = try columns.values(of: record)
        // Spreadsheets leave rows of empty cells behind.
        if key == ProgramJoin.Key(), values.isEmpty { continue }
        let outcome = join(key)
        switch outcome {
        case .joined(let programs, by: _): check.add(values, of: record, to: programs)
        case .unknownCode: check.addUnknown(values, of: record, key: key)
        default: break
        }
        take(values, key: key, record: record, outcome: outcome, date: date)
      } catch {
        problems.append(contentsOf: error.problems)
      }
    }
    if checksStanding {
      problems += check.problems(after: earlier)
      problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    }
    if !problems.isEmpty { throw .badValues(problems) }
  }

  private mutating func take(
    _ values: [(kind: FigureKind, value: FigureValue)], key: ProgramJoin.Key,
    record: DelimitedRecord, outcome: ProgramJoin.Outcome, date: CalendarDate
  ) {
    let name = key.name ?? key.code ?? key.acgmeID ?? ""
    func refuse(_ reason: String, nearest: [Program] = []) -> NotJoined {
      NotJoined(
        line: record.line, name: name, reason: reason,
        nearest: nearest.map {
          "\($0.code) \($0.institution)" + ($0.city.map { ", \($0)" } ?? "")
        })
    }
    switch outcome {
    case .joined(let programs, by: let method):
      joined.append(
        Joined(line: record.line, name: name, method: method, programs: programs.map(\.code)))
      if values.isEmpty { withoutFigures.append(record.line) }
      let origin = FigureOrigin.yours(file: record.file, date: date, line: record.line)
      for (kind, value) in values {
        if kind == .positions, programs.count > 1 {
          leftOut.append(
            LeftOut(line: record.line, programs: programs.map(\.code), figure: kind))
          continue
        }
        for program in programs {
          if let earlier = figures[program.code][kind], earlier.value != value,
            case .yours(_, _, let line) = earlier.origin
          {
            replaced.append(
              Replaced(
                line: record.line, earlierLine: line, code: program.code, figure: kind))
          }
          figures[program.code][kind] = Figure(value, origin: origin)
        }
      }
    case .unknownCode(let code):
      let field = key.code == nil ? "acgme_id" : "nrmp_code"
      notJoined.append(refuse("\(field): no program has the code \(code)"))
    case .noMatch(let nearest):
      notJoined.append(
        refuse("no program of this place and specialty has such a name", nearest: nearest))
    case .ambiguous(let nearest):
      notJoined.append(
        refuse("several institutions are equally near; add nrmp_code or city", nearest: nearest))
    case .nothingToJoinBy:
      notJoined.append(refuse("the row has no code and no institution"))
    }
  }

  /// The separator that the first line uses most.
  private static func delimiter(of bytes: [UInt8]) -> UInt8 {
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
    var best = UInt8(ascii: ",")
    for candidate in [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    where header.count(where: { $0 == candidate }) > header.count(where: { $0 == best }) {
      best = candidate
    }
    return best
  }
}

extension FigureImport {
  /// Reads a user's file from its path; the origin of its figures is the file's name.
  public static func read(
    path: String, date: CalendarDate, directory: ProgramDirectory,
    earlier: ImportedFigures = ImportedFigures()
  ) throws(FigureImportError) -> FigureImport {
    let bytes: [UInt8]
    do {
      bytes = try FileAccess.read(path)
    } catch { throw .unreadable(error) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try FigureImport(
      bytes, file: name, date: date, directory: directory, earlier: earlier)
  }
}

/// Why a user's file of figures was not taken.
public enum FigureImportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file cannot be read.
  case unreadable(FactsError)
  /// The file is no table.
  case malformed(DelimitedTextError)
  /// Cells that cannot be read; all of them.
  case badValues([DelimitedTextError])
  /// No column to join by.
  case noKeyColumn(file: String, header: [String])
  /// No column with a figure.
  case noFigureColumn(file: String, header: [String])

  /// What is wrong, where, and how to mend it.
  public var description: String {
    switch self {
    case .unreadable(let error):
      return error.description
    case .malformed(let error):
      return error.description
    case .badValues(let problems):
      let shown = problems.prefix(20).map(\.description)
      let more = problems.count - shown.count
      return shown.joined(separator: "\n")
        + (more > 0 ? "\nand \(more) more" : "")
        + "\nnothing was imported; mend these cells and import again"
    case .noKeyColumn(let file, let header):
      return "\(file):1: no column to join by; name one nrmp_code, acgme_id or institution "
        + "(found: \(header.joined(separator: ", ")))"
    case .noFigureColumn(let file, let header):
      return "\(file):1: no column with a figure; known are "
        + FigureKind.allCases.map(\.rawValue).joined(separator: ", ")
        + " (found: \(header.joined(separator: ", ")))"
    }
  }
}
