import MatchFacts

/// Checks between fields: what cannot be true together stops the file, what seldom is gets a
/// warning.
extension NodeDecoder {
  mutating func checkConsistency(of applicant: Applicant) {
    checkExams(applicant)
    checkPerson(applicant)
    checkRecord(applicant)
    checkTargets(applicant)
    checkList(applicant)
  }

  private mutating func checkExams(_ applicant: Applicant) {
    if let since = rules.step1PassFailSince, let step1 = applicant.step1 {
      checkPassFail(
        step1, since: since, field: "step1", exam: "Step 1")
    }
    if let since = rules.level1PassFailSince, let level1 = applicant.comlexLevel1 {
      checkPassFail(
        level1, since: since, field: "comlex_level1", exam: "COMLEX Level 1")
    }
    if let first = applicant.step1?.date, let second = applicant.step2CK?.date, second < first {
      warn(
        .implausible, "step2ck.date", value: second.description,
        "Step 2 CK was taken before Step 1 (\(first)), which is rare",
        remedy: "check that the two dates are not exchanged")
    }
    if let first = applicant.comlexLevel1?.date, let second = applicant.comlexLevel2?.date,
      second < first
    {
      warn(
        .implausible, "comlex_level2.date", value: second.description,
        "COMLEX Level 2 was taken before Level 1 (\(first)), which is rare",
        remedy: "check that the two dates are not exchanged")
    }
    if applicant.type != .usDO {
      for (field, isThere) in [
        ("comlex_level1", applicant.comlexLevel1 != nil),
        ("comlex_level2", applicant.comlexLevel2 != nil),
      ] where isThere {
        report(
          .contradiction, field,
          "COMLEX is an exam for DO students, and this file says \(applicant.type.rawValue)",
          remedy: "write `type: us-do`, or remove the COMLEX lines")
      }
    }
  }

  private mutating func checkPassFail(
    _ result: ExamResult, since: CalendarDate, field: String, exam: String
  ) {
    guard let date = result.date else { return }
    if let score = result.score, date >= since {
      report(
        .contradiction, "\(field).score", value: String(score),
        "\(exam) on \(date) has no three-digit score: it is pass or fail since \(since)",
        remedy: "write `score: pass`, or correct the date")
    }
    if result.outcome == .passed, date < since {
      warn(
        .implausible, "\(field).score",
        "\(exam) on \(date) was still scored, and programs see the number",
        remedy: "give the score if you have it: programs will compare it")
    }
  }

  private mutating func checkPerson(_ applicant: Applicant) {
    // A file that names its season stays true when it is read again years later.
    let now = applicant.season ?? rules.asOf.year
    if let season = applicant.season, season < rules.asOf.year {
      warn(
        .implausible, "season", value: String(season), "the \(season) Match is over",
        remedy: "write the year you apply for, or remove the line for the next Match")
    }
    if let isSenior = applicant.isSenior, let year = applicant.graduationYear {
      if isSenior, year < now {
        report(
          .contradiction, "graduation_year", value: String(year),
          "a senior has not graduated yet, and \(year) is before \(now)",
          remedy: "write `senior: no`, or correct the year")
      }
      if !isSenior, year > now {
        report(
          .contradiction, "graduation_year", value: String(year),
          "a graduate has graduated, and \(year) is after \(now)",
          remedy: "write `senior: yes`, or correct the year")
      }
    }
    if applicant.type == .usIMG, let visa = applicant.visa, visa != .none {
      warn(
        .implausible, "visa", value: visa.rawValue,
        "us-img means a US citizen, who needs no visa",
        remedy: "write `type: non-us-img` if you are not a US citizen")
    }
    if !applicant.type.isInternationalGraduate, applicant.usClinicalMonths != nil {
      warn(
        .implausible, "us_clinical_months",
        "US clinical experience is counted for international graduates only",
        remedy: "remove the line; rotations go under `rotations`")
    }
    if applicant.type != .usMD, applicant.experiences.alphaOmegaAlpha == true {
      warn(
        .implausible, "experiences.alpha_omega_alpha",
        "Alpha Omega Alpha elects members at MD schools in the United States and Canada",
        remedy: "check the line")
    }
    checkCircumstances(applicant)
    if let partner = applicant.partnerFile { checkPartner(partner) }
    if applicant.partnerFile == nil, applicant.coupleWishes != CoupleWishes() {
      warn(
        .contradiction, "couple_wishes", "this counts only for a couple, and no partner is named",
        remedy: "name your partner's file under `couple`")
    }
  }

  private mutating func checkRecord(_ applicant: Applicant) {
    if let all = applicant.letters.count, let some = applicant.letters.inSpecialty, some > all {
      report(
        .contradiction, "letters.in_specialty", value: String(some),
        "\(some) letters come from the specialty, and there are only \(all) in all",
        remedy: "correct one of the two numbers")
    }
    if let flags = applicant.redFlags {
      for (index, flag) in flags.enumerated()
      where flag.kind != .other && flags[..<index].contains(flag) {
        report(
          .duplicate, "red_flags[\(index)]", value: flag.kind.rawValue, "this flag stands twice",
          remedy: "keep one of them")
      }
    }
  }

  private mutating func checkTargets(_ applicant: Applicant) {
    for (index, target) in applicant.specialties.enumerated() {
      if applicant.specialties[..<index].contains(where: { $0.specialty == target.specialty }) {
        report(
          .duplicate, "specialties[\(index)]", value: target.specialty.name,
          "\(target.specialty.name) is named twice", remedy: "keep one of the two")
      }
    }
    if let most = applicant.specialties.map(\.weight).max(), most <= 0 {
      report(
        .contradiction, "specialties", "every specialty has the weight 0",
        remedy: "give the one you want most the weight 1")
    }
    let wishes = applicant.wishes
    for (index, state) in wishes.statesRefused.enumerated()
    where wishes.statesWanted.contains(state) {
      report(
        .contradiction, "wishes.states_refused[\(index)]", value: state,
        "\(state) is both wanted and refused", remedy: "keep it in one of the two lists")
    }
    for (index, code) in wishes.refused.enumerated() where wishes.mustHave.contains(code) {
      report(
        .contradiction, "wishes.refused[\(index)]", value: code,
        "program \(code) is both must-have and refused", remedy: "keep it in one of the two lists")
    }
    if let most = applicant.limits.applications, wishes.mustHave.count > most {
      report(
        .contradiction, "limits.applications", value: String(most),
        "\(wishes.mustHave.count) programs are must-have, and at most \(most) may be applied to",
        remedy: "raise the limit, or shorten `wishes.must_have`")
    }
  }

  private mutating func checkList(_ applicant: Applicant) {
    let list = applicant.currentList
    for (index, entry) in list.enumerated() {
      if list[..<index].contains(where: { $0.program == entry.program }) {
        report(
          .duplicate, "current_list[\(index)]", value: entry.program,
          "program \(entry.program) is listed twice", remedy: "keep one of the two")
      }
      if applicant.wishes.refused.contains(entry.program) {
        warn(
          .contradiction, "current_list[\(index)]", value: entry.program,
          "program \(entry.program) is on the list and refused",
          remedy: "remove it from one of the two")
      }
    }
  }
}
