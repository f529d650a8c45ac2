import MatchFacts

extension Applicant {
  /// The file's sections with what is known, in the order of the file.
  var fileEntries: [FileValue.Entry] {
    let entries: [(String, FileValue?)] = [
      ("format", .integer(format)),
      ("season", .integer(season)),
      ("stage", .word(stage)),
      ("name", .text(name)),
      ("type", .word(type)),
      ("senior", .truth(isSenior)),
      ("graduation_year", .integer(graduationYear)),
      ("visa", .word(visa)),
      ("ecfmg", .word(ecfmg)),
      ("first_year", .word(firstYear)),
      ("earlier_seasons", earlierValue),
      ("school", schoolValue),
      ("step1", step1.flatMap(value)),
      ("step2ck", step2CK.flatMap(value)),
      ("comlex_level1", comlexLevel1.flatMap(value)),
      ("comlex_level2", comlexLevel2.flatMap(value)),
      ("step3", step3.flatMap(value)),
      ("clinical", clinicalValue),
      ("letters", lettersValue),
      ("red_flags", .stated(redFlags?.map(value))),
      ("score_cause", scoreCause.map(value)),
      ("experiences", experiencesValue),
      ("rotations", .stated(rotations?.map(value))),
      ("us_clinical_months", .integer(usClinicalMonths)),
      ("observership_months", .integer(observershipMonths)),
      ("home_programs", .stated(homePrograms?.map { .plain($0) })),
      ("tie_states", .wished(tieStates.map { .plain($0) })),
      ("specialties", .list(specialties.map(value))),
      ("wishes", wishesValue),
      ("limits", limitsValue),
      ("fees", feesValue),
      ("couple", .text(partnerFile)),
      ("couple_wishes", coupleWishesValue),
      ("current_list", .wished(currentList.map(value))),
      ("program_utilities", utilitiesValue),
      ("aim", aimValue),
    ]
    return entries.compactMap { key, value in
      value.map { FileValue.Entry(key: key, value: $0) }
    }
  }

  private var earlierValue: FileValue? {
    .section([
      ("unmatched", .integer(earlierSeasons.unmatched)), ("country", .text(earlierSeasons.country)),
      ("programs", .integer(earlierSeasons.programs)),
    ])
  }

  private var feesValue: FileValue? {
    .section([
      ("service", .word(fees.service)), ("through", .integer(fees.through)),
      ("each", .integer(fees.each)), ("flat", .integer(fees.flat)),
      ("beyond", .integer(fees.beyond)),
    ])
  }

  private var schoolValue: FileValue? {
    .section([
      ("name", .text(school.name)), ("state", .text(school.state)),
      ("top_tier", .truth(school.isTopTier)),
    ])
  }

  private func value(_ exam: ExamResult) -> FileValue? {
    .section([
      ("score", .plain(exam.outcome.fileWord)), ("date", .day(exam.date)),
      ("attempts", .integer(exam.attempts)), ("practice", .integer(exam.practice)),
    ])
  }

  private var clinicalValue: FileValue? {
    .section([
      ("target_clerkship", .word(clinical.targetClerkship)),
      ("other_clerkships", .stated(clinical.otherClerkships?.map { .plain($0.rawValue) })),
      ("shelf", .word(clinical.shelf)), ("comments", .word(clinical.comments)),
    ])
  }

  private var lettersValue: FileValue? {
    .section([
      ("count", .integer(letters.count)), ("in_specialty", .integer(letters.inSpecialty)),
      ("strength", .word(letters.strength)),
    ])
  }

  private func value(_ flag: RedFlag) -> FileValue {
    guard let note = flag.note else { return .plain(flag.kind.rawValue) }
    return .section([
      .init(key: "kind", value: .plain(flag.kind.rawValue)), .init(key: "note", value: .text(note)),
    ])
  }

  private func value(_ cause: ScoreCause) -> FileValue {
    let rest = FileValue.section([
      ("kind", .word(cause.kind)), ("documented", .truth(cause.isDocumented)),
      ("resolved", .truth(cause.isResolved)),
      ("affected_preparation", .truth(cause.affectedPreparation)), ("note", .text(cause.note)),
    ])
    return rest ?? .plain(cause.kind.rawValue)
  }

