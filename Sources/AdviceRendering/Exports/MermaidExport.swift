public import Advising

/// The plan's flowchart as Mermaid text, the applicant's path in a class of its own.
public struct MermaidExport: Sendable {
  let plan: Plan

  /// An export of this plan's flowchart.
  public init(_ plan: Plan) { self.plan = plan }

  /// The text, ending with a line end.
  ///
  /// Boxes are renamed `n0`, `n1`, …, so that no identifier can be a word of the language.
  public var text: String {
    var lines = ["flowchart TD"]
    var names: [String: String] = [:]
    for (index, node) in plan.nodes.enumerated() where names[node.id] == nil {
      let name = "n\(index)"
      names[node.id] = name
      let label = "\"\(Self.escape(node.text))\""
      lines.append("  \(name)" + (node.isDecision ? "{\(label)}" : "[\(label)]"))
    }
    var lit: [String] = []
    var arrows = 0
    for edge in plan.edges {
      guard let from = names[edge.from], let to = names[edge.to] else { continue }
      let label = edge.label.map { "|\"\(Self.escape($0))\"|" } ?? ""
      lines.append("  \(from) \(edge.isOnPath ? "==>" : "-->")\(label) \(to)")
      if edge.isOnPath { lit.append(String(arrows)) }
      arrows += 1
    }
    let path = plan.nodes.filter(\.isOnPath).compactMap { names[$0.id] }
    if !path.isEmpty {
      lines.append("  classDef path stroke:#0f6674,stroke-width:3px")
      lines.append("  class \(path.joined(separator: ",")) path")
    }
    if !lit.isEmpty {
      lines.append("  linkStyle \(lit.joined(separator: ",")) stroke:#0f6674,stroke-width:3px")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text inside quotes: Mermaid's own character codes for what would end or mark it up.
  private static func escape(_ text: String) -> String {
    var result = ""
    for character in PlainText.singleLine(text) {
      switch character {
      case "#": result += "#35;"
      case "\"": result += "#quot;"
      case "<": result += "#lt;"
      case ">": result += "#gt;"
      case "&": result += "#amp;"
      case "`": result += "#96;"
      default: result.append(character)
      }
    }
    return result
  }
}
