import MatchFacts
import AdviceRendering
import Advising
import ApplicantFile
import ScoreReading

/// The advice on one file, with what can be played with.
///
/// The parts before and after the controls are also served alone, so that the page's script can
/// change every figure without loading it anew.
struct AdvicePage: Sendable {
  var advice: Advice
  var submitted: SubmittedFile
  /// The file's text, carried along in hidden fields: the server keeps nothing.
  var fileText: String
  var isExample = false
  /// What of the list is shown, for those without the script.
  var listView = ListView()

  private static let lead: [ReportSection] = [.verdict, .warnings]

  private var sections: ReportSections {
    ReportSections(
      advice,
      listTools: .init(
        view: listView, controls: ListControls(view: listView, fileText: fileText).markup,
        programForm: "open-program"))
  }

  private typealias Fragments = [(section: ReportSection, markup: Markup)]

  /// The whole page.
  var page: Markup {
    let fragments = sections.fragments
    var contents = fragments.map { (title: $0.section.title, anchor: $0.section.anchor) }
    contents.insert((title: "Play with it", anchor: "controls"), at: min(1, contents.count))
    contents.append((title: "Compare two changes", anchor: "compare"))
    contents.append((title: "Keep it", anchor: "keep"))
    let links = contents.markup { "<li><a href=\"#\($0.anchor)\">\($0.title)</a></li>\n" }
    let name = advice.applicant.name ?? ""
    let title = name.isEmpty ? "Your advice" : "Advice for \(name)"
    let remark: Markup =
      isExample
      ? """
      <p class="callout">This applicant is made up. <a href="/">Ask for yourself</a>, or \
      change the limits below and see what happens.</p>

      """ : ""
    return PageFrame(
      title: title, contents: contents, style: "advice-page",
      main: """
        <div class="title"><h1>\(title)</h1>
        <p class="muted">\(facts.joined(separator: " · ")), for the \(advice.plan.season), as of \
        <span class="number">\(advice.plan.asOf.description)</span></p>
        <form method="post" action="/form" class="inline-form"><input type="hidden" name="file" \
        value="\(fileText)">\(carried)<button class="link-button" type="submit">Change your \
        file</button>\(sharpen)</form></div>
        <nav class="contents-small" aria-label="Contents"><details><summary>Contents</summary>\
        <ul class="contents-list">\(links)</ul></details></nav>
        \(remark)\(warnings)<div id="lead" class="part-of-page">
        \(lead(fragments))</div>
        \(controls)<div id="rest" class="part-of-page">
        \(rest(fragments))</div>

        """
    ).page
  }

  /// Both parts alone, for the script.
  var fragment: Markup {
    let fragments = sections.fragments
    return """
      <div id="lead">\(lead(fragments))</div><div id="rest">\(rest(fragments))</div>\
      <p id="announcement">\(announcement)</p>

      """
  }

  private var facts: [String] {
    var parts = [advice.applicant.type.displayName]
    if advice.applicant.step1 != "unknown" { parts.append("Step 1 \(advice.applicant.step1)") }
    if let score = advice.applicant.step2CK { parts.append("Step 2 CK \(score)") }
    if let score = advice.applicant.comlexLevel2 { parts.append("COMLEX Level 2-CE \(score)") }
    parts.append(advice.applicant.specialties.map(\.name).joined(separator: ", "))
    return parts
  }

  private var sharpen: Markup {
    guard !advice.unknowns.isEmpty else { return "" }
    let count = NumberText.count(advice.unknowns.count, "more answer")
    return " · <a href=\"#unknowns\">\(count) would sharpen this</a>"
  }

  private var warnings: Markup {
    guard !submitted.warnings.isEmpty else { return "" }
    let items = submitted.warnings.markup { "<li>\($0.field): \(FormView.message($0))</li>\n" }
    return """
      <section class="section" aria-labelledby="file-notes"><h2 id="file-notes">Worth a second \
      look in your file</h2><ul class="points">\(items)</ul></section>

      """
  }

  private var announcement: String {
    "Updated: chance of matching \(IntervalText.chance(advice.odds.match)), "
      + "\(NumberText.count(advice.list.programs.count, "program")), "
      + "fees \(NumberText.dollars(advice.list.fees))."
  }

  private func lead(_ fragments: Fragments) -> Markup {
    fragments.filter { Self.lead.contains($0.section) }.markup { $0.markup }
  }

  private func rest(_ fragments: Fragments) -> Markup {
    var markup = Markup()
    for (section, fragment) in fragments where !Self.lead.contains(section) {
      markup += fragment
      switch section {
      case .list: markup += programPages
      case .returns: markup += returnsData
      case .words: markup += draftCheck
      default: break
      }
    }
    return markup + partnerUpload
      + CompareForm(fileText: fileText, applicant: submitted.file?.applicant).markup
      + keep
  }

  // MARK: Controls

