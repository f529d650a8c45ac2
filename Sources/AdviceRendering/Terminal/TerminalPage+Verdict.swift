import Advising
import ApplicantFile
import MatchFacts
import ScoreReading
import Words

extension TerminalPage {
  /// Who and when.
  mutating func title(_ advice: Advice) {
    let left = Labels.title(advice.applicant)
    let right = PlainText.singleLine("\(advice.plan.season), as of \(advice.plan.asOf)")
    let room = width - DisplayWidth.columns(left) - DisplayWidth.columns(right)
    if room >= 2 {
      line(style.paint(left, .heading) + String(repeating: " ", count: room) + right)
    } else {
      paragraph(left, indent: 0, role: .heading)
      paragraph(right, indent: 0)
    }
    let facts = Labels.facts(advice.applicant).joined(separator: " · ")
    paragraph(facts, indent: 0, role: .muted)
  }

  /// Blip, signal or problem; the chance as a range; the first thing to do.
  mutating func verdict(_ advice: Advice) {
    for line in advice.explanation.support ?? [] { paragraph(line, indent: 0, role: .strong) }
    heading(ReportSection.verdict.title)
    for reading in advice.reading {
      subheading(
        "\(Labels.subject(reading, advice)): \(Labels.headline(reading).lowercased()) "
          + "(\(Labels.meaning(reading)))")
      sharesBar(reading.shares, indent: 2)
      paragraph(reading.sentence)
    }
    if let none = ChanceText.whyNone(advice) {
      paragraph(none, role: .strong)
    } else {
      chances(advice)
    }
    if let sentence = advice.perspective.first {
      blank()
      paragraph(sentence)
    }
    if let step = advice.plan.firstStep {
      blank()
      paragraph("First thing to do: \(step.title)", role: .strong)
    }
  }

  /// What chance there is, of whom, and what the list brings.
  private mutating func chances(_ advice: Advice) {
    let odds = advice.odds
    if let couple = advice.couple {
      subheading(CoupleText.headline(couple))
      rangeBar(couple.chances.both)
    }
    if advice.couple != nil { subheading(CoupleText.chanceTitle(advice)) }
    chance(odds, isOwnList: advice.position?.isOwnList ?? false)
    if let open = ChanceText.openExam(advice) { paragraph(open) }
    if let note = ChanceText.whoseList(advice) { paragraph(note) }
    let applications = odds.bySpecialty.reduce(0) { $0 + $1.applications }
    let invitations = ChanceText.interviews(odds, isOwnList: advice.currentList != nil)
    if !invitations.isEmpty, advice.position.map({ $0.stage < .ranking }) ?? true {
      paragraph(invitations)
    }
    if advice.position?.isPastApplying != true {
      paragraph(
        "The list: \(NumberText.count(applications, "application")) for "
          + "\(NumberText.dollars(advice.list.fees)) in fees, which by these odds bring "
          + "\(IntervalText.number(odds.expectedInterviews)) invitations.",
        role: .muted)
    }
  }

  /// The chance as a frequency, its picture, the published rate, and what the file does not say.
  private mutating func chance(_ odds: Odds, isOwnList: Bool) {
    subheading(ChanceText.headline(odds, isOwnList: isOwnList))
    if let first = firstChoice(odds) { paragraph(first, role: .strong) }
    hundredPeople(HundredPeople(odds))
    paragraph(ChanceText.interval(odds))
    if let published = ChanceText.published(odds) { paragraph(published) }
    if let newest = ChanceText.newest(odds) { paragraph(newest) }
    if let unseen = ChanceText.unseen(odds) {
      paragraph(unseen + ChanceText.whatTells(odds))
      for answer in ChanceText.telling(odds) { bullet(answer) }
    }
  }

  /// A hundred dots with their legend.
  private mutating func hundredPeople(_ people: HundredPeople) {
    let columns = width >= 62 ? 50 : 20
    for row in TerminalBars.hundred(people, columns: columns, style: style) { line("  " + row) }
    let marks = people.legend.map { fate, text in
      TerminalBars.mark(HundredPeople.Person(fate: fate, isOpen: false)) + " " + text
    }
    let open = people.low < people.high ? ["◉ ◌ could go either way"] : []
    paragraph((marks + open).joined(separator: "   "), role: .muted)
  }

  /// The chance in the most wanted specialty, where the list holds others as well: the overall
  /// chance would hide it.
  private func firstChoice(_ odds: Odds) -> String? {
    guard odds.bySpecialty.count > 1, let first = odds.bySpecialty.first else { return nil }
    return "In \(first.specialty), your first choice: "
      + "\(ChanceText.hundred(odds.matchInFirstChoice.estimate))."
  }

  /// The short answer once more, in words.
  mutating func recap(_ advice: Advice) {
    heading("In short")
    for reading in advice.reading {
      bullet("\(Labels.subject(reading, advice)): \(Labels.headline(reading).lowercased())")
    }
    if let couple = advice.couple { bullet(CoupleText.headline(couple)) }
    bullet(
      ChanceText.headline(advice.odds, isOwnList: advice.position?.isOwnList ?? false))
    if let first = firstChoice(advice.odds) { bullet(first) }
    if let step = advice.plan.firstStep {
      bullet("Today: \(step.title)")
    }
    paragraph("The whole report is above; --html writes it as a page.", role: .muted)
  }

  /// The three shares as a bar with its legend.
  mutating func sharesBar(_ shares: Reading.Shares, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    let barWidth = min(60, width - indent)
    line(margin + TerminalBars.shares(shares, width: barWidth, style: style))
    let percents = NumberText.percents(shares)
    let legend = [
      style.paint("█ blip \(percents.blip)", .blip),
      style.paint("▓ signal \(percents.signal)", .signal),
      style.paint("░ problem \(percents.problem)", .problem),
    ]
    line(margin + legend.joined(separator: "   "))
  }

  /// A range of a chance on the scale from 0 to 100 %.
  mutating func rangeBar(_ interval: Interval, indent: Int = 2) {
    let margin = String(repeating: " ", count: indent)
    let barWidth = min(60, width - indent)
    line(margin + TerminalBars.range(interval, width: barWidth, style: style))
    line(margin + style.paint(TerminalBars.scale(width: barWidth), .muted))
  }

  /// A section that is a list of sentences.
  mutating func bullets(
    _ texts: [String], under title: String, mark: String = "•", role: TerminalRole? = nil
  ) {
    guard !texts.isEmpty else { return }
    heading(title)
    for text in texts { bullet(text, mark: mark, markRole: role) }
  }
}
