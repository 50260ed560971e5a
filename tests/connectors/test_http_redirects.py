"""Where a redirect may lead, what goes along, and what is learned from it."""

from __future__ import annotations

from connectors.http import Http
from tests.connectors.conftest import failure
from tests.servers.fakecity import FakeCity, Reply


async def test_permanent_redirects_are_reported_and_temporary_ones_are_not(
    city: FakeCity, http: Http, page: str
) -> None:
    city.route("/moved", Reply(301, headers={"Location": "/again"}))
    city.route("/again", Reply(308, headers={"Location": "/page"}))
    city.route("/found", Reply(302, headers={"Location": "/page"}))
    city.route("/mixed", Reply(301, headers={"Location": "/found"}))
    assert (await http.get(city.url + "/moved")).permanent_url == page
    assert (await http.get(city.url + "/found")).permanent_url == ""
    assert (await http.get(city.url + "/mixed")).permanent_url == city.url + "/found"
    assert (await http.get(city.url + "/mixed")).url == page


async def test_five_hops_are_followed_and_not_six(city: FakeCity, http: Http, page: str) -> None:
    for number in range(1, 7):
        target = "/page" if number == 1 else f"/hop{number - 1}"
        city.route(f"/hop{number}", Reply(302, headers={"Location": target}))
    assert (await http.get(city.url + "/hop5")).status == 200
    assert (await failure(http.get(city.url + "/hop6"))).code == "redirects"


async def test_credentials_stay_with_their_host(city: FakeCity, http: Http, page: str) -> None:
    city.route("/same", Reply(302, headers={"Location": "/page"}))
    city.route("/other", Reply(302, headers={"Location": city.as_host("localhost") + "/page"}))
    secrets = {"Cookie": "session=geheim", "X-Api-Key": "geheim", "Accept": "text/plain"}
    await http.get(city.url + "/same", auth="Bearer geheim", headers=secrets)
    await http.get(city.url + "/other", auth="Bearer geheim", headers=secrets)
    same, other = city.asked("/page")
    assert same.headers["authorization"] == "Bearer geheim"
    assert same.headers["x-api-key"] == "geheim"
    assert other.headers["host"].startswith("localhost")
    assert "geheim" not in str(other.headers)
    assert other.headers["accept"] == "text/plain"


async def test_another_port_is_another_host(city: FakeCity, http: Http) -> None:
    with FakeCity() as stranger:
        stranger.route("/x", Reply(200))
        url = city.route("/go", Reply(302, headers={"Location": stranger.url + "/x"}))
        await http.get(url, auth=("login", "geheim"))
        assert "authorization" in city.asked("/go")[0].headers
        assert "authorization" not in stranger.asked("/x")[0].headers


async def test_a_session_cookie_opens_a_board_that_redirects_to_itself(city: FakeCity, http: Http) -> None:
    def board(request: object) -> Reply:
        if "visited=1" in request.headers.get("cookie", ""):  # type: ignore[attr-defined]
            return Reply(200, b"in")
        return Reply(302, headers={"Location": "/board", "Set-Cookie": "visited=1; Path=/"})

    url = city.route("/board", board)
    assert (await http.get(url)).body == b"in"
    await http.get(url)
    assert "cookie" not in city.asked("/board")[2].headers  # and is forgotten afterwards


async def test_name_and_password_in_an_address_become_a_header(city: FakeCity, http: Http, page: str) -> None:
    response = await http.get(page.replace("http://", "http://name:pass%40word@"))
    assert city.asked("/page")[0].headers["authorization"] == "Basic bmFtZTpwYXNzQHdvcmQ="
    assert "pass" not in response.url


async def test_a_write_is_never_carried_elsewhere(city: FakeCity, http: Http, page: str) -> None:
    for status in (301, 302, 303):
        url = city.route(f"/w{status}", Reply(status, headers={"Location": "/page"}))
        assert (await failure(http.request("POST", url, form={"a": "1"}))).code == "redirect-refused"
    url = city.route("/w308", Reply(308, headers={"Location": city.as_host("localhost") + "/page"}))
    assert (await failure(http.request("POST", url, form={"a": "1"}))).code == "redirect-refused"
    url = city.route("/w307", Reply(307, headers={"Location": "/page"}))
    assert (await http.request("POST", url, form={"a": "1"})).status == 200
    assert [one.body for one in city.asked("/page")] == [b"a=1"]
