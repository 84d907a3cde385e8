// swift-tools-version: 6.1
import PackageDescription

// Our inner figures, apart from the product: `make bench` runs them after the measures from outside.
let package = Package(
  name: "vigie-benchmarks",
  dependencies: [.package(name: "vigie", path: "..")],
  targets: [
    .executableTarget(
      name: "inner", dependencies: [.product(name: "VigieRooms", package: "vigie")])
  ],
  swiftLanguageModes: [.v6]
)
