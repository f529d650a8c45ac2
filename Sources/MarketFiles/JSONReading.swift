import StableMatching

/// What both layouts of instances need to read JSON with good messages.
protocol JSONReading {
  var source: SourceText { get }
}

extension JSONReading {
  func elements(_ node: JSONNode?, _ what: String) throws(MarketFileError) -> [JSONNode] {
    guard let node else { return [] }
    guard case .array(let elements) = node.value else {
      throw source.error(at: node.offset, "\(what) must be a list, not \(node.kind)")
    }
    return elements
  }

  func members(
    _ node: JSONNode?, _ what: String
  ) throws(MarketFileError) -> [(key: String, keyOffset: Int, value: JSONNode)] {
    guard let node else { return [] }
    guard case .object(let members) = node.value else {
      throw source.error(at: node.offset, "\(what) must be an object, not \(node.kind)")
    }
    return members
  }

  func member(_ key: String, of node: JSONNode, _ what: String) throws(MarketFileError) -> JSONNode
  {
    guard let value = node[key] else {
      throw source.error(at: node.offset, "\(what) has no \"\(key)\"")
    }
    return value
  }

  func integer(_ node: JSONNode, _ what: String) throws(MarketFileError) -> Int {
    guard case .number(let number) = node.value, let value = Int(exactly: number) else {
      throw source.error(at: node.offset, "\(what) must be a whole number, not \(node.kind)")
    }
    return value
  }

  func text(_ node: JSONNode, _ what: String) throws(MarketFileError) -> String {
    guard let text = node.label else {
      if case .array = node.value {
        throw source.error(
          at: node.offset, "\(what) is a list: ties are not accepted, so rank one after the other")
      }
      throw source.error(at: node.offset, "\(what) must be a name, not \(node.kind)")
    }
    return text
  }

  /// Two sides, each of which may be null (or -1) for an unmatched partner.
  func sides(_ node: JSONNode) throws(MarketFileError) -> [JSONNode?] {
    let sides = try elements(node, "a pair")
    guard sides.count == 2 else {
      throw source.error(at: node.offset, "a pair must be two programs")
    }
    return sides.map { side in
      switch side.value {
      case .null, .number(-1): nil
      default: side
      }
    }
  }
}
