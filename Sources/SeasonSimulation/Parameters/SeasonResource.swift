import Foundation

/// Where the resources that ship with the simulation may lie.
///
/// `Bundle.module` is not used: it ends the program when the binary has been moved.
enum SeasonResource {
  /// The paths to look at, in order: where the environment's variable says, beside the executable,
  /// and in the `share` folder of an installation.
  static func places(of file: String, variable: String) -> [String] {
    var places: [String] = []
    if let named = ProcessInfo.processInfo.environment[variable], !named.isEmpty {
      places.append(named)
    }
    if let folder = executableFolder() {
      places.append(
        folder.appendingPathComponent("SmartPick_SeasonSimulation.resources/Resources/\(file)")
          .path)
      places.append(
        folder.deletingLastPathComponent().appendingPathComponent("share/smartpick/season/\(file)")
          .path)
    }
    return places
  }

  private static func executableFolder() -> URL? {
    #if os(Linux)
      let link = "/proc/self/exe"
      if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link) {
        return URL(fileURLWithPath: path).deletingLastPathComponent()
      }
    #endif
    return Bundle.main.executableURL?.deletingLastPathComponent()
  }
}
