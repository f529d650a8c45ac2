import AdviceRendering
import Advising

/// What stands around the content of every page.
struct PageFrame: Sendable {
  /// The places of the site's navigation.
  enum Place: String, Sendable, CaseIterable {
    case form = "/form"
    case programs = "/programs"
    case sources = "/sources"
    case limits = "/limits"

    var title: String {
      switch self {
      case .form: "Your file"
      case .programs: "Programs"
      case .sources: "Sources"
      case .limits: "Limits"
      }
    }
  }

  var title: String
  var place: Place?
  /// Further classes of the layout.
  var style = ""
  /// Scripts beside the one of every page.
  var scripts: [Asset] = []
  var main: Markup

  /// The page.
  var page: Markup {
    let links = Place.allCases.markup { place in
      let current: Markup = place == self.place ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(place.rawValue)\"\(current)>\(place.title)</a></li>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title) · SmartPick</title>
      <link rel="icon" href="\(Asset.icon.address)" type="image/svg+xml">
      <link rel="stylesheet" href="\(Asset.style.address)">
      <script src="\(Asset.startScript.address)"></script>
      \(([.script] + scripts).markup { "<script src=\"\($0.address)\" defer></script>\n" })\
      </head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      <header class="site-head"><div class="site-head-inner">
      <a class="brand" href="/">SmartPick</a>
      <nav aria-label="Site"><ul class="site-nav">
      \(links)</ul></nav></div></header>
      <div class="layout \(style)">
      <main id="main" tabindex="-1">
      \(main)</main>
      <footer class="footer"><p>SmartPick \(Advisor.version). Your file is read to answer you and \
      is not kept: no account, no cookies, no request to anyone else. These are estimates from \
      published figures and stated assumptions, not promises; talk them over with your advisor. \
      <a href="/sources">Sources</a> · <a href="/limits">Limits</a> · \
      <a href="/openapi.json">API</a></p></footer>
      </div>
      </body>
      </html>

      """
  }
}
