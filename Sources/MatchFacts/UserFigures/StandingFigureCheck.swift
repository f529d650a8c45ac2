import DelimitedText

/// Finds the figures of a user's file that say how strong a file a program asks for and cannot all
/// be true: a minimum above the median, DOs and IMGs above 100 percent together, two rows of one
/// program that disagree, a code that no program has.
///
/// Such figures move the odds at the program, so that a slip in one must not pass for knowledge.
struct StandingFigureCheck {
  /// The figures concerned.
  static let kinds: Set<FigureKind> = [.step2Minimum, .step2Median, .percentDO, .percentIMG]

  /// One cell.
  private struct Cell {
    let value: Double
    let record: DelimitedRecord
    let column: Int

    var line: Int { record.line }
  }

  private var cells: [String: [FigureKind: Cell]] = [:]
  private let columns: FigureColumns
  private var found: [DelimitedTextError] = []

  init(columns: FigureColumns) { self.columns = columns }

  /// Takes a row's figures for the programs that it joined.
  mutating func add(
    _ values: [(kind: FigureKind, value: FigureValue)], of record: DelimitedRecord,
    to programs: [Program]
  ) {
    for (kind, value) in values where Self.kinds.contains(kind) {
      guard case .number(let number) = value, let column = columns.column(of: kind) else {
        continue
      }
      let cell = Cell(value: number, record: record, column: column)
      for program in programs {
        if let first = cells[program.code]?[kind] {
          if first.value != number {
            note(
              cell,
              "\(FigureValue.printed(first.value)), as on line \(first.line) for the same program "
                + program.code)
          }
        } else {
          cells[program.code, default: [:]][kind] = cell
        }
      }
    }
  }

  /// Takes a row whose code no program has.
  mutating func addUnknown(
    _ values: [(kind: FigureKind, value: FigureValue)], of record: DelimitedRecord,
    key: ProgramJoin.Key
  ) {
    guard values.contains(where: { Self.kinds.contains($0.kind) }),
      let column = columns.keys[key.code == nil ? .acgmeID : .code]
    else { return }
    found.append(
      record.badValue(
        column,
        accepted: "the code of a program of the directory (smartpick programs search finds it)"))
  }

  /// Everything found, in the order of the file; figures imported earlier count where the file has
  /// none.
  mutating func problems(after earlier: ImportedFigures) -> [DelimitedTextError] {
    for (code, own) in cells.sorted(by: { $0.key < $1.key }) {
      checkScores(own, earlier[code])
      checkShares(own, earlier[code])
    }
    return found.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
  }

  private mutating func checkScores(_ own: [FigureKind: Cell], _ earlier: ProgramFigures) {
    let minimum = own[.step2Minimum]
    let median = own[.step2Median]
    guard let low = minimum?.value ?? earlier.number(.step2Minimum)?.value,
      let middle = median?.value ?? earlier.number(.step2Median)?.value, low > middle
    else { return }
    if let minimum, (median?.line ?? 0) <= minimum.line {
      note(
        minimum,
        "no more than the program's step2_median of \(FigureValue.printed(middle)) "
          + place(median, earlier.number(.step2Median)))
    } else if let median {
      note(
        median,
        "no less than the program's step2_min of \(FigureValue.printed(low)) "
          + place(minimum, earlier.number(.step2Minimum)))
    }
  }

  private mutating func checkShares(_ own: [FigureKind: Cell], _ earlier: ProgramFigures) {
    let osteopaths = own[.percentDO]
    let graduates = own[.percentIMG]
    guard let first = osteopaths?.value ?? earlier.number(.percentDO)?.value,
      let second = graduates?.value ?? earlier.number(.percentIMG)?.value,
      first + second > 100 + 1e-9
    else { return }
    if let graduates, (osteopaths?.line ?? 0) <= graduates.line {
      note(
        graduates,
        "no more than \(FigureValue.printed(100 - first)), since pct_do is "
          + "\(FigureValue.printed(first)) " + place(osteopaths, earlier.number(.percentDO)))
    } else if let osteopaths {
      note(
        osteopaths,
        "no more than \(FigureValue.printed(100 - second)), since pct_img is "
          + "\(FigureValue.printed(second)) " + place(graduates, earlier.number(.percentIMG)))
    }
  }

  /// "on line 3", or "in spring.csv of 2026-01-06, imported earlier".
  private func place(_ cell: Cell?, _ earlier: Figure<Double>?) -> String {
    if let cell { return "on line \(cell.line)" }
    if case .yours(let file, let date, _) = earlier?.origin {
      return "in \(file) of \(date), imported earlier"
    }
    return "known earlier"
  }

  private mutating func note(_ cell: Cell, _ accepted: String) {
    let problem = cell.record.badValue(cell.column, accepted: accepted)
    // A row may have joined several tracks of one accreditation.
    if !found.contains(where: { $0.line == problem.line && $0.column == problem.column }) {
      found.append(problem)
    }
  }
}
