public import ApplicantFile

extension OddsParameters {
  /// How COMLEX Level 2-CE answers to Step 2 CK, by the shared coefficients.
  public var comlexConversion: COMLEXConversion {
    COMLEXConversion(
      centre: self[.comlexCentre].value, centreOnUSMLE: self[.comlexStep2].value,
      slope: self[.comlexSlope].value, error: self[.comlexError].value)
  }
}
