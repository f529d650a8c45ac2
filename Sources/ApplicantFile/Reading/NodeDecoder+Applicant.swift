import MatchFacts
import Yams

/// The file's sections, in its order.
extension NodeDecoder {
  /// Decodes a whole file; nil when a required part is missing or wrong, with the problems kept.
  mutating func applicant(_ root: Node) -> Applicant? {
    guard let file = section(root, "", keys: FieldGuide.topKeys) else { return nil }
    checkFormat(file)
    let type = choice(file, "type", ApplicantType.self, also: Self.typeSpellings)
    if type == nil, !file.has("type"), !isSuggested("type") {
      report(
        .missing, "type", "the degree is missing",
        accepted: ApplicantType.allCases.map(\.rawValue).joined(separator: ", "),
        remedy: "add a line such as `type: us-md`")
    }
    var applicant = Applicant(
      type: type ?? .usMD, step2CK: exam(file, .step2CK),
      specialties: targetSpecialties(file))
    applicant.season = season(file)
    applicant.stage = choice(file, "stage", SeasonStage.self)
    applicant.name = string(file, "name")
    applicant.isSenior = boolean(file, "senior")
    applicant.graduationYear = integer(
      file, "graduation_year", (rules.asOf.year - 60)...(rules.asOf.year + 8))
    applicant.visa = choice(file, "visa", VisaNeed.self, also: Self.visaSpellings)
    applicant.ecfmg = choice(file, "ecfmg", ECFMGState.self)
    applicant.firstYear = choice(file, "first_year", FirstYear.self)
    applicant.step1 = exam(file, .step1)
    applicant.comlexLevel1 = exam(file, .comlexLevel1)
    applicant.comlexLevel2 = exam(file, .comlexLevel2)
    applicant.step3 = exam(file, .step3)
    background(file, into: &applicant)
    wishes(file, into: &applicant)
    requireExam(file, applicant, isTypeKnown: type != nil)
    return problems.isEmpty ? applicant : nil
  }

  private static let typeSpellings: [String: ApplicantType] = [
    "md": .usMD, "usmd": .usMD, "do": .usDO, "usdo": .usDO, "usimg": .usIMG,
    "us_citizen_img": .usIMG,
    "non_us_citizen_img": .nonUSIMG, "nonus_img": .nonUSIMG, "non_usimg": .nonUSIMG,
  ]

  private static let visaSpellings: [String: VisaNeed] = [
    "no": .none, "j1": .j1, "h1b": .h1b, "h_1_b": .h1b, "either": .any, "both": .any,
  ]

  /// The Match year, one of those whose calendars are published.
  private mutating func season(_ file: Section) -> Int? {
    let near = (rules.asOf.year - 20)...(rules.asOf.year + 5)
    guard let year = integer(file, "season", near) else { return nil }
    if !rules.seasons.isEmpty, !rules.seasons.contains(year), let node = node(file, "season") {
      report(
        .unknownValue, "season", at: node, "the \(year) Match has no published calendar here",
        accepted: rules.seasons.map(String.init).joined(separator: ", "),
        remedy: "write one of these years, or remove the line for the next Match")
    }
    return year
  }

  private mutating func checkFormat(_ file: Section) {
    guard let node = node(file, "format"),
      let text = text(of: node, "format", accepted: "1")
    else { return }
    guard text != "1" else { return }
    report(
      .unknownValue, "format", at: node,
      "this file has layout \(Self.quoted(text)), which this version cannot read",
      accepted: "1", remedy: "write `format: 1`, or use the version that made the file")
  }

  private mutating func requireExam(_ file: Section, _ applicant: Applicant, isTypeKnown: Bool) {
    guard !file.has("step2ck"), isTypeKnown, !isSuggested("step2ck") else { return }
    if applicant.type == .usDO {
      guard !file.has("comlex_level2"), !isSuggested("comlex_level2") else { return }
      report(
        .missing, "step2ck", "the Step 2 CK or COMLEX Level 2 score is missing",
        accepted: "step2ck or comlex_level2",
        remedy: "add a line such as `comlex_level2: 560` or `step2ck: 245`; without a result yet, "
          + "`comlex_level2: pending`")
    } else {
      report(
        .missing, "step2ck", "the Step 2 CK score is missing",
        accepted: "three digits, fail, pending or not taken",
        remedy: "add a line such as `step2ck: 245`; without a result yet, `step2ck: pending`")
    }
  }

  private mutating func targetSpecialties(_ file: Section) -> [TargetSpecialty] {
    let targets = list(file, "specialties") { decoder, node, path -> TargetSpecialty? in
      guard node.mapping != nil else {
        return decoder.specialty(node, path).map { TargetSpecialty(specialty: $0) }
      }
      guard
        let section = decoder.section(node, path, keys: FieldGuide.keys(of: "specialties"))
      else { return nil }
      guard let name = decoder.node(section, "name") else {
        decoder.report(
          .missing, path, at: node, "this specialty has no name",
          remedy: "add `name: Internal Medicine`")
        return nil
      }
      guard let specialty = decoder.specialty(name, section.path("name")) else { return nil }
      var target = TargetSpecialty(specialty: specialty)
      if let weight = decoder.share(section, "weight") { target.weight = weight }
      let tracks = decoder.list(section, "tracks") { decoder, node, path in
        decoder.choice(node, path, Program.Track.self)
      }
      if let tracks, !tracks.isEmpty { target.tracks = tracks }
      return target
    }
    if targets?.isEmpty ?? true, !isSuggested("specialties"),
      !problems.contains(where: { $0.field.hasPrefix("specialties") })
    {
      report(
        .missing, "specialties", "no target specialty is named", accepted: "at least one specialty",
        remedy: "add a line such as `specialties: [Internal Medicine]`")
    }
    return targets ?? []
  }
}
