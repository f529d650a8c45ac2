import Foundation

extension NodeDecoder {
  /// Checks that the partner's file is another file, and there.
  ///
  /// What is on the disk is known only when the file itself was read from it; a file that is not
  /// there yet is a warning, since partners write theirs one after the other.
  mutating func checkPartner(_ partner: String) {
    let ownName = fileName.split(separator: "/").last.map(String.init) ?? fileName
    guard partner != ownName, partner != fileName else { return reportSelf(partner) }
    guard let path else { return }
    let own = URL(filePath: path).standardizedFileURL
    let other = URL(filePath: partner, relativeTo: own.deletingLastPathComponent())
      .standardizedFileURL
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: other.path, isDirectory: &isFolder)
    if !isThere {
      warn(
        .unreadable, "couple", value: partner,
        "your partner's file is not there: \(other.path)",
        remedy: "name it as seen from this file's folder, or leave the line out until it is written"
      )
    } else if isFolder.boolValue {
      warn(
        .unreadable, "couple", value: partner,
        "your partner's file is a folder, not a file: \(other.path)",
        remedy: "name the file inside it")
    } else if own.resolvingSymlinksInPath() == other.resolvingSymlinksInPath() {
      warn(
        .contradiction, "couple", value: partner,
        "your partner's file is this file itself: \(other.path)",
        remedy: "name your partner's file")
    }
  }

  private mutating func reportSelf(_ partner: String) {
    report(
      .contradiction, "couple", value: partner, "a file cannot be its own partner",
      remedy: "name your partner's file")
  }
}
