import AdviceRendering
import Advising
import ApplicantFile
import MatchFacts
import ScoreReading

/// Some programs in columns: chances, what each asks for, and the reasons that differ.
struct SideBySidePage: Sendable {
  /// Columns that still fit side by side.
  static let most = 5

  var desk: AdviceDesk
  var columns: [(program: Program, outlook: ProgramOutlook?)]
  var fileText: String

  var page: Markup {
    PageFrame(
      title: "Programs side by side", style: "wide-page",
      main: """
        <div class="title"><h1>Programs side by side</h1></div>
        <section class="section" aria-labelledby="side-title">
        <h2 id="side-title" class="hidden-visually">Each program in a column</h2>
        \(columns.count < 2 ? hint : "")\(columns.isEmpty ? "" : table)</section>
        <form method="post" action="/advice#list"><input type="hidden" name="file" \
        value="\(fileText)"><p class="actions"><button class="button quiet" type="submit">Back \
        to the advice</button></p></form>

        """
    ).page
  }

  private var hint: Markup {
    """
    <p>Choose two to \(Self.most) programs in the list with “Compare”, then press “Compare the \
    chosen ones”.</p>

    """
  }

  private var table: Markup {
    let heads = columns.markup { column in
      let place = [column.program.city, column.program.state].compactMap { $0 }
      return """
        <th scope="col"><a href="/programs/\(column.program.code)">\
        \(column.program.institution)</a><span class="sub small">\(column.program.name) · \
        \(place.joined(separator: ", ")) · \(column.program.code)</span></th>
        """
    }
    let rows = (facts + reasons).markup { row in
      """
      <tr><th scope="row">\(row.title)</th>\(row.cells.markup { "<td>\($0)</td>" })</tr>

      """
    }
    return """
      <div class="scroll" role="group" aria-label="Programs side by side" tabindex="0">\
      <table class="side-by-side"><caption>Chances are yours, as 80% intervals. Reasons in tenths of \
      the log-odds of an interview: +7 doubles the odds. Only reasons that differ are \
      shown.</caption>
      <thead><tr><td></td>\(heads)</tr></thead>
      <tbody>\(rows)</tbody></table></div>

      """
  }

  private typealias Row = (title: String, cells: [Markup])

  private var facts: [Row] {
    var rows: [Row] = []
    for signal in ListedProgram.Signal.allCases {
      let chances = columns.map { $0.outlook?.odds.interview[signal] }
      guard chances.contains(where: { $0 != nil }) else { continue }
      let title = signal == .none ? "Interview, no signal" : "Interview, \(signal.rawValue) signal"
      let word = signal == .single ? "Interview, with a signal" : title
      rows.append((word, chances.map { $0.map { "\(IntervalText.chance($0))" } ?? "–" }))
    }
    rows.append(
      (
        "Takes you, if you rank it",
        columns.map { column in
          guard let odds = column.outlook?.odds else { return "–" }
          return odds.isEligible
            ? "\(IntervalText.chance(odds.match.none))"
            : "ruled out: \(odds.ruledOutBy.joined(separator: " "))"
        }
      ))
    rows.append(
      (
        "Asks (100: the strongest files)",
        columns.map { column in
          column.outlook.map { "\(NumberText.fixed($0.odds.standing.percentile))" } ?? "–"
        }
      ))
    rows.append(
      (
        "Positions",
        columns.map { column in
          column.program.positions.map { positions in
            let year = column.program.positionsYear.map { " (\($0))" } ?? ""
            return "\(positions)\(year)"
          } ?? "–"
        }
      ))
    return rows
  }

  /// Reasons that do not count the same in every column.
  private var reasons: [Row] {
    var order: [String] = []
    var points: [String: [Int: Double]] = [:]
    for (index, column) in columns.enumerated() {
      for reason in column.outlook?.reasons ?? [] {
        if points[reason.text] == nil { order.append(reason.text) }
        points[reason.text, default: [:]][index] = reason.points
      }
    }
    return order.compactMap { text in
      let byColumn = points[text] ?? [:]
      let values = columns.indices.map { byColumn[$0] }
      guard Set(values).count > 1 else { return nil }
      return (
        text, values.map { $0.map { "\(NumberText.signed($0, decimals: 1))" } ?? "–" }
      )
    }
  }
}
