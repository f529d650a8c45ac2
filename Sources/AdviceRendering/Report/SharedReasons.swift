import Advising
import MatchFacts

/// Reasons that count the same at every program of a specialty on the list: said once, so that a
/// program's own row holds what tells it from the others.
struct SharedReasons {
  private let bySpecialty: [(specialty: Specialty, reasons: [ProgramList.Reason])]
  private let sets: [Specialty: Set<ProgramList.Reason>]

  init(_ list: ProgramList) {
    var order: [Specialty] = []
    var entries: [Specialty: [ProgramList.Entry]] = [:]
    for entry in list.programs {
      if entries[entry.specialty] == nil { order.append(entry.specialty) }
      entries[entry.specialty, default: []].append(entry)
    }
    bySpecialty = order.map { specialty in
      let members = entries[specialty] ?? []
      // One program alone has nothing to be told from.
      guard members.count > 1, let first = members.first else { return (specialty, []) }
      var common = Set(first.reasons)
      for member in members.dropFirst() { common.formIntersection(member.reasons) }
      return (specialty, first.reasons.filter { common.contains($0) })
    }
    sets = Dictionary(
      bySpecialty.map { ($0.specialty, Set($0.reasons)) }, uniquingKeysWith: { first, _ in first })
  }

  /// A program's reasons without the shared ones.
  func own(_ entry: ProgramList.Entry) -> [ProgramList.Reason] {
    let shared = sets[entry.specialty] ?? []
    return entry.reasons.filter { !shared.contains($0) }
  }

  /// The shared reasons, a fold for each specialty that has some.
  var markup: Markup {
    bySpecialty.markup { specialty, reasons in
      reasons.isEmpty
        ? ""
        : Elements.fold(
          "What counts the same at every \(specialty.name) program of the list", prints: true,
          "<ul class=\"reasons\">\(reasons.markup(Self.item))</ul>")
    }
  }

  /// A reason as an item of a list.
  static func item(_ reason: ProgramList.Reason) -> Markup {
    """
    <li><b>\(NumberText.signed(reason.points, decimals: 1))</b> \(reason.text)</li>
    """
  }
}
