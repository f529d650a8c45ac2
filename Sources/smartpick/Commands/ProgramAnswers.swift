import AdviceRendering
import MatchFacts

/// `programs search --json`.
struct SearchAnswer: Encodable {
  var format = 1
  var text: String
  var specialty: Specialty?
  var state: String?
  var track: Program.Track?
  var total: Int
  var programs: [ProgramWithStanding]

  init(query: ProgramDirectory.Query, found: Int, shown: [ProgramWithStanding]) {
    text = query.text
    specialty = query.specialty
    state = query.state
    track = query.track
    total = found
    programs = shown
  }
}

/// `programs show --json`: the program's columns, its standing, and its institution's features.
struct ShowAnswer: Encodable {
  var record: ProgramWithStanding
  var institution: InstitutionFeatures?

  private enum Key: String, CodingKey {
    case institutionFeatures
    case settingRule
  }

  func encode(to encoder: any Encoder) throws {
    try record.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(institution, forKey: .institutionFeatures)
    try container.encode(InstitutionFeatures.settingRule, forKey: .settingRule)
  }
}

/// `programs import --json`.
struct ImportAnswer: Encodable {
  var format = 1
  var file: String
  var store: String
  var kept: Bool
  var programs: Int
  var figures: Int
  var joined: [FigureImport.Joined]
  var notJoined: [FigureImport.NotJoined]
  var unknownColumns: [FigureImport.UnknownColumn]
  var replaced: [FigureImport.Replaced]
  var leftOut: [FigureImport.LeftOut]
  var withoutFigures: [Int]

  init(_ result: FigureImport, file: String, path: String, isKept: Bool) {
    self.file = file
    store = path
    kept = isKept
    programs = result.figures.codes.count
    figures = result.figures.codes.reduce(0) { $0 + result.figures[$1].all.count }
    joined = result.joined
    notJoined = result.notJoined
    unknownColumns = result.unknownColumns
    replaced = result.replaced
    leftOut = result.leftOut
    withoutFigures = result.withoutFigures
  }
}
