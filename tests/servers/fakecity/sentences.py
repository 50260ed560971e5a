"""Made-up posts about city matters. The same seed gives the same city; nobody and no place in it is real."""

from __future__ import annotations

import random

BOARDS = (
    "한빛시 새소식",
    "시민 자유게시판",
    "칭찬합시다",
    "불편 신고",
    "정책 제안",
    "도로 민원",
    "공원 이야기",
    "버스 개선 의견",
    "주차 신고",
    "가로등 고장",
    "청년 게시판",
    "어르신 마당",
    "육아 이야기",
    "환경 지킴이",
    "하천 소식",
    "도서관 소리함",
    "문화 행사",
    "체육 시설",
    "전통시장",
    "반려동물",
    "자전거 길",
    "보건소 안내",
    "재난 안전",
    "소음 신고",
    "수도 민원",
    "청소 민원",
    "건축 민원",
    "세금 문의",
    "복지 상담",
    "교육 소식",
    "동별 소식",
    "의회 소식",
    "보도 자료",
    "고시 공고",
    "채용 안내",
    "사진 게시판",
    "공개 질문",
)
_PLACES = (
    "별빛로",
    "솔내동",
    "한들공원",
    "샛강다리",
    "달맞이길",
    "꽃재시장",
    "새터역",
    "맑은내 산책로",
    "언덕마을",
    "물빛광장",
)
_THINGS = (
    "가로등",
    "보도블록",
    "횡단보도",
    "버스 정류장",
    "놀이터 그네",
    "맨홀 뚜껑",
    "자전거 거치대",
    "분리수거함",
    "방음벽",
    "쉼터",
)
_STATES = (
    "고장 난 지 일주일째입니다",
    "밤마다 깜빡거려서 무섭습니다",
    "어제 고쳐졌네요, 고맙습니다",
    "너무 낡아서 위험해 보입니다",
    "아이들이 다칠 뻔했습니다",
    "한 곳 더 있으면 좋겠습니다",
    "안내판이 없어 찾기 어렵습니다",
    "비만 오면 물이 고입니다",
)
_WISHES = (
    "빠른 확인 부탁드립니다.",
    "담당 부서가 어디인지 알려 주세요.",
    "언제쯤 처리되는지 궁금합니다.",
    "사진도 함께 올립니다.",
    "다른 주민들도 같은 의견입니다.",
    "지난번에도 글을 남겼는데 답이 없었습니다.",
    "늘 애써 주셔서 감사합니다.",
    "예산이 든다면 내년 계획에라도 넣어 주세요.",
)
_NAMES = ("김*늘", "이*솔", "박*름", "최*별", "정*람", "강*울", "조*빛", "윤*들", "장*내", "임*결")


def title(dice: random.Random) -> str:
    kind = dice.choice(("문의", "건의", "신고", "제안", "의견"))
    return f"{dice.choice(_PLACES)} {dice.choice(_THINGS)} {kind}"


def body(dice: random.Random, sentences: int = 4) -> str:
    first = f"{dice.choice(_PLACES)} 근처 {dice.choice(_THINGS)}, {dice.choice(_STATES)}."
    return " ".join([first, *(dice.choice(_WISHES) for _ in range(max(0, sentences - 1)))])


def name(dice: random.Random) -> str:
    return dice.choice(_NAMES)
