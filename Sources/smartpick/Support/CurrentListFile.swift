import ApplicantFile
import DelimitedText
import Foundation
import MatchFacts

/// The applicant's own list as CSV.
enum CurrentListFile {
  /// Reads a table with a column `code` (or `nrmp_code`, `program`) and, if there is one, `signal`.
  static func read(_ path: String) throws(CommandFailure) -> [ListedProgram] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("cannot read \(path); give the path of a CSV file", .missingInput)
    }
    do {
      let table = try DelimitedTable([UInt8](data), name: path)
      guard let column = ["code", "nrmp_code", "program"].first(where: table.header.contains) else {
        throw CommandFailure(
          "\(path): no column 'code'; the first line must name the columns, one of them code "
            + "(NRMP codes, as in 1313120C0)", .badData)
      }
      var listed: [ListedProgram] = []
      for record in table {
        let code = try record.text(try table.column(column))
        if code.isEmpty { continue }
        var signal = ListedProgram.Signal.none
        if table.header.contains("signal") {
          let text = try record.text(try table.column("signal"))
          guard
            let named = text.isEmpty
              ? ListedProgram.Signal.none : ListedProgram.Signal(rawValue: text)
          else {
            throw CommandFailure(
              "\(path):\(record.line): signal '\(text)'; accepted are none, single, silver, gold",
              .badData)
          }
          signal = named
        }
        listed.append(ListedProgram(program: code, signal: signal))
      }
      return listed
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure("\(error)", .badData)
    }
  }
}
