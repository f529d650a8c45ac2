import ApplicantFile
import MatchFacts

/// What a place is worth to the applicant, 0…1: the mix of "matched at all" and "matched where I
/// want to be" that the file's `aim` asks for.
struct UtilityModel: Sendable {
  var applicant: Applicant
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
  func preference(for program: Program) -> Double {
    if let own = applicant.programUtilities[program.code] { return own }
    let wishes = applicant.wishes
    guard hasPlaceWish else { return 1 }
    var score = 0.0
    var parts = 0.0
    if !wishes.statesWanted.isEmpty || !wishes.citiesWanted.isEmpty {
      parts += 1
      let isWanted =
        program.state.map { wishes.statesWanted.contains($0) } ?? false
        || program.city.map { wishes.citiesWanted.contains($0) } ?? false
      if isWanted { score += 1 }
    }
    if !wishes.settingsWanted.isEmpty {
      parts += 1
      if let setting = settings[program.institutionKey], wishes.settingsWanted.contains(setting) {
        score += 1
      }
    }
    return 1 - wishes.placeWeight + wishes.placeWeight * score / parts
  }

  /// Utility in the list's value, for a target of this weight.
  ///
  /// The specialty's weight counts at every aim: a place in a backup is not a place in the first
  /// choice even to someone who wants above all to match.
  func utility(of program: Program, weight: Double) -> Double {
    let aim = min(1, max(0, applicant.aim))
    return weight * (1 - aim + aim * preference(for: program))
  }

  private var hasPlaceWish: Bool {
    let wishes = applicant.wishes
    return !wishes.statesWanted.isEmpty || !wishes.citiesWanted.isEmpty
      || !wishes.settingsWanted.isEmpty
  }
}
