# Parley's commands. Each says what it does and is instant when there is nothing to do.
#
#   make run          from a bare Debian 12 with a Swift toolchain to a conversation one can hear
#   make test         everything CI checks; under 12 minutes on 2 cores from a clean clone
#   make test-all     that, every acceptance group on the release build, an independent Realtime server, four independent
#                     clients, an MCP server, a Prometheus, the address and thread sanitizers, a short soak
#   make test-web     the web page in a real Chromium: its sound measured, its words read
#   make test-firefox what differs between browsers' sound, in a real Firefox
#   make build        the release build, .build/release/parley
#   make acceptance   every acceptance group on the release build
#   make figures      what the README promises, measured on this machine
#   make bench        Parley beside the limit, a relay that forwards the same streams: Benchmarks/RESULTS.md and its pictures, in
#                     15 minutes; QUICK=1 for a look, BENCH="--only one,rooms-100 --hurry" for more (Benchmarks/bench.py)
#   make bench-peers  the same beside what people use today, in a venv
#   make instructions what a frame costs on its way through a room, counted; WRITE=1 keeps it as what CI compares with
#   make soak         rooms full of people on a Realtime server in foul weather; MINUTES=N (10), SEED=N to repeat one's kind
#   make hearing      how long an answer takes with one agent in the room and with eight, turn about
#   make lint         the formatter's opinion, the architecture's check
#   make proofs       what must never happen, looked for: every order of events, thousands of rooms, the routing's speed
#   make explore      every order of events on the floor; EXPLORE_SECONDS=N for deeper
#   make faults       every fault of a Realtime server at every moment of a call, compared with Protocol/faults.md
#   make simulate     10,000 rooms in which anything may happen; SEEDS=N for more, FIRST=N for others
#   make mutate       a million broken inputs for every reader of files, requests, events and frames; COUNT=N, SEED=N
#   make fuzz         the interface's description put to the test; EXAMPLES=N for each operation
#   make clean        removes what was built; speech files in the cache folder stay
#
# `make test` builds once, in debug: the same build serves `swift test`, the acceptance groups and the proofs. A second,
# optimised build would cost as much again, the dependencies' C and C++ first of all. What only computes is optimised in it
# (PARLEY_OPTIMISED, Package.swift): the proofs count by how much they look at, and overflow traps stay.
# What is about speed (`make run`, `make acceptance`, figures) uses the release build.

SHELL := /bin/sh
SWIFT_DIRECTORIES := Package.swift Sources Tests
PYTHON := .venv/bin/python
# CI's groups wait for real time far more than they compute, so more of them than there are cores run side by side.
JOBS ?= 5
# The kit tells sounds apart with matrices so small that a thread for them costs thirty times what it saves, and takes the cores
# from the service it judges.
export OPENBLAS_NUM_THREADS := 1
export PARLEY_OPTIMISED := 1
KIT := $(if $(wildcard ../shared/acceptance/run),../shared/acceptance,Tests/Acceptance)

.PHONY: run test test-all build figures debug lint architecture clean setup speech python program compiled-calmly swift-test protocol-test \
        acceptance acceptance-all acceptance-test e2e-test peer independent-server-test clients independent-clients-test web test-web test-firefox mcp mcp-test dashboard-test crash-test \
        mutate fuzz sanitize computed-calmly waited-for small-tests soak soak-smoke soak-test bench bench-peers bench-harness bench-test instructions hearing proofs explore simulate faults routing-time proofs-build frames-build

run: setup speech build
	.build/release/parley demo

test: setup
	@# What waits for the network, beside what compiles.
	$(MAKE) -j 4 program python speech web
	@# What waits for real time goes before what only computes: the tests are compiled beside those who need the program alone, and
	@# computed beside those who wait.
	$(MAKE) -j 4 -o program -o python -o speech acceptance-test e2e-test small-tests compiled-calmly
	$(MAKE) -j 2 -o debug -o program -o speech -o web waited-for computed-calmly
	@# When nothing else runs: 10,000 rooms on both cores in a minute, and the routing, 100 to 130 µs of the wanted 200 here; CI may
	@# have a slower machine.
	$(MAKE) -o proofs-build simulate
	$(MAKE) -o proofs-build routing-time ROUTING_MICROSECONDS=300
	@echo "test: all passed"

# Idle is a policy, which is inherited; nice is a number, which the dispatch library of SwiftPM sets anew for its compilers.
CALMLY := chrt --idle 0
compiled-calmly:
	$(CALMLY) $(MAKE) debug lint

computed-calmly:
	$(CALMLY) python3 -B Scripts/swift_test.py --half computing
	$(CALMLY) $(MAKE) -o setup -o proofs-build -o frames-build faults instructions explore EXPLORE_SECONDS=15

# One after the other: a browser beside these would disturb them and itself.
waited-for: debug speech web
	python3 -B Scripts/swift_test.py --half real-time
	$(MAKE) -o program -o speech -o web test-web WEB="-m 'not thorough'"

small-tests: protocol-test soak-test bench-test

