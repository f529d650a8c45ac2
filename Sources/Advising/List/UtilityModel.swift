import ApplicantFile
import MatchFacts
import ScoreReading

/// What a place is worth to the applicant, 0…1: more with the program's standing, by default, and
/// with the wishes of the file; under a mixed aim, part of it is the match itself.
struct UtilityModel: Sendable {
  var applicant: Applicant
  /// How much more a place is worth with standing where the file does not say.
  var standingWorth: Double
  /// University or community by institution, from the directory.
  var settings: [String: Wishes.Setting]
  /// What a later target is worth beside the one before it, where the file gives both one weight.
  var orderDiscount: Double

  /// Weight of each target in the order of the file, falling: targets stand most wanted first.
  var weights: [Double] {
    var previous = Double.infinity
    return applicant.specialties.map { target in
      let weight = target.weight < previous ? target.weight : previous * orderDiscount
      previous = weight
      return weight
    }
  }

  /// Preference for a program within its specialty: place, kind, and the applicant's own word.
  ///
  /// The program is named by its place in an array: its fields are looked at one by one, since a
  /// copy of the whole counts twenty references up and down.
  ///
  /// - Parameter place: the program's place among its specialty by standing, 0…1.
  func preference(for index: Int, of programs: [Program], place: Double) -> Double {
    if !applicant.programUtilities.isEmpty,
      let own = applicant.programUtilities[programs[index].code]
    {
      return own
    }
    let wishes = applicant.wishes
    let weight = wishes.standing ?? standingWorth
    let ofStanding = 1 - weight + weight * place
    guard hasPlaceWish else { return ofStanding }
    var score = 0.0
    var parts = 0.0
    if !wishes.statesWanted.isEmpty || !wishes.citiesWanted.isEmpty {
      parts += 1
      let isWanted =
        programs[index].state.map { wishes.statesWanted.contains($0) } ?? false
        || programs[index].city.map { wishes.citiesWanted.contains($0) } ?? false
      if isWanted { score += 1 }
    }
    if !wishes.settingsWanted.isEmpty {
      parts += 1
      let setting = settings[programs[index].institutionKey]
      if let setting, wishes.settingsWanted.contains(setting) {
        score += 1
      }
    }
    return ofStanding * (1 - wishes.placeWeight + wishes.placeWeight * score / parts)
  }

  /// Utility in the list's value, for a target of this weight.
  ///
  /// The specialty's weight counts at every aim: a place in a backup is not a place in the first
  /// choice even to someone who wants above all to match.
  /// A balanced aim counts preference in full; what it gives up of the chance is bounded apart.
  func utility(
    of index: Int, in programs: [Program], weight: Double, place: Double
  ) -> Double {
    let share = applicant.aim.mix ?? 1
    return weight * (1 - share + share * preference(for: index, of: programs, place: place))
  }

  private var hasPlaceWish: Bool {
    let wishes = applicant.wishes
    return !wishes.statesWanted.isEmpty || !wishes.citiesWanted.isEmpty
      || !wishes.settingsWanted.isEmpty
  }
}
