import Audio
import Testing

@Suite struct MixerTests {
    @Test func `the sum is clipped once, whatever the order of voices`() {
        let voices: [[Int16]] = [[30_000, -30_000, 5], [10_000, -10_000, 6], [-20_000, 20_000, 7]]
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            var mixer = Mixer(sampleCount: 3)
            for voice in order { mixer.add(voices[voice]) }
            #expect(mixer.samples == [20_000, -20_000, 18])
        }
        var loud = Mixer(sampleCount: 2)
        for _ in 0..<3 { loud.add([.max, .min]) }
        #expect(loud.samples == [.max, .min])
    }

    @Test func `nobody hears themselves, even where the whole mix would clip`() {
        let ana: [Int16] = [30_000, 1]
        let ben: [Int16] = [20_000, 2, 3]
        var mixer = Mixer(sampleCount: 3)
        mixer.add(ana)
        mixer.add(ben)
        var heard: [Int16] = []
        mixer.mix(without: ana.span, into: &heard)
        #expect(heard == ben)
        #expect(mixer.samples == [.max, 3, 3])
    }

    @Test func `a voice may start late, end early or be too long`() {
        var mixer = Mixer(sampleCount: 4)
        mixer.add([1, 1])
        mixer.add([2, 2, 2, 2, 2, 2], from: 2)
        mixer.add([9], from: 4)
        mixer.add([9], from: 40)
        #expect(mixer.samples == [1, 1, 2, 2])
    }

    @Test func `a mixer starts over with silence`() {
        var mixer = Mixer(sampleCount: 1)
        mixer.add([5])
        mixer.reset(sampleCount: 2)
        #expect(mixer.samples == [0, 0])
    }
}
