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

  private func price(_ partner: CoupleAdvice.Partner) -> String {
    let loss = 100 * (partner.preferenceAlone - partner.preferenceInCouple)
    let change =
      loss >= 0.05
      ? "costs \(Format.number(loss, digits: 1)) points of preference"
      : loss <= -0.05
        ? "gains \(Format.number(-loss, digits: 1)) points of preference" : "costs nothing"
    return
      "For \(partner.name) the couple \(change): the chance of matching is "
      + "\(Format.percent(partner.matchAlone)) alone and "
      + "\(Format.percent(partner.matchInCouple.estimate)) in the couple, the expected preference "
      + "\(Format.number(100 * partner.preferenceAlone)) of 100 alone and "
      + "\(Format.number(100 * partner.preferenceInCouple)) in the couple."
  }
}