  private var controls: Markup {
    let applicant = submitted.file?.applicant
    func text(_ value: Int?) -> String { value.map(String.init) ?? "" }
    let most = advice.diminishingReturns.points.last
    let budgetEnd = max(2_000, ((most?.dollars ?? 0) / 500 + 2) * 500)
    let countEnd = max(100, ((most?.applications ?? 0) / 20 + 2) * 20)
    return """
      <section class="section controls" id="controls" aria-labelledby="controls-title">
      <h2 id="controls-title">Play with it</h2>
      <form method="post" action="/advice" data-controls>
      <input type="hidden" name="file" value="\(fileText)">\(carried)
      <div class="dials">
      \(dial("limits.budget", "Budget for fees, $", text(applicant?.limits.budget),
        end: budgetEnd, step: 25, empty: "no limit"))
      \(dial("limits.applications", "Most applications", text(applicant?.limits.applications),
        end: countEnd, step: 1, empty: "no limit"))
      \(dial("limits.interviews", "Interviews you can attend",
        text(applicant?.limits.interviews), end: 40, step: 1, empty: "not known"))
      \(dial("limits.point_worth", "What one more of a hundred chances is worth, $",
        text(applicant?.limits.pointWorth), end: 2_000, step: 25, empty: "as assumed"))
      \(dial("aim", "Aim: 0 any match, 1 the place you prefer",
        applicant?.aim.mix.map(FormLayout.number) ?? "", end: 1, step: 0.05, empty: "balanced"))
      \(togetherDial)
      </div>
      <p class="actions"><button class="button quiet" type="submit" data-submit>Update \
      everything</button> <span class="live-note" role="status" data-status></span></p>
      </form></section>

      """
  }

  /// A number that the script gives a slider; empty is no limit.
  func dial(
    _ path: String, _ label: String, _ value: String, end: Int, step: Double, empty: String
  ) -> Markup {
    let id = "d-" + path.map { $0 == "." ? "-" : String($0) }.joined()
    return """
      <div class="dial" data-end="\(end)" data-step="\(step)" data-empty="\(empty)">\
      <label for="\(id)">\(label)</label>\
      <input type="text" inputmode="decimal" autocomplete="off" class="short" id="\(id)" \
      name="\(path)" value="\(value)" placeholder="\(empty)"></div>
      """
  }

  // MARK: Beside the sections

  /// The curve's figures, for the movable marker.
  private var returnsData: Markup {
    let points = advice.diminishingReturns.points
    guard points.count > 1 else { return "" }
    let data = points.map { point in
      "\(point.applications);\(NumberText.percent(point.match));"
        + "\(NumberText.fixed(point.expectedInterviews, decimals: 1));"
        + "\(NumberText.dollars(point.dollars));"
        + (point.dollarsPerPoint.map { NumberText.dollars(Int(min($0, 1e9).rounded())) } ?? "–")
    }
    return """
      <div hidden data-returns="\(data.joined(separator: "|"))" \
      data-enough="\(advice.diminishingReturns.enough)"></div>

      """
  }

  private var draftCheck: Markup {
    """
    <section class="section" id="draft" aria-labelledby="draft-title">
    <h2 id="draft-title">Check your own draft</h2>
    <form method="post" action="/words/check" data-draft-check>
    <input type="hidden" name="file" value="\(fileText)">
    <label for="draft-text">What you would write or say about the score</label>
    <textarea id="draft-text" name="draft" rows="6" aria-describedby="draft-hint"></textarea>
    <p class="hint" id="draft-hint">Marked: too long, excuses, drama, blame, no evidence, and \
    what contradicts your file.</p>
    <fieldset class="choices"><legend>It is for</legend><div class="pills">
    <label class="pill"><input type="radio" name="purpose" value="statement" checked> the \
    personal statement</label>
    <label class="pill"><input type="radio" name="purpose" value="interview"> an \
    interview</label></div></fieldset>
    <p class="actions"><button class="button quiet" type="submit">Check it</button></p>
    </form><div data-draft-result role="status"></div></section>

    """
  }

  private var keep: Markup {
    func button(_ action: String, _ label: String) -> Markup {
      "<button class=\"button quiet\" type=\"submit\" formaction=\"\(action)\">\(label)</button>\n"
    }
    return """
      <section class="section" id="keep" aria-labelledby="keep-title">
      <h2 id="keep-title">Keep it</h2>
      <form method="post" action="/export/report.html">
      <input type="hidden" name="file" value="\(fileText)">\(carried)
      <p class="actions"><button class="button" type="button" data-print hidden>Print, or save as \
      PDF</button>
      \(button("/export/report.html", "Report (one HTML file)"))\
      \(button("/export/plan.ics", "Plan for your calendar"))\
      \(button("/export/list.csv", "List as a table"))\
      \(advice.couple == nil ? "" : button("/export/couple.csv", "Joint list of the two of you"))\
      \(button("/export/advice.json", "Everything as JSON"))\
      \(button("/file", "Your file"))</p></form>
      <p class="muted small">Nothing was kept here. The file is the only copy of your answers; the \
      same file gives the same advice on the command line.</p></section>

      """
  }
}
