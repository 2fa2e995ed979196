"""Conversations live in memory, hold no words, and vanish."""

from __future__ import annotations

from bot.domain.replies import Button
from bot.engine.conversations import Conversations, looks_like_token


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def conversations(clock: Clock, limit: int = 3) -> Conversations:
    return Conversations(idle_seconds=60, limit=limit, clock=clock)


def test_the_same_sender_gets_the_same_conversation_on_one_channel_only() -> None:
    all_of_them = conversations(Clock())
    first = all_of_them.open("a", "web", counted=True)
    assert all_of_them.open("a", "web", counted=True) is first
    assert all_of_them.open("a", "teams", counted=True) is not first
    assert all_of_them.by_key(first.key) is first


def test_the_name_of_the_sender_is_nowhere_in_the_conversation() -> None:
    all_of_them = conversations(Clock())
    conversation = all_of_them.open("jansen-personeelsnummer-1", "web", counted=True)
    assert "jansen" not in repr(conversation) + repr(vars(all_of_them))


def test_an_idle_conversation_is_gone_and_a_living_one_stays() -> None:
    clock = Clock()
    all_of_them = conversations(clock)
    old = all_of_them.open("a", "web", counted=True)
    clock.now = 59
    young = all_of_them.open("b", "web", counted=True)
    clock.now = 61
    all_of_them.sweep()
    assert all_of_them.by_key(old.key) is None
    assert all_of_them.by_key(young.key) is young


def test_the_longest_silent_conversation_makes_room_for_a_new_one() -> None:
    clock = Clock()
    all_of_them = conversations(clock, limit=2)
    a = all_of_them.open("a", "web", counted=True)
    b = all_of_them.open("b", "web", counted=True)
    all_of_them.open("a", "web", counted=True)
    all_of_them.open("c", "web", counted=True)
    assert len(all_of_them) == 2
    assert all_of_them.by_key(b.key) is None
    assert all_of_them.by_key(a.key) is a


def test_forgetting_takes_everything_and_forgetting_twice_is_no_error() -> None:
    all_of_them = conversations(Clock())
    conversation = all_of_them.open("a", "web", counted=True)
    all_of_them.forget("a", "web")
    all_of_them.forget("a", "web")
    assert len(all_of_them) == 0
    assert all_of_them.by_key(conversation.key) is None


def test_a_button_is_an_opaque_token_that_only_its_own_conversation_knows() -> None:
    all_of_them = conversations(Clock())
    mine = all_of_them.open("a", "web", counted=True)
    (button,) = mine.offer((Button("Ja, extern", '/vp_zoeken{"keuze":"extern"}'),))
    assert looks_like_token(button.payload)
    assert "vp_zoeken" not in button.payload
    assert mine.pressed(button.payload) == '/vp_zoeken{"keuze":"extern"}'
    assert all_of_them.open("b", "web", counted=True).pressed(button.payload) is None


def test_the_exact_title_of_a_button_of_the_last_answer_presses_it() -> None:
    conversation = conversations(Clock()).open("a", "web", counted=True)
    conversation.offer((Button("Ja, extern", "/vp_zoeken"),))
    assert conversation.pressed("ja,  Extern") == "/vp_zoeken"
    assert conversation.pressed("extern") is None
    conversation.forget_titles()
    assert conversation.pressed("ja, extern") is None


def test_old_buttons_make_room_so_that_a_conversation_cannot_grow() -> None:
    conversation = conversations(Clock()).open("a", "web", counted=True)
    (first,) = conversation.offer((Button("eerste", "/groet"),))
    for number in range(250):
        conversation.offer((Button(str(number), "/groet"),))
    assert conversation.pressed(first.payload) is None
