import MatchFacts

extension ResourceFolder {
  /// The files that ship with the simulation.
  static let season = ResourceFolder(target: "SeasonSimulation", installedName: "season")
}
