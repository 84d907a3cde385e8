// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "vigie",
  products: [
    .executable(name: "vigie", targets: ["vigie"]),
    // What Benchmarks/ measures from inside.
    .library(
      name: "VigieRooms",
      targets: ["Review", "Display", "Workbench", "ReviewStore", "Restaurants"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The ground floor: module maps and shims, no logic.
    .target(name: "CCurses", path: "Sources/System/CCurses"),
    .target(name: "CPNG", path: "Sources/System/CPNG"),
    .target(name: "CParcelsWeights", path: "Sources/System/CParcelsWeights"),
    .systemLibrary(name: "CXGBoost", path: "Sources/System/CXGBoost"),
    .systemLibrary(name: "CLinear", path: "Sources/System/CLinear"),

    // The vocabulary.
    .target(
      name: "Review",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")]),

    // What the rooms above share.
    .target(name: "Display", dependencies: [.product(name: "Yams", package: "Yams")]),
    .target(name: "Language", dependencies: ["Review"]),
    .target(name: "Learning", dependencies: ["CXGBoost", "CLinear"]),
    .target(
      name: "Tables", dependencies: ["Review", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Imagery", dependencies: ["Review", "CPNG"]),
    .target(name: "Scenes", dependencies: ["Imagery", "Learning"]),
    .target(
      name: "Oversight",
      dependencies: ["Review", "Learning", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Programs", dependencies: ["Review"]),

    // The rooms.
    .target(name: "Terminal", dependencies: ["Display", "CCurses"]),
    .target(name: "Workbench", dependencies: ["Review", "Display", "Oversight", "Learning"]),
    .target(
      name: "ReviewStore",
      dependencies: [
        "Review", "Language", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Restaurants",
      dependencies: [
        "Review", "Language", "Learning", "Tables",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Sources/Engines/Restaurants"),
    .target(
      name: "Parcels",
      dependencies: [
        "Review", "Imagery", "Learning", "Tables", "CParcelsWeights", "CPNG",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Sources/Engines/Parcels"),
    .target(
      name: "Letters",
      dependencies: [
        "Review", "Language", "Learning", "Tables", "Programs",
      ],
      path: "Sources/Engines/Letters"),
    .target(
      name: "Inspections",
      dependencies: [
        "Review", "Learning", "Tables", "Imagery",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      path: "Sources/Engines/Inspections"),

    .target(
      name: "MedicalRecords",
      dependencies: [
        "Review", "Language", "Learning", "Tables", "Programs",
      ],
      path: "Sources/Engines/MedicalRecords"),
    .target(
      name: "Calls",
      dependencies: [
        "Review", "Language", "Learning", "Tables",
      ],
      path: "Sources/Engines/Calls"),
    // The telephone: engines have no network.
    .target(
      name: "Telephone", dependencies: ["Review", "Calls", "Programs"], path: "Sources/Telephone"),

    // The loop and the command.
    .target(
      name: "Session",
      dependencies: [
        "Review", "ReviewStore", "Display", "Workbench", "Terminal", "Tables", "Oversight",
        "Programs", "Imagery", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "vigie",
      dependencies: [
        "Session", "Parcels", "Inspections", "Restaurants", "MedicalRecords", "Calls", "Letters",
        "Telephone", "ReviewStore", "Review", "Workbench", "Terminal", "Display", "Oversight",
        "Imagery", "Scenes", "Learning", "Language", "Tables",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests stand beside what they test.
    .testTarget(name: "ReviewTests", dependencies: ["Review"]),
    .testTarget(name: "DisplayTests", dependencies: ["Display"]),
    .testTarget(name: "LanguageTests", dependencies: ["Language", "Review"]),
    .testTarget(name: "LearningTests", dependencies: ["Learning"]),
    .testTarget(name: "ProgramsTests", dependencies: ["Programs", "Review"]),
    .testTarget(name: "TablesTests", dependencies: ["Tables", "Review"]),
    .testTarget(name: "ImageryTests", dependencies: ["Imagery", "Review"]),
    .testTarget(name: "ScenesTests", dependencies: ["Scenes", "Imagery"]),
    .testTarget(name: "OversightTests", dependencies: ["Oversight", "Review", "Learning"]),
    .testTarget(
      name: "ReviewStoreTests",
      dependencies: [
        "ReviewStore", "Review", "Language", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "RestaurantsTests",
      dependencies: ["Restaurants", "Review", "Language", "Learning", "Tables"]),
    .testTarget(
      name: "InspectionsTests",
      dependencies: ["Inspections", "Review", "ReviewStore", "Session", "Learning", "Tables"]),
    .testTarget(
      name: "ParcelsTests",
      dependencies: [
        "Parcels", "Imagery", "Review", "Learning", "Tables", "ReviewStore", "Session", "Scenes",
      ]),
    .testTarget(
      name: "MedicalRecordsTests",
      dependencies: [
        "MedicalRecords", "Review", "ReviewStore", "Session", "Programs", "Language", "Learning",
        "Tables",
      ]),
    .testTarget(
      name: "CallsTests",
      dependencies: ["Calls", "Review", "ReviewStore", "Session", "Language", "Learning", "Tables"]),
    .testTarget(name: "TelephoneTests", dependencies: ["Telephone", "Calls", "Review"]),
    .testTarget(
      name: "LettersTests",
      dependencies: ["Letters", "Review", "ReviewStore", "Language", "Learning", "Programs"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Display", "CCurses"]),
    .testTarget(
      name: "WorkbenchTests", dependencies: ["Workbench", "Review", "Display", "Oversight"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "SessionTests",
      dependencies: [
        "Session", "Review", "ReviewStore", "Display", "Workbench", "Terminal", "Tables",
        "Oversight", "Imagery",
      ]),
    .testTarget(
      name: "vigieTests",
      dependencies: [
        "vigie", "Review", "ReviewStore", "Restaurants", "Session", "Workbench", "Display",
        "Learning", "Language", "Tables",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
