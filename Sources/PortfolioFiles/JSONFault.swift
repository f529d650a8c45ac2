import Foundation

/// Where and why a text is not JSON.
enum JSONFault {
  /// The parser's reason, with line and column where it gives a place.
  static func reason(in json: Data) -> String {
    let said: String
    do {
      _ = try JSONSerialization.jsonObject(with: json, options: [.fragmentsAllowed])
      return "it cannot be read; give UTF-8 text with one object { … }"
    } catch {
      said = (error as NSError).userInfo["NSDebugDescription"] as? String ?? "\(error)"
    }
    if said.hasPrefix("Unexpected end of file during JSON parse") {
      let line = json.count { $0 == 0x0A } + 1
      return "the text ends on line \(line) before every quote and bracket is closed"
    }
    guard let place = said.range(of: "around character "),
      let offset = Int(said[place.upperBound...].prefix { $0.isNumber }),
      json.indices.contains(json.startIndex + offset)
    else { return said }
    let before = json.prefix(offset)
    let line = before.count { $0 == 0x0A } + 1
    let column = before.reversed().prefix { $0 != 0x0A }.count + 1
    let rest = String(decoding: json.dropFirst(offset).prefix(40), as: UTF8.self)
    let token = rest.prefix { $0.isLetter || $0.isNumber || "+-._".contains($0) }
    if ["nan", "-nan", "inf", "infinity", "-inf", "-infinity"].contains(token.lowercased()) {
      return "line \(line), column \(column): JSON has no “\(token)”; give a finite number"
    }
    let reason = said[..<place.lowerBound].trimmingCharacters(in: .whitespaces)
    return "line \(line), column \(column): \(reason.lowercased())"
      + (token.isEmpty ? "" : " “\(token)”")
  }
}
