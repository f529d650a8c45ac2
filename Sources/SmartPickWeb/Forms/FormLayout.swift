import ApplicantFile
import MatchFacts
import ScoreReading

/// The whole applicant file as steps of a form, the needed answers first.
enum FormLayout {
  /// Rows of the form's short lists; a file may have more, which are kept.
  static let specialtyRows = 3
  static let rotationRows = 3

  static let steps: [FormStep] = [
    needed, firstExam, specialties, person, clinical, flags, experiences, wishes, limits,
  ]

  /// Fields of the file that the form leaves alone and keeps from a loaded file.
  static let keptFromFile: Set<String> = [
    "format", "couple", "couple_wishes", "couple_wishes.together", "couple_wishes.commute_miles",
    "couple_wishes.same_state", "couple_wishes.own_weight", "couple_wishes.alone",
    "red_flags.note",
  ]

  static let fields: [FormField] = steps.flatMap(\.fields)

  /// The first step: what is required.
  static let needed = FormStep(
    id: "needed", title: "The three that are needed",
    introduction: "These are enough for a first answer. You can stop here.",
    groups: [
      .init(fields: [
        .one("type", .radio(types)) { $0.type.rawValue },
        .one("step2ck.score", .text) { $0.step2CK?.outcome.fileWord },
        .one("comlex_level2.score", .text, only: .osteopathic) {
          $0.comlexLevel2?.outcome.fileWord
        },
        specialty(0),
      ])
    ])

  private static let specialties = FormStep(
    id: "specialties", title: "More specialties, and tracks",
    introduction: "A second or third choice is a backup that the list weighs for you.",
    groups: [
      .init(
        fields: (1..<specialtyRows).flatMap { [specialty($0), weight($0)] }
          + (0..<specialtyRows).map(tracks))
    ])

  private static let firstExam = FormStep(
    id: "exams", title: "Step 1 and dates",
    introduction: "With Step 1 the change can be read; dates say against which year's norms.",
    groups: [
      .init(fields: [
        .one("step1.score", .text) { $0.step1?.outcome.fileWord },
        .one("step1.date", .day) { $0.step1?.date?.description },
        .one("step1.attempts", .number(example: "1")) { text($0.step1?.attempts) },
        .one("step2ck.date", .day) { $0.step2CK?.date?.description },
        .one("step2ck.attempts", .number(example: "1")) { text($0.step2CK?.attempts) },
        .one("step2ck.practice", .number(example: "243")) { text($0.step2CK?.practice) },
      ]),
      .init(
        title: "COMLEX, for a DO",
        fields: [
          .one("comlex_level1.score", .text, only: .osteopathic) {
            $0.comlexLevel1?.outcome.fileWord
          },
          .one("comlex_level1.date", .day, only: .osteopathic) {
            $0.comlexLevel1?.date?.description
          },
          .one("comlex_level1.attempts", .number(example: "1"), only: .osteopathic) {
            text($0.comlexLevel1?.attempts)
          },
          .one("comlex_level2.date", .day, only: .osteopathic) {
            $0.comlexLevel2?.date?.description
          },
          .one("comlex_level2.attempts", .number(example: "1"), only: .osteopathic) {
            text($0.comlexLevel2?.attempts)
          },
        ]),
      .init(
        title: "Step 3, where you took it before residency",
        fields: [
          .one("step3.score", .text) { $0.step3?.outcome.fileWord },
          .one("step3.date", .day) { $0.step3?.date?.description },
          .one("step3.attempts", .number(example: "1")) { text($0.step3?.attempts) },
        ]),
    ])

  private static let person = FormStep(
    id: "you", title: "You and your school",
    introduction: "Where you study and where you have ties decide much of who reads you.",
    groups: [
      .init(fields: [
        .one("name", .text) { $0.name },
        .one("season", .number(example: "2027")) { text($0.season) },
        .one("stage", .choice(words(SeasonStage.self))) { $0.stage?.rawValue },
        .one("senior", .yesNo) { yesNo($0.isSenior) },
        .one("graduation_year", .number(example: "2027")) { text($0.graduationYear) },
        .one("visa", .choice(visas), only: .international) { $0.visa?.rawValue },
        .one("ecfmg", .choice(words(ECFMGState.self)), only: .international) {
          $0.ecfmg?.rawValue
        },
        .one("first_year", .choice(words(FirstYear.self))) { $0.firstYear?.rawValue },
        .one("earlier_seasons.unmatched", .number(example: "1")) {
          text($0.earlierSeasons.unmatched)
        },
        .one("earlier_seasons.country", .text) { $0.earlierSeasons.country },
        .one("earlier_seasons.programs", .number(example: "60")) {
          text($0.earlierSeasons.programs)
        },
        .one("us_clinical_months", .number(example: "4"), only: .international) {
          text($0.usClinicalMonths)
        },
        .one("observership_months", .number(example: "2"), only: .international) {
          text($0.observershipMonths)
        },
        .one("school.name", .text) { $0.school.name },
        .one("school.state", .state, only: .american) { $0.school.state },
        .one("school.top_tier", .yesNo, only: .american) { yesNo($0.school.isTopTier) },
        FormField("tie_states", .list(example: "OH, MI")) { $0.tieStates },
        FormField("home_programs", .list(example: "1553140C0, or none"), only: .american) {
          $0.homePrograms.map { $0.isEmpty ? ["none"] : $0 } ?? []
        },
      ])
    ])

