import AdviceRendering

/// The five places of an advice, each an address within the page (`#list`).
///
/// Without the script they follow one another; with it one shows at a time.
enum AdvicePlace: String, Sendable, CaseIterable {
  /// Will I match, what to do, what is missing.
  case answer
  /// Which programs, signals, how many, other routes.
  case list
  /// What to say, and to whom.
  case words
  /// What to do by when, and the season.
  case plan
  /// Where every figure comes from.
  case evidence

  var title: String {
    switch self {
    case .answer: "Answer"
    case .list: "List"
    case .words: "Words"
    case .plan: "Plan"
    case .evidence: "Evidence"
    }
  }

  /// A section of the report and whether it stands folded under its heading.
  struct Part {
    var section: ReportSection
    var isFolded: Bool

    static func open(_ section: ReportSection) -> Part { Part(section: section, isFolded: false) }
    static func folded(_ section: ReportSection) -> Part { Part(section: section, isFolded: true) }
  }

  /// What of the report stands here, in order; every section stands in one place.
  var parts: [Part] {
    switch self {
    case .answer:
      [.open(.verdict), .open(.exam), .folded(.perspective), .folded(.warnings)]
    case .list:
      [
        .open(.list), .folded(.signals), .folded(.currentList), .folded(.couple),
        .folded(.returns), .folded(.scenarios), .folded(.visa),
      ]
    case .words: [.open(.explanation), .open(.words)]
    case .plan: [.open(.season), .open(.plan), .open(.questions)]
    case .evidence:
      [
        .folded(.trend), .folded(.standing), .folded(.reading), .folded(.odds),
        .folded(.unknowns), .folded(.sources),
      ]
    }
  }

  /// Where its heading is: the section of its name or, where it has none, the place itself.
  var hasOwnSection: Bool { self == .list || self == .words || self == .plan }
}
