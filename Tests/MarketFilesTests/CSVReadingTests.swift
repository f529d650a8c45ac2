import MarketFiles
import StableMatching
import Testing

@Suite("Comma-separated files")
struct CSVReadingTests {
  private func market(
    _ applicants: String, _ programs: String, couples: String? = nil, supplements: String? = nil,
    reversions: String? = nil
  ) throws -> NamedMarket {
    try MarketTexts(
      applicants: SourceText(applicants, name: "a.csv"),
      programs: SourceText(programs, name: "p.csv"),
      couples: couples.map { try SourceText($0, name: "c.csv") },
      supplements: supplements.map { try SourceText($0, name: "s.csv") },
      reversions: reversions.map { try SourceText($0, name: "r.csv") }
    ).market()
  }

  @Test(
    "What spreadsheets write is understood",
    arguments: [
      "Ann,City,Mercy\nBob,Mercy\n",
      "Ann,City,Mercy\nBob,Mercy",
      "applicant,first,second\r\nAnn,City,Mercy\r\nBob,Mercy,\r\n",
      "\u{FEFF}\n\nAnn , City,\tMercy \n,,\n  \nBob,Mercy,,,\n",
      "\"Ann\",\"City\",Mercy\n \"Bob\" , \"Mercy\"\n",
    ])
  func spreadsheets(applicants: String) throws {
    let named = try market(applicants, "City,1,Bob,Ann\nMercy,2,Ann\n")
    #expect(named.names.applicants == ["Ann", "Bob"])
    #expect(named.names.programs == ["City", "Mercy"])
    #expect(Array(named.market.applicantLists[0]) == [0, 1])
    #expect(Array(named.market.applicantLists[1]) == [1])
    #expect(named.market.quotas == [1, 2])
  }

