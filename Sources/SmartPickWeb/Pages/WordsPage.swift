import AdviceRendering
import Words

/// A checked draft, its marks in place.
struct WordsPage: Sendable {
  var draft: String
  var purpose: DraftReport.Purpose
  var report: DraftReport?
  var problem: String?
  var fileText: String

  var page: Markup {
    let interview: Markup = purpose == .interview ? " checked" : ""
    let statement: Markup = purpose == .statement ? " checked" : ""
    return PageFrame(
      title: "Your draft", style: "narrow-page",
      main: """
        <div class="title"><h1>Your draft</h1></div>
        <section class="section" aria-labelledby="result-title">
        <h2 id="result-title" class="hidden-visually">What the checker found</h2>
        \(result)</section>
        <section class="section" aria-labelledby="again-title"><h2 id="again-title">Change it and \
        check again</h2>
        <form method="post" action="/words/check">
        <input type="hidden" name="file" value="\(fileText)">
        <label for="draft-text">Your draft</label>
        <textarea id="draft-text" name="draft" rows="8">\(draft)</textarea>
        <fieldset class="choices"><legend>It is for</legend><div class="pills">
        <label class="pill"><input type="radio" name="purpose" value="statement"\(statement)> the \
        personal statement</label>
        <label class="pill"><input type="radio" name="purpose" value="interview"\(interview)> an \
        interview</label></div></fieldset>
        <p class="actions"><button class="button" type="submit">Check it</button>
        <button class="button quiet" type="submit" formaction="/advice#draft">Back to the advice</button>\
        </p></form></section>

        """
    ).page
  }

  /// The result alone, for the script.
  var result: Markup {
    if let problem { return "<p class=\"field-error\">\(problem)</p>\n" }
    guard let report else { return "" }
    let verdict =
      switch report.verdict {
      case .ready: "Good as it is"
      case .revise: "Mend what is marked"
      case .rewrite: "Begin again, from the composed text"
      }
    let spoken = report.spokenSeconds.map { ", about \(Int($0.rounded())) seconds to say" } ?? ""
    let items = report.marks.enumerated().markup { index, mark in
      """
      <li><strong>\(mark.kind.rawValue)</strong> <q>\(mark.text.prefix(160))</q> \
      <span class="sub">\(mark.message) \(mark.advice)</span></li>

      """
    }
    let list: Markup = items.isEmpty ? "" : "<ol class=\"marks\">\(items)</ol>\n"
    let support = (report.support ?? []).enumerated().markup { _, line in "<p>\(line)</p>\n" }
    return """
      \(support)<p class="callout"><strong>\(verdict)</strong>\(report.summary) \
      <span class="muted">\(NumberText.count(report.words, "word")) in \(NumberText.count(report.sentences, "sentence"))\(spoken).</span></p>
      <blockquote class="passage marked">\(marked(report.marks))</blockquote>
      \(list)
      """
  }

  /// The draft with its marks; where marks overlap, the first one stands.
  private func marked(_ marks: [DraftMark]) -> Markup {
    let units = Array(draft.utf16)
    var markup = Markup()
    var position = 0
    for mark in marks.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) })
    where mark.start >= position && mark.end <= units.count && mark.end > mark.start {
      markup += "\(String(decoding: units[position..<mark.start], as: UTF16.self))"
      markup +=
        "<mark title=\"\(mark.kind.rawValue)\">\(String(decoding: units[mark.start..<mark.end], as: UTF16.self))</mark>"
      position = mark.end
    }
    return markup + "\(String(decoding: units[min(position, units.count)...], as: UTF16.self))"
  }
}
