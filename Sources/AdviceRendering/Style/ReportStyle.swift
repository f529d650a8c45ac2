/// The report's style sheets, as they stand in `Resources`.
///
/// Every colour is a custom property with a light and a dark value; print is always light.
public enum ReportStyle {
  /// Custom properties: colours and fonts.
  public static let tokens = text(PackageResources.tokens_css)

  /// Classes of the charts.
  public static let charts = text(PackageResources.charts_css)

  /// Frame, sections, tables, print.
  public static let report = text(PackageResources.report_css)

  /// All a chart needs on its own.
  public static let chartStyle = tokens + charts

  /// All a page of sections needs.
  public static let page = tokens + report + charts

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
