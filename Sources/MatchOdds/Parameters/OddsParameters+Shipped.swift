import MatchFacts

extension OddsParameters {
  /// The parameters in the file that `SMARTPICK_CALIBRATION` names, else those that ship with the
  /// program.
  ///
  /// - Throws: `OddsParametersError` where there is no such file or it cannot be read.
  public static func shipped() throws(OddsParametersError) -> OddsParameters {
    let place: String
    do {
      place = try ResourceFolder(target: "MatchOdds", installedName: "odds")
        .path(of: "calibration.json", namedBy: "SMARTPICK_CALIBRATION")
    } catch {
      throw OddsParametersError("\(error)")
    }
    return try load(path: place)
  }
}
