"""Proofs of possession for OAuth (RFC 9449): every request is signed with a key that belongs to the sign-in.

A token that somebody steals is worth nothing without the key. Servers hand out nonces that have to be signed
along; each server has its own (bluesky.md section 3).
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from connectors.base import AuthExpired
from connectors.http import Http, Response
from connectors.http_parts import host_of

ANSWERED = (400, 401, 403, 404, 409, 413, 415, 422)


def new_key() -> str:
    """A fresh P-256 key as a string for the keyring."""
    key = ec.generate_private_key(ec.SECP256R1())
    return _b64(key.private_numbers().private_value.to_bytes(32, "big"))


class Prover:
    """Signs requests with one key, and remembers the nonce of every server."""

    def __init__(self, key: str) -> None:
        try:
            number = int.from_bytes(base64.urlsafe_b64decode(key + "=" * (-len(key) % 4)), "big")
            self._key = ec.derive_private_key(number, ec.SECP256R1())
        except (ValueError, TypeError):
            raise AuthExpired("the sign-in's key cannot be read", "dpop-key") from None
        point = self._key.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        self._jwk = {"kty": "EC", "crv": "P-256", "x": _b64(point[1:33]), "y": _b64(point[33:])}
        self._nonces: dict[tuple[str, int], str] = {}

    def proof(self, method: str, url: str, token: str = "", now: float | None = None) -> str:
        """The value of the header DPoP for one request."""
        parts = urlsplit(url)
        claims: dict[str, Any] = {
            "jti": secrets.token_urlsafe(16),
            "htm": method,
            "htu": urlunsplit((parts.scheme, parts.netloc, parts.path, "", "")),
            "iat": int(time.time() if now is None else now),
        }
        if nonce := self._nonces.get(host_of(url)):
            claims["nonce"] = nonce
        if token:
            claims["ath"] = _b64(hashlib.sha256(token.encode()).digest())
        head = {"typ": "dpop+jwt", "alg": "ES256", "jwk": self._jwk}
        signed = f"{_part(head)}.{_part(claims)}"
        r, s = decode_dss_signature(self._key.sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
        return f"{signed}.{_b64(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"

    async def request(
        self, http: Http, method: str, url: str, *, token: str = "", **options: Any
    ) -> Response:
        """One request with its proof; asked once more where the server wants its own nonce signed. A request
        that was turned down for its nonce was not carried out."""
        given = dict(options.pop("headers", None) or {})
        auth = f"DPoP {token}" if token else None
        for last in (False, True):
            headers = {**given, "DPoP": self.proof(method, url, token)}
            answer = await http.request(method, url, headers=headers, auth=auth, accept=ANSWERED, **options)
            nonce = answer.headers.get("dpop-nonce", "")
            if nonce and len(nonce) < 1000:
                self._nonces[host_of(url)] = nonce
            if last or not nonce or not _wants_nonce(answer):
                break
        return answer


def _wants_nonce(answer: Response) -> bool:
    if answer.status == 401 and "use_dpop_nonce" in answer.headers.get("www-authenticate", ""):
        return True
    return answer.status in (400, 401) and b'"use_dpop_nonce"' in answer.body[:2000]


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _part(value: dict[str, Any]) -> str:
    return _b64(json.dumps(value, separators=(",", ":")).encode())
