extension SeasonEffects {
  /// Where the shared effects come from; written into the parameter file beside them.
  package static let sources: [String: String] = [
    "strengthLoading":
      "fitted by hand to the spread of contiguous ranks of non-US IMGs (Charting Outcomes 2026) "
      + "and the shape of the fitted score bands",
    "slopeDO": "assumption: DO programs read COMLEX too",
    "slopeIMG":
      "matched and unmatched non-US IMGs lie 5-7 points apart, US MDs 8-15 (Charting Outcomes)",
    "tasteDO": "spread of DO against MD interview rates over programs 2024-25, in round numbers",
    "tasteIMG": "spread of IMG against MD interview rates over programs 2024-25, in round numbers",
    "attitudeShares": "the article's 20/50/30 % as prior",
    "attitudeByWeight": "assumption: heavier specialties have more score-obsessed programs",
    "attitudeSlopes": "fitted by hand to the shape of the fitted score bands",
    "attitudeFloors": "fitted by hand to the shape of the fitted score bands",
    "attitudeWidths": "assumption: hard, soft and a minimum",
    "standing.unit":
      "standard deviation of the standing index over neurology programs (4.63, "
      + "standing_moments_neurology_2026) times 0.90 points (standing_index)",
    "standing.largest":
      "assumption: the far ends of specialties whose programs differ more are not extrapolated to",
    "standing.meritScore, meritStrength":
      "half score and half unseen strength, the two correlated 0.33, in the form of independent parts",
    "standing.pull, curve": "fitted to applicants by type and quarter of standing, neurology 2026",
    "standing.pullOfMerit":
      "fitted to the shift of the Step 2 CK of invited US MDs over quarters of standing, neurology 2026",
    "standing.liking": "fitted to the share of applicants who signaled by quarter, neurology 2026",
    "standing.likingOfMerit":
      "assumption: as in applications it would be 0.78 (their luck has a standard deviation of 1.28); "
      + "the bend of signals over quarters, neurology 2026, asks for less",
    "standing.pullOfSize":
      "fitted to how the interview rates of US MDs change with positions, programs' rates 2024-25",
    "standing.attitudes":
      "assumption: brand-name places and wanted cities screen hard (the article, section 7)",
    "standing.failed":
      "types: assumption in the order of first takers' pass rates; level fitted to the share of "
      + "applicants who ever failed, neurology 2026",
    "standing.failedByMerit":
      "fitted to the share of applicants who ever failed by quarter, neurology 2026",
    "standing.failedAttempt, failedAttemptByStanding":
      "fitted to the percents invited of those who ever and never failed by quarter, neurology 2026",
    "openness":
      "ridge of programs' interview rates by type beside US MD's; its index coefficient moved to the "
      + "rates by type and quarter, neurology 2026",
    "homeTaste": "assumption",
    "homeApplications": "assumption: programs in the own state are applied to more often",
    "mutualFit": "assumption: by it a part of the raw contrast of signals is self-selection",
    "homeShare": "assumption: most schools have a program in the large specialties",
    "homeProgram": "the odds' value and source (homeProgram in calibration.json)",
    "awayRotation": "the odds' value and source (awayRotation in calibration.json)",
    "awayRotations": "assumption: one on average",
    "rotationTaste": "assumption: who rotated at a program tends to signal and rank it",
    "rankScore": "fitted by hand to the shape of the fitted score bands",
    "rankStrength": "fitted by hand to the shape of the fitted score bands",
    "rankSignal": "assumption",
    "interviewCap": "assumption: about twenty can be attended",
    "dualApplications": "assumption",
    "dualScale": "fitted to the national match rates less surgical preliminary years",
    "couples": "NRMP 2026 press release: 1,258 couples",
    "coupleTogether": "assumption",
    "priorTraining": "assumption",
    "usIMGDistance": "fitted to the national match rate of US IMGs",
    "graduateDistance": "fitted to the national match rate of US MD graduates",
    "doGraduateDistance": "fitted to the national match rate of US DO graduates",
  ]
}
