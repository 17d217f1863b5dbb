"""The soak's judgement: what is flat passes, what is not does not."""
import random, types, xml.dom.minidom
import pytest
from soaking import chart, verdict
from soaking.gauge import Window
from soaking.ledger import Ledger, percentile

TEN_MINUTES = range(0, 600)


def rss(per_hour, noise=0.3, seed=7):
    """40 MiB that grow; after a first minute in which every process does."""
    rng = random.Random(seed)
    return [(at, 40 + min(at, 60) / 20 + per_hour * at / 3600 + rng.gauss(0, noise)) for at in TEN_MINUTES]


@pytest.mark.parametrize("per_hour, is_well", [(0, True), (6, True), (-30, True), (50, False), (600, False)])
def test_memory_that_grows_is_a_leak_and_warming_up_is_none(per_hour, is_well):
    assert verdict.memory(rss(per_hour), closed=80).is_well is is_well


def test_the_leak_that_was_planted_is_found():
    """38 closed rooms kept, as measured: 62 MiB/h in a soak of four minutes."""
    assert verdict.memory(rss(62)[:250], closed=38).is_well is False


def test_too_short_a_soak_says_nothing_about_memory():
    assert verdict.memory(rss(600)[:100], closed=5).is_well is None


def test_the_fitted_line_is_least_squares():
    assert verdict.slope([(0, 1), (1, 3), (2, 5)]) == 2
    assert verdict.slope([(0, 0), (1, 4), (2, 2)]) == 1
    assert verdict.slope([(3, 1)]) == 0 == verdict.slope([(3, 1), (3, 9)])


@pytest.mark.parametrize("before, after, is_well", [(11, 11, True), (11, 9, True), (11, 12, False)])
def test_one_descriptor_left_open_is_one_too_many(before, after, is_well):
    assert verdict.descriptors(before, after).is_well is is_well


@pytest.mark.parametrize("last, is_well", [(0.60, True), (0.70, True), (0.73, False), (2.0, False)])
def test_rooms_may_not_answer_later_at_the_end_than_at_the_beginning(last, is_well):
    answers = [(at, 0.6 if at < 400 else last) for at in range(0, 600, 5)]
    assert verdict.latency(answers, 600).is_well is is_well


def test_fifty_milliseconds_more_are_no_trend():
    assert verdict.latency([(at, 0.1 if at < 400 else 0.145) for at in range(0, 600, 5)], 600).is_well


def test_a_few_answers_are_no_percentile():
    assert verdict.latency([(5, 0.6), (590, 9.0)], 600).is_well is None


def test_percentiles_are_by_nearest_rank():
    values = list(range(1, 101))
    assert (percentile(values, 0.5), percentile(values, 0.95), percentile([7], 0.95), percentile([], 0.5)) == (50, 95, 7, None)


def test_a_caller_who_waits_for_more_than_ten_seconds_is_written_down():
    ledger = Ledger()
    ledger.silence("soak-0", 10.4)
    assert not ledger.wrongs
    ledger.silence("soak-0", 11.2)
    assert len(ledger.wrongs) == 1 and not verdict.none_of("", ledger.wrongs).is_well


def test_an_answer_just_after_a_fault_is_no_measure_of_speed_but_after_a_harmless_one_it_is():
    ledger = Ledger()
    ledger.fault("dropped", "soak-0")
    ledger.fault("two items", "soak-1")
    ledger.answered("soak-0", 0.6)
    ledger.answered("soak-1", 0.6)
    assert (len(ledger.latencies), ledger.disturbed) == (1, 1)
    ledger.fault("ear 503")
    ledger.answered("soak-1", 0.6)
    assert ledger.disturbed == 2, "nobody knows whose ear it was"


def test_two_agents_in_one_ear_are_noticed_but_not_in_the_frame_between_them():
    from soaking.guest import Guest
    ledger = Ledger()
    guest = Guest(types.SimpleNamespace(fake=None, room="soak-0", ledger=ledger), "ana-0")
    for agents in ({0: 1.0}, {0: 1.0, 1: 1.0}, {1: 1.0}):
        guest.hear(agents)
    assert not ledger.wrongs
    guest.hear({0: 1.0, 1: 1.0})
    guest.hear({0: 1.0, 1: 1.0})
    assert ledger.wrongs == ["soak-0: two agents at once in ana-0's ear"]


def test_the_chart_is_an_svg_also_when_nothing_was_answered():
    windows = [Window(10.0 * n, 4, n, 3 * n, 40 + n, 40, 3, None, None, 0, 0.002, 0.001) for n in range(1, 5)]
    xml.dom.minidom.parseString(chart.svg("rooms & <faults>", windows, 40))
    xml.dom.minidom.parseString(chart.svg("nothing", [], 0))
