"""Backups of me2day: the official pages, the crawlers' dumps, the community's JSON, and hostile ones.

Everything is made up, in the shapes that were recorded (me2day.md section 6).
"""

from __future__ import annotations

import json
import os
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Malformed, Media, Post
from connectors.me2day import NETWORK, backup, backup_html, backup_repo, tree
from connectors.me2day.backup import read_backup

PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ko"><head><meta charset="UTF-8"><title>글</title>
<script>var a = "<p class='post_body'>틀린 글</p>";</script></head><body>
<div class="post_photo"><a href="../img/20140323_233/ex_city_1395560375460RcNH9_JPEG/1.jpg"
class="per_img photo">
<img src="../img/20140323_233/ex_city_1395560375460RcNH9_JPEG/1.w640.jpg"></a></div>
<div class="embed_me2photo"><a href="ex_city/video/46.mp4"><img src="ex_city/video/46.jpg"/></a></div>
<div class="map_container"><a href="http://map.example/?x=1"><img src="../location/l.png"/></a>
<span class="map_location_alt">한빛공원</span></div>
<p class="post_body">
  <a class="profile_popup no_link">시민</a>

  님 말씀대로 <b>내일</b> 고칩니다 &amp; 더 <a href="http://ex.kr/">안내</a>
  <span class="post_permalink">14.06.30 19:57</span>
</p>
<p class="post_tag">공원 화장실</p>
<span class="me2_count big"><b>23</b></span>
<span class="me2ed_profile"><a class="pi_s profile_popup no_link"><span class="wrap">
<img src="../img/images/user/only4u/profile.png" alt="생계"></span></a></span>
<img class="profile_img" src="../img/20130908_9/ex_city_1378598719812OEPq1_JPEG/original_profile.s75.jpg"
alt="예시시">
<div class="second_section_notice"><p><strong>2</strong> 개의 댓글이 있습니다.</p></div>
<div class="comment_item"><a class="comment_profile profile_popup no_link">
<img src="../img/images/user/the_escapist-7/profile.png" alt="시민"></a>
<span class="comment_author"><a class="profile_popup no_link">시민</a></span>
<div class="comment_body"><span class="comment_text"><p class="para">
   언제 고치나요

