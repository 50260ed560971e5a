"""How the chips of a card share its width: which keep their words where there is not room for all.

A due time is what somebody looks for, so it keeps its words as long as anything before it can give way.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from desktop.ui.lists.paints import Paints
from desktop.ui.lists.rows import Chip

GAP_PX = 4
NAME_PX = 44
"""Of a name at least so much is left, at 100 %: two syllables and the dots."""


def lay_chips(
    chips: tuple[Chip, ...], left: int, top: int, room: int, paints: Paints
) -> list[tuple[QRectF, str, Chip]]:
    """Boxes, words and chips from left to right; what has no room at all is left out."""
    given = _give_way(chips, room, paints)
    placed: list[tuple[QRectF, str, Chip]] = []
    x, end = left, left + room
    for chip, width in given:
        if x + width > end:
            little = paints.px(27)  # in a narrow column its picture alone; the words are read and peeked
            if placed and chip.icon and x + little <= end:
                width = little
            elif placed or end - x < paints.px(48):
                break
            else:
                width = end - x
        placed.append((QRectF(x, top, width, paints.chip_height), _words(chip, width, paints), chip))
        x += width + paints.px(GAP_PX)
    return placed


def _give_way(chips: tuple[Chip, ...], room: int, paints: Paints) -> list[tuple[Chip, int]]:
    """The chips with their widths. Where a due time would lose its words, one after the other gives way: its
    picture, its weekday, the end of a name, the words of a state, the state."""
    given = [(chip, _whole(chip, paints)) for chip in chips]
    last = next((n for n, chip in enumerate(chips) if chip.keeps), None)
    if last is None:
        return given
    head, (due, _), rest = given[:last], given[last], given[last + 1 :]

    def over() -> int:
        widths = [width for _, width in head] + [_whole(due, paints)]
        return sum(widths) + (len(widths) - 1) * paints.px(GAP_PX) - room

    if over() > 0:  # "27일까지" says without a picture what it is
        due = due._replace(icon="")
    if over() > 0 and due.short:
        due = due._replace(text=due.short)
    for number, (chip, width) in enumerate(head):
        if over() > 0 and chip.cuts:
            head[number] = (chip, max(width - over(), min(width, paints.px(14 + NAME_PX))))
    for number in range(last - 1, -1, -1):
        chip = head[number][0]
        if over() > 0 and chip.icon and not chip.cuts:
            head[number] = (chip, paints.px(27))
    for number in range(last - 1, 0, -1):
        if over() > 0 and not head[number][0].cuts:
            del head[number]
    if over() > 0:
        return given
    return [*_wider_again(head, -over(), paints), (due, _whole(due, paints)), *rest]


def _wider_again(head: list[tuple[Chip, int]], spare: int, paints: Paints) -> list[tuple[Chip, int]]:
    """What a picture alone left free goes back to the name."""
    for number, (chip, width) in enumerate(head):
        if chip.cuts:
            more = min(_whole(chip, paints) - width, spare)
            head[number] = (chip, width + more)
            spare -= more
    return head


def _extra(chip: Chip, paints: Paints) -> int:
    return paints.px(14) + (paints.px(17) if chip.icon else 0)


def _whole(chip: Chip, paints: Paints) -> int:
    return paints.meta_metrics.horizontalAdvance(chip.text) + _extra(chip, paints)


def _words(chip: Chip, width: int, paints: Paints) -> str:
    room = width - _extra(chip, paints)
    if room <= 0 and chip.icon:
        return ""
    if room >= paints.meta_metrics.horizontalAdvance(chip.text):
        return chip.text
    return paints.meta_metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, room)
