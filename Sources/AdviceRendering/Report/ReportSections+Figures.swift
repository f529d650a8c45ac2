extension ReportSections {
  /// A chart with a caption: in a file in both widths, of which the style sheet shows the one that
  /// fits; on a page, which is sent anew at every change, in one that grows with its column.
  func figure(
    _ id: String, caption: String? = nil, _ draw: (String, Double) -> Chart
  ) -> Markup {
    let text: Markup = caption.map { "<figcaption>\($0)</figcaption>" } ?? ""
    if isPage {
      let chart = draw(id, ChartWidth.narrow.rawValue).inline
      return "<figure class=\"scaled\">\(chart)\(text)</figure>\n"
    }
    let wide = draw("\(id)-wide", ChartWidth.wide.rawValue).inline
    let narrow = draw("\(id)-narrow", ChartWidth.narrow.rawValue).inline
    return """
      <figure><div class="wide">\(wide)</div><div class="narrow">\(narrow)</div>\(text)</figure>

      """
  }
}
