import Advising

/// Sentences about the list as a whole.
enum ListText {
  /// How far from the optimum it can be, and how that is known.
  static func quality(_ list: ProgramList) -> String {
    let proof = list.proof.isEmpty ? "" : " (\(list.proof))"
    guard list.gap.isFinite, list.gap >= 0.0005 else {
      return "no better list within these limits\(proof)"
    }
    return "at most \(NumberText.fixed(list.gap * 100, decimals: 1))% below the best possible list"
      + proof
  }
}
