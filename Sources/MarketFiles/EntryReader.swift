import StableMatching

/// Reads the entries of one row and looks them up.
struct EntryReader {
  let source: SourceText
  let names: NameTable
  /// What the entries are, for messages.
  let side: String

  /// Appends the entries from `cells` to the end of its row.
  ///
  /// Empty cells at the end are what spreadsheets add; one between entries is a fault.
  func read(
    _ cells: inout CSVCells, into lists: inout PreferenceLists
  ) throws(MarketFileError) {
    let isNumeric = names.findsByValue
    var gap: Int?
    while true {
      if isNumeric, gap == nil, let number = number(at: cells.position) {
        let id = names.id(ofValue: number.value)
        guard id >= 0 else { throw unknown(cells.position..<number.end) }
        lists.appendEntry(id)
        cells.position = number.end + 1
        if source.bytes[number.end] == UInt8(ascii: "\n") { return }
        continue
      }
      let cell = try cells.next()
      if cell.isEmpty {
        gap = gap ?? cell.range.lowerBound
      } else {
        try refuse(gap)
        lists.appendEntry(try id(of: cell, in: cells))
      }
      if cell.endsRow { return }
    }
  }

  /// The id of the name in a cell.
  func id(of cell: CSVCells.Cell, in cells: CSVCells) throws(MarketFileError) -> Int32 {
    let id = names.id(of: cells.content(cell))
    guard id >= 0 else { throw unknown(cell.range) }
    return id
  }

  /// A cell that is nothing but a canonical number: its value and where it ends.
  @inline(__always)
  private func number(at start: Int) -> (value: Int, end: Int)? {
    guard let number = digits(at: start) else { return nil }
    let end = source.bytes[number.end]
    return end == UInt8(ascii: ",") || end == UInt8(ascii: "\n") ? number : nil
  }

  /// The canonical number at the start of a cell: its value and where it ends.
  @inline(__always)
  private func digits(at start: Int) -> (value: Int, end: Int)? {
    guard start < source.bytes.count else { return nil }
    var position = start
    var value = 0
    var digit = source.bytes[position] &- UInt8(ascii: "0")
    let leading = digit
    while digit < 10, position - start < 9 {
      value = value &* 10 &+ Int(digit)
      position += 1
      digit = source.bytes[position] &- UInt8(ascii: "0")
    }
    guard position > start, leading != 0 || position == start + 1 else { return nil }
    return (value, position)
  }

  /// A cell that is nothing but two canonical numbers with a colon between them.
  func pair(at start: Int) -> (pair: Couple.Pair, end: Int)? {
    guard names.findsByValue, let first = digits(at: start), let second = digits(at: first.end + 1),
      source.bytes[first.end] == UInt8(ascii: ":")
    else { return nil }
    let end = source.bytes[second.end]
    let ids = (names.id(ofValue: first.value), names.id(ofValue: second.value))
    guard end == UInt8(ascii: ",") || end == UInt8(ascii: "\n"), ids.0 >= 0, ids.1 >= 0 else {
      return nil
    }
    return (Couple.Pair(Int(ids.0), Int(ids.1)), second.end)
  }

  private func refuse(_ gap: Int?) throws(MarketFileError) {
    if let gap {
      throw source.error(at: gap, "an empty cell between two entries: delete it or fill it in")
    }
  }

  func unknown(_ range: Range<Int>) -> MarketFileError {
    let home = side == "program" ? "the programs' file" : "the applicants' file"
    return source.error(
      at: range.lowerBound,
      "\(side) \"\(source.excerpt(range))\" is not in \(home): add it there or mend the spelling")
  }
}
