/// The comma-separated files that state a market.
public struct MarketFilePaths: Sendable {
  /// `applicant,program,program,…`, best first.
  public var applicants: String
  /// `program,quota,applicant,applicant,…`, best first.
  public var programs: String
  /// `applicant1,applicant2,programA:programB,programA:,:programB,…`, best first.
  public var couples: String?
  /// `applicant,advanced program,preliminary program,…`, best first.
  public var supplements: String?
  /// `from program,to program[,most positions]`.
  public var reversions: String?

  /// Names the files of a market.
  public init(
    applicants: String, programs: String, couples: String? = nil, supplements: String? = nil,
    reversions: String? = nil
  ) {
    self.applicants = applicants
    self.programs = programs
    self.couples = couples
    self.supplements = supplements
    self.reversions = reversions
  }

  /// Reads the files.
  ///
  /// - Throws: ``MarketFileError`` with file, line and column of the first fault.
  public func read() throws(MarketFileError) -> MarketTexts {
    MarketTexts(
      applicants: try SourceText(path: applicants), programs: try SourceText(path: programs),
      couples: try couples.map(SourceText.init(path:)),
      supplements: try supplements.map(SourceText.init(path:)),
      reversions: try reversions.map(SourceText.init(path:)))
  }
}

extension Optional where Wrapped == String {
  fileprivate func map(
    _ transform: (String) throws(MarketFileError) -> SourceText
  ) throws(MarketFileError) -> SourceText? {
    guard let self else { return nil }
    return try transform(self)
  }
}
