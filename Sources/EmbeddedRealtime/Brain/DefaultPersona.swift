import Personas

extension Persona {
    /// Who answers when a client asks for a model this server has no persona for, such as the name of a real one.
    static let embedded = Persona(
        id: "parley", name: "Parley",
        script: [
            Rule(
                when: ["who are you", "your name"],
                say: "I am Parley's built-in voice. I run on this machine alone and speak from a script."),
            Rule(
                when: ["hello", "hi", "hey", "good morning", "good afternoon", "good evening"],
                say: "Hello! I can hear you. What can I do for you?"),
            Rule(when: ["story"], say: story),
            Rule(when: ["thank you", "thanks"], say: "You are welcome."),
            Rule(when: ["bye", "goodbye"], say: "Goodbye! It was nice talking to you."),
            Rule(
                say:
                    "I have heard you. I only know a script; start me with a language model to hear me think."
            ),
        ],
        instructions: "You are a helpful assistant who answers briefly.")

    /// Long enough to be interrupted.
    private static let story = """
        Once upon a time there was a lighthouse keeper who counted ships. Every evening he climbed the stairs and lit \
        the lamp. He wrote each ship into a big blue book, with its colour and the hour it passed. One night a ship \
        came that carried no light at all. He rang the bell until his arms were tired. At last a small lantern answered \
        from the dark, then another, and then a hundred more. The whole fleet had been sailing behind her, silent, \
        because her captain had lost his voice. In the morning they brought the keeper a new book. On its first page \
        stood the name of every ship that had come home. And from that day on nobody passed the lighthouse without \
        saying good evening.
        """
}
