import Advising
import MatchFacts
import ScoreReading

extension ReportSections {
  /// Blip, signal or problem; the chance as a range; what to do first.
  var verdict: Markup {
    var markup = Markup()
    for (index, reading) in advice.reading.enumerated() {
      let bar = Elements.figure("verdict-\(index)") {
        ShareBarChart(reading).chart(id: $0, width: $1)
      }
      let style = index == 0 ? "verdict-head" : "verdict-head other"
      markup += """
        <div class="\(style)"><p class="eyebrow">\(Labels.subject(reading, advice))</p>
        <h3 class="verdict-word">\(Labels.headline(reading)) <small>\(Labels.meaning(reading))\
        </small></h3></div>
        \(bar)<p>\(reading.sentence)</p>

        """
    }
    let odds = advice.odds
    var rows = [MatchRangeChart.Row(label: "Anywhere on the list", chance: odds.match)]
    var inFirstChoice = Markup()
    if odds.bySpecialty.count > 1, let first = odds.bySpecialty.first {
      // With a backup on the list the overall chance says little of the wish itself.
      rows.append(.init(label: "In \(first.specialty.name)", chance: odds.matchInFirstChoice))
      inFirstChoice = """
        <p>In \(first.specialty.name), your first choice: \
        <strong>\(IntervalText.chanceSentence(odds.matchInFirstChoice))</strong></p>

        """
    }
    let range = Elements.figure("verdict-chance") {
      MatchRangeChart(title: "Chance of matching with this list", rows: rows)
        .chart(id: $0, width: $1)
    }
    if let couple = advice.couple {
      markup += """
        <div><h3>As a couple: chance that you both match</h3>
        <p class="range">\(IntervalText.chanceSentence(couple.chances.both))</p>
        <p>In one place: <strong>\(IntervalText.chanceSentence(couple.chances.together))</strong></p></div>

        """
    }
    markup += """
      <div><h3>\(CoupleText.chanceTitle(advice))</h3>
      <p class="range">\(IntervalText.chanceSentence(odds.match))</p>
      \(inFirstChoice)\(openExam)</div>
      \(range)<p class="muted small">The bar is an 80% interval: in eight of ten such cases the true \
      chance lies within it. A single figure would claim more than anyone knows.</p>

      """
    markup += Elements.facts(
      [
        ("Interviews expected", "\(IntervalText.number(odds.expectedInterviews))"),
        ("Programs on the list", "\(NumberText.grouped(advice.list.programs.count))"),
        ("Application fees", "\(NumberText.dollars(advice.list.fees))"),
      ], style: "tiles")
    if let step = advice.plan.steps.first(where: { $0.horizon == .today }) {
      markup += """
        <p class="callout"><strong>First thing to do today</strong>\(step.title)</p>

        """
    }
    if let sentence = advice.perspective.first {
      markup += "<p>\(sentence)</p>\n"
    }
    return markup
  }

  /// What the chance becomes over everything that an open exam may bring.
  private var openExam: Markup {
    guard advice.scoreTrend == nil, let outlook = advice.examOutlook else { return "" }
    return """
      <p>That is with \(outlook.exam) \("\(outlook.middle)"), the middle of what is likely; over all its \
      outcomes the chance is about <strong>\(NumberText.percent(outlook.match))</strong>.</p>

      """
  }
}
