import MatchFacts

/// A figure's value as a cell of a pack's own file, read back unchanged.
enum PackedValue {
  /// `n0.25` for a number, `v…` for visas, `t…` for words.
  static func cell(_ value: FigureValue) -> String {
    switch value {
    case .number(let number): "n\(number)"
    case .visas(let visas): "v" + visas.map(\.rawValue).joined(separator: ";")
    case .text(let text): "t" + text
    }
  }

  /// The value of a cell, or nil if it is none.
  static func value(_ cell: String) -> FigureValue? {
    guard let kind = cell.first else { return nil }
    let rest = String(cell.dropFirst())
    switch kind {
    case "n": return Double(rest).map { .number($0) }
    case "v":
      let parts = rest.split(separator: ";").map { SponsoredVisa(rawValue: String($0)) }
      let visas = parts.compactMap { $0 }
      return visas.count == parts.count ? .visas(visas) : nil
    case "t": return .text(rest)
    default: return nil
    }
  }
}
