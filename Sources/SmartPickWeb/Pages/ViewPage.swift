import AdviceRendering

/// Where an advice is found again after a reload or by a bookmark: the browser's tab remembers the
/// file and asks anew; the server remembers nothing.
struct ViewPage: Sendable {
  var page: Markup {
    PageFrame(
      title: "Your advice", style: "advice-page", scripts: [.adviceScript],
      main: """
        <section class="section" data-restore aria-labelledby="restore-title">
        <h1 id="restore-title">Your advice</h1>
        <p role="status" data-restore-status>An advice is made of your file, and the file is kept \
        only in the browser’s tab that made it: this tab has none. Load it, or answer the form \
        again.</p>
        <p class="actions"><a class="button" href="/form">To the form</a> \
        <a class="button quiet" href="/">To the start</a></p></section>

        """
    ).page
  }
}