  @Test("Quoted names may hold commas, quotation marks, colons and line ends, and come back so")
  func quotedNames() throws {
    let named = try market(
      "\"Ann, \"\"A\"\" \",\"St. Luke's: East\"\n\"B\nb\",plain\n",
      "\"St. Luke's: East\",1,\"Ann, \"\"A\"\" \"\nplain,1,\"B\nb\"\n")
    #expect(named.names.applicants == ["Ann, \"A\" ", "B\nb"])
    let report = MatchReport(try named.market.match(), of: named)
    #expect(
      String(decoding: report.csv(), as: UTF8.self)
        == "\"Ann, \"\"A\"\" \",St. Luke's: East\n\"B\nb\",plain\n")
  }

  @Test("Numbers as names: sparse, padded and mixed with text")
  func numbersAsNames() throws {
    let sparse = try market("7,900000000,3\n0,3\n", "3,1,0,7\n900000000,1,7\n")
    #expect(Array(sparse.market.applicantLists[0]) == [1, 0])
    let padded = try market("07,3\n7,3\n", "3,2,7,07\n")
    #expect(padded.names.applicants == ["07", "7"])
    #expect(Array(padded.market.programLists[0]) == [1, 0])
    let mixed = try market("1,A\n2,A,5\nx3,5\n", "A,1,2,x3,1\n5,1,2,1\n")
    #expect(Array(mixed.market.programLists[0]) == [1, 2, 0])
  }

  @Test("Couples: pairs, empty sides, members without a line, names with colons")
  func couples() throws {
    let named = try market(
      "Cy,East: B\nAnn\n", "East: B,2,Ann,Bob,Cy\nWest,1,Bob\n",
      couples: "applicant1,applicant2\nAnn,Bob,East: B:West,East: B: , :East: B,\n")
    #expect(named.names.applicants == ["Cy", "Ann", "Bob"])
    #expect(
      Array(named.market.couples[0]) == [
        Couple.Pair(0, 1), Couple.Pair(0, nil), Couple.Pair(nil, 0),
      ])
    let outcome = try named.market.match()
    #expect(named.byName(outcome.matching) == ["Cy": "East: B", "Ann": "East: B", "Bob": "West"])
  }

  @Test("Supplemental lists and reversions")
  func extras() throws {
    let named = try market(
      "Ann,Radiology\nBob,Medicine\n",
      "Radiology,1,Ann\nYear,1,Ann\nPrimary,1\nMedicine,0,Bob\n",
      supplements: "applicant,advanced,preliminary\nAnn,Radiology,Year\n",
      reversions: "from,to,most\nPrimary,Medicine,1\n")
    let outcome = try named.market.match()
    let report = MatchReport(outcome, of: named)
    #expect(
      String(decoding: report.csv(), as: UTF8.self) == "Ann,Radiology,Year\nBob,Medicine,\n")
  }

  @Test(
    "Errors name file, line and column, and what to do",
    arguments: [
      (
        "Ann,City\nBob,Cyti\n", "City,1,Ann\n", nil,
        "a.csv:2:5: program \"Cyti\" is not in the programs' file: add it there or mend the "
          + "spelling"
      ),
      (
        "1,2\n", "2,1,1,99\n", nil,
        "p.csv:1:7: applicant \"99\" is not in the applicants' file: add it there or mend the "
          + "spelling"
      ),
      (
        "Ann,City\n\nAnn,City\n", "City,1\n", nil,
        "a.csv:3:1: applicant \"Ann\" already has line 1: join the two lists or give each "
          + "applicant a name of its own"
      ),
      (
        "Ann,City\n", "City\n", nil,
        "p.csv:1:5: the quota of \"City\" is missing: a program's line is its name, its number "
          + "of positions, then its applicants"
      ),
      (
        "Ann,City\n", "City,two,Ann\n", nil,
        "p.csv:1:6: the quota is \"two\": it must be a whole number from 0 to 1000000"
      ),
      (
        "Ann,Zürich,Bern,Zürich\n", "Zürich,1\nBern,1\n", nil,
        "a.csv:1:17: applicant \"Ann\" ranks program \"Zürich\" a second time at 3: a list is "
          + "strict, so each program stands on it once; delete one of the two"
      ),
      (
        "Ann,City,,Mercy\n", "City,1\nMercy,1\n", nil,
        "a.csv:1:10: an empty cell between two entries: delete it or fill it in"
      ),
      (
        "Ann,\"City\n", "City,1\n", nil,
        "a.csv:1:5: a quotation mark opens here and is never closed"
      ),
      (
        "Ann,\"City\"x\n", "City,1\n", nil,
        "a.csv:1:11: text after a closing quotation mark; double the quotation marks within it"
      ),
      (
        ",City\n", "City,1\n", nil,
        "a.csv:1:1: the line does not begin with the name of an applicant"
      ),
      (
        "Ann,City\n", "City,1,Ann\n", "Ann,Bob,City:City\n",
        "a.csv:1:5: applicant \"Ann\" is in couple 1 and has a list of their own: leave the own "
          + "list empty, since the joint list stands for it"
      ),
      (
        "Ann\n", "City,1,Ann\n", "Ann,Bob,City\n",
        "c.csv:1:9: \"City\" is not a pair: write programA:programB, or programA: or :programB "
          + "if one partner would go unmatched"
      ),
      (
        "Ann\n", "City,1,Ann\n", "Ann,Bob,City:Mercy\n",
        "c.csv:1:14: program \"Mercy\" is not in the programs' file: add it there or mend the "
          + "spelling"
      ),
      (
        "Ann\n", "City,1,Ann\n", "Ann\n",
        "c.csv:1:1: a couple's line begins with the names of two applicants"
      ),
      (
        "Ann\n", "City,1,Ann\n", "Ann,Bob,City:,City:\n",
        "c.csv:1:15: couple 1 ranks a pair a second time at 2: a list is strict, so each pair "
          + "stands on it once; delete one of the two"
      ),
    ] as [(String, String, String?, String)])
  func errors(applicants: String, programs: String, couples: String?, message: String) {
    let error = #expect(throws: MarketFileError.self) {
      try market(applicants, programs, couples: couples)
    }
    #expect(error?.description == message)
  }

  @Test("Bytes that are no text are refused with a place")
  func notText() {
    let cases: [([UInt8], String)] = [
      ([0x41, 0x0A, 0xC3, 0x28], "b:2:1: not valid UTF-8; save the file as UTF-8"),
      ([0xFF, 0xFE, 0x41, 0x00], "b:1:1: the file is UTF-16; save it as UTF-8"),
      ([0x41, 0x00], "b:1:2: a zero byte: this is not a text file"),
    ]
    for (bytes, message) in cases {
      let error = #expect(throws: MarketFileError.self) {
        try SourceText(name: "b", bytes: bytes)
      }
      #expect(error?.description == message)
    }
  }

  @Test("Files that are not there")
  func missingFile() {
    let error = #expect(throws: MarketFileError.self) {
      try SourceText(path: "/nowhere/a.csv")
    }
    #expect(error?.kind == .cannotRead)
    #expect(error?.description == "/nowhere/a.csv: cannot be read: No such file or directory")
    let other = #expect(throws: MarketFileError.self) {
      try MarketOutput.write([], to: "/nowhere/a.csv")
    }
    #expect(other?.kind == .cannotWrite)
  }
}