  private var experiencesValue: FileValue? {
    .section([
      ("publications", .integer(experiences.publications)),
      ("research", .integer(experiences.research)), ("work", .integer(experiences.work)),
      ("volunteer", .integer(experiences.volunteer)),
      ("leadership", .integer(experiences.leadership)),
      ("alpha_omega_alpha", .truth(experiences.alphaOmegaAlpha)),
      ("gold_humanism", .truth(experiences.goldHumanism)),
    ])
  }

  private func value(_ rotation: Rotation) -> FileValue {
    let section = FileValue.section([
      ("kind", .word(rotation.kind)), ("program", rotation.program.map { .plain($0) }),
      ("specialty", .text(rotation.specialty?.name)), ("grade", .word(rotation.grade)),
    ])
    return section ?? .plain(rotation.kind.rawValue)
  }

  private func value(_ target: TargetSpecialty) -> FileValue {
    let plain = TargetSpecialty(specialty: target.specialty)
    guard target != plain else { return .text(target.specialty.name) }
    let weight = target.weight == plain.weight ? nil : FileValue.number(target.weight)
    let tracks =
      target.tracks == plain.tracks
      ? nil : FileValue.list(target.tracks.map { .plain($0.rawValue) })
    return .section([
      ("name", .text(target.specialty.name)), ("weight", weight), ("tracks", tracks),
    ]) ?? .text(target.specialty.name)
  }

  private var wishesValue: FileValue? {
    let usual = Wishes()
    return .section([
      ("states_wanted", .wished(wishes.statesWanted.map { .text($0) })),
      ("states_refused", .wished(wishes.statesRefused.map { .text($0) })),
      ("cities_wanted", .wished(wishes.citiesWanted.map { .text($0) })),
      ("settings_wanted", .wished(wishes.settingsWanted.map { .plain($0.rawValue) })),
      (
        "place_weight",
        wishes.placeWeight == usual.placeWeight ? nil : .number(wishes.placeWeight)
      ),
      ("standing", wishes.standing.map(FileValue.number)),
      ("must_have", .wished(wishes.mustHave.map { .plain($0) })),
      ("refused", .wished(wishes.refused.map { .plain($0) })),
    ])
  }

  private var aimValue: FileValue? {
    switch aim {
    case .balanced: .plain("balanced")
    case .mix(let share): .number(share)
    }
  }

  private var coupleWishesValue: FileValue? {
    .section([
      ("together", coupleWishes.together.map(FileValue.number)),
      ("commute_miles", .integer(coupleWishes.commuteMiles)),
      ("same_state", coupleWishes.sameState.map(FileValue.number)),
      ("own_weight", coupleWishes.ownWeight.map(FileValue.number)),
      ("alone", coupleWishes.alone.map(FileValue.number)),
    ])
  }

  private var limitsValue: FileValue? {
    .section([
      ("budget", .integer(limits.budget)), ("applications", .integer(limits.applications)),
      ("interviews", .integer(limits.interviews)),
      ("point_worth", .integer(limits.pointWorth)),
      ("application_time", .integer(limits.applicationTime)),
      ("fee_assistance", limits.feeAssistance ? .plain("yes") : nil),
    ])
  }

  private func value(_ listed: ListedProgram) -> FileValue {
    guard listed.signal != .none else { return .plain(listed.program) }
    return .section([
      .init(key: "program", value: .plain(listed.program)),
      .init(key: "signal", value: .plain(listed.signal.rawValue)),
    ])
  }

  private var utilitiesValue: FileValue? {
    .section(
      programUtilities.sorted { $0.key < $1.key }.map { ($0.key, FileValue.number($0.value)) })
  }
}

extension ExamResult.Outcome {
  /// The outcome in a word, "failed" for any score that failed.
  public var stateWord: String {
    switch self {
    case .failed: "failed"
    case .scored, .passed, .pending, .notTaken: fileWord
    }
  }

  /// The outcome as a file writes it: digits or a word.
  public var fileWord: String {
    switch self {
    case .scored(let score), .failed(let score?): "\(score)"
    case .passed: "pass"
    case .failed: "fail"
    case .pending: "pending"
    case .notTaken: "not taken"
    }
  }
}
