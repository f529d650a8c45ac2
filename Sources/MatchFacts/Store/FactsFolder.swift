/// Finds the folder that holds the published facts.
///
/// `Bundle.module` is not used: it ends the program when the binary has been moved.
enum FactsFolder {
  /// The file whose presence marks the folder.
  static let marker = "tables.csv"

  /// Where the folder is looked for, in order: beside the executable, as SwiftPM builds it; in the
  /// `share` folder of an installation; where `SMARTPICK_FACTS` says.
  static func candidates() -> [String] {
    var places: [String] = []
    if let executable = FileAccess.executablePath() {
      let folder = FileAccess.parent(of: executable)
      places.append(folder + "/SmartPick_MatchFacts.resources/Resources")
      let above = FileAccess.parent(of: folder)
      places.append((above == "/" ? "" : above) + "/share/smartpick/facts")
    }
    if let named = FileAccess.environment("SMARTPICK_FACTS") { places.append(named) }
    return places
  }

  /// The first candidate that holds the facts.
  static func locate() throws(FactsError) -> String {
    let places = candidates()
    for place in places where FileAccess.exists(place + "/" + marker) { return place }
    throw .folderNotFound(searched: places)
  }
}
