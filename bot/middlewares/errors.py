"""Translates what went wrong into a status and a Dutch sentence, once, at the edge."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from aiohttp import web

from bot.channels.web import RequestRefused
from bot.domain.errors import EngineStopped, TooBusy, TooManyTurns
from bot.domain.journal import Happening, log

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_SENTENCES = {
    404: "Deze pagina bestaat niet.",
    405: "Zo kan deze pagina niet worden gebruikt.",
    413: "Het bericht is te groot. Maak het korter.",
}


@web.middleware
async def translate_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer every error with `{"fout": sentence}`; no text of the error itself goes out."""
    try:
        return await handler(request)
    except RequestRefused as error:
        return refusal(error.status, error.sentence)
    except TooManyTurns as error:
        return refusal(429, f"{error} Wacht even tot je antwoord hebt.", retry_after=1)
    except (TooBusy, EngineStopped) as error:
        return refusal(503, f"{error} Is er nu gevaar? Bel 112.", retry_after=5)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        return refusal(error.status, _SENTENCES.get(error.status, HTTPStatus(error.status).phrase))
    except Exception as error:  # the last resort: whoever asks gets a sentence, we get the class
        log(Happening.REQUEST_FAILED, error=type(error))
        return refusal(503, "Er ging iets mis. Is er nu gevaar? Bel 112.", retry_after=5)


def refusal(status: int, sentence: str, *, retry_after: int | None = None) -> web.Response:
    """Return a refusal with its sentence."""
    response = web.json_response({"fout": sentence}, status=status)
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def setup_errors(app: web.Application) -> None:
    """Install it; it must be the innermost but one, so that headers cover its answers too."""
    app.middlewares.append(translate_errors)
