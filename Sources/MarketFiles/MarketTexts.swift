public import StableMatching

/// The texts that state a market, in the formats of ``MarketFilePaths``.
public struct MarketTexts: Sendable {
  let applicants: SourceText
  let programs: SourceText
  let couples: SourceText?
  let supplements: SourceText?
  let reversions: SourceText?

  /// Gathers texts that are in memory.
  public init(
    applicants: SourceText, programs: SourceText, couples: SourceText? = nil,
    supplements: SourceText? = nil, reversions: SourceText? = nil
  ) {
    self.applicants = applicants
    self.programs = programs
    self.couples = couples
    self.supplements = supplements
    self.reversions = reversions
  }

  /// Reads the market that the texts state.
  ///
  /// Applicants get ids in the order of the applicants' text, members of couples without a line
  /// there after them; programs in the order of the programs' text.
  ///
  /// - Throws: ``MarketFileError`` with file, line and column of the first fault.
  public func market() throws(MarketFileError) -> NamedMarket {
    var parser = try MarketParser(self)
    return try parser.parse()
  }
}
