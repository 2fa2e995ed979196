"""The web channel: the contract, and everything that can come in instead."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import pytest

from tests.channels.conftest import Client, Echo

TURN = "/webhooks/rest/webhook"


async def post(client: Client, message: object, sender: object = "a") -> tuple[int, Any]:
    answer = await client.post(TURN, json={"sender": sender, "message": message})
    return answer.status, await answer.json()


async def test_a_message_gets_bubbles_with_opaque_buttons(client: Client, dialogue: Echo) -> None:
    status, bubbles = await post(client, "hoi")
    assert status == 200
    (bubble,) = bubbles
    assert bubble["recipient_id"] == "a"
    assert bubble["text"] == "gehoord"
    (button,) = bubble["buttons"]
    assert button["title"] == "Zoek"
    assert "vp_zoeken" not in json.dumps(bubbles)
    await post(client, button["payload"])
    assert dialogue.heard[-1] == ""


HOSTILE = {
    "empty": "",
    "blank": " \t\n",
    "intent": "/vp_zoeken",
    "brace": "/{",
    "intent with entities": '/vp_zoeken{"keuze":"extern"}',
    "invented token": "k:AAAAAAAAAAAA",
    "NUL": "a\x00b",
    "lone surrogate": "\ud800",
    "right to left": "\u202eabc",
    "zero width": "\u200b\u200d/x",
    "emoji": "👩‍👩‍👧‍👦😢",
    "zalgo": "z" + "\u0300" * 500,
    "markup": "<script>alert(1)</script>",
    "5,000 characters": "woord " * 833,
}


@pytest.mark.parametrize("message", HOSTILE.values(), ids=HOSTILE)
async def test_any_text_is_answered_within_a_second(client: Client, message: str) -> None:
    started = time.monotonic()
    answer = await client.post(
        TURN, data=json.dumps({"sender": "a", "message": message}).encode(), headers=JSON
    )
    assert answer.status == 200
    assert (await answer.json())[0]["text"]
    assert time.monotonic() - started < 1


JSON = {"Content-Type": "application/json"}
REFUSED: dict[str, tuple[bytes, dict[str, str], int]] = {
    "no JSON": (b"hallo", JSON, 400),
    "half JSON": (b'{"sender": "a"', JSON, 400),
    "deep JSON": (b"[" * 8_000 + b"]" * 8_000, JSON, 400),
    "a list": (b"[]", JSON, 400),
    "a number": (b"1", JSON, 400),
    "no UTF-8": (b'{"sender": "a", "message": "\xff"}', JSON, 400),
    "no sender": (b'{"message": "hoi"}', JSON, 400),
    "an empty sender": (b'{"sender": "", "message": "hoi"}', JSON, 400),
    "a sender with lines": (b'{"sender": "a\\nb", "message": "hoi"}', JSON, 400),
    "a sender without end": (b'{"sender": "%s", "message": "hoi"}' % (b"a" * 129), JSON, 400),
    "a number as message": (b'{"sender": "a", "message": 5}', JSON, 400),
    "a list as message": (b'{"sender": "a", "message": ["hoi"]}', JSON, 400),
    "no message": (b'{"sender": "a"}', JSON, 400),
    "another content type": (b'{"sender":"a","message":"x"}', {"Content-Type": "text/plain"}, 415),
    "100,000 characters": (
        json.dumps({"sender": "a", "message": "a" * 100_000}).encode(),
        JSON,
        413,
    ),
    "1 MB": (b"a" * 1_000_000, JSON, 413),
}


@pytest.mark.parametrize(("body", "headers", "status"), REFUSED.values(), ids=REFUSED)
async def test_what_is_no_turn_is_refused_with_a_sentence_and_echoes_nothing(
    client: Client, body: bytes, headers: dict[str, str], status: int
) -> None:
    answer = await client.post(TURN, data=body, headers=headers)
    assert answer.status == status
    sentence = (await answer.json())["fout"]
    assert sentence.endswith(".")
    assert "hoi" not in sentence


async def test_200_posts_of_one_sender_are_bounded_and_health_stays_quick(
    client: Client, dialogue: Echo
) -> None:
    async def health() -> float:
        started = time.monotonic()
        assert (await client.get("/livez")).status == 200
        return time.monotonic() - started

    started = time.monotonic()
    answers = await asyncio.gather(*(post(client, str(n)) for n in range(200)))
    # A bound against hanging, not a measurement: a loaded machine is slow with 200 connections.
    assert time.monotonic() - started < 15
    codes = [status for status, _ in answers]
    assert set(codes) <= {200, 429}
    assert all("Wacht even" in content["fout"] for status, content in answers if status == 429)
    assert min([await health() for _ in range(5)]) < 0.5
    assert len(dialogue.heard) - 1 == codes.count(200)


@pytest.mark.parametrize("body", [b"a", b"", b"\xff\xff", b"x" * 20_000, b"onbekend"])
async def test_forgetting_answers_204_whatever_comes_in(client: Client, body: bytes) -> None:
    answer = await client.post("/wissen", data=body, headers={"Content-Type": "text/plain"})
    assert answer.status == 204


async def test_after_forgetting_the_buttons_of_before_mean_nothing(
    client: Client, dialogue: Echo
) -> None:
    _, (bubble,) = await post(client, "hoi")
    await client.post("/wissen", data=b"a")
    heard = len(dialogue.heard)
    await post(client, bubble["buttons"][0]["title"])
    assert dialogue.heard[heard] == "Zoek"


async def test_a_crisis_in_a_too_long_text_is_answered_with_its_number(client: Client) -> None:
    _, (bubble,) = await post(client, "o " * 2_100 + "ik wil niet meer leven")
    assert "113" in bubble["text"]
    assert bubble["custom"]["type"] == "crisis"


async def test_health_says_no_more_than_yes(client: Client) -> None:
    for path in ("/livez", "/readyz"):
        answer = await client.get(path)
        assert (answer.status, await answer.text()) == (200, "ja\n")


PAGES = ["/", "/embed", "/hulp", "/static/gesprek.js", "/static/gesprek.css"]
NOWHERE = ["/static/../app.py", "/static/..%2fpages.py", "/static/pages.py", "/nergens", "/static/"]


@pytest.mark.parametrize("path", PAGES)
async def test_the_pages_are_there_and_nothing_of_them_is_kept(client: Client, path: str) -> None:
    answer = await client.get(path)
    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in answer.headers
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self' https://intranet.voorbeeld.example" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", NOWHERE)
async def test_what_is_not_ours_to_show_is_not_there(client: Client, path: str) -> None:
    answer = await client.get(path)
    assert answer.status == 404
    assert (await answer.json())["fout"] == "Deze pagina bestaat niet."


async def test_help_gives_the_emergency_numbers_without_script(client: Client) -> None:
    text = await (await client.get("/hulp")).text()
    for number in ("112", "113", "0800-0113", "0800-0188"):
        assert f">{number}<" in text
    assert "<script" not in text


async def test_a_foreign_page_may_not_post_and_an_allowed_one_may(client: Client) -> None:
    body = {"sender": "a", "message": "hoi"}
    refused = await client.post(TURN, json=body, headers={"Origin": "https://kwaad.example"})
    assert refused.status == 403
    assert "Access-Control-Allow-Origin" not in refused.headers
    allowed = await client.post(
        TURN, json=body, headers={"Origin": "https://intranet.voorbeeld.example"}
    )
    assert allowed.status == 200
    assert allowed.headers["Access-Control-Allow-Origin"] == "https://intranet.voorbeeld.example"
