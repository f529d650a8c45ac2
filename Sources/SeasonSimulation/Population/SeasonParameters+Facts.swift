public import MatchFacts
import SmartPickNumerics

extension SeasonParameters {
  private static let transitional = "Transitional Year"
  /// Of a specialty that the table of specialties lacks.
  private static let middlingWeight = 3

  /// The season before any fit: applicants, scores, applications and rules from the facts, and
  /// effects at their priors (``SeasonPriors``).
  ///
  /// Every specialty of the directory takes part; what is not published for one is taken from the
  /// pooled ratios of the others, and its `source` says so.
  public init(
    facts: MatchFacts, directory: [Program], published: PublishedCounts, signalSeason: Int
  ) throws(FactsError) {
    let capacities = try facts.interviewsPerPosition()
    let signalRules = try facts.signalRules()
    let rates = try facts.interviewRates()
    let priors = published.priors
    var fields: [String: Field] = [:]
    let specialties = Set(directory.map(\.specialty)).sorted()
    for specialty in specialties {
      let name = specialty.name
      let capacity = capacities.capacity(for: specialty)
      let rule = signalRules.rule(for: specialty, season: signalSeason)?.rule
      let reference = published.scores[name]?[.usMD]?.mean ?? priors[.scoreMean]
      fields[name] = Field(
        positions: published.totals[name]?.positions,
        interviewsPerPosition: capacity.map {
          ($0.interviewsPerPositionMean + $0.interviewsPerPositionMedian) / 2
        } ?? priors[.interviewsPerPosition],
        singleSignals: rule?.single ?? 0, silverSignals: rule?.silver ?? 0,
        goldSignals: rule?.gold ?? 0, singleEffect: priors[.signalEffectSingle],
        silverEffect: priors[.signalEffectSilver], goldEffect: priors[.signalEffectGold],
        inState: priors[.inStateEffect], referenceScore: reference.rounded(),
        scoreSlope: priors[.scoreSlope],
        scoreWeight: facts.specialties.info(specialty)?.scoreWeight ?? Self.middlingWeight,
        rankFloor: priors[.rankFloor], dualInflow: [:], cells: [:],
        source: capacity == nil
          ? "pooled over specialties" : "ERAS export 2021: interviews per position")
    }
    self.init(
      origin: "facts, before the fit", effects: SeasonEffects(), fields: fields)
    addCounts(published, specialties: specialties.map(\.name))
    addApplications(capacities, specialties: specialties, priors: priors)
    addOffsets(rates, specialties: specialties, priors: priors)
    addDuals(published)
  }

  /// Applicants by specialty and group.
  private mutating func addCounts(_ published: PublishedCounts, specialties: [String]) {
    let priors = published.priors
    var counts: [String: [SeasonGroup: (Double, String)]] = [:]
    for group in [SeasonGroup.usMD, .usDO, .nonUSIMG] {
      var own: [String: (Double, String)] = [:]
      for name in specialties {
        if let rates = published.rates[name]?[group], !rates.isEmpty {
          // Where two years are published, the mean of the two: positions are of the later one.
          own[name] = (
            rates.reduce(0) { $0 + $1.total } / Double(rates.count),
            rates.map(\.source).joined(separator: " and ")
          )
        } else if let any = published.rankingAnywhere[name]?[group], any > 0 {
          let share =
            priors[name == Self.transitional ? .firstChoiceShareTransitional : .firstChoiceShare]
          own[name] = (any * share, "Main Match 2025, ranking anywhere, times a pooled share")
        }
      }
      // Charting Outcomes counts those who consented; scale to all active applicants.
      let isTransitional = own[Self.transitional]?.0 ?? 0
      // Sums run in a fixed order: a dictionary's own would change the last digits.
      let sum = own.keys.sorted().reduce(0) { $0 + (own[$1]?.0 ?? 0) } - isTransitional
      let scale = group == .nonUSIMG ? 1 : (published.active[group] ?? sum) / max(sum, 1)
      for (name, value) in own where value.0 > 0 {
        counts[name, default: [:]][group] = (
          name == Self.transitional ? value.0 : value.0 * scale, value.1
        )
      }
    }
    for name in specialties {
      let here = counts[name] ?? [:]
      let known = SeasonGroup.allCases.reduce(0) { $0 + (here[$1]?.0 ?? 0) }
      let nonUS = here[.nonUSIMG]?.0 ?? 0
      let any = published.rankingAnywhere[name]
      var rest = max((published.totals[name]?.applicants ?? 0) - known, 0)
      if published.totals[name] == nil { rest = known * priors[.restShare] }
      var usIMG = priors[.restUSIMGShare] * rest
      if let usAny = any?[.usIMG] {
        var ratio = priors[.firstChoiceShareIMG]
        if let nonUSAny = any?[.nonUSIMG], nonUSAny > 20 { ratio = min(nonUS / nonUSAny, 1) }
        usIMG = min(priors[.restUSIMGLimit] * rest, usAny * ratio)
      }
      let graduates = max(rest - usIMG, 0)
      let source = "applicants of all types less seniors and non-US IMGs; the split is inferred"
      counts[name, default: [:]][.usIMG] = (usIMG, source)
      for group in [SeasonGroup.usMDGraduate, .usDOGraduate] {
        counts[name, default: [:]][group] = (graduates * priors[.graduateShare, group], source)
      }
    }
    for name in specialties {
      guard var field = fields[name] else { continue }
      let md = published.scores[name]?[.usMD]
      let mean = md?.mean ?? priors[.scoreMean]
      for (group, count) in counts[name] ?? [:] where count.0 >= 0.5 {
        let scores: (Double, Double)
        if let own = published.scores[name]?[group] {
          scores = (own.mean, own.deviation)
        } else {
          scores = (mean - priors[.scoreGap, group], priors[.scoreDeviation])
        }
        field.cells[group.name] = Cell(
          applicants: count.0, poolRatio: priors[.startingPool, group], scoreMean: scores.0,
          scoreDeviation: scores.1, applications: priors[.applications], interviewOffset: 0,
          rankOffset: 0, dualShare: 0, source: count.1)
      }
      fields[name] = field
    }
  }

