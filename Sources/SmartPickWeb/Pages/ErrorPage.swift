import HTTPTypes
import AdviceRendering

/// What a reader sees where there is no answer.
struct ErrorPage: Sendable {
  let error: WebError

  init(_ error: WebError) { self.error = error }

  var page: Markup {
    let items = error.errors.markup { error in
      "<li>\(error.field.isEmpty ? "" : "\(error.field): ")\(error.message)</li>\n"
    }
    let list: Markup = items.isEmpty ? "" : "<ul class=\"points\">\(items)</ul>\n"
    return PageFrame(
      title: error.title, style: "narrow-page",
      main: """
        <section class="section" aria-labelledby="error-title">
        <p class="eyebrow">\(error.status.code)</p>
        <h1 id="error-title">\(error.title)</h1>
        <p>\(error.detail)</p>
        \(list)<p class="actions"><a class="button" href="/form">To the form</a> \
        <a class="button quiet" href="/">To the start</a></p></section>

        """
    ).page
  }
}
