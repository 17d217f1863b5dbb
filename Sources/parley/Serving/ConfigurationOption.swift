/// `--config`, as every command that takes it means it: the flag, else `PARLEY_CONFIG`, else no file.
enum ConfigurationOption {
    /// The file's text, with the name that complaints show.
    ///
    /// - Throws: ``Complaint`` when the file cannot be read.
    static func read(
        _ flag: String?, _ environment: [String: String]
    ) throws -> (name: String, text: String)? {
        let fromEnvironment = environment["PARLEY_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        guard let path = flag ?? fromEnvironment else { return nil }
        guard let text = String(bytes: try readFile(path), encoding: .utf8) else {
            throw Complaint("\(path): the config file is not UTF-8")
        }
        return (path, text)
    }
}