test-all: test acceptance acceptance-all hearing independent-server-test independent-clients-test mcp-test dashboard-test test-web test-firefox sanitize soak-smoke mutate fuzz crash-test
	$(MAKE) explore EXPLORE_SECONDS=300

setup:
	@Scripts/setup.sh

speech: setup
	@Scripts/speech.sh

python: setup
	@Scripts/python.sh

# Warnings are errors in every target (Package.swift), so a build is the check for them, too.
build: setup
	swift build -c release --product parley

figures: build speech python
	$(PYTHON) -B Benchmarks/figures.py

# The load and the relay are C, two seconds of a compiler.
bench-harness: setup
	@$(MAKE) -s -C Benchmarks/harness

# On a machine that does nothing else. A missed target is no failure: it is in the table.
BENCH ?=
bench: build bench-harness python
	$(PYTHON) -B Benchmarks/bench.py $(if $(QUICK),--quick) $(BENCH)

bench-peers: build bench-harness python
	@Scripts/python.sh .venv-bench Benchmarks/peers/requirements.txt
	$(PYTHON) -B Benchmarks/bench.py --peers $(if $(QUICK),--quick) $(BENCH)

bench-test: bench-harness python
	$(PYTHON) -B -m pytest -q -p no:cacheprovider Tests/Benchmarks

# Ends with a verdict on memory, descriptors, latency, silence and overlaps, and a chart, .build/soak.svg.
MINUTES ?= 10
soak: build python
	$(PYTHON) -B Benchmarks/soak.py --minutes $(MINUTES) $(if $(SEED),--seed $(SEED))

# Too short to see a leak, long enough to see a mute room, an overlap, a crash or a descriptor left open.
soak-smoke: build python
	$(PYTHON) -B Benchmarks/soak.py --minutes 0.34

soak-test: python
	$(PYTHON) -B -m pytest -q -p no:cacheprovider Tests/Soak

# HEARING="--agents 1,8,16,32" for more; --plant 100 shows what it looks like when somebody has to wait.
HEARING ?=
hearing: build speech python
	$(PYTHON) -B Benchmarks/hearing.py $(HEARING)

# Lines and names for whoever reads a crash, nothing for a debugger: a quarter less to compile. Whoever wants these builds with
# `swift build` alone, or DEBUG_BUILD= here. Of the index only our own sources: SwiftPM's runner of tests is made from that, and the
# standard library's and the C modules' part of it, for editors, is a fifth of the compiler's work.
DEBUG_BUILD ?= -Xswiftc -gline-tables-only -Xcc -g0 -Xcxx -g0 -Xswiftc -index-ignore-system-modules -Xswiftc -index-ignore-clang-modules
debug: setup
	swift build --build-tests $(DEBUG_BUILD)

# The command alone, without the tests in Swift.
program: setup
	swift build --product parley $(DEBUG_BUILD)

lint: architecture
	swift format lint --strict --parallel --recursive $(SWIFT_DIRECTORIES)

architecture:
	@Scripts/check_architecture_test.sh
	@Scripts/check_architecture.sh

# A disturbed measurement of real time gets a second run; the script says what does not.
swift-test: debug speech
	python3 -B Scripts/swift_test.py

# The contract's machine-readable form: schemas, examples, and the judge of the acceptance groups.
protocol-test: python
	$(PYTHON) -B -m pytest -q -p no:cacheprovider Tests/Protocol

# The commands and the service as people use them; the demo plays once for all its tests, the others meanwhile.
e2e-test: program speech python
	PARLEY=.build/debug/parley $(PYTHON) -B -m pytest -q -rsR --reruns 1 -p no:cacheprovider Tests/EndToEnd \
		--ignore Tests/EndToEnd/test_independent_clients.py --ignore Tests/EndToEnd/test_prometheus.py

# kill -9 a hundred times, SEED=N to repeat one's kind; and what takes a while of waiting. CI has ten kills.
crash-test: program speech python
	ALL=1 KILLS=100 PARLEY=.build/debug/parley $(PYTHON) -B -m pytest -q -s -p no:cacheprovider \
		Tests/EndToEnd/test_crash.py Tests/EndToEnd/test_journal.py

# A Realtime server by other people, whose packages are 340 MB.
peer: setup
	@Scripts/python.sh .venv-peer Tests/EndToEnd/peer-requirements.txt

independent-server-test: program speech python peer
	PARLEY=.build/debug/parley $(PYTHON) -B -m pytest -q -rs -p no:cacheprovider Tests/EndToEnd/test_independent_server.py

# Realtime clients by other people against our server; their packages are 780 MB.
clients: setup
	@Scripts/python.sh .venv-clients Tests/EndToEnd/clients-requirements.txt

independent-clients-test: program speech python clients
	PARLEY=.build/debug/parley $(PYTHON) -B -m pytest -q -rs -p no:cacheprovider Tests/EndToEnd/test_independent_clients.py

# An MCP server by the protocol's own people, 70 MB.
mcp: setup
	@Scripts/python.sh .venv-mcp Tests/EndToEnd/mcp-requirements.txt

