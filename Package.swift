// swift-tools-version:6.2
import PackageDescription

/// Every target is held to the same, strictest, language settings, but for one thing: which C module owns the
/// members of one of libc's structs (`timespec`, `sockaddr_in`) depends on which module was compiled first, so
/// targets that read such structs cannot name it in an import.
///
/// What only computes is optimised in debug builds, too, when PARLEY_OPTIMISED is set, as `make` does: one build then serves
/// the tests, the service under test and the proofs, which count by how much they look at. Traps for overflows and broken
/// preconditions stay. Without it an edit is compiled in seconds.
///
/// Overlapping accesses to one property are looked for in debug builds, which all tests run on; a release, where each access to
/// an object of the sockets or of a room would be entered in a table first, spends an eighth of its instructions outside the
/// kernel on that, and goes without in these two targets.
func strict(_ target: String) -> [SwiftSetting] {
    let computes: Set = [
        "Addressing", "Audio", "Codecs", "FloorControl", "FloorTesting", "Grammar", "JSONValues", "Personas",
        "Realtime", "RoomTesting",
        "Rooms", "TestMaterial", "WebSocketFrames", "frames", "proofs",
    ]
    let isOptimised = Context.environment["PARLEY_OPTIMISED"] != nil && computes.contains(target)
    let readsLibC: Set = [
        "Networking", "NetworkingTests", "PersonaFiles", "PersonaFilesTests", "EmbeddedRealtime",
        "EmbeddedRealtimeTests", "Service", "ServiceTests", "Benchmarking", "parley",
    ]
    let servesFrames: Set = ["Networking", "Service"]
    return [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
    ] + (readsLibC.contains(target) ? [] : [.enableUpcomingFeature("MemberImportVisibility")])
        // Whole modules, and on two threads because the compiler cannot index them on one.
        + (isOptimised
            ? [.unsafeFlags(["-O", "-wmo", "-num-threads", "2"], .when(configuration: .debug))] : [])
        + (servesFrames.contains(target)
            ? [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))] : [])
}

/// A library target of the house; `Sources/<name>`.
/// What lies there `besides` is for readers.
func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil,
    besides: [String] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: besides, resources: resources,
        swiftSettings: strict(name))
}

