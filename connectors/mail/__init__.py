"""Mail: what citizens write to a mailbox of the city, and the answers to it in the same thread.

Owns the network's line in the registry; everything that talks is imported when it is first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from connectors.base import (
    Batch,
    Capabilities,
    ChannelConfig,
    Connector,
    Identity,
    LengthRule,
    Network,
    OptionField,
    SignInField,
)

_SENT_IS_SENT = (
    "보낸 메일은 받는 사람의 메일함에 있어 고치거나 지울 수 없습니다. / "
    "A mail that was sent lies in the recipient's mailbox and can be neither changed nor taken "
    "back."
)
_NO_APPROVAL = (
    "메일에는 승인 절차가 없습니다. 도착한 메일은 모두 바로 보입니다. / "
    "Mail has no approval; whatever arrives is there at once."
)
_WHY_NOT = {
    "edit": _SENT_IS_SENT,
    "delete": _SENT_IS_SENT,
    "approve": _NO_APPROVAL,
    "hold": _NO_APPROVAL,
    "reject": _NO_APPROVAL,
    "like": "메일에는 공감(좋아요)이 없습니다. / Mail has no likes.",
    "private_reply": (
        "메일 답변은 받는 시민만 보므로 따로 비공개 답변이 없습니다. / "
        "An answer by mail is seen by its recipient only, so there is no other kind."
    ),
}
NO_IDLE = (
    "이 메일 서버에는 실시간 알림(IDLE)이 없습니다. 정해진 간격으로 확인합니다. / "
    "This mail server has no push (IDLE); it is checked at intervals."
)
_SIGN_IN_FIRST = "메일함에 로그인해야 합니다. / Please sign in to the mailbox."

CAPABILITIES = Capabilities(
    stream=True,
    reply=True,
    hide=True,
    unhide=True,
    trash=True,
    thread=True,
    activity=True,
    length=LengthRule(),
    why_not=_WHY_NOT,
)
NOT_SIGNED_IN = {
    **_WHY_NOT,
    **dict.fromkeys(("stream", "reply", "hide", "unhide", "trash", "activity"), _SIGN_IN_FIRST),
}

RECALL = "보낸 메일은 고치거나 되돌릴 수 없습니다. / A mail cannot be changed or taken back once it is sent."
NO_REPLY = "받는 주소가 회신을 받지 않는 주소로 보입니다. / This looks like an address that takes no replies."


def _open(config: ChannelConfig, http: Any) -> Connector:
    from connectors.mail.client import MailChannel

    return MailChannel(config, http)


async def _sign_in(
    http: Any, config: ChannelConfig, open_browser: Callable[[str], Any]
) -> tuple[Mapping[str, str], Identity]:
    from connectors.mail.signin import sign_in

    return await sign_in(http, config, open_browser)


async def _renew(http: Any, secret: Mapping[str, str]) -> Mapping[str, str]:
    from connectors.mail.signin import renew

    return await renew(http, secret)


def _read_backup(path: Path) -> Iterator[Batch]:
    from connectors.mail.backup import read_backup

    return read_backup(path)


def advise(text: str, target: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[str, ...]:
    """What has to be known before an answer goes out."""
    handle = str(target.get("handle") or "").lower().replace("-", "").replace("_", "").replace(".", "")
    nobody = handle.startswith(("noreply", "donotreply", "mailerdaemon", "postmaster"))
    return (RECALL, NO_REPLY) if nobody else (RECALL,)


NETWORK = Network(
    name="mail",
    label_ko="메일",
    label_en="Mail",
    capabilities=CAPABILITIES,
    open=_open,
    needs_url=False,
    url_schemes=("imaps", "imap"),
    address_ko=(
        "메일 주소를 계정에 적어 주세요(예: minwon@hanbit.example). 네이버, 다음, Gmail, Microsoft "
        "365가 아니면 메일 서버 주소도 적어 주세요(예: imaps://mail.hanbit.example)."
    ),
    address_en=(
        "Type the mail address as the account (such as minwon@hanbit.example). Unless it is at Naver, "
        "Daum, Gmail or Microsoft 365, type the mail server's address too (such as "
        "imaps://mail.hanbit.example)."
    ),
    option_fields=(
        OptionField(
            "provider",
            "메일 서비스",
            "Mail service",
            "고르면 서버 주소가 저절로 정해집니다.",
            "Choosing one fills in its servers.",
            choices=(
                ("", "주소로 알아내기", "Found by the address"),
                ("own", "시청 메일 서버", "The city's own server"),
                ("gmail", "Gmail, Google Workspace", "Gmail, Google Workspace"),
                ("naver", "네이버 메일", "Naver Mail"),
                ("daum", "다음, 카카오메일", "Daum, Kakao Mail"),
                ("m365", "Microsoft 365 (Outlook)", "Microsoft 365 (Outlook)"),
            ),
        ),
        OptionField(
            "smtp_host",
            "보내는 서버",
            "Server for outgoing mail",
            "비우면 받는 서버와 같은 곳입니다. 예: smtp.hanbit.example",
            "Empty: the same as for incoming mail. Example: smtp.hanbit.example",
        ),
        OptionField(
            "smtp_port",
            "보내는 서버의 포트",
            "Port for outgoing mail",
            "587(STARTTLS) 또는 465(TLS)입니다. 비우면 587입니다.",
            "587 (STARTTLS) or 465 (TLS). Empty: 587.",
        ),
        OptionField(
            "from_name",
            "보내는 이름",
            "Sender's name",
            "시민이 받는 답변에 보이는 이름입니다. 예: 한빛시 민원실",
            "What citizens see as the sender. Example: Hanbit City Hall",
        ),
        OptionField(
            "folder",
            "읽을 폴더",
            "Folder to read",
            "비우면 받은편지함입니다.",
            "Empty: the inbox.",
        ),
        OptionField(
            "hidden_folder",
            "숨긴 메일을 둘 폴더",
            "Folder for hidden mail",
            "숨긴 메일을 이 폴더로 옮깁니다. 비우면 '숨긴 메일'이고, 없으면 만듭니다.",
            "Hidden mail is moved there. Empty: '숨긴 메일', which is made where it is missing.",
        ),
        OptionField(
            "form_senders",
            "글로 받을 자동 메일의 주소",
            "Automatic senders to take in",
            "홈페이지 민원 양식처럼 자동으로 보내지만 시민의 글인 주소를 적어 주세요. 여러 개는 쉼표로 "
            "나누어 주세요.",
            "Addresses that write automatically for citizens, such as a web form. Separate several with "
            "commas.",
        ),
        OptionField(
            "first_days",
            "처음 읽을 기간(일)",
            "Days to read at first",
            "비우면 메일함의 모든 메일을 읽습니다.",
            "Empty: all mail in the mailbox.",
        ),
        OptionField(
            "sent_copy",
            "보낸 메일 보관",
            "Copies of sent mail",
            "메일 서비스가 보낸 메일을 스스로 보관하는지에 따라 골라 주세요. 보통은 그대로 두면 됩니다.",
            "Depends on whether the mail service keeps what is sent. Usually this can be left as it is.",
            choices=(
                ("", "자동", "Automatic"),
                ("append", "프로그램이 보관", "Kept by the program"),
                ("provider", "메일 서비스가 보관", "Kept by the mail service"),
            ),
        ),
    ),
    steps_ko=(
        "네이버와 다음은 메일 환경설정에서 IMAP 사용을 먼저 켜 주세요.",
        "네이버, 다음, Gmail은 먼저 2단계 인증을 켜 주세요. 그리고 보안 설정에서 앱 비밀번호를 "
        "만들어 주세요.",
        "아이디에는 메일 주소 전체를, 비밀번호에는 앱 비밀번호를 적어 주세요.",
        "시청 메일 서버는 메일 담당자에게 IMAP과 SMTP 서버 주소를 물어봐 주세요. 그 주소를 채널 "
        "주소와 보내는 서버에 적어 주세요.",
        "Microsoft 365는 비밀번호로 로그인할 수 없습니다. 브라우저로 로그인해 주세요.",
        "브라우저 로그인에는 앱 등록이 필요합니다. Google Cloud나 Microsoft Entra에 데스크톱 앱을 "
        "등록해 주세요. 그리고 클라이언트 ID를 적어 주세요.",
    ),
    steps_en=(
        "At Naver and Daum, switch IMAP on in the mail settings first.",
        "At Naver, Daum and Gmail, switch two-step verification on and make an app password in the "
        "security settings.",
        "Type the whole mail address as the user name and the app password as the password.",
        "For the city's own server, ask whoever runs it for the addresses of IMAP and SMTP and type them as "
        "the address and the server for outgoing mail.",
        "Microsoft 365 takes no passwords; please sign in with the browser.",
        "Signing in with the browser needs an app: make a desktop app at Google Cloud or Microsoft "
        "Entra and type its Client ID.",
    ),
    sign_in_fields=(
        SignInField(
            "login",
            hint_ko="비우면 채널의 계정(메일 주소)으로 로그인합니다.",
            hint_en="Empty: the mail address that is the channel's account.",
            required=False,
        ),
        SignInField(
            "password",
            secret=True,
            label_ko="메일 비밀번호",
            label_en="Mail password",
            hint_ko="Gmail과 네이버는 보안 설정에서 만든 앱 비밀번호입니다.",
            hint_en="For Gmail and Naver the app password made in their security settings.",
        ),
    ),
    browser_fields=(
        SignInField(
            "client_id",
            label_ko="클라이언트 ID",
            label_en="Client ID",
            hint_ko="Google Cloud나 Microsoft Entra에 등록한 데스크톱 앱의 ID입니다.",
            hint_en="Of the desktop app at Google Cloud or Microsoft Entra.",
        ),
        SignInField(
            "client_secret",
            secret=True,
            label_ko="클라이언트 시크릿",
            label_en="Client Secret",
            hint_ko="Gmail에만 필요합니다. Google Cloud의 '클라이언트 보안 비밀번호'입니다.",
            hint_en="Gmail only.",
            required=False,
        ),
        SignInField(
            "login",
            label_ko="메일함 주소",
            label_en="Mailbox",
            hint_ko="로그인할 계정과 다른 공유 메일함일 때만 적어 주세요.",
            hint_en="Only where it is a shared mailbox, other than the account that signs in.",
            required=False,
        ),
        SignInField(
            "tenant",
            label_ko="테넌트 ID",
            label_en="Tenant ID",
            hint_ko="Microsoft 365에서 기관 전용 앱일 때만 적어 주세요.",
            hint_en="Microsoft 365 only, for an app of one organisation.",
            required=False,
        ),
    ),
    sign_in=_sign_in,
    renew=_renew,
    advise=advise,
    read_backup=_read_backup,
    min_interval_s=30.0,
    default_interval_s=60.0,
)
