import ScoreReading

/// The couple's answer in words.
struct CoupleSentences: Sendable {
  var chances: CoupleAdvice.Chances
  var apart: CoupleAdvice.Chances
  var first: CoupleAdvice.Partner
  var second: CoupleAdvice.Partner
  var places: [CoupleAdvice.Place]
  var pairs: Int
  var possible: Int

  var summary: [String] {
    var sentences = [
      "Ranking together, the chance that you both match is "
        + "\(Format.about(chances.both.estimate)), and that you match in one place (or within the "
        + "commute) \(Format.about(chances.together.estimate)). Each alone, with your own best "
        + "lists, you would end up in one place with a chance of "
        + "\(Format.about(apart.together.estimate)).",
      reason,
      price(first),
      price(second),
      "\(pairs) of the \(possible) possible pairs are worth ranking; the rest adds nothing that "
        + "counts. After the interviews, keep the pairs where both were interviewed, in this order.",
    ]
    let best = places.filter { $0.together > 0.005 }.prefix(3)
    if !best.isEmpty {
      let names = best.map { "\($0.name) (\(Format.percent($0.together)))" }
      sentences.insert(
        "Most likely together in \(names.joined(separator: ", ")).", at: 1)
    }
    return sentences
  }

  /// Why the chance that both match is what it is, beside the published rate of all couples.
  private var reason: String {
    let given = 100 * (apart.both.estimate - chances.both.estimate)
    let price =
      given >= 0.5
      ? "; ranking in pairs gives up \(Format.number(given)) "
        + "\(Format.number(given) == "1" ? "point" : "points") of that for being in one place" : ""
    return
      "Alone \(Format.percent(first.matchAlone)) and \(Format.percent(second.matchAlone)) of such "
      + "applicants match, so both would in \(Format.percent(apart.both.estimate)) of cases\(price). "
      + "The published rate below is of all couples, in all specialties."
  }

  private func price(_ partner: CoupleAdvice.Partner) -> String {
    let loss = 100 * (partner.preferenceAlone - partner.preferenceInCouple)
    let change =
      loss >= 0.05
      ? "costs \(Format.points(loss, digits: 1)) of preference"
      : loss <= -0.05
        ? "gains \(Format.points(-loss, digits: 1)) of preference" : "costs nothing"
    return
      "For \(partner.name) the couple \(change): the chance of matching is "
      + "\(Format.percent(partner.matchAlone)) alone and "
      + "\(Format.percent(partner.matchInCouple.estimate)) in the couple, the expected preference "
      + "\(Format.number(100 * partner.preferenceAlone)) of 100 alone and "
      + "\(Format.number(100 * partner.preferenceInCouple)) in the couple."
  }
}