/// The tests of one room; `Tests/<name>Tests`.
/// What lies in its folders `besides` is read where it lies.
func tests(_ name: String, _ more: [Target.Dependency] = [], besides: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name), "TestMaterial"] + more, exclude: besides,
        swiftSettings: strict("\(name)Tests"))
}

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let collections: Target.Dependency = .product(name: "OrderedCollections", package: "swift-collections")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let jwt: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let tracing: Target.Dependency = .product(name: "Tracing", package: "swift-distributed-tracing")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "parley",
    products: [.executable(name: "parley", targets: ["parley"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        .systemLibrary(name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),
        .systemLibrary(
            name: "CLibwebsockets", pkgConfig: "libwebsockets", providers: [.apt(["libwebsockets-dev"])]),
        .systemLibrary(name: "CSpeexDSP", pkgConfig: "speexdsp", providers: [.apt(["libspeexdsp-dev"])]),
        .systemLibrary(name: "COpus", pkgConfig: "opus", providers: [.apt(["libopus-dev"])]),
        .systemLibrary(name: "CFlite", providers: [.apt(["flite1-dev"])]),
        .target(name: "CBase64", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
        .target(name: "CSpeechEngines"),
        // The files of the web page lie in `site`; `web_page.c` names them.
        .target(name: "CWebPage", exclude: ["site", "pictures"]),

        room("JSONValues", ["CJansson", collections]),
        room("Audio"),
        room("Codecs", ["CSpeexDSP", "COpus"]),
        room("Grammar", besides: ["README.md"]),
        room("Addressing", ["Grammar"], besides: ["README.md"]),
        room("FloorControl"),
        room("Personas"),
        room("PersonaFiles", ["Personas", "JSONValues", "Realtime", yams]),
        room("Realtime", ["CBase64", "JSONValues", "Audio"]),
        room("Rooms", ["Addressing", "Audio", "FloorControl", "JSONValues", "Personas", "Realtime"]),
        room("Journal", ["JSONValues", grdb, logging]),
        room("WebSocketFrames"),
        room("Networking", ["CLibwebsockets", "WebSocketFrames", httpTypes]),
        room(
            "EmbeddedRealtime",
            [
                "Realtime", "Audio", "Codecs", "JSONValues", "Networking", "Personas", "PersonaFiles",
                "CFlite",
                "CSpeechEngines", collections, httpTypes, logging,
            ]),
        room(
            "Service",
            [
                "Addressing", "Audio", "CWebPage", "Codecs", "FloorControl", "Journal", "JSONValues",
                "Networking",
                "PersonaFiles", "Personas", "Realtime", "Rooms", collections, crypto, httpTypes, jwt, logging,
                metrics, tracing, yams,
            ],
            // The interface as it is written down goes into the program, so that it always answers with its own.
            resources: [.embedInCode("Resources/openapi.yaml")]),
        room("FloorTesting", ["FloorControl"]),
        room("RoomTesting", ["Rooms", "JSONValues", "FloorControl", "Personas", "Realtime", "Audio"]),
        room("Benchmarking", ["Networking", "Realtime", httpTypes]),
        .executableTarget(
            name: "parley",
            dependencies: [
                "Addressing", "Audio", "Benchmarking", "Codecs", "EmbeddedRealtime", "FloorControl",
                "Journal", "JSONValues",
                "Networking", "PersonaFiles", "Personas", "Realtime", "Rooms", "Service", arguments,
                httpTypes, logging, metrics, tracing,
            ],
            swiftSettings: strict("parley")),
        .executableTarget(
            name: "proofs",
            dependencies: [
                "Addressing", "Audio", "FloorControl", "FloorTesting", "Personas", "Realtime", "RoomTesting",
                "Rooms", arguments,
            ],
            path: "Tests/Proofs", swiftSettings: strict("proofs")),
        .executableTarget(
            name: "frames",
            dependencies: [
                "Audio", "FloorControl", "Personas", "Realtime", "RoomTesting", "Rooms", arguments,
            ],
            path: "Tests/Frames", swiftSettings: strict("frames")),
        // What the tests of several rooms share: seeds, tones, patience.
        .target(
            name: "TestMaterial", path: "Tests/Material", swiftSettings: strict("TestMaterial")),
        .target(
            name: "MutationTesting",
            dependencies: [
                "Audio", "JSONValues", "Networking", "PersonaFiles", "Personas", "Realtime", "Rooms",
                "Service", "TestMaterial", "WebSocketFrames", httpTypes,
            ],
            path: "Tests/Mutation/Library", swiftSettings: strict("MutationTesting")),
        .executableTarget(
            name: "mutate", dependencies: ["MutationTesting", arguments], path: "Tests/Mutation/Command",
            swiftSettings: strict("mutate")),

        tests("JSONValues"),
        tests("Audio", ["RoomTesting"]),
        tests("Codecs", ["Audio"]),
        tests("Grammar"),
        tests("Addressing"),
        tests("FloorControl", ["FloorTesting"]),
        tests("Personas"),
        tests("PersonaFiles", ["Personas", "JSONValues"]),
        tests("Realtime", ["JSONValues"], besides: ["Reference"]),
        tests(
            "Rooms", ["RoomTesting", "Personas", "Realtime", "FloorControl", "Audio", "JSONValues"],
            besides: ["Conversations"]),
        tests("Journal", ["JSONValues", grdb]),
        tests("WebSocketFrames"),
        tests("Networking", [httpTypes]),
        tests(
            "EmbeddedRealtime",
            ["Realtime", "Audio", "Codecs", "JSONValues", "Networking", "Personas", httpTypes],
            besides: ["sdk_turns.py"]),
        tests(
            "Service",
            [
                "Audio", "Codecs", "FloorControl", "Journal", "JSONValues", "Networking", "PersonaFiles",
                "Personas", "Realtime", "Rooms", crypto, httpTypes, logging, metrics, tracing,
            ]),
        tests("Benchmarking"),
        .testTarget(
            name: "MutationTests", dependencies: ["MutationTesting", "TestMaterial"],
            swiftSettings: strict("MutationTests")),
        .testTarget(
            name: "ProtocolTests",
            dependencies: ["Audio", "FloorControl", "JSONValues", "Realtime", "Rooms", "Service"],
            swiftSettings: strict("ProtocolTests")),
    ],
    swiftLanguageModes: [.v6]
)
