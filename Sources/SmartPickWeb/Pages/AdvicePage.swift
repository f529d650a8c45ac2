import AdviceRendering
import Advising
import ApplicantFile
import MatchFacts
import ScoreReading

/// The advice on one file in five places (``AdvicePlace``), with what can be played with beside it.
///
/// The content is also served alone, so that the page's script can change every figure without
/// loading the page anew.
struct AdvicePage: Sendable {
  var advice: Advice
  var submitted: SubmittedFile
  /// The file's text, carried along in hidden fields: the server keeps nothing.
  var fileText: String
  var isExample = false
  /// What of the list is shown, for those without the script.
  var listView = ListView()
  var specialties: [Specialty] = []
  var states: [StateRegion] = []
  /// Names of programs that the file drops, by code.
  var dropped: [(code: String, name: String)] = []

  /// The form that carries the file; buttons anywhere on the page submit it.
  static let carry = "carry"

  /// The whole page.
  var page: Markup {
    PageFrame(
      title: title, style: "advice-page", scripts: [.adviceScript], main: content
    ).page
  }

  /// The content alone, for the script.
  var fragment: Markup { content }

  /// The file and the partner's in hidden fields, for forms with fields of their own.
  var carried: Markup {
    let partner = submitted.partnerText
    let field: Markup =
      partner.isEmpty ? "" : "<input type=\"hidden\" name=\"partner\" value=\"\(partner)\">"
    return "<input type=\"hidden\" name=\"file\" value=\"\(fileText)\">\(field)"
  }

  private var title: String {
    let name = advice.applicant.name ?? ""
    return name.isEmpty ? "Your advice" : "Advice for \(name)"
  }

  private var content: Markup {
    let links = AdvicePlace.allCases.markup { place in
      "<li><a href=\"#\(place.rawValue)\">\(place.title)</a></li>\n"
    }
    return """
      <form method="post" action="/advice" id="\(Self.carry)">\(carried)\
      <button type="submit" hidden>Show</button></form>
      <div class="title advice-title" id="advice-title"><h1>\(title)</h1>
      <p class="muted">\(facts.joined(separator: " · "))<span class="optional">, for the \
      \(advice.plan.season), as of <span class="number">\(advice.plan.asOf.description)</span></span> \
      <span class="title-links">· <button class="link-button" form="carry" \
      formaction="/form">Change your file</button> · <a href="#keep">Keep or print</a></span></p>
      \(StagePicker(position: advice.position).markup)\(remark)\(warnings)</div>
      <nav class="places" aria-label="Parts of the advice"><ul>
      \(links)</ul></nav>
      <div class="advice-body"><div class="all-places">
      \(AdvicePlace.allCases.markup(markup))</div>
      <aside class="beside" aria-label="Limits and aim">\(dials.markup)</aside></div>
      <section class="on-paper" aria-hidden="true"><h2>The next dates</h2>\
      \(ReportSections(advice).nextDates)</section>
      <p id="announcement" hidden>\(announcement)</p>

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

  private var remark: Markup {
    guard isExample else { return "" }
    return """
      <p class="callout">This applicant is made up. <a href="/">Ask for yourself</a>, or \
      change the limits and see what happens.</p>

      """
  }

  private var warnings: Markup {
    guard !submitted.warnings.isEmpty else { return "" }
    let items = submitted.warnings.markup { "<li>\($0.field): \(FormView.message($0))</li>\n" }
    return """
      <details class="section slim"><summary>Worth a second look in your file \
      (\(submitted.warnings.count))</summary><ul class="points">\(items)</ul></details>

      """
  }

  private var announcement: String {
    "Updated: chance of matching \(IntervalText.chance(advice.odds.match)), "
      + "\(NumberText.count(advice.list.programs.count, "program")), "
      + "fees \(NumberText.dollars(advice.list.fees))."
  }

  private var dials: AdviceDials {
    AdviceDials(advice: advice, submitted: submitted, carried: carried)
  }

  // MARK: Places

  private func markup(_ place: AdvicePlace) -> Markup {
    let tools = ReportSections.ListTools(
      view: listView, controls: ListControls(view: listView).markup,
      programForm: Self.carry, kept: Set(submitted.file?.applicant.wishes.mustHave ?? []))
    let sections = ReportSections(advice, listTools: tools)
    var content = Markup()
    for part in place.parts {
      let isUpload = part.section == .couple && advice.couple == nil
      if isUpload { content += partnerUpload }
      let fragment = part.isFolded ? sections.folded(part.section) : sections.fragment(part.section)
      guard let fragment else { continue }
      content += fragment
      content += after(part.section)
    }
    let first: Markup = place == .answer ? " is-shown" : ""
    let anchor: Markup = place.hasOwnSection ? "" : " id=\"\(place.rawValue)\""
    return """
      <div class="place\(first)" data-place="\(place.rawValue)"\(anchor)>
      \(content)\(end(of: place))</div>

      """
  }

  /// What a page adds to a section of the report.
  private func after(_ section: ReportSection) -> Markup {
    switch section {
    case .verdict:
      OpenQuestions(advice: advice, specialties: specialties, states: states).markup
    case .list: programTools
    case .returns: returnsData
    case .words: draftCheck
    case .couple: advice.couple == nil ? "" : partnerUpload
    default: ""
    }
  }

  private func end(of place: AdvicePlace) -> Markup {
    switch place {
    case .answer: keep
    case .list:
      CompareForm(fileText: fileText, applicant: submitted.file?.applicant).markup
    case .words, .plan, .evidence: ""
    }
  }

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
    <section class="section" id="draft" aria-labelledby="draft-title" data-keep>
    <h2 id="draft-title">Check your own draft</h2>
    <form method="post" action="/words/check" data-draft-check>
    \(carried)
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
      """
      <button class="button quiet" type="submit" form="carry" formaction="\(action)">\
      \(label)</button>

      """
    }
    return """
      <section class="section" id="keep" aria-labelledby="keep-title">
      <h2 id="keep-title">Keep it</h2>
      <p class="actions"><button class="button" type="button" data-print hidden>Print, or save as \
      PDF</button>
      \(button("/export/report.html", "Report (one HTML file)"))\
      \(button("/export/plan.ics", "Plan for your calendar"))\
      \(button("/export/list.csv", "List as a table"))\
      \(advice.couple == nil ? "" : button("/export/couple.csv", "Joint list of the two of you"))\
      \(button("/export/advice.json", "Everything as JSON"))\
      \(button("/file", "Your file"))</p>
      <p class="muted small">Nothing was kept on the server. This tab remembers the file until it is \
      closed; saved, the same file gives the same advice anywhere.</p></section>

      """
  }

  /// A place to load the partner's file.
  private var partnerUpload: Markup {
    let title: Markup =
      advice.couple == nil ? "Matching as a couple?" : "Another file of your partner’s"
    return """
      <details class="section section-fold" id="partner" data-keep><summary>\(title)</summary>
      <form method="post" action="/advice#couple" enctype="multipart/form-data" class="upload">
      <input type="hidden" name="file" value="\(fileText)">
      <p class="muted">With your partner’s file this page shows the joint list: the pairs worth \
      ranking, the chance of being together, and what it costs each of you. The file is not kept.</p>
      <label for="partner-upload">Your partner’s file (YAML or JSON)</label>
      <input type="file" id="partner-upload" name="partner-upload" accept=".yaml,.yml,.json,\
      text/yaml,application/json">
      <p class="actions"><button class="button quiet" type="submit">Rank together</button></p>
      </form></details>

      """
  }
}
