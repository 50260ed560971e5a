from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors import registry
from desktop.models import channels
from desktop.models.store import Store, Tx
from desktop.services import channel_files
from desktop.services.channel_columns import network_name
from desktop.services.channel_files import (
    Candidate,
    ImportReport,
    ListFileError,
    export_channels,
    import_candidates,
    import_channels,
    parse,
)
from desktop.services.messages import is_code

CSV = """이름,매체,주소,담당부서
버스 게시판,feed,https://bus.example/rss,버스정책과
시 홈페이지,워드프레스,https://www.example/,뉴미디어과
시장 마스토돈,Mastodon,https://m.example/@seoul,시장실
민원 전화,직접 입력,,민원실
"""

OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>채널</title></head><body>
<outline text="교통"><outline text="버스"><outline type="rss" text="버스 게시판" title="버스 게시판"
  xmlUrl="https://bus.example/rss?a=1&amp;b=2" owner="버스정책과"/></outline></outline>
<outline title="제목만" xmlUrl="https://b.example/atom.xml"/>
<outline type="rss" text="주소가 없음"/>
</body></opml>
"""


def test_a_csv_as_staff_write_it() -> None:
    good, bad = parse(CSV.encode("utf-8-sig"))
    assert bad == []
    assert [(row.line, row.name, row.network, row.owner) for row in good] == [
        (2, "버스 게시판", "feed", "버스정책과"),
        (3, "시 홈페이지", "wordpress", "뉴미디어과"),
        (4, "시장 마스토돈", "mastodon", "시장실"),
        (5, "민원 전화", "manual", "민원실"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_way_a_spreadsheet_saves_it(encoding: str, delimiter: str, newline: str) -> None:
    text = CSV.replace(",", delimiter).replace("\n", newline)
    good, bad = parse(text.encode(encoding))
    assert (len(good), bad) == (4, [])
    assert good[0].url == "https://bus.example/rss"


def test_one_column_for_address_or_account_and_english_headings() -> None:
    good, bad = parse(
        b"name,network,url,owner\nA,mastodon,@seoul@m.example,x\nB,feed,https://b.example/f,y\n"
        b"C,mastodon,@seoul,z\n"
    )
    assert [(row.reason, row.line) for row in bad] == [("no-url", 4)]
    assert (good[0].url, good[0].handle) == ("https://m.example", "@seoul@m.example")
    assert good[1].url == "https://b.example/f"
    (good_one,), bad = parse(b"name,network,url or handle,owner\nA,mastodon,@seoul@m.example,x\n")
    assert (good_one.url, good_one.handle, bad) == ("https://m.example", "@seoul@m.example", [])
    good, bad = parse(b"title,url\nA,https://a.example/rss\n")
    assert (good[0].name, good[0].network) == ("A", "feed")


def test_a_list_without_headings_in_the_usual_order() -> None:
    good, _ = parse("버스,feed,https://a.example/rss,,버스정책과\n".encode())
    assert (good[0].name, good[0].owner) == ("버스", "버스정책과")


def test_bad_rows_are_listed_with_line_and_reason_and_stop_no_good_one() -> None:
    text = (
        "name,network,url,owner\n"
        "Good,feed,https://a.example/rss,\n"
        ",feed,https://b.example/rss,\n"
        "NoUrl,feed,,\n"
        'Ftp,feed,ftp://c.example/,"line\nbreak"\n'
        "Gone,cyworld,https://d.example/,\n"
        f"Long,feed,https://e.example/{'x' * 3000},\n"
        "Last,feed,http://f.example/rss\n"
    )
    good, bad = parse(text.encode())
    assert [row.name for row in good] == ["Good", "Last"]
    assert [(row.line, row.reason) for row in bad] == [
        (3, "no-name"),
        (4, "no-url"),
        (5, "bad-url"),
        (7, "unknown-network"),
        (8, "too-long-field"),
    ]
    assert all(is_code(row.reason) and len(row.text) <= 160 for row in bad)


def test_opml_with_folders() -> None:
    good, bad = parse(OPML.encode())
    assert [(row.name, row.url, row.owner) for row in good] == [
        ("버스 게시판", "https://bus.example/rss?a=1&b=2", "버스정책과"),
        ("제목만", "https://b.example/atom.xml", ""),
    ]
    assert [(row.reason, row.line) for row in bad] == [("no-url", 6)]


def test_opml_in_korean_encodings() -> None:
    good, _ = parse(OPML.replace("UTF-8", "euc-kr").encode("cp949"))
    assert good[0].name == "버스 게시판"
    good, _ = parse(OPML.replace("UTF-8", "utf-16").encode("utf-16"))
    assert good[0].name == "버스 게시판"


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><opml><body>&b;</body></opml>'
)
READS = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><opml><outline text="&e;" xmlUrl="http://a/"/></opml>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-list"),
        (b" \r\n", "empty-list"),
        (b"\x00\x01\x02\xff" * 100, "not-a-list"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not-a-list"),
        (b"<html><body>hello</body></html>", "not-a-list"),
        (b"<opml></opml>", "empty-list"),
        (b"just a sentence", "not-a-list"),
        (b"name,network\n", "empty-list"),
        (BOMB, "not-a-list"),
        (READS, "not-a-list"),
        (READS.decode().encode("utf-16"), "not-a-list"),
        (b"a" * 20_000_001, "file-too-large"),
        (b"name,network,url\n" + b"A,feed,http://a.example/\n" * 20_001, "file-too-large"),
        (b'name,network,url\n"' + b"a" * 200_000, "not-a-list"),
        (b"<" * 100_000, "not-a-list"),
    ],
)
def test_hostile_files_end_in_one_code(data: bytes, code: str) -> None:
    with pytest.raises(ListFileError) as refused:
        parse(data)
    assert refused.value.code == code
    assert is_code(code)


def test_nesting_without_end_does_no_harm() -> None:
    deep = b"<opml><body>" + b'<outline text="a">' * 100_000
    with pytest.raises(ListFileError):
        parse(deep)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_no_bytes_make_it_fail_otherwise(data: bytes) -> None:
    for before in (b"", b"<opml>", b"name,network,url\n"):
        try:
            parse(before + data)
        except ListFileError as error:
            assert is_code(error.code)


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_what_is_no_file_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(ListFileError) as refused:
        channel_files.read_file(tmp_path / name)
    assert refused.value.code == "file-missing"


async def test_importing_twice_adds_nothing_twice(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(CSV, encoding="cp949")
    with Store.open(str(tmp_path / "w.db")) as store:
        first = await import_channels(store, tmp_path / "list.csv")
        assert (len(first.good), first.bad) == (4, ())
        again = await import_channels(store, tmp_path / "list.csv")
        assert again.good == ()
        assert [(row.line, row.reason) for row in again.bad] == [
            (line, "duplicate-channel") for line in (2, 3, 4, 5)
        ]
        assert len(store.read(channels.list_channels).result()) == 4


@pytest.mark.parametrize("suffix", ["csv", "opml"])
def test_what_is_exported_is_imported_again_and_calculates_nothing(tmp_path: Path, suffix: str) -> None:
    names = ["=HYPERLINK(1)", "+82 2 120", "-1", "@seoul", '쉼표, "따옴표"', "<꺾쇠> & 앰퍼샌드", "'홑따옴표"]
    target = tmp_path / f"out.{suffix}"
    with Store.open(str(tmp_path / "w.db")) as store:
        for number, name in enumerate(names):
            url = f"https://a.example/{number}"
            store.write(channels.add_channel, network="feed", name=name, url=url, owner="=1+1").result()
        rows = store.read(channels.list_channels).result()
    assert export_channels(rows, target) == len(names)
    if suffix == "csv":
        text = target.read_bytes().decode("utf-8-sig")
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in text.replace("\r\n", ",").split(","))
    good, bad = parse(target.read_bytes())
    assert sorted(row.name for row in good) == sorted(names)
    assert {row.owner for row in good} == {"=1+1"}
    assert bad == []
    assert sorted(os.listdir(tmp_path)) == sorted([target.name, "w.db"]) or target.exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ListFileError) as refused:
        export_channels([], tmp_path / "missing" / "out.csv")
    assert refused.value.code == "file-unwritable"


def test_opml_with_cp949_called_euc_kr_and_bare_ampersands() -> None:
    text = (
        '<?xml version="1.0" encoding="euc-kr"?><opml version="2.0"><body>'
        '<outline title="똠방 R&D" xmlUrl="https://a.example/rss?a=1&b=2"/></body></opml>'
    )
    (good,), bad = parse(text.encode("cp949"))
    assert (good.name, good.url, bad) == ("똠방 R&D", "https://a.example/rss?a=1&b=2", [])


def test_a_long_list_does_not_read_all_channels_again_for_every_row(tmp_path: Path) -> None:
    rows = [Candidate(n, f"채널 {n}", "feed", f"https://a.example/{n % 400}") for n in range(500)]
    asked: list[str] = []

    def counting(tx: Tx) -> ImportReport:
        tx.db.connection().set_trace_callback(asked.append)
        try:
            return import_candidates(tx, rows, ())
        finally:
            tx.db.connection().set_trace_callback(None)

    with Store.open(tmp_path / "w.db") as store:
        report = store.write(counting).result()
    assert (len(report.good), len(report.bad)) == (400, 100)
    assert sum(statement.startswith("SELECT") for statement in asked) == 1


def test_a_list_with_every_network_by_its_own_or_its_everyday_name() -> None:
    rows = [f"채널 {n.name},{n.name},https://{n.name}.example,부서" for n in registry.NETWORKS if n.needs_url]
    rows += [f"계정 {n.name},{n.label_ko},hanbit_city,부서" for n in registry.NETWORKS if not n.needs_url]
    everyday = {
        "트위터": "x",
        "Twitter": "x",
        "페북": "facebook",
        "blog": "naver_blog",
        "네이버 카페": "naver_cafe",
        "이메일": "mail",
        "인스타": "instagram",
        "카톡": "",
        "RSS": "",
    }
    rows += [f"별명 {called},{called},hanbit_city,부서" for called in everyday]
    good, bad = channel_files.parse(("name,platform,url or handle,owner\n" + "\n".join(rows)).encode())
    found = {row.name: row.network for row in good}
    for network in registry.NETWORKS:
        prefix = "채널" if network.needs_url else "계정"
        assert found[f"{prefix} {network.name}"] == network.name
    known = {called: name for called, name in everyday.items() if name}
    assert {called: found[f"별명 {called}"] for called in known} == known
    assert {(row.reason, row.text.split(" · ")[0]) for row in bad} == {
        ("unknown-network", "별명 카톡"),
        ("no-url", "별명 RSS"),
    }


# --- lists of other programs and offices -----------------------------------------------------------------


def rows_of(data: str | bytes) -> list[tuple[str, str, str, str]]:
    good, bad = channel_files.parse(data.encode() if isinstance(data, str) else data)
    assert bad == []
    return [(row.name, row.network, row.url, row.owner) for row in good]


ONE = [("가", "feed", "https://a.example/1", "홍보과")]


@pytest.mark.parametrize(
    "data",
    [
        "2026년 SNS 채널 현황,,,,\n,,,,\n연번,채널명,매체,URL,담당부서\n1,가,RSS,https://a.example/1,홍보과\n",
        "번호,채널 명,플랫폼 종류,채널 주소,관리 부서\n1,가,RSS,https://a.example/1,홍보과\n",
        "No.,계정명,SNS 구분,URL 주소,담당 부서(팀)\n1,가,RSS,https://a.example/1,홍보과\n",
        "구분,제목,채널명,매체,홈페이지,RSS 주소,담당,담당부서\n"
        "홍보,x,가,RSS,https://a.example/,https://a.example/1,김주무관,홍보과\n",
        "Department,Feed URL,Network,Channel Name\n홍보과,https://a.example/1,feed,가\n",
        "이름|매체|주소|담당\n가|RSS 2.0|https://a.example/1|홍보과\n",
        '"이름(가;나;다)",매체,주소,담당\n가,RSS,https://a.example/1,홍보과\n',
        "이름,매체,주소,담당\n가,피드(RSS·Atom),a.example/1,홍보과\n",
        '이름,매체,주소,담당\n가,Atom 피드,feed:https://a.example/1," 홍보과\n"\n',
        "sep=;\r\n이름;매체;주소;담당\r\n가;RSS;https://a.example/1;홍보과\r\n".encode("cp949"),
        "이름\t매체\t주소\t담당\n가\tRSS\thttps://a.example/1\t홍보과\n".encode("utf-16-le"),
        '<!DOCTYPE opml SYSTEM "opml.dtd"><opml><body><outline text="폴더"><outline text="가" owner="홍보과" '
        'xmlUrl="https://a.example/1"/></outline></body></opml>',
        '<OPML><BODY><OUTLINE TEXT="가" OWNER="홍보과" XMLURL="feed:https://a.example/1"/></BODY></OPML>',
    ],
)
def test_lists_are_read_as_offices_and_readers_write_them(data: str | bytes) -> None:
    assert rows_of(data) == ONE


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("X (구 트위터)", "x"), ("Facebook 페이지", "facebook"), ("홈페이지(워드프레스)", "wordpress"),
        ("RSS 1.0", "feed"), ("카카오톡 채널", "kakao_channel"), ("네이버 블로그", "naver_blog"),
        ("페이스북, 인스타그램", "페이스북, 인스타그램"), ("라디오", "라디오"),
    ],
)  # fmt: skip
def test_a_network_is_known_by_what_people_call_it(text: str, network: str) -> None:
    assert network_name(text) == network


def test_a_row_keeps_its_line_below_other_rows() -> None:
    good, bad = channel_files.parse(
        '목록\n\n이름,매체,주소\n"가\n나",RSS,https://a.example/1\n다,RSS,\n'.encode()
    )
    assert [(row.line, row.name) for row in good] == [(4, "가 나")]
    assert [(row.line, row.reason) for row in bad] == [(6, "no-url")]


def test_cells_full_of_brackets_above_the_headings_are_soon_passed() -> None:
    title = ",".join(["(" * 130_000] * 40)
    assert rows_of(f"{title}\n이름,매체,주소,담당\n가,RSS,https://a.example/1,홍보과\n") == ONE
