public import StableMatching

/// Reads one market from a JSON text.
///
/// Two layouts are known. In ids: `{"n":…,"m":…,"singles":{"0":[…]},"couples":[{"r1":…,"r2":…,
/// "rol":[[p,p],…]}],"programs":[{"quota":…,"rol":[…]}]}`, where -1 or null in a pair is an
/// unmatched partner. In names: `{"applicants":{name:[…]},"programs":{name:[…]},
/// "quotas":{name:…},"couples":[{"r1":name,"r2":name,"rol":[[name,null],…]}]}`. Both may add
/// `"supplements":[{"r":…,"program":…,"rol":[…]}]` and
/// `"reversions":[{"from":…,"to":…,"limit":…}]`. A text may hold several records, as a list or
/// under `"records"`; then one must be chosen.
public struct InstanceReader: Sendable {
  let source: SourceText

  /// Takes the text.
  public init(_ source: SourceText) {
    self.source = source
  }

  /// Reads one market.
  ///
  /// - Parameter record: which record: its `name` or `seed`, or its number from 1; needed only if
  ///   the text holds more than one.
  /// - Throws: ``MarketFileError`` with file, line and column of the first fault.
  public func market(record: String? = nil) throws(MarketFileError) -> NamedMarket {
    let root = try JSONParser.parse(source)
    let chosen = try choose(record, from: root)
    let instance = chosen["instance"] ?? chosen
    guard case .object = instance.value else {
      throw source.error(at: instance.offset, "expected a market, found \(instance.kind)")
    }
    guard let programs = instance["programs"] else {
      throw source.error(at: instance.offset, "the market has no \"programs\"")
    }
    if case .array = programs.value {
      return try IndexedInstance(source: source, root: instance, programs: programs).market()
    }
    return try NamedInstance(source: source, root: instance, programs: programs).market()
  }

  private func choose(_ record: String?, from root: JSONNode) throws(MarketFileError) -> JSONNode {
    let list: JSONNode?
    if case .array = root.value { list = root } else { list = root["records"] }
    guard let list, case .array(let records) = list.value else {
      guard record == nil else {
        throw source.error(at: root.offset, "the file holds one market, so no record can be chosen")
      }
      return root
    }
    guard let record else {
      guard records.count == 1 else {
        throw source.error(
          at: list.offset,
          "the file holds \(records.count) markets: choose one of them by name, "
            + "by seed, or by number from 1")
      }
      return records[0]
    }
    for key in ["name", "seed"] {
      for candidate in records where candidate[key]?.label == record { return candidate }
    }
    guard let number = Int(record), records.indices.contains(number - 1) else {
      throw source.error(at: list.offset, "no record is called \"\(record)\"")
    }
    return records[number - 1]
  }
}

extension JSONNode {
  /// A text or a whole number as text.
  var label: String? {
    switch value {
    case .string(let text): text
    case .number(let number): Int(exactly: number).map(String.init)
    default: nil
    }
  }
}
