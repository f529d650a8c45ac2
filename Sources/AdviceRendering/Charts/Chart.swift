/// A finished drawing: SVG with a title and a description that say in words what it shows.
///
/// Colours come from CSS custom properties (``ReportStyle``), so one drawing serves light, dark and
/// print. There is no script, no outside font and no `style` attribute, which a strict content
/// security policy would refuse.
public struct Chart: Sendable, Hashable {
  /// Identifier, unique in the page that holds the chart.
  public let id: String
  /// What the chart is.
  public let title: String
  /// What the chart shows, for those who cannot see it.
  public let summary: String
  /// Width in its own units; shown one to one where there is room.
  public let width: Double
  /// Height in its own units.
  public let height: Double
  /// The drawing.
  public let body: Markup

  /// For a page that already has the style.
  public var inline: Markup {
    """
    <svg class="chart" id="\(id)" role="img" aria-labelledby="\(id)-t \(id)-d" \
    viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)">\
    <title id="\(id)-t">\(title)</title><desc id="\(id)-d">\(summary)</desc>\(body)</svg>
    """
  }

  /// A file of its own, with its style inside.
  public var standalone: String {
    let markup: Markup = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" \
      aria-labelledby="\(id)-t \(id)-d" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)"><title id="\(id)-t">\(title)</title><desc id="\(id)-d">\(summary)</desc>\
      <style>\(ReportStyle.chartStyle)</style>\
      <rect class="c-paper" width="\(width)" height="\(height)"/>\(body)</svg>

      """
    return markup.text
  }
}

/// The two widths in which charts are drawn, so that their letters stay readable on a phone.
public enum ChartWidth: Double, Sendable, CaseIterable {
  /// For a column of text on a desk.
  case wide = 716
  /// For a phone.
  case narrow = 320
}
