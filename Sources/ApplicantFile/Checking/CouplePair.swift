import Foundation

/// Why two files are not a couple.
public enum CoupleFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The partner's file is not there.
  case missing(named: String, path: String)
  /// The partner's file is the file itself.
  case isSelf(named: String)
  /// The partner's file names somebody else as partner.
  case namesAnother(partner: String, names: String, own: String)
  /// The two apply for different Matches.
  case anotherSeason(partner: String, season: Int, own: String, ownSeason: Int)

  /// What is wrong and how to mend it.
  public var description: String {
    switch self {
    case .missing(let named, let path):
      "couple: \(named) is not there (looked for \(path)); name your partner's file as seen from "
        + "this file's folder"
    case .isSelf(let named):
      "couple: \(named) is this file itself; name your partner's file"
    case .namesAnother(let partner, let names, let own):
      "couple: \(partner) names \(names) as its partner, not \(own); each file of a couple must "
        + "name the other, or the partner's file may leave the line out"
    case .anotherSeason(let partner, let season, let own, let ownSeason):
      "season: your partner applies for the \(season) Match (\(partner)), you for \(ownSeason) "
        + "(\(own)); a couple ranks in one Match, so write the same season in both files"
    }
  }
}

/// The files of a couple on the disk.
public struct CouplePair: Sendable, Hashable {
  /// Path of the file that names a partner.
  public let own: String
  /// Path of the partner's file, found from the folder of `own`.
  public let partner: String

  /// Finds the partner's file.
  ///
  /// - Parameters:
  ///   - own: path of the file that is being advised.
  ///   - named: what it says under `couple`.
  /// - Throws: ``CoupleFileError`` where there is no such file, or it is the file itself.
  public init(own: String, named: String) throws(CoupleFileError) {
    let ownURL = Self.resolved(URL(filePath: own))
    let url = Self.url(named, from: ownURL)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
      !isFolder.boolValue
    else { throw .missing(named: named, path: url.path) }
    guard Self.resolved(url) != ownURL else { throw .isSelf(named: named) }
    self.own = own
    partner = url.path
  }

  /// Checks that the partner's file, which has been read, names this one or nobody.
  public func check(partnerNames named: String?) throws(CoupleFileError) {
    guard let named else { return }
    let ownURL = Self.resolved(URL(filePath: own))
    let other = Self.resolved(Self.url(named, from: Self.resolved(URL(filePath: partner))))
    guard other == ownURL else {
      throw .namesAnother(
        partner: (partner as NSString).lastPathComponent, names: named,
        own: (own as NSString).lastPathComponent)
    }
  }

  /// Checks that both files, as far as they state it, are of one Match.
  public func check(season: Int?, partnerSeason: Int?) throws(CoupleFileError) {
    guard let season, let partnerSeason, season != partnerSeason else { return }
    throw .anotherSeason(
      partner: (partner as NSString).lastPathComponent, season: partnerSeason,
      own: (own as NSString).lastPathComponent, ownSeason: season)
  }

  private static func url(_ named: String, from file: URL) -> URL {
    URL(filePath: named, relativeTo: file.deletingLastPathComponent()).standardizedFileURL
  }

  private static func resolved(_ url: URL) -> URL {
    url.standardizedFileURL.resolvingSymlinksInPath()
  }
}
