/// Says where a score stands: catastrophic, or merely painful.
struct StandingSentence: Sendable {
  var standing: Standing

  var text: String {
    guard let place = standing.place, let matched = standing.matched else {
      return standing.sentence
    }
    let share = Format.about(matched.percentile / 100)
    let whose =
      "of those who matched in \(standing.specialty) (\(standing.population)) had "
      + "\(standing.score) or less"
    var text: String
    switch place {
    case .above:
      text =
        "Not a weak spot: \(standing.score) is at or above the middle of those who matched; "
        + "\(share) \(whose)."
    case .within:
      text =
        "Painful, perhaps, but inside the matchable range: "
        + "\(share) \(whose)."
    case .edge:
      text =
        "Below the usual range, though people match from here: \(share) \(whose)."
    case .below:
      text =
        "This hurts: only \(share) \(whose), and it is no higher than the middle of those "
        + "who did not match."
      if standing.unmatched == nil {
        text = "This hurts: only \(share) \(whose)."
      }
    }
    if let band = standing.bandRate {
      text +=
        " Of \(band.count) US MD seniors with \(band.band) in \(band.years), "
        + "\(Format.rate(band.rate)) matched."
    }
    if !standing.isOwnType {
      text += " Nothing is published for your own type of applicant; this is the nearest group."
    }
    return text
  }
}
