import ApplicantFile
import MatchFacts
import ScoreReading

/// Says what is known of visas to an applicant who needs one.
struct VisaBuilder: Sendable {
  var applicant: Applicant
  var rules: [VisaRule]
  var papers: [VisaPaper]
  var evidence: [String: H1BEvidence]
  /// The programs that the advice is about.
  var programs: [Program]
  /// How many of them have no figure on visas.
  var unknown: Int

  /// Nil for who needs no visa.
  func advice() -> VisaAdvice? {
    guard let visa = applicant.visa, visa != .none else { return nil }
    var sentences = [truth]
    if visa != .j1 { sentences += h1b }
    if visa != .h1b { sentences += j1 }
    sentences += [entry].compactMap(\.self)
    let shown = visa == .j1 ? [] : shownEvidence
    return VisaAdvice(
      sentences: sentences, evidence: shown,
      evidenceNote: shown.isEmpty
        ? nil
        : checked
          + "Public records of employers, dated as shown. They say that this employer has filed for "
          + "H-1B workers; they say nothing of how a program thinks of applicants from abroad, "
          + "policies have changed since, and a missing record proves nothing. Ask the program.")
  }

  /// How far such records told true where that could be checked.
  private var checked: String {
    papers.first { $0.measure.hasPrefix("programs stating H-1B sponsorship") }.map { paper in
      "Checked in \(paper.specialty.lowercased()) (\(paper.citation.year)), \(paper.measure): "
        + "\(paper.value). "
    } ?? ""
  }

  private var truth: String {
    guard unknown > 0 else {
      return
        "For each of the \(programs.count) programs the figures you brought say whether it sponsors "
        + "your visa."
    }
    let some =
      unknown == programs.count
      ? "none of the \(programs.count) programs of this list has a figure on it here"
      : "\(unknown) of the \(programs.count) programs of this list have no figure on it here"
    return
      "Which visa a program sponsors is published nowhere for all programs: \(some), and for those "
      + (applicant.visa == .h1b
        ? "the chances take it that about one in three sponsors an H-1B. "
        : "the chances take it that they would. ") + "Ask each one before it costs you a fee."
  }

  private func rule(_ area: String, _ name: String) -> VisaRule? {
    rules.first { $0.area == area && $0.rule == name }
  }

  private func year(_ rule: VisaRule) -> String { "\(rule.citation.title), \(rule.citation.year)" }

  private var h1b: [String] {
    var texts: [String] = []
    if let payment = rule("H-1B", "payment for a new petition") {
      let note = payment.note.map { ", \($0)" } ?? ""
      let scope =
        rule("H-1B", "scope").map { "; it is about \($0.value), \($0.note ?? "mainly")" } ?? ""
      texts.append(
        "An H-1B petition costs the hospital a payment of \(Self.dollars(payment.value))"
          + "\(note)\(scope) (\(year(payment))). Rules of this kind change: read the official notice."
      )
    }
    if let pausing = rule("H-1B", "programs pausing or limiting") {
      texts.append("\(pausing.value) pause or limit H-1B for it (\(year(pausing))).")
    }
    if let accepting = papers.first(where: { $0.measure.hasPrefix("of those: J-1 only") }) {
      texts.append(
        "In internal medicine, of the programs that said they take visas, J-1 only / J-1 and H-1B: "
          + "\(accepting.value) (\(accepting.citation.year)).")
    }
    let step3 = applicant.step3?.isPassed == true
    texts.append(
      step3
        ? "You have passed Step 3, which an H-1B needs; say so at the head of the application."
        : "An H-1B needs Step 3 before training starts, and your file names none passed: without it "
          + "programs that would sponsor cannot.")
    return texts
  }

  private var j1: [String] {
    guard let sponsor = rule("J-1", "sponsor") else { return [] }
    var parts = ["A J-1 is sponsored by \(sponsor.value), not by the program"]
    if let need = rule("J-1", "Statement of Need") {
      parts.append("a statement of need from your own country's health ministry is \(need.value)")
    }
    if let home = rule("J-1", "home residence") {
      parts.append("after training it asks for \(home.value) at home, or a waiver")
    }
    if let longest = rule("J-1", "maximum duration") {
      parts.append("it lasts at most \(longest.value)")
    }
    return [parts.joined(separator: "; ") + " (\(year(sponsor)))."]
  }

  private var entry: String? {
    guard let rule = rule("entry suspension", "full") else { return nil }
    return
      "Entry from some countries is suspended in full or in part, by nationality and visa "
      + "(\(rule.citation.year)); it changes: \(rule.citation.url)"
  }

  private static func dollars(_ text: String) -> String {
    guard let amount = text.split(separator: " ").first.flatMap({ Int($0) }) else { return text }
    return Format.dollars(amount)
  }

  private var shownEvidence: [VisaAdvice.Evidence] {
    let order = H1BEvidence.Kind.allCases
    let rows = programs.compactMap { program in
      evidence[program.institution].map { (program, $0) }
    }.filter { [.residents, .trainees, .hospital, .fewOfHospital].contains($0.1.kind) }
    return rows.sorted { a, b in
      let first = order.firstIndex(of: a.1.kind) ?? 0
      let second = order.firstIndex(of: b.1.kind) ?? 0
      return (first, -a.1.residentApplications, a.0.code)
        < (second, -b.1.residentApplications, b.0.code)
    }.map { program, record in
      VisaAdvice.Evidence(
        code: program.code, institution: program.institution, text: Self.text(record))
    }
  }

  private static func text(_ record: H1BEvidence) -> String {
    switch record.kind {
    case .residents:
      return
        (record.residentApplications == 1
        ? "1 labor application" : "\(record.residentApplications) labor applications")
        + " naming residents, January to March 2025"
    case .trainees: return "labor applications at a trainee's pay, January to March 2025"
    case .hospital, .fewOfHospital, .university, .noneNew:
      return "\(record.newApprovals) new H-1B approvals, staff of any kind, 2019 to 2023"
    }
  }
}
