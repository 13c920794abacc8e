<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
 <context>
  <name>Action</name>
  <message>
   <source>Accept the partner’s code</source>
   <translation>接受合作夥伴的碼</translation>
  </message>
  <message>
   <source>Check in today</source>
   <translation>今日簽到</translation>
  </message>
  <message>
   <source>Check-in</source>
   <translation>簽到</translation>
  </message>
  <message>
   <source>Choose a gift</source>
   <translation>選禮品</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>定金</translation>
  </message>
  <message>
   <source>Deposit received</source>
   <translation>已收定金</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>活動</translation>
  </message>
  <message>
   <source>Exchange points</source>
   <translation>兌換</translation>
  </message>
  <message>
   <source>Hand this gift over</source>
   <translation>交付這份禮品</translation>
  </message>
  <message>
   <source>Make-up card</source>
   <translation>補簽卡</translation>
  </message>
  <message>
   <source>Partner</source>
   <translation>合作夥伴</translation>
  </message>
  <message>
   <source>Points mall</source>
   <translation>積分商城</translation>
  </message>
  <message>
   <source>Record attendance</source>
   <translation>記錄到場</translation>
  </message>
  <message>
   <source>Record the answer</source>
   <translation>記錄答案</translation>
  </message>
  <message>
   <source>Record the vote</source>
   <translation>記錄投票</translation>
  </message>
  <message>
   <source>Sign up</source>
   <translation>報名</translation>
  </message>
  <message>
   <source>Sign-up</source>
   <translation>報名</translation>
  </message>
  <message>
   <source>Spin the wheel</source>
   <translation>轉轉盤</translation>
  </message>
  <message>
   <source>Survey</source>
   <translation>問卷</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>任務</translation>
  </message>
  <message>
   <source>Task is done</source>
   <translation>任務完成</translation>
  </message>
  <message>
   <source>Use a make-up card</source>
   <translation>使用補簽卡</translation>
  </message>
  <message>
   <source>Vote</source>
   <translation>投票</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>大轉盤</translation>
  </message>
 </context>
 <context>
  <name>Actions</name>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>%n 天前</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n prize(s) to hand over</source>
   <translation>
    <numerusform>有 %n 份獎品待領</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) to do</source>
   <translation>
    <numerusform>可辦 %n 項</numerusform>
   </translation>
  </message>
  <message>
   <source>1 not at all satisfied – 5 very satisfied. Keys 1 to 5.</source>
   <translation>1 很不滿意 – 5 很滿意。可按數字鍵 1 到 5。</translation>
  </message>
  <message>
   <source>Brings</source>
   <translation>可得</translation>
  </message>
  <message>
   <source>Costs {price}</source>
   <translation>需 {price}</translation>
  </message>
  <message>
   <source>Done: {title}</source>
   <translation>完成：{title}</translation>
  </message>
  <message>
   <source>For this member</source>
   <translation>會員服務</translation>
  </message>
  <message>
   <source>HQ credits what it brings.</source>
   <translation>所得獎勵由總部入帳。</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>查詢中…</translation>
  </message>
  <message>
   <source>Make-up card for {day}</source>
   <translation>補簽{day}</translation>
  </message>
  <message>
   <source>Member’s file</source>
   <translation>會員資料</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>記錄中…</translation>
  </message>
  <message>
   <source>Score {score}</source>
   <translation>{score} 分</translation>
  </message>
  <message>
   <source>Take {price} from the customer first.</source>
   <translation>請先向顧客收取 {price}。</translation>
  </message>
  <message>
   <source>The campaigns that run offer nothing to do here.</source>
   <translation>目前的活動沒有可在這裡辦理的項目。</translation>
  </message>
  <message>
   <source>The member receives</source>
   <translation>會員得到</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>昨天</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} 積分</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Aloud</name>
  <message>
   <source>, </source>
   <translation>，</translation>
  </message>
 </context>
 <context>
  <name>Approval</name>
  <message>
   <source>A manager’s PIN is needed</source>
   <translation>需要主管的 PIN 碼</translation>
  </message>
  <message>
   <source>“{coupon}” is to be accepted without HQ. {reason}</source>
   <translation>將在離線時核銷「{coupon}」。{reason}</translation>
  </message>
 </context>
 <context>
  <name>Ask</name>
  <message>
   <source>A sale is open here. It is not recorded, and it is gone when the window is closed.</source>
   <translation>有一筆交易尚未完成；關閉後不會入帳，也不會保留。</translation>
  </message>
  <message>
   <source>A usual sale here is {usual}. Please compare the amount with the goods.</source>
   <translation>本店平常一筆約 {usual}，請與商品核對。</translation>
  </message>
  <message>
   <source>Another member’s code: a new customer?</source>
   <translation>這是另一位會員的會員碼，換下一位顧客嗎？</translation>
  </message>
  <message>
   <source>Close the window?</source>
   <translation>要關閉視窗嗎？</translation>
  </message>
  <message>
   <source>End the membership of {name}?</source>
   <translation>要終止 {name} 的會員資格嗎？</translation>
  </message>
  <message>
   <source>Headquarters erases name, phone and birthday. Points and coupons are lost. It stays so.</source>
   <translation>總部會刪除姓名、電話與生日，積分與優惠券將失效，且無法復原。</translation>
  </message>
  <message>
   <source>Is the amount really {money}?</source>
   <translation>金額確定是 {money} 嗎？</translation>
  </message>
  <message>
   <source>It is not recorded. For five minutes Ctrl Z takes it back.</source>
   <translation>這筆不會入帳；五分鐘內可按 Ctrl Z 取回。</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>下一位顧客</translation>
  </message>
  <message>
   <source>No, change it</source>
   <translation>不，修改</translation>
  </message>
  <message>
   <source>No, go on with this sale</source>
   <translation>不，繼續這筆</translation>
  </message>
  <message>
   <source>No, stay a member</source>
   <translation>否，保留會員</translation>
  </message>
  <message>
   <source>Put this sale aside ({money})?</source>
   <translation>要擱置這筆交易（{money}）嗎？</translation>
  </message>
  <message>
   <source>That is far more than usual. Please compare it with the goods.</source>
   <translation>遠高於平常，請與商品核對。</translation>
  </message>
  <message>
   <source>This sale is put aside then, and the new one begins without an amount.</source>
   <translation>目前這筆會先擱置，新的一筆從零開始。</translation>
  </message>
  <message>
   <source>Yes, close</source>
   <translation>是，關閉</translation>
  </message>
  <message>
   <source>Yes, end it</source>
   <translation>是，終止</translation>
  </message>
  <message>
   <source>Yes, next customer</source>
   <translation>是，下一位</translation>
  </message>
  <message>
   <source>Yes, {money}</source>
   <translation>是，{money}</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>HQ has switched this terminal off. Redeem at another till and call IT.</source>
   <translation>總部已停用這台終端。請到其他收銀台核銷，並聯絡資訊人員。</translation>
  </message>
  <message>
   <source>Set back too often: coupons and points wait until HQ decides. Call IT.</source>
   <translation>資料多次被還原：優惠券與積分暫停使用，由總部決定。請聯絡資訊人員。</translation>
  </message>
  <message>
   <source>The journal was restored from a backup. Coupons wait for HQ; nothing is used twice.</source>
   <translation>流水由備份還原。優惠券先等總部確認，不會重複核銷。</translation>
  </message>
  <message numerus="yes">
   <source>This computer’s clock is %n minute(s) fast. Please have it set right.</source>
   <translation>
    <numerusform>這台電腦的時鐘快了 %n 分鐘，請調準。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>This computer’s clock is %n minute(s) slow. Please have it set right.</source>
   <translation>
    <numerusform>這台電腦的時鐘慢了 %n 分鐘，請調準。</numerusform>
   </translation>
  </message>
  <message>
   <source>This computer’s clock was set back. Coupons wait until HQ has confirmed the time.</source>
   <translation>這台電腦的時鐘被往回調。總部確認時間前，部分優惠券暫不能用。</translation>
  </message>
  <message>
   <source>Two computers are this terminal. Coupons and points wait until HQ decides: call IT.</source>
   <translation>有兩台電腦是同一台終端。優惠券與積分暫停使用，由總部決定：請聯絡資訊人員。</translation>
  </message>
 </context>
 <context>
  <name>Benefit</name>
  <message>
   <source>Gift</source>
   <translation>贈</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>優惠</translation>
  </message>
  <message>
   <source>pay {left}</source>
   <translation>{left} 折</translation>
  </message>
  <message>
   <source>{off}% off</source>
   <translation>折 {off}%</translation>
  </message>
 </context>
 <context>
  <name>Calm</name>
  <message>
   <source>For staff: it tries again by itself. {what}</source>
   <translation>給店員：程式會自行重試。{what}</translation>
  </message>
  <message>
   <source>One moment, please</source>
   <translation>請稍候</translation>
  </message>
  <message>
   <source>This station is starting again. What was confirmed is kept. Our staff will gladly help meanwhile.</source>
   <translation>本機正在重新啟動，已確認的內容都已儲存。等候時，店員很樂意為您服務。</translation>
  </message>
 </context>
 <context>
  <name>Camera</name>
  <message>
   <source>Camera is starting…</source>
   <translation>鏡頭啟動中…</translation>
  </message>
  <message>
   <source>Camera ready</source>
   <translation>鏡頭已就緒</translation>
  </message>
  <message>
   <source>Camera unplugged: use the scanner</source>
   <translation>鏡頭已拔除，請用掃描槍</translation>
  </message>
  <message>
   <source>Code seen: closer, please</source>
   <translation>看到碼了：請靠近一點</translation>
  </message>
  <message>
   <source>Code seen: hold it still</source>
   <translation>看到碼了：請拿穩</translation>
  </message>
  <message>
   <source>Code seen: tilt it away from the lamp</source>
   <translation>看到碼了：請轉一點，避開燈光</translation>
  </message>
  <message>
   <source>No camera: use the scanner</source>
   <translation>沒有鏡頭，請用掃描槍</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>A photo, as they agree</source>
   <translation>放照片：本人已同意</translation>
  </message>
  <message>
   <source>Birthday</source>
   <translation>生日</translation>
  </message>
  <message>
   <source>For two</source>
   <translation>情人</translation>
  </message>
  <message>
   <source>For whom</source>
   <translation>給誰</translation>
  </message>
  <message>
   <source>From whom</source>
   <translation>誰送的</translation>
  </message>
  <message>
   <source>Greeting card</source>
   <translation>賀卡</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>祝福的話</translation>
  </message>
  <message>
   <source>Mid-Autumn</source>
   <translation>中秋</translation>
  </message>
  <message>
   <source>No frame</source>
   <translation>無邊框</translation>
  </message>
  <message>
   <source>No printer is set up for cards: a manager does it (Ctrl F9).</source>
   <translation>還沒有為賀卡設定印表機：請店長設定（Ctrl F9）。</translation>
  </message>
  <message>
   <source>Plain</source>
   <translation>素雅</translation>
  </message>
  <message>
   <source>Print the card</source>
   <translation>列印賀卡</translation>
  </message>
  <message>
   <source>Spring Festival</source>
   <translation>春節</translation>
  </message>
  <message>
   <source>Take the photo</source>
   <translation>拍照</translation>
  </message>
  <message>
   <source>The campaign’s name on it</source>
   <translation>印上活動名稱</translation>
  </message>
  <message>
   <source>The card is printed on {printer}.</source>
   <translation>賀卡由「{printer}」列印。</translation>
  </message>
  <message>
   <source>The card on their phone</source>
   <translation>賀卡傳到手機</translation>
  </message>
  <message>
   <source>The card’s QR code</source>
   <translation>賀卡的 QR 碼</translation>
  </message>
  <message>
   <source>The customer scans it and saves the card. It stays there for 30 days, with its photo.</source>
   <translation>顧客掃描後即可儲存賀卡；賀卡連同照片保留 30 天。</translation>
  </message>
  <message>
   <source>The photo is deleted once the card is printed.</source>
   <translation>賀卡印出後，照片即刪除。</translation>
  </message>
  <message>
   <source>To their phone</source>
   <translation>傳到顧客手機</translation>
  </message>
  <message>
   <source>Winter</source>
   <translation>冬日</translation>
  </message>
  <message>
   <source>Without the photo</source>
   <translation>不放照片</translation>
  </message>
  <message>
   <source>“{word}” is not printed on cards here. Please write it another way.</source>
   <translation>「{word}」不能印在賀卡上，請換個說法。</translation>
  </message>
 </context>
 <context>
  <name>Categories</name>
  <message>
   <source>Amount by category</source>
   <translation>分類金額</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>套用</translation>
  </message>
  <message>
   <source>Digits and a point only, please.</source>
   <translation>只能輸入數字與小數點。</translation>
  </message>
  <message>
   <source>How much of the purchase falls on these goods?</source>
   <translation>這些商品各佔多少金額？</translation>
  </message>
  <message>
   <source>How much of {amount} falls on these goods?</source>
   <translation>{amount} 之中，這些商品各佔多少？</translation>
  </message>
  <message>
   <source>Together more than the amount of {amount}.</source>
   <translation>合計超過了 {amount}。</translation>
  </message>
 </context>
 <context>
  <name>Category</name>
  <message>
   <source>Appliances</source>
   <translation>家電</translation>
  </message>
  <message>
   <source>Baby</source>
   <translation>母嬰</translation>
  </message>
  <message>
   <source>Bakery</source>
   <translation>烘焙</translation>
  </message>
  <message>
   <source>Beauty</source>
   <translation>美妝</translation>
  </message>
  <message>
   <source>Clothing</source>
   <translation>服飾</translation>
  </message>
  <message>
   <source>Drinks</source>
   <translation>飲料</translation>
  </message>
  <message>
   <source>Electronics</source>
   <translation>電子產品</translation>
  </message>
  <message>
   <source>Food</source>
   <translation>食品</translation>
  </message>
  <message>
   <source>Fresh food</source>
   <translation>生鮮</translation>
  </message>
  <message>
   <source>Gifts</source>
   <translation>禮品</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>居家</translation>
  </message>
  <message>
   <source>Mooncakes</source>
   <translation>月餅</translation>
  </message>
  <message>
   <source>Tea</source>
   <translation>茶品</translation>
  </message>
 </context>
 <context>
  <name>ChargePaper</name>
  <message>
   <source>Good until {day}</source>
   <translation>有效期限至 {day}</translation>
  </message>
  <message>
   <source>Keep it like cash: whoever holds it can pay with it.</source>
   <translation>請像現金一樣保管：持有者即可使用。</translation>
  </message>
  <message>
   <source>On the voucher</source>
   <translation>禮券餘額</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>已付</translation>
  </message>
  <message>
   <source>Paid back</source>
   <translation>退款</translation>
  </message>
  <message>
   <source>Show this code when you pay</source>
   <translation>付款時出示此碼</translation>
  </message>
  <message>
   <source>Voucher sold</source>
   <translation>售出禮券</translation>
  </message>
  <message>
   <source>Voucher taken back</source>
   <translation>禮券退回</translation>
  </message>
  <message>
   <source>Voucher topped up</source>
   <translation>禮券加值</translation>
  </message>
 </context>
 <context>
  <name>Check</name>
  <message>
   <source>Friday</source>
   <translation>星期五</translation>
  </message>
  <message>
   <source>HQ</source>
   <translation>總部</translation>
  </message>
  <message>
   <source>HQ did not accept the registration</source>
   <translation>總部未通過這筆註冊</translation>
  </message>
  <message>
   <source>HQ looks at this recommendation first</source>
   <translation>這筆推薦須先由總部審核</translation>
  </message>
  <message>
   <source>Monday</source>
   <translation>星期一</translation>
  </message>
  <message>
   <source>Saturday</source>
   <translation>星期六</translation>
  </message>
  <message>
   <source>Sunday</source>
   <translation>星期日</translation>
  </message>
  <message>
   <source>Thursday</source>
   <translation>星期四</translation>
  </message>
  <message>
   <source>Tuesday</source>
   <translation>星期二</translation>
  </message>
  <message>
   <source>Wednesday</source>
   <translation>星期三</translation>
  </message>
  <message>
   <source>a day</source>
   <translation>每天</translation>
  </message>
  <message>
   <source>a member for {have} days</source>
   <translation>入會 {have} 天</translation>
  </message>
  <message>
   <source>a member for {have} days (from {need})</source>
   <translation>入會 {have} 天（滿 {need} 天）</translation>
  </message>
  <message>
   <source>a member for {have} days, at most {most}</source>
   <translation>入會 {have} 天，限 {most} 天以內</translation>
  </message>
  <message>
   <source>a member for {have} days, needs {need}</source>
   <translation>入會 {have} 天，需滿 {need} 天</translation>
  </message>
  <message>
   <source>a member is at the till</source>
   <translation>已識別會員</translation>
  </message>
  <message>
   <source>a month</source>
   <translation>每月</translation>
  </message>
  <message>
   <source>a place is free: {need}</source>
   <translation>還有名額：{need}</translation>
  </message>
  <message>
   <source>a week</source>
   <translation>每週</translation>
  </message>
  <message>
   <source>a year</source>
   <translation>每年</translation>
  </message>
  <message>
   <source>already has “{thing}”</source>
   <translation>已經有「{thing}」</translation>
  </message>
  <message>
   <source>belongs to: {need}</source>
   <translation>屬於：{need}</translation>
  </message>
  <message>
   <source>between two phases of the campaign</source>
   <translation>介於活動的兩個階段之間</translation>
  </message>
  <message>
   <source>birthday time</source>
   <translation>生日期間</translation>
  </message>
  <message>
   <source>both live in one household</source>
   <translation>兩人是同一戶</translation>
  </message>
  <message>
   <source>bought for {have}</source>
   <translation>消費 {have}</translation>
  </message>
  <message>
   <source>bought for {have} (from {need})</source>
   <translation>消費 {have}（滿 {need}）</translation>
  </message>
  <message>
   <source>bought for {have}, and {need} came back in exchange: nothing more was bought</source>
   <translation>購買 {have}，換回 {need}：沒有多買</translation>
  </message>
  <message>
   <source>bought for {have}, at most {most}</source>
   <translation>消費 {have}，上限 {most}</translation>
  </message>
  <message>
   <source>bought for {have}, needs {need}</source>
   <translation>消費 {have}，需滿 {need}</translation>
  </message>
  <message>
   <source>came without a recommendation</source>
   <translation>沒有推薦人</translation>
  </message>
  <message>
   <source>check-ins: {have}</source>
   <translation>簽到 {have} 次</translation>
  </message>
  <message>
   <source>check-ins: {have} (from {need})</source>
   <translation>簽到 {have} 次（滿 {need} 次）</translation>
  </message>
  <message>
   <source>check-ins: {have}, at most {most}</source>
   <translation>簽到 {have} 次，上限 {most} 次</translation>
  </message>
  <message>
   <source>check-ins: {have}, needs {need}</source>
   <translation>簽到 {have} 次，需滿 {need} 次</translation>
  </message>
  <message>
   <source>checked in {have} days in a row</source>
   <translation>連續簽到 {have} 天</translation>
  </message>
  <message>
   <source>checked in {have} days in a row (target {need})</source>
   <translation>連續簽到 {have} 天（目標 {need} 天）</translation>
  </message>
  <message>
   <source>checked in {have} days in a row, needs {need}</source>
   <translation>連續簽到 {have} 天，需滿 {need} 天</translation>
  </message>
  <message>
   <source>checked in {have} days in a row; the target was reached before</source>
   <translation>連續簽到 {have} 天，先前已達標</translation>
  </message>
  <message>
   <source>checkout</source>
   <translation>收銀台</translation>
  </message>
  <message>
   <source>chosen: {have}</source>
   <translation>選了：{have}</translation>
  </message>
  <message>
   <source>condition “{code}”</source>
   <translation>條件「{code}」</translation>
  </message>
  <message>
   <source>does not have “{thing}” yet</source>
   <translation>還沒有「{thing}」</translation>
  </message>
  <message>
   <source>draw tickets: {have}</source>
   <translation>抽獎券 {have} 張</translation>
  </message>
  <message>
   <source>draw tickets: {have} (from {need})</source>
   <translation>抽獎券 {have} 張（需 {need} 張）</translation>
  </message>
  <message>
   <source>draw tickets: {have}, at most {most}</source>
   <translation>抽獎券 {have} 張，最多 {most} 張</translation>
  </message>
  <message>
   <source>draw tickets: {have}, needs {need}</source>
   <translation>抽獎券 {have} 張，需要 {need} 張</translation>
  </message>
  <message>
   <source>events</source>
   <translation>活動現場</translation>
  </message>
  <message>
   <source>first check-in today</source>
   <translation>今天第一次簽到</translation>
  </message>
  <message>
   <source>friends brought: {have}</source>
   <translation>推薦好友 {have} 位</translation>
  </message>
  <message>
   <source>friends brought: {have} (from {need})</source>
   <translation>推薦好友 {have} 位（滿 {need} 位）</translation>
  </message>
  <message>
   <source>friends brought: {have}, at most {most}</source>
   <translation>推薦好友 {have} 位，上限 {most} 位</translation>
  </message>
  <message>
   <source>friends brought: {have}, needs {need}</source>
   <translation>推薦好友 {have} 位，需滿 {need} 位</translation>
  </message>
  <message>
   <source>had spent {have} before</source>
   <translation>先前累計消費 {have}</translation>
  </message>
  <message>
   <source>had spent {have} before (from {need})</source>
   <translation>先前累計消費 {have}（滿 {need}）</translation>
  </message>
  <message>
   <source>had spent {have} before, at most {most}</source>
   <translation>先前累計消費 {have}，上限 {most}</translation>
  </message>
  <message>
   <source>had spent {have} before, needs {need}</source>
   <translation>先前累計消費 {have}，需滿 {need}</translation>
  </message>
  <message>
   <source>has checked in today already</source>
   <translation>今天已經簽到過</translation>
  </message>
  <message>
   <source>has never bought</source>
   <translation>從未消費</translation>
  </message>
  <message>
   <source>has “{thing}”</source>
   <translation>有「{thing}」</translation>
  </message>
  <message>
   <source>here: {have}</source>
   <translation>管道：{have}</translation>
  </message>
  <message>
   <source>in all</source>
   <translation>總共</translation>
  </message>
  <message>
   <source>in phase {have}</source>
   <translation>階段：{have}</translation>
  </message>
  <message>
   <source>in stock: {need}</source>
   <translation>有庫存：{need}</translation>
  </message>
  <message>
   <source>in the price: {money} off</source>
   <translation>已計入價格：折 {money}</translation>
  </message>
  <message>
   <source>in this store</source>
   <translation>適用本店</translation>
  </message>
  <message>
   <source>it was about “{need}”</source>
   <translation>就是「{need}」</translation>
  </message>
  <message>
   <source>kind of customer: {have}</source>
   <translation>顧客類型：{have}</translation>
  </message>
  <message>
   <source>last bought {have} days ago</source>
   <translation>{have} 天前消費過</translation>
  </message>
  <message>
   <source>last bought {have} days ago (from {need})</source>
   <translation>{have} 天前消費過（滿 {need} 天）</translation>
  </message>
  <message>
   <source>last bought {have} days ago, at most {most}</source>
   <translation>{have} 天前消費過，限 {most} 天以內</translation>
  </message>
  <message>
   <source>last bought {have} days ago, needs {need}</source>
   <translation>{have} 天前消費過，需滿 {need} 天</translation>
  </message>
  <message numerus="yes">
   <source>limit reached: {most} point(s) {per}</source>
   <translation>
    <numerusform>已達上限：{per} {most} 點</numerusform>
   </translation>
  </message>
  <message>
   <source>limit reached: {most} saved {per}</source>
   <translation>已達上限：{per}折抵 {most}</translation>
  </message>
  <message numerus="yes">
   <source>limit reached: {most} time(s) {per}</source>
   <translation>
    <numerusform>已達上限：{per} {most} 次</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>limit: {most} point(s) {per}, {used} so far</source>
   <translation>
    <numerusform>上限{per} {most} 點，已得 {used} 點</numerusform>
   </translation>
  </message>
  <message>
   <source>limit: {most} saved {per}, {used} so far</source>
   <translation>上限{per}折抵 {most}，已折抵 {used}</translation>
  </message>
  <message numerus="yes">
   <source>limit: {most} time(s) {per}, used {used}</source>
   <translation>
    <numerusform>上限：{per} {most} 次，已用 {used} 次</numerusform>
   </translation>
  </message>
  <message>
   <source>limited to {most} in all</source>
   <translation>總量上限 {most} 份</translation>
  </message>
  <message>
   <source>limited to {most} in all: the share of this till is used up</source>
   <translation>總量上限 {most} 份：分到這台終端的已用完</translation>
  </message>
  <message>
   <source>members of tier {need} only (this one: {have})</source>
   <translation>限{need}會員（這位是{have}）</translation>
  </message>
  <message>
   <source>met, but it comes to nothing (the amount is too small, or the member has it already)</source>
   <translation>符合，但沒有可給的（金額太小，或會員已經擁有）</translation>
  </message>
  <message>
   <source>needs “{thing}”, which this member has not</source>
   <translation>需要有「{thing}」，這位會員沒有</translation>
  </message>
  <message>
   <source>no goods of the right kind</source>
   <translation>沒有指定商品</translation>
  </message>
  <message>
   <source>no place left here: {need}</source>
   <translation>這裡已無名額：{need}</translation>
  </message>
  <message>
   <source>nobody can recommend themselves</source>
   <translation>不能推薦自己</translation>
  </message>
  <message>
   <source>none</source>
   <translation>無</translation>
  </message>
  <message>
   <source>none of several conditions holds</source>
   <translation>幾個條件都不符合</translation>
  </message>
  <message>
   <source>none was left at the time</source>
   <translation>當時已送完</translation>
  </message>
  <message>
   <source>not for members marked: {need}</source>
   <translation>不適用於標記為「{need}」的會員</translation>
  </message>
  <message>
   <source>not for those whom a member recommended</source>
   <translation>不適用於經人推薦的顧客</translation>
  </message>
  <message>
   <source>not given for this yet</source>
   <translation>這次還沒給過</translation>
  </message>
  <message>
   <source>not in the price: something better is, or it does not go with it</source>
   <translation>未計入價格：已有更優惠的，或不能一起使用</translation>
  </message>
  <message>
   <source>not marked: {need}</source>
   <translation>沒有標記：{need}</translation>
  </message>
  <message>
   <source>not the birthday month</source>
   <translation>不是生日當月</translation>
  </message>
  <message>
   <source>not the first purchase: {have} before</source>
   <translation>不是首次消費：先前已有 {have} 次</translation>
  </message>
  <message>
   <source>not the friend’s first purchase</source>
   <translation>不是好友的首次消費</translation>
  </message>
  <message>
   <source>nothing left in stock here: {need}</source>
   <translation>這裡已無庫存：{need}</translation>
  </message>
  <message>
   <source>number {have}</source>
   <translation>第 {have} 次</translation>
  </message>
  <message>
   <source>number {have} of {need}</source>
   <translation>第 {have} 次，共需 {need} 次</translation>
  </message>
  <message>
   <source>number {have}; only number {most} counts</source>
   <translation>第 {have} 次；只計第 {most} 次</translation>
  </message>
  <message>
   <source>of no kind yet</source>
   <translation>尚未分類</translation>
  </message>
  <message>
   <source>one of several conditions holds</source>
   <translation>符合其中一個條件</translation>
  </message>
  <message>
   <source>online</source>
   <translation>線上</translation>
  </message>
  <message>
   <source>only for customers who are {need} (this one: {have})</source>
   <translation>限「{need}」（這位是「{have}」）</translation>
  </message>
  <message>
   <source>only for members marked: {need}</source>
   <translation>限標記為「{need}」的會員</translation>
  </message>
  <message>
   <source>only for members: nobody is known at the till</source>
   <translation>限會員：尚未識別會員</translation>
  </message>
  <message>
   <source>only for those whom a member recommended</source>
   <translation>限經會員推薦的顧客</translation>
  </message>
  <message>
   <source>only for “{need}”</source>
   <translation>限「{need}」</translation>
  </message>
  <message>
   <source>only here: {need}</source>
   <translation>限：{need}</translation>
  </message>
  <message>
   <source>only in phase {need}</source>
   <translation>限階段：{need}</translation>
  </message>
  <message>
   <source>only in phase {need} (now: {have})</source>
   <translation>限階段：{need}（現在：{have}）</translation>
  </message>
  <message>
   <source>only in: {need}</source>
   <translation>限門市：{need}</translation>
  </message>
  <message>
   <source>only on reaching tier {need}</source>
   <translation>限升等至{need}時</translation>
  </message>
  <message>
   <source>only the largest multiplier counts: ×{need} instead of ×{have}</source>
   <translation>只計最高倍數：×{need}，不計 ×{have}</translation>
  </message>
  <message>
   <source>only when paid by: {need}</source>
   <translation>限以下付款方式：{need}</translation>
  </message>
  <message>
   <source>only when “{need}” is won</source>
   <translation>限抽中「{need}」</translation>
  </message>
  <message>
   <source>paid by: {have}</source>
   <translation>付款方式：{have}</translation>
  </message>
  <message>
   <source>per clerk</source>
   <translation>每位店員</translation>
  </message>
  <message>
   <source>per household</source>
   <translation>每戶</translation>
  </message>
  <message>
   <source>per member</source>
   <translation>每位會員</translation>
  </message>
  <message>
   <source>per store</source>
   <translation>每家門市</translation>
  </message>
  <message>
   <source>per till</source>
   <translation>每台終端</translation>
  </message>
  <message>
   <source>pieces of the right article: {have}</source>
   <translation>指定商品 {have} 件</translation>
  </message>
  <message>
   <source>pieces of the right article: {have} (from {need})</source>
   <translation>指定商品 {have} 件（滿 {need} 件）</translation>
  </message>
  <message>
   <source>pieces of the right article: {have}, at most {most}</source>
   <translation>指定商品 {have} 件，上限 {most} 件</translation>
  </message>
  <message>
   <source>pieces of the right article: {have}, needs {need}</source>
   <translation>指定商品 {have} 件，需滿 {need} 件</translation>
  </message>
  <message>
   <source>points: {have}</source>
   <translation>積分 {have}</translation>
  </message>
  <message>
   <source>points: {have} (from {need})</source>
   <translation>積分 {have}（滿 {need}）</translation>
  </message>
  <message>
   <source>points: {have}, at most {most}</source>
   <translation>積分 {have}，上限 {most}</translation>
  </message>
  <message>
   <source>points: {have}, needs {need}</source>
   <translation>積分 {have}，需滿 {need}</translation>
  </message>
  <message>
   <source>purchases before: {have}</source>
   <translation>先前消費 {have} 次</translation>
  </message>
  <message>
   <source>purchases before: {have} (from {need})</source>
   <translation>先前消費 {have} 次（滿 {need} 次）</translation>
  </message>
  <message>
   <source>purchases before: {have}, at most {most}</source>
   <translation>先前消費 {have} 次，上限 {most} 次</translation>
  </message>
  <message>
   <source>purchases before: {have}, needs {need}</source>
   <translation>先前消費 {have} 次，需滿 {need} 次</translation>
  </message>
  <message>
   <source>reached tier {need}</source>
   <translation>升等至{need}</translation>
  </message>
  <message>
   <source>running out soon: {have}</source>
   <translation>即將到期：{have}</translation>
  </message>
  <message>
   <source>running out soon: {have} (from {need})</source>
   <translation>即將到期：{have}（至少 {need}）</translation>
  </message>
  <message>
   <source>running out soon: {have}, needs {need}</source>
   <translation>即將到期：{have}，需 {need}</translation>
  </message>
  <message>
   <source>score {have}</source>
   <translation>評分 {have}</translation>
  </message>
  <message>
   <source>score {have} (from {need})</source>
   <translation>評分 {have}（{need} 分以上）</translation>
  </message>
  <message>
   <source>score {have}, at most {most}</source>
   <translation>評分 {have}，上限 {most} 分</translation>
  </message>
  <message>
   <source>score {have}, needs {need}</source>
   <translation>評分 {have}，需 {need} 分以上</translation>
  </message>
  <message>
   <source>self-service</source>
   <translation>自助機</translation>
  </message>
  <message>
   <source>somebody else had recommended the friend before</source>
   <translation>已有其他人先推薦了這位好友</translation>
  </message>
  <message>
   <source>spent {have} in all</source>
   <translation>累計消費 {have}</translation>
  </message>
  <message>
   <source>spent {have} in all (target {need})</source>
   <translation>累計消費 {have}（目標 {need}）</translation>
  </message>
  <message>
   <source>spent {have} in all, needs {need}</source>
   <translation>累計消費 {have}，需滿 {need}</translation>
  </message>
  <message>
   <source>spent {have} in all; the target was reached before</source>
   <translation>累計消費 {have}，先前已達標</translation>
  </message>
  <message>
   <source>spins left: {have}</source>
   <translation>轉盤剩 {have} 次</translation>
  </message>
  <message>
   <source>stamps on the card: {have}</source>
   <translation>集點卡已集 {have} 點</translation>
  </message>
  <message>
   <source>stamps on the card: {have} of {need}</source>
   <translation>集點卡 {have}/{need}</translation>
  </message>
  <message>
   <source>the birthday is not known</source>
   <translation>沒有生日資料</translation>
  </message>
  <message>
   <source>the birthday is not within {need} days</source>
   <translation>生日不在前後 {need} 天內</translation>
  </message>
  <message>
   <source>the campaign begins on {day}</source>
   <translation>活動 {day} 開始</translation>
  </message>
  <message>
   <source>the campaign ended on {day}</source>
   <translation>活動已於 {day} 結束</translation>
  </message>
  <message>
   <source>the campaign is not running</source>
   <translation>活動不在進行中</translation>
  </message>
  <message>
   <source>the campaign is running</source>
   <translation>活動進行中</translation>
  </message>
  <message>
   <source>the card is full: {have} of {need} stamps</source>
   <translation>集點卡已集滿（{have}/{need}）</translation>
  </message>
  <message>
   <source>the code was given</source>
   <translation>已提供優惠碼</translation>
  </message>
  <message>
   <source>the code was not given</source>
   <translation>沒有提供優惠碼</translation>
  </message>
  <message>
   <source>the customer does not pay with points (F7)</source>
   <translation>顧客沒有用積分折抵（F7）</translation>
  </message>
  <message>
   <source>the customer pays with points</source>
   <translation>顧客用積分折抵</translation>
  </message>
  <message>
   <source>the first purchase</source>
   <translation>首次消費</translation>
  </message>
  <message>
   <source>the friend was a member already</source>
   <translation>好友原本就是會員</translation>
  </message>
  <message>
   <source>the member kept it from a sale that was undone: it counts for this one</source>
   <translation>會員保留了先前已取消交易的這項回饋，抵作這次的</translation>
  </message>
  <message>
   <source>the members recommended each other in a circle</source>
   <translation>會員互相循環推薦</translation>
  </message>
  <message>
   <source>the recommendation counts</source>
   <translation>推薦有效</translation>
  </message>
  <message>
   <source>the recommendation does not count</source>
   <translation>推薦無效</translation>
  </message>
  <message>
   <source>the right date</source>
   <translation>日期符合</translation>
  </message>
  <message>
   <source>the right day of the month</source>
   <translation>日期符合</translation>
  </message>
  <message>
   <source>the right day of the week</source>
   <translation>星期符合</translation>
  </message>
  <message>
   <source>the right goods are among it</source>
   <translation>含指定商品</translation>
  </message>
  <message>
   <source>the right time of day</source>
   <translation>時段符合</translation>
  </message>
  <message>
   <source>this gift cannot be chosen (any more)</source>
   <translation>這份禮品不能選（或已選過）</translation>
  </message>
  <message>
   <source>this till’s share of the budget is used up</source>
   <translation>分到這台終端的預算已用完</translation>
  </message>
  <message>
   <source>this version of the campaign is in force</source>
   <translation>這一版活動有效</translation>
  </message>
  <message>
   <source>this version of the campaign was not in force then</source>
   <translation>當時這一版活動未生效</translation>
  </message>
  <message>
   <source>tier: {have}</source>
   <translation>等級：{have}</translation>
  </message>
  <message>
   <source>till</source>
   <translation>收銀機</translation>
  </message>
  <message>
   <source>very many</source>
   <translation>很多</translation>
  </message>
  <message>
   <source>was given once for this</source>
   <translation>這次已給過一次</translation>
  </message>
  <message>
   <source>was recommended by a member</source>
   <translation>經會員推薦</translation>
  </message>
  <message>
   <source>what came back cost as much as what was bought</source>
   <translation>換回的商品金額不低於購買的商品</translation>
  </message>
  <message>
   <source>who recommended the friend is no member any more</source>
   <translation>推薦人已不是會員</translation>
  </message>
  <message>
   <source>within the budget</source>
   <translation>在預算內</translation>
  </message>
  <message>
   <source>won “{need}”</source>
   <translation>抽中「{need}」</translation>
  </message>
  <message>
   <source>wrong day: only on the {days} of a month</source>
   <translation>日期不符：限每月 {days} 日</translation>
  </message>
  <message>
   <source>wrong day: only {days}</source>
   <translation>日期不符：限 {days}</translation>
  </message>
  <message>
   <source>wrong time: only {hours}</source>
   <translation>時段不符：限 {hours}</translation>
  </message>
  <message>
   <source>{have} of it on the right goods</source>
   <translation>指定商品 {have}</translation>
  </message>
  <message>
   <source>{have} of it on the right goods (from {need})</source>
   <translation>指定商品 {have}（滿 {need}）</translation>
  </message>
  <message>
   <source>{have} of it on the right goods, at most {most}</source>
   <translation>指定商品 {have}，上限 {most}</translation>
  </message>
  <message>
   <source>{have} of it on the right goods, needs {need}</source>
   <translation>指定商品 {have}，需滿 {need}</translation>
  </message>
  <message>
   <source>{have} points paid</source>
   <translation>支付 {have} 積分</translation>
  </message>
  <message>
   <source>{have} points paid, as asked</source>
   <translation>支付 {have} 積分，符合</translation>
  </message>
  <message>
   <source>{have} points paid, the price is {most}</source>
   <translation>支付 {have} 積分，價格是 {most}</translation>
  </message>
  <message>
   <source>{have} points paid, the price is {need}</source>
   <translation>支付 {have} 積分，價格是 {need}</translation>
  </message>
  <message>
   <source>{since} to {until}</source>
   <translation>{since} 至 {until}</translation>
  </message>
 </context>
 <context>
  <name>Code</name>
  <message>
   <source>Capitals, blanks and dashes make no difference.</source>
   <translation>大小寫、空格、連字號都不影響。</translation>
  </message>
  <message>
   <source>Key in a code</source>
   <translation>輸入優惠碼</translation>
  </message>
  <message>
   <source>The code as the customer says it</source>
   <translation>顧客說的優惠碼</translation>
  </message>
  <message>
   <source>Use the code</source>
   <translation>使用優惠碼</translation>
  </message>
 </context>
 <context>
  <name>Comfort</name>
  <message>
   <source>As usual</source>
   <translation>恢復預設</translation>
  </message>
  <message>
   <source>Everything further down</source>
   <translation>操作區往下移</translation>
  </message>
  <message>
   <source>Large</source>
   <translation>大</translation>
  </message>
  <message>
   <source>Largest</source>
   <translation>特大</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>標準</translation>
  </message>
  <message>
   <source>Nothing moves</source>
   <translation>減少動態效果</translation>
  </message>
  <message>
   <source>Read aloud</source>
   <translation>語音朗讀</translation>
  </message>
  <message>
   <source>Size of the letters</source>
   <translation>文字大小</translation>
  </message>
  <message>
   <source>Strong contrast</source>
   <translation>高對比</translation>
  </message>
  <message>
   <source>{what}: off</source>
   <translation>{what}：關</translation>
  </message>
  <message>
   <source>{what}: on</source>
   <translation>{what}：開</translation>
  </message>
 </context>
 <context>
  <name>Coupon</name>
  <message numerus="yes">
   <source>%n day(s) left</source>
   <translation>
    <numerusform>剩 %n 天</numerusform>
   </translation>
  </message>
  <message>
   <source>Best combination</source>
   <translation>最划算的組合</translation>
  </message>
  <message>
   <source>Best combination chosen</source>
   <translation>已選最划算的組合</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>輸碼</translation>
  </message>
  <message>
   <source>Coupons</source>
   <translation>可用優惠券</translation>
  </message>
  <message>
   <source>Coupons appear here when a member or a coupon is scanned.</source>
   <translation>掃描會員碼或優惠券後，這裡會列出可用的券。</translation>
  </message>
  <message>
   <source>Scanned</source>
   <translation>已掃描</translation>
  </message>
  <message>
   <source>This member has no coupon at present.</source>
   <translation>這位會員目前沒有優惠券。</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>已用</translation>
  </message>
  <message>
   <source>cannot be used now</source>
   <translation>現在不能用</translation>
  </message>
  <message>
   <source>last day</source>
   <translation>最後一天</translation>
  </message>
  <message>
   <source>not used</source>
   <translation>未使用</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>到 {day}</translation>
  </message>
  <message>
   <source>used</source>
   <translation>已使用</translation>
  </message>
  <message>
   <source>{money} on it</source>
   <translation>餘額 {money}</translation>
  </message>
 </context>
 <context>
  <name>Customer</name>
  <message>
   <source>Bring a friend</source>
   <translation>邀朋友一起來</translation>
  </message>
  <message>
   <source>Day {day} of {days}</source>
   <translation>第 {day} 天，共 {days} 天</translation>
  </message>
  <message>
   <source>Exchanged</source>
   <translation>換回</translation>
  </message>
  <message>
   <source>For the customer</source>
   <translation>顧客螢幕</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>商品金額</translation>
  </message>
  <message>
   <source>Let your friend scan it, or take a photo and send it</source>
   <translation>請朋友掃描，或拍照傳給朋友</translation>
  </message>
  <message>
   <source>Money back</source>
   <translation>退款</translation>
  </message>
  <message>
   <source>More on your voucher</source>
   <translation>禮券加值</translation>
  </message>
  <message>
   <source>New voucher</source>
   <translation>新的禮券</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>實付</translation>
  </message>
  <message>
   <source>Receipt {number}</source>
   <translation>收據 {number}</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>已省</translation>
  </message>
  <message>
   <source>Scan it: your receipt on your phone</source>
   <translation>掃一掃，收據存手機</translation>
  </message>
  <message>
   <source>Show your member code when you pay</source>
   <translation>結帳時請出示會員碼</translation>
  </message>
  <message>
   <source>Take a photo: with this code we find your purchase again</source>
   <translation>拍下此碼，日後即可查到這筆消費</translation>
  </message>
  <message>
   <source>Thank you</source>
   <translation>謝謝惠顧</translation>
  </message>
  <message>
   <source>Then {left} on it</source>
   <translation>之後餘額 {left}</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>應付</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>歡迎光臨</translation>
  </message>
  <message>
   <source>You get back</source>
   <translation>退還您</translation>
  </message>
  <message>
   <source>You receive: {rewards}</source>
   <translation>您將獲得：{rewards}</translation>
  </message>
  <message>
   <source>You received: {rewards}</source>
   <translation>您已獲得：{rewards}</translation>
  </message>
  <message>
   <source>You save {money}</source>
   <translation>為您省下 {money}</translation>
  </message>
  <message>
   <source>You saved {money}</source>
   <translation>本次省下 {money}</translation>
  </message>
  <message>
   <source>Your member code: take a photo of it</source>
   <translation>您的會員碼，請拍照留存</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>還有 %n 項</numerusform>
   </translation>
  </message>
  <message>
   <source>{left} on it</source>
   <translation>餘額 {left}</translation>
  </message>
  <message>
   <source>{name} …{code}</source>
   <translation>{name}（末碼 {code}）</translation>
  </message>
  <message>
   <source>{n} points</source>
   <translation>{n} 積分</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source> What they were given stays theirs.</source>
   <translation>已發的仍歸對方所有。</translation>
  </message>
  <message numerus="yes">
   <source>%n desk(s) together</source>
   <translation>
    <numerusform>%n 桌互通中</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n guest(s)</source>
   <translation>
    <numerusform>%n 位</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s) left</source>
   <translation>
    <numerusform>標籤剩 %n 張</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>共 %n 人</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n place(s) left</source>
   <translation>
    <numerusform>剩 %n 個名額</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n ticket(s) signed in twice, at two desks.</source>
   <translation>
    <numerusform>有 %n 張票在兩桌各簽到了一次。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n used twice</source>
   <translation>
    <numerusform>重複 %n 件</numerusform>
   </translation>
  </message>
  <message>
   <source>Add</source>
   <translation>登記</translation>
  </message>
  <message>
   <source>All places are taken. Call whoever is in charge.</source>
   <translation>名額已滿，請找負責人。</translation>
  </message>
  <message>
   <source>Alone: no HQ, no other desk</source>
   <translation>單機中：總部與其他桌都連不上</translation>
  </message>
  <message>
   <source>Another event or session</source>
   <translation>換活動或場次</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>回答</translation>
  </message>
  <message>
   <source>Arrivals every 5 minutes</source>
   <translation>每 5 分鐘到場</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>已到</translation>
  </message>
  <message>
   <source>Came last</source>
   <translation>剛到的來賓</translation>
  </message>
  <message>
   <source>Choose an event first: F4.</source>
   <translation>請先選活動：F4。</translation>
  </message>
  <message>
   <source>Choose one, or make one here</source>
   <translation>選一個，或在現場新增</translation>
  </message>
  <message>
   <source>Companion +1</source>
   <translation>同行也到了 +1</translation>
  </message>
  <message>
   <source>Desk</source>
   <translation>桌</translation>
  </message>
  <message>
   <source>Do not let in. Call whoever is in charge.</source>
   <translation>請勿放行，找負責人處理。</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>活動</translation>
  </message>
  <message>
   <source>Find one of the group first, then F5.</source>
   <translation>先找到其中一位，再按 F5。</translation>
  </message>
  <message>
   <source>Given: {rewards}</source>
   <translation>已發：{rewards}</translation>
  </message>
  <message>
   <source>Good from {day} {time}.</source>
   <translation>{day} {time} 起可入場。</translation>
  </message>
  <message>
   <source>Guests from a file</source>
   <translation>匯入名單檔</translation>
  </message>
  <message>
   <source>HQ away · {desks}</source>
   <translation>總部離線 · {desks}</translation>
  </message>
  <message>
   <source>HQ has told of no event for this store. Make one here, in a minute.</source>
   <translation>總部沒有給本店活動。可在這裡自行新增，一分鐘就好。</translation>
  </message>
  <message>
   <source>Here again: entry number {n}</source>
   <translation>再次入場：第 {n} 次</translation>
  </message>
  <message>
   <source>How many there are</source>
   <translation>人數</translation>
  </message>
  <message>
   <source>If it is somebody else, ask for their own ticket.</source>
   <translation>若是另一位，請對方出示自己的票。</translation>
  </message>
  <message>
   <source>In the house now</source>
   <translation>目前在場</translation>
  </message>
  <message>
   <source>In the house {n}</source>
   <translation>在場 {n}</translation>
  </message>
  <message>
   <source>It was good until {day} {time}.</source>
   <translation>有效到 {day} {time} 為止。</translation>
  </message>
  <message>
   <source>Last: {name}, {time}</source>
   <translation>上一位：{name}，{time}</translation>
  </message>
  <message>
   <source>Leaving</source>
   <translation>離場模式</translation>
  </message>
  <message>
   <source>Let in</source>
   <translation>放行</translation>
  </message>
  <message>
   <source>Let in (PIN)</source>
   <translation>放行（PIN）</translation>
  </message>
  <message>
   <source>Let in all the same</source>
   <translation>仍要放行</translation>
  </message>
  <message>
   <source>Let in all the same?</source>
   <translation>仍要放行嗎？</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>Make an event here</source>
   <translation>現場新增活動</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Name, initials, phone, seat</source>
   <translation>姓名、拼音、手機、座位</translation>
  </message>
  <message>
   <source>Name, pinyin initials, phone, company or seat</source>
   <translation>姓名、拼音首字母、手機、公司、座位，一個字就開始找</translation>
  </message>
  <message>
   <source>No</source>
   <translation>不放行</translation>
  </message>
  <message>
   <source>No badge: the printer needs somebody</source>
   <translation>胸牌沒有印：請看印表機</translation>
  </message>
  <message>
   <source>No event chosen</source>
   <translation>尚未選活動</translation>
  </message>
  <message>
   <source>Nobody fits. One character less finds more; a phone’s last digits are enough.</source>
   <translation>沒有符合的人。少打一個字會找到更多；手機末幾碼就夠。</translation>
  </message>
  <message>
   <source>Nobody fits? Add “{text}” (F2) in 15 seconds</source>
   <translation>找不到？現場登記「{text}」（F2），15 秒完成，帶推薦人</translation>
  </message>
  <message>
   <source>Nobody has come yet. Whoever comes stands here, at whichever desk.</source>
   <translation>還沒有人到。不論在哪一桌簽到，都會列在這裡。</translation>
  </message>
  <message>
   <source>Nobody of ours made this ticket. Look for the name instead.</source>
   <translation>這張票不是我們發的。請改用姓名查。</translation>
  </message>
  <message>
   <source>Not on the list before</source>
   <translation>現場登記</translation>
  </message>
  <message>
   <source>Not on the list? Add them (F2) in 15 seconds</source>
   <translation>不在名單上？現場登記（F2），15 秒完成，帶推薦人</translation>
  </message>
  <message>
   <source>Nothing of this desk to take back.</source>
   <translation>這一桌沒有可以撤銷的簽到。</translation>
  </message>
  <message>
   <source>On the members’ list, too</source>
   <translation>同時成為會員</translation>
  </message>
  <message>
   <source>On the waiting list</source>
   <translation>候補名單</translation>
  </message>
  <message>
   <source>On the waiting list: only when there is room.</source>
   <translation>在候補名單上：有名額才能入場。</translation>
  </message>
  <message>
   <source>One more +1</source>
   <translation>多一位 +1</translation>
  </message>
  <message numerus="yes">
   <source>Peak {time} · %n people</source>
   <translation>
    <numerusform>尖峰 {time} · %n 人</numerusform>
   </translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>手機</translation>
  </message>
  <message>
   <source>Places left</source>
   <translation>剩餘名額</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>請掃票</translation>
  </message>
  <message>
   <source>Scan a ticket or a member’s code, or type a name.</source>
   <translation>掃門票或會員碼，或直接打姓名。</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>搜尋中…</translation>
  </message>
  <message>
   <source>Seat</source>
   <translation>座位</translation>
  </message>
  <message>
   <source>Seat {seat}</source>
   <translation>座位 {seat}</translation>
  </message>
  <message>
   <source>Several guests are meant: choose in the list.</source>
   <translation>有好幾位符合：請在名單中選。</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>簽到</translation>
  </message>
  <message>
   <source>Signed in twice</source>
   <translation>重複簽到</translation>
  </message>
  <message>
   <source>Signed in {time}. The reason is written down; the ticket is good again.</source>
   <translation>{time} 簽到。會記下原因，票可以再用。</translation>
  </message>
  <message>
   <source>Signed out. The same ticket lets them in again.</source>
   <translation>已離場。同一張票可再入場。</translation>
  </message>
  <message>
   <source>Table {seat}</source>
   <translation>桌號 {seat}</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>標記</translation>
  </message>
  <message>
   <source>Take {name} back?</source>
   <translation>撤銷{name}的簽到？</translation>
  </message>
  <message>
   <source>Taken back: {name} is not signed in.</source>
   <translation>已撤銷：{name}未簽到。</translation>
  </message>
  <message>
   <source>The badge is being printed</source>
   <translation>胸牌列印中</translation>
  </message>
  <message numerus="yes">
   <source>The badge is being printed (%n label(s) left)</source>
   <translation>
    <numerusform>胸牌列印中（標籤還剩 %n 張）</numerusform>
   </translation>
  </message>
  <message>
   <source>The registration was cancelled. Call whoever is in charge.</source>
   <translation>報名已取消，請找負責人。</translation>
  </message>
  <message>
   <source>The ticket is for another day.</source>
   <translation>這張票是別天的。</translation>
  </message>
  <message>
   <source>Their session is “{session}”: {day} {time}.</source>
   <translation>對方的場次是「{session}」：{day} {time}。</translation>
  </message>
  <message>
   <source>They have not come in, or have left already.</source>
   <translation>對方還沒入場，或已經離場。</translation>
  </message>
  <message>
   <source>This is no code of ours, or half of one. Scan again, or type a name.</source>
   <translation>不是我們的碼，或只掃到一半。請再掃一次，或打姓名。</translation>
  </message>
  <message>
   <source>This ticket is for another event.</source>
   <translation>這張票是別的活動的。</translation>
  </message>
  <message>
   <source>This ticket is for “{event}”.</source>
   <translation>這張票是「{event}」的。</translation>
  </message>
  <message>
   <source>Try the name or the phone. If there is nobody: add them, it takes 15 seconds.</source>
   <translation>試試姓名或手機；真的沒有，就現場登記，15 秒完成。</translation>
  </message>
  <message>
   <source>Try the name or the phone. This event takes nobody who is not on the list.</source>
   <translation>試試姓名或手機。這場活動只限名單上的人。</translation>
  </message>
  <message>
   <source>Two desks could not see each other, so one ticket let in two. Only one of them counts.</source>
   <translation>兩桌當時互相看不到，同一張票放進了兩次；人數只算一次。</translation>
  </message>
  <message>
   <source>Two walk-ins with one phone: both count. If they are one person, undo one.</source>
   <translation>兩筆現場登記是同一支電話，目前都計入人數。若是同一人，請撤銷其中一筆。</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤銷</translation>
  </message>
  <message>
   <source>Which event?</source>
   <translation>要簽到哪一場？</translation>
  </message>
  <message>
   <source>Whoever is scanned now is signed out. F7 ends it.</source>
   <translation>現在掃到的人會登記離場。按 F7 結束。</translation>
  </message>
  <message>
   <source>came {time}</source>
   <translation>{time} 到</translation>
  </message>
  <message>
   <source>here now</source>
   <translation>目前這場</translation>
  </message>
  <message>
   <source>left {time}</source>
   <translation>{time} 離場</translation>
  </message>
  <message>
   <source>nobody yet</source>
   <translation>還沒有人</translation>
  </message>
  <message>
   <source>over</source>
   <translation>已結束</translation>
  </message>
  <message>
   <source>today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>undone</source>
   <translation>已撤銷</translation>
  </message>
  <message numerus="yes">
   <source>with %n companion(s)</source>
   <translation>
    <numerusform>同行 %n 位</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} comes in although the desk says: {verdict}. It is written down.</source>
   <translation>系統顯示「{verdict}」，仍讓{name}入場。會留下紀錄。</translation>
  </message>
  <message>
   <source>{time} at {desk}, by {name}</source>
   <translation>{time}，{desk}，{name} 簽到</translation>
  </message>
 </context>
 <context>
  <name>DocumentKind</name>
  <message>
   <source>Coupon</source>
   <translation>優惠券</translation>
  </message>
  <message>
   <source>Daily report</source>
   <translation>日結報表</translation>
  </message>
  <message>
   <source>Draw result</source>
   <translation>抽獎結果</translation>
  </message>
  <message>
   <source>Draw ticket</source>
   <translation>抽獎券</translation>
  </message>
  <message>
   <source>Event ticket</source>
   <translation>活動入場券</translation>
  </message>
  <message>
   <source>Greeting card</source>
   <translation>賀卡</translation>
  </message>
  <message>
   <source>Guest badge</source>
   <translation>來賓名牌</translation>
  </message>
  <message>
   <source>Handover note</source>
   <translation>領獎簽收單</translation>
  </message>
  <message>
   <source>Invitation</source>
   <translation>邀請卡</translation>
  </message>
  <message>
   <source>List</source>
   <translation>名單</translation>
  </message>
  <message>
   <source>Notice of a draw</source>
   <translation>抽獎公告</translation>
  </message>
  <message>
   <source>Paper slip</source>
   <translation>人工核銷單</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>收據</translation>
  </message>
  <message>
   <source>Registration form</source>
   <translation>入會登記表</translation>
  </message>
  <message>
   <source>Return receipt</source>
   <translation>退貨單</translation>
  </message>
  <message>
   <source>Rules poster</source>
   <translation>活動規則海報</translation>
  </message>
  <message>
   <source>Shelf label</source>
   <translation>貨架標籤</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>簽到表</translation>
  </message>
  <message>
   <source>Test page</source>
   <translation>測試頁</translation>
  </message>
  <message>
   <source>Void receipt</source>
   <translation>撤銷單</translation>
  </message>
  <message>
   <source>Welcome slip</source>
   <translation>入會歡迎單</translation>
  </message>
 </context>
 <context>
  <name>Door</name>
  <message>
   <source>Close the program</source>
   <translation>關閉程式</translation>
  </message>
  <message>
   <source>Set this terminal up</source>
   <translation>設定這台機器</translation>
  </message>
  <message>
   <source>Staff only</source>
   <translation>僅限店員</translation>
  </message>
  <message>
   <source>This station is for customers. Your PIN or your badge lets you set it up or leave it.</source>
   <translation>本機供顧客自助使用。以您的 PIN 或員工證可設定本機或離開。</translation>
  </message>
  <message>
   <source>Whoever was using the station is signed off first.</source>
   <translation>正在使用的顧客會先登出。</translation>
  </message>
 </context>
 <context>
  <name>Draw</name>
  <message>
   <source>HQ</source>
   <translation>總部</translation>
  </message>
  <message>
   <source>drawn</source>
   <translation>已抽出</translation>
  </message>
  <message>
   <source>elsewhere</source>
   <translation>別的步驟</translation>
  </message>
  <message>
   <source>list frozen</source>
   <translation>名單已凍結</translation>
  </message>
  <message>
   <source>opening envelopes</source>
   <translation>正在拆信封</translation>
  </message>
  <message>
   <source>over</source>
   <translation>已結束</translation>
  </message>
  <message>
   <source>ready to draw</source>
   <translation>可以抽獎</translation>
  </message>
  <message>
   <source>the witness</source>
   <translation>見證人</translation>
  </message>
  <message>
   <source>throwing dice</source>
   <translation>正在擲骰子</translation>
  </message>
  <message>
   <source>void</source>
   <translation>已作廢</translation>
  </message>
  <message>
   <source>waiting for the beacon</source>
   <translation>等待信標</translation>
  </message>
  <message>
   <source>winners shown</source>
   <translation>得獎者已公布</translation>
  </message>
 </context>
 <context>
  <name>Draws</name>
  <message>
   <source>A terminal of ours signed it.</source>
   <translation>由我們的終端簽署。</translation>
  </message>
  <message>
   <source>Anybody can check it again: with a phone, or on the page of headquarters.</source>
   <translation>任何人都可以用手機或在總部網頁再次查驗。</translation>
  </message>
  <message>
   <source>Genuine</source>
   <translation>憑證真實</translation>
  </message>
  <message>
   <source>It does not stand on the list that it names.</source>
   <translation>不在它所指的清單上。</translation>
  </message>
  <message>
   <source>It stands at its place on the sealed list.</source>
   <translation>確實位於封存清單上的該位置。</translation>
  </message>
  <message>
   <source>It was drawn at another terminal, which alone knows the turn.</source>
   <translation>在別台終端抽出，這裡沒有那一次的紀錄。</translation>
  </message>
  <message>
   <source>Its list is not the one that was published.</source>
   <translation>它的清單與公布的不一致。</translation>
  </message>
  <message>
   <source>Keep it: whoever is responsible for the campaign wants to see it. Nothing is handed over for it.</source>
   <translation>請留下憑證交給活動負責人查看；不得據此發獎。</translation>
  </message>
  <message>
   <source>No terminal of ours signed it.</source>
   <translation>不是由我們的終端簽署。</translation>
  </message>
  <message>
   <source>Nobody drew that place here, or with another prize.</source>
   <translation>這裡沒有人抽到該位置，或獎項不同。</translation>
  </message>
  <message>
   <source>Not genuine</source>
   <translation>憑證不實</translation>
  </message>
  <message>
   <source>Nothing wrong with it</source>
   <translation>未發現問題</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>請稍候…</translation>
  </message>
  <message>
   <source>Please show it to our staff.</source>
   <translation>請交給我們的店員查看。</translation>
  </message>
  <message>
   <source>Receipt of a draw</source>
   <translation>抽獎憑證</translation>
  </message>
  <message>
   <source>Rub here</source>
   <translation>刮開這裡</translation>
  </message>
  <message>
   <source>Scratch and see</source>
   <translation>刮刮樂</translation>
  </message>
  <message>
   <source>That list is the one that was published before anybody drew.</source>
   <translation>清單與抽獎前公布的一致。</translation>
  </message>
  <message>
   <source>The page of headquarters, which a phone opens from the same code, can check the rest.</source>
   <translation>用手機掃描同一個碼，可在總部網頁查驗其餘部分。</translation>
  </message>
  <message>
   <source>This terminal wrote that turn down, with that prize.</source>
   <translation>這台終端記錄了那一次抽獎與該獎項。</translation>
  </message>
  <message>
   <source>Whether its list was published before cannot be told here.</source>
   <translation>這裡無法判斷清單是否事前公布。</translation>
  </message>
  <message>
   <source>Who signed it cannot be told here.</source>
   <translation>這裡無法判斷由誰簽署。</translation>
  </message>
  <message>
   <source>Whose ticket it is, and where it stands, cannot be told here.</source>
   <translation>這裡不知道抽獎券是誰的，無法核對它在名單上的位置。</translation>
  </message>
  <message>
   <source>place {n} of {size}</source>
   <translation>第 {n} 格，共 {size} 格</translation>
  </message>
  <message>
   <source>ticket {first}</source>
   <translation>抽獎券 {first} 號</translation>
  </message>
  <message>
   <source>tickets {first} to {last}</source>
   <translation>抽獎券 {first} 至 {last} 號</translation>
  </message>
 </context>
 <context>
  <name>Drill</name>
  <message>
   <source>Badge printer</source>
   <translation>名牌印表機</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>鏡頭</translation>
  </message>
  <message>
   <source>Clock</source>
   <translation>時鐘</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>磁碟</translation>
  </message>
  <message>
   <source>End</source>
   <translation>結束</translation>
  </message>
  <message>
   <source>Guest list</source>
   <translation>來賓名單</translation>
  </message>
  <message>
   <source>HQ could not be cut off here: not tried.</source>
   <translation>這裡無法切斷總部連線：未測試。</translation>
  </message>
  <message>
   <source>HQ did not come back: look at the network.</source>
   <translation>總部沒有恢復連線：請查看網路。</translation>
  </message>
  <message>
   <source>HQ has everything.</source>
   <translation>總部已收到全部資料。</translation>
  </message>
  <message>
   <source>HQ has not been met: compare with a watch.</source>
   <translation>尚未連上總部：請與手錶核對。</translation>
  </message>
  <message>
   <source>HQ is away: the desk works, and tells it later.</source>
   <translation>總部離線：櫃檯照常運作，稍後回報。</translation>
  </message>
  <message>
   <source>HQ was cut off meanwhile, and is back.</source>
   <translation>期間切斷總部連線，現已恢復。</translation>
  </message>
  <message>
   <source>It is still starting: try again.</source>
   <translation>還在啟動：請再試一次。</translation>
  </message>
  <message>
   <source>It reads tickets. This one was not signed in.</source>
   <translation>可以讀取票券。這張沒有簽到。</translation>
  </message>
  <message>
   <source>It reads, but this is no code of ours: try a ticket.</source>
   <translation>可以讀取，但這不是我們的條碼：請掃一張票。</translation>
  </message>
  <message>
   <source>It sees.</source>
   <translation>畫面正常。</translation>
  </message>
  <message>
   <source>It shows nothing: look at cable and lens.</source>
   <translation>沒有畫面：請查看線路與鏡頭。</translation>
  </message>
  <message>
   <source>Look at it</source>
   <translation>請查看</translation>
  </message>
  <message>
   <source>No camera here; the scanner does it.</source>
   <translation>這裡沒有鏡頭，使用掃描槍。</translation>
  </message>
  <message>
   <source>No printer for badges is set up.</source>
   <translation>尚未設定名牌印表機。</translation>
  </message>
  <message>
   <source>Nobody is on the list, and nobody may be added.</source>
   <translation>名單上沒有人，也不能現場加入。</translation>
  </message>
  <message>
   <source>Not ready</source>
   <translation>未就緒</translation>
  </message>
  <message>
   <source>Not ready: what is red comes first.</source>
   <translation>尚未就緒：請先處理紅色項目。</translation>
  </message>
  <message>
   <source>Not tried.</source>
   <translation>未測試。</translation>
  </message>
  <message>
   <source>On battery, {percent}%: plug it in.</source>
   <translation>使用電池，剩 {percent}%：請接上電源。</translation>
  </message>
  <message>
   <source>On the mains, no battery.</source>
   <translation>使用市電，沒有電池。</translation>
  </message>
  <message>
   <source>On without a scanner</source>
   <translation>沒有掃描槍，繼續</translation>
  </message>
  <message>
   <source>Plugged in.</source>
   <translation>已接上電源。</translation>
  </message>
  <message>
   <source>Power</source>
   <translation>電源</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>正常</translation>
  </message>
  <message>
   <source>Ready to open?</source>
   <translation>可以開門了嗎？</translation>
  </message>
  <message>
   <source>Ready: the doors may open.</source>
   <translation>一切就緒：可以開門。</translation>
  </message>
  <message>
   <source>Scan any ticket now. Nobody is signed in by it.</source>
   <translation>請掃任何一張票，不會簽到。</translation>
  </message>
  <message>
   <source>Scanner</source>
   <translation>掃描槍</translation>
  </message>
  <message>
   <source>The clock was set back: set it right.</source>
   <translation>時鐘被往回調：請調正。</translation>
  </message>
  <message>
   <source>The doors may open; look at what is yellow.</source>
   <translation>可以開門；黃色項目請查看。</translation>
  </message>
  <message>
   <source>The machine does not say.</source>
   <translation>機器未回報。</translation>
  </message>
  <message>
   <source>The machine does not say: look at the plug.</source>
   <translation>機器未回報：請查看插頭。</translation>
  </message>
  <message>
   <source>This event gives no badges.</source>
   <translation>這場活動不發名牌。</translation>
  </message>
  <message>
   <source>Told to HQ</source>
   <translation>回報總部</translation>
  </message>
  <message>
   <source>Trial tickets</source>
   <translation>試掃票券</translation>
  </message>
  <message>
   <source>Trying {line}… Nothing of it counts.</source>
   <translation>正在檢查{line}……均不計入。</translation>
  </message>
  <message>
   <source>Without HQ</source>
   <translation>總部斷線</translation>
  </message>
  <message>
   <source>{count} judged, 95 of 100 within {p95} ms. They do not count.</source>
   <translation>試掃 {count} 張，95% 在 {p95} 毫秒內，均不計入。</translation>
  </message>
  <message>
   <source>{guests} guests; HQ has not been met since the start.</source>
   <translation>{guests} 位來賓；啟動後尚未連上總部。</translation>
  </message>
  <message>
   <source>{guests} guests; HQ told {minutes} min ago.</source>
   <translation>{guests} 位來賓；總部 {minutes} 分鐘前更新。</translation>
  </message>
  <message>
   <source>{guests} guests; this event was made at a desk.</source>
   <translation>{guests} 位來賓；活動在櫃檯建立。</translation>
  </message>
  <message>
   <source>{mb} MB free.</source>
   <translation>剩餘 {mb} MB。</translation>
  </message>
  <message>
   <source>{name} is ready.</source>
   <translation>{name} 正常。</translation>
  </message>
  <message>
   <source>{name} is {seconds} s off: one of the clocks is wrong.</source>
   <translation>與{name}相差 {seconds} 秒：有一個時鐘不準。</translation>
  </message>
  <message>
   <source>{name}: {labels} labels left.</source>
   <translation>{name}：剩 {labels} 張標籤。</translation>
  </message>
  <message>
   <source>{seconds} s from HQ’s.</source>
   <translation>與總部相差 {seconds} 秒。</translation>
  </message>
  <message>
   <source>{waiting} still wait for HQ.</source>
   <translation>還有 {waiting} 筆等待回報總部。</translation>
  </message>
  <message>
   <source>{wrong} of {count} got a wrong verdict: call for help.</source>
   <translation>{count} 張中有 {wrong} 張判定錯誤：請求助。</translation>
  </message>
 </context>
 <context>
  <name>Enrolment</name>
  <message>
   <source>Another terminal has used this code. Ask HQ for a new one; each terminal needs its own.</source>
   <translation>這組註冊碼已被另一台終端使用。每台終端各需一組，請向總部索取新的。</translation>
  </message>
  <message>
   <source>Connecting…</source>
   <translation>連線中…</translation>
  </message>
  <message>
   <source>Enrolment code</source>
   <translation>註冊碼</translation>
  </message>
  <message>
   <source>Good once, for ten minutes.</source>
   <translation>只能用一次，十分鐘內有效。</translation>
  </message>
  <message>
   <source>HQ does not answer at this address. Check the network cable and the address, then try again.</source>
   <translation>這個網址的總部沒有回應。請檢查網路線與網址，再試一次。</translation>
  </message>
  <message>
   <source>HQ does not know this code. Check it letter by letter, or ask for a new one.</source>
   <translation>總部沒有這組註冊碼。請逐字核對，或索取新的。</translation>
  </message>
  <message>
   <source>HQ refuses this terminal. Ask HQ why, then try again.</source>
   <translation>總部不接受這台終端。請向總部問明原因後再試。</translation>
  </message>
  <message>
   <source>HQ’s address</source>
   <translation>總部網址</translation>
  </message>
  <message>
   <source>It belongs to no store yet. HQ or your manager gives you the address and a code.</source>
   <translation>這台終端還不屬於任何門市。網址與註冊碼請向總部或主管索取。</translation>
  </message>
  <message>
   <source>Join the store</source>
   <translation>加入門市</translation>
  </message>
  <message>
   <source>Key in HQ’s address and the code first.</source>
   <translation>請先輸入總部網址與註冊碼。</translation>
  </message>
  <message>
   <source>Key in the code first: letters and digits, as HQ wrote it.</source>
   <translation>請先輸入註冊碼：照總部給的英文字母與數字。</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>暫不設定</translation>
  </message>
  <message>
   <source>Set up this terminal</source>
   <translation>設定這台終端</translation>
  </message>
  <message>
   <source>Something answers at this address, but it is not HQ. Check the address.</source>
   <translation>這個網址有回應，但不是總部。請核對網址。</translation>
  </message>
  <message>
   <source>This code is older than ten minutes. Ask HQ for a new one.</source>
   <translation>這組註冊碼已超過十分鐘。請向總部索取新的。</translation>
  </message>
  <message>
   <source>This is no address. It looks like https://hq.example.com.</source>
   <translation>這不是網址。格式如 https://hq.example.com。</translation>
  </message>
  <message>
   <source>{title}. {step}</source>
   <translation>{title}。{step}</translation>
  </message>
  <message>
   <source>{trouble}. Check the address and this computer’s clock, then ask IT for the rest.</source>
   <translation>{trouble}。請檢查位址與這台電腦的時間，其餘請洽 IT。</translation>
  </message>
 </context>
 <context>
  <name>Event</name>
  <message>
   <source>A friend bought</source>
   <translation>好友消費</translation>
  </message>
  <message>
   <source>A friend registered</source>
   <translation>好友註冊</translation>
  </message>
  <message>
   <source>A friend’s phone proved</source>
   <translation>好友的電話已驗證</translation>
  </message>
  <message>
   <source>Bought after a share</source>
   <translation>分享帶來的消費</translation>
  </message>
  <message>
   <source>Daily check-in</source>
   <translation>每日簽到</translation>
  </message>
  <message>
   <source>Deposit paid</source>
   <translation>支付定金</translation>
  </message>
  <message>
   <source>Event attended</source>
   <translation>到場參加活動</translation>
  </message>
  <message>
   <source>Gift chosen</source>
   <translation>選定禮品</translation>
  </message>
  <message>
   <source>Goods being priced</source>
   <translation>計算價格</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>退貨</translation>
  </message>
  <message>
   <source>HQ’s daily review</source>
   <translation>總部每日核算</translation>
  </message>
  <message>
   <source>Make-up card</source>
   <translation>補簽卡</translation>
  </message>
  <message>
   <source>Member’s data from HQ</source>
   <translation>總部的會員資料</translation>
  </message>
  <message>
   <source>Partner’s code</source>
   <translation>合作夥伴的碼</translation>
  </message>
  <message>
   <source>Personal data erased</source>
   <translation>個人資料已刪除</translation>
  </message>
  <message>
   <source>Phone proved</source>
   <translation>電話已驗證</translation>
  </message>
  <message>
   <source>Points spent</source>
   <translation>使用積分</translation>
  </message>
  <message>
   <source>Prize drawn</source>
   <translation>抽獎中獎</translation>
  </message>
  <message>
   <source>Prize went on to somebody else</source>
   <translation>獎品轉給別人</translation>
  </message>
  <message>
   <source>Purchase</source>
   <translation>消費</translation>
  </message>
  <message>
   <source>Registration</source>
   <translation>註冊</translation>
  </message>
  <message>
   <source>Registration reviewed by HQ</source>
   <translation>總部已審核註冊</translation>
  </message>
  <message>
   <source>Rewards recorded</source>
   <translation>記錄獎勵</translation>
  </message>
  <message>
   <source>Sale voided</source>
   <translation>撤銷交易</translation>
  </message>
  <message>
   <source>Share from HQ</source>
   <translation>總部分配的份數</translation>
  </message>
  <message>
   <source>Signed up for an event</source>
   <translation>報名活動</translation>
  </message>
  <message>
   <source>Survey answered</source>
   <translation>填寫問卷</translation>
  </message>
  <message>
   <source>Task done</source>
   <translation>完成任務</translation>
  </message>
  <message>
   <source>Tier reached</source>
   <translation>升等</translation>
  </message>
  <message>
   <source>Two registrations of one person put together</source>
   <translation>同一人的兩筆註冊已合併</translation>
  </message>
  <message>
   <source>Visit to the store</source>
   <translation>到店</translation>
  </message>
  <message>
   <source>Vote</source>
   <translation>投票</translation>
  </message>
  <message>
   <source>Wheel of fortune</source>
   <translation>幸運大轉盤</translation>
  </message>
 </context>
 <context>
  <name>Explain</name>
  <message numerus="yes">
   <source>%n journal entry(s) behind this</source>
   <translation>
    <numerusform>依據流水 %n 筆</numerusform>
   </translation>
  </message>
  <message>
   <source>A coupon</source>
   <translation>一張優惠券</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>流水</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>查詢中…</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>價格</translation>
  </message>
  <message>
   <source>Show more</source>
   <translation>顯示更多</translation>
  </message>
  <message>
   <source>The campaign as a whole</source>
   <translation>整個活動</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>為什麼</translation>
  </message>
  <message>
   <source>in the price</source>
   <translation>已計入</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>未使用</translation>
  </message>
  <message>
   <source>nearly</source>
   <translation>差一點</translation>
  </message>
  <message>
   <source>voided</source>
   <translation>已撤銷</translation>
  </message>
  <message>
   <source>{what} · journal entry {number}</source>
   <translation>{what} · 流水第 {number} 筆</translation>
  </message>
  <message>
   <source>↑ ↓ choose, Enter shows everything</source>
   <translation>↑ ↓ 選擇，Enter 展開全部條件</translation>
  </message>
 </context>
 <context>
  <name>Fault</name>
  <message>
   <source>A newer version worked here before. Nothing is lost.</source>
   <translation>這台電腦用過較新的版本。資料沒有遺失。</translation>
  </message>
  <message>
   <source>A part of the program is out of date</source>
   <translation>程式有一個元件太舊</translation>
  </message>
  <message>
   <source>Another window of it owns the journal on this computer.</source>
   <translation>這台電腦上另一個視窗正在使用流水。</translation>
  </message>
  <message>
   <source>Ask IT to give this user account the right to write in the data folder.</source>
   <translation>請資訊人員開放這個帳號對資料夾的寫入權限。</translation>
  </message>
  <message>
   <source>Ask IT to install the program again from its original package.</source>
   <translation>請資訊人員用原始安裝檔重新安裝。</translation>
  </message>
  <message>
   <source>Ask IT to put the right passphrase into the settings.</source>
   <translation>請資訊人員在設定中填入正確的密碼。</translation>
  </message>
  <message>
   <source>Ask IT to start the program with the passphrase of the key file.</source>
   <translation>請資訊人員以金鑰檔的密碼啟動程式。</translation>
  </message>
  <message>
   <source>Call IT: they restore the key from its copy. Delete nothing meanwhile.</source>
   <translation>聯絡資訊人員：他們會由備份還原金鑰。在此之前請勿刪除任何檔案。</translation>
  </message>
  <message>
   <source>Call IT: they verify the journal and restore the last backup. HQ has everything sent so far.</source>
   <translation>聯絡資訊人員：他們會驗證流水並還原最近的備份。已上傳的內容總部都有。</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>已複製</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>複製詳細資訊</translation>
  </message>
  <message>
   <source>Details for IT: {details}</source>
   <translation>給資訊人員：{details}</translation>
  </message>
  <message>
   <source>Free some space: empty the recycle bin, remove old downloads.</source>
   <translation>騰出空間：清空資源回收筒，刪除舊的下載檔案。</translation>
  </message>
  <message>
   <source>Give IT the line below: it names the file and the place in it.</source>
   <translation>把下面這行交給資訊人員：上面寫著檔案與位置。</translation>
  </message>
  <message>
   <source>Go on in the window that is open already.</source>
   <translation>請到已開啟的視窗繼續。</translation>
  </message>
  <message>
   <source>If that is not possible, call IT: they restore the key or a backup.</source>
   <translation>若做不到，請聯絡資訊人員還原金鑰或備份。</translation>
  </message>
  <message>
   <source>If there is none, restart the computer.</source>
   <translation>若找不到，請重新啟動電腦。</translation>
  </message>
  <message>
   <source>If this page comes back, call IT: the key store was removed or switched off.</source>
   <translation>如果又出現這一頁，請聯絡資訊人員：金鑰庫可能被移除或停用。</translation>
  </message>
  <message>
   <source>If this page comes back, copy the details and send them to IT.</source>
   <translation>若再次出現此頁，請複製詳細資訊傳給資訊人員。</translation>
  </message>
  <message>
   <source>If this page comes back, restart the computer, then call IT.</source>
   <translation>若再次出現此頁，請重新啟動電腦，再聯絡資訊人員。</translation>
  </message>
  <message>
   <source>Its folder is read-only, so no redemption can be recorded. Everything before is safe.</source>
   <translation>資料夾是唯讀的，無法記錄核銷。先前的記錄都安全。</translation>
  </message>
  <message>
   <source>Its key on this computer does not fit. This happens after a move to another user or computer.</source>
   <translation>這台電腦上的金鑰不符。換了使用者或電腦後會這樣。</translation>
  </message>
  <message>
   <source>Nothing was redeemed just now. Everything redeemed before is safe.</source>
   <translation>剛才這筆沒有核銷。先前核銷的都安全。</translation>
  </message>
  <message>
   <source>Press “Try again” and look at “Recent” to see whether the last sale is there.</source>
   <translation>按「再試一次」，並到「最近」看上一筆是否在內。</translation>
  </message>
  <message>
   <source>Press “Try again”.</source>
   <translation>按「再試一次」。</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>離開</translation>
  </message>
  <message>
   <source>Sign in to this computer as the user who set the terminal up.</source>
   <translation>請用當初設定這台終端的使用者登入電腦。</translation>
  </message>
  <message>
   <source>Sign out of this computer and in again, then start the program.</source>
   <translation>登出這台電腦再登入，然後啟動程式。</translation>
  </message>
  <message>
   <source>Something unexpected happened</source>
   <translation>發生了意料之外的問題</translation>
  </message>
  <message>
   <source>Start the newer version, or ask IT to install it.</source>
   <translation>請啟動較新的版本，或請資訊人員安裝。</translation>
  </message>
  <message>
   <source>The database library has a known fault that can lose data, so it is not used.</source>
   <translation>資料庫元件有已知的缺陷，可能遺失資料，因此不使用。</translation>
  </message>
  <message>
   <source>The disk of this terminal is full</source>
   <translation>這台終端的磁碟滿了</translation>
  </message>
  <message>
   <source>The journal cannot be opened</source>
   <translation>流水打不開</translation>
  </message>
  <message>
   <source>The journal cannot be written</source>
   <translation>流水無法寫入</translation>
  </message>
  <message>
   <source>The journal does not answer</source>
   <translation>流水沒有回應</translation>
  </message>
  <message>
   <source>The journal is damaged</source>
   <translation>流水已損壞</translation>
  </message>
  <message>
   <source>The journal’s key is kept there, so the journal stays closed. Nothing is lost.</source>
   <translation>流水的金鑰存放在那裡，所以流水暫時打不開。資料沒有遺失。</translation>
  </message>
  <message>
   <source>The journal’s key lies in a file under a passphrase, and none was given.</source>
   <translation>流水的金鑰存放在有密碼的檔案裡，但沒有提供密碼。</translation>
  </message>
  <message>
   <source>The journal’s key lies in a file under a passphrase, and the one given does not open it.</source>
   <translation>流水的金鑰存放在有密碼的檔案裡，提供的密碼打不開它。</translation>
  </message>
  <message>
   <source>The key file is from another computer</source>
   <translation>金鑰檔來自另一台電腦</translation>
  </message>
  <message>
   <source>The key file wants its passphrase</source>
   <translation>金鑰檔需要密碼</translation>
  </message>
  <message>
   <source>The key of the journal cannot be fetched</source>
   <translation>取不到流水的金鑰</translation>
  </message>
  <message>
   <source>The key of the journal is damaged</source>
   <translation>流水的金鑰已損壞</translation>
  </message>
  <message>
   <source>The key store of this computer does not answer</source>
   <translation>這台電腦的金鑰庫沒有回應</translation>
  </message>
  <message>
   <source>The key store of this computer gave an error, so the journal stays closed.</source>
   <translation>這台電腦的金鑰庫發生錯誤，所以流水暫時打不開。</translation>
  </message>
  <message>
   <source>The key store of this computer is locked</source>
   <translation>這台電腦的金鑰庫已鎖住</translation>
  </message>
  <message>
   <source>The last step may not have been carried out. Everything recorded before is safe.</source>
   <translation>上一步可能沒有完成。先前的記錄都安全。</translation>
  </message>
  <message>
   <source>The last step was not recorded. Everything before is safe.</source>
   <translation>上一步沒有記錄下來。先前的記錄都安全。</translation>
  </message>
  <message>
   <source>The passphrase of the key file is wrong</source>
   <translation>金鑰檔的密碼不對</translation>
  </message>
  <message>
   <source>The program does not start with settings it does not understand. Nothing is lost.</source>
   <translation>設定內容看不懂，程式不會啟動。資料沒有遺失。</translation>
  </message>
  <message>
   <source>The program is running already</source>
   <translation>程式已經在執行</translation>
  </message>
  <message>
   <source>The secret that belongs to it is not on this computer: data was copied, or it was deleted.</source>
   <translation>與它配對的金鑰不在這台電腦上：資料是複製來的，或金鑰被刪除了。</translation>
  </message>
  <message>
   <source>The settings cannot be read</source>
   <translation>讀不到設定</translation>
  </message>
  <message>
   <source>Then press “Try again”.</source>
   <translation>然後按「再試一次」。</translation>
  </message>
  <message>
   <source>Then press “Try again”. The journal itself must not be deleted.</source>
   <translation>然後按「再試一次」。請勿刪除流水檔案。</translation>
  </message>
  <message>
   <source>This program is too old for its journal</source>
   <translation>程式版本比流水舊</translation>
  </message>
  <message>
   <source>To protect what was redeemed, nothing more is recorded on this terminal.</source>
   <translation>為保護已核銷的記錄，這台終端不再寫入。</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>再試一次</translation>
  </message>
  <message>
   <source>Unlock the key store with the password of this computer’s user.</source>
   <translation>用這台電腦使用者的密碼解鎖金鑰庫。</translation>
  </message>
  <message>
   <source>Use another till, or paper slips, until it is repaired.</source>
   <translation>修復前請改用其他收銀台或紙本核銷單。</translation>
  </message>
  <message>
   <source>What the key store holds is not what was put there, so the journal stays closed.</source>
   <translation>金鑰庫裡的內容與當初存入的不同，所以流水暫時打不開。</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>怎麼辦</translation>
  </message>
  <message>
   <source>When it is put right, press “Try again”.</source>
   <translation>改好後按「再試一次」。</translation>
  </message>
 </context>
 <context>
  <name>File</name>
  <message>
   <source>A member from before, or registered elsewhere</source>
   <translation>既有會員，或於他店登記</translation>
  </message>
  <message>
   <source>Agrees now</source>
   <translation>改為同意</translation>
  </message>
  <message>
   <source>Erased</source>
   <translation>已刪除</translation>
  </message>
  <message>
   <source>Friends they brought</source>
   <translation>帶來的朋友</translation>
  </message>
  <message>
   <source>Invitation: print</source>
   <translation>列印邀請卡</translation>
  </message>
  <message>
   <source>Invitation: show</source>
   <translation>顯示邀請碼</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>查詢中…</translation>
  </message>
  <message>
   <source>Merged: this person is another member</source>
   <translation>已合併至另一位會員</translation>
  </message>
  <message>
   <source>Nobody yet. Show or print their invitation.</source>
   <translation>還沒有。可顯示或列印邀請碼。</translation>
  </message>
  <message>
   <source>Noted, and told to headquarters.</source>
   <translation>已記錄並通知總部。</translation>
  </message>
  <message>
   <source>Passed on: headquarters erases them.</source>
   <translation>已轉交：總部將刪除其個人資料。</translation>
  </message>
  <message>
   <source>Phone not proved: points wait</source>
   <translation>手機未驗證：積分待入帳</translation>
  </message>
  <message>
   <source>Phone proved</source>
   <translation>手機已驗證</translation>
  </message>
  <message>
   <source>Prove phone now</source>
   <translation>立即驗證手機</translation>
  </message>
  <message>
   <source>Recommended by {name}</source>
   <translation>推薦人：{name}</translation>
  </message>
  <message>
   <source>Registered here {day}</source>
   <translation>{day} 於本店登記</translation>
  </message>
  <message>
   <source>The invitation goes to {printer}.</source>
   <translation>邀請卡送到 {printer}。</translation>
  </message>
  <message>
   <source>What they agreed to</source>
   <translation>同意事項</translation>
  </message>
  <message>
   <source>Who withdraws membership ends it: headquarters erases their name, phone and birthday.</source>
   <translation>撤回會員服務同意即終止會員資格：總部會刪除姓名、電話與生日。</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>撤回</translation>
  </message>
  <message>
   <source>agreed</source>
   <translation>已同意</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>還有 %n 位</numerusform>
   </translation>
  </message>
  <message>
   <source>not agreed</source>
   <translation>不同意</translation>
  </message>
  <message>
   <source>not known here</source>
   <translation>此處不詳</translation>
  </message>
  <message>
   <source>{have} of {need} friends: {rewards}</source>
   <translation>{have}／{need} 位朋友：{rewards}</translation>
  </message>
  <message>
   <source>{name}: file</source>
   <translation>{name}的會員資料</translation>
  </message>
 </context>
 <context>
  <name>Find</name>
  <message numerus="yes">
   <source>%n member(s) found</source>
   <translation>
    <numerusform>找到 %n 位會員</numerusform>
   </translation>
  </message>
  <message>
   <source>Card</source>
   <translation>卡號</translation>
  </message>
  <message>
   <source>Find member</source>
   <translation>查會員</translation>
  </message>
  <message>
   <source>HQ is asked for a whole phone or card number</source>
   <translation>輸入完整手機號碼或卡號，會向總部查詢</translation>
  </message>
  <message>
   <source>Members who fit appear here while you type.</source>
   <translation>邊輸入，符合的會員邊顯示在這裡。</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>No member has “{text}”. Check the digits, or ask for the phone number.</source>
   <translation>沒有符合「{text}」的會員。請核對數字，或詢問手機號碼。</translation>
  </message>
  <message numerus="yes">
   <source>Of a phone at least %n digit(s), please.</source>
   <translation>
    <numerusform>手機號碼請至少輸入 %n 碼。</numerusform>
   </translation>
  </message>
  <message>
   <source>Other stores</source>
   <translation>其他門市</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>手機</translation>
  </message>
  <message>
   <source>Phone digits, card number or part of the name</source>
   <translation>手機號碼、卡號或姓名的一部分</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>搜尋中…</translation>
  </message>
  <message>
   <source>What members are found by</source>
   <translation>可以用這些找會員</translation>
  </message>
  <message>
   <source>any part of it; pinyin or its initials too</source>
   <translation>任何一部分；也可用拼音或首字母</translation>
  </message>
  <message>
   <source>last bought {day}</source>
   <translation>上次消費 {day}</translation>
  </message>
  <message>
   <source>no purchase yet</source>
   <translation>尚未消費</translation>
  </message>
  <message>
   <source>the last four digits, or the whole number, however it is written</source>
   <translation>末四碼，或完整號碼，怎麼寫都可以</translation>
  </message>
  <message>
   <source>the whole number</source>
   <translation>完整卡號</translation>
  </message>
  <message>
   <source>↑ ↓ choose, Enter takes the chosen one, Alt and a digit one at once</source>
   <translation>↑ ↓ 選人，Enter 確定，Alt 加數字直接選</translation>
  </message>
 </context>
 <context>
  <name>Footer</name>
  <message>
   <source>+1</source>
   <translation>同行 +1</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>登記</translation>
  </message>
  <message>
   <source>Arrivals</source>
   <translation>到場</translation>
  </message>
  <message>
   <source>At once</source>
   <translation>一次揭曉</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Board</source>
   <translation>得獎名單</translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>作廢</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>賀卡</translation>
  </message>
  <message>
   <source>Categories</source>
   <translation>分類</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清除</translation>
  </message>
  <message>
   <source>Clerk</source>
   <translation>換人</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>人數</translation>
  </message>
  <message>
   <source>Coupon</source>
   <translation>選券</translation>
  </message>
  <message>
   <source>Daily report</source>
   <translation>日結報表</translation>
  </message>
  <message>
   <source>Day after</source>
   <translation>後一天</translation>
  </message>
  <message>
   <source>Day before</source>
   <translation>前一天</translation>
  </message>
  <message>
   <source>Drill</source>
   <translation>開門檢查</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>活動</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>File</source>
   <translation>檔案</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>查會員</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>團體</translation>
  </message>
  <message>
   <source>Guest</source>
   <translation>來賓</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>語言</translation>
  </message>
  <message>
   <source>Last sync {time}</source>
   <translation>上次同步 {time}</translation>
  </message>
  <message>
   <source>Leaving</source>
   <translation>離場</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>鎖定</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>下一位</translation>
  </message>
  <message>
   <source>New draw</source>
   <translation>新抽獎</translation>
  </message>
  <message>
   <source>New member</source>
   <translation>入會</translation>
  </message>
  <message>
   <source>Not here</source>
   <translation>未到場</translation>
  </message>
  <message>
   <source>Not synced yet</source>
   <translation>尚未同步</translation>
  </message>
  <message>
   <source>Notice</source>
   <translation>公告</translation>
  </message>
  <message>
   <source>Paper slips</source>
   <translation>核銷單</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>照片</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>積分</translation>
  </message>
  <message>
   <source>Poster</source>
   <translation>海報</translation>
  </message>
  <message>
   <source>Programme</source>
   <translation>節目</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>重新讀取</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>最近</translation>
  </message>
  <message>
   <source>Save file</source>
   <translation>存檔</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>搜尋</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>服務</translation>
  </message>
  <message>
   <source>Stage here</source>
   <translation>在此顯示</translation>
  </message>
  <message>
   <source>Station</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>Thanks</source>
   <translation>致謝</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤銷</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>撤銷</translation>
  </message>
  <message>
   <source>Vouchers</source>
   <translation>禮券</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>轉盤</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>原因</translation>
  </message>
 </context>
 <context>
  <name>Forms</name>
  <message numerus="yes">
   <source>%n form(s) go to {printer}.</source>
   <translation>
    <numerusform>%n 張表單送到 {printer}。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n form(s) keyed in.</source>
   <translation>
    <numerusform>已輸入 %n 張表單。</numerusform>
   </translation>
  </message>
  <message>
   <source>1 to {most} forms at once.</source>
   <translation>一次 1 到 {most} 張。</translation>
  </message>
  <message>
   <source>Day written</source>
   <translation>填表日期</translation>
  </message>
  <message>
   <source>Form number</source>
   <translation>表單編號</translation>
  </message>
  <message>
   <source>Key in registration forms</source>
   <translation>輸入登記表</translation>
  </message>
  <message>
   <source>Key in this form</source>
   <translation>輸入這張表單</translation>
  </message>
  <message>
   <source>New forms</source>
   <translation>新表單張數</translation>
  </message>
  <message>
   <source>No printer is set up for forms: a manager does it (Ctrl F9).</source>
   <translation>沒有設定列印表單的印表機，請店長設定（Ctrl F9）。</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>列印</translation>
  </message>
  <message>
   <source>Scan or key in</source>
   <translation>掃描或輸入</translation>
  </message>
  <message>
   <source>Scan the form’s code, or key in its number; then everything as on paper.</source>
   <translation>掃描表單的碼或輸入編號，再照紙上內容輸入。</translation>
  </message>
  <message>
   <source>What day is written on it? Not one that is still to come.</source>
   <translation>表單上寫的是哪一天？不能是未來的日期。</translation>
  </message>
  <message>
   <source>Which form? Scan its code, or key in its number.</source>
   <translation>哪一張表單？請掃描或輸入編號。</translation>
  </message>
  <message>
   <source>{name} is registered.</source>
   <translation>{name} 已登記。</translation>
  </message>
 </context>
 <context>
  <name>Goods</name>
  <message>
   <source>By the price tags: {money}</source>
   <translation>標價合計：{money}</translation>
  </message>
  <message>
   <source>One piece less of {name}</source>
   <translation>{name} 少一件</translation>
  </message>
  <message>
   <source>One piece more of {name}</source>
   <translation>{name} 多一件</translation>
  </message>
  <message>
   <source>Other goods</source>
   <translation>其他商品</translation>
  </message>
  <message>
   <source>Price of the goods of {name} that come back</source>
   <translation>退回的{name}標價多少</translation>
  </message>
  <message>
   <source>Settled with what came back before</source>
   <translation>與先前退貨一併結算</translation>
  </message>
  <message>
   <source>The rest has less of:</source>
   <translation>留下的商品少了這些優惠：</translation>
  </message>
  <message>
   <source>What comes back?</source>
   <translation>退回哪些商品？</translation>
  </message>
  <message>
   <source>{left} of it left</source>
   <translation>還剩 {left}</translation>
  </message>
  <message>
   <source>{pieces} × {name}</source>
   <translation>{name} × {pieces}</translation>
  </message>
  <message>
   <source>{price} · paid {paid}</source>
   <translation>{price} · 實付 {paid}</translation>
  </message>
 </context>
 <context>
  <name>Group</name>
  <message numerus="yes">
   <source>Sign %n in</source>
   <translation>
    <numerusform>簽到 %n 位</numerusform>
   </translation>
  </message>
  <message>
   <source>Space or a press takes somebody out, or in again.</source>
   <translation>按空白鍵或點一下：不列入，再按一次列入。</translation>
  </message>
  <message>
   <source>Together with {what}</source>
   <translation>同一團：{what}</translation>
  </message>
  <message>
   <source>comes in</source>
   <translation>入場</translation>
  </message>
  <message>
   <source>in already</source>
   <translation>已在場</translation>
  </message>
  <message>
   <source>not now</source>
   <translation>這次不算</translation>
  </message>
 </context>
 <context>
  <name>Guest</name>
  <message numerus="yes">
   <source>%n question(s) open</source>
   <translation>
    <numerusform>還有 %n 題沒回答</numerusform>
   </translation>
  </message>
  <message>
   <source>A reason is needed.</source>
   <translation>請寫原因。</translation>
  </message>
  <message>
   <source>As often as they come</source>
   <translation>不限次數</translation>
  </message>
  <message>
   <source>Badge again</source>
   <translation>再印胸牌</translation>
  </message>
  <message>
   <source>Block</source>
   <translation>禁止入場</translation>
  </message>
  <message>
   <source>Block {name}</source>
   <translation>禁止 {name} 入場</translation>
  </message>
  <message>
   <source>Came {time}, {desk}, signed in by {name}</source>
   <translation>{time} 到場，{desk}，{name} 簽到</translation>
  </message>
  <message>
   <source>Come in again</source>
   <translation>再次入場</translation>
  </message>
  <message>
   <source>In the house: {n}</source>
   <translation>在場 {n} 人</translation>
  </message>
  <message>
   <source>Left {time}</source>
   <translation>{time} 離場</translation>
  </message>
  <message>
   <source>Name on the badge, as they wish</source>
   <translation>胸牌上想寫的名字</translation>
  </message>
  <message>
   <source>No desk lets them in until a manager gives a PIN. Who is inside stays inside.</source>
   <translation>每一桌都不放行，直到主管輸入 PIN 碼。已在場內的不受影響。</translation>
  </message>
  <message>
   <source>Nobody is placed</source>
   <translation>不排位</translation>
  </message>
  <message>
   <source>Not blocked any more (PIN)</source>
   <translation>恢復入場（PIN）</translation>
  </message>
  <message>
   <source>Once</source>
   <translation>一次</translation>
  </message>
  <message>
   <source>Once a day</source>
   <translation>每天一次</translation>
  </message>
  <message>
   <source>One more is here</source>
   <translation>同行多一位</translation>
  </message>
  <message>
   <source>People who come in now</source>
   <translation>這次入場人數</translation>
  </message>
  <message>
   <source>Print the badge</source>
   <translation>列印胸牌</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Seat</source>
   <translation>座位</translation>
  </message>
  <message>
   <source>Seats</source>
   <translation>座位</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>簽到</translation>
  </message>
  <message>
   <source>Signed in twice</source>
   <translation>重複簽到</translation>
  </message>
  <message>
   <source>Something else</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>桌號</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>桌次</translation>
  </message>
  <message>
   <source>The wrong guest</source>
   <translation>簽錯人</translation>
  </message>
  <message>
   <source>They come after all</source>
   <translation>還是會來</translation>
  </message>
  <message>
   <source>They did not go in</source>
   <translation>沒有進場</translation>
  </message>
  <message>
   <source>They do not come</source>
   <translation>不來了</translation>
  </message>
  <message>
   <source>They leave</source>
   <translation>離場</translation>
  </message>
  <message>
   <source>They sit there</source>
   <translation>就坐這裡</translation>
  </message>
  <message>
   <source>agrees</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>answered elsewhere</source>
   <translation>已在別處回答</translation>
  </message>
  <message>
   <source>blocked</source>
   <translation>禁止入場</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>does not agree</source>
   <translation>不同意</translation>
  </message>
  <message>
   <source>does not come</source>
   <translation>不來了</translation>
  </message>
  <message>
   <source>every desk shows it</source>
   <translation>每一桌都看得到</translation>
  </message>
  <message>
   <source>expected</source>
   <translation>應到</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>已簽名</translation>
  </message>
  <message>
   <source>waiting list</source>
   <translation>候補</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>{name} comes after all, if a place is left.</source>
   <translation>{name} 還是會來，只要還有名額。</translation>
  </message>
  <message>
   <source>{name} does not come: their place is free for others.</source>
   <translation>{name} 不來了，名額讓給別人。</translation>
  </message>
  <message>
   <source>{name} is blocked at every desk.</source>
   <translation>{name} 在每一桌都禁止入場了。</translation>
  </message>
  <message>
   <source>{name} is not blocked any more, at any desk. It is written down.</source>
   <translation>{name} 在每一桌都恢復入場，會留下紀錄。</translation>
  </message>
  <message>
   <source>{name} may come in: scan or choose them once more.</source>
   <translation>{name} 可以入場了：請再掃一次或再選一次。</translation>
  </message>
  <message>
   <source>{question} “{answer}”</source>
   <translation>{question}「{answer}」</translation>
  </message>
 </context>
 <context>
  <name>GuestList</name>
  <message numerus="yes">
   <source>%n more than there are places.</source>
   <translation>
    <numerusform>比名額多 %n 人。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) left out</source>
   <translation>
    <numerusform>略過 %n 列</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n sign(s) could not be read</source>
   <translation>
    <numerusform>%n 個字讀不出來</numerusform>
   </translation>
  </message>
  <message>
   <source>Another file</source>
   <translation>換檔案</translation>
  </message>
  <message>
   <source>Guests from {file}</source>
   <translation>匯入名單：{file}</translation>
  </message>
  <message>
   <source>How it was read</source>
   <translation>怎麼讀的</translation>
  </message>
  <message>
   <source>List of guests</source>
   <translation>來賓名單</translation>
  </message>
  <message>
   <source>Phones that were repaired</source>
   <translation>修正的手機號碼</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>讀取中</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message numerus="yes">
   <source>Stopped: %n left; take the list again to go on.</source>
   <translation>
    <numerusform>已停止：還剩 %n 位；再匯入一次會接著做。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Take %n guest(s)</source>
   <translation>
    <numerusform>匯入 %n 位</numerusform>
   </translation>
  </message>
  <message>
   <source>Taking</source>
   <translation>匯入中</translation>
  </message>
  <message>
   <source>The first guests</source>
   <translation>前幾位</translation>
  </message>
  <message>
   <source>The sheet’s name is the table</source>
   <translation>工作表名稱就是桌號</translation>
  </message>
  <message numerus="yes">
   <source>This is the whole list: %n who are not in it are cancelled</source>
   <translation>
    <numerusform>這是完整名單：不在裡面的 %n 位改為取消</numerusform>
   </translation>
  </message>
  <message>
   <source>To look at</source>
   <translation>請再看一下</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>另有 %n 列</numerusform>
   </translation>
  </message>
  <message>
   <source>answers to the event’s questions: {columns}</source>
   <translation>活動問題的答案：{columns}</translation>
  </message>
  <message>
   <source>headings in row {n}</source>
   <translation>標題在第 {n} 列</translation>
  </message>
  <message>
   <source>no headings: told by what the columns hold</source>
   <translation>沒有標題列：依內容判斷</translation>
  </message>
  <message>
   <source>not used: {columns}</source>
   <translation>沒用到：{columns}</translation>
  </message>
  <message>
   <source>separated by {sign}</source>
   <translation>以 {sign} 分隔</translation>
  </message>
  <message>
   <source>tab</source>
   <translation>定位鍵</translation>
  </message>
  <message>
   <source>{new} new, {changed} changed, {gone} cancelled.</source>
   <translation>新增 {new} 位，更新 {changed} 位，取消 {gone} 位。</translation>
  </message>
  <message>
   <source>{new} new, {changed} changed, {same} as before. Nothing is taken yet.</source>
   <translation>新增 {new} 位，更新 {changed} 位，不變 {same} 位。還沒有匯入。</translation>
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <source>Light or dark</source>
   <translation>淺色或深色</translation>
  </message>
  <message>
   <source>Sound on or off</source>
   <translation>開關聲音</translation>
  </message>
  <message>
   <source>Switch clerk (F9)</source>
   <translation>換人（F9）</translation>
  </message>
  <message>
   <source>day {day} of {days}</source>
   <translation>第 {day} 天 / {days}</translation>
  </message>
  <message>
   <source>{station}. Change the station, set up the scanner (Ctrl F9)</source>
   <translation>{station}。改變用途、設定掃描槍（Ctrl F9）</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>另有 %n 處</numerusform>
   </translation>
  </message>
  <message>
   <source>I am going</source>
   <translation>我去看看</translation>
  </message>
  <message>
   <source>Nobody calls for help.</source>
   <translation>目前沒有人需要協助。</translation>
  </message>
  <message>
   <source>Sign in first: who goes there is kept.</source>
   <translation>請先登入：由誰前往會留下記錄。</translation>
  </message>
  <message numerus="yes">
   <source>waiting for %n minute(s)</source>
   <translation>
    <numerusform>已等 %n 分鐘</numerusform>
   </translation>
  </message>
  <message>
   <source>{terminal} calls for help, since {time}</source>
   <translation>{terminal} 有顧客需要協助，{time} 起</translation>
  </message>
  <message>
   <source>{terminal} knows that you are coming.</source>
   <translation>已告知 {terminal}：您正要過去。</translation>
  </message>
 </context>
 <context>
  <name>Hint</name>
  <message>
   <source>A little closer, please.</source>
   <translation>請再靠近一點。</translation>
  </message>
  <message>
   <source>A little further away, please.</source>
   <translation>請離遠一點。</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>相機</translation>
  </message>
  <message>
   <source>Hold your code into the frame.</source>
   <translation>請把條碼對準方框。</translation>
  </message>
  <message>
   <source>It is too dark: make your screen brighter.</source>
   <translation>太暗了：請調亮手機螢幕。</translation>
  </message>
  <message>
   <source>Please hold it still.</source>
   <translation>請拿穩，不要動。</translation>
  </message>
  <message>
   <source>Please hold your code to the scanner.</source>
   <translation>請把條碼對準掃描槍。</translation>
  </message>
  <message>
   <source>Please tilt it a little: it mirrors the light.</source>
   <translation>有反光，請稍微傾斜。</translation>
  </message>
  <message>
   <source>Seen! One moment…</source>
   <translation>看到了！請稍候…</translation>
  </message>
  <message>
   <source>The camera does not work at the moment. Please choose another way.</source>
   <translation>鏡頭暫時無法使用，請改用其他方式。</translation>
  </message>
 </context>
 <context>
  <name>Journal</name>
  <message numerus="yes">
   <source>%n coupon(s)</source>
   <translation>
    <numerusform>優惠券 %n 張</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s) on the roll</source>
   <translation>
    <numerusform>紙捲上有 %n 張標籤</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n 筆</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation>
    <numerusform>%n 秒</numerusform>
   </translation>
  </message>
  <message>
   <source>Book of slips made</source>
   <translation>製作核銷單</translation>
  </message>
  <message>
   <source>Call for help over</source>
   <translation>協助呼叫結束</translation>
  </message>
  <message>
   <source>Came to an event</source>
   <translation>到場參加活動</translation>
  </message>
  <message>
   <source>Campaigns decided</source>
   <translation>活動結算</translation>
  </message>
  <message>
   <source>Check-in made up for</source>
   <translation>補簽</translation>
  </message>
  <message>
   <source>Checked in</source>
   <translation>簽到</translation>
  </message>
  <message>
   <source>Choose a line to see everything that was recorded.</source>
   <translation>選一筆，就能看到記錄的全部內容。</translation>
  </message>
  <message>
   <source>Clock corrected</source>
   <translation>時鐘校正</translation>
  </message>
  <message>
   <source>Consent given or withdrawn</source>
   <translation>同意或撤回同意</translation>
  </message>
  <message>
   <source>Coupons on paper issued</source>
   <translation>已發出紙本優惠券</translation>
  </message>
  <message>
   <source>Coupons taken back</source>
   <translation>已收回優惠券</translation>
  </message>
  <message>
   <source>Customers’ station left</source>
   <translation>離開自助機台</translation>
  </message>
  <message>
   <source>Customers’ station set up</source>
   <translation>設定自助機台</translation>
  </message>
  <message>
   <source>Deposit paid</source>
   <translation>支付定金</translation>
  </message>
  <message>
   <source>Draw: dice thrown</source>
   <translation>抽獎：擲骰子</translation>
  </message>
  <message>
   <source>Draw: envelope opened</source>
   <translation>抽獎：拆開信封</translation>
  </message>
  <message>
   <source>Draw: list frozen</source>
   <translation>抽獎：名單已凍結</translation>
  </message>
  <message>
   <source>Draw: list published</source>
   <translation>抽獎：名單已公布</translation>
  </message>
  <message>
   <source>Draw: over</source>
   <translation>抽獎：已結束</translation>
  </message>
  <message>
   <source>Draw: prize passed on to an alternate</source>
   <translation>抽獎：獎項由備取遞補</translation>
  </message>
  <message>
   <source>Draw: put on the stage</source>
   <translation>抽獎：上舞台</translation>
  </message>
  <message>
   <source>Draw: rehearsal</source>
   <translation>抽獎：彩排</translation>
  </message>
  <message>
   <source>Draw: result refused by HQ</source>
   <translation>抽獎：總部不接受此結果</translation>
  </message>
  <message>
   <source>Draw: seed known</source>
   <translation>抽獎：亂數種子已公布</translation>
  </message>
  <message>
   <source>Draw: void</source>
   <translation>抽獎：作廢</translation>
  </message>
  <message>
   <source>Draw: winners drawn</source>
   <translation>抽獎：已抽出得主</translation>
  </message>
  <message>
   <source>Draw: winners shown</source>
   <translation>抽獎：公布得獎者</translation>
  </message>
  <message>
   <source>Drawn as a winner</source>
   <translation>抽獎中獎</translation>
  </message>
  <message>
   <source>Entries are missing at the end</source>
   <translation>末尾缺少流水</translation>
  </message>
  <message>
   <source>Event changed at a desk</source>
   <translation>櫃檯修改活動</translation>
  </message>
  <message>
   <source>Event desk: checked before opening</source>
   <translation>活動櫃檯：開門檢查</translation>
  </message>
  <message>
   <source>Event made at a desk</source>
   <translation>櫃檯建立活動</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Gift chosen</source>
   <translation>選定禮品</translation>
  </message>
  <message>
   <source>Guest: added to the list</source>
   <translation>來賓：加入名單</translation>
  </message>
  <message>
   <source>Guest: answered questions</source>
   <translation>來賓：回答問題</translation>
  </message>
  <message>
   <source>Guest: block lifted</source>
   <translation>來賓：解除禁止入場</translation>
  </message>
  <message>
   <source>Guest: blocked</source>
   <translation>來賓：禁止入場</translation>
  </message>
  <message>
   <source>Guest: does not come</source>
   <translation>來賓：不來了</translation>
  </message>
  <message>
   <source>Guest: given a seat</source>
   <translation>來賓：安排座位</translation>
  </message>
  <message>
   <source>Guest: left</source>
   <translation>來賓：離場</translation>
  </message>
  <message>
   <source>Guest: not let in</source>
   <translation>來賓：未放行</translation>
  </message>
  <message>
   <source>Guest: signed in</source>
   <translation>來賓：簽到</translation>
  </message>
  <message>
   <source>Guest: taken back</source>
   <translation>來賓：撤銷</translation>
  </message>
  <message>
   <source>Guests from a list</source>
   <translation>匯入來賓名單</translation>
  </message>
  <message>
   <source>Guest’s photo looked at</source>
   <translation>看過來賓照片</translation>
  </message>
  <message>
   <source>HQ answered about a coupon</source>
   <translation>總部回覆優惠券</translation>
  </message>
  <message>
   <source>HQ asked for a coupon</source>
   <translation>向總部申請優惠券</translation>
  </message>
  <message>
   <source>HQ knows more than this journal</source>
   <translation>總部的記錄比這份流水多</translation>
  </message>
  <message>
   <source>Help called</source>
   <translation>呼叫協助</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>流水</translation>
  </message>
  <message>
   <source>Journal backed up</source>
   <translation>流水已備份</translation>
  </message>
  <message>
   <source>Journal restored</source>
   <translation>流水已還原</translation>
  </message>
  <message>
   <source>Labels are not counted</source>
   <translation>不計算標籤數</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>已鎖定</translation>
  </message>
  <message>
   <source>Member here</source>
   <translation>會員到店</translation>
  </message>
  <message>
   <source>Member looked through</source>
   <translation>核對會員資料</translation>
  </message>
  <message>
   <source>Member registered</source>
   <translation>會員註冊</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>會員</translation>
  </message>
  <message>
   <source>Member’s data came</source>
   <translation>收到會員資料</translation>
  </message>
  <message>
   <source>Member’s data erased</source>
   <translation>會員資料已刪除</translation>
  </message>
  <message>
   <source>Money put on a voucher</source>
   <translation>禮券售出或加值</translation>
  </message>
  <message>
   <source>Money taken off a voucher</source>
   <translation>禮券退回款項</translation>
  </message>
  <message>
   <source>Not printed</source>
   <translation>沒有列印</translation>
  </message>
  <message>
   <source>Nothing happened on this day.</source>
   <translation>這一天沒有任何記錄。</translation>
  </message>
  <message>
   <source>Nothing like that on this day.</source>
   <translation>這一天沒有符合的記錄。</translation>
  </message>
  <message>
   <source>Nothing more to it.</source>
   <translation>沒有其他內容。</translation>
  </message>
  <message>
   <source>On its way to the printer</source>
   <translation>正送往印表機</translation>
  </message>
  <message>
   <source>Overrides</source>
   <translation>例外處理</translation>
  </message>
  <message>
   <source>Part came back</source>
   <translation>部分退貨</translation>
  </message>
  <message>
   <source>Partner’s code</source>
   <translation>合作夥伴的碼</translation>
  </message>
  <message>
   <source>Phone proved by a code</source>
   <translation>電話已以驗證碼確認</translation>
  </message>
  <message>
   <source>Points spent</source>
   <translation>使用積分</translation>
  </message>
  <message>
   <source>Print withdrawn</source>
   <translation>取消列印</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>已列印</translation>
  </message>
  <message>
   <source>Printed after all</source>
   <translation>仍要列印</translation>
  </message>
  <message>
   <source>Printed again</source>
   <translation>重印</translation>
  </message>
  <message>
   <source>Printed or not: a person looks</source>
   <translation>是否印出，需人員查看</translation>
  </message>
  <message>
   <source>Printers</source>
   <translation>印表機</translation>
  </message>
  <message>
   <source>Prize went on to somebody else</source>
   <translation>獎品轉給別人</translation>
  </message>
  <message>
   <source>Prize: HQ says who hands it over</source>
   <translation>獎品：總部決定由誰發出</translation>
  </message>
  <message>
   <source>Prize: document looked at</source>
   <translation>獎品：已查看證件</translation>
  </message>
  <message>
   <source>Prize: due</source>
   <translation>獎品：待領</translation>
  </message>
  <message>
   <source>Prize: forfeited</source>
   <translation>獎品：逾期或放棄</translation>
  </message>
  <message>
   <source>Prize: handed over</source>
   <translation>獎品：已領取</translation>
  </message>
  <message>
   <source>Prize: shipped</source>
   <translation>獎品：已寄出</translation>
  </message>
  <message>
   <source>Prize: to be sent by HQ</source>
   <translation>獎品：由總部寄送</translation>
  </message>
  <message>
   <source>Prize: winner written to</source>
   <translation>獎品：已通知中獎人</translation>
  </message>
  <message>
   <source>Prizes left over: accounted for</source>
   <translation>剩餘獎品：已結清</translation>
  </message>
  <message>
   <source>Program ended</source>
   <translation>程式結束</translation>
  </message>
  <message>
   <source>Program started</source>
   <translation>程式啟動</translation>
  </message>
  <message>
   <source>Program started again</source>
   <translation>程式重新啟動</translation>
  </message>
  <message>
   <source>Reading the journal…</source>
   <translation>正在讀取流水…</translation>
  </message>
  <message>
   <source>Receipt printed</source>
   <translation>列印收據</translation>
  </message>
  <message>
   <source>Receipt, amount, clerk, text</source>
   <translation>收據、金額、店員、文字</translation>
  </message>
  <message>
   <source>Refusals</source>
   <translation>拒絕</translation>
  </message>
  <message>
   <source>Registration forms printed</source>
   <translation>列印登記表</translation>
  </message>
  <message>
   <source>Registration looked at by HQ</source>
   <translation>總部已審核註冊</translation>
  </message>
  <message>
   <source>Rights to coupons changed</source>
   <translation>優惠券使用權變更</translation>
  </message>
  <message>
   <source>Said about a paper</source>
   <translation>人員回覆是否印出</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>交易</translation>
  </message>
  <message>
   <source>Sale refused</source>
   <translation>交易被拒</translation>
  </message>
  <message>
   <source>Sale voided</source>
   <translation>交易已撤銷</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>交易</translation>
  </message>
  <message>
   <source>Scan refused</source>
   <translation>掃描被拒</translation>
  </message>
  <message>
   <source>Sent to the printer</source>
   <translation>已送到印表機</translation>
  </message>
  <message>
   <source>Setting changed</source>
   <translation>設定變更</translation>
  </message>
  <message>
   <source>Share of quantities changed</source>
   <translation>分配份數變更</translation>
  </message>
  <message>
   <source>Signed in</source>
   <translation>登入</translation>
  </message>
  <message>
   <source>Signed out</source>
   <translation>登出</translation>
  </message>
  <message>
   <source>Signed up for an event</source>
   <translation>報名活動</translation>
  </message>
  <message>
   <source>Slips lost</source>
   <translation>核銷單遺失</translation>
  </message>
  <message>
   <source>Slips unused</source>
   <translation>核銷單未使用</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>員工</translation>
  </message>
  <message>
   <source>Staff list changed</source>
   <translation>員工名單已更改</translation>
  </message>
  <message>
   <source>Survey answered</source>
   <translation>填寫問卷</translation>
  </message>
  <message>
   <source>Task done</source>
   <translation>完成任務</translation>
  </message>
  <message>
   <source>Terminal</source>
   <translation>終端</translation>
  </message>
  <message>
   <source>Terminal enrolled</source>
   <translation>終端已註冊</translation>
  </message>
  <message>
   <source>The day after</source>
   <translation>後一天</translation>
  </message>
  <message>
   <source>The day before</source>
   <translation>前一天</translation>
  </message>
  <message>
   <source>This terminal became: {station}</source>
   <translation>這台終端改為：{station}</translation>
  </message>
  <message>
   <source>To be printed</source>
   <translation>待列印</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Two members became one</source>
   <translation>兩位會員已合併</translation>
  </message>
  <message>
   <source>Voted</source>
   <translation>投票</translation>
  </message>
  <message>
   <source>Went to help</source>
   <translation>前往協助</translation>
  </message>
  <message>
   <source>Wheel spun</source>
   <translation>轉盤抽獎</translation>
  </message>
  <message>
   <source>Wheel: HQ signed sealed prizes</source>
   <translation>轉盤：總部簽署封存獎項</translation>
  </message>
  <message>
   <source>Wheel: lost prizes given back at HQ</source>
   <translation>轉盤：總部收回遺失的獎項</translation>
  </message>
  <message>
   <source>Wheel: prize shown</source>
   <translation>轉盤：獎項已揭曉</translation>
  </message>
  <message>
   <source>Wheel: sealed prizes closed</source>
   <translation>轉盤：封存獎項結束</translation>
  </message>
  <message>
   <source>Wheel: sealed prizes opened</source>
   <translation>轉盤：封存獎項啟用</translation>
  </message>
  <message>
   <source>Wrong PIN</source>
   <translation>PIN 碼錯誤</translation>
  </message>
  <message>
   <source>a customer</source>
   <translation>顧客</translation>
  </message>
  <message>
   <source>a new chapter begins</source>
   <translation>開始新的一段</translation>
  </message>
  <message>
   <source>all that waited for long</source>
   <translation>所有等候已久的</translation>
  </message>
  <message>
   <source>approved by {staff}</source>
   <translation>{staff} 核准</translation>
  </message>
  <message>
   <source>at HQ</source>
   <translation>已到總部</translation>
  </message>
  <message>
   <source>by PIN</source>
   <translation>用 PIN 碼</translation>
  </message>
  <message>
   <source>by badge</source>
   <translation>用員工證</translation>
  </message>
  <message>
   <source>by itself</source>
   <translation>系統</translation>
  </message>
  <message>
   <source>from a paper slip</source>
   <translation>核銷單補登</translation>
  </message>
  <message>
   <source>granted</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>it came out</source>
   <translation>已印出</translation>
  </message>
  <message>
   <source>it could not be opened</source>
   <translation>先前無法開啟</translation>
  </message>
  <message>
   <source>it did not come out</source>
   <translation>沒有印出</translation>
  </message>
  <message>
   <source>it had ended by itself</source>
   <translation>先前自行結束</translation>
  </message>
  <message>
   <source>it had stopped answering</source>
   <translation>先前沒有回應</translation>
  </message>
  <message>
   <source>no answer</source>
   <translation>沒有回覆</translation>
  </message>
  <message>
   <source>nobody signed in</source>
   <translation>無人登入</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>拒絕</translation>
  </message>
  <message>
   <source>the till</source>
   <translation>收銀機</translation>
  </message>
  <message>
   <source>version {version}</source>
   <translation>版本 {version}</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>待上傳</translation>
  </message>
  <message>
   <source>waiting for HQ</source>
   <translation>待上傳總部</translation>
  </message>
  <message>
   <source>{kind} · {device}, chapter {epoch}, no. {seq} · chain {link}</source>
   <translation>{kind} · {device}，第 {epoch} 段第 {seq} 筆 · 鏈 {link}</translation>
  </message>
  <message>
   <source>{more} given, {fewer} taken back</source>
   <translation>給予 {more}，收回 {fewer}</translation>
  </message>
 </context>
 <context>
  <name>Keypad</name>
  <message>
   <source>Blank</source>
   <translation>空白</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清空</translation>
  </message>
  <message>
   <source>Delete one digit</source>
   <translation>刪除一位</translation>
  </message>
  <message>
   <source>Delete one sign</source>
   <translation>刪除一個字</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>鍵盤</translation>
  </message>
  <message>
   <source>Keys on the screen</source>
   <translation>螢幕鍵盤</translation>
  </message>
  <message>
   <source>Letters, pinyin or zhuyin</source>
   <translation>英文、注音或拼音</translation>
  </message>
  <message>
   <source>More characters</source>
   <translation>更多字</translation>
  </message>
  <message>
   <source>Rescan</source>
   <translation>重掃</translation>
  </message>
 </context>
 <context>
  <name>Layout</name>
  <message>
   <source>English (US)</source>
   <translation>英文（美式）</translation>
  </message>
  <message>
   <source>French</source>
   <translation>法文</translation>
  </message>
  <message>
   <source>German</source>
   <translation>德文</translation>
  </message>
  <message>
   <source>Zhuyin</source>
   <translation>注音</translation>
  </message>
  <message>
   <source>another layout</source>
   <translation>其他鍵盤</translation>
  </message>
 </context>
 <context>
  <name>List</name>
  <message>
   <source>The first {shown} of {total}.</source>
   <translation>共 {total} 筆，先列 {shown} 筆。</translation>
  </message>
  <message>
   <source>The first {shown} of {total}: type more to narrow it down.</source>
   <translation>共 {total} 筆，先列 {shown} 筆，請再多打幾個字。</translation>
  </message>
 </context>
 <context>
  <name>Lists</name>
  <message>
   <source>A formula without its value: open the file once and save it</source>
   <translation>公式沒有存下數值：請打開檔案存一次</translation>
  </message>
  <message>
   <source>A hidden sheet</source>
   <translation>隱藏的工作表</translation>
  </message>
  <message>
   <source>A remark, nobody’s row</source>
   <translation>備註，不是人</translation>
  </message>
  <message>
   <source>A sum below the list</source>
   <translation>名單下方的合計</translation>
  </message>
  <message>
   <source>An answer is none of its question’s: it is asked at the desk</source>
   <translation>答案不在問題的選項裡，簽到時會再問</translation>
  </message>
  <message>
   <source>An empty sheet</source>
   <translation>空白工作表</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>Hidden in the sheet, by a filter or by hand; taken all the same</source>
   <translation>在試算表中被篩選或手動隱藏的列，仍已採用</translation>
  </message>
  <message>
   <source>How many chances cannot be read: one</source>
   <translation>抽獎次數讀不出來：算一次</translation>
  </message>
  <message>
   <source>How many come along cannot be read</source>
   <translation>同行人數讀不出來</translation>
  </message>
  <message>
   <source>Neither name nor phone</source>
   <translation>沒有姓名也沒有電話</translation>
  </message>
  <message>
   <source>No chances in the draw</source>
   <translation>沒有抽獎機會</translation>
  </message>
  <message>
   <source>No column of names or phones</source>
   <translation>沒有姓名或電話欄</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>沒有姓名</translation>
  </message>
  <message>
   <source>No names, phones or tickets were found. Write headings above the columns.</source>
   <translation>找不到姓名、電話或票券欄。請在各欄上方寫標題。</translation>
  </message>
  <message>
   <source>Reading the file takes too long. Save it anew as XLSX in the spreadsheet, and choose it again.</source>
   <translation>檔案讀取太久。請在試算表中另存為 XLSX，再重新選擇。</translation>
  </message>
  <message>
   <source>Somebody has the same name, and nothing tells the two apart</source>
   <translation>有人同名，又沒有別的資料可分辨</translation>
  </message>
  <message>
   <source>Somebody of another name has the same phone</source>
   <translation>有另一個姓名用同一支電話</translation>
  </message>
  <message>
   <source>The file is damaged. Open it in the spreadsheet and save it anew.</source>
   <translation>檔案損壞。請用試算表程式打開後另存。</translation>
  </message>
  <message>
   <source>The file is empty.</source>
   <translation>檔案是空的。</translation>
  </message>
  <message>
   <source>The file is too large. Leave out what is not needed.</source>
   <translation>檔案太大。請刪去不需要的內容。</translation>
  </message>
  <message>
   <source>The headings again</source>
   <translation>又是標題列</translation>
  </message>
  <message>
   <source>The list is too long</source>
   <translation>名單太長</translation>
  </message>
  <message>
   <source>The phone is none</source>
   <translation>電話不是號碼</translation>
  </message>
  <message>
   <source>The same person again</source>
   <translation>同一人重複</translation>
  </message>
  <message>
   <source>The spreadsheet rounded the phone; its digits are lost</source>
   <translation>試算表把電話四捨五入，數字已遺失</translation>
  </message>
  <message>
   <source>The workbook has a password. Save it without one, and choose it again.</source>
   <translation>活頁簿有密碼。請取消密碼存檔後再選一次。</translation>
  </message>
  <message>
   <source>This is no list. Choose an Excel file, or a text with a row a line.</source>
   <translation>這不是名單。請選 Excel 檔，或一行一人的文字檔。</translation>
  </message>
  <message>
   <source>VIP</source>
   <translation>貴賓</translation>
  </message>
  <message>
   <source>adults</source>
   <translation>大人</translation>
  </message>
  <message>
   <source>an apostrophe taken off</source>
   <translation>去掉前面的撇號</translation>
  </message>
  <message>
   <source>an extension cut off</source>
   <translation>去掉分機</translation>
  </message>
  <message>
   <source>chances</source>
   <translation>抽獎次數</translation>
  </message>
  <message>
   <source>children</source>
   <translation>小孩</translation>
  </message>
  <message>
   <source>comes with</source>
   <translation>同行人數</translation>
  </message>
  <message>
   <source>company</source>
   <translation>公司</translation>
  </message>
  <message>
   <source>decimals taken off</source>
   <translation>去掉小數</translation>
  </message>
  <message>
   <source>e-mail</source>
   <translation>電子郵件</translation>
  </message>
  <message>
   <source>family name</source>
   <translation>姓</translation>
  </message>
  <message>
   <source>full-width digits</source>
   <translation>全形數字</translation>
  </message>
  <message>
   <source>given name</source>
   <translation>名</translation>
  </message>
  <message>
   <source>it stood in the column of names</source>
   <translation>寫在姓名欄裡</translation>
  </message>
  <message>
   <source>kind of ticket</source>
   <translation>票種</translation>
  </message>
  <message>
   <source>letters read as digits</source>
   <translation>字母當作數字</translation>
  </message>
  <message>
   <source>member number</source>
   <translation>會員編號</translation>
  </message>
  <message>
   <source>name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>people in all</source>
   <translation>總人數</translation>
  </message>
  <message>
   <source>phone</source>
   <translation>電話</translation>
  </message>
  <message>
   <source>remark</source>
   <translation>備註</translation>
  </message>
  <message>
   <source>state</source>
   <translation>狀態</translation>
  </message>
  <message>
   <source>table or seat</source>
   <translation>桌次或座位</translation>
  </message>
  <message>
   <source>tags</source>
   <translation>標籤</translation>
  </message>
  <message>
   <source>the 0 in front was put back</source>
   <translation>補回開頭的 0</translation>
  </message>
  <message>
   <source>the first of several</source>
   <translation>多個號碼取第一個</translation>
  </message>
  <message>
   <source>ticket code</source>
   <translation>票號</translation>
  </message>
  <message>
   <source>where the phone is from</source>
   <translation>電話的國家或地區</translation>
  </message>
  <message>
   <source>whether they come</source>
   <translation>是否出席</translation>
  </message>
  <message>
   <source>who comes along</source>
   <translation>同行的人</translation>
  </message>
  <message>
   <source>words beside it left out</source>
   <translation>略去旁邊的文字</translation>
  </message>
 </context>
 <context>
  <name>Member</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n 天</numerusform>
   </translation>
  </message>
  <message>
   <source>Birthday month</source>
   <translation>本月生日</translation>
  </message>
  <message>
   <source>No member yet</source>
   <translation>尚未識別會員</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>積分</translation>
  </message>
  <message>
   <source>Points and tier follow later.</source>
   <translation>積分與等級稍後補上。</translation>
  </message>
  <message>
   <source>Points owed</source>
   <translation>積分待補</translation>
  </message>
  <message>
   <source>Points · held {n}</source>
   <translation>積分 · 待入帳 {n}</translation>
  </message>
  <message>
   <source>Scan a member code, or F3 to find by phone or name.</source>
   <translation>掃描會員碼，或按 F3 查手機、姓名。</translation>
  </message>
  <message>
   <source>Streak</source>
   <translation>連續簽到</translation>
  </message>
  <message>
   <source>Tickets</source>
   <translation>抽獎券</translation>
  </message>
  <message>
   <source>Usable</source>
   <translation>可用券</translation>
  </message>
  <message>
   <source>another store’s member</source>
   <translation>其他門市會員</translation>
  </message>
  <message>
   <source>another store’s, as HQ said earlier</source>
   <translation>其他門市會員（先前查得）</translation>
  </message>
  <message>
   <source>another store’s, by signed pass</source>
   <translation>其他門市會員（憑會員碼）</translation>
  </message>
  <message>
   <source>another store’s, by their coupon</source>
   <translation>其他門市會員（憑其優惠券）</translation>
  </message>
  <message>
   <source>visit no. {n}</source>
   <translation>第 {n} 次到店</translation>
  </message>
 </context>
 <context>
  <name>Mixup</name>
  <message>
   <source>A Chinese input method caught the scanner’s keys. Switch it to English and scan again.</source>
   <translation>中文輸入法攔下了掃描槍的按鍵。請切換成英文輸入，再掃一次。</translation>
  </message>
  <message>
   <source>Caps Lock is on, so the code came in wrong. Switch it off and scan again.</source>
   <translation>Caps Lock 開著，掃到的碼不對。請關掉 Caps Lock 再掃一次。</translation>
  </message>
  <message>
   <source>Caps Lock is on. The code was read all the same; please switch Caps Lock off.</source>
   <translation>Caps Lock 開著。這個碼已正確讀取，請順手關掉 Caps Lock。</translation>
  </message>
  <message>
   <source>Num Lock is off, so the number keys on the right type nothing. Press Num Lock.</source>
   <translation>Num Lock 沒開，右邊的數字鍵打不出數字。請按一下 Num Lock。</translation>
  </message>
  <message>
   <source>The computer types full-width characters, so the code came in wrong. Switch to half-width (Shift+Space) and scan again.</source>
   <translation>電腦正在輸入全形字，掃到的碼不對。請切換成半形（Shift+空白鍵）再掃一次。</translation>
  </message>
  <message>
   <source>The computer types full-width characters. The code was read all the same; please switch to half-width (Shift+Space).</source>
   <translation>電腦正在輸入全形字。這個碼已正確讀取，請順手切換成半形（Shift+空白鍵）。</translation>
  </message>
  <message>
   <source>The scanner sent keys that are no text. Nothing was done; reset the scanner’s settings and scan again.</source>
   <translation>掃描槍送出的按鍵不是文字，什麼都沒做。請把掃描槍恢復原廠設定後再掃一次。</translation>
  </message>
  <message>
   <source>The scanner types {scanner}, the computer expects {computer}, so the code came in wrong. Set the computer’s keyboard to {scanner} and scan again.</source>
   <translation>掃描槍用的是{scanner}鍵盤，電腦設為{computer}鍵盤，掃到的碼不對。請把電腦鍵盤設為{scanner}，再掃一次。</translation>
  </message>
  <message>
   <source>The scanner types {scanner}, the computer expects {computer}. The code was read all the same; please set the computer’s keyboard to {scanner}.</source>
   <translation>掃描槍用的是{scanner}鍵盤，電腦設為{computer}鍵盤。這個碼已正確讀取，請把電腦鍵盤設為{scanner}。</translation>
  </message>
  <message>
   <source>Typed or scanned? Nothing was done. If you typed it, press Enter again; if it was scanned, take it back with Backspace and scan again.</source>
   <translation>這是手打的還是掃描的？什麼都還沒做。手打的請再按一次 Enter；掃描的請用退格鍵刪掉再掃一次。</translation>
  </message>
 </context>
 <context>
  <name>Near</name>
  <message>
   <source>Check-in day {have} of {need}: {prize}</source>
   <translation>簽到第 {have} 天，滿 {need} 天送{prize}</translation>
  </message>
  <message>
   <source>One more piece</source>
   <translation>再拿一件</translation>
  </message>
  <message>
   <source>One more {goods}</source>
   <translation>再拿一件{goods}</translation>
  </message>
  <message>
   <source>Stamp card, {have} of {need}: {prize}</source>
   <translation>集點卡 {have}/{need}：{prize}</translation>
  </message>
  <message>
   <source>for {money} more</source>
   <translation>加 {money}</translation>
  </message>
  <message>
   <source>free</source>
   <translation>免費</translation>
  </message>
  <message>
   <source>last day</source>
   <translation>最後一天</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>到 {day}</translation>
  </message>
  <message>
   <source>{money} more</source>
   <translation>再買 {money}</translation>
  </message>
  <message>
   <source>{money} more for {prize}</source>
   <translation>再買 {money}，送{prize}</translation>
  </message>
  <message>
   <source>{money} more of {goods}</source>
   <translation>{goods}再買 {money}</translation>
  </message>
  <message>
   <source>{money} off</source>
   <translation>折 {money}</translation>
  </message>
  <message numerus="yes">
   <source>{n} more check-in(s) for {prize}</source>
   <translation>
    <numerusform>再簽到 {n} 天，送{prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more day(s) for {prize}</source>
   <translation>
    <numerusform>再過 {n} 天，送{prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more friend(s) for {prize}</source>
   <translation>
    <numerusform>再邀 {n} 位好友，送{prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more piece(s) for {prize}</source>
   <translation>
    <numerusform>再買 {n} 件，送{prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more point(s) for {prize}</source>
   <translation>
    <numerusform>再 {n} 積分，換{prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more purchase(s) for {prize}</source>
   <translation>
    <numerusform>再消費 {n} 次，送{prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more time(s) for {prize}</source>
   <translation>
    <numerusform>再 {n} 次，送{prize}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>NewEvent</name>
  <message>
   <source>A badge is printed for each</source>
   <translation>每人印胸牌</translation>
  </message>
  <message>
   <source>A name is needed.</source>
   <translation>請填活動名稱。</translation>
  </message>
  <message>
   <source>A ticket lets in</source>
   <translation>一張票可入場</translation>
  </message>
  <message>
   <source>A time looks like 18:30.</source>
   <translation>時間請寫成 18:30。</translation>
  </message>
  <message>
   <source>An event, made here</source>
   <translation>現場新增活動</translation>
  </message>
  <message>
   <source>Begins, today at</source>
   <translation>今天開始</translation>
  </message>
  <message>
   <source>Ends at</source>
   <translation>結束</translation>
  </message>
  <message>
   <source>Make it</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>Others than those on the list may come</source>
   <translation>名單外的人也可入場</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地點</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>座位安排</translation>
  </message>
  <message>
   <source>What it is called</source>
   <translation>活動名稱</translation>
  </message>
  <message>
   <source>Who leaves is signed out</source>
   <translation>離場要登記</translation>
  </message>
  <message>
   <source>may be left out</source>
   <translation>可不填</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
 </context>
 <context>
  <name>Newcomer</name>
  <message>
   <source>A code is on its way to {phone}.</source>
   <translation>驗證碼已發送到 {phone}。</translation>
  </message>
  <message>
   <source>A member already</source>
   <translation>已是會員</translation>
  </message>
  <message>
   <source>Agrees</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>Agrees, {n}+</source>
   <translation>同意，滿 {n} 歲</translation>
  </message>
  <message>
   <source>Ask, and say what they answered: 1 agrees, the last number does not.</source>
   <translation>請詢問顧客並選答案：1 同意，最後一個數字不同意。</translation>
  </message>
  <message>
   <source>Birthday (optional)</source>
   <translation>生日（選填）</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清空</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>驗證碼</translation>
  </message>
  <message>
   <source>E-mail (optional)</source>
   <translation>電子郵件（選填）</translation>
  </message>
  <message>
   <source>Form {number}</source>
   <translation>登記表 {number}</translation>
  </message>
  <message>
   <source>Go on with the sale</source>
   <translation>繼續這筆交易</translation>
  </message>
  <message>
   <source>Go on with {name}</source>
   <translation>繼續為 {name} 結帳</translation>
  </message>
  <message>
   <source>Guardian agrees</source>
   <translation>監護人同意</translation>
  </message>
  <message>
   <source>Guardian’s name</source>
   <translation>監護人姓名</translation>
  </message>
  <message>
   <source>Guardian’s phone</source>
   <translation>監護人電話</translation>
  </message>
  <message>
   <source>Key in the six digits that they received, or skip the code.</source>
   <translation>請輸入顧客收到的六位數字，或略過驗證碼。</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>查詢中…</translation>
  </message>
  <message>
   <source>Mobile number</source>
   <translation>手機號碼</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>New member</source>
   <translation>新會員</translation>
  </message>
  <message>
   <source>No</source>
   <translation>不同意</translation>
  </message>
  <message>
   <source>No campaign gives newcomers anything now.</source>
   <translation>目前沒有活動贈送新會員禮。</translation>
  </message>
  <message>
   <source>No printer is set up for welcome slips: show them the code.</source>
   <translation>沒有設定列印迎新單的印表機，請給顧客看會員碼。</translation>
  </message>
  <message>
   <source>Points follow when the phone is proved, or headquarters has looked.</source>
   <translation>手機驗證或總部審核後，積分才會入帳。</translation>
  </message>
  <message>
   <source>Print slip</source>
   <translation>列印迎新單</translation>
  </message>
  <message>
   <source>Prove phone</source>
   <translation>驗證手機</translation>
  </message>
  <message>
   <source>Read it to them, or show it</source>
   <translation>唸給顧客聽或出示</translation>
  </message>
  <message>
   <source>Recommendation not counted: {why}</source>
   <translation>推薦不計：{why}</translation>
  </message>
  <message>
   <source>Recommendation to be looked at: {why}</source>
   <translation>推薦待審：{why}</translation>
  </message>
  <message>
   <source>Recommended by</source>
   <translation>推薦人</translation>
  </message>
  <message>
   <source>Recommended by {name}</source>
   <translation>推薦人：{name}</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>登記中…</translation>
  </message>
  <message>
   <source>Register</source>
   <translation>登記</translation>
  </message>
  <message>
   <source>Register this form</source>
   <translation>登記這張表單</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Scan, or phone, card number</source>
   <translation>請掃描，或輸入電話、卡號</translation>
  </message>
  <message>
   <source>Send code  F4</source>
   <translation>發送驗證碼  F4</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>略過</translation>
  </message>
  <message>
   <source>Take into the sale</source>
   <translation>帶入這筆交易</translation>
  </message>
  <message>
   <source>Take them into the sale</source>
   <translation>帶入這筆交易</translation>
  </message>
  <message>
   <source>Tell them: their friend is thanked after the first purchase.</source>
   <translation>請告訴顧客：首次消費後，推薦的朋友就會得到謝禮。</translation>
  </message>
  <message>
   <source>Tell them: {words}</source>
   <translation>請告訴顧客：{words}</translation>
  </message>
  <message>
   <source>The customer takes a photo of it, here or on their own screen.</source>
   <translation>請顧客對這裡或客顯螢幕拍照留存。</translation>
  </message>
  <message>
   <source>The member’s QR code</source>
   <translation>會員的 QR 碼</translation>
  </message>
  <message>
   <source>The open sale is another member’s and stays theirs.</source>
   <translation>目前的交易屬於另一位會員，不變更。</translation>
  </message>
  <message>
   <source>The phone is proved.</source>
   <translation>手機已驗證。</translation>
  </message>
  <message>
   <source>The slip goes to {printer}.</source>
   <translation>迎新單送到 {printer}。</translation>
  </message>
  <message>
   <source>The slip waits for {printer}: {trouble}. {do}</source>
   <translation>迎新單等待 {printer}：{trouble}。{do}</translation>
  </message>
  <message>
   <source>Their invitation</source>
   <translation>他的邀請碼</translation>
  </message>
  <message>
   <source>Their invitation is on the customer’s screen.</source>
   <translation>邀請碼已顯示在客顯螢幕。</translation>
  </message>
  <message>
   <source>Version {version}</source>
   <translation>版本 {version}</translation>
  </message>
  <message>
   <source>Welcome gifts, to be used at once</source>
   <translation>迎新禮，立即可用</translation>
  </message>
  <message>
   <source>Who is younger needs a guardian: their name and phone, please.</source>
   <translation>未達年齡需要監護人：請輸入姓名與電話。</translation>
  </message>
  <message>
   <source>needed</source>
   <translation>必要</translation>
  </message>
  <message>
   <source>the member at the till</source>
   <translation>櫃台上的會員</translation>
  </message>
  <message>
   <source>{name} at the till</source>
   <translation>櫃台上的 {name}</translation>
  </message>
  <message>
   <source>{name} is a member</source>
   <translation>{name} 已成為會員</translation>
  </message>
  <message>
   <source>{name} was registered already</source>
   <translation>{name} 先前已登記</translation>
  </message>
 </context>
 <context>
  <name>NextStep</name>
  <message>
   <source>Ask a manager.</source>
   <translation>請洽主管。</translation>
  </message>
  <message>
   <source>Ask for another coupon. Who disagrees asks the store.</source>
   <translation>請改用其他優惠券；有異議請洽門市。</translation>
  </message>
  <message>
   <source>Ask the guest again and correct it.</source>
   <translation>請再問一次來賓並更正。</translation>
  </message>
  <message>
   <source>Ask the guest for their invitation, member code or coupon.</source>
   <translation>請來賓出示邀請函、會員碼或優惠券。</translation>
  </message>
  <message>
   <source>Ask the guest to open the code again with a brighter screen.</source>
   <translation>請來賓調亮螢幕，重新打開 QR 碼。</translation>
  </message>
  <message>
   <source>Ask the guest to show the member code in the app.</source>
   <translation>請來賓出示 App 裡的會員碼。</translation>
  </message>
  <message>
   <source>Ask the parent or guardian to come along.</source>
   <translation>請家長或監護人一起過來。</translation>
  </message>
  <message>
   <source>Call who is in charge of the desk.</source>
   <translation>請找櫃台負責人。</translation>
  </message>
  <message>
   <source>Go on without a code: it can be made good later.</source>
   <translation>先不用驗證碼，之後可補。</translation>
  </message>
  <message>
   <source>It is used at the till, with the goods it is for.</source>
   <translation>這張券要在收銀台搭配適用商品使用。</translation>
  </message>
  <message>
   <source>It works with more of these goods; or keep it for next time.</source>
   <translation>多選購適用商品就能使用，或留到下次。</translation>
  </message>
  <message>
   <source>Just go on: nothing is lost.</source>
   <translation>請繼續，不會有任何損失。</translation>
  </message>
  <message>
   <source>Let the guest read it and decide.</source>
   <translation>請來賓閱讀後決定。</translation>
  </message>
  <message>
   <source>Nothing to do here: this station only shows what was recorded.</source>
   <translation>這裡不必處理，只顯示記錄。</translation>
  </message>
  <message>
   <source>Nothing to do: go on.</source>
   <translation>不必處理，請繼續。</translation>
  </message>
  <message>
   <source>Offer something else.</source>
   <translation>請改提供其他項目。</translation>
  </message>
  <message>
   <source>Open the code again, brighten the screen, hold it up.</source>
   <translation>請在 App 重新打開 QR 碼、調亮螢幕後再出示。</translation>
  </message>
  <message>
   <source>Please ask for a new code.</source>
   <translation>請重新取得驗證碼。</translation>
  </message>
  <message>
   <source>Please ask our staff for help.</source>
   <translation>請找店員幫忙。</translation>
  </message>
  <message>
   <source>Please choose another coupon; our staff will gladly help.</source>
   <translation>請改用其他優惠券，店員很樂意協助您。</translation>
  </message>
  <message>
   <source>Please choose something else.</source>
   <translation>請選擇其他項目。</translation>
  </message>
  <message>
   <source>Please come back with your mother, father or guardian.</source>
   <translation>請和爸爸、媽媽或監護人一起來。</translation>
  </message>
  <message>
   <source>Please go on without a code; you can prove your phone later.</source>
   <translation>可以先不用驗證碼繼續，之後再確認電話。</translation>
  </message>
  <message>
   <source>Please keep it until then.</source>
   <translation>請保留到那時再用。</translation>
  </message>
  <message>
   <source>Please look at it once more and correct it.</source>
   <translation>請再看一次並更正。</translation>
  </message>
  <message>
   <source>Please look at the new price and decide.</source>
   <translation>請看新的價格再決定。</translation>
  </message>
  <message>
   <source>Please read it and decide; without it there is no membership.</source>
   <translation>請閱讀後決定；不同意就無法成為會員。</translation>
  </message>
  <message>
   <source>Please show the member code in your app.</source>
   <translation>請出示 App 裡的會員碼。</translation>
  </message>
  <message>
   <source>Please show your member code or a coupon of ours.</source>
   <translation>請出示會員碼或本店的優惠券。</translation>
  </message>
  <message>
   <source>Please try again in a few minutes; your coupon stays good.</source>
   <translation>請過幾分鐘再試，優惠券仍然有效。</translation>
  </message>
  <message>
   <source>Please try again in a moment.</source>
   <translation>請稍候再試。</translation>
  </message>
  <message>
   <source>Please try again later; what you have stays yours.</source>
   <translation>請稍後再試；您的機會會保留。</translation>
  </message>
  <message>
   <source>Send a new code.</source>
   <translation>請重新傳送驗證碼。</translation>
  </message>
  <message>
   <source>Tell the guest from when it can be used.</source>
   <translation>請告知來賓何時起可以使用。</translation>
  </message>
  <message>
   <source>Tell the guest the new price before you go on.</source>
   <translation>請先告知來賓新的價格。</translation>
  </message>
  <message>
   <source>Tell the guest to come again later; nothing is lost.</source>
   <translation>請來賓稍後再來；機會不會失去。</translation>
  </message>
  <message>
   <source>Try again when the badge above says online.</source>
   <translation>等上方顯示已連線後再試。</translation>
  </message>
  <message>
   <source>Try again, slowly.</source>
   <translation>請慢慢再試一次。</translation>
  </message>
 </context>
 <context>
  <name>Night</name>
  <message>
   <source>Closed</source>
   <translation>休息中</translation>
  </message>
  <message>
   <source>Closed. We open at {time}.</source>
   <translation>休息中，{time} 開始營業。</translation>
  </message>
  <message>
   <source>Closed. We open on {day} at {time}.</source>
   <translation>休息中，{day} {time} 開始營業。</translation>
  </message>
  <message>
   <source>Closed. We open tomorrow at {time}.</source>
   <translation>休息中，明天 {time} 開始營業。</translation>
  </message>
 </context>
 <context>
  <name>Notice</name>
  <message>
   <source>A friend’s recommendation: whoever gave it is thanked.</source>
   <translation>好友推薦：推薦人會得到回饋。</translation>
  </message>
  <message>
   <source>Another member; nothing had been keyed in for the one before.</source>
   <translation>已換成另一位會員；前一位尚未輸入任何內容。</translation>
  </message>
  <message>
   <source>Code for “{name}”: it counts.</source>
   <translation>優惠碼「{name}」有效。</translation>
  </message>
  <message>
   <source>Code for “{name}”: it does not count ({why}).</source>
   <translation>優惠碼「{name}」這次不適用（{why}）。</translation>
  </message>
  <message>
   <source>Daily report saved: {path}</source>
   <translation>日結報表已儲存：{path}</translation>
  </message>
  <message>
   <source>HQ sent something that this program does not know. Ask IT to update this terminal.</source>
   <translation>總部傳來本程式不認得的資料，請資訊人員更新這台終端。</translation>
  </message>
  <message>
   <source>No coupon at the till depends on the kind of goods.</source>
   <translation>目前沒有限定商品分類的優惠券。</translation>
  </message>
  <message>
   <source>Not scanned: answer or close this window first, then scan again.</source>
   <translation>這次掃描沒有採用：請先處理或關閉這個視窗，再掃一次。</translation>
  </message>
  <message>
   <source>Nothing but staff badges is scanned at this station.</source>
   <translation>這個畫面只掃員工證。</translation>
  </message>
  <message>
   <source>Nothing to record yet: no amount, no member, no coupon. Key in the amount.</source>
   <translation>還沒有可記錄的：沒有金額，也沒有會員或優惠券。請先輸入金額。</translation>
  </message>
  <message>
   <source>Receipt saved: {path}</source>
   <translation>收據已儲存：{path}</translation>
  </message>
  <message>
   <source>Scan a member code first, or find the member (F3).</source>
   <translation>請先掃描會員碼，或查會員（F3）。</translation>
  </message>
  <message>
   <source>Something is being recorded. Close the window when it is done.</source>
   <translation>正在入帳，請完成後再關閉。</translation>
  </message>
  <message>
   <source>That key does not fit: the amount stays {money}.</source>
   <translation>已無法再輸入：金額仍為 {money}。</translation>
  </message>
  <message>
   <source>The amount is missing: key it in first.</source>
   <translation>還沒有金額，請先輸入。</translation>
  </message>
  <message>
   <source>The camera shows nothing. Check cable and lens, use the scanner; it comes back.</source>
   <translation>鏡頭沒有畫面，請檢查接線並擦淨鏡頭。先用掃描槍，鏡頭恢復後會自動使用。</translation>
  </message>
  <message>
   <source>The daily report could not be saved. Check the folder and the disk.</source>
   <translation>日結報表無法儲存，請檢查資料夾與磁碟。</translation>
  </message>
  <message>
   <source>The receipt could not be saved. Check the folder and the disk.</source>
   <translation>收據無法儲存，請檢查資料夾與磁碟。</translation>
  </message>
  <message>
   <source>The sale at the till is the till’s: goods are exchanged there.</source>
   <translation>目前這筆是收銀機的交易，請在收銀機換貨。</translation>
  </message>
  <message>
   <source>The serial scanner is back.</source>
   <translation>序列埠掃描槍已恢復。</translation>
  </message>
  <message>
   <source>The serial scanner is gone: check its cable. It comes back by itself.</source>
   <translation>序列埠掃描槍沒有回應，請檢查接線，接好後會自動恢復。</translation>
  </message>
  <message>
   <source>There are no points to pay this with.</source>
   <translation>沒有可折抵這筆的積分。</translation>
  </message>
  <message>
   <source>There is no sale to void on this terminal.</source>
   <translation>這台終端沒有可撤銷的交易。</translation>
  </message>
  <message>
   <source>This coupon is in the sale just made: there is nothing to do.</source>
   <translation>這張券已用於剛完成的交易，不必處理。</translation>
  </message>
  <message>
   <source>This terminal is now: {station}.</source>
   <translation>這台終端現在是：{station}。</translation>
  </message>
  <message>
   <source>Voided: {money}. Its coupons can be used again.</source>
   <translation>已撤銷 {money}，優惠券可再次使用。</translation>
  </message>
  <message>
   <source>{coupon}: {words}</source>
   <translation>{coupon}：{words}</translation>
  </message>
  <message>
   <source>{money} came back; {left} is left of the sale.</source>
   <translation>已退回 {money}，這筆交易還剩 {left}。</translation>
  </message>
  <message>
   <source>{money} comes off the new sale. Key in what the customer buys.</source>
   <translation>新的交易扣抵 {money}。請輸入顧客這次買的金額。</translation>
  </message>
  <message>
   <source>{name} works here now.</source>
   <translation>現在由 {name} 收銀。</translation>
  </message>
  <message>
   <source>{n} of {all} points can be used here at the moment; HQ has to be reached for more.</source>
   <translation>目前這裡可用 {all} 積分中的 {n}；要用更多，得先連上總部。</translation>
  </message>
  <message>
   <source>{voided} Taken back: {rewards}.</source>
   <translation>{voided}收回：{rewards}。</translation>
  </message>
  <message>
   <source>{words} {onto} of it is on the voucher again; give back {money}.</source>
   <translation>{words}其中 {onto} 已退回禮券；請退還顧客 {money}。</translation>
  </message>
 </context>
 <context>
  <name>Offline</name>
  <message numerus="yes">
   <source>%n other kind(s) of coupons are refused.</source>
   <translation>
    <numerusform>另有 %n 種優惠券離線時一律不收。</numerusform>
   </translation>
  </message>
  <message>
   <source>Assumed: everything counted here is accepted at this till, and used at another one as well.</source>
   <translation>假設：算進來的全都在這台終端收下，又在另一台終端用了一次。</translation>
  </message>
  <message>
   <source>If the network goes</source>
   <translation>網路中斷時的風險</translation>
  </message>
  <message>
   <source>It shows what can be lost while HQ is out of reach.</source>
   <translation>將顯示連不到總部時可能的損失。</translation>
  </message>
  <message>
   <source>Not counted: coupons of other stores, a member’s second sale with points, and other tills.</source>
   <translation>沒有算進去：其他門市的優惠券、同一位會員再次用積分的交易，以及其他終端。</translation>
  </message>
  <message>
   <source>Nothing can be lost: without the network everything that needs a right is refused.</source>
   <translation>不會有損失：沒有網路時，需要使用權的一律不收。</translation>
  </message>
  <message>
   <source>This till can lose {value} at most, as things are now.</source>
   <translation>照目前的規定，這台終端最多損失 {value}。</translation>
  </message>
  <message numerus="yes">
   <source>Up to {limit} with a manager’s PIN. %n member(s) may have points, {once} each at most.</source>
   <translation>
    <numerusform>由主管輸入 PIN 碼，最多收 {limit}。%n 位會員可能有積分，每位最多 {once}。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Up to {limit} with a manager’s PIN. Good for %n use(s) held elsewhere, {once} each at most.</source>
   <translation>
    <numerusform>由主管輸入 PIN 碼，最多收 {limit}。還可用 %n 次，使用權不在這裡，每次最多 {once}。</numerusform>
   </translation>
  </message>
  <message>
   <source>Up to {limit} with a manager’s PIN. Nothing is at risk now.</source>
   <translation>由主管輸入 PIN 碼，最多收 {limit}。目前沒有風險。</translation>
  </message>
 </context>
 <context>
  <name>Outcome</name>
  <message>
   <source>all gone</source>
   <translation>已送完</translation>
  </message>
  <message>
   <source>counted</source>
   <translation>累計中</translation>
  </message>
  <message>
   <source>given</source>
   <translation>已給</translation>
  </message>
  <message>
   <source>limit reached</source>
   <translation>已達上限</translation>
  </message>
  <message>
   <source>not met</source>
   <translation>未符合</translation>
  </message>
  <message>
   <source>substitute given</source>
   <translation>已給替代品</translation>
  </message>
 </context>
 <context>
  <name>Page</name>
  <message>
   <source>Checkout. Amount {money}</source>
   <translation>收銀。金額 {money}</translation>
  </message>
 </context>
 <context>
  <name>Paper</name>
  <message>
   <source>A few questions</source>
   <translation>想更了解您</translation>
  </message>
  <message>
   <source>About you</source>
   <translation>您的資料</translation>
  </message>
  <message>
   <source>Admission ticket</source>
   <translation>入場券</translation>
  </message>
  <message>
   <source>Alignment</source>
   <translation>對齊</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金額</translation>
  </message>
  <message>
   <source>Approved by</source>
   <translation>核准人</translation>
  </message>
  <message>
   <source>Arrived</source>
   <translation>到場時間</translation>
  </message>
  <message>
   <source>Back on the voucher</source>
   <translation>退回禮券</translation>
  </message>
  <message>
   <source>Badge</source>
   <translation>名牌</translation>
  </message>
  <message>
   <source>Birthday (YYYYMMDD, optional)</source>
   <translation>生日（西元年月日，選填）</translation>
  </message>
  <message>
   <source>Bold</source>
   <translation>粗體</translation>
  </message>
  <message>
   <source>Both arrows are whole, and as far from the left edge as from the right.</source>
   <translation>兩側箭頭應完整，且與左右紙邊等距。</translation>
  </message>
  <message>
   <source>Bought</source>
   <translation>購買時間</translation>
  </message>
  <message>
   <source>By</source>
   <translation>經手人</translation>
  </message>
  <message>
   <source>Cannot be exchanged for cash.</source>
   <translation>不得兌換現金。</translation>
  </message>
  <message>
   <source>Chance comes from</source>
   <translation>種子來自</translation>
  </message>
  <message>
   <source>Check the draw at {address}</source>
   <translation>請到 {address} 驗算</translation>
  </message>
  <message>
   <source>Checked and filed</source>
   <translation>核對歸檔</translation>
  </message>
  <message>
   <source>Codes to scan</source>
   <translation>掃描用條碼</translation>
  </message>
  <message>
   <source>Congratulations, you have won</source>
   <translation>恭喜您抽中</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>補印</translation>
  </message>
  <message>
   <source>Copy {n}</source>
   <translation>補印第 {n} 份</translation>
  </message>
  <message>
   <source>Copy {n} – not the original</source>
   <translation>補印第 {n} 份，非正本</translation>
  </message>
  <message>
   <source>Coupon</source>
   <translation>優惠券</translation>
  </message>
  <message>
   <source>Coupons and offers</source>
   <translation>優惠券與優惠</translation>
  </message>
  <message>
   <source>Coupons in conflict</source>
   <translation>重複核銷的券</translation>
  </message>
  <message>
   <source>Customer’s signature</source>
   <translation>顧客簽名</translation>
  </message>
  <message>
   <source>Cut below this line</source>
   <translation>在此線下裁切</translation>
  </message>
  <message>
   <source>Daily report</source>
   <translation>日結報表</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Date (YYYYMMDD)</source>
   <translation>日期（西元年月日）</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>營業日</translation>
  </message>
  <message>
   <source>Dear {name},</source>
   <translation>致 {name}：</translation>
  </message>
  <message>
   <source>Discounts</source>
   <translation>折扣</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>單據</translation>
  </message>
  <message>
   <source>Dots per inch</source>
   <translation>解析度 dpi</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>抽獎編號</translation>
  </message>
  <message>
   <source>Draw on</source>
   <translation>開獎時間</translation>
  </message>
  <message>
   <source>Draw result</source>
   <translation>抽獎結果</translation>
  </message>
  <message>
   <source>Draw ticket</source>
   <translation>抽獎券</translation>
  </message>
  <message>
   <source>Drawn</source>
   <translation>開獎時間</translation>
  </message>
  <message>
   <source>Draws, their results and how to check them: {address}</source>
   <translation>抽獎、結果與驗算方法：{address}</translation>
  </message>
  <message>
   <source>Due since</source>
   <translation>應發日期</translation>
  </message>
  <message>
   <source>E-mail (optional)</source>
   <translation>電子郵件（選填）</translation>
  </message>
  <message>
   <source>Employees of the organiser</source>
   <translation>主辦單位員工</translation>
  </message>
  <message>
   <source>Entries not yet at headquarters</source>
   <translation>尚未上傳總部的紀錄</translation>
  </message>
  <message>
   <source>Everything has reached headquarters.</source>
   <translation>全部紀錄都已上傳總部。</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>失敗</translation>
  </message>
  <message>
   <source>Fingerprint of the list of entrants</source>
   <translation>參加者名單的指紋</translation>
  </message>
  <message>
   <source>Fingerprint of these rules</source>
   <translation>本規則的指紋</translation>
  </message>
  <message>
   <source>Fingerprint of what was published before the draw</source>
   <translation>抽獎前公布內容的指紋</translation>
  </message>
  <message>
   <source>Fingerprint, published before the draw</source>
   <translation>抽獎前公布的指紋</translation>
  </message>
  <message>
   <source>For</source>
   <translation>事由</translation>
  </message>
  <message>
   <source>For our staff</source>
   <translation>門市人員填寫</translation>
  </message>
  <message>
   <source>For receipt {number}</source>
   <translation>原收據 {number}</translation>
  </message>
  <message>
   <source>For you when you join</source>
   <translation>您入會就享</translation>
  </message>
  <message>
   <source>Form number</source>
   <translation>表單編號</translation>
  </message>
  <message>
   <source>Good for one purchase.</source>
   <translation>限用一次。</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>退回商品</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>獎項</translation>
  </message>
  <message>
   <source>Greeting card</source>
   <translation>賀卡</translation>
  </message>
  <message>
   <source>Guardian’s name</source>
   <translation>父母或監護人姓名</translation>
  </message>
  <message>
   <source>Guardian’s signature</source>
   <translation>父母或監護人簽名</translation>
  </message>
  <message>
   <source>Guest</source>
   <translation>來賓</translation>
  </message>
  <message>
   <source>Guests announced</source>
   <translation>預計來賓</translation>
  </message>
  <message>
   <source>Guests with you</source>
   <translation>同行人數</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>發放時間</translation>
  </message>
  <message>
   <source>Handover note</source>
   <translation>領獎簽收單</translation>
  </message>
  <message>
   <source>Headquarters will send it to the address you gave.</source>
   <translation>由總部寄送至您登記的地址。</translation>
  </message>
  <message>
   <source>How was it?</source>
   <translation>活動如何？</translation>
  </message>
  <message>
   <source>I agree</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>I am 14 or older</source>
   <translation>我已滿 14 歲</translation>
  </message>
  <message>
   <source>I am under 14</source>
   <translation>我未滿 14 歲</translation>
  </message>
  <message>
   <source>I do not agree</source>
   <translation>不同意</translation>
  </message>
  <message>
   <source>I have received the items above, complete and undamaged.</source>
   <translation>本人已收到以上品項，數量齊全、完好無損。</translation>
  </message>
  <message>
   <source>Identity</source>
   <translation>身分核對</translation>
  </message>
  <message>
   <source>Identity document seen</source>
   <translation>已核對身分證件</translation>
  </message>
  <message>
   <source>Issued</source>
   <translation>發券時間</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>品項</translation>
  </message>
  <message>
   <source>Keep this paper. The published list must have this fingerprint: another list has another one.</source>
   <translation>請保留這張紙。公布的名單必須是這個指紋：名單不同，指紋就不同。</translation>
  </message>
  <message>
   <source>Keyed in by, on</source>
   <translation>建檔人員與日期</translation>
  </message>
  <message>
   <source>Labels left</source>
   <translation>剩餘標籤</translation>
  </message>
  <message>
   <source>Large</source>
   <translation>大</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>序號</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>列數</translation>
  </message>
  <message>
   <source>List</source>
   <translation>名單</translation>
  </message>
  <message>
   <source>List published</source>
   <translation>名單公布</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>製作</translation>
  </message>
  <message>
   <source>Manual redemption</source>
   <translation>人工核銷單</translation>
  </message>
  <message>
   <source>Member or card number</source>
   <translation>會員或卡號</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>會員</translation>
  </message>
  <message>
   <source>Members pay</source>
   <translation>會員價</translation>
  </message>
  <message>
   <source>Membership registration</source>
   <translation>會員登記表</translation>
  </message>
  <message>
   <source>Mobile number</source>
   <translation>手機號碼</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Needed for membership</source>
   <translation>入會必要</translation>
  </message>
  <message>
   <source>Net sales</source>
   <translation>實收淨額</translation>
  </message>
  <message>
   <source>New members</source>
   <translation>新會員</translation>
  </message>
  <message>
   <source>No prize this time. Thank you for taking part!</source>
   <translation>這次沒有中獎，感謝您的參與！</translation>
  </message>
  <message>
   <source>No. {number}</source>
   <translation>編號 {number}</translation>
  </message>
  <message>
   <source>Nobody was left</source>
   <translation>無人遞補</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>標準</translation>
  </message>
  <message>
   <source>Note number</source>
   <translation>單號</translation>
  </message>
  <message>
   <source>Notice of a prize draw</source>
   <translation>抽獎公告</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>筆數</translation>
  </message>
  <message>
   <source>Number of uses</source>
   <translation>可用次數</translation>
  </message>
  <message>
   <source>Odds</source>
   <translation>中獎機率</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>優惠</translation>
  </message>
  <message>
   <source>Offer ends {day}</source>
   <translation>優惠至 {day}</translation>
  </message>
  <message>
   <source>On the left</source>
   <translation>靠左</translation>
  </message>
  <message>
   <source>On the right</source>
   <translation>靠右</translation>
  </message>
  <message>
   <source>Open matters</source>
   <translation>待處理</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>原付金額</translation>
  </message>
  <message>
   <source>Paid back in money</source>
   <translation>退還現款</translation>
  </message>
  <message>
   <source>Paid by voucher</source>
   <translation>禮券付款</translation>
  </message>
  <message>
   <source>Pale</source>
   <translation>淡色</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>紙張</translation>
  </message>
  <message>
   <source>People</source>
   <translation>參加人數</translation>
  </message>
  <message>
   <source>Phone ends in</source>
   <translation>手機末碼</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>照片</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>份數</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地點</translation>
  </message>
  <message>
   <source>Please claim it by {day}</source>
   <translation>請於 {day}（含）前領獎</translation>
  </message>
  <message>
   <source>Please keep this ticket until you have received your prize. Good luck!</source>
   <translation>領獎前請妥善保管此券，祝您中獎！</translation>
  </message>
  <message>
   <source>Please show this code at the entrance</source>
   <translation>入場時請出示此碼</translation>
  </message>
  <message>
   <source>Please show this code before you pay</source>
   <translation>結帳前請出示此碼</translation>
  </message>
  <message>
   <source>Please write clearly, a character in each box. Our staff will be glad to help.</source>
   <translation>請以正楷填寫，一格一字。需要協助，請洽門市人員。</translation>
  </message>
  <message>
   <source>Plus guests</source>
   <translation>同行</translation>
  </message>
  <message>
   <source>Points given</source>
   <translation>發出積分</translation>
  </message>
  <message>
   <source>Points used</source>
   <translation>使用積分</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>列印時間</translation>
  </message>
  <message>
   <source>Printed papers</source>
   <translation>列印單據</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>印表機</translation>
  </message>
  <message>
   <source>Printer language</source>
   <translation>指令語言</translation>
  </message>
  <message>
   <source>Prize</source>
   <translation>獎品</translation>
  </message>
  <message>
   <source>Prize value</source>
   <translation>獎品價值</translation>
  </message>
  <message>
   <source>Prizes in the order drawn</source>
   <translation>獎品（依抽出順序）</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>數量</translation>
  </message>
  <message>
   <source>Rare characters</source>
   <translation>罕用字</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>收據號碼</translation>
  </message>
  <message>
   <source>Received by</source>
   <translation>收件人員</translation>
  </message>
  <message>
   <source>Recommended by (optional)</source>
   <translation>推薦人（選填）</translation>
  </message>
  <message>
   <source>Refunded</source>
   <translation>退款</translation>
  </message>
  <message>
   <source>Refunded earlier</source>
   <translation>先前已退</translation>
  </message>
  <message>
   <source>Refunded: what was paid, less what the goods kept cost without these</source>
   <translation>退款＝實付金額，減去留下的商品單獨購買的價錢</translation>
  </message>
  <message>
   <source>Relationship</source>
   <translation>關係</translation>
  </message>
  <message>
   <source>Reserved for</source>
   <translation>專屬會員</translation>
  </message>
  <message>
   <source>Return receipt</source>
   <translation>退貨單</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>退貨筆數</translation>
  </message>
  <message>
   <source>Rewards taken back</source>
   <translation>收回的獎勵</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>活動規則</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>交易</translation>
  </message>
  <message>
   <source>Scan to check the draw yourself</source>
   <translation>掃描自行驗算</translation>
  </message>
  <message>
   <source>Scan to check the result yourself</source>
   <translation>掃描自行驗證結果</translation>
  </message>
  <message>
   <source>Scan to check these rules</source>
   <translation>掃描核對本規則</translation>
  </message>
  <message>
   <source>Scan to see that your ticket is in the draw</source>
   <translation>掃描確認您的抽獎券已在名單中</translation>
  </message>
  <message>
   <source>Scan with your phone and tell us</source>
   <translation>用手機掃描，告訴我們</translation>
  </message>
  <message>
   <source>Scan, or show at any of our stores</source>
   <translation>掃描入會，或到任一門市出示</translation>
  </message>
  <message>
   <source>Scripts</source>
   <translation>文字</translation>
  </message>
  <message>
   <source>Seat {seat}</source>
   <translation>座位 {seat}</translation>
  </message>
  <message>
   <source>Shelf label</source>
   <translation>貨架標籤</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>簽到表</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>簽名</translation>
  </message>
  <message>
   <source>Signed by</source>
   <translation>簽署</translation>
  </message>
  <message>
   <source>Small</source>
   <translation>小</translation>
  </message>
  <message>
   <source>Stays in the store. Key it in when the system is back.</source>
   <translation>門市留存，系統恢復後補登。</translation>
  </message>
  <message>
   <source>Still charged</source>
   <translation>退後實付</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>桌次</translation>
  </message>
  <message>
   <source>Table, seat</source>
   <translation>桌次座位</translation>
  </message>
  <message>
   <source>Take a photo of this code, and you always have it with you.</source>
   <translation>拍下這個碼，隨時都在手邊。</translation>
  </message>
  <message>
   <source>Taken in money</source>
   <translation>實收</translation>
  </message>
  <message>
   <source>Tax withheld</source>
   <translation>代扣稅額</translation>
  </message>
  <message>
   <source>Terminal</source>
   <translation>終端</translation>
  </message>
  <message>
   <source>Test page</source>
   <translation>測試頁</translation>
  </message>
  <message>
   <source>Text version {version}</source>
   <translation>條款版本 {version}</translation>
  </message>
  <message>
   <source>The whole fingerprint</source>
   <translation>完整指紋</translation>
  </message>
  <message>
   <source>The witness’s key</source>
   <translation>見證人的金鑰</translation>
  </message>
  <message>
   <source>Their mobile number (optional)</source>
   <translation>推薦人手機（選填）</translation>
  </message>
  <message>
   <source>These rules were fixed before the start. Any change would only be in your favour, and announced.</source>
   <translation>本規則於活動開始前公布並固定；如有變更，僅限對您更有利的內容，並另行公告。</translation>
  </message>
  <message>
   <source>This draw is void: {reason}</source>
   <translation>本次抽獎作廢：{reason}</translation>
  </message>
  <message>
   <source>This is list {version}: those before it are void.</source>
   <translation>這是第 {version} 版名單：之前的都已作廢。</translation>
  </message>
  <message>
   <source>This scale is {mm} mm long.</source>
   <translation>此刻度長 {mm} mm。</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>券號</translation>
  </message>
  <message>
   <source>Tickets</source>
   <translation>張數</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>時間</translation>
  </message>
  <message>
   <source>Total value</source>
   <translation>總價值</translation>
  </message>
  <message>
   <source>Type sizes</source>
   <translation>字級</translation>
  </message>
  <message>
   <source>Under 14, a parent or guardian fills this in and decides on the consents below:</source>
   <translation>未滿 14 歲者，請由父母或監護人填寫以下欄位，並決定下列同意事項：</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>次數</translation>
  </message>
  <message>
   <source>Used for signing in to this event only, and destroyed after it is keyed in.</source>
   <translation>僅供本次活動簽到使用，建檔後即銷毀。</translation>
  </message>
  <message>
   <source>VIP</source>
   <translation>貴賓</translation>
  </message>
  <message>
   <source>Valid through {day}</source>
   <translation>有效至 {day}</translation>
  </message>
  <message>
   <source>Valid {first} to {last}</source>
   <translation>{first} 至 {last} 有效</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>價值</translation>
  </message>
  <message>
   <source>Very large</source>
   <translation>特大</translation>
  </message>
  <message>
   <source>Void receipt</source>
   <translation>撤銷單</translation>
  </message>
  <message>
   <source>Voided</source>
   <translation>撤銷時間與人員</translation>
  </message>
  <message>
   <source>Voids</source>
   <translation>撤銷</translation>
  </message>
  <message>
   <source>Vouchers sold</source>
   <translation>售出禮券</translation>
  </message>
  <message>
   <source>Waiting since {time}</source>
   <translation>自 {time} 起等待上傳</translation>
  </message>
  <message>
   <source>Was</source>
   <translation>原價</translation>
  </message>
  <message>
   <source>Welcome!</source>
   <translation>歡迎入會！</translation>
  </message>
  <message>
   <source>White on black</source>
   <translation>反白</translation>
  </message>
  <message>
   <source>Width and position</source>
   <translation>寬度與位置</translation>
  </message>
  <message>
   <source>Winner</source>
   <translation>得獎人</translation>
  </message>
  <message>
   <source>Winners of a prize draw</source>
   <translation>得獎名單</translation>
  </message>
  <message>
   <source>Winner’s signature</source>
   <translation>中獎人簽名</translation>
  </message>
  <message>
   <source>With best wishes from {chain}</source>
   <translation>{chain} 祝福您</translation>
  </message>
  <message>
   <source>You are invited!</source>
   <translation>好友邀請您！</translation>
  </message>
  <message>
   <source>You can withdraw each consent at any time, in every store.</source>
   <translation>各項同意均可隨時至任一門市撤回。</translation>
  </message>
  <message>
   <source>Your age</source>
   <translation>年齡確認</translation>
  </message>
  <message>
   <source>Your consent</source>
   <translation>同意事項</translation>
  </message>
  <message>
   <source>Your data are used for this campaign alone. Names are published masked. Consents can be withdrawn at any time, and your data are erased when you ask for it.</source>
   <translation>您的資料僅用於本活動；公布名單時姓名遮蔽。同意可隨時撤回，並可要求刪除資料。</translation>
  </message>
  <message>
   <source>Your member code: show it whenever you shop with us</source>
   <translation>您的會員碼：每次結帳出示，優惠不漏接</translation>
  </message>
  <message>
   <source>Your welcome gifts</source>
   <translation>您的入會禮</translation>
  </message>
  <message>
   <source>Yours, {name}</source>
   <translation>{name} 敬上</translation>
  </message>
  <message>
   <source>dice thrown by the audience, and sealed envelopes opened last</source>
   <translation>來賓擲的骰子，和最後才拆開的密封信封</translation>
  </message>
  <message>
   <source>round {round} of a beacon that is not the public one, {time}</source>
   <translation>非公開信標的第 {round} 輪，{time}</translation>
  </message>
  <message>
   <source>round {round} of the public beacon, {time}</source>
   <translation>公開信標的第 {round} 輪，{time}</translation>
  </message>
  <message>
   <source>version {version}</source>
   <translation>第 {version} 版</translation>
  </message>
  <message>
   <source>{draw}: {time} on each day of the main phase</source>
   <translation>{draw}：主活動期間每日 {time}</translation>
  </message>
  <message>
   <source>{draw}: {time} on {days}</source>
   <translation>{draw}：{days} {time} 開獎</translation>
  </message>
  <message>
   <source>{name} would like to share something good with you.</source>
   <translation>{name} 想與您分享好康。</translation>
  </message>
  <message>
   <source>{name}, thank you for joining us</source>
   <translation>{name}，感謝您的加入</translation>
  </message>
  <message>
   <source>{price} a {unit}</source>
   <translation>每{unit} {price}</translation>
  </message>
  <message>
   <source>{prize}: {percent} of its value is withheld as tax</source>
   <translation>{prize}：依價值代扣 {percent} 稅額</translation>
  </message>
  <message>
   <source>{wheel}: at once, when it stops</source>
   <translation>{wheel}：轉盤停下即時揭曉</translation>
  </message>
 </context>
 <context>
  <name>Photos</name>
  <message numerus="yes">
   <source>%n photo(s) wait. Is it one that everybody may see?</source>
   <translation>
    <numerusform>還有 %n 張沒看。這張可以給大家看嗎？</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n vote(s)</source>
   <translation>
    <numerusform>%n 票</numerusform>
   </translation>
  </message>
  <message>
   <source>All have been looked at.</source>
   <translation>全部看過了。</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>上一張</translation>
  </message>
  <message>
   <source>Guests’ photos</source>
   <translation>來賓照片</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一張</translation>
  </message>
  <message>
   <source>Nobody has sent a photo yet. Guests do it on their ticket’s page.</source>
   <translation>還沒有人傳照片。來賓在手機的門票頁上傳送。</translation>
  </message>
  <message>
   <source>Not on the wall</source>
   <translation>不上牆</translation>
  </message>
  <message>
   <source>On the wall</source>
   <translation>上牆</translation>
  </message>
  <message>
   <source>a guest</source>
   <translation>來賓</translation>
  </message>
  <message>
   <source>not shown</source>
   <translation>沒有上牆</translation>
  </message>
  <message>
   <source>waits</source>
   <translation>待看</translation>
  </message>
 </context>
 <context>
  <name>Points</name>
  <message>
   <source>You owe {n} points: the next ones you earn make up for them first.</source>
   <translation>您目前欠 {n} 積分，之後獲得的積分會先補上。</translation>
  </message>
  <message>
   <source>{n} points owed</source>
   <translation>欠 {n} 積分</translation>
  </message>
  <message>
   <source>{n} pts until {day}</source>
   <translation>{n} 點 {day} 到期</translation>
  </message>
 </context>
 <context>
  <name>Printing</name>
  <message numerus="yes">
   <source>%n document(s) wait.</source>
   <translation>
    <numerusform>%n 張單據等候中。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n 小時</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s) left on the roll.</source>
   <translation>
    <numerusform>紙捲上剩 %n 張標籤。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n 分鐘</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them wait too long to be printed unasked.</source>
   <translation>
    <numerusform>其中 %n 張等候過久，不會自行列印。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n paper(s) need a word: did they come out?</source>
   <translation>
    <numerusform>有 %n 張需要您確認：印出來了嗎？</numerusform>
   </translation>
  </message>
  <message>
   <source>A new printer</source>
   <translation>新的印表機</translation>
  </message>
  <message>
   <source>A printer of the network is added by its address; printers on this computer’s ports are found.</source>
   <translation>網路印表機請用位址新增；接在這台電腦上的會自動找到。</translation>
  </message>
  <message>
   <source>Add a printer by its address</source>
   <translation>用位址新增印表機</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>位址</translation>
  </message>
  <message>
   <source>Another device answers there: look at the address and the language.</source>
   <translation>那裡回應的是別的裝置：請核對位址與語言。</translation>
  </message>
  <message>
   <source>Another program has it, or IT has to allow it.</source>
   <translation>別的程式正在使用，或需由資訊人員開放權限。</translation>
  </message>
  <message>
   <source>Answers when asked</source>
   <translation>會回報狀態</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>中文</translation>
  </message>
  <message>
   <source>Close the cover.</source>
   <translation>請關上蓋子。</translation>
  </message>
  <message>
   <source>Cuts the paper</source>
   <translation>自動裁紙</translation>
  </message>
  <message>
   <source>Do not count</source>
   <translation>不計算</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>單據</translation>
  </message>
  <message>
   <source>Dots per inch</source>
   <translation>解析度（dpi）</translation>
  </message>
  <message>
   <source>Found: {address}. Press to add it.</source>
   <translation>找到：{address}。按一下即可新增。</translation>
  </message>
  <message>
   <source>Have a new roll ready.</source>
   <translation>請備好新的紙捲。</translation>
  </message>
  <message>
   <source>How many labels are on the roll of {printer} now? It stands on the roll’s box.</source>
   <translation>{printer}的紙捲上現在有幾張標籤？數量寫在紙捲的盒子上。</translation>
  </message>
  <message>
   <source>It came out</source>
   <translation>印出來了</translation>
  </message>
  <message>
   <source>It could not be brought to the printer, and nothing came out.</source>
   <translation>無法送到印表機，沒有印出任何東西。</translation>
  </message>
  <message>
   <source>It is asked how it is…</source>
   <translation>正在詢問狀態…</translation>
  </message>
  <message>
   <source>It is well, or cannot tell. Print a test page.</source>
   <translation>狀態正常，或無法回報。請列印測試頁。</translation>
  </message>
  <message>
   <source>It waits too long to be printed unasked: decide beside, at the printer.</source>
   <translation>等候過久，不會自行列印：請在旁邊的印表機處決定。</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>儲存</translation>
  </message>
  <message>
   <source>Kept; the test page is on its way.</source>
   <translation>已儲存，測試頁傳送中。</translation>
  </message>
  <message>
   <source>Labels left on the roll</source>
   <translation>紙捲剩餘標籤</translation>
  </message>
  <message>
   <source>Labels on the roll</source>
   <translation>紙捲上的標籤</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>查看狀態</translation>
  </message>
  <message>
   <source>Look at the lamps on the printer; switch it off and on.</source>
   <translation>請看印表機的燈號，關機再開。</translation>
  </message>
  <message>
   <source>Look at {printer}: is the paper there, and whole? A new print is marked as a copy.</source>
   <translation>請看{printer}：紙在那裡、而且完整嗎？重印會標明是補印。</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>往下移</translation>
  </message>
  <message>
   <source>Move to the right</source>
   <translation>往右移</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名稱</translation>
  </message>
  <message>
   <source>Network: {tcp} · serial port: {serial} · USB: {usb} · this computer’s: {system}</source>
   <translation>網路：{tcp} · 序列埠：{serial} · USB：{usb} · 本機印表機：{system}</translation>
  </message>
  <message>
   <source>Never by itself</source>
   <translation>不自動印</translation>
  </message>
  <message>
   <source>New roll?</source>
   <translation>換了新紙捲？</translation>
  </message>
  <message>
   <source>No printer is set up for this. A manager does it with Ctrl F9.</source>
   <translation>還沒有設定可印這個的印表機，請主管按 Ctrl F9 設定。</translation>
  </message>
  <message>
   <source>No printer is set up. A manager does it with Ctrl F9.</source>
   <translation>尚未設定印表機，請主管按 Ctrl F9 設定。</translation>
  </message>
  <message>
   <source>Nobody knows whether a paper came out: look, and say so (Ctrl F11).</source>
   <translation>有一張單據不知道是否印出，請查看並確認（Ctrl F11）。</translation>
  </message>
  <message>
   <source>Nothing was printed today.</source>
   <translation>今天還沒有列印。</translation>
  </message>
  <message>
   <source>Open it, take the stuck paper out, close it.</source>
   <translation>打開、取出卡住的紙，再關上。</translation>
  </message>
  <message>
   <source>Opens a cash drawer</source>
   <translation>開啟錢箱</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>紙張</translation>
  </message>
  <message>
   <source>Papers of today, the newest first.</source>
   <translation>今天的單據，最新的在前。</translation>
  </message>
  <message>
   <source>Print again</source>
   <translation>重印</translation>
  </message>
  <message numerus="yes">
   <source>Print the %n old one(s)</source>
   <translation>
    <numerusform>列印 %n 張舊的</numerusform>
   </translation>
  </message>
  <message>
   <source>Printer language</source>
   <translation>印表機語言</translation>
  </message>
  <message>
   <source>Printers</source>
   <translation>印表機</translation>
  </message>
  <message>
   <source>Printing</source>
   <translation>列印</translation>
  </message>
  <message numerus="yes">
   <source>Printing: %n answer(s) wanted (Ctrl F11)</source>
   <translation>
    <numerusform>列印：有 %n 件待確認（Ctrl F11）</numerusform>
   </translation>
  </message>
  <message>
   <source>Printing: all is well (Ctrl F11)</source>
   <translation>列印：一切正常（Ctrl F11）</translation>
  </message>
  <message>
   <source>Put in paper. What waits is printed then.</source>
   <translation>請裝紙，等候中的隨即印出。</translation>
  </message>
  <message>
   <source>Really remove</source>
   <translation>確定移除</translation>
  </message>
  <message>
   <source>Receipt as QR code</source>
   <translation>收據 QR 碼</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>收據</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Roll changed</source>
   <translation>已換紙捲</translation>
  </message>
  <message>
   <source>Show the paper</source>
   <translation>看內容</translation>
  </message>
  <message>
   <source>Show the printers</source>
   <translation>顯示印表機</translation>
  </message>
  <message>
   <source>So many</source>
   <translation>確定</translation>
  </message>
  <message>
   <source>Stands in when it cannot</source>
   <translation>無法列印時代替的</translation>
  </message>
  <message>
   <source>Switch it off, wait ten seconds, switch it on.</source>
   <translation>關機，等十秒，再開機。</translation>
  </message>
  <message>
   <source>Switch it on and look at its cable; then at its address.</source>
   <translation>開啟電源、檢查線路，再核對位址。</translation>
  </message>
  <message>
   <source>Tell IT: the disk is full.</source>
   <translation>請通知資訊人員：磁碟已滿。</translation>
  </message>
  <message>
   <source>Test page</source>
   <translation>測試頁</translation>
  </message>
  <message>
   <source>That has been dealt with meanwhile.</source>
   <translation>這件已經處理過了。</translation>
  </message>
  <message>
   <source>The customer takes a photograph of it: any till of the store finds the sale by it.</source>
   <translation>請顧客拍下來：門市任何一台收銀機都能用它找到這筆交易。</translation>
  </message>
  <message>
   <source>The customer’s phone opens the receipt; it stays there for 30 days.</source>
   <translation>顧客用手機掃描即可看收據，保留 30 天。</translation>
  </message>
  <message>
   <source>The daily report goes to {printer}.</source>
   <translation>日結報表送往 {printer} 列印。</translation>
  </message>
  <message>
   <source>The daily report waits for {printer}: {trouble}. {do}</source>
   <translation>日結報表等待 {printer}：{trouble}。{do}</translation>
  </message>
  <message>
   <source>The printer goes from this terminal.</source>
   <translation>這台印表機將從本終端移除。</translation>
  </message>
  <message numerus="yes">
   <source>The printer goes, and %n document(s) that wait for it are withdrawn.</source>
   <translation>
    <numerusform>這台印表機將移除，等候中的 %n 張單據一併取消。</numerusform>
   </translation>
  </message>
  <message>
   <source>The printers of this terminal are set up.</source>
   <translation>將設定本終端的印表機。</translation>
  </message>
  <message>
   <source>The receipt goes to {printer}.</source>
   <translation>收據送往{printer}列印。</translation>
  </message>
  <message>
   <source>The receipt waits for {printer}: {trouble}. {do}</source>
   <translation>收據等候{printer}：{trouble}。{do}</translation>
  </message>
  <message>
   <source>The receipt’s QR code</source>
   <translation>收據的 QR 碼</translation>
  </message>
  <message>
   <source>This is no printer’s address.</source>
   <translation>這不是印表機的位址。</translation>
  </message>
  <message>
   <source>Too old after</source>
   <translation>等候超過後先詢問</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>再試一次</translation>
  </message>
  <message>
   <source>Wait some minutes: it goes on by itself.</source>
   <translation>請等幾分鐘，會自行恢復。</translation>
  </message>
  <message>
   <source>Warn from so many labels on</source>
   <translation>剩幾張時提醒</translation>
  </message>
  <message>
   <source>What stood on it is not kept any more. Print it from the sale (F6).</source>
   <translation>內容已不再保留，請從交易（F6）列印。</translation>
  </message>
  <message>
   <source>When asked for</source>
   <translation>需要時才印</translation>
  </message>
  <message>
   <source>Which document goes where</source>
   <translation>哪種單據印到哪裡</translation>
  </message>
  <message>
   <source>With every sale</source>
   <translation>每筆交易都印</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>取消列印</translation>
  </message>
  <message numerus="yes">
   <source>Withdraw the %n old one(s)</source>
   <translation>
    <numerusform>取消 %n 張舊的</numerusform>
   </translation>
  </message>
  <message>
   <source>Without a choice a document goes where the paper suits it.</source>
   <translation>沒有選擇時，送往紙張合適的印表機。</translation>
  </message>
  <message>
   <source>as a picture</source>
   <translation>以圖片列印</translation>
  </message>
  <message>
   <source>as people call it, e.g. Counter</source>
   <translation>大家怎麼稱呼它，例如：收銀台</translation>
  </message>
  <message>
   <source>badge, {width} × {height} mm</source>
   <translation>名牌，{width} × {height} mm</translation>
  </message>
  <message>
   <source>by paper: {printer}</source>
   <translation>依紙張：{printer}</translation>
  </message>
  <message>
   <source>came out</source>
   <translation>確認已印出</translation>
  </message>
  <message>
   <source>card</source>
   <translation>卡片</translation>
  </message>
  <message>
   <source>could not be printed</source>
   <translation>無法印出</translation>
  </message>
  <message>
   <source>cover open</source>
   <translation>上蓋未關</translation>
  </message>
  <message>
   <source>customer’s phone (a page at HQ)</source>
   <translation>顧客的手機（總部的頁面）</translation>
  </message>
  <message>
   <source>cutter stuck</source>
   <translation>切刀卡住</translation>
  </message>
  <message>
   <source>did it come out?</source>
   <translation>印出來了嗎？</translation>
  </message>
  <message>
   <source>disk full</source>
   <translation>磁碟已滿</translation>
  </message>
  <message>
   <source>does not answer</source>
   <translation>沒有回應</translation>
  </message>
  <message>
   <source>e.g. {address}</source>
   <translation>例如：{address}</translation>
  </message>
  <message>
   <source>fault</source>
   <translation>故障</translation>
  </message>
  <message>
   <source>little paper left</source>
   <translation>紙快用完</translation>
  </message>
  <message>
   <source>never too old</source>
   <translation>永不詢問</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>no printer</source>
   <translation>沒有印表機</translation>
  </message>
  <message>
   <source>no such printer</source>
   <translation>不是這種印表機</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>無</translation>
  </message>
  <message>
   <source>not allowed</source>
   <translation>沒有權限</translation>
  </message>
  <message>
   <source>not counted</source>
   <translation>不計算</translation>
  </message>
  <message>
   <source>not reached</source>
   <translation>連不上</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>傳送中</translation>
  </message>
  <message>
   <source>out of paper</source>
   <translation>缺紙</translation>
  </message>
  <message>
   <source>printed</source>
   <translation>已印出</translation>
  </message>
  <message>
   <source>printed again</source>
   <translation>已重印</translation>
  </message>
  <message>
   <source>printer of the computer</source>
   <translation>電腦的印表機</translation>
  </message>
  <message>
   <source>prints</source>
   <translation>列印中</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>就緒</translation>
  </message>
  <message>
   <source>sent whole</source>
   <translation>已全部送出</translation>
  </message>
  <message>
   <source>shelf label, {width} × {height} mm</source>
   <translation>貨架標籤，{width} × {height} mm</translation>
  </message>
  <message>
   <source>too hot</source>
   <translation>過熱</translation>
  </message>
  <message>
   <source>waits</source>
   <translation>等候中</translation>
  </message>
  <message>
   <source>waits since long ago</source>
   <translation>等候已久</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>{copy} of the receipt goes to {printer}.</source>
   <translation>收據（{copy}）送往{printer}列印。</translation>
  </message>
  <message>
   <source>{other} prints meanwhile.</source>
   <translation>暫由{other}列印。</translation>
  </message>
  <message numerus="yes">
   <source>{printer}: %n document(s) from before wait and are not printed unasked (Ctrl F11).</source>
   <translation>
    <numerusform>{printer}：有 %n 張先前的單據等候中，不會自行列印（Ctrl F11）。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{printer}: %n label(s) left.</source>
   <translation>
    <numerusform>{printer}：剩 %n 張標籤。</numerusform>
   </translation>
  </message>
  <message>
   <source>{printer}: {trouble}. {do}</source>
   <translation>{printer}：{trouble}。{do}</translation>
  </message>
  <message>
   <source>{trouble} {other} prints meanwhile.</source>
   <translation>{trouble}暫由{other}列印。</translation>
  </message>
 </context>
 <context>
  <name>Prizes</name>
  <message>
   <source>Another address</source>
   <translation>改地址</translation>
  </message>
  <message>
   <source>Does not want it</source>
   <translation>顧客不要</translation>
  </message>
  <message>
   <source>Field to sign in</source>
   <translation>簽名欄</translation>
  </message>
  <message>
   <source>Hand over: slip scanned</source>
   <translation>發出：已掃開獎單</translation>
  </message>
  <message>
   <source>Handed over at {terminal} only.</source>
   <translation>只在 {terminal} 發出。</translation>
  </message>
  <message>
   <source>Handed over, signed</source>
   <translation>已發出，已簽收</translation>
  </message>
  <message>
   <source>Headquarters sends it there and is the only one who reads this. It can be erased.</source>
   <translation>由總部寄到這個地址，也只有總部看得到；之後可以刪除。</translation>
  </message>
  <message>
   <source>I have seen a document</source>
   <translation>我看過證件了</translation>
  </message>
  <message>
   <source>Lives abroad (20 % are withheld)</source>
   <translation>非本國居住者（扣繳 20%）</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>查詢中…</translation>
  </message>
  <message>
   <source>Name, street and number, postcode, town</source>
   <translation>姓名、路名門牌、郵遞區號、縣市</translation>
  </message>
  <message>
   <source>Nothing to hand over. A prize comes here when somebody wins it.</source>
   <translation>沒有待領的獎品。有人中獎就會出現在這裡。</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>重簽</translation>
  </message>
  <message>
   <source>Please sign here</source>
   <translation>請在這裡簽名</translation>
  </message>
  <message>
   <source>Print note</source>
   <translation>列印領獎單</translation>
  </message>
  <message>
   <source>Prizes to hand over</source>
   <translation>待領獎品</translation>
  </message>
  <message>
   <source>Really? Press again</source>
   <translation>確定？再按一次</translation>
  </message>
  <message>
   <source>Recorded: headquarters sends the prize.</source>
   <translation>已記錄：獎品由總部寄送。</translation>
  </message>
  <message>
   <source>Recorded: it goes on by the published rule.</source>
   <translation>已記錄：依公布的辦法處理。</translation>
  </message>
  <message>
   <source>Recorded: the prize is handed over.</source>
   <translation>已記錄：獎品已發出。</translation>
  </message>
  <message>
   <source>Send it there</source>
   <translation>寄到這裡</translation>
  </message>
  <message>
   <source>Send it to them</source>
   <translation>寄給中獎人</translation>
  </message>
  <message>
   <source>Send: {prize}</source>
   <translation>寄送：{prize}</translation>
  </message>
  <message>
   <source>Signed: hand over</source>
   <translation>已簽名，發獎</translation>
  </message>
  <message>
   <source>Signs on the screen</source>
   <translation>在螢幕上簽名</translation>
  </message>
  <message>
   <source>Tax withheld: {money}. Take it before you hand over.</source>
   <translation>扣繳稅款 {money}，發出前先收。</translation>
  </message>
  <message>
   <source>The note goes to {printer}.</source>
   <translation>領獎單送往{printer}。</translation>
  </message>
  <message>
   <source>The signature is kept with the prize, and is erased with the member’s data.</source>
   <translation>簽名和獎品一起保留，會員資料刪除時一併刪除。</translation>
  </message>
  <message numerus="yes">
   <source>This member has %n prize(s) to get: Ctrl G.</source>
   <translation>
    <numerusform>這位會員有 %n 份獎品待領：Ctrl G。</numerusform>
   </translation>
  </message>
  <message>
   <source>This slip is another terminal’s, and headquarters cannot be asked: hand nothing over yet.</source>
   <translation>這張結果單來自其他機台，目前連不上總部，請先不要交付獎品。</translation>
  </message>
  <message>
   <source>Won elsewhere: headquarters is asked…</source>
   <translation>在其他地方中的獎，正在向總部查詢…</translation>
  </message>
  <message>
   <source>Worth {money}</source>
   <translation>價值 {money}</translation>
  </message>
  <message>
   <source>by the slip’s code</source>
   <translation>憑開獎單條碼</translation>
  </message>
  <message>
   <source>document seen</source>
   <translation>已看證件</translation>
  </message>
  <message>
   <source>handed over</source>
   <translation>已領取</translation>
  </message>
  <message>
   <source>headquarters sends it</source>
   <translation>總部寄送</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>已寄出</translation>
  </message>
  <message>
   <source>signed on paper</source>
   <translation>紙本簽收</translation>
  </message>
  <message>
   <source>signed on the screen</source>
   <translation>螢幕簽名</translation>
  </message>
  <message>
   <source>time is over</source>
   <translation>逾期</translation>
  </message>
  <message>
   <source>to hand over</source>
   <translation>待領</translation>
  </message>
  <message>
   <source>until today</source>
   <translation>到今天為止</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>到 {day} 為止</translation>
  </message>
  <message numerus="yes">
   <source>until {day}, %n more day(s)</source>
   <translation>
    <numerusform>到 {day} 為止，還有 %n 天</numerusform>
   </translation>
  </message>
  <message>
   <source>went on</source>
   <translation>已遞補</translation>
  </message>
  <message>
   <source>winner knows</source>
   <translation>已通知</translation>
  </message>
  <message>
   <source>{name} has received: {prize}</source>
   <translation>{name} 已領取：{prize}</translation>
  </message>
  <message>
   <source>{name}: prizes</source>
   <translation>{name}：獎品</translation>
  </message>
 </context>
 <context>
  <name>Proof</name>
  <message>
   <source>A code is being sent…</source>
   <translation>驗證碼發送中…</translation>
  </message>
  <message>
   <source>A code was sent, good until {time}. Ask the customer for the six digits.</source>
   <translation>驗證碼已發送，{time} 前有效。請向顧客詢問六位數字。</translation>
  </message>
  <message>
   <source>Another code</source>
   <translation>重新發送</translation>
  </message>
  <message>
   <source>Ask the customer for the last four digits of their phone number.</source>
   <translation>請顧客說出手機號碼的末四碼。</translation>
  </message>
  <message>
   <source>Check the code</source>
   <translation>核對驗證碼</translation>
  </message>
  <message>
   <source>Check the digits</source>
   <translation>核對末四碼</translation>
  </message>
  <message>
   <source>Four digits</source>
   <translation>四位數字</translation>
  </message>
  <message>
   <source>Is this the member?</source>
   <translation>確認是會員本人</translation>
  </message>
  <message>
   <source>Is this the phone of {name}?</source>
   <translation>這是 {name} 的手機嗎？</translation>
  </message>
  <message>
   <source>No code was sent.</source>
   <translation>驗證碼沒有發送。</translation>
  </message>
  <message>
   <source>Points are spent only by who shows the member code or knows the phone number.</source>
   <translation>出示會員碼，或知道手機號碼的人，才能使用積分。</translation>
  </message>
  <message>
   <source>Six digits</source>
   <translation>六位數字</translation>
  </message>
  <message>
   <source>These are not this member’s digits. Ask again, or scan the member code.</source>
   <translation>與這位會員不符。請再問一次，或掃描會員碼。</translation>
  </message>
 </context>
 <context>
  <name>Question</name>
  <message>
   <source>Agrees</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>回答</translation>
  </message>
  <message>
   <source>Answered: sign in</source>
   <translation>答完，簽到</translation>
  </message>
  <message>
   <source>Does not agree</source>
   <translation>不同意</translation>
  </message>
  <message>
   <source>Keep the answers</source>
   <translation>記下答案</translation>
  </message>
  <message>
   <source>No</source>
   <translation>否</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>重簽</translation>
  </message>
  <message>
   <source>Signed on paper</source>
   <translation>已簽在紙上</translation>
  </message>
  <message>
   <source>This has to be answered before they come in.</source>
   <translation>這題要先回答才能入場。</translation>
  </message>
  <message>
   <source>This has to be answered.</source>
   <translation>這題一定要回答。</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>needed</source>
   <translation>必答</translation>
  </message>
  <message>
   <source>{name}: answer first</source>
   <translation>{name}：請先回答</translation>
  </message>
  <message>
   <source>{name}: questions</source>
   <translation>{name}：問題</translation>
  </message>
 </context>
 <context>
  <name>Quote</name>
  <message numerus="yes">
   <source>%n left out: why?</source>
   <translation>
    <numerusform>%n 項未用：為什麼</numerusform>
   </translation>
  </message>
  <message>
   <source>Brings</source>
   <translation>可得</translation>
  </message>
  <message>
   <source>By category</source>
   <translation>分類金額</translation>
  </message>
  <message>
   <source>Exchange nothing</source>
   <translation>取消換貨</translation>
  </message>
  <message>
   <source>Exchanged: {n} × {name}</source>
   <translation>換回：{name} × {n}</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>商品金額</translation>
  </message>
  <message>
   <source>Paid by: ?</source>
   <translation>未選付款方式</translation>
  </message>
  <message>
   <source>Paid by: {way}</source>
   <translation>付款：{way}</translation>
  </message>
  <message>
   <source>Pay with points</source>
   <translation>用積分折抵</translation>
  </message>
  <message>
   <source>Pay {money} ({n} points)</source>
   <translation>{n} 積分折抵 {money}</translation>
  </message>
  <message>
   <source>Record the sale</source>
   <translation>記錄交易</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>記錄中…</translation>
  </message>
  <message numerus="yes">
   <source>Redeem %n coupon(s)</source>
   <translation>
    <numerusform>核銷 %n 張券</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Redeem %n coupon(s) and points</source>
   <translation>
    <numerusform>核銷 %n 張券並折抵積分</numerusform>
   </translation>
  </message>
  <message>
   <source>Saves {money}</source>
   <translation>省 {money}</translation>
  </message>
  <message>
   <source>Take back the sale</source>
   <translation>取回擱置的交易</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>應收</translation>
  </message>
  <message>
   <source>To pay out</source>
   <translation>應退</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>為什麼</translation>
  </message>
  <message>
   <source>key in the amount</source>
   <translation>請輸入金額</translation>
  </message>
  <message>
   <source>of which {category}</source>
   <translation>其中{category}</translation>
  </message>
  <message>
   <source>{name} · campaign</source>
   <translation>{name} · 活動</translation>
  </message>
 </context>
 <context>
  <name>Receipt</name>
  <message>
   <source>Exchanged: {n} × {name}</source>
   <translation>換回：{name} × {n}</translation>
  </message>
  <message>
   <source>Gift: {name}</source>
   <translation>贈：{name}</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>商品金額</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>退貨</translation>
  </message>
  <message>
   <source>Member</source>
   <translation>會員</translation>
  </message>
  <message>
   <source>Paid out</source>
   <translation>退給顧客</translation>
  </message>
  <message>
   <source>Receipt {number}</source>
   <translation>收據 {number}</translation>
  </message>
  <message>
   <source>Recorded at the till, on its way to headquarters</source>
   <translation>已記錄在本機，稍後上傳總部</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>已省</translation>
  </message>
  <message>
   <source>Served by</source>
   <translation>收銀</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>已收回</translation>
  </message>
  <message>
   <source>Thank you, see you soon</source>
   <translation>謝謝光臨，歡迎再來</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>實付</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>合計</translation>
  </message>
  <message>
   <source>Voided {time} by {clerk}</source>
   <translation>{time} 由 {clerk} 撤銷</translation>
  </message>
  <message>
   <source>You receive</source>
   <translation>本次獲得</translation>
  </message>
  <message>
   <source>{name}: {n} points</source>
   <translation>{name}：{n} 積分</translation>
  </message>
 </context>
 <context>
  <name>Recent</name>
  <message numerus="yes">
   <source>%n sale(s)</source>
   <translation>
    <numerusform>%n 筆交易</numerusform>
   </translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>換貨</translation>
  </message>
  <message>
   <source>Loading…</source>
   <translation>載入中…</translation>
  </message>
  <message>
   <source>Made at {terminal}: it is voided there, and its goods are exchanged there.</source>
   <translation>這筆在 {terminal} 成立，請到那一台撤銷或換貨。</translation>
  </message>
  <message>
   <source>No sale here has “{text}”.</source>
   <translation>這裡沒有「{text}」的交易。</translation>
  </message>
  <message>
   <source>No sale on this terminal yet.</source>
   <translation>這台終端還沒有交易。</translation>
  </message>
  <message>
   <source>Of so many members not all were looked at: type more of the name.</source>
   <translation>符合的會員太多，未全部查找，請把姓名打完整些。</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>列印</translation>
  </message>
  <message>
   <source>QR code</source>
   <translation>QR 碼</translation>
  </message>
  <message>
   <source>Receipt, member, amount or day</source>
   <translation>收據號、會員、金額或日期</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>交易</translation>
  </message>
  <message>
   <source>Sales of other tills are not known here.</source>
   <translation>其他收銀機的交易不在此列。</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>搜尋中…</translation>
  </message>
  <message>
   <source>Show older sales</source>
   <translation>顯示更早的交易</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>文字檔</translation>
  </message>
  <message>
   <source>Void sale</source>
   <translation>撤銷這一筆</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>為什麼</translation>
  </message>
  <message>
   <source>at HQ</source>
   <translation>已上傳</translation>
  </message>
  <message>
   <source>voided</source>
   <translation>已撤銷</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>待上傳</translation>
  </message>
  <message>
   <source>{said} {more}</source>
   <translation>{said}{more}</translation>
  </message>
 </context>
 <context>
  <name>Referral</name>
  <message>
   <source>Another friend’s recommendation came first: it counts.</source>
   <translation>另一位朋友的推薦比較早，以先到者為準。</translation>
  </message>
  <message>
   <source>Both are the same person: nobody recommends themselves.</source>
   <translation>兩者是同一人，不能推薦自己。</translation>
  </message>
  <message>
   <source>Both share one phone: one household.</source>
   <translation>兩人共用一支電話，屬同一家庭。</translation>
  </message>
  <message>
   <source>Does not count</source>
   <translation>不計入</translation>
  </message>
  <message>
   <source>Friends cannot recommend each other in a circle.</source>
   <translation>朋友之間不能互相循環推薦。</translation>
  </message>
  <message>
   <source>HQ did not accept the friend’s registration.</source>
   <translation>總部未核准這位朋友的註冊。</translation>
  </message>
  <message>
   <source>HQ looks at it.</source>
   <translation>總部審核中。</translation>
  </message>
  <message>
   <source>Has bought; the reward is on its way</source>
   <translation>已消費，獎勵即將生效</translation>
  </message>
  <message>
   <source>Has bought; the reward is yours</source>
   <translation>已消費，獎勵已入帳</translation>
  </message>
  <message>
   <source>Is a member now</source>
   <translation>已成為會員</translation>
  </message>
  <message>
   <source>Recommendations within a household do not count.</source>
   <translation>同一家庭之間的推薦不計入。</translation>
  </message>
  <message>
   <source>So many friends in an hour! We look at it first.</source>
   <translation>一小時內這麼多朋友！我們先看一下。</translation>
  </message>
  <message>
   <source>Somebody else recommended the friend first.</source>
   <translation>已有別人先推薦了這位朋友。</translation>
  </message>
  <message>
   <source>The friend recommended the one who recommends, maybe over others.</source>
   <translation>這位朋友（可能經由他人）推薦過推薦人。</translation>
  </message>
  <message>
   <source>The friend was a member before the recommendation.</source>
   <translation>推薦之前，這位朋友已是會員。</translation>
  </message>
  <message>
   <source>The phone numbers are almost the same; HQ looks at it first.</source>
   <translation>兩支電話幾乎相同，由總部先審核。</translation>
  </message>
  <message>
   <source>The registration was not accepted.</source>
   <translation>這筆註冊未通過審核。</translation>
  </message>
  <message>
   <source>They may be one household; HQ looks at it first.</source>
   <translation>可能是同一家庭，由總部先審核。</translation>
  </message>
  <message>
   <source>Very many friends within an hour; HQ looks at it first.</source>
   <translation>一小時內推薦人數很多，由總部先審核。</translation>
  </message>
  <message>
   <source>Very many recommendations at one device; HQ looks at it first.</source>
   <translation>同一台設備的推薦很多，由總部先審核。</translation>
  </message>
  <message>
   <source>Very many recommendations by one clerk; HQ looks at it first.</source>
   <translation>同一位店員辦理的推薦很多，由總部先審核。</translation>
  </message>
  <message>
   <source>We look at it first</source>
   <translation>審核中</translation>
  </message>
  <message>
   <source>We look at this recommendation first; that takes a day or two.</source>
   <translation>這筆推薦需先審核，約一至兩天。</translation>
  </message>
  <message>
   <source>Who recommended you is not a member any more.</source>
   <translation>推薦您的人已不是會員。</translation>
  </message>
  <message>
   <source>Who recommends is not a member any more.</source>
   <translation>推薦人已不是會員。</translation>
  </message>
  <message>
   <source>You cannot recommend yourself.</source>
   <translation>不能推薦自己。</translation>
  </message>
  <message>
   <source>Your friend was a member already; only new members count.</source>
   <translation>您的朋友已經是會員，只計入新會員。</translation>
  </message>
  <message>
   <source>by a card</source>
   <translation>以會員卡</translation>
  </message>
  <message>
   <source>by a member code</source>
   <translation>以會員碼</translation>
  </message>
  <message>
   <source>by a phone number</source>
   <translation>以電話號碼</translation>
  </message>
  <message>
   <source>by an invitation</source>
   <translation>以邀請碼</translation>
  </message>
  <message>
   <source>by an invitation that HQ has to check</source>
   <translation>以邀請碼（待總部確認）</translation>
  </message>
  <message>
   <source>on the invitation’s page</source>
   <translation>在邀請頁面</translation>
  </message>
 </context>
 <context>
  <name>Refusal</name>
  <message numerus="yes">
   <source>%n attempt(s) left.</source>
   <translation>
    <numerusform>還可再試 %n 次。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n 分鐘</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more try(s) before a wait.</source>
   <translation>
    <numerusform>再錯 %n 次就要等待。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation>
    <numerusform>%n 秒</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n slip(s) of it may be used, and were.</source>
   <translation>
    <numerusform>這一本可用 %n 張，都已用過。</numerusform>
   </translation>
  </message>
  <message>
   <source>A birthday is a month and a day.</source>
   <translation>生日是月與日。</translation>
  </message>
  <message>
   <source>A code is sent to the phone, and the customer reads it out.</source>
   <translation>驗證碼會傳到顧客手機，請顧客唸出。</translation>
  </message>
  <message>
   <source>A colleague made this sale.</source>
   <translation>這筆是同事經手的。</translation>
  </message>
  <message>
   <source>A colleague was first.</source>
   <translation>同事已先一步。</translation>
  </message>
  <message>
   <source>A die shows 1 to 6, and 200 dice are enough.</source>
   <translation>骰子只有 1 到 6，最多 200 顆。</translation>
  </message>
  <message>
   <source>A digit is wrong</source>
   <translation>有一位數字不對</translation>
  </message>
  <message>
   <source>A digit was misread or mistyped.</source>
   <translation>有一位數字看錯或打錯了。</translation>
  </message>
  <message>
   <source>A document first</source>
   <translation>請先查看證件</translation>
  </message>
  <message>
   <source>A draw needs at least one entrant.</source>
   <translation>抽獎至少要有一位參加者。</translation>
  </message>
  <message>
   <source>A manager may let it pass; HQ then looks at it.</source>
   <translation>主管可以放行；總部之後會查看。</translation>
  </message>
  <message>
   <source>A number counts once.</source>
   <translation>每個編號只算一次。</translation>
  </message>
  <message>
   <source>A parent or guardian is needed</source>
   <translation>需要家長或監護人</translation>
  </message>
  <message>
   <source>A plain card or a phone number does not prove who somebody is.</source>
   <translation>只有卡號或手機號碼，不能證明是本人。</translation>
  </message>
  <message>
   <source>A question with choices needs some, and no other has any.</source>
   <translation>選擇題需要選項，其他題目不能有選項。</translation>
  </message>
  <message>
   <source>A reason is needed</source>
   <translation>需要原因</translation>
  </message>
  <message>
   <source>A sale is voided only with a reason in the journal.</source>
   <translation>撤銷必須在流水留下原因。</translation>
  </message>
  <message>
   <source>A seat or table has at most 40 characters.</source>
   <translation>座位或桌號最多 40 個字。</translation>
  </message>
  <message>
   <source>A session has to end after it begins.</source>
   <translation>場次的結束時間必須晚於開始時間。</translation>
  </message>
  <message>
   <source>Add goods, or leave the coupon for next time.</source>
   <translation>可加購，或把券留到下次。</translation>
  </message>
  <message>
   <source>All of this sale has come back already.</source>
   <translation>這筆交易的商品已全數退回。</translation>
  </message>
  <message>
   <source>Already in this sale</source>
   <translation>已在這筆交易中</translation>
  </message>
  <message>
   <source>Already voided</source>
   <translation>已經撤銷過</translation>
  </message>
  <message>
   <source>Amount missing</source>
   <translation>還沒有金額</translation>
  </message>
  <message>
   <source>Amount too large</source>
   <translation>金額太大</translation>
  </message>
  <message>
   <source>An article’s bar code</source>
   <translation>這是商品條碼</translation>
  </message>
  <message>
   <source>An envelope is open: whoever has read it could choose the next die.</source>
   <translation>信封已經拆開：看過的人就能挑下一顆骰子。</translation>
  </message>
  <message>
   <source>An offer ended or ran out meanwhile.</source>
   <translation>其間有優惠結束或用完。</translation>
  </message>
  <message>
   <source>Another kind of coupon</source>
   <translation>不是同一種券</translation>
  </message>
  <message>
   <source>Another member’s coupon</source>
   <translation>這是別人的券</translation>
  </message>
  <message>
   <source>Another round of the beacon</source>
   <translation>不是這一輪信標</translation>
  </message>
  <message>
   <source>Another terminal</source>
   <translation>另一台終端</translation>
  </message>
  <message>
   <source>Another terminal hands this prize over</source>
   <translation>這份獎品由另一台發出</translation>
  </message>
  <message>
   <source>Another till keeps this coupon and does not answer.</source>
   <translation>此券由另一台終端保管，目前沒有回應。</translation>
  </message>
  <message>
   <source>As many of its slips were used as may be.</source>
   <translation>可用的張數都已用過。</translation>
  </message>
  <message>
   <source>Ask a manager to do it with their PIN.</source>
   <translation>請主管以 PIN 碼處理。</translation>
  </message>
  <message>
   <source>Ask for the code in the member’s app, on the slip or on the card.</source>
   <translation>請出示會員 App、紙券或會員卡上的碼。</translation>
  </message>
  <message>
   <source>Ask for the newest message and key in its six digits.</source>
   <translation>請顧客看最新一則訊息，輸入六位數字。</translation>
  </message>
  <message>
   <source>Ask headquarters to change it.</source>
   <translation>請總部修改。</translation>
  </message>
  <message>
   <source>Ask somebody else of the staff for their PIN.</source>
   <translation>請另一位同事輸入密碼。</translation>
  </message>
  <message>
   <source>Ask the customer to open the app again for a new code, or find the member by phone (F3).</source>
   <translation>請顧客重開 App 取得新碼，或用手機號碼查會員（F3）。</translation>
  </message>
  <message>
   <source>Ask the customer. If they do not agree, go on without a membership.</source>
   <translation>請詢問顧客。若不同意，就不入會繼續結帳。</translation>
  </message>
  <message>
   <source>Ask the guest once more.</source>
   <translation>請再問來賓一次。</translation>
  </message>
  <message>
   <source>Ask the manager to add you, or wait for the next update from HQ.</source>
   <translation>請主管新增，或等總部下次更新。</translation>
  </message>
  <message>
   <source>Ask the manager; a withdrawn badge is replaced at the office.</source>
   <translation>請找主管；停用的員工證可到辦公室補發。</translation>
  </message>
  <message>
   <source>At the member’s own store</source>
   <translation>請至會員所屬門市辦理</translation>
  </message>
  <message>
   <source>Call who is in charge of the event.</source>
   <translation>請通知活動負責人。</translation>
  </message>
  <message>
   <source>Cannot be combined with {other}.</source>
   <translation>不可與「{other}」併用。</translation>
  </message>
  <message>
   <source>Cannot be looked up now</source>
   <translation>現在無法查詢</translation>
  </message>
  <message>
   <source>Cannot be used offline here</source>
   <translation>離線時在此不能用</translation>
  </message>
  <message>
   <source>Check day and time on the slip; if they do stand there, show it to a manager.</source>
   <translation>請核對券上的日期與時間；若真的這樣寫，請交給主管。</translation>
  </message>
  <message>
   <source>Check the coupon’s number on the slip; leave it empty if the slip stood for none.</source>
   <translation>請核對券上寫的優惠券編號；若沒有對應的券，請留空。</translation>
  </message>
  <message>
   <source>Check the digits, or split the sale.</source>
   <translation>請核對數字，或分成兩筆。</translation>
  </message>
  <message>
   <source>Check the form’s number. If it is right, show the form to a manager.</source>
   <translation>請核對表單編號；若無誤，請交給主管。</translation>
  </message>
  <message>
   <source>Check the network cable. Until then leave it out: press it in the list, then confirm.</source>
   <translation>請檢查網路線。在那之前，請在清單中按一下這張券取消使用，再確認核銷。</translation>
  </message>
  <message>
   <source>Check the number; or register without a code, and prove the phone later.</source>
   <translation>請核對號碼；或先不用驗證碼註冊，之後再確認電話。</translation>
  </message>
  <message>
   <source>Check the receipt, and the price on it; another sale may be meant.</source>
   <translation>請核對收據和上面的單價；也許是另一筆交易。</translation>
  </message>
  <message>
   <source>Choose a list with names or tickets in it.</source>
   <translation>請選有姓名或抽獎券的名單。</translation>
  </message>
  <message>
   <source>Choose another event, or make it here.</source>
   <translation>請選擇別的活動，或在這裡建立。</translation>
  </message>
  <message>
   <source>Choose another seat, or move them first.</source>
   <translation>請選擇別的座位，或先為對方換座位。</translation>
  </message>
  <message>
   <source>Choose one from the list.</source>
   <translation>請從清單中選一場。</translation>
  </message>
  <message>
   <source>Choose one; with “Other”, write a few words.</source>
   <translation>請選一項；選「其他」時寫幾個字。</translation>
  </message>
  <message>
   <source>Choose or key in another amount.</source>
   <translation>請選擇或輸入其他金額。</translation>
  </message>
  <message>
   <source>Choose something else from the list.</source>
   <translation>請從清單選別的。</translation>
  </message>
  <message>
   <source>Choose this one instead in the list, if the customer prefers it.</source>
   <translation>顧客若想用這張，在清單點選即可換用。</translation>
  </message>
  <message>
   <source>Codes can only be sent and checked while HQ can be reached.</source>
   <translation>連上總部時才能傳送與核對驗證碼。</translation>
  </message>
  <message>
   <source>Compare both papers: two of one number go to a manager; else take the next slip.</source>
   <translation>請比對兩張紙：同一編號有兩張就交給主管；否則換下一張。</translation>
  </message>
  <message>
   <source>Condition not met</source>
   <translation>條件不符</translation>
  </message>
  <message>
   <source>Confirm again in a minute, or leave it out: press it in the list, then confirm.</source>
   <translation>一分鐘後再確認一次；或在清單中按一下這張券取消使用，再確認核銷。</translation>
  </message>
  <message>
   <source>Confirm again: the price is then made with the points that can be used here.</source>
   <translation>請再確認一次：價格會改用這裡可用的積分計算。</translation>
  </message>
  <message>
   <source>Consent is missing</source>
   <translation>尚未同意</translation>
  </message>
  <message>
   <source>Correct it and save it again.</source>
   <translation>請更正後再儲存。</translation>
  </message>
  <message>
   <source>Correct it, or leave it empty: nobody has to have one.</source>
   <translation>請更正或留空，並非必填。</translation>
  </message>
  <message>
   <source>Correct it, or leave it empty: nobody has to tell it.</source>
   <translation>請更正或留空，不一定要填。</translation>
  </message>
  <message>
   <source>Coupon already used</source>
   <translation>此券用過了</translation>
  </message>
  <message>
   <source>Coupon expired</source>
   <translation>此券已過期</translation>
  </message>
  <message>
   <source>Coupon not known here yet</source>
   <translation>這裡還不認識此券</translation>
  </message>
  <message>
   <source>Coupon not valid yet</source>
   <translation>此券尚未生效</translation>
  </message>
  <message>
   <source>Coupon used in another store</source>
   <translation>此券已在他店使用</translation>
  </message>
  <message>
   <source>Coupon withdrawn</source>
   <translation>此券已收回</translation>
  </message>
  <message>
   <source>Declare the draw void, and freeze the list again.</source>
   <translation>請將這場作廢，重新凍結名單。</translation>
  </message>
  <message>
   <source>Do not accept it. Find the member by phone (F3); tell the manager if it happens again.</source>
   <translation>請勿接受。可用手機號碼查會員（F3）；再發生請告知主管。</translation>
  </message>
  <message>
   <source>Do not draw. Tell HQ.</source>
   <translation>不要抽。請通知總部。</translation>
  </message>
  <message>
   <source>Do not hand anything out.</source>
   <translation>請不要發出任何東西。</translation>
  </message>
  <message>
   <source>Do what the large button says.</source>
   <translation>請照大按鈕上寫的做。</translation>
  </message>
  <message>
   <source>Done already</source>
   <translation>已經做過</translation>
  </message>
  <message>
   <source>Draw not found</source>
   <translation>找不到這場抽獎</translation>
  </message>
  <message>
   <source>Draw. Who may not win gives way to an alternate.</source>
   <translation>請抽獎。不能得獎的人由候補遞補。</translation>
  </message>
  <message numerus="yes">
   <source>Each member may use this offer %n time(s) a day.</source>
   <translation>
    <numerusform>每位會員每天可用 %n 次。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Each member may use this offer %n time(s).</source>
   <translation>
    <numerusform>每位會員可用 %n 次。</numerusform>
   </translation>
  </message>
  <message>
   <source>Each prize is given once.</source>
   <translation>每份獎品只發一次。</translation>
  </message>
  <message>
   <source>Employees, and others whom headquarters named, may not win here.</source>
   <translation>員工及總部指定的人員不得中獎。</translation>
  </message>
  <message>
   <source>Every prize needs a name and a number; 10,000 at most.</source>
   <translation>每個獎品都要有名稱和數量，最多 10,000 份。</translation>
  </message>
  <message>
   <source>Every sealed prize of this terminal has been won.</source>
   <translation>這台終端封存的獎項都已抽出。</translation>
  </message>
  <message>
   <source>Everything here is drawn</source>
   <translation>這裡的獎項已全部抽完</translation>
  </message>
  <message>
   <source>F1 shows every condition of the campaigns.</source>
   <translation>按 F1 可看活動的每個條件。</translation>
  </message>
  <message>
   <source>For a child below {age} a parent or guardian decides.</source>
   <translation>未滿 {age} 歲須由家長或監護人決定。</translation>
  </message>
  <message>
   <source>For this prize the law wants the winner’s name on record.</source>
   <translation>依法規，這份獎品要留下中獎人姓名。</translation>
  </message>
  <message>
   <source>From {need} to {most} can be put on this voucher now, in whole coins.</source>
   <translation>這張禮券現在可存入 {need} 至 {most}，以整數硬幣為單位。</translation>
  </message>
  <message>
   <source>From {need}; {missing} to go.</source>
   <translation>滿 {need} 可用，還差 {missing}。</translation>
  </message>
  <message>
   <source>Go there with the customer.</source>
   <translation>請帶顧客到那裡。</translation>
  </message>
  <message>
   <source>HQ cannot be reached</source>
   <translation>連不上總部</translation>
  </message>
  <message>
   <source>HQ gives something with this coupon that this terminal has not learnt yet.</source>
   <translation>這張券的優惠內容，這台終端的程式還不支援。</translation>
  </message>
  <message>
   <source>HQ has counted its use; when and where could not be read.</source>
   <translation>總部已記錄使用，但時間與門市無法讀取。</translation>
  </message>
  <message>
   <source>HQ has ended it.</source>
   <translation>總部已提前結束活動。</translation>
  </message>
  <message>
   <source>HQ has no more of the member’s points to give at the moment.</source>
   <translation>總部目前沒有這位會員更多的積分可以給。</translation>
  </message>
  <message>
   <source>HQ has sent a new text for “{purpose}” in the meantime.</source>
   <translation>總部剛更新了「{purpose}」的內容。</translation>
  </message>
  <message>
   <source>HQ has withdrawn the key it was signed with.</source>
   <translation>總部已停用簽發此碼的金鑰。</translation>
  </message>
  <message>
   <source>HQ has {have} of it; this sale would take {need}.</source>
   <translation>總部記錄的餘額是 {have}，這筆交易要用 {need}。</translation>
  </message>
  <message>
   <source>HQ must be reached first</source>
   <translation>須先連上總部</translation>
  </message>
  <message>
   <source>HQ took it back {since}.</source>
   <translation>總部於 {since} 收回。</translation>
  </message>
  <message>
   <source>HQ took it back.</source>
   <translation>總部已收回此券。</translation>
  </message>
  <message>
   <source>HQ’s list did not come</source>
   <translation>總部的名單沒有傳來</translation>
  </message>
  <message>
   <source>Have a new envelope sealed.</source>
   <translation>請另封一個新信封。</translation>
  </message>
  <message>
   <source>Headquarters has not told of it, or it is over for long.</source>
   <translation>總部沒有通知過它，或它早已結束。</translation>
  </message>
  <message>
   <source>Headquarters has to say yes</source>
   <translation>要先問總部</translation>
  </message>
  <message>
   <source>Headquarters made it; every desk takes it from there.</source>
   <translation>活動是總部建立的，每個櫃檯都從總部取得。</translation>
  </message>
  <message>
   <source>Headquarters sends this prize</source>
   <translation>這份獎品由總部寄送</translation>
  </message>
  <message>
   <source>Hold the draw at HQ, or split the list.</source>
   <translation>請由總部抽獎，或分成幾份名單。</translation>
  </message>
  <message>
   <source>If that was a mistake, undo the sign-in first.</source>
   <translation>如果簽錯了，請先撤銷簽到。</translation>
  </message>
  <message>
   <source>If the others are used elsewhere too, {value} is lost.</source>
   <translation>其餘積分若在別處也用掉，會損失 {value}。</translation>
  </message>
  <message>
   <source>It begins {until}.</source>
   <translation>活動從 {until} 開始。</translation>
  </message>
  <message>
   <source>It can be used again from {until}.</source>
   <translation>{until} 起可再使用。</translation>
  </message>
  <message>
   <source>It can be used from {until}.</source>
   <translation>{until} 起可使用。</translation>
  </message>
  <message>
   <source>It comes out {until}.</source>
   <translation>它會在{until}公布。</translation>
  </message>
  <message>
   <source>It could be had until {until}; then it goes on by the published rule.</source>
   <translation>領獎到 {until} 為止；之後依公布的辦法處理。</translation>
  </message>
  <message>
   <source>It does not apply here: {condition}.</source>
   <translation>不適用：{condition}。</translation>
  </message>
  <message>
   <source>It does not fit what was published for “{name}” before the dice.</source>
   <translation>它和擲骰子前為「{name}」公布的內容不符。</translation>
  </message>
  <message>
   <source>It ended {since}.</source>
   <translation>活動於 {since} 結束。</translation>
  </message>
  <message>
   <source>It has 64 digits from 0 to 9 and a to f, different in each envelope.</source>
   <translation>內容是 64 個 0–9、a–f 的字元，每個信封都不同。</translation>
  </message>
  <message>
   <source>It has 96 digits from 0 to 9 and a to f, or is the code that the phone shows.</source>
   <translation>它是 96 個 0–9、a–f 的字元，或是手機上顯示的碼。</translation>
  </message>
  <message>
   <source>It has been used elsewhere.</source>
   <translation>它已在別處用過。</translation>
  </message>
  <message>
   <source>It has not been sold yet, as far as is known here.</source>
   <translation>就本機所知，它還沒有售出。</translation>
  </message>
  <message>
   <source>It has run out, was mistyped too often, or belongs to another phone.</source>
   <translation>已過期、輸錯太多次，或屬於另一支電話。</translation>
  </message>
  <message>
   <source>It has to end after it begins.</source>
   <translation>結束時間必須晚於開始時間。</translation>
  </message>
  <message>
   <source>It has {have} people; at most {need} can be drawn among here.</source>
   <translation>名單有 {have} 人，這裡最多 {need} 人。</translation>
  </message>
  <message>
   <source>It is another one.</source>
   <translation>不是這組。</translation>
  </message>
  <message>
   <source>It is genuine, but this terminal has not received its rules.</source>
   <translation>券是真的，但這台終端還沒收到它的規則。</translation>
  </message>
  <message>
   <source>It is kept at {terminal}.</source>
   <translation>保管在 {terminal}。</translation>
  </message>
  <message>
   <source>It is missing, or cannot be read.</source>
   <translation>沒有填，或無法辨認。</translation>
  </message>
  <message>
   <source>It is no member’s card, phone or invitation.</source>
   <translation>不是任何會員的卡號、電話或邀請碼。</translation>
  </message>
  <message>
   <source>It is one of ours, but it is not used at the checkout.</source>
   <translation>是我們的碼，但不在收銀台使用。</translation>
  </message>
  <message>
   <source>It is one of ours, but part of it is missing.</source>
   <translation>是我們的碼，但缺了一部分。</translation>
  </message>
  <message>
   <source>It is possible again from {until}.</source>
   <translation>{until} 起可以再做。</translation>
  </message>
  <message>
   <source>It is the seat of {name}.</source>
   <translation>這是 {name} 的座位。</translation>
  </message>
  <message>
   <source>It is worth {value}; without HQ at most {need} can be accepted.</source>
   <translation>面值 {value}；離線時最多接受 {need}。</translation>
  </message>
  <message>
   <source>It looks like name@place.com: one @, no spaces.</source>
   <translation>格式如 name@place.com：一個 @，沒有空格。</translation>
  </message>
  <message>
   <source>It needs a name of at most 120 characters in every language.</source>
   <translation>每種語言都需要名稱，最多 120 個字。</translation>
  </message>
  <message>
   <source>It takes more than there are.</source>
   <translation>需要的比現有的多。</translation>
  </message>
  <message>
   <source>It takes {need} points; the member has {have}.</source>
   <translation>需要 {need} 積分，會員有 {have} 積分。</translation>
  </message>
  <message>
   <source>It takes {need}, and there are {have}.</source>
   <translation>需要 {need} 張，現有 {have} 張。</translation>
  </message>
  <message>
   <source>It was declared {what} {at} by {clerk}.</source>
   <translation>{clerk} 於 {at} 申報為{what}。</translation>
  </message>
  <message>
   <source>It was declared {what}.</source>
   <translation>這張已申報為{what}。</translation>
  </message>
  <message>
   <source>It was not bought in this sale, or has come back already.</source>
   <translation>這筆交易沒有買這麼多，或已經退過了。</translation>
  </message>
  <message>
   <source>It was signed with a key that this terminal has not received.</source>
   <translation>簽發的金鑰還沒送到這台終端。</translation>
  </message>
  <message>
   <source>It was undone already, here or at another desk.</source>
   <translation>已在這裡或別的櫃檯撤銷過。</translation>
  </message>
  <message>
   <source>It was valid until {since}.</source>
   <translation>有效期到 {since}。</translation>
  </message>
  <message>
   <source>It was {need}, now it is {have}: an offer ended or ran out meanwhile.</source>
   <translation>原為 {need}，現為 {have}：其間有優惠結束或用完。</translation>
  </message>
  <message>
   <source>It was {need}, now it is {have}: another offer holds meanwhile.</source>
   <translation>原為 {need}，現為 {have}：其間有新優惠生效。</translation>
  </message>
  <message>
   <source>It works again tomorrow; use another coupon today.</source>
   <translation>明天可再用；今天請用其他券。</translation>
  </message>
  <message>
   <source>Its book had run out.</source>
   <translation>這一本當時已到期。</translation>
  </message>
  <message>
   <source>Its book was not good yet.</source>
   <translation>這一本當時還不能用。</translation>
  </message>
  <message>
   <source>Its fingerprint is another than the one HQ signed.</source>
   <translation>它的指紋和總部簽署的不同。</translation>
  </message>
  <message>
   <source>Its key is missing, so nobody could check who published the list.</source>
   <translation>缺少終端的金鑰，沒有人能查證是誰公布名單。</translation>
  </message>
  <message>
   <source>Its short name is missing, too long, or holds a slash.</source>
   <translation>活動代號缺少、太長，或含有斜線。</translation>
  </message>
  <message>
   <source>Its signature is wrong, so anybody could have made it up.</source>
   <translation>簽章不對，任何人都可能捏造。</translation>
  </message>
  <message>
   <source>Its signature is wrong: it was altered or copied badly.</source>
   <translation>簽章不符：內容被改過，或複製有誤。</translation>
  </message>
  <message>
   <source>Just go on.</source>
   <translation>請繼續。</translation>
  </message>
  <message>
   <source>Keep it for then and use another coupon today.</source>
   <translation>請留到那時；今天請用其他券。</translation>
  </message>
  <message>
   <source>Keep the coupon for then and use another one today.</source>
   <translation>請留到那時；今天請用其他券。</translation>
  </message>
  <message>
   <source>Kept by another till</source>
   <translation>此券由另一台終端保管</translation>
  </message>
  <message>
   <source>Key in how much of the amount falls on those goods (F4).</source>
   <translation>請輸入這類商品的金額（F4）。</translation>
  </message>
  <message>
   <source>Key in no more than the customer paid for the goods; check the receipt.</source>
   <translation>請核對收據，輸入金額不要超過顧客為這些商品付的錢。</translation>
  </message>
  <message>
   <source>Key in the amount, then confirm.</source>
   <translation>請輸入金額再確認。</translation>
  </message>
  <message>
   <source>Key in the name as the customer writes it.</source>
   <translation>請依顧客的寫法輸入姓名。</translation>
  </message>
  <message>
   <source>Key in the number again, with its last digit; or scan the square code.</source>
   <translation>請重新輸入編號，包含最後一碼；或掃描 QR 碼。</translation>
  </message>
  <message>
   <source>Keyed in already</source>
   <translation>已補登過</translation>
  </message>
  <message>
   <source>Keyed in at another terminal ({terminal}), as written {at}.</source>
   <translation>已在另一台終端（{terminal}）補登，券上時間 {at}。</translation>
  </message>
  <message>
   <source>Keyed in {since} by {clerk}, as written {at}.</source>
   <translation>{clerk} 於 {since} 已補登，券上時間 {at}。</translation>
  </message>
  <message>
   <source>Leave it out: press it in the list, then confirm. It works again when HQ is reached.</source>
   <translation>請在清單中按一下這張券取消使用，再確認核銷。連上總部後這張券就能用。</translation>
  </message>
  <message>
   <source>Less is left of this sale.</source>
   <translation>這筆交易可退的金額沒有這麼多。</translation>
  </message>
  <message>
   <source>Less is left on the voucher</source>
   <translation>禮券餘額不足</translation>
  </message>
  <message>
   <source>Let the audience throw more.</source>
   <translation>請觀眾繼續擲。</translation>
  </message>
  <message>
   <source>Look at an identity card or a passport, then confirm it here.</source>
   <translation>看過身分證或護照後，在這裡確認。</translation>
  </message>
  <message>
   <source>Look at the spelling and type it again.</source>
   <translation>請檢查拼法再輸入一次。</translation>
  </message>
  <message>
   <source>Look for a wrong digit. If the envelope is lost, the draw can only be declared void.</source>
   <translation>請檢查有沒有打錯字。信封若遺失，這場抽獎只能作廢。</translation>
  </message>
  <message>
   <source>Look for them once more, or add them.</source>
   <translation>請再搜尋一次，或新增這位來賓。</translation>
  </message>
  <message>
   <source>Make fewer, or ask HQ for a book.</source>
   <translation>請減少張數，或向總部要一本。</translation>
  </message>
  <message>
   <source>Make the phone’s screen brighter, smooth the paper, and scan again. Or find the member by phone (F3).</source>
   <translation>把手機螢幕調亮或把紙攤平，再掃一次；或用手機號碼查會員（F3）。</translation>
  </message>
  <message>
   <source>Many codes that do not count were typed in a row.</source>
   <translation>接連輸入了許多無效的碼。</translation>
  </message>
  <message>
   <source>Member must show their code</source>
   <translation>請會員出示會員碼</translation>
  </message>
  <message>
   <source>Member needed first</source>
   <translation>請先識別會員</translation>
  </message>
  <message>
   <source>Member not found</source>
   <translation>找不到會員</translation>
  </message>
  <message>
   <source>Member’s limit reached</source>
   <translation>已達會員上限</translation>
  </message>
  <message>
   <source>Minimum not reached</source>
   <translation>未達最低消費</translation>
  </message>
  <message>
   <source>More dice are needed</source>
   <translation>骰子還不夠</translation>
  </message>
  <message>
   <source>More than is left</source>
   <translation>超過可退金額</translation>
  </message>
  <message>
   <source>Needs a newer program</source>
   <translation>需要更新程式</translation>
  </message>
  <message>
   <source>New ones come from headquarters as long as there are any; another terminal may have some.</source>
   <translation>總部還有獎項時會再送來；別台終端可能還有。</translation>
  </message>
  <message>
   <source>No address</source>
   <translation>沒有地址</translation>
  </message>
  <message>
   <source>No book of this store has the number “{read}”.</source>
   <translation>本店沒有任何一本核銷單有編號「{read}」。</translation>
  </message>
  <message>
   <source>No book of this store has this number.</source>
   <translation>本店沒有任何一本核銷單有這個編號。</translation>
  </message>
  <message>
   <source>No campaign that runs now rewards recommendations.</source>
   <translation>目前沒有獎勵推薦的活動。</translation>
  </message>
  <message>
   <source>No chance left</source>
   <translation>沒有抽獎機會了</translation>
  </message>
  <message>
   <source>No code could be sent</source>
   <translation>無法傳送驗證碼</translation>
  </message>
  <message>
   <source>No die shows that</source>
   <translation>骰子沒有這個數字</translation>
  </message>
  <message>
   <source>No invitations now</source>
   <translation>目前沒有邀請活動</translation>
  </message>
  <message>
   <source>No member has this code.</source>
   <translation>沒有會員使用這個碼。</translation>
  </message>
  <message>
   <source>No member has “{read}”.</source>
   <translation>沒有會員符合「{read}」。</translation>
  </message>
  <message>
   <source>No message gets to this phone.</source>
   <translation>訊息送不到這支電話。</translation>
  </message>
  <message>
   <source>No new voucher here</source>
   <translation>這裡無法製作新禮券</translation>
  </message>
  <message>
   <source>No places left</source>
   <translation>沒有名額了</translation>
  </message>
  <message>
   <source>No prize to draw</source>
   <translation>沒有獎品可抽</translation>
  </message>
  <message>
   <source>No prize under that code</source>
   <translation>這個代碼沒有獎品</translation>
  </message>
  <message>
   <source>No such code</source>
   <translation>沒有這個優惠碼</translation>
  </message>
  <message>
   <source>No such form number</source>
   <translation>沒有這個表單編號</translation>
  </message>
  <message>
   <source>No such slip</source>
   <translation>查無此券</translation>
  </message>
  <message>
   <source>Nobody at this store has a prize to get for it.</source>
   <translation>本店沒有人憑它領獎。</translation>
  </message>
  <message>
   <source>Nobody by that name is on the list</source>
   <translation>名單上沒有這個人</translation>
  </message>
  <message>
   <source>Nobody found who recommends</source>
   <translation>找不到推薦人</translation>
  </message>
  <message>
   <source>Nobody is added at the door of this event.</source>
   <translation>這個活動不在門口新增來賓。</translation>
  </message>
  <message>
   <source>Nobody is wanted any more</source>
   <translation>已不需要協助</translation>
  </message>
  <message>
   <source>Nobody of this store has card “{read}”, and HQ cannot be asked.</source>
   <translation>本店沒有卡號「{read}」的會員，目前又連不上總部。</translation>
  </message>
  <message>
   <source>Nobody of this store has this card, and HQ cannot be asked.</source>
   <translation>本店沒有這張卡的會員，目前又連不上總部。</translation>
  </message>
  <message>
   <source>Nobody on the list</source>
   <translation>名單上沒有人</translation>
  </message>
  <message>
   <source>Not active</source>
   <translation>目前停用</translation>
  </message>
  <message>
   <source>Not all that was paid for it is left: it cannot be taken back.</source>
   <translation>存入的金額已有部分用掉：不能退回。</translation>
  </message>
  <message>
   <source>Not allowed</source>
   <translation>沒有權限</translation>
  </message>
  <message>
   <source>Not at this hour</source>
   <translation>不在可用時段</translation>
  </message>
  <message>
   <source>Not at this step of the draw</source>
   <translation>現在不能做這一步</translation>
  </message>
  <message>
   <source>Not enough points</source>
   <translation>積分不足</translation>
  </message>
  <message>
   <source>Not expected any more</source>
   <translation>不該再出現</translation>
  </message>
  <message>
   <source>Not for this member</source>
   <translation>這位會員不能參加</translation>
  </message>
  <message>
   <source>Not known in this store</source>
   <translation>本店沒有此人</translation>
  </message>
  <message>
   <source>Not offered now</source>
   <translation>目前不提供</translation>
  </message>
  <message>
   <source>Not one of our codes</source>
   <translation>不是我們的碼</translation>
  </message>
  <message>
   <source>Not open yet</source>
   <translation>尚未開放</translation>
  </message>
  <message>
   <source>Not so many points while offline</source>
   <translation>離線時不能用這麼多積分</translation>
  </message>
  <message>
   <source>Not so many slips</source>
   <translation>沒有這麼多張</translation>
  </message>
  <message>
   <source>Not so much of it in this sale</source>
   <translation>這筆交易沒有這麼多</translation>
  </message>
  <message>
   <source>Not sold at the till</source>
   <translation>櫃檯不售</translation>
  </message>
  <message>
   <source>Not the beacon’s own number</source>
   <translation>不是信標發出的數字</translation>
  </message>
  <message>
   <source>Not the envelope that was sealed</source>
   <translation>不是封好的那個信封</translation>
  </message>
  <message>
   <source>Not this amount</source>
   <translation>金額不符</translation>
  </message>
  <message>
   <source>Not together</source>
   <translation>不可併用</translation>
  </message>
  <message>
   <source>Not valid in this store</source>
   <translation>本店不適用</translation>
  </message>
  <message>
   <source>Nothing can have been written then.</source>
   <translation>那時候還不可能寫下任何東西。</translation>
  </message>
  <message>
   <source>Nothing in this purchase is known to be of its kind.</source>
   <translation>尚不知道這次消費有適用的商品。</translation>
  </message>
  <message>
   <source>Nothing is on this voucher</source>
   <translation>這張禮券沒有餘額</translation>
  </message>
  <message>
   <source>Nothing left</source>
   <translation>已送完</translation>
  </message>
  <message>
   <source>Nothing to do.</source>
   <translation>不必處理。</translation>
  </message>
  <message>
   <source>Nothing to do: go on with the amount.</source>
   <translation>不必處理，請繼續輸入金額。</translation>
  </message>
  <message>
   <source>Nothing to do: go on.</source>
   <translation>不必處理，請繼續。</translation>
  </message>
  <message>
   <source>Nothing to do: its coupons can be used again.</source>
   <translation>不必處理，優惠券已可再用。</translation>
  </message>
  <message>
   <source>Nothing to do; the next campaign may.</source>
   <translation>不必處理，等下次活動。</translation>
  </message>
  <message>
   <source>Of {need} that were paid for it {have} are left: it cannot be taken back.</source>
   <translation>存入的 {need} 只剩 {have}：不能退回。</translation>
  </message>
  <message>
   <source>Offer another voucher. What is on this one stays good for paying.</source>
   <translation>請改用其他禮券；這張的餘額仍可付款。</translation>
  </message>
  <message>
   <source>Offer something else; when HQ is reached the till may get more.</source>
   <translation>請提供其他選擇；連上總部後可能會再分到一些。</translation>
  </message>
  <message>
   <source>Once this terminal is online again it opens by itself.</source>
   <translation>終端重新連線後會自動開放。</translation>
  </message>
  <message>
   <source>One of the campaign’s conditions is not met.</source>
   <translation>活動的某個條件不符。</translation>
  </message>
  <message>
   <source>One sale can be {need} at most.</source>
   <translation>一筆最多 {need}。</translation>
  </message>
  <message>
   <source>Only for certain goods</source>
   <translation>限定商品適用</translation>
  </message>
  <message>
   <source>Only guests of the list</source>
   <translation>只限名單上的來賓</translation>
  </message>
  <message>
   <source>Open the other envelope.</source>
   <translation>請拆開另一個信封。</translation>
  </message>
  <message>
   <source>Open the round that the list names.</source>
   <translation>請打開名單寫明的那一輪。</translation>
  </message>
  <message>
   <source>Part of the voucher is used</source>
   <translation>禮券已用了一部分</translation>
  </message>
  <message>
   <source>Places cannot be fewer than none.</source>
   <translation>名額不能少於零。</translation>
  </message>
  <message>
   <source>Points held elsewhere</source>
   <translation>積分在別台終端</translation>
  </message>
  <message>
   <source>Points still on hold cannot be spent. Choose something for fewer points.</source>
   <translation>待入帳的積分還不能使用。請選積分較少的項目。</translation>
  </message>
  <message>
   <source>Points, deposits and gifts of another store’s member are given and taken there.</source>
   <translation>其他門市會員的積分、定金與禮品由其所屬門市收付。</translation>
  </message>
  <message>
   <source>Put them on the waiting list, or let them in all the same.</source>
   <translation>請排入候補，或仍然放行。</translation>
  </message>
  <message>
   <source>Read the number back to the customer and key it in again.</source>
   <translation>請向顧客複誦號碼後重新輸入。</translation>
  </message>
  <message>
   <source>Redeemed {at} in this store at {terminal} by {clerk}.</source>
   <translation>{at} 在本店{terminal}由{clerk}核銷。</translation>
  </message>
  <message>
   <source>Redeemed {at} in {store}.</source>
   <translation>{at} 在{store}核銷。</translation>
  </message>
  <message>
   <source>Register without a code: points are held until the phone is proved.</source>
   <translation>可先不用驗證碼註冊；電話確認前積分暫不入帳。</translation>
  </message>
  <message>
   <source>Sale not found</source>
   <translation>找不到交易</translation>
  </message>
  <message>
   <source>Scan it again, or look for a digit that is missing.</source>
   <translation>請再掃一次，或檢查是否少了字元。</translation>
  </message>
  <message>
   <source>Scan it at the till. Here, scan the member code or a coupon.</source>
   <translation>請到收銀機掃描；這裡請掃會員碼或優惠券。</translation>
  </message>
  <message>
   <source>Scan its square code; else put it aside and show it to a manager.</source>
   <translation>請掃描券上的 QR 碼；不行的話先放一旁，交給主管。</translation>
  </message>
  <message>
   <source>Scan or type it again. If it stays wrong, ask another phone.</source>
   <translation>請再掃或再輸入一次。還是不對，換一支手機。</translation>
  </message>
  <message>
   <source>Scan the code in the envelope, or look for a digit that is missing.</source>
   <translation>請掃描信封裡的碼，或檢查是否少了字元。</translation>
  </message>
  <message>
   <source>Scan the code of the member it belongs to, or use another coupon.</source>
   <translation>請掃持券會員的碼，或用其他券。</translation>
  </message>
  <message>
   <source>Scan the member code in the app, or key in the last four digits of the phone number (F7).</source>
   <translation>請掃描顧客 App 裡的會員碼，或按 F7 輸入手機末四碼。</translation>
  </message>
  <message>
   <source>Scan the member code on the customer’s phone: it counts without HQ. A card or a phone number of another store is found once HQ is back.</source>
   <translation>請掃描顧客手機上的會員碼，不必連線也算數。其他門市的卡號或電話，要等連上總部才查得到。</translation>
  </message>
  <message>
   <source>Scan the member code, or find the member by phone (F3), then scan the coupon again.</source>
   <translation>請先掃會員碼或查會員（F3），再掃一次券。</translation>
  </message>
  <message>
   <source>Scan the result slip again, or look for the member.</source>
   <translation>再掃一次開獎單，或改找會員。</translation>
  </message>
  <message>
   <source>Scan the square code on the form, or key in the number with its last digit.</source>
   <translation>請掃描表單上的方形碼，或輸入含末碼的編號。</translation>
  </message>
  <message>
   <source>Scan the voucher again: then what is left pays, and the customer pays the rest.</source>
   <translation>請再掃一次禮券：用剩下的餘額付，其餘由顧客補足。</translation>
  </message>
  <message>
   <source>Sell a printed card: scan it.</source>
   <translation>請售出印好的卡片：掃描它。</translation>
  </message>
  <message>
   <source>Sell it (Ctrl B). If it was paid for elsewhere, HQ has to hear of it first.</source>
   <translation>請售出（Ctrl B）。若已在別處付款，須先等總部得知。</translation>
  </message>
  <message>
   <source>Send a new code; or register without, and prove the phone later.</source>
   <translation>請重新傳送；或先不用驗證碼註冊，之後再確認電話。</translation>
  </message>
  <message>
   <source>Send the code and key it in.</source>
   <translation>請傳送驗證碼並輸入。</translation>
  </message>
  <message>
   <source>Send them to their own store; prices and coupons work here too.</source>
   <translation>請顧客至其所屬門市辦理；會員價與優惠券在此照常可用。</translation>
  </message>
  <message>
   <source>Show the new text and ask again.</source>
   <translation>請出示新內容並再問一次。</translation>
  </message>
  <message>
   <source>So many were sent that the next one has to wait.</source>
   <translation>傳送太多次，請稍後再試。</translation>
  </message>
  <message>
   <source>So much cannot be one sale.</source>
   <translation>一筆交易不能這麼多。</translation>
  </message>
  <message>
   <source>So that nobody gets this prize twice, headquarters is asked, and cannot be reached now.</source>
   <translation>為免重複發獎，要先問總部；現在連不上。</translation>
  </message>
  <message>
   <source>Somebody goes there already</source>
   <translation>已有人前往</translation>
  </message>
  <message>
   <source>Somebody signed them in, here or at another desk.</source>
   <translation>這裡或別的服務台已幫他們簽到。</translation>
  </message>
  <message>
   <source>Somebody sits there</source>
   <translation>這個座位有人</translation>
  </message>
  <message>
   <source>Something is missing: where is the prize to be sent?</source>
   <translation>還缺一些：獎品要寄到哪裡？</translation>
  </message>
  <message>
   <source>Take fewer points, or try again when the badge above says online.</source>
   <translation>請少用一些積分，或等上方顯示已連線後再試。</translation>
  </message>
  <message>
   <source>Take the parent’s name and phone; without them, go on without a membership.</source>
   <translation>請登記家長姓名與電話；沒有的話就不入會繼續。</translation>
  </message>
  <message>
   <source>Tell the customer the new price, then confirm again.</source>
   <translation>請告知顧客新價格，再確認一次。</translation>
  </message>
  <message>
   <source>Tell them what brings one: F1 shows the rules.</source>
   <translation>告訴會員怎樣獲得機會：按 F1 查看規則。</translation>
  </message>
  <message>
   <source>That is no number of the beacon</source>
   <translation>這不是信標的數字</translation>
  </message>
  <message>
   <source>That is not what an envelope holds</source>
   <translation>這不是信封裡的內容</translation>
  </message>
  <message>
   <source>The PIN does not match.</source>
   <translation>PIN 碼不符。</translation>
  </message>
  <message>
   <source>The amount is above what a clerk may void alone.</source>
   <translation>金額超過店員可自行撤銷的上限。</translation>
  </message>
  <message>
   <source>The book is used up</source>
   <translation>這一本已用完</translation>
  </message>
  <message>
   <source>The campaign does not offer it at present.</source>
   <translation>活動目前不提供這一項。</translation>
  </message>
  <message>
   <source>The campaign has not begun</source>
   <translation>活動尚未開始</translation>
  </message>
  <message>
   <source>The campaign is over</source>
   <translation>活動已結束</translation>
  </message>
  <message>
   <source>The clock was set back, so the sale’s age is not known.</source>
   <translation>時鐘曾被調回，無法確定這筆的時間。</translation>
  </message>
  <message>
   <source>The code is damaged</source>
   <translation>碼已破損</translation>
  </message>
  <message>
   <source>The code is no longer accepted</source>
   <translation>此碼已停用</translation>
  </message>
  <message>
   <source>The code is not genuine</source>
   <translation>這是偽造的碼</translation>
  </message>
  <message>
   <source>The code is not good any more</source>
   <translation>驗證碼已失效</translation>
  </message>
  <message>
   <source>The code is wrong</source>
   <translation>驗證碼錯誤</translation>
  </message>
  <message>
   <source>The consent’s words have changed</source>
   <translation>同意書內容已更新</translation>
  </message>
  <message>
   <source>The coupons in use already save as much; it is kept for next time.</source>
   <translation>已用的券省得一樣多；此券留到下次。</translation>
  </message>
  <message>
   <source>The customer can go on paying with what is left on it.</source>
   <translation>顧客可繼續用餘額付款。</translation>
  </message>
  <message>
   <source>The dice are closed</source>
   <translation>骰子已經截止</translation>
  </message>
  <message>
   <source>The draw can no longer be called off</source>
   <translation>抽獎已不能作廢</translation>
  </message>
  <message>
   <source>The draw stands at: {state}. A step that is over cannot be done again.</source>
   <translation>這場抽獎目前在：{state}。做過的步驟不能重來。</translation>
  </message>
  <message>
   <source>The event cannot be made like this</source>
   <translation>活動不能這樣建立</translation>
  </message>
  <message>
   <source>The gift is gone here</source>
   <translation>這裡的禮品已送完</translation>
  </message>
  <message>
   <source>The hours in which it could be used are over.</source>
   <translation>可用的時段已經過了。</translation>
  </message>
  <message>
   <source>The list is not the published one</source>
   <translation>名單不是公布的那一份</translation>
  </message>
  <message>
   <source>The list is too long</source>
   <translation>名單太長</translation>
  </message>
  <message>
   <source>The list names round {need}; this is round {have}.</source>
   <translation>名單寫明第 {need} 輪，這是第 {have} 輪。</translation>
  </message>
  <message>
   <source>The list of this draw is at HQ, and HQ cannot be reached now.</source>
   <translation>這場抽獎的名單在總部，現在連不上總部。</translation>
  </message>
  <message>
   <source>The list says that it is published by {until}.</source>
   <translation>名單寫明最晚在{until}公布。</translation>
  </message>
  <message>
   <source>The member has fewer points than it takes.</source>
   <translation>會員的積分不夠。</translation>
  </message>
  <message>
   <source>The member has had it as often as the campaign allows.</source>
   <translation>會員已達活動允許的次數。</translation>
  </message>
  <message>
   <source>The member has none to use at the moment.</source>
   <translation>會員目前沒有可用的機會。</translation>
  </message>
  <message>
   <source>The next one can be sent {until}.</source>
   <translation>{until} 可再傳送。</translation>
  </message>
  <message>
   <source>The next try is possible in a while.</source>
   <translation>請稍後再試。</translation>
  </message>
  <message>
   <source>The next try is possible in {wait}.</source>
   <translation>{wait}後可再試。</translation>
  </message>
  <message>
   <source>The number that decides is out, so anybody could know by now who wins.</source>
   <translation>決定結果的數字已經公布，誰都可能已經知道得獎者。</translation>
  </message>
  <message>
   <source>The phone has to be proved</source>
   <translation>需要確認電話</translation>
  </message>
  <message>
   <source>The price has changed</source>
   <translation>價格變了</translation>
  </message>
  <message>
   <source>The purchase is too small for this coupon.</source>
   <translation>消費金額未達此券的門檻。</translation>
  </message>
  <message>
   <source>The round is not there yet</source>
   <translation>這一輪還沒有公布</translation>
  </message>
  <message>
   <source>The sealed prizes have not come from headquarters, or cannot be used now.</source>
   <translation>總部封存的獎項還沒送到，或目前不能使用。</translation>
  </message>
  <message>
   <source>The second signature is by the same person as the first.</source>
   <translation>第二位簽核者和第一位是同一個人。</translation>
  </message>
  <message>
   <source>The slip is good for another offer.</source>
   <translation>這張核銷單適用的是另一項優惠。</translation>
  </message>
  <message>
   <source>The slip is good for “{name}” only.</source>
   <translation>這張核銷單只適用「{name}」。</translation>
  </message>
  <message>
   <source>The slip says {at}.</source>
   <translation>券上寫的是 {at}。</translation>
  </message>
  <message>
   <source>The slip says {at}; its book is good since {since}.</source>
   <translation>券上寫的是 {at}；這一本從 {since} 起才可用。</translation>
  </message>
  <message>
   <source>The slip says {at}; its book was good until {until}.</source>
   <translation>券上寫的是 {at}；這一本到 {until} 為止。</translation>
  </message>
  <message>
   <source>The time for this prize is over</source>
   <translation>這份獎品的領獎期限已過</translation>
  </message>
  <message>
   <source>The winner asked for it to be sent to them.</source>
   <translation>中獎人要求寄送。</translation>
  </message>
  <message>
   <source>There is no such day</source>
   <translation>沒有這一天</translation>
  </message>
  <message>
   <source>There is no such time zone.</source>
   <translation>沒有這個時區。</translation>
  </message>
  <message>
   <source>There is nothing to take the discount from yet.</source>
   <translation>還沒有可折抵的金額。</translation>
  </message>
  <message>
   <source>There is nothing to undo</source>
   <translation>沒有可以撤銷的</translation>
  </message>
  <message>
   <source>They are here already</source>
   <translation>他們已經到場</translation>
  </message>
  <message>
   <source>They were taken off, or the list is another one now.</source>
   <translation>已從名單移除，或名單已更新。</translation>
  </message>
  <message>
   <source>This badge or number is not on this store’s staff list.</source>
   <translation>這張員工證或編號不在本店名單。</translation>
  </message>
  <message>
   <source>This code is for another place</source>
   <translation>這個碼用在別處</translation>
  </message>
  <message>
   <source>This code was not issued by our stores.</source>
   <translation>這個碼不是我們發的。</translation>
  </message>
  <message>
   <source>This coupon belongs to somebody else than the member at the till.</source>
   <translation>這張券屬於另一位會員。</translation>
  </message>
  <message>
   <source>This coupon can be used in other stores only.</source>
   <translation>此券只能在其他門市使用。</translation>
  </message>
  <message>
   <source>This coupon can be used in {store}.</source>
   <translation>此券可在{store}使用。</translation>
  </message>
  <message>
   <source>This coupon can only be used by the member it belongs to.</source>
   <translation>此券只有本人可以使用。</translation>
  </message>
  <message>
   <source>This coupon was scanned for this customer a moment ago.</source>
   <translation>剛才已為這位顧客掃過此券。</translation>
  </message>
  <message>
   <source>This envelope has been opened before</source>
   <translation>這個信封先前已拆開</translation>
  </message>
  <message>
   <source>This event is changed at headquarters</source>
   <translation>這個活動由總部修改</translation>
  </message>
  <message>
   <source>This event is not known here</source>
   <translation>這裡不認得這個活動</translation>
  </message>
  <message>
   <source>This form was keyed in before</source>
   <translation>這張表單已輸入過</translation>
  </message>
  <message>
   <source>This is no answer to the question</source>
   <translation>這不是這題的答案</translation>
  </message>
  <message>
   <source>This is no e-mail address</source>
   <translation>電子郵件格式不對</translation>
  </message>
  <message>
   <source>This is no name</source>
   <translation>姓名格式不對</translation>
  </message>
  <message>
   <source>This is no phone number</source>
   <translation>電話號碼不對</translation>
  </message>
  <message>
   <source>This is no seat</source>
   <translation>這不是座位</translation>
  </message>
  <message>
   <source>This is the code of an article: neither a member nor a coupon.</source>
   <translation>這是商品的條碼，不是會員碼也不是優惠券。</translation>
  </message>
  <message>
   <source>This person or badge may not sign in here at present.</source>
   <translation>此人或員工證目前不能在此登入。</translation>
  </message>
  <message>
   <source>This prize is on its way already</source>
   <translation>這份獎品已經寄出</translation>
  </message>
  <message>
   <source>This prize was handed over already</source>
   <translation>這份獎品已經領走</translation>
  </message>
  <message>
   <source>This prize went on to somebody else</source>
   <translation>這份獎品已由他人遞補</translation>
  </message>
  <message>
   <source>This sale is of another day.</source>
   <translation>這筆不是今天的交易。</translation>
  </message>
  <message>
   <source>This sale was made too long ago.</source>
   <translation>這筆已超過可自行撤銷的時間。</translation>
  </message>
  <message>
   <source>This terminal cannot check the code yet</source>
   <translation>這台終端還無法驗證</translation>
  </message>
  <message>
   <source>This terminal cannot sign</source>
   <translation>這台終端無法簽章</translation>
  </message>
  <message>
   <source>This terminal has no draw of that name.</source>
   <translation>這台終端沒有這場抽獎。</translation>
  </message>
  <message>
   <source>This terminal has no such sale.</source>
   <translation>這台終端沒有這筆交易。</translation>
  </message>
  <message>
   <source>This terminal may make none of these now.</source>
   <translation>這台終端現在不能製作這種券。</translation>
  </message>
  <message>
   <source>This terminal may make {have} now; {need} were wanted.</source>
   <translation>這台終端現在可製作 {have} 張；要求的是 {need} 張。</translation>
  </message>
  <message>
   <source>This terminal’s clock or journal has changed, so its coupons wait for HQ.</source>
   <translation>這台終端的時鐘或流水有變動，優惠券要等總部確認。</translation>
  </message>
  <message>
   <source>This terminal’s key is not at hand, so it cannot sign a new one.</source>
   <translation>本機取不到金鑰，無法簽發新的禮券。</translation>
  </message>
  <message>
   <source>This till’s share of it is used up.</source>
   <translation>分到這台終端的已用完。</translation>
  </message>
  <message>
   <source>This till’s share of what the coupon is for is used up. The coupon stays unused.</source>
   <translation>這張優惠券可換的禮品，分到這台終端的已用完。優惠券仍未使用。</translation>
  </message>
  <message>
   <source>This till’s share of “{name}” is used up.</source>
   <translation>分到這台終端的「{name}」已用完。</translation>
  </message>
  <message>
   <source>This time is still to come</source>
   <translation>時間還沒到</translation>
  </message>
  <message>
   <source>Tickets come with purchases and tasks, as the campaign says.</source>
   <translation>依活動規則，消費和完成任務可獲得抽獎券。</translation>
  </message>
  <message>
   <source>Today’s limit reached</source>
   <translation>已達今日上限</translation>
  </message>
  <message>
   <source>Too few draw tickets</source>
   <translation>抽獎券不足</translation>
  </message>
  <message>
   <source>Too late to publish</source>
   <translation>已經過了公布時間</translation>
  </message>
  <message>
   <source>Too many codes</source>
   <translation>驗證碼傳送太多次</translation>
  </message>
  <message>
   <source>Too many tries</source>
   <translation>嘗試太多次</translation>
  </message>
  <message>
   <source>Too many wrong PINs</source>
   <translation>PIN 碼錯太多次</translation>
  </message>
  <message>
   <source>Too valuable for offline</source>
   <translation>離線時面額過高</translation>
  </message>
  <message numerus="yes">
   <source>Try again in %n second(s).</source>
   <translation>
    <numerusform>請在 %n 秒後再試。</numerusform>
   </translation>
  </message>
  <message>
   <source>Try again when the badge above says online, or use a phone’s network.</source>
   <translation>上方標示變成連線時再試，或改用手機的網路。</translation>
  </message>
  <message>
   <source>Try again when the terminal is online. Hand nothing out before.</source>
   <translation>連線後再試。在那之前請不要發出。</translation>
  </message>
  <message>
   <source>Try the friend’s phone number; or register without a recommendation.</source>
   <translation>請改用朋友的電話號碼；或不填推薦人註冊。</translation>
  </message>
  <message>
   <source>Try the phone number or the name (F3).</source>
   <translation>請用手機號碼或姓名查詢（F3）。</translation>
  </message>
  <message>
   <source>Two people have to sign</source>
   <translation>需要兩個人簽核</translation>
  </message>
  <message>
   <source>Two things in it have one name.</source>
   <translation>其中有兩項用了相同的代號。</translation>
  </message>
  <message>
   <source>Type it again, slowly.</source>
   <translation>請慢慢再輸入一次。</translation>
  </message>
  <message>
   <source>Type it shorter.</source>
   <translation>請縮短後再輸入。</translation>
  </message>
  <message>
   <source>Type what the die shows.</source>
   <translation>請輸入骰子的數字。</translation>
  </message>
  <message>
   <source>Use another coupon here, and this one there.</source>
   <translation>這裡請用其他券，這張到那邊用。</translation>
  </message>
  <message>
   <source>Use another coupon now.</source>
   <translation>現在請用其他券。</translation>
  </message>
  <message>
   <source>Use another coupon, and ask IT to update this terminal. The coupon stays good.</source>
   <translation>請改用其他券，並請資訊人員更新這台終端。這張券仍然有效。</translation>
  </message>
  <message>
   <source>Use another coupon.</source>
   <translation>請用其他券。</translation>
  </message>
  <message>
   <source>Use another coupon. Customer service can say why.</source>
   <translation>請用其他券。原因可問客服。</translation>
  </message>
  <message>
   <source>Use another coupon. If that sale was a mistake, void it first (F6).</source>
   <translation>請用其他券。若那筆是誤刷，先撤銷那筆（F6）。</translation>
  </message>
  <message>
   <source>Use another coupon. If the customer disagrees, HQ can look it up.</source>
   <translation>請用其他券。顧客有疑問時，總部可以查詢。</translation>
  </message>
  <message>
   <source>Use another coupon; the list on the left has those that are valid.</source>
   <translation>請用其他券；左邊清單都是有效的。</translation>
  </message>
  <message>
   <source>Use another terminal, or have this one enrolled again.</source>
   <translation>請換一台終端，或重新註冊這台。</translation>
  </message>
  <message>
   <source>Use it at the event desk or the kiosk. Here: member code or coupon.</source>
   <translation>請到活動簽到台或自助機使用。這裡只收會員碼和優惠券。</translation>
  </message>
  <message>
   <source>Void it at the till where it was made, or ask HQ.</source>
   <translation>請到原收銀台撤銷，或詢問總部。</translation>
  </message>
  <message>
   <source>Voided {at} by {clerk}.</source>
   <translation>{at} 由 {clerk} 撤銷。</translation>
  </message>
  <message>
   <source>Vouchers of this kind are not sold or topped up here, or not any more.</source>
   <translation>這種禮券在此不售、不加值，或已停止發售。</translation>
  </message>
  <message>
   <source>Wait for it; without a network here, scan it from a phone.</source>
   <translation>請等它公布；這裡沒有網路時，可掃手機上的碼。</translation>
  </message>
  <message>
   <source>Wait for the one that is on its way; or register without, and prove the phone later.</source>
   <translation>請等正在傳送的那則；或先不用驗證碼註冊，之後再確認電話。</translation>
  </message>
  <message>
   <source>Wait until the terminal is online again, then scan once more.</source>
   <translation>等終端連線後再掃一次。</translation>
  </message>
  <message>
   <source>Wait, or scan your badge.</source>
   <translation>請稍候，或掃員工證。</translation>
  </message>
  <message>
   <source>What is in it is known from a draw before, so it keeps nobody from guessing.</source>
   <translation>內容在先前的抽獎已公開，不再是秘密。</translation>
  </message>
  <message>
   <source>While offline only this till’s share of the points can be used.</source>
   <translation>離線時只能用這台終端分到的積分。</translation>
  </message>
  <message>
   <source>Whoever called went away, or has been helped.</source>
   <translation>呼叫的顧客已離開，或已獲得協助。</translation>
  </message>
  <message>
   <source>Whoever should not be on that list asks headquarters.</source>
   <translation>若名單有誤，請洽總部。</translation>
  </message>
  <message>
   <source>Without HQ a coupon of this value cannot be accepted.</source>
   <translation>離線時不能接受這個面額的券。</translation>
  </message>
  <message>
   <source>Without HQ this terminal cannot be sure that it was not used elsewhere.</source>
   <translation>離線時無法確定此券沒有在別處用過。</translation>
  </message>
  <message>
   <source>Without the consent “{purpose}” nobody can become a member.</source>
   <translation>未同意「{purpose}」就無法成為會員。</translation>
  </message>
  <message>
   <source>Would save nothing more</source>
   <translation>不會省更多</translation>
  </message>
  <message>
   <source>Write the name, street and number, postcode and town.</source>
   <translation>請填姓名、路名門牌、郵遞區號和縣市。</translation>
  </message>
  <message>
   <source>Write the prizes down, in the order in which they are drawn.</source>
   <translation>請依抽出的順序寫下獎品。</translation>
  </message>
  <message>
   <source>Written after it had run out</source>
   <translation>寫在到期之後</translation>
  </message>
  <message>
   <source>Written before it was good</source>
   <translation>寫在可用之前</translation>
  </message>
  <message>
   <source>Wrong PIN</source>
   <translation>PIN 碼錯誤</translation>
  </message>
  <message>
   <source>Your role does not include this.</source>
   <translation>你的職務不含這項。</translation>
  </message>
  <message>
   <source>a colleague</source>
   <translation>同事</translation>
  </message>
  <message>
   <source>a coupon that saves more</source>
   <translation>更划算的券</translation>
  </message>
  <message>
   <source>a little</source>
   <translation>一點</translation>
  </message>
  <message>
   <source>a till</source>
   <translation>收銀台</translation>
  </message>
  <message>
   <source>another store</source>
   <translation>其他門市</translation>
  </message>
  <message>
   <source>earlier</source>
   <translation>稍早</translation>
  </message>
  <message>
   <source>lost</source>
   <translation>遺失</translation>
  </message>
  <message>
   <source>lost or unused</source>
   <translation>遺失或未使用</translation>
  </message>
  <message>
   <source>the amount</source>
   <translation>該金額</translation>
  </message>
  <message>
   <source>this envelope</source>
   <translation>這個信封</translation>
  </message>
  <message>
   <source>unused</source>
   <translation>未使用</translation>
  </message>
  <message>
   <source>{clerk} keyed it in {at}, with another phone number.</source>
   <translation>{clerk} 於 {at} 輸入過，電話不同。</translation>
  </message>
  <message>
   <source>{clerk} said so {at}.</source>
   <translation>{clerk} 已於 {at} 應答。</translation>
  </message>
  <message>
   <source>{clerk}, {at}.</source>
   <translation>{clerk}，{at}。</translation>
  </message>
  <message>
   <source>{have} is left of this sale; {need} cannot come back.</source>
   <translation>這筆交易只剩 {have} 可退，不能退 {need}。</translation>
  </message>
  <message>
   <source>{have} of the {need} points can be used while offline.</source>
   <translation>{need} 積分中，離線時可用 {have}。</translation>
  </message>
  <message>
   <source>{have} of {need} have been thrown.</source>
   <translation>需要 {need} 顆，已擲 {have} 顆。</translation>
  </message>
  <message>
   <source>{need} are needed, {have} are free.</source>
   <translation>需要 {need} 個名額，只剩 {have} 個。</translation>
  </message>
  <message>
   <source>{terminal} holds the right to the other points and does not answer HQ.</source>
   <translation>其餘積分的使用權在 {terminal}，它沒有回應總部。</translation>
  </message>
  <message>
   <source>{terminal} in {store} keeps this coupon and does not answer.</source>
   <translation>此券由{store}的{terminal}保管，目前沒有回應。</translation>
  </message>
  <message>
   <source>{title}: {reason}</source>
   <translation>{title}：{reason}</translation>
  </message>
  <message>
   <source>{title}: {reason} {next_step}</source>
   <translation>{title}：{reason}{next_step}</translation>
  </message>
  <message>
   <source>“{name}” was not bought in this sale, or has come back already.</source>
   <translation>這筆交易沒有買這麼多「{name}」，或已經退過了。</translation>
  </message>
  <message>
   <source>“{read}” is no code of ours.</source>
   <translation>「{read}」不是本店的優惠碼。</translation>
  </message>
  <message>
   <source>“{read}” is no member’s card, phone or invitation.</source>
   <translation>「{read}」不是任何會員的卡號、電話或邀請碼。</translation>
  </message>
  <message>
   <source>“{read}” is the number of no form: a digit was misread or mistyped.</source>
   <translation>「{read}」不是任何表單的編號：有一碼讀錯或打錯。</translation>
  </message>
  <message>
   <source>“{read}” is the number of no slip: a digit was misread or mistyped.</source>
   <translation>「{read}」不是任何核銷單的編號：有一位看錯或打錯了。</translation>
  </message>
 </context>
 <context>
  <name>Registration</name>
  <message>
   <source>A digit is missing.</source>
   <translation>少了一位數字。</translation>
  </message>
  <message>
   <source>A name is needed.</source>
   <translation>請輸入姓名。</translation>
  </message>
  <message>
   <source>A phone number has digits only.</source>
   <translation>電話號碼只有數字。</translation>
  </message>
  <message>
   <source>A phone number is needed.</source>
   <translation>請輸入電話號碼。</translation>
  </message>
  <message>
   <source>For a child nobody has signed who may.</source>
   <translation>兒童註冊缺少監護人同意。</translation>
  </message>
  <message>
   <source>HQ has a question about the registration</source>
   <translation>總部對這筆註冊有疑問</translation>
  </message>
  <message>
   <source>HQ has approved the registration</source>
   <translation>總部已核准註冊</translation>
  </message>
  <message>
   <source>HQ has rejected the registration</source>
   <translation>總部未核准註冊</translation>
  </message>
  <message>
   <source>HQ looks at the registration</source>
   <translation>總部審核註冊中</translation>
  </message>
  <message>
   <source>It is a number: the phone goes into its own field.</source>
   <translation>這是號碼，電話請填在電話欄。</translation>
  </message>
  <message>
   <source>It is longer than 500 characters.</source>
   <translation>超過 500 字。</translation>
  </message>
  <message>
   <source>It was made for its rewards alone.</source>
   <translation>僅為領取獎勵而註冊。</translation>
  </message>
  <message>
   <source>Membership</source>
   <translation>會員服務</translation>
  </message>
  <message>
   <source>Name or phone could not be confirmed.</source>
   <translation>姓名或電話無法確認。</translation>
  </message>
  <message>
   <source>Offers and events</source>
   <translation>優惠與活動訊息</translation>
  </message>
  <message>
   <source>Please come with whoever decides for the child.</source>
   <translation>請與監護人一同前來。</translation>
  </message>
  <message>
   <source>Please prove the phone in a store.</source>
   <translation>請到門市確認電話。</translation>
  </message>
  <message>
   <source>Please say in a store who recommended us.</source>
   <translation>請到門市說明推薦人。</translation>
  </message>
  <message>
   <source>Please tell the name once more in a store.</source>
   <translation>請到門市再確認姓名。</translation>
  </message>
  <message>
   <source>The person did not want to register.</source>
   <translation>本人表示並未註冊。</translation>
  </message>
  <message>
   <source>The person is a member already.</source>
   <translation>本人已經是會員。</translation>
  </message>
  <message>
   <source>The phone belongs to somebody else.</source>
   <translation>這支電話是別人的。</translation>
  </message>
  <message>
   <source>There is a digit too many.</source>
   <translation>多了一位數字。</translation>
  </message>
  <message>
   <source>There is no such number in any country near.</source>
   <translation>鄰近地區都沒有這個號碼。</translation>
  </message>
 </context>
 <context>
  <name>Reward</name>
  <message>
   <source> or </source>
   <translation>或</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>Points that HQ can free now</source>
   <translation>總部目前能給的積分</translation>
  </message>
  <message>
   <source>Points that can be used while offline</source>
   <translation>離線時可用的積分</translation>
  </message>
  <message>
   <source>With a manager’s PIN</source>
   <translation>由主管輸入 PIN 碼</translation>
  </message>
  <message>
   <source>a gift to choose</source>
   <translation>任選禮品一份</translation>
  </message>
  <message>
   <source>a gift to choose: {names}</source>
   <translation>禮品任選：{names}</translation>
  </message>
  <message>
   <source>badge “{name}”</source>
   <translation>徽章「{name}」</translation>
  </message>
  <message>
   <source>coupon “{name}”</source>
   <translation>優惠券「{name}」</translation>
  </message>
  <message>
   <source>credited {day}</source>
   <translation>{day} 入帳</translation>
  </message>
  <message>
   <source>experience voucher “{name}”</source>
   <translation>體驗券「{name}」</translation>
  </message>
  <message>
   <source>gift “{name}”</source>
   <translation>禮品「{name}」</translation>
  </message>
  <message>
   <source>partner’s voucher “{name}”</source>
   <translation>合作券「{name}」</translation>
  </message>
  <message>
   <source>price locked: {name}</source>
   <translation>鎖定價格：{name}</translation>
  </message>
  <message>
   <source>reserved: {name}</source>
   <translation>預留：{name}</translation>
  </message>
  <message>
   <source>{money} cash back, owed by HQ</source>
   <translation>現金回饋 {money}，由總部支付</translation>
  </message>
  <message>
   <source>{money} off</source>
   <translation>折 {money}</translation>
  </message>
  <message numerus="yes">
   <source>{name}: {n} point(s)</source>
   <translation>
    <numerusform>{name}：{n} 積分</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} coupons “{name}”</source>
   <translation>優惠券「{name}」{n} 張</translation>
  </message>
  <message numerus="yes">
   <source>{n} draw ticket(s)</source>
   <translation>
    <numerusform>抽獎券 {n} 張</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} draw ticket(s) for “{name}”</source>
   <translation>
    <numerusform>「{name}」抽獎券 {n} 張</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} experience vouchers “{name}”</source>
   <translation>體驗券「{name}」{n} 張</translation>
  </message>
  <message>
   <source>{n} gifts “{name}”</source>
   <translation>禮品「{name}」{n} 份</translation>
  </message>
  <message numerus="yes">
   <source>{n} make-up card(s)</source>
   <translation>
    <numerusform>補簽卡 {n} 張</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} more</source>
   <translation>再 {n}</translation>
  </message>
  <message>
   <source>{n} of {all}</source>
   <translation>{all} 中的 {n}</translation>
  </message>
  <message>
   <source>{n} partner’s vouchers “{name}”</source>
   <translation>合作券「{name}」{n} 張</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} 積分</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s) paid are given back</source>
   <translation>
    <numerusform>退還支付的 {n} 積分</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} spin(s) of the wheel</source>
   <translation>
    <numerusform>轉盤 {n} 次</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} spin(s) of “{name}”</source>
   <translation>
    <numerusform>「{name}」{n} 次</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} × “{name}”</source>
   <translation>「{name}」{n} 份</translation>
  </message>
  <message>
   <source>{reward} ({note})</source>
   <translation>{reward}（{note}）</translation>
  </message>
  <message numerus="yes">
   <source>{tier} for {n} month(s)</source>
   <translation>
    <numerusform>{tier} {n} 個月</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{tier} {n} month(s) longer</source>
   <translation>
    <numerusform>{tier}延長 {n} 個月</numerusform>
   </translation>
  </message>
  <message>
   <source>“{name}”</source>
   <translation>「{name}」</translation>
  </message>
  <message numerus="yes">
   <source>− {n} point(s)</source>
   <translation>
    <numerusform>− {n} 積分</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RulesItem</name>
  <message>
   <source>Conditions for claiming</source>
   <translation>領獎條件</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>聯絡方式</translation>
  </message>
  <message>
   <source>Delivery</source>
   <translation>獎品交付</translation>
  </message>
  <message>
   <source>How it works</source>
   <translation>活動方式</translation>
  </message>
  <message>
   <source>How to claim</source>
   <translation>領獎方式</translation>
  </message>
  <message>
   <source>How we draw</source>
   <translation>開獎方式</translation>
  </message>
  <message>
   <source>Licence number</source>
   <translation>許可證號</translation>
  </message>
  <message>
   <source>Organiser</source>
   <translation>主辦單位</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>活動期間</translation>
  </message>
  <message>
   <source>Prizes</source>
   <translation>獎品</translation>
  </message>
  <message>
   <source>Quantity or odds of each prize</source>
   <translation>各獎品數量或中獎機率</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>稅金</translation>
  </message>
  <message>
   <source>Unclaimed prizes</source>
   <translation>逾期未領</translation>
  </message>
  <message>
   <source>Value of each prize</source>
   <translation>各獎品價值</translation>
  </message>
  <message>
   <source>Version of the rules</source>
   <translation>規則版本</translation>
  </message>
  <message>
   <source>When to claim</source>
   <translation>領獎期限</translation>
  </message>
  <message>
   <source>When we draw</source>
   <translation>開獎時間</translation>
  </message>
  <message>
   <source>Who can take part</source>
   <translation>參加資格與條件</translation>
  </message>
  <message>
   <source>Who cannot take part</source>
   <translation>不得參加者</translation>
  </message>
  <message>
   <source>Your personal data</source>
   <translation>個人資料</translation>
  </message>
 </context>
 <context>
  <name>Say</name>
  <message>
   <source>It has been a while.</source>
   <translation>好久不見。</translation>
  </message>
  <message>
   <source>Just received</source>
   <translation>剛獲得</translation>
  </message>
  <message>
   <source>To hand over</source>
   <translation>待交付</translation>
  </message>
  <message>
   <source>To say: {words}</source>
   <translation>可以說：{words}</translation>
  </message>
  <message>
   <source>Welcome back</source>
   <translation>歡迎回來</translation>
  </message>
 </context>
 <context>
  <name>Scanner</name>
  <message>
   <source>A code to scan</source>
   <translation>要掃的碼</translation>
  </message>
  <message>
   <source>A slow scanner that presses nothing after a code: short codes would stay as typed digits. Set the scanner to press Enter after each code, then learn again.</source>
   <translation>這支掃描槍很慢，掃完也不送任何鍵：短碼會像手打的數字一樣留在欄位裡。請把掃描槍設成掃完送 Enter，再學一次。</translation>
  </message>
  <message>
   <source>After a code</source>
   <translation>碼之後</translation>
  </message>
  <message>
   <source>Before a code</source>
   <translation>碼之前</translation>
  </message>
  <message>
   <source>How it types</source>
   <translation>輸入方式</translation>
  </message>
  <message>
   <source>It works, but short codes will be asked about. If you can, set the scanner’s delay between characters to 0 and learn again.</source>
   <translation>可以用，但掃短碼時會多問一次。可以的話，請把掃描槍的字元間隔設為 0，再學一次。</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>保留</translation>
  </message>
  <message>
   <source>Learn again</source>
   <translation>再學一次</translation>
  </message>
  <message>
   <source>Learn the handheld scanner</source>
   <translation>學習掃描槍</translation>
  </message>
  <message>
   <source>Nothing tried yet.</source>
   <translation>還沒試掃。</translation>
  </message>
  <message>
   <source>Now scan any code, a member’s or a coupon’s, and look whether it is read.</source>
   <translation>現在隨便掃一個碼，會員碼或優惠券都可以，看看讀不讀得到。</translation>
  </message>
  <message>
   <source>Read: {text}</source>
   <translation>讀到：{text}</translation>
  </message>
  <message>
   <source>Scan this code three times with the handheld scanner, as at the till.</source>
   <translation>請用掃描槍把這個碼掃三次，像平常結帳時一樣。</translation>
  </message>
  <message>
   <source>Something else was read: “{text}”. Scan the code on this screen; if you did, scanner and computer are set to different keyboards, or Caps Lock is on.</source>
   <translation>讀到的是別的內容：「{text}」。請掃這個畫面上的碼；如果掃的就是它，代表掃描槍與電腦的鍵盤設定不同，或是 Caps Lock 開著。</translation>
  </message>
  <message>
   <source>The scanner is slow and presses Enter before the code. Take that prefix away, or set its delay to 0, then scan again.</source>
   <translation>這支掃描槍很慢，又在碼之前送 Enter。請取消那個前綴，或把字元間隔設為 0，再掃一次。</translation>
  </message>
  <message>
   <source>The scanner is too slow. Set its delay between characters to 0 and scan again.</source>
   <translation>掃描槍太慢了。請把字元間隔設為 0，再掃一次。</translation>
  </message>
  <message>
   <source>The scanner types {scanner}, the computer expects {computer}. Set both to the same keyboard, then scan again.</source>
   <translation>掃描槍用的是{scanner}鍵盤，電腦設為{computer}鍵盤。請設成一樣的，再掃一次。</translation>
  </message>
  <message>
   <source>The scans differ. Scan this code, and nothing else, three times.</source>
   <translation>每次讀到的不一樣。請只掃這個碼，掃三次。</translation>
  </message>
  <message>
   <source>The settings file cannot be written. Tell IT.</source>
   <translation>設定檔寫不進去，請通知資訊人員。</translation>
  </message>
  <message>
   <source>This was learned:</source>
   <translation>學到的是：</translation>
  </message>
  <message>
   <source>Time between keys</source>
   <translation>按鍵間隔</translation>
  </message>
  <message>
   <source>fast, like no hand</source>
   <translation>快，手打不出來</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>無</translation>
  </message>
  <message>
   <source>slow, like a hand</source>
   <translation>慢，像手打</translation>
  </message>
  <message>
   <source>with Alt and the number block</source>
   <translation>用 Alt 加數字鍵</translation>
  </message>
  <message>
   <source>{done} of {all} scanned</source>
   <translation>已掃 {done}／{all} 次</translation>
  </message>
  <message>
   <source>{usual} ms, at most {longest} ms</source>
   <translation>{usual} 毫秒，最長 {longest} 毫秒</translation>
  </message>
 </context>
 <context>
  <name>SelfService</name>
  <message numerus="yes">
   <source>%n day(s) in a row</source>
   <translation>
    <numerusform>連續 %n 天</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) left</source>
   <translation>
    <numerusform>剩 %n 天</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n friend(s) so far</source>
   <translation>
    <numerusform>已邀 %n 人</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n left here</source>
   <translation>
    <numerusform>本店剩 %n 份</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n 位</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n on</source>
   <translation>
    <numerusform>%n 項進行中</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n open</source>
   <translation>
    <numerusform>%n 項可做</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n or older</source>
   <translation>
    <numerusform>%n 歲或以上</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>共 %n 位</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n place(s) left</source>
   <translation>
    <numerusform>剩 %n 個名額</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to use</source>
   <translation>
    <numerusform>%n 張可用</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>%n 份待領</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n within reach</source>
   <translation>
    <numerusform>%n 項可兌換</numerusform>
   </translation>
  </message>
  <message>
   <source>+{n} on the way</source>
   <translation>+{n} 待入帳</translation>
  </message>
  <message>
   <source>0: not at all</source>
   <translation>0：完全不會</translation>
  </message>
  <message>
   <source>10: certainly</source>
   <translation>10：一定會</translation>
  </message>
  <message>
   <source>1: not at all</source>
   <translation>1：很不滿意</translation>
  </message>
  <message>
   <source>5: very much</source>
   <translation>5：非常滿意</translation>
  </message>
  <message>
   <source>A parent or guardian goes on from here, and decides.</source>
   <translation>接下來請由家長或監護人填寫並決定。</translation>
  </message>
  <message>
   <source>All places are taken. Whoever signed up first gets the next one that is free, and is written to if we have a phone or an address. Or come: if some stay free, you are let in at the door.</source>
   <translation>名額已滿。有人取消時，依報名先後遞補；留有電話或信箱的，我們會通知。您也可以直接到場：有空位就能進場。</translation>
  </message>
  <message>
   <source>All right</source>
   <translation>知道了</translation>
  </message>
  <message>
   <source>Another language</source>
   <translation>切換語言</translation>
  </message>
  <message>
   <source>Another member’s code</source>
   <translation>這是另一位會員的碼</translation>
  </message>
  <message>
   <source>Another number</source>
   <translation>換一個號碼</translation>
  </message>
  <message>
   <source>Are you still there?</source>
   <translation>您還在嗎？</translation>
  </message>
  <message>
   <source>As you like it</source>
   <translation>顯示設定</translation>
  </message>
  <message>
   <source>As you like: with it you are found faster at the door.</source>
   <translation>可以不填；填了，入場比較快。</translation>
  </message>
  <message>
   <source>At the checkout they come off by themselves, at the best price.</source>
   <translation>到收銀台結帳時自動折扣，並以最划算的價格計算。</translation>
  </message>
  <message>
   <source>Become a member</source>
   <translation>加入會員</translation>
  </message>
  <message>
   <source>Begin today!</source>
   <translation>今天開始吧！</translation>
  </message>
  <message>
   <source>Birthday</source>
   <translation>生日</translation>
  </message>
  <message>
   <source>By it you are found again, in every store.</source>
   <translation>在每家門市都靠它認出您。</translation>
  </message>
  <message>
   <source>By my friend’s number</source>
   <translation>輸入好友的號碼</translation>
  </message>
  <message>
   <source>Call our staff</source>
   <translation>請店員協助</translation>
  </message>
  <message>
   <source>Check in every day</source>
   <translation>每天簽到</translation>
  </message>
  <message>
   <source>Check in today</source>
   <translation>今日簽到</translation>
  </message>
  <message>
   <source>Checked in today ✓</source>
   <translation>今天已簽到 ✓</translation>
  </message>
  <message numerus="yes">
   <source>Cleared in %n second(s)</source>
   <translation>
    <numerusform>畫面 %n 秒後自動清除</numerusform>
   </translation>
  </message>
  <message>
   <source>Coupons to use</source>
   <translation>可用優惠券</translation>
  </message>
  <message>
   <source>Daily check-in</source>
   <translation>每日簽到</translation>
  </message>
  <message>
   <source>Did a friend invite you? Hold up the invitation.</source>
   <translation>有朋友邀請您嗎？請出示邀請碼。</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Done!</source>
   <translation>完成！</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>電子郵件</translation>
  </message>
  <message>
   <source>End</source>
   <translation>結束</translation>
  </message>
  <message>
   <source>End my membership?</source>
   <translation>要結束會員身分嗎？</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>活動報名</translation>
  </message>
  <message>
   <source>Events: sign up, or tell us how it was</source>
   <translation>活動報名、活動意見</translation>
  </message>
  <message>
   <source>Friends scan this with their phone, until {day}. Both of you are rewarded.</source>
   <translation>請好友用手機掃描，{day}前有效，雙方都有獎勵。</translation>
  </message>
  <message>
   <source>Further down</source>
   <translation>往下</translation>
  </message>
  <message>
   <source>Further up</source>
   <translation>往上</translation>
  </message>
  <message>
   <source>Give your place up?</source>
   <translation>要放棄名額嗎？</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Go on meanwhile</source>
   <translation>先繼續使用</translation>
  </message>
  <message>
   <source>Go on with that one? What is shown now is cleared from here first.</source>
   <translation>要換成那一位嗎？目前顯示的內容會先清除。</translation>
  </message>
  <message>
   <source>Good</source>
   <translation>好</translation>
  </message>
  <message>
   <source>Good afternoon</source>
   <translation>下午好</translation>
  </message>
  <message>
   <source>Good evening</source>
   <translation>晚上好</translation>
  </message>
  <message>
   <source>Good morning</source>
   <translation>早安</translation>
  </message>
  <message>
   <source>Headquarters cannot be reached. Your place is sure once it can; if all are taken by then, you are on the waiting list. Ask here again, or at the door.</source>
   <translation>目前連不上總部，恢復連線後才能確認名額；如果到時已額滿，會為您排候補。請稍後再到這裡查詢，或在入口詢問。</translation>
  </message>
  <message>
   <source>Headquarters is asked whether there is a place for you.</source>
   <translation>正在向總部確認名額。</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>協助</translation>
  </message>
  <message>
   <source>Hold up the ticket or the badge you had.</source>
   <translation>請出示當時的門票或名牌。</translation>
  </message>
  <message>
   <source>Hold up your member code to see what your purchases brought.</source>
   <translation>出示會員碼，就能看到消費帶來了什麼。</translation>
  </message>
  <message>
   <source>How did you like it?</source>
   <translation>您覺得這次活動如何？</translation>
  </message>
  <message>
   <source>How likely are you to recommend this event to a friend or colleague?</source>
   <translation>您有多願意把這個活動推薦給朋友或同事？</translation>
  </message>
  <message>
   <source>How many come with you?</source>
   <translation>有幾位同行？</translation>
  </message>
  <message>
   <source>How old are you?</source>
   <translation>您幾歲？</translation>
  </message>
  <message>
   <source>How satisfied are you?</source>
   <translation>您滿意嗎？</translation>
  </message>
  <message>
   <source>How was it?</source>
   <translation>活動意見</translation>
  </message>
  <message>
   <source>I agree</source>
   <translation>我同意</translation>
  </message>
  <message>
   <source>I cannot come</source>
   <translation>我不能來了</translation>
  </message>
  <message>
   <source>I do not agree</source>
   <translation>我不同意</translation>
  </message>
  <message>
   <source>I do not need help any more</source>
   <translation>不用協助了</translation>
  </message>
  <message>
   <source>If it is yours, show your member code, or sign in by your phone number.</source>
   <translation>如果是您的號碼，請出示會員碼，或用手機號碼登入。</translation>
  </message>
  <message>
   <source>In your own words, or leave it out. Only our headquarters reads it.</source>
   <translation>用自己的話說，也可以略過。只有總部會看到。</translation>
  </message>
  <message>
   <source>In your own words, or leave it out. Only the organizer reads it.</source>
   <translation>用您自己的話寫，也可以不填。只有主辦單位看得到。</translation>
  </message>
  <message>
   <source>Invite friends</source>
   <translation>邀請好友</translation>
  </message>
  <message>
   <source>Invite your friends</source>
   <translation>邀請好友</translation>
  </message>
  <message>
   <source>Invited by</source>
   <translation>邀請人</translation>
  </message>
  <message>
   <source>Invited by {name}</source>
   <translation>邀請人：{name}</translation>
  </message>
  <message>
   <source>It comes out of the printer now.</source>
   <translation>正在列印，請稍候領取。</translation>
  </message>
  <message>
   <source>It is for whoever is no member yet.</source>
   <translation>這是給還不是會員的朋友用的。</translation>
  </message>
  <message>
   <source>It is yours!</source>
   <translation>兌換成功！</translation>
  </message>
  <message>
   <source>It may take a minute. If none comes, ask our staff for help.</source>
   <translation>可能要等一分鐘。沒收到的話，請店員協助。</translation>
  </message>
  <message>
   <source>It may take a minute. If none comes, have another one sent, or ask our staff for help.</source>
   <translation>可能要等一分鐘。沒收到的話，請再傳一次，或請店員協助。</translation>
  </message>
  <message>
   <source>Join now</source>
   <translation>確認加入</translation>
  </message>
  <message>
   <source>Join the waiting list</source>
   <translation>登記候補</translation>
  </message>
  <message>
   <source>Larger letters and more</source>
   <translation>放大文字等設定</translation>
  </message>
  <message>
   <source>Leave it out</source>
   <translation>略過</translation>
  </message>
  <message numerus="yes">
   <source>Make up for %n day(s) ago</source>
   <translation>
    <numerusform>補簽 %n 天前</numerusform>
   </translation>
  </message>
  <message>
   <source>Make up for yesterday</source>
   <translation>補簽昨天</translation>
  </message>
  <message>
   <source>Members can hold up their code instead, and choose “Events”.</source>
   <translation>會員也可以出示會員碼，再選「活動」。</translation>
  </message>
  <message>
   <source>More time</source>
   <translation>再給我一點時間</translation>
  </message>
  <message>
   <source>More time ({n} s)</source>
   <translation>再給我時間（{n} 秒）</translation>
  </message>
  <message>
   <source>My badges</source>
   <translation>我的徽章</translation>
  </message>
  <message>
   <source>My card number</source>
   <translation>輸入卡號</translation>
  </message>
  <message>
   <source>My check-ins</source>
   <translation>我的簽到</translation>
  </message>
  <message>
   <source>My consents</source>
   <translation>我的同意事項</translation>
  </message>
  <message>
   <source>My coupons</source>
   <translation>我的優惠券</translation>
  </message>
  <message>
   <source>My phone number</source>
   <translation>用手機號碼</translation>
  </message>
  <message>
   <source>My points</source>
   <translation>我的積分</translation>
  </message>
  <message>
   <source>My rewards</source>
   <translation>我的獎品</translation>
  </message>
  <message>
   <source>Name of a parent or guardian</source>
   <translation>家長或監護人姓名</translation>
  </message>
  <message>
   <source>Name, street and number, postcode, town</source>
   <translation>姓名、路名門牌、郵遞區號、縣市</translation>
  </message>
  <message>
   <source>No</source>
   <translation>否</translation>
  </message>
  <message>
   <source>No campaign looked at it.</source>
   <translation>沒有活動適用。</translation>
  </message>
  <message>
   <source>No code can be sent at the moment: the network is down. Hold up the code in our app instead, or ask our staff at the checkout.</source>
   <translation>目前網路不通，無法傳送驗證碼。請改出示 App 會員碼，或到收銀台請店員協助。</translation>
  </message>
  <message>
   <source>No friends yet: invite one!</source>
   <translation>還沒有好友加入，快邀請一位！</translation>
  </message>
  <message>
   <source>No gifts yet: have a look at what there is to win.</source>
   <translation>還沒有獎品，看看有什麼可以拿。</translation>
  </message>
  <message>
   <source>No, I come</source>
   <translation>不，我會來</translation>
  </message>
  <message>
   <source>No, I stay</source>
   <translation>不，我要留下</translation>
  </message>
  <message>
   <source>No, end</source>
   <translation>不用了，結束</translation>
  </message>
  <message>
   <source>No, stay</source>
   <translation>不，留在這裡</translation>
  </message>
  <message>
   <source>Nobody can sign up for it here any more. Our staff will gladly help.</source>
   <translation>這裡已經不能報名了，請洽店員。</translation>
  </message>
  <message>
   <source>Nobody invited me</source>
   <translation>沒有人邀請</translation>
  </message>
  <message>
   <source>Nobody, I come alone</source>
   <translation>沒有，只有我</translation>
  </message>
  <message>
   <source>Nothing has happened here yet.</source>
   <translation>還沒有任何紀錄。</translation>
  </message>
  <message>
   <source>Nothing has moved here yet.</source>
   <translation>還沒有積分紀錄。</translation>
  </message>
  <message>
   <source>Offers now</source>
   <translation>現正優惠</translation>
  </message>
  <message>
   <source>On screens and papers it is shown in part only.</source>
   <translation>螢幕和紙本上只會顯示一部分。</translation>
  </message>
  <message>
   <source>One moment, please</source>
   <translation>請稍候</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>請稍候…</translation>
  </message>
  <message>
   <source>Only our headquarters reads it, and deletes it whenever you ask.</source>
   <translation>只有總部看得到；您一要求，就會刪除。</translation>
  </message>
  <message numerus="yes">
   <source>Otherwise all of yours is cleared from here in %n second(s).</source>
   <translation>
    <numerusform>否則 %n 秒後會清除您的所有資料。</numerusform>
   </translation>
  </message>
  <message>
   <source>Our staff are called: please wait here.</source>
   <translation>已通知店員，請在這裡稍候。</translation>
  </message>
  <message>
   <source>Our staff at the checkout hand them to you: show your member code there.</source>
   <translation>請到收銀台出示會員碼，由店員交給您。</translation>
  </message>
  <message>
   <source>Parent or guardian</source>
   <translation>家長或監護人</translation>
  </message>
  <message>
   <source>Please ask our staff</source>
   <translation>請洽店員</translation>
  </message>
  <message>
   <source>Please go to the checkout: our staff will gladly help.</source>
   <translation>請到收銀台，店員很樂意協助。</translation>
  </message>
  <message>
   <source>Please open it anew in our app and hold it up, or choose another way.</source>
   <translation>請在 App 重新開啟後再出示，或改用其他方式。</translation>
  </message>
  <message>
   <source>Points can be used once your phone number is proved.</source>
   <translation>手機驗證後，積分才能使用。</translation>
  </message>
  <message>
   <source>Points mall</source>
   <translation>積分商城</translation>
  </message>
  <message>
   <source>Print a card for a friend</source>
   <translation>列印邀請卡</translation>
  </message>
  <message>
   <source>Print my welcome slip</source>
   <translation>列印迎新單</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>活動規則</translation>
  </message>
  <message>
   <source>Say your name at the door.</source>
   <translation>入場時報上姓名即可。</translation>
  </message>
  <message>
   <source>See you on {when}.</source>
   <translation>{when}，期待您的光臨。</translation>
  </message>
  <message>
   <source>See your points and coupons</source>
   <translation>查看積分和優惠券</translation>
  </message>
  <message>
   <source>Send a code to my phone</source>
   <translation>傳驗證碼到我的手機</translation>
  </message>
  <message>
   <source>Send another code</source>
   <translation>再傳一次</translation>
  </message>
  <message numerus="yes">
   <source>Send another code (in %n second(s))</source>
   <translation>
    <numerusform>再傳一次（%n 秒後）</numerusform>
   </translation>
  </message>
  <message>
   <source>Show it at the checkout. Here, hold up your member code to see all you have.</source>
   <translation>請到收銀台出示。在這裡出示會員碼，可以看到您的一切。</translation>
  </message>
  <message>
   <source>Show it to our staff at the checkout when it is done: they enter it for you.</source>
   <translation>完成後請到收銀台給店員看，由店員登記。</translation>
  </message>
  <message>
   <source>Show your member code at the checkout: they are used by themselves.</source>
   <translation>到收銀台出示會員碼，系統會自動使用。</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>登入</translation>
  </message>
  <message>
   <source>Sign up</source>
   <translation>我要報名</translation>
  </message>
  <message>
   <source>Somebody else gets it, and it cannot be taken back. You can sign up anew.</source>
   <translation>名額會讓給別人，無法收回；之後可以重新報名。</translation>
  </message>
  <message>
   <source>Something does not work here at the moment.</source>
   <translation>這裡暫時有點問題。</translation>
  </message>
  <message>
   <source>Take a photo of it: it is your member code for some minutes. Card number {card}.</source>
   <translation>請拍照留存：這是您的會員碼，幾分鐘內有效。卡號 {card}。</translation>
  </message>
  <message>
   <source>Take a picture of this code and show it at the door. Your name will do, too.</source>
   <translation>請拍下這個碼，入場時出示；報姓名也可以。</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>撤回同意</translation>
  </message>
  <message>
   <source>Tap</source>
   <translation>點我</translation>
  </message>
  <message>
   <source>Tasks, badges</source>
   <translation>任務與徽章</translation>
  </message>
  <message>
   <source>Tell it to our staff at the checkout when you pay.</source>
   <translation>結帳時請告訴店員。</translation>
  </message>
  <message>
   <source>Tell us</source>
   <translation>問卷評分</translation>
  </message>
  <message>
   <source>Thank you for telling us: somebody else can come. Your code is good no longer.</source>
   <translation>謝謝您告訴我們，名額會讓給別人。您的代碼已失效。</translation>
  </message>
  <message>
   <source>Thank you for your answer!</source>
   <translation>謝謝您的回答！</translation>
  </message>
  <message>
   <source>That day counts now!</source>
   <translation>補簽成功！</translation>
  </message>
  <message>
   <source>The code has six digits.</source>
   <translation>驗證碼是六位數字。</translation>
  </message>
  <message>
   <source>The network is down: nobody can be called from here. Press “End” first.</source>
   <translation>網路不通，無法在這裡通知店員。離開前請先按「結束」。</translation>
  </message>
  <message>
   <source>The number on your card</source>
   <translation>會員卡上的號碼</translation>
  </message>
  <message>
   <source>The organizer finds you by it at the door, and deletes it after the event.</source>
   <translation>主辦單位在入口核對用，活動後會刪除。</translation>
  </message>
  <message>
   <source>The parent or guardian is the child’s</source>
   <translation>家長或監護人與孩子的關係</translation>
  </message>
  <message>
   <source>The printer has a problem: take a photo of the screen, or ask our staff.</source>
   <translation>印表機有問題，請拍下畫面，或請店員協助。</translation>
  </message>
  <message>
   <source>The six digits that we sent to your phone</source>
   <translation>手機收到的六位數驗證碼</translation>
  </message>
  <message>
   <source>Their mobile number</source>
   <translation>家長的手機號碼</translation>
  </message>
  <message>
   <source>There is no printer here: please take a photo of the screen.</source>
   <translation>這裡沒有印表機，請拍下畫面。</translation>
  </message>
  <message>
   <source>There is nothing at the moment.</source>
   <translation>目前沒有。</translation>
  </message>
  <message>
   <source>This code cannot be used here</source>
   <translation>這個碼在這裡不能用</translation>
  </message>
  <message>
   <source>This is a code for a purchase</source>
   <translation>這是結帳用的優惠碼</translation>
  </message>
  <message>
   <source>This is a receipt</source>
   <translation>這是收據</translation>
  </message>
  <message>
   <source>This is an invitation</source>
   <translation>這是邀請碼</translation>
  </message>
  <message>
   <source>This is no card number: please read it once more.</source>
   <translation>這不是卡號，請再看一次。</translation>
  </message>
  <message numerus="yes">
   <source>This is not the code. %n more tries.</source>
   <translation>
    <numerusform>驗證碼不對，還可試 %n 次。</numerusform>
   </translation>
  </message>
  <message>
   <source>This number is a member’s already</source>
   <translation>這個號碼已經是會員</translation>
  </message>
  <message>
   <source>To my page</source>
   <translation>到我的頁面</translation>
  </message>
  <message>
   <source>To see your points and coupons, hold up the code in our app, or have a code sent to your phone.</source>
   <translation>要看積分和優惠券，請出示 App 會員碼，或傳驗證碼到手機，證明是您本人。</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Touch to begin</source>
   <translation>點這裡開始</translation>
  </message>
  <message>
   <source>Touch what you would like to know more about.</source>
   <translation>點一下，看詳細原因。</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>再試一次</translation>
  </message>
  <message>
   <source>Until the event is closed you can answer again, here or on your phone.</source>
   <translation>活動結案之前，您可以在這裡或用手機重新填寫。</translation>
  </message>
  <message>
   <source>We send a code to it: so nobody else can see what is yours.</source>
   <translation>我們會傳驗證碼到您的手機，別人就看不到您的內容。</translation>
  </message>
  <message>
   <source>We send it to you</source>
   <translation>我們會寄給您</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>歡迎</translation>
  </message>
  <message>
   <source>Welcome!</source>
   <translation>歡迎加入！</translation>
  </message>
  <message>
   <source>What there is for you</source>
   <translation>您可以得到</translation>
  </message>
  <message>
   <source>What was confirmed is kept. Try again, or ask our staff: they see this code.</source>
   <translation>已確認的都留著。請再試一次，或請店員看這個代碼。</translation>
  </message>
  <message>
   <source>What would you like to tell us?</source>
   <translation>有什麼想告訴我們的嗎？</translation>
  </message>
  <message>
   <source>Where shall we send it?</source>
   <translation>要寄到哪裡？</translation>
  </message>
  <message>
   <source>Which language?</source>
   <translation>請選擇語言</translation>
  </message>
  <message>
   <source>Which session do you come to?</source>
   <translation>您要參加哪一場？</translation>
  </message>
  <message>
   <source>Who are you?</source>
   <translation>請出示會員碼</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>為什麼？</translation>
  </message>
  <message>
   <source>Without a code:</source>
   <translation>沒有會員碼？</translation>
  </message>
  <message>
   <source>Without the code your points wait until your phone is proved.</source>
   <translation>不輸入驗證碼也可以，但積分要等手機驗證後才能用。</translation>
  </message>
  <message>
   <source>Without this consent nobody can be a member: points and coupons end, data are erased.</source>
   <translation>沒有這項同意就不能是會員：積分和優惠券會失效，個人資料會刪除。</translation>
  </message>
  <message>
   <source>Without this consent nobody can be a member: we may not keep your phone number.</source>
   <translation>沒有這項同意就不能加入會員，因為我們不能留存您的號碼。</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>Yes, I cannot come</source>
   <translation>是，我不能來</translation>
  </message>
  <message>
   <source>Yes, change</source>
   <translation>好，換人</translation>
  </message>
  <message>
   <source>Yes, end it</source>
   <translation>是，結束</translation>
  </message>
  <message>
   <source>Yes, more time</source>
   <translation>在，再給我時間</translation>
  </message>
  <message>
   <source>You are checked in for today!</source>
   <translation>今日簽到成功！</translation>
  </message>
  <message>
   <source>You are off the list</source>
   <translation>已取消報名</translation>
  </message>
  <message>
   <source>You are on the list for now</source>
   <translation>已暫時登記</translation>
  </message>
  <message>
   <source>You are on the list!</source>
   <translation>報名成功！</translation>
  </message>
  <message>
   <source>You are on the waiting list</source>
   <translation>已登記候補</translation>
  </message>
  <message>
   <source>You are taken off the waiting list.</source>
   <translation>您將不在候補名單上。</translation>
  </message>
  <message>
   <source>You can sign up here; nobody has to be a member.</source>
   <translation>可以直接在這裡報名，不是會員也可以。</translation>
  </message>
  <message>
   <source>You find it under “My rewards” until it has arrived.</source>
   <translation>寄達以前，在「我的獎品」裡都看得到。</translation>
  </message>
  <message>
   <source>You get: {gifts}</source>
   <translation>可得：{gifts}</translation>
  </message>
  <message numerus="yes">
   <source>You have %n make-up card(s).</source>
   <translation>
    <numerusform>您有 %n 張補簽卡。</numerusform>
   </translation>
  </message>
  <message>
   <source>You have answered already. Another answer takes its place.</source>
   <translation>您已經填過。再填一次會取代原來的回答。</translation>
  </message>
  <message>
   <source>You have no coupons at the moment.</source>
   <translation>目前沒有優惠券。</translation>
  </message>
  <message>
   <source>You have {n} points.</source>
   <translation>您有 {n} 積分。</translation>
  </message>
  <message>
   <source>Your birthday, if you like: which day?</source>
   <translation>生日（可略過）：幾號？</translation>
  </message>
  <message>
   <source>Your birthday, if you like: which month?</source>
   <translation>生日（可略過）：幾月？</translation>
  </message>
  <message>
   <source>Your code</source>
   <translation>輸入驗證碼</translation>
  </message>
  <message>
   <source>Your code is in our app, on your welcome slip, or on your card.</source>
   <translation>會員碼在 App 裡、迎新單上，或會員卡上。</translation>
  </message>
  <message>
   <source>Your e-mail address, if you like</source>
   <translation>電子郵件（可略過）</translation>
  </message>
  <message>
   <source>Your friend</source>
   <translation>您的好友</translation>
  </message>
  <message>
   <source>Your friend’s mobile number</source>
   <translation>好友的手機號碼</translation>
  </message>
  <message>
   <source>Your mobile number</source>
   <translation>您的手機號碼</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>您的姓名</translation>
  </message>
  <message>
   <source>Your place at this event was cancelled.</source>
   <translation>您在這場活動的名額已取消。</translation>
  </message>
  <message>
   <source>Your points, coupons and gifts: have a look.</source>
   <translation>您的積分、優惠券和獎品，都在這裡。</translation>
  </message>
  <message>
   <source>Your vote counts!</source>
   <translation>投票成功！</translation>
  </message>
  <message>
   <source>all done</source>
   <translation>都完成了</translation>
  </message>
  <message>
   <source>all places are taken</source>
   <translation>名額已滿</translation>
  </message>
  <message>
   <source>all taken; you can wait for one</source>
   <translation>名額已滿，可登記候補</translation>
  </message>
  <message>
   <source>as you like</source>
   <translation>可選</translation>
  </message>
  <message>
   <source>ask our staff</source>
   <translation>請洽店員</translation>
  </message>
  <message>
   <source>called at {time}</source>
   <translation>{time} 已通知</translation>
  </message>
  <message>
   <source>can be used from {day}</source>
   <translation>{day}起可用</translation>
  </message>
  <message>
   <source>checked in</source>
   <translation>已簽到</translation>
  </message>
  <message>
   <source>choose one</source>
   <translation>請選一樣</translation>
  </message>
  <message>
   <source>father</source>
   <translation>父親</translation>
  </message>
  <message>
   <source>fetch it here</source>
   <translation>在本店領取</translation>
  </message>
  <message>
   <source>fetch it, or have it sent</source>
   <translation>領取或寄送</translation>
  </message>
  <message>
   <source>for both of you</source>
   <translation>雙方都有獎勵</translation>
  </message>
  <message>
   <source>from {day}</source>
   <translation>{day}起</translation>
  </message>
  <message>
   <source>good until {day}</source>
   <translation>可用到 {day}</translation>
  </message>
  <message>
   <source>got it, or not</source>
   <translation>為什麼有、沒有</translation>
  </message>
  <message>
   <source>guardian</source>
   <translation>監護人</translation>
  </message>
  <message>
   <source>in and out</source>
   <translation>收支明細</translation>
  </message>
  <message>
   <source>is sent</source>
   <translation>總部寄出</translation>
  </message>
  <message>
   <source>mother</source>
   <translation>母親</translation>
  </message>
  <message>
   <source>needed</source>
   <translation>必要</translation>
  </message>
  <message>
   <source>next</source>
   <translation>明天</translation>
  </message>
  <message>
   <source>nothing this time</source>
   <translation>這次沒有</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>已寄出</translation>
  </message>
  <message>
   <source>on the list</source>
   <translation>已報名</translation>
  </message>
  <message>
   <source>on the list for now</source>
   <translation>暫時登記</translation>
  </message>
  <message numerus="yes">
   <source>one runs out in %n day(s)</source>
   <translation>
    <numerusform>有 1 張 %n 天後到期</numerusform>
   </translation>
  </message>
  <message>
   <source>one runs out today</source>
   <translation>有 1 張今天到期</translation>
  </message>
  <message>
   <source>paid {money} on {day}</source>
   <translation>{day} 付了 {money}</translation>
  </message>
  <message>
   <source>ran out</source>
   <translation>已過期</translation>
  </message>
  <message>
   <source>read, or take back</source>
   <translation>查看或撤回</translation>
  </message>
  <message>
   <source>received</source>
   <translation>已領取</translation>
  </message>
  <message>
   <source>since {time}</source>
   <translation>{time} 起</translation>
  </message>
  <message>
   <source>the next ones go there</source>
   <translation>新積分會先補上</translation>
  </message>
  <message>
   <source>time is over</source>
   <translation>逾期</translation>
  </message>
  <message>
   <source>today is its last day</source>
   <translation>今天最後一天</translation>
  </message>
  <message>
   <source>today: {gift}</source>
   <translation>今天得 {gift}</translation>
  </message>
  <message>
   <source>tomorrow: {gift}</source>
   <translation>明天得 {gift}</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>有效至 {day}</translation>
  </message>
  <message>
   <source>waiting list</source>
   <translation>候補中</translation>
  </message>
  <message>
   <source>went on</source>
   <translation>已遞補</translation>
  </message>
  <message>
   <source>you agree</source>
   <translation>已同意</translation>
  </message>
  <message>
   <source>you do not agree</source>
   <translation>未同意</translation>
  </message>
  <message numerus="yes">
   <source>younger than %n</source>
   <translation>
    <numerusform>未滿 %n 歲</numerusform>
   </translation>
  </message>
  <message>
   <source>your friend</source>
   <translation>您的好友</translation>
  </message>
  <message>
   <source>yours</source>
   <translation>是您的</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} 至 {last}</translation>
  </message>
  <message>
   <source>{name} is on the way to you.</source>
   <translation>{name} 正在過來。</translation>
  </message>
  <message>
   <source>{name} is told that you joined.</source>
   <translation>{name} 會知道您加入了。</translation>
  </message>
  <message>
   <source>{name}, you are a member now</source>
   <translation>{name}，您已經是會員了</translation>
  </message>
  <message>
   <source>{name}: our staff at the checkout hand it to you.</source>
   <translation>{name}：請到收銀台領取。</translation>
  </message>
  <message>
   <source>{n} more can be used later.</source>
   <translation>另有 {n} 分稍後可用。</translation>
  </message>
  <message>
   <source>{n} of 5</source>
   <translation>5 分中的 {n} 分</translation>
  </message>
  <message>
   <source>{n} of them are good until {day}.</source>
   <translation>其中 {n} 點可用到 {day}。</translation>
  </message>
  <message>
   <source>{n} of {most}</source>
   <translation>{n} 分（滿分 {most} 分）</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} 積分</numerusform>
   </translation>
  </message>
  <message>
   <source>{price}; {n} stay with you afterwards</source>
   <translation>{price}，兌換後剩 {n}</translation>
  </message>
  <message>
   <source>‹ Back</source>
   <translation>‹ 返回</translation>
  </message>
 </context>
 <context>
  <name>Sheet</name>
  <message>
   <source>Close</source>
   <translation>關閉</translation>
  </message>
 </context>
 <context>
  <name>Side</name>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Camera or scanner, at any time</source>
   <translation>鏡頭、掃描槍都行，不用先點選</translation>
  </message>
  <message>
   <source>Find member</source>
   <translation>查會員</translation>
  </message>
  <message>
   <source>For this member</source>
   <translation>會員服務</translation>
  </message>
  <message>
   <source>New member</source>
   <translation>新會員</translation>
  </message>
  <message>
   <source>No sale on this terminal yet today.</source>
   <translation>這台終端今天還沒有交易。</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>最近</translation>
  </message>
  <message>
   <source>Scan a member code or coupon</source>
   <translation>掃描會員碼或優惠券</translation>
  </message>
  <message>
   <source>Shows the receipt</source>
   <translation>顯示收據</translation>
  </message>
  <message>
   <source>Void last sale</source>
   <translation>撤銷上一筆</translation>
  </message>
  <message>
   <source>voided</source>
   <translation>已撤銷</translation>
  </message>
 </context>
 <context>
  <name>SignIn</name>
  <message numerus="yes">
   <source>%n digit(s) of the PIN</source>
   <translation>
    <numerusform>已輸入 PIN %n 位</numerusform>
   </translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>核准</translation>
  </message>
  <message>
   <source>Checking…</source>
   <translation>核對中…</translation>
  </message>
  <message>
   <source>Choose your name</source>
   <translation>請選擇姓名</translation>
  </message>
  <message>
   <source>HQ changed what {name} may do here. The sale under way is kept.</source>
   <translation>總部更改了 {name} 在這裡的權限。未完成的交易已保留。</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>已鎖定</translation>
  </message>
  <message>
   <source>No manager is on this store’s staff list.</source>
   <translation>本店名單上沒有主管，請洽總部。</translation>
  </message>
  <message>
   <source>Nobody else is on this store’s staff list.</source>
   <translation>本店名單上沒有其他人員。</translation>
  </message>
  <message>
   <source>Nobody may sign in here yet. HQ sends the list as soon as it is reached.</source>
   <translation>還沒有可登入的人員。連上總部後會自動收到名單。</translation>
  </message>
  <message>
   <source>Or scan your staff badge.</source>
   <translation>或掃描員工證。</translation>
  </message>
  <message>
   <source>PIN of {name}</source>
   <translation>{name} 的 PIN 碼</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>登入</translation>
  </message>
  <message>
   <source>Sign in first: scan your staff badge or key in your PIN.</source>
   <translation>請先登入：掃員工證或輸入 PIN 碼。</translation>
  </message>
  <message>
   <source>Too many wrong PINs. Try again in {time}.</source>
   <translation>PIN 碼錯太多次，{time}後再試。</translation>
  </message>
  <message>
   <source>Who are you?</source>
   <translation>你是哪位？</translation>
  </message>
  <message>
   <source>Who stands by?</source>
   <translation>哪位主管在場？</translation>
  </message>
  <message>
   <source>wait {time}</source>
   <translation>請等 {time}</translation>
  </message>
  <message>
   <source>{name} may not use “{station}”. A manager can, or can change the station.</source>
   <translation>{name}不能使用「{station}」。主管可以，也可以更換用途。</translation>
  </message>
  <message>
   <source>{name} was here last. The sale under way is kept for them.</source>
   <translation>剛才是 {name}。未完成的交易為其保留。</translation>
  </message>
 </context>
 <context>
  <name>Slips</name>
  <message numerus="yes">
   <source>%n slip(s) keyed in.</source>
   <translation>
    <numerusform>已補登 %n 張。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n slip(s) of this book are still out.</source>
   <translation>
    <numerusform>這一本還有 %n 張在外。</numerusform>
   </translation>
  </message>
  <message>
   <source>All that is out can still cost {worst} at most.</source>
   <translation>所有在外的單最多還會折去 {worst}。</translation>
  </message>
  <message>
   <source>Amount written</source>
   <translation>單上金額</translation>
  </message>
  <message>
   <source>Book this slip</source>
   <translation>補登這一張</translation>
  </message>
  <message>
   <source>Books</source>
   <translation>單本</translation>
  </message>
  <message>
   <source>Books of paper slips</source>
   <translation>人工核銷單本</translation>
  </message>
  <message>
   <source>Books of slips are a manager’s: printing, numbers that are unused or lost.</source>
   <translation>核銷單本由主管處理：列印、未使用或遺失的編號。</translation>
  </message>
  <message>
   <source>Card or phone</source>
   <translation>卡號或電話</translation>
  </message>
  <message>
   <source>Coupon</source>
   <translation>優惠券</translation>
  </message>
  <message>
   <source>Day written</source>
   <translation>單上日期</translation>
  </message>
  <message>
   <source>Forms</source>
   <translation>登記表</translation>
  </message>
  <message>
   <source>From number</source>
   <translation>起始編號</translation>
  </message>
  <message>
   <source>If it stood for one</source>
   <translation>代替優惠券時填</translation>
  </message>
  <message>
   <source>Key in paper slips</source>
   <translation>補登人工核銷單</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>遺失</translation>
  </message>
  <message>
   <source>Make: {name}, up to {left}</source>
   <translation>製作：{name}，最多 {left} 張</translation>
  </message>
  <message>
   <source>Member</source>
   <translation>會員</translation>
  </message>
  <message>
   <source>New book: slips</source>
   <translation>新的一本：張數</translation>
  </message>
  <message>
   <source>No book can be made here now</source>
   <translation>目前這裡無法製作</translation>
  </message>
  <message>
   <source>No book of slips is known here. HQ makes one for the store.</source>
   <translation>這裡沒有任何核銷單本。由總部為門市製作。</translation>
  </message>
  <message>
   <source>Number or name</source>
   <translation>編號或姓名</translation>
  </message>
  <message>
   <source>Only HQ makes books</source>
   <translation>只有總部能製作</translation>
  </message>
  <message>
   <source>Print as PDF</source>
   <translation>列印成 PDF</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>記錄中…</translation>
  </message>
  <message>
   <source>Scan its code, or its number with the last digit</source>
   <translation>掃描 QR 碼，或輸入編號含最後一碼</translation>
  </message>
  <message>
   <source>Scan the slip, key in time and amount as written, Enter. Day and clerk stay.</source>
   <translation>掃描核銷單，照單上輸入時間與金額，按 Enter。日期與店員會保留。</translation>
  </message>
  <message>
   <source>Slip</source>
   <translation>核銷單</translation>
  </message>
  <message>
   <source>Stop ({done} of {all})</source>
   <translation>停止（{done} / {all}）</translation>
  </message>
  <message>
   <source>Stopped: there is no file.</source>
   <translation>已停止，沒有產生檔案。</translation>
  </message>
  <message>
   <source>The book could not be saved. Check the folder and the disk.</source>
   <translation>單本無法儲存，請檢查資料夾與磁碟。</translation>
  </message>
  <message>
   <source>The book is in {file}.</source>
   <translation>單本已存成 {file}。</translation>
  </message>
  <message>
   <source>Time written</source>
   <translation>單上時間</translation>
  </message>
  <message>
   <source>To number</source>
   <translation>結束編號</translation>
  </message>
  <message>
   <source>Unused</source>
   <translation>未使用</translation>
  </message>
  <message>
   <source>What amount is written on it? Digits and a point only.</source>
   <translation>單上寫的金額是多少？只能有數字與小數點。</translation>
  </message>
  <message>
   <source>What day is written on it? Such as 29, 11/29 or 2026-11-29.</source>
   <translation>單上寫的是哪一天？例如 29、11/29 或 2026-11-29。</translation>
  </message>
  <message>
   <source>What time is written on it? Four digits, such as 1432.</source>
   <translation>單上寫的是幾點？四位數，例如 1432。</translation>
  </message>
  <message>
   <source>Which slip? Scan its code, or key in its number.</source>
   <translation>是哪一張？請掃描 QR 碼或輸入編號。</translation>
  </message>
  <message>
   <source>Who wrote it? Their number, or enough of their name.</source>
   <translation>是誰寫的？請輸入編號，或姓名的一部分。</translation>
  </message>
  <message>
   <source>Written by</source>
   <translation>開單店員</translation>
  </message>
  <message>
   <source>good through {day}</source>
   <translation>有效至 {day}</translation>
  </message>
  <message>
   <source>{code} · {time} · {amount}, paid {total}</source>
   <translation>{code} · {time} · {amount}，實付 {total}</translation>
  </message>
  <message>
   <source>{used} used, {unused} unused, {lost} lost, {open} out</source>
   <translation>已用 {used}、未使用 {unused}、遺失 {lost}、在外 {open}</translation>
  </message>
 </context>
 <context>
  <name>Stage</name>
  <message numerus="yes">
   <source>%n person(s)</source>
   <translation>
    <numerusform>%n 位來賓</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n ticket(s)</source>
   <translation>
    <numerusform>%n 張抽獎券</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n winner(s)</source>
   <translation>
    <numerusform>%n 位得獎者</numerusform>
   </translation>
  </message>
  <message>
   <source>, </source>
   <translation>，</translation>
  </message>
  <message>
   <source>A guest</source>
   <translation>來賓</translation>
  </message>
  <message>
   <source>A number that nobody in the world can know beforehand decides. It is round {round} of the beacon.</source>
   <translation>由一個世上無人能預知的數字決定：公開信標第 {round} 輪。</translation>
  </message>
  <message>
   <source>A warm welcome to our guest of honour</source>
   <translation>歡迎貴賓蒞臨</translation>
  </message>
  <message>
   <source>Anyone can check.</source>
   <translation>誰都能驗算。</translation>
  </message>
  <message>
   <source>Arrivals</source>
   <translation>到場</translation>
  </message>
  <message>
   <source>Chance came from round {round} of the public beacon, which did not exist then.</source>
   <translation>種子來自公開信標第 {round} 輪，那時還不存在。</translation>
  </message>
  <message>
   <source>Chance came from {n} dice that you threw, and from sealed envelopes opened last.</source>
   <translation>種子來自各位擲的 {n} 顆骰子，和最後才拆開的密封信封。</translation>
  </message>
  <message>
   <source>Chance comes from dice that you throw, and from sealed envelopes opened last.</source>
   <translation>種子來自各位擲的骰子，和最後才拆開的密封信封。</translation>
  </message>
  <message>
   <source>Chance comes from round {round} of a beacon that is not the public one.</source>
   <translation>種子來自第 {round} 輪，但這不是公開信標。</translation>
  </message>
  <message>
   <source>Chance will come from round {round} of the public beacon, which does not exist yet.</source>
   <translation>種子將來自公開信標第 {round} 輪，現在還不存在。</translation>
  </message>
  <message>
   <source>Dear guest</source>
   <translation>貴賓</translation>
  </message>
  <message>
   <source>Each prize lay on a tape that was sealed and published before the first turn.</source>
   <translation>所有獎品的順序在第一轉之前就已密封，指紋也已公布。</translation>
  </message>
  <message>
   <source>Envelope of {name}: {state}</source>
   <translation>{name}的信封：{state}</translation>
  </message>
  <message>
   <source>Fingerprint of the list</source>
   <translation>名單指紋</translation>
  </message>
  <message>
   <source>It takes other chance than the draw, and nobody wins anything.</source>
   <translation>彩排用別的亂數，沒有人會得獎。</translation>
  </message>
  <message>
   <source>Its fingerprint</source>
   <translation>名單指紋</translation>
  </message>
  <message>
   <source>Next on the list of alternates, as it was drawn</source>
   <translation>依抽出的順序，由下一位候補遞補</translation>
  </message>
  <message>
   <source>No entrant was left for this prize.</source>
   <translation>這個獎品已沒有參加者可抽。</translation>
  </message>
  <message>
   <source>Nobody has won yet. Good luck!</source>
   <translation>還沒有人得獎，祝您好運！</translation>
  </message>
  <message>
   <source>Nobody has won. It stays on the public list, as void.</source>
   <translation>沒有人得獎。它會以「作廢」留在公開紀錄中。</translation>
  </message>
  <message>
   <source>Nobody is left on the list of alternates.</source>
   <translation>候補名單已經用完。</translation>
  </message>
  <message>
   <source>Photos of our guests</source>
   <translation>來賓照片牆</translation>
  </message>
  <message>
   <source>Prize draw</source>
   <translation>抽獎</translation>
  </message>
  <message>
   <source>Prize {n} of {all}</source>
   <translation>第 {n} 項獎品，共 {all} 項</translation>
  </message>
  <message>
   <source>Programme</source>
   <translation>節目</translation>
  </message>
  <message>
   <source>REHEARSAL</source>
   <translation>彩排</translation>
  </message>
  <message>
   <source>REHEARSAL · Nothing here counts, and nobody wins anything</source>
   <translation>彩排 · 一切都不算數，沒有人會得獎</translation>
  </message>
  <message>
   <source>Scan the code and work it out again on your own phone.</source>
   <translation>掃右邊的碼，用你自己的手機重算一次。</translation>
  </message>
  <message>
   <source>Seat {seat}</source>
   <translation>座位 {seat}</translation>
  </message>
  <message>
   <source>Send yours, and vote: on your ticket’s page</source>
   <translation>在手機的門票頁傳照片、投票</translation>
  </message>
  <message>
   <source>Send yours: on your ticket’s page</source>
   <translation>在手機的門票頁傳照片</translation>
  </message>
  <message>
   <source>Signed by {names}</source>
   <translation>簽署：{names}</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>舞台</translation>
  </message>
  <message>
   <source>The doors are open. Who comes first?</source>
   <translation>大門已開，誰會第一個到？</translation>
  </message>
  <message>
   <source>The draw begins in</source>
   <translation>距離抽獎還有</translation>
  </message>
  <message>
   <source>The list is fixed</source>
   <translation>名單已公布，不再更改</translation>
  </message>
  <message>
   <source>The list is fixed, version {n}</source>
   <translation>名單已公布，第 {n} 版</translation>
  </message>
  <message>
   <source>The list is frozen</source>
   <translation>名單已凍結</translation>
  </message>
  <message>
   <source>The list is published before the draw, and cannot be changed after that.</source>
   <translation>名單在抽獎前公布，之後不能更改。</translation>
  </message>
  <message>
   <source>The list was published at {time}.</source>
   <translation>名單 {time} 已公布。</translation>
  </message>
  <message>
   <source>The programme is announced here.</source>
   <translation>節目將在這裡公布。</translation>
  </message>
  <message>
   <source>The winners</source>
   <translation>得獎名單</translation>
  </message>
  <message>
   <source>This beacon is not the public one. It is round {round} of it that decides.</source>
   <translation>這不是公開信標。由它的第 {round} 輪決定。</translation>
  </message>
  <message>
   <source>This draw is void</source>
   <translation>這場抽獎作廢</translation>
  </message>
  <message>
   <source>This is a rehearsal.</source>
   <translation>這是彩排。</translation>
  </message>
  <message>
   <source>Throw the dice: {n} of {need}</source>
   <translation>請擲骰子：{n} / {need}</translation>
  </message>
  <message>
   <source>Ticket {number}</source>
   <translation>券號 {number}</translation>
  </message>
  <message>
   <source>Waiting for the beacon’s number</source>
   <translation>等待信標的數字</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>歡迎</translation>
  </message>
  <message>
   <source>Who sends the first photo?</source>
   <translation>誰來傳第一張照片？</translation>
  </message>
  <message>
   <source>With thanks to</source>
   <translation>特別感謝</translation>
  </message>
  <message>
   <source>Won at the wheel</source>
   <translation>轉盤得獎名單</translation>
  </message>
  <message numerus="yes">
   <source>and %n more on the board</source>
   <translation>
    <numerusform>另有 %n 位在得獎名單上</numerusform>
   </translation>
  </message>
  <message>
   <source>and {count} with you</source>
   <translation>同行 {count} 位</translation>
  </message>
  <message numerus="yes">
   <source>are here</source>
   <translation>
    <numerusform>位已到場</numerusform>
   </translation>
  </message>
  <message>
   <source>gave the prize up</source>
   <translation>放棄領獎</translation>
  </message>
  <message>
   <source>may not take part</source>
   <translation>不符合資格</translation>
  </message>
  <message>
   <source>not here</source>
   <translation>未到場</translation>
  </message>
  <message>
   <source>now</source>
   <translation>進行中</translation>
  </message>
  <message numerus="yes">
   <source>of {expected} are here</source>
   <translation>
    <numerusform>位已到，應到 {expected} 位</numerusform>
   </translation>
  </message>
  <message>
   <source>opened</source>
   <translation>已拆開</translation>
  </message>
  <message>
   <source>sealed</source>
   <translation>密封中</translation>
  </message>
  <message>
   <source>{n} dice thrown. Now the envelopes are opened.</source>
   <translation>已擲 {n} 顆骰子，現在拆信封。</translation>
  </message>
  <message>
   <source>{prize} (continued)</source>
   <translation>{prize}（續）</translation>
  </message>
 </context>
 <context>
  <name>StageDesk</name>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n 分鐘</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more die(s)</source>
   <translation>
    <numerusform>還要 %n 顆骰子</numerusform>
   </translation>
  </message>
  <message>
   <source>64 digits</source>
   <translation>64 個字元</translation>
  </message>
  <message>
   <source>64 digits, or scan</source>
   <translation>64 個字元，或用掃的</translation>
  </message>
  <message>
   <source>96 digits, or scan</source>
   <translation>96 個字元，或用掃的</translation>
  </message>
  <message>
   <source>A moment …</source>
   <translation>請稍候…</translation>
  </message>
  <message>
   <source>A new draw</source>
   <translation>新抽獎</translation>
  </message>
  <message>
   <source>A prize</source>
   <translation>一項獎品</translation>
  </message>
  <message>
   <source>All winners are shown</source>
   <translation>得獎者已全部公布</translation>
  </message>
  <message>
   <source>Alternates</source>
   <translation>候補人數</translation>
  </message>
  <message>
   <source>An envelope is missing</source>
   <translation>缺一個信封</translation>
  </message>
  <message>
   <source>At once</source>
   <translation>一次揭曉</translation>
  </message>
  <message>
   <source>Board</source>
   <translation>得獎名單</translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>作廢</translation>
  </message>
  <message>
   <source>Call the draw off?</source>
   <translation>這場要作廢嗎？</translation>
  </message>
  <message>
   <source>Chance</source>
   <translation>種子來源</translation>
  </message>
  <message>
   <source>Commitment of the envelope of {name}</source>
   <translation>{name}信封的承諾值</translation>
  </message>
  <message>
   <source>Correct the list</source>
   <translation>更正名單</translation>
  </message>
  <message>
   <source>Dice and envelopes</source>
   <translation>骰子和信封</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>抽獎</translation>
  </message>
  <message>
   <source>Drawn: show the winners</source>
   <translation>已抽出：公布得獎者</translation>
  </message>
  <message>
   <source>Draws</source>
   <translation>抽獎場次</translation>
  </message>
  <message>
   <source>Each press shows what comes next, in the announced order.</source>
   <translation>每按一次，就依公布的順序往下揭曉。</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>活動</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Everything is there: draw</source>
   <translation>資料齊了：可以抽獎</translation>
  </message>
  <message>
   <source>First signature</source>
   <translation>第一位簽核</translation>
  </message>
  <message>
   <source>Freeze the list</source>
   <translation>凍結名單</translation>
  </message>
  <message numerus="yes">
   <source>Freezing takes about %n second(s).</source>
   <translation>
    <numerusform>凍結約需 %n 秒。</numerusform>
   </translation>
  </message>
  <message>
   <source>Gives the prize up</source>
   <translation>放棄領獎</translation>
  </message>
  <message>
   <source>HQ</source>
   <translation>總部</translation>
  </message>
  <message>
   <source>HQ’s list is fetched</source>
   <translation>正在取得總部的名單</translation>
  </message>
  <message>
   <source>In the envelope of {name}</source>
   <translation>{name}信封的內容</translation>
  </message>
  <message>
   <source>Into the envelope</source>
   <translation>放進信封</translation>
  </message>
  <message>
   <source>It is in the envelope</source>
   <translation>已放進信封</translation>
  </message>
  <message>
   <source>It stays listed. A new list can be frozen.</source>
   <translation>紀錄會保留。可以重新凍結名單。</translation>
  </message>
  <message>
   <source>It stays on the public list, as void. Two people sign.</source>
   <translation>它會以「作廢」留在公開紀錄中。需要兩個人簽核。</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>類型</translation>
  </message>
  <message>
   <source>Let them come to rest</source>
   <translation>停下來</translation>
  </message>
  <message>
   <source>List from a file</source>
   <translation>從檔案讀名單</translation>
  </message>
  <message>
   <source>List of people</source>
   <translation>名單</translation>
  </message>
  <message>
   <source>Make one</source>
   <translation>產生一個</translation>
  </message>
  <message>
   <source>May not take part</source>
   <translation>不符合資格</translation>
  </message>
  <message>
   <source>More dice may be thrown until the first envelope is open. Scan or type what is in each.</source>
   <translation>拆開第一個信封前，還可以再擲骰子。請掃描或輸入每個信封的內容。</translation>
  </message>
  <message>
   <source>Name and phone, masked</source>
   <translation>遮蔽姓名電話</translation>
  </message>
  <message>
   <source>Name, masked</source>
   <translation>遮蔽姓名</translation>
  </message>
  <message>
   <source>Name, tickets</source>
   <translation>姓名，券數</translation>
  </message>
  <message>
   <source>New draw</source>
   <translation>新抽獎</translation>
  </message>
  <message>
   <source>Next: {prize}</source>
   <translation>下一項：{prize}</translation>
  </message>
  <message>
   <source>No draw has been held here yet. Begin with a rehearsal.</source>
   <translation>這裡還沒有抽過獎。請先彩排一次。</translation>
  </message>
  <message>
   <source>Nobody is left</source>
   <translation>已無候補</translation>
  </message>
  <message>
   <source>Not here</source>
   <translation>未到場</translation>
  </message>
  <message>
   <source>One winner</source>
   <translation>一位得獎者</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>拆開</translation>
  </message>
  <message>
   <source>Open the envelopes</source>
   <translation>拆信封</translation>
  </message>
  <message>
   <source>People, one a line; or a file</source>
   <translation>參加者，一行一位；或讀檔案</translation>
  </message>
  <message>
   <source>Prizes in the order drawn, one a line</source>
   <translation>獎品，依抽出順序，一行一項</translation>
  </message>
  <message>
   <source>Public beacon</source>
   <translation>公開信標</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>公布</translation>
  </message>
  <message>
   <source>Publish it by {time}. A witness may sign, too: type their name.</source>
   <translation>請在 {time} 前公布。見證人也可以簽署：輸入姓名。</translation>
  </message>
  <message>
   <source>Published within</source>
   <translation>公布期限</translation>
  </message>
  <message>
   <source>Published: the audience throws dice</source>
   <translation>已公布：請觀眾擲骰子</translation>
  </message>
  <message>
   <source>Published: wait for the beacon</source>
   <translation>已公布：等待信標</translation>
  </message>
  <message>
   <source>REHEARSAL: nothing here counts</source>
   <translation>彩排：一切都不算數</translation>
  </message>
  <message>
   <source>Rehearsal</source>
   <translation>彩排</translation>
  </message>
  <message>
   <source>Round {round} comes out at {time}. HQ’s number is taken by itself; without a network here, scan or type it from a phone.</source>
   <translation>第 {round} 輪在 {time} 公布。總部的數字會自動帶入；這裡沒有網路時，請掃描或輸入手機上的數字。</translation>
  </message>
  <message>
   <source>Save the file for everybody</source>
   <translation>儲存驗算檔</translation>
  </message>
  <message>
   <source>Saved: {file}. Whoever wants to check the draw needs only this file.</source>
   <translation>已儲存：{file}。想驗算的人只需要這個檔案。</translation>
  </message>
  <message>
   <source>Second signature, by somebody else</source>
   <translation>第二位簽核，須為另一人</translation>
  </message>
  <message>
   <source>Show all winners</source>
   <translation>揭曉所有得獎者</translation>
  </message>
  <message>
   <source>Show the clock</source>
   <translation>顯示倒數</translation>
  </message>
  <message>
   <source>Show the dice</source>
   <translation>顯示骰子</translation>
  </message>
  <message>
   <source>Show the list</source>
   <translation>顯示名單指紋</translation>
  </message>
  <message>
   <source>Show the next winner</source>
   <translation>揭曉下一位</translation>
  </message>
  <message>
   <source>Show the winners</source>
   <translation>揭曉得獎者</translation>
  </message>
  <message>
   <source>Speaker 2</source>
   <translation>音箱 2</translation>
  </message>
  <message>
   <source>Stop, and keep nothing of it</source>
   <translation>停止，不保留任何內容</translation>
  </message>
  <message>
   <source>Take this number</source>
   <translation>採用這個數字</translation>
  </message>
  <message>
   <source>The beacon’s number from a phone</source>
   <translation>手機上的信標數字</translation>
  </message>
  <message>
   <source>The corrected list</source>
   <translation>更正後的名單</translation>
  </message>
  <message>
   <source>The draw is over</source>
   <translation>抽獎結束</translation>
  </message>
  <message>
   <source>The draw was called off</source>
   <translation>抽獎取消</translation>
  </message>
  <message>
   <source>The file could not be saved. Check the folder and the disk.</source>
   <translation>檔案無法儲存。請檢查資料夾和磁碟。</translation>
  </message>
  <message>
   <source>The file that everybody can check can be saved again.</source>
   <translation>大家都能驗算的檔案可以再存一次。</translation>
  </message>
  <message>
   <source>The law asks for it</source>
   <translation>依法令要求</translation>
  </message>
  <message>
   <source>The list is being frozen</source>
   <translation>正在凍結名單</translation>
  </message>
  <message>
   <source>The list is being read</source>
   <translation>正在讀取名單</translation>
  </message>
  <message>
   <source>The list is frozen</source>
   <translation>名單已凍結</translation>
  </message>
  <message>
   <source>The list was published too late</source>
   <translation>名單公布太晚</translation>
  </message>
  <message>
   <source>The list was wrong</source>
   <translation>名單有誤</translation>
  </message>
  <message>
   <source>The notice could not be saved. Check the folder and the disk.</source>
   <translation>公告無法儲存。請檢查資料夾與磁碟。</translation>
  </message>
  <message>
   <source>The notice goes to {printer}.</source>
   <translation>公告送到{printer}列印。</translation>
  </message>
  <message>
   <source>The notice is saved: {path}</source>
   <translation>公告已儲存：{path}</translation>
  </message>
  <message>
   <source>The notice waits for {printer}: {trouble}. {do}</source>
   <translation>公告等待{printer}：{trouble}。{do}</translation>
  </message>
  <message>
   <source>The prizes were wrong</source>
   <translation>獎品有誤</translation>
  </message>
  <message>
   <source>The real draw</source>
   <translation>正式抽獎</translation>
  </message>
  <message>
   <source>The result follows from list and chance. Nobody can choose it.</source>
   <translation>結果由名單和種子決定，沒有人能挑選。</translation>
  </message>
  <message>
   <source>The room sees</source>
   <translation>現場看到</translation>
  </message>
  <message>
   <source>The rules were wrong</source>
   <translation>規則有誤</translation>
  </message>
  <message>
   <source>The second screen is gone. Nothing is lost: plug it in, or press F11.</source>
   <translation>第二個螢幕不見了。什麼都沒有遺失：請重新接上，或按 F11。</translation>
  </message>
  <message>
   <source>This draw is void</source>
   <translation>這場抽獎作廢</translation>
  </message>
  <message>
   <source>Ticket numbers only</source>
   <translation>只顯示券號</translation>
  </message>
  <message>
   <source>Title of the draw</source>
   <translation>抽獎名稱</translation>
  </message>
  <message>
   <source>Type what each die shows: {n} of at least {need}. Backspace undoes the last.</source>
   <translation>請輸入每顆骰子的數字：至少 {need} 顆，已擲 {n} 顆。按退格可取消最後一顆。</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>取消一顆</translation>
  </message>
  <message>
   <source>What the room sees</source>
   <translation>現場看到的畫面</translation>
  </message>
  <message>
   <source>Who is not here gives way to the next alternate: choose them, then F6.</source>
   <translation>未到場的人由下一位候補遞補：選取後按 F6。</translation>
  </message>
  <message>
   <source>Whoever holds the envelope photographs this or writes it down, and nobody else looks. It is shown once and kept nowhere: without it the draw cannot be held.</source>
   <translation>保管信封的人請拍下或抄下這些內容，其他人不要看。內容只顯示一次，不會留存：少了它就無法抽獎。</translation>
  </message>
  <message>
   <source>Whole names (everybody agreed)</source>
   <translation>全名（已取得所有人同意）</translation>
  </message>
  <message>
   <source>Why does the prize go on?</source>
   <translation>為什麼由下一位遞補？</translation>
  </message>
  <message>
   <source>Witness, if there is one</source>
   <translation>見證人（可不填）</translation>
  </message>
  <message>
   <source>at HQ</source>
   <translation>在總部</translation>
  </message>
  <message>
   <source>no second screen</source>
   <translation>沒有第二個螢幕</translation>
  </message>
  <message>
   <source>on the second screen</source>
   <translation>已在第二個螢幕</translation>
  </message>
  <message>
   <source>published {time}</source>
   <translation>{time} 公布</translation>
  </message>
  <message>
   <source>the witness</source>
   <translation>見證人</translation>
  </message>
  <message>
   <source>this terminal</source>
   <translation>本終端</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>已完成 {done}，共 {total}</translation>
  </message>
  <message>
   <source>{file} holds no list that can be read.</source>
   <translation>{file} 裡沒有讀得懂的名單。</translation>
  </message>
  <message numerus="yes">
   <source>{file}: %n row(s) left out.</source>
   <translation>
    <numerusform>{file}：略過 %n 列。</numerusform>
   </translation>
  </message>
  <message>
   <source>{name}: the next alternate takes the place. Two people sign.</source>
   <translation>{name}：由下一位候補遞補。需要兩個人簽核。</translation>
  </message>
  <message>
   <source>{people} people with {tickets} tickets</source>
   <translation>{people} 人，{tickets} 張抽獎券</translation>
  </message>
  <message>
   <source>{people} people with {tickets} tickets, {prizes} prizes.</source>
   <translation>{people} 人，{tickets} 張抽獎券，{prizes} 份獎品。</translation>
  </message>
  <message>
   <source>{people} take part, and there are {prizes} prizes: {left} are left over.</source>
   <translation>參加者 {people} 人，獎品 {prizes} 份：會剩下 {left} 份。</translation>
  </message>
 </context>
 <context>
  <name>Station</name>
  <message>
   <source>Checkout</source>
   <translation>結帳</translation>
  </message>
  <message>
   <source>Event desk</source>
   <translation>活動簽到</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>流水</translation>
  </message>
  <message>
   <source>Self-service</source>
   <translation>自助服務</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>舞台</translation>
  </message>
 </context>
 <context>
  <name>StationSwitch</name>
  <message>
   <source>Change the station: {station}</source>
   <translation>用途改為：{station}</translation>
  </message>
  <message>
   <source>Choose what shall change.</source>
   <translation>選擇要改變什麼。</translation>
  </message>
  <message>
   <source>Choose what shall change. A manager’s PIN is asked for next.</source>
   <translation>選擇要改變什麼，接著會要求主管的 PIN。</translation>
  </message>
  <message>
   <source>Learn the handheld scanner</source>
   <translation>學習掃描槍</translation>
  </message>
  <message>
   <source>Set this terminal up</source>
   <translation>設定這台機器</translation>
  </message>
  <message>
   <source>Something is being recorded. Change the station when it is done.</source>
   <translation>正在記錄，完成後再更換用途。</translation>
  </message>
  <message>
   <source>Something is open here. Another station puts it aside, and it is not recorded.</source>
   <translation>這裡還有未完成的內容。改變用途會把它擱置，不會記錄。</translation>
  </message>
  <message>
   <source>The handheld scanner is known now, and stays so.</source>
   <translation>已學會這支掃描槍，以後都會照這樣。</translation>
  </message>
  <message>
   <source>The terminal learns how its handheld scanner types.</source>
   <translation>讓這台機器學習掃描槍的輸入方式。</translation>
  </message>
  <message>
   <source>This terminal becomes: {station}.</source>
   <translation>這台終端改為：{station}。</translation>
  </message>
  <message>
   <source>{change} What is open is put aside.</source>
   <translation>{change}未完成的交易會擱置。</translation>
  </message>
 </context>
 <context>
  <name>Success</name>
  <message numerus="yes">
   <source>%n more on the receipt</source>
   <translation>
    <numerusform>另有 %n 項，見收據</numerusform>
   </translation>
  </message>
  <message>
   <source>Back on the voucher {money}</source>
   <translation>退回禮券 {money}</translation>
  </message>
  <message>
   <source>By voucher {money}</source>
   <translation>禮券付 {money}</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Exchanged {money}</source>
   <translation>換回 {money}</translation>
  </message>
  <message>
   <source>Goods came back</source>
   <translation>已退貨</translation>
  </message>
  <message>
   <source>Hand over: {gifts}</source>
   <translation>請交付：{gifts}</translation>
  </message>
  <message>
   <source>Next customer</source>
   <translation>下一位</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>收據 PDF</translation>
  </message>
  <message>
   <source>Receipt {number} · {time}</source>
   <translation>收據 {number} · {time}</translation>
  </message>
  <message>
   <source>Received: {rewards}</source>
   <translation>獲得：{rewards}</translation>
  </message>
  <message>
   <source>Recorded on this terminal and on its way to HQ.</source>
   <translation>已記錄在這台終端，正在上傳總部。</translation>
  </message>
  <message>
   <source>Recorded on this terminal; goes to HQ as soon as it is reached.</source>
   <translation>已記錄在這台終端，連上總部後自動上傳。</translation>
  </message>
  <message>
   <source>Saved {money}</source>
   <translation>省了 {money}</translation>
  </message>
  <message>
   <source>Take back: {gifts}</source>
   <translation>請收回：{gifts}</translation>
  </message>
  <message>
   <source>Taken back by itself: {rewards}</source>
   <translation>自動收回：{rewards}</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>收據文字檔</translation>
  </message>
  <message>
   <source>This sale counts no more. Its coupons can be used again.</source>
   <translation>這筆交易不再計入，優惠券可再次使用。</translation>
  </message>
  <message>
   <source>To give back</source>
   <translation>應退</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>應收</translation>
  </message>
  <message>
   <source>Voided</source>
   <translation>已撤銷</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>為什麼</translation>
  </message>
  <message>
   <source>{left} is left of the sale.</source>
   <translation>這筆交易還剩 {left}。</translation>
  </message>
 </context>
 <context>
  <name>Switch</name>
  <message>
   <source>Press the number beside the name, then key in the PIN. The sale goes on.</source>
   <translation>按姓名旁的數字，再輸入 PIN 碼。交易會繼續。</translation>
  </message>
  <message>
   <source>Switch clerk</source>
   <translation>換人</translation>
  </message>
 </context>
 <context>
  <name>Sync</name>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>待上傳 %n</numerusform>
   </translation>
  </message>
  <message>
   <source>CA file missing</source>
   <translation>缺少 CA 檔案</translation>
  </message>
  <message>
   <source>Connecting to HQ…</source>
   <translation>正在連線總部…</translation>
  </message>
  <message>
   <source>HQ does not take what waits</source>
   <translation>總部未收下待送資料</translation>
  </message>
  <message>
   <source>HQ’s address is not HTTPS</source>
   <translation>總部位址不是 HTTPS</translation>
  </message>
  <message>
   <source>HQ’s certificate has expired</source>
   <translation>總部憑證已過期</translation>
  </message>
  <message>
   <source>HQ’s certificate is not valid yet</source>
   <translation>總部憑證尚未生效</translation>
  </message>
  <message>
   <source>HQ’s certificate is self-signed</source>
   <translation>總部憑證為自簽</translation>
  </message>
  <message>
   <source>HQ’s certificate: unknown issuer</source>
   <translation>總部憑證簽發者不明</translation>
  </message>
  <message>
   <source>HQ’s certificate: wrong name</source>
   <translation>總部憑證名稱不符</translation>
  </message>
  <message>
   <source>Held by HQ</source>
   <translation>總部暫停中</translation>
  </message>
  <message>
   <source>Journal restored: HQ is checking</source>
   <translation>流水已還原，總部核對中</translation>
  </message>
  <message>
   <source>Offline since {time}</source>
   <translation>離線 {time} 起</translation>
  </message>
  <message>
   <source>Online</source>
   <translation>已連線</translation>
  </message>
  <message>
   <source>Terminal switched off by HQ</source>
   <translation>終端已被總部停用</translation>
  </message>
  <message>
   <source>Used on two computers</source>
   <translation>在兩台電腦上使用</translation>
  </message>
  <message>
   <source>no HTTPS at HQ</source>
   <translation>總部未啟用 HTTPS</translation>
  </message>
  <message>
   <source>no news from HQ</source>
   <translation>收不到總部消息</translation>
  </message>
  <message>
   <source>no safe connection</source>
   <translation>無法建立安全連線</translation>
  </message>
  <message>
   <source>not encrypted</source>
   <translation>未加密</translation>
  </message>
 </context>
 <context>
  <name>Terms</name>
  <message numerus="yes">
   <source>%n a member</source>
   <translation>
    <numerusform>每位會員 %n 次</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n a member and day</source>
   <translation>
    <numerusform>每位會員每天 %n 次</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) for each {goods}</source>
   <translation>
    <numerusform>每買 {goods} 可享 %n 件</numerusform>
   </translation>
  </message>
  <message>
   <source>Any {n} for {money}</source>
   <translation>任選 {n} 件 {money}</translation>
  </message>
  <message>
   <source>At most {money} off</source>
   <translation>最多折 {money}</translation>
  </message>
  <message>
   <source>At most {share}% of the goods</source>
   <translation>最多折商品金額的 {share}%</translation>
  </message>
  <message>
   <source>Buy {buy}, {free} of them free</source>
   <translation>任選 {buy} 件，其中 {free} 件免費</translation>
  </message>
  <message>
   <source>For every {money}</source>
   <translation>每滿 {money}</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>週五</translation>
  </message>
  <message>
   <source>From {money}</source>
   <translation>滿 {money}</translation>
  </message>
  <message>
   <source>From {n} pieces on</source>
   <translation>滿 {n} 件</translation>
  </message>
  <message>
   <source>In {stores} only</source>
   <translation>限{stores}使用</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>週一</translation>
  </message>
  <message>
   <source>Not given back when the purchase is undone</source>
   <translation>交易撤銷後不退還</translation>
  </message>
  <message>
   <source>Not on goods that are reduced already</source>
   <translation>已降價商品除外</translation>
  </message>
  <message>
   <source>Not on {goods}</source>
   <translation>{goods}除外</translation>
  </message>
  <message>
   <source>Not together with other offers</source>
   <translation>不可與其他優惠併用</translation>
  </message>
  <message>
   <source>Not together with other offers on the same goods</source>
   <translation>同一商品不可與其他優惠併用</translation>
  </message>
  <message numerus="yes">
   <source>On at most %n piece(s)</source>
   <translation>
    <numerusform>最多 %n 件</numerusform>
   </translation>
  </message>
  <message>
   <source>On one of every {n} pieces</source>
   <translation>每 {n} 件中的 1 件</translation>
  </message>
  <message>
   <source>On piece {n}, counted from the dearest</source>
   <translation>限第 {n} 件（由高價排起）</translation>
  </message>
  <message>
   <source>On pieces at {low} to {high}</source>
   <translation>限單價 {low} 至 {high}</translation>
  </message>
  <message>
   <source>On pieces from {low}</source>
   <translation>限單價 {low} 以上</translation>
  </message>
  <message numerus="yes">
   <source>On the %n cheapest piece(s)</source>
   <translation>
    <numerusform>限最低價的 %n 件</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>On the %n dearest piece(s)</source>
   <translation>
    <numerusform>限最高價的 %n 件</numerusform>
   </translation>
  </message>
  <message>
   <source>On {goods} only</source>
   <translation>限{goods}</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>週六</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>週日</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>週四</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>週二</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>週三</translation>
  </message>
  <message>
   <source>When paid by {ways}</source>
   <translation>以{ways}付款</translation>
  </message>
  <message>
   <source>With {least} to {most} pieces</source>
   <translation>限買 {least} 至 {most} 件</translation>
  </message>
  <message>
   <source>any goods</source>
   <translation>任何商品</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first}至{last}</translation>
  </message>
  <message>
   <source>{goods} for {money}</source>
   <translation>{goods} 合購 {money}</translation>
  </message>
  <message>
   <source>{goods} together {money} off</source>
   <translation>{goods} 合購減 {money}</translation>
  </message>
  <message>
   <source>{goods} together {share}% off</source>
   <translation>{goods} 合購減 {share}%</translation>
  </message>
  <message>
   <source>{money} a piece</source>
   <translation>每件 {money}</translation>
  </message>
  <message>
   <source>{money} off each piece</source>
   <translation>每件折 {money}</translation>
  </message>
 </context>
 <context>
  <name>TouchKeyboard</name>
  <message>
   <source>All offers</source>
   <translation>所有選項</translation>
  </message>
  <message>
   <source>Back one sign</source>
   <translation>左移一個字</translation>
  </message>
  <message>
   <source>By sound: chen → 陈</source>
   <translation>照讀音輸入：chen → 陳</translation>
  </message>
  <message>
   <source>By sound: ㄔㄣˊ → 陳</source>
   <translation>照讀音輸入：ㄔㄣˊ → 陳</translation>
  </message>
  <message>
   <source>Capitals</source>
   <translation>大寫</translation>
  </message>
  <message>
   <source>Chinese by pinyin</source>
   <translation>拼音輸入中文</translation>
  </message>
  <message>
   <source>Chinese by zhuyin</source>
   <translation>注音輸入中文</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清除</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>刪除</translation>
  </message>
  <message>
   <source>Digits and signs</source>
   <translation>數字與符號</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>鍵盤</translation>
  </message>
  <message>
   <source>Keys on the screen</source>
   <translation>螢幕鍵盤</translation>
  </message>
  <message>
   <source>Latin letters</source>
   <translation>英文字母</translation>
  </message>
  <message>
   <source>More offers</source>
   <translation>更多選項</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>下一頁</translation>
  </message>
  <message>
   <source>Nothing is spelt like this.</source>
   <translation>沒有這個讀音。</translation>
  </message>
  <message>
   <source>Offers before these</source>
   <translation>前面的選項</translation>
  </message>
  <message>
   <source>On one sign</source>
   <translation>右移一個字</translation>
  </message>
  <message>
   <source>Page before</source>
   <translation>上一頁</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>空白</translation>
  </message>
 </context>
 <context>
  <name>Verdict</name>
  <message>
   <source>Already in</source>
   <translation>已簽到</translation>
  </message>
  <message>
   <source>Another event</source>
   <translation>別場的票</translation>
  </message>
  <message>
   <source>Answer first</source>
   <translation>請先回答</translation>
  </message>
  <message>
   <source>Blocked</source>
   <translation>禁止入場</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>Full</source>
   <translation>已滿</translation>
  </message>
  <message>
   <source>Goodbye</source>
   <translation>再見</translation>
  </message>
  <message>
   <source>No ticket</source>
   <translation>讀不到票</translation>
  </message>
  <message>
   <source>Not genuine</source>
   <translation>偽票</translation>
  </message>
  <message>
   <source>Not inside</source>
   <translation>不在場內</translation>
  </message>
  <message>
   <source>Not on the list</source>
   <translation>不在名單</translation>
  </message>
  <message>
   <source>Not this session</source>
   <translation>不是這場</translation>
  </message>
  <message>
   <source>Not today</source>
   <translation>不是今天</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>已拒絕</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>知道了</translation>
  </message>
  <message>
   <source>Waiting list</source>
   <translation>候補中</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>歡迎</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>怎麼辦</translation>
  </message>
  <message>
   <source>Which of them?</source>
   <translation>是哪一位？</translation>
  </message>
 </context>
 <context>
  <name>VerifyDraw</name>
  <message>
   <source>, no. {place}</source>
   <translation>，第 {place} 項</translation>
  </message>
  <message>
   <source>: {expected} expected, {found} found</source>
   <translation>：應為 {expected}，實為 {found}</translation>
  </message>
  <message>
   <source>A field is not as it should be</source>
   <translation>有欄位不正確</translation>
  </message>
  <message>
   <source>A key is none of those you trust</source>
   <translation>金鑰不在您信任的名單中</translation>
  </message>
  <message>
   <source>A key is one of those you trust.</source>
   <translation>金鑰在您信任的名單中。</translation>
  </message>
  <message>
   <source>A masked name belongs to nobody who was drawn</source>
   <translation>有遮罩姓名不屬於任何被抽中的人</translation>
  </message>
  <message>
   <source>A prize did not pass on by the rule</source>
   <translation>有獎項未依規則遞補</translation>
  </message>
  <message>
   <source>A spin is left out, or did not get the next slot of the tape</source>
   <translation>有一次轉動被遺漏，或沒有依序取下一格</translation>
  </message>
  <message>
   <source>An earlier list of this draw is missing or not its own</source>
   <translation>缺少先前的名單，或不屬於這次抽獎</translation>
  </message>
  <message>
   <source>An envelope did not hold what was sealed in it</source>
   <translation>信封內容與封存時不同</translation>
  </message>
  <message>
   <source>An envelope held what was sealed in it.</source>
   <translation>信封內容與封存時相同。</translation>
  </message>
  <message>
   <source>As many slots were used as spins are listed.</source>
   <translation>用掉的格數與列出的轉動次數相同。</translation>
  </message>
  <message>
   <source>At least twenty dice were thrown.</source>
   <translation>至少擲了二十次骰子。</translation>
  </message>
  <message>
   <source>Changed since it was sealed</source>
   <translation>封印後遭更動</translation>
  </message>
  <message>
   <source>Checked</source>
   <translation>已查驗</translation>
  </message>
  <message>
   <source>Compare this key ({role}) with the one on the notice: {key}</source>
   <translation>請將此金鑰（{role}）與公告上的比對：{key}</translation>
  </message>
  <message>
   <source>Draw {draw}, list {seq}</source>
   <translation>抽獎 {draw}，第 {seq} 版名單</translation>
  </message>
  <message>
   <source>Drawn again, others win</source>
   <translation>重新抽獎，得獎者不同</translation>
  </message>
  <message>
   <source>Drawn again, the alternates are others</source>
   <translation>重新抽獎，備取者不同</translation>
  </message>
  <message>
   <source>Drawn again, the alternates are the same.</source>
   <translation>重新抽獎，備取者都相同。</translation>
  </message>
  <message>
   <source>Drawn again, the same win the same prizes.</source>
   <translation>重新抽獎，得獎者與獎項都相同。</translation>
  </message>
  <message>
   <source>Drawn by a notary’s numbers (RFC 3797): each entrant has one chance.</source>
   <translation>依公證人的號碼抽獎（RFC 3797），每位參加者一次機會。</translation>
  </message>
  <message>
   <source>Each prize that passed on went to the next alternate, and two people signed.</source>
   <translation>轉讓的獎項都由下一位備取者遞補，並有兩人簽署。</translation>
  </message>
  <message>
   <source>Every earlier list of this draw is shown, as void.</source>
   <translation>先前作廢的各版名單都列在檔案中。</translation>
  </message>
  <message>
   <source>Every spin got the next slot of the tape; none is left out.</source>
   <translation>每次轉動都依序取下一格，沒有遺漏。</translation>
  </message>
  <message>
   <source>Fewer than twenty dice, or one that is none</source>
   <translation>骰子不足二十次，或數字不對</translation>
  </message>
  <message>
   <source>Good: everything that can be checked holds.</source>
   <translation>可查驗的項目全部相符。</translation>
  </message>
  <message>
   <source>Headquarters did not sign; the terminal had no connection.</source>
   <translation>總部沒有簽署，終端當時沒有連線。</translation>
  </message>
  <message>
   <source>It is not the published file of a draw, or of a newer kind.</source>
   <translation>這不是抽獎的公布檔案，或版本較新。</translation>
  </message>
  <message>
   <source>It is the published file of a draw.</source>
   <translation>這是抽獎的公布檔案。</translation>
  </message>
  <message>
   <source>Mixed again, the sealed tape is not the one that was published</source>
   <translation>重新排序，封存獎項與公布的不同</translation>
  </message>
  <message>
   <source>Mixed again, the sealed tape is the one that was published.</source>
   <translation>重新排序，封存獎項與公布的相同。</translation>
  </message>
  <message>
   <source>More or fewer slots were used than spins are listed</source>
   <translation>用掉的格數與列出的轉動次數不同</translation>
  </message>
  <message>
   <source>NOT GOOD: this file does not show what was published, or what was drawn.</source>
   <translation>不相符：此檔案與公布的內容或抽獎結果不一致。</translation>
  </message>
  <message>
   <source>No field is missing or unknown.</source>
   <translation>欄位齊全，沒有不明欄位。</translation>
  </message>
  <message>
   <source>No witness signed.</source>
   <translation>沒有見證人簽署。</translation>
  </message>
  <message>
   <source>Nothing has been drawn yet: this is the list.</source>
   <translation>尚未開獎，這是名單。</translation>
  </message>
  <message>
   <source>Nothing was changed since it was sealed.</source>
   <translation>封印後沒有更動。</translation>
  </message>
  <message>
   <source>Spins outside the time of the tape, by the terminal’s clock: {spins}</source>
   <translation>依終端時鐘，不在有效時間內的轉動：{spins} 次</translation>
  </message>
  <message>
   <source>THIS IS A REHEARSAL. Nobody wins anything by it.</source>
   <translation>這是彩排，不會有人得獎。</translation>
  </message>
  <message>
   <source>The beacon did not sign this random number</source>
   <translation>信標沒有簽署這個亂數</translation>
  </message>
  <message>
   <source>The beacon itself signed the random number.</source>
   <translation>亂數確由信標簽署。</translation>
  </message>
  <message>
   <source>The beacon’s round is not the one that was named beforehand</source>
   <translation>信標的輪次與事先指定的不同</translation>
  </message>
  <message>
   <source>The beacon’s round is the one that was named beforehand.</source>
   <translation>信標的輪次與事先指定的相同。</translation>
  </message>
  <message>
   <source>The list of entrants is not the one that was published</source>
   <translation>參加者名單與公布的不同</translation>
  </message>
  <message>
   <source>The list of entrants is the one that was published.</source>
   <translation>參加者名單與公布的相同。</translation>
  </message>
  <message>
   <source>The masked names belong to winners and alternates.</source>
   <translation>遮罩姓名都屬於得獎者或備取者。</translation>
  </message>
  <message>
   <source>The notary’s numbers can be read.</source>
   <translation>公證人的號碼可以讀取。</translation>
  </message>
  <message>
   <source>The notary’s numbers cannot be read</source>
   <translation>公證人的號碼無法讀取</translation>
  </message>
  <message>
   <source>The random beacon is not the one that was named</source>
   <translation>亂數信標與事先指定的不同</translation>
  </message>
  <message>
   <source>The random beacon is the one that was named.</source>
   <translation>亂數信標與事先指定的相同。</translation>
  </message>
  <message>
   <source>The random number comes from where it was said to.</source>
   <translation>亂數的來源與公布的相同。</translation>
  </message>
  <message>
   <source>The random number does not come from where it was said to</source>
   <translation>亂數的來源與公布的不同</translation>
  </message>
  <message>
   <source>The round follows from the time of publishing; nobody chose it.</source>
   <translation>輪次由公布時間決定，沒有人能挑選。</translation>
  </message>
  <message>
   <source>The round is not the one that follows from the time of publishing</source>
   <translation>輪次不是由公布時間決定的那一輪</translation>
  </message>
  <message>
   <source>The rules are not those that were published</source>
   <translation>活動辦法與公布的不同</translation>
  </message>
  <message>
   <source>The rules are those that were published.</source>
   <translation>活動辦法與公布的相同。</translation>
  </message>
  <message>
   <source>The seal of this file is missing, broken or somebody else’s</source>
   <translation>檔案封印遺失、損毀，或是別人的</translation>
  </message>
  <message>
   <source>The signature of {role} ({name}) is forged, or of something else</source>
   <translation>{role}（{name}）的簽章是偽造的，或簽的是別的內容</translation>
  </message>
  <message>
   <source>The signature of {role} ({name}) is good.</source>
   <translation>{role}（{name}）的簽章有效。</translation>
  </message>
  <message>
   <source>The terminal did not sign this tape</source>
   <translation>終端沒有簽署這份封存獎項</translation>
  </message>
  <message>
   <source>The terminal signed the sealed tape.</source>
   <translation>終端簽署了封存獎項。</translation>
  </message>
  <message>
   <source>The terminal’s secret is missing, or not the one it was bound to</source>
   <translation>終端的密值遺失，或與事先承諾的不同</translation>
  </message>
  <message>
   <source>The terminal’s secret is the one it was bound to.</source>
   <translation>終端的密值與事先承諾的相同。</translation>
  </message>
  <message>
   <source>There are as many entrants and tickets as was said.</source>
   <translation>參加人數與抽獎券數與公布的相同。</translation>
  </message>
  <message>
   <source>There are more or fewer entrants or tickets than was said</source>
   <translation>參加人數或抽獎券數與公布的不同</translation>
  </message>
  <message>
   <source>There are {prizes} prizes and only {winners} who could win one.</source>
   <translation>獎項有 {prizes} 個，可得獎者只有 {winners} 位。</translation>
  </message>
  <message>
   <source>This draw is void and does not count: {reason}</source>
   <translation>這次抽獎已作廢，不算數：{reason}</translation>
  </message>
  <message>
   <source>This is NOT the public beacon: whoever runs it could know its numbers beforehand.</source>
   <translation>這不是公開的亂數信標：經營者可能事先知道亂數。</translation>
  </message>
  <message>
   <source>To be known</source>
   <translation>須知</translation>
  </message>
  <message>
   <source>What no calculation can show</source>
   <translation>任何計算都無法證明的事</translation>
  </message>
  <message>
   <source>Wheel’s tape {lease}</source>
   <translation>轉盤封存獎項 {lease}</translation>
  </message>
  <message>
   <source>Who has to sign has not signed</source>
   <translation>應簽署者沒有簽署</translation>
  </message>
  <message>
   <source>Who has to sign has signed.</source>
   <translation>應簽署者都已簽署。</translation>
  </message>
  <message>
   <source>Who signed the list or the tape sealed this file.</source>
   <translation>檔案由簽署名單或封存獎項者封印。</translation>
  </message>
  <message>
   <source>a spin is left out</source>
   <translation>遺漏一次轉動</translation>
  </message>
  <message>
   <source>fingerprint {fingerprint}</source>
   <translation>指紋碼 {fingerprint}</translation>
  </message>
  <message>
   <source>headquarters</source>
   <translation>總部</translation>
  </message>
  <message>
   <source>it was not the next alternate’s turn</source>
   <translation>不是輪到的備取者</translation>
  </message>
  <message>
   <source>missing</source>
   <translation>缺少</translation>
  </message>
  <message>
   <source>not a key that signed the list or the tape</source>
   <translation>不是簽署名單或封存獎項的金鑰</translation>
  </message>
  <message>
   <source>nothing was drawn</source>
   <translation>尚未抽獎</translation>
  </message>
  <message>
   <source>of another form</source>
   <translation>格式不對</translation>
  </message>
  <message>
   <source>terminal</source>
   <translation>終端</translation>
  </message>
  <message>
   <source>the prize was not theirs</source>
   <translation>獎項不屬於此人</translation>
  </message>
  <message>
   <source>the rules know no such reason</source>
   <translation>規則沒有這個理由</translation>
  </message>
  <message>
   <source>the signature is not good</source>
   <translation>簽章無效</translation>
  </message>
  <message>
   <source>the tape has no such slot</source>
   <translation>封存獎項沒有這一格</translation>
  </message>
  <message>
   <source>there is no such prize</source>
   <translation>沒有這個獎項</translation>
  </message>
  <message>
   <source>this slot holds another prize</source>
   <translation>這一格是別的獎項</translation>
  </message>
  <message>
   <source>two different people have to sign</source>
   <translation>須由兩位不同的人簽署</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>不明</translation>
  </message>
  <message>
   <source>whether a winner whose prize passed on was really absent or not entitled</source>
   <translation>被遞補的得獎者是否真的缺席或不符資格</translation>
  </message>
  <message>
   <source>whether all who may not win (staff) were kept off the list</source>
   <translation>不得中獎的人（員工）是否都已排除</translation>
  </message>
  <message>
   <source>whether everyone on the list is a real customer</source>
   <translation>名單上的每個人是否都是真正的顧客</translation>
  </message>
  <message>
   <source>whether it was published before the random number was out (compare the fingerprint on paper)</source>
   <translation>是否在亂數產生前就已公布（請比對紙本上的指紋碼）</translation>
  </message>
  <message>
   <source>whether somebody got at the terminal’s secret and knew the order of this tape beforehand</source>
   <translation>是否有人取得終端的密值，事先知道這份封存獎項的順序</translation>
  </message>
  <message>
   <source>whether somebody was left off the list (each can check their own ticket)</source>
   <translation>是否有人被漏列（每個人都能查自己的抽獎券）</translation>
  </message>
  <message>
   <source>whether the notary’s numbers are those that were made public</source>
   <translation>公證人的號碼是否就是公開的那些</translation>
  </message>
  <message>
   <source>whether the prizes were handed over</source>
   <translation>獎品是否已交付</translation>
  </message>
  <message>
   <source>who held the envelopes, whether they were opened last, and whether the dice were thrown fairly</source>
   <translation>信封由誰保管、是否最後才拆、骰子是否公正擲出</translation>
  </message>
  <message>
   <source>who stood at the wheel</source>
   <translation>轉動的人是誰</translation>
  </message>
  <message>
   <source>witness</source>
   <translation>見證人</translation>
  </message>
  <message>
   <source>{entrants} entrants with {tickets} tickets</source>
   <translation>{entrants} 位參加者，共 {tickets} 張抽獎券</translation>
  </message>
  <message>
   <source>{slots} slots at terminal {terminal}</source>
   <translation>{slots} 格，終端 {terminal}</translation>
  </message>
  <message>
   <source>{title}: {reason}</source>
   <translation>{title}：{reason}</translation>
  </message>
 </context>
 <context>
  <name>Void</name>
  <message>
   <source>A few words</source>
   <translation>寫幾個字</translation>
  </message>
  <message>
   <source>A manager’s PIN will be needed.</source>
   <translation>需要主管的 PIN 碼。</translation>
  </message>
  <message>
   <source>Digits and a point only, please, and no more than is left.</source>
   <translation>只能輸入數字與小數點，且不超過剩下的金額。</translation>
  </message>
  <message>
   <source>Digits and a point only, please.</source>
   <translation>只能輸入數字與小數點。</translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>換貨</translation>
  </message>
  <message>
   <source>Goods are exchanged</source>
   <translation>換貨</translation>
  </message>
  <message>
   <source>How much comes back, as paid?</source>
   <translation>實付金額中退回多少？</translation>
  </message>
  <message>
   <source>It comes off the sale at the till, on one receipt; both are recorded when that sale is confirmed.</source>
   <translation>從這筆新的交易扣抵，合成一張收據；新的交易確認時，兩者一起記錄。</translation>
  </message>
  <message>
   <source>Its coupons can be used again at once. The void stays in the journal.</source>
   <translation>優惠券立即可再用。這次撤銷會記在流水。</translation>
  </message>
  <message>
   <source>Its coupons stay used. Rewards are counted again for what is left; what is too much is taken back.</source>
   <translation>優惠券維持已使用；獎勵依剩下的金額重算，多給的收回。</translation>
  </message>
  <message>
   <source>Only part comes back</source>
   <translation>只退一部分</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>記錄中…</translation>
  </message>
  <message>
   <source>Take back {money}</source>
   <translation>退回 {money}</translation>
  </message>
  <message>
   <source>Take back {money}, {cash} of it in money</source>
   <translation>退回 {money}，其中現款 {cash}</translation>
  </message>
  <message>
   <source>Take {money} off the new sale</source>
   <translation>新的交易扣抵 {money}</translation>
  </message>
  <message>
   <source>The whole sale</source>
   <translation>整筆撤銷</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>確認撤銷</translation>
  </message>
  <message>
   <source>Void a sale</source>
   <translation>撤銷交易</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>原因？</translation>
  </message>
  <message>
   <source>{effect} Taken back: {rewards}.</source>
   <translation>{effect}收回：{rewards}。</translation>
  </message>
  <message>
   <source>{money} · {time} · {name}</source>
   <translation>{money} · {time} · {name}</translation>
  </message>
  <message>
   <source>{sale} · {left} is left</source>
   <translation>{sale} · 還剩 {left}</translation>
  </message>
 </context>
 <context>
  <name>VoidReason</name>
  <message>
   <source>Customer changed their mind</source>
   <translation>顧客改變主意</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>退貨</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>The till cancelled it</source>
   <translation>收銀機已取消</translation>
  </message>
  <message>
   <source>Training or test</source>
   <translation>訓練或測試</translation>
  </message>
  <message>
   <source>Wrong amount</source>
   <translation>金額錯誤</translation>
  </message>
  <message>
   <source>Wrong coupon</source>
   <translation>用錯券</translation>
  </message>
 </context>
 <context>
  <name>Voucher</name>
  <message>
   <source>Good until {day}.</source>
   <translation>有效期限至 {day}。</translation>
  </message>
  <message>
   <source>HQ cannot be asked: this is what is known here.</source>
   <translation>無法詢問總部：這是本機所知的餘額。</translation>
  </message>
  <message>
   <source>Last paid here: {money} on {day}.</source>
   <translation>上次在此付款：{day} {money}。</translation>
  </message>
  <message>
   <source>Nothing is on it yet.</source>
   <translation>還沒有餘額。</translation>
  </message>
  <message>
   <source>Sold {n}, {left} on each: take {money}. Receipts {first} to {last}.</source>
   <translation>已售 {n} 張，每張 {left}：請收 {money}。收據 {first} 到 {last}。</translation>
  </message>
  <message>
   <source>Sold: take {money}. Receipt {number}; {left} on it.</source>
   <translation>已售出：收取 {money}。收據 {number}，餘額 {left}。</translation>
  </message>
  <message>
   <source>Taken back: pay {money} back. Receipt {number}.</source>
   <translation>已退回：退還顧客 {money}。收據 {number}。</translation>
  </message>
  <message>
   <source>Topped up: take {money}. Receipt {number}; {left} on it.</source>
   <translation>已加值：收取 {money}。收據 {number}，餘額 {left}。</translation>
  </message>
  <message>
   <source>{left} on it.</source>
   <translation>餘額 {left}。</translation>
  </message>
  <message>
   <source>{name}, {left} left on it</source>
   <translation>{name}，餘額 {left}</translation>
  </message>
 </context>
 <context>
  <name>VoucherSheet</name>
  <message>
   <source>A new voucher instead</source>
   <translation>改售新禮券</translation>
  </message>
  <message>
   <source>Amount that is paid</source>
   <translation>付款金額</translation>
  </message>
  <message>
   <source>Amount that is paid for each</source>
   <translation>每張付款金額</translation>
  </message>
  <message>
   <source>Another kind</source>
   <translation>換一種</translation>
  </message>
  <message>
   <source>How many: {n}</source>
   <translation>張數：{n}</translation>
  </message>
  <message>
   <source>Its code stands on the receipt. Good until {day}.</source>
   <translation>禮券碼印在收據上，有效期限至 {day}。</translation>
  </message>
  <message>
   <source>New: {name}</source>
   <translation>新售：{name}</translation>
  </message>
  <message>
   <source>No vouchers are sold here now.</source>
   <translation>目前這裡不售禮券。</translation>
  </message>
  <message>
   <source>No, leave it</source>
   <translation>不，保留</translation>
  </message>
  <message>
   <source>One before</source>
   <translation>再前一張</translation>
  </message>
  <message>
   <source>Receipt {number}. It can be done as long as all of it is there.</source>
   <translation>收據 {number}。金額完整未用時才能退回。</translation>
  </message>
  <message>
   <source>Scan a printed card: this terminal cannot make a new one.</source>
   <translation>請掃描印好的卡片：本機無法製作新的。</translation>
  </message>
  <message>
   <source>Scan a voucher to see what is on it, to sell it or to top it up.</source>
   <translation>掃描禮券可查餘額、售出或加值。</translation>
  </message>
  <message>
   <source>Sell</source>
   <translation>售出</translation>
  </message>
  <message>
   <source>Sell {n}, {money} paid</source>
   <translation>售出 {n} 張，收 {money}</translation>
  </message>
  <message>
   <source>Sell, {money} paid</source>
   <translation>售出，收 {money}</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>退回這一張</translation>
  </message>
  <message>
   <source>Take {money} off the voucher and pay it back?</source>
   <translation>從禮券扣回 {money} 並退款？</translation>
  </message>
  <message>
   <source>The customer takes a photograph of it: whoever has it can pay with it.</source>
   <translation>請顧客拍下來：持有此碼者即可付款。</translation>
  </message>
  <message>
   <source>The new voucher</source>
   <translation>新禮券</translation>
  </message>
  <message>
   <source>The voucher’s QR code</source>
   <translation>禮券的 QR 碼</translation>
  </message>
  <message>
   <source>To take back: {name}, {money}, receipt {number} of {time}</source>
   <translation>可退回：{name} {money}，收據 {number}，{time}</translation>
  </message>
  <message>
   <source>Top up</source>
   <translation>加值</translation>
  </message>
  <message>
   <source>Top up, {money} paid</source>
   <translation>加值，收 {money}</translation>
  </message>
  <message>
   <source>Vouchers</source>
   <translation>禮券</translation>
  </message>
  <message>
   <source>Yes, pay it back</source>
   <translation>是，退款</translation>
  </message>
  <message>
   <source>{least} to {most}</source>
   <translation>{least} 至 {most}</translation>
  </message>
 </context>
 <context>
  <name>WalkIn</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>A name is needed.</source>
   <translation>請填姓名。</translation>
  </message>
  <message>
   <source>Add and sign in</source>
   <translation>登記並簽到</translation>
  </message>
  <message>
   <source>An answer to each, please.</source>
   <translation>每一項都請回答。</translation>
  </message>
  <message>
   <source>Becomes a member, too</source>
   <translation>同時加入會員</translation>
  </message>
  <message>
   <source>Code from their phone</source>
   <translation>對方手機收到的驗證碼</translation>
  </message>
  <message>
   <source>Companions</source>
   <translation>同行</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>公司</translation>
  </message>
  <message>
   <source>Make them a member and sign in</source>
   <translation>加入會員並簽到</translation>
  </message>
  <message>
   <source>Members need a phone.</source>
   <translation>加入會員需要手機號碼。</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Name and phone are kept for this event only, and erased after it as the list is.</source>
   <translation>姓名與手機只用於這場活動，之後與名單一起刪除。</translation>
  </message>
  <message>
   <source>No member after all</source>
   <translation>不加入會員</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>不填了</translation>
  </message>
  <message>
   <source>Not on the list: add and sign in</source>
   <translation>現場登記並簽到</translation>
  </message>
  <message>
   <source>On the list with this phone: {names}. Is this somebody else?</source>
   <translation>名單上有這支電話：{names}。這是另一個人嗎？</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>手機</translation>
  </message>
  <message>
   <source>Read aloud, and ask for each.</source>
   <translation>請唸給對方聽，逐項詢問。</translation>
  </message>
  <message>
   <source>Read aloud, and ask for each. For who is younger than {n} a guardian agrees, and is named.</source>
   <translation>請逐項唸出並詢問。未滿 {n} 歲者由監護人同意，並登記監護人。</translation>
  </message>
  <message>
   <source>Send a code</source>
   <translation>發送驗證碼</translation>
  </message>
  <message>
   <source>Send a code, and type what their phone shows.</source>
   <translation>請發送驗證碼，再輸入對方手機上的數字。</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>另一個人</translation>
  </message>
  <message>
   <source>Who recommends them</source>
   <translation>推薦人</translation>
  </message>
  <message>
   <source>Without this nobody becomes a member; F4: without it, as a guest.</source>
   <translation>不同意這一項就不能加入會員；按 F4 只登記為來賓。</translation>
  </message>
  <message>
   <source>alone</source>
   <translation>一人</translation>
  </message>
  <message>
   <source>may be left out</source>
   <translation>可不填</translation>
  </message>
  <message>
   <source>scan their code, or type their phone</source>
   <translation>掃推薦人的碼，或打手機</translation>
  </message>
  <message>
   <source>{name} becomes a member</source>
   <translation>{name} 加入會員</translation>
  </message>
  <message>
   <source>{name}, who is on the list</source>
   <translation>名單上的 {name}</translation>
  </message>
 </context>
 <context>
  <name>Weekday</name>
  <message>
   <source>Fri</source>
   <translation>五</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>一</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>六</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>日</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>四</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>二</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>三</translation>
  </message>
 </context>
 <context>
  <name>Wheels</name>
  <message numerus="yes">
   <source>%n draw ticket(s)</source>
   <translation>
    <numerusform>%n 張抽獎券</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n turn(s)</source>
   <translation>
    <numerusform>%n 次機會</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n turn(s) for you</source>
   <translation>
    <numerusform>你還有 %n 次機會</numerusform>
   </translation>
  </message>
  <message>
   <source>All fields are alike in size and do not show the chances. How many of each are left stands beside them.</source>
   <translation>每一格大小相同，不代表中獎機率；每種獎品還剩多少，旁邊隨時看得到。</translation>
  </message>
  <message>
   <source>Catch one for me</source>
   <translation>幫我接一個</translation>
  </message>
  <message>
   <source>Check it</source>
   <translation>驗證</translation>
  </message>
  <message>
   <source>Check it yourself</source>
   <translation>自己驗證</translation>
  </message>
  <message>
   <source>Congratulations!</source>
   <translation>恭喜中獎！</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>抽獎</translation>
  </message>
  <message>
   <source>Draws</source>
   <translation>抽獎</translation>
  </message>
  <message>
   <source>Each code proves that your tickets are in the published list.</source>
   <translation>每個 QR 碼都能證明，您的抽獎券在公布的名單裡。</translation>
  </message>
  <message>
   <source>Each turn takes the next place of the list. It is written down before anything moves: the screen only shows it, and nobody here can choose, repeat or undo a result.</source>
   <translation>每次抽獎依序取清單上的下一格，先寫入紀錄，畫面才開始動：螢幕只是揭曉，任何人都不能挑選、重抽或取消結果。</translation>
  </message>
  <message>
   <source>Everything that can be won lies on a sealed list. A public random number, which nobody could know before, put it in its order.</source>
   <translation>所有獎項都在一份封存的清單上，順序由事前無人能知的公開隨機數決定。</translation>
  </message>
  <message>
   <source>Fingerprint of the list, published before the first turn: {fingerprint}</source>
   <translation>清單指紋（首次抽獎前已公布）：{fingerprint}</translation>
  </message>
  <message>
   <source>Fingerprint of the list: {fingerprint}</source>
   <translation>清單指紋：{fingerprint}</translation>
  </message>
  <message>
   <source>For practice: the random number is not from the public beacon.</source>
   <translation>練習用：隨機數並非來自公開信標。</translation>
  </message>
  <message>
   <source>Go</source>
   <translation>去玩</translation>
  </message>
  <message>
   <source>Good luck…</source>
   <translation>祝你好運…</translation>
  </message>
  <message>
   <source>How to check</source>
   <translation>如何驗證</translation>
  </message>
  <message>
   <source>Last time you did not see it to the end. Nothing was lost: here is the same result.</source>
   <translation>上次沒有看到最後。結果沒有遺失，現在揭曉的就是同一個。</translation>
  </message>
  <message>
   <source>Lately in this store. Names are shown in part.</source>
   <translation>本店最近的得獎者，姓名部分隱藏。</translation>
  </message>
  <message>
   <source>Let it rain</source>
   <translation>開始下紅包</translation>
  </message>
  <message>
   <source>My draw tickets</source>
   <translation>我的抽獎券</translation>
  </message>
  <message>
   <source>No list with tickets of theirs is published yet: print them after that.</source>
   <translation>含有其抽獎券的名單尚未公布：公布後再列印。</translation>
  </message>
  <message>
   <source>No list with your tickets is published yet. You find them here after that.</source>
   <translation>還沒有公布含有您抽獎券的名單；公布後就會出現在這裡。</translation>
  </message>
  <message>
   <source>No printer is set up for result slips: the code is on the screen.</source>
   <translation>沒有列印抽獎結果單的印表機：代碼在螢幕上。</translation>
  </message>
  <message>
   <source>No. {numbers}</source>
   <translation>編號 {numbers}</translation>
  </message>
  <message>
   <source>Nobody yet: be the first!</source>
   <translation>還沒有人中獎，等你拿第一份！</translation>
  </message>
  <message>
   <source>Not this time</source>
   <translation>這次沒有中獎</translation>
  </message>
  <message numerus="yes">
   <source>Once more (%n left)</source>
   <translation>
    <numerusform>再來一次（還有 %n 次）</numerusform>
   </translation>
  </message>
  <message>
   <source>Or hold the code to any of our terminals: each of them can check it.</source>
   <translation>或把代碼拿到我們任何一台機器前，每台都能驗證。</translation>
  </message>
  <message>
   <source>Print draw tickets</source>
   <translation>列印抽獎券</translation>
  </message>
  <message>
   <source>Print it</source>
   <translation>列印</translation>
  </message>
  <message>
   <source>Proof that they are in the list, as a code or on paper</source>
   <translation>證明在名單裡：看 QR 碼或列印</translation>
  </message>
  <message>
   <source>Prove who they are</source>
   <translation>核對身分</translation>
  </message>
  <message>
   <source>Scan it with your phone. The page recomputes the result on your phone itself.</source>
   <translation>用手機掃一掃，網頁就在你的手機上重新計算結果。</translation>
  </message>
  <message>
   <source>Scan it: your phone checks the result itself</source>
   <translation>掃一掃，用你的手機重新驗算</translation>
  </message>
  <message>
   <source>Scratch it for me</source>
   <translation>幫我刮開</translation>
  </message>
  <message>
   <source>See what it is</source>
   <translation>看結果</translation>
  </message>
  <message>
   <source>Spin the wheel</source>
   <translation>轉動轉盤</translation>
  </message>
  <message>
   <source>Start the light</source>
   <translation>開始抽獎</translation>
  </message>
  <message>
   <source>Still to be won at this machine</source>
   <translation>本機剩餘獎品</translation>
  </message>
  <message>
   <source>Still to be won here / in the whole chain ({time})</source>
   <translation>本機／全部門市剩餘獎品（{time}）</translation>
  </message>
  <message>
   <source>Take a card</source>
   <translation>拿一張刮刮卡</translation>
  </message>
  <message>
   <source>Take a photo of this code: with it anybody can check that these tickets are in the list.</source>
   <translation>請拍下這個 QR 碼：有了它，誰都能驗證這些抽獎券在名單裡。</translation>
  </message>
  <message>
   <source>The slip goes to {printer}.</source>
   <translation>結果單送往{printer}。</translation>
  </message>
  <message>
   <source>There is nothing to play at the moment.</source>
   <translation>目前沒有抽獎活動。</translation>
  </message>
  <message>
   <source>Turn the knob</source>
   <translation>轉動扭蛋機</translation>
  </message>
  <message>
   <source>When the list is used up it is published whole, and everybody can recompute all of it.</source>
   <translation>清單用完後會全部公開，任何人都能從頭重算。</translation>
  </message>
  <message>
   <source>Who won</source>
   <translation>得獎名單</translation>
  </message>
  <message>
   <source>drawn {when}</source>
   <translation>抽獎時間：{when}</translation>
  </message>
  <message>
   <source>for {price}</source>
   <translation>用 {price}</translation>
  </message>
  <message>
   <source>not open at the moment</source>
   <translation>目前未開放</translation>
  </message>
  <message>
   <source>place {n} of the list</source>
   <translation>清單第 {n} 格</translation>
  </message>
  <message>
   <source>see what there is to win</source>
   <translation>看看有哪些獎品</translation>
  </message>
  <message numerus="yes">
   <source>you have %n ticket(s)</source>
   <translation>
    <numerusform>你有 %n 張抽獎券</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>you have {n} point(s)</source>
   <translation>
    <numerusform>你有 {n} 積分</numerusform>
   </translation>
  </message>
  <message>
   <source>your result is waiting</source>
   <translation>你的結果還沒看完</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} 積分</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} prize(s) left</source>
   <translation>
    <numerusform>剩 {n} 份獎品</numerusform>
   </translation>
  </message>
  <message>
   <source>{play} for {price}</source>
   <translation>用 {price} {play}</translation>
  </message>
 </context>
 <context>
  <name>When</name>
  <message>
   <source>today {time}</source>
   <translation>今天 {time}</translation>
  </message>
 </context>
 <context>
  <name>Word</name>
  <message>
   <source>Auditor</source>
   <translation>稽核</translation>
  </message>
  <message>
   <source>Clerk</source>
   <translation>店員</translation>
  </message>
  <message>
   <source>Gold</source>
   <translation>金卡</translation>
  </message>
  <message>
   <source>Manager</source>
   <translation>主管</translation>
  </message>
  <message>
   <source>Member</source>
   <translation>會員</translation>
  </message>
  <message>
   <source>Member of another store</source>
   <translation>其他門市會員</translation>
  </message>
  <message>
   <source>Platinum</source>
   <translation>鉑金卡</translation>
  </message>
  <message>
   <source>Silver</source>
   <translation>銀卡</translation>
  </message>
  <message>
   <source>Volunteer</source>
   <translation>志工</translation>
  </message>
  <message>
   <source>away for long</source>
   <translation>久未光臨</translation>
  </message>
  <message>
   <source>new</source>
   <translation>新客</translation>
  </message>
  <message>
   <source>no member</source>
   <translation>未識別</translation>
  </message>
  <message>
   <source>regular</source>
   <translation>常客</translation>
  </message>
  <message>
   <source>returned {money}</source>
   <translation>已退 {money}</translation>
  </message>
 </context>
</TS>
