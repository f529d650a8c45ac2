/// Where the rows of a comma-separated file begin, without blank rows and a header.
struct CSVRows {
  let source: SourceText
  /// The first byte of each row.
  private(set) var starts: [Int] = []

  /// Finds the rows.
  ///
  /// - Parameter headers: what the first cell says if the first row is a header, in lower case.
  init(_ source: SourceText, headers: Set<String>) throws(MarketFileError) {
    self.source = source
    if source.bytes.contains(UInt8(ascii: "\"")) {
      try findRowsWithQuotes()
    } else {
      findRows()
    }
    if let first = starts.first {
      var cells = CSVCells(source, at: first)
      let text = String(decoding: cells.content(try cells.next()), as: UTF8.self)
      if headers.contains(text.lowercased()) { starts.removeFirst() }
    }
  }

  /// The common case: every line end ends a row.
  private mutating func findRows() {
    let bytes = source.bytes
    var position = source.start
    while position < bytes.count {
      let start = position
      var isBlank = true
      while bytes[position] != UInt8(ascii: "\n") {
        if isBlank, !Self.isFiller(bytes[position]) { isBlank = false }
        position += 1
      }
      position += 1
      if !isBlank { starts.append(start) }
    }
  }

  private mutating func findRowsWithQuotes() throws(MarketFileError) {
    var cells = CSVCells(source, at: source.start)
    while !cells.isAtEnd {
      let start = cells.position
      var isBlank = true
      while true {
        let cell = try cells.next()
        if !cell.isEmpty { isBlank = false }
        if cell.endsRow { break }
      }
      if !isBlank { starts.append(start) }
    }
  }

  /// What a spreadsheet leaves in a row without content.
  private static func isFiller(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
      || byte == UInt8(ascii: "\r")
  }
}