# The dashboard's queries put to a real Prometheus that scrapes a service.
dashboard-test: program speech python
	@Scripts/tool.sh prometheus
	PARLEY=.build/debug/parley $(PYTHON) -B -m pytest -q -rs -p no:cacheprovider Tests/EndToEnd/test_prometheus.py

# The web page in a real Chromium, which is Debian's; playwright drives it. Real time passes in it: a machine that is busy
# besides makes its callers stutter, so it runs alone.
web: setup
	@Scripts/chromium.sh
	@Scripts/python.sh .venv-web Tests/Web/requirements.txt

# WEB="-k scene" for some of them.
WEB ?=
test-web: program speech web
	PARLEY=.build/debug/parley .venv-web/bin/python -B -m pytest -q -rR --reruns 1 -p no:cacheprovider Tests/Web $(WEB)

# What differs between browsers' sound, in Firefox. Now and then Firefox itself stands still over its first sound by a PulseAudio that
# was started a moment ago; hence the second and third try.
test-firefox: program speech python
	@Scripts/firefox.sh
	PARLEY=.build/debug/parley $(PYTHON) -B -m pytest -q -rR --reruns 2 -p no:cacheprovider Tests/Firefox

mcp-test: program speech python mcp
	PARLEY=.build/debug/parley $(PYTHON) -B -m pytest -q -rs -p no:cacheprovider Tests/EndToEnd/test_mcp.py

# All time limits doubled: CI's two cores run five groups side by side, and the kit's own callers lag then.
acceptance-test: program speech python
	KIT_SLACK=2 $(PYTHON) -B Tests/Acceptance/check.py --parley .build/debug/parley --jobs $(JOBS)

acceptance: build speech python
	$(PYTHON) -B $(KIT)/run --parley .build/release/parley --jobs $(JOBS) --results .build/acceptance.json

# Ours alone, with the variants that CI leaves out.
acceptance-all: build speech python
	KIT_ALL=1 $(PYTHON) -B Tests/Acceptance/check.py --parley .build/release/parley --jobs $(JOBS) --group contract,hostile,interruptions,turns,guesses,memory,toolcalls,budget,fallback,limits,matrix,sessions,ears,operation,opus,recordings,records

# Nothing of C++ and no dependency but the argument parser: for whoever wants them without the tests.
proofs-build: setup
	swift build --product proofs $(DEBUG_BUILD)

frames-build: setup
	swift build --product frames $(DEBUG_BUILD)

proofs: explore simulate faults routing-time

# Breadth first, so the deepest that the time allows; a broken promise comes with the shortest script that leads to it.
EXPLORE_SECONDS ?= 30
explore: proofs-build
	.build/debug/proofs explore --seconds $(EXPLORE_SECONDS)

# Of a failing room the shortest script is printed; `proofs simulate --replay FILE` plays it again.
SEEDS ?= 10000
FIRST ?= 0
simulate: proofs-build
	.build/debug/proofs simulate --seeds $(SEEDS) --first $(FIRST)
	.build/debug/proofs simulate --limited --seeds $$(($(SEEDS) / 10)) --first $(FIRST)

# After a change that is meant: `.build/debug/proofs faults --write`.
faults: proofs-build
	.build/debug/proofs faults

# Counted, not timed: the same on a busy machine. After a change that is meant: make instructions WRITE=1.
instructions: frames-build
	@Scripts/tool.sh valgrind
	python3 -B Benchmarks/instructions.py $(if $(WRITE),--write)

ROUTING_MICROSECONDS ?= 200
routing-time: proofs-build
	.build/debug/proofs routing-time --limit $(ROUTING_MICROSECONDS)

# Memory that is used wrongly, in everything but what only looks at many orders of events; then the parts where threads meet. Each
# needs a build of its own. What stays allocated at the end of a process is no finding. Instrumented code is slow: few tests at a
# time, and patience for what they wait for (Tests/Material/Patience.swift).
CALM := --experimental-maximum-parallelization-width 4
sanitize: setup speech
	PARLEY_PATIENCE=10 ASAN_OPTIONS=detect_leaks=0 swift test $(CALM) --sanitize=address --scratch-path .build-address \
		--skip 'SimulationTests|FaultMatrix|ExplorationTests'
	PARLEY_PATIENCE=10 swift test $(CALM) --sanitize=thread --scratch-path .build-sanitize \
		--filter 'NetworkingTests|ServiceTests|EmbeddedRealtimeTests|JournalTests'

# Seven minutes of one core, shared by all. One that falls over takes the program with it: the number of its input is in one of
# .build/mutation-NAME-….
COUNT ?= 1000000
mutate: setup
	swift build -c release --product mutate
	.build/release/mutate --count $(COUNT) $(if $(SEED),--seed $(SEED))

EXAMPLES ?= 500
fuzz: program speech python
	PARLEY=.build/debug/parley FUZZ_EXAMPLES=$(EXAMPLES) $(PYTHON) -B -m pytest -q -p no:cacheprovider Tests/EndToEnd/test_interface.py

clean:
	rm -rf .build .build-address .build-sanitize .venv .venv-peer .venv-clients .venv-mcp .venv-web .venv-bench .cache
