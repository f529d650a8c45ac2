import Advising

/// Signal allowances in words.
enum SignalText {
  /// "3 gold and 12 silver signals", "5 signals", "no signals".
  static func allowance(_ rule: SignalPlan.Rule) -> String {
    var parts: [String] = []
    if rule.gold > 0 { parts.append("\(rule.gold) gold") }
    if rule.silver > 0 { parts.append("\(rule.silver) silver") }
    if rule.single > 0 { parts.append("\(rule.single)") }
    guard !parts.isEmpty else { return "no signals" }
    let total = rule.gold + rule.silver + rule.single
    return parts.joined(separator: " and ") + (total == 1 ? " signal" : " signals")
  }
}
