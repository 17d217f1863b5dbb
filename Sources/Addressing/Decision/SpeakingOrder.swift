/// Who of several is to speak first.
enum SpeakingOrder {
    static let first = Pattern.table(
        """
        @ first
        @ go|goes|start|starts|begin|begins|speak|speaks|answer|answers|to|can|should|gets go|start|speak|answer|begin? first
        @ to? start|starts|begin|begins|kick $
        first|zuerst|primero|abord comes|up|is|let? @
        begin|start|beginning|starting|empezando|empieza|empezamos|commence|commencez|commencons|fang|fangt|beginne|beginnt with|por|con|par|avec|mit|an? @
        @ zuerst
        @ zuerst|erst|anfangen|beginnen
        @ primero|empieza
        @ d abord
        @ en premier
        @ commence
        @ fangt an
        """)

    static let last = Pattern.table(
        """
        before @ <base>
        before @ says|speaks|answers|goes|starts|does|gets|tells|explains
        before @ $
        @ last
        @ at the end
        @ after that|him|her|them
        finally @
        antes de|que? @
        avant @
        vor @
        bevor @
        """)

    /// `after @`, where what follows the name is what it shall do.
    static let after = Pattern.table(
        """
        after|once @ is|has|tells|says|speaks|answers|goes|finishes|explains|gives|does|talks|responds|starts|shares|'s
        """)
}
