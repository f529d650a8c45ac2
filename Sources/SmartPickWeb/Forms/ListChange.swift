import Advising
import ApplicantFile
import HTTPTypes
import MatchFacts

/// A press on one program of the list, as changes of the file's wishes.
///
/// A program that is kept stands under `wishes.must_have`, one that is dropped under `wishes.refused`.
enum ListChange: String, Sendable, CaseIterable {
  /// Must be on the list.
  case keep = "list.keep"
  /// Need not be on the list.
  case free = "list.free"
  /// Must not be on the list.
  case drop = "list.drop"
  /// May be on the list again.
  case back = "list.back"

  /// The edits that the presses of a form ask for.
  static func edits(_ input: FormInput, of applicant: Applicant) -> [FileEdit] {
    var kept = applicant.wishes.mustHave
    var refused = applicant.wishes.refused
    for change in allCases {
      for code in input.all(change.rawValue) {
        switch change {
        case .keep:
          refused.removeAll { $0 == code }
          if !kept.contains(code) { kept.append(code) }
        case .free: kept.removeAll { $0 == code }
        case .drop:
          kept.removeAll { $0 == code }
          if !refused.contains(code) { refused.append(code) }
        case .back: refused.removeAll { $0 == code }
        }
      }
    }
    var edits: [FileEdit] = []
    if kept != applicant.wishes.mustHave {
      edits.append(FileEdit(path: "wishes.must_have", value: list(kept)))
    }
    if refused != applicant.wishes.refused {
      edits.append(FileEdit(path: "wishes.refused", value: list(refused)))
    }
    let own = signals(input, of: applicant)
    if own != applicant.currentList {
      let items = own.map { "{program: \($0.program), signal: \($0.signal.rawValue)}" }
      edits.append(FileEdit(path: "current_list", value: list(items)))
    }
    return edits
  }

  /// The applicant's own list after a move on the board of signals.
  ///
  /// The first move begins with the recommended list, which the page carries along in `board`.
  private static func signals(_ input: FormInput, of applicant: Applicant) -> [ListedProgram] {
    var moves = input.all("signal.move").map(pair)
    for (name, tier) in input.all("signal.give").map(pair) {
      if let code = input.text(name) { moves.append((code, tier)) }
    }
    guard !moves.isEmpty else { return applicant.currentList }
    var programs = applicant.currentList
    if programs.isEmpty {
      programs = (input.text("board") ?? "").split(separator: ",").map { item in
        let (code, tier) = pair(String(item))
        return ListedProgram(program: code, signal: ListedProgram.Signal(rawValue: tier) ?? .none)
      }
    }
    for (code, tier) in moves {
      guard let signal = ListedProgram.Signal(rawValue: tier) else { continue }
      if let index = programs.firstIndex(where: { $0.program == code }) {
        programs[index].signal = signal
      } else {
        programs.append(ListedProgram(program: code, signal: signal))
      }
    }
    return programs
  }

  /// The recommended list as the page carries it along: codes with their signals.
  static func text(_ list: ProgramList) -> String {
    list.programs.map { entry in
      entry.signal == .none ? entry.code : "\(entry.code) \(entry.signal.rawValue)"
    }.joined(separator: ",")
  }

  private static func pair(_ text: String) -> (String, String) {
    let parts = text.split(separator: " ").map(String.init)
    return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
  }

  private static func list(_ codes: [String]) -> String {
    codes.isEmpty ? "unknown" : "[" + codes.joined(separator: ", ") + "]"
  }
}

extension AdviceDesk {
  /// Names of the programs that a file itself names, by code.
  func names(of applicant: Applicant) -> [String: String] {
    let codes = applicant.wishes.refused + applicant.currentList.map(\.program)
    return Dictionary(
      codes.compactMap { code in
        directory[code].map { (code, "\($0.institution), \($0.name)") }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The code of the program that a name or code typed by hand means.
  ///
  /// - Throws: `WebError` 422 where none or several programs of the file's specialties fit.
  func listed(_ text: String, of applicant: Applicant) throws -> String {
    if let program = directory[text.uppercased()] { return program.code }
    var found: [Program] = []
    for target in applicant.specialties {
      found += directory.search(
        .init(text: String(text.prefix(WebLimits.searchCharacters)), specialty: target.specialty))
    }
    guard let first = found.first, found.count == 1 else {
      let names = found.prefix(4).map { "\($0.institution), \($0.name) (\($0.code))" }
      let message =
        found.isEmpty
        ? "No program of your specialties has these words: ‘\(text)’."
        : "\(found.count) programs fit ‘\(text)’: \(names.joined(separator: "; "))"
          + "\(found.count > names.count ? " and others" : ""). Give a code, or more of the name."
      throw WebError(
        .unprocessableContent, "Which program is that?", message,
        errors: [.init(field: "wishes.must_have", message: message)])
    }
    return first.code
  }
}