  private static let clinical = FormStep(
    id: "clinical", title: "Clinical year, letters and rotations",
    introduction: "This is what a program reads beside the number, and what you can still move.",
    groups: [
      .init(fields: [
        .one("clinical.target_clerkship", .choice(grades)) {
          $0.clinical.targetClerkship?.rawValue
        },
        FormField("clinical.other_clerkships", .list(example: "honors, high pass, pass")) {
          $0.clinical.otherClerkships.map { $0.isEmpty ? ["none"] : $0.map(\.rawValue) } ?? []
        },
        .one("clinical.shelf", .choice(words(ClinicalRecord.Shelf.self))) {
          $0.clinical.shelf?.rawValue
        },
        .one("clinical.comments", .choice(words(ClinicalRecord.Comments.self))) {
          $0.clinical.comments?.rawValue
        },
        .one("letters.count", .number(example: "4")) { text($0.letters.count) },
        .one("letters.in_specialty", .number(example: "2")) { text($0.letters.inSpecialty) },
        .one("letters.strength", .choice(words(Letters.Strength.self))) {
          $0.letters.strength?.rawValue
        },
      ]),
      .init(
        title: "Sub-internships and away rotations",
        fields: [
          .one(
            "rotations", .checks([], none: "I have none"), title: "No rotation"
          ) { $0.rotations?.isEmpty == true ? "none" : nil }
        ] + (0..<rotationRows).flatMap(rotation)),
    ])

  private static let flags = FormStep(
    id: "flags", title: "Red flags and what lay behind a lower score",
    introduction: "Asked plainly, because the advice on what to say depends on it. It stays here.",
    groups: [
      .init(fields: [
        FormField(
          "red_flags", .checks(words(RedFlag.Kind.self), none: "None of these")
        ) { $0.redFlags.map { $0.isEmpty ? ["none"] : $0.map(\.kind.rawValue) } ?? [] },
        .one("score_cause.kind", .choice(words(ScoreCause.Kind.self))) {
          $0.scoreCause?.kind.rawValue
        },
        .one("score_cause.documented", .yesNo) { yesNo($0.scoreCause?.isDocumented) },
        .one("score_cause.resolved", .yesNo) { yesNo($0.scoreCause?.isResolved) },
        .one("score_cause.affected_preparation", .yesNo) {
          yesNo($0.scoreCause?.affectedPreparation)
        },
        .one("score_cause.note", .paragraph) { $0.scoreCause?.note },
      ])
    ])

  private static let experiences = FormStep(
    id: "experiences", title: "Research, work, service, honours",
    introduction: "Counts as in ERAS and in the NRMP's Charting Outcomes.",
    groups: [
      .init(fields: [
        .one("experiences.publications", .number(example: "9")) {
          text($0.experiences.publications)
        },
        .one("experiences.research", .number(example: "3")) { text($0.experiences.research) },
        .one("experiences.work", .number(example: "2")) { text($0.experiences.work) },
        .one("experiences.volunteer", .number(example: "5")) { text($0.experiences.volunteer) },
        .one("experiences.leadership", .number(example: "2")) { text($0.experiences.leadership) },
        .one("experiences.alpha_omega_alpha", .yesNo, only: .american) {
          yesNo($0.experiences.alphaOmegaAlpha)
        },
        .one("experiences.gold_humanism", .yesNo, only: .american) {
          yesNo($0.experiences.goldHumanism)
        },
      ])
    ])

  private static let wishes = FormStep(
    id: "wishes", title: "Places and programs you want",
    introduction: "Wishes steer the list; refusals are never overruled.",
    groups: [
      .init(fields: [
        FormField("wishes.states_wanted", .list(example: "OH, MI, PA")) { $0.wishes.statesWanted },
        FormField("wishes.states_refused", .list(example: "AK, HI")) { $0.wishes.statesRefused },
        FormField("wishes.cities_wanted", .list(example: "Cleveland, Chicago")) {
          $0.wishes.citiesWanted
        },
        FormField("wishes.settings_wanted", .checks(words(Wishes.Setting.self), none: nil)) {
          $0.wishes.settingsWanted.map(\.rawValue)
        },
        .one("wishes.place_weight", .number(example: "0.3")) {
          $0.wishes.placeWeight == Wishes().placeWeight ? nil : number($0.wishes.placeWeight)
        },
        .one("wishes.standing", .number(example: "0.5")) { $0.wishes.standing.map(number) },
        FormField("wishes.must_have", .list(example: "1553140C0")) { $0.wishes.mustHave },
        FormField("wishes.refused", .list(example: "1490140C0")) { $0.wishes.refused },
        FormField("current_list", .list(example: "1553140C0 gold, 1261140C0")) {
          $0.currentList.map {
            $0.signal == .none ? $0.program : "\($0.program) \($0.signal.rawValue)"
          }
        },
        FormField("program_utilities", .list(example: "1553140C0 0.9")) {
          $0.programUtilities.sorted { $0.key < $1.key }.map { "\($0.key) \(number($0.value))" }
        },
      ])
    ])

