import MarketFiles
import StableMatching
import Testing

@Suite("JSON instances")
struct InstanceReaderTests {
  private func market(_ text: String, record: String? = nil) throws -> NamedMarket {
    try InstanceReader(try SourceText(text, name: "m.json")).market(record: record)
  }

  private static let indexed = """
    {"n": 3, "m": 2, "singles": {"2": [0, 1]},
     "couples": [{"r1": 0, "r2": 1, "rol": [[0, 1], [1, -1], [null, 1]]}],
     "programs": [{"quota": 1, "rol": [2, 0]}, {"quota": 2, "rol": [0, 1, 2]}],
     "supplements": [{"r": 2, "program": 0, "rol": [1]}],
     "reversions": [{"from": 0, "to": 1, "limit": 1}]}
    """

  @Test("Markets in ids, alone, in a record, in a file of records")
  func layouts() throws {
    let named = try market(Self.indexed)
    #expect(named.market.applicantCount == 3)
    #expect(
      Array(named.market.couples[0]) == [
        Couple.Pair(0, 1), Couple.Pair(1, nil), Couple.Pair(nil, 1),
      ])
    #expect(named.market.supplements.count == 1)
    #expect(named.market.reversions == [Reversion(from: 0, to: 1, limit: 1)])
    #expect(try market("{\"seed\": 5, \"instance\": \(Self.indexed)}") == named)
    let records = "{\"records\": [{\"seed\": 5, \"instance\": \(Self.indexed)}, 1]}"
    #expect(try market(records, record: "5") == named)
    #expect(try market(records, record: "1") == named)
  }

  @Test("Markets in names keep the order of the file")
  func names() throws {
    let named = try market(
      """
      {"applicants": {"Zoe": ["City"], "Ann": ["City", "Mercy"]},
       "programs": {"Mercy": ["Ann"], "City": ["Ann", "Zoe", "B\\u00f6b"]},
       "quotas": {"City": 1, "Mercy": 1},
       "couples": [{"r1": "Böb", "r2": "Cy", "rol": [["City", null]]}]}
      """)
    #expect(named.names.applicants == ["Zoe", "Ann", "Böb", "Cy"])
    #expect(named.names.programs == ["Mercy", "City"])
  }

  @Test(
    "Errors name file, line and column",
    arguments: [
      ("{\"n\": 1,\n \"programs\": [}", "m.json:2:15: expected a JSON value"),
      ("{\"n\": 1, \"n\": 2}", "m.json:1:10: the key \"n\" appears twice in one object"),
      (
        "[]",
        "m.json:1:1: the file holds 0 markets: choose one of them by name, by seed, or by "
          + "number from 1"
      ),
      ("{\"n\": 1}", "m.json:1:1: the market has no \"programs\""),
      (
        "{\"n\": 1, \"programs\": [{\"quota\": 1, \"rol\": [4]}]}",
        "m.json:1:44: 4 is not an applicant: they are numbered from 0 to 0"
      ),
      (
        "{\"n\": 2, \"programs\": [{\"quota\": 1, \"rol\": [[0, 1]]}]}",
        "m.json:1:44: a list in place of one applicant: ties are not accepted, so rank one after "
          + "the other"
      ),
      (
        "{\"n\": 1, \"programs\": [{\"rol\": []}]}",
        "m.json:1:23: a program has no \"quota\""
      ),
      (
        "{\"n\": 0.5, \"programs\": []}",
        "m.json:1:7: \"n\" must be a whole number, not a number"
      ),
      ("{\"n\": \"x}", "m.json:1:10: a quotation mark is missing at the end of a text"),
      ("{\"n\": 1} x", "m.json:1:10: text after the end of the JSON document"),
    ])
  func errors(text: String, message: String) {
    let error = #expect(throws: MarketFileError.self) { try market(text) }
    #expect(error?.description == message)
  }

  @Test("Nesting without end is refused, not followed")
  func depth() {
    let error = #expect(throws: MarketFileError.self) {
      try market(String(repeating: "[", count: 100_000))
    }
    #expect(error?.description == "m.json:1:65: nested more than 64 levels deep")
  }
}
