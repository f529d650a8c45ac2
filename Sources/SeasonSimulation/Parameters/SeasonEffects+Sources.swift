extension SeasonEffects {
  /// Where the shared effects come from; written into the parameter file beside them.
  static let sources: [String: String] = [
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
    "sorting": "assumption: a reach, target and safety mix",
    "standing": "assumption: applicants agree on programs as much as they differ",
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
