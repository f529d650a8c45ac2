import MatchFacts
import AdviceRendering

/// What the advice cannot know, what is missing, and what happens with a file.
struct LimitsPage: Sendable {
  var desk: AdviceDesk
  var isHosted: Bool

  var page: Markup {
    let holes = desk.holes.markup { hole in
      let remedy: Markup = hole.remedy.isEmpty ? "" : " <span class=\"sub\">\(hole.remedy)</span>"
      return "<tr><th scope=\"row\">\(hole.missing)</th><td>\(hole.affects)\(remedy)</td></tr>\n"
    }
    let place: Markup =
      isHosted
      ? """
      Your file is sent to this server, read, answered and forgotten. It is not written to a disk, \
      not logged and not passed on. The log holds the time, the kind of page and how long it took.
      """
      : """
      The program answers this machine only. Your file is read, answered and forgotten; the log \
      holds the kind of page and how long it took, and nothing that you typed.
      """
    return PageFrame(
      title: "Limits", place: .limits, style: "narrow-page",
      main: """
        <div class="title"><h1>Limits</h1>
        <p class="muted">What this cannot know, and what it does with what you tell it.</p></div>
        <section class="section" aria-labelledby="ranges-title"><h2 id="ranges-title">Ranges, not \
        promises</h2>
        <p>Programs decide on files they read; this reads a few facts of yours. Every chance is \
        shown as an 80% interval: in eight of ten such cases the true chance lies within it. What \
        your file does not say widens it.</p>
        <p>The odds of the recommended list were estimated with the same figures that chose it, so \
        they lean to the hopeful side. Programs that screen you out for one reason are screened out \
        together: more applications help less than they seem to.</p>
        <p>How programs read a change of scores is an expert rule, written in one file that you can \
        read and change. It is not a measurement.</p></section>
        <section class="section" aria-labelledby="holes-title"><h2 id="holes-title">What is not \
        published</h2>
        <div class="scroll" role="region" aria-label="Missing facts, scrolling sideways" tabindex="0"><table>\
        <caption class="hidden-visually">Missing facts and what they affect</caption><thead><tr>\
        <th scope="col">Missing</th><th scope="col">What it affects, and what you can do</th></tr>\
        </thead><tbody>\(holes)</tbody></table></div></section>
        <section class="section" id="privacy" aria-labelledby="privacy-title">
        <h2 id="privacy-title">Your file</h2>
        <p>\(place)</p>
        <p>There are no accounts and no cookies, and no page asks another site for anything. With \
        JavaScript, a draft of the form stays in this browser's own storage until you clear it; \
        without, nothing does.</p></section>
        <section class="section" aria-labelledby="help-title"><h2 id="help-title">If it is a bad \
        night</h2>
        <p>A score is one fact of a file, and no number on these pages measures a physician. If the \
        thoughts get dark, talk to someone now: in the United States call or text 988, at any \
        hour.</p></section>

        """
    ).page
  }
}
