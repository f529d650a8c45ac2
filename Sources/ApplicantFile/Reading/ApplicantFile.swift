import Foundation
import Yams

/// An applicant's file that has been read and checked.
///
/// ```swift
/// let file = try ApplicantFile.read(path: "me.yaml", rules: FileRules(asOf: day), names: catalog)
/// print(file.applicant.step2CK?.score ?? 0, file.warnings)
/// ```
public struct ApplicantFile: Sendable, Hashable {
  /// What the file says.
  public var applicant: Applicant
  /// What deserves a second look and did not stop the file.
  public var warnings: [FileProblem]
  /// Name or path as given.
  public var fileName: String

  /// Reads a YAML or JSON file.
  ///
  /// - Throws: every problem found, with line, column, field and remedy; `exitCode` is 66 when the
  ///   file could not be read at all and 65 otherwise.
  public static func read(
    path: String, rules: FileRules, names: any NameCatalog
  ) throws(ApplicantFileError) -> ApplicantFile {
    let text = try FileText.load(path: path, rules: rules)
    return try parse(
      text, fileName: path, rules: rules, names: names, hasPlaces: true, path: path)
  }

  /// Reads YAML or JSON text.
  public static func parse(
    _ text: String, fileName: String = "applicant", rules: FileRules, names: any NameCatalog
  ) throws(ApplicantFileError) -> ApplicantFile {
    let checked = try FileText(text: text, fileName: fileName, rules: rules)
    return try parse(checked, fileName: fileName, rules: rules, names: names, hasPlaces: true)
  }

  /// Reads the bytes of a YAML or JSON file, as an upload or a request's body.
  public static func parse(
    bytes: some Collection<UInt8>, fileName: String = "applicant", rules: FileRules,
    names: any NameCatalog
  ) throws(ApplicantFileError) -> ApplicantFile {
    let checked = try FileText(data: Data(bytes), fileName: fileName, rules: rules)
    return try parse(checked, fileName: fileName, rules: rules, names: names, hasPlaces: true)
  }

  private static func parse(
    _ checked: FileText, fileName: String, rules: FileRules, names: any NameCatalog,
    hasPlaces: Bool, path: String? = nil
  ) throws(ApplicantFileError) -> ApplicantFile {
    // The parser owns the anchors that nodes refer to weakly: it must outlive the walk, or an
    // aliased node could no longer be told from an ordinary one.
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: checked.text, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw ApplicantFileError(problems: [syntaxProblem(error, fileName: fileName)])
    }
    return try withExtendedLifetime(parser) { () throws(ApplicantFileError) -> ApplicantFile in
      guard let root, !NodeDecoder.isUnknown(root) else {
        throw ApplicantFileError(problems: [
          FileProblem(
            kind: .missing, file: fileName, message: "the file holds only comments",
            remedy: "start from an example, or make a file with `smartpick init`")
        ])
      }
      return try decode(
        root, fileName: fileName, rules: rules, names: names, hasPlaces: hasPlaces, path: path)
    }
  }

  /// Decodes and checks a tree; `path` is where the file stands on the disk, if it does.
  static func decode(
    _ root: Node, fileName: String, rules: FileRules, names: any NameCatalog, hasPlaces: Bool,
    path: String? = nil
  ) throws(ApplicantFileError) -> ApplicantFile {
    var decoder = NodeDecoder(
      fileName: fileName, rules: rules, names: names, hasPlaces: hasPlaces, path: path)
    let applicant = decoder.applicant(root)
    if let applicant { decoder.checkConsistency(of: applicant) }
    guard let applicant, decoder.problems.isEmpty else {
      throw ApplicantFileError(
        problems: inFileOrder(decoder.problems), warnings: inFileOrder(decoder.warnings))
    }
    return ApplicantFile(
      applicant: applicant, warnings: inFileOrder(decoder.warnings), fileName: fileName)
  }

  private static func inFileOrder(_ problems: [FileProblem]) -> [FileProblem] {
    problems.enumerated().sorted { left, right in
      let leftPlace = (left.element.line ?? 0, left.element.column ?? 0, left.offset)
      let rightPlace = (right.element.line ?? 0, right.element.column ?? 0, right.offset)
      return leftPlace < rightPlace
    }.map(\.element)
  }
}
