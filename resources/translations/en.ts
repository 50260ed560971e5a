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
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="74"/>
        <source>다시 로그인하기</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="76"/>
        <source>로그아웃</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="81"/>
        <source>고른 계정의 명의</source>
        <translation>Voice of the chosen account</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="92"/>
        <source>아직 로그인한 계정이 없습니다.</source>
        <translation>No account is signed in yet.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/accounts_panel.py" line="93"/>
        <source>채널을 추가하거나 채널에서 로그인하면 여기에 나타납니다.</source>
        <translation>Accounts appear here when you add a channel or sign in on one.</translation>
    </message>
</context>
<context>
    <name>Approvals</name>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="49"/>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="55"/>
        <source>승인할 답변</source>
        <translation>Answers to approve</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="83"/>
        <source>승인을 기다리는 답변이 없습니다.</source>
        <translation>No answer is waiting for approval.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="84"/>
        <source>시장 명의처럼 승인이 필요한 답변을 요청하면 여기에 나타납니다.</source>
        <translation>Answers that need approval, such as in the mayor&apos;s name, appear here once asked for.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="89"/>
        <source>A 승인 · B 돌려보내기 · J/K 고르기</source>
        <translation>A approve · B send back · J/K choose</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="94"/>
        <location filename="../../desktop/ui/speaking/rules_dialog.py" line="29"/>
        <source>승인이 필요한 명의</source>
        <translation>Voices that need approval</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="97"/>
        <source>글 열기</source>
        <translation>Open the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="99"/>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="276"/>
        <source>고치도록 돌려보내기</source>
        <translation>Send back to change</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="195"/>
        <source>승인하고 보내기</source>
        <translation>Approve and send</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="197"/>
        <source>다시 요청하게 하기</source>
        <translation>Have It Asked Again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="214"/>
        <source>요청한 뒤에 대화가 바뀌었습니다. 지금은 보낼 수 없고, 다시 요청하게 할 수 있습니다.</source>
        <translation>The thread changed after it was asked. It cannot be sent now; you can have it asked again.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="158"/>
        <source>{name} 님에게</source>
        <translation>To {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="162"/>
        <source>대화가 바뀜: {what}</source>
        <translation>Thread changed: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="178"/>
        <source>자기가 요청한 답변은 다른 사람이 승인합니다.</source>
        <translation>Somebody else approves what you asked for.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="180"/>
        <source>승인은 시장, 대변인, 관리자가 합니다.</source>
        <translation>The mayor, the spokesperson and administrators approve.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="186"/>
        <source>{name} 님이 {time}에 요청했습니다.</source>
        <translation>Asked by {name}, {time}.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="258"/>
        <source>대화가 바뀌어 보내지 않았습니다({what}). 요청한 사람이 다시 요청합니다.</source>
        <translation>The thread changed ({what}), so nothing was sent. Whoever asked asks again.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="263"/>
        <source>승인했습니다. 곧 보냅니다</source>
        <translation>Approved; it is sent shortly</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="277"/>
        <source>무엇을 고칠지</source>
        <translation>What should be different</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="278"/>
        <source>돌려보내기</source>
        <translation>Send back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="287"/>
        <source>고치도록 돌려보냈습니다</source>
        <translation>Sent back to be changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/rules_dialog.py" line="19"/>
        <source>시장 명의(시장 아닌 사람이 쓸 때)</source>
        <translation>The mayor&apos;s name (used by anybody else)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/rules_dialog.py" line="20"/>
        <source>대변인 명의(대변인 아닌 사람이 쓸 때)</source>
        <translation>The spokesperson&apos;s name (used by anybody else)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/rules_dialog.py" line="21"/>
        <source>서울시 공식 명의</source>
        <translation>The city&apos;s official voice</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/rules_dialog.py" line="22"/>
        <source>부서 명의</source>
        <translation>A department&apos;s name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/rules_dialog.py" line="23"/>
        <source>부서가 서울시 공식 명의로 쓰는 답변</source>
        <translation>Answers of departments in the official voice</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/rules_dialog.py" line="30"/>
        <source>고른 명의의 답변은 다른 사람이 승인해야 나갑니다.</source>
        <translation>Answers in these voices go out only after somebody else has approved them.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/rules_dialog.py" line="39"/>
        <source>이대로 정하기</source>
        <translation>Set so</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/rules_dialog.py" line="45"/>
        <source>승인이 필요한 명의를 정했습니다</source>
        <translation>Which voices need approval was set</translation>
    </message>
</context>
<context>
    <name>AskAgain</name>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="182"/>
        <source>재심사 요청 받기</source>
        <translation>Take a request to reconsider</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="183"/>
        <source>요청 받기</source>
        <translation>Take the request</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="185"/>
        <source>아이디어가 안건 후보로 돌아가고 결정 기한이 새로 시작됩니다. 한 번만 할 수 있습니다.</source>
        <translation>The idea goes back to the pool and its deadline starts anew. This can be done once.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="189"/>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="190"/>
        <source>제안자가 말한 이유</source>
        <translation>What the proposer said</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="195"/>
        <source>요청한 날</source>
        <translation>Asked on</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="208"/>
        <source>재심사 요청을 받았습니다. 안건 후보로 돌아갔습니다</source>
        <translation>Request taken; the idea is back in the pool</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <location filename="../../desktop/ui/shell/conditions.py" line="73"/>
        <source>대기 {count}건</source>
        <translation>{count} waiting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/conditions.py" line="94"/>
        <source>보관함 다시 확인하기</source>
        <translation>Check the keyring again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/conditions.py" line="96"/>
        <source>내 업무공간 열기</source>
        <translation>Open my workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/conditions.py" line="129"/>
        <source>작성하던 답변이 {count}건 있습니다.</source>
        <translation>Answers begun and not sent: {count}.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/conditions.py" line="131"/>
        <location filename="../../desktop/ui/shell/conditions.py" line="150"/>
        <source>이어 쓰기</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/conditions.py" line="142"/>
        <source>작성하던 부서 답변이 {count}건 있습니다.</source>
        <translation>{count} answers of your department were begun and not handed in.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/widgets/banner.py" line="58"/>
        <source>이 줄 닫기</source>
        <translation>Close this notice</translation>
    </message>
    <message>
        <source>작성하던 메모가 {count}건 있습니다.</source>
        <translation>Notes begun and not finished: {count}.</translation>
    </message>
    <message>
        <source>작성하던 답변 {answers}건과 메모 {notes}건이 있습니다.</source>
        <translation>Begun and not finished: {answers} answers, {notes} notes.</translation>
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
        <location filename="../../desktop/ui/board/column.py" line="72"/>
        <source>빠른 답변 열기</source>
        <translation>Open quick answers</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="109"/>
        <source>{count}건</source>
        <translation>{count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="115"/>
        <source>원래 순서로 보기</source>
        <translation>Show in the usual order</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="115"/>
        <source>기한 순으로 보기</source>
        <translation>Show by due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="121"/>
        <source>기한 순</source>
        <translation>By due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="122"/>
        <source>급한 것부터 보입니다</source>
        <translation>The most urgent first</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="127"/>
        <source>가장 오래된 글 {age}</source>
        <translation>Oldest: {age}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="128"/>
        <source>{age} 전</source>
        <translation>{age} ago</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="132"/>
        <source>새 글 {count}건 보기 (.)</source>
        <translation>Show {count} new (.)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="138"/>
        <source>조건에 맞는 글이 없습니다</source>
        <translation>No posts match the conditions</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="139"/>
        <source>조건을 빼거나 다른 말로 찾아 주세요.</source>
        <translation>Remove a condition or search for another word.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="152"/>
        <source>미분류 글이 없습니다</source>
        <translation>No unsorted posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="153"/>
        <source>새 글이 들어오면 여기에 바로 나타납니다.</source>
        <translation>New posts appear here as they arrive.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="157"/>
        <source>아직 옮긴 글이 없습니다</source>
        <translation>Nothing has been moved here yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="158"/>
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
        <source>이 열을 기한 순으로 보기·원래 순서로</source>
        <translation>This column by due time, or in its usual order</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/screen.py" line="141"/>
        <source>글을 들어 화살표로 옮기기</source>
        <translation>Pick up the card and move it with the arrows</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/screen.py" line="248"/>
        <source>원래 순서로 보입니다</source>
        <translation>In the usual order</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/screen.py" line="254"/>
        <source>기한 순으로 보는 열입니다. 원래 순서로 바꾸면 옮길 수 있습니다</source>
        <translation>This column is shown by due time. Go back to its usual order to move cards</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="144"/>
        <source>아직 채널이 없습니다</source>
        <translation>No channels yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="147"/>
        <source>채널 화면으로 가기</source>
        <translation>Go to Channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/board/column.py" line="145"/>
        <source>채널을 추가하면 시민의 글이 여기에 모입니다.</source>
        <translation>Add channels, and citizens&apos; posts gather here.</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="48"/>
        <source>손으로 적기</source>
        <translation>Note down by hand</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="53"/>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="54"/>
        <source>카카오톡</source>
        <translation>KakaoTalk</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="55"/>
        <source>네이버 블로그 댓글</source>
        <translation>Naver Blog comment</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="56"/>
        <source>방문</source>
        <translation>Visit</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="64"/>
        <source>목록에 없으면 적어 주세요</source>
        <translation>Write it here if it is not in the list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="65"/>
        <source>받은 곳</source>
        <translation>Received by</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="66"/>
        <source>받은 때</source>
        <translation>Received at</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="69"/>
        <source>모르면 비워 두세요</source>
        <translation>Leave empty if unknown</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="70"/>
        <source>시민 이름</source>
        <translation>Citizen&apos;s name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="71"/>
        <location filename="../../desktop/ui/channels/by_hand.py" line="74"/>
        <source>내용</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="77"/>
        <source>원문 주소</source>
        <translation>Address of the original</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="79"/>
        <source>적어 두기</source>
        <translation>Note it down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="95"/>
        <source>받은 곳을 적어 주세요.</source>
        <translation>Please write where it was received.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="100"/>
        <source>원문 주소는 http 또는 https 주소로 적어 주세요.</source>
        <translation>Please write the original&apos;s address as http or https.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="113"/>
        <source>{source}에서 받은 글을 적어 두었습니다</source>
        <translation>The post from {source} was noted down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="129"/>
        <source>적은 글을 버릴까요?</source>
        <translation>Discard what you wrote?</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="130"/>
        <source>아직 저장하지 않았습니다. 버리면 되돌릴 수 없습니다.</source>
        <translation>It has not been saved yet. Once discarded, it cannot be brought back.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="131"/>
        <source>적은 글 버리기</source>
        <translation>Discard the text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/by_hand.py" line="132"/>
        <source>계속 적기</source>
        <translation>Go on writing</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="286"/>
        <location filename="../../desktop/ui/channels/acts.py" line="55"/>
        <source>채널 목록 가져오기</source>
        <translation>Import a channel list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="135"/>
        <location filename="../../desktop/ui/channels/acts.py" line="57"/>
        <source>채널 목록</source>
        <translation>Channel list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="58"/>
        <source>모든 파일</source>
        <translation>All files</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="111"/>
        <location filename="../../desktop/ui/channels/acts.py" line="60"/>
        <source>가져오기</source>
        <translation>Import</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="292"/>
        <location filename="../../desktop/ui/channels/acts.py" line="80"/>
        <source>채널 목록 내보내기</source>
        <translation>Export the channel list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="112"/>
        <location filename="../../desktop/ui/channels/acts.py" line="88"/>
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
        <location filename="../../desktop/ui/channels/acts.py" line="319"/>
        <source>이 계정의 명의를 {voice} 바꿨습니다</source>
        <translation>The voice of this account is now {voice}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/acts.py" line="326"/>
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
        <location filename="../../desktop/ui/channels/screen.py" line="90"/>
        <location filename="../../desktop/ui/channels/screen.py" line="322"/>
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
        <translation>Address</translation>
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
        <source>일부 권한 없음</source>
        <translation>Some permissions missing</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="66"/>
        <source>일부 깨짐</source>
        <translation>Partly damaged</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="67"/>
        <source>없어짐</source>
        <translation>Gone</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="85"/>
        <source>꺼 두었습니다. 받은 글은 그대로 있습니다.</source>
        <translation>Switched off. Posts received so far are kept.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="93"/>
        <source>{time}부터</source>
        <translation>Since {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="102"/>
        <source>실시간</source>
        <translation>Live</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="104"/>
        <source>멈춤</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="106"/>
        <source>곧</source>
        <translation>Soon</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="112"/>
        <source>로그인됨</source>
        <translation>Signed in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="113"/>
        <source>다시 로그인 필요</source>
        <translation>Needs a new sign-in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="114"/>
        <source>로그인 안 함</source>
        <translation>Not signed in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="120"/>
        <source>비밀번호 보관함을 쓸 수 있습니다. 로그인은 이 보관함에만 저장합니다.</source>
        <translation>The keyring can be used. Sign-ins are stored only there.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="121"/>
        <source>비밀번호 보관함을 열어 주세요. 열기 전에도 저장된 글은 볼 수 있습니다.</source>
        <translation>Please unlock the keyring. Stored posts can be read meanwhile.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/names.py" line="124"/>
        <source>이 PC에 비밀번호 보관함이 없습니다. 로그인이 필요 없는 채널만 수집합니다.</source>
        <translation>This PC has no keyring. Only channels that need no sign-in are collected.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="81"/>
        <location filename="../../desktop/ui/channels/screen.py" line="234"/>
        <source>채널과 계정</source>
        <translation>Channels and accounts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="82"/>
        <location filename="../../desktop/ui/channels/screen.py" line="321"/>
        <source>채널</source>
        <translation>Channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="93"/>
        <location filename="../../desktop/ui/channels/screen.py" line="95"/>
        <source>부서 메일</source>
        <translation>Department mail</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="109"/>
        <location filename="../../desktop/ui/channels/screen.py" line="167"/>
        <location filename="../../desktop/ui/channels/screen.py" line="282"/>
        <location filename="../../desktop/ui/channels/screen.py" line="344"/>
        <source>채널 추가</source>
        <translation>Add a channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="110"/>
        <location filename="../../desktop/ui/channels/screen.py" line="283"/>
        <source>손으로 적기</source>
        <translation>Note down by hand</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="114"/>
        <source>지금 수집</source>
        <translation>Collect now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="121"/>
        <source>채널 찾기</source>
        <translation>Find a channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="164"/>
        <location filename="../../desktop/ui/channels/screen.py" line="341"/>
        <source>아직 채널이 없습니다.</source>
        <translation>There are no channels yet.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="165"/>
        <location filename="../../desktop/ui/channels/screen.py" line="342"/>
        <source>주소 하나를 추가하거나, OPML·CSV 목록을 가져오세요.</source>
        <translation>Add one address, or import an OPML or CSV list.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="296"/>
        <source>고른 채널 설정</source>
        <translation>Settings of the chosen channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="297"/>
        <source>고른 채널에 로그인</source>
        <translation>Sign in to the chosen channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="298"/>
        <source>고른 채널 지금 수집</source>
        <translation>Collect the chosen channel now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="299"/>
        <source>고른 채널 연결 확인</source>
        <translation>Check the connection of the chosen channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="300"/>
        <source>고른 채널 글 보기</source>
        <translation>Show the chosen channel&apos;s posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="301"/>
        <source>고른 채널 켜기·끄기</source>
        <translation>Switch the chosen channel on or off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="302"/>
        <source>고른 채널을 브라우저에서 열기</source>
        <translation>Open the chosen channel in the browser</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="303"/>
        <source>고른 채널 빼기</source>
        <translation>Remove the chosen channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="334"/>
        <source>찾는 채널이 없습니다.</source>
        <translation>No channel was found.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="335"/>
        <source>다른 말로 찾거나 찾는 말을 지워 주세요.</source>
        <translation>Search for another word or clear the search.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/screen.py" line="337"/>
        <source>찾는 말 지우기</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="37"/>
        <source>검색과 명령 열기</source>
        <translation>Open search and commands</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="40"/>
        <source>이 화면에서 찾기</source>
        <translation>Find on this screen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="44"/>
        <source>실행 취소</source>
        <translation>Undo</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="49"/>
        <source>다시 실행</source>
        <translation>Redo</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="53"/>
        <source>부서 메일 보기</source>
        <translation>Show department mail</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="54"/>
        <source>믿지 않은 회신 보기</source>
        <translation>Show refused replies</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="68"/>
        <source>모든 채널 지금 수집</source>
        <translation>Collect all channels now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="75"/>
        <source>{screen} 화면으로 가기</source>
        <translation>Go to {screen}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="83"/>
        <source>빠른 답변 열기</source>
        <translation>Open quick answers</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="86"/>
        <source>단축키 보기</source>
        <translation>Show keys</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="90"/>
        <source>이 화면의 단축키 보기</source>
        <translation>Show the keys of this screen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="95"/>
        <source>글자 크게</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="98"/>
        <source>글자 작게</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="104"/>
        <source>글자 크기 100 %</source>
        <translation>Text size 100 %</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="110"/>
        <source>밝은 화면으로 바꾸기</source>
        <translation>Switch to light</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="111"/>
        <source>어두운 화면으로 바꾸기</source>
        <translation>Switch to dark</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="112"/>
        <source>선명한 화면으로 바꾸기</source>
        <translation>Switch to high contrast</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="118"/>
        <source>다음 영역으로</source>
        <translation>To the next pane</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="126"/>
        <source>이전 영역으로</source>
        <translation>To the previous pane</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="131"/>
        <source>프로그램 끝내기</source>
        <translation>Quit the program</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="139"/>
        <source>글자 크기 {percent} %</source>
        <translation>Text size {percent} %</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="147"/>
        <source>다른 창에서 수집하고 있습니다. 새 글은 여기에도 바로 보입니다.</source>
        <translation>Another window is collecting. New posts appear here at once too.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell_commands.py" line="150"/>
        <source>모든 채널에서 새 글을 가져오고 있습니다.</source>
        <translation>Fetching new posts from all channels.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="124"/>
        <location filename="../../desktop/ui/detail/answer_form.py" line="125"/>
        <source>보내는 계정</source>
        <translation>Account to send from</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="126"/>
        <location filename="../../desktop/ui/detail/answer_form.py" line="228"/>
        <source>보내는 계정 (Ctrl+Shift+A)</source>
        <translation>Account to send from (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="131"/>
        <source>답변 단계</source>
        <translation>Step of the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="133"/>
        <source>1차 답변</source>
        <translation>First answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="134"/>
        <source>최종 답변</source>
        <translation>Final answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="135"/>
        <source>처리 안내</source>
        <translation>How it stands</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="149"/>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="151"/>
        <source>시민에게 보낼 답변을 적어 주세요.</source>
        <translation>Write the answer to the citizen.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="158"/>
        <source>글쓴이에게만 보내기</source>
        <translation>Author only</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="161"/>
        <source>서식</source>
        <translation>Templates</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="163"/>
        <source>미리보기</source>
        <translation>Preview</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="171"/>
        <source>임시 저장</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="172"/>
        <location filename="../../desktop/ui/detail/answer_form.py" line="274"/>
        <source>보내고 다음 글</source>
        <translation>Send and next</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="173"/>
        <source>승인 요청하기</source>
        <translation>Ask for approval</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="174"/>
        <source>다른 사람이 승인하면 보냅니다</source>
        <translation>It is sent when somebody else approves</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="175"/>
        <source>글자로 확인하기</source>
        <translation>Type instead</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="176"/>
        <source>길게 누르기 어려우면 글자를 적어 확인합니다</source>
        <translation>Where holding is hard, type a word instead</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_form.py" line="274"/>
        <source>요청하고 다음 글</source>
        <translation>Ask, then next</translation>
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
        <location filename="../../desktop/ui/detail/composer.py" line="160"/>
        <source>{time}에 쓰던 글입니다</source>
        <translation>Draft from {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="285"/>
        <source>지금은 이 글에 답변을 보낼 수 없습니다. 쓴 글은 그대로 있습니다.</source>
        <translation>This post cannot be answered now. What you wrote is kept.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="288"/>
        <source>보낼 계정을 골라 주세요.</source>
        <translation>Please choose the account to send from.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="291"/>
        <source>앞의 답변이 올라갔는지 확인하고 있습니다. 확인되면 보낼 수 있습니다.</source>
        <translation>Checking whether the earlier answer arrived. You can send once that is known.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="295"/>
        <source>앞의 답변이 아직 나가지 않았습니다. 나간 뒤에 보낼 수 있습니다.</source>
        <translation>The answer before has not gone out yet. You can send once it has.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="297"/>
        <source>앞의 답변을 보내고 있습니다. 끝나면 보낼 수 있습니다.</source>
        <translation>The earlier answer is being sent. You can send when that is done.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="329"/>
        <source>답변을 쓰는 동안 대화가 바뀌었습니다({what}). 위의 글을 확인해 주세요.</source>
        <translation>The conversation changed while you were writing ({what}). Please check the posts above.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="339"/>
        <source>승인 요청하기 Ctrl+Enter</source>
        <translation>Ask for approval Ctrl+Enter</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="341"/>
        <source>길게 눌러 시장 명의로 보내기</source>
        <translation>Hold to send as the mayor</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/typed_confirm.py" line="29"/>
        <source>시장 명의</source>
        <translation>the mayor&apos;s name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/typed_confirm.py" line="30"/>
        <source>&apos;{word}&apos;라고 적어 주세요.</source>
        <translation>Please type “{word}”.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/typed_confirm.py" line="35"/>
        <source>시장 명의로 보내기</source>
        <translation>Send as the mayor</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="343"/>
        <source>확인했으니 보내기</source>
        <translation>Checked, send it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="345"/>
        <source>답변 보내기 Ctrl+Enter</source>
        <translation>Send the answer Ctrl+Enter</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/composer.py" line="357"/>
        <source>임시 저장됨 {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/sent_answers.py" line="44"/>
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
        <translation>Sent as the mayor.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="49"/>
        <source>대변인 명의로 보냅니다.</source>
        <translation>Sent as the spokesperson.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="50"/>
        <source>부서 명의로 보냅니다.</source>
        <translation>Sent as the department.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="51"/>
        <source>서울시 공식 명의로 보냅니다.</source>
        <translation>Sent as the city.</translation>
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
        <source>맡은 역할로는 답변을 쓸 수 없습니다. 읽을 수는 있습니다.</source>
        <translation>Your role may read this post but not answer it.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="73"/>
        <source>시민이 글을 지워 답변을 보낼 수 없습니다.</source>
        <translation>The citizen deleted the post, so no answer can be sent.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="74"/>
        <source>목록에서 뺀 채널이라 답변을 보낼 수 없습니다. 채널을 다시 추가해 주세요.</source>
        <translation>This channel was removed, so no answer can be sent. Please add it again.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="77"/>
        <source>꺼 둔 채널입니다. 채널 화면에서 켜면 답변할 수 있습니다.</source>
        <translation>This channel is switched off. Switch it on in Channels to answer.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="78"/>
        <source>손으로 적은 글입니다. 글을 받은 곳에서 답변하고, 내용을 내부 메모에 적어 주세요.</source>
        <translation>This post was noted down by hand. Answer where it came in, and write the answer into an internal note.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="86"/>
        <source>{used}/{limit}바이트</source>
        <translation>{used}/{limit} bytes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="87"/>
        <source>{used}바이트</source>
        <translation>{used} bytes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="89"/>
        <source>{used}/{limit}자</source>
        <translation>{used}/{limit}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="90"/>
        <source>{used}자</source>
        <translation>{used} characters</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="99"/>
        <source>{n}바이트 넘음</source>
        <translation>{n} too many</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="100"/>
        <source>{n}자 넘음</source>
        <translation>{n} too many</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="105"/>
        <source>{n}바이트 넘음: 줄이면 보낼 수 있습니다</source>
        <translation>{n} bytes too long: shorten it to send</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/words.py" line="106"/>
        <source>{n}자 넘음: 줄이면 보낼 수 있습니다</source>
        <translation>{n} characters too long: shorten it to send</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/hold_button.py" line="46"/>
        <source>2초 동안 누르고 있으면 보냅니다.</source>
        <translation>Held for two seconds, it is sent.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/hold_button.py" line="69"/>
        <source>계속 누르고 계세요. 2초 뒤에 시장 명의로 보냅니다.</source>
        <translation>Keep holding. In two seconds it is sent in the mayor&apos;s name.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/hold_button.py" line="78"/>
        <source>손을 떼어 보내지 않았습니다.</source>
        <translation>Let go: nothing was sent.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/sending.py" line="54"/>
        <source>승인을 요청했습니다. 승인하면 바로 보냅니다</source>
        <translation>Approval was asked for; once given, it is sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/sending.py" line="83"/>
        <source>그래도 보내기</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/sending.py" line="93"/>
        <source>이 명의로는 쓸 수 없습니다. 다른 계정을 고르거나 이 명의를 쓰는 사람에게 맡겨 주세요.</source>
        <translation>You do not speak in this voice. Please choose another account, or leave it to somebody who does.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/sending.py" line="99"/>
        <source>{name} 님이 작성하고 있습니다. 위에서 이어받으면 보낼 수 있습니다.</source>
        <translation>{name} is writing. Take over above to be able to send.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/sending.py" line="104"/>
        <source>보내면 안 되는 곳이 {n}군데 있습니다. 고치면 보낼 수 있습니다.</source>
        <translation>Must not go out: {n}. Change these places to be able to send.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/parts.py" line="45"/>
        <source>다음 답변: {text}</source>
        <translation>Next answer: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/parts.py" line="46"/>
        <source>다시 합치기</source>
        <translation>Join again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/parts.py" line="48"/>
        <source>줄이거나, 문장 끝에서 나누어 두 번에 보내 주세요.</source>
        <translation>Shorten it, or send it as two.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/parts.py" line="51"/>
        <source>나누어도 두 답변에 들어가지 않습니다. 줄여 주세요.</source>
        <translation>Too long even for two answers. Shorten it.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/parts.py" line="34"/>
        <location filename="../../desktop/ui/detail/parts.py" line="49"/>
        <source>둘로 나누기 (1/2)</source>
        <translation>Split in two (1/2)</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="36"/>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="26"/>
        <source>기간 미정</source>
        <translation>no length yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="50"/>
        <source>기한 보류 · {since}부터 보완을 기다림</source>
        <translation>Paused · waiting for a supplement since {since}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="53"/>
        <source>기한 미정 · 기간을 정해 주세요</source>
        <translation>No due time yet · please set the length</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="58"/>
        <source>기한 {moment} · {rest}</source>
        <translation>Due {moment} · {rest}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="64"/>
        <source>연장함</source>
        <translation>extended</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="70"/>
        <source>처리를 마침</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="74"/>
        <source>기한 {moment} · {late} 마침</source>
        <translation>Due {moment} · done, {late}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="75"/>
        <source>기한 {moment} · 제때 마침</source>
        <translation>Due {moment} · done in time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="83"/>
        <source>기한 미정</source>
        <translation>no due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="90"/>
        <source>현장을 더 확인해야 합니다</source>
        <translation>The place has to be looked at again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="91"/>
        <source>관계 기관과 협의해야 합니다</source>
        <translation>Other authorities have to be asked</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="92"/>
        <source>전문 기술의 조사가 필요합니다</source>
        <translation>Experts have to examine it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="93"/>
        <source>법령 해석을 확인해야 합니다</source>
        <translation>The reading of the law has to be checked</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="100"/>
        <source>업무 과다</source>
        <translation>too much work</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="101"/>
        <source>늦은 배정</source>
        <translation>assigned late</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/sayings.py" line="102"/>
        <source>담당자 부재</source>
        <translation>the officer is away</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="32"/>
        <source>기한 보류</source>
        <translation>Paused</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="46"/>
        <source>지남 {span}</source>
        <translation>{span} late</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="51"/>
        <source>{span} 남음</source>
        <translation>{span} left</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="59"/>
        <source>오늘 {time}까지</source>
        <translation>by {time} today</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="61"/>
        <source>내일 {time}까지</source>
        <translation>by {time} tomorrow</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="63"/>
        <source>{date}까지</source>
        <translation>by {date}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="85"/>
        <source>소통민원</source>
        <translation>Simple opinion</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="86"/>
        <source>일반민원</source>
        <translation>General matter</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="87"/>
        <source>현장민원</source>
        <translation>Nuisance on the spot</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="88"/>
        <source>정식민원</source>
        <translation>Formal petition</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="89"/>
        <source>국민제안</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="96"/>
        <source>지남</source>
        <translation>late</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="97"/>
        <source>2시간 안</source>
        <translation>within 2 hours</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="98"/>
        <source>오늘 마감</source>
        <translation>due today</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/words.py" line="99"/>
        <source>보류</source>
        <translation>paused</translation>
    </message>
</context>
<context>
    <name>DepartmentAnswer</name>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="91"/>
        <source>부서 답변</source>
        <translation>Department&apos;s answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="100"/>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="104"/>
        <source>시민에게 보낼 답변</source>
        <translation>Answer for the citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="106"/>
        <source>협조 부서의 의견 (시민에게 보내지 않습니다)</source>
        <translation>Words of a supporting department (not sent to the citizen)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="116"/>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="197"/>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="199"/>
        <source>부서로 돌려보내기</source>
        <translation>Send back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="119"/>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="122"/>
        <source>의견 확인하기</source>
        <translation>Noted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="124"/>
        <source>다른 곳에서 답변함</source>
        <translation>Answered elsewhere</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="126"/>
        <source>답변란으로 가져가기</source>
        <translation>Take to the editor</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="130"/>
        <source>시민에게 보내기</source>
        <translation>Send to the citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="144"/>
        <source>다른 곳에서 답변했으면 적어 두고 마칠 수 있습니다.</source>
        <translation>If the citizen was answered elsewhere, note that down to finish.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="148"/>
        <source>보내는 계정: {account}</source>
        <translation>Sent from: {account}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="172"/>
        <source>승인을 요청했습니다. 승인되면 시민에게 갑니다</source>
        <translation>Approval asked for. Once approved it goes to the citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="174"/>
        <source>부서 답변을 시민에게 보냅니다</source>
        <translation>The department&apos;s answer goes to the citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="176"/>
        <source>다른 곳에서 답변한 것으로 적었습니다</source>
        <translation>Noted down as answered elsewhere</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="178"/>
        <source>협조 부서의 의견을 확인했습니다</source>
        <translation>The supporting department&apos;s words are noted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="192"/>
        <source>부서로 돌려보냈습니다</source>
        <translation>Sent back to the department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/answer_dialog.py" line="198"/>
        <source>부서가 고쳐 쓸 수 있게 무엇이 모자라는지 적어 주세요.</source>
        <translation>Please write what is missing, so that the department can improve it.</translation>
    </message>
</context>
<context>
    <name>DepartmentMail</name>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="34"/>
        <location filename="../../desktop/ui/department_mail/strip.py" line="54"/>
        <source>{department}에 메일을 다시 보냅니다</source>
        <translation>The letter to {department} is sent again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="44"/>
        <location filename="../../desktop/ui/department_mail/acts.py" line="58"/>
        <source>{department} 메일을 보내지 않습니다</source>
        <translation>The letter to {department} is not sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="47"/>
        <source>부서는 이 메일을 받지 못합니다. 다른 방법으로 알려 주세요. 이관은 그대로 있습니다.</source>
        <translation>The department will not get this letter. Please tell it in another way. The forwarding stays as it is.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="51"/>
        <source>보내지 않기</source>
        <translation>Do not send</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="77"/>
        <source>회신을 새 글로 꺼냈습니다</source>
        <translation>The reply is a new post now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="78"/>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="48"/>
        <source>글 보기</source>
        <translation>Show post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="89"/>
        <source>회신을 확인하고 닫았습니다</source>
        <translation>The reply was looked at and closed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="100"/>
        <source>부서 메일 설정을 저장했습니다</source>
        <translation>The settings of department mail were saved</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="107"/>
        <source>{name} 답변으로 받기</source>
        <translation>Take as the answer of {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="113"/>
        <source>부서에 전화로 확인해 주세요. 받은 답변은 시민에게 보내기 전에 한 번 더 판정합니다.</source>
        <translation>Please ask the department by telephone. The answer is judged once more before it goes to the citizen.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="122"/>
        <location filename="../../desktop/ui/department_mail/acts.py" line="125"/>
        <source>답변 내용</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="127"/>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="47"/>
        <source>부서 답변으로 받기</source>
        <translation>Take as the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="133"/>
        <source>답변 내용을 적어 주세요.</source>
        <translation>Please write the answer.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/acts.py" line="144"/>
        <source>{name}의 답변으로 받았습니다</source>
        <translation>Taken as the answer of {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="20"/>
        <source>이관</source>
        <translation>Forwarding</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="21"/>
        <source>보완 요청</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="22"/>
        <source>이관 취소</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="23"/>
        <source>기한 안내</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="29"/>
        <source>보낼 예정</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="30"/>
        <source>보내는 중</source>
        <translation>Sending</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="31"/>
        <source>보냄</source>
        <translation>Sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="32"/>
        <source>실패</source>
        <translation>Failed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="33"/>
        <location filename="../../desktop/ui/department_mail/panel.py" line="174"/>
        <source>보내지 않음</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="53"/>
        <source>메일 서버의 대답: {words}</source>
        <translation>The mail server said: {words}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="67"/>
        <source>없는 번호</source>
        <translation>Unknown number</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="68"/>
        <source>다른 건의 번호</source>
        <translation>Another matter</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="69"/>
        <source>다른 주소</source>
        <translation>Other address</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="70"/>
        <source>위조 의심</source>
        <translation>Maybe forged</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="71"/>
        <source>양식에서 옴</source>
        <translation>From a form</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="72"/>
        <source>자동 회신</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="73"/>
        <source>끝난 이관</source>
        <translation>Forwarding ended</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="74"/>
        <source>내용 없음</source>
        <translation>No words</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="75"/>
        <source>반려 사유 없음</source>
        <translation>No reason given</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="76"/>
        <source>너무 긴 회신</source>
        <translation>Too long</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="77"/>
        <source>받을 수 없음</source>
        <translation>Not possible</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="82"/>
        <source>답변으로 받음</source>
        <translation>Taken as answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="83"/>
        <source>새 글로 꺼냄</source>
        <translation>Made a post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="84"/>
        <source>확인하고 닫음</source>
        <translation>Closed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="85"/>
        <source>확인 전</source>
        <translation>Not looked at</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="27"/>
        <source>부서로 보내는 메일</source>
        <translation>Letters to departments</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="29"/>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="30"/>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="31"/>
        <source>종류</source>
        <translation>Kind</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="32"/>
        <source>시민의 글</source>
        <translation>Citizen’s post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="33"/>
        <source>때</source>
        <translation>Time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="46"/>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="111"/>
        <location filename="../../desktop/ui/department_mail/strip.py" line="27"/>
        <source>다시 보내기</source>
        <translation>Send again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="47"/>
        <source>이 메일 보내지 않기</source>
        <translation>Do not send this letter</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="72"/>
        <source>보낼 메일이 없습니다.</source>
        <translation>There is nothing to send.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="73"/>
        <source>메일로 일하는 부서에 이관하면 여기에 나타납니다.</source>
        <translation>Cases forwarded to departments that work by mail appear here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="97"/>
        <source>{who} 님이 이관</source>
        <translation>forwarded by {who}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="99"/>
        <source>{when} 보냄</source>
        <translation>sent {when}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="101"/>
        <source>{n}번 시도</source>
        <translation>tried {n} times</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/letters_page.py" line="109"/>
        <source>지금 보내기</source>
        <translation>Send now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/panel.py" line="79"/>
        <source>보내는 메일함</source>
        <translation>Send from</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/panel.py" line="80"/>
        <source>기한 안내 메일</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/panel.py" line="108"/>
        <location filename="../../desktop/ui/department_mail/strip.py" line="24"/>
        <source>부서 메일</source>
        <translation>Department mail</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/panel.py" line="110"/>
        <location filename="../../desktop/ui/department_mail/panel.py" line="153"/>
        <source>보내는 메일</source>
        <translation>Letters</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/panel.py" line="111"/>
        <location filename="../../desktop/ui/department_mail/panel.py" line="154"/>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="27"/>
        <source>믿지 않은 회신</source>
        <translation>Refused replies</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/panel.py" line="116"/>
        <source>끝난 것도 보기</source>
        <translation>Finished ones too</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/panel.py" line="165"/>
        <source>저절로 정하기</source>
        <translation>By itself</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/panel.py" line="173"/>
        <source>기한 {hours}시간 전</source>
        <translation>{hours} hours before due</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/panel.py" line="179"/>
        <source>로그인한 메일 채널이 없습니다. 메일 채널을 추가하면 부서로 메일을 보냅니다.</source>
        <translation>No mail channel is signed in. Letters to departments go out once there is one.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/panel.py" line="184"/>
        <source>메일 채널이 여럿입니다. 부서 메일을 보낼 메일함을 골라 주세요.</source>
        <translation>There are several mail channels. Please choose the mailbox that letters leave from.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="29"/>
        <source>까닭</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="30"/>
        <source>보낸 사람</source>
        <translation>Sender</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="31"/>
        <source>온 때</source>
        <translation>Received</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="44"/>
        <source>회신 내용</source>
        <translation>Text of the reply</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="48"/>
        <source>시민의 새 글로 꺼내기</source>
        <translation>Make it a citizen’s post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="49"/>
        <source>확인하고 닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="50"/>
        <source>이관한 글 보기</source>
        <translation>Show forwarded post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="72"/>
        <source>믿지 않은 회신이 없습니다.</source>
        <translation>There are no refused replies.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="73"/>
        <source>부서가 아닌 곳에서 온 회신과 자동 회신이 여기에 모입니다.</source>
        <translation>Replies from elsewhere than the department, and automatic ones, are kept here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="97"/>
        <source>보낸 사람 없음</source>
        <translation>No sender</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="99"/>
        <source>이관한 부서: {name}</source>
        <translation>forwarded to {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="102"/>
        <source>첨부: {names}</source>
        <translation>files: {names}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/refused_page.py" line="106"/>
        <source>{what} · {who} {when}</source>
        <translation>{what} · {who} {when}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/strip.py" line="40"/>
        <source>부서 메일 · {department} · {what}</source>
        <translation>Department mail · {department} · {what}</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="61"/>
        <location filename="../../desktop/ui/detail/header.py" line="176"/>
        <source>더 보기</source>
        <translation>Show more</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane_commands.py" line="36"/>
        <location filename="../../desktop/ui/detail/header.py" line="77"/>
        <source>원문 보기</source>
        <translation>Show the original</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="82"/>
        <source>처리 구분</source>
        <translation>Track</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="97"/>
        <location filename="../../desktop/ui/detail/header.py" line="133"/>
        <source>이름 없음</source>
        <translation>No name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="92"/>
        <location filename="../../desktop/ui/detail/header.py" line="116"/>
        <source>{time}에 처음 봄</source>
        <translation>First seen {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="127"/>
        <location filename="../../desktop/ui/detail/post_acts.py" line="72"/>
        <source>이 글에는 열 수 있는 주소가 없습니다</source>
        <translation>This post has no address that can be opened</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="138"/>
        <source>{n}줄 더 보기</source>
        <translation>More lines: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="140"/>
        <source>이 건의 약속, 회의, 번개팅도 봅니다</source>
        <translation>Shows promises, meetings and meet-ups of this case too</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="146"/>
        <source>부서 미정</source>
        <translation>No department yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane_commands.py" line="38"/>
        <location filename="../../desktop/ui/detail/header.py" line="156"/>
        <source>별표</source>
        <translation>Star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="160"/>
        <source>묶인 글 {n}개</source>
        <translation>{n} grouped posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="191"/>
        <source>별표 떼기 (S)</source>
        <translation>Remove the star (S)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="191"/>
        <source>별표 달기 (S)</source>
        <translation>Add a star (S)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="195"/>
        <source>다시 열기 (E)</source>
        <translation>Reopen (E)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="197"/>
        <source>처리 완료로 바꾸기 (E)</source>
        <translation>Mark as done (E)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="198"/>
        <source>읽지 않은 글로 두기 (U)</source>
        <translation>Mark as unread (U)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="200"/>
        <source>미분류로 되돌리기 (0)</source>
        <translation>Back to Unsorted (0)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="202"/>
        <source>이 글을 묶음에서 떼어 내기</source>
        <translation>Take this post out of the group</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="204"/>
        <source>가린 정보 보기·다시 가리기 (Alt+U)</source>
        <translation>Show or hide personal data (Alt+U)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="206"/>
        <source>주소 복사 (C)</source>
        <translation>Copy the address (C)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="214"/>
        <source>채널에서 승인하기</source>
        <translation>Approve on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="215"/>
        <source>채널에서 승인 대기로 돌리기</source>
        <translation>Put back to waiting on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="216"/>
        <source>채널에서 거절하기</source>
        <translation>Reject on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="217"/>
        <source>채널에서 숨기기</source>
        <translation>Hide on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="218"/>
        <source>채널에서 다시 보이기</source>
        <translation>Show again on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="219"/>
        <source>채널의 휴지통으로 옮기기</source>
        <translation>Move to the channel&apos;s trash</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="220"/>
        <source>채널에서 공감하기</source>
        <translation>Like on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="221"/>
        <source>채널에서 이 답변 지우기</source>
        <translation>Delete this answer on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="233"/>
        <source>{act} (안 됨)</source>
        <translation>{act} (not possible)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="334"/>
        <location filename="../../desktop/ui/detail/lists.py" line="100"/>
        <source>시민 이력</source>
        <translation>Citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="101"/>
        <source>이 시민이 전에 쓴 글이 없습니다.</source>
        <translation>This citizen has written nothing before.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="151"/>
        <location filename="../../desktop/ui/detail/lists.py" line="126"/>
        <source>처리 기록</source>
        <translation>History</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="127"/>
        <location filename="../../desktop/ui/detail/lists.py" line="155"/>
        <source>아직 처리한 일이 없습니다. 분류하거나 답변하면 여기에 남습니다.</source>
        <translation>Nothing has been done yet. Sorting and answering are noted here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="336"/>
        <location filename="../../desktop/ui/detail/lists.py" line="173"/>
        <source>묶인 글</source>
        <translation>Grouped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="132"/>
        <source>기록에서 찾기</source>
        <translation>Find in the history</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="157"/>
        <source>찾는 말이 있는 기록이 없습니다.</source>
        <translation>No entry has these words.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="174"/>
        <source>이 건에는 글이 하나뿐입니다. 보드에서 여러 건을 골라 Ctrl+G로 묶습니다.</source>
        <translation>This case has only one post. Choose several on the board and group them with Ctrl+G.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="181"/>
        <source>떼어 낼 글을 고르세요.</source>
        <translation>Choose the posts to take out.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/lists.py" line="182"/>
        <source>고른 글 떼어 내기</source>
        <translation>Take the chosen posts out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="90"/>
        <source>글 자세히 보기</source>
        <translation>Post in detail</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="93"/>
        <location filename="../../desktop/ui/detail/pane.py" line="244"/>
        <source>글을 고르면 여기에서 볼 수 있습니다.</source>
        <translation>Choose a post to see it here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="119"/>
        <location filename="../../desktop/ui/detail/pane.py" line="208"/>
        <source>대화</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="149"/>
        <source>글에 딸린 것</source>
        <translation>About the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="154"/>
        <source>함께 일하는 사람만 보는 메모</source>
        <translation>Notes that only colleagues see</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane_commands.py" line="50"/>
        <source>부서 이관으로 옮기기</source>
        <translation>Move to Forward</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane_commands.py" line="51"/>
        <source>정책 아이디어로 옮기기</source>
        <translation>Move to Policy idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane_commands.py" line="52"/>
        <source>단순 의견으로 옮기기</source>
        <translation>Move to Opinion</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane_commands.py" line="53"/>
        <source>미분류로 되돌리기</source>
        <translation>Back to unsorted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane_commands.py" line="37"/>
        <source>글 주소 복사</source>
        <translation>Copy the post&apos;s address</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane_commands.py" line="41"/>
        <source>읽지 않은 글로 두기</source>
        <translation>Mark as unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane_commands.py" line="46"/>
        <location filename="../../desktop/ui/detail/words.py" line="29"/>
        <source>처리 완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane_commands.py" line="47"/>
        <source>내부 메모 쓰기</source>
        <translation>Write an internal note</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_commands.py" line="33"/>
        <source>답변 쓰기</source>
        <translation>Write an answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_commands.py" line="34"/>
        <source>1차 답변 쓰기</source>
        <translation>Write a first answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_commands.py" line="35"/>
        <source>서식으로 답변 쓰기</source>
        <translation>Answer with a template</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_commands.py" line="36"/>
        <source>서식 넣기</source>
        <translation>Insert a template</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_commands.py" line="37"/>
        <source>답변 보내기</source>
        <translation>Send the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_commands.py" line="40"/>
        <source>답변 보내고 다음 글</source>
        <translation>Send the answer and go on</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_commands.py" line="44"/>
        <source>보내는 계정 고르기</source>
        <translation>Choose the account to send from</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_commands.py" line="45"/>
        <source>답변 임시 저장</source>
        <translation>Save the answer as draft</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/answer_commands.py" line="46"/>
        <source>긴 답변 나누기·합치기</source>
        <translation>Split or join a long answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="268"/>
        <source>이 글을 찾을 수 없습니다.</source>
        <translation>This post cannot be found.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="269"/>
        <source>다른 글을 골라 주세요.</source>
        <translation>Please choose another post.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="335"/>
        <source>내부 메모</source>
        <translation>Notes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/post_acts.py" line="59"/>
        <source>이 주소는 브라우저에서 열 수 없습니다: {address}</source>
        <translation>This address cannot be opened in the browser: {address}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/post_acts.py" line="78"/>
        <source>글 주소를 복사했습니다</source>
        <translation>The post&apos;s address was copied</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/post_acts.py" line="147"/>
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
        <location filename="../../desktop/ui/detail/thread_html.py" line="196"/>
        <source>{time}에 지워진 것을 확인했습니다. 지우기 전의 글입니다.</source>
        <translation>Found deleted {time}. This is the text before that.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="202"/>
        <source>달린 곳: {title}</source>
        <translation>On: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="204"/>
        <source>(글 없이 올린 것입니다)</source>
        <translation>(posted without text)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/thread_html.py" line="207"/>
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
        <location filename="../../desktop/ui/shell/detail.py" line="72"/>
        <source>{screen} 화면으로 돌아가기</source>
        <translation>Back to {screen}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/header.py" line="158"/>
        <source>공유 {n}번</source>
        <translation>Shared {n} times</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/pane.py" line="94"/>
        <location filename="../../desktop/ui/detail/pane.py" line="245"/>
        <source>목록에서 글을 하나 골라 주세요.</source>
        <translation>Choose a post in the list.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/offers.py" line="38"/>
        <source>쓰던 답변이 있어 안내문을 넣지 않았습니다. 쓰던 글은 그대로 있습니다</source>
        <translation>There is an answer being written, so the notice was not put in. Your text is as it was</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <location filename="../../desktop/ui/channels/dialog.py" line="84"/>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DueActs</name>
    <message>
        <location filename="../../desktop/ui/deadlines/acts.py" line="36"/>
        <source>기한의 까닭 보기</source>
        <translation>Why it is due then</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/acts.py" line="37"/>
        <source>처리 종류 바꾸기</source>
        <translation>Take it as something else</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/acts.py" line="40"/>
        <source>보완 요청(정지)·다시 시작</source>
        <translation>Ask for a supplement (pause), or go on</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/acts.py" line="45"/>
        <source>기한 연장</source>
        <translation>Extend the due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/acts.py" line="48"/>
        <source>처리 상황 안내 쓰기</source>
        <translation>Write an interim notice</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/acts.py" line="101"/>
        <source>{count}건의 기한이 다시 갑니다</source>
        <translation>{count} due times run again</translation>
    </message>
</context>
<context>
    <name>DueDays</name>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="33"/>
        <source>휴일</source>
        <translation>Days off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="45"/>
        <source>휴일 공휴일 임시공휴일 대체공휴일 쉬는 날 근무하는 날</source>
        <translation>holidays public temporary substitute days off worked days</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="50"/>
        <source>토요일과 일요일은 늘 쉽니다. 우리 기관이 더하거나 바꾼 날이 먼저입니다.</source>
        <translation>Saturdays and Sundays are always off. Days that this office added or changed come first.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="55"/>
        <source>해</source>
        <translation>Year</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="58"/>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="119"/>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="153"/>
        <source>쉬는 날 더하기</source>
        <translation>Add a day off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="60"/>
        <source>근무하는 날로</source>
        <translation>Make it a working day</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="62"/>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="143"/>
        <source>처음으로 되돌리기</source>
        <translation>Back to what it was</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="70"/>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="161"/>
        <source>날짜</source>
        <translation>Date</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="71"/>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="166"/>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="72"/>
        <source>쉼·근무</source>
        <translation>Off or worked</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="73"/>
        <source>정한 곳</source>
        <translation>Set by</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="75"/>
        <source>그 해의 휴일</source>
        <translation>Days off of the year</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="120"/>
        <source>쉬는 날을 더했습니다: {day} {name}</source>
        <translation>A day off was added: {day} {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="132"/>
        <source>근무하는 날로 바꿨습니다: {day}</source>
        <translation>Made a working day: {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="134"/>
        <source>근무하는 날로 바꾸기</source>
        <translation>Make it a working day</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="141"/>
        <source>처음으로 되돌렸습니다: {day}</source>
        <translation>Back to what it was: {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="165"/>
        <source>임시공휴일</source>
        <translation>temporary day off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="167"/>
        <source>영어 이름 (없어도 됩니다)</source>
        <translation>English name (optional)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="169"/>
        <source>바뀌는 기한 보기</source>
        <translation>See what would move</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="176"/>
        <source>이름을 적어 주세요.</source>
        <translation>Please give a name.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="196"/>
        <source>쉼</source>
        <translation>off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="196"/>
        <source>근무</source>
        <translation>worked</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="197"/>
        <source>우리 기관</source>
        <translation>this office</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/days_page.py" line="197"/>
        <source>공휴일 자료</source>
        <translation>list of holidays</translation>
    </message>
</context>
<context>
    <name>DueDialog</name>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="66"/>
        <source>기한의 까닭</source>
        <translation>Why it is due then</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="72"/>
        <source>기한을 센 방법</source>
        <translation>How the due time was counted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="76"/>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="84"/>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="165"/>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="289"/>
        <source>이 건에는 기한이 없습니다. 먼저 분류해 주세요.</source>
        <translation>This case has no due time. Please sort it first.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="90"/>
        <source>처리 상황을 안내한 때: {moment}</source>
        <translation>Last told how it stands: {moment}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="92"/>
        <source>다음 처리 상황 안내: {moment}까지</source>
        <translation>Next interim notice: by {moment}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="94"/>
        <source>처리 상황 안내가 늦었습니다: {moment}까지였습니다</source>
        <translation>The interim notice is late: it was due {moment}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="103"/>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="136"/>
        <source>처리 종류 바꾸기</source>
        <translation>Take it as something else</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="107"/>
        <source>시작한 때와 멈춘 시간은 그대로 두고 기한을 다시 셉니다.</source>
        <translation>It is counted anew from the same beginning, with the pauses it had.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="109"/>
        <source>{count}건을 모두 바꿉니다. 보이는 기한은 첫 번째 건의 것입니다.</source>
        <translation>All {count} cases are changed. The due times shown are those of the first.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="120"/>
        <source>일</source>
        <translation> days</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="125"/>
        <source>현장민원의 처리 기간</source>
        <translation>Length for a nuisance on the spot</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="127"/>
        <source>제정 자료의 표를 구하지 못했습니다. 우리 기관의 표에 있는 기간을 적어 주세요.</source>
        <translation>The table of the regulation was not obtained. Please give the length from your office&apos;s table.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="177"/>
        <source>근거: {source}</source>
        <translation>Basis: {source}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="194"/>
        <source>{count}건을 {kind} 기한으로 바꿨습니다: {due}</source>
        <translation>{count} cases are now counted as “{kind}”: {due}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="195"/>
        <source>기한 미정</source>
        <translation>no due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="205"/>
        <source>보완 요청으로 기한 멈추기</source>
        <translation>Pause for a supplement</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="209"/>
        <source>보완을 기다리는 시간은 기한에 세지 않습니다. 보완이 오면 다시 시작해 주세요.</source>
        <translation>The time of waiting does not count. Please go on when the supplement has come.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="220"/>
        <source>예: 고장 난 곳의 주소를 여쭘</source>
        <translation>for example: asked for the address of the broken lamp</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="221"/>
        <source>시민에게 요청한 것</source>
        <translation>What the citizen was asked for</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="223"/>
        <source>기한 멈추기</source>
        <translation>Pause the due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="231"/>
        <source>무엇을 요청했는지 적어 주세요.</source>
        <translation>Please say what was asked for.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="239"/>
        <source>{count}건의 기한을 멈췄습니다. 보완이 오면 다시 시작해 주세요</source>
        <translation>{count} due times are paused. Please go on when the supplement has come</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="248"/>
        <source>기한 연장</source>
        <translation>Extend the due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="257"/>
        <source>새 기한</source>
        <translation>New due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="260"/>
        <source>늘릴 기간</source>
        <translation>Extend by</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="266"/>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="270"/>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="276"/>
        <source>연장 사유</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="267"/>
        <source>골라 주시거나 적어 주세요</source>
        <translation>Choose or write one</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="273"/>
        <source>사유가 되지 않는 것: {reasons}</source>
        <translation>No reasons: {reasons}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="280"/>
        <source>기한 연장하기</source>
        <translation>Extend the due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="317"/>
        <source>새 기한: {due}</source>
        <translation>New due time: {due}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/dialogs.py" line="332"/>
        <source>{count}건의 기한을 연장했습니다: {due}. 시민에게 알려 주세요</source>
        <translation>{count} due times were extended: {due}. Please tell the citizen</translation>
    </message>
</context>
<context>
    <name>DueHistory</name>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="23"/>
        <source>휴일이나 규칙이 바뀌어 기한이 옮겨짐</source>
        <translation>Due time moved by a changed rule or day off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="38"/>
        <source>부서의 접수 기한을 없앰</source>
        <translation>Time to receive removed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="40"/>
        <source>부서의 접수 기한이 끝남</source>
        <translation>Time to receive ended</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="41"/>
        <source>부서의 접수 기한을 정함 · {due}</source>
        <translation>Department to receive by {due}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="47"/>
        <source>기한을 없앰</source>
        <translation>No due time any more</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="50"/>
        <source>다른 건과 묶여 기한이 끝남</source>
        <translation>Due time ended: joined with another case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="51"/>
        <source>처리를 마쳐 기한이 끝남</source>
        <translation>Due time ended: done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="54"/>
        <source>보완을 기다려 기한을 멈춤: {reason}</source>
        <translation>Paused for a supplement: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="56"/>
        <source>기한을 연장함: {reason}</source>
        <translation>Due time extended: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="58"/>
        <source>보완을 받아 기한이 다시 감</source>
        <translation>The supplement came, the due time runs again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="60"/>
        <source>다시 열려 기한이 다시 감</source>
        <translation>Opened again, the due time runs again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="62"/>
        <source>처리 종류를 바꿈: {old} → {new}</source>
        <translation>Taken as something else: {old} → {new}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="65"/>
        <source>기한을 정함: {kind}</source>
        <translation>Due time set: {kind}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="76"/>
        <source>기한 없음</source>
        <translation>no due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="85"/>
        <source>기한 규칙을 더함: {name}</source>
        <translation>Deadline rule added: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="87"/>
        <source>기한 규칙을 없앰: {name}</source>
        <translation>Deadline rule taken away: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="89"/>
        <source>기한 규칙을 고침: {name}</source>
        <translation>Deadline rule changed: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="91"/>
        <source>기한 규칙을 처음 값으로 되돌림: {name}</source>
        <translation>Deadline rule put back: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="98"/>
        <source>근무 시간을 바꿈: {opens}~{closes}</source>
        <translation>Working hours changed: {opens} to {closes}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="103"/>
        <source>휴일을 처음으로 되돌림: {day}</source>
        <translation>Day off put back to what it was: {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="106"/>
        <source>쉬는 날을 더함: {day} {name}</source>
        <translation>Day off added: {day} {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/history.py" line="107"/>
        <source>근무하는 날로 바꿈: {day} {name}</source>
        <translation>Made a working day: {day} {name}</translation>
    </message>
</context>
<context>
    <name>DueKeeper</name>
    <message>
        <location filename="../../desktop/ui/deadlines/keeper.py" line="59"/>
        <source>기한을 다시 셉니다 {done}/{total}</source>
        <translation>Counting due times anew {done}/{total}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/keeper.py" line="64"/>
        <source>{count}건의 기한을 다시 셌습니다</source>
        <translation>{count} due times were counted anew</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/keeper.py" line="65"/>
        <source>바뀐 기한 보기</source>
        <translation>See what moved</translation>
    </message>
</context>
<context>
    <name>DueMoves</name>
    <message>
        <location filename="../../desktop/ui/deadlines/moves.py" line="54"/>
        <source>글</source>
        <translation>Post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/moves.py" line="55"/>
        <source>지금 기한</source>
        <translation>Due now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/moves.py" line="56"/>
        <location filename="../../desktop/ui/deadlines/moves.py" line="142"/>
        <source>바뀐 기한</source>
        <translation>Due then</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/moves.py" line="58"/>
        <source>바뀌는 기한</source>
        <translation>Due times that move</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/moves.py" line="82"/>
        <source>여기에는 처음 {count}건만 보입니다.</source>
        <translation>Only the first {count} are shown here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/moves.py" line="102"/>
        <source>바뀌는 기한을 살펴봅니다</source>
        <translation>Looking for what would move</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/moves.py" line="115"/>
        <source>열린 건 {count}건의 기한이 바뀝니다.</source>
        <translation>The due times of {count} open cases change.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/moves.py" line="116"/>
        <source>기한이 바뀌는 건은 없습니다.</source>
        <translation>No due time changes.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/moves.py" line="143"/>
        <source>{count}건의 기한을 다시 셌습니다.</source>
        <translation>{count} due times were counted anew.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/moves.py" line="146"/>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/moves.py" line="151"/>
        <source>없음</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>DueRules</name>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="28"/>
        <source>근무시간</source>
        <translation>working hours</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="29"/>
        <source>일 (5일까지는 시간으로)</source>
        <translation>days (up to five in hours)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="30"/>
        <source>근무일</source>
        <translation>working days</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="31"/>
        <source>일 (휴일도 셈)</source>
        <translation>days (days off count)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="32"/>
        <source>개월</source>
        <translation>months</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="33"/>
        <source>분기 말까지</source>
        <translation>by the end of the quarter</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="34"/>
        <source>기간 없음</source>
        <translation>no length</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="111"/>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="183"/>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="46"/>
        <source>규칙 더하기</source>
        <translation>Add a rule</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="107"/>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="178"/>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="46"/>
        <source>규칙 고치기</source>
        <translation>Change the rule</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="54"/>
        <source>미정</source>
        <translation>not set</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="56"/>
        <source>쓰지 않음</source>
        <translation>not used</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="58"/>
        <source>받은 날도 셉니다</source>
        <translation>The day of receipt counts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="59"/>
        <source>마지막 날이 휴일이면 다음 근무일까지</source>
        <translation>A last day that is off moves on to the next working day</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="64"/>
        <source>바뀌는 기한 보기</source>
        <translation>See what would move</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="74"/>
        <source>이름 (한국어)</source>
        <translation>Name (Korean)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="75"/>
        <source>이름 (영어)</source>
        <translation>Name (English)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="86"/>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="78"/>
        <source>기간</source>
        <translation>Length</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="55"/>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="79"/>
        <source>단위</source>
        <translation>Unit</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="82"/>
        <source>근거 조항</source>
        <translation>Paragraph</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="90"/>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="83"/>
        <source>출처</source>
        <translation>Source</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="86"/>
        <source>규칙 이름표 (영문)</source>
        <translation>Code of the rule</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="85"/>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="57"/>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="87"/>
        <source>처리 종류</source>
        <translation>Taken as</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="97"/>
        <source>고친 규칙은 “사무실이 정함”으로 남습니다. 처음 값으로 되돌릴 수 있습니다.</source>
        <translation>A changed rule is marked “set by the office” and can be put back.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rule_dialog.py" line="152"/>
        <source>바꾼 값이 없습니다.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="33"/>
        <source>기한</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="196"/>
        <source>근무 시간</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="197"/>
        <source>5일 이하의 기한은 이 시간으로 셉니다. 점심시간은 세지 않습니다.</source>
        <translation>Lengths up to five days are counted in these hours. Lunch does not count.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="72"/>
        <source>기한 규칙 처리 기간 근거 출처</source>
        <translation>deadline rules lengths basis source</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="78"/>
        <source>기한을 세는 규칙입니다. 고치면 열린 건의 기한을 다시 세고, 무엇이 바뀌는지 먼저 보여 줍니다.</source>
        <translation>The rules that due times are counted by. Before a change you see what would move.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="84"/>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="87"/>
        <source>첫날</source>
        <translation>First day</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="89"/>
        <source>근거</source>
        <translation>Basis</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="88"/>
        <source>확실한 정도</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="92"/>
        <source>기한 규칙</source>
        <translation>Deadline rules</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="109"/>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="148"/>
        <source>처음 값으로</source>
        <translation>Put back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="148"/>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="170"/>
        <source>규칙 없애기</source>
        <translation>Take the rule away</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="169"/>
        <source>규칙을 없앴습니다: {name}</source>
        <translation>The rule was taken away: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="172"/>
        <source>규칙을 처음 값으로 되돌렸습니다: {name}</source>
        <translation>The rule was put back: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="173"/>
        <source>처음 값으로 되돌리기</source>
        <translation>Put the rule back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="177"/>
        <source>규칙을 고쳤습니다: {name}</source>
        <translation>The rule was changed: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="182"/>
        <source>규칙을 더했습니다: {name}</source>
        <translation>The rule was added: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="207"/>
        <source>시작</source>
        <translation>From</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="208"/>
        <source>끝</source>
        <translation>To</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="209"/>
        <source>점심 시작</source>
        <translation>Lunch from</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="210"/>
        <source>점심 끝</source>
        <translation>Lunch to</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="223"/>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="260"/>
        <source>근무 시간 바꾸기</source>
        <translation>Change the working hours</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="253"/>
        <source>시각의 순서를 확인해 주세요</source>
        <translation>Please check the order of the times</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="261"/>
        <source>근무 시간을 바꿨습니다</source>
        <translation>The working hours were changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="273"/>
        <source>출처에서 확인함</source>
        <translation>checked in its source</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="275"/>
        <source>셈</source>
        <translation>counts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/rules_page.py" line="275"/>
        <source>안 셈</source>
        <translation>does not count</translation>
    </message>
</context>
<context>
    <name>DueStrip</name>
    <message>
        <location filename="../../desktop/ui/deadlines/strip.py" line="40"/>
        <source>기한</source>
        <translation>Due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/strip.py" line="66"/>
        <source>왜?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/strip.py" line="67"/>
        <source>왜? 기한의 까닭 보기</source>
        <translation>Why? See why it is due then</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/strip.py" line="70"/>
        <location filename="../../desktop/ui/deadlines/strip.py" line="131"/>
        <source>기한 바꾸기</source>
        <translation>Change due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/strip.py" line="83"/>
        <source>안내 쓰기</source>
        <translation>Write the notice</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/strip.py" line="149"/>
        <source>30일마다 하는 처리 상황 안내: {moment}까지</source>
        <translation>Interim notice, every 30 days: by {moment}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/deadlines/strip.py" line="151"/>
        <source>처리 상황 안내가 늦었습니다: {moment}까지였습니다</source>
        <translation>The interim notice is late: it was due {moment}</translation>
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
        <location filename="../../desktop/ui/channels/edit.py" line="64"/>
        <source>저장하기</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="73"/>
        <source>채널 이름을 적어 주세요.</source>
        <translation>Please write the channel&apos;s name.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="80"/>
        <source>http 또는 https 주소를 적어 주세요.</source>
        <translation>Please write an http or https address.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="85"/>
        <source>빈 칸이 있습니다. 모두 적어 주세요.</source>
        <translation>Some fields are empty. Please fill in all of them.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/channels/edit.py" line="115"/>
        <source>채널 설정을 저장했습니다</source>
        <translation>The channel&apos;s settings were saved</translation>
    </message>
</context>
<context>
    <name>EditIdea</name>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="64"/>
        <source>아이디어 고치기</source>
        <translation>Edit idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="65"/>
        <source>저장하기</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="69"/>
        <source>비워 두면 글의 첫 문장이 제목이 됩니다.</source>
        <translation>Left empty, the first sentence of the post is the title.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="70"/>
        <source>제목</source>
        <translation>Title</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="74"/>
        <source>묶인 글과 공유는 따로 더해집니다. 서명, 전화처럼 직접 센 수만 적습니다.</source>
        <translation>Grouped posts and shares are added by themselves. Count only signatures, calls and the like.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="77"/>
        <source>직접 센 공감</source>
        <translation>Supporters counted by hand</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="78"/>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="80"/>
        <source>검토 의견</source>
        <translation>Review</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="79"/>
        <source>비용과 효과에 대한 부서의 생각입니다. 발표 화면에는 나오지 않습니다.</source>
        <translation>What the department thinks of cost and effect. Not shown on the projector.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="99"/>
        <source>아이디어를 고쳤습니다</source>
        <translation>Idea changed</translation>
    </message>
</context>
<context>
    <name>EndMeeting</name>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="218"/>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="227"/>
        <source>회의 마치기</source>
        <translation>End the meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="219"/>
        <source>결정하지 않은 안건 {n}건은 안건 후보로 돌아갑니다.</source>
        <translation>{n} undecided items go back to the pool.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="224"/>
        <source>그 밖에 {n}건</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="226"/>
        <source>계속 심의하기</source>
        <translation>Go on deciding</translation>
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
        <location filename="../../desktop/ui/lists/filter_bar.py" line="49"/>
        <source>글 찾기 (Ctrl+F)</source>
        <translation>Find posts (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="58"/>
        <source>조건</source>
        <translation>Condition</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="60"/>
        <source>보기로 저장</source>
        <translation>Save as view</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="62"/>
        <source>보기</source>
        <translation>Views</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="116"/>
        <source>누르면 이 조건을 뺍니다</source>
        <translation>Press to remove this condition</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="58"/>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="149"/>
        <source>안 읽음</source>
        <translation>Unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="61"/>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="155"/>
        <source>별표</source>
        <translation>Star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="64"/>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="161"/>
        <source>삭제된 글</source>
        <translation>Deleted post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="67"/>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="166"/>
        <source>우리 글도</source>
        <translation>With our posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="168"/>
        <source>기간</source>
        <translation>Period</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="172"/>
        <source>분류</source>
        <translation>Track</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="181"/>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="184"/>
        <source>기한</source>
        <translation>Due</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="187"/>
        <source>매체</source>
        <translation>Network</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="192"/>
        <source>채널</source>
        <translation>Channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="203"/>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="227"/>
        <source>모든 글</source>
        <translation>All posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="34"/>
        <source>채널: {name}</source>
        <translation>Channel: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="37"/>
        <source>매체: {name}</source>
        <translation>Network: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="46"/>
        <source>부서: {name}</source>
        <translation>Department: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="53"/>
        <source>기한: {due}</source>
        <translation>Due: {due}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="56"/>
        <source>한 시민의 글</source>
        <translation>Posts of one citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="58"/>
        <source>읽음</source>
        <translation>Read</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="61"/>
        <source>별표 없음</source>
        <translation>Without star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="64"/>
        <source>삭제되지 않은 글</source>
        <translation>Not deleted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="69"/>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="76"/>
        <source>처리 전</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="77"/>
        <source>답변함</source>
        <translation>Answered</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="78"/>
        <source>처리 완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="88"/>
        <source>{date}부터</source>
        <translation>Since {date}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="89"/>
        <source>{date}까지</source>
        <translation>Until {date}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="104"/>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="106"/>
        <source>밤사이 (22시~9시)</source>
        <translation>Overnight (22:00–09:00)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="109"/>
        <source>어제부터</source>
        <translation>Since yesterday</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="110"/>
        <source>지난 7일</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="111"/>
        <source>지난 30일</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="112"/>
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
        <location filename="../../desktop/ui/firstrun/page.py" line="65"/>
        <source>이전</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/page.py" line="68"/>
        <source>건너뛰기</source>
        <translation>Skip</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/page.py" line="93"/>
        <source>처음 안내 {number}/{total}</source>
        <translation>First steps {number}/{total}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/page.py" line="99"/>
        <source>시작하기</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/page.py" line="99"/>
        <source>다음으로</source>
        <translation>Next</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="52"/>
        <source>언어와 글자 크기를 골라 주세요</source>
        <translation>Choose a language and a text size</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="53"/>
        <source>고르는 대로 바로 바뀝니다. 설정에서 언제든 바꿀 수 있습니다.</source>
        <translation>Changes apply at once. You can change them any time in the settings.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="65"/>
        <source>시장님, 강남역 10번 출구 앞 가로등이 며칠째 꺼져 있어 밤길이 무섭습니다.</source>
        <translation>Mayor, the street lamps at Gangnam Station exit 10 have been out for days and the way home is scary.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="69"/>
        <source>글은 이렇게 보입니다</source>
        <translation>Posts look like this</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="77"/>
        <source>누가 쓰는 자리인가요</source>
        <translation>Who works here?</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="78"/>
        <source>이름은 처리 기록과 내부 메모에 남습니다. 시민에게는 보이지 않습니다.</source>
        <translation>The name appears in the history and in notes. Citizens do not see it.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="94"/>
        <source>자료는 이 PC에 저장합니다</source>
        <translation>Your data is stored on this PC</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="95"/>
        <source>받은 글과 처리 기록은 아래 파일에, 비밀번호는 운영체제 보관함에만 저장합니다.</source>
        <translation>Posts and history are stored in the file below, passwords only in the system&apos;s keyring.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="100"/>
        <source>아직 확인하지 않았습니다</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="101"/>
        <source>보관함 확인하기</source>
        <translation>Check the keyring</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="109"/>
        <source>보관함이 없어도 글을 모으고 분류할 수 있습니다. 답변에는 필요합니다.</source>
        <translation>Without a keyring you can collect and sort posts. Answering needs it.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="112"/>
        <source>비밀번호 보관함</source>
        <translation>Keyring</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="118"/>
        <source>확인하고 있습니다</source>
        <translation>Checking</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="131"/>
        <source>보관함을 쓸 수 있습니다</source>
        <translation>The keyring can be used</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="132"/>
        <source>보관함이 잠겨 있습니다</source>
        <translation>The keyring is locked</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="134"/>
        <source>보관함을 찾을 수 없습니다</source>
        <translation>No keyring was found</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="141"/>
        <source>첫 채널을 연결해 주세요</source>
        <translation>Connect the first channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="142"/>
        <source>채널이 없어도 예시 데이터로 먼저 둘러볼 수 있습니다.</source>
        <translation>Without a channel you can look around with sample data first.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="145"/>
        <source>채널 추가하기</source>
        <translation>Add the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="146"/>
        <source>홈페이지, X, 페이스북 등 매체를 고르고 주소를 넣습니다.</source>
        <translation>Choose a network (homepage, X, Facebook, ...) and enter the address.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="151"/>
        <source>목록에서 가져오기</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="152"/>
        <source>OPML이나 CSV 파일에 적힌 채널을 한 번에 등록합니다.</source>
        <translation>Adds all channels of an OPML or CSV file at once.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="157"/>
        <source>예시 데이터로 둘러보기</source>
        <translation>Look around with sample data</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="158"/>
        <source>지어낸 글 약 300건입니다. 계정이 필요 없고 아무것도 보내지 않습니다.</source>
        <translation>About 300 made-up posts. No account is needed and nothing is sent.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="194"/>
        <source>손에 익히면 빠른 단축키입니다</source>
        <translation>Keys that make you fast</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="195"/>
        <source>모든 동작은 마우스로도 됩니다. F1을 누르면 그 화면의 단축키가 모두 보입니다.</source>
        <translation>Everything also works with the mouse. F1 shows all keys of a screen.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/begin.py" line="72"/>
        <source>처음 안내</source>
        <translation>First steps</translation>
    </message>
</context>
<context>
    <name>ForwardDialog</name>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="63"/>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="106"/>
        <source>부서로 이관하기</source>
        <translation>Forward</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="71"/>
        <source>{count}건을 함께 이관합니다.</source>
        <translation>{count} cases are forwarded together.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="79"/>
        <source>주무 부서</source>
        <translation>Lead department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="86"/>
        <source>협조 부서 더하기</source>
        <translation>Add a supporting department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="88"/>
        <source>협조 부서</source>
        <translation>Supporting departments</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="91"/>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="94"/>
        <source>부서에 남기는 말</source>
        <translation>Note to the departments</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="93"/>
        <source>부서만 봅니다. 시민에게는 보내지 않습니다.</source>
        <translation>Only departments see it. It is never sent to the citizen.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="96"/>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="102"/>
        <source>처리 종류와 기한</source>
        <translation>Taken as, and due</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="116"/>
        <source>주무 부서 고르기</source>
        <translation>Choose the lead department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="141"/>
        <source>부서를 골라 주세요</source>
        <translation>Choose a department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="143"/>
        <source>주무 부서: {name}</source>
        <translation>Lead department: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="154"/>
        <source>{name} · 메일로 보냄</source>
        <translation>{name} · by mail</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="166"/>
        <source>{name} (이미 협조 중)</source>
        <translation>{name} (supports already)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="170"/>
        <source>{name} 빼기</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="185"/>
        <source>부재 중이라 대직 {name}에 보냅니다.</source>
        <translation>It is absent, so its deputy {name} gets the case.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="189"/>
        <source>부재 중이고 대직이 없습니다. 다른 부서를 골라 주세요.</source>
        <translation>It is absent without a deputy. Please choose another one.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/send_dialog.py" line="192"/>
        <source>이 부서에는 메일로 보냅니다.</source>
        <translation>This department gets it by mail.</translation>
    </message>
</context>
<context>
    <name>ForwardHistory</name>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="34"/>
        <source>{name}의 {stage}을 고쳐서 받아들임</source>
        <translation>{stage} of {name} accepted with changes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="45"/>
        <source>{name}에 이관</source>
        <translation>Forwarded to {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="46"/>
        <source>{name}에 협조 요청</source>
        <translation>{name} asked to support</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="47"/>
        <source>{name}에서 읽음</source>
        <translation>Seen by {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="48"/>
        <source>{name}에서 접수</source>
        <translation>Received by {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="49"/>
        <source>{name}에서 처리 시작</source>
        <translation>Work begun at {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="50"/>
        <source>{name}에서 반려</source>
        <translation>Returned by {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="51"/>
        <source>{name} 이관을 회수</source>
        <translation>Withdrawn from {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="52"/>
        <source>{name}에서 {stage}을 냄</source>
        <translation>{stage} handed in by {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="53"/>
        <source>{name}에서 {stage}을 새로 쓰려고 거둠</source>
        <translation>{stage} of {name} replaced</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="54"/>
        <source>{name}의 {stage}을 받아들임</source>
        <translation>{stage} of {name} accepted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="55"/>
        <source>{name}의 {stage}을 보내지 않기로 함</source>
        <translation>{stage} of {name} not sent after all</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="56"/>
        <source>{name}의 {stage}을 돌려보냄</source>
        <translation>{stage} of {name} sent back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="57"/>
        <source>시민에게 답변하여 {name} 처리를 마침</source>
        <translation>The citizen was answered, so {name} is done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="65"/>
        <source>소관 결정을 거둠: {name}</source>
        <translation>Ruling retired: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/history.py" line="68"/>
        <source>소관을 {name} 정함</source>
        <translation>Owner named: {name}</translation>
    </message>
</context>
<context>
    <name>Forwarding</name>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="19"/>
        <location filename="../../desktop/ui/forwarding/strip.py" line="147"/>
        <source>읽음</source>
        <translation>Seen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="21"/>
        <location filename="../../desktop/ui/forwarding/words.py" line="37"/>
        <location filename="../../desktop/ui/forwarding/strip.py" line="147"/>
        <source>읽지 않음</source>
        <translation>Not seen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="22"/>
        <source>접수</source>
        <translation>Received</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="23"/>
        <location filename="../../desktop/ui/forwarding/words.py" line="45"/>
        <source>처리 중</source>
        <translation>In progress</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="24"/>
        <source>답변 도착</source>
        <translation>Answer arrived</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="25"/>
        <location filename="../../desktop/ui/forwarding/words.py" line="51"/>
        <source>반려됨</source>
        <translation>Returned</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="31"/>
        <source>{n}번째 이관</source>
        <translation>Hop {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="39"/>
        <source>읽음 {when}</source>
        <translation>Seen {when}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="40"/>
        <source>보냄</source>
        <translation>Sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="43"/>
        <source>접수함</source>
        <translation>Received</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="50"/>
        <source>답변 끝</source>
        <translation>Answered</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="52"/>
        <source>회수함</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="58"/>
        <source>1차 답변</source>
        <translation>First answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="58"/>
        <source>최종 답변</source>
        <translation>Final answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="66"/>
        <source>{name} ({absent} 대직)</source>
        <translation>{name} (deputy of {absent})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="69"/>
        <source>협조 {name}</source>
        <translation>Supporting: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="76"/>
        <source>{count}건을 {name} 이관했습니다</source>
        <translation>Forwarded to {name} ({count})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/words.py" line="80"/>
        <source>부재 중이라 대직 {deputy}에 보냈습니다</source>
        <translation>it is absent, so {deputy} got it as its deputy</translation>
    </message>
</context>
<context>
    <name>ForwardingStrip</name>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="78"/>
        <source>부서 이관</source>
        <translation>Forwarding</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="163"/>
        <source>사유: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="166"/>
        <source>남긴 말: {note}</source>
        <translation>Note: {note}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="172"/>
        <location filename="../../desktop/ui/forwarding/strip.py" line="262"/>
        <source>회수하기</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="173"/>
        <source>{name} 회수하기</source>
        <translation>Withdraw: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="180"/>
        <source>{n}개 부서 더 보기</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="193"/>
        <source>{stage} 보기</source>
        <translation>Look at: {stage}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="195"/>
        <source>의견 보기</source>
        <translation>Read</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="208"/>
        <source>지금 맡은 주무 부서가 없습니다.</source>
        <translation>No lead department has it now.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="210"/>
        <source>이전 이관 {n}건은 처리 기록에 있습니다.</source>
        <translation>Earlier forwardings ({n}) are in the history.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="214"/>
        <source>다시 이관하기</source>
        <translation>Forward again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="237"/>
        <source>부서 답변 보기</source>
        <translation>Look at the department&apos;s answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="239"/>
        <location filename="../../desktop/ui/forwarding/strip.py" line="258"/>
        <source>부서 이관 회수하기</source>
        <translation>Withdraw a forwarding</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="259"/>
        <source>{name}에서 처리하고 있습니다. 회수하는 까닭을 적어 주세요.</source>
        <translation>{name} is working on it. Please write why it is withdrawn.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/strip.py" line="270"/>
        <source>이관을 회수했습니다: {name}</source>
        <translation>Withdrawn from {name}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="25"/>
        <source>프로그램</source>
        <translation>Program</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="38"/>
        <source>되돌림: {what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="55"/>
        <source>상태를 {old}에서 {new} 바꿈</source>
        <translation>Status from {old} to {new}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="58"/>
        <source>별표를 닮</source>
        <translation>Added a star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="58"/>
        <source>별표를 뗌</source>
        <translation>Removed the star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="61"/>
        <source>1차 답변</source>
        <translation>First answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="62"/>
        <source>최종 답변</source>
        <translation>Final answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="65"/>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="84"/>
        <source>순서를 바꿈</source>
        <translation>Changed the order</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="85"/>
        <source>다른 글과 한 건으로 묶음</source>
        <translation>Grouped with other posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="86"/>
        <source>묶은 글을 떼어 냄</source>
        <translation>Took posts out of the group</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="40"/>
        <source>{what} (되돌려짐)</source>
        <translation>{what} (taken back)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="63"/>
        <source>처리 상황 안내</source>
        <translation>Interim notice</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="68"/>
        <source>{what} 채널에 올라감</source>
        <translation>{what} appeared on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="87"/>
        <source>내부 메모를 남김</source>
        <translation>Left an internal note</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="88"/>
        <source>담당자를 정함</source>
        <translation>Set who looks after it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="89"/>
        <source>채널에서 글을 승인함</source>
        <translation>Approved the post on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="90"/>
        <source>채널에서 글을 숨김</source>
        <translation>Hid the post on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="91"/>
        <source>채널에서 글을 다시 보임</source>
        <translation>Shown again on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="92"/>
        <source>채널에서 글을 승인 대기로 돌림</source>
        <translation>Put back to waiting on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="93"/>
        <source>채널에서 글을 거절함</source>
        <translation>Rejected on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="94"/>
        <source>채널에서 공감을 남김</source>
        <translation>Liked on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="95"/>
        <source>채널에서 답변을 지움</source>
        <translation>Answer deleted on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="96"/>
        <source>채널에서 답변을 고침</source>
        <translation>Answer changed on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="97"/>
        <source>채널의 휴지통으로 옮김</source>
        <translation>Moved it to the channel&apos;s trash</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="105"/>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="112"/>
        <source>담당 부서를 비움</source>
        <translation>Department removed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/history.py" line="113"/>
        <source>담당 부서: {name}</source>
        <translation>Department: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="30"/>
        <source>연결한 계정이 쓴 글 {count}건을 우리 글로 표시함: {name}</source>
        <translation>{count} posts by a connected account marked as ours: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="39"/>
        <source>기록 {count}줄을 가리지 않고 내보냄: {file}</source>
        <translation>Exported {count} lines of the log unmasked: {file}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="41"/>
        <source>기록 {count}줄을 내보냄: {file}</source>
        <translation>Exported {count} lines of the log: {file}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="52"/>
        <source>구성원 {name} 추가 ({role})</source>
        <translation>Added member {name} ({role})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="54"/>
        <source>구성원 {name} 뺌 ({role})</source>
        <translation>Removed member {name} ({role})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="60"/>
        <source>부서 없음</source>
        <translation>No department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="62"/>
        <source>다시 일함</source>
        <translation>Back at work</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="62"/>
        <source>쉼</source>
        <translation>At rest</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="65"/>
        <source>명의를 바꿈</source>
        <translation>Changed voices</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="67"/>
        <source>이름을 바꿈</source>
        <translation>Changed name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="68"/>
        <source>구성원 {name} 고침: {changed}</source>
        <translation>Changed member {name}: {changed}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="75"/>
        <source>채널을 뺌: {name}</source>
        <translation>Removed channel: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="77"/>
        <source>채널을 추가함: {name}</source>
        <translation>Added channel: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="79"/>
        <source>채널을 켬: {name}</source>
        <translation>Switched on channel: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="80"/>
        <source>채널을 끔: {name}</source>
        <translation>Switched off channel: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="82"/>
        <source>채널 설정을 고침: {name}</source>
        <translation>Changed channel: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="89"/>
        <source>계정 명의: {old} → {new}</source>
        <translation>Voice of the account: {old} → {new}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="92"/>
        <source>계정에서 로그아웃함: {name}</source>
        <translation>Signed out of account: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="94"/>
        <source>계정에 로그인함: {name}</source>
        <translation>Signed in to account: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="95"/>
        <source>계정에 다시 로그인함</source>
        <translation>Signed in to an account again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="101"/>
        <source>파일에서 부서 {count}개를 고침: {file}</source>
        <translation>Changed {count} departments from a file: {file}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="103"/>
        <source>부서 {count}개를 고침</source>
        <translation>Changed {count} departments</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="109"/>
        <source>가린 정보를 봄: {kinds}</source>
        <translation>Looked at hidden data: {kinds}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="111"/>
        <source>글 목록</source>
        <translation>List of posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="112"/>
        <source>처리 기록</source>
        <translation>The log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="113"/>
        <source>전달 문서</source>
        <translation>Hand-over sheet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/house_words.py" line="115"/>
        <source>가리지 않고 꺼냄: {what}</source>
        <translation>Taken out unmasked: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="21"/>
        <source>{name} 님이 쓰던 답변을 이어받음</source>
        <translation>took over the answer that {name} was writing</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="25"/>
        <source>승인이 필요한 명의를 정함: {rules}</source>
        <translation>set which voices need approval: {rules}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="26"/>
        <source>없음</source>
        <translation>none</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="33"/>
        <source>{voice} 명의 답변의 승인을 요청함</source>
        <translation>asked for approval of an answer as {voice}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="34"/>
        <source>{voice} 명의 답변을 승인해 보냄</source>
        <translation>approved and sent an answer as {voice}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="35"/>
        <source>{voice} 명의 답변을 고치도록 돌려보냄: {comment}</source>
        <translation>sent an answer as {voice} back: {comment}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="36"/>
        <source>대화가 바뀌어 {voice} 명의 답변의 승인이 멈춤</source>
        <translation>the thread changed; approval of an answer as {voice} stopped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="37"/>
        <source>{voice} 명의 답변의 앞선 승인 요청을 새 글로 바꿈</source>
        <translation>replaced an earlier request for an answer as {voice}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="38"/>
        <source>{voice} 명의 답변의 승인 요청을 거둠</source>
        <translation>withdrew a request for an answer as {voice}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="42"/>
        <source>약속을 적음: {text}</source>
        <translation>wrote a promise down: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="43"/>
        <source>약속을 고침: {text}</source>
        <translation>changed a promise: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="44"/>
        <source>약속을 지킴: {text}</source>
        <translation>kept a promise: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="45"/>
        <source>약속을 못 지킴: {text} ({note})</source>
        <translation>dropped a promise: {text} ({note})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="46"/>
        <source>약속을 다시 엶: {text}</source>
        <translation>reopened a promise: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/spoken_words.py" line="59"/>
        <source>부서가 쓰는 공식 명의</source>
        <translation>official voice used by departments</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="29"/>
        <source>공감을 보냄</source>
        <translation>Liked</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="29"/>
        <source>짧은 감사를 보냄</source>
        <translation>Short thanks sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="34"/>
        <source>「{theme}」 번개팅을 끝냄</source>
        <translation>Meet-up “{theme}” ended</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="35"/>
        <source>「{theme}」 번개팅을 취소함</source>
        <translation>Meet-up “{theme}” cancelled</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="36"/>
        <source>「{theme}」 번개팅을 다시 엶</source>
        <translation>Meet-up “{theme}” opened again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="41"/>
        <source>「{theme}」 번개팅에서 글을 뺌</source>
        <translation>Post taken out of the meet-up “{theme}”</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="42"/>
        <source>「{theme}」 번개팅에 글을 넣음</source>
        <translation>Post put into the meet-up “{theme}”</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="45"/>
        <source>「{theme}」 번개팅에 직접 초대함</source>
        <translation>Invited to the meet-up “{theme}” in person</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="46"/>
        <source>「{theme}」 번개팅 초대를 보냄</source>
        <translation>Invitation to the meet-up “{theme}” sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="48"/>
        <source>「{theme}」 번개팅의 결과를 답변으로 보냄</source>
        <translation>What came of the meet-up “{theme}” sent as an answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="50"/>
        <source>「{theme}」 번개팅의 추첨 씨앗을 공개함: {seed}</source>
        <translation>Seed of the draw for “{theme}” published: {seed}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="54"/>
        <source>「{theme}」 번개팅을 추첨함</source>
        <translation>Seats of the meet-up “{theme}” drawn</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="57"/>
        <source>{name} 님의 답글을 명단에 옮김</source>
        <translation>Reply of {name} taken into the list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="58"/>
        <source>{name} 님의 답글을 신청과 상관없는 글로 둠</source>
        <translation>Reply of {name} left as not about signing up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="60"/>
        <source>「{theme}」 번개팅을 만듦</source>
        <translation>Meet-up “{theme}” made</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="61"/>
        <source>「{theme}」 번개팅에서 나온 이야기를 적음</source>
        <translation>What was said at the meet-up “{theme}” written down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="62"/>
        <source>「{theme}」 번개팅을 고침</source>
        <translation>Meet-up “{theme}” changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="67"/>
        <source>{name} 님이 번개팅을 신청함</source>
        <translation>{name} signed up for the meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="68"/>
        <source>{name} 님이 번개팅에 못 온다고 함</source>
        <translation>{name} cannot come to the meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="69"/>
        <source>{name} 님이 번개팅에 왔음</source>
        <translation>{name} came to the meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="70"/>
        <source>{name} 님이 번개팅에 오지 않음</source>
        <translation>{name} did not come to the meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="71"/>
        <source>{name} 님의 참석 여부를 비움</source>
        <translation>Whether {name} came was cleared</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="72"/>
        <source>{name} 님에게 추첨 결과를 알림</source>
        <translation>{name} was told how the draw came out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="73"/>
        <source>{name} 님이 번개팅에서 한 말을 적음</source>
        <translation>What {name} said at the meet-up was noted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="74"/>
        <source>{name} 님을 번개팅 명단에서 뺌</source>
        <translation>{name} taken off the list of the meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="75"/>
        <source>{name} 님을 번개팅 명단에 넣음</source>
        <translation>{name} put on the list of the meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="76"/>
        <source>{name} 님의 번개팅 정보를 고침</source>
        <translation>Details of {name} for the meet-up changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="81"/>
        <source>서식을 더함: {name}</source>
        <translation>Template added: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="82"/>
        <source>서식을 지움: {name}</source>
        <translation>Template removed: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="83"/>
        <source>서식의 순서를 바꿈</source>
        <translation>Order of the templates changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/meetup_words.py" line="84"/>
        <source>서식을 고침: {name}</source>
        <translation>Template changed: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="32"/>
        <source>추진 상황: {what}</source>
        <translation>Progress: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="34"/>
        <source>재심사 요청을 받음</source>
        <translation>Took a request to reconsider</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="36"/>
        <source>제안자에게 결정을 알림</source>
        <translation>Told the proposer of the decision</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="38"/>
        <source>먼저 낸 글의 날짜로 제안일을 바꿈</source>
        <translation>Took the date of the post that was filed first</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="41"/>
        <source>글의 첫 문장</source>
        <translation>first sentence of the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="42"/>
        <source>아이디어 제목: {title}</source>
        <translation>Title of the idea: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="45"/>
        <source>직접 센 공감 {n}</source>
        <translation>Supporters counted by hand: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="47"/>
        <source>검토 의견을 적음</source>
        <translation>Wrote a review</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="48"/>
        <source>아이디어를 고침</source>
        <translation>Changed the idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="56"/>
        <location filename="../../desktop/ui/meetings/history.py" line="82"/>
        <source>{day}까지</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="59"/>
        <source>그대로</source>
        <translation>as it was</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="65"/>
        <source>회의 안건에 올림</source>
        <translation>Put on the agenda of a meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="68"/>
        <source>회의가 심의하지 못하고 끝남 → {state}</source>
        <translation>The meeting ended before it came to this → {state}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="69"/>
        <source>회의 안건에서 뺌</source>
        <translation>Taken off the agenda</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="75"/>
        <source>회의에서 {decided}</source>
        <translation>Decided by the meeting: {decided}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="77"/>
        <source>사유: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="87"/>
        <source>제{n}차 제안 회의</source>
        <translation>Meeting no. {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="89"/>
        <source>잡음</source>
        <translation>planned</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="90"/>
        <source>고침</source>
        <translation>changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="91"/>
        <source>시작함</source>
        <translation>began</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="92"/>
        <source>마침</source>
        <translation>ended</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="93"/>
        <source>지움</source>
        <translation>removed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="94"/>
        <source>안건 순서를 바꿈</source>
        <translation>agenda put in another order</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/history.py" line="98"/>
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="94"/>
        <source>부서 메일 설정을 고침</source>
        <translation>Settings of department mail changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="95"/>
        <source>부서 메일 설정을 고침 · 기한 {hours}시간 전 안내</source>
        <translation>Settings of department mail changed · reminder {hours} hours before due</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="98"/>
        <source>믿지 않은 회신을 처리함: {done} · {sender}</source>
        <translation>Refused reply dealt with: {done} · {sender}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="105"/>
        <source>부서 메일을 보냄: {department} ({what})</source>
        <translation>Letter sent: {department} ({what})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="106"/>
        <source>부서 메일을 보내지 못함: {department} ({what})</source>
        <translation>Letter not sent: {department} ({what})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="107"/>
        <source>부서 메일을 다시 보내기로 함: {department} ({what})</source>
        <translation>Letter to be sent again: {department} ({what})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="108"/>
        <source>부서 메일을 보내지 않기로 함: {department} ({what})</source>
        <translation>Letter given up: {department} ({what})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/department_mail/words.py" line="109"/>
        <source>부서 메일: {department} ({what})</source>
        <translation>Letter: {department} ({what})</translation>
    </message>
</context>
<context>
    <name>IdeaStrip</name>
    <message>
        <location filename="../../desktop/ui/meetings/strip.py" line="32"/>
        <source>정책 아이디어</source>
        <translation>Policy idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/strip.py" line="34"/>
        <source>아이디어 보기</source>
        <translation>Show idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/strip.py" line="59"/>
        <source>안건</source>
        <translation>On the agenda</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/strip.py" line="61"/>
        <source>안건 후보</source>
        <translation>In the pool</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/strip.py" line="64"/>
        <source>사유: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/strip.py" line="68"/>
        <source>추진 {n}%</source>
        <translation>{n}% done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/strip.py" line="71"/>
        <source>{day}까지</source>
        <translation>by {day}</translation>
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
    <name>Inbox</name>
    <message>
        <location filename="../../desktop/ui/departments/acts.py" line="70"/>
        <source>{n}건을 접수했습니다</source>
        <translation>{n} received</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/acts.py" line="75"/>
        <source>{n}건의 처리를 시작했습니다</source>
        <translation>Work begun on {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/acts.py" line="96"/>
        <source>{stage}을 올렸습니다. 검토를 기다립니다</source>
        <translation>{stage} handed in. It waits for review</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/acts.py" line="106"/>
        <source>재지정을 요청했습니다</source>
        <translation>Returned to the sorter</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/acts.py" line="110"/>
        <location filename="../../desktop/ui/departments/acts.py" line="112"/>
        <location filename="../../desktop/ui/departments/commands.py" line="61"/>
        <location filename="../../desktop/ui/departments/panel.py" line="87"/>
        <source>재지정 요청하기</source>
        <translation>Return to sorter</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/acts.py" line="111"/>
        <source>우리 부서 일이 아닌 까닭을 적으면 분류 담당에게 돌아갑니다.</source>
        <translation>Say why it is not your department’s matter; it goes back to the sorter.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/acts.py" line="135"/>
        <source>기한을 연장했습니다. 시민에게 알려 주세요</source>
        <translation>The deadline is extended. Please tell the citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/acts.py" line="152"/>
        <source>협조할 부서 고르기</source>
        <translation>Choose a supporting department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/acts.py" line="157"/>
        <source>{name}에 협조를 요청했습니다</source>
        <translation>{name} was asked for support</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="42"/>
        <source>답변 작성</source>
        <translation>Writing an answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="49"/>
        <source>답변 단계</source>
        <translation>Step of the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="58"/>
        <source>시민에게 보낼 답변</source>
        <translation>Answer to the citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="60"/>
        <source>시민에게 보낼 답변을 적어 주세요.</source>
        <translation>Write the answer to the citizen.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="66"/>
        <source>임시 저장</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="68"/>
        <source>접어 두기</source>
        <translation>Fold away</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="69"/>
        <source>쓰던 답변은 저장됩니다 (Esc)</source>
        <translation>What you wrote is kept (Esc)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="110"/>
        <source>올리면 주무 부서와 분류 담당이 봅니다. 시민에게 바로 가지 않습니다.</source>
        <translation>Handed in, the lead department and triage see it. It does not go to the citizen directly.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="83"/>
        <location filename="../../desktop/ui/departments/answer_box.py" line="72"/>
        <source>답변 올리기</source>
        <translation>Hand in answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="108"/>
        <source>올리면 검토를 거쳐 시민에게 보냅니다.</source>
        <translation>It is reviewed, then sent to the citizen.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="171"/>
        <source>답변을 적어 주세요.</source>
        <translation>Please write an answer.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="202"/>
        <source>{channel} 답변으로 {n}자 넘습니다. 검토할 때 줄여서 보냅니다.</source>
        <translation>{n} too many for an answer on {channel}. It is shortened in review.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="215"/>
        <source>임시 저장하지 못했습니다</source>
        <translation>The draft could not be saved</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answer_box.py" line="219"/>
        <source>임시 저장됨 {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answers_html.py" line="37"/>
        <source>한 건으로 묶인 글 {n}</source>
        <translation>Grouped posts: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answers_html.py" line="51"/>
        <source>부서 답변 {n}건</source>
        <translation>Answers of departments: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/answers_html.py" line="67"/>
        <location filename="../../desktop/ui/departments/panel.py" line="184"/>
        <source>보완할 점: {text}</source>
        <translation>To be improved: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/beside.py" line="90"/>
        <source>이 건을 찾을 수 없습니다.</source>
        <translation>This case cannot be found.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="50"/>
        <source>다음 건</source>
        <translation>Next case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="51"/>
        <source>이전 건</source>
        <translation>Previous case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="52"/>
        <source>건 고르기</source>
        <translation>Select case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="53"/>
        <source>건 열기</source>
        <translation>Open case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="54"/>
        <source>접수함 고르기</source>
        <translation>Choose inbox</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="57"/>
        <location filename="../../desktop/ui/departments/panel.py" line="84"/>
        <source>접수하기</source>
        <translation>Receive</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="58"/>
        <location filename="../../desktop/ui/departments/panel.py" line="85"/>
        <source>처리 시작하기</source>
        <translation>Begin work</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="66"/>
        <location filename="../../desktop/ui/departments/panel.py" line="88"/>
        <source>협조 부서 추가</source>
        <translation>Add supporting department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="67"/>
        <location filename="../../desktop/ui/departments/panel.py" line="89"/>
        <source>기한 연장</source>
        <translation>Extend deadline</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="68"/>
        <location filename="../../desktop/ui/departments/panel.py" line="75"/>
        <location filename="../../desktop/ui/departments/panel.py" line="248"/>
        <source>기한 계산 보기</source>
        <translation>Show how it is counted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="69"/>
        <source>전달 문서 인쇄</source>
        <translation>Print handover sheet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="70"/>
        <source>전달 문서 저장</source>
        <translation>Save handover sheet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="73"/>
        <source>개인정보를 가리지 않고 전달 문서 저장</source>
        <translation>Save handover sheet with personal data shown</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="79"/>
        <source>1차 답변 작성하기</source>
        <translation>Write first answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="81"/>
        <location filename="../../desktop/ui/departments/panel.py" line="86"/>
        <source>답변 작성하기</source>
        <translation>Write answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/commands.py" line="84"/>
        <source>답변 임시 저장</source>
        <translation>Save the answer as draft</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/dialogs.py" line="40"/>
        <location filename="../../desktop/ui/departments/dialogs.py" line="42"/>
        <source>사유</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/dialogs.py" line="79"/>
        <source>기한은 한 번만 연장할 수 있고, 까닭과 새 기한을 시민에게 알려야 합니다. 업무 과다, 늦은 배정, 담당자 부재는 연장 사유가 아닙니다(민원 처리에 관한 법률 시행령).</source>
        <translation>A deadline can be extended once, and the citizen must be told why and until when. Workload, late assignment and absence are no lawful reasons (Enforcement Decree of the Civil Petitions Treatment Act).</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/dialogs.py" line="88"/>
        <location filename="../../desktop/ui/departments/dialogs.py" line="89"/>
        <source>기한 연장하기</source>
        <translation>Extend deadline</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/dialogs.py" line="100"/>
        <source>{most}까지 연장할 수 있습니다.</source>
        <translation>It can be extended by up to {most}.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/dialogs.py" line="101"/>
        <source>연장할 기간 ({unit})</source>
        <translation>Extend by ({unit})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/dialogs.py" line="111"/>
        <source>근무시간</source>
        <translation>working hours</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/dialogs.py" line="112"/>
        <source>개월</source>
        <translation>months</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/dialogs.py" line="113"/>
        <source>일</source>
        <translation>days</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/dialogs.py" line="123"/>
        <source>새 기한: {when}</source>
        <translation>New due time: {when}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/head.py" line="45"/>
        <source>접수함에서 찾기</source>
        <translation>Search this inbox</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="376"/>
        <location filename="../../desktop/ui/departments/head.py" line="63"/>
        <location filename="../../desktop/ui/departments/head.py" line="65"/>
        <source>부서 고르기</source>
        <translation>Choose a department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/head.py" line="64"/>
        <source>접수함: {name}. 다른 부서 고르기</source>
        <translation>Inbox: {name}. Choose another department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="17"/>
        <location filename="../../desktop/ui/departments/head.py" line="78"/>
        <source>새로 옴</source>
        <translation>New</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="19"/>
        <location filename="../../desktop/ui/departments/head.py" line="79"/>
        <source>처리 중</source>
        <translation>In progress</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/head.py" line="80"/>
        <source>오늘 마감</source>
        <translation>Due today</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/head.py" line="81"/>
        <source>지남</source>
        <translation>Late</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/head.py" line="82"/>
        <source>끝난 건</source>
        <translation>Closed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="49"/>
        <source>전달받은 건</source>
        <translation>Forwarded case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="57"/>
        <location filename="../../desktop/ui/departments/panel.py" line="165"/>
        <source>건을 고르면 여기에서 볼 수 있습니다.</source>
        <translation>Choose a case and it is shown here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="58"/>
        <location filename="../../desktop/ui/departments/panel.py" line="166"/>
        <source>목록에서 하나를 골라 주세요.</source>
        <translation>Please choose one in the list.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="97"/>
        <source>시민의 글과 대화, 부서 답변</source>
        <translation>Citizen’s post, thread and answers of departments</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="114"/>
        <source>전달 문서</source>
        <translation>Handover sheet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="115"/>
        <source>전달 문서 인쇄·저장 (Ctrl+P)</source>
        <translation>Print or save the handover sheet (Ctrl+P)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="129"/>
        <source>인쇄하기 (PDF로 열기)</source>
        <translation>Print (opens as PDF)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="130"/>
        <source>파일로 저장하기 (HWPX·PDF·ODT)</source>
        <translation>Save as a file (HWPX, PDF, ODT)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="131"/>
        <source>개인정보를 가리지 않고 저장하기</source>
        <translation>Save with personal data shown</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="177"/>
        <location filename="../../desktop/ui/departments/rows.py" line="65"/>
        <source>이름 없음</source>
        <translation>No name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="182"/>
        <source>전달하며 남긴 말: {text}</source>
        <translation>Note from the sorter: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="221"/>
        <source>주무 {name}</source>
        <translation>Lead {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="224"/>
        <source>협조 {names}</source>
        <translation>Support {names}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="227"/>
        <location filename="../../desktop/ui/departments/rows.py" line="116"/>
        <source>{name} 대직</source>
        <translation>Stands in for {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="229"/>
        <source>접수 {name}</source>
        <translation>Received by {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="238"/>
        <source>재지정을 요청한 까닭: {text}</source>
        <translation>Why it was returned: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="241"/>
        <source>회수한 까닭: {text}</source>
        <translation>Why it was withdrawn: {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/panel.py" line="247"/>
        <source>기한 {when} · 계산 보기</source>
        <translation>Due {when} · how it is counted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/papers.py" line="41"/>
        <source>전달 문서를 열었습니다. 보기 프로그램에서 인쇄해 주세요.</source>
        <translation>The handover sheet is open. Please print it from the viewer.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/papers.py" line="43"/>
        <source>PDF를 열 프로그램이 없습니다. 파일로 저장해 주세요.</source>
        <translation>There is no program that opens PDF. Please save it as a file.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/papers.py" line="49"/>
        <source>전달 문서 저장하기</source>
        <translation>Save handover sheet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/papers.py" line="51"/>
        <source>개인정보를 가리지 않고 전달 문서 저장하기</source>
        <translation>Save handover sheet with personal data shown</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/papers.py" line="60"/>
        <source>전달서 {number}</source>
        <translation>handover {number}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/papers.py" line="61"/>
        <source>저장하기</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/papers.py" line="76"/>
        <source>전달 문서를 저장했습니다: {file}</source>
        <translation>Handover sheet saved: {file}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/papers.py" line="79"/>
        <source>열어 보기</source>
        <translation>Open it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/picker.py" line="26"/>
        <source>Enter 고르기 · Esc 닫기</source>
        <translation>Enter choose · Esc close</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/picker.py" line="31"/>
        <source>어느 부서의 접수함을 볼까요</source>
        <translation>Whose inbox do you want to see?</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/picker.py" line="37"/>
        <source>새로 옴 {new} · 처리 중 {working}</source>
        <translation>New {new} · in progress {working}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/rows.py" line="41"/>
        <source>안 읽음</source>
        <translation>Unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="68"/>
        <location filename="../../desktop/ui/departments/rows.py" line="67"/>
        <source>{name} 전달</source>
        <translation>Forwarded by {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/rows.py" line="77"/>
        <source>(글 없음)</source>
        <translation>(no text)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/rows.py" line="98"/>
        <source>답변 보완 요청</source>
        <translation>Answer sent back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/rows.py" line="108"/>
        <source>협조</source>
        <translation>Support</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/rows.py" line="108"/>
        <source>협조 · 주무 {lead}</source>
        <translation>Supporting · lead {lead}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/rows.py" line="112"/>
        <source>협조: {names}</source>
        <translation>Support: {names}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/rows.py" line="118"/>
        <source>기한 연장됨</source>
        <translation>Extended</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/rows.py" line="120"/>
        <source>{n}번째 부서</source>
        <translation>Department no. {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/rows.py" line="123"/>
        <source>묶음 {count}건</source>
        <translation>Group of {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/rows.py" line="125"/>
        <source>삭제된 글</source>
        <translation>Deleted post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/rows.py" line="127"/>
        <source>비공개</source>
        <translation>Private</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="66"/>
        <source>접수함</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="141"/>
        <source>부서 접수</source>
        <translation>Department inbox</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="373"/>
        <source>아직 부서에 전달된 건이 없습니다</source>
        <translation>Nothing has been forwarded to a department yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="374"/>
        <source>보드에서 글을 부서로 이관하면 그 부서의 접수함에 나타납니다.</source>
        <translation>Forward a post on the board and it appears in that department’s inbox.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="381"/>
        <source>찾는 건이 없습니다</source>
        <translation>No case found</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="382"/>
        <source>다른 말로 찾거나 찾는 말을 지워 주세요.</source>
        <translation>Search for another word or clear the search.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="384"/>
        <source>찾는 말 지우기</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="389"/>
        <source>이 조건에 맞는 건이 없습니다</source>
        <translation>No case fits this condition</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="390"/>
        <source>조건을 빼면 처리할 건이 모두 보입니다.</source>
        <translation>Without the condition, all open cases are shown.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="392"/>
        <source>처리할 건 모두 보기</source>
        <translation>Show all open cases</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="396"/>
        <source>처리할 건이 없습니다</source>
        <translation>Nothing to do</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="397"/>
        <source>전달된 건은 모두 처리했습니다. 새로 오면 바로 나타납니다.</source>
        <translation>Everything that was forwarded is done. New cases appear at once.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/screen.py" line="399"/>
        <source>끝난 건 보기</source>
        <translation>Show closed cases</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="18"/>
        <source>접수됨</source>
        <translation>Received</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="20"/>
        <source>답변 끝</source>
        <translation>Answered</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="21"/>
        <source>재지정 요청함</source>
        <translation>Returned</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="22"/>
        <source>회수됨</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="31"/>
        <source>1차 답변</source>
        <translation>First answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="31"/>
        <source>최종 답변</source>
        <translation>Final answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="37"/>
        <source>검토를 기다림</source>
        <translation>Awaiting review</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="38"/>
        <source>받아들임</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="39"/>
        <source>보완 요청</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="40"/>
        <source>거둠</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="47"/>
        <source>1차 답변 검토 중</source>
        <translation>First answer in review</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="48"/>
        <source>1차 답변 됨</source>
        <translation>First answer given</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="49"/>
        <source>최종 답변 검토 중</source>
        <translation>Final answer in review</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="50"/>
        <source>최종 답변 됨</source>
        <translation>Final answer given</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="58"/>
        <source>메일로 옴</source>
        <translation>came by mail</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="59"/>
        <source>손으로 적음</source>
        <translation>By hand</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/departments/words.py" line="67"/>
        <source>{when}에 전달됨</source>
        <translation>Forwarded {when}</translation>
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
        <source>부서 접수</source>
        <translation>Department inbox</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="25"/>
        <source>제안 회의</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="26"/>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="27"/>
        <source>모든 화면</source>
        <translation>All screens</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="54"/>
        <source>단축키: {screen}</source>
        <translation>Keys: {screen}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="60"/>
        <source>문자 단축키는 설정에서 꺼 두었습니다. 글자 하나인 키는 동작하지 않습니다.</source>
        <translation>Letter keys are switched off in the settings. Keys of a single letter do not work.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/keysheet.py" line="93"/>
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
        <source>부서 접수로 가기</source>
        <translation>Go to department inbox</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="29"/>
        <source>회의로 가기</source>
        <translation>Go to the meetings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="30"/>
        <source>번개팅으로 가기</source>
        <translation>Go to meet-ups</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="31"/>
        <source>빠른 답변 열기</source>
        <translation>Open quick answers</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="32"/>
        <source>승인할 답변 보기</source>
        <translation>Show answers to approve</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="33"/>
        <source>약속 보기</source>
        <translation>Show promises</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="34"/>
        <source>채널로 가기</source>
        <translation>Go to the channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="35"/>
        <source>처리 기록으로 가기</source>
        <translation>Go to the log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="36"/>
        <source>설정으로 가기</source>
        <translation>Go to the settings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="37"/>
        <source>프로그램 끝내기</source>
        <translation>Quit the program</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="38"/>
        <source>다음 글</source>
        <translation>Next post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="39"/>
        <source>이전 글</source>
        <translation>Previous post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="40"/>
        <source>글 고르기</source>
        <translation>Choose the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="41"/>
        <source>글 열기</source>
        <translation>Open the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="42"/>
        <source>글 미리 보기</source>
        <translation>Peek at the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="43"/>
        <source>새 글 보기</source>
        <translation>Show new posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="45"/>
        <source>별표</source>
        <translation>Star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="46"/>
        <source>원문 보기</source>
        <translation>Show the original</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="47"/>
        <source>링크 복사</source>
        <translation>Copy the link</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="48"/>
        <source>내부 메모</source>
        <translation>Internal notes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="49"/>
        <source>가린 정보 보기·다시 가리기</source>
        <translation>Show or hide personal data</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="50"/>
        <source>처리 기록 내보내기</source>
        <translation>Export the log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="61"/>
        <source>위로 옮기기</source>
        <translation>Move up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="62"/>
        <source>아래로 옮기기</source>
        <translation>Move down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="64"/>
        <source>부서 답변 보기</source>
        <translation>Look at a department&apos;s answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="65"/>
        <source>부서 이관 회수하기</source>
        <translation>Withdraw a forwarding</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="66"/>
        <source>기한의 까닭 보기</source>
        <translation>Why a case is due then</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="67"/>
        <source>처리 종류 바꾸기</source>
        <translation>Take a case as something else</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="68"/>
        <source>보완 요청·다시 시작</source>
        <translation>Pause for a supplement, or go on</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="69"/>
        <source>기한 연장</source>
        <translation>Extend the due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="70"/>
        <source>처리 상황 안내 쓰기</source>
        <translation>Write an interim notice</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="71"/>
        <source>열을 기한 순으로 보기</source>
        <translation>Show a column by due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="72"/>
        <source>접수함 고르기</source>
        <translation>Choose inbox</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="73"/>
        <source>부서: 접수하기</source>
        <translation>Department: receive</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="74"/>
        <source>부서: 처리 시작하기</source>
        <translation>Department: begin work</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="75"/>
        <source>부서: 재지정 요청하기</source>
        <translation>Department: return to sorter</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="76"/>
        <source>부서: 협조 부서 추가</source>
        <translation>Department: add supporting department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="77"/>
        <source>전달 문서 인쇄</source>
        <translation>Print handover sheet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="78"/>
        <source>전달 문서 저장</source>
        <translation>Save handover sheet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="79"/>
        <source>회의: 안건에 올리기</source>
        <translation>Meetings: put on the agenda</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="80"/>
        <source>회의: 안건에서 빼기</source>
        <translation>Meetings: take off the agenda</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="81"/>
        <source>회의: 아이디어 고치기</source>
        <translation>Meetings: edit the idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="82"/>
        <source>회의: 아이디어 하나로 합치기</source>
        <translation>Meetings: merge ideas</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="83"/>
        <source>회의: 채택하기</source>
        <translation>Meetings: adopt</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="84"/>
        <source>회의: 보류하기</source>
        <translation>Meetings: hold</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="85"/>
        <source>회의: 불채택하기</source>
        <translation>Meetings: reject</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="86"/>
        <source>회의: 결정을 저장하고 다음</source>
        <translation>Meetings: save the decision, next</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="87"/>
        <source>회의: 새 회의</source>
        <translation>Meetings: new meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="88"/>
        <source>회의: 안건 고르기·심의하기 바꾸기</source>
        <translation>Meetings: choose or deliberate</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="89"/>
        <source>회의: 발표 화면 열기</source>
        <translation>Meetings: open the presenter view</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="90"/>
        <source>빠른 답변: 감사 보내기</source>
        <translation>Quick answers: send thanks</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="91"/>
        <source>번개팅에 넣기</source>
        <translation>Put into a meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="92"/>
        <source>번개팅: 글 열기</source>
        <translation>Meet-up: open post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="93"/>
        <source>번개팅: 월·목록 바꾸기</source>
        <translation>Meet-up: month or list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="94"/>
        <source>번개팅: 새로 만들기</source>
        <translation>Meet-up: new</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="95"/>
        <source>번개팅: 고치기</source>
        <translation>Meet-up: edit</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="96"/>
        <source>번개팅: 고른 사람 초대</source>
        <translation>Meet-up: invite chosen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="97"/>
        <source>번개팅: 직접 초대함</source>
        <translation>Meet-up: invited in person</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="98"/>
        <source>번개팅: 고른 줄 빼기</source>
        <translation>Meet-up: take out the chosen row</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="99"/>
        <source>번개팅: 답글을 신청으로 적기</source>
        <translation>Meet-up: reply is a sign-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="100"/>
        <source>번개팅: 답글을 못 온다고 적기</source>
        <translation>Meet-up: reply declines</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="101"/>
        <source>번개팅: 신청과 상관없는 답글</source>
        <translation>Meet-up: reply is not about it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="102"/>
        <source>번개팅: 왔다고 적기</source>
        <translation>Meet-up: came</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="103"/>
        <source>번개팅: 안 왔다고 적기</source>
        <translation>Meet-up: did not come</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="104"/>
        <source>번개팅: 참석 여부 비우기</source>
        <translation>Meet-up: clear whether they came</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="105"/>
        <source>번개팅: 기록 저장</source>
        <translation>Meet-up: save record</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="106"/>
        <source>답변 쓰기</source>
        <translation>Write an answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="107"/>
        <source>1차 답변 쓰기</source>
        <translation>Write a first answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="108"/>
        <source>서식으로 답변 쓰기</source>
        <translation>Answer with a template</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="109"/>
        <source>서식 넣기</source>
        <translation>Insert a template</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="110"/>
        <source>답변 보내기</source>
        <translation>Send the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="111"/>
        <source>답변 보내고 다음 글로</source>
        <translation>Send the answer and go on</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="112"/>
        <source>보내는 계정 바꾸기</source>
        <translation>Change the account to send from</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="113"/>
        <source>임시 저장</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="114"/>
        <source>긴 답변 나누기·합치기</source>
        <translation>Split or join a long answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="58"/>
        <source>건 나누기</source>
        <translation>Take the case apart</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="63"/>
        <source>글을 들어 화살표로 옮기기</source>
        <translation>Pick up a post and move it with the arrows</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="53"/>
        <source>단순 의견으로 옮기기</source>
        <translation>Move to Opinions</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="55"/>
        <source>담당 부서 고르기</source>
        <translation>Choose the department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="54"/>
        <source>미분류로 옮기기</source>
        <translation>Move to Unsorted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="51"/>
        <source>부서 이관으로 옮기기</source>
        <translation>Move to Forward</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="60"/>
        <source>오른쪽 열로 옮기기</source>
        <translation>Move to the right column</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="59"/>
        <source>왼쪽 열로 옮기기</source>
        <translation>Move to the left column</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="44"/>
        <source>읽음·안 읽음</source>
        <translation>Read or unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="52"/>
        <source>정책 아이디어로 옮기기</source>
        <translation>Move to Policy ideas</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="56"/>
        <source>처리 끝내기·다시 열기</source>
        <translation>Finish or reopen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/key_names.py" line="57"/>
        <source>하나의 건으로 묶기</source>
        <translation>Group into one case</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="210"/>
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
        <location filename="../../desktop/ui/settings/keys_page.py" line="100"/>
        <source>새 키를 누르세요</source>
        <translation>Press the new key</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="104"/>
        <source>키 없애기</source>
        <translation>Remove the key</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="107"/>
        <source>처음 키로</source>
        <translation>To default</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="110"/>
        <source>모두 처음으로</source>
        <translation>All to default</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="130"/>
        <source>{key} 키는 “{command}”에 쓰이고 있습니다. 다른 키를 눌러 주세요.</source>
        <translation>{key} is used for “{command}”. Please press another key.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="140"/>
        <source>{command}: {key}</source>
        <translation>{command}: {key}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="141"/>
        <source>키 없음</source>
        <translation>No key</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/keys_page.py" line="156"/>
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
        <location filename="../../desktop/ui/lists/actions.py" line="46"/>
        <source>{where} 옮기기</source>
        <translation>Move to {where}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="115"/>
        <location filename="../../desktop/ui/lists/actions.py" line="128"/>
        <source>다음 글</source>
        <translation>Next post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="116"/>
        <location filename="../../desktop/ui/lists/actions.py" line="129"/>
        <source>이전 글</source>
        <translation>Previous post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="130"/>
        <source>글 고르기</source>
        <translation>Choose the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="131"/>
        <source>글 열기</source>
        <translation>Open the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="132"/>
        <source>글 미리 보기</source>
        <translation>Peek at the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="133"/>
        <source>새 글 보기</source>
        <translation>Show new posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="134"/>
        <source>읽음·안 읽음</source>
        <translation>Read / unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="135"/>
        <location filename="../../desktop/ui/lists/rows.py" line="105"/>
        <source>별표</source>
        <translation>Star</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="136"/>
        <source>원문 열기</source>
        <translation>Open the original</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="137"/>
        <source>링크 복사</source>
        <translation>Copy the link</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="138"/>
        <source>내부 메모</source>
        <translation>Internal notes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="141"/>
        <source>답변 쓰기</source>
        <translation>Write an answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="142"/>
        <source>1차 답변 쓰기</source>
        <translation>Write a first answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="143"/>
        <source>번개팅에 넣기</source>
        <translation>Put into a meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="155"/>
        <source>담당 부서 고르기</source>
        <translation>Choose a department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="156"/>
        <source>처리 끝내기·다시 열기</source>
        <translation>Done / reopen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="157"/>
        <source>하나의 건으로 묶기</source>
        <translation>Group into one case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="158"/>
        <source>건 나누기</source>
        <translation>Take the case apart</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="235"/>
        <source>부서 이관으로 옮긴 건에만 담당 부서를 정합니다 (1)</source>
        <translation>Only cases under Forward have a department (1)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="299"/>
        <source>글의 링크를 복사했습니다</source>
        <translation>The post&apos;s link was copied</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="307"/>
        <source>이 글에는 열 수 있는 원문 주소가 없습니다</source>
        <translation>This post has no original that can be opened</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="369"/>
        <source>옮기기</source>
        <translation>Move</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/actions.py" line="372"/>
        <source>기한</source>
        <translation>Due time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/emptiness.py" line="54"/>
        <source>글을 읽지 못했습니다</source>
        <translation>The posts could not be read</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/emptiness.py" line="55"/>
        <source>저장된 글은 그대로 있습니다. 잠시 뒤 다시 읽어 주세요.</source>
        <translation>Stored posts are safe. Please read again in a moment.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/emptiness.py" line="57"/>
        <source>다시 읽기</source>
        <translation>Read again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/emptiness.py" line="73"/>
        <source>글을 불러오고 있습니다</source>
        <translation>Loading posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/filters.py" line="45"/>
        <location filename="../../desktop/ui/lists/rows.py" line="287"/>
        <location filename="../../desktop/ui/lists/filter_bar.py" line="206"/>
        <source>부서 미정</source>
        <translation>No department yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="103"/>
        <source>안 읽음</source>
        <translation>Unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="127"/>
        <source>미분류</source>
        <translation>Unsorted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="128"/>
        <source>부서 이관</source>
        <translation>Forward</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="129"/>
        <source>정책 아이디어</source>
        <translation>Policy idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="130"/>
        <source>단순 의견</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="141"/>
        <source>이름 없음</source>
        <translation>No name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="160"/>
        <source>(글 없음)</source>
        <translation>(no text)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="217"/>
        <source>쓰던 글</source>
        <translation>Draft</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="219"/>
        <source>삭제됨</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="224"/>
        <source>보류(승인 전)</source>
        <translation>On hold (not approved)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="226"/>
        <source>스팸</source>
        <translation>Spam</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="228"/>
        <source>숨김</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="230"/>
        <source>우리 글</source>
        <translation>Our post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="240"/>
        <source>처리 완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="244"/>
        <source>묶음 {count}건</source>
        <translation>Group of {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="247"/>
        <source>수정됨</source>
        <translation>Edited</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="251"/>
        <source>공유 {count}</source>
        <translation>Shared {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="259"/>
        <source>사진 {count}</source>
        <translation>Pictures {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="263"/>
        <source>비공개</source>
        <translation>Private</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="274"/>
        <source>회의 {day}</source>
        <translation>Meeting {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="276"/>
        <source>채택</source>
        <translation>Adopted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="277"/>
        <source>보류</source>
        <translation>On hold</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="278"/>
        <source>불채택</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="307"/>
        <source>보내는 중</source>
        <translation>Sending</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="309"/>
        <source>전송 실패</source>
        <translation>Sending failed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="311"/>
        <source>확인 필요</source>
        <translation>Needs a look</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/rows.py" line="313"/>
        <source>답변함</source>
        <translation>Answered</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <location filename="../../desktop/ui/log/filter_bar.py" line="32"/>
        <source>누가: {name}</source>
        <translation>Who: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/filter_bar.py" line="35"/>
        <source>종류: {kind}</source>
        <translation>Kind: {kind}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/filter_bar.py" line="42"/>
        <source>한 건의 기록</source>
        <translation>One case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/filter_bar.py" line="52"/>
        <source>{date}부터</source>
        <translation>From {date}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/filter_bar.py" line="52"/>
        <source>{date}까지</source>
        <translation>Until {date}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/filter_bar.py" line="73"/>
        <source>조건</source>
        <translation>Condition</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/model.py" line="34"/>
        <location filename="../../desktop/ui/log/filter_bar.py" line="110"/>
        <source>누가</source>
        <translation>Who</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/filter_bar.py" line="115"/>
        <source>종류</source>
        <translation>Kind</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/filter_bar.py" line="119"/>
        <source>기간</source>
        <translation>Period</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/filter_bar.py" line="122"/>
        <source>대상</source>
        <translation>About</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/filter_bar.py" line="131"/>
        <source>고른 줄과 같은 건만</source>
        <translation>Only the case of the chosen line</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/filter_bar.py" line="152"/>
        <source>누르면 이 조건을 뺍니다</source>
        <translation>Press to remove this condition</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/model.py" line="33"/>
        <source>때</source>
        <translation>When</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/model.py" line="35"/>
        <source>한 일</source>
        <translation>What was done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/model.py" line="36"/>
        <source>무엇에</source>
        <translation>About</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/model.py" line="136"/>
        <source>건 {number}</source>
        <translation>Case {number}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="97"/>
        <location filename="../../desktop/ui/log/screen.py" line="241"/>
        <source>기록 확인하기</source>
        <translation>Verify the log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="99"/>
        <source>내보내기</source>
        <translation>Export</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="117"/>
        <source>기록을 읽고 있습니다.</source>
        <translation>Reading the log.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="132"/>
        <location filename="../../desktop/ui/log/screen.py" line="193"/>
        <source>처리 기록</source>
        <translation>Log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="167"/>
        <source>이 건의 기록만</source>
        <translation>Only this case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="169"/>
        <location filename="../../desktop/ui/log/screen.py" line="224"/>
        <source>글 열기</source>
        <translation>Open post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="220"/>
        <source>다음 줄</source>
        <translation>Next line</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="221"/>
        <source>이전 줄</source>
        <translation>Previous line</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="230"/>
        <source>새 기록 보기</source>
        <translation>Show new lines</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="233"/>
        <source>이 건의 기록만 보기</source>
        <translation>Show only this case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="239"/>
        <location filename="../../desktop/ui/log/screen.py" line="352"/>
        <source>조건 모두 빼기</source>
        <translation>Remove all conditions</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="240"/>
        <source>조건 더하기</source>
        <translation>Add a condition</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="242"/>
        <source>기록 내보내기</source>
        <translation>Export the log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="313"/>
        <source>새 기록 {count}줄 보기 (.)</source>
        <translation>Show {count} new lines (.)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="339"/>
        <source>맡은 역할로는 처리 기록을 볼 수 없습니다.</source>
        <translation>Your role may not see the log.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="340"/>
        <source>한 건의 기록은 글을 열면 볼 수 있습니다.</source>
        <translation>The history of a case is beside its post.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="350"/>
        <source>조건에 맞는 기록이 없습니다.</source>
        <translation>No lines fit the conditions.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="351"/>
        <source>조건을 빼면 더 많은 기록이 보입니다.</source>
        <translation>Remove a condition to see more.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="356"/>
        <source>아직 기록이 없습니다.</source>
        <translation>Nothing is logged yet.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="357"/>
        <source>분류하거나 답변하면 여기에 남습니다.</source>
        <translation>What is sorted or answered is kept here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/screen.py" line="371"/>
        <source>{number}번</source>
        <translation>no. {number}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/work.py" line="53"/>
        <source>기록을 확인하고 있습니다</source>
        <translation>Verifying the log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/work.py" line="66"/>
        <source>기록 {count}줄이 쓴 그대로입니다. 끝값: {head}</source>
        <translation>All {count} lines are as they were written. Head: {head}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/work.py" line="71"/>
        <source>{number}번 기록이 쓴 그대로가 아닙니다. 그 앞 {count}줄은 그대로입니다. 파일을 따로 보관하고 관리자에게 알려 주세요.</source>
        <translation>Line {number} is not as it was written. The {count} before it are. Please keep a copy of the file and tell an admin.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/work.py" line="82"/>
        <source>기록을 내보내고 있습니다</source>
        <translation>Exporting the log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/work.py" line="106"/>
        <source>내보내기를 그만두었습니다. 파일은 만들지 않았습니다.</source>
        <translation>The export was stopped. No file was made.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/work.py" line="108"/>
        <source>{count}줄을 썼고 세어 보니 같습니다: {file}</source>
        <translation>{count} lines written and counted again: {file}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/work.py" line="130"/>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/work.py" line="137"/>
        <source>{total}줄 가운데 {done}줄</source>
        <translation>{done} of {total} lines</translation>
    </message>
</context>
<context>
    <name>LogExport</name>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="23"/>
        <source>엑셀 (.xlsx)</source>
        <translation>Excel (.xlsx)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="24"/>
        <source>CSV (.csv)</source>
        <translation>CSV (.csv)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="25"/>
        <source>JSON 줄 (.jsonl)</source>
        <translation>JSON lines (.jsonl)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="35"/>
        <location filename="../../desktop/ui/log/export.py" line="63"/>
        <source>처리 기록 내보내기</source>
        <translation>Export the log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="36"/>
        <source>줄 수를 세고 있습니다.</source>
        <translation>Counting the lines.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="41"/>
        <location filename="../../desktop/ui/log/export.py" line="42"/>
        <source>파일 형식</source>
        <translation>Kind of file</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="43"/>
        <source>개인정보를 가리지 않고 내보내기</source>
        <translation>Do not hide personal data</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="44"/>
        <source>누가 가리지 않고 내보냈는지 처리 기록에 남습니다.</source>
        <translation>The log keeps who exported it unmasked.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="47"/>
        <source>맡은 역할로는 개인정보를 볼 수 없습니다.</source>
        <translation>Your role may not see personal data.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="52"/>
        <source>파일 고르기</source>
        <translation>Choose the file</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="58"/>
        <source>지금 조건에 맞는 기록 {count}줄을 내보냅니다.</source>
        <translation>{count} lines that fit the conditions will be exported.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="67"/>
        <source>처리기록</source>
        <translation>log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/log/export.py" line="69"/>
        <source>내보내기</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="50"/>
        <source>회의 고치기</source>
        <translation>Edit meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="50"/>
        <source>새 회의</source>
        <translation>New meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="60"/>
        <source>다음 번호</source>
        <translation>Next number</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="66"/>
        <source>날짜와 시각</source>
        <translation>Date and time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="67"/>
        <source>차수</source>
        <translation>Number</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="69"/>
        <source>장소</source>
        <translation>Place</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="70"/>
        <source>비워 두면 번호로만 부릅니다. 예: 시민제안 심사위원회</source>
        <translation>Left empty, it is called by its number. Example: Proposal board</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="71"/>
        <source>회의 이름</source>
        <translation>Name of the meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="72"/>
        <source>‘참석자 추가’를 눌러 적으면 회의록에 들어갑니다.</source>
        <translation>Press “Add attendee” and write them in; they go into the minutes.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="73"/>
        <source>참석자</source>
        <translation>Attendees</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="75"/>
        <source>참석자 추가</source>
        <translation>Add attendee</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="77"/>
        <source>고른 참석자 빼기</source>
        <translation>Remove chosen attendee</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="87"/>
        <source>저장하기</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="94"/>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="95"/>
        <source>직위</source>
        <translation>Title</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="96"/>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="136"/>
        <source>참석</source>
        <translation>Present</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="179"/>
        <source>{name} 회의를 잡았습니다</source>
        <translation>Meeting planned: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_dialog.py" line="182"/>
        <source>{name} 회의를 고쳤습니다</source>
        <translation>Meeting changed: {name}</translation>
    </message>
</context>
<context>
    <name>Meetings</name>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="215"/>
        <source>제{n}차 회의</source>
        <translation>meeting no. {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="63"/>
        <source>하나로 합쳤습니다. 먼저 낸 제안이 남습니다</source>
        <translation>Merged; the one filed first is kept</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="69"/>
        <source>모든 글에 답변을 보냈거나 보내는 중입니다</source>
        <translation>All posts are answered or being answered</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="77"/>
        <source>제안자에게 알린 것으로 적었습니다</source>
        <translation>Noted that the proposer was told</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="88"/>
        <source>{n}건을 안건에 올렸습니다</source>
        <translation>{n} put on the agenda</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="97"/>
        <source>{n}건을 안건에서 뺐습니다</source>
        <translation>{n} taken off the agenda</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="106"/>
        <source>안건 순서를 바꿨습니다</source>
        <translation>Agenda reordered</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="130"/>
        <source>{name} 회의를 지웠습니다. 안건은 후보로 돌아갔습니다</source>
        <translation>Meeting removed: {name}. Its items went back to the pool</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="139"/>
        <source>{name} 회의를 시작했습니다</source>
        <translation>Meeting began: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="158"/>
        <source>{name} 회의를 마쳤습니다</source>
        <translation>Meeting ended: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="160"/>
        <source>결정하지 않은 {n}건은 후보로 돌아갔습니다</source>
        <translation>{n} undecided went back to the pool</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="183"/>
        <source>{decision}: {title}. 제안자에게 알릴 글을 써 두었습니다</source>
        <translation>{decision}: {title}. An answer to the proposer is drafted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="192"/>
        <source>회의록 저장하기</source>
        <translation>Save minutes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="198"/>
        <source>저장하기</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/acts.py" line="213"/>
        <source>회의록을 저장했습니다: {path}</source>
        <translation>Minutes saved: {path}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/archive.py" line="47"/>
        <source>아이디어 목록</source>
        <translation>List of ideas</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/archive.py" line="96"/>
        <source>{n}건을 하나로 합쳤습니다. 먼저 낸 제안이 남습니다</source>
        <translation>{n} merged into one; the one filed first is kept</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/archive.py" line="123"/>
        <source>이제 아이디어가 아닌 글입니다.</source>
        <translation>This post is no idea any more.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/archive.py" line="124"/>
        <source>목록에서 다른 아이디어를 골라 주세요.</source>
        <translation>Please choose another idea from the list.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/cards.py" line="99"/>
        <source>(제목 없음)</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/cards.py" line="108"/>
        <location filename="../../desktop/ui/meetings/words.py" line="106"/>
        <source>이름 없음</source>
        <translation>No name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/cards.py" line="119"/>
        <source>{day} 제안</source>
        <translation>Filed {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/cards.py" line="134"/>
        <source>{n}%</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/cards.py" line="137"/>
        <location filename="../../desktop/ui/meetings/cards.py" line="142"/>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="244"/>
        <source>{day}까지</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/cards.py" line="142"/>
        <source>{day} 지남</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/cards.py" line="145"/>
        <location filename="../../desktop/ui/meetings/words.py" line="51"/>
        <source>알림 전</source>
        <translation>Not told</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/cards.py" line="150"/>
        <source>묶음 {n}건</source>
        <translation>{n} grouped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/cards.py" line="153"/>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="356"/>
        <source>재심사</source>
        <translation>Reconsidered</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/cards.py" line="186"/>
        <source>심의하지 못함</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/decision.py" line="44"/>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="226"/>
        <source>결정</source>
        <translation>Decision</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/decision.py" line="49"/>
        <source>결정 사유</source>
        <translation>Reason of the decision</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/decision.py" line="51"/>
        <source>사유를 적어 주세요. 제안자에게 그대로 알립니다.</source>
        <translation>Write the reason. The proposer is told it as it stands.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="175"/>
        <location filename="../../desktop/ui/meetings/decision.py" line="80"/>
        <source>채택하기</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="176"/>
        <location filename="../../desktop/ui/meetings/decision.py" line="81"/>
        <source>보류하기</source>
        <translation>Hold</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="177"/>
        <location filename="../../desktop/ui/meetings/decision.py" line="82"/>
        <source>불채택하기</source>
        <translation>Reject</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/decision.py" line="54"/>
        <source>저장하고 다음</source>
        <translation>Save and next</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/decision.py" line="105"/>
        <location filename="../../desktop/ui/meetings/decision.py" line="106"/>
        <source>추진 예정일</source>
        <translation>Planned date</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/decision.py" line="163"/>
        <source>채택, 보류, 불채택 중에서 골라 주세요.</source>
        <translation>Please choose adopt, hold or reject.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/decision.py" line="166"/>
        <source>사유를 적어 주세요. 적어야 저장합니다.</source>
        <translation>Please write the reason; it is needed to save.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/decision.py" line="185"/>
        <source>추진 부서 고르기</source>
        <translation>Choose the department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/decision.py" line="196"/>
        <source>정하지 않음</source>
        <translation>not set</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/decision.py" line="197"/>
        <source>추진 부서: {name}</source>
        <translation>Department: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="105"/>
        <source>회의 고르기</source>
        <translation>Choose a meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="179"/>
        <location filename="../../desktop/ui/meetings/desk.py" line="111"/>
        <location filename="../../desktop/ui/meetings/desk.py" line="336"/>
        <source>새 회의</source>
        <translation>New meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="112"/>
        <source>회의 고치기</source>
        <translation>Edit meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="113"/>
        <source>회의 시작하기</source>
        <translation>Begin meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="114"/>
        <source>회의 마치기</source>
        <translation>End meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="115"/>
        <source>발표 화면</source>
        <translation>Present</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="116"/>
        <source>회의록</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="119"/>
        <source>회의 지우기</source>
        <translation>Remove meeting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="22"/>
        <location filename="../../desktop/ui/meetings/desk.py" line="148"/>
        <source>안건</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="134"/>
        <source>할 일</source>
        <translation>Work</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="135"/>
        <source>안건 고르기</source>
        <translation>Pick items</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="135"/>
        <source>심의하기</source>
        <translation>Decide</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="128"/>
        <location filename="../../desktop/ui/meetings/desk.py" line="169"/>
        <source>안건에 올리기</source>
        <translation>Put on agenda</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="45"/>
        <location filename="../../desktop/ui/meetings/desk.py" line="164"/>
        <source>안건 후보</source>
        <translation>Pool</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="275"/>
        <source>안건을 고르면 여기에서 심의합니다.</source>
        <translation>Choose an item to decide on it here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="276"/>
        <source>왼쪽 목록에서 고르거나 J, K 키로 옮겨 가세요.</source>
        <translation>Choose at the left or move with J and K.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="282"/>
        <source>안건 {n}/{all}</source>
        <translation>Item {n}/{all}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="333"/>
        <source>아직 회의가 없습니다</source>
        <translation>No meeting yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="334"/>
        <source>회의를 잡으면 아이디어를 안건으로 올릴 수 있습니다.</source>
        <translation>Plan a meeting to put ideas on its agenda.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="340"/>
        <source>안건이 없습니다</source>
        <translation>The agenda is empty</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/desk.py" line="341"/>
        <source>오른쪽 후보를 끌어오거나 A 키로 올리세요.</source>
        <translation>Drag ideas from the right, or press A.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_data.py" line="26"/>
        <source>안건 {n}</source>
        <translation>{n} items</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_data.py" line="28"/>
        <source>남음 {n}</source>
        <translation>{n} left</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/meeting_data.py" line="31"/>
        <source>참석 {n}/{all}</source>
        <translation>{n}/{all} present</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_list.py" line="49"/>
        <source>아이디어 찾기</source>
        <translation>Find ideas</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_list.py" line="52"/>
        <source>볼 아이디어</source>
        <translation>Ideas to show</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_list.py" line="57"/>
        <source>순서</source>
        <translation>Order</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_list.py" line="143"/>
        <source>찾는 아이디어가 없습니다</source>
        <translation>No idea found</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_list.py" line="144"/>
        <source>다른 말로 찾거나 찾는 말을 지워 주세요.</source>
        <translation>Try other words or clear the search.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_list.py" line="146"/>
        <source>찾는 말 지우기</source>
        <translation>Clear search</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_list.py" line="151"/>
        <source>모인 아이디어가 없습니다</source>
        <translation>No ideas yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_list.py" line="152"/>
        <source>보드에서 글을 정책 아이디어로 옮기면 여기에 모입니다.</source>
        <translation>Posts sorted to Policy idea on the board gather here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_list.py" line="154"/>
        <source>보드로 가기</source>
        <translation>Go to the board</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_list.py" line="158"/>
        <source>해당하는 아이디어가 없습니다</source>
        <translation>No such ideas</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_list.py" line="159"/>
        <source>위에서 다른 아이디어를 골라 볼 수 있습니다.</source>
        <translation>Other ideas can be chosen above.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="43"/>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="95"/>
        <source>아이디어</source>
        <translation>Ideas</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="102"/>
        <source>아이디어를 고르면 여기에서 볼 수 있습니다.</source>
        <translation>Choose an idea to see it here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="103"/>
        <source>목록에서 아이디어를 하나 골라 주세요.</source>
        <translation>Please choose one from the list.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="68"/>
        <source>{who} · {day} 제안</source>
        <translation>{who} · filed {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="71"/>
        <source>제목: {title}</source>
        <translation>Title: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="57"/>
        <source>고치기</source>
        <translation>Edit</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="163"/>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="58"/>
        <source>원문과 이력 보기</source>
        <translation>Post and history</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="338"/>
        <source>묶인 글 {n}</source>
        <translation>{n} grouped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="340"/>
        <source>공유 {n}</source>
        <translation>{n} shares</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="342"/>
        <source>직접 셈 {n}</source>
        <translation>{n} by hand</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="348"/>
        <source>결정 기한 {day} 지남</source>
        <translation>Decision was due {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="350"/>
        <source>결정 기한 {day}</source>
        <translation>Decide by {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="301"/>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="354"/>
        <source>먼저 낸 제안</source>
        <translation>Filed first</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="194"/>
        <source>비슷한 제안이 {day} {decided}, 사유: {reason}</source>
        <translation>A similar idea was {decided} on {day}. Reason: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="380"/>
        <source>제안 내용</source>
        <translation>What was proposed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="204"/>
        <source>검토 의견</source>
        <translation>Review</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="218"/>
        <source>사유: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="231"/>
        <source>알림 글 열기</source>
        <translation>Open the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="233"/>
        <source>다른 방법으로 알렸음</source>
        <translation>Told in another way</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="240"/>
        <source>추진 {n}%</source>
        <translation>{n}% done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="247"/>
        <source>늦음</source>
        <translation>late</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="249"/>
        <source>진행 적기</source>
        <translation>Note progress</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="256"/>
        <source>재심사를 한 번 거친 제안입니다.</source>
        <translation>This idea was reconsidered once.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="260"/>
        <source>재심사 요청은 {day}까지</source>
        <translation>May be asked again until {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="264"/>
        <source>재심사 요청 받기</source>
        <translation>Take request to reconsider</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="283"/>
        <source>그 밖에 {n}건</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="285"/>
        <source>한 건으로 묶인 글 {n}</source>
        <translation>Grouped posts: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="292"/>
        <source>비슷한 제안 {n}</source>
        <translation>Similar ideas: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="314"/>
        <source>보기</source>
        <translation>Show</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="315"/>
        <source>보기: {title}</source>
        <translation>Show: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="319"/>
        <source>하나로 합치기</source>
        <translation>Merge</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/idea_page.py" line="320"/>
        <source>하나로 합치기: {title}</source>
        <translation>Merge: {title}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="40"/>
        <location filename="../../desktop/ui/meetings/screen.py" line="41"/>
        <source>회의와 아이디어</source>
        <translation>Meetings and ideas</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="42"/>
        <source>회의</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="53"/>
        <source>제안 회의와 아이디어</source>
        <translation>Meetings and ideas</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="122"/>
        <source>다음 아이디어</source>
        <translation>Next idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="123"/>
        <source>이전 아이디어</source>
        <translation>Previous idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="124"/>
        <source>아이디어 고르기</source>
        <translation>Select idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="125"/>
        <source>아이디어 열기</source>
        <translation>Open idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="135"/>
        <source>안건에서 빼기</source>
        <translation>Take off agenda</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="142"/>
        <source>안건을 위로</source>
        <translation>Item up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="149"/>
        <source>안건을 아래로</source>
        <translation>Item down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="156"/>
        <source>아이디어 고치기</source>
        <translation>Edit idea</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="170"/>
        <source>고른 아이디어 하나로 합치기</source>
        <translation>Merge chosen ideas</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="178"/>
        <source>결정을 저장하고 다음</source>
        <translation>Save decision and next</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="182"/>
        <source>발표 화면 열기</source>
        <translation>Open presentation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/screen.py" line="190"/>
        <source>안건 고르기와 심의하기 바꾸기</source>
        <translation>Switch between picking and deciding</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="21"/>
        <source>모음</source>
        <translation>Pool</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="23"/>
        <location filename="../../desktop/ui/meetings/words.py" line="48"/>
        <source>채택</source>
        <translation>Adopted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="24"/>
        <location filename="../../desktop/ui/meetings/words.py" line="47"/>
        <source>보류</source>
        <translation>On hold</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="25"/>
        <location filename="../../desktop/ui/meetings/words.py" line="50"/>
        <source>불채택</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="31"/>
        <source>심의 전</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="37"/>
        <source>채택됨</source>
        <translation>adopted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="38"/>
        <source>보류됨</source>
        <translation>put on hold</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="39"/>
        <source>불채택됨</source>
        <translation>rejected</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="46"/>
        <source>안건에 있음</source>
        <translation>On an agenda</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="49"/>
        <source>추진 늦음</source>
        <translation>Late</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="52"/>
        <source>모두</source>
        <translation>All</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="58"/>
        <source>먼저 낸 순</source>
        <translation>Filed first</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="59"/>
        <source>최근 순</source>
        <translation>Newest</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="60"/>
        <source>공감 많은 순</source>
        <translation>Most support</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="66"/>
        <source>예정</source>
        <translation>Planned</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="67"/>
        <source>진행 중</source>
        <translation>Running</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="68"/>
        <source>마침</source>
        <translation>Ended</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="74"/>
        <location filename="../../desktop/ui/meetings/meeting_data.py" line="21"/>
        <source>제{n}차</source>
        <translation>No. {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="87"/>
        <source>회의 {day}</source>
        <translation>Meeting {day}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="101"/>
        <source>공감 {n}</source>
        <translation>Support {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="113"/>
        <source>제안자에게 알림: 아직 쓰지 않음</source>
        <translation>Proposer: not written yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="114"/>
        <source>제안자에게 알림: 작성됨 (보내기 전 확인)</source>
        <translation>Proposer: drafted (check before sending)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="115"/>
        <source>제안자에게 알림: 보내는 중</source>
        <translation>Proposer: being sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="116"/>
        <source>제안자에게 알림: 보내지 못함, 확인 필요</source>
        <translation>Proposer: not sent, please look</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="117"/>
        <source>제안자에게 알림: 알렸음</source>
        <translation>Proposer: told</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/words.py" line="120"/>
        <source> · 글 {sent}/{all}건</source>
        <translation> · {sent}/{all} posts</translation>
    </message>
</context>
<context>
    <name>Meetups</name>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="50"/>
        <source>번개팅을 취소할까요?</source>
        <translation>Cancel the meet-up?</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="51"/>
        <source>초대한 사람에게 저절로 알리지는 않습니다. 취소한 뒤 알려 주세요.</source>
        <translation>Those invited are not told by themselves. Please tell them afterwards.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="52"/>
        <location filename="../../desktop/ui/meetups/commands.py" line="163"/>
        <source>번개팅 취소하기</source>
        <translation>Cancel meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="52"/>
        <source>그대로 두기</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="61"/>
        <source>「{theme}」 번개팅을 끝냈습니다</source>
        <translation>Meet-up “{theme}” ended</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="62"/>
        <source>「{theme}」 번개팅을 취소했습니다</source>
        <translation>Meet-up “{theme}” cancelled</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="63"/>
        <source>「{theme}」 번개팅을 다시 열었습니다</source>
        <translation>Meet-up “{theme}” opened again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="69"/>
        <source>글 {n}건을 번개팅에서 뺐습니다</source>
        <translation>Posts taken out of the meet-up: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="75"/>
        <source>{n}명을 직접 초대한 것으로 적었습니다</source>
        <translation>Written down as invited in person: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="102"/>
        <source>지금 보낼 수 있는 글이 없습니다</source>
        <translation>There is nothing that can be sent now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="105"/>
        <source>초대 {n}건을 곧 보냅니다</source>
        <translation>Invitations on their way: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="106"/>
        <source>추첨 결과 {n}건을 곧 보냅니다</source>
        <translation>Notices of the draw on their way: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="107"/>
        <source>번개팅 결과 {n}건을 곧 보냅니다</source>
        <translation>Answers on the meet-up on their way: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="121"/>
        <source>{name}의 신청을 적었습니다</source>
        <translation>Sign-up written down: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="134"/>
        <source>{name}: 못 온다고 적었습니다</source>
        <translation>{name}: cannot come</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="136"/>
        <source>. 대기자 {n}명이 자리를 받았습니다</source>
        <translation>. From the waiting list got a seat: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="143"/>
        <source>{name}: 왔다고 적었습니다</source>
        <translation>{name}: came</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="144"/>
        <source>{name}: 안 왔다고 적었습니다</source>
        <translation>{name}: did not come</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="145"/>
        <source>{name}: 참석 여부를 비웠습니다</source>
        <translation>{name}: whether they came cleared</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="152"/>
        <source>{name}: 직접 알렸다고 적었습니다</source>
        <translation>{name}: told in person</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="157"/>
        <source>{name}: 명단에서 뺐습니다</source>
        <translation>{name}: taken off the list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="163"/>
        <source>답글 {n}건을 명단에 옮겼습니다</source>
        <translation>Replies taken into the list: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="168"/>
        <source>답글 {n}건을 신청과 상관없는 글로 두었습니다</source>
        <translation>Replies left as not about signing up: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="180"/>
        <source>「{theme}」 번개팅을 추첨했습니다</source>
        <translation>Seats of “{theme}” drawn</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="192"/>
        <source>온 사람 가운데 글을 쓴 사람이 없습니다</source>
        <translation>Nobody who came has written a post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="197"/>
        <location filename="../../desktop/ui/meetups/commands.py" line="126"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="389"/>
        <source>나온 말을 메모로 남기기</source>
        <translation>Note what was said</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="198"/>
        <source>이 사람이 쓴 글의 내부 메모로 남습니다. 시민에게 나가지 않습니다.</source>
        <translation>Kept as an internal note on their post. It does not reach citizens.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="199"/>
        <source>메모로 남기기</source>
        <translation>Keep as a note</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="207"/>
        <source>{name} 님의 건에 메모를 남겼습니다</source>
        <translation>Noted on the case of {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="218"/>
        <location filename="../../desktop/ui/meetups/commands.py" line="133"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="390"/>
        <source>나온 의견을 보드에 넣기</source>
        <translation>Put what was said on the board</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="219"/>
        <source>미분류에 새 글로 들어갑니다.</source>
        <translation>It becomes a new post among the unsorted.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="220"/>
        <source>보드에 넣기</source>
        <translation>Put on the board</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="235"/>
        <source>번개팅 「{theme}」</source>
        <translation>Meet-up “{theme}”</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="204"/>
        <location filename="../../desktop/ui/meetups/acts.py" line="237"/>
        <location filename="../../desktop/ui/meetups/strip.py" line="24"/>
        <source>번개팅</source>
        <translation>Meet-ups</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="238"/>
        <source>나온 의견을 보드의 미분류에 넣었습니다</source>
        <translation>What was said is on the board, unsorted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="242"/>
        <source>번개팅의 기록을 저장했습니다</source>
        <translation>Record of the meet-up saved</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="249"/>
        <source>일정 파일 저장하기</source>
        <translation>Save calendar file</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="250"/>
        <source>일정 (*.ics)</source>
        <translation>Calendar (*.ics)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="255"/>
        <source>추첨 결과 저장하기</source>
        <translation>Save result of the draw</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="256"/>
        <source>웹 문서 (*.html);;글 (*.txt)</source>
        <translation>Web page (*.html);;Text (*.txt)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="262"/>
        <source>당일 명단 저장하기</source>
        <translation>Save list of guests</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="263"/>
        <source>PDF (*.pdf);;한글 (*.hwpx);;ODT (*.odt)</source>
        <translation>PDF (*.pdf);;Hangul (*.hwpx);;ODT (*.odt)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="283"/>
        <source>저장했습니다: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="316"/>
        <source>{name} 님</source>
        <translation>{name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/acts.py" line="317"/>
        <source>{name} 님과 {n}명</source>
        <translation>{name} and {n} more</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="32"/>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="48"/>
        <source>번개팅 고치기</source>
        <translation>Edit meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="93"/>
        <location filename="../../desktop/ui/meetups/screen.py" line="132"/>
        <location filename="../../desktop/ui/meetups/screen.py" line="284"/>
        <location filename="../../desktop/ui/meetups/commands.py" line="179"/>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="48"/>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="100"/>
        <source>번개팅 만들기</source>
        <translation>New meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="57"/>
        <source>주제</source>
        <translation>Theme</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="62"/>
        <source>장소</source>
        <translation>Place</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="68"/>
        <source>분</source>
        <translation> min</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="71"/>
        <source>명</source>
        <translation> seats</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="73"/>
        <source>일시</source>
        <translation>Day and time</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="74"/>
        <source>신청 기한</source>
        <translation>Sign up until</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="76"/>
        <source>시간</source>
        <translation>Length</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="77"/>
        <source>정원</source>
        <translation>Seats</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="86"/>
        <source>자리: {places}</source>
        <translation>Places: {places}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="87"/>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="90"/>
        <source>초대 글</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="91"/>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="95"/>
        <source>짧은 초대 글</source>
        <translation>Short invitation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="96"/>
        <source>글자 수가 적은 채널에는 이 글을 보냅니다.</source>
        <translation>Goes to channels on which the other one is too long.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="100"/>
        <source>고친 것 저장하기</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="109"/>
        <source>글에 함께 나온 말</source>
        <translation>Words the posts share</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="152"/>
        <source>「{theme}」 번개팅을 만들었습니다</source>
        <translation>Meet-up “{theme}” made</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="156"/>
        <source>「{theme}」 번개팅을 고쳤습니다</source>
        <translation>Meet-up “{theme}” changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="65"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="243"/>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="166"/>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="178"/>
        <source>신청 적기</source>
        <translation>Write down a sign-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="253"/>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="170"/>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="174"/>
        <source>연락처</source>
        <translation>Contact</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="175"/>
        <source>결과를 알릴 때만 씁니다. 명단에는 가려서 찍습니다.</source>
        <translation>Only for telling the result. Partly hidden on the printed list.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="189"/>
        <source>{name} 님의 신청을 적었습니다</source>
        <translation>Sign-up of {name} written down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="80"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="268"/>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="197"/>
        <source>추첨 씨앗 공개</source>
        <translation>Publish seed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="199"/>
        <source>씨앗을 공개하면 신청 명단이 닫힙니다. 그 뒤에 신청하는 사람은 대기자의 끝에 섭니다. 누구나 씨앗과 신청 번호로 추첨을 다시 계산할 수 있습니다.</source>
        <translation>With the seed the list is closed. Who signs up later stands at the end of the waiting list. From seed and numbers anybody can compute the draw again.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="207"/>
        <source>미리 알 수 없는 공개된 값이 좋습니다. 예: 다음 로또 당첨 번호</source>
        <translation>Best is a public value that nobody knows beforehand, such as the next lottery numbers</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="208"/>
        <source>씨앗</source>
        <translation>Seed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="209"/>
        <source>신청 {n}건 · 명단 확인값 {digest}</source>
        <translation>Sign-ups {n} · check value of the list {digest}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="214"/>
        <source>무작위로 만들기</source>
        <translation>Make a random one</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="216"/>
        <source>씨앗 공개하기</source>
        <translation>Publish seed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="227"/>
        <source>씨앗을 공개했습니다: {seed}</source>
        <translation>Seed published: {seed}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="244"/>
        <source>이름 없이</source>
        <translation>Without a name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="249"/>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="250"/>
        <source>누가 한 말</source>
        <translation>Who said it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="253"/>
        <source>나온 말</source>
        <translation>What was said</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="275"/>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="286"/>
        <source>번개팅에 넣기</source>
        <translation>Put into a meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="281"/>
        <source>새 번개팅 만들기</source>
        <translation>New meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="282"/>
        <source>글 {n}건을 넣을 번개팅</source>
        <translation>Meet-up for the posts: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="311"/>
        <source>글 {n}건을 「{theme}」 번개팅에 넣었습니다</source>
        <translation>Posts put into the meet-up “{theme}”: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/dialogs.py" line="314"/>
        <source>이미 「{theme}」 번개팅에 있는 글입니다</source>
        <translation>It is in the meet-up “{theme}” already</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/month.py" line="59"/>
        <source>지난달</source>
        <translation>Last month</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/month.py" line="62"/>
        <source>다음 달</source>
        <translation>Next month</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/month.py" line="64"/>
        <source>이번 달</source>
        <translation>This month</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/month.py" line="72"/>
        <source>달력</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/month.py" line="156"/>
        <source>{day}, 번개팅 {n}건: {themes}</source>
        <translation>{day}, meet-ups {n}: {themes}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="82"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="180"/>
        <source>초대 보내기</source>
        <translation>Send invitations</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="41"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="83"/>
        <source>고른 사람만 초대</source>
        <translation>Invite chosen only</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="42"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="84"/>
        <source>직접 초대함</source>
        <translation>Invited in person</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="85"/>
        <source>글 빼기</source>
        <translation>Take out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="92"/>
        <source>초대할 글</source>
        <translation>Posts to invite from</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="94"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="224"/>
        <source>시민</source>
        <translation>Citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="95"/>
        <source>글</source>
        <translation>Post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="96"/>
        <source>채널</source>
        <translation>Channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="308"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="97"/>
        <source>초대</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="130"/>
        <source>나갈 글</source>
        <translation>What goes out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="149"/>
        <source>직접 초대할 글</source>
        <translation>Invite in person</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="165"/>
        <source>초대 글을 보낼 수 있는 사람 {n}명</source>
        <translation>Can be invited from here: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="167"/>
        <source>직접 초대할 사람 {n}명</source>
        <translation>to invite in person: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="170"/>
        <source>보드나 모아보기에서 글을 고르고 “번개팅에 넣기(B)”를 누르면 여기에 모입니다.</source>
        <translation>Choose posts on the board or in the list and press “Put into a meet-up (B)”: they gather here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="174"/>
        <source>추첨했거나 끝난 번개팅에는 더 초대하지 않습니다.</source>
        <translation>After the draw, or when it is over, nobody more is invited.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="178"/>
        <source>초대 {n}건 보내기</source>
        <translation>Send invitations: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="196"/>
        <source>글을 고르면 나갈 초대 글이 보입니다</source>
        <translation>Choose a post to see its invitation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="223"/>
        <source>초대에 온 답글</source>
        <translation>Replies to the invitation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="224"/>
        <source>답글</source>
        <translation>Reply</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="224"/>
        <source>뜻</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="232"/>
        <source>신청으로 적기</source>
        <translation>Takes part</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="233"/>
        <source>불참으로 적기</source>
        <translation>Write as Not Coming</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="428"/>
        <source>추첨하거나 끝낸 뒤에 저장합니다. 쓰던 글은 그때까지 남아 있습니다.</source>
        <translation>This is saved after the draw or the end. What you write stays here until then.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="75"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="245"/>
        <source>못 온다고 적기</source>
        <translation>Cannot come</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="234"/>
        <source>신청과 상관없음</source>
        <translation>Not about it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="68"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="244"/>
        <source>온다고 적기</source>
        <translation>Will come</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="36"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="246"/>
        <source>왔음</source>
        <translation>Came</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="37"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="247"/>
        <source>안 옴</source>
        <translation>Absent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="250"/>
        <source>신청한 사람</source>
        <translation>Guests</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="252"/>
        <source>번호</source>
        <translation>Number</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="254"/>
        <source>신청한 곳</source>
        <translation>Where from</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="255"/>
        <source>순서</source>
        <translation>Place</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="256"/>
        <source>결과 알림</source>
        <translation>Notice</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="257"/>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="81"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="269"/>
        <source>추첨하기</source>
        <translation>Draw seats</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="270"/>
        <source>결과 알리기</source>
        <translation>Tell result</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="61"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="271"/>
        <source>직접 알림</source>
        <translation>Told in person</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="98"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="272"/>
        <source>추첨 결과 저장</source>
        <translation>Save result of the draw</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="282"/>
        <source>확인할 답글 {n}건</source>
        <translation>Replies to look at: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="290"/>
        <source>{name} (초대하지 않음)</source>
        <translation>{name} (not invited)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="310"/>
        <source>전화·직접</source>
        <translation>Telephone, in person</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="98"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="328"/>
        <source>대기 {n}</source>
        <translation>waiting {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="334"/>
        <source>알리기 전</source>
        <translation>Not told</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="358"/>
        <source>정원 {seats}명에 {n}명이 신청했습니다.</source>
        <translation>Seats: {seats}. Signed up: {n}.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="362"/>
        <source>씨앗을 {when}에 공개했습니다: {seed}</source>
        <translation>Seed published {when}: {seed}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="366"/>
        <source>{when}에 추첨했습니다. 씨앗: {seed}</source>
        <translation>Drawn {when}. Seed: {seed}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="392"/>
        <source>나온 이야기 (내부 기록)</source>
        <translation>What was said (internal)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="393"/>
        <source>나온 이야기</source>
        <translation>What was said</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="394"/>
        <source>시민에게 나가지 않습니다.</source>
        <translation>It does not reach citizens.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="396"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="397"/>
        <source>시민에게 알릴 결과</source>
        <translation>What citizens are told</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="399"/>
        <source>글을 쓴 사람마다 그 글의 답변으로 나갑니다. 보낸 뒤 잠시 되돌릴 수 있습니다.</source>
        <translation>Goes to everybody who wrote, as an answer to their post, when you send it. For a moment it can be taken back.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="405"/>
        <source>기록 저장하기</source>
        <translation>Save record</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="141"/>
        <location filename="../../desktop/ui/meetups/panels.py" line="406"/>
        <source>결과를 답변으로 보내기</source>
        <translation>Send as answers</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/panels.py" line="424"/>
        <source>보낼 수 있는 답변 {ready}건 · 이미 보낸 답변 {done}건</source>
        <translation>Answers that can be sent: {ready} · sent already: {done}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="100"/>
        <source>보기</source>
        <translation>View</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="101"/>
        <source>월</source>
        <translation>Month</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="101"/>
        <source>목록</source>
        <translation>List</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/listing.py" line="28"/>
        <source>번개팅 목록</source>
        <translation>Meet-ups</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="129"/>
        <location filename="../../desktop/ui/meetups/screen.py" line="279"/>
        <source>아직 번개팅이 없습니다.</source>
        <translation>There is no meet-up yet.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="130"/>
        <location filename="../../desktop/ui/meetups/screen.py" line="282"/>
        <source>시민의 글에서 번개팅을 만들거나, 여기에서 바로 만들 수 있습니다.</source>
        <translation>Make one from citizens’ posts, or right here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="152"/>
        <location filename="../../desktop/ui/meetups/screen.py" line="153"/>
        <source>번개팅의 일</source>
        <translation>Steps of the meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="182"/>
        <source>고치기</source>
        <translation>Edit</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="183"/>
        <source>일정 파일</source>
        <translation>Calendar file</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="184"/>
        <source>당일 명단</source>
        <translation>List of guests</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="185"/>
        <source>끝내기</source>
        <translation>End</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="186"/>
        <source>취소하기</source>
        <translation>Call off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="187"/>
        <source>다시 열기</source>
        <translation>Open again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="393"/>
        <source>전화로 신청한 사람이라 이어진 글이 없습니다</source>
        <translation>They signed up by telephone and have no post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="177"/>
        <source>다음 줄</source>
        <translation>Next row</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="178"/>
        <source>이전 줄</source>
        <translation>Previous row</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="33"/>
        <source>고른 줄의 글 열기</source>
        <translation>Open the post of the chosen row</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="45"/>
        <source>고른 줄을 번개팅에서 빼기</source>
        <translation>Take the chosen row out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="182"/>
        <source>월·목록 바꾸기</source>
        <translation>Month or list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="36"/>
        <source>초대 모두 보내기</source>
        <translation>Send all invitations</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="52"/>
        <source>답글을 신청으로 적기</source>
        <translation>Take the reply as a sign-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="57"/>
        <source>답글을 못 온다고 적기</source>
        <translation>Take the reply as declining</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="60"/>
        <source>답글을 신청과 상관없는 글로 두기</source>
        <translation>Leave the reply as not about it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="84"/>
        <source>추첨 결과 알리기</source>
        <translation>Tell result of the draw</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="91"/>
        <source>직접 알렸다고 적기</source>
        <translation>Told in person</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="105"/>
        <source>왔다고 적기</source>
        <translation>Came</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="112"/>
        <source>안 왔다고 적기</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="119"/>
        <source>참석 여부 비우기</source>
        <translation>Clear whether they came</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="138"/>
        <source>번개팅 기록 저장</source>
        <translation>Save record of the meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="146"/>
        <source>일정 파일 저장</source>
        <translation>Save calendar file</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="149"/>
        <source>당일 명단 저장</source>
        <translation>Save list of guests</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="156"/>
        <source>번개팅 끝내기</source>
        <translation>End meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/commands.py" line="170"/>
        <source>번개팅 다시 열기</source>
        <translation>Open meet-up again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="268"/>
        <source>찾는 번개팅이 없습니다. 다른 말로 찾아 주세요.</source>
        <translation>No meet-up has these words. Please try others.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="270"/>
        <source>이 달에는 번개팅이 없습니다.</source>
        <translation>No meet-up this month.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="314"/>
        <location filename="../../desktop/ui/meetups/listing.py" line="58"/>
        <source>답글 {n}</source>
        <translation>replies {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="281"/>
        <source>번개팅을 고르면 여기에서 볼 수 있습니다.</source>
        <translation>Choose a meet-up to see it here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="295"/>
        <source>신청 {when}까지</source>
        <translation>sign up until {when}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="300"/>
        <source>장소를 정하지 않음</source>
        <translation>No place yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="309"/>
        <source>신청</source>
        <translation>Sign-ups</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/screen.py" line="310"/>
        <source>결과</source>
        <translation>Afterwards</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="17"/>
        <source>준비 중</source>
        <translation>Being planned</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="18"/>
        <source>신청 받는 중</source>
        <translation>Taking sign-ups</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="19"/>
        <source>추첨 마침</source>
        <translation>Drawn</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="20"/>
        <source>끝남</source>
        <translation>Over</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="21"/>
        <source>취소됨</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="31"/>
        <source>초대함</source>
        <translation>Invited</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="32"/>
        <source>신청함</source>
        <translation>Signed up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="33"/>
        <source>참석</source>
        <translation>Has a seat</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="34"/>
        <source>대기</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="35"/>
        <source>못 옴</source>
        <translation>Cannot come</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="44"/>
        <source>신청하는 듯</source>
        <translation>Seems to sign up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="45"/>
        <source>못 온다는 듯</source>
        <translation>Seems to decline</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="46"/>
        <source>물어봄</source>
        <translation>Asks</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="47"/>
        <source>알 수 없음</source>
        <translation>Unclear</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="54"/>
        <source>보내기 전</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="55"/>
        <source>곧 보냄</source>
        <translation>Sending soon</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="56"/>
        <source>보내는 중</source>
        <translation>Sending</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="57"/>
        <source>보냄</source>
        <translation>Sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="58"/>
        <source>보내지 못함</source>
        <translation>Refused</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="59"/>
        <source>확인 중</source>
        <translation>Being checked</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="60"/>
        <source>보내지 않음</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="62"/>
        <source>승인 기다림</source>
        <translation>Waits for approval</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="63"/>
        <source>승인되지 않음</source>
        <translation>Not approved</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="72"/>
        <source>{n}자 넘음: 초대 글을 줄여 주세요</source>
        <translation>{n} too many: please shorten the invitation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="92"/>
        <source>정원 {n}</source>
        <translation>seats {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="94"/>
        <source>신청 {n}</source>
        <translation>signed up {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="96"/>
        <source>참석 {n}</source>
        <translation>coming {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/words.py" line="103"/>
        <source>{n}명</source>
        <translation>{n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/strip.py" line="26"/>
        <source>번개팅 보기</source>
        <translation>Show meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetups/strip.py" line="41"/>
        <source>번개팅 「{theme}」 · {when} · {standing}</source>
        <translation>Meet-up “{theme}” · {when} · {standing}</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="35"/>
        <location filename="../../desktop/ui/settings/members_page.py" line="75"/>
        <source>구성원 추가</source>
        <translation>Add a member</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="35"/>
        <source>구성원 고치기</source>
        <translation>Change a member</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="45"/>
        <source>설정 &gt; 일반의 이름과 같게 적습니다. 처리 기록에 남는 이름입니다.</source>
        <translation>The same as in Settings &gt; General: the name in the log.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="46"/>
        <location filename="../../desktop/ui/settings/members_page.py" line="59"/>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="49"/>
        <source>보이는 이름 (없어도 됩니다)</source>
        <translation>Shown name (optional)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="51"/>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="58"/>
        <location filename="../../desktop/ui/settings/members_page.py" line="60"/>
        <source>역할</source>
        <translation>Role</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="64"/>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="74"/>
        <location filename="../../desktop/ui/settings/members_page.py" line="61"/>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="65"/>
        <source>(부서 없음)</source>
        <translation>(no department)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="76"/>
        <source>말할 수 있는 명의</source>
        <translation>Voices</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="82"/>
        <source>일하고 있음</source>
        <translation>At work</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="87"/>
        <source>추가하기</source>
        <translation>Add</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="87"/>
        <source>저장하기</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="101"/>
        <source>{voice} (역할에 들어 있음)</source>
        <translation>{voice} (part of the role)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="117"/>
        <source>없는 부서입니다. 목록에서 골라 주세요.</source>
        <translation>There is no such department. Please choose one from the list.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="140"/>
        <source>{name} 님을 구성원으로 추가했습니다</source>
        <translation>{name} is a member now</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/member_dialog.py" line="144"/>
        <source>{name} 님의 역할을 고쳤습니다</source>
        <translation>{name} was changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="49"/>
        <source>구성원 역할 권한 명의 관리자</source>
        <translation>members roles rights voices admin</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="56"/>
        <location filename="../../desktop/ui/settings/members_page.py" line="239"/>
        <source>구성원</source>
        <translation>Members</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="62"/>
        <source>더한 명의</source>
        <translation>More voices</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="76"/>
        <source>고치기</source>
        <translation>Change</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="77"/>
        <source>빼기</source>
        <translation>Remove</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="78"/>
        <location filename="../../desktop/ui/settings/members_page.py" line="201"/>
        <source>명단 가져오기</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="99"/>
        <source>역할마다 하는 일</source>
        <translation>What each role does</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="130"/>
        <source>{role} · 쉼</source>
        <translation>{role} · at rest</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="140"/>
        <source>구성원 {count}명. 명단에 없는 사람은 보기만 합니다.</source>
        <translation>{count} members. Whoever is not listed only looks on.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="144"/>
        <source>구성원을 정하지 않았습니다. 지금은 누구나 모든 일을 할 수 있습니다. 첫 구성원은 관리자입니다.</source>
        <translation>There are no members: everybody may do everything. The first member is an admin.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="189"/>
        <source>‘{name}’ 님을 구성원에서 뺄까요?</source>
        <translation>Remove {name} from the members?</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="190"/>
        <source>하던 일의 기록은 남습니다. 되돌릴 수 있습니다.</source>
        <translation>What they did stays in the log. This can be undone.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="191"/>
        <source>구성원에서 빼기</source>
        <translation>Remove the member</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="198"/>
        <source>{name} 님을 구성원에서 뺐습니다</source>
        <translation>{name} was removed from the members</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="203"/>
        <source>명단 (*.csv *.xlsx)</source>
        <translation>Lists (*.csv *.xlsx)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="220"/>
        <source>구성원 {new}명을 추가하고 {changed}명을 고쳤습니다</source>
        <translation>{new} members added, {changed} changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/members_page.py" line="228"/>
        <source>{text}. {bad}줄은 빠졌습니다. {line}번째 줄: {why}</source>
        <translation>{text}. {bad} lines were left out. Line {line}: {why}</translation>
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
        <location filename="../../desktop/ui/detail/notes.py" line="51"/>
        <source>시민에게 보이지 않습니다</source>
        <translation>Not visible to the citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="52"/>
        <source>내부 메모 목록</source>
        <translation>Internal notes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="54"/>
        <source>새 내부 메모</source>
        <translation>New internal note</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="55"/>
        <source>함께 일하는 사람에게 남길 메모를 적어 주세요.</source>
        <translation>Write a note for your colleagues.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="61"/>
        <source>메모 남기기</source>
        <translation>Leave the note</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="150"/>
        <source>임시 저장됨 {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="156"/>
        <source>아직 메모가 없습니다.</source>
        <translation>There are no notes yet.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/notes.py" line="161"/>
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
        <source>{what}: 인터넷에 연결되면 보냅니다.</source>
        <translation>{what}: goes out when the internet is back.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="70"/>
        <source>{what}: 아직 보내지 못했습니다. {time}에 다시 보냅니다.</source>
        <translation>{what}: not sent yet. Tried again at {time}.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="76"/>
        <source>{what}: {n}초 뒤에 보냅니다.</source>
        <translation>{what}: goes out in {n} s.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="77"/>
        <source>{what}: 곧 보냅니다.</source>
        <translation>{what}: goes out now.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="79"/>
        <source>{what}: 보내는 중입니다.</source>
        <translation>{what}: being sent.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="84"/>
        <source>답변했습니다. 채널에 올라간 것을 확인했습니다. {time}</source>
        <translation>Answered. It was seen on the channel. {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="88"/>
        <source>{what}: 마쳤습니다. {time}</source>
        <translation>{what}: done. {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="90"/>
        <source>{what}: 채널이 받지 않았습니다. 쓴 글은 그대로 있습니다.</source>
        <translation>{what}: the channel refused it. What you wrote is kept.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="95"/>
        <source>{what}: 올라갔는지 알 수 없습니다.</source>
        <translation>{what}: it is not known whether it arrived.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="98"/>
        <source>{what}: 보냈는지 확인하고 있습니다. 확인될 때까지 다시 보내지 않습니다.</source>
        <translation>{what}: checking whether it was sent. Until that is known it is not sent again.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="130"/>
        <source>보내지 않기</source>
        <translation>Do not send</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="135"/>
        <source>다시 쓰기</source>
        <translation>Write again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="138"/>
        <source>올라간 답변 보기</source>
        <translation>Show the answer on the channel</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="147"/>
        <source>올라갔습니다</source>
        <translation>It arrived</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="148"/>
        <source>올라가지 않았습니다</source>
        <translation>It did not arrive</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/outbox_strip.py" line="171"/>
        <source>보낸 답변의 상태</source>
        <translation>State of answers sent</translation>
    </message>
</context>
<context>
    <name>OwnerDialog</name>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="58"/>
        <source>소관 부서 정하기</source>
        <translation>Name the owner</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="67"/>
        <source>두 부서를 거쳐 돌아온 건입니다. 누가 맡을지 정하면 그 부서로 갑니다.</source>
        <translation>Two departments have given this case back. Whoever you name gets it.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="72"/>
        <source>이런 건이 {count}건입니다. 같은 부서로 정합니다.</source>
        <translation>There are {count} such cases. All get the same owner.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="77"/>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="82"/>
        <source>소관 부서</source>
        <translation>Owner</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="83"/>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="86"/>
        <source>까닭</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="85"/>
        <source>이 부서에 함께 전합니다.</source>
        <translation>The department is told this too.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="88"/>
        <source>이 낱말이 모두 든 글에는 다음부터 이 부서를 먼저 추천합니다.</source>
        <translation>Texts with all these words are from now on suggested for this department first.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="89"/>
        <source>이런 글에도</source>
        <translation>Also for texts with</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="91"/>
        <source>이 부서로 정하기</source>
        <translation>Name this department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="101"/>
        <source>소관 부서 고르기</source>
        <translation>Choose the owner</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/forwarding/owner_dialog.py" line="112"/>
        <source>소관 부서: {name}</source>
        <translation>Owner: {name}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <location filename="../../desktop/ui/shell/find.py" line="31"/>
        <source>{screen}에서 “{text}” 찾기</source>
        <translation>Find “{text}” in {screen}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/find.py" line="42"/>
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
        <location filename="../../desktop/ui/lists/picker.py" line="47"/>
        <location filename="../../desktop/ui/lists/picker.py" line="57"/>
        <location filename="../../desktop/ui/lists/picker.py" line="99"/>
        <source>담당 부서 고르기</source>
        <translation>Choose a department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="59"/>
        <source>부서 찾기</source>
        <translation>Find a department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="65"/>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="71"/>
        <source>Enter 고르기 · Esc 미정</source>
        <translation>Enter chooses · Esc leaves it open</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="158"/>
        <source>{name}  (추천: {word})</source>
        <translation>{name}  (suggested: {word})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="150"/>
        <source>찾는 부서가 없습니다. 다른 말로 찾아 주세요.</source>
        <translation>No department was found. Please search for another word.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="60"/>
        <source>이름, 업무, 초성(ㄱㅌ)으로 찾습니다</source>
        <translation>Finds by name, duty and initial consonants</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="75"/>
        <source>더 정하기 (Shift+Enter)</source>
        <translation>More (Shift+Enter)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="166"/>
        <source>메일로 보냄</source>
        <translation>by mail</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="171"/>
        <source>부재, 대직 없음</source>
        <translation>absent, nobody stands in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="172"/>
        <source>부재, 대직 {name}</source>
        <translation>absent, {name} stands in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="238"/>
        <source>소관 결정: {words}</source>
        <translation>ruled: {words}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/picker.py" line="242"/>
        <source>지난 이관: {words}</source>
        <translation>decided before: {words}</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <location filename="../../desktop/ui/meetings/presenter.py" line="39"/>
        <location filename="../../desktop/ui/meetings/presenter.py" line="40"/>
        <source>발표 화면</source>
        <translation>Presentation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/presenter.py" line="76"/>
        <source>J·K 안건  ↑·↓ 글  Esc 닫기</source>
        <translation>J·K items  ↑·↓ text  Esc close</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/presenter.py" line="105"/>
        <source>안건 {n}건</source>
        <translation>{n} items</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/presenter.py" line="114"/>
        <source>안건 {n} / {all}</source>
        <translation>Item {n} / {all}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/presenter.py" line="120"/>
        <source>같은 글 {n}건</source>
        <translation>{n} posts say the same</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/presenter.py" line="187"/>
        <source>{day}까지</source>
        <translation>by {day}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <location filename="../../desktop/ui/speaking/preview_dialog.py" line="53"/>
        <source>비공개</source>
        <translation>Private</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/preview_dialog.py" line="56"/>
        <source>{name} 님에게 보내는 답글</source>
        <translation>In reply to {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/preview_dialog.py" line="79"/>
        <source>약속 · {day} · {text}</source>
        <translation>Promise · {day} · {text}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/preview_dialog.py" line="88"/>
        <source>시민에게 이렇게 보입니다</source>
        <translation>As the citizen will see it</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/preview_dialog.py" line="90"/>
        <source>미리보기 닫기</source>
        <translation>Close the preview</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="42"/>
        <source>가린 정보를 본 사람 개인정보 기록</source>
        <translation>who looked at hidden personal data log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="46"/>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="50"/>
        <source>가린 정보를 본 사람</source>
        <translation>Who looked at hidden data</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="47"/>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="80"/>
        <source>아직 본 사람이 없습니다.</source>
        <translation>Nobody has looked yet.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="53"/>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="54"/>
        <source>지난 30일</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="55"/>
        <source>모두</source>
        <translation>In all</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="56"/>
        <source>마지막</source>
        <translation>Last</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="76"/>
        <source>맡은 역할로는 볼 수 없습니다.</source>
        <translation>Your role may not see this.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="92"/>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="93"/>
        <source>{count}번</source>
        <translation>{count} times</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="112"/>
        <source>개인정보</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="113"/>
        <source>가리는 정보</source>
        <translation>What is hidden</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="115"/>
        <source>{kinds}. 시민의 글과 메모에 있으면 모든 화면, 복사한 글, 내보낸 파일에서 가립니다. 시의 글은 가리지 않습니다. 찾기는 실제 번호로도 됩니다.</source>
        <translation>{kinds}: hidden in citizens’ posts and in notes, on every screen, in copied text and in exported files. What the city wrote is not hidden. Search finds by the real number.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="121"/>
        <source>가린 정보 보기</source>
        <translation>Seeing what is hidden</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/privacy_page.py" line="122"/>
        <source>글을 열고 Alt+U를 누르면 그 글만 보입니다. 다른 글로 가면 다시 가립니다. 누가 어느 글을 보았는지 처리 기록에 남습니다. 늘 보이게 할 수는 없습니다.</source>
        <translation>Open a post and press Alt+U: that post alone is shown, until you go on. The log keeps who looked at which post. It cannot be shown always.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="107"/>
        <source>추진 상황 적기</source>
        <translation>Note progress</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="108"/>
        <source>저장하기</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="119"/>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="128"/>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="129"/>
        <source>추진율</source>
        <translation>Progress</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="130"/>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="131"/>
        <source>무엇을 했나요</source>
        <translation>What was done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="137"/>
        <source>추진 예정일</source>
        <translation>Planned date</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="150"/>
        <source>추진 부서 고르기</source>
        <translation>Choose the department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="160"/>
        <source>정하지 않음</source>
        <translation>Not set</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="161"/>
        <source>추진 부서: {name}</source>
        <translation>Department: {name}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/meetings/dialogs.py" line="173"/>
        <source>추진 상황을 적었습니다: {n}%</source>
        <translation>Progress noted: {n}%</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="25"/>
        <source>날짜를 알 수 없습니다. 2026-12-31이나 12월 31일처럼 적어 주세요.</source>
        <translation>This is no day. Please write it like 2026-12-31.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="69"/>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="31"/>
        <source>언제까지</source>
        <translation>Until when</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="30"/>
        <source>예: 12월 31일, 이달 말</source>
        <translation>For example 2026-12-31</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="37"/>
        <source>담당 부서나 사람</source>
        <translation>Department or person</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="47"/>
        <source>약속 목록에 적기</source>
        <translation>Put into the list of promises</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="70"/>
        <source>답변이 하는 약속</source>
        <translation>What this answer promises</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="268"/>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="81"/>
        <source>이대로 적기</source>
        <translation>Write it down so</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="105"/>
        <source>약속 고치기</source>
        <translation>Change a promise</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="95"/>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="105"/>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="117"/>
        <source>약속 적기</source>
        <translation>Write a promise down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="107"/>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="111"/>
        <source>약속한 내용</source>
        <translation>What was promised</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="117"/>
        <source>고친 대로 적기</source>
        <translation>Save the changes</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promise_form.py" line="155"/>
        <source>까닭을 적어 주세요.</source>
        <translation>Please write why.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="42"/>
        <source>시민에게 한 약속</source>
        <translation>Promises to citizens</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="47"/>
        <source>보일 약속</source>
        <translation>Promises to show</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="49"/>
        <source>남음</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="50"/>
        <source>지남</source>
        <translation>Late</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="51"/>
        <source>지킴</source>
        <translation>Kept</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="52"/>
        <source>못 지킴</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="53"/>
        <source>모두</source>
        <translation>All</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="59"/>
        <source>내용이나 담당 찾기</source>
        <translation>Find in promises</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="66"/>
        <source>약속 목록</source>
        <translation>List of promises</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="70"/>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="71"/>
        <source>약속</source>
        <translation>Promise</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="72"/>
        <source>담당</source>
        <translation>Owner</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="73"/>
        <source>적은 사람</source>
        <translation>Made by</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="88"/>
        <source>더 보기</source>
        <translation>Show more</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="97"/>
        <source>글 열기</source>
        <translation>Open the post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="99"/>
        <source>고치기</source>
        <translation>Change</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="101"/>
        <source>다시 열기</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="103"/>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="266"/>
        <source>못 지켰다고 적기</source>
        <translation>Mark as dropped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="105"/>
        <source>지켰다고 적기</source>
        <translation>Mark as kept</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="168"/>
        <source>찾는 약속이 없습니다.</source>
        <translation>No such promise.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="170"/>
        <source>여기에 보일 약속이 없습니다.</source>
        <translation>There is no promise to show here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="171"/>
        <source>답변에 약속이 있으면 보낼 때 적을 수 있습니다.</source>
        <translation>Promises in an answer can be written down when it is sent.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="189"/>
        <source>{name} 님이 {time}에 한 약속</source>
        <translation>Promised by {name}, {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="192"/>
        <source>{name} 님이 {time}에 마침</source>
        <translation>Closed by {name}, {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="230"/>
        <source>약속을 적었습니다</source>
        <translation>The promise was written down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="247"/>
        <source>약속을 고쳤습니다</source>
        <translation>The promise was changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="257"/>
        <source>약속을 지켰다고 적었습니다</source>
        <translation>The promise was marked as kept</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="259"/>
        <source>약속을 못 지켰다고 적었습니다</source>
        <translation>The promise was marked as dropped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="267"/>
        <source>지키지 못한 까닭</source>
        <translation>Why it was not kept</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/promises_dialog.py" line="278"/>
        <source>약속을 다시 열었습니다</source>
        <translation>The promise is open again</translation>
    </message>
</context>
<context>
    <name>Quick</name>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="68"/>
        <location filename="../../desktop/ui/quick/page.py" line="88"/>
        <location filename="../../desktop/ui/quick/opening.py" line="27"/>
        <source>빠른 답변</source>
        <translation>Quick answers</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="93"/>
        <location filename="../../desktop/ui/quick/page.py" line="112"/>
        <location filename="../../desktop/ui/quick/page.py" line="264"/>
        <source>빠른 답변 닫기</source>
        <translation>Close quick answers</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="109"/>
        <location filename="../../desktop/ui/quick/page.py" line="259"/>
        <source>답변을 기다리는 의견이 없습니다.</source>
        <translation>No opinion waits for an answer.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="110"/>
        <location filename="../../desktop/ui/quick/page.py" line="261"/>
        <source>단순 의견으로 옮긴 글이 오면 여기에 나타납니다.</source>
        <translation>Posts sorted as opinions appear here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="126"/>
        <source>시민의 글</source>
        <translation>Post of a citizen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="141"/>
        <source>글</source>
        <translation>Post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="154"/>
        <location filename="../../desktop/ui/quick/page.py" line="209"/>
        <source>앞의 글</source>
        <translation>Previous</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="159"/>
        <location filename="../../desktop/ui/quick/page.py" line="208"/>
        <source>나중에 보기</source>
        <translation>Later</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="175"/>
        <source>답변 쓰기</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="176"/>
        <location filename="../../desktop/ui/quick/page.py" line="212"/>
        <source>번개팅에 넣기</source>
        <translation>Put into a meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="177"/>
        <location filename="../../desktop/ui/quick/page.py" line="211"/>
        <source>부서로 보내기</source>
        <translation>To a department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="178"/>
        <location filename="../../desktop/ui/quick/page.py" line="213"/>
        <source>감사 보내기</source>
        <translation>Send thanks</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="210"/>
        <source>원문 보기</source>
        <translation>Show original</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="235"/>
        <source>{n}건 남음</source>
        <translation>{n} left</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="260"/>
        <source>이번에 {n}건을 처리했습니다.</source>
        <translation>Done this time: {n}.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="316"/>
        <source>곧 보냄</source>
        <translation>Sending soon</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="317"/>
        <source>보내는 중</source>
        <translation>Sending</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="318"/>
        <source>답변 보냄</source>
        <translation>Answered</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="319"/>
        <source>보내지 못함</source>
        <translation>Refused</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="320"/>
        <source>확인 중</source>
        <translation>Being checked</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="400"/>
        <source>이 글의 채널이 목록에 없습니다.</source>
        <translation>The channel of this post is not in the list.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="437"/>
        <source>{name} 님에게 감사를 곧 보냅니다</source>
        <translation>Thanks to {name} on their way</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/page.py" line="437"/>
        <source>{name} 님의 글에 공감을 곧 보냅니다</source>
        <translation>Like for the post of {name} on its way</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/opening.py" line="42"/>
        <source>답변을 기다리는 의견이 {n}건 있습니다</source>
        <translation>Opinions that wait for an answer: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/quick/opening.py" line="43"/>
        <source>빠른 답변 열기 (G Q)</source>
        <translation>Open quick answers (G Q)</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <location filename="../../desktop/ui/screens.py" line="50"/>
        <source>보드</source>
        <translation>Board</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/screens.py" line="55"/>
        <source>모아보기</source>
        <translation>All posts</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/screens.py" line="62"/>
        <source>부서 접수</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/screens.py" line="67"/>
        <source>회의</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/screens.py" line="72"/>
        <source>번개팅</source>
        <translation>Meet-ups</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/screens.py" line="77"/>
        <source>채널</source>
        <translation>Channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/screens.py" line="80"/>
        <source>처리 기록</source>
        <translation>Log</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/screens.py" line="85"/>
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
    <name>Roles</name>
    <message>
        <location filename="../../desktop/ui/rights.py" line="68"/>
        <source>관리자</source>
        <translation>Admin</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="69"/>
        <source>분류 담당</source>
        <translation>Triage</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="70"/>
        <source>대변인</source>
        <translation>Spokesperson</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="71"/>
        <source>시장</source>
        <translation>Mayor</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="72"/>
        <source>부서 담당</source>
        <translation>Department</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="73"/>
        <source>채널 운영</source>
        <translation>Channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="74"/>
        <source>보기만</source>
        <translation>Viewer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="81"/>
        <source>모든 일을 하고, 구성원을 정합니다.</source>
        <translation>Does everything and names the members.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="82"/>
        <source>분류하고 이관하고 답변합니다. 부서와 기한을 정합니다.</source>
        <translation>Sorts, forwards and answers; keeps departments and deadlines.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="83"/>
        <source>분류하고 답변하고 답변을 승인합니다.</source>
        <translation>Sorts, answers and approves answers.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="84"/>
        <source>분류하고 답변하고 답변을 승인합니다. 시장 명의로 말합니다.</source>
        <translation>Sorts, answers, approves answers and speaks as the mayor.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="85"/>
        <source>이관받은 건을 접수하고 답변합니다.</source>
        <translation>Receives and answers forwarded cases.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="86"/>
        <source>채널과 계정을 관리합니다.</source>
        <translation>Looks after channels and accounts.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="87"/>
        <source>보기만 합니다.</source>
        <translation>Only looks on.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/rights.py" line="96"/>
        <source>‘{role}’ 역할로는 할 수 없습니다. 할 수 있는 역할: {able}</source>
        <translation>Not as {role}. Who can: {able}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="55"/>
        <location filename="../../desktop/ui/settings/pages.py" line="104"/>
        <source>언어</source>
        <translation>Language</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="59"/>
        <location filename="../../desktop/ui/settings/pages.py" line="123"/>
        <source>글자 크기</source>
        <translation>Text size</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="62"/>
        <location filename="../../desktop/ui/settings/pages.py" line="121"/>
        <source>화면 밝기</source>
        <translation>Brightness</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="82"/>
        <location filename="../../desktop/ui/settings/pages.py" line="70"/>
        <location filename="../../desktop/ui/settings/pages.py" line="110"/>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="83"/>
        <location filename="../../desktop/ui/settings/pages.py" line="83"/>
        <location filename="../../desktop/ui/settings/pages.py" line="111"/>
        <source>하는 일</source>
        <translation>Role</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/firstrun/steps.py" line="99"/>
        <location filename="../../desktop/ui/settings/pages.py" line="165"/>
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
        <location filename="../../desktop/ui/settings/pages.py" line="96"/>
        <source>{role} (구성원에서 정합니다)</source>
        <translation>{role} (set under Members)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="102"/>
        <source>일반</source>
        <translation>General</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="105"/>
        <source>바로 바뀝니다. 시민이 쓴 글은 번역하지 않습니다.</source>
        <translation>Applies at once. What citizens wrote is not translated.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="109"/>
        <source>처리 기록과 메모에 남는 이름입니다.</source>
        <translation>The name in the history and in notes.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="112"/>
        <source>처음 안내 다시 보기</source>
        <translation>Show the first steps again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="114"/>
        <source>처음 안내</source>
        <translation>First steps</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="119"/>
        <source>화면</source>
        <translation>Screen</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="124"/>
        <source>Ctrl+= 와 Ctrl+- 로도 바꿀 수 있습니다.</source>
        <translation>Also changed with Ctrl+= and Ctrl+-.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="128"/>
        <source>카드 크기</source>
        <translation>Card size</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="129"/>
        <source>카드 하나에 보이는 글의 줄 수입니다.</source>
        <translation>How many lines of a post a card shows.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="137"/>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="139"/>
        <source>보내기 취소 시간</source>
        <translation>Time to take back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="140"/>
        <source>보내기를 누른 뒤 이 시간 안에는 되돌릴 수 있습니다.</source>
        <translation>After pressing Send, an answer can be taken back within this time.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="144"/>
        <source>{seconds}초</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="146"/>
        <source>바로 보내기</source>
        <translation>Send at once</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="156"/>
        <source>단축키</source>
        <translation>Keys</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="162"/>
        <source>데이터</source>
        <translation>Data</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="164"/>
        <source>글과 처리 기록이 들어 있는 파일입니다. 비밀번호는 들어 있지 않습니다.</source>
        <translation>The file with posts and history. It holds no passwords.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="166"/>
        <location filename="../../desktop/ui/settings/pages.py" line="198"/>
        <source>다른 업무공간 열기</source>
        <translation>Open another workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="168"/>
        <location filename="../../desktop/ui/settings/pages.py" line="206"/>
        <source>새 업무공간 만들기</source>
        <translation>Make a new workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="170"/>
        <source>업무공간 바꾸기</source>
        <translation>Change the workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="171"/>
        <location filename="../../desktop/ui/settings/pages.py" line="214"/>
        <source>백업 저장하기</source>
        <translation>Save a backup</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="173"/>
        <source>쓰는 중에도 안전하게 복사합니다.</source>
        <translation>Copies safely even while you work.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="174"/>
        <source>백업</source>
        <translation>Backup</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="176"/>
        <source>내 업무공간 열기</source>
        <translation>Open my workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="178"/>
        <source>지금은 예시 업무공간입니다. 여기에서는 아무것도 보내지 않습니다.</source>
        <translation>This is a sample workspace. Nothing is sent from here.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="179"/>
        <location filename="../../desktop/ui/settings/pages.py" line="186"/>
        <source>예시 업무공간</source>
        <translation>Sample workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="181"/>
        <source>예시 데이터로 둘러보기</source>
        <translation>Look around with sample data</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="183"/>
        <source>지어낸 글 약 300건으로 써 볼 수 있습니다. 아무것도 보내지 않습니다.</source>
        <translation>Try the program with about 300 made-up posts. Nothing is sent.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/pages.py" line="192"/>
        <source>업무공간 (*.db)</source>
        <translation>Workspace (*.db)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/screen.py" line="50"/>
        <source>설정 찾기</source>
        <translation>Find a setting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/screen.py" line="55"/>
        <source>설정 묶음</source>
        <translation>Groups of settings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/screen.py" line="69"/>
        <source>맞는 설정이 없습니다. 다른 낱말로 찾아 주세요.</source>
        <translation>No setting was found. Please search for another word.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/screen.py" line="76"/>
        <location filename="../../desktop/ui/settings/screen.py" line="95"/>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/settings/screen.py" line="116"/>
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
        <location filename="../../desktop/ui/lists/sorter.py" line="70"/>
        <source>순서를 바꿨습니다</source>
        <translation>Order changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="78"/>
        <source>하나로 묶을 건을 두 개 이상 골라 주세요 (X)</source>
        <translation>Choose two or more cases to group (X)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="90"/>
        <source>{count}건을 하나의 건으로 묶었습니다</source>
        <translation>Grouped {count} into one case</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="99"/>
        <source>묶인 건이 아니어서 나눌 것이 없습니다</source>
        <translation>This case is not a group, there is nothing to take apart</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="107"/>
        <source>묶인 글을 각각의 건으로 나눴습니다</source>
        <translation>The grouped posts are separate cases again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="123"/>
        <source>별표를 달았습니다</source>
        <translation>Star added</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="123"/>
        <source>별표를 뗐습니다</source>
        <translation>Star removed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="137"/>
        <source>{count}건의 처리를 끝냈습니다</source>
        <translation>Marked {count} as done</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="139"/>
        <source>{count}건을 다시 열었습니다</source>
        <translation>Reopened {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/lists/sorter.py" line="159"/>
        <source>{count}건을 {where} 옮겼습니다</source>
        <translation>Moved {count} to {where}</translation>
    </message>
</context>
<context>
    <name>Speaking</name>
    <message>
        <location filename="../../desktop/ui/speaking/approvals_dialog.py" line="68"/>
        <location filename="../../desktop/ui/speaking/what_changed.py" line="74"/>
        <source>바뀐 곳</source>
        <translation>What changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/status.py" line="51"/>
        <source>승인할 답변 보기</source>
        <translation>Show answers to approve</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/status.py" line="52"/>
        <source>돌아온 답변 열기</source>
        <translation>Open a Returned Answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/status.py" line="73"/>
        <source>돌아온 답변이 없습니다</source>
        <translation>No answer has come back</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="130"/>
        <location filename="../../desktop/ui/speaking/status.py" line="53"/>
        <source>약속 보기</source>
        <translation>Show promises</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="28"/>
        <source>이어받기</source>
        <translation>Take over</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="29"/>
        <source>이어받으면 처리 기록에 남습니다</source>
        <translation>Taking over is kept in the history</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="56"/>
        <source>{name} 님이 쓰던 답변을 이어받았습니다</source>
        <translation>You took over the answer that {name} was writing</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="62"/>
        <source>답변 작성 이어받기</source>
        <translation>Take over writing the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="74"/>
        <source>답변 보기</source>
        <translation>Show the answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="76"/>
        <source>다시 요청하기</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="78"/>
        <source>고쳐 쓰기</source>
        <translation>Write it anew</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/sending.py" line="55"/>
        <location filename="../../desktop/ui/speaking/strips.py" line="80"/>
        <source>요청 거두기</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="92"/>
        <source>{voice} 명의 답변이 승인을 기다립니다 · {name} {time}</source>
        <translation>An answer as {voice} waits for approval · {name} {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="94"/>
        <source>고쳐 달라고 돌아왔습니다 · {who} {time} · {comment}</source>
        <translation>Sent back to be changed · {who} {time} · {comment}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="96"/>
        <source>대화가 바뀌어 승인 요청이 멈췄습니다 · {name} {time}</source>
        <translation>The thread changed; the request stopped · {name} {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="119"/>
        <source>승인을 다시 요청했습니다</source>
        <translation>Approval was asked for again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/sending.py" line="70"/>
        <source>승인 요청을 거두었습니다</source>
        <translation>The request was withdrawn</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="128"/>
        <source>지켰다고 적기</source>
        <translation>Mark as kept</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="142"/>
        <source>약속 {n}건</source>
        <translation>Promises: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/strips.py" line="153"/>
        <source>약속을 지켰다고 적었습니다</source>
        <translation>The promise was marked as kept</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/under_editor.py" line="46"/>
        <source>보내기 전에 볼 곳</source>
        <translation>To look at before sending</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/under_editor.py" line="109"/>
        <source>약속으로 적기</source>
        <translation>Keep as a promise</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/under_editor.py" line="111"/>
        <source>답변이 올라가면 약속 목록에 적습니다</source>
        <translation>Put into the list of promises once the answer is out</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/under_editor.py" line="113"/>
        <source>약속 고치기</source>
        <translation>Change the promise</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/under_editor.py" line="139"/>
        <source>{n}건 · {first}</source>
        <translation>{n} · {first}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/under_editor.py" line="142"/>
        <source>적지 않기로 한 약속입니다</source>
        <translation>Not to be written down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/what_changed.py" line="32"/>
        <source>새 글</source>
        <translation>New post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/what_changed.py" line="33"/>
        <source>고친 글</source>
        <translation>Edited post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/what_changed.py" line="34"/>
        <source>지워진 글</source>
        <translation>Deleted post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/what_changed.py" line="35"/>
        <source>다른 사람의 답변</source>
        <translation>A colleague&apos;s answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/what_changed.py" line="69"/>
        <source>답변을 쓰는 동안 대화가 바뀌었습니다</source>
        <translation>The thread changed while you were writing</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/what_changed.py" line="72"/>
        <source>아직 보내지 않았습니다. 쓴 글은 그대로 있습니다.</source>
        <translation>Nothing was sent yet. Your text is safe.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/what_changed.py" line="80"/>
        <source>고치기</source>
        <translation>Change the text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="23"/>
        <source>멈춤</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="23"/>
        <source>확인</source>
        <translation>Check</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="33"/>
        <source>다른 창에서 작성 중 · {time}부터</source>
        <translation>Being written in another window · since {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="35"/>
        <source>{name} 작성 중 · {time}부터</source>
        <translation>{name} is writing · since {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="41"/>
        <source>지남</source>
        <translation>Late</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="44"/>
        <source>남음</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="45"/>
        <source>지킴</source>
        <translation>Kept</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="46"/>
        <source>못 지킴</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="53"/>
        <source>날짜 없음</source>
        <translation>No date</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="82"/>
        <source>새 글 {n}개</source>
        <translation>{n} new</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="83"/>
        <source>고친 글 {n}개</source>
        <translation>{n} edited</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="84"/>
        <source>지워진 글 {n}개</source>
        <translation>{n} deleted</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/words.py" line="85"/>
        <source>다른 사람의 답변 {n}개</source>
        <translation>{n} colleagues&apos; answers</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="189"/>
        <source>업무공간을 여는 중</source>
        <translation>Opening the workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="191"/>
        <source>채널 보기</source>
        <translation>Show channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="196"/>
        <source>보낼 답변 없음</source>
        <translation>No answers waiting</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="200"/>
        <source>기한 지남 없음</source>
        <translation>Nothing is late</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="85"/>
        <source>채널 {count}개가 모두 꺼져 있습니다</source>
        <translation>All {count} channels are switched off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="88"/>
        <source>아직 채널이 없습니다</source>
        <translation>There are no channels yet</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="89"/>
        <source>{good}/{total} 채널 정상</source>
        <translation>{good}/{total} channels OK</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="91"/>
        <source>{count} 인증 필요</source>
        <translation>{count} need sign-in</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="92"/>
        <source>{count} 제한됨</source>
        <translation>{count} limited</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="93"/>
        <source>{count} 연결 안 됨</source>
        <translation>{count} not reachable</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="103"/>
        <source>마지막 수집 {time}</source>
        <translation>Last collected {time}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="110"/>
        <source>기한 지남 {count}</source>
        <translation>{count} late</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="111"/>
        <source>2시간 안 {count}</source>
        <translation>{count} due within 2 hours</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="122"/>
        <source>보낼 답변 {count}</source>
        <translation>Answers waiting: {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="123"/>
        <source>결과 확인 중 {count}</source>
        <translation>Checking results: {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/overview.py" line="124"/>
        <source>보내지 못함 {count}</source>
        <translation>Not sent: {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/status.py" line="89"/>
        <source>돌아온 답변 {n}</source>
        <translation>Returned: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/status.py" line="92"/>
        <source>승인할 답변 {n}</source>
        <translation>To approve: {n}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/speaking/status.py" line="95"/>
        <source>지난 약속 {n}</source>
        <translation>Promises late: {n}</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <location filename="../../desktop/ui/templates/picker.py" line="45"/>
        <location filename="../../desktop/ui/templates/picker.py" line="53"/>
        <source>서식 고르기</source>
        <translation>Choose a template</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/picker.py" line="54"/>
        <source>서식 찾기</source>
        <translation>Find a template</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/picker.py" line="55"/>
        <source>이름이나 글, 초성으로 찾습니다</source>
        <translation>Finds by name, text or initial consonants</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/picker.py" line="60"/>
        <location filename="../../desktop/ui/templates/section.py" line="53"/>
        <location filename="../../desktop/ui/templates/section.py" line="65"/>
        <location filename="../../desktop/ui/templates/section.py" line="74"/>
        <source>서식</source>
        <translation>Templates</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/picker.py" line="69"/>
        <source>채운 글</source>
        <translation>Filled text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/picker.py" line="121"/>
        <source>찾는 서식이 없습니다. 다른 말로 찾거나 설정에서 더해 주세요.</source>
        <translation>No template has these words. Try others, or add one in the settings.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/picker.py" line="123"/>
        <source>아직 서식이 없습니다. 설정의 서식에서 더할 수 있습니다.</source>
        <translation>There are no templates yet. Add some under Templates in the settings.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/picker.py" line="129"/>
        <source>Enter 넣기 · ↓↑ 고르기 · Esc 닫기</source>
        <translation>Enter insert · ↓↑ choose · Esc close</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/picker.py" line="132"/>
        <source>직접 채울 자리: {names}</source>
        <translation>To be filled by hand: {names}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="37"/>
        <source>그 밖</source>
        <translation>Other</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="38"/>
        <source>접수</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="39"/>
        <source>1차 답변</source>
        <translation>First answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="40"/>
        <source>이관 알림</source>
        <translation>Forwarding notice</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="41"/>
        <source>최종 답변</source>
        <translation>Final answer</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="42"/>
        <source>감사</source>
        <translation>Thanks</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="43"/>
        <source>어려운 점 설명</source>
        <translation>Why it cannot be</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="44"/>
        <source>번개팅 초대</source>
        <translation>Meet-up invitation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="45"/>
        <source>번개팅 짧은 초대</source>
        <translation>Short meet-up invitation</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="46"/>
        <source>번개팅 참석 안내</source>
        <translation>Meet-up: has a seat</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="47"/>
        <source>번개팅 대기 안내</source>
        <translation>Meet-up: waiting list</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="48"/>
        <source>번개팅 결과</source>
        <translation>What came of a meet-up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="65"/>
        <source>답변에 넣어 쓰는 글입니다.</source>
        <translation>Texts that answers start from.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="70"/>
        <source>답변에 넣어 쓰는 글입니다. 답변을 쓰다가 T 또는 Ctrl+T로 부릅니다.</source>
        <translation>Texts that answers start from. Called with T, or Ctrl+T while writing.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="84"/>
        <location filename="../../desktop/ui/templates/section.py" line="198"/>
        <source>서식 더하기</source>
        <translation>Add template</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="85"/>
        <location filename="../../desktop/ui/templates/section.py" line="198"/>
        <source>서식 고치기</source>
        <translation>Edit template</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="86"/>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="87"/>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="88"/>
        <source>서식 지우기</source>
        <translation>Remove template</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="138"/>
        <source>쓰지 않음</source>
        <translation>Not in use</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="181"/>
        <source>“{name}” 서식을 지웠습니다</source>
        <translation>Template “{name}” removed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="190"/>
        <source>서식의 순서를 바꿨습니다</source>
        <translation>Order of the templates changed</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="203"/>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="204"/>
        <location filename="../../desktop/ui/templates/section.py" line="208"/>
        <source>글</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="210"/>
        <source>조사는 {example} 처럼 적으면 저절로 맞춥니다.</source>
        <translation>A particle written as {example} fits itself.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="215"/>
        <source>쓰임</source>
        <translation>Used as</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="220"/>
        <location filename="../../desktop/ui/templates/section.py" line="226"/>
        <source>모두</source>
        <translation>All</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="223"/>
        <source>처리 구분</source>
        <translation>Track</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="227"/>
        <source>명의</source>
        <translation>Voice</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="232"/>
        <source>서식 저장하기</source>
        <translation>Save template</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="250"/>
        <source>채울 수 없는 자리입니다: {names}</source>
        <translation>Nothing fills these places: {names}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="270"/>
        <source>“{name}” 서식을 더했습니다</source>
        <translation>Template “{name}” added</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/templates/section.py" line="274"/>
        <source>“{name}” 서식을 고쳤습니다</source>
        <translation>Template “{name}” changed</translation>
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
        <location filename="../../desktop/ui/timeline/screen.py" line="60"/>
        <location filename="../../desktop/ui/timeline/panel.py" line="124"/>
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
        <location filename="../../desktop/ui/timeline/panel.py" line="127"/>
        <source>기한 지남</source>
        <translation>Late</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="128"/>
        <source>오늘 마감</source>
        <translation>Due today</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="130"/>
        <source>저장한 보기</source>
        <translation>Saved views</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="135"/>
        <source>채널 {count}</source>
        <translation>Channels {count}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="165"/>
        <source>{name}, 안 읽은 글 {count}건</source>
        <translation>{name}, {count} unread</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/panel.py" line="182"/>
        <source>보기 지우기</source>
        <translation>Remove the view</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/timeline/position.py" line="54"/>
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
        <location filename="../../desktop/ui/widgets/toast.py" line="66"/>
        <source>자세한 내용 복사</source>
        <translation>Copy the details</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/widgets/toast.py" line="69"/>
        <source>알림 닫기</source>
        <translation>Close the message</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/widgets/toast.py" line="58"/>
        <source>{text} ({times}번)</source>
        <translation>{text} ({times} times)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="150"/>
        <source>{good}/{total} 채널</source>
        <translation>{good}/{total} channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="145"/>
        <source>연결됨</source>
        <translation>Connected</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="80"/>
        <source>검색 ({key})</source>
        <translation>Search ({key})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="146"/>
        <source>확인 필요</source>
        <translation>Needs a look</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="147"/>
        <source>연결 안 됨</source>
        <translation>Not reachable</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="153"/>
        <source>채널 꺼짐</source>
        <translation>Channels off</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="153"/>
        <source>채널 없음</source>
        <translation>No channels</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="73"/>
        <source>예시 업무공간</source>
        <translation>Sample workspace</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="77"/>
        <source>검색 또는 명령 ({key})</source>
        <translation>Search or command ({key})</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/shell/bars.py" line="90"/>
        <location filename="../../desktop/ui/shell/bars.py" line="160"/>
        <source>실행 취소</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="411"/>
        <location filename="../../desktop/ui/forwarding/handing.py" line="92"/>
        <location filename="../../desktop/ui/bridge.py" line="260"/>
        <source>실행 취소 (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="406"/>
        <source>되돌렸습니다: {what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="407"/>
        <source>다시 실행 (Ctrl+Y)</source>
        <translation>Redo (Ctrl+Y)</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="410"/>
        <source>다시 실행했습니다: {what}</source>
        <translation>Done again: {what}</translation>
    </message>
</context>
<context>
    <name>Unmask</name>
    <message>
        <location filename="../../desktop/ui/detail/unmasking.py" line="29"/>
        <source>주민등록번호</source>
        <translation>resident number</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/unmasking.py" line="30"/>
        <source>카드 번호</source>
        <translation>card number</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/unmasking.py" line="31"/>
        <source>전화번호</source>
        <translation>phone number</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/unmasking.py" line="32"/>
        <source>차량 번호</source>
        <translation>licence plate</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/unmasking.py" line="33"/>
        <source>메일 주소</source>
        <translation>mail address</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/unmasking.py" line="56"/>
        <source>가린 정보 보기·다시 가리기</source>
        <translation>Show or hide personal data</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/unmasking.py" line="91"/>
        <source>이 글에는 가린 개인정보가 없습니다</source>
        <translation>Nothing is hidden in this post</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/unmasking.py" line="136"/>
        <source>가린 개인정보를 보고 있습니다. 본 것은 처리 기록에 남았습니다.</source>
        <translation>Personal data is shown. The log has noted it.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/unmasking.py" line="137"/>
        <source>다시 가리기</source>
        <translation>Hide again</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/unmasking.py" line="139"/>
        <source>개인정보를 가렸습니다: {kinds}.</source>
        <translation>Hidden personal data: {kinds}.</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/detail/unmasking.py" line="142"/>
        <source>가린 정보 보기</source>
        <translation>Show it</translation>
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
        <translation>Cancel</translation>
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
        <location filename="../../desktop/ui/main_window.py" line="68"/>
        <location filename="../../desktop/ui/settings/about.py" line="97"/>
        <location filename="../../desktop/app.py" line="79"/>
        <location filename="../../desktop/app.py" line="371"/>
        <source>서울소셜미디어센터</source>
        <translation>Seoul Social Media Center</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="383"/>
        <source>화면 목록</source>
        <translation>Screens</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="384"/>
        <source>위쪽 막대</source>
        <translation>Top bar</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="385"/>
        <source>알림 줄</source>
        <translation>Notices</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="387"/>
        <source>글 자세히 보기</source>
        <translation>Post in detail</translation>
    </message>
    <message>
        <location filename="../../desktop/ui/main_window.py" line="388"/>
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
