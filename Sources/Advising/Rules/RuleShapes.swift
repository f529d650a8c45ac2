import RuleFiles

/// The fields of the advice's rule files.
extension RuleShape {
  private static let bounds = ["feature", "atLeast", "atMost", "equals"]
  private static let conditions = list(fields(bounds))

  /// `reading-rules.yaml`.
  static let reading = fields(
    ["format", "base", "levelFactor"],
    [
      "thresholds": fields(["signal", "problem", "spread", "standingBelow", "leastLever"]),
      "attitudes": list(fields(["id", "name", "score", "file"])),
      "rules": list(
        fields(bounds + ["id", "above", "below", "perUnit", "cap", "points", "kind", "text"])),
      "interpretations": list(
        fields(
          ["id", "name", "meaning", "base"],
          ["evidence": list(fields(bounds + ["points", "text"]))])),
      "levers": list(fields(["id", "text", "inReach", "set"], ["when": conditions])),
    ])

  /// `plan-steps.yaml`.
  static let plan = fields(
    ["format"],
    [
      "flowchart": fields(
        [],
        [
          "nodes": list(
            fields(["id", "text", "open", "otherwise", "decision"], ["when": conditions])),
          "edges": list(fields(["from", "to", "label", "decision"], ["when": conditions])),
        ]),
      "steps": list(
        fields(
          ["title", "why", "today", "days", "event", "offset", "stages", "decision"],
          [
            "until": fields(["event", "days"]), "before": fields(["event", "days"]),
            "when": conditions,
          ])),
      "releaseAdvice": fields(["text", "taken"]),
    ])

  /// `season-stages.yaml`.
  static let stages = fields(
    ["format"],
    [
      "stages": list(
        fields(
          ["stage", "title", "meaning", "statusKnown"],
          [
            "now": lines, "over": lines,
            "month": list(fields(["short", "answer"], ["when": conditions])),
          ]))
    ])

  private static let lines = list(
    fields(["text", "needsSignals", "needsNoSignals"], ["when": conditions]))

  /// `assumptions.yaml`.
  static let assumptions = fields(
    ["format"], ["assumptions": list(fields(["id", "value", "text"]))])

  /// `specialty-weights.yaml`.
  static let weights = fields(["format"], ["levels": named(fields(["name", "advice"]))])
}
