/// Where a figure comes from.
public struct Citation: Sendable, Hashable, Codable {
  /// Title of the publication, table and transcription.
  public var title: String
  /// Year or period as the source prints it ("2024", "2019-20"); empty where it prints none.
  public var year: String
  /// Address of the source; empty where there is none.
  public var url: String
  /// The table of the facts that holds the figure, such as `usmle_norms`.
  public var table: String?
  /// The trust code as the facts print it: `A` primary and checked, `B` a third party's
  /// transcription, `C` press or abstract, `D` not for calibration; mixed tables print a range.
  public var trust: String?

  /// A citation.
  public init(
    title: String, year: String, url: String, table: String? = nil, trust: String? = nil
  ) {
    self.title = title
    self.year = year
    self.url = url
    self.table = table
    self.trust = trust
  }
}
