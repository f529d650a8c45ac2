/// Finds the data files of one part of the program: facts, rules, parameters, templates.
///
/// One precedence for all of them: the file that a variable of the environment names, the folder
/// that a variable names, the folder beside the executable, the `share` folder of an installation.
/// What the user names wins, and where it is not there, that is an error: advice from other data
/// than the user asked for would look like the advice asked for.
///
/// `Bundle.module` is not used: it ends the program when the binary has been moved.
public struct ResourceFolder: Sendable, Hashable {
  /// Name of the target that ships the files.
  public var target: String
  /// Name of the folder below `share/smartpick` in an installation.
  public var installedName: String
  /// Variable of the environment that names another folder.
  ///
  /// Nil where the environment names single files instead.
  public var variable: String?
  /// Whether the folder that ``variable`` names stands in place of the shipped one; otherwise it
  /// holds changed copies, and a file that it lacks is the shipped one.
  public var isReplacedWhole: Bool

  /// The folder of one target.
  public init(
    target: String, installedName: String, variable: String? = nil, isReplacedWhole: Bool = false
  ) {
    self.target = target
    self.installedName = installedName
    self.variable = variable
    self.isReplacedWhole = isReplacedWhole
  }

  /// Where one of the folder's files lies.
  ///
  /// - Parameters:
  ///   - file: its name.
  ///   - fileVariable: variable of the environment that names another file in its place.
  /// - Throws: ``FactsError/namedMissing(variable:path:accepted:)`` where a variable names what is
  ///   not there; ``FactsError/fileNotFound(name:searched:remedy:)`` naming every place looked at.
  public func path(
    of file: String, namedBy fileVariable: String? = nil
  ) throws(FactsError) -> String {
    try path(
      of: file, namedBy: fileVariable, environment: FileAccess.environment,
      executable: FileAccess.executablePath())
  }

  /// The bytes of one of the folder's files.
  ///
  /// - Throws: as ``path(of:namedBy:)``, or ``FactsError/unreadable(path:reason:)``.
  public func bytes(
    of file: String, namedBy fileVariable: String? = nil
  ) throws(FactsError) -> [UInt8] {
    try FileAccess.read(try path(of: file, namedBy: fileVariable))
  }

  /// The search over a given environment and executable.
  func path(
    of file: String, namedBy fileVariable: String?, environment: (String) -> String?,
    executable: String?
  ) throws(FactsError) -> String {
    if let fileVariable, let named = environment(fileVariable) {
      guard FileAccess.exists(named) else {
        throw .namedMissing(variable: fileVariable, path: named, accepted: "a file like \(file)")
      }
      return named
    }
    if let variable, let named = environment(variable) {
      let place = named + "/" + file
      if FileAccess.exists(place) { return place }
      guard FileAccess.exists(named) else {
        throw .namedMissing(variable: variable, path: named, accepted: "a folder with \(file)")
      }
      if isReplacedWhole {
        throw .namedMissing(variable: variable, path: place, accepted: "a folder with \(file)")
      }
    }
    let places = shippedFolders(executable).map { $0 + "/" + file }
    if let place = places.first(where: FileAccess.exists) { return place }
    var remedy = "keep the resources beside the program"
    if let fileVariable {
      remedy += " or set \(fileVariable) to the file"
    } else if let variable {
      remedy += " or set \(variable) to the folder that holds \(file)"
    }
    throw .fileNotFound(name: file, searched: places, remedy: remedy)
  }

  private func shippedFolders(_ executable: String?) -> [String] {
    guard let executable else { return [] }
    let folder = FileAccess.parent(of: executable)
    let above = FileAccess.parent(of: folder)
    return [
      folder + "/SmartPick_\(target).resources/Resources",
      (above == "/" ? "" : above) + "/share/smartpick/" + installedName,
    ]
  }
}
