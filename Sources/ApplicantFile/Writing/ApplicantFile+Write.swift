import MatchFacts

extension ApplicantFile {
  /// How much a written file explains itself.
  public enum Comments: Sendable, Hashable {
    /// Nothing but the values.
    case none
    /// A heading per part, a remark per field, and unknown fields as lines to fill in.
    case full
  }

  /// An applicant as the text of a YAML file.
  ///
  /// Reading the text gives the same applicant back.
  public static func write(_ applicant: Applicant, comments: Comments = .full) -> String {
    var writer = FileWriter()
    let entries = applicant.fileEntries
    guard comments == .full else {
      for entry in entries { writer.entry(entry.key, entry.value) }
      return writer.text
    }
    writer.comment(
      "An applicant's file for SmartPick. Only type, step2ck (or comlex_level2 for a DO) and "
        + "specialties are required. What is left out counts as unknown: it widens the ranges of the "
        + "advice and is listed under what would sharpen it. A line that begins with # is a remark; "
        + "remove the # to fill the field in. “none” is an answer, an absent line is not.")
    for key in FieldGuide.topKeys {
      if let heading = headings[key] {
        writer.blank()
        writer.comment("---- \(heading) ----")
      }
      let known = entries.first { $0.key == key }?.value
      write(key, known, of: applicant, to: &writer)
    }
    return writer.text
  }

  /// An empty file to fill in, with every field explained.
  public static func template(for applicant: Applicant) -> String { write(applicant) }

  private static let headings: [String: String] = [
    "name": "Who", "step1": "Exams", "clinical": "The file beside the scores",
    "specialties": "What you want", "limits": "Money, time and the list",
  ]

  private static func write(
    _ key: String, _ known: FileValue?, of applicant: Applicant, to writer: inout FileWriter
  ) {
    guard let guide = FieldGuide.of(key) else { return }
    let children = FieldGuide.all.filter { $0.section == key && $0.path != key }
    let isListed = ["red_flags", "rotations", "specialties", "current_list"].contains(key)
    guard isWanted(key, of: applicant) || known != nil else { return }
    if let known {
      if case .section(let entries) = known, !isListed, !children.isEmpty {
        writer.entry(key, .section([]), remark: guide.explanation)
        for child in children {
          if let entry = entries.first(where: { $0.key == child.key }) {
            writer.entry(entry.key, entry.value, indent: 2)
          } else {
            writer.unknown(child.key, remark: child.remark, indent: 2)
          }
        }
      } else {
        let isShort =
          guide.remark.count <= FileWriter.remarkWidth
          && key.count + 2 + (FileWriter.onOneLine(known)?.count ?? 0) < FileWriter.remarkColumn
        if !isShort { writer.comment("\(guide.title): \(guide.remark)") }
        writer.entry(key, known, remark: isShort ? guide.remark : nil)
      }
    } else if children.isEmpty || isListed {
      if guide.remark.count > FileWriter.remarkWidth {
        writer.comment("\(guide.title): \(guide.remark)")
        writer.unknown(key, remark: guide.explanation)
      } else {
        writer.unknown(key, remark: guide.remark)
      }
    } else {
      writer.unknown(key, remark: guide.explanation)
      for child in children { writer.unknown("  \(child.key)", remark: child.remark) }
    }
  }

  /// Whether an unknown field is worth a line in this applicant's file.
  private static func isWanted(_ key: String, of applicant: Applicant) -> Bool {
    switch key {
    case "comlex_level1", "comlex_level2": applicant.type == .usDO
    case "us_clinical_months", "observership_months", "ecfmg":
      applicant.type.isInternationalGraduate
    default: true
    }
  }
}

extension FieldGuide {
  /// What a written file says beside the field: meaning and values where both fit on the line.
  var remark: String {
    let isFree = [
      "text", "a number", "yes or no", "a year", "a number of months", "whole dollars",
      "a path relative to this file", "1",
    ].contains(accepted)
    if isFree, explanation.count <= FileWriter.remarkWidth { return explanation }
    let full = "\(explanation) (\(accepted))"
    return full.count <= FileWriter.remarkWidth ? full : accepted
  }
}