  private static let limits = FormStep(
    id: "limits", title: "Money, time, and what the list is for",
    introduction: "You can play with these beside the answer too.",
    groups: [
      .init(fields: [
        .one("limits.budget", .number(example: "900")) { text($0.limits.budget) },
        .one("limits.applications", .number(example: "60")) { text($0.limits.applications) },
        .one("limits.interviews", .number(example: "14")) { text($0.limits.interviews) },
        .one("limits.point_worth", .number(example: "500")) { text($0.limits.pointWorth) },
        .one("limits.application_time", .number(example: "10")) { text($0.limits.applicationTime) },
        .one("limits.fee_assistance", .yesNo) { $0.limits.feeAssistance ? "yes" : nil },
        .one("fees.service", .choice(words(OwnFees.Service.self))) { $0.fees.service?.rawValue },
        .one("fees.through", .number(example: "30")) { text($0.fees.through) },
        .one("fees.each", .number(example: "11")) { text($0.fees.each) },
        .one("fees.flat", .number(example: "99")) { text($0.fees.flat) },
        .one("fees.beyond", .number(example: "30")) { text($0.fees.beyond) },
        .one("aim", .text) { $0.aim.mix.map(number) ?? "balanced" },
      ])
    ])

  private static let ordinals = ["First", "Second", "Third"]

  private static func target(_ applicant: Applicant, _ row: Int) -> TargetSpecialty? {
    applicant.specialties.indices.contains(row) ? applicant.specialties[row] : nil
  }

  private static func specialty(_ row: Int) -> FormField {
    let title = row == 0 ? "Specialty you want most" : "\(ordinals[row]) choice"
    return .one("specialties[\(row)].name", .specialty, title: title) {
      target($0, row)?.specialty.name
    }
  }

  private static func weight(_ row: Int) -> FormField {
    .one(
      "specialties[\(row)].weight", .number(example: "0.6"),
      title: "\(ordinals[row]) choice: preference"
    ) { target($0, row).flatMap { $0.weight == 1 ? nil : number($0.weight) } }
  }

  private static func tracks(_ row: Int) -> FormField {
    FormField(
      "specialties[\(row)].tracks", .checks(words(Program.Track.self), none: nil),
      title: "\(ordinals[row]) choice: tracks"
    ) { applicant in
      let usual = TargetSpecialty(specialty: Specialty("")).tracks
      return target(applicant, row).map { $0.tracks == usual ? [] : $0.tracks.map(\.rawValue) }
        ?? []
    }
  }

  private static func rotation(_ row: Int) -> [FormField] {
    @Sendable func rotation(_ applicant: Applicant) -> Rotation? {
      let all = applicant.rotations ?? []
      return all.indices.contains(row) ? all[row] : nil
    }
    let start = "Rotation \(row + 1)"
    return [
      .one("rotations[\(row)].kind", .choice(words(Rotation.Kind.self)), title: "\(start): kind") {
        rotation($0)?.kind.rawValue
      },
      .one("rotations[\(row)].program", .text, title: "\(start): program code") {
        rotation($0)?.program
      },
      .one("rotations[\(row)].specialty", .specialty, title: "\(start): specialty") {
        rotation($0)?.specialty?.name
      },
      .one("rotations[\(row)].grade", .choice(grades), title: "\(start): grade") {
        rotation($0)?.grade?.rawValue
      },
    ]
  }

  private static let types = [
    FormField.Option(value: "us-md", label: "US MD"),
    FormField.Option(value: "us-do", label: "US DO"),
    FormField.Option(value: "us-img", label: "US citizen, school abroad"),
    FormField.Option(value: "non-us-img", label: "Other citizen, school abroad"),
  ]

  private static let visas = [
    FormField.Option(value: "none", label: "None needed"),
    FormField.Option(value: "j-1", label: "J-1"),
    FormField.Option(value: "h-1b", label: "H-1B"),
    FormField.Option(value: "any", label: "J-1 or H-1B, either"),
  ]

  private static let grades = Array(words(ClerkshipGrade.self).reversed())

  static func words<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type
  ) -> [FormField.Option] where Word.RawValue == String {
    Word.allCases.map { word in
      let text = word.rawValue
      return FormField.Option(value: text, label: text.prefix(1).uppercased() + text.dropFirst())
    }
  }

  private static func text(_ number: Int?) -> String? { number.map(String.init) }

  private static func yesNo(_ value: Bool?) -> String? { value.map { $0 ? "yes" : "no" } }

  static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
