from __future__ import annotations

import ast
import re
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import desktop.models.errors
import desktop.models.outbox
from connectors.base import ConnectorError, Malformed, RateLimited, Refused, Unreachable
from desktop.models.errors import WorkspaceError
from desktop.services import messages, outbox, signin, vault
from desktop.services.channel_files import ListFileError
from desktop.services.connections import NoSecret, UnknownNetwork
from desktop.services.messages import sentence
from desktop.services.sentences import SENTENCES

ROOT = Path(__file__).parents[2]
HEALTH = ("new", "ok", "slow", "partial", "limited", "auth", "down", "damaged", "gone")


def kinds(base: type[BaseException]) -> Iterator[type[BaseException]]:
    """The failures of the contract; a connector's own kinds of them are told as what they are kinds of."""
    yield base
    for kind in base.__subclasses__():
        if kind.__module__ == base.__module__:
            yield from kinds(kind)


def example(kind: type[BaseException]) -> BaseException:
    if kind is RateLimited:
        return RateLimited("429", 1_790_000_000_000)
    if kind is desktop.models.errors.DuplicateChannel:
        return desktop.models.errors.DuplicateChannel("x", 1)
    if kind is desktop.models.errors.Conflict:
        return desktop.models.errors.Conflict("김주무관", 1, {})
    return kind("technical words")


ERRORS = [
    *(example(kind) for kind in kinds(ConnectorError)),
    *(example(kind) for kind in kinds(WorkspaceError)),
    *(kind("x") for kind in kinds(vault.VaultError)),
    outbox.NotSendable("too-long", 3),
    signin.SignInError("insecure"),
    ListFileError("not-a-list"),
    UnknownNetwork("x"),
    NoSecret("x"),
    TimeoutError(),
    ValueError("a mistake of ours"),
    KeyError("x"),
]


@pytest.mark.parametrize("lang", messages.LANGUAGES)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_failure_has_a_sentence_in_both_languages(error: BaseException, lang: str) -> None:
    text = sentence(error, lang)
    assert text and "{" not in text
    assert ("technical words" in text) == isinstance(error, Refused)
    assert bool(re.search("[가-힣]", text)) == (lang == "ko")


@pytest.mark.parametrize("code", [*HEALTH, *(f"http-{n}" for n in (401, 403, 404, 418, 429, 500, 503))])
def test_every_lamp_has_a_sentence(code: str) -> None:
    assert messages.is_code(code)
    assert sentence(code, "ko") != sentence(code, "en")


def codes_in(path: Path, *, calls: tuple[str, ...]) -> set[str]:
    """The string constants that a module gives to these calls."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in calls:
                values = [*node.args, *(k.value for k in node.keywords if k.arg == "code")]
                found |= {v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str)}
    return {code for code in found if re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)}


def test_every_failure_of_a_connector_has_a_sentence() -> None:
    """A code that is known here, or words of the connector's own in both languages. Where neither is, the
    kind of the failure speaks; for a refusal that would say nothing."""
    codes = 0
    silent: set[tuple[str, str]] = set()
    for path in (ROOT / "connectors").rglob("*.py"):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called != "Refused":
                continue
            values = [*node.args[1:2], *(k.value for k in node.keywords if k.arg == "code")]
            for code in (v.value for v in values if isinstance(v, ast.Constant)):
                codes += 1
                if not messages.is_code(code) and not is_in_both_languages(node.args[0], name):
                    silent.add((name, code))
    assert codes > 50
    assert silent == set()


def is_in_both_languages(node: ast.expr, module: str) -> bool:
    """Whether the words of a failure, a constant of its module or of another one, are "한국어 / English"."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        node = node.func.value  # TEXT.format(…)
    if isinstance(node, ast.BoolOp):
        node = node.values[-1]
    if isinstance(node, ast.IfExp):
        return is_in_both_languages(node.body, module) and is_in_both_languages(node.orelse, module)
    if isinstance(node, ast.JoinedStr):
        first = node.values[0]
        return isinstance(first, ast.FormattedValue) and is_in_both_languages(first.value, module)
    try:
        words = eval(compile(ast.Expression(node), module, "eval"), vars(import_module(module)))
    except NameError:
        return False  # a variable: what it holds is another's to say
    return re.match(r"[^a-z]*[가-힣].* / .*[a-z]", str(words), re.DOTALL) is not None


