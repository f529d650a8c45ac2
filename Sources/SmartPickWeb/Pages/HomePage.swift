import AdviceRendering
import ApplicantFile
import MatchFacts

/// The first page: four questions to a first answer, or a file.
struct HomePage: Sendable {
  var desk: AdviceDesk
  var isHosted: Bool

  var page: Markup {
    let form = FormView(
      input: FormInput(), problems: [], specialties: desk.directory.specialties,
      states: desk.states)
    let quick = [
      "type", "step1.score", "step2ck.score", "comlex_level2.score", "specialties[0].name",
    ]
    let fields = quick.compactMap { path in FormLayout.fields.first { $0.path == path } }
      .markup(form.field)
    return PageFrame(
      title: "Residency advice", style: "home",
      main: """
        <div class="hero"><h1>Will programs notice my Step 2 CK?</h1>
        <p class="lede">Two scores and a specialty are enough for a first, honest answer: a blip, \
        a signal or a problem, your chance as a range, and the list of programs that raises it \
        most for your money.</p></div>
        <section class="section start" aria-labelledby="start-title">
        <h2 id="start-title">Start here</h2>
        <form method="post" action="/advice" class="quick">
        <input type="hidden" name="form" value="1">
        <div class="fields">\(fields)</div>
        <p class="actions"><button class="button" type="submit">Show my advice</button>
        <button class="button quiet" type="submit" formaction="/form">Answer more first \
        (three minutes)</button></p>
        <p class="muted small">Only what you answer counts. What is missing widens the ranges, and \
        the advice says what would narrow them.</p></form></section>
        <div class="cards">
        <section class="section" aria-labelledby="file-title"><h2 id="file-title">I have a \
        file</h2>
        \(UploadForm.markup)</section>
        <section class="section" aria-labelledby="example-title"><h2 id="example-title">Just \
        looking</h2>
        <p>A made-up internal medicine applicant whose score fell from 252 to 245.</p>
        <p class="actions"><a class="button quiet" href="/example">See the whole advice</a></p>
        <p>Or look through <a href="/programs">\
        \(NumberText.grouped(desk.directory.programs.count)) programs</a> by place and \
        specialty.</p></section>
        <section class="section" aria-labelledby="privacy-title"><h2 id="privacy-title">Who sees \
        this</h2>
        <p>\(privacy)</p><p class="draft-note" data-draft-note hidden></p></section>
        </div>

        """
    ).page
  }

  private var privacy: String {
    isHosted
      ? "Your file goes to this server to be read and is forgotten with the answer. It is not "
        + "stored, not logged and not passed on. For full privacy run SmartPick on your own machine."
      : "Nobody. The program runs on this machine and asks no other; nothing is stored or logged. "
        + "A draft of the form stays in this browser until you clear it."
  }
}

/// Choosing a file to load.
enum UploadForm {
  static let markup: Markup = """
    <form method="post" action="/form" enctype="multipart/form-data" class="upload">
    <label for="upload">Applicant's file (YAML or JSON)</label>
    <input type="file" id="upload" name="upload" accept=".yaml,.yml,.json,text/yaml,\
    application/json">
    <label for="partner-upload">Your partner's file, if you match as a couple</label>
    <input type="file" id="partner-upload" name="partner-upload" accept=".yaml,.yml,.json,\
    text/yaml,application/json">
    <p class="actions"><button class="button quiet" type="submit">Load it into the \
    form</button> <button class="button quiet" type="submit" formaction="/advice">Advise it</button>\
    </p></form>

    """
}
