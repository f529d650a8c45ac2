import DelimitedText
import Testing

@Suite("Reading comma-separated files")
struct DelimitedTableTests {
  func table(_ text: String) throws -> DelimitedTable {
    try DelimitedTable(Array(text.utf8), name: "t.csv")
  }

  @Test func quotedFieldsHoldCommasQuotesAndLineEnds() throws {
    let table = try table("a,b\n\"1,2\",\"say \"\"hi\"\"\nthere\"\nx,y\n")
    #expect(table.count == 2)
    #expect(try table[0].text(0) == "1,2")
    #expect(try table[0].text(1) == "say \"hi\"\nthere")
    #expect(table[1].line == 4)
  }
}
