import Advising
import MatchFacts
import ScoreReading
import Words

/// The workspace for SOAP on the terminal.
enum SoapPage {
  static func text(_ advice: SOAPAdvice) -> String {
    var lines = ["SOAP in the \(advice.season) Match, as of \(advice.asOf)", ""]
    lines += paragraphs(advice.summary)
    lines += ["", "The week, Eastern time"]
    for moment in advice.moments {
      lines.append(
        "  \(moment.date)  \(left(moment.time ?? "", 15))  \(moment.event)"
          + (moment.yourStart.map { "  [yours: \(clock($0))]" } ?? ""))
    }
    lines += section("May you take part?", advice.eligibility)
    lines += numbered("The two hours, step by step", advice.steps)
    lines += section("Who calls whom", advice.contact)
    lines += section("Offers", advice.offers)
    lines += list(advice)
    lines += specialties(advice)
    lines += past(advice)
    for text in advice.texts { lines += self.texts(text) }
    lines += section("Lines of the list that were not understood", advice.notUnderstood)
    lines += section("To heed", advice.warnings)
    lines += section(
      "What is assumed", advice.assumptions.map { "\($0.id) = \($0.value): \($0.text)" })
    return lines.map(PageText.harmless).joined(separator: "\n")
  }

  private static func list(_ advice: SOAPAdvice) -> [String] {
    guard !advice.list.isEmpty else { return [] }
    var lines = ["", "The list (at most \(advice.mostApplications)), most missed first"]
    for (index, entry) in advice.list.enumerated() {
      let place = [entry.city, entry.state].compactMap(\.self).joined(separator: ", ")
      let kind = entry.track == .categorical ? "" : " (\(entry.track.rawValue))"
      lines.append(
        right("\(index + 1)", 4) + "  \(entry.code)  " + left(percent(entry.offer), 7)
          + "\(entry.institution)\(place.isEmpty ? "" : ", \(place)"): \(entry.specialty)\(kind)"
          + (entry.positions.map { "  [\($0) open]" } ?? ""))
    }
    return lines
  }

  private static func specialties(_ advice: SOAPAdvice) -> [String] {
    guard !advice.specialties.isEmpty else { return [] }
    var lines = ["", "By specialty: programs, chance of any offer there, on the list"]
    for entry in advice.specialties.prefix(15) {
      let kind = entry.track == .categorical ? "" : " (\(entry.track.rawValue))"
      lines.append(
        "  " + left("\(entry.specialty)\(kind)", 44) + right("\(entry.programs)", 5) + "  "
          + left(percent(entry.anyOffer), 8) + right("\(entry.listed)", 4))
    }
    return lines
  }

  private static func past(_ advice: SOAPAdvice) -> [String] {
    var lines = ["", "Unfilled after past Matches"]
    for row in advice.pastBySpecialty.prefix(12) {
      lines.append("  \(row.year)  " + left(row.name, 44) + right("\(row.positions)", 6))
    }
    if let year = advice.pastByState.first?.year {
      let states = advice.pastByState.prefix(12).map { "\($0.name) \($0.positions)" }
      lines += PageText.wrapped("\(year) by state: " + states.joined(separator: ", "), indent: 2)
    }
    return lines
  }

  private static func texts(_ texts: SOAPAdvice.Texts) -> [String] {
    var lines = ["", "Texts for \(texts.specialty)"]
    lines += paragraphs(texts.toAdapt)
    for (title, passage) in [
      ("In the personal statement", texts.words.statement),
      ("If they ask on the phone", texts.words.interviewAnswer),
    ] {
      guard let text = passage.text else { continue }
      lines.append("  \(title):")
      lines += PageText.wrapped(text, indent: 4)
    }
    return lines
  }

  /// A chance to a tenth of a point: single offers are rare, and their order counts.
  private static func percent(_ chance: Double) -> String {
    chance < 0.0005 ? "<0.1%" : "\(Format.number(100 * chance, digits: 1))%"
  }

  private static func numbered(_ title: String, _ texts: [String]) -> [String] {
    ["", title]
      + texts.enumerated().flatMap {
        PageText.wrapped("\($0.offset + 1). \($0.element)", indent: 2)
      }
  }

  private static func section(_ title: String, _ texts: [String]) -> [String] {
    texts.isEmpty ? [] : ["", title] + paragraphs(texts)
  }

  private static func paragraphs(_ texts: [String]) -> [String] {
    texts.flatMap { PageText.wrapped($0, indent: 2) }
  }

  /// Day, hour and minute of "2027-03-18T09:00:00-04:00".
  private static func clock(_ stamp: String) -> String {
    String(stamp.dropFirst(5).prefix(11)).replacing("T", with: " ")
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
