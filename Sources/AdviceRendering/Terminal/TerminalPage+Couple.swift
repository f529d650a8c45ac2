import Advising
import ApplicantFile
import MatchFacts
import ScoreReading

extension TerminalPage {
  /// The joint answer, the joint list, each one's programs and price, the places.
  mutating func couple(_ couple: CoupleAdvice) {
    heading(ReportSection.couple.title)
    for sentence in couple.summary { bullet(sentence) }
    chanceTable(couple)
    pairTable(couple)
    placeTable(couple)
    for partner in [couple.first, couple.second] { programs(of: partner, in: couple) }
    subheading("Couples in past Matches")
    for fact in couple.facts { bullet(fact.text) }
    blank()
    row("How good it is", CoupleText.quality(couple))
    for sentence in couple.method { bullet(sentence, role: .muted) }
  }

  private mutating func chanceTable(_ couple: CoupleAdvice) {
    subheading("Chances, as 80% intervals")
    let table = TerminalTable(
      [
        .init(title: "", width: 0),
        .init(title: "ranking together", width: 16, isRightAligned: true),
        .init(title: "each alone", width: 10, isRightAligned: true),
      ], in: width)
    line(style.paint(table.header, .muted))
    for (name, own, apart) in CoupleText.chances(couple) {
      line(table.row([name, IntervalText.chance(own), IntervalText.chance(apart)]))
    }
  }

  private mutating func pairTable(_ couple: CoupleAdvice) {
    subheading(
      "The joint list: \(NumberText.count(couple.pairs.count, "pair")) of "
        + "\(NumberText.grouped(couple.possiblePairs)) worth ranking")
    let table = TerminalTable(
      [
        .init(title: "#", width: 3, isRightAligned: true),
        .init(title: couple.first.name, width: 0), .init(title: "st", width: 2, isOptional: true),
        .init(title: couple.second.name, width: 22), .init(title: "st", width: 2, isOptional: true),
        .init(title: "near", width: 9, isOptional: true),
        .init(title: "lands", width: 5, isRightAligned: true),
      ], in: width)
    line(style.paint(table.header, .muted))
    for pair in couple.pairs.prefix(CoupleText.shownPairs) {
      line(
        table.row([
          String(pair.rank), pair.first?.institution ?? "—", state(pair.first),
          pair.second?.institution ?? "—", state(pair.second), short(pair),
          NumberText.percent(pair.landing),
        ]))
    }
    if couple.pairs.count > CoupleText.shownPairs {
      let shown = couple.pairs[CoupleText.shownPairs - 1]
      paragraph(
        "…and \(couple.pairs.count - CoupleText.shownPairs) more (those above: "
          + "\(NumberText.percent(shown.cumulative)) in all); every pair with --couples or --html",
        role: .muted)
    }
    paragraph("lands: chance that this is the pair you both get.", role: .muted)
  }

  private func state(_ side: CoupleAdvice.Side?) -> String {
    side.map { String($0.place.suffix(2)) } ?? ""
  }

  private func short(_ pair: CoupleAdvice.Pair) -> String {
    switch pair.nearness {
    case .sameCity: "one city"
    case .commute, .sameState, .apart: pair.miles.map { "\(NumberText.grouped($0)) mi" } ?? ""
    case .alone: ""
    }
  }

  private mutating func placeTable(_ couple: CoupleAdvice) {
    guard !couple.places.isEmpty else { return }
    subheading("Places, by the chance that you both end up there")
    let table = TerminalTable(
      [
        .init(title: "place", width: 0),
        .init(title: "programs", width: 8, isRightAligned: true, isOptional: true),
        .init(title: "open to each", width: 13, isRightAligned: true, isOptional: true),
        .init(title: "together", width: 8, isRightAligned: true),
      ], in: width)
    line(style.paint(table.header, .muted))
    for place in couple.places.prefix(10) {
      line(
        table.row([
          place.name + (place.includes.isEmpty ? "" : " and around"),
          "\(place.firstPrograms) + \(place.secondPrograms)",
          "\(NumberText.percent(place.firstOpen)), \(NumberText.percent(place.secondOpen))",
          NumberText.percent(place.together),
        ]))
    }
  }

  private mutating func programs(of partner: CoupleAdvice.Partner, in couple: CoupleAdvice) {
    subheading(
      "\(partner.name): apply to \(NumberText.count(partner.programs.count, "program")), "
        + "\(NumberText.dollars(partner.fees)), about "
        + "\(NumberText.fixed(partner.expectedInterviews)) interviews")
    let table = TerminalTable(
      [
        .init(title: "code", width: 9, isOptional: true), .init(title: "institution", width: 0),
        .init(title: "st", width: 2, isOptional: true), .init(title: "signal", width: 6),
        .init(title: "interview", width: 9, isRightAligned: true, isOptional: true),
        .init(title: "near", width: 4, isRightAligned: true, isOptional: true),
        .init(title: "lands", width: 5, isRightAligned: true),
      ], in: width)
    line(style.paint(table.header, .muted))
    for entry in partner.programs.prefix(12) {
      line(
        table.row([
          entry.code, (entry.isOnOwnList ? "" : "+ ") + entry.institution, entry.state ?? "",
          CoupleText.signal(entry), IntervalText.chance(entry.interview),
          String(entry.partnerProgramsNear), NumberText.percent(entry.landing),
        ]))
    }
    if partner.programs.count > 12 {
      paragraph("…and \(partner.programs.count - 12) more; all of them with --html", role: .muted)
    }
    paragraph(
      "+: not on the list that would be best alone. near: programs on the other's list within the "
        + "commute.", role: .muted)
  }
}
