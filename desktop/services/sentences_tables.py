"""Sentences on tables that are read in, and on the departments in them; part of ``sentences.SENTENCES``."""

from __future__ import annotations

TABLES: dict[str, tuple[str, str]] = {
    "not-a-table": (
        "CSV나 XLSX 파일이 아니거나 깨져 있습니다. 가져온 것은 없습니다.",
        "This is neither CSV nor XLSX, or it is damaged. Nothing was imported.",
    ),
    "old-excel": (
        "옛 엑셀 파일이거나 암호가 걸려 있습니다. 암호 없는 XLSX로 저장해 주세요.",
        "This is an old Excel file or has a password. Please save it as XLSX without one.",
    ),
    "too-many-rows": (
        "행이 20,000개를 넘습니다. 파일을 나누어 가져와 주세요.",
        "There are over 20,000 rows. Please import it in parts.",
    ),
    "not-a-department-list": (
        "부서 목록이 아닙니다. 첫 행에 code와 name 또는 코드와 이름이 있어야 합니다.",
        "This is no list of departments. Its first row has to name the columns code and name.",
    ),
    "empty-department-list": (
        "파일에 부서가 없습니다. 가져온 부서는 없습니다.",
        "There is no department in the file. None was imported.",
    ),
    "no-department-code": ("부서 코드가 비어 있습니다.", "The department's code is empty."),
    "no-department-name": ("부서 이름이 비어 있습니다.", "The department's name is empty."),
    "twice-in-file": ("같은 코드가 파일에 두 번 있습니다.", "The file has this code twice."),
    "bad-mail-address": ("메일 주소가 아닙니다.", "This is not a mail address."),
    "not-yes-or-no": ("y 또는 n이 아닙니다.", "This is neither y nor n."),
    "no-such-parent": ("상위 부서가 없습니다.", "There is no such parent department."),
    "no-such-deputy": ("대직 부서가 없습니다.", "There is no such deputy."),
    "department-circle": (
        "상위 부서를 따라가면 자기 자신이 나옵니다.",
        "Its parents lead back to the department itself.",
    ),
    "deputy-circle": (
        "대직을 따라가면 자기 자신이 나옵니다. 바꾼 것은 없습니다.",
        "Its deputies lead back to the department itself. Nothing was changed.",
    ),
    "nothing-to-change-department": (
        "바꿀 내용이 없습니다. 바꿀 것을 --absent, --deputy 처럼 적어 주세요.",
        "There is nothing to change. Please say what, for example --absent or --deputy.",
    ),
}
