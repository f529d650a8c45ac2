/// Applications of all parts in the order in which their programs would be ranked.
enum PreferenceOrder {
  /// An application by part and position.
  struct Place: Sendable, Hashable {
    var part: Int
    var position: Int
  }

  /// By preference, equal ones likeliest first.
  static func order(
    _ parts: [ListOdds.Part], _ chances: ListChances, belief: StrengthNodes
  ) -> [Place] {
    var rows: [(place: Place, preference: Double, chance: Double)] = []
    for (part, own) in parts.enumerated() {
      for (position, application) in own.applications.enumerated() {
        let success = zip(chances.interview[part][position], chances.place[part][position])
          .map { $0 * $1 }
        rows.append(
          (
            Place(part: part, position: position), application.preference,
            belief.average(success)
          ))
      }
    }
    return rows.indices.sorted { a, b in
      (rows[a].preference, rows[a].chance, b) > (rows[b].preference, rows[b].chance, a)
    }.map { rows[$0].place }
  }
}
