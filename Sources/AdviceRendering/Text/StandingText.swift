public import MatchFacts

/// How strong a file a program asks for, in words: the same on the terminal and on the web.
///
/// Never a predicted score: the index tells programs apart, it does not measure one.
public enum StandingText {
  /// The comparison and its reasons in one sentence.
  ///
  /// "Asks for a stronger file than 82 of 100 internal medicine programs, as far as public figures
  /// tell: $412M of NIH money 2021–25, trains in 6 of 8 competitive specialties, New England."
  public static func sentence(_ standing: ProgramStanding, specialty: Specialty) -> String {
    let programs = programs(of: specialty)
    guard standing.basis == .publicFigures else {
      return "How strong a file it asks for is not known: no public figures of its institution "
        + "were found. It counts as an average one of the \(programs)."
    }
    let reasons = standing.parts.compactMap(reason)
    return comparison(standing, programs) + ", as far as public figures tell: "
      + reasons.joined(separator: ", ") + "."
  }

  /// How far the index goes.
  ///
  /// "In points of Step 2 CK, about 6 above the average of its specialty, give or take 6: …"
  public static func caution(_ standing: ProgramStanding) -> String {
    let spread = NumberText.fixed(standing.pointsStandardDeviation, decimals: 0)
    guard standing.basis == .publicFigures else {
      return "Programs of one specialty differ by more than public figures tell: give or take "
        + "\(spread) points of Step 2 CK."
    }
    let points = Int(standing.points.magnitude.rounded())
    let place =
      points == 0
      ? "about the average of its specialty"
      : "about \(points) \(standing.points > 0 ? "above" : "below") the average of its specialty"
    return "In points of Step 2 CK, \(place), give or take \(spread): a comparison, not a cut-off. "
      + "The program's own figures, where you have them, count for more."
  }

  /// The name of a part: "NIH money", "competitive specialties", "region", "accreditation".
  public static func name(_ part: ProgramStanding.Part) -> String {
    switch part.quantity {
    case .researchMoney: "NIH money"
    case .competitiveSpecialties: "competitive specialties"
    case .division: "region"
    case .newAccreditation: "accreditation"
    }
  }

  /// A part in words, also where it adds nothing: "no NIH money found", "Middle Atlantic".
  public static func text(_ part: ProgramStanding.Part) -> String {
    switch part.quantity {
    case .researchMoney(let millions, let parent):
      money(millions, parent)
    case .competitiveSpecialties(let count):
      "trains in \(count == 0 ? "none" : String(count)) of "
        + "\(InstitutionStanding.competitiveSpecialtiesCounted) competitive specialties"
    case .division(let name): name
    case .newAccreditation(true?): "a new ACGME accreditation"
    case .newAccreditation(false?): "no new ACGME accreditation"
    case .newAccreditation(nil): "age of the ACGME accreditation not known"
    }
  }

  /// A part as a reason; nil for one that neither adds nor tells anything.
  private static func reason(_ part: ProgramStanding.Part) -> String? {
    switch part.quantity {
    case .researchMoney, .competitiveSpecialties: text(part)
    case .division, .newAccreditation: part.term == 0 ? nil : text(part)
    }
  }

  private static func comparison(_ standing: ProgramStanding, _ programs: String) -> String {
    func inHundred(_ count: Int) -> Int {
      guard standing.compared > 0 else { return 0 }
      return Int((100 * Double(count) / Double(standing.compared)).rounded())
    }
    let below = min(inHundred(standing.below), 99)
    let level = inHundred(standing.level)
    // Many community programs share the lowest indexes.
    guard level >= 10 else {
      return below == 0
        ? "Asks for no stronger a file than the other \(programs)"
        : "Asks for a stronger file than \(below) of 100 \(programs)"
    }
    return below == 0
      ? "Asks for about as strong a file as \(level) of 100 \(programs), and a weaker one than the rest"
      : "Asks for a stronger file than \(below) of 100 \(programs), and about as strong a one as "
        + "\(level) more"
  }

  private static func money(_ millions: Double, _ parent: String?) -> String {
    guard millions > 0 else { return "no NIH money found" }
    let amount =
      millions >= 1
      ? "$" + NumberText.grouped(Int(millions.rounded())) + "M"
      : "$" + NumberText.fixed(millions, decimals: 1) + "M"
    return "\(amount) of NIH money 2021–25" + (parent.map { " by its share of \($0)" } ?? "")
  }

  /// "internal medicine programs".
  private static func programs(of specialty: Specialty) -> String {
    specialty.name.lowercased() + " programs"
  }
}