  /// Applications per applicant: the specialty's total, split by the types' published means.
  private mutating func addApplications(
    _ capacities: InterviewsPerPosition, specialties: [Specialty], priors: SeasonPriors
  ) {
    for specialty in specialties {
      guard var field = fields[specialty.name] else { continue }
      var weighted = 0.0
      for group in SeasonGroup.allCases {
        guard let cell = field.cells[group.name] else { continue }
        weighted += cell.applicants * cell.poolRatio * priors[.applicationFactor, group]
      }
      var base = priors[.applications]
      if let capacity = capacities.capacity(for: specialty), weighted > 0 {
        base =
          priors[.applicationsSince2021] * capacity.applicationsMean * Double(capacity.programs)
          / weighted
      }
      base = min(max(base, priors[.applicationsLeast]), priors[.applicationsMost])
      for name in field.cells.keys {
        let factor = SeasonGroup(name: name).map { priors[.applicationFactor, $0] } ?? 1
        field.cells[name]?.applications = base * factor
      }
      fields[specialty.name] = field
    }
  }

  /// First guesses of the types' offsets from the interview rates, which the fit then moves.
  private mutating func addOffsets(
    _ rates: InterviewRates, specialties: [Specialty], priors: SeasonPriors
  ) {
    for specialty in specialties {
      guard var field = fields[specialty.name] else { continue }
      for group in SeasonGroup.allCases {
        var offset = priors[.invitationOffset, group]
        if group == .usDO || group == .usIMG || group == .nonUSIMG,
          let own = rates.rate(for: specialty, InterviewRate.Column(group.type)),
          let md = rates.rate(for: specialty, .usMD)
        {
          offset = logit(max(own.mean, priors[.lowestRate])) - logit(md.mean)
        }
        field.cells[group.name]?.interviewOffset = offset
        field.cells[group.name]?.rankOffset = offset * priors[.rankOffsetShare]
      }
      fields[specialty.name] = field
    }
  }

  /// Second specialties: those who rank a specialty anywhere less those who prefer it.
  private mutating func addDuals(_ published: PublishedCounts) {
    let priors = published.priors
    var inflow: [SeasonGroup: Double] = [:]
    var people: [SeasonGroup: Double] = [:]
    for name in fields.keys.sorted() where name != Self.transitional {
      for group in SeasonGroup.allCases {
        guard let cell = fields[name]?.cells[group.name] else { continue }
        people[group, default: 0] += cell.applicants
        var extra = priors[.secondChoiceShare] * cell.applicants
        // A count below those who prefer it covers the first-year positions only: not used.
        if let any = published.rankingAnywhere[name]?[group], any >= 0.9 * cell.applicants {
          extra = max(any - cell.applicants, priors[.secondChoiceLeast] * cell.applicants)
        }
        fields[name]?.dualInflow[group.name] = extra
        inflow[group, default: 0] += extra
      }
    }
    for name in fields.keys.sorted() where name != Self.transitional {
      for group in SeasonGroup.allCases where fields[name]?.cells[group.name] != nil {
        let share = (inflow[group] ?? 0) / max(people[group] ?? 1, 1)
        let rate = published.rates[name]?[group]?.first?.value ?? priors[.expectedRate]
        // Those who fear for their first choice are the ones who add a second.
        let factor = priors[.secondChoiceBase] + priors[.secondChoiceFear] * (1 - rate)
        fields[name]?.cells[group.name]?.dualShare = min(share * factor, priors[.secondChoiceMost])
      }
    }
  }
}
