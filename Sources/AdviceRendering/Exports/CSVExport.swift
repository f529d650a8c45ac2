public import Advising
import ApplicantFile
import DelimitedText
import MatchFacts
import ScoreReading

/// The recommended list as a table for a spreadsheet (RFC 4180).
///
/// Chances are 0…1 with four decimals, money is dollars. Text that a spreadsheet would run as a
/// formula (`= + - @`, or a control character, at its start) gets an apostrophe before it, which
/// spreadsheets do not show.
public struct CSVExport: Sendable {
  let list: ProgramList

  /// An export of this list.
  public init(_ list: ProgramList) { self.list = list }

  /// Names of the columns, in order; they are stable.
  public static let columns = [
    "rank", "code", "institution", "program", "specialty", "track", "city", "state", "group",
    "signal", "interview", "interview_low", "interview_high", "match", "match_low", "match_high",
    "match_within_list", "contribution", "fee_usd", "utility", "reasons", "facts",
    "uses_imported_figures", "standing_points", "standing_low", "standing_high",
    "standing_percentile",
  ]

  /// The file's text: a header and a line for each program, lines ending in CRLF.
  public var text: String {
    var text = Self.record(Self.columns)
    for (index, entry) in list.programs.enumerated() {
      text += Self.record(fields(entry, rank: index + 1))
    }
    return text
  }

  private func fields(_ entry: ProgramList.Entry, rank: Int) -> [String] {
    let reasons = entry.reasons.map { "\(Self.plain($0.points, 1)) \($0.text)" }
    let numbers = [
      entry.interview.estimate, entry.interview.low, entry.interview.high, entry.match.estimate,
      entry.match.low, entry.match.high, entry.matchWithinList, entry.contribution,
    ].map { Self.plain($0, 4) }
    let about = [
      entry.code, entry.institution, entry.program, entry.specialty.name, entry.track.rawValue,
      entry.city ?? "", entry.state ?? "", entry.group.rawValue, entry.signal.rawValue,
    ].map(Self.safe)
    return [String(rank)] + about + numbers
      + [
        String(entry.fee), Self.plain(entry.utility, 4),
        Self.safe(reasons.joined(separator: "; ")), Self.safe(entry.facts.joined(separator: "; ")),
        entry.usesImportedFigures ? "yes" : "no", Self.plain(entry.standing.estimate, 1),
        Self.plain(entry.standing.low, 1), Self.plain(entry.standing.high, 1),
        Self.plain(entry.standing.percentile, 0),
      ]
  }

  /// Text without control characters that no spreadsheet takes for a formula.
  static func safe(_ text: String) -> String {
    let clean = PlainText.singleLine(text)
    guard let first = clean.unicodeScalars.first(where: { $0 != " " }) else { return clean }
    let starts: Set<Unicode.Scalar> = [
      "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
    return starts.contains(first) ? "'" + clean : clean
  }

  /// A number that every spreadsheet reads: a plain minus sign, empty unless finite.
  static func plain(_ value: Double, _ decimals: Int) -> String {
    let text = NumberText.fixed(value, decimals: decimals)
    if text == "n/a" { return "" }
    return text.hasPrefix("\u{2212}") ? "-" + text.dropFirst() : text
  }

  /// A line of the file.
  static func record(_ fields: [String]) -> String {
    fields.map(DelimitedWriter.quoted).joined(separator: ",") + "\r\n"
  }
}
