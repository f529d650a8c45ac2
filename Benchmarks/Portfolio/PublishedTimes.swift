import Foundation

/// Times published by others, or measured for their code on a machine like this one.
struct PublishedTimes {
  struct Row {
    var algorithm: String
    var size: Int
    var published: String
    var julia: String
    var rust: String
  }

  var rows: [Row] = []

  /// Reads `published.csv`, which lies beside this source file.
  init() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("published.csv")
    let text = try String(contentsOf: url, encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      // No quoted field stands before the five that are read here.
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 5, let size = Int(cells[1]) else { continue }
      rows.append(
        Row(
          algorithm: cells[0], size: size, published: cells[2], julia: cells[3],
          rust: cells[4]))
    }
  }
}
