public import Advising
import MatchFacts

/// An advice as one HTML file.
///
/// Everything is inside: style, charts, text. The file asks for nothing from outside (its content
/// security policy forbids it), works without JavaScript, follows the reader's light or dark
/// setting, prints, and fits a phone.
public struct HTMLReport: Sendable {
  let advice: Advice

  /// A report on this advice.
  public init(_ advice: Advice) { self.advice = advice }

  /// The file's text.
  public var text: String { document.text }

  private var document: Markup {
    let sections = ReportSections(advice).fragments
    let title = Labels.title(advice.applicant)
    let style = Markup(trusted: ReportStyle.page)
    let links = sections.markup { entry in
      "<li><a href=\"#\(entry.section.anchor)\">\(entry.section.title)</a></li>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="generator" content="SmartPick \(advice.version)">
      <title>\(title) · SmartPick</title>
      <style>
      \(style)</style>
      </head>
      <body>
      <a class="skip" href="#advice">Skip to the advice</a>
      <header class="masthead"><span class="brand">SmartPick</span>\
      <span>\(advice.plan.season), as of \(advice.plan.asOf.description)</span></header>
      <div class="layout">
      <nav class="contents" aria-label="Contents"><ul class="contents-list">
      \(links)</ul></nav>
      <main id="advice" tabindex="-1">
      <div class="title"><h1>\(title)</h1>
      <p class="muted">\(Labels.facts(advice.applicant).joined(separator: " · "))</p></div>
      <nav class="contents-small" aria-label="Contents"><details><summary>Contents</summary>\
      <ul class="contents-list">
      \(links)</ul></details></nav>
      \(sections.markup { $0.markup })</main>
      <footer class="footer"><p>Made by SmartPick \(advice.version) on your own machine; nothing of \
      your file was sent anywhere. These are estimates from published figures and stated \
      assumptions, not promises: talk them over with your advisor.</p></footer>
      </div>
      </body>
      </html>

      """
  }
}
