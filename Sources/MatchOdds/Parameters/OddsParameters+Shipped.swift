import Foundation
import MatchFacts

extension OddsParameters {
  /// The parameters that ship with the product.
  ///
  /// Looked for beside the executable, as the package manager builds it; in the `share` folder of
  /// an installation; and where `SMARTPICK_CALIBRATION` says. `Bundle.module` is not used: it ends
  /// the program when the binary has been moved.
  public static func shipped() throws(OddsParametersError) -> OddsParameters {
    let places = ResourceFolder(target: "MatchOdds", installedName: "odds")
      .places(of: "calibration.json", namedBy: "SMARTPICK_CALIBRATION")
    for place in places where FileManager.default.fileExists(atPath: place) {
      return try load(path: place)
    }
    throw OddsParametersError(
      "the odds parameters (calibration.json) are missing; looked at "
        + places.joined(separator: ", ")
        + ". Keep the resources beside the program or set SMARTPICK_CALIBRATION to the file")
  }
}
