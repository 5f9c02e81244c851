// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the Swift 6 language mode with warnings as errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Every target but `Postgres` and `Workbook`, which talk to C, is also held to strict memory safety.
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
  name: "dabiao",
  products: [.executable(name: "dabiao", targets: ["dabiao"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(
      name: "Postgres",
      dependencies: ["CLibPQ", .product(name: "Logging", package: "swift-log")],
      swiftSettings: strict),
    .target(name: "Attainment", swiftSettings: safe),
    .target(name: "Wording", dependencies: ["Attainment"], swiftSettings: safe),
    .target(name: "CSV", swiftSettings: safe),
    .target(name: "Encoding", swiftSettings: safe),
    .target(
      name: "Catalogue",
      dependencies: [
        "Attainment", "CSV", "Encoding", "Postgres", "Wording", "Workbook",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: safe),
    .target(name: "Drafting", dependencies: ["Attainment", "Catalogue", "Wording"], swiftSettings: safe),
    .target(name: "Ledger", dependencies: ["Attainment", "Catalogue", "Postgres"], swiftSettings: safe),
    .target(
      name: "Intake",
      dependencies: [
        "Attainment", "Catalogue", "CSV", "Encoding", "Postgres", "Wording", "Workbook",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: safe),
    .target(
      name: "Reporting",
      dependencies: [
        "Attainment", "Catalogue", "Ledger", "Postgres", "Wording", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: safe),
    .systemLibrary(name: "CFileExchange"),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Workbook", dependencies: ["CXLSXWriter", "CZlib"], swiftSettings: strict),
    .target(
      name: "Exporting",
      dependencies: [
        "Attainment", "CFileExchange", "Postgres", "Wording", "Workbook",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Bulletin/Templates")],
      swiftSettings: safe),
    .executableTarget(
      name: "dabiao",
      dependencies: [
        "Catalogue", "Drafting", "Intake", "Reporting", "Exporting", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.embedInCode("sqitch.plan"), .embedInCode("Template")],
      swiftSettings: safe),
    .executableTarget(name: "judging", dependencies: ["Attainment"], path: "bench/Judging", swiftSettings: safe),
    .target(name: "TestSupport", dependencies: ["Postgres"], path: "Tests/TestSupport", swiftSettings: safe),
    .executableTarget(
      name: "FuzzTarget",
      dependencies: ["Catalogue", "Intake", "Postgres", .product(name: "Logging", package: "swift-log")],
      path: "Tests/Fuzz", exclude: ["fuzz.py"], swiftSettings: safe),
    .testTarget(name: "PostgresTests", dependencies: ["Postgres", "TestSupport"], swiftSettings: safe),
    .testTarget(name: "AttainmentTests", dependencies: ["Attainment"], swiftSettings: safe),
    .testTarget(name: "WordingTests", dependencies: ["Attainment", "Wording"], swiftSettings: safe),
    .testTarget(name: "CSVTests", dependencies: ["CSV"], swiftSettings: safe),
    .testTarget(name: "CatalogueTests", dependencies: ["Catalogue", "TestSupport", "Wording"], swiftSettings: safe),
    .testTarget(
      name: "DraftingTests", dependencies: ["Drafting", "Catalogue", "CSV"], exclude: ["Documents"], swiftSettings: safe
    ),
    .testTarget(name: "LedgerTests", dependencies: ["Ledger", "Catalogue", "TestSupport"], swiftSettings: safe),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "Intake", "Attainment", "Catalogue", "CSV", "Encoding", "Wording", "Workbook", "TestSupport",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: safe),
    .testTarget(name: "WorkbookTests", dependencies: ["Workbook"], swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Catalogue", "CSV", "Ledger", "Reporting", "Postgres", "TestSupport", "Wording",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: safe),
    .testTarget(name: "ExportingTests", dependencies: ["Exporting", "Workbook", "TestSupport"], swiftSettings: safe),
    .testTarget(name: "CommandTests", dependencies: ["dabiao"], swiftSettings: safe),
  ],
  swiftLanguageModes: [.v6]
)
