import Advising

/// Sentences about the list as a whole.
enum ListText {
  /// Programs that look alike, by name, and what to make of it.
  static func alike(_ group: ProgramList.Alike) -> String {
    var names: [String] = []
    for name in group.institutions where !names.contains(name) { names.append(name) }
    let shown = names.prefix(8).joined(separator: ", ")
    let more = names.count > 8 ? " and \(names.count - 8) more" : ""
    return "\(shown)\(more): \(group.sentence)"
  }

  /// How far from the optimum it can be, and how that is known.
  static func quality(_ list: ProgramList) -> String {
    let proof = list.proof.isEmpty ? "" : " (\(list.proof))"
    guard list.gap.isFinite, list.gap >= 0.0005 else {
      return "no better list for its aim within these limits\(proof)"
    }
    return "at most \(NumberText.fixed(list.gap * 100, decimals: 1))% below the best possible list"
      + proof
  }
}
