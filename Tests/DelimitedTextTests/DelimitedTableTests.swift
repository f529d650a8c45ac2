import DelimitedText
import Testing

@Suite("Reading comma-separated files")
struct DelimitedTableTests {
  private func table(_ text: String, delimiter: Character = ",") throws -> DelimitedTable {
    try DelimitedTable(
      Array(text.utf8), name: "t.csv", delimiter: delimiter.asciiValue ?? UInt8(ascii: ","))
  }

  private func rows(_ text: String) throws -> [[String]] {
    let table = try table(text)
    return try table.map { record in
      try table.header.indices.map { try record.text($0) }
    }
  }

  @Test func quotedFieldsHoldCommasQuotesAndLineEnds() throws {
    let table = try table("a,b\n\"1,2\",\"say \"\"hi\"\"\nthere\"\nx,y\n")
    #expect(table.count == 2)
    #expect(try table[0].text(0) == "1,2")
    #expect(try table[0].text(1) == "say \"hi\"\nthere")
    #expect(table[0].line == 2)
    #expect(table[1].line == 4)
  }

  @Test("Line ends, byte-order mark and blank lines make no difference")
  func lineEnds() throws {
    let expected = [["1", "2"], ["3", ""]]
    #expect(try rows("a,b\n1,2\n3,\n") == expected)
    #expect(try rows("a,b\r\n1,2\r\n3,\r\n") == expected)
    #expect(try rows("\u{FEFF}a,b\n1,2\n3,") == expected)
    #expect(try rows("\n\na,b\n\n1,2\r\n\n3,\n\n") == expected)
    #expect(try table("\n\na,b\n\n1,2\n").first?.line == 5)
  }

  @Test func aCarriageReturnInsideALineIsText() throws {
    #expect(try rows("a\n1\r2\n") == [["1\r2"]])
  }

  @Test func otherDelimiters() throws {
    let table = try table("a;b\n1,5;\"x;y\"\n", delimiter: ";")
    #expect(try table[0].text(0) == "1,5")
    #expect(try table[0].text(1) == "x;y")
  }

  @Test func columnsAreFoundByName() throws {
    let table = try table("first,second\n1,2\n")
    #expect(try table[0].text(try table.column("second")) == "2")
    #expect(throws: DelimitedTextError(.missingColumn, file: "t.csv", line: 1, field: "third")) {
      try table.column("third")
    }
    #expect(
      throws: DelimitedTextError(
        .unknownColumn(nearest: "secund"), file: "t.csv", line: 1, field: "second")
    ) {
      try table.requireColumns(["first"], optional: ["secund"])
    }
  }

  @Test(
    "Faults name their line and column",
    arguments: [
      ("", DelimitedTextError(.empty, file: "t.csv")),
      ("\n\r\n", DelimitedTextError(.empty, file: "t.csv")),
      (
        "a,a\n1,2\n", DelimitedTextError(.duplicateColumn, file: "t.csv", line: 1, field: "a")
      ),
      (
        "a,b\n1\n",
        DelimitedTextError(.fieldCount(expected: 2, found: 1), file: "t.csv", line: 2)
      ),
      (
        "a,b\n1,2\n\n1,2,3\n",
        DelimitedTextError(.fieldCount(expected: 2, found: 3), file: "t.csv", line: 4)
      ),
      (
        "a,b\nü,\"open\n\n",
        DelimitedTextError(.unterminatedQuote, file: "t.csv", line: 2, column: 3)
      ),
      (
        "a,b\n1,\"x\"y\n", DelimitedTextError(.textAfterQuote, file: "t.csv", line: 2, column: 6)
      ),
    ])
  func faults(text: String, expected: DelimitedTextError) {
    #expect(throws: expected) { try table(text) }
  }

  @Test func textThatIsNotUTF8IsRefusedWhereItIsRead() throws {
    let table = try DelimitedTable(
      Array("a,b\n1,".utf8) + [0xE9] + Array("\n".utf8), name: "t.csv")
    #expect(try table[0].text(0) == "1")
    #expect(
      throws: DelimitedTextError(.notUTF8, file: "t.csv", line: 2, column: 3, field: "b")
    ) { try table[0].text(1) }
  }

  @Test func aHeaderThatIsNotTextIsRefused() {
    #expect(throws: DelimitedTextError(.notUTF8, file: "t.csv", line: 1, column: 3)) {
      try DelimitedTable(Array("a,".utf8) + [0xFF, 0x0A], name: "t.csv")
    }
  }

  @Test func columnsWithoutANameMayRecur() throws {
    #expect(try rows("a,,\n1,,\n") == [["1", "", ""]])
  }

  @Test func numbersAreReadWithinLimits() throws {
    let record = try table("n,m\n12,-3.5\n")[0]
    #expect(try record.int(0, in: 0...20) == 12)
    #expect(try record.double(1, in: -5...5) == -3.5)
    #expect(
      throws: DelimitedTextError(
        .badValue(accepted: "a whole number from 0 to 10"), file: "t.csv", line: 2, column: 1,
        field: "n", value: "12")
    ) { try record.int(0, in: 0...10) }
    for text in ["", "1.5", "x", "+", "-", "1e3", "99999999999999999999", " 1"] {
      let record = try table("n,m\n\"\(text)\",\n")[0]
      #expect(throws: DelimitedTextError.self) { try record.int(0, in: 0...1_000_000) }
    }
  }

  @Test func anErrorAfterAMultilineFieldCountsItsLines() throws {
    let record = try table("a,b\n\"one\ntwo\",x\n")[0]
    let error = record.badValue(1, accepted: "a number")
    #expect(error.line == 3)
    #expect(error.column == 6)
    #expect(error.description == "t.csv:3:6: ‘b’ must be a number (found ‘x’)")
  }
}
