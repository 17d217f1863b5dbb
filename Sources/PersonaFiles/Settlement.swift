internal import Personas

/// Which version of each file is in force when spoken names must lead to one agent each.
///
/// Who is in force keeps their names; among newcomers the first file name wins. A file that loses is broken,
/// and what it said before stays in force, with the names of that.
struct Settlement {
    private(set) var inForce: [String: Persona] = [:]
    private(set) var broken: [String: [PersonaMistake]] = [:]

    /// Every rejected newcomer takes its former names back, which may in turn reject another newcomer: so
    /// the round starts again until nobody is rejected. Each start has one more rejected file: it ends.
    init(_ files: [FileReading], before: Catalogue) {
        let former = Dictionary(
            before.entries.compactMap { entry in entry.persona.map { (entry.file, $0) } },
            uniquingKeysWith: { $1 })
        for file in files {
            if case .failure(let mistakes) = file.result { broken[file.file] = mistakes.all }
        }
        while let rejected = round(files, former) { broken[rejected.file] = rejected.collisions }
    }

    /// - Returns: the first newcomer whose names are taken; `nil` when everything fits together.
    private mutating func round(
        _ files: [FileReading], _ former: [String: Persona]
    ) -> (file: String, collisions: [PersonaMistake])? {
        var owners: [[String]: String] = [:]
        inForce = [:]
        var newcomers: [(file: String, reading: PersonaReading)] = []
        for file in files {
            if broken[file.file] == nil, case .success(let reading) = file.result,
                reading.persona != former[file.file]
            {
                newcomers.append((file.file, reading))
            } else if let persona = former[file.file] {
                inForce[file.file] = persona
                for name in [persona.name] + persona.aliases { owners[Persona.words(of: name)] = file.file }
            }
        }
        for (file, reading) in newcomers {
            let collisions = reading.calledNames.compactMap { name, line in
                owners[Persona.words(of: name)].map { owner in
                    PersonaMistake(
                        file: file, line: line,
                        "'\(name)' is what \(owner) is called already; choose a name that leads to one agent")
                }
            }
            guard collisions.isEmpty else { return (file, collisions) }
            inForce[file] = reading.persona
            for (name, _) in reading.calledNames { owners[Persona.words(of: name)] = file }
        }
        return nil
    }
}
