"""Sentences on members, the log and personal data; see ``sentences.py``."""

from __future__ import annotations

PROOF: dict[str, tuple[str, str]] = {
    "workspace:member-name": (
        "이름은 1자에서 60자까지 적어 주세요. 바뀐 것은 없습니다.",
        "A name has 1 to 60 characters. Nothing was changed.",
    ),
    "workspace:member-role": (
        "없는 역할입니다. 바뀐 것은 없습니다. 역할을 골라 주세요.",
        "There is no such role. Nothing was changed. Please choose one.",
    ),
    "workspace:member-voice": (
        "없는 명의입니다. 바뀐 것은 없습니다. 명의를 골라 주세요.",
        "There is no such voice. Nothing was changed. Please choose one.",
    ),
    "workspace:member-department": (
        "부서 담당에게는 부서가 있어야 합니다. 부서를 골라 주세요.",
        "A member for a department needs a department that exists. Please choose one.",
    ),
    "workspace:member-exists": (
        "‘{name}’ 님은 이미 구성원입니다. 바뀐 것은 없습니다.",
        "{name} is a member already. Nothing was changed.",
    ),
    "workspace:member-missing": (
        "‘{name}’ 님은 구성원이 아닙니다. 이름을 확인해 주세요.",
        "{name} is no member. Please check the name.",
    ),
    "workspace:member-first-admin": (
        "첫 구성원은 관리자여야 합니다. 관리자부터 추가해 주세요.",
        "The first member has to be an admin. Please add an admin first.",
    ),
    "workspace:member-last-admin": (
        "마지막 관리자입니다. 바뀐 것은 없습니다. 다른 관리자를 먼저 정해 주세요.",
        "This is the last admin. Nothing was changed. Please name another admin first.",
    ),
    "workspace:export-stopped": (
        "내보내기를 그만두었습니다. 파일은 만들지 않았습니다.",
        "The export was stopped. No file was made.",
    ),
    "workspace:export-miscounted": (
        "쓴 줄 수가 기록과 다릅니다. 파일을 지웠습니다. 다시 내보내 주세요.",
        "The file does not have all lines. It was removed. Please export again.",
    ),
    "no-member-column": (
        "이름 열이 없습니다. 첫 줄에 ‘이름’과 ‘역할’을 적어 주세요.",
        "There is no column of names. Please put “user” and “role” into the first line.",
    ),
    "nothing-to-change-member": (
        "고칠 것을 적어 주세요. 바뀐 것은 없습니다.",
        "Please say what to change. Nothing was changed.",
    ),
    "workspace:log-damaged": (
        "읽을 수 없는 기록이 있습니다. log verify가 몇째 줄인지 알려 드립니다.",
        "A line of the log cannot be read. log verify says which.",
    ),
    "bad-head": (
        "끝값은 16진수 64자입니다. log head의 값을 그대로 적어 주세요.",
        "A head has 64 hexadecimal digits. Please give it as printed by log head.",
    ),
    "bad-export-file": (
        "파일 이름은 .csv, .xlsx, .jsonl 중 하나로 끝나야 합니다.",
        "The name of the file has to end in .csv, .xlsx or .jsonl.",
    ),
}
