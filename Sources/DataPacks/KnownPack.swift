/// A pack that the product knows how to get, although it may not ship it.
public struct KnownPack: Sendable, Hashable, Codable {
  /// Name of the pack.
  public var name: String
  /// What it holds.
  public var title: String
  /// The season its figures are of.
  public var season: String
  /// Who made it, and what is known of where they had the figures from.
  public var origin: String
  /// Licence, as its authors state it.
  public var licence: String
  /// Folder that its files are downloaded from.
  public var address: String
  /// Files and the specialty each is about.
  public var files: [String: String]

  /// Files in alphabetical order.
  public var fileNames: [String] { files.keys.sorted() }

  /// The packs known.
  public static let all: [KnownPack] = [
    KnownPack(
      name: "signal-analysis",
      title: "Interview rates of single programs by signal, state and applicant type",
      season: "2024-25",
      origin:
        "Residency Signal Analysis Project (github.com/datadoc1/signal-analysis); its authors do "
        + "not name where they had the figures from",
      licence: "MIT, as its authors state",
      address: "https://raw.githubusercontent.com/datadoc1/signal-analysis/main/data",
      files: [
        "Anatomic and Clinical Pathology.csv": "Pathology",
        "Anesthesiology.csv": "Anesthesiology",
        "Child Neurology.csv": "Child Neurology",
        "Dermatology.csv": "Dermatology",
        "Emergency Medicine.csv": "Emergency Medicine",
        "Family Medicine.csv": "Family Medicine",
        "General Surgery.csv": "General Surgery",
        "IM Peds.csv": "Internal Medicine/Pediatrics",
        "Internal Medicine.csv": "Internal Medicine",
        "Interventional Radiology.csv": "Interventional Radiology",
        "Neurology.csv": "Neurology",
        "Obstetrics and Gynecology.csv": "Obstetrics and Gynecology",
        "Orthopedic Surgery.csv": "Orthopaedic Surgery",
        "Otolaryngology.csv": "Otolaryngology",
        "PM&R.csv": "Physical Medicine and Rehabilitation",
        "Rad Onc.csv": "Radiation Oncology",
        "Thoracic Surgery.csv": "Thoracic Surgery",
        "Vasc Surg.csv": "Vascular Surgery",
      ])
  ]

  /// A known pack by name.
  public static func named(_ name: String) -> KnownPack? { all.first { $0.name == name } }
}
