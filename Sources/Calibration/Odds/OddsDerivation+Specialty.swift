import MatchFacts
import MatchOdds
import SeasonSimulation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension OddsDerivation {
  /// The coefficients of one specialty: the first stage from thresholds and the season's effects,
  /// then the second stage and what imported rates are compared with.
  func coefficients(
    _ index: Int, _ name: String, field: SeasonParameters.Field, interviews: InterviewSample,
    bars: (beside: BarSlopes, alone: BarSlopes), base: SpecialtyCoefficients
  ) -> SpecialtyCoefficients {
    var own = base
    let effects = simulator.parameters.effects
    let isPublished = targets.interviewRates[name] != nil
    let how =
      isPublished
      ? "thresholds at which simulated interviews are held; fitted to the interview rates"
      : "thresholds at which simulated interviews are held; interview rates are not published"
    own.interviewLevel = Coefficient(
      -interviews.specialtyThresholds[index], standardDeviation: isPublished ? 0.25 : 0.45,
      basis: .fitted, source: how)
    for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
      let cell = field.cells[group.name]
      let known = isPublished || (group == .nonUSIMG && targets.ranks[name] != nil)
      own.typeOffsets[group.name] = Coefficient(
        group == .usMD ? 0 : cell?.interviewOffset ?? pooledOffset(group),
        standardDeviation: group == .usMD ? 0 : known ? 0.25 : 0.5, basis: .fitted,
        source: known
          ? "interview rates by type and contiguous ranks" : "pooled over specialties")
      own.programSpread[group.name] = spread(index, name, group, interviews: interviews)
    }
    own.referenceScore = Coefficient(
      field.referenceScore, standardDeviation: 1.5, basis: .published,
      source: "mean Step 2 CK of US MD applicants, Charting Outcomes 2024 and score bands 2020-2024"
    )
    let factor = meanSlopeFactor(field.scoreWeight)
    own.scoreSlope = Coefficient(
      field.scoreSlope * factor, standardDeviation: 0.25 * field.scoreSlope, basis: .fitted,
      source: "slope of the match rate over score bands 2020-2024, partially pooled")
    // Only in neurology are there figures by standing to fit it to. The slopes that the season gives
    // elsewhere follow quotas and pools that nothing checks (some even fall), so its own stands for
    // all: a point of standing means the same, and how many points lie between programs is the
    // standing index's own slope of the specialty.
    let measured = targets.standing?.specialty ?? name
    // Beside the features the line is steeper than what one meets from quarter to quarter, where it
    // flattens: the truth is taken to lie between the two readings.
    let beside = bars.beside.slope(of: measured)
    let alone = bars.alone.slope(of: measured)
    let bar = (
      value: (beside.value + alone.value) / 2,
      deviation: max(beside.deviation, abs(beside.value - alone.value) / 2)
    )
    let isOwn = name == measured
    own.standing = Coefficient(
      bar.value,
      standardDeviation: (bar.deviation * bar.deviation
        + square((isOwn ? 0.25 : 0.5) * bar.value)).squareRoot(),
      basis: isOwn ? .fitted : .assumption,
      source: isOwn
        ? "rise of simulated thresholds with standing, fitted to figures by quarter of 2026"
        : "that of \(measured), of which figures by standing are published")
    own.strengthLoading = Coefficient(
      effects.strengthLoading, standardDeviation: 0.25, basis: .fitted,
      source: "spread of contiguous ranks, Charting Outcomes 2026, pooled")
    own.signals = [:]
    let prior =
      "contrast of interview rates, at most half way from the largest adjusted odds ratio (9) to the raw one"
    if field.singleSignals > 0 {
      own.signals["single"] = Coefficient(
        field.singleEffect, standardDeviation: 0.35, basis: .fitted, source: prior)
    }
    if field.silverSignals > 0 {
      own.signals["silver"] = Coefficient(
        field.silverEffect, standardDeviation: 0.35, basis: .fitted, source: prior)
    }
    if field.goldSignals > 0 {
      own.signals["gold"] = Coefficient(
        field.goldEffect, standardDeviation: 0.4, basis: .fitted, source: prior)
    }
    own.inState = Coefficient(
      field.inState, standardDeviation: 0.3, basis: .fitted,
      source:
        "contrast of interview rates, at most half way from the largest adjusted odds ratio (5.1) to the raw one"
    )
    own.scoreWeight = field.scoreWeight
    own.usualApplications = [:]
    for group in [SeasonGroup.usMD, .usDO, .usIMG, .nonUSIMG] {
      guard let usual = field.cells[group.name]?.applications else { continue }
      own.usualApplications[group.name] = Coefficient(
        usual, standardDeviation: 0.3 * usual, basis: .published,
        source: "applications for an applicant, ERAS statistics, as the season takes them")
    }
    addSecondStage(&own, index, name, interviews: interviews)
    addReferences(&own, name)
    return own
  }

  private func square(_ x: Double) -> Double { x * x }

  private func meanSlopeFactor(_ weight: Int) -> Double {
    let effects = simulator.parameters.effects
    var sum = 0.0
    var total = 0.0
    for k in effects.attitudeShares.indices {
      let share = effects.attitudeShares[k] * exp(effects.attitudeByWeight[k] * Double(weight - 3))
      sum += share * effects.attitudeSlopes[k]
      total += share
    }
    return total > 0 ? sum / total : 1
  }

  private func pooledOffset(_ group: SeasonGroup) -> Double {
    var values = simulator.parameters.fields.values.compactMap {
      $0.cells[group.name]?.interviewOffset
    }
    values.sort()
    return values.isEmpty ? -1 : values[values.count / 2]
  }
}
