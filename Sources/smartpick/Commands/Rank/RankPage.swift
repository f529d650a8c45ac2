import Advising
import Foundation
import ScoreReading

/// A rank order list on the terminal.
enum RankPage {
  static func text(_ advice: RankAdvice) -> String {
    var lines = ["Your rank order list, \(advice.asOf)", ""]
    lines += paragraphs(Array(advice.summary.prefix(1)))
    lines.append("")
    lines += table(advice)
    lines.append("")
    lines += paragraphs(Array(advice.summary.dropFirst()))
    if let fee = advice.rankFees, fee > 0 {
      lines += paragraphs(["The NRMP asks \(Format.dollars(fee)) more for so many programs."])
    }
    for list in advice.supplemental { lines += supplement(list) }
    if let couple = advice.couple { lines += self.couple(couple) }
    lines += section("Why the true order is safest", advice.whyTrueOrder)
    lines += section("What is published", advice.published.map { "\($0.text) [\($0.source)]" })
    lines += section("Rules", advice.rules)
    lines += section("To heed", advice.warnings)
    lines += section(
      "What is assumed",
      [
        "\(advice.assumptions.count) assumptions go into this (assumptions.yaml); --json lists them."
      ])
    return lines.map(PageText.harmless).joined(separator: "\n")
  }

  private static func table(_ advice: RankAdvice) -> [String] {
    var lines = ["      lands here      here or above   program"]
    for entry in advice.order {
      let place = [entry.city, entry.state].compactMap(\.self).joined(separator: ", ")
      let mark = entry.mark.map { "  [\($0)/10]" } ?? ""
      lines.append(
        right("\(entry.rank)", 4) + "  " + left(interval(entry.landing), 15) + " "
          + left(interval(entry.atOrAbove), 15) + " \(entry.institution), \(entry.program)"
          + (place.isEmpty ? "" : " (\(place))") + mark)
      if let words = entry.words { lines.append(String(repeating: " ", count: 38) + "“\(words)”") }
    }
    lines.append("   –  " + left(interval(advice.unmatched), 15) + " " + left("", 15) + " no match")
    return lines
  }

  private static func supplement(_ list: RankAdvice.Supplement) -> [String] {
    var lines = ["", "First years if you match at \(list.with):"]
    for entry in list.order {
      lines.append(
        right("\(entry.rank)", 4) + "  " + left(interval(entry.landing), 15) + " \(entry.program)")
    }
    lines.append("   –  " + left(interval(list.none), 15) + " no first year")
    return lines
  }

  private static func couple(_ couple: RankCouple) -> [String] {
    var lines = ["", "The two of you"]
    lines += paragraphs(couple.summary)
    lines.append("")
    for pair in couple.pairs.prefix(25) {
      lines.append(
        right("\(pair.rank)", 4) + "  " + left(Format.percent(pair.landing), 13)
          + " " + left(pair.first ?? "No Match", 10) + " " + left(pair.second ?? "No Match", 10)
          + (pair.isTogether ? " together" : ""))
    }
    if couple.pairs.count > 25 {
      lines.append("      … and \(couple.pairs.count - 25) more; --couples writes them all")
    }
    return lines
  }

  private static func section(_ title: String, _ texts: [String]) -> [String] {
    texts.isEmpty ? [] : ["", title] + paragraphs(texts)
  }

  private static func paragraphs(_ texts: [String]) -> [String] {
    texts.flatMap { PageText.wrapped($0, indent: 2) }
  }

  private static func interval(_ chance: Interval) -> String {
    let estimate = Format.percent(chance.estimate)
      .replacingOccurrences(of: "less than ", with: "<")
      .replacingOccurrences(of: "more than ", with: ">")
    return "\(estimate) (\(whole(chance.low))–\(whole(chance.high)))"
  }

  private static func whole(_ share: Double) -> String { Format.number(100 * share) }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
