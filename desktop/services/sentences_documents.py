"""Sentences about papers that could not be written; merged into ``sentences``."""

from __future__ import annotations

DOCUMENTS: dict[str, tuple[str, str]] = {
    "document-kind": (
        "이 형식으로는 저장하지 않습니다. 이름 끝을 hwpx, pdf, odt로 해 주세요.",
        "This kind of file is not written. Please end the name with hwpx, pdf or odt.",
    ),
    "document-unwritable": (
        "문서를 저장하지 못했습니다. 있던 파일은 그대로입니다. 폴더와 권한을 확인해 주세요.",
        "The document was not saved; a file that was there is untouched. Please check folder and rights.",
    ),
    "document-disk-full": (
        "디스크가 가득 차서 문서를 저장하지 못했습니다. 있던 파일은 그대로입니다. "
        "공간을 비운 뒤 다시 저장해 주세요.",
        "The disk is full, so the document was not saved; a file that was there is untouched. "
        "Please free some space and save it again.",
    ),
}
