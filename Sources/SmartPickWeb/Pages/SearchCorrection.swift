import ApplicantFile
import MatchFacts

/// Mends typing errors in a search that found nothing: "Clevland" is Cleveland.
struct SearchCorrection: Sendable {
  /// Words of names and cities, the most frequent first.
  private let words: [String]
  private let known: Set<String>

  /// Words that short are spelled in too many ways.
  private static let shortest = 4

  /// The words of a directory.
  ///
  /// O(programs).
  init(_ directory: ProgramDirectory) {
    var counts: [String: Int] = [:]
    for program in directory.programs {
      for word in Self.split(program.institution + " " + (program.city ?? "")) {
        counts[word, default: 0] += 1
      }
    }
    known = Set(counts.keys)
    words = counts.keys.filter { $0.count >= Self.shortest }
      .sorted { (-counts[$0, default: 0], $0) < (-counts[$1, default: 0], $1) }
  }

  /// The text with its unknown words replaced by the nearest known ones; nil where nothing changes.
  ///
  /// O(words of the text × words of the directory).
  func corrected(_ text: String) -> String? {
    var isChanged = false
    let result = Self.split(text).map { word in
      guard word.count >= Self.shortest, !known.contains(word),
        let near = Spelling.nearest(to: word, among: words)
      else { return word }
      isChanged = true
      return near
    }
    return isChanged ? result.joined(separator: " ") : nil
  }

  private static func split(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
