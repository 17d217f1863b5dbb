import Testing

@testable import Service

@Suite struct DeliverySlotsTests {
    @Test func `so many go at once, the others in the order they came`() {
        var slots = DeliverySlots()
        for number in 0..<DeliverySlots.promptCount {
            #expect(slots.ask(number, receiver: "a", .prompt) == true)
        }
        #expect(slots.ask(1_000, receiver: "b", .prompt) == false)
        #expect(slots.ask(1_001, receiver: "c", .prompt) == false)
        #expect(slots.done(5) == [1_000])
        #expect(slots.done(6) == [1_001])
        #expect(slots.done(7).isEmpty)
    }

    @Test func `a thousand dead receivers wait for each other, and a healthy one goes at once`() {
        var slots = DeliverySlots()
        let admitted = (0..<1_000).filter { slots.ask($0, receiver: "dead-\($0)", .suspect) }.count
        #expect(admitted == DeliverySlots.suspectCount)
        #expect(slots.ask(5_000, receiver: "healthy", .prompt) == true)
    }

    @Test func `who takes long makes room for others, as far as there is room among the suspects`() {
        var slots = DeliverySlots()
        var next = 0
        func fill() {
            for _ in 0..<DeliverySlots.promptCount {
                _ = slots.ask(next, receiver: "slow-\(next)", .prompt)
                next += 1
            }
        }
        fill()
        fill()
        for number in 0..<DeliverySlots.promptCount {
            #expect(slots.suspect(number) == [DeliverySlots.promptCount + number])
        }
        for number in DeliverySlots.promptCount..<next { _ = slots.suspect(number) }
        #expect(slots.insideCount <= DeliverySlots.promptCount + DeliverySlots.suspectCount)
    }

    @Test func `one receiver that fails is asked by a few at a time`() {
        var slots = DeliverySlots()
        let admitted = (0..<500).filter { slots.ask($0, receiver: "one", .suspect) }.count
        #expect(admitted == DeliverySlots.perReceiver)
        #expect(slots.ask(900, receiver: "another", .suspect) == true)
        #expect(slots.done(0) == [DeliverySlots.perReceiver])
        #expect(slots.done(499).isEmpty, "who goes without having been let in leaves no hole")
    }

    @Test(arguments: [1, 3, 64]) func `what several share is no more than what one has`(sharers: Int) {
        var inside = (prompt: 0, suspect: 0)
        for sharer in 0..<sharers {
            var prompt = DeliverySlots(sharedBy: sharers)
            inside.prompt += (0..<300).count { prompt.ask($0, receiver: "a", .prompt) }
            var suspect = DeliverySlots(sharedBy: sharers)
            inside.suspect += (0..<300).count { suspect.ask($0, receiver: "\(sharer) \($0)", .suspect) }
        }
        #expect(inside.prompt <= DeliverySlots.promptCount && inside.suspect <= DeliverySlots.suspectCount)
        #expect(inside.prompt > DeliverySlots.promptCount / 2)
    }
}
