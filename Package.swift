// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in CI only, so that a newer compiler's new warnings do not stop a user.
let isStrict = Context.environment["SMARTPICK_STRICT"] != nil

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

// The tests compute whole advices and seasons: with the parts that count optimized they take a fraction
// of the time. Set by `scripts/test` alone, since a package that others use may not set such a flag.
let isOptimized = Context.environment["SMARTPICK_OPTIMIZED"] != nil
let counting: [SwiftSetting] = settings + (isOptimized ? [.unsafeFlags(["-O"])] : [])

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "SmartPick",
  products: [
    .executable(name: "smartpick", targets: ["smartpick"]),
    .executable(name: "smartpick-serve", targets: ["smartpick-serve"]),
    .library(name: "SmartPickNumerics", targets: ["SmartPickNumerics"]),
    .library(name: "StableMatching", targets: ["StableMatching"]),
    .library(name: "ListOptimization", targets: ["ListOptimization"]),
    .library(name: "MarketFiles", targets: ["MarketFiles"]),
    .library(name: "PortfolioFiles", targets: ["PortfolioFiles"]),
    .library(name: "MatchFacts", targets: ["MatchFacts"]),
    .library(name: "ApplicantFile", targets: ["ApplicantFile"]),
    .library(name: "MatchOdds", targets: ["MatchOdds"]),
    .library(name: "SeasonSimulation", targets: ["SeasonSimulation"]),
    .library(name: "Calibration", targets: ["Calibration"]),
    .library(name: "DataPacks", targets: ["DataPacks"]),
    .library(name: "Handbook", targets: ["Handbook"]),
    .library(name: "SeasonLog", targets: ["SeasonLog"]),
    .library(name: "RankLists", targets: ["RankLists"]),
    .library(name: "Words", targets: ["Words"]),
    .library(name: "ScoreReading", targets: ["ScoreReading"]),
    .library(name: "Advising", targets: ["Advising"]),
    .library(name: "AdviceRendering", targets: ["AdviceRendering"]),
    .library(name: "SmartPickWeb", targets: ["SmartPickWeb"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.30.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // Engines: no other part of SmartPick is known to them.
    .target(name: "SmartPickNumerics", swiftSettings: counting),
    .target(name: "StableMatching", swiftSettings: counting),
    .target(
      name: "ListOptimization", dependencies: ["SmartPickNumerics"], swiftSettings: counting),

    // Files of the engines.
    .target(name: "MarketFiles", dependencies: ["StableMatching"], swiftSettings: settings),
    .target(
      name: "PortfolioFiles", dependencies: ["ListOptimization", "SmartPickNumerics"],
      swiftSettings: settings),

    // Facts and applicants' files.
    .target(name: "DelimitedText", swiftSettings: counting),
    .target(
      name: "MatchFacts", dependencies: ["DelimitedText"], resources: [.copy("Resources")],
      swiftSettings: counting),
    .target(
      name: "ApplicantFile", dependencies: ["MatchFacts", yams], swiftSettings: counting),

    .target(name: "RuleFiles", dependencies: ["MatchFacts", yams], swiftSettings: settings),
    // What happened in a season: one local file, which knows no odds.
    .target(
      name: "SeasonLog", dependencies: ["ApplicantFile", "DelimitedText", "MatchFacts", grdb],
      swiftSettings: settings),

    // Rank order lists: the order found with a person, and the files it is kept in; no sentence.
    .target(
      name: "RankLists",
      dependencies: ["DelimitedText", "SmartPickNumerics", "StableMatching", yams],
      swiftSettings: settings),

    // Models.
    .target(
      name: "MatchOdds", dependencies: ["ApplicantFile", "MatchFacts", "SmartPickNumerics"],
      resources: [.copy("Resources")], swiftSettings: counting),
    .target(
      name: "SeasonSimulation",
      dependencies: [
        "DelimitedText", "MatchFacts", "SmartPickNumerics", "StableMatching",
      ],
      resources: [.copy("Resources")], swiftSettings: counting),
    .target(
      name: "Calibration",
      dependencies: [
        "ApplicantFile", "DelimitedText", "MatchFacts", "MatchOdds", "SeasonSimulation",
        "SmartPickNumerics",
      ],
      swiftSettings: counting),
    .target(
      name: "DataPacks",
      dependencies: ["ApplicantFile", "DelimitedText", "MatchFacts", "MatchOdds"],
      swiftSettings: settings),

    // What every answer opens.
    .target(
      name: "Handbook", dependencies: ["ApplicantFile", "DataPacks", "MatchFacts", "MatchOdds"],
      swiftSettings: settings),

    // Advice.
    .target(
      name: "Words", dependencies: ["ApplicantFile", "MatchFacts", "RuleFiles"],
      resources: [.copy("Resources")], swiftSettings: settings),
    .target(
      name: "ScoreReading", dependencies: ["ApplicantFile", "MatchFacts", "SmartPickNumerics"],
      swiftSettings: counting),
    .target(
      name: "Advising",
      dependencies: [
        "ApplicantFile", "Handbook", "ListOptimization", "MatchFacts", "MatchOdds", "RankLists",
        "RuleFiles", "ScoreReading", "SeasonLog", "SmartPickNumerics", "Words",
      ],
      resources: [.copy("Resources")], swiftSettings: counting),
    .target(
      name: "AdviceRendering",
      dependencies: [
        "Advising", "ApplicantFile", "DelimitedText", "MatchFacts", "ScoreReading", "Words",
      ],
      resources: [
        .embedInCode("Resources/report.css"), .embedInCode("Resources/tokens.css"),
        .embedInCode("Resources/charts.css"), .embedInCode("Resources/state_tiles.csv"),
      ],
      swiftSettings: settings),

    // Command line: must not link the web stack, or the first advice takes ten minutes to build.
    .executableTarget(
      name: "smartpick",
      dependencies: [
        "AdviceRendering", "Advising", "ApplicantFile", "Calibration", "DataPacks", "DelimitedText",
        "Handbook", "ListOptimization", "MarketFiles", "MatchFacts", "MatchOdds", "PortfolioFiles",
        "RankLists", "ScoreReading", "SeasonLog", "SeasonSimulation", "StableMatching", "Words",
        argumentParser,
      ],
      swiftSettings: settings),

    // Web: a program of its own, which `smartpick serve` starts.
    .target(
      name: "SmartPickWeb",
      dependencies: [
        "AdviceRendering", "Advising", "ApplicantFile", "Handbook", "MatchFacts", "MatchOdds",
        "RankLists", "ScoreReading", "SeasonLog", "Words",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [
        .embedInCode("Resources/page.css"), .embedInCode("Resources/page.js"),
        .embedInCode("Resources/advice.css"), .embedInCode("Resources/advice.js"),
        .embedInCode("Resources/list.js"), .embedInCode("Resources/start.js"),
        .embedInCode("Resources/icon.svg"), .embedInCode("Resources/openapi.json"),
        .embedInCode("Resources/example.yaml"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "smartpick-serve",
      dependencies: [
        "Advising", "MatchFacts", "SmartPickWeb", argumentParser,
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: settings),

    // Tests.
    .testTarget(
      name: "SmartPickNumericsTests", dependencies: ["SmartPickNumerics"],
      swiftSettings: settings),
    .testTarget(
      name: "StableMatchingTests", dependencies: ["StableMatching"], swiftSettings: settings),
    .testTarget(
      name: "MarketFilesTests", dependencies: ["MarketFiles", "StableMatching"],
      resources: [.copy("Fixtures")], swiftSettings: settings),
    .testTarget(
      name: "ListOptimizationTests", dependencies: ["ListOptimization", "SmartPickNumerics"],
      swiftSettings: settings),
    .testTarget(
      name: "PortfolioFilesTests", dependencies: ["ListOptimization", "PortfolioFiles"],
      resources: [.copy("Fixtures")], swiftSettings: settings),
    .testTarget(
      name: "DelimitedTextTests", dependencies: ["DelimitedText"], swiftSettings: settings),
    .testTarget(
      name: "MatchFactsTests", dependencies: ["DelimitedText", "MatchFacts"],
      swiftSettings: settings),
    .testTarget(
      name: "ApplicantFileTests", dependencies: ["ApplicantFile", "MatchFacts"],
      swiftSettings: settings),
    .testTarget(
      name: "MatchOddsTests", dependencies: ["ApplicantFile", "MatchFacts", "MatchOdds"],
      swiftSettings: settings),
    .testTarget(
      name: "RuleFilesTests", dependencies: ["RuleFiles"], swiftSettings: settings),
    .testTarget(
      name: "HandbookTests", dependencies: ["ApplicantFile", "Handbook", "MatchFacts"],
      swiftSettings: settings),
    .testTarget(
      name: "WordsTests", dependencies: ["ApplicantFile", "MatchFacts", "Words"],
      swiftSettings: settings),
    .testTarget(
      name: "AdvisingTests",
      dependencies: [
        "Advising", "ApplicantFile", "Handbook", "MatchFacts", "MatchOdds", "RankLists",
        "ScoreReading", "SeasonLog", "Words",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ScoreReadingTests",
      dependencies: [
        "Advising", "ApplicantFile", "Handbook", "MatchFacts", "MatchOdds", "ScoreReading",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AdviceRenderingTests",
      dependencies: [
        "AdviceRendering", "Advising", "ApplicantFile", "DelimitedText", "MatchFacts",
        "ScoreReading", "Words",
      ],
      exclude: ["browser"], resources: [.copy("Samples")], swiftSettings: settings),
    .testTarget(
      name: "SeasonSimulationTests", dependencies: ["MatchFacts", "SeasonSimulation"],
      swiftSettings: settings),
    .testTarget(
      name: "CalibrationTests",
      dependencies: ["Calibration", "MatchFacts", "MatchOdds", "SeasonSimulation"],
      swiftSettings: settings),
    .testTarget(
      name: "SeasonLogTests",
      dependencies: ["ApplicantFile", "DelimitedText", "MatchFacts", "SeasonLog", grdb],
      swiftSettings: settings),
    .testTarget(
      name: "RankListsTests", dependencies: ["RankLists", "SmartPickNumerics"],
      swiftSettings: settings),
    .testTarget(
      name: "DataPacksTests", dependencies: ["DataPacks", "DelimitedText", "MatchFacts"],
      swiftSettings: settings),
    .testTarget(
      name: "SmartPickCommandTests",
      dependencies: [
        "Advising", "AdviceRendering", "ApplicantFile", "Handbook", "MatchFacts", "MatchOdds",
        "ScoreReading", "SmartPickWeb", "Words", "smartpick", yams,
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SmartPickWebTests",
      dependencies: [
        "AdviceRendering", "Advising", "ApplicantFile", "MatchFacts", "SmartPickWeb",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ],
      swiftSettings: settings),
  ]
)
