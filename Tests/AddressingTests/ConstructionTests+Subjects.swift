import Testing

/// Whose subject stands where: an inverted question has its own behind the verb, and so has the clause behind a call.
extension ConstructionTests {
    @Test(arguments: inverted) func `a subject of its own behind the verb leaves the name to be called`(
        _ scene: Scene
    ) { scene.check(in: Self.clinic) }

    static let inverted = Scene.table(
        """
        Hazel | victor is anything good on at the pictures | Victor
        Hazel | victor is anything but cheap | stay
        Hazel | tomasz was everything eaten | Tomasz
        Hazel | tomasz was everything to her | stay
        Hazel | victor has the delivery van gone out again | Victor
        Hazel | victor has the delivery van on mondays | stay
        Hazel | victor has the delivery run on mondays | stay
        Hazel | tomasz is the new mat set | Tomasz
        """)

    @Test(arguments: between) func `a name between two whole clauses is called`(_ scene: Scene) {
        scene.check(in: Self.clinic)
    }

    static let between = Scene.table(
        """
        Hazel | could we skip the second scan victor or does it cost extra | Victor
        Hazel | could we pay victor the second scan or does it cost extra | stay
        Hazel | my mother has a swollen knee tomasz it clicks all day | Tomasz
        Hazel | my mother has a swollen knee tomasz treated | stay
        Hazel | whenever i lift the crate victor half the bottles rattle | Victor
        Hazel | whenever i see victor half the bottles rattle | stay
        Hazel | was the noise upstairs tomasz or was that somebody else | stay
        """)
}
