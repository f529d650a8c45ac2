/// Finds the data files of one part of the program: rules, parameters, templates.
///
/// `Bundle.module` is not used: it ends the program when the binary has been moved.
public struct ResourceFolder: Sendable, Hashable {
  /// Name of the target that ships the files.
  public var target: String
  /// Name of the folder below `share/smartpick` in an installation.
  public var installedName: String
  /// Variable of the environment that names another folder; it wins, so that a user can change a
  /// rule without touching the installation.
  ///
  /// Nil where the environment names single files instead.
  public var variable: String?

  /// The folder of one target.
  public init(target: String, installedName: String, variable: String? = nil) {
    self.target = target
    self.installedName = installedName
    self.variable = variable
  }

  /// The bytes of one of the folder's files.
  ///
  /// - Throws: ``FactsError/folderNotFound(searched:)`` naming every place looked at, or
  ///   ``FactsError/unreadable(path:reason:)``.
  public func bytes(of file: String) throws(FactsError) -> [UInt8] {
    let places = candidates().map { $0 + "/" + file }
    for place in places where FileAccess.exists(place) { return try FileAccess.read(place) }
    throw .folderNotFound(searched: places)
  }

  /// Where one of the folder's files may lie, in the order to look: first the file that a variable
  /// of the environment names, so that a user can put another in its place.
  public func places(of file: String, namedBy fileVariable: String) -> [String] {
    let named = FileAccess.environment(fileVariable).map { [$0] } ?? []
    return named + candidates().map { $0 + "/" + file }
  }

  private func candidates() -> [String] {
    var places: [String] = []
    if let named = variable.flatMap(FileAccess.environment) { places.append(named) }
    if let executable = FileAccess.executablePath() {
      let folder = FileAccess.parent(of: executable)
      places.append(folder + "/SmartPick_\(target).resources/Resources")
      places.append(FileAccess.parent(of: folder) + "/share/smartpick/" + installedName)
    }
    return places
  }
}
