// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "SmartPick",
  products: [
    .library(name: "MatchFacts", targets: ["MatchFacts"]),
    .library(name: "ApplicantFile", targets: ["ApplicantFile"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0")
  ],
  targets: [
    .target(
      name: "MatchFacts", resources: [.copy("Resources")], swiftSettings: settings),
    .target(
      name: "ApplicantFile",
      dependencies: ["MatchFacts", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
  ]
)
