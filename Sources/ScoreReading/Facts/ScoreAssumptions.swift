package import ApplicantFile

/// What the reading of scores assumes where nothing is published, by name; the values and their
/// reasons stand in `assumptions.yaml`.
package struct ScoreAssumptions: Sendable, Hashable {
  /// Standard error of measurement of Step 1 in points, where the norms give none.
  package var step1SEM: Double
  /// Standard error of measurement of a COMLEX level, as a share of its standard deviation.
  package var comlexSEMShare: Double
  /// Correlation of COMLEX Level 1 and Level 2-CE.
  package var comlexCorrelation: Double
  /// Year in which the residents of the joint table took Step 1.
  package var jointStep1Year: Double
  /// First half of the academic year in which they took Step 2 CK.
  package var jointStep2Year: Double
  /// Year assumed for a scored Step 1 without a date.
  package var undatedStep1Year: Double
  /// Residents a specialty's joint table must count before it is used alone.
  package var jointMinimum: Double
  /// Standard deviation of scores in a group of which only the centre is published.
  package var unmatchedSpread: Double
  /// Fewest people a group must count before its centre is shown.
  package var smallestGroup: Double
  /// Standard deviation of Step 2 CK around the latest self-assessment, in points.
  package var practiceError: Double
  /// Standard deviation of Step 2 CK among those who take it again after a fail, in points.
  package var retakeSpread: Double
  /// How COMLEX scores answer to USMLE scores.
  package var comlex: COMLEXConversion

  /// Every assumption; none has a default.
  package init(
    step1SEM: Double, comlexSEMShare: Double, comlexCorrelation: Double, jointStep1Year: Double,
    jointStep2Year: Double, undatedStep1Year: Double, jointMinimum: Double,
    unmatchedSpread: Double, smallestGroup: Double, practiceError: Double,
    retakeSpread: Double, comlex: COMLEXConversion
  ) {
    self.step1SEM = step1SEM
    self.comlexSEMShare = comlexSEMShare
    self.comlexCorrelation = comlexCorrelation
    self.jointStep1Year = jointStep1Year
    self.jointStep2Year = jointStep2Year
    self.undatedStep1Year = undatedStep1Year
    self.jointMinimum = jointMinimum
    self.unmatchedSpread = unmatchedSpread
    self.smallestGroup = smallestGroup
    self.practiceError = practiceError
    self.retakeSpread = retakeSpread
    self.comlex = comlex
  }
}
