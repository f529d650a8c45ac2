import Advising
import MatchFacts
import ScoreReading
import Words

/// What stands above everything else: the verdict, led by the worse of two readings; the one thing to do
/// today; the one thing to stop worrying about.
struct FirstScreen {
  let advice: Advice

  /// A heading and what stands small beside it.
  struct Line {
    var headline: String
    var remark: String
  }

  /// The verdict on the most wanted specialty: how programs read the scores or where the score stands
  /// among those who matched, whichever is worse.
  var lead: Line? {
    guard let reading = advice.reading.first else { return nil }
    let read = Line(headline: Labels.headline(reading), remark: Labels.meaning(reading))
    guard let standing = advice.standing.first(where: { $0.specialty == reading.specialty }),
      let place = standing.place, let words = Labels.place(standing),
      Self.weight(place) > Self.weight(reading.shares.verdict)
    else { return read }
    let score = place == .edge ? "On the low side for" : "Low for"
    return Line(
      headline: "\(score) \(reading.specialty.name)",
      remark: "\(Self.lowered(words)); \(Self.other(reading))")
  }

  private static func other(_ reading: Reading) -> String {
    reading.isAboutDrop == false
      ? lowered(Labels.headline(reading))
      : "the change by itself is " + lowered(Labels.headline(reading))
  }

  private static func lowered(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  private static func weight(_ verdict: Reading.Verdict) -> Int {
    switch verdict {
    case .blip: 0
    case .signal: 1
    case .problem: 2
    }
  }

  private static func weight(_ place: Standing.Place) -> Int {
    switch place {
    case .above, .within: 0
    case .edge: 1
    case .below: 2
    }
  }

  /// The one thing to do next, and the heading it stands under.
  var task: (title: String, text: String)? {
    if let step = advice.plan.firstStep {
      return ("Do this today", step.title)
    }
    if let position = advice.position, position.isPastApplying {
      return ("Do this now", position.monthShort + ". " + position.month)
    }
    return advice.plan.steps.first {
      !$0.isOfficial && ($0.horizon == .thisWeek || $0.horizon == .thisMonth)
    }
    .map { ("Do this by \($0.by.description)", $0.title) }
  }

  /// The one thing that needs no more thought: what is over, what is strong, or what nobody sees.
  var ease: String? {
    if let position = advice.position, position.isPastApplying, let over = position.over.first {
      return over
    }
    let isCalm = advice.reading.first?.shares.verdict == .blip
    if isCalm, let standing = advice.standing.first, standing.place == .above {
      return standing.sentence
    }
    if advice.explanation.verdict != .explain, let reason = advice.explanation.reasons.first {
      return "Explaining the score. \(reason)"
    }
    if let strong = advice.reading.first?.findings.filter({ $0.points < 0 })
      .min(by: { $0.points < $1.points })
    {
      return "Already on your side: \(Self.lowered(strong.text))."
    }
    return advice.perspective.first
  }
}

extension ReportSections {
  /// The verdict in a sentence, the hundred dots, what to do, what to let go.
  var firstScreen: Markup {
    let screen = FirstScreen(advice: advice)
    var markup = Markup()
    if let line = screen.lead, let reading = advice.reading.first {
      markup += """
        <div class="verdict-head"><p class="eyebrow">\(Labels.subject(reading, advice))</p>
        <h3 class="verdict-word">\(line.headline) <small>\(line.remark)</small></h3></div>

        """
    }
    if ChanceText.whyNone(advice) == nil, let couple = advice.couple {
      markup += """
        <div><h3>As a couple: chance that you both match</h3>
        <p class="range">\(IntervalText.chanceSentence(couple.chances.both))</p>
        <p>In one place: <strong>\(IntervalText.chanceSentence(couple.chances.together))</strong></p></div>

        """
    }
    markup += chance
    var next = Markup()
    if let task = screen.task {
      next += "<p class=\"callout\"><strong>\(task.title)</strong>\(task.text)</p>\n"
    }
    if let ease = screen.ease {
      next += "<p class=\"callout ease\"><strong>Stop worrying about this</strong>\(ease)</p>\n"
    }
    return next.isEmpty ? markup : markup + "<div class=\"next\">\(next)</div>\n"
  }

  /// The chance as a hundred people, or why none is told any more.
  private var chance: Markup {
    if let reason = ChanceText.whyNone(advice) { return "<p class=\"range\">\(reason)</p>\n" }
    let picture = figure("verdict-chance") {
      HundredPeopleChart(advice.odds).chart(id: $0, width: $1)
    }
    return """
      <div><h3>\(CoupleText.chanceTitle(advice))</h3>
      <p class="range">\(ChanceText.headline(advice.odds, isOwnList: isOwnList))</p>
      \(inFirstChoice)\(openExam)</div>
      \(picture)
      """
  }
}
