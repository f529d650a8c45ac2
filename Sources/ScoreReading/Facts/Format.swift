/// Numbers in sentences, the same on every machine whatever its locale.
package enum Format {
  /// A distance in points: "1 point", "2.5 points".
  package static func points(_ value: Double, digits: Int = 0) -> String {
    let text = number(value, digits: digits)
    return text == "1" ? "1 point" : "\(text) points"
  }

  /// A number with at most `digits` decimals, without trailing zeros.
  package static func number(_ value: Double, digits: Int = 0) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = (abs(value) * scale).rounded()
    guard rounded.isFinite, rounded < 1e15 else { return "\(value)" }
    let whole = Int(rounded / scale)
    var fraction = digits == 0 ? "" : String(Int(rounded) % Int(scale))
    fraction = String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && rounded > 0 ? "−" : ""
    return fraction.isEmpty || digits == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }

  /// A share in percent: "37%"; shares that would round to 0 or 100 say so.
  package static func percent(_ share: Double) -> String {
    if share > 0, share < 0.005 { return "less than 1%" }
    if share < 1, share > 0.995 { return "more than 99%" }
    return "\(number(100 * share))%"
  }

  /// A published rate: "87%"; one of 100 % says what it is for the next applicant, not certain.
  package static func rate(_ share: Double) -> String {
    share > 0.995 ? "nearly all" : percent(share)
  }

  /// A share in a sentence: "about 37%", or "more than 99%" without the "about".
  package static func about(_ share: Double) -> String {
    let text = percent(share)
    return text.first?.isNumber == true ? "about \(text)" : text
  }

  /// A signed number: "+3", "−7".
  package static func signed(_ value: Int) -> String { value < 0 ? "−\(-value)" : "+\(value)" }

  /// Dollars with thousands separated: "$1,234".
  package static func dollars(_ amount: Int) -> String {
    let digits = Array(String(abs(amount)))
    var text = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (amount < 0 ? "−$" : "$") + text
  }

  /// "1st", "22nd", "83rd", "94th".
  package static func ordinal(_ value: Double) -> String {
    let whole = Int(value.rounded())
    switch (whole % 100, whole % 10) {
    case (11...13, _): return "\(whole)th"
    case (_, 1): return "\(whole)st"
    case (_, 2): return "\(whole)nd"
    case (_, 3): return "\(whole)rd"
    default: return "\(whole)th"
    }
  }
}
