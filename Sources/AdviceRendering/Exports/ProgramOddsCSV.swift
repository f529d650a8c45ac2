public import Advising
import ApplicantFile
import MatchFacts
import ScoreReading

/// Every program of a file's specialties as a table for a spreadsheet (RFC 4180).
///
/// Written as ``CSVExport`` writes the list. Cells of a signal that the specialty does not have are
/// empty, as is the group of a program that is ruled out.
public struct ProgramOddsCSV: Sendable {
  let programs: [ProgramOdds]

  /// A table of these programs.
  public init(_ programs: [ProgramOdds]) { self.programs = programs }

  /// Names of the columns, in order; they are stable.
  public static let columns =
    [
      "code", "acgme_id", "institution", "program", "specialty", "track", "city", "state",
      "standing_points", "standing_low", "standing_high", "standing_percentile", "standing_basis",
      "eligible", "ruled_out_by", "group",
    ]
    + ["interview", "match"].flatMap { chance in
      ListedProgram.Signal.allCases.flatMap { signal in
        ["", "_low", "_high"].map { "\(chance)_\(signal.rawValue)\($0)" }
      }
    }

  /// The file's text: a header and a line for each program, lines ending in CRLF.
  public var text: String {
    var text = CSVExport.record(Self.columns)
    for program in programs { text += CSVExport.record(Self.fields(program)) }
    return text
  }

  private static func fields(_ odds: ProgramOdds) -> [String] {
    let about = [
      odds.code, odds.acgmeID ?? "", odds.institution, odds.program, odds.specialty.name,
      odds.track.rawValue, odds.city ?? "", odds.state ?? "",
    ].map(CSVExport.safe)
    let standing = [odds.standing.estimate, odds.standing.low, odds.standing.high].map {
      CSVExport.plain($0, 1)
    }
    return about + standing
      + [
        CSVExport.plain(odds.standing.percentile, 1), CSVExport.safe(odds.standing.basis),
        odds.isEligible ? "yes" : "no", CSVExport.safe(odds.ruledOutBy.joined(separator: " ")),
        odds.group?.rawValue ?? "",
      ] + chances(odds.interview) + chances(odds.match)
  }

  private static func chances(_ chances: ChancesBySignal) -> [String] {
    ListedProgram.Signal.allCases.flatMap { signal -> [String] in
      guard let chance = chances[signal] else { return ["", "", ""] }
      return [chance.estimate, chance.low, chance.high].map { CSVExport.plain($0, 4) }
    }
  }
}
