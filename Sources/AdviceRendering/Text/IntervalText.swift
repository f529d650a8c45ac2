import Advising
public import ScoreReading

/// An interval of a chance or of a number, in words; always a range, never one figure.
public enum IntervalText {
  /// A chance as a compact range for tables: "12–38%", "<1–4%".
  public static func chance(_ interval: Interval) -> String {
    // The end of a range is an estimate: what rounds to certain is never claimed to be.
    let low = NumberText.percent(min(interval.low, 0.9999))
    let high = NumberText.percent(min(interval.high, 0.9999))
    if low == high { return low.first.map { $0.isNumber } == true ? "~" + low : low }
    return (low.hasSuffix("%") ? String(low.dropLast()) : low) + "–" + high
  }

  /// A chance as a range within a sentence: "between 12% and 38%".
  public static func chanceSentence(_ interval: Interval) -> String {
    if interval.low.isFinite && interval.high.isFinite {
      if interval.low >= 0.995 { return "over 99%" }
      if interval.high < 0.005 { return "under 1%" }
      if interval.low < 0.005 { return "between 0% and \(NumberText.percent(interval.high))" }
      if interval.high >= 0.995 {
        return "between \(NumberText.percent(interval.low)) and over 99%"
      }
    }
    let low = NumberText.percent(interval.low)
    let high = NumberText.percent(interval.high)
    return low == high ? "about \(low)" : "between \(low) and \(high)"
  }

  /// A number as a range: "9–15"; one decimal while both ends lie under ten and close together.
  public static func number(_ interval: Interval) -> String {
    let isFine = interval.high < 10 && interval.high - interval.low < 2
    let low = NumberText.fixed(interval.low, decimals: isFine ? 1 : 0)
    let high = NumberText.fixed(interval.high, decimals: isFine ? 1 : 0)
    return low == high ? "about \(low)" : "\(low)–\(high)"
  }
}
