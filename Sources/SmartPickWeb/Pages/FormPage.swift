import MatchFacts
import AdviceRendering
import ApplicantFile

/// The whole form.
struct FormPage: Sendable {
  var desk: AdviceDesk
  var input: FormInput
  var problems: [FileProblem]
  var warnings: [FileProblem]

  var page: Markup {
    let view = FormView(
      input: input, problems: problems, specialties: desk.directory.specialties,
      states: desk.states)
    let notes = warnings.markup { warning in
      "<li>\(warning.field.isEmpty ? "" : "\(warning.field): ")\(FormView.message(warning))</li>\n"
    }
    let remarks: Markup =
      notes.isEmpty
      ? ""
      : """
      <section class="section" aria-labelledby="notes-title"><h2 id="notes-title">Worth a second \
      look</h2><ul class="points">\(notes)</ul></section>

      """
    return PageFrame(
      title: problems.isEmpty ? "Your file" : "Problems in your file", place: .form,
      style: "form-page",
      main: """
        <div class="title"><h1>Your file</h1>
        <p class="muted">Only the first step is needed. Skip what you do not know: unknown is an \
        answer, and the advice lists what would sharpen it. <span data-draft-note></span></p></div>
        \(view.summary)\(editor)\(remarks)<details class="section load"><summary>Load a file</summary>
        \(UploadForm.markup)</details>
        <form method="post" action="/advice" id="applicant" data-live>
        <input type="hidden" name="form" value="1">
        <input type="hidden" name="file" value="\(input.raw("file") ?? "")">
        <input type="hidden" name="partner" value="\(input.raw("partner") ?? "")">
        \(view.steps)<div class="form-actions">
        <button class="button" type="submit">Show my advice</button>
        <button class="button quiet" type="submit" formaction="/file">Save as a file</button>
        <p class="live-note" role="status" data-live-note></p></div>
        </form>

        """
    ).page
  }

  /// A loaded file that could not be read, to be mended in place.
  private var editor: Markup {
    guard !problems.isEmpty, input.all("type").isEmpty, let text = input.raw("file"), !text.isEmpty
    else {
      return ""
    }
    return """
      <section class="section" aria-labelledby="editor-title">
      <h2 id="editor-title">The file, to mend here</h2>
      <form method="post" action="/form" class="editor">
      <label for="editor">Its text; or answer the form below instead</label>
      <textarea id="editor" name="file" rows="12" spellcheck="false">\n\(text)</textarea>
      <p class="actions"><button class="button quiet" type="submit">Read it again</button></p>
      </form></section>

      """
  }
}
