import Advising
import MatchFacts
import ScoreReading
import Words

extension ReportSections {
  /// The first screen, and what its number rests on.
  var verdict: Markup {
    var markup = Markup()
    for line in advice.explanation.support ?? [] { markup += "<p><strong>\(line)</strong></p>\n" }
    markup += firstScreen
    return markup
      + (isPage
        ? Elements.fold("How sure that is, and what it rests on", foundations) : foundations)
  }

  /// How the scores are read in each specialty, and how sure the chance is.
  private var foundations: Markup {
    guard ChanceText.whyNone(advice) == nil else { return readings }
    var markup = Markup()
    let odds = advice.odds
    markup += "<p>\(ChanceText.interval(odds))</p>\n"
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
    return markup + readings
  }

  /// Blip, signal or problem, specialty by specialty.
  private var readings: Markup {
    advice.reading.enumerated().markup { index, reading in
      let bar = figure("verdict-\(index)") {
        ShareBarChart(reading).chart(id: $0, width: $1)
      }
      return """
        <div class="verdict-head other"><p class="eyebrow">\(Labels.subject(reading, advice))</p>
        <h3 class="verdict-word">\(Labels.headline(reading)) <small>\(Labels.meaning(reading))\
        </small></h3></div>
        \(bar)<p>\(reading.sentence)</p>

        """
    }
  }

  var isOwnList: Bool { advice.position?.isOwnList ?? false }

  /// What the chance becomes over everything that an open exam may bring.
  var openExam: Markup {
    guard let text = ChanceText.openExam(advice) else { return "" }
    return "<p>\(text)</p>\n"
  }

  /// With a backup on the list the overall chance says little of the wish itself.
  var inFirstChoice: Markup {
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
