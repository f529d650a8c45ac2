import ApplicantFile
import MatchFacts
import SmartPickNumerics

/// Applies the expert rules to one file and one specialty.
///
/// Programs of one attitude differ among themselves: their concern is taken as logistic around the
/// rules' points, so a share of them reads a blip, a share a signal and a share a problem.
struct ReadingModel: Sendable {
  var rules: ReadingRules
  /// The exams that are read.
  var pair: ExamPair

  /// The reading of a file with these features.
  func reading(
    of features: FileFeatures, in specialty: Specialty, weight: SpecialtyWeight
  ) -> Reading {
    let mix = attitudeMix(level: weight.level)
    let attitudes = zip(rules.attitudes, mix).map { attitude, share in
      Reading.Attitude(
        name: attitude.name, share: share,
        shares: shares(concern: concern(features, attitude, level: weight.level)))
    }
    let overall = mixture(attitudes)
    let levers = levers(for: features, level: weight.level, now: overall)
    return Reading(
      specialty: specialty,
      weight: weight,
      shares: overall,
      attitudes: attitudes,
      findings: findings(features, mix: mix, level: weight.level),
      interpretations: interpretations(features),
      levers: levers,
      sentence: sentence(
        overall.whole, verdict: overall.verdict, specialty: specialty, isDrop: isDrop(features),
        fileConcern: fileConcern(features, mix: mix, level: weight.level)),
      isAboutDrop: isDrop(features),
      fileConcern: fileConcern(features, mix: mix, level: weight.level))
  }

  private func attitudeMix(level: Int) -> [Double] {
    rules.attitudeShares[level] ?? rules.attitudes.map { _ in 1 / Double(rules.attitudes.count) }
  }

  private func multiplier(
    _ kind: ReadingRules.Rule.Kind, _ attitude: ReadingRules.Attitude, level: Int
  ) -> Double {
    switch kind {
    case .score: attitude.score * (rules.levelFactor[level] ?? 1)
    case .file: attitude.file
    }
  }

  private func concern(
    _ features: FileFeatures, _ attitude: ReadingRules.Attitude, level: Int
  ) -> Double {
    let concern = rules.rules.reduce(rules.base) { sum, rule in
      sum + rule.points(in: features) * multiplier(rule.kind, attitude, level: level)
    }
    // One verdict, led by the worse of reading and standing.
    return features[.standsBelow] == 1 ? max(concern, rules.thresholds.standingBelow) : concern
  }

  private func shares(concern: Double) -> Reading.Shares {
    let limits = rules.thresholds
    let problem = logistic((concern - limits.problem) / limits.spread)
    let signalOrWorse = logistic((concern - limits.signal) / limits.spread)
    return Reading.Shares(
      blip: 1 - signalOrWorse, signal: signalOrWorse - problem, problem: problem)
  }

  private func mixture(_ attitudes: [Reading.Attitude]) -> Reading.Shares {
    var sum = Reading.Shares(blip: 0, signal: 0, problem: 0)
    for attitude in attitudes {
      sum.blip += attitude.share * attitude.shares.blip
      sum.signal += attitude.share * attitude.shares.signal
      sum.problem += attitude.share * attitude.shares.problem
    }
    return sum
  }

  private func overallShares(_ features: FileFeatures, level: Int) -> Reading.Shares {
    mixture(
      zip(rules.attitudes, attitudeMix(level: level)).map { attitude, share in
        Reading.Attitude(
          name: attitude.name, share: share,
          shares: shares(concern: concern(features, attitude, level: level)))
      })
  }

  /// The gravest point of the file, where the file's points outweigh the score's.
  private func fileConcern(_ features: FileFeatures, mix: [Double], level: Int) -> String? {
    var sums: [ReadingRules.Rule.Kind: Double] = [:]
    var gravest: (text: String, points: Double)?
    for rule in rules.rules {
      let points = averaged(rule, features, mix: mix, level: level)
      guard points > 0 else { continue }
      sums[rule.kind, default: 0] += points
      if rule.kind == .file, points > gravest?.points ?? 0 {
        gravest = (text(of: rule, features), points)
      }
    }
    let file = sums[.file] ?? 0
    var score = sums[.score] ?? 0
    if features[.standsBelow] == 1 {
      score = max(score, rules.thresholds.standingBelow - rules.base - file)
    }
    return file > score ? gravest?.text : nil
  }

  private func averaged(
    _ rule: ReadingRules.Rule, _ features: FileFeatures, mix: [Double], level: Int
  ) -> Double {
    let raw = rule.points(in: features)
    return zip(rules.attitudes, mix).reduce(0) { sum, pair in
      sum + pair.1 * raw * multiplier(rule.kind, pair.0, level: level)
    }
  }

  private func text(of rule: ReadingRules.Rule, _ features: FileFeatures) -> String {
    let feature = rule.condition.feature
    return fill(named(rule.text), with: features[feature])
      .replacing("{flags}", with: features.names[feature] ?? "")
  }

  private func findings(
    _ features: FileFeatures, mix: [Double], level: Int
  ) -> [Reading.Finding] {
    rules.rules.compactMap { rule in
      guard rule.points(in: features) != 0 else { return nil }
      return Reading.Finding(
        rule: rule.id, text: text(of: rule, features),
        points: averaged(rule, features, mix: mix, level: level))
    }
    .sorted { abs($0.points) > abs($1.points) }
  }

