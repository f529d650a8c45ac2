// swift-tools-version: 6.2
import PackageDescription

// Nested, so that building the product does not pay for the benchmarks.
let package = Package(
  name: "SmartPickBenchmarks",
  dependencies: [
    .package(name: "SmartPick", path: "..")
  ],
  targets: [
    .executableTarget(
      name: "bench-advice",
      dependencies: [
        .product(name: "Advising", package: "SmartPick"),
        .product(name: "AdviceRendering", package: "SmartPick"),
        .product(name: "ApplicantFile", package: "SmartPick"),
        .product(name: "Handbook", package: "SmartPick"),
        .product(name: "MatchFacts", package: "SmartPick"),
        .product(name: "MatchOdds", package: "SmartPick"),
      ],
      path: "Advice"),
    .executableTarget(
      name: "bench-matching",
      dependencies: [
        .product(name: "MarketFiles", package: "SmartPick"),
        .product(name: "StableMatching", package: "SmartPick"),
      ],
      path: "Matching", exclude: ["Generators", "Peers", "run", "README.md"]),
    .executableTarget(
      name: "bench-portfolio",
      dependencies: [
        .product(name: "ListOptimization", package: "SmartPick"),
        .product(name: "PortfolioFiles", package: "SmartPick"),
        .product(name: "SmartPickNumerics", package: "SmartPick"),
      ],
      path: "Portfolio", exclude: ["published.csv"]),
    .executableTarget(
      name: "bench-season",
      dependencies: [
        .product(name: "MatchFacts", package: "SmartPick"),
        .product(name: "MatchOdds", package: "SmartPick"),
        .product(name: "SeasonSimulation", package: "SmartPick"),
      ],
      path: "Season"),
  ]
)
