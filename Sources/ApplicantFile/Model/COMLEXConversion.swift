/// How COMLEX Level 2-CE answers to Step 2 CK: a line through one pair of scores.
///
/// The one rule from COMLEX to USMLE points; its figures are parameters of the odds, each with its
/// source.
public struct COMLEXConversion: Sendable, Hashable, Codable {
  /// A COMLEX Level 2-CE score.
  public var centre: Double
  /// The Step 2 CK score that answers to `centre`.
  public var centreOnUSMLE: Double
  /// USMLE points a COMLEX point; more than zero.
  public var slope: Double
  /// Standard deviation of the true Step 2 CK score around the line, in points.
  public var error: Double

  /// A line; `slope > 0` is the caller's promise.
  public init(centre: Double, centreOnUSMLE: Double, slope: Double, error: Double) {
    self.centre = centre
    self.centreOnUSMLE = centreOnUSMLE
    self.slope = slope
    self.error = error
  }

  /// The Step 2 CK score that answers to a Level 2-CE score.
  public func usmleScore(of comlex: Int) -> Double {
    centreOnUSMLE + slope * (Double(comlex) - centre)
  }

  /// USMLE points that answer to a difference of COMLEX points.
  public func usmlePoints(of comlexPoints: Int) -> Double { slope * Double(comlexPoints) }

  /// COMLEX points that answer to a difference of USMLE points.
  public func comlexPoints(of usmlePoints: Double) -> Double { usmlePoints / slope }
}
