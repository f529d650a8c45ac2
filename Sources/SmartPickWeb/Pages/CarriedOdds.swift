import AdviceRendering
import Advising
import MatchFacts

/// The chances of a file that a page carries along from request to request: nothing is kept.
struct CarriedOdds: Sendable {
  /// The file's text, for the hidden fields.
  let fileText: String
  /// The file's specialties, most wanted first.
  let specialties: [Specialty]
  private let byCode: [String: ProgramOdds]

  /// The id of the form that holds the file; buttons elsewhere on the page submit it.
  static let form = "carry"

  init(_ answer: ProgramOddsAnswer, fileText: String) {
    self.fileText = fileText
    specialties = answer.applicant.specialties
    byCode = Dictionary(
      answer.programs.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The chances at a program; nil where the file does not apply in its specialty.
  subscript(code: String) -> ProgramOdds? { byCode[code] }

  /// The form that carries the file.
  var markup: Markup {
    """
    <form method="post" action="/programs" id="\(Self.form)" hidden>\
    <input type="hidden" name="file" value="\(fileText)"></form>

    """
  }
}

/// A way to another page of the directory: a link or, where a file is carried along, a button that
/// takes it there.
struct ExplorerLink {
  var address: String
  var style: String
  var isCarrying: Bool
  var isCurrent = false

  func markup(_ label: Markup) -> Markup {
    let current: Markup = isCurrent ? " aria-current=\"true\"" : ""
    guard isCarrying else {
      return "<a class=\"\(style)\" href=\"\(address)\"\(current)>\(label)</a>"
    }
    return """
      <button type="submit" class="\(style)" form="\(CarriedOdds.form)" \
      formaction="\(address)"\(current)>\(label)</button>
      """
  }
}
