import Advising
import DelimitedText

/// Rank order lists in the order in which they are typed in.
enum RankExports {
  /// One person's list: primary ranks, then each supplemental list with its advanced program.
  static func list(_ advice: RankAdvice) -> String {
    var writer = DelimitedWriter(header: ["rank", "code", "with", "program"])
    for entry in advice.order {
      writer.append([
        "\(entry.rank)", entry.code, "", "\(entry.institution), \(entry.program)",
      ])
    }
    for list in advice.supplemental {
      for entry in list.order {
        writer.append(["\(entry.rank)", entry.code, list.with, entry.program])
      }
    }
    return writer.text
  }

  /// A couple's two lists side by side, line by line, as each partner types them.
  static func couple(_ couple: RankCouple) -> String {
    var names = [couple.first.name, couple.second.name].map(safe)
    if names[0] == names[1] { names = [names[0] + " 1", names[1] + " 2"] }
    var writer = DelimitedWriter(header: ["rank"] + names)
    for pair in couple.pairs {
      writer.append(["\(pair.rank)", pair.first ?? "No Match", pair.second ?? "No Match"])
    }
    return writer.text
  }

  /// A name that no spreadsheet takes for a formula.
  private static func safe(_ name: String) -> String {
    guard let first = name.first, "=+-@\t\r".contains(first) else { return name }
    return "'" + name
  }
}
