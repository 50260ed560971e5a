<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ko">
<context>
    <name>Abilities</name>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="24"/>
        <source>새 글 바로 받기</source>
        <translation>New posts at once</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="25"/>
        <source>답변 보내기</source>
        <translation>Answering</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="26"/>
        <source>글쓴이에게만 답하기</source>
        <translation>Answering the author alone</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="27"/>
        <source>보낸 답변 고치기</source>
        <translation>Changing an answer that was sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="28"/>
        <source>보낸 답변 지우기</source>
        <translation>Deleting an answer that was sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="29"/>
        <source>기다리는 글 승인하기</source>
        <translation>Approving waiting posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="30"/>
        <source>승인 대기로 돌리기</source>
        <translation>Putting back to waiting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="31"/>
        <source>기다리는 글 거절하기</source>
        <translation>Rejecting waiting posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="32"/>
        <source>글 숨기기</source>
        <translation>Hiding posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="33"/>
        <source>숨긴 글 다시 보이기</source>
        <translation>Showing hidden posts again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="34"/>
        <source>휴지통으로 옮기기</source>
        <translation>Moving posts to the bin</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="35"/>
        <source>공감 남기기</source>
        <translation>Liking posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="36"/>
        <source>계정 활동 세기</source>
        <translation>Counting an account&apos;s activity</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="44"/>
        <source>{name}에서 할 수 있는 일</source>
        <translation>What {name} can do</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="57"/>
        <source>됩니다</source>
        <translation>yes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="57"/>
        <source>안 됩니다</source>
        <translation>no</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/abilities.py" line="64"/>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <location filename="../../desktop/ui/settings/about.py" line="86"/>
        <source>모두 복사하기</source>
        <translation>Copy all</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/about.py" line="89"/>
        <source>창 닫기</source>
        <translation>Close the window</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/about.py" line="98"/>
        <source>프로그램</source>
        <translation>Program</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/about.py" line="99"/>
        <source>상태 점검하기</source>
        <translation>Check health</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/about.py" line="101"/>
        <source>업무공간, 보관함, 채널, 글꼴을 점검하고 고칠 방법을 알려 줍니다.</source>
        <translation>Checks workspace, keyring, channels and fonts, and says how to mend what is wrong.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/about.py" line="102"/>
        <source>점검</source>
        <translation>Check</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/about.py" line="103"/>
        <source>라이선스 보기</source>
        <translation>Show licences</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/about.py" line="104"/>
        <location filename="../../desktop/ui/settings/about.py" line="106"/>
        <source>라이선스</source>
        <translation>Licences</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/about.py" line="105"/>
        <source>함께 쓰는 글꼴, 아이콘, 라이브러리의 이용 조건입니다.</source>
        <translation>Terms of the fonts, icons and libraries inside.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/about.py" line="118"/>
        <source>상태 점검</source>
        <translation>Health check</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="49"/>
        <source>보관함 열기</source>
        <translation>Unlock the keyring</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="56"/>
        <source>계정 목록</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="59"/>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="60"/>
        <source>매체</source>
        <translation>Network</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="61"/>
        <location filename="../../desktop/ui/channels/card.py" line="158"/>
        <source>계정</source>
        <translation>Account</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="62"/>
        <source>서버</source>
        <translation>Server</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="63"/>
        <source>명의</source>
        <translation>Voice</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="80"/>
        <source>다시 로그인하기</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="82"/>
        <source>로그아웃</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="87"/>
        <source>고른 계정의 명의</source>
        <translation>Voice of the chosen account</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="98"/>
        <source>아직 로그인한 계정이 없습니다.</source>
        <translation>No account is signed in yet.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="99"/>
        <source>채널을 추가하거나 채널에서 로그인하면 여기에 나타납니다.</source>
        <translation>Accounts appear here when you add a channel or sign in on one.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <location filename="../../desktop/ui/shell/conditions.py" line="68"/>
        <source>보관함 다시 확인하기</source>
        <translation>Check the keyring again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/conditions.py" line="70"/>
        <source>내 업무공간 열기</source>
        <translation>Open my workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/conditions.py" line="102"/>
        <source>작성하던 답변이 {count}건 있습니다.</source>
        <translation>Answers begun and not sent: {count}.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/conditions.py" line="104"/>
        <source>이어 쓰기</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/widgets/banner.py" line="58"/>
        <source>이 줄 닫기</source>
        <translation>Close this notice</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <location filename="../../desktop/ui/board/carry.py" line="57"/>
        <source>{count}건을 들었습니다. 화살표로 옮기고 Enter로 놓습니다. Esc를 누르면 그만둡니다.</source>
        <translation>Picked up {count}. Move with the arrows, drop with Enter. Esc stops.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/carry.py" line="67"/>
        <source>옮기기를 그만두었습니다</source>
        <translation>Moving was stopped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/carry.py" line="118"/>
        <source>{column}, 맨 아래</source>
        <translation>{column}, at the end</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/carry.py" line="120"/>
        <source>{column}, {name} 글 위</source>
        <translation>{column}, above {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="86"/>
        <source>{count}건</source>
        <translation>{count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="92"/>
        <source>가장 오래된 글 {age}</source>
        <translation>Oldest: {age}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="97"/>
        <source>새 글 {count}건 보기 (.)</source>
        <translation>Show {count} new (.)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="103"/>
        <source>조건에 맞는 글이 없습니다</source>
        <translation>No posts match the conditions</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="104"/>
        <source>조건을 빼거나 다른 말로 찾아 주세요.</source>
        <translation>Remove a condition or search for another word.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="117"/>
        <source>미분류 글이 없습니다</source>
        <translation>No unsorted posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="118"/>
        <source>새 글이 들어오면 여기에 바로 나타납니다.</source>
        <translation>New posts appear here as they arrive.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="122"/>
        <source>아직 옮긴 글이 없습니다</source>
        <translation>Nothing has been moved here yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="123"/>
        <source>미분류에서 글을 끌어오거나 {key} 키를 누르세요.</source>
        <translation>Drag posts here from Unsorted, or press {key}.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/screen.py" line="90"/>
        <source>시민의견 보드</source>
        <translation>Citizens&apos; posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/screen.py" line="130"/>
        <source>왼쪽 열로 옮기기</source>
        <translation>Move to the previous column</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/screen.py" line="132"/>
        <source>오른쪽 열로 옮기기</source>
        <translation>Move to the next column</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/screen.py" line="134"/>
        <source>위로 옮기기</source>
        <translation>Move up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/screen.py" line="136"/>
        <source>아래로 옮기기</source>
        <translation>Move down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/screen.py" line="138"/>
        <source>글을 들어 화살표로 옮기기</source>
        <translation>Pick up the card and move it with the arrows</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="93"/>
        <source>{age} 지남</source>
        <translation>{age} old</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="109"/>
        <source>아직 채널이 없습니다</source>
        <translation>No channels yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="112"/>
        <source>채널 화면으로 가기</source>
        <translation>Go to Channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="110"/>
        <source>채널을 추가하면 시민의 글이 여기에 모입니다.</source>
        <translation>Add channels, and citizens&apos; posts gather here.</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="42"/>
        <source>손으로 적기</source>
        <translation>Note down by hand</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="47"/>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="48"/>
        <source>카카오톡</source>
        <translation>KakaoTalk</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="49"/>
        <source>네이버 블로그 댓글</source>
        <translation>Naver Blog comment</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="50"/>
        <source>방문</source>
        <translation>Visit</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="59"/>
        <source>목록에 없으면 적어 주세요</source>
        <translation>Write it here if it is not in the list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="60"/>
        <source>받은 곳</source>
        <translation>Received by</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="61"/>
        <source>받은 때</source>
        <translation>Received at</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="64"/>
        <source>모르면 비워 두세요</source>
        <translation>Leave empty if unknown</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="65"/>
        <source>시민 이름</source>
        <translation>Citizen&apos;s name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="66"/>
        <location filename="../../desktop/ui/channels/by_hand.py" line="69"/>
        <source>내용</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="72"/>
        <source>원문 주소</source>
        <translation>Address of the original</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="74"/>
        <source>적어 두기</source>
        <translation>Note it down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="92"/>
        <source>받은 곳을 적어 주세요.</source>
        <translation>Please write where it was received.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="97"/>
        <source>원문 주소는 http 또는 https 주소로 적어 주세요.</source>
        <translation>Please write the original&apos;s address as http or https.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="110"/>
        <source>{source}에서 받은 글을 적어 두었습니다</source>
        <translation>The post from {source} was noted down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="126"/>
        <source>적은 글을 버릴까요?</source>
        <translation>Discard what you wrote?</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="127"/>
        <source>아직 저장하지 않았습니다. 버리면 되돌릴 수 없습니다.</source>
        <translation>It has not been saved yet. Once discarded, it cannot be brought back.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="128"/>
        <source>적은 글 버리기</source>
        <translation>Discard the text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="129"/>
        <source>계속 적기</source>
        <translation>Go on writing</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="55"/>
        <location filename="../../desktop/ui/channels/screen.py" line="268"/>
        <source>채널 목록 가져오기</source>
        <translation>Import a channel list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="57"/>
        <location filename="../../desktop/ui/channels/screen.py" line="121"/>
        <source>채널 목록</source>
        <translation>Channel list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="58"/>
        <source>모든 파일</source>
        <translation>All files</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="60"/>
        <location filename="../../desktop/ui/channels/screen.py" line="102"/>
        <source>가져오기</source>
        <translation>Import</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="80"/>
        <location filename="../../desktop/ui/channels/screen.py" line="274"/>
        <source>채널 목록 내보내기</source>
        <translation>Export the channel list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="88"/>
        <location filename="../../desktop/ui/channels/screen.py" line="103"/>
        <source>내보내기</source>
        <translation>Export</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="104"/>
        <source>채널 {n}개를 내보냈습니다: {path}</source>
        <translation>Exported {n} channels: {path}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="116"/>
        <source>모든 채널에서 새 글을 가져오고 있습니다</source>
        <translation>Fetching new posts from all channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="118"/>
        <source>다른 창에서 수집하고 있습니다. 새 글은 여기에도 바로 보입니다</source>
        <translation>Another window is collecting. New posts appear here at once too</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="126"/>
        <source>{name}에서 새 글을 가져오고 있습니다</source>
        <translation>Fetching new posts from {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="131"/>
        <source>{name} 연결을 확인하고 있습니다</source>
        <translation>Checking the connection of {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="138"/>
        <source>{name}: 읽을 수 있습니다.</source>
        <translation>{name}: can be read.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="155"/>
        <source>백업이 들어 있는 폴더 고르기</source>
        <translation>Choose the folder of the backup</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="157"/>
        <source>읽어 들이기</source>
        <translation>Read</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="163"/>
        <source>{name} 백업을 읽고 있습니다</source>
        <translation>Reading the backup of {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="174"/>
        <source>{name}: 백업에서 글 {n}개를 읽어 들였습니다.</source>
        <translation>{name}: {n} posts read from the backup.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="177"/>
        <source>읽지 못한 것이 있습니다: {what}</source>
        <translation>Some could not be read: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="191"/>
        <source>이 주소는 브라우저에서 열 수 없습니다</source>
        <translation>This address cannot be opened in the browser</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="201"/>
        <source>{name} 채널을 켰습니다</source>
        <translation>{name} was switched on</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="203"/>
        <source>{name} 채널을 껐습니다. 받은 글은 그대로 있습니다</source>
        <translation>{name} was switched off. Posts received so far are kept</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="206"/>
        <location filename="../../desktop/ui/channels/acts.py" line="229"/>
        <source>되돌리기</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="215"/>
        <source>{name} 채널을 뺄까요?</source>
        <translation>Remove {name}?</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="216"/>
        <source>더 이상 모으지 않습니다. 이미 받은 글과 처리 기록은 그대로 남습니다.</source>
        <translation>Nothing more is collected. Posts received so far and their history stay.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="217"/>
        <location filename="../../desktop/ui/channels/card.py" line="66"/>
        <source>채널 빼기</source>
        <translation>Remove the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="218"/>
        <location filename="../../desktop/ui/channels/acts.py" line="293"/>
        <source>그대로 두기</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="228"/>
        <source>{name} 채널을 뺐습니다. 받은 글은 그대로 있습니다</source>
        <translation>{name} was removed. Posts received so far are kept</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="248"/>
        <source>{name} 채널을 되돌렸습니다</source>
        <translation>{name} was brought back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="275"/>
        <source>이 계정을 쓰는 채널이 없습니다. 채널을 추가할 때 로그인해 주세요.</source>
        <translation>No channel uses this account. Please sign in when you add a channel.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="287"/>
        <source>로그아웃할까요?</source>
        <translation>Sign out?</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="288"/>
        <source>이 PC에서 로그인을 지웁니다. 채널과 글은 남고, 답변하려면 다시 로그인해야 합니다.</source>
        <translation>The sign-in is deleted from this PC. Channels and posts stay; to answer, sign in again.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="292"/>
        <source>로그아웃하기</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="302"/>
        <source>로그아웃했습니다</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="317"/>
        <source>이 계정의 명의를 {voice} 바꿨습니다</source>
        <translation>The voice of this account is now {voice}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="324"/>
        <source>업무공간을 여는 중입니다. 잠시 뒤 다시 눌러 주세요.</source>
        <translation>The workspace is being opened. Please press again in a moment.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="56"/>
        <location filename="../../desktop/ui/channels/card.py" line="133"/>
        <source>로그인하기</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="57"/>
        <source>이 채널 지금 수집</source>
        <translation>Collect this channel now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="58"/>
        <source>연결 확인하기</source>
        <translation>Check the connection</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="59"/>
        <source>이 채널 글 보기</source>
        <translation>Show this channel&apos;s posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="60"/>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="62"/>
        <source>브라우저에서 열기</source>
        <translation>Open in the browser</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="63"/>
        <source>할 수 있는 일</source>
        <translation>What it can do</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="64"/>
        <source>백업 읽어 들이기</source>
        <translation>Read a backup</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="65"/>
        <source>로그아웃</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="133"/>
        <source>다시 로그인하기</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="136"/>
        <source>끄기</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="136"/>
        <source>켜기</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="146"/>
        <source>{time}까지의 글이 있습니다.</source>
        <translation>Posts up to {time} are here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="149"/>
        <source>{n}번 이어서 실패했습니다.</source>
        <translation>Failed {n} times in a row.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/card.py" line="157"/>
        <source>{voice} 명의</source>
        <translation>In the voice of: {voice}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="86"/>
        <location filename="../../desktop/ui/channels/screen.py" line="316"/>
        <source>계정</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/model.py" line="41"/>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/model.py" line="42"/>
        <source>매체</source>
        <translation>Network</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/model.py" line="43"/>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/model.py" line="44"/>
        <source>주소·계정</source>
        <translation>Address, account</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/model.py" line="45"/>
        <source>담당</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/model.py" line="46"/>
        <source>마지막 수집</source>
        <translation>Last collected</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/model.py" line="47"/>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/model.py" line="48"/>
        <source>다음</source>
        <translation>Next</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/model.py" line="49"/>
        <source>설명</source>
        <translation>Description</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="53"/>
        <source>꺼짐</source>
        <translation>Off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="55"/>
        <source>손으로 적음</source>
        <translation>By hand</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="57"/>
        <source>제한됨({time}까지)</source>
        <translation>Limited (until {time})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="59"/>
        <source>수집 전</source>
        <translation>Not collected yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="60"/>
        <source>정상</source>
        <translation>OK</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="61"/>
        <source>느림</source>
        <translation>Slow</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="62"/>
        <source>제한됨</source>
        <translation>Limited</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="63"/>
        <source>인증 필요</source>
        <translation>Needs sign-in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="64"/>
        <source>연결 안 됨</source>
        <translation>Not reachable</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="65"/>
        <source>일부 깨짐</source>
        <translation>Partly damaged</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="66"/>
        <source>없어짐</source>
        <translation>Gone</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="84"/>
        <source>꺼 두었습니다. 받은 글은 그대로 있습니다.</source>
        <translation>Switched off. Posts received so far are kept.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="92"/>
        <source>{time}부터</source>
        <translation>Since {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="101"/>
        <source>실시간</source>
        <translation>Live</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="103"/>
        <source>멈춤</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="105"/>
        <source>곧</source>
        <translation>Soon</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="111"/>
        <source>로그인됨</source>
        <translation>Signed in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="112"/>
        <source>다시 로그인 필요</source>
        <translation>Needs a new sign-in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="113"/>
        <source>로그인 안 함</source>
        <translation>Not signed in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="119"/>
        <source>비밀번호 보관함을 쓸 수 있습니다. 로그인은 이 보관함에만 저장합니다.</source>
        <translation>The keyring can be used. Sign-ins are stored only there.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="120"/>
        <source>비밀번호 보관함을 열어 주세요. 열기 전에도 저장된 글은 볼 수 있습니다.</source>
        <translation>Please unlock the keyring. Stored posts can be read meanwhile.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="123"/>
        <source>이 PC에 비밀번호 보관함이 없습니다. 로그인이 필요 없는 채널만 수집합니다.</source>
        <translation>This PC has no keyring. Only channels that need no sign-in are collected.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="79"/>
        <location filename="../../desktop/ui/channels/screen.py" line="217"/>
        <source>채널과 계정</source>
        <translation>Channels and accounts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="80"/>
        <location filename="../../desktop/ui/channels/screen.py" line="315"/>
        <source>채널</source>
        <translation>Channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="100"/>
        <location filename="../../desktop/ui/channels/screen.py" line="150"/>
        <location filename="../../desktop/ui/channels/screen.py" line="264"/>
        <location filename="../../desktop/ui/channels/screen.py" line="338"/>
        <source>채널 추가</source>
        <translation>Add a channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="101"/>
        <location filename="../../desktop/ui/channels/screen.py" line="265"/>
        <source>손으로 적기</source>
        <translation>Note down by hand</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="105"/>
        <source>지금 수집</source>
        <translation>Collect now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="107"/>
        <source>채널 찾기</source>
        <translation>Find a channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="147"/>
        <location filename="../../desktop/ui/channels/screen.py" line="335"/>
        <source>아직 채널이 없습니다.</source>
        <translation>There are no channels yet.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="148"/>
        <location filename="../../desktop/ui/channels/screen.py" line="336"/>
        <source>주소 하나를 추가하거나, OPML·CSV 목록을 가져오세요.</source>
        <translation>Add one address, or import an OPML or CSV list.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="278"/>
        <source>고른 채널 설정</source>
        <translation>Settings of the chosen channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="279"/>
        <source>고른 채널에 로그인</source>
        <translation>Sign in to the chosen channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="280"/>
        <source>고른 채널 지금 수집</source>
        <translation>Collect the chosen channel now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="281"/>
        <source>고른 채널 연결 확인</source>
        <translation>Check the connection of the chosen channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="282"/>
        <source>고른 채널 글 보기</source>
        <translation>Show the chosen channel&apos;s posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="283"/>
        <source>고른 채널 켜기·끄기</source>
        <translation>Switch the chosen channel on or off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="284"/>
        <source>고른 채널을 브라우저에서 열기</source>
        <translation>Open the chosen channel in the browser</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="285"/>
        <source>고른 채널 빼기</source>
        <translation>Remove the chosen channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="328"/>
        <source>찾는 채널이 없습니다.</source>
        <translation>No channel was found.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="329"/>
        <source>다른 말로 찾거나 찾는 말을 지워 주세요.</source>
        <translation>Search for another word or clear the search.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="331"/>
        <source>찾는 말 지우기</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="28"/>
        <source>검색과 명령 열기</source>
        <translation>Open search and commands</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="31"/>
        <source>이 화면에서 찾기</source>
        <translation>Find on this screen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="35"/>
        <source>실행 취소</source>
        <translation>Undo</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="40"/>
        <source>다시 실행</source>
        <translation>Redo</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="46"/>
        <source>모든 채널 지금 수집</source>
        <translation>Collect all channels now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="53"/>
        <source>{screen} 화면으로 가기</source>
        <translation>Go to {screen}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="59"/>
        <source>단축키 보기</source>
        <translation>Show keys</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="63"/>
        <source>이 화면의 단축키 보기</source>
        <translation>Show the keys of this screen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="68"/>
        <source>글자 크게</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="71"/>
        <source>글자 작게</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="77"/>
        <source>글자 크기 100 %</source>
        <translation>Text size 100 %</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="83"/>
        <source>밝은 화면으로 바꾸기</source>
        <translation>Switch to light</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="84"/>
        <source>어두운 화면으로 바꾸기</source>
        <translation>Switch to dark</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="85"/>
        <source>선명한 화면으로 바꾸기</source>
        <translation>Switch to high contrast</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="91"/>
        <source>다음 영역으로</source>
        <translation>To the next pane</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="99"/>
        <source>이전 영역으로</source>
        <translation>To the previous pane</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="104"/>
        <source>프로그램 끝내기</source>
        <translation>Quit the program</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="112"/>
        <source>글자 크기 {percent} %</source>
        <translation>Text size {percent} %</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="120"/>
        <source>다른 창에서 수집하고 있습니다. 새 글은 여기에도 바로 보입니다.</source>
        <translation>Another window is collecting. New posts appear here at once too.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="123"/>
        <source>모든 채널에서 새 글을 가져오고 있습니다.</source>
        <translation>Fetching new posts from all channels.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="68"/>
        <source>보내는 계정</source>
        <translation>Account to send from</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="69"/>
        <location filename="../../desktop/ui/detail/answer_form.py" line="144"/>
        <source>보내는 계정 (Ctrl+Shift+A)</source>
        <translation>Account to send from (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="74"/>
        <source>답변 단계</source>
        <translation>Step of the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="75"/>
        <source>1차 답변</source>
        <translation>First answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="75"/>
        <source>최종 답변</source>
        <translation>Final answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="86"/>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="88"/>
        <source>시민에게 보낼 답변을 적어 주세요.</source>
        <translation>Write the answer to the citizen.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="96"/>
        <source>글쓴이에게만 보내기</source>
        <translation>Send to the author only</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="107"/>
        <source>임시 저장</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="108"/>
        <source>보내고 다음 글</source>
        <translation>Send and next</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/blocked.py" line="32"/>
        <source>브라우저에서 원문 열기</source>
        <translation>Open the original in the browser</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/blocked.py" line="34"/>
        <source>로그인하기</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="140"/>
        <source>{time}에 쓰던 글입니다</source>
        <translation>Draft from {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="263"/>
        <source>지금은 이 글에 답변을 보낼 수 없습니다. 쓴 글은 그대로 있습니다.</source>
        <translation>This post cannot be answered now. What you wrote is kept.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="266"/>
        <source>보낼 계정을 골라 주세요.</source>
        <translation>Please choose the account to send from.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="269"/>
        <source>앞의 답변이 올라갔는지 확인하고 있습니다. 확인되면 보낼 수 있습니다.</source>
        <translation>Checking whether the earlier answer arrived. You can send once that is known.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="273"/>
        <source>앞의 답변을 보내고 있습니다. 끝나면 보낼 수 있습니다.</source>
        <translation>The earlier answer is being sent. You can send when that is done.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="294"/>
        <source>답변을 쓰는 동안 대화가 바뀌었습니다({what}). 위의 글을 확인해 주세요.</source>
        <translation>The conversation changed while you were writing ({what}). Please check the posts above.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="299"/>
        <source>시장 명의로 나갑니다. 한 번 더 누르면 보냅니다.</source>
        <translation>It goes out in the mayor&apos;s name. Press once more to send.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="302"/>
        <source>시장 명의로 보내기</source>
        <translation>Send in the mayor&apos;s name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="304"/>
        <source>확인했으니 보내기</source>
        <translation>Checked, send it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="306"/>
        <source>답변 보내기 Ctrl+Enter</source>
        <translation>Send the answer Ctrl+Enter</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="311"/>
        <source>임시 저장됨 {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="427"/>
        <source>이미 보내기 시작해 되돌릴 수 없습니다.</source>
        <translation>It is already being sent and cannot be taken back.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="39"/>
        <source>시장</source>
        <translation>Mayor</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="40"/>
        <source>대변인</source>
        <translation>Spokesperson</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="41"/>
        <source>서울시 공식</source>
        <translation>City of Seoul</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="42"/>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="48"/>
        <source>시장 명의로 보냅니다.</source>
        <translation>Goes out in the mayor&apos;s name.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="49"/>
        <source>대변인 명의로 보냅니다.</source>
        <translation>Goes out in the spokesperson&apos;s name.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="50"/>
        <source>부서 명의로 보냅니다.</source>
        <translation>Goes out in the department&apos;s name.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="51"/>
        <source>서울시 공식 명의로 보냅니다.</source>
        <translation>Goes out in the city&apos;s official name.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="63"/>
        <source>로그인이 끝나 답변을 보낼 수 없습니다. 다시 로그인해 주세요.</source>
        <translation>The sign-in has ended, so the answer cannot be sent. Please sign in again.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="64"/>
        <source>이 채널에 로그인하지 않아 답변을 보낼 수 없습니다. 로그인해 주세요.</source>
        <translation>Not signed in to this channel, so no answer can be sent. Please sign in.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="66"/>
        <source>이 채널은 {network} 채널이라 여기에서 답변을 쓸 수 없습니다. 원문에서 답변해 주세요.</source>
        <translation>This is a {network} channel, where no answer can be written from here. Please answer on the original page.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="70"/>
        <source>예시 업무공간에서는 보내지 않습니다.</source>
        <translation>Nothing is sent from a sample workspace.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="71"/>
        <source>서울시가 쓴 글입니다.</source>
        <translation>The city wrote this post.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="72"/>
        <source>시민이 글을 지워 답변을 보낼 수 없습니다.</source>
        <translation>The citizen deleted the post, so no answer can be sent.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="73"/>
        <source>목록에서 뺀 채널이라 답변을 보낼 수 없습니다. 채널을 다시 추가해 주세요.</source>
        <translation>This channel was removed, so no answer can be sent. Please add it again.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="76"/>
        <source>꺼 둔 채널입니다. 채널 화면에서 켜면 답변할 수 있습니다.</source>
        <translation>This channel is switched off. Switch it on in Channels to answer.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="77"/>
        <source>손으로 적은 글입니다. 글을 받은 곳에서 답변하고, 내용을 내부 메모에 적어 주세요.</source>
        <translation>This post was noted down by hand. Answer where it came in, and write the answer into an internal note.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="87"/>
        <source>새 글 {n}개</source>
        <translation>{n} new posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="89"/>
        <source>고친 글 {n}개</source>
        <translation>{n} edited posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="91"/>
        <source>지워진 글 {n}개</source>
        <translation>{n} deleted posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="97"/>
        <source>{used}/{limit}바이트</source>
        <translation>{used}/{limit} bytes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="98"/>
        <source>{used}바이트</source>
        <translation>{used} bytes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="100"/>
        <source>{used}/{limit}자</source>
        <translation>{used}/{limit} characters</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="101"/>
        <source>{used}자</source>
        <translation>{used} characters</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="109"/>
        <source>{n}바이트 넘음: 줄이면 보낼 수 있습니다</source>
        <translation>{n} bytes too long: shorten it to send</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="110"/>
        <source>{n}자 넘음: 줄이면 보낼 수 있습니다</source>
        <translation>{n} characters too long: shorten it to send</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="51"/>
        <location filename="../../desktop/ui/detail/header.py" line="146"/>
        <source>더 보기</source>
        <translation>Show more</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="64"/>
        <location filename="../../desktop/ui/detail/pane.py" line="214"/>
        <source>원문 보기</source>
        <translation>Show the original</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="69"/>
        <source>처리 구분</source>
        <translation>Track</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="94"/>
        <location filename="../../desktop/ui/detail/thread_html.py" line="97"/>
        <source>이름 없음</source>
        <translation>No name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="98"/>
        <location filename="../../desktop/ui/detail/thread_html.py" line="92"/>
        <source>{time}에 처음 봄</source>
        <translation>First seen {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="109"/>
        <location filename="../../desktop/ui/detail/post_acts.py" line="67"/>
        <source>이 글에는 열 수 있는 주소가 없습니다</source>
        <translation>This post has no address that can be opened</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="116"/>
        <source>부서 미정</source>
        <translation>No department yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="126"/>
        <location filename="../../desktop/ui/detail/pane.py" line="216"/>
        <source>별표</source>
        <translation>Star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="130"/>
        <source>묶인 글 {n}개</source>
        <translation>{n} grouped posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="159"/>
        <source>별표 떼기 (S)</source>
        <translation>Remove the star (S)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="159"/>
        <source>별표 달기 (S)</source>
        <translation>Add a star (S)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="163"/>
        <source>다시 열기 (E)</source>
        <translation>Reopen (E)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="165"/>
        <source>처리 완료로 바꾸기 (E)</source>
        <translation>Mark as done (E)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="166"/>
        <source>읽지 않은 글로 두기 (U)</source>
        <translation>Mark as unread (U)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="168"/>
        <source>미분류로 되돌리기 (0)</source>
        <translation>Back to Unsorted (0)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="170"/>
        <source>이 글을 묶음에서 떼어 내기</source>
        <translation>Take this post out of the group</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="172"/>
        <source>주소 복사 (C)</source>
        <translation>Copy the address (C)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="180"/>
        <source>채널에서 승인하기</source>
        <translation>Approve on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="181"/>
        <source>채널에서 승인 대기로 돌리기</source>
        <translation>Put back to waiting on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="182"/>
        <source>채널에서 거절하기</source>
        <translation>Reject on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="183"/>
        <source>채널에서 숨기기</source>
        <translation>Hide on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="184"/>
        <source>채널에서 다시 보이기</source>
        <translation>Show again on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="185"/>
        <source>채널의 휴지통으로 옮기기</source>
        <translation>Move to the channel&apos;s trash</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="186"/>
        <source>채널에서 공감하기</source>
        <translation>Like on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="187"/>
        <source>채널에서 이 답변 지우기</source>
        <translation>Delete this answer on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="199"/>
        <source>{act} (안 됨)</source>
        <translation>{act} (not possible)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="96"/>
        <location filename="../../desktop/ui/detail/pane.py" line="371"/>
        <source>시민 이력</source>
        <translation>Citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="97"/>
        <source>이 시민이 전에 쓴 글이 없습니다.</source>
        <translation>This citizen has written nothing before.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="118"/>
        <location filename="../../desktop/ui/detail/pane.py" line="138"/>
        <source>처리 기록</source>
        <translation>History</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="119"/>
        <source>아직 처리한 일이 없습니다. 분류하거나 답변하면 여기에 남습니다.</source>
        <translation>Nothing has been done yet. Sorting and answering are noted here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="143"/>
        <location filename="../../desktop/ui/detail/pane.py" line="376"/>
        <source>묶인 글</source>
        <translation>Grouped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="144"/>
        <source>이 건에는 글이 하나뿐입니다. 보드에서 여러 건을 골라 Ctrl+G로 묶습니다.</source>
        <translation>This case has only one post. Choose several on the board and group them with Ctrl+G.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="151"/>
        <source>떼어 낼 글을 고르세요.</source>
        <translation>Choose the posts to take out.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="152"/>
        <source>고른 글 떼어 내기</source>
        <translation>Take the chosen posts out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="86"/>
        <source>글 자세히 보기</source>
        <translation>Post in detail</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="89"/>
        <location filename="../../desktop/ui/detail/pane.py" line="283"/>
        <source>글을 고르면 여기에서 볼 수 있습니다.</source>
        <translation>Choose a post to see it here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="108"/>
        <location filename="../../desktop/ui/detail/pane.py" line="188"/>
        <source>대화</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="136"/>
        <source>글에 딸린 것</source>
        <translation>About the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="141"/>
        <source>함께 일하는 사람만 보는 메모</source>
        <translation>Notes that only colleagues see</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="252"/>
        <source>부서 이관으로 옮기기</source>
        <translation>Move to Forward</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="253"/>
        <source>정책 아이디어로 옮기기</source>
        <translation>Move to Policy idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="254"/>
        <source>단순 의견으로 옮기기</source>
        <translation>Move to Opinion</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="255"/>
        <source>미분류로 되돌리기</source>
        <translation>Back to unsorted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="215"/>
        <source>글 주소 복사</source>
        <translation>Copy the post&apos;s address</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="219"/>
        <source>읽지 않은 글로 두기</source>
        <translation>Mark as unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="224"/>
        <location filename="../../desktop/ui/detail/words.py" line="29"/>
        <source>처리 완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="225"/>
        <source>내부 메모 쓰기</source>
        <translation>Write an internal note</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="226"/>
        <source>답변 쓰기</source>
        <translation>Write an answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="229"/>
        <source>1차 답변 쓰기</source>
        <translation>Write a first answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="234"/>
        <source>답변 보내기</source>
        <translation>Send the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="237"/>
        <source>답변 보내고 다음 글</source>
        <translation>Send the answer and go on</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="244"/>
        <source>보내는 계정 고르기</source>
        <translation>Choose the account to send from</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="249"/>
        <source>답변 임시 저장</source>
        <translation>Save the answer as draft</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="319"/>
        <source>이 글을 찾을 수 없습니다.</source>
        <translation>This post cannot be found.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="320"/>
        <source>다른 글을 골라 주세요.</source>
        <translation>Please choose another post.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="372"/>
        <source>내부 메모</source>
        <translation>Notes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/post_acts.py" line="54"/>
        <source>이 주소는 브라우저에서 열 수 없습니다: {address}</source>
        <translation>This address cannot be opened in the browser: {address}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/post_acts.py" line="73"/>
        <source>글 주소를 복사했습니다</source>
        <translation>The post&apos;s address was copied</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/post_acts.py" line="122"/>
        <source>글 {n}개를 묶음에서 떼어 냈습니다</source>
        <translation>Took {n} posts out of the group</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="62"/>
        <source>서울시 답변</source>
        <translation>The city&apos;s answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="64"/>
        <source>삭제된 글</source>
        <translation>Deleted post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="66"/>
        <source>고친 글</source>
        <translation>Edited post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="68"/>
        <source>비공개</source>
        <translation>Private</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="70"/>
        <source>승인 대기</source>
        <translation>Waits for approval</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="71"/>
        <source>스팸</source>
        <translation>Spam</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="72"/>
        <source>숨긴 글</source>
        <translation>Hidden post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="114"/>
        <source>사진</source>
        <translation>Picture</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="115"/>
        <source>동영상</source>
        <translation>Video</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="116"/>
        <source>소리</source>
        <translation>Sound</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="117"/>
        <source>첨부 파일</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="127"/>
        <source>설명 없음</source>
        <translation>No description</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="157"/>
        <source>이전 글 접기</source>
        <translation>Fold earlier posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="159"/>
        <source>고친 기록 {n}개 보기</source>
        <translation>Show {n} edits</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="169"/>
        <source>글자는 그대로입니다.</source>
        <translation>The text is unchanged.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="171"/>
        <source>{time}에 고침</source>
        <translation>Edited {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="195"/>
        <source>{time}에 지워진 것을 확인했습니다. 지우기 전의 글입니다.</source>
        <translation>Found deleted {time}. This is the text before that.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="201"/>
        <source>달린 곳: {title}</source>
        <translation>On: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="203"/>
        <source>(글 없이 올린 것입니다)</source>
        <translation>(posted without text)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="206"/>
        <source>첨부 {n}개</source>
        <translation>{n} attachments</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="18"/>
        <source>미분류</source>
        <translation>Unsorted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="19"/>
        <source>부서 이관</source>
        <translation>Forward</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="20"/>
        <source>정책 아이디어</source>
        <translation>Policy idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="21"/>
        <source>단순 의견</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="27"/>
        <source>처리 전</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="28"/>
        <source>답변함</source>
        <translation>Answered</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/detail.py" line="40"/>
        <source>돌아가기</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/detail.py" line="73"/>
        <source>{screen} 화면으로 돌아가기</source>
        <translation>Back to {screen}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="128"/>
        <source>공유 {n}번</source>
        <translation>Shared {n} times</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="90"/>
        <location filename="../../desktop/ui/detail/pane.py" line="284"/>
        <source>목록에서 글을 하나 골라 주세요.</source>
        <translation>Choose a post in the list.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <location filename="../../desktop/ui/channels/dialog.py" line="65"/>
        <source>그만두기</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>EditChannel</name>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="25"/>
        <source>{name} 설정</source>
        <translation>Settings of {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="34"/>
        <source>채널 이름</source>
        <translation>Channel name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="36"/>
        <source>{network} 주소</source>
        <translation>{network} address</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="37"/>
        <source>주소를 바꾸면 처음부터 다시 모읍니다. 받은 글은 그대로 있습니다.</source>
        <translation>After a change of address everything is collected anew. Posts received so far are kept.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="43"/>
        <source>계정</source>
        <translation>Account</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="50"/>
        <source>담당 부서</source>
        <translation>Responsible department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="52"/>
        <source>매체의 기본값</source>
        <translation>The network&apos;s default</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="55"/>
        <source>{time}마다</source>
        <translation>Every {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="58"/>
        <source>모으는 간격</source>
        <translation>Collecting interval</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="63"/>
        <source>저장하기</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="72"/>
        <source>채널 이름을 적어 주세요.</source>
        <translation>Please write the channel&apos;s name.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="79"/>
        <source>http 또는 https 주소를 적어 주세요.</source>
        <translation>Please write an http or https address.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="84"/>
        <source>빈 칸이 있습니다. 모두 적어 주세요.</source>
        <translation>Some fields are empty. Please fill in all of them.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="114"/>
        <source>채널 설정을 저장했습니다</source>
        <translation>The channel&apos;s settings were saved</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <location filename="../../desktop/ui/failures.py" line="29"/>
        <source>예상하지 못한 문제가 생겼습니다. 저장된 글과 작성 중인 글은 그대로 있습니다.</source>
        <translation>Something unexpected happened. Stored posts and what you are writing are safe.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/failures.py" line="39"/>
        <source>실행을 취소할 수 없습니다. {who} 님이 {when}에 다시 바꿨습니다.</source>
        <translation>This cannot be undone: {who} changed it again at {when}.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <location filename="../../desktop/ui/widgets/files.py" line="25"/>
        <source>파일</source>
        <translation>File</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/widgets/files.py" line="25"/>
        <source>폴더</source>
        <translation>Folder</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/widgets/files.py" line="44"/>
        <source>찾는 곳</source>
        <translation>Look in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/widgets/files.py" line="45"/>
        <source>파일 형식</source>
        <translation>File type</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="48"/>
        <source>글 찾기 (Ctrl+F)</source>
        <translation>Find posts (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="57"/>
        <source>조건</source>
        <translation>Condition</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="59"/>
        <source>보기로 저장</source>
        <translation>Save as view</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="61"/>
        <source>보기</source>
        <translation>Views</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="115"/>
        <source>누르면 이 조건을 뺍니다</source>
        <translation>Press to remove this condition</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="148"/>
        <location filename="../../desktop/ui/lists/filters.py" line="54"/>
        <source>안 읽음</source>
        <translation>Unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="154"/>
        <location filename="../../desktop/ui/lists/filters.py" line="57"/>
        <source>별표</source>
        <translation>Star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="160"/>
        <location filename="../../desktop/ui/lists/filters.py" line="60"/>
        <source>삭제된 글</source>
        <translation>Deleted post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="165"/>
        <location filename="../../desktop/ui/lists/filters.py" line="63"/>
        <source>우리 글도</source>
        <translation>With our posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="167"/>
        <source>기간</source>
        <translation>Period</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="171"/>
        <source>분류</source>
        <translation>Track</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="180"/>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="183"/>
        <source>매체</source>
        <translation>Network</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="188"/>
        <source>채널</source>
        <translation>Channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="199"/>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="223"/>
        <source>모든 글</source>
        <translation>All posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="33"/>
        <source>채널: {name}</source>
        <translation>Channel: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="36"/>
        <source>매체: {name}</source>
        <translation>Network: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="45"/>
        <source>부서: {name}</source>
        <translation>Department: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="52"/>
        <source>한 시민의 글</source>
        <translation>Posts of one citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="54"/>
        <source>읽음</source>
        <translation>Read</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="57"/>
        <source>별표 없음</source>
        <translation>Without star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="60"/>
        <source>삭제되지 않은 글</source>
        <translation>Not deleted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="65"/>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="72"/>
        <source>처리 전</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="73"/>
        <source>답변함</source>
        <translation>Answered</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="74"/>
        <source>처리 완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="84"/>
        <source>{date}부터</source>
        <translation>Since {date}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="85"/>
        <source>{date}까지</source>
        <translation>Until {date}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="100"/>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="102"/>
        <source>밤사이 (22시~9시)</source>
        <translation>Overnight (22:00–09:00)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="105"/>
        <source>어제부터</source>
        <translation>Since yesterday</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="106"/>
        <source>지난 7일</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="107"/>
        <source>지난 30일</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="108"/>
        <source>모든 날</source>
        <translation>All days</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <location filename="../../desktop/ui/firstrun/page.py" line="62"/>
        <source>안내 마치고 시작하기</source>
        <translation>End the guide and start</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/page.py" line="66"/>
        <source>이전</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/page.py" line="69"/>
        <source>건너뛰기</source>
        <translation>Skip</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/page.py" line="94"/>
        <source>처음 안내 {number}/{total}</source>
        <translation>First steps {number}/{total}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/page.py" line="100"/>
        <source>시작하기</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/page.py" line="100"/>
        <source>다음으로</source>
        <translation>Next</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="46"/>
        <source>언어와 글자 크기를 골라 주세요</source>
        <translation>Choose a language and a text size</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="47"/>
        <source>고르는 대로 바로 바뀝니다. 설정에서 언제든 바꿀 수 있습니다.</source>
        <translation>Changes apply at once. You can change them any time in the settings.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="58"/>
        <source>시장님, 강남역 10번 출구 앞 가로등이 며칠째 꺼져 있어 밤길이 무섭습니다.</source>
        <translation>Mayor, the street lamps at Gangnam Station exit 10 have been out for days and the way home is scary.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="62"/>
        <source>글은 이렇게 보입니다</source>
        <translation>Posts look like this</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="70"/>
        <source>누가 쓰는 자리인가요</source>
        <translation>Who works here?</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="71"/>
        <source>이름은 처리 기록과 내부 메모에 남습니다. 시민에게는 보이지 않습니다.</source>
        <translation>The name appears in the history and in notes. Citizens do not see it.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="88"/>
        <source>자료는 이 PC에 저장합니다</source>
        <translation>Your data is stored on this PC</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="89"/>
        <source>받은 글과 처리 기록은 아래 파일에, 비밀번호는 운영체제 보관함에만 저장합니다.</source>
        <translation>Posts and history are stored in the file below, passwords only in the system&apos;s keyring.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="94"/>
        <source>아직 확인하지 않았습니다</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="95"/>
        <source>보관함 확인하기</source>
        <translation>Check the keyring</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="103"/>
        <source>보관함이 없어도 글을 모으고 분류할 수 있습니다. 답변에는 필요합니다.</source>
        <translation>Without a keyring you can collect and sort posts. Answering needs it.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="106"/>
        <source>비밀번호 보관함</source>
        <translation>Keyring</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="112"/>
        <source>확인하고 있습니다</source>
        <translation>Checking</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="125"/>
        <source>보관함을 쓸 수 있습니다</source>
        <translation>The keyring can be used</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="126"/>
        <source>보관함이 잠겨 있습니다</source>
        <translation>The keyring is locked</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="128"/>
        <source>보관함을 찾을 수 없습니다</source>
        <translation>No keyring was found</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="135"/>
        <source>첫 채널을 연결해 주세요</source>
        <translation>Connect the first channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="136"/>
        <source>채널이 없어도 예시 데이터로 먼저 둘러볼 수 있습니다.</source>
        <translation>Without a channel you can look around with sample data first.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="139"/>
        <source>채널 추가하기</source>
        <translation>Add the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="140"/>
        <source>홈페이지 게시판, RSS, 마스토돈 계정의 주소를 넣습니다.</source>
        <translation>Enter the address of a homepage board, an RSS feed or a Mastodon account.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="145"/>
        <source>목록에서 가져오기</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="146"/>
        <source>OPML이나 CSV 파일에 적힌 채널을 한 번에 등록합니다.</source>
        <translation>Adds all channels of an OPML or CSV file at once.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="151"/>
        <source>예시 데이터로 둘러보기</source>
        <translation>Look around with sample data</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="152"/>
        <source>지어낸 글 약 300건입니다. 계정이 필요 없고 아무것도 보내지 않습니다.</source>
        <translation>About 300 made-up posts. No account is needed and nothing is sent.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="188"/>
        <source>손에 익히면 빠른 단축키입니다</source>
        <translation>Keys that make you fast</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="189"/>
        <source>모든 동작은 마우스로도 됩니다. F1을 누르면 그 화면의 단축키가 모두 보입니다.</source>
        <translation>Everything also works with the mouse. F1 shows all keys of a screen.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="17"/>
        <source>프로그램</source>
        <translation>Program</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="25"/>
        <source>되돌림: {what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="40"/>
        <source>상태를 {old}에서 {new} 바꿈</source>
        <translation>Status from {old} to {new}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="43"/>
        <source>별표를 닮</source>
        <translation>Added a star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="43"/>
        <source>별표를 뗌</source>
        <translation>Removed the star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="45"/>
        <source>1차 답변</source>
        <translation>First answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="45"/>
        <source>최종 답변</source>
        <translation>Final answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="46"/>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="47"/>
        <source>{what}이 채널에 올라감</source>
        <translation>{what} appeared on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="54"/>
        <source>순서를 바꿈</source>
        <translation>Changed the order</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="55"/>
        <source>다른 글과 한 건으로 묶음</source>
        <translation>Grouped with other posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="51"/>
        <source>휴일이나 규칙이 바뀌어 기한이 옮겨짐</source>
        <translation>The due time moved: days off or the rule changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="82"/>
        <source>처리를 마쳐 기한이 끝남</source>
        <translation>Done: the clock has stopped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="85"/>
        <source>보완을 기다려 기한을 멈춤: {reason}</source>
        <translation>Paused for a supplement: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="87"/>
        <source>기한을 없앰</source>
        <translation>Due time removed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="89"/>
        <source>기한을 연장함: {reason}</source>
        <translation>Extended: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="91"/>
        <source>보완을 받아 기한이 다시 감</source>
        <translation>The supplement came: the clock goes on</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="93"/>
        <source>기한을 정함: {rule}</source>
        <translation>Due time set: {rule}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="99"/>
        <source>기한 없음</source>
        <translation>no due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="56"/>
        <source>묶은 글을 떼어 냄</source>
        <translation>Took posts out of the group</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="57"/>
        <source>내부 메모를 남김</source>
        <translation>Left an internal note</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="58"/>
        <source>채널에서 글을 승인함</source>
        <translation>Approved the post on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="59"/>
        <source>채널에서 글을 숨김</source>
        <translation>Hid the post on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="60"/>
        <source>채널에서 글을 다시 보임</source>
        <translation>Shown again on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="61"/>
        <source>채널에서 글을 승인 대기로 돌림</source>
        <translation>Put back to waiting on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="62"/>
        <source>채널에서 글을 거절함</source>
        <translation>Rejected on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="63"/>
        <source>채널에서 공감을 남김</source>
        <translation>Liked on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="64"/>
        <source>채널에서 답변을 지움</source>
        <translation>Answer deleted on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="65"/>
        <source>채널에서 답변을 고침</source>
        <translation>Answer changed on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="66"/>
        <source>채널의 휴지통으로 옮김</source>
        <translation>Moved it to the channel&apos;s trash</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="74"/>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="104"/>
        <source>담당 부서를 비움</source>
        <translation>Department removed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="105"/>
        <source>담당 부서: {name}</source>
        <translation>Department: {name}</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <location filename="../../desktop/ui/channels/report.py" line="24"/>
        <source>채널 {n}개를 추가했습니다.</source>
        <translation>Added {n} channels.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/report.py" line="25"/>
        <source>채널 {good}개를 추가했습니다. {bad}줄은 추가하지 못했습니다.</source>
        <translation>Added {good} channels. {bad} lines could not be added.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/report.py" line="33"/>
        <source>채널 가져오기 결과</source>
        <translation>Result of the import</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/report.py" line="38"/>
        <source>아래 줄을 고친 파일을 다시 가져오면 빠진 채널만 추가합니다.</source>
        <translation>Import the corrected file again: only the missing channels are added.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/report.py" line="41"/>
        <source>목록 복사하기</source>
        <translation>Copy the list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/report.py" line="43"/>
        <source>채널 목록 보기</source>
        <translation>Show the channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/report.py" line="49"/>
        <source>추가하지 못한 줄</source>
        <translation>Lines that were not added</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/report.py" line="51"/>
        <source>줄</source>
        <translation>Line</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/report.py" line="51"/>
        <source>까닭</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/report.py" line="51"/>
        <source>내용</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/report.py" line="77"/>
        <source>{line}줄: {reason} ({text})</source>
        <translation>Line {line}: {reason} ({text})</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="22"/>
        <source>목록</source>
        <translation>Lists</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="23"/>
        <source>분류</source>
        <translation>Track</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="24"/>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="25"/>
        <source>모든 화면</source>
        <translation>All screens</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="52"/>
        <source>단축키: {screen}</source>
        <translation>Keys: {screen}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="58"/>
        <source>문자 단축키는 설정에서 꺼 두었습니다. 글자 하나인 키는 동작하지 않습니다.</source>
        <translation>Letter keys are switched off in the settings. Keys of a single letter do not work.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="91"/>
        <source>단축키 닫기</source>
        <translation>Close the keys</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="13"/>
        <source>검색과 명령 열기</source>
        <translation>Open search and commands</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="14"/>
        <source>이 화면에서 찾기</source>
        <translation>Find on this screen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="15"/>
        <source>실행 취소</source>
        <translation>Undo</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="16"/>
        <source>다시 실행</source>
        <translation>Redo</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="17"/>
        <source>모든 채널 지금 수집</source>
        <translation>Collect all channels now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="18"/>
        <source>설정 열기</source>
        <translation>Open the settings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="19"/>
        <source>단축키 보기</source>
        <translation>Show keys</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="20"/>
        <source>단축키 보기 (목록에서)</source>
        <translation>Show keys (in lists)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="21"/>
        <source>글자 크게</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="22"/>
        <source>글자 작게</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="23"/>
        <source>글자 크기 100 %</source>
        <translation>Text size 100 %</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="24"/>
        <source>다음 영역으로</source>
        <translation>To the next pane</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="25"/>
        <source>이전 영역으로</source>
        <translation>To the previous pane</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="26"/>
        <source>보드로 가기</source>
        <translation>Go to the board</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="27"/>
        <source>모아보기로 가기</source>
        <translation>Go to all posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="28"/>
        <source>채널로 가기</source>
        <translation>Go to the channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="29"/>
        <source>설정으로 가기</source>
        <translation>Go to the settings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="30"/>
        <source>프로그램 끝내기</source>
        <translation>Quit the program</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="31"/>
        <source>다음 글</source>
        <translation>Next post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="32"/>
        <source>이전 글</source>
        <translation>Previous post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="33"/>
        <source>글 고르기</source>
        <translation>Choose the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="34"/>
        <source>글 열기</source>
        <translation>Open the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="35"/>
        <source>글 미리 보기</source>
        <translation>Peek at the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="36"/>
        <source>새 글 보기</source>
        <translation>Show new posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="38"/>
        <source>별표</source>
        <translation>Star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="39"/>
        <source>원문 보기</source>
        <translation>Show the original</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="40"/>
        <source>링크 복사</source>
        <translation>Copy the link</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="41"/>
        <source>내부 메모</source>
        <translation>Internal notes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="52"/>
        <source>위로 옮기기</source>
        <translation>Move up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="53"/>
        <source>아래로 옮기기</source>
        <translation>Move down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="55"/>
        <source>답변 쓰기</source>
        <translation>Write an answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="56"/>
        <source>1차 답변 쓰기</source>
        <translation>Write a first answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="57"/>
        <source>답변 보내기</source>
        <translation>Send the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="58"/>
        <source>답변 보내고 다음 글로</source>
        <translation>Send the answer and go on</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="59"/>
        <source>보내는 계정 바꾸기</source>
        <translation>Change the account to send from</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="60"/>
        <source>임시 저장</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="49"/>
        <source>건 나누기</source>
        <translation>Take the case apart</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="54"/>
        <source>글을 들어 화살표로 옮기기</source>
        <translation>Pick up a post and move it with the arrows</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="44"/>
        <source>단순 의견으로 옮기기</source>
        <translation>Move to Opinions</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="46"/>
        <source>담당 부서 고르기</source>
        <translation>Choose the department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="45"/>
        <source>미분류로 옮기기</source>
        <translation>Move to Unsorted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="42"/>
        <source>부서 이관으로 옮기기</source>
        <translation>Move to Forward</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="51"/>
        <source>오른쪽 열로 옮기기</source>
        <translation>Move to the right column</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="50"/>
        <source>왼쪽 열로 옮기기</source>
        <translation>Move to the left column</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="37"/>
        <source>읽음·안 읽음</source>
        <translation>Read or unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="43"/>
        <source>정책 아이디어로 옮기기</source>
        <translation>Move to Policy ideas</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="47"/>
        <source>처리 끝내기·다시 열기</source>
        <translation>Finish or reopen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="48"/>
        <source>하나의 건으로 묶기</source>
        <translation>Group into one case</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="204"/>
        <location filename="../../desktop/ui/settings/keys_page.py" line="79"/>
        <source>목록에서 글자 키 쓰기 (J, K, 1 …)</source>
        <translation>Letter keys in lists (J, K, 1 …)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="75"/>
        <source>단축키 키보드 문자</source>
        <translation>Keys keyboard letters</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="83"/>
        <source>글자 키는 목록이나 카드에 초점이 있을 때만 동작합니다. 한글 입력 상태에서도 됩니다.</source>
        <translation>Letter keys work only while a list or card has the focus. They also work while Hangul is on.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="88"/>
        <source>명령과 단축키</source>
        <translation>Commands and keys</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="89"/>
        <source>명령</source>
        <translation>Command</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="89"/>
        <source>단축키</source>
        <translation>Keys</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="108"/>
        <source>새 키를 누르세요</source>
        <translation>Press the new key</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="112"/>
        <source>키 없애기</source>
        <translation>Remove the key</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="115"/>
        <source>처음 키로</source>
        <translation>To default</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="118"/>
        <source>모두 처음으로</source>
        <translation>All to default</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="138"/>
        <source>{key} 키는 “{command}”에 쓰이고 있습니다. 다른 키를 눌러 주세요.</source>
        <translation>{key} is used for “{command}”. Please press another key.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="148"/>
        <source>{command}: {key}</source>
        <translation>{command}: {key}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="149"/>
        <source>키 없음</source>
        <translation>No key</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="164"/>
        <source>모든 단축키를 처음 값으로 되돌렸습니다.</source>
        <translation>All keys have been reset.</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <location filename="../../desktop/ui/shell/leaving.py" line="86"/>
        <source>보낼 답변이 있습니다</source>
        <translation>Answers are waiting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/leaving.py" line="87"/>
        <source>답변 {count}건이 아직 나가지 않았습니다.</source>
        <translation>Answers not sent yet: {count}.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/leaving.py" line="88"/>
        <source>임시 저장하면 다음에 이어서 쓸 수 있습니다.</source>
        <translation>Drafts can be continued next time.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/leaving.py" line="91"/>
        <source>지금 보내고 닫기</source>
        <translation>Send now and close</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/leaving.py" line="92"/>
        <source>보내지 않고 임시 저장하기</source>
        <translation>Do not send, keep as drafts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/leaving.py" line="93"/>
        <source>계속 작업하기</source>
        <translation>Go on working</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="43"/>
        <source>{where} 옮기기</source>
        <translation>Move to {where}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="115"/>
        <location filename="../../desktop/ui/main_window.py" line="116"/>
        <source>다음 글</source>
        <translation>Next post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="116"/>
        <location filename="../../desktop/ui/main_window.py" line="117"/>
        <source>이전 글</source>
        <translation>Previous post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="117"/>
        <source>글 고르기</source>
        <translation>Choose the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="118"/>
        <source>글 열기</source>
        <translation>Open the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="119"/>
        <source>글 미리 보기</source>
        <translation>Peek at the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="120"/>
        <source>새 글 보기</source>
        <translation>Show new posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="121"/>
        <source>읽음·안 읽음</source>
        <translation>Read / unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="122"/>
        <location filename="../../desktop/ui/lists/rows.py" line="83"/>
        <source>별표</source>
        <translation>Star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="123"/>
        <source>원문 열기</source>
        <translation>Open the original</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="124"/>
        <source>링크 복사</source>
        <translation>Copy the link</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="125"/>
        <source>내부 메모</source>
        <translation>Internal notes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="128"/>
        <source>답변 쓰기</source>
        <translation>Write an answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="129"/>
        <source>1차 답변 쓰기</source>
        <translation>Write a first answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="141"/>
        <source>담당 부서 고르기</source>
        <translation>Choose a department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="142"/>
        <source>처리 끝내기·다시 열기</source>
        <translation>Done / reopen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="143"/>
        <source>하나의 건으로 묶기</source>
        <translation>Group into one case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="144"/>
        <source>건 나누기</source>
        <translation>Take the case apart</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="215"/>
        <source>부서 이관으로 옮긴 건에만 담당 부서를 정합니다 (1)</source>
        <translation>Only cases under Forward have a department (1)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="272"/>
        <source>글의 링크를 복사했습니다</source>
        <translation>The post&apos;s link was copied</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="280"/>
        <source>이 글에는 열 수 있는 원문 주소가 없습니다</source>
        <translation>This post has no original that can be opened</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="340"/>
        <source>옮기기</source>
        <translation>Move</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/emptiness.py" line="55"/>
        <source>글을 읽지 못했습니다</source>
        <translation>The posts could not be read</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/emptiness.py" line="56"/>
        <source>저장된 글은 그대로 있습니다. 잠시 뒤 다시 읽어 주세요.</source>
        <translation>Stored posts are safe. Please read again in a moment.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/emptiness.py" line="58"/>
        <source>다시 읽기</source>
        <translation>Read again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/emptiness.py" line="74"/>
        <source>글을 불러오고 있습니다</source>
        <translation>Loading posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="202"/>
        <location filename="../../desktop/ui/lists/filters.py" line="44"/>
        <location filename="../../desktop/ui/lists/rows.py" line="179"/>
        <source>부서 미정</source>
        <translation>No department yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="81"/>
        <source>안 읽음</source>
        <translation>Unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="103"/>
        <source>미분류</source>
        <translation>Unsorted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="104"/>
        <source>부서 이관</source>
        <translation>Forward</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="105"/>
        <source>정책 아이디어</source>
        <translation>Policy idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="106"/>
        <source>단순 의견</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="117"/>
        <source>이름 없음</source>
        <translation>No name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="133"/>
        <source>(글 없음)</source>
        <translation>(no text)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="164"/>
        <source>작성 중</source>
        <translation>Being written</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="166"/>
        <source>삭제됨</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="168"/>
        <source>보류(승인 전)</source>
        <translation>On hold (not approved)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="170"/>
        <source>스팸</source>
        <translation>Spam</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="172"/>
        <source>숨김</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="174"/>
        <source>우리 글</source>
        <translation>Our post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="181"/>
        <source>처리 완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="185"/>
        <source>묶음 {count}건</source>
        <translation>Group of {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="188"/>
        <source>수정됨</source>
        <translation>Edited</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="192"/>
        <source>공유 {count}</source>
        <translation>Shared {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="200"/>
        <source>사진 {count}</source>
        <translation>Pictures {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="204"/>
        <source>비공개</source>
        <translation>Private</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="211"/>
        <source>보내는 중</source>
        <translation>Sending</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="213"/>
        <source>전송 실패</source>
        <translation>Sending failed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="215"/>
        <source>확인 필요</source>
        <translation>Needs a look</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="217"/>
        <source>답변함</source>
        <translation>Answered</translation>
    </message>
</context>
<context>
    <name>NotOpen</name>
    <message>
        <location filename="../../desktop/ui/shell/not_open.py" line="33"/>
        <source>업무공간을 열 수 없습니다</source>
        <translation>The workspace cannot be opened</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/not_open.py" line="42"/>
        <source>다시 열기</source>
        <translation>Open again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/not_open.py" line="44"/>
        <source>다른 업무공간 열기</source>
        <translation>Open another workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/not_open.py" line="63"/>
        <source>업무공간 고르기</source>
        <translation>Choose a workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/not_open.py" line="64"/>
        <source>업무공간 (*.db)</source>
        <translation>Workspace (*.db)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/not_open.py" line="58"/>
        <source>업무공간이 열리지 않았습니다</source>
        <translation>The workspace is not open</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="50"/>
        <source>시민에게 보이지 않습니다</source>
        <translation>Not visible to the citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="51"/>
        <source>내부 메모 목록</source>
        <translation>Internal notes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="53"/>
        <source>새 내부 메모</source>
        <translation>New internal note</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="54"/>
        <source>함께 일하는 사람에게 남길 메모를 적어 주세요.</source>
        <translation>Write a note for your colleagues.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="60"/>
        <source>메모 남기기</source>
        <translation>Leave the note</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="142"/>
        <source>임시 저장됨 {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="148"/>
        <source>아직 메모가 없습니다.</source>
        <translation>There are no notes yet.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="153"/>
        <source>이름 없음</source>
        <translation>No name</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <location filename="../../desktop/ui/channels/options.py" line="37"/>
        <source>{name} (없어도 됨)</source>
        <translation>{name} (optional)</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="48"/>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="49"/>
        <source>글쓴이에게만 보낸 답변</source>
        <translation>Answer to the author only</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="50"/>
        <source>승인</source>
        <translation>Approve</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="51"/>
        <source>승인 대기로 돌리기</source>
        <translation>Putting back to waiting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="52"/>
        <source>거절</source>
        <translation>Rejecting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="53"/>
        <source>숨기기</source>
        <translation>Hide</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="54"/>
        <source>다시 보이기</source>
        <translation>Showing again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="55"/>
        <source>공감</source>
        <translation>Like</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="56"/>
        <source>휴지통으로 옮기기</source>
        <translation>Move to trash</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="57"/>
        <source>답변 고치기</source>
        <translation>Edit the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="58"/>
        <source>답변 지우기</source>
        <translation>Delete the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="67"/>
        <source>{what}: 아직 보내지 못했습니다. {time}에 다시 보냅니다.</source>
        <translation>{what}: not sent yet. Tried again at {time}.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="73"/>
        <source>{what}: {n}초 뒤에 보냅니다.</source>
        <translation>{what}: goes out in {n} s.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="74"/>
        <source>{what}: 곧 보냅니다.</source>
        <translation>{what}: goes out now.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="76"/>
        <source>{what}: 보내는 중입니다.</source>
        <translation>{what}: being sent.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="81"/>
        <source>답변했습니다. 채널에 올라간 것을 확인했습니다. {time}</source>
        <translation>Answered. It was seen on the channel. {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="85"/>
        <source>{what}: 마쳤습니다. {time}</source>
        <translation>{what}: done. {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="87"/>
        <source>{what}: 채널이 받지 않았습니다. 쓴 글은 그대로 있습니다.</source>
        <translation>{what}: the channel refused it. What you wrote is kept.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="92"/>
        <source>{what}: 올라갔는지 알 수 없습니다.</source>
        <translation>{what}: it is not known whether it arrived.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="95"/>
        <source>{what}: 보냈는지 확인하고 있습니다. 확인될 때까지 다시 보내지 않습니다.</source>
        <translation>{what}: checking whether it was sent. Until that is known it is not sent again.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="126"/>
        <source>보내지 않기</source>
        <translation>Do not send</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="131"/>
        <source>다시 쓰기</source>
        <translation>Write again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="134"/>
        <source>올라간 답변 보기</source>
        <translation>Show the answer on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="143"/>
        <source>올라갔습니다</source>
        <translation>It arrived</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="144"/>
        <source>올라가지 않았습니다</source>
        <translation>It did not arrive</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="167"/>
        <source>보낸 답변의 상태</source>
        <translation>State of answers sent</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <location filename="../../desktop/ui/shell/find.py" line="30"/>
        <source>{screen}에서 “{text}” 찾기</source>
        <translation>Find “{text}” in {screen}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/find.py" line="39"/>
        <source>채널</source>
        <translation>Channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/palette.py" line="171"/>
        <source>검색과 명령</source>
        <translation>Search and commands</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/palette.py" line="175"/>
        <source>명령, 글, 채널을 찾습니다</source>
        <translation>Find commands, posts and channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/palette.py" line="185"/>
        <source>찾은 것</source>
        <translation>Results</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/palette.py" line="302"/>
        <source>맞는 명령이나 글이 없습니다. 다른 낱말로 찾아 주세요.</source>
        <translation>No command or post was found. Please search for another word.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/palette.py" line="259"/>
        <source>고른 글</source>
        <translation>Chosen posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/palette.py" line="261"/>
        <source>이 목록</source>
        <translation>This list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/palette.py" line="256"/>
        <source>최근에 씀</source>
        <translation>Used lately</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/palette.py" line="262"/>
        <source>화면</source>
        <translation>Screen</translation>
    </message>
</context>
<context>
    <name>Peek</name>
    <message>
        <location filename="../../desktop/ui/lists/peek.py" line="45"/>
        <source>Space 닫기 · Enter 열기</source>
        <translation>Space closes · Enter opens</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="37"/>
        <location filename="../../desktop/ui/lists/picker.py" line="46"/>
        <location filename="../../desktop/ui/lists/picker.py" line="81"/>
        <source>담당 부서 고르기</source>
        <translation>Choose a department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="48"/>
        <source>부서 찾기</source>
        <translation>Find a department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="54"/>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="60"/>
        <source>Enter 고르기 · Esc 부서 미정으로 두기</source>
        <translation>Enter chooses · Esc leaves it without department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="136"/>
        <source>{name}  (추천: {word})</source>
        <translation>{name}  (suggested: {word})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="128"/>
        <source>찾는 부서가 없습니다. 다른 말로 찾아 주세요.</source>
        <translation>No department was found. Please search for another word.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="49"/>
        <source>이름, 업무, 초성(ㄱㅌ)으로 찾습니다</source>
        <translation>Finds by name, duty and initial consonants</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="146"/>
        <source>부재, 대직 없음</source>
        <translation>absent, nobody stands in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="147"/>
        <source>부재, 대직 {name}</source>
        <translation>absent, {name} stands in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="201"/>
        <source>지난 이관: {words}</source>
        <translation>decided before: {words}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <location filename="../../desktop/ui/screens.py" line="52"/>
        <source>보드</source>
        <translation>Board</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/screens.py" line="57"/>
        <source>모아보기</source>
        <translation>All posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/screens.py" line="62"/>
        <source>채널</source>
        <translation>Channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/screens.py" line="67"/>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/rail.py" line="62"/>
        <source>화면 목록</source>
        <translation>Screens</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="49"/>
        <location filename="../../desktop/ui/settings/pages.py" line="80"/>
        <source>언어</source>
        <translation>Language</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="52"/>
        <location filename="../../desktop/ui/settings/pages.py" line="100"/>
        <source>글자 크기</source>
        <translation>Text size</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="55"/>
        <location filename="../../desktop/ui/settings/pages.py" line="98"/>
        <source>화면 밝기</source>
        <translation>Brightness</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="75"/>
        <location filename="../../desktop/ui/settings/pages.py" line="70"/>
        <location filename="../../desktop/ui/settings/pages.py" line="86"/>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="76"/>
        <location filename="../../desktop/ui/settings/pages.py" line="87"/>
        <source>하는 일</source>
        <translation>Role</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="93"/>
        <location filename="../../desktop/ui/settings/pages.py" line="142"/>
        <source>업무공간 위치</source>
        <translation>Place of the workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/about.py" line="96"/>
        <source>정보</source>
        <translation>About</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="31"/>
        <source>운영체제 설정대로</source>
        <translation>As the system</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="32"/>
        <source>밝게</source>
        <translation>Light</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="33"/>
        <source>어둡게</source>
        <translation>Dark</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="34"/>
        <source>선명하게 (고대비)</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="44"/>
        <source>넓게 (5줄)</source>
        <translation>Wide (5 lines)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="45"/>
        <source>보통 (3줄)</source>
        <translation>Normal (3 lines)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="46"/>
        <source>좁게 (1줄)</source>
        <translation>Narrow (1 line)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="52"/>
        <source>정하지 않음</source>
        <translation>Not set</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="53"/>
        <source>분류 담당</source>
        <translation>Triage</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="54"/>
        <source>대변인실</source>
        <translation>Spokesperson&apos;s office</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="55"/>
        <source>시장실</source>
        <translation>Mayor&apos;s office</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="56"/>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="57"/>
        <source>채널 운영</source>
        <translation>Channel operation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="78"/>
        <source>일반</source>
        <translation>General</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="81"/>
        <source>바로 바뀝니다. 시민이 쓴 글은 번역하지 않습니다.</source>
        <translation>Applies at once. What citizens wrote is not translated.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="85"/>
        <source>처리 기록과 메모에 남는 이름입니다.</source>
        <translation>The name in the history and in notes.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="89"/>
        <source>처음 안내 다시 보기</source>
        <translation>Show the first steps again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="91"/>
        <source>처음 안내</source>
        <translation>First steps</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="96"/>
        <source>화면</source>
        <translation>Screen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="101"/>
        <source>Ctrl+= 와 Ctrl+- 로도 바꿀 수 있습니다.</source>
        <translation>Also changed with Ctrl+= and Ctrl+-.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="105"/>
        <source>카드 크기</source>
        <translation>Card size</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="106"/>
        <source>카드 하나에 보이는 글의 줄 수입니다.</source>
        <translation>How many lines of a post a card shows.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="114"/>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="116"/>
        <source>보내기 취소 시간</source>
        <translation>Time to take back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="117"/>
        <source>보내기를 누른 뒤 이 시간 안에는 되돌릴 수 있습니다.</source>
        <translation>After pressing Send, an answer can be taken back within this time.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="121"/>
        <source>{seconds}초</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="123"/>
        <source>바로 보내기</source>
        <translation>Send at once</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="133"/>
        <source>단축키</source>
        <translation>Keys</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="139"/>
        <source>데이터</source>
        <translation>Data</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="141"/>
        <source>글과 처리 기록이 들어 있는 파일입니다. 비밀번호는 들어 있지 않습니다.</source>
        <translation>The file with posts and history. It holds no passwords.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="143"/>
        <location filename="../../desktop/ui/settings/pages.py" line="175"/>
        <source>다른 업무공간 열기</source>
        <translation>Open another workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="145"/>
        <location filename="../../desktop/ui/settings/pages.py" line="183"/>
        <source>새 업무공간 만들기</source>
        <translation>Make a new workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="147"/>
        <source>업무공간 바꾸기</source>
        <translation>Change the workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="148"/>
        <location filename="../../desktop/ui/settings/pages.py" line="191"/>
        <source>백업 저장하기</source>
        <translation>Save a backup</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="150"/>
        <source>쓰는 중에도 안전하게 복사합니다.</source>
        <translation>Copies safely even while you work.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="151"/>
        <source>백업</source>
        <translation>Backup</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="153"/>
        <source>내 업무공간 열기</source>
        <translation>Open my workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="155"/>
        <source>지금은 예시 업무공간입니다. 여기에서는 아무것도 보내지 않습니다.</source>
        <translation>This is a sample workspace. Nothing is sent from here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="156"/>
        <location filename="../../desktop/ui/settings/pages.py" line="163"/>
        <source>예시 업무공간</source>
        <translation>Sample workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="158"/>
        <source>예시 데이터로 둘러보기</source>
        <translation>Look around with sample data</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="160"/>
        <source>지어낸 글 약 300건으로 써 볼 수 있습니다. 아무것도 보내지 않습니다.</source>
        <translation>Try the program with about 300 made-up posts. Nothing is sent.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="169"/>
        <source>업무공간 (*.db)</source>
        <translation>Workspace (*.db)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/screen.py" line="42"/>
        <source>설정 찾기</source>
        <translation>Find a setting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/screen.py" line="47"/>
        <source>설정 묶음</source>
        <translation>Groups of settings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/screen.py" line="61"/>
        <source>맞는 설정이 없습니다. 다른 낱말로 찾아 주세요.</source>
        <translation>No setting was found. Please search for another word.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/screen.py" line="68"/>
        <location filename="../../desktop/ui/settings/screen.py" line="87"/>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/screen.py" line="108"/>
        <source>설정: {section}</source>
        <translation>Settings: {section}</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="37"/>
        <source>사용자 이름</source>
        <translation>User name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="38"/>
        <source>응용 프로그램 비밀번호</source>
        <translation>Application password</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="39"/>
        <source>액세스 토큰</source>
        <translation>Access token</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="48"/>
        <source>로그인 비밀번호가 아닙니다. 관리 화면의 사용자 &gt; 프로필에서 만들어 넣어 주세요.</source>
        <translation>This is not the sign-in password. Make one in the admin pages under Users &gt; Profile and enter it here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="58"/>
        <location filename="../../desktop/ui/channels/sign_in.py" line="112"/>
        <source>명의</source>
        <translation>Voice</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="160"/>
        <source>브라우저가 열리면 로그인하고 허용해 주세요. 비밀번호는 이 프로그램에 오지 않습니다.</source>
        <translation>When the browser opens, sign in and allow it. Your password does not reach this program.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="102"/>
        <source>로그인 주소 복사하기</source>
        <translation>Copy the sign-in address</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="41"/>
        <source>{name} (없어도 됨)</source>
        <translation>{name} (optional)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="79"/>
        <source>로그인 방법</source>
        <translation>How to sign in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="81"/>
        <source>브라우저에서 로그인</source>
        <translation>In the browser</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="82"/>
        <source>토큰 붙여 넣기</source>
        <translation>Paste a token</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="111"/>
        <source>이 계정으로 보낸 답변이 누구의 이름으로 나가는지 정합니다.</source>
        <translation>Says in whose name answers from this account go out.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="119"/>
        <source>로그인에 필요한 것을 받는 방법</source>
        <translation>How to get what the sign-in needs</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="202"/>
        <source>브라우저에서 로그인을 마쳐 주세요. 10분 동안 기다립니다.</source>
        <translation>Please finish signing in in the browser. It waits for 10 minutes.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="204"/>
        <source>브라우저를 열지 못했습니다. 주소를 복사해 브라우저에 붙여 넣어 주세요.</source>
        <translation>The browser could not be opened. Please copy the address and paste it there.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="249"/>
        <source>{name}에 로그인하기</source>
        <translation>Sign in to {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="259"/>
        <location filename="../../desktop/ui/channels/sign_in.py" line="300"/>
        <source>로그인하기</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="292"/>
        <source>{name} 계정으로 로그인했습니다</source>
        <translation>Signed in as {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/sign_in.py" line="300"/>
        <source>로그인하는 중</source>
        <translation>Signing in</translation>
    </message>
</context>
<context>
    <name>Sorter</name>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="61"/>
        <location filename="../../desktop/ui/lists/sorter.py" line="84"/>
        <source>순서를 바꿨습니다</source>
        <translation>Order changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="72"/>
        <source>실행 취소 (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="92"/>
        <source>하나로 묶을 건을 두 개 이상 골라 주세요 (X)</source>
        <translation>Choose two or more cases to group (X)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="104"/>
        <source>{count}건을 하나의 건으로 묶었습니다</source>
        <translation>Grouped {count} into one case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="113"/>
        <source>묶인 건이 아니어서 나눌 것이 없습니다</source>
        <translation>This case is not a group, there is nothing to take apart</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="121"/>
        <source>묶인 글을 각각의 건으로 나눴습니다</source>
        <translation>The grouped posts are separate cases again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="137"/>
        <source>별표를 달았습니다</source>
        <translation>Star added</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="137"/>
        <source>별표를 뗐습니다</source>
        <translation>Star removed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="151"/>
        <source>{count}건의 처리를 끝냈습니다</source>
        <translation>Marked {count} as done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="153"/>
        <source>{count}건을 다시 열었습니다</source>
        <translation>Reopened {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="173"/>
        <source>{count}건을 {where} 옮겼습니다</source>
        <translation>Moved {count} to {where}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="134"/>
        <source>업무공간을 여는 중</source>
        <translation>Opening the workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="136"/>
        <source>채널 보기</source>
        <translation>Show channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="141"/>
        <source>보낼 답변 없음</source>
        <translation>No answers waiting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="69"/>
        <source>채널 {count}개가 모두 꺼져 있습니다</source>
        <translation>All {count} channels are switched off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="72"/>
        <source>아직 채널이 없습니다</source>
        <translation>There are no channels yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="73"/>
        <source>{good}/{total} 채널 정상</source>
        <translation>{good}/{total} channels OK</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="75"/>
        <source>{count} 인증 필요</source>
        <translation>{count} need sign-in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="76"/>
        <source>{count} 제한됨</source>
        <translation>{count} limited</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="77"/>
        <source>{count} 연결 안 됨</source>
        <translation>{count} not reachable</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="87"/>
        <source>마지막 수집 {time}</source>
        <translation>Last collected {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="94"/>
        <source>보낼 답변 {count}</source>
        <translation>Answers waiting: {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="95"/>
        <source>결과 확인 중 {count}</source>
        <translation>Checking results: {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="96"/>
        <source>보내지 못함 {count}</source>
        <translation>Not sent: {count}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="105"/>
        <source>보기와 채널</source>
        <translation>Views and channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="124"/>
        <location filename="../../desktop/ui/timeline/screen.py" line="60"/>
        <source>모든 글</source>
        <translation>All posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="125"/>
        <source>안 읽은 글</source>
        <translation>Unread posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="126"/>
        <source>별표한 글</source>
        <translation>Starred posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="128"/>
        <source>저장한 보기</source>
        <translation>Saved views</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="133"/>
        <source>채널 {count}</source>
        <translation>Channels {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="163"/>
        <source>{name}, 안 읽은 글 {count}건</source>
        <translation>{name}, {count} unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="180"/>
        <source>보기 지우기</source>
        <translation>Remove the view</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/position.py" line="52"/>
        <source>여기까지 읽었습니다 · {time}</source>
        <translation>Read up to here · {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="84"/>
        <source>모아보기</source>
        <translation>All posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="177"/>
        <source>새 글 {count}건 보기 (.)</source>
        <translation>Show {count} new (.)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="196"/>
        <source>“{name}” 보기를 지웠습니다</source>
        <translation>The view “{name}” was removed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="202"/>
        <source>다시 저장하기</source>
        <translation>Save again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="212"/>
        <location filename="../../desktop/ui/timeline/screen.py" line="220"/>
        <source>찾는 글이 없습니다</source>
        <translation>No posts were found</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="213"/>
        <source>고른 조건 안에는 이 말이 든 글이 없습니다. 조건을 빼고 찾아 주세요.</source>
        <translation>No post holds this within the conditions. Please search without them.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="215"/>
        <source>조건 없이 찾기</source>
        <translation>Search without conditions</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="221"/>
        <source>“{text}” 낱말이 든 글이 없습니다. 다른 말이나 더 짧은 말로 찾아 주세요.</source>
        <translation>No post holds “{text}”. Please try another or a shorter word.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="225"/>
        <location filename="../../desktop/ui/timeline/screen.py" line="233"/>
        <source>모든 글 보기</source>
        <translation>Show all posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="230"/>
        <source>조건에 맞는 글이 없습니다</source>
        <translation>No posts match the conditions</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="231"/>
        <source>조건을 빼면 더 많은 글이 보입니다.</source>
        <translation>Remove conditions to see more posts.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="238"/>
        <source>아직 채널이 없습니다</source>
        <translation>There are no channels yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="239"/>
        <source>채널을 추가하면 시민의 글이 여기에 모입니다.</source>
        <translation>Add channels and citizens&apos; posts come together here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="241"/>
        <source>채널 추가하러 가기</source>
        <translation>Add a channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="245"/>
        <source>아직 모은 글이 없습니다</source>
        <translation>No posts have been collected yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/screen.py" line="246"/>
        <source>채널에서 글을 가져오면 여기에 바로 나타납니다. 지금 가져오려면 F5를 누르세요.</source>
        <translation>Posts appear here as they are fetched. Press F5 to fetch now.</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <location filename="../../desktop/ui/widgets/toast.py" line="59"/>
        <source>자세한 내용 복사</source>
        <translation>Copy the details</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/widgets/toast.py" line="62"/>
        <source>알림 닫기</source>
        <translation>Close the message</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/widgets/toast.py" line="51"/>
        <source>{text} ({times}번)</source>
        <translation>{text} ({times} times)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="431"/>
        <source>{good}/{total} 채널</source>
        <translation>{good}/{total} channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="434"/>
        <source>연결됨</source>
        <translation>Connected</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="435"/>
        <source>확인 필요</source>
        <translation>Needs a look</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="436"/>
        <source>연결 안 됨</source>
        <translation>Not reachable</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="441"/>
        <source>채널 꺼짐</source>
        <translation>Channels off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="441"/>
        <source>채널 없음</source>
        <translation>No channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="64"/>
        <source>예시 업무공간</source>
        <translation>Sample workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="67"/>
        <source>검색 또는 명령 ({key})</source>
        <translation>Search or command ({key})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="80"/>
        <location filename="../../desktop/ui/shell/bars.py" line="113"/>
        <source>실행 취소</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <location filename="../../desktop/ui/bridge.py" line="207"/>
        <location filename="../../desktop/ui/main_window.py" line="401"/>
        <source>실행 취소 (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="396"/>
        <source>되돌렸습니다: {what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="397"/>
        <source>다시 실행 (Ctrl+Y)</source>
        <translation>Redo (Ctrl+Y)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="400"/>
        <source>다시 실행했습니다: {what}</source>
        <translation>Done again: {what}</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <location filename="../../desktop/ui/lists/save_view.py" line="31"/>
        <source>보기로 저장</source>
        <translation>Save as view</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/save_view.py" line="35"/>
        <source>지금 조건을 보기로 저장</source>
        <translation>Save these conditions as a view</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/save_view.py" line="36"/>
        <source>보기 이름</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/save_view.py" line="42"/>
        <source>그만두기</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/save_view.py" line="44"/>
        <source>보기 저장</source>
        <translation>Save the view</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/save_view.py" line="65"/>
        <source>보기 이름을 적어 주세요</source>
        <translation>Please write a name for the view</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/save_view.py" line="75"/>
        <source>“{name}” 보기를 저장했습니다</source>
        <translation>The view “{name}” was saved</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <location filename="../../desktop/app.py" line="74"/>
        <location filename="../../desktop/app.py" line="355"/>
        <location filename="../../desktop/ui/main_window.py" line="67"/>
        <location filename="../../desktop/ui/settings/about.py" line="97"/>
        <source>서울소셜미디어센터</source>
        <translation>Seoul Social Media Center</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="376"/>
        <source>화면 목록</source>
        <translation>Screens</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="377"/>
        <source>위쪽 막대</source>
        <translation>Top bar</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="378"/>
        <source>알림 줄</source>
        <translation>Notices</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="380"/>
        <source>글 자세히 보기</source>
        <translation>Post in detail</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="381"/>
        <source>상태 줄</source>
        <translation>Status bar</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="45"/>
        <source>글을 모으고 여기에서 답변합니다</source>
        <translation>Collects posts and answers from here</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="47"/>
        <source>글을 모읍니다. 답변은 원문에서 합니다</source>
        <translation>Collects posts. Answers are written on the original page</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="49"/>
        <source>새 글이 바로 옵니다</source>
        <translation>New posts arrive at once</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="51"/>
        <source>브라우저에서 로그인합니다</source>
        <translation>You sign in in the browser</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="69"/>
        <source>채널 추가</source>
        <translation>Add a channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="87"/>
        <source>뒤로</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="100"/>
        <source>어떤 매체의 채널인가요?</source>
        <translation>On which network is the channel?</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="133"/>
        <source>비워 두면 채널이 알려 주는 이름을 씁니다</source>
        <translation>Leave empty to use the name the channel gives</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="207"/>
        <source>피드·홈페이지 주소나 @계정@서버를 붙여 넣어 주세요.</source>
        <translation>Paste the address of a feed or homepage, or @account@server.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="135"/>
        <source>주소 또는 계정</source>
        <translation>Address or account</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="103"/>
        <source>매체</source>
        <translation>Network</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="140"/>
        <location filename="../../desktop/ui/channels/wizard.py" line="158"/>
        <source>채널 이름</source>
        <translation>Channel name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="141"/>
        <source>담당 부서</source>
        <translation>Responsible department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="142"/>
        <source>로그인하지 않고 공개된 글만 모으기</source>
        <translation>Collect only public posts, without signing in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="195"/>
        <source>채널 추가: 매체</source>
        <translation>Add a channel: network</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="196"/>
        <source>채널 추가: {network} 주소</source>
        <translation>Add a channel: {network} address</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="199"/>
        <source>채널 추가: 로그인</source>
        <translation>Add a channel: sign-in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="200"/>
        <source>채널 추가: 확인</source>
        <translation>Add a channel: check</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="226"/>
        <source>확인하는 중</source>
        <translation>Checking</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="228"/>
        <location filename="../../desktop/ui/channels/wizard.py" line="230"/>
        <source>다음</source>
        <translation>Next</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="230"/>
        <source>읽어 보기</source>
        <translation>Test</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="232"/>
        <source>로그인하고 읽어 보기</source>
        <translation>Sign in and test</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="234"/>
        <source>채널 추가하기</source>
        <translation>Add the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="263"/>
        <source>주소를 적어 주세요.</source>
        <translation>Please write an address.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="267"/>
        <source>http 또는 https 주소나 @계정@서버를 적어 주세요.</source>
        <translation>Please write an http or https address, or @account@server.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="283"/>
        <source>이미 있는 채널입니다: {name}. 새로 만들지 않았습니다.</source>
        <translation>This channel exists already: {name}. It was not added again.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="272"/>
        <location filename="../../desktop/ui/channels/wizard.py" line="298"/>
        <source>빈 칸이 있습니다. 모두 적어 주세요.</source>
        <translation>A field is empty. Please fill in all of them.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="310"/>
        <source>읽을 수 있습니다: {name}</source>
        <translation>Can be read: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="326"/>
        <source>채널 이름을 적어 주세요.</source>
        <translation>Please write the channel&apos;s name.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/wizard.py" line="340"/>
        <source>{name} 채널을 추가했습니다</source>
        <translation>{name} was added</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <location filename="../../desktop/ui/settings/workspaces.py" line="57"/>
        <source>예시 업무공간을 만들고 있습니다. 몇 초 걸립니다.</source>
        <translation>Making the sample workspace. It takes a few seconds.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/workspaces.py" line="67"/>
        <source>백업을 저장했습니다: {path}</source>
        <translation>The backup was saved: {path}</translation>
    </message>
</context>
</TS>
