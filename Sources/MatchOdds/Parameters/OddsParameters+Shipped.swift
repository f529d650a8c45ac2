import MatchFacts

extension OddsParameters {
  /// The parameters in the file that `SMARTPICK_CALIBRATION` names, else those that ship with the
  /// program.
  ///
  /// - Throws: `OddsParametersError` where there is no such file or it cannot be read.
  public static func shipped() throws(OddsParametersError) -> OddsParameters {
    try load(path: try shippedPath())
  }

  /// Where the file that ``shipped()`` reads lies.
  ///
  /// - Throws: `OddsParametersError` where there is no such file.
  public static func shippedPath() throws(OddsParametersError) -> String {
    do {
      return try ResourceFolder(target: "MatchOdds", installedName: "odds")
        .path(of: "calibration.json", namedBy: "SMARTPICK_CALIBRATION")
    } catch {
      throw OddsParametersError("\(error)")
    }
  }
}
