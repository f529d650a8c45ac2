import Advising
import ApplicantFile
import MatchFacts
import ScoreReading

extension ReportSections {
  /// The joint answer, the joint list, each one's programs and price, the places.
  var couple: Markup {
    guard let couple = advice.couple else { return "" }
    var markup = Elements.points(couple.summary)
    markup += Elements.table(
      caption: "Chances, as 80% intervals",
      [
        .init(title: "Outcome"), .init(title: "Ranking together", isNumber: true),
        .init(title: "Each alone", isNumber: true),
      ],
      CoupleText.chances(couple).map { name, own, apart in
        [
          "\(name)", "\(IntervalText.chance(own))\(Elements.miniRange(own))",
          "\(IntervalText.chance(apart))\(Elements.miniRange(apart))",
        ]
      })
    markup += Elements.table(
      caption: "What the couple costs each",
      [
        .init(title: "Partner"), .init(title: "Match alone", isNumber: true),
        .init(title: "In the couple", isNumber: true),
        .init(title: "Preference alone", isNumber: true),
        .init(title: "In the couple", isNumber: true),
      ],
      [couple.first, couple.second].map { partner in
        [
          "\(partner.name)", "\(NumberText.percent(partner.matchAlone))",
          "\(IntervalText.chance(partner.matchInCouple))",
          "\(NumberText.fixed(100 * partner.preferenceAlone)) of 100",
          "\(NumberText.fixed(100 * partner.preferenceInCouple)) of 100",
        ]
      })
    markup += Elements.part("The joint list", pairList(couple))
    if !couple.places.isEmpty { markup += Elements.part("Places", placeTable(couple)) }
    for (partner, other) in [(couple.first, couple.second), (couple.second, couple.first)] {
      markup += Elements.part(
        "\(partner.name): \(NumberText.count(partner.programs.count, "program"))",
        programTable(partner, other))
    }
    let facts = couple.facts.markup { fact in
      "<li>\(fact.text) <span class=\"muted small\">\(Elements.link(fact.source, to: fact.url))</span></li>"
    }
    if !couple.facts.isEmpty {
      markup += Elements.part("Couples in past Matches", "<ul class=\"points\">\(facts)</ul>")
    }
    markup += Elements.facts([
      ("How good it is", "\(PlainText.capitalized(CoupleText.quality(couple)))")
    ])
    return markup
      + Elements.fold("How this was computed", prints: true, Elements.points(couple.method))
  }

  private func pairList(_ couple: CoupleAdvice) -> Markup {
    let shown = couple.pairs.prefix(CoupleText.shownPairs)
    let rest = couple.pairs.dropFirst(CoupleText.shownPairs)
    var markup = pairTable(
      "The pairs worth ranking, best first: \(couple.pairs.count) of \(couple.possiblePairs)",
      shown, couple)
    if !rest.isEmpty {
      markup += Elements.fold(
        "The other \(NumberText.count(rest.count, "pair"))", prints: true,
        pairTable("The rest of the joint list", rest, couple))
    }
    return markup
  }

  private func pairTable(
    _ caption: String, _ pairs: ArraySlice<CoupleAdvice.Pair>, _ couple: CoupleAdvice
  ) -> Markup {
    Elements.table(
      caption: caption,
      [
        .init(title: "Rank", isNumber: true), .init(title: couple.first.name),
        .init(title: couple.second.name), .init(title: "Distance", isOptional: true),
        .init(title: "Lands", isNumber: true),
        .init(title: "So far", isNumber: true, isOptional: true),
      ],
      pairs.map { pair in
        [
          "\(pair.rank)", side(pair.first), side(pair.second),
          "\(PlainText.capitalized(CoupleText.nearness(pair, couple)))",
          "\(NumberText.percent(pair.landing))", "\(NumberText.percent(pair.cumulative))",
        ]
      })
  }

  private func side(_ side: CoupleAdvice.Side?) -> Markup {
    guard let side else { return "<span class=\"muted\">goes unmatched</span>" }
    return """
      \(PlainText.singleLine(side.institution)) <span class="muted small">\(side.place) · \
      \(side.code)</span>
      """
  }

  private func placeTable(_ couple: CoupleAdvice) -> Markup {
    let first = couple.first.name
    let second = couple.second.name
    return Elements.table(
      caption: "Places of both lists, by the chance that you both end up there",
      [
        .init(title: "Place"), .init(title: "Programs: \(first)", isNumber: true, isOptional: true),
        .init(title: "\(second)", isNumber: true, isOptional: true),
        .init(title: "Open to \(first)", isNumber: true),
        .init(title: "Open to \(second)", isNumber: true),
        .init(title: "Together here", isNumber: true),
      ],
      couple.places.prefix(15).map { place in
        [
          "\(CoupleText.name(place))", "\(place.firstPrograms)", "\(place.secondPrograms)",
          "\(NumberText.percent(place.firstOpen))", "\(NumberText.percent(place.secondOpen))",
          "\(NumberText.percent(place.together))",
        ]
      })
  }

  private func programTable(
    _ partner: CoupleAdvice.Partner, _ other: CoupleAdvice.Partner
  ) -> Markup {
    let rows: [[Markup]] = partner.programs.map { entry in
      let place = [entry.city, entry.state].compactMap(\.self).joined(separator: ", ")
      let own: Markup = entry.isOnOwnList ? "" : " <span class=\"badge\">for the couple</span>"
      return [
        """
        \(PlainText.singleLine(entry.institution)) <span class="muted small">\(place) · \
        \(entry.code)</span>\(own)
        """,
        "\(CoupleText.signal(entry))", "\(IntervalText.chance(entry.interview))",
        "\(IntervalText.chance(entry.match))", "\(entry.partnerProgramsNear)",
        "\(NumberText.percent(entry.landing))",
      ]
    }
    let columns: [Elements.Column] = [
      .init(title: "Program"), .init(title: "Signal"),
      .init(title: "Interview", isNumber: true),
      .init(title: "Takes you", isNumber: true, isOptional: true),
      .init(title: "Near: \(other.name)", isNumber: true, isOptional: true),
      .init(title: "Lands", isNumber: true),
    ]
    let about =
      "\(NumberText.dollars(partner.fees)), about \(NumberText.fixed(partner.expectedInterviews)) "
      + "interviews. Limits: " + partner.limits.joined(separator: "; ")
    let shown = Elements.table(
      caption: "Where to apply, the likeliest place first", columns, Array(rows.prefix(12)))
    let rest =
      rows.count > 12
      ? Elements.fold(
        "The other \(NumberText.count(rows.count - 12, "program"))", prints: true,
        Elements.table(caption: "The other programs", columns, Array(rows.dropFirst(12)))) : ""
    return "<p class=\"muted\">\(about)</p>\n\(shown)\(rest)"
  }
}
