import StableMatching

extension MarketParser {
  /// Reads the joint lists of all couples.
  func coupleLists(_ text: SourceText) throws(MarketFileError) -> [Couple] {
    var couples: [Couple] = []
    couples.reserveCapacity(coupleRows.count)
    let reader = EntryReader(source: text, names: programNames, side: "program")
    for row in coupleRows {
      var cells = CSVCells(text, at: row)
      let first = applicantNames.id(of: cells.content(try cells.next()))
      let cell = try cells.next()
      let second = applicantNames.id(of: cells.content(cell))
      var pairs: [Couple.Pair] = []
      if !cell.endsRow { try readPairs(&cells, reader, into: &pairs) }
      couples.append(Couple(first: Int(first), second: Int(second), ranking: pairs))
    }
    return couples
  }

  private func readPairs(
    _ cells: inout CSVCells, _ reader: EntryReader, into pairs: inout [Couple.Pair]
  ) throws(MarketFileError) {
    var gap: Int?
    while true {
      if gap == nil, let number = reader.pair(at: cells.position) {
        pairs.append(number.pair)
        cells.position = number.end + 1
        if reader.source.bytes[number.end] == UInt8(ascii: "\n") { return }
        continue
      }
      let cell = try cells.next()
      if cell.isEmpty {
        gap = gap ?? cell.range.lowerBound
      } else if let gap {
        throw reader.source.error(
          at: gap, "an empty cell between two pairs: delete it or fill it in")
      } else {
        pairs.append(try pair(cell, cells.content(cell), reader))
      }
      if cell.endsRow { return }
    }
  }

  /// One pair: two programs with a colon between them, either of which may be empty.
  private func pair(
    _ cell: CSVCells.Cell, _ content: ArraySlice<UInt8>, _ reader: EntryReader
  ) throws(MarketFileError) -> Couple.Pair {
    let colons = content.indices.filter { content[$0] == UInt8(ascii: ":") }
    guard !colons.isEmpty else {
      throw reader.source.error(
        at: cell.range.lowerBound,
        "\"\(reader.source.excerpt(cell.range))\" is not a pair: write programA:programB, or "
          + "programA: or :programB if one partner would go unmatched")
    }
    // A program's name may hold a colon itself: the right colon is the one with known names.
    var readings: [Couple.Pair] = []
    for colon in colons {
      let first = side(content[..<colon])
      let second = side(content[(colon + 1)...])
      if let first, let second { readings.append(Couple.Pair(first.id, second.id)) }
    }
    guard let reading = readings.first else {
      throw unknownSide(content, colons[0], cell, reader)
    }
    guard readings.count == 1 else {
      throw reader.source.error(
        at: cell.range.lowerBound,
        "\"\(reader.source.excerpt(cell.range))\" can be read as more than one pair, since "
          + "programs' names hold colons: rename one of them")
    }
    return reading
  }

  /// A known program or nobody; `nil` if the name is not known.
  private func side(_ name: ArraySlice<UInt8>) -> (id: Int?, Void)? {
    let trimmed = Self.trimmed(name)
    if trimmed.isEmpty { return (nil, ()) }
    let id = programNames.id(of: trimmed)
    return id < 0 ? nil : (Int(id), ())
  }

  private func unknownSide(
    _ content: ArraySlice<UInt8>, _ colon: Int, _ cell: CSVCells.Cell, _ reader: EntryReader
  ) -> MarketFileError {
    let isFirstKnown = side(content[..<colon]) != nil
    let name = Self.trimmed(isFirstKnown ? content[(colon + 1)...] : content[..<colon])
    // In a cell with doubled quotation marks the place is that of the cell.
    let start = cell.unescaped == nil ? name.startIndex : cell.range.lowerBound
    let end = cell.unescaped == nil ? name.endIndex : cell.range.upperBound
    return reader.unknown(start..<end)
  }

  private static func trimmed(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var name = name
    while let byte = name.first, isBlank(byte) { name.removeFirst() }
    while let byte = name.last, isBlank(byte) { name.removeLast() }
    return name
  }
}
