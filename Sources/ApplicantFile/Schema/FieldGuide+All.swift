extension FieldGuide {
  /// Every field, in the order of the file.
  public static let all: [FieldGuide] = identity + exams + record + targets + practical

  private static let identity: [FieldGuide] = [
    FieldGuide("format", "Layout version", "Version of the file's layout.", accepted: "1"),
    FieldGuide(
      "season", "Match year", "Year of the Match you apply for; without it, the next one.",
      accepted: "a year"),
    FieldGuide(
      "stage", "Where you are in the season",
      "Without it, the season's dates and the day decide; applied once your applications are out.",
      accepted: "preparing, applied, interviewing, ranking, match week, after"),
    FieldGuide(
      "name", "Name", "Any label; never required and never sent anywhere.", accepted: "text"),
    FieldGuide(
      "type", "Degree and citizenship",
      "US MD, US DO, a US citizen at a school abroad, or a citizen of another country abroad.",
      accepted: "us-md, us-do, us-img, non-us-img"),
    FieldGuide(
      "senior", "Still in the final year", "yes in the final year of school, no once graduated.",
      accepted: "yes or no",
      matters: "Published match rates differ between seniors and graduates."),
    FieldGuide(
      "graduation_year", "Year of graduation", "Calendar year of the medical degree.",
      accepted: "a year",
      matters: "Many programs take nobody beyond a number of years since graduation."),
    FieldGuide(
      "visa", "Visa need", "The visa needed to train in the United States.",
      accepted: "none, j-1, h-1b, any",
      matters: "Programs that sponsor no visa, or only one kind, are out from the start."),
    FieldGuide(
      "ecfmg", "ECFMG certificate", "Where you stand with ECFMG (IMGs).",
      accepted: "certified, in progress, not started",
      matters: "No program can take an international graduate without the certificate."),
    FieldGuide(
      "first_year", "First year in the US",
      "A preliminary or transitional year of residency in the United States.",
      accepted: "none, current, completed",
      matters: "Who has done a first year needs no second one."),
    FieldGuide(
      "earlier_seasons", "Earlier seasons", "Seasons that ended without a match.",
      accepted: "unmatched, country, programs"),
    FieldGuide(
      "earlier_seasons.unmatched", "Seasons without a match", "How many of them.",
      accepted: "a number",
      matters: "How many there were decides what programs ask, and what has to be new."),
    FieldGuide(
      "earlier_seasons.country", "Where", "The country in which they were.", accepted: "text",
      matters: "A season elsewhere is not one in the US Match."),
    FieldGuide(
      "earlier_seasons.programs", "Programs applied to", "In the last of them.",
      accepted: "a number",
      matters: "A short list that failed says less against a file than a wide one."),
    FieldGuide(
      "school", "Medical school", "The medical school.", accepted: "name, state, top_tier"),
    FieldGuide("school.name", "School", "Name of the medical school.", accepted: "text"),
    FieldGuide(
      "school.state", "State of the school", "Where a US school stands.",
      accepted: "a two-letter abbreviation",
      matters: "Interview rates in the school's own state are far higher than elsewhere."),
    FieldGuide(
      "school.top_tier", "Top-tier school", "Whether programs know the school as a leading one.",
      accepted: "yes or no", matters: "The school's name opens some doors before scores are read."),
  ]

  private static let exams: [FieldGuide] = [
    FieldGuide(
      "step1", "USMLE Step 1",
      "pass, the three digits of an exam that was still scored, or fail, pending, not taken.",
      accepted: "pass, a score, fail, pending, not taken, or score, date, attempts",
      matters: "Without Step 1 there is no trend to read."),
    FieldGuide(
      "step1.score", "Step 1 score", "pass, three digits, or fail, pending, not taken.",
      accepted: "pass, a number, fail, pending, not taken"),
    FieldGuide(
      "step1.date", "Step 1 date", "Day of the last attempt.", accepted: "2021-06-14",
      matters: "The date says which year's norms the score stands against."),
    FieldGuide(
      "step1.attempts", "Step 1 attempts", "1 when passed at the first attempt.",
      accepted: "a number from 1 to 12",
      matters: "A failed attempt is a hard stop at many programs."),
    FieldGuide(
      "step2ck", "USMLE Step 2 CK",
      "The three-digit score of the clinical knowledge exam, or fail, pending, not taken.",
      accepted: "a score, fail, pending, not taken, or score, date, attempts, practice",
      matters: "It is the one number that every program with USMLE screens reads."),
    FieldGuide(
      "step2ck.score", "Step 2 CK score",
      "The three digits of the passing attempt; fail, pending or not taken where there is none.",
      accepted: "a number, fail, pending, not taken"),
    FieldGuide(
      "step2ck.date", "Step 2 CK date",
      "Day of the last attempt; of a pending exam the day it was or will be taken.",
      accepted: "2025-06-30",
      matters: "The date says which year's norms the score stands against."),
    FieldGuide(
      "step2ck.attempts", "Step 2 CK attempts", "1 when passed at the first attempt.",
      accepted: "a number from 1 to 12",
      matters: "A failed attempt is a hard stop at many programs."),
    FieldGuide(
      "step2ck.practice", "Step 2 CK self-assessment",
      "Score of the latest self-assessment (NBME or similar), where the exam has no result yet.",
      accepted: "a number",
      matters: "It narrows what a pending score is likely to be."),
    FieldGuide(
      "comlex_level1", "COMLEX Level 1",
      "For a DO: pass, the score of an earlier exam, or fail, pending, not taken.",
      accepted: "pass, a score, fail, pending, not taken, or score, date, attempts",
      matters: "For a DO it is the first half of the trend."),
    FieldGuide(
      "comlex_level1.score", "Level 1 score", "pass, the score, or fail, pending, not taken.",
      accepted: "pass, a number, fail, pending, not taken"),
    FieldGuide(
      "comlex_level1.date", "Level 1 date", "Day of the last attempt.",
      accepted: "2023-06-10"),
    FieldGuide(
      "comlex_level1.attempts", "Level 1 attempts", "1 when passed at the first attempt.",
      accepted: "a number from 1 to 12"),
    FieldGuide(
      "comlex_level2", "COMLEX Level 2-CE",
      "For a DO: the score of the cognitive evaluation, or fail, pending, not taken.",
      accepted: "a score, fail, pending, not taken, or score, date, attempts",
      matters: "For a DO without Step 2 CK it is the number that programs read."),
    FieldGuide(
      "comlex_level2.score", "Level 2-CE score",
      "The score of the passing attempt; fail, pending or not taken where there is none.",
      accepted: "a number, fail, pending, not taken"),
    FieldGuide(
      "comlex_level2.date", "Level 2-CE date",
      "Day of the last attempt; of a pending exam the day it was or will be taken.",
      accepted: "2025-06-10"),
    FieldGuide(
      "comlex_level2.attempts", "Level 2-CE attempts", "1 when passed at the first attempt.",
      accepted: "a number from 1 to 12"),
    FieldGuide(
      "step3", "USMLE Step 3", "pass or a score, where it was taken before residency.",
      accepted: "pass, a score, fail, pending, not taken, or score, date, attempts",
      matters: "Sponsors of an H-1B visa need it; for graduates it shows recent study."),
    FieldGuide(
      "step3.score", "Step 3 score", "pass, three digits, or fail, pending, not taken.",
      accepted: "pass, a number, fail, pending, not taken"),
    FieldGuide("step3.date", "Step 3 date", "Day of the last attempt.", accepted: "2025-06-10"),
    FieldGuide(
      "step3.attempts", "Step 3 attempts", "1 when passed at the first attempt.",
      accepted: "a number from 1 to 12"),
  ]

  private static let record: [FieldGuide] = [
    FieldGuide(
      "clinical", "Clinical year", "What the third year says.",
      accepted: "target_clerkship, other_clerkships, shelf, comments"),
    FieldGuide(
      "clinical.target_clerkship", "Clerkship in the target specialty",
      "Grade of the core clerkship in the specialty applied to.",
      accepted: "honors, high pass, pass, fail",
      matters: "It is the first thing read beside a score that fell."),
    FieldGuide(
      "clinical.other_clerkships", "Other clerkships", "Grades of the other core clerkships.",
      accepted: "a list of honors, high pass, pass, fail",
      matters: "Good grades answer the doubt that a lower Step 2 CK raises."),
    FieldGuide(
      "clinical.shelf", "Shelf exams", "How the subject exams went as a whole.",
      accepted: "strong, average, marginal, failed",
      matters: "Shelf results tell a bad day from a pattern."),
    FieldGuide(
      "clinical.comments", "Narrative comments", "Tone of the MSPE and the evaluations.",
      accepted: "outstanding, good, neutral, concerning",
      matters: "Comments carry the judgement of those who watched the work."),
    FieldGuide(
      "letters", "Letters of recommendation", "The letters that programs will read.",
      accepted: "count, in_specialty, strength"),
    FieldGuide(
      "letters.count", "Letters", "How many there are or will be.", accepted: "a number",
      matters: "Most programs want three or four."),
    FieldGuide(
      "letters.in_specialty", "Letters from the specialty", "How many come from the target field.",
      accepted: "a number", matters: "Letters from the field count most in it."),
    FieldGuide(
      "letters.strength", "Strength of the letters", "The best two, as far as you can tell.",
      accepted: "exceptional, strong, average, weak",
      matters: "Strong letters are the best answer to a lower score."),
    FieldGuide(
      "red_flags", "Red flags", "What a program director may stop at; none if there are none.",
      accepted:
        "none, or a list of professionalism, failed course, repeated year, leave, gap, legal, "
        + "prior residency, unmatched before, other",
      matters: "A lower score alone and a lower score beside other issues read differently."),
    FieldGuide("red_flags.kind", "Red flag", "Which of the kinds.", accepted: "one of the kinds"),
    FieldGuide("red_flags.note", "Note", "In your words; stays on this machine.", accepted: "text"),
    FieldGuide(
      "score_cause", "Cause of a lower score", "What lay behind it, in your own judgement.",
      accepted: "illness, mental health, life event, timing, burnout, schedule, none",
      matters: "Whether to explain, and how, depends on the cause."),
    FieldGuide(
      "score_cause.kind", "Cause", "What lay behind it.",
      accepted: "illness, mental health, life event, timing, burnout, schedule, none"),
    FieldGuide(
      "score_cause.documented", "Documented", "Whether a physician or dean can confirm it.",
      accepted: "yes or no"),
    FieldGuide(
      "score_cause.resolved", "Over", "Whether it is over and will not recur.",
      accepted: "yes or no"),
    FieldGuide(
      "score_cause.affected_preparation", "Touched the preparation",
      "Whether it fell in the weeks of preparation.", accepted: "yes or no"),
    FieldGuide(
      "score_cause.note", "In your words",
      "Goes on after “In the weeks before the exam, …”.",
      accepted: "text"),
    FieldGuide(
      "experiences", "Experiences and honours", "The counts that Charting Outcomes uses.",
      accepted:
        "publications, research, work, volunteer, leadership, alpha_omega_alpha, gold_humanism"),
    FieldGuide(
      "experiences.publications", "Publications",
      "Abstracts, presentations and publications together.", accepted: "a number",
      matters: "Competitive specialties compare applicants by it."),
    FieldGuide(
      "experiences.research", "Research experiences", "Number of research experiences.",
      accepted: "a number", matters: "Academic programs look for it."),
    FieldGuide(
      "experiences.work", "Work experiences", "Number of work experiences.", accepted: "a number"),
    FieldGuide(
      "experiences.volunteer", "Volunteer experiences", "Number of volunteer experiences.",
      accepted: "a number"),
    FieldGuide(
      "experiences.leadership", "Leadership roles", "Number of leadership roles.",
      accepted: "a number"),
    FieldGuide(
      "experiences.alpha_omega_alpha", "Alpha Omega Alpha", "Member of the MD honor society.",
      accepted: "yes or no", matters: "It moves the interview rate in competitive specialties."),
    FieldGuide(
      "experiences.gold_humanism", "Gold Humanism", "Member of the humanism honor society.",
      accepted: "yes or no", matters: "Some programs cite it among their reasons to interview."),
    FieldGuide(
      "rotations", "Sub-internships and away rotations",
      "Weeks worked as a near-intern at a program.",
      accepted: "none, or a list of kind, program, specialty, grade",
      matters: "A program where you rotated is far likelier to interview you."),
    FieldGuide(
      "rotations.kind", "Kind", "At home or elsewhere.", accepted: "sub-internship, away"),
    FieldGuide(
      "rotations.program", "Program", "NRMP code of the program.", accepted: "a program code"),
    FieldGuide(
      "rotations.specialty", "Specialty", "The specialty rotated in.", accepted: "a specialty"),
    FieldGuide(
      "rotations.grade", "Grade", "Grade or impression.", accepted: "honors, high pass, pass, fail"),
    FieldGuide(
      "us_clinical_months", "US clinical experience",
      "Months of hands-on clinical work in the United States (IMGs).",
      accepted: "a number of months",
      matters: "Many programs that take IMGs ask for a number of months."),
    FieldGuide(
      "observership_months", "Observerships",
      "Months of watching without hands-on work in the United States (IMGs).",
      accepted: "a number of months",
      matters: "Programs that ask for US experience mostly mean hands-on work."),
    FieldGuide(
      "home_programs", "Home programs", "Programs of your own school or its hospitals.",
      accepted: "none, or a list of program codes",
      matters: "The home program is usually the likeliest interview."),
    FieldGuide(
      "tie_states", "Ties", "States of your permanent address, family or earlier study.",
      accepted: "a list of two-letter abbreviations",
      matters: "Programs prefer those who have a reason to stay."),
  ]

  private static let targets: [FieldGuide] = [
    FieldGuide(
      "specialties", "Target specialties", "Most wanted first.",
      accepted: "a list of names, or of name, weight, tracks"),
    FieldGuide("specialties.name", "Specialty", "Name or short form.", accepted: "a specialty"),
    FieldGuide(
      "specialties.weight", "Preference",
      "How much you want it beside the first choice, which is 1.", accepted: "0 to 1"),
    FieldGuide(
      "specialties.tracks", "Tracks", "Kinds of position you would take.",
      accepted: "categorical, primary care, advanced, preliminary, physician-reserved"),
    FieldGuide(
      "wishes", "Wishes", "Places and kinds of program wanted or refused.",
      accepted:
        "states_wanted, states_refused, cities_wanted, settings_wanted, place_weight, "
        + "standing, must_have, refused"),
    FieldGuide(
      "wishes.states_wanted", "States wanted", "States you would rather live in.",
      accepted: "a list of two-letter abbreviations"),
    FieldGuide(
      "wishes.states_refused", "States refused", "States out of the question.",
      accepted: "a list of two-letter abbreviations"),
    FieldGuide(
      "wishes.cities_wanted", "Cities wanted", "Cities you would rather live in.",
      accepted: "a list of cities"),
    FieldGuide(
      "wishes.settings_wanted", "Settings wanted", "Kind of hospital.",
      accepted: "university, community"),
    FieldGuide(
      "wishes.place_weight", "Weight of the place",
      "How much a wanted place adds: 0 nothing, 1 everything.", accepted: "0 to 1"),
    FieldGuide(
      "wishes.standing", "Weight of the standing",
      "How much more a place at a program of high standing is worth to you: 0 all alike, 1 everything.",
      accepted: "0 to 1", matters: "Left out, a moderate weight is assumed."),
    FieldGuide(
      "wishes.must_have", "Must have", "Programs that must be on the list.",
      accepted: "a list of program codes"),
    FieldGuide(
      "wishes.refused", "Refused", "Programs that must not be on the list.",
      accepted: "a list of program codes"),
  ]

  private static let practical: [FieldGuide] = [
    FieldGuide(
      "limits", "Limits", "Money and time.",
      accepted: "budget, applications, interviews, point_worth, application_time, fee_assistance"),
    FieldGuide(
      "limits.budget", "Budget", "Dollars for application fees.", accepted: "whole dollars",
      matters: "Without a budget the list is as long as it is useful."),
    FieldGuide(
      "limits.applications", "Most applications", "Most applications in all.",
      accepted: "a number"),
    FieldGuide(
      "limits.interviews", "Most interviews", "Most interviews you can attend.",
      accepted: "a number", matters: "More invitations than you can attend are worth nothing."),
    FieldGuide(
      "limits.point_worth", "Worth of a point",
      "Dollars that one more of a hundred chances to match is worth to you.",
      accepted: "whole dollars, 1 or more",
      matters: "The list ends where a program is no longer worth its fee."),
    FieldGuide(
      "limits.application_time", "Time for an application",
      "Dollars that your own time for one more application is worth to you.",
      accepted: "whole dollars"),
    FieldGuide(
      "limits.fee_assistance", "Fee assistance", "Whether the AAMC Fee Assistance Program applies.",
      accepted: "yes or no"),
    FieldGuide(
      "fees", "Fees of your own", "What applications cost you, where the published fees are old.",
      accepted: "service, through, each, flat, beyond"),
    FieldGuide(
      "fees.service", "Service", "Whose fees; without it, those of every service.",
      accepted: "ERAS, ResidencyCAS"),
    FieldGuide(
      "fees.through", "First applications", "How many in one specialty the first price is for.",
      accepted: "a number"),
    FieldGuide(
      "fees.each", "Dollars each", "For each of the first applications.", accepted: "whole dollars"),
    FieldGuide(
      "fees.flat", "Dollars together", "For all of the first applications together.",
      accepted: "whole dollars"),
    FieldGuide(
      "fees.beyond", "Dollars beyond", "For each application after them.",
      accepted: "whole dollars"),
    FieldGuide(
      "couple", "Partner's file", "For a couples match: your partner's file, beside this one.",
      accepted: "a path relative to this file"),
    FieldGuide(
      "couple_wishes", "As a couple", "What being together is worth to the two of you.",
      accepted: "together, commute_miles, same_state, own_weight, alone"),
    FieldGuide(
      "couple_wishes.together", "Worth of being together",
      "What one city for both adds, beside 1 for both in the programs you want most.",
      accepted: "0 to 1"),
    FieldGuide(
      "couple_wishes.commute_miles", "Commute", "Miles between two cities that still is together.",
      accepted: "a number of miles"),
    FieldGuide(
      "couple_wishes.same_state", "Worth of one state",
      "The share of that worth left in one state but too far to share a home.",
      accepted: "0 to 1"),
    FieldGuide(
      "couple_wishes.own_weight", "Your own weight",
      "What your own preferences count beside your partner's: 0.5 is equal.", accepted: "0 to 1"),
    FieldGuide(
      "couple_wishes.alone", "Worth of a place alone",
      "The share of a place's worth left to the two of you if the other matches nowhere.",
      accepted: "0 to 1"),
    FieldGuide(
      "current_list", "Programs already listed", "Programs on your list today.",
      accepted: "none, or a list of codes, or of program, signal"),
    FieldGuide(
      "current_list.program", "Program", "NRMP code.", accepted: "a program code"),
    FieldGuide(
      "current_list.signal", "Signal", "The preference signal spent on it.",
      accepted: "none, single, silver, gold"),
    FieldGuide(
      "program_utilities", "Your own ratings", "How much you want single programs, by code.",
      accepted: "code: 0 (never) to 1 (dream)"),
    FieldGuide(
      "aim", "Aim",
      "What the list is for: balanced is the best place among the lists that nearly match best.",
      accepted: "balanced, match, preference, or 0 (match) to 1 (preference)"),
  ]
}