  private func interpretations(_ features: FileFeatures) -> [Reading.Interpretation] {
    // They are ways to read a drop: without one there is nothing to interpret.
    guard isDrop(features) else { return [] }
    return rules.interpretations.map { rule in
      var support = rule.base
      var evidenceFor: [String] = []
      var evidenceAgainst: [String] = []
      for evidence in rule.evidence where evidence.condition.holds(in: features) {
        support += evidence.points
        let text = fill(named(evidence.text), with: features[evidence.condition.feature])
        if evidence.points >= 0 { evidenceFor.append(text) } else { evidenceAgainst.append(text) }
      }
      support = min(1, max(0, support))
      return Reading.Interpretation(
        id: rule.id, name: rule.name, support: support,
        verdict: support >= 0.6 ? "supported" : support >= 0.35 ? "possible" : "not supported",
        evidenceFor: evidenceFor, evidenceAgainst: evidenceAgainst)
    }
    .sorted { $0.support > $1.support }
  }

  /// Expected verdict, counting a signal as one and a problem as two.
  private func severity(_ shares: Reading.Shares) -> Double { shares.signal + 2 * shares.problem }

  private func levers(
    for features: FileFeatures, level: Int, now: Reading.Shares
  ) -> [Reading.Lever] {
    rules.levers.compactMap { lever in
      var changed = features
      for (feature, value) in lever.set { changed[feature] = value }
      let shares = overallShares(changed, level: level)
      let gain = 100 * (severity(now) - severity(shares))
      guard gain >= rules.thresholds.leastLever, lever.when.allSatisfy({ $0.holds(in: features) })
      else { return nil }
      return Reading.Lever(
        text: lever.text, shares: shares, gain: gain, isInReach: lever.inReach)
    }
    .sorted { ($0.isInReach ? 0 : 1, -$0.gain) < ($1.isInReach ? 0 : 1, -$1.gain) }
  }

  private func sentence(
    _ shares: Reading.Shares, verdict: Reading.Verdict, specialty: Specialty, isDrop: Bool,
    fileConcern: String?
  ) -> String {
    let subject = fileConcern != nil ? "the file" : isDrop ? "the drop" : "the score"
    let most =
      fileConcern.map { " What weighs most is not the score: \($0.lowercasedStart)." } ?? ""
    return sentence(
      shares, verdict: verdict, specialty: specialty, isDrop: isDrop && fileConcern == nil,
      subject: subject) + most
  }

  private func sentence(
    _ shares: Reading.Shares, verdict: Reading.Verdict, specialty: Specialty, isDrop: Bool,
    subject: String
  ) -> String {
    switch verdict {
    case .blip:
      let share = Format.percent(shares.blip)
      if !isDrop {
        guard shares.isCalm else {
          return
            "\(subject.capitalizedStart) costs you some programs: by our rule \(share) of \(specialty) programs "
            + "read on, and \(Format.about(shares.signal + shares.problem)) hold it against you."
        }
        return
          "Little is held against \(subject): by our rule about \(share) of \(specialty) programs "
          + "read on without a second thought, and \(Format.about(shares.problem)) see a problem."
      }
      return shares.problem < 0.05
        ? "A blip: by our rule about \(share) of \(specialty) programs notice \(subject) and pass "
          + "over it; hardly any see a problem."
        : "Mostly a blip: by our rule about \(share) of \(specialty) programs notice \(subject) "
          + "and pass over it, and \(Format.about(shares.problem)) see a problem."
    case .signal:
      return "A signal: by our rule \(Format.about(shares.signal)) of \(specialty) "
        + "programs let \(subject) move the file down their list, and "
        + "\(Format.about(shares.problem)) see a problem."
    case .problem:
      return "A problem at many programs: by our rule \(Format.about(shares.problem)) of "
        + "\(specialty) programs get nervous at \(subject)\(subject == "the file" ? "" : " with the rest of the file"); "
        + "\(Format.about(shares.blip + shares.signal)) do not."
    }
  }

  private func isDrop(_ features: FileFeatures) -> Bool { (features[.dropPoints] ?? 0) > 0 }

  /// The exams by name, and points as what they are.
  private func named(_ template: String) -> String {
    template
      .replacing("{first}", with: pair.first.displayName)
      .replacing("{second}", with: pair.second.displayName)
      .replacing("{points}", with: pair == .usmle ? "points" : "USMLE points' worth")
  }

  private func fill(_ template: String, with value: Double?) -> String {
    guard let value else { return template }
    return
      template
      .replacing("{value} points", with: Format.points(value, digits: 1))
      .replacing(
        "{value} USMLE points' worth",
        with: Format.number(value, digits: 1) == "1"
          ? "1 USMLE point's worth" : "{value} USMLE points' worth"
      )
      .replacing("{value}", with: Format.number(value, digits: 1))
      .replacing("{ordinal}", with: Format.ordinal(value))
  }
}

extension String {
  fileprivate var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }

  /// The text with a small first letter, unless an abbreviation begins it.
  fileprivate var lowercasedStart: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
