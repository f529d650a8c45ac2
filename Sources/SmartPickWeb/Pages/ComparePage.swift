import AdviceRendering
import Advising
import ApplicantFile
import ScoreReading

/// The file as it is beside two changed ones.
struct ComparePage: Sendable {
  var asIs: Advice
  var sides: [(changes: [FileEdit], advice: Advice)]
  var form: CompareForm

  var page: Markup {
    let comparisons = sides.map { side in
      AdviceComparison(
        changes: side.changes.map { "\($0.path)=\($0.value)" }, before: asIs, after: side.advice)
    }
    let names = sides.map { side in
      side.changes.map { change in
        "\(FieldGuide.of(change.path)?.title ?? change.path): \(change.value)"
      }.joined(separator: ", ")
    }
    let head = names.markup { "<th scope=\"col\" class=\"number\">\($0)</th>" }
    let figures = comparisons.first?.rows.map(\.figure) ?? []
    let body = figures.markup { figure in
      let rows = comparisons.map { $0.rows.first { $0.figure == figure } }
      let cells = rows.markup { row in
        let changed: Markup = row?.isChanged == true ? " changed" : ""
        return "<td class=\"number\(changed)\">\(row?.after ?? "–")</td>"
      }
      return """
        <tr><th scope="row">\(figure)</th><td class="number">\
        \(rows.compactMap { $0 }.first?.before ?? "–")</td>\(cells)</tr>

        """
    }
    return PageFrame(
      title: "Two changes side by side", style: "narrow-page",
      main: """
        <div class="title"><h1>Two changes side by side</h1>
        <p class="muted">Every figure as your file is, and with each change. What differs is \
        marked.</p></div>
        <section class="section" aria-labelledby="ranges-title"><h2 id="ranges-title">Chance of \
        matching</h2>
        \(chart(names))</section>
        <section class="section" aria-labelledby="table-title"><h2 id="table-title">Every \
        figure</h2>
        <div class="scroll" role="region" aria-label="Figures, scrolling sideways" tabindex="0"><table \
        class="compare"><caption class="hidden-visually">Figures as they are and with each \
        change</caption><thead><tr><th scope="col">Figure</th><th scope="col" class="number">As it \
        is</th>\(head)</tr></thead>
        <tbody>\(body)</tbody></table></div></section>
        \(form.markup)
        <form method="post" action="/advice#compare"><input type="hidden" name="file" \
        value="\(form.fileText)"><p class="actions"><button class="button quiet" \
        type="submit">Back to the advice</button></p></form>

        """
    ).page
  }

  private func chart(_ names: [String]) -> Markup {
    var rows = [MatchRangeChart.Row(label: "As it is", chance: asIs.odds.match)]
    for (name, side) in zip(names, sides) {
      rows.append(.init(label: name.isEmpty ? "No change" : name, chance: side.advice.odds.match))
    }
    let chart = MatchRangeChart(rows: rows)
    return ChartFigure.markup("compare-ranges") { chart.chart(id: $0, width: $1) }
  }
}

/// A chart in both widths; the style sheet shows the one that fits.
enum ChartFigure {
  static func markup(_ id: String, _ draw: (String, Double) -> Chart) -> Markup {
    """
    <figure><div class="wide">\(draw("\(id)-wide", ChartWidth.wide.rawValue).inline)</div>\
    <div class="narrow">\(draw("\(id)-narrow", ChartWidth.narrow.rawValue).inline)</div></figure>

    """
  }
}
