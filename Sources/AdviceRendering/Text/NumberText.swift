/// Numbers as people read them: no locale, no exponent, the same bytes on every machine.
public enum NumberText {
  /// A number with a fixed count of decimals, halves rounded away from zero; "n/a" unless finite.
  public static func fixed(_ value: Double, decimals: Int = 0) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "n/a" }
    let places = min(max(decimals, 0), 6)
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero))
    let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
    guard places > 0 else { return sign + String(scaled) }
    let fraction = String(scaled % scale)
    let padding = String(repeating: "0", count: places - fraction.count)
    return sign + String(scaled / scale) + "." + padding + fraction
  }

  /// A number with a plus or a minus sign ("+4", "−7", "0").
  public static func signed(_ value: Double, decimals: Int = 0) -> String {
    let text = fixed(value, decimals: decimals)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return value > 0 && !isZero && text != "n/a" ? "+" + text : text
  }

  /// A whole number with a comma every three digits.
  public static func grouped(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return value < 0 ? "\u{2212}" + text : text
  }

  /// Whole dollars ("$1,240").
  public static func dollars(_ value: Int) -> String {
    value < 0 ? "\u{2212}$" + grouped(-value) : "$" + grouped(value)
  }

  /// A count with its noun ("1 program", "12 programs").
  public static func count(_ value: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(grouped(value)) \(value == 1 ? singular : plural ?? singular + "s")"
  }

  /// A whole number with its ordinal ending ("72nd").
  public static func ordinal(_ value: Int) -> String {
    let tens = value.magnitude % 100
    let ending: String
    switch value.magnitude % 10 {
    case 1 where tens != 11: ending = "st"
    case 2 where tens != 12: ending = "nd"
    case 3 where tens != 13: ending = "rd"
    default: ending = "th"
    }
    return grouped(value) + ending
  }

  /// A percentile 0…100 as an ordinal that never claims the ends ("1st" to "99th").
  public static func percentile(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    return ordinal(Int(min(max(value, 1), 99).rounded(.toNearestOrAwayFromZero)))
  }

  /// A chance 0…1 in whole percent; "<1%" and ">99%" stand for what rounding would make certain.
  public static func percent(_ chance: Double) -> String {
    guard chance.isFinite else { return "n/a" }
    if chance > 0 && chance < 0.005 { return "<1%" }
    if chance < 1 && chance >= 0.995 { return ">99%" }
    return fixed(chance * 100) + "%"
  }

  /// A chance within a sentence: "about 34%", "under 1%", "over 99%".
  public static func aboutPercent(_ chance: Double) -> String {
    let text = percent(chance)
    if text.hasPrefix("<") { return "under " + text.dropFirst() }
    if text.hasPrefix(">") { return "over " + text.dropFirst() }
    return "about " + text
  }

  /// A share already in percent, in whole percent.
  public static func percentPoints(_ value: Double) -> String { fixed(value) + "%" }

  /// A coordinate for SVG: at most two decimals, no trailing zeros, a plain minus sign.
  public static func coordinate(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "0" }
    let hundredths = Int((abs(value) * 100).rounded(.toNearestOrAwayFromZero))
    let whole = (value < 0 && hundredths > 0 ? "-" : "") + String(hundredths / 100)
    let (tens, units) = (hundredths % 100).quotientAndRemainder(dividingBy: 10)
    if units > 0 { return whole + ".\(tens)\(units)" }
    return tens > 0 ? whole + ".\(tens)" : whole
  }
}
