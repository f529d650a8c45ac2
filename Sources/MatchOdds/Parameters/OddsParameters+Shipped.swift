import Foundation

extension OddsParameters {
  /// The parameters that ship with the product.
  ///
  /// Looked for beside the executable, as the package manager builds it; in the `share` folder of
  /// an installation; and where `SMARTPICK_CALIBRATION` says. `Bundle.module` is not used: it ends
  /// the program when the binary has been moved.
  public static func shipped() throws(OddsParametersError) -> OddsParameters {
    let places = shippedPlaces()
    for place in places where FileManager.default.fileExists(atPath: place) {
      return try load(path: place)
    }
    throw OddsParametersError(
      "the odds parameters (calibration.json) are missing; looked at "
        + places.joined(separator: ", ")
        + ". Keep the resources beside the program or set SMARTPICK_CALIBRATION to the file")
  }

  private static func shippedPlaces() -> [String] {
    var places: [String] = []
    if let named = ProcessInfo.processInfo.environment["SMARTPICK_CALIBRATION"], !named.isEmpty {
      places.append(named)
    }
    if let executable = executableFolder() {
      places.append(
        executable.appendingPathComponent(
          "SmartPick_MatchOdds.resources/Resources/calibration.json"
        ).path)
      places.append(
        executable.deletingLastPathComponent().appendingPathComponent(
          "share/smartpick/odds/calibration.json"
        ).path)
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
