"""What a screen reader sees of a program: its controls by role, name, state and place on the screen.

Speaks AT-SPI over D-Bus itself and asks for many things at once: one question after the other would take
seconds for a board full of cards. It knows nothing of this program.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

STATES = {
    4: "checked",
    7: "editable",
    8: "enabled",
    11: "focusable",
    12: "focused",
    23: "selected",
    25: "showing",
    30: "visible",
}
LABELLED_BY = 2
"""AtspiRelationType: the name of a field is often a label beside it."""

AT_ONCE = 64
"""Questions on their way at one time; more could fill the socket before an answer is read."""

WITH_TEXT = ("text", "entry", "password text", "document frame", "paragraph")

Place = tuple[str, str]  # bus name and object path


@dataclass(frozen=True)
class Thing:
    """One control on the screen. ``box`` is x, y, width, height in pixels of the screen."""

    role: str
    name: str
    about: str
    id: str
    text: str
    labelled: bool
    box: tuple[int, int, int, int]
    states: frozenset[str]
    path: str
    place: Place

    @property
    def middle(self) -> tuple[int, int]:
        x, y, width, height = self.box
        return x + width // 2, y + height // 2


def _accessible(place: Place, method: str, interface: str = "Accessible", *args: Any) -> Message:
    address = DBusAddress(place[1], bus_name=place[0], interface=f"org.a11y.atspi.{interface}")
    signature = {"GetExtents": "u", "GetText": "ii"}.get(method)
    return new_method_call(address, method, signature, args)


def _property(place: Place, name: str) -> Message:
    address = DBusAddress(place[1], bus_name=place[0], interface="org.a11y.atspi.Accessible")
    return Properties(address).get(name)


class Eyes:
    """One reader of one desk's session bus."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(bus=session) as bus:
            asked = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
            answer = bus.send_and_get_reply(new_method_call(asked, "GetAddress"), timeout=20)
        self._bus: DBusConnection = open_dbus_connection(bus=answer.body[0])
        self._programs: dict[int, Place] = {}

    def close(self) -> None:
        self._bus.close()

    def see(self, pid: int) -> list[Thing]:
        """Everything of that program that is on the screen now, parents before their children."""
        program = self._program(pid)
        found: list[Thing] = []
        level: list[tuple[Place, str, bool]] = [] if program is None else [(program, "", False)]
        while level:
            things = self._things(level)
            found += things
            children = self._ask([_accessible(one.place, "GetChildren") for one in things])
            level = [
                (
                    (str(child[0]), str(child[1])),
                    f"{one.path}/{one.role}:{one.name}",
                    one.role != "application",
                )
                for one, answer in zip(things, children, strict=True)
                for child in (answer[0] if answer else ())
            ]
        return found

    # --- questions ----------------------------------------------------------------------------------------

    def _things(self, level: Sequence[tuple[Place, str, bool]]) -> list[Thing]:
        states = [_states(answer) for answer in self._ask([_accessible(p, "GetState") for p, _, _ in level])]
        shown = [
            (place, path, known)
            for (place, path, inner), known in zip(level, states, strict=True)
            if "showing" in known or not inner
        ]
        places = [place for place, _, _ in shown]
        roles = [a[0] if a else "" for a in self._ask([_accessible(p, "GetRoleName") for p in places])]
        boxes = self._ask([_accessible(p, "GetExtents", "Component", 0) for p in places])
        names, abouts, ids = (
            [a[0][1] if a else "" for a in self._ask([_property(p, wanted) for p in places])]
            for wanted in ("Name", "Description", "AccessibleId")
        )
        relations = self._ask([_accessible(p, "GetRelationSet") for p in places])
        wordy = [place for place, role in zip(places, roles, strict=True) if role in WITH_TEXT]
        texts = self._ask([_accessible(p, "GetText", "Text", 0, -1) for p in wordy])
        text_of = {place: answer[0] if answer else "" for place, answer in zip(wordy, texts, strict=True)}
        return [
            Thing(
                role=roles[n],
                name=names[n],
                about=abouts[n],
                id=ids[n],
                text=text_of.get(place, ""),
                labelled=any(r[0] == LABELLED_BY for r in (relations[n] or [[]])[0]),
                box=tuple((boxes[n] or [(0, 0, 0, 0)])[0]),
                states=known,
                path=path,
                place=place,
            )
            for n, (place, path, known) in enumerate(shown)
            if roles[n]
        ]

    def _program(self, pid: int) -> Place | None:
        if pid not in self._programs:
            root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
            answer = self._ask([_accessible(root, "GetChildren")])[0]
            daemon = DBusAddress("/", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus")
            for bus_name, path in answer[0] if answer else ():
                asked = new_method_call(daemon, "GetConnectionUnixProcessID", "s", (bus_name,))
                owner = self._ask([asked])[0]
                if owner and owner[0] == pid:
                    self._programs[pid] = (bus_name, path)
        return self._programs.get(pid)

    def _ask(self, questions: Sequence[Message]) -> list[Any]:
        """The bodies of the answers in the order of the questions; None where something has gone away."""
        answers: list[Any] = []
        for start in range(0, len(questions), AT_ONCE):
            serials = []
            for question in questions[start : start + AT_ONCE]:
                serial = next(self._bus.outgoing_serial)
                self._bus.send(question, serial=serial)
                serials.append(serial)
            waiting = set(serials)
            bodies: dict[int, Any] = {}
            while waiting:
                answer = self._bus.receive(timeout=30)
                serial = answer.header.fields.get(HeaderFields.reply_serial, -1)
                if serial in waiting:
                    waiting.discard(serial)
                    good = answer.header.message_type is MessageType.method_return
                    bodies[serial] = answer.body if good else None
            answers += [bodies[serial] for serial in serials]
        return answers


def _states(answer: Any) -> frozenset[str]:
    if not answer:
        return frozenset()
    bits = answer[0][0] | answer[0][1] << 32
    return frozenset(name for bit, name in STATES.items() if bits >> bit & 1)
