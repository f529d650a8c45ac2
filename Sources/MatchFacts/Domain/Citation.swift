/// Where a figure comes from.
public struct Citation: Sendable, Hashable, Codable {
  /// Title of the publication, table and transcription.
  public var title: String
  /// Year or period as the source prints it ("2024", "2019-20").
  public var year: String
  /// Address of the source.
  public var url: String

  /// A citation.
  public init(title: String, year: String, url: String) {
    self.title = title
    self.year = year
    self.url = url
  }
}
