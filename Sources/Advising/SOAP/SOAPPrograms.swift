import MatchFacts
import RankLists

/// The programs that SOAP is about: those of the list, or, before it is out, of past years.
struct SOAPPrograms {
  /// One of them.
  struct Row {
    var program: Program
    var positions: Int?
  }

  let rows: [Row]
  let isRehearsal: Bool
  /// Codes on the list that the directory does not have.
  let unknown: [String]
  /// Lines not understood.
  let skipped: [UnfilledList.Skipped]
  /// The year of the past positions by state.
  let pastYear: Int?
  /// Positions unfilled in that year, by state.
  let byState: [String: Int]

  init(_ directory: ProgramDirectory, _ list: UnfilledList?) {
    let years = Dictionary(
      grouping: directory.programs.flatMap { $0.fillHistory.map(\.year) }, by: \.self
    ).mapValues(\.count)
    // The latest year that is known of the country, not of a few states alone.
    let most = years.values.max() ?? 0
    let year = years.filter { $0.value * 2 > most }.keys.max()
    pastYear = year
    var byState: [String: Int] = [:]
    for program in directory.programs {
      guard let state = program.state,
        let fill = program.fillHistory.first(where: { $0.year == year })
      else { continue }
      byState[state, default: 0] += max(0, fill.offered - fill.filled)
    }
    self.byState = byState.filter { $0.value > 0 }
    guard let list else {
      isRehearsal = true
      unknown = []
      skipped = []
      rows = directory.programs.compactMap { program in
        guard let fill = program.fillHistory.first(where: { $0.year == year }),
          fill.offered > fill.filled
        else { return nil }
        return Row(program: program, positions: fill.offered - fill.filled)
      }
      return
    }
    isRehearsal = false
    skipped = list.skipped
    unknown = list.rows.map(\.code).filter { directory[$0] == nil }
    rows = list.rows.compactMap { row in
      directory[row.code].map { Row(program: $0, positions: row.positions) }
    }
  }
}
