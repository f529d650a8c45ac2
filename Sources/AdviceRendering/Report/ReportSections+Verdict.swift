import Advising
import MatchFacts
import ScoreReading
import Words

extension ReportSections {
  /// Blip, signal or problem; the chance as a range; what to do first.
  var verdict: Markup {
    var markup = Markup()
    for line in advice.explanation.support ?? [] { markup += "<p><strong>\(line)</strong></p>\n" }
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
    let picture = Elements.figure("verdict-chance") {
      HundredPeopleChart(odds).chart(id: $0, width: $1)
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
      <p class="range">\(ChanceText.headline(odds, isOwnList: isOwnList))</p>
      \(inFirstChoice)\(openExam)</div>
      \(picture)<p>\(ChanceText.interval(odds))</p>

      """
    if let published = ChanceText.published(odds) { markup += "<p>\(published)</p>\n" }
    if let newest = ChanceText.newest(odds) { markup += "<p>\(newest)</p>\n" }
    if let note = ChanceText.whoseList(advice) { markup += "<p>\(note)</p>\n" }
    markup += unseenRest
    markup += """
      <p>\(ChanceText.interviews(odds, isOwnList: advice.currentList != nil))</p>

      """
    if advice.position?.isPastApplying != true {
      markup += Elements.facts(
        [
          ("Invitations, by these odds", "\(IntervalText.number(odds.expectedInterviews))"),
          ("Programs on the list", "\(NumberText.grouped(advice.list.programs.count))"),
          ("Application fees", "\(NumberText.dollars(advice.list.fees))"),
        ], style: "tiles")
    }
    if let step = advice.plan.firstStep {
      markup += """
        <p class="callout"><strong>First thing to do today</strong>\(step.title)</p>

        """
    }
    if let sentence = advice.perspective.first {
      markup += "<p>\(sentence)</p>\n"
    }
    return markup
  }

  private var isOwnList: Bool { advice.position?.isOwnList ?? false }

  /// What the chance becomes over everything that an open exam may bring.
  private var openExam: Markup {
    guard advice.scoreTrend == nil, let outlook = advice.examOutlook else { return "" }
    return """
      <p>That is with \(outlook.exam) \("\(outlook.middle)"), the middle of what is likely; over all its \
      outcomes the chance is about <strong>\(NumberText.percent(outlook.match))</strong>.</p>

      """
  }

  /// With a backup on the list the overall chance says little of the wish itself.
  private var inFirstChoice: Markup {
    let odds = advice.odds
    guard odds.bySpecialty.count > 1, let first = odds.bySpecialty.first else { return "" }
    return """
      <p>In \(first.specialty.name), your first choice: \
      <strong>\(ChanceText.hundred(odds.matchInFirstChoice.estimate))</strong></p>

      """
  }

  /// What programs see and the file does not say, and which answers would tell.
  private var unseenRest: Markup {
    guard let unseen = ChanceText.unseen(advice.odds) else { return "" }
    let answers = ChanceText.telling(advice.odds)
    var markup: Markup = "<p>\(unseen)\(ChanceText.whatTells(advice.odds))</p>\n"
    guard !answers.isEmpty else { return markup }
    var items = Markup()
    for answer in answers { items += "<li>\(answer)</li>" }
    markup += "<ul>\(items)</ul>\n"
    return markup
  }
}
