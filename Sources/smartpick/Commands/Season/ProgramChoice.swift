import DelimitedText
import Foundation
import MatchFacts
import SeasonLog

/// Which program a person means: a code, or words that fit one program alone.
struct ProgramChoice {
  let directory: ProgramDirectory
  /// Codes the log has already; a name that fits one of them alone means that one.
  let logged: Set<String>

  /// The program, or a question on the terminal, or, in a pipe, the candidates and exit code 65.
  func program(_ text: String, asks: Bool) throws(CommandFailure) -> Program {
    let code = text.trimmingCharacters(in: .whitespaces).uppercased()
    if let exact = directory[code] { return exact }
    let found = directory.search(ProgramDirectory.Query(text: text))
    guard !code.isEmpty, !found.isEmpty else {
      throw CommandFailure(nothing(text), .badData)
    }
    if found.count == 1 { return found[0] }
    let known = found.filter { logged.contains($0.code) }
    if known.count == 1 { return known[0] }
    let candidates = known.isEmpty ? found : known
    if asks, let chosen = ask(text, candidates) { return chosen }
    var lines = ["‘\(PageText.harmless(text))’ fits \(candidates.count) programs; give the code:"]
    lines += candidates.prefix(12).map { "  " + Self.line($0) }
    if candidates.count > 12 {
      lines.append("  … and \(candidates.count - 12) more; add a city or a specialty")
    }
    throw CommandFailure(lines.joined(separator: "\n"), .badData)
  }

  /// `1062140C0  UCSF, San Francisco CA: Internal Medicine (categorical)`.
  static func line(_ program: Program) -> String {
    let place = [program.city, program.state].compactMap { $0 }.joined(separator: " ")
    return PageText.harmless(
      "\(program.code)  \(program.institution)\(place.isEmpty ? "" : ", " + place): "
        + "\(program.specialty.name) (\(program.track.rawValue))")
  }

  private func ask(_ text: String, _ candidates: [Program]) -> Program? {
    guard isatty(0) == 1, isatty(2) == 1 else { return nil }
    let shown = Array(candidates.prefix(12))
    Console.progress("Which program is ‘\(PageText.harmless(text))’?")
    for (place, program) in shown.enumerated() {
      Console.progress("  \(place + 1)  \(Self.line(program))")
    }
    Console.progress("Its number, or Enter for none:")
    guard let answer = readLine(), let number = Int(answer), shown.indices.contains(number - 1)
    else { return nil }
    return shown[number - 1]
  }

  private func nothing(_ text: String) -> String {
    let near = EditDistance.nearest(
      to: text, in: Set(directory.programs.map(\.institution)).sorted())
    let hint = near.isEmpty ? "" : "; near: " + near.joined(separator: "; ")
    return "no program fits ‘\(PageText.harmless(text))’\(hint); "
      + "'smartpick programs search' finds codes"
  }
}
