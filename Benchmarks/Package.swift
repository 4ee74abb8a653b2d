// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "outlay-bench",
    dependencies: [.package(name: "outlay", path: "..")],
    targets: [
        .executableTarget(
            name: "OutlayBench",
            dependencies: [.product(name: "Outlay", package: "outlay")],
            swiftSettings: [.treatAllWarnings(as: .error)])
    ]
)
