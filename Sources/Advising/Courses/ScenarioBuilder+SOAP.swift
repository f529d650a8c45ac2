import ListOptimization
import MatchFacts
import ScoreReading
import SmartPickNumerics

extension ScenarioBuilder {
  /// What SOAP may still bring to who does not match, from what past years left unfilled; nil where
  /// the file is no hard one.
  func soap() throws(AdviceError) -> Scenario? {
    guard odds.match.estimate < assumptions[.soapRouteBelow] else { return nil }
    let soap = try advisor.soap(for: applicant, SOAPRequest(asOf: asOf))
    guard soap.anyOffer > 0, soap.anyOffer < 1 else { return nil }
    let distance = Normal.quantile(0.9) * assumptions[.soapShiftSpread]
    func offer(_ shift: Double) -> Double {
      Logistic.cumulative(Logistic.quantile(soap.anyOffer) + shift)
    }
    func either(_ match: Double, _ offer: Double) -> Double { match + (1 - match) * offer }
    let names = soap.specialties.filter { $0.listed > 0 }.sorted { $0.listed > $1.listed }
      .prefix(3).map { SOAPBuilder.name(SpecialtyTrack($0.specialty, track: $0.track)) }
    return Scenario(
      name: "The list, and SOAP if it brings no match",
      match: Interval(
        estimate: either(odds.match.estimate, soap.anyOffer),
        low: either(odds.match.low, offer(-distance)),
        high: either(odds.match.high, offer(distance))),
      matchInFirstChoice: odds.matchInFirstChoice.estimate,
      expectedInterviews: odds.expectedInterviews.estimate, fees: recommended.builder.solution.fee,
      remark:
        "Of those whom the Match leaves without a place, about "
        + "\(Format.percent(soap.anyOffer)) with such a file get an offer in SOAP, by an assumption "
        + "(soap-shift): no rate by file is published. Most of the \(soap.list.count) applications "
        + "would go to \(names.joined(separator: ", ")). `smartpick soap` rehearses it.")
  }
}