def test_every_code_that_services_and_command_line_use_has_a_sentence() -> None:
    used: set[str] = set()
    for folder in ("services", "cli"):
        for path in (ROOT / "desktop" / folder).glob("*.py"):
            used |= codes_in(path, calls=("NotSendable", "SignInError", "ListFileError", "BadRow"))
            for match in re.finditer(r'Failure\("([a-z:-]+)"', path.read_text(encoding="utf-8")):
                used.add(match.group(1))
    assert len(used) > 15
    assert {code for code in used if not messages.is_code(code)} == set()


def test_sentences_keep_to_the_rules_of_wording() -> None:
    for code, (korean, english) in SENTENCES.items():
        for text in (korean, english):
            assert "!" not in text and "죄송" not in text and "sorry" not in text.lower(), code
            assert text == text.strip() and len(text) <= 140, code
        for part in re.split(r"(?<=[.:]) ", korean):
            # Places like {until} are longer once they are filled; 40 characters are the aim.
            assert len(part) <= 50, (code, part)
        assert re.search(r"(다|요|세요)(\.|: \{\w+\})$", korean), (code, korean)
        assert set(re.findall(r"\{(\w+)\}", korean)) == set(re.findall(r"\{(\w+)\}", english)), code


def test_a_text_that_is_no_code_is_passed_through_untouched() -> None:
    for text in ("댓글이 닫혀 있습니다.", "{0} {x!r} %s 글", ""):
        assert sentence(text) == text
    assert sentence("{0} {x!r} %s", "en") == "{0} {x!r} %s"
    assert sentence(Refused("{evil} {0.__class__}")).endswith("{evil} {0.__class__}")


def test_what_a_network_says_in_another_language_is_said_to_come_from_it() -> None:
    text = sentence("Message failed: {0}", "ko")
    assert text.endswith(": Message failed: {0}") and text.startswith("매체가")
    assert sentence("graph-368").startswith("매체가")
    assert sentence("Message failed", "en") == "Message failed"


def test_what_a_code_says_beats_what_the_class_says() -> None:
    assert sentence(Unreachable("x", "http-503")) == sentence("http-503")
    assert sentence(Unreachable("x", "refused")) == sentence("connect-refused")
    assert sentence(Unreachable("x", "not known here")) == sentence("no-answer")
    assert sentence(Malformed("x", "html")) == sentence("html")
    assert sentence(Refused("HTTP 404", "http-404")) == sentence("http-404")


def test_times_are_said_as_they_are_in_seoul() -> None:
    today = int(time.time() * 1000)
    moment = time.gmtime(today / 1000 + 9 * 3600)
    assert f"{moment.tm_hour:02}:{moment.tm_min:02}" in sentence("limited", until_ms=today)
    assert "10." in sentence("limited", "en", until_ms=1_791_000_000_000)
    assert sentence(RateLimited("x", 10**30))


@pytest.mark.parametrize(
    ("environment", "wish", "expected"),
    [
        ({}, "", "ko"),
        ({"LANG": "ko_KR.UTF-8"}, "", "ko"),
        ({"LANG": "en_US.UTF-8"}, "", "en"),
        ({"LANG": "C"}, "", "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "en_GB"}, "", "en"),
        ({"LANG": "en_US.UTF-8"}, "ko", "ko"),
        ({"LANG": "en_US.UTF-8"}, "fr", "en"),
    ],
)
def test_korean_unless_english_is_wanted(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], wish: str, expected: str
) -> None:
    for name in ("LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert messages.language(wish) == expected


def test_a_sentence_in_two_languages_is_shown_in_one() -> None:
    both = "이미 지워졌습니다. / It has already been deleted."
    assert sentence(Refused(both, "x")) == "이미 지워졌습니다."
    assert sentence(both, "en") == "It has already been deleted."
    assert sentence("버스/택시 / 지하철") == "버스/택시 / 지하철"
    assert sentence("버스/택시 / bus 정류장") == "버스/택시 / bus 정류장"
    named = "밴드 1개를 읽어요: 한빛시 주민 밴드 / It reads 1 bands: 한빛시 주민 밴드"
    assert sentence(named) == "밴드 1개를 읽어요: 한빛시 주민 밴드"
    assert sentence(named, "en") == "It reads 1 bands: 한빛시 주민 밴드"
    assert sentence("https://a.example/b 주소예요. / The address https://a.example/b.", "en").startswith(
        "The"
    )
    assert messages.reason_of(Refused(both, "one-way")) == "one-way"
    for anything in ("not-possible", "http-403"):
        assert sentence(Refused(both, anything), "en") == "It has already been deleted."
        assert messages.reason_of(Refused(both, anything)) == both
        assert sentence(Refused("", anything)) == sentence(anything)
    assert messages.reason_of(Refused("닫혔습니다.", "rest_comment_closed")) == "닫혔습니다."
