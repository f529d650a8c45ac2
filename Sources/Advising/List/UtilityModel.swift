import ApplicantFile
import MatchFacts

/// What a place is worth to the applicant, 0…1: the mix of "matched at all" and "matched where I
/// want to be" that the file's `aim` asks for.
struct UtilityModel: Sendable {
  var applicant: Applicant
  /// University or community by institution, from the directory.
  var settings: [String: Wishes.Setting]

  /// Preference for a program alone: specialty weight, place, kind, and the applicant's own word.
  func preference(for program: Program, target: TargetSpecialty) -> Double {
    if let own = applicant.programUtilities[program.code] { return own * target.weight }
    let wishes = applicant.wishes
    guard hasPlaceWish else { return target.weight }
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
    return target.weight * (1 - wishes.placeWeight + wishes.placeWeight * score / parts)
  }

  /// Utility in the list's value.
  func utility(of program: Program, target: TargetSpecialty) -> Double {
    let aim = min(1, max(0, applicant.aim))
    return 1 - aim + aim * preference(for: program, target: target)
  }

  private var hasPlaceWish: Bool {
    let wishes = applicant.wishes
    return !wishes.statesWanted.isEmpty || !wishes.citiesWanted.isEmpty
      || !wishes.settingsWanted.isEmpty
  }
}
