import MatchFacts

/// The weight levels of Step 2 CK; see `specialty-weights.yaml`.
struct SpecialtyWeights: Sendable, Equatable, Decodable {
  struct Level: Sendable, Equatable, Decodable {
    var name: String
    var advice: [String]
  }

  struct Row: Sendable, Equatable, Decodable {
    var specialty: Specialty
    var level: Int
    var basis: String
  }

  /// Specialties to think of as a backup for others.
  struct Backup: Sendable, Equatable, Decodable {
    var specialties: [Specialty]
    var backups: [Specialty]
  }

  var levels: [Int: Level]
  var otherwise: Int
  var specialties: [Row]
  var backups: [Backup]
  var otherwiseBackups: [Specialty]

  /// Backups of a specialty, the nearest in kind first.
  func backup(of specialty: Specialty) -> [Specialty] {
    (backups.first { $0.specialties.contains(specialty) }?.backups ?? otherwiseBackups)
      .filter { $0 != specialty }
  }

  /// The weight of a specialty, with the survey's figures where there are some.
  func weight(
    of specialty: Specialty, survey: (percentCiting: Double?, meanImportance: Double?)?
  ) -> SpecialtyWeight {
    let row = specialties.first { $0.specialty == specialty }
    let level = row?.level ?? otherwise
    return SpecialtyWeight(
      level: level,
      name: levels[level]?.name ?? "level \(level)",
      basis: row?.basis ?? "expert rule: not in the article, taken as \(otherwise)",
      percentCiting: survey?.percentCiting,
      meanImportance: survey?.meanImportance,
      advice: levels[level]?.advice ?? [])
  }
}
