import MatchFacts
import ScoreReading

/// The directory with the user's figures beside it.
struct ProgramCatalogue {
  let directory: ProgramDirectory
  let figures: ImportedFigures
  private let regions: Regions

  init(_ facts: MatchFacts) throws(CommandFailure) {
    do {
      directory = try facts.programs()
      regions = try facts.regions()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
    do {
      figures = try UserFigureStore.standard()?.load() ?? ImportedFigures()
    } catch {
      throw CommandFailure(
        "\(error)\nthis is the file of figures you imported; mend it, or remove it and import again",
        .badData)
    }
  }

  static func store() throws(CommandFailure) -> UserFigureStore {
    guard let store = UserFigureStore.standard() else {
      throw CommandFailure(
        "there is no place to keep figures: set HOME or XDG_DATA_HOME", .cannotWrite)
    }
    return store
  }

  func standing(_ facts: MatchFacts) throws(CommandFailure) -> StandingTable {
    do {
      return try facts.standing(of: directory)
    } catch {
      throw CommandFailure("\(error)", .badData)
    }
  }

  func record(_ program: Program) -> ProgramRecord {
    ProgramRecord(
      program, figures: figures[program.code],
      region: program.state.flatMap { regions.region(of: $0) })
  }

  func program(_ code: String) throws(CommandFailure) -> Program {
    if let program = directory[code] { return program }
    let tracks = directory.programs(acgmeID: code)
    if tracks.count == 1, let only = tracks.first { return only }
    let near =
      tracks.isEmpty
      ? directory.programs.lazy.filter { $0.code.hasPrefix(code.uppercased().prefix(5)) }.prefix(3)
        .map(\.code)
      : tracks.map(\.code)
    let hint = near.isEmpty ? "" : "; near: \(near.joined(separator: ", "))"
    throw CommandFailure(
      "no program has the code ‘\(PageText.harmless(code))’\(hint); "
        + "smartpick programs search finds codes", .badData)
  }
}
