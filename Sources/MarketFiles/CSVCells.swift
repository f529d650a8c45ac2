/// Reads one cell of comma-separated text after the other.
///
/// A cell is the text up to the next comma or line end, without surrounding blanks, or text in
/// double quotes (a doubled quote stands for one), which may hold commas and line ends.
struct CSVCells {
  /// One cell: its bytes in the text, or its own bytes where quotes were doubled.
  struct Cell {
    /// Where the cell's content lies, for messages too.
    let range: Range<Int>
    /// The content where it differs from the text.
    let unescaped: [UInt8]?
    /// Whether a line end follows.
    let endsRow: Bool

    var isEmpty: Bool { range.isEmpty }
  }

  let source: SourceText
  /// The byte that is read next.
  var position: Int

  init(_ source: SourceText, at position: Int) {
    self.source = source
    self.position = position
  }

  /// Whether all text has been read.
  var isAtEnd: Bool { position >= source.bytes.count }

  /// The content of a cell.
  func content(_ cell: Cell) -> ArraySlice<UInt8> {
    cell.unescaped.map { $0[...] } ?? source.bytes[cell.range]
  }

  /// The next cell; there must be one.
  mutating func next() throws(MarketFileError) -> Cell {
    skipBlanks()
    if source.bytes[position] == UInt8(ascii: "\"") { return try quoted() }
    let first = position
    var last = position
    while true {
      let byte = source.bytes[position]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { break }
      position += 1
      if byte == UInt8(ascii: "\r") {
        guard source.bytes[position] == UInt8(ascii: "\n") else {
          throw source.error(
            at: position - 1, "a carriage return within a line; end lines with LF or CR LF")
        }
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        last = position
      }
    }
    return finish(first..<last, unescaped: nil)
  }

  private mutating func quoted() throws(MarketFileError) -> Cell {
    let opening = position
    position += 1
    let first = position
    var unescaped: [UInt8] = []
    var isEscaped = false
    while true {
      guard position < source.bytes.count - 1 else {
        throw source.error(at: opening, "a quotation mark opens here and is never closed")
      }
      let byte = source.bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard source.bytes[position] == byte else { break }
        position += 1
        isEscaped = true
      }
      unescaped.append(byte)
    }
    let last = position - 1
    skipBlanks()
    if source.bytes[position] == UInt8(ascii: "\r") { position += 1 }
    let byte = source.bytes[position]
    guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") else {
      throw source.error(
        at: position, "text after a closing quotation mark; double the quotation marks within it")
    }
    return finish(first..<last, unescaped: isEscaped ? unescaped : nil)
  }

  private mutating func finish(_ range: Range<Int>, unescaped: [UInt8]?) -> Cell {
    let endsRow = source.bytes[position] == UInt8(ascii: "\n")
    position += 1
    return Cell(range: range, unescaped: unescaped, endsRow: endsRow)
  }

  private mutating func skipBlanks() {
    while source.bytes[position] == UInt8(ascii: " ")
      || source.bytes[position] == UInt8(ascii: "\t")
    {
      position += 1
    }
  }

  /// Reads on to the start of the next row.
  mutating func skipRow() throws(MarketFileError) {
    while !isAtEnd {
      if try next().endsRow { return }
    }
  }
}
