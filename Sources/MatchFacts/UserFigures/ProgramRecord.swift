/// A program as the command line and the web give it in JSON: the columns of the directory's table
/// in camel case, and the figures imported for it with their origin.
public struct ProgramRecord: Sendable, Encodable {
  /// The program.
  public var program: Program
  /// The figures beyond the directory.
  public var figures: ProgramFigures
  /// ERAS region of the state.
  public var region: String?

  /// A record.
  public init(_ program: Program, figures: ProgramFigures = ProgramFigures(), region: String?) {
    self.program = program
    self.figures = figures
    self.region = region
  }

  private enum Key: String, CodingKey {
    case code
    case nrmpCode
    case specialty
    case track
    case program
    case institution
    case city
    case state
    case region
    case acgmeId
    case acgmeMatch
    case url
    case positions
    case filled
    case positionsYear
    case fillHistory
    case lastListed
    case stateBasis
    case sourceTitle
    case sourceYear
    case sourceUrl
    case figures
  }

  private struct FigureKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(_ kind: FigureKind) { stringValue = kind.jsonKey }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes every column, the code twice (as `code` too, as in the list of an advice); unknown ones
  /// are null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(program.code, forKey: .code)
    try container.encode(program.code, forKey: .nrmpCode)
    try container.encode(program.specialty, forKey: .specialty)
    try container.encode(program.track, forKey: .track)
    try container.encode(program.name, forKey: .program)
    try container.encode(program.institution, forKey: .institution)
    try container.encode(program.city, forKey: .city)
    try container.encode(program.state, forKey: .state)
    try container.encode(region, forKey: .region)
    try container.encode(program.acgmeID, forKey: .acgmeId)
    try container.encode(program.acgmeMatch, forKey: .acgmeMatch)
    try container.encode(program.url, forKey: .url)
    try container.encode(program.positions, forKey: .positions)
    try container.encode(program.filled, forKey: .filled)
    try container.encode(program.positionsYear, forKey: .positionsYear)
    try container.encode(program.fillHistory, forKey: .fillHistory)
    try container.encode(program.lastListed, forKey: .lastListed)
    try container.encode(program.stateBasis, forKey: .stateBasis)
    try container.encode(program.citation.title, forKey: .sourceTitle)
    try container.encode(program.citation.year, forKey: .sourceYear)
    try container.encode(program.citation.url, forKey: .sourceUrl)
    var own = container.nestedContainer(keyedBy: FigureKey.self, forKey: .figures)
    for (kind, figure) in figures.all {
      switch figure.value {
      case .number(let value):
        try own.encode(Figure(value, origin: figure.origin), forKey: FigureKey(kind))
      case .visas(let visas):
        try own.encode(Figure(visas, origin: figure.origin), forKey: FigureKey(kind))
      case .text(let text):
        try own.encode(Figure(text, origin: figure.origin), forKey: FigureKey(kind))
      }
    }
  }
}
