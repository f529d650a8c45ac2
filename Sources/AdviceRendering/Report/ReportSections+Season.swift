import Advising

extension ReportSections {
  /// Where the season stands, once there is more to say than that applications can be made.
  var season: Markup {
    guard let position = advice.position, position.isPastApplying else { return "" }
    var markup: Markup = """
      <p class="callout"><strong>\(position.title)</strong>\(position.meaning)</p>

      """
    if !position.now.isEmpty {
      markup += Elements.part("What can still be done", Elements.points(position.now))
    }
    if let late = position.lateApplication {
      markup += Elements.part("What an application sent now is worth", "<p>\(late)</p>\n")
    }
    if !position.over.isEmpty {
      markup += Elements.part(
        "What is over, and needs no more thought", Elements.points(position.over))
    }
    return markup
  }
}
