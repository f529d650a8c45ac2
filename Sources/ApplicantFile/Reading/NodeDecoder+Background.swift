import MatchFacts
import Yams

/// School, clinical record, letters, flags, experiences, rotations.
extension NodeDecoder {
  private static var gradeSpellings: [String: ClerkshipGrade] {
    [
      "h": .honors, "honours": .honors, "honor": .honors, "hp": .highPass, "highpass": .highPass,
      "p": .pass, "f": .fail, "failed": .fail,
    ]
  }

  private mutating func opened(_ file: Section, _ key: String) -> Section? {
    guard let node = node(file, key) else { return nil }
    return section(node, key, keys: FieldGuide.keys(of: key))
  }

  mutating func background(_ file: Section, into applicant: inout Applicant) {
    if let school = opened(file, "school") {
      applicant.school.name = string(school, "name")
      if let state = node(school, "state") {
        applicant.school.state = self.state(state, "school.state")
      }
      applicant.school.isTopTier = boolean(school, "top_tier")
    }
    if let clinical = opened(file, "clinical") {
      applicant.clinical.targetClerkship = choice(
        clinical, "target_clerkship", ClerkshipGrade.self, also: Self.gradeSpellings)
      applicant.clinical.otherClerkships = list(clinical, "other_clerkships") {
        decoder, node, path in
        decoder.choice(node, path, ClerkshipGrade.self, also: Self.gradeSpellings)
      }
      applicant.clinical.shelf = choice(clinical, "shelf", ClinicalRecord.Shelf.self)
      applicant.clinical.comments = choice(clinical, "comments", ClinicalRecord.Comments.self)
    }
    if let letters = opened(file, "letters") {
      applicant.letters.count = integer(letters, "count", 0...20)
      applicant.letters.inSpecialty = integer(letters, "in_specialty", 0...20)
      applicant.letters.strength = choice(letters, "strength", Letters.Strength.self)
    }
    applicant.redFlags = redFlags(file)
    applicant.scoreCause = scoreCause(file)
    if let experiences = opened(file, "experiences") {
      applicant.experiences.publications = integer(experiences, "publications", 0...1000)
      applicant.experiences.research = integer(experiences, "research", 0...200)
      applicant.experiences.work = integer(experiences, "work", 0...200)
      applicant.experiences.volunteer = integer(experiences, "volunteer", 0...200)
      applicant.experiences.leadership = integer(experiences, "leadership", 0...200)
      applicant.experiences.alphaOmegaAlpha = boolean(experiences, "alpha_omega_alpha")
      applicant.experiences.goldHumanism = boolean(experiences, "gold_humanism")
    }
    applicant.rotations = rotations(file)
    applicant.usClinicalMonths = integer(file, "us_clinical_months", 0...600, unit: "months")
    applicant.observershipMonths = integer(
      file, "observership_months", 0...600, unit: "months")
    if let earlier = opened(file, "earlier_seasons") {
      applicant.earlierSeasons.unmatched = integer(earlier, "unmatched", 0...20)
      applicant.earlierSeasons.country = string(earlier, "country")
      applicant.earlierSeasons.programs = integer(earlier, "programs", 0...10_000)
    }
    applicant.homePrograms = list(file, "home_programs") { decoder, node, path in
      decoder.programCode(node, path)
    }
    applicant.tieStates =
      list(file, "tie_states") { decoder, node, path in decoder.state(node, path) } ?? []
  }

  private mutating func redFlags(_ file: Section) -> [RedFlag]? {
    list(file, "red_flags") { decoder, node, path in
      guard node.mapping != nil else {
        return decoder.choice(node, path, RedFlag.Kind.self).map { RedFlag(kind: $0) }
      }
      guard let section = decoder.section(node, path, keys: FieldGuide.keys(of: "red_flags"))
      else { return nil }
      guard decoder.requires(section, "kind", at: node, RedFlag.Kind.self),
        let kind = decoder.choice(section, "kind", RedFlag.Kind.self)
      else { return nil }
      return RedFlag(kind: kind, note: decoder.string(section, "note"))
    }
  }

  private mutating func scoreCause(_ file: Section) -> ScoreCause? {
    guard let node = node(file, "score_cause") else { return nil }
    if node.mapping == nil {
      return choice(node, "score_cause", ScoreCause.Kind.self).map { ScoreCause(kind: $0) }
    }
    guard let section = section(node, "score_cause", keys: FieldGuide.keys(of: "score_cause")),
      requires(section, "kind", at: node, ScoreCause.Kind.self),
      let kind = choice(section, "kind", ScoreCause.Kind.self)
    else { return nil }
    return ScoreCause(
      kind: kind, isDocumented: boolean(section, "documented"),
      isResolved: boolean(section, "resolved"),
      affectedPreparation: boolean(section, "affected_preparation"),
      note: string(section, "note"))
  }

  private mutating func rotations(_ file: Section) -> [Rotation]? {
    list(file, "rotations") { decoder, node, path in
      guard node.mapping != nil else {
        return decoder.choice(node, path, Rotation.Kind.self, also: Self.rotationSpellings)
          .map { Rotation(kind: $0) }
      }
      guard let section = decoder.section(node, path, keys: FieldGuide.keys(of: "rotations")),
        decoder.requires(section, "kind", at: node, Rotation.Kind.self),
        let kind = decoder.choice(
          section, "kind", Rotation.Kind.self, also: Self.rotationSpellings)
      else { return nil }
      var rotation = Rotation(kind: kind)
      if let code = decoder.node(section, "program") {
        rotation.program = decoder.programCode(code, section.path("program"))
      }
      if let name = decoder.node(section, "specialty") {
        rotation.specialty = decoder.specialty(name, section.path("specialty"))
      }
      rotation.grade = decoder.choice(
        section, "grade", ClerkshipGrade.self, also: Self.gradeSpellings)
      return rotation
    }
  }

  private static var rotationSpellings: [String: Rotation.Kind] {
    [
      "sub_i": .subInternship, "subi": .subInternship, "subinternship": .subInternship,
      "home": .subInternship, "audition": .away, "away_rotation": .away,
    ]
  }

  /// Reports a missing choice that its section cannot do without.
  private mutating func requires<Choice: RawRepresentable & CaseIterable>(
    _ section: Section, _ key: String, at node: Node, _ type: Choice.Type
  ) -> Bool where Choice.RawValue == String {
    guard section.entries[key].map(Self.isUnknown) ?? true else { return true }
    report(
      .missing, section.path(key), at: node, "this entry has no `\(key)`",
      accepted: Choice.allCases.map(\.rawValue).joined(separator: ", "),
      remedy: "add a line such as `\(key): \(Choice.allCases.first?.rawValue ?? "")`")
    return false
  }
}
