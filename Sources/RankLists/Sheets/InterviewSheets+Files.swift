import DelimitedText
import Yams

extension [InterviewSheet] {
  private static let columns = ["code", "program", "gut", "went", "deal_breaker", "words"]

  /// Reads sheets from a table with the column `code` and any of gut, went, deal_breaker, words; the
  /// column `program` is for people and not read.
  ///
  /// - Throws: ``RankFileError`` with the line of the first fault.
  public init(csv bytes: [UInt8], name: String) throws(RankFileError) {
    let file = try NamedTable(bytes, name: name)
    let known = Self.columns.map(NamedTable.key)
    for title in file.table.header where !known.contains(NamedTable.key(title)) {
      throw .file(
        name, "unknown column '\(title)'; accepted: \(Self.columns.joined(separator: ", "))")
    }
    let code = try file.required(["code"])
    let gut = file.column(["gut"])
    let went = file.column(["went"])
    let breaker = file.column(["deal_breaker"])
    let words = file.column(["words"])
    var sheets: [InterviewSheet] = []
    for record in file.table {
      let impression = try file.text(record, went)
      sheets.append(
        InterviewSheet(
          code: try file.code(record, code), words: try file.text(record, words),
          gut: try file.int(record, gut, in: 1...10),
          went: try impression.map { (text) throws(RankFileError) in
            try Self.impression(text, name, record.line)
          },
          dealBreaker: try file.text(record, breaker)))
    }
    self = sheets
    try checkCodes(name) { file.table[$0].line }
  }

  /// Reads sheets from YAML: a list `sheets` of mappings with code and any of gut, went,
  /// deal_breaker, words.
  ///
  /// - Throws: ``RankFileError`` with the line of the first fault.
  public init(yaml text: String, name: String) throws(RankFileError) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw .file(name, "\(error)")
    }
    guard let list = root?.mapping?["sheets"]?.sequence else {
      throw .file(name, "the file must hold a list named 'sheets', each entry with a 'code'")
    }
    var sheets: [InterviewSheet] = []
    var lines: [Int] = []
    for node in list {
      let line = node.mark?.line ?? 1
      guard let fields = node.mapping else {
        throw .line(file: name, line: line, "a sheet is a mapping: code, gut, went, words")
      }
      for (key, value) in fields where !Self.columns.contains(key.string ?? "") {
        throw .line(
          file: name, line: value.mark?.line ?? line,
          "unknown field '\(key.string ?? "")'; accepted: \(Self.columns.joined(separator: ", "))")
      }
      func word(_ key: String) -> String? {
        guard let text = fields[key]?.string, fields[key]?.null == nil, !text.isEmpty else {
          return nil
        }
        return text
      }
      guard let code = word("code") else {
        throw .line(file: name, line: line, "a sheet without 'code'; write the program's NRMP code")
      }
      var gut: Int?
      if let text = word("gut") {
        guard let number = Int(text), (1...10).contains(number) else {
          throw .line(
            file: name, line: fields["gut"]?.mark?.line ?? line,
            "gut '\(text)'; accepted: a whole number from 1 to 10")
        }
        gut = number
      }
      let impression = try word("went").map { (text) throws(RankFileError) in
        try Self.impression(text, name, fields["went"]?.mark?.line ?? line)
      }
      sheets.append(
        InterviewSheet(
          code: code.uppercased(), words: word("words"), gut: gut, went: impression,
          dealBreaker: word("deal_breaker")))
      lines.append(line)
    }
    self = sheets
    try checkCodes(name) { lines[$0] }
  }

  /// The sheets as a table; `titles` names each program for people.
  public func csv(titles: [String: String] = [:]) -> String {
    var writer = DelimitedWriter(header: Self.columns)
    for sheet in self {
      writer.append([
        sheet.code, titles[sheet.code] ?? "", sheet.gut.map(String.init) ?? "",
        sheet.went?.rawValue ?? "", sheet.dealBreaker ?? "", sheet.words ?? "",
      ])
    }
    return writer.text
  }

  /// The sheets as YAML, every field there to be filled in.
  public func yaml(titles: [String: String] = [:]) -> String {
    var text = """
      # One sheet for each interview, written the same evening. gut: 1 to 10, how much you would like
      # to train there. went: poorly, usual or well. deal_breaker: why you would not go there at all.
      sheets:

      """
    for sheet in self {
      func quoted(_ value: String?) -> String {
        guard let value else { return "" }
        let escaped = value.map { character -> String in
          switch character {
          case "\\": "\\\\"
          case "\"": "\\\""
          case "\n": "\\n"
          default: String(character)
          }
        }
        return "\"\(escaped.joined())\""
      }
      text += "  - code: \(quoted(sheet.code))\n"
      text += "    program: \(quoted(titles[sheet.code]))\n"
      text += "    gut: \(sheet.gut.map(String.init) ?? "")\n"
      text += "    went: \(sheet.went?.rawValue ?? "")\n"
      text += "    deal_breaker: \(quoted(sheet.dealBreaker))\n"
      text += "    words: \(quoted(sheet.words))\n"
    }
    return text
  }

  private static func impression(
    _ text: String, _ name: String, _ line: Int
  ) throws(RankFileError) -> InterviewSheet.Impression {
    guard let value = InterviewSheet.Impression(rawValue: text.lowercased()) else {
      throw .line(
        file: name, line: line,
        "went '\(text)'; accepted: "
          + InterviewSheet.Impression.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return value
  }

  private func checkCodes(_ name: String, line: (Int) -> Int) throws(RankFileError) {
    var first: [String: Int] = [:]
    for (index, sheet) in enumerated() {
      if let earlier = first[sheet.code] {
        throw .line(
          file: name, line: line(index),
          "a second sheet of \(sheet.code); the first is on line \(line(earlier))")
      }
      first[sheet.code] = index
    }
  }
}