</p></span><span class="comment_time">14.06.30 20:12</span></div></div>
<div class="comment_item"><a class="comment_profile profile_popup no_link">
<img src="../img/20130908_9/ex_city_1378598719812OEPq1_JPEG/original_profile.s75.jpg" alt="예시시"></a>
<span class="comment_author"><a class="profile_popup no_link">예시시</a></span>
<div class="comment_body"><span class="comment_text"><p class="para">
<a class="profile_popup no_link">시민</a> 곧 합니다</p></span>
<span class="comment_time">14.06.30 20:17</span></div></div></body></html>"""

POSTS_JSON: list[dict[str, Any]] = [
    {
        "post_id": "p5xx000-zz",
        "permalink": "http://me2day.net/excity/2012/11/05#09:10:11",
        "body": "제설 안내",
        "pubDate": "2012-11-05T09:10:11+0900",
        "author": {"id": "excity", "nickname": "예시시"},
    }
]
COMMENTS_JSON: dict[str, Any] = {
    "comments": [
        {
            "commentId": "c6yy000-5xx000-zz",
            "body": "골목도 부탁해요",
            "pubDate": "2012-11-05T09:30:00+0900",
            "author": {"id": "exuser", "nickname": "시민"},
        }
    ]
}
POSTS_XML = """<?xml version="1.0" encoding="UTF-8"?><posts><post><post_id>p5zz000-zz</post_id>
<permalink>http://me2day.net/excity/2010/01/02#13:03:34</permalink><body>새해 인사</body>
<pubDate>2010-01-02T13:03:34Z</pubDate><author><id>excity</id><nickname>예시시</nickname></author></post></posts>"""
COMMENTS_XML = """<comments><comment><commentId>c6zz000-5zz000-zz</commentId><body>복 많이</body>
<pubDate>2010-01-02T14:00:00Z</pubDate><author><id>exuser</id><nickname>시민</nickname></author></comment></comments>"""


def utc(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp() * 1000)  # type: ignore[arg-type, misc]


def official(root: Path, page: str = PAGE, name: str = "p.x1.iOI.html") -> Path:
    folder = root / "me2day" / "ex_city" / "post"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(page, encoding="utf-8")
    return root


def dumps(root: Path) -> Path:
    folder = root / "me2userdata" / "excity"
    folder.mkdir(parents=True)
    (folder / "excity_20121105.json").write_text(json.dumps(POSTS_JSON), encoding="utf-8")
    (folder / "excity_20121105_p5xx000-zz.json").write_text(json.dumps(COMMENTS_JSON), encoding="utf-8")
    (folder / "excity_20100102.xml").write_text(POSTS_XML, encoding="utf-8")
    (folder / "excity_20100102_p5zz000-zz.xml").write_text(COMMENTS_XML, encoding="utf-8")
    return root


def all_of(path: Path) -> tuple[dict[str, Post], str]:
    batches = list(read_backup(path))
    assert all(not batch.cursor and not batch.more for batch in batches)
    return {p.remote_id: p for b in batches for p in b.posts}, batches[-1].damaged if batches else ""


def zipped(root: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(root.rglob("*")):
            archive.write(path, path.relative_to(root).as_posix())
    return target


# --- the official pages -----------------------------------------------------------------------------------


def test_a_page_has_its_post_and_its_comments(tmp_path: Path) -> None:
    found, damaged = all_of(official(tmp_path))
    assert damaged == ""
    post = next(p for p in found.values() if not p.parent_id)
    assert post.text == "시민 님 말씀대로 내일 고칩니다 & 더 안내 (http://ex.kr/)"
    assert post.created_ms == utc(2014, 6, 30, 10, 57) and post.own
    assert (post.author.remote_id, post.author.name) == ("ex_city", "예시시")
    assert post.context == "공원 화장실 · 한빛공원"
    assert post.media == (
        Media("image", "", "ex_city/img/20140323_233/ex_city_1395560375460RcNH9_JPEG/1.jpg"),
        Media("video", "", "ex_city/video/46.mp4"),
    )
    question, answer = [p for p in found.values() if p.parent_id]
    assert (question.text, question.author.remote_id, question.own) == (
        "언제 고치나요",
        "the_escapist-7",
        False,
    )
    assert (answer.text, answer.author.remote_id, answer.own) == ("시민 곧 합니다", "ex_city", True)
    assert question.created_ms == utc(2014, 6, 30, 11, 12)
    assert {p.parent_id for p in (question, answer)} == {post.remote_id}
    assert all(number.startswith("backup-html:") for number in found)


def test_reading_twice_gives_the_same_from_wherever_one_points(tmp_path: Path) -> None:
    root = official(tmp_path / "백업")
    whole, _ = all_of(root)
    places = ["me2day", "me2day/ex_city", "me2day/ex_city/post"]
    for place in places:
        assert all_of(root / place)[0] == whole
    assert all_of(zipped(root, tmp_path / "backup.zip"))[0] == whole
    assert NETWORK.read_backup is not None
    assert {p.remote_id for b in NETWORK.read_backup(root) for p in b.posts} == set(whole)


@pytest.mark.parametrize(
    ("source", "user"),
    [
        ("../img/images/user/forlife21/profile.png", "forlife21"),
        ("../img/images/user/_b7/profile.png", "_b7"),
        ("../img/20140424_177/the_escapist_1398288048087hc14q_JPEG/original_profile.s75.jpg", "the_escapist"),
        ("../img/20140424_177/a-b_1398288048087hc14q_PNG/original_profile.s75.png", "a-b"),
        ("profile.png", ""),
        ("../img/images/default/nopic_75_75.png", ""),
        ("../img/images/nopic_75_75.png/x.png", ""),
        ("", ""),
        ("../img/x/../../../etc_1_2/passwd", ""),
    ],
)
def test_a_person_is_known_by_the_place_of_their_portrait(source: str, user: str) -> None:
    assert backup_html.person_id(source) == user


def test_whose_backup_it_is_is_said_by_its_pages_and_not_by_a_renamed_folder(tmp_path: Path) -> None:
    whole, _ = all_of(official(tmp_path / "a"))
    folder = tmp_path / "b" / "backup2014" / "post"
    folder.mkdir(parents=True)
    (folder / "p.x1.iOI.html").write_text(PAGE, encoding="utf-8")
    found, _ = all_of(tmp_path / "b")
    assert list(found) == list(whole)
    assert [p.own for p in found.values()] == [True, False, True]


def test_a_page_that_was_saved_in_the_korean_encoding_is_read_where_it_says_so(tmp_path: Path) -> None:
    whole, _ = all_of(official(tmp_path / "a"))
    root = official(tmp_path / "b")
    file = root / "me2day" / "ex_city" / "post" / "p.x1.iOI.html"
    file.write_bytes(PAGE.replace('charset="UTF-8"', 'charset="euc-kr"').encode("cp949"))
    assert all_of(root) == (whole, "")


def test_what_a_mac_puts_into_an_archive_is_passed_over(tmp_path: Path) -> None:
    root = official(tmp_path / "a")
    whole, _ = all_of(root)
    beside = root / "__MACOSX" / "me2day" / "ex_city" / "post"
    beside.mkdir(parents=True)
    (beside / "._p.x1.iOI.html").write_bytes(b"\x00\x05\x16\x07")
    (root / "me2day" / "ex_city" / "post" / "._p.x1.iOI.html").write_bytes(b"\x00\x05\x16\x07")
    assert all_of(zipped(root, tmp_path / "mac.zip")) == (whole, "")


def test_missing_comments_are_noticed(tmp_path: Path) -> None:
    found, damaged = all_of(official(tmp_path, PAGE.replace("<strong>2<", "<strong>12<")))
    assert len(found) == 3 and "12" in damaged and "p.x1.iOI.html" in damaged


def test_names_in_a_page_that_lead_out_of_the_backup_are_left_out(tmp_path: Path) -> None:
    for place in ("../../../../etc/passwd", "/etc/passwd", "..\\..\\..\\x", "C:/x", "%2e%2e/%2e%2e/%2e%2e/x"):
        folder = tmp_path / str(abs(hash(place)))
        page = PAGE.replace("../img/20140323_233/ex_city_1395560375460RcNH9_JPEG/1.jpg", place)
        found, damaged = all_of(official(folder, page))
        (post,) = [p for p in found.values() if not p.parent_id]
        assert [m.kind for m in post.media] == ["video"] and damaged, place


def test_a_broken_page_costs_only_itself_and_is_named(tmp_path: Path) -> None:
    root = official(tmp_path)
    folder = root / "me2day" / "ex_city" / "post"
    (folder / "p.a.html").write_bytes("<p class='post_body'>깨진".encode("cp949"))
    (folder / "p.b.html").write_text("<html>딴 쪽</html>", encoding="utf-8")
    (folder / "p.c.html").write_bytes(b"")
    found, damaged = all_of(root)
    assert (
        len(found) == 3 and damaged.startswith("3개") and "p.a.html" in damaged and "encoding" not in damaged
    )


def test_a_page_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "LARGEST_PAGE", len(PAGE.encode()) + 10)
    root = official(tmp_path)
    official(tmp_path, PAGE + " " * 100, "p.big.html")
    found, damaged = all_of(root)
    assert len(found) == 3 and "p.big.html" in damaged and "too large" in damaged


def test_batches_are_small_however_long_the_backup_is(tmp_path: Path) -> None:
    for number in range(120):
        official(tmp_path, PAGE, f"p.{number}.html")
    batches = list(read_backup(tmp_path))
    assert sum(len(batch.posts) for batch in batches) == 360
    assert max(len(batch.posts) for batch in batches) <= backup.POSTS_AT_ONCE + 3


# --- dumps ------------------------------------------------------------------------------------------------


def test_dumps_give_the_ids_of_the_api(tmp_path: Path) -> None:
    found, damaged = all_of(dumps(tmp_path))
    assert damaged == ""
    assert set(found) == {"p5xx000-zz", "c6yy000-5xx000-zz", "p5zz000-zz", "c6zz000-5zz000-zz"}
    comment = found["c6yy000-5xx000-zz"]
    assert (comment.parent_id, comment.context, comment.own) == ("p5xx000-zz", "제설 안내", False)
    assert found["p5xx000-zz"].own
    # old XML says Z and means Korean time, its comments with it
    assert found["p5zz000-zz"].created_ms == utc(2010, 1, 2, 4, 3, 34)
    assert found["c6zz000-5zz000-zz"].created_ms == utc(2010, 1, 2, 5, 0, 0)
    assert all_of(tmp_path / "me2userdata" / "excity")[0] == found
    assert all_of(zipped(tmp_path, tmp_path / "dump.zip"))[0] == found
    loose = zipped(tmp_path / "me2userdata" / "excity", tmp_path / "files without a folder.zip")
    assert all_of(loose)[0] == found


def test_empty_files_and_errors_in_a_dump_are_reported(tmp_path: Path) -> None:
    folder = dumps(tmp_path) / "me2userdata" / "excity"
    (folder / "excity_20121106.json").write_text("", encoding="utf-8")
    (folder / "excity_20121107.json").write_text('{"code": 1027, "message": "no"}', encoding="utf-8")
    (folder / "excity_20121108.xml").write_text("<error><code>1</code></error>", encoding="utf-8")
    (folder / "excity_20121109.json").write_text("[{]", encoding="utf-8")
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><posts>&a;</posts>'
    (folder / "excity_20121110.xml").write_text(bomb, encoding="utf-8")
    found, damaged = all_of(tmp_path)
    assert len(found) == 4 and damaged.startswith("5개")


# --- the community's JSON ---------------------------------------------------------------------------------


def repo(root: Path, **files: Any) -> Path:
    folder = root / ".repo"
    folder.mkdir(parents=True)
    for name, value in files.items():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return root


PEOPLE = {"ex_city": {"id": "ex_city", "nickname": "예시시"}, "the_escapist-7": {"nickname": "시민"}}
REPO_POSTS = {
    "1": {
        "id": 1,
        "writerId": "ex_city",
        "resourcePath": "/somewhere/me2day/ex_city/post/p.x1.iOI.html",
        "timestamp": "2014-06-30T10:57:00.000Z",
        "rawContent": "글 하나",
        "rawTag": "공원 화장실",
        "location": {"name": "한빛공원"},
        "imageList": [{"thumbnail": "t", "original": "/somewhere/me2day/ex_city/img/1.jpg"}],
        "video": {"src": "C:\\b\\me2day\\ex_city\\video\\46.mp4"},
        "commentIdList": [7],
    }
}
REPO_COMMENTS = {
    "7": {
        "id": 7,
        "postId": 1,
        "writerId": "the_escapist-7",
        "timestamp": "2014-06-30T11:12:00.000Z",
        "rawContent": "\n   언제 고치나요\n",
    },
    "8": {"id": 8, "postId": 99, "writerId": "x", "rawContent": "글이 없는 댓글"},
}


def test_the_communitys_json_gives_the_ids_of_the_pages(tmp_path: Path) -> None:
    pages, _ = all_of(official(tmp_path / "pages"))
    root = repo(tmp_path / "made", People=PEOPLE, Post=REPO_POSTS, Comment=REPO_COMMENTS)
    found, damaged = all_of(root)
    assert len(found) == 2 and set(found) <= set(pages) and damaged.startswith("1개")
    comment = next(p for p in found.values() if p.parent_id)
    assert (comment.author.name, comment.own, comment.context) == ("시민", False, "글 하나")
    post = next(p for p in found.values() if not p.parent_id)
    assert post.context == "공원 화장실 · 한빛공원"
    assert [(m.kind, m.alt) for m in post.media] == [
        ("image", "ex_city/img/1.jpg"),
        ("video", "ex_city/video/46.mp4"),
    ]
    moved = {"1": {**REPO_POSTS["1"], "timestamp": 1404125820000}}
    again, _ = all_of(repo(tmp_path / "numbers", People=PEOPLE, Post=moved, Comment={}))
    assert next(iter(again.values())).created_ms == post.created_ms


def test_a_broken_json_keeps_what_came_before(tmp_path: Path) -> None:
    text = json.dumps(REPO_POSTS)[:-1] + ', "2": {"writerId": "ex'
    found, damaged = all_of(repo(tmp_path, People=PEOPLE, Post=text))
    assert len(found) == 1 and damaged.startswith("2개"), "the cut-off file and the missing one"


def test_a_large_json_is_read_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_repo, "CHUNK", 1000)
    monkeypatch.setattr(backup_repo, "LARGEST_ENTRY", 3000)
    many = {
        str(n): {**REPO_POSTS["1"], "resourcePath": f"/a/p.{n}.html", "commentIdList": []} for n in range(300)
    }
    found, _ = all_of(repo(tmp_path / "a", People={}, Post=many, Comment={}))
    assert len(found) == 300
    many["5"]["rawContent"] = "가" * 5000
    _, damaged = all_of(repo(tmp_path / "b", People={}, Post=many, Comment={}))
    assert "too large" in damaged


@given(
    st.binary(max_size=200) | st.text(max_size=100).map(lambda t: ('{"a": ' + t).encode("utf-8", "replace"))
)
def test_any_bytes_are_entries_or_malformed(data: bytes) -> None:
    try:
        for _ in backup_repo.entries(iter([data[:50], data[50:], b""])):
            pass
    except Malformed:
        pass


@given(
    st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=9), max_size=5), st.integers(1, 9)
)
def test_entries_are_what_json_says(value: dict[str, Any], size: int) -> None:
    data = json.dumps(value).encode()
    chunks = [data[i : i + size] for i in range(0, len(data), size)]
    assert dict(backup_repo.entries(iter([*chunks, b""]))) == value


# --- hostile ones -----------------------------------------------------------------------------------------


def refused(path: Path) -> str:
    """The one sentence with which a backup is refused, before anything of it is given out."""
    with pytest.raises(Malformed) as error:
        next(read_backup(path), None)
    words = str(error.value)
    korean, _, english = words.partition(" / ")
    assert korean and english and "\n" not in words
    return words


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text(PAGE, encoding="utf-8")
    root = official(tmp_path / "a")
    (root / "me2day" / "ex_city" / "post" / "p.z.html").symlink_to(secret)
    assert refused(root) == tree.LINK
    other = official(tmp_path / "b")
    (other / "me2day" / "elsewhere").symlink_to(tmp_path, target_is_directory=True)
    assert refused(other) == tree.LINK


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    root = official(tmp_path)
    os.mkfifo(root / "me2day" / "ex_city" / "post" / "p.z.html")
    assert refused(root) == tree.LINK


@pytest.mark.parametrize(
    "name", ["../out/x/post/p.1.html", "/me2day/x/post/p.1.html", "a\\..\\..\\p.html", "C:/x.html"]
)
def test_an_archive_whose_names_lead_out_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "backup.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("me2day/ex_city/post/p.1.html", PAGE)
        archive.writestr(name, PAGE)
    assert refused(path) == tree.ESCAPE


def test_an_archive_with_a_link_or_too_much_in_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "backup.zip"
    link = zipfile.ZipInfo("me2day/ex_city/post/p.1.html")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert refused(path) == tree.LINK
    zipped(official(tmp_path / "a"), path)
    monkeypatch.setattr(tree, "LARGEST_ARCHIVE", 100)
    assert refused(path) == tree.TOO_MANY
    monkeypatch.setattr(tree, "MOST_FILES", 0)
    assert refused(tmp_path / "a") == tree.TOO_MANY


def test_a_bomb_in_an_archive_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "LARGEST_PAGE", 100_000)
    path = tmp_path / "backup.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("me2day/ex_city/post/p.1.html", PAGE)
        archive.writestr("me2day/ex_city/post/p.2.html", b" " * 20_000_000)
    found, damaged = all_of(path)
    assert len(found) == 3 and "too large" in damaged


def test_an_archive_that_is_cut_off_or_encrypted_does_not_crash(tmp_path: Path) -> None:
    path = zipped(official(tmp_path / "a"), tmp_path / "backup.zip")
    data = bytearray(path.read_bytes())
    start = data.find(PAGE[:0].encode() or b"p.x1.iOI.html") + len("p.x1.iOI.html")
    data[start : start + 200] = b"\xff" * 200
    path.write_bytes(data)
    batches = list(read_backup(path))
    assert not any(batch.posts for batch in batches) and batches[-1].damaged
    path.write_bytes(data[: len(data) // 2])
    assert refused(path) == tree.NO_ARCHIVE or "zip" in refused(path)


def test_something_else_is_no_backup(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("?", encoding="utf-8")
    assert refused(tmp_path) == backup.NOTHING
    assert refused(tmp_path / "notes.txt") == refused(tmp_path / "missing")
    deep = tmp_path.joinpath(*"abcdefghijklmno")
    deep.mkdir(parents=True)
    assert refused(tmp_path) == tree.TOO_MANY
