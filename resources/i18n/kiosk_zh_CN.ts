<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Action</name>
  <message>
   <source>Accept the partner’s code</source>
   <translation>接受合作伙伴的码</translation>
  </message>
  <message>
   <source>Check in today</source>
   <translation>今日签到</translation>
  </message>
  <message>
   <source>Check-in</source>
   <translation>签到</translation>
  </message>
  <message>
   <source>Choose a gift</source>
   <translation>选礼品</translation>
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
   <translation>活动</translation>
  </message>
  <message>
   <source>Exchange points</source>
   <translation>兑换</translation>
  </message>
  <message>
   <source>Hand this gift over</source>
   <translation>交付这份礼品</translation>
  </message>
  <message>
   <source>Make-up card</source>
   <translation>补签卡</translation>
  </message>
  <message>
   <source>Partner</source>
   <translation>合作伙伴</translation>
  </message>
  <message>
   <source>Points mall</source>
   <translation>积分商城</translation>
  </message>
  <message>
   <source>Record attendance</source>
   <translation>记录到场</translation>
  </message>
  <message>
   <source>Record the answer</source>
   <translation>记录答案</translation>
  </message>
  <message>
   <source>Record the vote</source>
   <translation>记录投票</translation>
  </message>
  <message>
   <source>Sign up</source>
   <translation>报名</translation>
  </message>
  <message>
   <source>Sign-up</source>
   <translation>报名</translation>
  </message>
  <message>
   <source>Spin the wheel</source>
   <translation>转转盘</translation>
  </message>
  <message>
   <source>Survey</source>
   <translation>问卷</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>任务</translation>
  </message>
  <message>
   <source>Task is done</source>
   <translation>任务完成</translation>
  </message>
  <message>
   <source>Use a make-up card</source>
   <translation>使用补签卡</translation>
  </message>
  <message>
   <source>Vote</source>
   <translation>投票</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>大转盘</translation>
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
    <numerusform>有 %n 份奖品待领</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) to do</source>
   <translation>
    <numerusform>可办 %n 项</numerusform>
   </translation>
  </message>
  <message>
   <source>1 not at all satisfied – 5 very satisfied. Keys 1 to 5.</source>
   <translation>1 很不满意 – 5 很满意。可按数字键 1 到 5。</translation>
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
   <translation>会员服务</translation>
  </message>
  <message>
   <source>HQ credits what it brings.</source>
   <translation>所得奖励由总部入账。</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>查询中…</translation>
  </message>
  <message>
   <source>Make-up card for {day}</source>
   <translation>补签{day}</translation>
  </message>
  <message>
   <source>Member’s file</source>
   <translation>会员信息</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>记录中…</translation>
  </message>
  <message>
   <source>Score {score}</source>
   <translation>{score} 分</translation>
  </message>
  <message>
   <source>Take {price} from the customer first.</source>
   <translation>请先向顾客收取 {price}。</translation>
  </message>
  <message>
   <source>The campaigns that run offer nothing to do here.</source>
   <translation>目前的活动没有可在这里办理的项目。</translation>
  </message>
  <message>
   <source>The member receives</source>
   <translation>会员得到</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>昨天</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} 积分</numerusform>
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
   <translation>需要主管的 PIN 码</translation>
  </message>
  <message>
   <source>“{coupon}” is to be accepted without HQ. {reason}</source>
   <translation>将在离线时核销“{coupon}”。{reason}</translation>
  </message>
 </context>
 <context>
  <name>Ask</name>
  <message>
   <source>A sale is open here. It is not recorded, and it is gone when the window is closed.</source>
   <translation>有一笔交易尚未完成；关闭后不会入账，也不会保留。</translation>
  </message>
  <message>
   <source>A usual sale here is {usual}. Please compare the amount with the goods.</source>
   <translation>本店平常一笔约 {usual}，请与商品核对。</translation>
  </message>
  <message>
   <source>Another member’s code: a new customer?</source>
   <translation>这是另一位会员的会员码，换下一位顾客吗？</translation>
  </message>
  <message>
   <source>Close the window?</source>
   <translation>要关闭窗口吗？</translation>
  </message>
  <message>
   <source>End the membership of {name}?</source>
   <translation>要终止 {name} 的会员资格吗？</translation>
  </message>
  <message>
   <source>Headquarters erases name, phone and birthday. Points and coupons are lost. It stays so.</source>
   <translation>总部会删除姓名、电话与生日，积分与优惠券将失效，且无法复原。</translation>
  </message>
  <message>
   <source>Is the amount really {money}?</source>
   <translation>金额确定是 {money} 吗？</translation>
  </message>
  <message>
   <source>It is not recorded. For five minutes Ctrl Z takes it back.</source>
   <translation>这笔不会入账；五分钟内可按 Ctrl Z 取回。</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>下一位顾客</translation>
  </message>
  <message>
   <source>No, change it</source>
   <translation>不，修改</translation>
  </message>
  <message>
   <source>No, go on with this sale</source>
   <translation>不，继续这笔</translation>
  </message>
  <message>
   <source>No, stay a member</source>
   <translation>否，保留会员</translation>
  </message>
  <message>
   <source>Put this sale aside ({money})?</source>
   <translation>要搁置这笔交易（{money}）吗？</translation>
  </message>
  <message>
   <source>That is far more than usual. Please compare it with the goods.</source>
   <translation>远高于平常，请与商品核对。</translation>
  </message>
  <message>
   <source>This sale is put aside then, and the new one begins without an amount.</source>
   <translation>目前这笔会先搁置，新的一笔从零开始。</translation>
  </message>
  <message>
   <source>Yes, close</source>
   <translation>是，关闭</translation>
  </message>
  <message>
   <source>Yes, end it</source>
   <translation>是，终止</translation>
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
   <translation>总部已停用这台终端。请到其他收银台核销，并联系技术人员。</translation>
  </message>
  <message>
   <source>Set back too often: coupons and points wait until HQ decides. Call IT.</source>
   <translation>数据多次被还原：优惠券与积分暂停使用，由总部决定。请联系技术人员。</translation>
  </message>
  <message>
   <source>The journal was restored from a backup. Coupons wait for HQ; nothing is used twice.</source>
   <translation>流水由备份恢复。优惠券先等总部确认，不会重复核销。</translation>
  </message>
  <message numerus="yes">
   <source>This computer’s clock is %n minute(s) fast. Please have it set right.</source>
   <translation>
    <numerusform>这台电脑的时钟快了 %n 分钟，请调准。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>This computer’s clock is %n minute(s) slow. Please have it set right.</source>
   <translation>
    <numerusform>这台电脑的时钟慢了 %n 分钟，请调准。</numerusform>
   </translation>
  </message>
  <message>
   <source>This computer’s clock was set back. Coupons wait until HQ has confirmed the time.</source>
   <translation>这台电脑的时钟被往回调。总部确认时间前，部分优惠券暂不能用。</translation>
  </message>
  <message>
   <source>Two computers are this terminal. Coupons and points wait until HQ decides: call IT.</source>
   <translation>有两台电脑是同一台终端。优惠券与积分暂停使用，由总部决定：请联系技术人员。</translation>
  </message>
 </context>
 <context>
  <name>Benefit</name>
  <message>
   <source>Gift</source>
   <translation>赠</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>优惠</translation>
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
   <translation>给店员：程序会自行重试。{what}</translation>
  </message>
  <message>
   <source>One moment, please</source>
   <translation>请稍候</translation>
  </message>
  <message>
   <source>This station is starting again. What was confirmed is kept. Our staff will gladly help meanwhile.</source>
   <translation>本机正在重新启动，已确认的内容都已保存。等候时，店员很乐意为您服务。</translation>
  </message>
 </context>
 <context>
  <name>Camera</name>
  <message>
   <source>Camera is starting…</source>
   <translation>摄像头启动中…</translation>
  </message>
  <message>
   <source>Camera ready</source>
   <translation>摄像头已就绪</translation>
  </message>
  <message>
   <source>Camera unplugged: use the scanner</source>
   <translation>摄像头已拔出，请用扫码枪</translation>
  </message>
  <message>
   <source>Code seen: closer, please</source>
   <translation>看到码了：请靠近一点</translation>
  </message>
  <message>
   <source>Code seen: hold it still</source>
   <translation>看到码了：请拿稳</translation>
  </message>
  <message>
   <source>Code seen: tilt it away from the lamp</source>
   <translation>看到码了：请转一点，避开灯光</translation>
  </message>
  <message>
   <source>No camera: use the scanner</source>
   <translation>没有摄像头，请用扫码枪</translation>
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
   <translation>给谁</translation>
  </message>
  <message>
   <source>From whom</source>
   <translation>谁送的</translation>
  </message>
  <message>
   <source>Greeting card</source>
   <translation>贺卡</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>祝福的话</translation>
  </message>
  <message>
   <source>Mid-Autumn</source>
   <translation>中秋</translation>
  </message>
  <message>
   <source>No frame</source>
   <translation>无边框</translation>
  </message>
  <message>
   <source>No printer is set up for cards: a manager does it (Ctrl F9).</source>
   <translation>还没有为贺卡设置打印机：请店长设置（Ctrl F9）。</translation>
  </message>
  <message>
   <source>Plain</source>
   <translation>素雅</translation>
  </message>
  <message>
   <source>Print the card</source>
   <translation>打印贺卡</translation>
  </message>
  <message>
   <source>Spring Festival</source>
   <translation>春节</translation>
  </message>
  <message>
   <source>Take the photo</source>
   <translation>拍照</translation>
  </message>
  <message>
   <source>The campaign’s name on it</source>
   <translation>印上活动名称</translation>
  </message>
  <message>
   <source>The card is printed on {printer}.</source>
   <translation>贺卡由“{printer}”打印。</translation>
  </message>
  <message>
   <source>The card on their phone</source>
   <translation>贺卡传到手机</translation>
  </message>
  <message>
   <source>The card’s QR code</source>
   <translation>贺卡的二维码</translation>
  </message>
  <message>
   <source>The customer scans it and saves the card. It stays there for 30 days, with its photo.</source>
   <translation>顾客扫描后即可保存贺卡；贺卡连同照片保留 30 天。</translation>
  </message>
  <message>
   <source>The photo is deleted once the card is printed.</source>
   <translation>贺卡印出后，照片即删除。</translation>
  </message>
  <message>
   <source>To their phone</source>
   <translation>传到顾客手机</translation>
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
   <translation>“{word}”不能印在贺卡上，请换个说法。</translation>
  </message>
 </context>
 <context>
  <name>Categories</name>
  <message>
   <source>Amount by category</source>
   <translation>分类金额</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>应用</translation>
  </message>
  <message>
   <source>Digits and a point only, please.</source>
   <translation>只能输入数字与小数点。</translation>
  </message>
  <message>
   <source>How much of the purchase falls on these goods?</source>
   <translation>这些商品各占多少金额？</translation>
  </message>
  <message>
   <source>How much of {amount} falls on these goods?</source>
   <translation>{amount} 之中，这些商品各占多少？</translation>
  </message>
  <message>
   <source>Together more than the amount of {amount}.</source>
   <translation>合计超过了 {amount}。</translation>
  </message>
 </context>
 <context>
  <name>Category</name>
  <message>
   <source>Appliances</source>
   <translation>家电</translation>
  </message>
  <message>
   <source>Baby</source>
   <translation>母婴</translation>
  </message>
  <message>
   <source>Bakery</source>
   <translation>烘焙</translation>
  </message>
  <message>
   <source>Beauty</source>
   <translation>美妆</translation>
  </message>
  <message>
   <source>Clothing</source>
   <translation>服饰</translation>
  </message>
  <message>
   <source>Drinks</source>
   <translation>饮料</translation>
  </message>
  <message>
   <source>Electronics</source>
   <translation>电子产品</translation>
  </message>
  <message>
   <source>Food</source>
   <translation>食品</translation>
  </message>
  <message>
   <source>Fresh food</source>
   <translation>生鲜</translation>
  </message>
  <message>
   <source>Gifts</source>
   <translation>礼品</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>居家</translation>
  </message>
  <message>
   <source>Mooncakes</source>
   <translation>月饼</translation>
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
   <translation>有效期至 {day}</translation>
  </message>
  <message>
   <source>Keep it like cash: whoever holds it can pay with it.</source>
   <translation>请像现金一样保管：持有者即可使用。</translation>
  </message>
  <message>
   <source>On the voucher</source>
   <translation>礼品卡余额</translation>
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
   <translation>付款时出示此码</translation>
  </message>
  <message>
   <source>Voucher sold</source>
   <translation>售出礼品卡</translation>
  </message>
  <message>
   <source>Voucher taken back</source>
   <translation>礼品卡退回</translation>
  </message>
  <message>
   <source>Voucher topped up</source>
   <translation>礼品卡充值</translation>
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
   <translation>总部</translation>
  </message>
  <message>
   <source>HQ did not accept the registration</source>
   <translation>总部未通过这笔注册</translation>
  </message>
  <message>
   <source>HQ looks at this recommendation first</source>
   <translation>这笔推荐须先由总部审核</translation>
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
   <translation>入会 {have} 天</translation>
  </message>
  <message>
   <source>a member for {have} days (from {need})</source>
   <translation>入会 {have} 天（满 {need} 天）</translation>
  </message>
  <message>
   <source>a member for {have} days, at most {most}</source>
   <translation>入会 {have} 天，限 {most} 天以内</translation>
  </message>
  <message>
   <source>a member for {have} days, needs {need}</source>
   <translation>入会 {have} 天，需满 {need} 天</translation>
  </message>
  <message>
   <source>a member is at the till</source>
   <translation>已识别会员</translation>
  </message>
  <message>
   <source>a month</source>
   <translation>每月</translation>
  </message>
  <message>
   <source>a place is free: {need}</source>
   <translation>还有名额：{need}</translation>
  </message>
  <message>
   <source>a week</source>
   <translation>每周</translation>
  </message>
  <message>
   <source>a year</source>
   <translation>每年</translation>
  </message>
  <message>
   <source>already has “{thing}”</source>
   <translation>已经有“{thing}”</translation>
  </message>
  <message>
   <source>belongs to: {need}</source>
   <translation>属于：{need}</translation>
  </message>
  <message>
   <source>between two phases of the campaign</source>
   <translation>介于活动的两个阶段之间</translation>
  </message>
  <message>
   <source>birthday time</source>
   <translation>生日期间</translation>
  </message>
  <message>
   <source>both live in one household</source>
   <translation>两人是同一户</translation>
  </message>
  <message>
   <source>bought for {have}</source>
   <translation>消费 {have}</translation>
  </message>
  <message>
   <source>bought for {have} (from {need})</source>
   <translation>消费 {have}（满 {need}）</translation>
  </message>
  <message>
   <source>bought for {have}, and {need} came back in exchange: nothing more was bought</source>
   <translation>购买 {have}，换回 {need}：没有多买</translation>
  </message>
  <message>
   <source>bought for {have}, at most {most}</source>
   <translation>消费 {have}，上限 {most}</translation>
  </message>
  <message>
   <source>bought for {have}, needs {need}</source>
   <translation>消费 {have}，需满 {need}</translation>
  </message>
  <message>
   <source>came without a recommendation</source>
   <translation>没有推荐人</translation>
  </message>
  <message>
   <source>check-ins: {have}</source>
   <translation>签到 {have} 次</translation>
  </message>
  <message>
   <source>check-ins: {have} (from {need})</source>
   <translation>签到 {have} 次（满 {need} 次）</translation>
  </message>
  <message>
   <source>check-ins: {have}, at most {most}</source>
   <translation>签到 {have} 次，上限 {most} 次</translation>
  </message>
  <message>
   <source>check-ins: {have}, needs {need}</source>
   <translation>签到 {have} 次，需满 {need} 次</translation>
  </message>
  <message>
   <source>checked in {have} days in a row</source>
   <translation>连续签到 {have} 天</translation>
  </message>
  <message>
   <source>checked in {have} days in a row (target {need})</source>
   <translation>连续签到 {have} 天（目标 {need} 天）</translation>
  </message>
  <message>
   <source>checked in {have} days in a row, needs {need}</source>
   <translation>连续签到 {have} 天，需满 {need} 天</translation>
  </message>
  <message>
   <source>checked in {have} days in a row; the target was reached before</source>
   <translation>连续签到 {have} 天，先前已达标</translation>
  </message>
  <message>
   <source>checkout</source>
   <translation>收银台</translation>
  </message>
  <message>
   <source>chosen: {have}</source>
   <translation>选了：{have}</translation>
  </message>
  <message>
   <source>condition “{code}”</source>
   <translation>条件“{code}”</translation>
  </message>
  <message>
   <source>does not have “{thing}” yet</source>
   <translation>还没有“{thing}”</translation>
  </message>
  <message>
   <source>draw tickets: {have}</source>
   <translation>抽奖券 {have} 张</translation>
  </message>
  <message>
   <source>draw tickets: {have} (from {need})</source>
   <translation>抽奖券 {have} 张（需 {need} 张）</translation>
  </message>
  <message>
   <source>draw tickets: {have}, at most {most}</source>
   <translation>抽奖券 {have} 张，最多 {most} 张</translation>
  </message>
  <message>
   <source>draw tickets: {have}, needs {need}</source>
   <translation>抽奖券 {have} 张，需要 {need} 张</translation>
  </message>
  <message>
   <source>events</source>
   <translation>活动现场</translation>
  </message>
  <message>
   <source>first check-in today</source>
   <translation>今天第一次签到</translation>
  </message>
  <message>
   <source>friends brought: {have}</source>
   <translation>推荐好友 {have} 位</translation>
  </message>
  <message>
   <source>friends brought: {have} (from {need})</source>
   <translation>推荐好友 {have} 位（满 {need} 位）</translation>
  </message>
  <message>
   <source>friends brought: {have}, at most {most}</source>
   <translation>推荐好友 {have} 位，上限 {most} 位</translation>
  </message>
  <message>
   <source>friends brought: {have}, needs {need}</source>
   <translation>推荐好友 {have} 位，需满 {need} 位</translation>
  </message>
  <message>
   <source>had spent {have} before</source>
   <translation>先前累计消费 {have}</translation>
  </message>
  <message>
   <source>had spent {have} before (from {need})</source>
   <translation>先前累计消费 {have}（满 {need}）</translation>
  </message>
  <message>
   <source>had spent {have} before, at most {most}</source>
   <translation>先前累计消费 {have}，上限 {most}</translation>
  </message>
  <message>
   <source>had spent {have} before, needs {need}</source>
   <translation>先前累计消费 {have}，需满 {need}</translation>
  </message>
  <message>
   <source>has checked in today already</source>
   <translation>今天已经签到过</translation>
  </message>
  <message>
   <source>has never bought</source>
   <translation>从未消费</translation>
  </message>
  <message>
   <source>has “{thing}”</source>
   <translation>有“{thing}”</translation>
  </message>
  <message>
   <source>here: {have}</source>
   <translation>渠道：{have}</translation>
  </message>
  <message>
   <source>in all</source>
   <translation>总计</translation>
  </message>
  <message>
   <source>in phase {have}</source>
   <translation>阶段：{have}</translation>
  </message>
  <message>
   <source>in stock: {need}</source>
   <translation>有库存：{need}</translation>
  </message>
  <message>
   <source>in the price: {money} off</source>
   <translation>已计入价格：折 {money}</translation>
  </message>
  <message>
   <source>in this store</source>
   <translation>适用本店</translation>
  </message>
  <message>
   <source>it was about “{need}”</source>
   <translation>就是“{need}”</translation>
  </message>
  <message>
   <source>kind of customer: {have}</source>
   <translation>顾客类型：{have}</translation>
  </message>
  <message>
   <source>last bought {have} days ago</source>
   <translation>{have} 天前消费过</translation>
  </message>
  <message>
   <source>last bought {have} days ago (from {need})</source>
   <translation>{have} 天前消费过（满 {need} 天）</translation>
  </message>
  <message>
   <source>last bought {have} days ago, at most {most}</source>
   <translation>{have} 天前消费过，限 {most} 天以内</translation>
  </message>
  <message>
   <source>last bought {have} days ago, needs {need}</source>
   <translation>{have} 天前消费过，需满 {need} 天</translation>
  </message>
  <message numerus="yes">
   <source>limit reached: {most} point(s) {per}</source>
   <translation>
    <numerusform>已达上限：{per} {most} 积分</numerusform>
   </translation>
  </message>
  <message>
   <source>limit reached: {most} saved {per}</source>
   <translation>已达上限：{per}优惠 {most}</translation>
  </message>
  <message numerus="yes">
   <source>limit reached: {most} time(s) {per}</source>
   <translation>
    <numerusform>已达上限：{per} {most} 次</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>limit: {most} point(s) {per}, {used} so far</source>
   <translation>
    <numerusform>上限{per} {most} 积分，已得 {used}</numerusform>
   </translation>
  </message>
  <message>
   <source>limit: {most} saved {per}, {used} so far</source>
   <translation>上限{per}优惠 {most}，已优惠 {used}</translation>
  </message>
  <message numerus="yes">
   <source>limit: {most} time(s) {per}, used {used}</source>
   <translation>
    <numerusform>上限：{per} {most} 次，已用 {used} 次</numerusform>
   </translation>
  </message>
  <message>
   <source>limited to {most} in all</source>
   <translation>总量上限 {most} 份</translation>
  </message>
  <message>
   <source>limited to {most} in all: the share of this till is used up</source>
   <translation>总量上限 {most} 份：分到这台终端的已用完</translation>
  </message>
  <message>
   <source>members of tier {need} only (this one: {have})</source>
   <translation>限{need}会员（这位是{have}）</translation>
  </message>
  <message>
   <source>met, but it comes to nothing (the amount is too small, or the member has it already)</source>
   <translation>符合，但没有可给的（金额太小，或会员已经拥有）</translation>
  </message>
  <message>
   <source>needs “{thing}”, which this member has not</source>
   <translation>需要有“{thing}”，这位会员没有</translation>
  </message>
  <message>
   <source>no goods of the right kind</source>
   <translation>没有指定商品</translation>
  </message>
  <message>
   <source>no place left here: {need}</source>
   <translation>这里已无名额：{need}</translation>
  </message>
  <message>
   <source>nobody can recommend themselves</source>
   <translation>不能推荐自己</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>none of several conditions holds</source>
   <translation>几个条件都不符合</translation>
  </message>
  <message>
   <source>none was left at the time</source>
   <translation>当时已送完</translation>
  </message>
  <message>
   <source>not for members marked: {need}</source>
   <translation>不适用于标记为“{need}”的会员</translation>
  </message>
  <message>
   <source>not for those whom a member recommended</source>
   <translation>不适用于经人推荐的顾客</translation>
  </message>
  <message>
   <source>not given for this yet</source>
   <translation>这次还没给过</translation>
  </message>
  <message>
   <source>not in the price: something better is, or it does not go with it</source>
   <translation>未计入价格：已有更优惠的，或不能一起使用</translation>
  </message>
  <message>
   <source>not marked: {need}</source>
   <translation>没有标记：{need}</translation>
  </message>
  <message>
   <source>not the birthday month</source>
   <translation>不是生日当月</translation>
  </message>
  <message>
   <source>not the first purchase: {have} before</source>
   <translation>不是首次消费：先前已有 {have} 次</translation>
  </message>
  <message>
   <source>not the friend’s first purchase</source>
   <translation>不是好友的首次消费</translation>
  </message>
  <message>
   <source>nothing left in stock here: {need}</source>
   <translation>这里已无库存：{need}</translation>
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
   <translation>第 {have} 次；只计第 {most} 次</translation>
  </message>
  <message>
   <source>of no kind yet</source>
   <translation>尚未分类</translation>
  </message>
  <message>
   <source>one of several conditions holds</source>
   <translation>符合其中一个条件</translation>
  </message>
  <message>
   <source>online</source>
   <translation>线上</translation>
  </message>
  <message>
   <source>only for customers who are {need} (this one: {have})</source>
   <translation>限“{need}”（这位是“{have}”）</translation>
  </message>
  <message>
   <source>only for members marked: {need}</source>
   <translation>限标记为“{need}”的会员</translation>
  </message>
  <message>
   <source>only for members: nobody is known at the till</source>
   <translation>限会员：尚未识别会员</translation>
  </message>
  <message>
   <source>only for those whom a member recommended</source>
   <translation>限经会员推荐的顾客</translation>
  </message>
  <message>
   <source>only for “{need}”</source>
   <translation>限“{need}”</translation>
  </message>
  <message>
   <source>only here: {need}</source>
   <translation>限：{need}</translation>
  </message>
  <message>
   <source>only in phase {need}</source>
   <translation>限阶段：{need}</translation>
  </message>
  <message>
   <source>only in phase {need} (now: {have})</source>
   <translation>限阶段：{need}（现在：{have}）</translation>
  </message>
  <message>
   <source>only in: {need}</source>
   <translation>限门店：{need}</translation>
  </message>
  <message>
   <source>only on reaching tier {need}</source>
   <translation>限升级至{need}时</translation>
  </message>
  <message>
   <source>only the largest multiplier counts: ×{need} instead of ×{have}</source>
   <translation>只计最高倍数：×{need}，不计 ×{have}</translation>
  </message>
  <message>
   <source>only when paid by: {need}</source>
   <translation>限以下支付方式：{need}</translation>
  </message>
  <message>
   <source>only when “{need}” is won</source>
   <translation>限抽中“{need}”</translation>
  </message>
  <message>
   <source>paid by: {have}</source>
   <translation>支付方式：{have}</translation>
  </message>
  <message>
   <source>per clerk</source>
   <translation>每位店员</translation>
  </message>
  <message>
   <source>per household</source>
   <translation>每户</translation>
  </message>
  <message>
   <source>per member</source>
   <translation>每位会员</translation>
  </message>
  <message>
   <source>per store</source>
   <translation>每家门店</translation>
  </message>
  <message>
   <source>per till</source>
   <translation>每台终端</translation>
  </message>
  <message>
   <source>pieces of the right article: {have}</source>
   <translation>指定商品 {have} 件</translation>
  </message>
  <message>
   <source>pieces of the right article: {have} (from {need})</source>
   <translation>指定商品 {have} 件（满 {need} 件）</translation>
  </message>
  <message>
   <source>pieces of the right article: {have}, at most {most}</source>
   <translation>指定商品 {have} 件，上限 {most} 件</translation>
  </message>
  <message>
   <source>pieces of the right article: {have}, needs {need}</source>
   <translation>指定商品 {have} 件，需满 {need} 件</translation>
  </message>
  <message>
   <source>points: {have}</source>
   <translation>积分 {have}</translation>
  </message>
  <message>
   <source>points: {have} (from {need})</source>
   <translation>积分 {have}（满 {need}）</translation>
  </message>
  <message>
   <source>points: {have}, at most {most}</source>
   <translation>积分 {have}，上限 {most}</translation>
  </message>
  <message>
   <source>points: {have}, needs {need}</source>
   <translation>积分 {have}，需满 {need}</translation>
  </message>
  <message>
   <source>purchases before: {have}</source>
   <translation>先前消费 {have} 次</translation>
  </message>
  <message>
   <source>purchases before: {have} (from {need})</source>
   <translation>先前消费 {have} 次（满 {need} 次）</translation>
  </message>
  <message>
   <source>purchases before: {have}, at most {most}</source>
   <translation>先前消费 {have} 次，上限 {most} 次</translation>
  </message>
  <message>
   <source>purchases before: {have}, needs {need}</source>
   <translation>先前消费 {have} 次，需满 {need} 次</translation>
  </message>
  <message>
   <source>reached tier {need}</source>
   <translation>升级至{need}</translation>
  </message>
  <message>
   <source>running out soon: {have}</source>
   <translation>即将到期：{have}</translation>
  </message>
  <message>
   <source>running out soon: {have} (from {need})</source>
   <translation>即将到期：{have}（至少 {need}）</translation>
  </message>
  <message>
   <source>running out soon: {have}, needs {need}</source>
   <translation>即将到期：{have}，需 {need}</translation>
  </message>
  <message>
   <source>score {have}</source>
   <translation>评分 {have}</translation>
  </message>
  <message>
   <source>score {have} (from {need})</source>
   <translation>评分 {have}（{need} 分以上）</translation>
  </message>
  <message>
   <source>score {have}, at most {most}</source>
   <translation>评分 {have}，上限 {most} 分</translation>
  </message>
  <message>
   <source>score {have}, needs {need}</source>
   <translation>评分 {have}，需 {need} 分以上</translation>
  </message>
  <message>
   <source>self-service</source>
   <translation>自助机</translation>
  </message>
  <message>
   <source>somebody else had recommended the friend before</source>
   <translation>已有其他人先推荐了这位好友</translation>
  </message>
  <message>
   <source>spent {have} in all</source>
   <translation>累计消费 {have}</translation>
  </message>
  <message>
   <source>spent {have} in all (target {need})</source>
   <translation>累计消费 {have}（目标 {need}）</translation>
  </message>
  <message>
   <source>spent {have} in all, needs {need}</source>
   <translation>累计消费 {have}，需满 {need}</translation>
  </message>
  <message>
   <source>spent {have} in all; the target was reached before</source>
   <translation>累计消费 {have}，先前已达标</translation>
  </message>
  <message>
   <source>spins left: {have}</source>
   <translation>转盘剩 {have} 次</translation>
  </message>
  <message>
   <source>stamps on the card: {have}</source>
   <translation>集章卡已集 {have} 个</translation>
  </message>
  <message>
   <source>stamps on the card: {have} of {need}</source>
   <translation>集章卡 {have}/{need}</translation>
  </message>
  <message>
   <source>the birthday is not known</source>
   <translation>没有生日信息</translation>
  </message>
  <message>
   <source>the birthday is not within {need} days</source>
   <translation>生日不在前后 {need} 天内</translation>
  </message>
  <message>
   <source>the campaign begins on {day}</source>
   <translation>活动 {day} 开始</translation>
  </message>
  <message>
   <source>the campaign ended on {day}</source>
   <translation>活动已于 {day} 结束</translation>
  </message>
  <message>
   <source>the campaign is not running</source>
   <translation>活动不在进行中</translation>
  </message>
  <message>
   <source>the campaign is running</source>
   <translation>活动进行中</translation>
  </message>
  <message>
   <source>the card is full: {have} of {need} stamps</source>
   <translation>集章卡已集满（{have}/{need}）</translation>
  </message>
  <message>
   <source>the code was given</source>
   <translation>已输入优惠码</translation>
  </message>
  <message>
   <source>the code was not given</source>
   <translation>没有输入优惠码</translation>
  </message>
  <message>
   <source>the customer does not pay with points (F7)</source>
   <translation>顾客没有用积分抵扣（F7）</translation>
  </message>
  <message>
   <source>the customer pays with points</source>
   <translation>顾客用积分抵扣</translation>
  </message>
  <message>
   <source>the first purchase</source>
   <translation>首次消费</translation>
  </message>
  <message>
   <source>the friend was a member already</source>
   <translation>好友原本就是会员</translation>
  </message>
  <message>
   <source>the member kept it from a sale that was undone: it counts for this one</source>
   <translation>会员保留了先前已撤销交易的这项奖励，抵作这次的</translation>
  </message>
  <message>
   <source>the members recommended each other in a circle</source>
   <translation>会员互相循环推荐</translation>
  </message>
  <message>
   <source>the recommendation counts</source>
   <translation>推荐有效</translation>
  </message>
  <message>
   <source>the recommendation does not count</source>
   <translation>推荐无效</translation>
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
   <translation>时段符合</translation>
  </message>
  <message>
   <source>this gift cannot be chosen (any more)</source>
   <translation>这份礼品不能选（或已选过）</translation>
  </message>
  <message>
   <source>this till’s share of the budget is used up</source>
   <translation>分到这台终端的预算已用完</translation>
  </message>
  <message>
   <source>this version of the campaign is in force</source>
   <translation>这一版活动有效</translation>
  </message>
  <message>
   <source>this version of the campaign was not in force then</source>
   <translation>当时这一版活动未生效</translation>
  </message>
  <message>
   <source>tier: {have}</source>
   <translation>等级：{have}</translation>
  </message>
  <message>
   <source>till</source>
   <translation>收银机</translation>
  </message>
  <message>
   <source>very many</source>
   <translation>很多</translation>
  </message>
  <message>
   <source>was given once for this</source>
   <translation>这次已给过一次</translation>
  </message>
  <message>
   <source>was recommended by a member</source>
   <translation>经会员推荐</translation>
  </message>
  <message>
   <source>what came back cost as much as what was bought</source>
   <translation>换回的商品金额不低于购买的商品</translation>
  </message>
  <message>
   <source>who recommended the friend is no member any more</source>
   <translation>推荐人已不是会员</translation>
  </message>
  <message>
   <source>within the budget</source>
   <translation>在预算内</translation>
  </message>
  <message>
   <source>won “{need}”</source>
   <translation>抽中“{need}”</translation>
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
   <translation>时段不符：限 {hours}</translation>
  </message>
  <message>
   <source>{have} of it on the right goods</source>
   <translation>指定商品 {have}</translation>
  </message>
  <message>
   <source>{have} of it on the right goods (from {need})</source>
   <translation>指定商品 {have}（满 {need}）</translation>
  </message>
  <message>
   <source>{have} of it on the right goods, at most {most}</source>
   <translation>指定商品 {have}，上限 {most}</translation>
  </message>
  <message>
   <source>{have} of it on the right goods, needs {need}</source>
   <translation>指定商品 {have}，需满 {need}</translation>
  </message>
  <message>
   <source>{have} points paid</source>
   <translation>支付 {have} 积分</translation>
  </message>
  <message>
   <source>{have} points paid, as asked</source>
   <translation>支付 {have} 积分，符合</translation>
  </message>
  <message>
   <source>{have} points paid, the price is {most}</source>
   <translation>支付 {have} 积分，价格是 {most}</translation>
  </message>
  <message>
   <source>{have} points paid, the price is {need}</source>
   <translation>支付 {have} 积分，价格是 {need}</translation>
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
   <translation>大小写、空格、连字符都不影响。</translation>
  </message>
  <message>
   <source>Key in a code</source>
   <translation>输入优惠码</translation>
  </message>
  <message>
   <source>The code as the customer says it</source>
   <translation>顾客说的优惠码</translation>
  </message>
  <message>
   <source>Use the code</source>
   <translation>使用优惠码</translation>
  </message>
 </context>
 <context>
  <name>Comfort</name>
  <message>
   <source>As usual</source>
   <translation>恢复默认</translation>
  </message>
  <message>
   <source>Everything further down</source>
   <translation>操作区往下移</translation>
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
   <translation>标准</translation>
  </message>
  <message>
   <source>Nothing moves</source>
   <translation>减少动态效果</translation>
  </message>
  <message>
   <source>Read aloud</source>
   <translation>语音朗读</translation>
  </message>
  <message>
   <source>Size of the letters</source>
   <translation>文字大小</translation>
  </message>
  <message>
   <source>Strong contrast</source>
   <translation>高对比度</translation>
  </message>
  <message>
   <source>{what}: off</source>
   <translation>{what}：关</translation>
  </message>
  <message>
   <source>{what}: on</source>
   <translation>{what}：开</translation>
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
   <translation>最划算的组合</translation>
  </message>
  <message>
   <source>Best combination chosen</source>
   <translation>已选最划算的组合</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>输码</translation>
  </message>
  <message>
   <source>Coupons</source>
   <translation>可用优惠券</translation>
  </message>
  <message>
   <source>Coupons appear here when a member or a coupon is scanned.</source>
   <translation>扫描会员码或优惠券后，这里会列出可用的券。</translation>
  </message>
  <message>
   <source>Scanned</source>
   <translation>已扫描</translation>
  </message>
  <message>
   <source>This member has no coupon at present.</source>
   <translation>这位会员目前没有优惠券。</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>已用</translation>
  </message>
  <message>
   <source>cannot be used now</source>
   <translation>现在不能用</translation>
  </message>
  <message>
   <source>last day</source>
   <translation>最后一天</translation>
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
   <translation>余额 {money}</translation>
  </message>
 </context>
 <context>
  <name>Customer</name>
  <message>
   <source>Bring a friend</source>
   <translation>邀朋友一起来</translation>
  </message>
  <message>
   <source>Day {day} of {days}</source>
   <translation>第 {day} 天，共 {days} 天</translation>
  </message>
  <message>
   <source>Exchanged</source>
   <translation>换回</translation>
  </message>
  <message>
   <source>For the customer</source>
   <translation>顾客屏幕</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>商品金额</translation>
  </message>
  <message>
   <source>Let your friend scan it, or take a photo and send it</source>
   <translation>请朋友扫描，或拍照传给朋友</translation>
  </message>
  <message>
   <source>Money back</source>
   <translation>退款</translation>
  </message>
  <message>
   <source>More on your voucher</source>
   <translation>礼品卡充值</translation>
  </message>
  <message>
   <source>New voucher</source>
   <translation>新的礼品卡</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>实付</translation>
  </message>
  <message>
   <source>Receipt {number}</source>
   <translation>小票 {number}</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>已省</translation>
  </message>
  <message>
   <source>Scan it: your receipt on your phone</source>
   <translation>扫一扫，小票存手机</translation>
  </message>
  <message>
   <source>Show your member code when you pay</source>
   <translation>结账时请出示会员码</translation>
  </message>
  <message>
   <source>Take a photo: with this code we find your purchase again</source>
   <translation>拍下此码，日后即可查到这笔消费</translation>
  </message>
  <message>
   <source>Thank you</source>
   <translation>谢谢惠顾</translation>
  </message>
  <message>
   <source>Then {left} on it</source>
   <translation>之后余额 {left}</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>应付</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>欢迎光临</translation>
  </message>
  <message>
   <source>You get back</source>
   <translation>退还您</translation>
  </message>
  <message>
   <source>You receive: {rewards}</source>
   <translation>您将获得：{rewards}</translation>
  </message>
  <message>
   <source>You received: {rewards}</source>
   <translation>您已获得：{rewards}</translation>
  </message>
  <message>
   <source>You save {money}</source>
   <translation>为您省下 {money}</translation>
  </message>
  <message>
   <source>You saved {money}</source>
   <translation>本次省下 {money}</translation>
  </message>
  <message>
   <source>Your member code: take a photo of it</source>
   <translation>您的会员码，请拍照保存</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>还有 %n 项</numerusform>
   </translation>
  </message>
  <message>
   <source>{left} on it</source>
   <translation>余额 {left}</translation>
  </message>
  <message>
   <source>{name} …{code}</source>
   <translation>{name}（尾号 {code}）</translation>
  </message>
  <message>
   <source>{n} points</source>
   <translation>{n} 积分</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source> What they were given stays theirs.</source>
   <translation>已发的仍归对方所有。</translation>
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
    <numerusform>标签剩 %n 张</numerusform>
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
    <numerusform>剩 %n 个名额</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n ticket(s) signed in twice, at two desks.</source>
   <translation>
    <numerusform>有 %n 张票在两桌各签到了一次。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n used twice</source>
   <translation>
    <numerusform>重复 %n 件</numerusform>
   </translation>
  </message>
  <message>
   <source>Add</source>
   <translation>登记</translation>
  </message>
  <message>
   <source>All places are taken. Call whoever is in charge.</source>
   <translation>名额已满，请找负责人。</translation>
  </message>
  <message>
   <source>Alone: no HQ, no other desk</source>
   <translation>单机中：总部与其他桌都连不上</translation>
  </message>
  <message>
   <source>Another event or session</source>
   <translation>换活动或场次</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>回答</translation>
  </message>
  <message>
   <source>Arrivals every 5 minutes</source>
   <translation>每 5 分钟到场</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>已到</translation>
  </message>
  <message>
   <source>Came last</source>
   <translation>刚到的来宾</translation>
  </message>
  <message>
   <source>Choose an event first: F4.</source>
   <translation>请先选活动：F4。</translation>
  </message>
  <message>
   <source>Choose one, or make one here</source>
   <translation>选一个，或在现场新增</translation>
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
   <translation>请勿放行，找负责人处理。</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>活动</translation>
  </message>
  <message>
   <source>Find one of the group first, then F5.</source>
   <translation>先找到其中一位，再按 F5。</translation>
  </message>
  <message>
   <source>Given: {rewards}</source>
   <translation>已发：{rewards}</translation>
  </message>
  <message>
   <source>Good from {day} {time}.</source>
   <translation>{day} {time} 起可入场。</translation>
  </message>
  <message>
   <source>Guests from a file</source>
   <translation>导入名单文件</translation>
  </message>
  <message>
   <source>HQ away · {desks}</source>
   <translation>总部离线 · {desks}</translation>
  </message>
  <message>
   <source>HQ has told of no event for this store. Make one here, in a minute.</source>
   <translation>总部没有给本店活动。可在这里自行新增，一分钟就好。</translation>
  </message>
  <message>
   <source>Here again: entry number {n}</source>
   <translation>再次入场：第 {n} 次</translation>
  </message>
  <message>
   <source>How many there are</source>
   <translation>人数</translation>
  </message>
  <message>
   <source>If it is somebody else, ask for their own ticket.</source>
   <translation>若是另一位，请对方出示自己的票。</translation>
  </message>
  <message>
   <source>In the house now</source>
   <translation>目前在场</translation>
  </message>
  <message>
   <source>In the house {n}</source>
   <translation>在场 {n}</translation>
  </message>
  <message>
   <source>It was good until {day} {time}.</source>
   <translation>有效到 {day} {time} 为止。</translation>
  </message>
  <message>
   <source>Last: {name}, {time}</source>
   <translation>上一位：{name}，{time}</translation>
  </message>
  <message>
   <source>Leaving</source>
   <translation>离场模式</translation>
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
   <translation>仍要放行吗？</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>查看</translation>
  </message>
  <message>
   <source>Make an event here</source>
   <translation>现场新增活动</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Name, initials, phone, seat</source>
   <translation>姓名、拼音、手机、座位</translation>
  </message>
  <message>
   <source>Name, pinyin initials, phone, company or seat</source>
   <translation>姓名、拼音首字母、手机、公司、座位，一个字就开始找</translation>
  </message>
  <message>
   <source>No</source>
   <translation>不放行</translation>
  </message>
  <message>
   <source>No badge: the printer needs somebody</source>
   <translation>胸牌没有打印：请看打印机</translation>
  </message>
  <message>
   <source>No event chosen</source>
   <translation>尚未选活动</translation>
  </message>
  <message>
   <source>Nobody fits. One character less finds more; a phone’s last digits are enough.</source>
   <translation>没有符合的人。少打一个字会找到更多；手机末几位就够。</translation>
  </message>
  <message>
   <source>Nobody fits? Add “{text}” (F2) in 15 seconds</source>
   <translation>找不到？现场登记“{text}”（F2），15 秒完成，带推荐人</translation>
  </message>
  <message>
   <source>Nobody has come yet. Whoever comes stands here, at whichever desk.</source>
   <translation>还没有人到。不论在哪一桌签到，都会列在这里。</translation>
  </message>
  <message>
   <source>Nobody of ours made this ticket. Look for the name instead.</source>
   <translation>这张票不是我们发的。请改用姓名查。</translation>
  </message>
  <message>
   <source>Not on the list before</source>
   <translation>现场登记</translation>
  </message>
  <message>
   <source>Not on the list? Add them (F2) in 15 seconds</source>
   <translation>不在名单上？现场登记（F2），15 秒完成，带推荐人</translation>
  </message>
  <message>
   <source>Nothing of this desk to take back.</source>
   <translation>这一桌没有可以撤销的签到。</translation>
  </message>
  <message>
   <source>On the members’ list, too</source>
   <translation>同时成为会员</translation>
  </message>
  <message>
   <source>On the waiting list</source>
   <translation>候补名单</translation>
  </message>
  <message>
   <source>On the waiting list: only when there is room.</source>
   <translation>在候补名单上：有名额才能入场。</translation>
  </message>
  <message>
   <source>One more +1</source>
   <translation>多一位 +1</translation>
  </message>
  <message numerus="yes">
   <source>Peak {time} · %n people</source>
   <translation>
    <numerusform>高峰 {time} · %n 人</numerusform>
   </translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>手机</translation>
  </message>
  <message>
   <source>Places left</source>
   <translation>剩余名额</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>请扫票</translation>
  </message>
  <message>
   <source>Scan a ticket or a member’s code, or type a name.</source>
   <translation>扫门票或会员码，或直接打姓名。</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>搜索中…</translation>
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
   <translation>有好几位符合：请在名单中选。</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>签到</translation>
  </message>
  <message>
   <source>Signed in twice</source>
   <translation>重复签到</translation>
  </message>
  <message>
   <source>Signed in {time}. The reason is written down; the ticket is good again.</source>
   <translation>{time} 签到。会记下原因，票可以再用。</translation>
  </message>
  <message>
   <source>Signed out. The same ticket lets them in again.</source>
   <translation>已离场。同一张票可再入场。</translation>
  </message>
  <message>
   <source>Table {seat}</source>
   <translation>桌号 {seat}</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标记</translation>
  </message>
  <message>
   <source>Take {name} back?</source>
   <translation>撤销{name}的签到？</translation>
  </message>
  <message>
   <source>Taken back: {name} is not signed in.</source>
   <translation>已撤销：{name}未签到。</translation>
  </message>
  <message>
   <source>The badge is being printed</source>
   <translation>胸牌打印中</translation>
  </message>
  <message numerus="yes">
   <source>The badge is being printed (%n label(s) left)</source>
   <translation>
    <numerusform>胸牌打印中（标签还剩 %n 张）</numerusform>
   </translation>
  </message>
  <message>
   <source>The registration was cancelled. Call whoever is in charge.</source>
   <translation>报名已取消，请找负责人。</translation>
  </message>
  <message>
   <source>The ticket is for another day.</source>
   <translation>这张票是别天的。</translation>
  </message>
  <message>
   <source>Their session is “{session}”: {day} {time}.</source>
   <translation>对方的场次是“{session}”：{day} {time}。</translation>
  </message>
  <message>
   <source>They have not come in, or have left already.</source>
   <translation>对方还没入场，或已经离场。</translation>
  </message>
  <message>
   <source>This is no code of ours, or half of one. Scan again, or type a name.</source>
   <translation>不是我们的码，或只扫到一半。请再扫一次，或打姓名。</translation>
  </message>
  <message>
   <source>This ticket is for another event.</source>
   <translation>这张票是别的活动的。</translation>
  </message>
  <message>
   <source>This ticket is for “{event}”.</source>
   <translation>这张票是“{event}”的。</translation>
  </message>
  <message>
   <source>Try the name or the phone. If there is nobody: add them, it takes 15 seconds.</source>
   <translation>试试姓名或手机；真的没有，就现场登记，15 秒完成。</translation>
  </message>
  <message>
   <source>Try the name or the phone. This event takes nobody who is not on the list.</source>
   <translation>试试姓名或手机。这场活动只限名单上的人。</translation>
  </message>
  <message>
   <source>Two desks could not see each other, so one ticket let in two. Only one of them counts.</source>
   <translation>两桌当时互相看不到，同一张票放进了两次；人数只算一次。</translation>
  </message>
  <message>
   <source>Two walk-ins with one phone: both count. If they are one person, undo one.</source>
   <translation>两笔现场登记是同一个电话，目前都计入人数。若是同一人，请撤销其中一笔。</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Which event?</source>
   <translation>要签到哪一场？</translation>
  </message>
  <message>
   <source>Whoever is scanned now is signed out. F7 ends it.</source>
   <translation>现在扫到的人会登记离场。按 F7 结束。</translation>
  </message>
  <message>
   <source>came {time}</source>
   <translation>{time} 到</translation>
  </message>
  <message>
   <source>here now</source>
   <translation>目前这场</translation>
  </message>
  <message>
   <source>left {time}</source>
   <translation>{time} 离场</translation>
  </message>
  <message>
   <source>nobody yet</source>
   <translation>还没有人</translation>
  </message>
  <message>
   <source>over</source>
   <translation>已结束</translation>
  </message>
  <message>
   <source>today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>undone</source>
   <translation>已撤销</translation>
  </message>
  <message numerus="yes">
   <source>with %n companion(s)</source>
   <translation>
    <numerusform>同行 %n 位</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} comes in although the desk says: {verdict}. It is written down.</source>
   <translation>系统显示“{verdict}”，仍让{name}入场。会留下记录。</translation>
  </message>
  <message>
   <source>{time} at {desk}, by {name}</source>
   <translation>{time}，{desk}，{name} 签到</translation>
  </message>
 </context>
 <context>
  <name>DocumentKind</name>
  <message>
   <source>Coupon</source>
   <translation>优惠券</translation>
  </message>
  <message>
   <source>Daily report</source>
   <translation>日结报表</translation>
  </message>
  <message>
   <source>Draw result</source>
   <translation>抽奖结果</translation>
  </message>
  <message>
   <source>Draw ticket</source>
   <translation>抽奖券</translation>
  </message>
  <message>
   <source>Event ticket</source>
   <translation>活动入场券</translation>
  </message>
  <message>
   <source>Greeting card</source>
   <translation>贺卡</translation>
  </message>
  <message>
   <source>Guest badge</source>
   <translation>来宾胸牌</translation>
  </message>
  <message>
   <source>Handover note</source>
   <translation>领奖签收单</translation>
  </message>
  <message>
   <source>Invitation</source>
   <translation>邀请卡</translation>
  </message>
  <message>
   <source>List</source>
   <translation>名单</translation>
  </message>
  <message>
   <source>Notice of a draw</source>
   <translation>抽奖公告</translation>
  </message>
  <message>
   <source>Paper slip</source>
   <translation>人工核销单</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>小票</translation>
  </message>
  <message>
   <source>Registration form</source>
   <translation>入会登记表</translation>
  </message>
  <message>
   <source>Return receipt</source>
   <translation>退货小票</translation>
  </message>
  <message>
   <source>Rules poster</source>
   <translation>活动规则海报</translation>
  </message>
  <message>
   <source>Shelf label</source>
   <translation>货架标签</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>签到表</translation>
  </message>
  <message>
   <source>Test page</source>
   <translation>测试页</translation>
  </message>
  <message>
   <source>Void receipt</source>
   <translation>撤销小票</translation>
  </message>
  <message>
   <source>Welcome slip</source>
   <translation>入会欢迎单</translation>
  </message>
 </context>
 <context>
  <name>Door</name>
  <message>
   <source>Close the program</source>
   <translation>关闭程序</translation>
  </message>
  <message>
   <source>Set this terminal up</source>
   <translation>设置这台机器</translation>
  </message>
  <message>
   <source>Staff only</source>
   <translation>仅限店员</translation>
  </message>
  <message>
   <source>This station is for customers. Your PIN or your badge lets you set it up or leave it.</source>
   <translation>本机供顾客自助使用。用您的 PIN 或工牌可设置本机或离开。</translation>
  </message>
  <message>
   <source>Whoever was using the station is signed off first.</source>
   <translation>正在使用的顾客会先退出。</translation>
  </message>
 </context>
 <context>
  <name>Draw</name>
  <message>
   <source>HQ</source>
   <translation>总部</translation>
  </message>
  <message>
   <source>drawn</source>
   <translation>已抽出</translation>
  </message>
  <message>
   <source>elsewhere</source>
   <translation>别的步骤</translation>
  </message>
  <message>
   <source>list frozen</source>
   <translation>名单已冻结</translation>
  </message>
  <message>
   <source>opening envelopes</source>
   <translation>正在拆信封</translation>
  </message>
  <message>
   <source>over</source>
   <translation>已结束</translation>
  </message>
  <message>
   <source>ready to draw</source>
   <translation>可以抽奖</translation>
  </message>
  <message>
   <source>the witness</source>
   <translation>见证人</translation>
  </message>
  <message>
   <source>throwing dice</source>
   <translation>正在掷骰子</translation>
  </message>
  <message>
   <source>void</source>
   <translation>已作废</translation>
  </message>
  <message>
   <source>waiting for the beacon</source>
   <translation>等待信标</translation>
  </message>
  <message>
   <source>winners shown</source>
   <translation>得奖者已公布</translation>
  </message>
 </context>
 <context>
  <name>Draws</name>
  <message>
   <source>A terminal of ours signed it.</source>
   <translation>由我们的终端签署。</translation>
  </message>
  <message>
   <source>Anybody can check it again: with a phone, or on the page of headquarters.</source>
   <translation>任何人都可以用手机或在总部网页再次查验。</translation>
  </message>
  <message>
   <source>Genuine</source>
   <translation>凭据真实</translation>
  </message>
  <message>
   <source>It does not stand on the list that it names.</source>
   <translation>不在它所指的清单上。</translation>
  </message>
  <message>
   <source>It stands at its place on the sealed list.</source>
   <translation>确实位于封存清单上的该位置。</translation>
  </message>
  <message>
   <source>It was drawn at another terminal, which alone knows the turn.</source>
   <translation>在别的终端抽出，这里没有那一次的记录。</translation>
  </message>
  <message>
   <source>Its list is not the one that was published.</source>
   <translation>它的清单与公布的不一致。</translation>
  </message>
  <message>
   <source>Keep it: whoever is responsible for the campaign wants to see it. Nothing is handed over for it.</source>
   <translation>请留下凭据交给活动负责人查看；不得据此发奖。</translation>
  </message>
  <message>
   <source>No terminal of ours signed it.</source>
   <translation>不是由我们的终端签署。</translation>
  </message>
  <message>
   <source>Nobody drew that place here, or with another prize.</source>
   <translation>这里没有人抽到该位置，或奖项不同。</translation>
  </message>
  <message>
   <source>Not genuine</source>
   <translation>凭据不实</translation>
  </message>
  <message>
   <source>Nothing wrong with it</source>
   <translation>未发现问题</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>请稍候…</translation>
  </message>
  <message>
   <source>Please show it to our staff.</source>
   <translation>请交给我们的店员查看。</translation>
  </message>
  <message>
   <source>Receipt of a draw</source>
   <translation>抽奖凭据</translation>
  </message>
  <message>
   <source>Rub here</source>
   <translation>刮开这里</translation>
  </message>
  <message>
   <source>Scratch and see</source>
   <translation>刮刮乐</translation>
  </message>
  <message>
   <source>That list is the one that was published before anybody drew.</source>
   <translation>清单与抽奖前公布的一致。</translation>
  </message>
  <message>
   <source>The page of headquarters, which a phone opens from the same code, can check the rest.</source>
   <translation>用手机扫描同一个码，可在总部网页查验其余部分。</translation>
  </message>
  <message>
   <source>This terminal wrote that turn down, with that prize.</source>
   <translation>这台终端记录了那一次抽奖与该奖项。</translation>
  </message>
  <message>
   <source>Whether its list was published before cannot be told here.</source>
   <translation>这里无法判断清单是否事前公布。</translation>
  </message>
  <message>
   <source>Who signed it cannot be told here.</source>
   <translation>这里无法判断由谁签署。</translation>
  </message>
  <message>
   <source>Whose ticket it is, and where it stands, cannot be told here.</source>
   <translation>这里不知道抽奖券是谁的，无法核对它在名单上的位置。</translation>
  </message>
  <message>
   <source>place {n} of {size}</source>
   <translation>第 {n} 格，共 {size} 格</translation>
  </message>
  <message>
   <source>ticket {first}</source>
   <translation>抽奖券 {first} 号</translation>
  </message>
  <message>
   <source>tickets {first} to {last}</source>
   <translation>抽奖券 {first} 至 {last} 号</translation>
  </message>
 </context>
 <context>
  <name>Drill</name>
  <message>
   <source>Badge printer</source>
   <translation>名牌打印机</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>摄像头</translation>
  </message>
  <message>
   <source>Clock</source>
   <translation>时钟</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>磁盘</translation>
  </message>
  <message>
   <source>End</source>
   <translation>结束</translation>
  </message>
  <message>
   <source>Guest list</source>
   <translation>来宾名单</translation>
  </message>
  <message>
   <source>HQ could not be cut off here: not tried.</source>
   <translation>这里无法切断总部连接：未测试。</translation>
  </message>
  <message>
   <source>HQ did not come back: look at the network.</source>
   <translation>总部没有恢复连接：请查看网络。</translation>
  </message>
  <message>
   <source>HQ has everything.</source>
   <translation>总部已收到全部数据。</translation>
  </message>
  <message>
   <source>HQ has not been met: compare with a watch.</source>
   <translation>尚未连上总部：请与手表核对。</translation>
  </message>
  <message>
   <source>HQ is away: the desk works, and tells it later.</source>
   <translation>总部离线：柜台照常运作，稍后上报。</translation>
  </message>
  <message>
   <source>HQ was cut off meanwhile, and is back.</source>
   <translation>期间切断总部连接，现已恢复。</translation>
  </message>
  <message>
   <source>It is still starting: try again.</source>
   <translation>还在启动：请再试一次。</translation>
  </message>
  <message>
   <source>It reads tickets. This one was not signed in.</source>
   <translation>可以读取票券。这张没有签到。</translation>
  </message>
  <message>
   <source>It reads, but this is no code of ours: try a ticket.</source>
   <translation>可以读取，但这不是我们的条码：请扫一张票。</translation>
  </message>
  <message>
   <source>It sees.</source>
   <translation>画面正常。</translation>
  </message>
  <message>
   <source>It shows nothing: look at cable and lens.</source>
   <translation>没有画面：请查看线缆与摄像头。</translation>
  </message>
  <message>
   <source>Look at it</source>
   <translation>请查看</translation>
  </message>
  <message>
   <source>No camera here; the scanner does it.</source>
   <translation>这里没有摄像头，使用扫码枪。</translation>
  </message>
  <message>
   <source>No printer for badges is set up.</source>
   <translation>尚未设置名牌打印机。</translation>
  </message>
  <message>
   <source>Nobody is on the list, and nobody may be added.</source>
   <translation>名单上没有人，也不能现场加入。</translation>
  </message>
  <message>
   <source>Not ready</source>
   <translation>未就绪</translation>
  </message>
  <message>
   <source>Not ready: what is red comes first.</source>
   <translation>尚未就绪：请先处理红色项目。</translation>
  </message>
  <message>
   <source>Not tried.</source>
   <translation>未测试。</translation>
  </message>
  <message>
   <source>On battery, {percent}%: plug it in.</source>
   <translation>使用电池，剩 {percent}%：请接上电源。</translation>
  </message>
  <message>
   <source>On the mains, no battery.</source>
   <translation>使用市电，没有电池。</translation>
  </message>
  <message>
   <source>On without a scanner</source>
   <translation>没有扫码枪，继续</translation>
  </message>
  <message>
   <source>Plugged in.</source>
   <translation>已接上电源。</translation>
  </message>
  <message>
   <source>Power</source>
   <translation>电源</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>正常</translation>
  </message>
  <message>
   <source>Ready to open?</source>
   <translation>可以开门了吗？</translation>
  </message>
  <message>
   <source>Ready: the doors may open.</source>
   <translation>一切就绪：可以开门。</translation>
  </message>
  <message>
   <source>Scan any ticket now. Nobody is signed in by it.</source>
   <translation>请扫任何一张票，不会签到。</translation>
  </message>
  <message>
   <source>Scanner</source>
   <translation>扫码枪</translation>
  </message>
  <message>
   <source>The clock was set back: set it right.</source>
   <translation>时钟被往回调：请调正。</translation>
  </message>
  <message>
   <source>The doors may open; look at what is yellow.</source>
   <translation>可以开门；黄色项目请查看。</translation>
  </message>
  <message>
   <source>The machine does not say.</source>
   <translation>机器未报告。</translation>
  </message>
  <message>
   <source>The machine does not say: look at the plug.</source>
   <translation>机器未报告：请查看插头。</translation>
  </message>
  <message>
   <source>This event gives no badges.</source>
   <translation>这场活动不发名牌。</translation>
  </message>
  <message>
   <source>Told to HQ</source>
   <translation>上报总部</translation>
  </message>
  <message>
   <source>Trial tickets</source>
   <translation>试扫票券</translation>
  </message>
  <message>
   <source>Trying {line}… Nothing of it counts.</source>
   <translation>正在检查{line}……均不计入。</translation>
  </message>
  <message>
   <source>Without HQ</source>
   <translation>总部断线</translation>
  </message>
  <message>
   <source>{count} judged, 95 of 100 within {p95} ms. They do not count.</source>
   <translation>试扫 {count} 张，95% 在 {p95} 毫秒内，均不计入。</translation>
  </message>
  <message>
   <source>{guests} guests; HQ has not been met since the start.</source>
   <translation>{guests} 位来宾；启动后尚未连上总部。</translation>
  </message>
  <message>
   <source>{guests} guests; HQ told {minutes} min ago.</source>
   <translation>{guests} 位来宾；总部 {minutes} 分钟前更新。</translation>
  </message>
  <message>
   <source>{guests} guests; this event was made at a desk.</source>
   <translation>{guests} 位来宾；活动在柜台创建。</translation>
  </message>
  <message>
   <source>{mb} MB free.</source>
   <translation>剩余 {mb} MB。</translation>
  </message>
  <message>
   <source>{name} is ready.</source>
   <translation>{name} 正常。</translation>
  </message>
  <message>
   <source>{name} is {seconds} s off: one of the clocks is wrong.</source>
   <translation>与{name}相差 {seconds} 秒：有一个时钟不准。</translation>
  </message>
  <message>
   <source>{name}: {labels} labels left.</source>
   <translation>{name}：剩 {labels} 张标签。</translation>
  </message>
  <message>
   <source>{seconds} s from HQ’s.</source>
   <translation>与总部相差 {seconds} 秒。</translation>
  </message>
  <message>
   <source>{waiting} still wait for HQ.</source>
   <translation>还有 {waiting} 笔等待上报总部。</translation>
  </message>
  <message>
   <source>{wrong} of {count} got a wrong verdict: call for help.</source>
   <translation>{count} 张中有 {wrong} 张判定错误：请求助。</translation>
  </message>
 </context>
 <context>
  <name>Enrolment</name>
  <message>
   <source>Another terminal has used this code. Ask HQ for a new one; each terminal needs its own.</source>
   <translation>这组注册码已被另一台终端使用。每台终端各需一组，请向总部索取新的。</translation>
  </message>
  <message>
   <source>Connecting…</source>
   <translation>连接中…</translation>
  </message>
  <message>
   <source>Enrolment code</source>
   <translation>注册码</translation>
  </message>
  <message>
   <source>Good once, for ten minutes.</source>
   <translation>只能用一次，十分钟内有效。</translation>
  </message>
  <message>
   <source>HQ does not answer at this address. Check the network cable and the address, then try again.</source>
   <translation>这个网址的总部没有回应。请检查网线和网址，再试一次。</translation>
  </message>
  <message>
   <source>HQ does not know this code. Check it letter by letter, or ask for a new one.</source>
   <translation>总部没有这组注册码。请逐字核对，或索取新的。</translation>
  </message>
  <message>
   <source>HQ refuses this terminal. Ask HQ why, then try again.</source>
   <translation>总部不接受这台终端。请向总部问明原因后再试。</translation>
  </message>
  <message>
   <source>HQ’s address</source>
   <translation>总部网址</translation>
  </message>
  <message>
   <source>It belongs to no store yet. HQ or your manager gives you the address and a code.</source>
   <translation>这台终端还不属于任何门店。网址和注册码请向总部或主管索取。</translation>
  </message>
  <message>
   <source>Join the store</source>
   <translation>加入门店</translation>
  </message>
  <message>
   <source>Key in HQ’s address and the code first.</source>
   <translation>请先输入总部网址和注册码。</translation>
  </message>
  <message>
   <source>Key in the code first: letters and digits, as HQ wrote it.</source>
   <translation>请先输入注册码：照总部给的英文字母和数字。</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>暂不设置</translation>
  </message>
  <message>
   <source>Set up this terminal</source>
   <translation>设置这台终端</translation>
  </message>
  <message>
   <source>Something answers at this address, but it is not HQ. Check the address.</source>
   <translation>这个网址有回应，但不是总部。请核对网址。</translation>
  </message>
  <message>
   <source>This code is older than ten minutes. Ask HQ for a new one.</source>
   <translation>这组注册码已超过十分钟。请向总部索取新的。</translation>
  </message>
  <message>
   <source>This is no address. It looks like https://hq.example.com.</source>
   <translation>这不是网址。格式如 https://hq.example.com。</translation>
  </message>
  <message>
   <source>{title}. {step}</source>
   <translation>{title}。{step}</translation>
  </message>
  <message>
   <source>{trouble}. Check the address and this computer’s clock, then ask IT for the rest.</source>
   <translation>{trouble}。请检查地址与这台电脑的时间，其余请联系 IT。</translation>
  </message>
 </context>
 <context>
  <name>Event</name>
  <message>
   <source>A friend bought</source>
   <translation>好友消费</translation>
  </message>
  <message>
   <source>A friend registered</source>
   <translation>好友注册</translation>
  </message>
  <message>
   <source>A friend’s phone proved</source>
   <translation>好友的手机已验证</translation>
  </message>
  <message>
   <source>Bought after a share</source>
   <translation>分享带来的消费</translation>
  </message>
  <message>
   <source>Daily check-in</source>
   <translation>每日签到</translation>
  </message>
  <message>
   <source>Deposit paid</source>
   <translation>支付定金</translation>
  </message>
  <message>
   <source>Event attended</source>
   <translation>到场参加活动</translation>
  </message>
  <message>
   <source>Gift chosen</source>
   <translation>选定礼品</translation>
  </message>
  <message>
   <source>Goods being priced</source>
   <translation>计算价格</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>退货</translation>
  </message>
  <message>
   <source>HQ’s daily review</source>
   <translation>总部每日核算</translation>
  </message>
  <message>
   <source>Make-up card</source>
   <translation>补签卡</translation>
  </message>
  <message>
   <source>Member’s data from HQ</source>
   <translation>总部的会员信息</translation>
  </message>
  <message>
   <source>Partner’s code</source>
   <translation>合作伙伴的码</translation>
  </message>
  <message>
   <source>Personal data erased</source>
   <translation>个人信息已删除</translation>
  </message>
  <message>
   <source>Phone proved</source>
   <translation>手机已验证</translation>
  </message>
  <message>
   <source>Points spent</source>
   <translation>使用积分</translation>
  </message>
  <message>
   <source>Prize drawn</source>
   <translation>抽奖中奖</translation>
  </message>
  <message>
   <source>Prize went on to somebody else</source>
   <translation>奖品转给别人</translation>
  </message>
  <message>
   <source>Purchase</source>
   <translation>消费</translation>
  </message>
  <message>
   <source>Registration</source>
   <translation>注册</translation>
  </message>
  <message>
   <source>Registration reviewed by HQ</source>
   <translation>总部已审核注册</translation>
  </message>
  <message>
   <source>Rewards recorded</source>
   <translation>记录奖励</translation>
  </message>
  <message>
   <source>Sale voided</source>
   <translation>撤销交易</translation>
  </message>
  <message>
   <source>Share from HQ</source>
   <translation>总部分配的份数</translation>
  </message>
  <message>
   <source>Signed up for an event</source>
   <translation>报名活动</translation>
  </message>
  <message>
   <source>Survey answered</source>
   <translation>填写问卷</translation>
  </message>
  <message>
   <source>Task done</source>
   <translation>完成任务</translation>
  </message>
  <message>
   <source>Tier reached</source>
   <translation>升级</translation>
  </message>
  <message>
   <source>Two registrations of one person put together</source>
   <translation>同一人的两次注册已合并</translation>
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
   <translation>幸运大转盘</translation>
  </message>
 </context>
 <context>
  <name>Explain</name>
  <message numerus="yes">
   <source>%n journal entry(s) behind this</source>
   <translation>
    <numerusform>依据流水 %n 笔</numerusform>
   </translation>
  </message>
  <message>
   <source>A coupon</source>
   <translation>一张优惠券</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>流水</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>查询中…</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>价格</translation>
  </message>
  <message>
   <source>Show more</source>
   <translation>显示更多</translation>
  </message>
  <message>
   <source>The campaign as a whole</source>
   <translation>整个活动</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>为什么</translation>
  </message>
  <message>
   <source>in the price</source>
   <translation>已计入</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>未使用</translation>
  </message>
  <message>
   <source>nearly</source>
   <translation>差一点</translation>
  </message>
  <message>
   <source>voided</source>
   <translation>已撤销</translation>
  </message>
  <message>
   <source>{what} · journal entry {number}</source>
   <translation>{what} · 流水第 {number} 笔</translation>
  </message>
  <message>
   <source>↑ ↓ choose, Enter shows everything</source>
   <translation>↑ ↓ 选择，Enter 展开全部条件</translation>
  </message>
 </context>
 <context>
  <name>Fault</name>
  <message>
   <source>A newer version worked here before. Nothing is lost.</source>
   <translation>这台电脑用过较新的版本。数据没有丢失。</translation>
  </message>
  <message>
   <source>A part of the program is out of date</source>
   <translation>程序有一个组件太旧</translation>
  </message>
  <message>
   <source>Another window of it owns the journal on this computer.</source>
   <translation>这台电脑上另一个窗口正在使用流水。</translation>
  </message>
  <message>
   <source>Ask IT to give this user account the right to write in the data folder.</source>
   <translation>请技术人员开放这个账号对文件夹的写入权限。</translation>
  </message>
  <message>
   <source>Ask IT to install the program again from its original package.</source>
   <translation>请技术人员用原始安装包重新安装。</translation>
  </message>
  <message>
   <source>Ask IT to put the right passphrase into the settings.</source>
   <translation>请技术人员在设置中填入正确的口令。</translation>
  </message>
  <message>
   <source>Ask IT to start the program with the passphrase of the key file.</source>
   <translation>请技术人员用密钥文件的口令启动程序。</translation>
  </message>
  <message>
   <source>Call IT: they restore the key from its copy. Delete nothing meanwhile.</source>
   <translation>联系技术人员：他们会用备份恢复密钥。在此之前请勿删除任何文件。</translation>
  </message>
  <message>
   <source>Call IT: they verify the journal and restore the last backup. HQ has everything sent so far.</source>
   <translation>联系技术人员：他们会验证流水并恢复最近的备份。已上传的内容总部都有。</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>已复制</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>复制详细信息</translation>
  </message>
  <message>
   <source>Details for IT: {details}</source>
   <translation>给技术人员：{details}</translation>
  </message>
  <message>
   <source>Free some space: empty the recycle bin, remove old downloads.</source>
   <translation>腾出空间：清空回收站，删除旧的下载文件。</translation>
  </message>
  <message>
   <source>Give IT the line below: it names the file and the place in it.</source>
   <translation>把下面这行交给技术人员：上面写着文件和位置。</translation>
  </message>
  <message>
   <source>Go on in the window that is open already.</source>
   <translation>请到已打开的窗口继续。</translation>
  </message>
  <message>
   <source>If that is not possible, call IT: they restore the key or a backup.</source>
   <translation>若做不到，请联系技术人员恢复密钥或备份。</translation>
  </message>
  <message>
   <source>If there is none, restart the computer.</source>
   <translation>若找不到，请重启电脑。</translation>
  </message>
  <message>
   <source>If this page comes back, call IT: the key store was removed or switched off.</source>
   <translation>如果又出现这一页，请联系技术人员：密钥库可能被移除或停用。</translation>
  </message>
  <message>
   <source>If this page comes back, copy the details and send them to IT.</source>
   <translation>若再次出现此页，请复制详细信息传给技术人员。</translation>
  </message>
  <message>
   <source>If this page comes back, restart the computer, then call IT.</source>
   <translation>若再次出现此页，请重启电脑，再联系技术人员。</translation>
  </message>
  <message>
   <source>Its folder is read-only, so no redemption can be recorded. Everything before is safe.</source>
   <translation>文件夹是只读的，无法记录核销。先前的记录都安全。</translation>
  </message>
  <message>
   <source>Its key on this computer does not fit. This happens after a move to another user or computer.</source>
   <translation>这台电脑上的密钥不符。换了用户或电脑后会这样。</translation>
  </message>
  <message>
   <source>Nothing was redeemed just now. Everything redeemed before is safe.</source>
   <translation>刚才这笔没有核销。先前核销的都安全。</translation>
  </message>
  <message>
   <source>Press “Try again” and look at “Recent” to see whether the last sale is there.</source>
   <translation>按“再试一次”，并到“最近”看上一笔是否在内。</translation>
  </message>
  <message>
   <source>Press “Try again”.</source>
   <translation>按“再试一次”。</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>Sign in to this computer as the user who set the terminal up.</source>
   <translation>请用当初设置这台终端的用户登录电脑。</translation>
  </message>
  <message>
   <source>Sign out of this computer and in again, then start the program.</source>
   <translation>注销这台电脑再登录，然后启动程序。</translation>
  </message>
  <message>
   <source>Something unexpected happened</source>
   <translation>发生了意料之外的问题</translation>
  </message>
  <message>
   <source>Start the newer version, or ask IT to install it.</source>
   <translation>请启动较新的版本，或请技术人员安装。</translation>
  </message>
  <message>
   <source>The database library has a known fault that can lose data, so it is not used.</source>
   <translation>数据库组件有已知的缺陷，可能丢失数据，因此不使用。</translation>
  </message>
  <message>
   <source>The disk of this terminal is full</source>
   <translation>这台终端的磁盘满了</translation>
  </message>
  <message>
   <source>The journal cannot be opened</source>
   <translation>流水打不开</translation>
  </message>
  <message>
   <source>The journal cannot be written</source>
   <translation>流水无法写入</translation>
  </message>
  <message>
   <source>The journal does not answer</source>
   <translation>流水没有回应</translation>
  </message>
  <message>
   <source>The journal is damaged</source>
   <translation>流水已损坏</translation>
  </message>
  <message>
   <source>The journal’s key is kept there, so the journal stays closed. Nothing is lost.</source>
   <translation>流水的密钥存放在那里，所以流水暂时打不开。数据没有丢失。</translation>
  </message>
  <message>
   <source>The journal’s key lies in a file under a passphrase, and none was given.</source>
   <translation>流水的密钥存放在有口令的文件里，但没有提供口令。</translation>
  </message>
  <message>
   <source>The journal’s key lies in a file under a passphrase, and the one given does not open it.</source>
   <translation>流水的密钥存放在有口令的文件里，提供的口令打不开它。</translation>
  </message>
  <message>
   <source>The key file is from another computer</source>
   <translation>密钥文件来自另一台电脑</translation>
  </message>
  <message>
   <source>The key file wants its passphrase</source>
   <translation>密钥文件需要口令</translation>
  </message>
  <message>
   <source>The key of the journal cannot be fetched</source>
   <translation>取不到流水的密钥</translation>
  </message>
  <message>
   <source>The key of the journal is damaged</source>
   <translation>流水的密钥已损坏</translation>
  </message>
  <message>
   <source>The key store of this computer does not answer</source>
   <translation>这台电脑的密钥库没有回应</translation>
  </message>
  <message>
   <source>The key store of this computer gave an error, so the journal stays closed.</source>
   <translation>这台电脑的密钥库出错，所以流水暂时打不开。</translation>
  </message>
  <message>
   <source>The key store of this computer is locked</source>
   <translation>这台电脑的密钥库已锁住</translation>
  </message>
  <message>
   <source>The last step may not have been carried out. Everything recorded before is safe.</source>
   <translation>上一步可能没有完成。先前的记录都安全。</translation>
  </message>
  <message>
   <source>The last step was not recorded. Everything before is safe.</source>
   <translation>上一步没有记录下来。先前的记录都安全。</translation>
  </message>
  <message>
   <source>The passphrase of the key file is wrong</source>
   <translation>密钥文件的口令不对</translation>
  </message>
  <message>
   <source>The program does not start with settings it does not understand. Nothing is lost.</source>
   <translation>设置内容看不懂，程序不会启动。数据没有丢失。</translation>
  </message>
  <message>
   <source>The program is running already</source>
   <translation>程序已经在运行</translation>
  </message>
  <message>
   <source>The secret that belongs to it is not on this computer: data was copied, or it was deleted.</source>
   <translation>与它配对的密钥不在这台电脑上：数据是复制来的，或密钥被删除了。</translation>
  </message>
  <message>
   <source>The settings cannot be read</source>
   <translation>读不到设置</translation>
  </message>
  <message>
   <source>Then press “Try again”.</source>
   <translation>然后按“再试一次”。</translation>
  </message>
  <message>
   <source>Then press “Try again”. The journal itself must not be deleted.</source>
   <translation>然后按“再试一次”。请勿删除流水文件。</translation>
  </message>
  <message>
   <source>This program is too old for its journal</source>
   <translation>程序版本比流水旧</translation>
  </message>
  <message>
   <source>To protect what was redeemed, nothing more is recorded on this terminal.</source>
   <translation>为保护已核销的记录，这台终端不再写入。</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>再试一次</translation>
  </message>
  <message>
   <source>Unlock the key store with the password of this computer’s user.</source>
   <translation>用这台电脑用户的密码解锁密钥库。</translation>
  </message>
  <message>
   <source>Use another till, or paper slips, until it is repaired.</source>
   <translation>修复前请改用其他收银台或纸质核销单。</translation>
  </message>
  <message>
   <source>What the key store holds is not what was put there, so the journal stays closed.</source>
   <translation>密钥库里的内容与当初存入的不同，所以流水暂时打不开。</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>怎么办</translation>
  </message>
  <message>
   <source>When it is put right, press “Try again”.</source>
   <translation>改好后按“再试一次”。</translation>
  </message>
 </context>
 <context>
  <name>File</name>
  <message>
   <source>A member from before, or registered elsewhere</source>
   <translation>既有会员，或于他店登记</translation>
  </message>
  <message>
   <source>Agrees now</source>
   <translation>改为同意</translation>
  </message>
  <message>
   <source>Erased</source>
   <translation>已删除</translation>
  </message>
  <message>
   <source>Friends they brought</source>
   <translation>带来的朋友</translation>
  </message>
  <message>
   <source>Invitation: print</source>
   <translation>打印邀请卡</translation>
  </message>
  <message>
   <source>Invitation: show</source>
   <translation>显示邀请码</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>查找中…</translation>
  </message>
  <message>
   <source>Merged: this person is another member</source>
   <translation>已合并至另一位会员</translation>
  </message>
  <message>
   <source>Nobody yet. Show or print their invitation.</source>
   <translation>还没有。可显示或打印邀请码。</translation>
  </message>
  <message>
   <source>Noted, and told to headquarters.</source>
   <translation>已记录并通知总部。</translation>
  </message>
  <message>
   <source>Passed on: headquarters erases them.</source>
   <translation>已转交：总部将删除其个人信息。</translation>
  </message>
  <message>
   <source>Phone not proved: points wait</source>
   <translation>手机未验证：积分待入帐</translation>
  </message>
  <message>
   <source>Phone proved</source>
   <translation>手机已验证</translation>
  </message>
  <message>
   <source>Prove phone now</source>
   <translation>立即验证手机</translation>
  </message>
  <message>
   <source>Recommended by {name}</source>
   <translation>推荐人：{name}</translation>
  </message>
  <message>
   <source>Registered here {day}</source>
   <translation>{day} 于本店登记</translation>
  </message>
  <message>
   <source>The invitation goes to {printer}.</source>
   <translation>邀请卡送到 {printer}。</translation>
  </message>
  <message>
   <source>What they agreed to</source>
   <translation>同意事项</translation>
  </message>
  <message>
   <source>Who withdraws membership ends it: headquarters erases their name, phone and birthday.</source>
   <translation>撤回会员服务同意即终止会员资格：总部会删除姓名、电话与生日。</translation>
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
    <numerusform>还有 %n 位</numerusform>
   </translation>
  </message>
  <message>
   <source>not agreed</source>
   <translation>不同意</translation>
  </message>
  <message>
   <source>not known here</source>
   <translation>此处不详</translation>
  </message>
  <message>
   <source>{have} of {need} friends: {rewards}</source>
   <translation>{have}／{need} 位朋友：{rewards}</translation>
  </message>
  <message>
   <source>{name}: file</source>
   <translation>{name}的会员信息</translation>
  </message>
 </context>
 <context>
  <name>Find</name>
  <message numerus="yes">
   <source>%n member(s) found</source>
   <translation>
    <numerusform>找到 %n 位会员</numerusform>
   </translation>
  </message>
  <message>
   <source>Card</source>
   <translation>卡号</translation>
  </message>
  <message>
   <source>Find member</source>
   <translation>查会员</translation>
  </message>
  <message>
   <source>HQ is asked for a whole phone or card number</source>
   <translation>输入完整手机号码或卡号，会向总部查询</translation>
  </message>
  <message>
   <source>Members who fit appear here while you type.</source>
   <translation>边输入，符合的会员边显示在这里。</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>No member has “{text}”. Check the digits, or ask for the phone number.</source>
   <translation>没有符合“{text}”的会员。请核对数字，或询问手机号。</translation>
  </message>
  <message numerus="yes">
   <source>Of a phone at least %n digit(s), please.</source>
   <translation>
    <numerusform>手机号请至少输入 %n 位。</numerusform>
   </translation>
  </message>
  <message>
   <source>Other stores</source>
   <translation>其他门店</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>手机</translation>
  </message>
  <message>
   <source>Phone digits, card number or part of the name</source>
   <translation>手机号、卡号或姓名的一部分</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>搜索中…</translation>
  </message>
  <message>
   <source>What members are found by</source>
   <translation>可以用这些找会员</translation>
  </message>
  <message>
   <source>any part of it; pinyin or its initials too</source>
   <translation>任何一部分；也可用拼音或首字母</translation>
  </message>
  <message>
   <source>last bought {day}</source>
   <translation>上次消费 {day}</translation>
  </message>
  <message>
   <source>no purchase yet</source>
   <translation>尚未消费</translation>
  </message>
  <message>
   <source>the last four digits, or the whole number, however it is written</source>
   <translation>后四位，或完整号码，怎么写都可以</translation>
  </message>
  <message>
   <source>the whole number</source>
   <translation>完整卡号</translation>
  </message>
  <message>
   <source>↑ ↓ choose, Enter takes the chosen one, Alt and a digit one at once</source>
   <translation>↑ ↓ 选人，Enter 确定，Alt 加数字直接选</translation>
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
   <translation>登记</translation>
  </message>
  <message>
   <source>Arrivals</source>
   <translation>到场</translation>
  </message>
  <message>
   <source>At once</source>
   <translation>一次揭晓</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <source>Board</source>
   <translation>得奖名单</translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>贺卡</translation>
  </message>
  <message>
   <source>Categories</source>
   <translation>分类</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清除</translation>
  </message>
  <message>
   <source>Clerk</source>
   <translation>换人</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>人数</translation>
  </message>
  <message>
   <source>Coupon</source>
   <translation>选券</translation>
  </message>
  <message>
   <source>Daily report</source>
   <translation>日结报表</translation>
  </message>
  <message>
   <source>Day after</source>
   <translation>后一天</translation>
  </message>
  <message>
   <source>Day before</source>
   <translation>前一天</translation>
  </message>
  <message>
   <source>Drill</source>
   <translation>开门检查</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>活动</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>查会员</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>团体</translation>
  </message>
  <message>
   <source>Guest</source>
   <translation>来宾</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Last sync {time}</source>
   <translation>上次同步 {time}</translation>
  </message>
  <message>
   <source>Leaving</source>
   <translation>离场</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>锁定</translation>
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
   <translation>新抽奖</translation>
  </message>
  <message>
   <source>New member</source>
   <translation>入会</translation>
  </message>
  <message>
   <source>Not here</source>
   <translation>未到场</translation>
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
   <translation>核销单</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>照片</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>积分</translation>
  </message>
  <message>
   <source>Poster</source>
   <translation>海报</translation>
  </message>
  <message>
   <source>Programme</source>
   <translation>节目</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>重新读取</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>最近</translation>
  </message>
  <message>
   <source>Save file</source>
   <translation>存档</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>搜索</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>服务</translation>
  </message>
  <message>
   <source>Stage here</source>
   <translation>在此显示</translation>
  </message>
  <message>
   <source>Station</source>
   <translation>用途</translation>
  </message>
  <message>
   <source>Thanks</source>
   <translation>致谢</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Vouchers</source>
   <translation>礼品卡</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>转盘</translation>
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
    <numerusform>%n 张表单送到 {printer}。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n form(s) keyed in.</source>
   <translation>
    <numerusform>已输入 %n 张表单。</numerusform>
   </translation>
  </message>
  <message>
   <source>1 to {most} forms at once.</source>
   <translation>一次 1 到 {most} 张。</translation>
  </message>
  <message>
   <source>Day written</source>
   <translation>填表日期</translation>
  </message>
  <message>
   <source>Form number</source>
   <translation>表单编号</translation>
  </message>
  <message>
   <source>Key in registration forms</source>
   <translation>输入登记表</translation>
  </message>
  <message>
   <source>Key in this form</source>
   <translation>输入这张表单</translation>
  </message>
  <message>
   <source>New forms</source>
   <translation>新表单张数</translation>
  </message>
  <message>
   <source>No printer is set up for forms: a manager does it (Ctrl F9).</source>
   <translation>没有设置打印表单的打印机，请店长设置（Ctrl F9）。</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>Scan or key in</source>
   <translation>扫描或输入</translation>
  </message>
  <message>
   <source>Scan the form’s code, or key in its number; then everything as on paper.</source>
   <translation>扫描表单的码或输入编号，再照纸上内容输入。</translation>
  </message>
  <message>
   <source>What day is written on it? Not one that is still to come.</source>
   <translation>表单上写的是哪一天？不能是未来的日期。</translation>
  </message>
  <message>
   <source>Which form? Scan its code, or key in its number.</source>
   <translation>哪一张表单？请扫描或输入编号。</translation>
  </message>
  <message>
   <source>{name} is registered.</source>
   <translation>{name} 已登记。</translation>
  </message>
 </context>
 <context>
  <name>Goods</name>
  <message>
   <source>By the price tags: {money}</source>
   <translation>标价合计：{money}</translation>
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
   <translation>退回的{name}标价多少</translation>
  </message>
  <message>
   <source>Settled with what came back before</source>
   <translation>与之前的退货一并结算</translation>
  </message>
  <message>
   <source>The rest has less of:</source>
   <translation>留下的商品少了这些优惠：</translation>
  </message>
  <message>
   <source>What comes back?</source>
   <translation>退回哪些商品？</translation>
  </message>
  <message>
   <source>{left} of it left</source>
   <translation>还剩 {left}</translation>
  </message>
  <message>
   <source>{pieces} × {name}</source>
   <translation>{name} × {pieces}</translation>
  </message>
  <message>
   <source>{price} · paid {paid}</source>
   <translation>{price} · 实付 {paid}</translation>
  </message>
 </context>
 <context>
  <name>Group</name>
  <message numerus="yes">
   <source>Sign %n in</source>
   <translation>
    <numerusform>签到 %n 位</numerusform>
   </translation>
  </message>
  <message>
   <source>Space or a press takes somebody out, or in again.</source>
   <translation>按空格键或点一下：不列入，再按一次列入。</translation>
  </message>
  <message>
   <source>Together with {what}</source>
   <translation>同一团：{what}</translation>
  </message>
  <message>
   <source>comes in</source>
   <translation>入场</translation>
  </message>
  <message>
   <source>in already</source>
   <translation>已在场</translation>
  </message>
  <message>
   <source>not now</source>
   <translation>这次不算</translation>
  </message>
 </context>
 <context>
  <name>Guest</name>
  <message numerus="yes">
   <source>%n question(s) open</source>
   <translation>
    <numerusform>还有 %n 题没回答</numerusform>
   </translation>
  </message>
  <message>
   <source>A reason is needed.</source>
   <translation>请写原因。</translation>
  </message>
  <message>
   <source>As often as they come</source>
   <translation>不限次数</translation>
  </message>
  <message>
   <source>Badge again</source>
   <translation>再打印胸牌</translation>
  </message>
  <message>
   <source>Block</source>
   <translation>禁止入场</translation>
  </message>
  <message>
   <source>Block {name}</source>
   <translation>禁止 {name} 入场</translation>
  </message>
  <message>
   <source>Came {time}, {desk}, signed in by {name}</source>
   <translation>{time} 到场，{desk}，{name} 签到</translation>
  </message>
  <message>
   <source>Come in again</source>
   <translation>再次入场</translation>
  </message>
  <message>
   <source>In the house: {n}</source>
   <translation>在场 {n} 人</translation>
  </message>
  <message>
   <source>Left {time}</source>
   <translation>{time} 离场</translation>
  </message>
  <message>
   <source>Name on the badge, as they wish</source>
   <translation>胸牌上想写的名字</translation>
  </message>
  <message>
   <source>No desk lets them in until a manager gives a PIN. Who is inside stays inside.</source>
   <translation>每一桌都不放行，直到主管输入 PIN 码。已在场内的不受影响。</translation>
  </message>
  <message>
   <source>Nobody is placed</source>
   <translation>不排位</translation>
  </message>
  <message>
   <source>Not blocked any more (PIN)</source>
   <translation>恢复入场（PIN）</translation>
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
   <translation>这次入场人数</translation>
  </message>
  <message>
   <source>Print the badge</source>
   <translation>打印胸牌</translation>
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
   <translation>签到</translation>
  </message>
  <message>
   <source>Signed in twice</source>
   <translation>重复签到</translation>
  </message>
  <message>
   <source>Something else</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>桌号</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>桌次</translation>
  </message>
  <message>
   <source>The wrong guest</source>
   <translation>签错人</translation>
  </message>
  <message>
   <source>They come after all</source>
   <translation>还是会来</translation>
  </message>
  <message>
   <source>They did not go in</source>
   <translation>没有进场</translation>
  </message>
  <message>
   <source>They do not come</source>
   <translation>不来了</translation>
  </message>
  <message>
   <source>They leave</source>
   <translation>离场</translation>
  </message>
  <message>
   <source>They sit there</source>
   <translation>就坐这里</translation>
  </message>
  <message>
   <source>agrees</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>answered elsewhere</source>
   <translation>已在别处回答</translation>
  </message>
  <message>
   <source>blocked</source>
   <translation>禁止入场</translation>
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
   <translation>不来了</translation>
  </message>
  <message>
   <source>every desk shows it</source>
   <translation>每一桌都看得到</translation>
  </message>
  <message>
   <source>expected</source>
   <translation>应到</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>已签名</translation>
  </message>
  <message>
   <source>waiting list</source>
   <translation>候补</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>{name} comes after all, if a place is left.</source>
   <translation>{name} 还是会来，只要还有名额。</translation>
  </message>
  <message>
   <source>{name} does not come: their place is free for others.</source>
   <translation>{name} 不来了，名额让给别人。</translation>
  </message>
  <message>
   <source>{name} is blocked at every desk.</source>
   <translation>{name} 在每一桌都禁止入场了。</translation>
  </message>
  <message>
   <source>{name} is not blocked any more, at any desk. It is written down.</source>
   <translation>{name} 在每一桌都恢复入场，会留下记录。</translation>
  </message>
  <message>
   <source>{name} may come in: scan or choose them once more.</source>
   <translation>{name} 可以入场了：请再扫一次或再选一次。</translation>
  </message>
  <message>
   <source>{question} “{answer}”</source>
   <translation>{question}“{answer}”</translation>
  </message>
 </context>
 <context>
  <name>GuestList</name>
  <message numerus="yes">
   <source>%n more than there are places.</source>
   <translation>
    <numerusform>比名额多 %n 人。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) left out</source>
   <translation>
    <numerusform>略过 %n 行</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n sign(s) could not be read</source>
   <translation>
    <numerusform>%n 个字读不出来</numerusform>
   </translation>
  </message>
  <message>
   <source>Another file</source>
   <translation>换文件</translation>
  </message>
  <message>
   <source>Guests from {file}</source>
   <translation>导入名单：{file}</translation>
  </message>
  <message>
   <source>How it was read</source>
   <translation>怎么读的</translation>
  </message>
  <message>
   <source>List of guests</source>
   <translation>来宾名单</translation>
  </message>
  <message>
   <source>Phones that were repaired</source>
   <translation>修正的手机号码</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>读取中</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message numerus="yes">
   <source>Stopped: %n left; take the list again to go on.</source>
   <translation>
    <numerusform>已停止：还剩 %n 位；再导入一次会接着做。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Take %n guest(s)</source>
   <translation>
    <numerusform>导入 %n 位</numerusform>
   </translation>
  </message>
  <message>
   <source>Taking</source>
   <translation>导入中</translation>
  </message>
  <message>
   <source>The first guests</source>
   <translation>前几位</translation>
  </message>
  <message>
   <source>The sheet’s name is the table</source>
   <translation>工作表名称就是桌号</translation>
  </message>
  <message numerus="yes">
   <source>This is the whole list: %n who are not in it are cancelled</source>
   <translation>
    <numerusform>这是完整名单：不在里面的 %n 位改为取消</numerusform>
   </translation>
  </message>
  <message>
   <source>To look at</source>
   <translation>请再看一下</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>另有 %n 行</numerusform>
   </translation>
  </message>
  <message>
   <source>answers to the event’s questions: {columns}</source>
   <translation>活动问题的答案：{columns}</translation>
  </message>
  <message>
   <source>headings in row {n}</source>
   <translation>标题在第 {n} 行</translation>
  </message>
  <message>
   <source>no headings: told by what the columns hold</source>
   <translation>没有标题行：依内容判断</translation>
  </message>
  <message>
   <source>not used: {columns}</source>
   <translation>没用到：{columns}</translation>
  </message>
  <message>
   <source>separated by {sign}</source>
   <translation>以 {sign} 分隔</translation>
  </message>
  <message>
   <source>tab</source>
   <translation>制表符</translation>
  </message>
  <message>
   <source>{new} new, {changed} changed, {gone} cancelled.</source>
   <translation>新增 {new} 位，更新 {changed} 位，取消 {gone} 位。</translation>
  </message>
  <message>
   <source>{new} new, {changed} changed, {same} as before. Nothing is taken yet.</source>
   <translation>新增 {new} 位，更新 {changed} 位，不变 {same} 位。还没有导入。</translation>
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <source>Light or dark</source>
   <translation>浅色或深色</translation>
  </message>
  <message>
   <source>Sound on or off</source>
   <translation>开关声音</translation>
  </message>
  <message>
   <source>Switch clerk (F9)</source>
   <translation>换人（F9）</translation>
  </message>
  <message>
   <source>day {day} of {days}</source>
   <translation>第 {day} 天 / {days}</translation>
  </message>
  <message>
   <source>{station}. Change the station, set up the scanner (Ctrl F9)</source>
   <translation>{station}。改变用途、设置扫码枪（Ctrl F9）</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>另有 %n 处</numerusform>
   </translation>
  </message>
  <message>
   <source>I am going</source>
   <translation>我去看看</translation>
  </message>
  <message>
   <source>Nobody calls for help.</source>
   <translation>目前没有人需要协助。</translation>
  </message>
  <message>
   <source>Sign in first: who goes there is kept.</source>
   <translation>请先登录：由谁前往会留下记录。</translation>
  </message>
  <message numerus="yes">
   <source>waiting for %n minute(s)</source>
   <translation>
    <numerusform>已等 %n 分钟</numerusform>
   </translation>
  </message>
  <message>
   <source>{terminal} calls for help, since {time}</source>
   <translation>{terminal} 有顾客需要协助，{time} 起</translation>
  </message>
  <message>
   <source>{terminal} knows that you are coming.</source>
   <translation>已告知 {terminal}：您正要过去。</translation>
  </message>
 </context>
 <context>
  <name>Hint</name>
  <message>
   <source>A little closer, please.</source>
   <translation>请再靠近一点。</translation>
  </message>
  <message>
   <source>A little further away, please.</source>
   <translation>请离远一点。</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>相机</translation>
  </message>
  <message>
   <source>Hold your code into the frame.</source>
   <translation>请把条码对准方框。</translation>
  </message>
  <message>
   <source>It is too dark: make your screen brighter.</source>
   <translation>太暗了：请调亮手机屏幕。</translation>
  </message>
  <message>
   <source>Please hold it still.</source>
   <translation>请拿稳，不要动。</translation>
  </message>
  <message>
   <source>Please hold your code to the scanner.</source>
   <translation>请把条码对准扫码枪。</translation>
  </message>
  <message>
   <source>Please tilt it a little: it mirrors the light.</source>
   <translation>有反光，请稍微倾斜。</translation>
  </message>
  <message>
   <source>Seen! One moment…</source>
   <translation>看到了！请稍候…</translation>
  </message>
  <message>
   <source>The camera does not work at the moment. Please choose another way.</source>
   <translation>摄像头暂时无法使用，请改用其他方式。</translation>
  </message>
 </context>
 <context>
  <name>Journal</name>
  <message numerus="yes">
   <source>%n coupon(s)</source>
   <translation>
    <numerusform>优惠券 %n 张</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s) on the roll</source>
   <translation>
    <numerusform>纸卷上有 %n 张标签</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n 条</numerusform>
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
   <translation>制作核销单</translation>
  </message>
  <message>
   <source>Call for help over</source>
   <translation>协助调用结束</translation>
  </message>
  <message>
   <source>Came to an event</source>
   <translation>到场参加活动</translation>
  </message>
  <message>
   <source>Campaigns decided</source>
   <translation>活动结算</translation>
  </message>
  <message>
   <source>Check-in made up for</source>
   <translation>补签</translation>
  </message>
  <message>
   <source>Checked in</source>
   <translation>签到</translation>
  </message>
  <message>
   <source>Choose a line to see everything that was recorded.</source>
   <translation>选一条，就能看到记录的全部内容。</translation>
  </message>
  <message>
   <source>Clock corrected</source>
   <translation>时钟校正</translation>
  </message>
  <message>
   <source>Consent given or withdrawn</source>
   <translation>同意或撤回同意</translation>
  </message>
  <message>
   <source>Coupons on paper issued</source>
   <translation>已发出纸质优惠券</translation>
  </message>
  <message>
   <source>Coupons taken back</source>
   <translation>已收回优惠券</translation>
  </message>
  <message>
   <source>Customers’ station left</source>
   <translation>离开自助机台</translation>
  </message>
  <message>
   <source>Customers’ station set up</source>
   <translation>设置自助机台</translation>
  </message>
  <message>
   <source>Deposit paid</source>
   <translation>支付定金</translation>
  </message>
  <message>
   <source>Draw: dice thrown</source>
   <translation>抽奖：掷骰子</translation>
  </message>
  <message>
   <source>Draw: envelope opened</source>
   <translation>抽奖：拆开信封</translation>
  </message>
  <message>
   <source>Draw: list frozen</source>
   <translation>抽奖：名单已冻结</translation>
  </message>
  <message>
   <source>Draw: list published</source>
   <translation>抽奖：名单已公布</translation>
  </message>
  <message>
   <source>Draw: over</source>
   <translation>抽奖：已结束</translation>
  </message>
  <message>
   <source>Draw: prize passed on to an alternate</source>
   <translation>抽奖：奖项由候补递补</translation>
  </message>
  <message>
   <source>Draw: put on the stage</source>
   <translation>抽奖：上舞台</translation>
  </message>
  <message>
   <source>Draw: rehearsal</source>
   <translation>抽奖：彩排</translation>
  </message>
  <message>
   <source>Draw: result refused by HQ</source>
   <translation>抽奖：总部不接受此结果</translation>
  </message>
  <message>
   <source>Draw: seed known</source>
   <translation>抽奖：随机种子已公布</translation>
  </message>
  <message>
   <source>Draw: void</source>
   <translation>抽奖：作废</translation>
  </message>
  <message>
   <source>Draw: winners drawn</source>
   <translation>抽奖：已抽出中奖者</translation>
  </message>
  <message>
   <source>Draw: winners shown</source>
   <translation>抽奖：公布得奖者</translation>
  </message>
  <message>
   <source>Drawn as a winner</source>
   <translation>抽奖中奖</translation>
  </message>
  <message>
   <source>Entries are missing at the end</source>
   <translation>末尾缺少流水</translation>
  </message>
  <message>
   <source>Event changed at a desk</source>
   <translation>柜台修改活动</translation>
  </message>
  <message>
   <source>Event desk: checked before opening</source>
   <translation>活动柜台：开门检查</translation>
  </message>
  <message>
   <source>Event made at a desk</source>
   <translation>柜台创建活动</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Gift chosen</source>
   <translation>选定礼品</translation>
  </message>
  <message>
   <source>Guest: added to the list</source>
   <translation>来宾：加入名单</translation>
  </message>
  <message>
   <source>Guest: answered questions</source>
   <translation>来宾：回答问题</translation>
  </message>
  <message>
   <source>Guest: block lifted</source>
   <translation>来宾：解除禁止入场</translation>
  </message>
  <message>
   <source>Guest: blocked</source>
   <translation>来宾：禁止入场</translation>
  </message>
  <message>
   <source>Guest: does not come</source>
   <translation>来宾：不来了</translation>
  </message>
  <message>
   <source>Guest: given a seat</source>
   <translation>来宾：安排座位</translation>
  </message>
  <message>
   <source>Guest: left</source>
   <translation>来宾：离场</translation>
  </message>
  <message>
   <source>Guest: not let in</source>
   <translation>来宾：未放行</translation>
  </message>
  <message>
   <source>Guest: signed in</source>
   <translation>来宾：签到</translation>
  </message>
  <message>
   <source>Guest: taken back</source>
   <translation>来宾：撤销</translation>
  </message>
  <message>
   <source>Guests from a list</source>
   <translation>导入来宾名单</translation>
  </message>
  <message>
   <source>Guest’s photo looked at</source>
   <translation>看过来宾照片</translation>
  </message>
  <message>
   <source>HQ answered about a coupon</source>
   <translation>总部回复优惠券</translation>
  </message>
  <message>
   <source>HQ asked for a coupon</source>
   <translation>向总部申请优惠券</translation>
  </message>
  <message>
   <source>HQ knows more than this journal</source>
   <translation>总部的记录比这份流水多</translation>
  </message>
  <message>
   <source>Help called</source>
   <translation>调用协助</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>流水</translation>
  </message>
  <message>
   <source>Journal backed up</source>
   <translation>流水已备份</translation>
  </message>
  <message>
   <source>Journal restored</source>
   <translation>流水已还原</translation>
  </message>
  <message>
   <source>Labels are not counted</source>
   <translation>不统计标签数</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>已锁定</translation>
  </message>
  <message>
   <source>Member here</source>
   <translation>会员到店</translation>
  </message>
  <message>
   <source>Member looked through</source>
   <translation>核对会员信息</translation>
  </message>
  <message>
   <source>Member registered</source>
   <translation>会员注册</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>会员</translation>
  </message>
  <message>
   <source>Member’s data came</source>
   <translation>收到会员信息</translation>
  </message>
  <message>
   <source>Member’s data erased</source>
   <translation>会员信息已删除</translation>
  </message>
  <message>
   <source>Money put on a voucher</source>
   <translation>礼品卡售出或充值</translation>
  </message>
  <message>
   <source>Money taken off a voucher</source>
   <translation>礼品卡退回款项</translation>
  </message>
  <message>
   <source>Not printed</source>
   <translation>没有打印</translation>
  </message>
  <message>
   <source>Nothing happened on this day.</source>
   <translation>这一天没有任何记录。</translation>
  </message>
  <message>
   <source>Nothing like that on this day.</source>
   <translation>这一天没有符合的记录。</translation>
  </message>
  <message>
   <source>Nothing more to it.</source>
   <translation>没有其他内容。</translation>
  </message>
  <message>
   <source>On its way to the printer</source>
   <translation>正送往打印机</translation>
  </message>
  <message>
   <source>Overrides</source>
   <translation>例外处理</translation>
  </message>
  <message>
   <source>Part came back</source>
   <translation>部分退货</translation>
  </message>
  <message>
   <source>Partner’s code</source>
   <translation>合作伙伴的码</translation>
  </message>
  <message>
   <source>Phone proved by a code</source>
   <translation>电话已用验证码确认</translation>
  </message>
  <message>
   <source>Points spent</source>
   <translation>使用积分</translation>
  </message>
  <message>
   <source>Print withdrawn</source>
   <translation>取消打印</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>已打印</translation>
  </message>
  <message>
   <source>Printed after all</source>
   <translation>仍要打印</translation>
  </message>
  <message>
   <source>Printed again</source>
   <translation>重打</translation>
  </message>
  <message>
   <source>Printed or not: a person looks</source>
   <translation>是否打印，需人员查看</translation>
  </message>
  <message>
   <source>Printers</source>
   <translation>打印机</translation>
  </message>
  <message>
   <source>Prize went on to somebody else</source>
   <translation>奖品转给别人</translation>
  </message>
  <message>
   <source>Prize: HQ says who hands it over</source>
   <translation>奖品：总部决定由谁发出</translation>
  </message>
  <message>
   <source>Prize: document looked at</source>
   <translation>奖品：已查看证件</translation>
  </message>
  <message>
   <source>Prize: due</source>
   <translation>奖品：待领</translation>
  </message>
  <message>
   <source>Prize: forfeited</source>
   <translation>奖品：逾期或放弃</translation>
  </message>
  <message>
   <source>Prize: handed over</source>
   <translation>奖品：已领取</translation>
  </message>
  <message>
   <source>Prize: shipped</source>
   <translation>奖品：已寄出</translation>
  </message>
  <message>
   <source>Prize: to be sent by HQ</source>
   <translation>奖品：由总部寄送</translation>
  </message>
  <message>
   <source>Prize: winner written to</source>
   <translation>奖品：已通知中奖人</translation>
  </message>
  <message>
   <source>Prizes left over: accounted for</source>
   <translation>剩余奖品：已结清</translation>
  </message>
  <message>
   <source>Program ended</source>
   <translation>程序结束</translation>
  </message>
  <message>
   <source>Program started</source>
   <translation>程序启动</translation>
  </message>
  <message>
   <source>Program started again</source>
   <translation>程序重新启动</translation>
  </message>
  <message>
   <source>Reading the journal…</source>
   <translation>正在读取流水…</translation>
  </message>
  <message>
   <source>Receipt printed</source>
   <translation>打印小票</translation>
  </message>
  <message>
   <source>Receipt, amount, clerk, text</source>
   <translation>小票、金额、店员、文字</translation>
  </message>
  <message>
   <source>Refusals</source>
   <translation>拒绝</translation>
  </message>
  <message>
   <source>Registration forms printed</source>
   <translation>打印登记表</translation>
  </message>
  <message>
   <source>Registration looked at by HQ</source>
   <translation>总部已审核注册</translation>
  </message>
  <message>
   <source>Rights to coupons changed</source>
   <translation>优惠券使用权变更</translation>
  </message>
  <message>
   <source>Said about a paper</source>
   <translation>人员答复是否打印</translation>
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
   <translation>交易已撤销</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>交易</translation>
  </message>
  <message>
   <source>Scan refused</source>
   <translation>扫码被拒</translation>
  </message>
  <message>
   <source>Sent to the printer</source>
   <translation>已送到打印机</translation>
  </message>
  <message>
   <source>Setting changed</source>
   <translation>设置变更</translation>
  </message>
  <message>
   <source>Share of quantities changed</source>
   <translation>分配份数变更</translation>
  </message>
  <message>
   <source>Signed in</source>
   <translation>登录</translation>
  </message>
  <message>
   <source>Signed out</source>
   <translation>退出登录</translation>
  </message>
  <message>
   <source>Signed up for an event</source>
   <translation>报名活动</translation>
  </message>
  <message>
   <source>Slips lost</source>
   <translation>核销单遗失</translation>
  </message>
  <message>
   <source>Slips unused</source>
   <translation>核销单未使用</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>员工</translation>
  </message>
  <message>
   <source>Staff list changed</source>
   <translation>员工名单已更改</translation>
  </message>
  <message>
   <source>Survey answered</source>
   <translation>填写问卷</translation>
  </message>
  <message>
   <source>Task done</source>
   <translation>完成任务</translation>
  </message>
  <message>
   <source>Terminal</source>
   <translation>终端</translation>
  </message>
  <message>
   <source>Terminal enrolled</source>
   <translation>终端已注册</translation>
  </message>
  <message>
   <source>The day after</source>
   <translation>后一天</translation>
  </message>
  <message>
   <source>The day before</source>
   <translation>前一天</translation>
  </message>
  <message>
   <source>This terminal became: {station}</source>
   <translation>这台终端改为：{station}</translation>
  </message>
  <message>
   <source>To be printed</source>
   <translation>待打印</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Two members became one</source>
   <translation>两位会员已合并</translation>
  </message>
  <message>
   <source>Voted</source>
   <translation>投票</translation>
  </message>
  <message>
   <source>Went to help</source>
   <translation>前往协助</translation>
  </message>
  <message>
   <source>Wheel spun</source>
   <translation>转盘抽奖</translation>
  </message>
  <message>
   <source>Wheel: HQ signed sealed prizes</source>
   <translation>转盘：总部签署封存奖项</translation>
  </message>
  <message>
   <source>Wheel: lost prizes given back at HQ</source>
   <translation>转盘：总部收回遗失的奖项</translation>
  </message>
  <message>
   <source>Wheel: prize shown</source>
   <translation>转盘：奖项已揭晓</translation>
  </message>
  <message>
   <source>Wheel: sealed prizes closed</source>
   <translation>转盘：封存奖项结束</translation>
  </message>
  <message>
   <source>Wheel: sealed prizes opened</source>
   <translation>转盘：封存奖项启用</translation>
  </message>
  <message>
   <source>Wrong PIN</source>
   <translation>PIN 码错误</translation>
  </message>
  <message>
   <source>a customer</source>
   <translation>顾客</translation>
  </message>
  <message>
   <source>a new chapter begins</source>
   <translation>开始新的一段</translation>
  </message>
  <message>
   <source>all that waited for long</source>
   <translation>所有等候已久的</translation>
  </message>
  <message>
   <source>approved by {staff}</source>
   <translation>{staff} 批准</translation>
  </message>
  <message>
   <source>at HQ</source>
   <translation>已到总部</translation>
  </message>
  <message>
   <source>by PIN</source>
   <translation>用 PIN 码</translation>
  </message>
  <message>
   <source>by badge</source>
   <translation>用工牌</translation>
  </message>
  <message>
   <source>by itself</source>
   <translation>系统</translation>
  </message>
  <message>
   <source>from a paper slip</source>
   <translation>核销单补录</translation>
  </message>
  <message>
   <source>granted</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>it came out</source>
   <translation>已打印</translation>
  </message>
  <message>
   <source>it could not be opened</source>
   <translation>先前无法打开</translation>
  </message>
  <message>
   <source>it did not come out</source>
   <translation>没有打印出来</translation>
  </message>
  <message>
   <source>it had ended by itself</source>
   <translation>先前自行结束</translation>
  </message>
  <message>
   <source>it had stopped answering</source>
   <translation>先前没有响应</translation>
  </message>
  <message>
   <source>no answer</source>
   <translation>没有回复</translation>
  </message>
  <message>
   <source>nobody signed in</source>
   <translation>无人登录</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>拒绝</translation>
  </message>
  <message>
   <source>the till</source>
   <translation>收银机</translation>
  </message>
  <message>
   <source>version {version}</source>
   <translation>版本 {version}</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>待上传</translation>
  </message>
  <message>
   <source>waiting for HQ</source>
   <translation>待上传总部</translation>
  </message>
  <message>
   <source>{kind} · {device}, chapter {epoch}, no. {seq} · chain {link}</source>
   <translation>{kind} · {device}，第 {epoch} 段第 {seq} 条 · 链 {link}</translation>
  </message>
  <message>
   <source>{more} given, {fewer} taken back</source>
   <translation>给予 {more}，收回 {fewer}</translation>
  </message>
 </context>
 <context>
  <name>Keypad</name>
  <message>
   <source>Blank</source>
   <translation>空格</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清空</translation>
  </message>
  <message>
   <source>Delete one digit</source>
   <translation>删除一位</translation>
  </message>
  <message>
   <source>Delete one sign</source>
   <translation>删除一个字</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>键盘</translation>
  </message>
  <message>
   <source>Keys on the screen</source>
   <translation>屏幕键盘</translation>
  </message>
  <message>
   <source>Letters, pinyin or zhuyin</source>
   <translation>英文、拼音或注音</translation>
  </message>
  <message>
   <source>More characters</source>
   <translation>更多字</translation>
  </message>
  <message>
   <source>Rescan</source>
   <translation>重扫</translation>
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
   <translation>其他键盘</translation>
  </message>
 </context>
 <context>
  <name>List</name>
  <message>
   <source>The first {shown} of {total}.</source>
   <translation>共 {total} 条，先列 {shown} 条。</translation>
  </message>
  <message>
   <source>The first {shown} of {total}: type more to narrow it down.</source>
   <translation>共 {total} 条，先列 {shown} 条，请再多打几个字。</translation>
  </message>
 </context>
 <context>
  <name>Lists</name>
  <message>
   <source>A formula without its value: open the file once and save it</source>
   <translation>公式没有存下数值：请打开文件存一次</translation>
  </message>
  <message>
   <source>A hidden sheet</source>
   <translation>隐藏的工作表</translation>
  </message>
  <message>
   <source>A remark, nobody’s row</source>
   <translation>备注，不是人</translation>
  </message>
  <message>
   <source>A sum below the list</source>
   <translation>名单下方的合计</translation>
  </message>
  <message>
   <source>An answer is none of its question’s: it is asked at the desk</source>
   <translation>答案不在问题的选项里，签到时会再问</translation>
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
   <translation>在表格中被筛选或手动隐藏的行，仍已采用</translation>
  </message>
  <message>
   <source>How many chances cannot be read: one</source>
   <translation>抽奖次数读不出来：算一次</translation>
  </message>
  <message>
   <source>How many come along cannot be read</source>
   <translation>同行人数读不出来</translation>
  </message>
  <message>
   <source>Neither name nor phone</source>
   <translation>没有姓名也没有电话</translation>
  </message>
  <message>
   <source>No chances in the draw</source>
   <translation>没有抽奖机会</translation>
  </message>
  <message>
   <source>No column of names or phones</source>
   <translation>没有姓名或电话列</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>没有姓名</translation>
  </message>
  <message>
   <source>No names, phones or tickets were found. Write headings above the columns.</source>
   <translation>找不到姓名、电话或票券列。请在各列上方写标题。</translation>
  </message>
  <message>
   <source>Reading the file takes too long. Save it anew as XLSX in the spreadsheet, and choose it again.</source>
   <translation>文件读取太久。请在电子表格中另存为 XLSX，再重新选择。</translation>
  </message>
  <message>
   <source>Somebody has the same name, and nothing tells the two apart</source>
   <translation>有人同名，又没有别的信息可分辨</translation>
  </message>
  <message>
   <source>Somebody of another name has the same phone</source>
   <translation>有另一个姓名用同一个电话</translation>
  </message>
  <message>
   <source>The file is damaged. Open it in the spreadsheet and save it anew.</source>
   <translation>文件损坏。请用表格程序打开后另存。</translation>
  </message>
  <message>
   <source>The file is empty.</source>
   <translation>文件是空的。</translation>
  </message>
  <message>
   <source>The file is too large. Leave out what is not needed.</source>
   <translation>文件太大。请删去不需要的内容。</translation>
  </message>
  <message>
   <source>The headings again</source>
   <translation>又是标题行</translation>
  </message>
  <message>
   <source>The list is too long</source>
   <translation>名单太长</translation>
  </message>
  <message>
   <source>The phone is none</source>
   <translation>电话不是号码</translation>
  </message>
  <message>
   <source>The same person again</source>
   <translation>同一人重复</translation>
  </message>
  <message>
   <source>The spreadsheet rounded the phone; its digits are lost</source>
   <translation>表格把电话四舍五入，数字已丢失</translation>
  </message>
  <message>
   <source>The workbook has a password. Save it without one, and choose it again.</source>
   <translation>工作簿有密码。请取消密码保存后再选一次。</translation>
  </message>
  <message>
   <source>This is no list. Choose an Excel file, or a text with a row a line.</source>
   <translation>这不是名单。请选 Excel 文件，或一行一人的文本文件。</translation>
  </message>
  <message>
   <source>VIP</source>
   <translation>贵宾</translation>
  </message>
  <message>
   <source>adults</source>
   <translation>大人</translation>
  </message>
  <message>
   <source>an apostrophe taken off</source>
   <translation>去掉前面的撇号</translation>
  </message>
  <message>
   <source>an extension cut off</source>
   <translation>去掉分机</translation>
  </message>
  <message>
   <source>chances</source>
   <translation>抽奖次数</translation>
  </message>
  <message>
   <source>children</source>
   <translation>小孩</translation>
  </message>
  <message>
   <source>comes with</source>
   <translation>同行人数</translation>
  </message>
  <message>
   <source>company</source>
   <translation>公司</translation>
  </message>
  <message>
   <source>decimals taken off</source>
   <translation>去掉小数</translation>
  </message>
  <message>
   <source>e-mail</source>
   <translation>电子邮件</translation>
  </message>
  <message>
   <source>family name</source>
   <translation>姓</translation>
  </message>
  <message>
   <source>full-width digits</source>
   <translation>全角数字</translation>
  </message>
  <message>
   <source>given name</source>
   <translation>名</translation>
  </message>
  <message>
   <source>it stood in the column of names</source>
   <translation>写在姓名列里</translation>
  </message>
  <message>
   <source>kind of ticket</source>
   <translation>票种</translation>
  </message>
  <message>
   <source>letters read as digits</source>
   <translation>字母当作数字</translation>
  </message>
  <message>
   <source>member number</source>
   <translation>会员编号</translation>
  </message>
  <message>
   <source>name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>people in all</source>
   <translation>总人数</translation>
  </message>
  <message>
   <source>phone</source>
   <translation>电话</translation>
  </message>
  <message>
   <source>remark</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>state</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>table or seat</source>
   <translation>桌号或座位</translation>
  </message>
  <message>
   <source>tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>the 0 in front was put back</source>
   <translation>补回开头的 0</translation>
  </message>
  <message>
   <source>the first of several</source>
   <translation>多个号码取第一个</translation>
  </message>
  <message>
   <source>ticket code</source>
   <translation>票号</translation>
  </message>
  <message>
   <source>where the phone is from</source>
   <translation>电话的国家或地区</translation>
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
   <translation>略去旁边的文字</translation>
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
   <translation>尚未识别会员</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>积分</translation>
  </message>
  <message>
   <source>Points and tier follow later.</source>
   <translation>积分和等级稍后补上。</translation>
  </message>
  <message>
   <source>Points owed</source>
   <translation>积分待补</translation>
  </message>
  <message>
   <source>Points · held {n}</source>
   <translation>积分 · 待入账 {n}</translation>
  </message>
  <message>
   <source>Scan a member code, or F3 to find by phone or name.</source>
   <translation>扫描会员码，或按 F3 查手机、姓名。</translation>
  </message>
  <message>
   <source>Streak</source>
   <translation>连续签到</translation>
  </message>
  <message>
   <source>Tickets</source>
   <translation>抽奖券</translation>
  </message>
  <message>
   <source>Usable</source>
   <translation>可用券</translation>
  </message>
  <message>
   <source>another store’s member</source>
   <translation>其他门店会员</translation>
  </message>
  <message>
   <source>another store’s, as HQ said earlier</source>
   <translation>其他门店会员（先前查得）</translation>
  </message>
  <message>
   <source>another store’s, by signed pass</source>
   <translation>其他门店会员（凭会员码）</translation>
  </message>
  <message>
   <source>another store’s, by their coupon</source>
   <translation>其他门店会员（凭其优惠券）</translation>
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
   <translation>中文输入法拦下了扫码枪的按键。请切换成英文输入，再扫一次。</translation>
  </message>
  <message>
   <source>Caps Lock is on, so the code came in wrong. Switch it off and scan again.</source>
   <translation>Caps Lock 开着，扫到的码不对。请关掉 Caps Lock 再扫一次。</translation>
  </message>
  <message>
   <source>Caps Lock is on. The code was read all the same; please switch Caps Lock off.</source>
   <translation>Caps Lock 开着。这个码已正确读取，请顺手关掉 Caps Lock。</translation>
  </message>
  <message>
   <source>Num Lock is off, so the number keys on the right type nothing. Press Num Lock.</source>
   <translation>Num Lock 没开，右边的数字键打不出数字。请按一下 Num Lock。</translation>
  </message>
  <message>
   <source>The computer types full-width characters, so the code came in wrong. Switch to half-width (Shift+Space) and scan again.</source>
   <translation>电脑正在输入全角字符，扫到的码不对。请切换成半角（Shift+空格）再扫一次。</translation>
  </message>
  <message>
   <source>The computer types full-width characters. The code was read all the same; please switch to half-width (Shift+Space).</source>
   <translation>电脑正在输入全角字符。这个码已正确读取，请顺手切换成半角（Shift+空格）。</translation>
  </message>
  <message>
   <source>The scanner sent keys that are no text. Nothing was done; reset the scanner’s settings and scan again.</source>
   <translation>扫码枪送出的按键不是文字，什么都没做。请把扫码枪恢复出厂设置后再扫一次。</translation>
  </message>
  <message>
   <source>The scanner types {scanner}, the computer expects {computer}, so the code came in wrong. Set the computer’s keyboard to {scanner} and scan again.</source>
   <translation>扫码枪用的是{scanner}键盘，电脑设为{computer}键盘，扫到的码不对。请把电脑键盘设为{scanner}，再扫一次。</translation>
  </message>
  <message>
   <source>The scanner types {scanner}, the computer expects {computer}. The code was read all the same; please set the computer’s keyboard to {scanner}.</source>
   <translation>扫码枪用的是{scanner}键盘，电脑设为{computer}键盘。这个码已正确读取，请把电脑键盘设为{scanner}。</translation>
  </message>
  <message>
   <source>Typed or scanned? Nothing was done. If you typed it, press Enter again; if it was scanned, take it back with Backspace and scan again.</source>
   <translation>这是手打的还是扫描的？什么都还没做。手打的请再按一次 Enter；扫描的请用退格键删掉再扫一次。</translation>
  </message>
 </context>
 <context>
  <name>Near</name>
  <message>
   <source>Check-in day {have} of {need}: {prize}</source>
   <translation>签到第 {have} 天，满 {need} 天送{prize}</translation>
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
   <translation>集章卡 {have}/{need}：{prize}</translation>
  </message>
  <message>
   <source>for {money} more</source>
   <translation>加 {money}</translation>
  </message>
  <message>
   <source>free</source>
   <translation>免费</translation>
  </message>
  <message>
   <source>last day</source>
   <translation>最后一天</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>到 {day}</translation>
  </message>
  <message>
   <source>{money} more</source>
   <translation>再买 {money}</translation>
  </message>
  <message>
   <source>{money} more for {prize}</source>
   <translation>再买 {money}，送{prize}</translation>
  </message>
  <message>
   <source>{money} more of {goods}</source>
   <translation>{goods}再买 {money}</translation>
  </message>
  <message>
   <source>{money} off</source>
   <translation>减 {money}</translation>
  </message>
  <message numerus="yes">
   <source>{n} more check-in(s) for {prize}</source>
   <translation>
    <numerusform>再签到 {n} 天，送{prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more day(s) for {prize}</source>
   <translation>
    <numerusform>再过 {n} 天，送{prize}</numerusform>
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
    <numerusform>再买 {n} 件，送{prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more point(s) for {prize}</source>
   <translation>
    <numerusform>再 {n} 积分，换{prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more purchase(s) for {prize}</source>
   <translation>
    <numerusform>再消费 {n} 次，送{prize}</numerusform>
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
   <translation>每人打印胸牌</translation>
  </message>
  <message>
   <source>A name is needed.</source>
   <translation>请填活动名称。</translation>
  </message>
  <message>
   <source>A ticket lets in</source>
   <translation>一张票可入场</translation>
  </message>
  <message>
   <source>A time looks like 18:30.</source>
   <translation>时间请写成 18:30。</translation>
  </message>
  <message>
   <source>An event, made here</source>
   <translation>现场新增活动</translation>
  </message>
  <message>
   <source>Begins, today at</source>
   <translation>今天开始</translation>
  </message>
  <message>
   <source>Ends at</source>
   <translation>结束</translation>
  </message>
  <message>
   <source>Make it</source>
   <translation>新增</translation>
  </message>
  <message>
   <source>Others than those on the list may come</source>
   <translation>名单外的人也可入场</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>座位安排</translation>
  </message>
  <message>
   <source>What it is called</source>
   <translation>活动名称</translation>
  </message>
  <message>
   <source>Who leaves is signed out</source>
   <translation>离场要登记</translation>
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
   <translation>验证码已发送到 {phone}。</translation>
  </message>
  <message>
   <source>A member already</source>
   <translation>已是会员</translation>
  </message>
  <message>
   <source>Agrees</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>Agrees, {n}+</source>
   <translation>同意，满 {n} 岁</translation>
  </message>
  <message>
   <source>Ask, and say what they answered: 1 agrees, the last number does not.</source>
   <translation>请询问顾客并选答案：1 同意，最后一个数字不同意。</translation>
  </message>
  <message>
   <source>Birthday (optional)</source>
   <translation>生日（选填）</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清空</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>验证码</translation>
  </message>
  <message>
   <source>E-mail (optional)</source>
   <translation>电子邮件（选填）</translation>
  </message>
  <message>
   <source>Form {number}</source>
   <translation>登记表 {number}</translation>
  </message>
  <message>
   <source>Go on with the sale</source>
   <translation>继续这笔交易</translation>
  </message>
  <message>
   <source>Go on with {name}</source>
   <translation>继续为 {name} 结账</translation>
  </message>
  <message>
   <source>Guardian agrees</source>
   <translation>监护人同意</translation>
  </message>
  <message>
   <source>Guardian’s name</source>
   <translation>监护人姓名</translation>
  </message>
  <message>
   <source>Guardian’s phone</source>
   <translation>监护人电话</translation>
  </message>
  <message>
   <source>Key in the six digits that they received, or skip the code.</source>
   <translation>请输入顾客收到的六位数字，或略过验证码。</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>查找中…</translation>
  </message>
  <message>
   <source>Mobile number</source>
   <translation>手机号码</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>New member</source>
   <translation>新会员</translation>
  </message>
  <message>
   <source>No</source>
   <translation>不同意</translation>
  </message>
  <message>
   <source>No campaign gives newcomers anything now.</source>
   <translation>目前没有活动赠送新会员礼。</translation>
  </message>
  <message>
   <source>No printer is set up for welcome slips: show them the code.</source>
   <translation>没有设置打印迎新单的打印机，请给顾客看会员码。</translation>
  </message>
  <message>
   <source>Points follow when the phone is proved, or headquarters has looked.</source>
   <translation>手机验证或总部审核后，积分才会入帐。</translation>
  </message>
  <message>
   <source>Print slip</source>
   <translation>打印迎新单</translation>
  </message>
  <message>
   <source>Prove phone</source>
   <translation>验证手机</translation>
  </message>
  <message>
   <source>Read it to them, or show it</source>
   <translation>念给顾客听或出示</translation>
  </message>
  <message>
   <source>Recommendation not counted: {why}</source>
   <translation>推荐不计：{why}</translation>
  </message>
  <message>
   <source>Recommendation to be looked at: {why}</source>
   <translation>推荐待审：{why}</translation>
  </message>
  <message>
   <source>Recommended by</source>
   <translation>推荐人</translation>
  </message>
  <message>
   <source>Recommended by {name}</source>
   <translation>推荐人：{name}</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>登记中…</translation>
  </message>
  <message>
   <source>Register</source>
   <translation>登记</translation>
  </message>
  <message>
   <source>Register this form</source>
   <translation>登记这张表单</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Scan, or phone, card number</source>
   <translation>请扫描，或输入电话、卡号</translation>
  </message>
  <message>
   <source>Send code  F4</source>
   <translation>发送验证码  F4</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>略过</translation>
  </message>
  <message>
   <source>Take into the sale</source>
   <translation>带入这笔交易</translation>
  </message>
  <message>
   <source>Take them into the sale</source>
   <translation>带入这笔交易</translation>
  </message>
  <message>
   <source>Tell them: their friend is thanked after the first purchase.</source>
   <translation>请告诉顾客：首次消费后，推荐的朋友就会得到谢礼。</translation>
  </message>
  <message>
   <source>Tell them: {words}</source>
   <translation>请告诉顾客：{words}</translation>
  </message>
  <message>
   <source>The customer takes a photo of it, here or on their own screen.</source>
   <translation>请顾客对这里或客显屏幕拍照保存。</translation>
  </message>
  <message>
   <source>The member’s QR code</source>
   <translation>会员的 QR 码</translation>
  </message>
  <message>
   <source>The open sale is another member’s and stays theirs.</source>
   <translation>目前的交易属于另一位会员，不变更。</translation>
  </message>
  <message>
   <source>The phone is proved.</source>
   <translation>手机已验证。</translation>
  </message>
  <message>
   <source>The slip goes to {printer}.</source>
   <translation>迎新单送到 {printer}。</translation>
  </message>
  <message>
   <source>The slip waits for {printer}: {trouble}. {do}</source>
   <translation>迎新单等待 {printer}：{trouble}。{do}</translation>
  </message>
  <message>
   <source>Their invitation</source>
   <translation>他的邀请码</translation>
  </message>
  <message>
   <source>Their invitation is on the customer’s screen.</source>
   <translation>邀请码已显示在客显屏幕。</translation>
  </message>
  <message>
   <source>Version {version}</source>
   <translation>版本 {version}</translation>
  </message>
  <message>
   <source>Welcome gifts, to be used at once</source>
   <translation>迎新礼，立即可用</translation>
  </message>
  <message>
   <source>Who is younger needs a guardian: their name and phone, please.</source>
   <translation>未达年龄需要监护人：请输入姓名与电话。</translation>
  </message>
  <message>
   <source>needed</source>
   <translation>必要</translation>
  </message>
  <message>
   <source>the member at the till</source>
   <translation>柜台上的会员</translation>
  </message>
  <message>
   <source>{name} at the till</source>
   <translation>柜台上的 {name}</translation>
  </message>
  <message>
   <source>{name} is a member</source>
   <translation>{name} 已成为会员</translation>
  </message>
  <message>
   <source>{name} was registered already</source>
   <translation>{name} 先前已登记</translation>
  </message>
 </context>
 <context>
  <name>NextStep</name>
  <message>
   <source>Ask a manager.</source>
   <translation>请找主管。</translation>
  </message>
  <message>
   <source>Ask for another coupon. Who disagrees asks the store.</source>
   <translation>请改用其他优惠券；有异议请联系门店。</translation>
  </message>
  <message>
   <source>Ask the guest again and correct it.</source>
   <translation>请再问一次来宾并更正。</translation>
  </message>
  <message>
   <source>Ask the guest for their invitation, member code or coupon.</source>
   <translation>请来宾出示邀请函、会员码或优惠券。</translation>
  </message>
  <message>
   <source>Ask the guest to open the code again with a brighter screen.</source>
   <translation>请来宾调亮屏幕，重新打开二维码。</translation>
  </message>
  <message>
   <source>Ask the guest to show the member code in the app.</source>
   <translation>请来宾出示 App 里的会员码。</translation>
  </message>
  <message>
   <source>Ask the parent or guardian to come along.</source>
   <translation>请家长或监护人一起过来。</translation>
  </message>
  <message>
   <source>Call who is in charge of the desk.</source>
   <translation>请找柜台负责人。</translation>
  </message>
  <message>
   <source>Go on without a code: it can be made good later.</source>
   <translation>先不用验证码，之后可补。</translation>
  </message>
  <message>
   <source>It is used at the till, with the goods it is for.</source>
   <translation>这张券要在收银台搭配适用商品使用。</translation>
  </message>
  <message>
   <source>It works with more of these goods; or keep it for next time.</source>
   <translation>多选购适用商品就能使用，或留到下次。</translation>
  </message>
  <message>
   <source>Just go on: nothing is lost.</source>
   <translation>请继续，不会有任何损失。</translation>
  </message>
  <message>
   <source>Let the guest read it and decide.</source>
   <translation>请来宾阅读后决定。</translation>
  </message>
  <message>
   <source>Nothing to do here: this station only shows what was recorded.</source>
   <translation>这里不必处理，只显示记录。</translation>
  </message>
  <message>
   <source>Nothing to do: go on.</source>
   <translation>不必处理，请继续。</translation>
  </message>
  <message>
   <source>Offer something else.</source>
   <translation>请改提供其他项目。</translation>
  </message>
  <message>
   <source>Open the code again, brighten the screen, hold it up.</source>
   <translation>请在 App 重新打开二维码、调亮屏幕后再出示。</translation>
  </message>
  <message>
   <source>Please ask for a new code.</source>
   <translation>请重新获取验证码。</translation>
  </message>
  <message>
   <source>Please ask our staff for help.</source>
   <translation>请找店员帮忙。</translation>
  </message>
  <message>
   <source>Please choose another coupon; our staff will gladly help.</source>
   <translation>请改用其他优惠券，店员很乐意协助您。</translation>
  </message>
  <message>
   <source>Please choose something else.</source>
   <translation>请选择其他项目。</translation>
  </message>
  <message>
   <source>Please come back with your mother, father or guardian.</source>
   <translation>请和爸爸、妈妈或监护人一起来。</translation>
  </message>
  <message>
   <source>Please go on without a code; you can prove your phone later.</source>
   <translation>可以先不用验证码继续，之后再确认电话。</translation>
  </message>
  <message>
   <source>Please keep it until then.</source>
   <translation>请保留到那时再用。</translation>
  </message>
  <message>
   <source>Please look at it once more and correct it.</source>
   <translation>请再看一次并更正。</translation>
  </message>
  <message>
   <source>Please look at the new price and decide.</source>
   <translation>请看新的价格再决定。</translation>
  </message>
  <message>
   <source>Please read it and decide; without it there is no membership.</source>
   <translation>请阅读后决定；不同意就无法成为会员。</translation>
  </message>
  <message>
   <source>Please show the member code in your app.</source>
   <translation>请出示 App 里的会员码。</translation>
  </message>
  <message>
   <source>Please show your member code or a coupon of ours.</source>
   <translation>请出示会员码或本店的优惠券。</translation>
  </message>
  <message>
   <source>Please try again in a few minutes; your coupon stays good.</source>
   <translation>请过几分钟再试，优惠券仍然有效。</translation>
  </message>
  <message>
   <source>Please try again in a moment.</source>
   <translation>请稍候再试。</translation>
  </message>
  <message>
   <source>Please try again later; what you have stays yours.</source>
   <translation>请稍后再试；您的机会会保留。</translation>
  </message>
  <message>
   <source>Send a new code.</source>
   <translation>请重新发送验证码。</translation>
  </message>
  <message>
   <source>Tell the guest from when it can be used.</source>
   <translation>请告知来宾何时起可以使用。</translation>
  </message>
  <message>
   <source>Tell the guest the new price before you go on.</source>
   <translation>请先告知来宾新的价格。</translation>
  </message>
  <message>
   <source>Tell the guest to come again later; nothing is lost.</source>
   <translation>请来宾稍后再来；机会不会失去。</translation>
  </message>
  <message>
   <source>Try again when the badge above says online.</source>
   <translation>等上方显示已连接后再试。</translation>
  </message>
  <message>
   <source>Try again, slowly.</source>
   <translation>请慢慢再试一次。</translation>
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
   <translation>休息中，{time} 开始营业。</translation>
  </message>
  <message>
   <source>Closed. We open on {day} at {time}.</source>
   <translation>休息中，{day} {time} 开始营业。</translation>
  </message>
  <message>
   <source>Closed. We open tomorrow at {time}.</source>
   <translation>休息中，明天 {time} 开始营业。</translation>
  </message>
 </context>
 <context>
  <name>Notice</name>
  <message>
   <source>A friend’s recommendation: whoever gave it is thanked.</source>
   <translation>好友推荐：推荐人会得到回馈。</translation>
  </message>
  <message>
   <source>Another member; nothing had been keyed in for the one before.</source>
   <translation>已换成另一位会员；前一位尚未输入任何内容。</translation>
  </message>
  <message>
   <source>Code for “{name}”: it counts.</source>
   <translation>优惠码“{name}”有效。</translation>
  </message>
  <message>
   <source>Code for “{name}”: it does not count ({why}).</source>
   <translation>优惠码“{name}”这次不适用（{why}）。</translation>
  </message>
  <message>
   <source>Daily report saved: {path}</source>
   <translation>日结报表已保存：{path}</translation>
  </message>
  <message>
   <source>HQ sent something that this program does not know. Ask IT to update this terminal.</source>
   <translation>总部传来本程序不认得的数据，请技术人员更新这台终端。</translation>
  </message>
  <message>
   <source>No coupon at the till depends on the kind of goods.</source>
   <translation>目前没有限定商品分类的优惠券。</translation>
  </message>
  <message>
   <source>Not scanned: answer or close this window first, then scan again.</source>
   <translation>这次扫描没有采用：请先处理或关闭这个窗口，再扫一次。</translation>
  </message>
  <message>
   <source>Nothing but staff badges is scanned at this station.</source>
   <translation>这个画面只扫工牌。</translation>
  </message>
  <message>
   <source>Nothing to record yet: no amount, no member, no coupon. Key in the amount.</source>
   <translation>还没有可记录的：没有金额，也没有会员或优惠券。请先输入金额。</translation>
  </message>
  <message>
   <source>Receipt saved: {path}</source>
   <translation>小票已保存：{path}</translation>
  </message>
  <message>
   <source>Scan a member code first, or find the member (F3).</source>
   <translation>请先扫描会员码，或查会员（F3）。</translation>
  </message>
  <message>
   <source>Something is being recorded. Close the window when it is done.</source>
   <translation>正在入账，请完成后再关闭。</translation>
  </message>
  <message>
   <source>That key does not fit: the amount stays {money}.</source>
   <translation>已无法再输入：金额仍为 {money}。</translation>
  </message>
  <message>
   <source>The amount is missing: key it in first.</source>
   <translation>还没有金额，请先输入。</translation>
  </message>
  <message>
   <source>The camera shows nothing. Check cable and lens, use the scanner; it comes back.</source>
   <translation>摄像头没有画面，请检查接线并擦净摄像头。先用扫码枪，恢复后会自动使用。</translation>
  </message>
  <message>
   <source>The daily report could not be saved. Check the folder and the disk.</source>
   <translation>日结报表无法保存，请检查文件夹和磁盘。</translation>
  </message>
  <message>
   <source>The receipt could not be saved. Check the folder and the disk.</source>
   <translation>小票无法保存，请检查文件夹与磁盘。</translation>
  </message>
  <message>
   <source>The sale at the till is the till’s: goods are exchanged there.</source>
   <translation>目前这笔是收银机的交易，请在收银机换货。</translation>
  </message>
  <message>
   <source>The serial scanner is back.</source>
   <translation>串口扫码枪已恢复。</translation>
  </message>
  <message>
   <source>The serial scanner is gone: check its cable. It comes back by itself.</source>
   <translation>串口扫码枪没有响应，请检查接线，接好后会自动恢复。</translation>
  </message>
  <message>
   <source>There are no points to pay this with.</source>
   <translation>没有可抵扣这笔的积分。</translation>
  </message>
  <message>
   <source>There is no sale to void on this terminal.</source>
   <translation>这台终端没有可撤销的交易。</translation>
  </message>
  <message>
   <source>This coupon is in the sale just made: there is nothing to do.</source>
   <translation>这张券已用于刚完成的交易，不必处理。</translation>
  </message>
  <message>
   <source>This terminal is now: {station}.</source>
   <translation>这台终端现在是：{station}。</translation>
  </message>
  <message>
   <source>Voided: {money}. Its coupons can be used again.</source>
   <translation>已撤销 {money}，优惠券可再次使用。</translation>
  </message>
  <message>
   <source>{coupon}: {words}</source>
   <translation>{coupon}：{words}</translation>
  </message>
  <message>
   <source>{money} came back; {left} is left of the sale.</source>
   <translation>已退回 {money}，这笔交易还剩 {left}。</translation>
  </message>
  <message>
   <source>{money} comes off the new sale. Key in what the customer buys.</source>
   <translation>新的交易扣抵 {money}。请输入顾客这次买的金额。</translation>
  </message>
  <message>
   <source>{name} works here now.</source>
   <translation>现在由 {name} 收银。</translation>
  </message>
  <message>
   <source>{n} of {all} points can be used here at the moment; HQ has to be reached for more.</source>
   <translation>目前这里可用 {all} 积分中的 {n}；要用更多，得先连上总部。</translation>
  </message>
  <message>
   <source>{voided} Taken back: {rewards}.</source>
   <translation>{voided}收回：{rewards}。</translation>
  </message>
  <message>
   <source>{words} {onto} of it is on the voucher again; give back {money}.</source>
   <translation>{words}其中 {onto} 已退回礼品卡；请退还顾客 {money}。</translation>
  </message>
 </context>
 <context>
  <name>Offline</name>
  <message numerus="yes">
   <source>%n other kind(s) of coupons are refused.</source>
   <translation>
    <numerusform>另有 %n 种优惠券离线时一律不收。</numerusform>
   </translation>
  </message>
  <message>
   <source>Assumed: everything counted here is accepted at this till, and used at another one as well.</source>
   <translation>假设：算进来的全都在这台终端收下，又在另一台终端用了一次。</translation>
  </message>
  <message>
   <source>If the network goes</source>
   <translation>网络中断时的风险</translation>
  </message>
  <message>
   <source>It shows what can be lost while HQ is out of reach.</source>
   <translation>将显示连不上总部时可能的损失。</translation>
  </message>
  <message>
   <source>Not counted: coupons of other stores, a member’s second sale with points, and other tills.</source>
   <translation>没有算进去：其他门店的优惠券、同一位会员再次用积分的交易，以及其他终端。</translation>
  </message>
  <message>
   <source>Nothing can be lost: without the network everything that needs a right is refused.</source>
   <translation>不会有损失：没有网络时，需要使用权的一律不收。</translation>
  </message>
  <message>
   <source>This till can lose {value} at most, as things are now.</source>
   <translation>按目前的规定，这台终端最多损失 {value}。</translation>
  </message>
  <message numerus="yes">
   <source>Up to {limit} with a manager’s PIN. %n member(s) may have points, {once} each at most.</source>
   <translation>
    <numerusform>由主管输入 PIN 码，最多收 {limit}。%n 位会员可能有积分，每位最多 {once}。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Up to {limit} with a manager’s PIN. Good for %n use(s) held elsewhere, {once} each at most.</source>
   <translation>
    <numerusform>由主管输入 PIN 码，最多收 {limit}。还可用 %n 次，使用权不在这里，每次最多 {once}。</numerusform>
   </translation>
  </message>
  <message>
   <source>Up to {limit} with a manager’s PIN. Nothing is at risk now.</source>
   <translation>由主管输入 PIN 码，最多收 {limit}。目前没有风险。</translation>
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
   <translation>累计中</translation>
  </message>
  <message>
   <source>given</source>
   <translation>已给</translation>
  </message>
  <message>
   <source>limit reached</source>
   <translation>已达上限</translation>
  </message>
  <message>
   <source>not met</source>
   <translation>未符合</translation>
  </message>
  <message>
   <source>substitute given</source>
   <translation>已给替代品</translation>
  </message>
 </context>
 <context>
  <name>Page</name>
  <message>
   <source>Checkout. Amount {money}</source>
   <translation>收银。金额 {money}</translation>
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
   <translation>您的信息</translation>
  </message>
  <message>
   <source>Admission ticket</source>
   <translation>入场券</translation>
  </message>
  <message>
   <source>Alignment</source>
   <translation>对齐</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>金额</translation>
  </message>
  <message>
   <source>Approved by</source>
   <translation>批准人</translation>
  </message>
  <message>
   <source>Arrived</source>
   <translation>到场时间</translation>
  </message>
  <message>
   <source>Back on the voucher</source>
   <translation>退回礼品卡</translation>
  </message>
  <message>
   <source>Badge</source>
   <translation>胸牌</translation>
  </message>
  <message>
   <source>Birthday (YYYYMMDD, optional)</source>
   <translation>生日（年月日，选填）</translation>
  </message>
  <message>
   <source>Bold</source>
   <translation>粗体</translation>
  </message>
  <message>
   <source>Both arrows are whole, and as far from the left edge as from the right.</source>
   <translation>两侧箭头应完整，且与左右纸边等距。</translation>
  </message>
  <message>
   <source>Bought</source>
   <translation>购买时间</translation>
  </message>
  <message>
   <source>By</source>
   <translation>经手人</translation>
  </message>
  <message>
   <source>Cannot be exchanged for cash.</source>
   <translation>不可兑换现金。</translation>
  </message>
  <message>
   <source>Chance comes from</source>
   <translation>种子来自</translation>
  </message>
  <message>
   <source>Check the draw at {address}</source>
   <translation>请到 {address} 验算</translation>
  </message>
  <message>
   <source>Checked and filed</source>
   <translation>核对归档</translation>
  </message>
  <message>
   <source>Codes to scan</source>
   <translation>扫码用条码</translation>
  </message>
  <message>
   <source>Congratulations, you have won</source>
   <translation>恭喜您抽中</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>补打</translation>
  </message>
  <message>
   <source>Copy {n}</source>
   <translation>补打第 {n} 份</translation>
  </message>
  <message>
   <source>Copy {n} – not the original</source>
   <translation>补打第 {n} 份，非正本</translation>
  </message>
  <message>
   <source>Coupon</source>
   <translation>优惠券</translation>
  </message>
  <message>
   <source>Coupons and offers</source>
   <translation>优惠券与优惠</translation>
  </message>
  <message>
   <source>Coupons in conflict</source>
   <translation>重复核销的券</translation>
  </message>
  <message>
   <source>Customer’s signature</source>
   <translation>顾客签名</translation>
  </message>
  <message>
   <source>Cut below this line</source>
   <translation>在此线下裁切</translation>
  </message>
  <message>
   <source>Daily report</source>
   <translation>日结报表</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Date (YYYYMMDD)</source>
   <translation>日期（年月日）</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>营业日</translation>
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
   <translation>单据</translation>
  </message>
  <message>
   <source>Dots per inch</source>
   <translation>分辨率 dpi</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>抽奖编号</translation>
  </message>
  <message>
   <source>Draw on</source>
   <translation>开奖时间</translation>
  </message>
  <message>
   <source>Draw result</source>
   <translation>抽奖结果</translation>
  </message>
  <message>
   <source>Draw ticket</source>
   <translation>抽奖券</translation>
  </message>
  <message>
   <source>Drawn</source>
   <translation>开奖时间</translation>
  </message>
  <message>
   <source>Draws, their results and how to check them: {address}</source>
   <translation>抽奖、结果与验算方法：{address}</translation>
  </message>
  <message>
   <source>Due since</source>
   <translation>应发日期</translation>
  </message>
  <message>
   <source>E-mail (optional)</source>
   <translation>电子邮箱（选填）</translation>
  </message>
  <message>
   <source>Employees of the organiser</source>
   <translation>主办单位员工</translation>
  </message>
  <message>
   <source>Entries not yet at headquarters</source>
   <translation>尚未上传总部的记录</translation>
  </message>
  <message>
   <source>Everything has reached headquarters.</source>
   <translation>全部记录都已上传总部。</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>失败</translation>
  </message>
  <message>
   <source>Fingerprint of the list of entrants</source>
   <translation>参加者名单的指纹</translation>
  </message>
  <message>
   <source>Fingerprint of these rules</source>
   <translation>本规则的指纹</translation>
  </message>
  <message>
   <source>Fingerprint of what was published before the draw</source>
   <translation>抽奖前公布内容的指纹</translation>
  </message>
  <message>
   <source>Fingerprint, published before the draw</source>
   <translation>抽奖前公布的指纹</translation>
  </message>
  <message>
   <source>For</source>
   <translation>事由</translation>
  </message>
  <message>
   <source>For our staff</source>
   <translation>门店人员填写</translation>
  </message>
  <message>
   <source>For receipt {number}</source>
   <translation>原小票 {number}</translation>
  </message>
  <message>
   <source>For you when you join</source>
   <translation>您入会即享</translation>
  </message>
  <message>
   <source>Form number</source>
   <translation>表单编号</translation>
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
   <translation>奖项</translation>
  </message>
  <message>
   <source>Greeting card</source>
   <translation>贺卡</translation>
  </message>
  <message>
   <source>Guardian’s name</source>
   <translation>父母或监护人姓名</translation>
  </message>
  <message>
   <source>Guardian’s signature</source>
   <translation>父母或监护人签名</translation>
  </message>
  <message>
   <source>Guest</source>
   <translation>来宾</translation>
  </message>
  <message>
   <source>Guests announced</source>
   <translation>预计来宾</translation>
  </message>
  <message>
   <source>Guests with you</source>
   <translation>同行人数</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>发放时间</translation>
  </message>
  <message>
   <source>Handover note</source>
   <translation>领奖签收单</translation>
  </message>
  <message>
   <source>Headquarters will send it to the address you gave.</source>
   <translation>由总部寄送至您登记的地址。</translation>
  </message>
  <message>
   <source>How was it?</source>
   <translation>活动如何？</translation>
  </message>
  <message>
   <source>I agree</source>
   <translation>同意</translation>
  </message>
  <message>
   <source>I am 14 or older</source>
   <translation>我已满 14 周岁</translation>
  </message>
  <message>
   <source>I am under 14</source>
   <translation>我未满 14 周岁</translation>
  </message>
  <message>
   <source>I do not agree</source>
   <translation>不同意</translation>
  </message>
  <message>
   <source>I have received the items above, complete and undamaged.</source>
   <translation>本人已收到以上物品，数量齐全、完好无损。</translation>
  </message>
  <message>
   <source>Identity</source>
   <translation>身份核对</translation>
  </message>
  <message>
   <source>Identity document seen</source>
   <translation>已核对身份证件</translation>
  </message>
  <message>
   <source>Issued</source>
   <translation>发券时间</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>物品</translation>
  </message>
  <message>
   <source>Keep this paper. The published list must have this fingerprint: another list has another one.</source>
   <translation>请保留这张纸。公布的名单必须是这个指纹：名单不同，指纹就不同。</translation>
  </message>
  <message>
   <source>Keyed in by, on</source>
   <translation>录入人员与日期</translation>
  </message>
  <message>
   <source>Labels left</source>
   <translation>剩余标签</translation>
  </message>
  <message>
   <source>Large</source>
   <translation>大</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>序号</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>行数</translation>
  </message>
  <message>
   <source>List</source>
   <translation>名单</translation>
  </message>
  <message>
   <source>List published</source>
   <translation>名单公布</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>制作</translation>
  </message>
  <message>
   <source>Manual redemption</source>
   <translation>人工核销单</translation>
  </message>
  <message>
   <source>Member or card number</source>
   <translation>会员或卡号</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>会员</translation>
  </message>
  <message>
   <source>Members pay</source>
   <translation>会员价</translation>
  </message>
  <message>
   <source>Membership registration</source>
   <translation>会员登记表</translation>
  </message>
  <message>
   <source>Mobile number</source>
   <translation>手机号码</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Needed for membership</source>
   <translation>入会必需</translation>
  </message>
  <message>
   <source>Net sales</source>
   <translation>实收净额</translation>
  </message>
  <message>
   <source>New members</source>
   <translation>新会员</translation>
  </message>
  <message>
   <source>No prize this time. Thank you for taking part!</source>
   <translation>这次没有中奖，感谢您的参与！</translation>
  </message>
  <message>
   <source>No. {number}</source>
   <translation>编号 {number}</translation>
  </message>
  <message>
   <source>Nobody was left</source>
   <translation>无人递补</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>标准</translation>
  </message>
  <message>
   <source>Note number</source>
   <translation>单号</translation>
  </message>
  <message>
   <source>Notice of a prize draw</source>
   <translation>抽奖公告</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>笔数</translation>
  </message>
  <message>
   <source>Number of uses</source>
   <translation>可用次数</translation>
  </message>
  <message>
   <source>Odds</source>
   <translation>中奖概率</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>优惠</translation>
  </message>
  <message>
   <source>Offer ends {day}</source>
   <translation>优惠至 {day}</translation>
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
   <translation>待处理</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>原付金额</translation>
  </message>
  <message>
   <source>Paid back in money</source>
   <translation>退还现款</translation>
  </message>
  <message>
   <source>Paid by voucher</source>
   <translation>礼品卡付款</translation>
  </message>
  <message>
   <source>Pale</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>纸张</translation>
  </message>
  <message>
   <source>People</source>
   <translation>参加人数</translation>
  </message>
  <message>
   <source>Phone ends in</source>
   <translation>手机尾号</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>照片</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>份数</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Please claim it by {day}</source>
   <translation>请于 {day}（含）前领奖</translation>
  </message>
  <message>
   <source>Please keep this ticket until you have received your prize. Good luck!</source>
   <translation>领奖前请妥善保管此券，祝您中奖！</translation>
  </message>
  <message>
   <source>Please show this code at the entrance</source>
   <translation>入场时请出示此码</translation>
  </message>
  <message>
   <source>Please show this code before you pay</source>
   <translation>结账前请出示此码</translation>
  </message>
  <message>
   <source>Please write clearly, a character in each box. Our staff will be glad to help.</source>
   <translation>请用正楷填写，一格一字。如需帮助，请咨询门店人员。</translation>
  </message>
  <message>
   <source>Plus guests</source>
   <translation>同行</translation>
  </message>
  <message>
   <source>Points given</source>
   <translation>发出积分</translation>
  </message>
  <message>
   <source>Points used</source>
   <translation>使用积分</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>打印时间</translation>
  </message>
  <message>
   <source>Printed papers</source>
   <translation>打印单据</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>打印机</translation>
  </message>
  <message>
   <source>Printer language</source>
   <translation>指令语言</translation>
  </message>
  <message>
   <source>Prize</source>
   <translation>奖品</translation>
  </message>
  <message>
   <source>Prize value</source>
   <translation>奖品价值</translation>
  </message>
  <message>
   <source>Prizes in the order drawn</source>
   <translation>奖品（按抽出顺序）</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>数量</translation>
  </message>
  <message>
   <source>Rare characters</source>
   <translation>生僻字</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>小票号码</translation>
  </message>
  <message>
   <source>Received by</source>
   <translation>经手人员</translation>
  </message>
  <message>
   <source>Recommended by (optional)</source>
   <translation>推荐人（选填）</translation>
  </message>
  <message>
   <source>Refunded</source>
   <translation>退款</translation>
  </message>
  <message>
   <source>Refunded earlier</source>
   <translation>此前已退</translation>
  </message>
  <message>
   <source>Refunded: what was paid, less what the goods kept cost without these</source>
   <translation>退款＝实付金额，减去留下的商品单独购买的价钱</translation>
  </message>
  <message>
   <source>Relationship</source>
   <translation>关系</translation>
  </message>
  <message>
   <source>Reserved for</source>
   <translation>专属会员</translation>
  </message>
  <message>
   <source>Return receipt</source>
   <translation>退货小票</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>退货笔数</translation>
  </message>
  <message>
   <source>Rewards taken back</source>
   <translation>收回的奖励</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>活动规则</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>交易</translation>
  </message>
  <message>
   <source>Scan to check the draw yourself</source>
   <translation>扫描自行验算</translation>
  </message>
  <message>
   <source>Scan to check the result yourself</source>
   <translation>扫码自行验证结果</translation>
  </message>
  <message>
   <source>Scan to check these rules</source>
   <translation>扫码核对本规则</translation>
  </message>
  <message>
   <source>Scan to see that your ticket is in the draw</source>
   <translation>扫码确认您的抽奖券已在名单中</translation>
  </message>
  <message>
   <source>Scan with your phone and tell us</source>
   <translation>用手机扫描，告诉我们</translation>
  </message>
  <message>
   <source>Scan, or show at any of our stores</source>
   <translation>扫码入会，或到任一门店出示</translation>
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
   <translation>货架标签</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>签到表</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>签名</translation>
  </message>
  <message>
   <source>Signed by</source>
   <translation>签署</translation>
  </message>
  <message>
   <source>Small</source>
   <translation>小</translation>
  </message>
  <message>
   <source>Stays in the store. Key it in when the system is back.</source>
   <translation>门店留存，系统恢复后补录。</translation>
  </message>
  <message>
   <source>Still charged</source>
   <translation>退后实付</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>桌号</translation>
  </message>
  <message>
   <source>Table, seat</source>
   <translation>桌号座位</translation>
  </message>
  <message>
   <source>Take a photo of this code, and you always have it with you.</source>
   <translation>拍下这个码，随时都在手边。</translation>
  </message>
  <message>
   <source>Taken in money</source>
   <translation>实收</translation>
  </message>
  <message>
   <source>Tax withheld</source>
   <translation>代扣税额</translation>
  </message>
  <message>
   <source>Terminal</source>
   <translation>终端</translation>
  </message>
  <message>
   <source>Test page</source>
   <translation>测试页</translation>
  </message>
  <message>
   <source>Text version {version}</source>
   <translation>条款版本 {version}</translation>
  </message>
  <message>
   <source>The whole fingerprint</source>
   <translation>完整指纹</translation>
  </message>
  <message>
   <source>The witness’s key</source>
   <translation>见证人的密钥</translation>
  </message>
  <message>
   <source>Their mobile number (optional)</source>
   <translation>推荐人手机（选填）</translation>
  </message>
  <message>
   <source>These rules were fixed before the start. Any change would only be in your favour, and announced.</source>
   <translation>本规则于活动开始前公布并固定；如有变更，仅限对您更有利的内容，并另行公告。</translation>
  </message>
  <message>
   <source>This draw is void: {reason}</source>
   <translation>本次抽奖作废：{reason}</translation>
  </message>
  <message>
   <source>This is list {version}: those before it are void.</source>
   <translation>这是第 {version} 版名单：之前的都已作废。</translation>
  </message>
  <message>
   <source>This scale is {mm} mm long.</source>
   <translation>此刻度长 {mm} mm。</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>券号</translation>
  </message>
  <message>
   <source>Tickets</source>
   <translation>张数</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Total value</source>
   <translation>总价值</translation>
  </message>
  <message>
   <source>Type sizes</source>
   <translation>字号</translation>
  </message>
  <message>
   <source>Under 14, a parent or guardian fills this in and decides on the consents below:</source>
   <translation>未满 14 周岁的，请由父母或监护人填写以下栏目，并决定下列同意事项：</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>次数</translation>
  </message>
  <message>
   <source>Used for signing in to this event only, and destroyed after it is keyed in.</source>
   <translation>仅供本次活动签到使用，录入后即销毁。</translation>
  </message>
  <message>
   <source>VIP</source>
   <translation>贵宾</translation>
  </message>
  <message>
   <source>Valid through {day}</source>
   <translation>有效期至 {day}</translation>
  </message>
  <message>
   <source>Valid {first} to {last}</source>
   <translation>{first} 至 {last} 有效</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>价值</translation>
  </message>
  <message>
   <source>Very large</source>
   <translation>特大</translation>
  </message>
  <message>
   <source>Void receipt</source>
   <translation>撤销小票</translation>
  </message>
  <message>
   <source>Voided</source>
   <translation>撤销时间与人员</translation>
  </message>
  <message>
   <source>Voids</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Vouchers sold</source>
   <translation>售出礼品卡</translation>
  </message>
  <message>
   <source>Waiting since {time}</source>
   <translation>自 {time} 起等待上传</translation>
  </message>
  <message>
   <source>Was</source>
   <translation>原价</translation>
  </message>
  <message>
   <source>Welcome!</source>
   <translation>欢迎入会！</translation>
  </message>
  <message>
   <source>White on black</source>
   <translation>反白</translation>
  </message>
  <message>
   <source>Width and position</source>
   <translation>宽度与位置</translation>
  </message>
  <message>
   <source>Winner</source>
   <translation>得奖人</translation>
  </message>
  <message>
   <source>Winners of a prize draw</source>
   <translation>得奖名单</translation>
  </message>
  <message>
   <source>Winner’s signature</source>
   <translation>中奖人签名</translation>
  </message>
  <message>
   <source>With best wishes from {chain}</source>
   <translation>{chain} 祝福您</translation>
  </message>
  <message>
   <source>You are invited!</source>
   <translation>好友邀请您！</translation>
  </message>
  <message>
   <source>You can withdraw each consent at any time, in every store.</source>
   <translation>各项同意均可随时到任一门店撤回。</translation>
  </message>
  <message>
   <source>Your age</source>
   <translation>年龄确认</translation>
  </message>
  <message>
   <source>Your consent</source>
   <translation>同意事项</translation>
  </message>
  <message>
   <source>Your data are used for this campaign alone. Names are published masked. Consents can be withdrawn at any time, and your data are erased when you ask for it.</source>
   <translation>您的信息仅用于本活动；公布名单时姓名做遮挡处理。同意可随时撤回，并可要求删除信息。</translation>
  </message>
  <message>
   <source>Your member code: show it whenever you shop with us</source>
   <translation>您的会员码：每次结账出示，优惠不错过</translation>
  </message>
  <message>
   <source>Your welcome gifts</source>
   <translation>您的入会礼</translation>
  </message>
  <message>
   <source>Yours, {name}</source>
   <translation>{name} 敬上</translation>
  </message>
  <message>
   <source>dice thrown by the audience, and sealed envelopes opened last</source>
   <translation>来宾掷的骰子，和最后才拆开的密封信封</translation>
  </message>
  <message>
   <source>round {round} of a beacon that is not the public one, {time}</source>
   <translation>非公开信标的第 {round} 轮，{time}</translation>
  </message>
  <message>
   <source>round {round} of the public beacon, {time}</source>
   <translation>公开信标的第 {round} 轮，{time}</translation>
  </message>
  <message>
   <source>version {version}</source>
   <translation>第 {version} 版</translation>
  </message>
  <message>
   <source>{draw}: {time} on each day of the main phase</source>
   <translation>{draw}：主活动期间每日 {time}</translation>
  </message>
  <message>
   <source>{draw}: {time} on {days}</source>
   <translation>{draw}：{days} {time} 开奖</translation>
  </message>
  <message>
   <source>{name} would like to share something good with you.</source>
   <translation>{name} 想与您分享一份好礼。</translation>
  </message>
  <message>
   <source>{name}, thank you for joining us</source>
   <translation>{name}，感谢您的加入</translation>
  </message>
  <message>
   <source>{price} a {unit}</source>
   <translation>每{unit} {price}</translation>
  </message>
  <message>
   <source>{prize}: {percent} of its value is withheld as tax</source>
   <translation>{prize}：按价值代扣 {percent} 税款</translation>
  </message>
  <message>
   <source>{wheel}: at once, when it stops</source>
   <translation>{wheel}：转盘停下即时揭晓</translation>
  </message>
 </context>
 <context>
  <name>Photos</name>
  <message numerus="yes">
   <source>%n photo(s) wait. Is it one that everybody may see?</source>
   <translation>
    <numerusform>还有 %n 张没看。这张可以给大家看吗？</numerusform>
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
   <translation>全部看过了。</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>上一张</translation>
  </message>
  <message>
   <source>Guests’ photos</source>
   <translation>来宾照片</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一张</translation>
  </message>
  <message>
   <source>Nobody has sent a photo yet. Guests do it on their ticket’s page.</source>
   <translation>还没有人上传照片。来宾在手机的门票页上上传。</translation>
  </message>
  <message>
   <source>Not on the wall</source>
   <translation>不上墙</translation>
  </message>
  <message>
   <source>On the wall</source>
   <translation>上墙</translation>
  </message>
  <message>
   <source>a guest</source>
   <translation>来宾</translation>
  </message>
  <message>
   <source>not shown</source>
   <translation>没有上墙</translation>
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
   <translation>您目前欠 {n} 积分，之后获得的积分会先补上。</translation>
  </message>
  <message>
   <source>{n} points owed</source>
   <translation>欠 {n} 积分</translation>
  </message>
  <message>
   <source>{n} pts until {day}</source>
   <translation>{n} 积分有效至 {day}</translation>
  </message>
 </context>
 <context>
  <name>Printing</name>
  <message numerus="yes">
   <source>%n document(s) wait.</source>
   <translation>
    <numerusform>%n 张单据等候中。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n 小时</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s) left on the roll.</source>
   <translation>
    <numerusform>纸卷上剩 %n 张标签。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n 分钟</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them wait too long to be printed unasked.</source>
   <translation>
    <numerusform>其中 %n 张等候过久，不会自行打印。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n paper(s) need a word: did they come out?</source>
   <translation>
    <numerusform>有 %n 张需要您确认：打印出来了吗？</numerusform>
   </translation>
  </message>
  <message>
   <source>A new printer</source>
   <translation>新的打印机</translation>
  </message>
  <message>
   <source>A printer of the network is added by its address; printers on this computer’s ports are found.</source>
   <translation>网络打印机请用地址添加；接在这台电脑上的会自动找到。</translation>
  </message>
  <message>
   <source>Add a printer by its address</source>
   <translation>用地址添加打印机</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>地址</translation>
  </message>
  <message>
   <source>Another device answers there: look at the address and the language.</source>
   <translation>那里响应的是别的设备：请核对地址和语言。</translation>
  </message>
  <message>
   <source>Another program has it, or IT has to allow it.</source>
   <translation>别的程序正在使用，或需由技术人员开放权限。</translation>
  </message>
  <message>
   <source>Answers when asked</source>
   <translation>会回报状态</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>中文</translation>
  </message>
  <message>
   <source>Close the cover.</source>
   <translation>请合上盖子。</translation>
  </message>
  <message>
   <source>Cuts the paper</source>
   <translation>自动切纸</translation>
  </message>
  <message>
   <source>Do not count</source>
   <translation>不统计</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>单据</translation>
  </message>
  <message>
   <source>Dots per inch</source>
   <translation>分辨率（dpi）</translation>
  </message>
  <message>
   <source>Found: {address}. Press to add it.</source>
   <translation>找到：{address}。点一下即可添加。</translation>
  </message>
  <message>
   <source>Have a new roll ready.</source>
   <translation>请备好新的纸卷。</translation>
  </message>
  <message>
   <source>How many labels are on the roll of {printer} now? It stands on the roll’s box.</source>
   <translation>{printer}的纸卷上现在有几张标签？数量写在纸卷的盒子上。</translation>
  </message>
  <message>
   <source>It came out</source>
   <translation>打印出来了</translation>
  </message>
  <message>
   <source>It could not be brought to the printer, and nothing came out.</source>
   <translation>无法送到打印机，没有打印出任何东西。</translation>
  </message>
  <message>
   <source>It is asked how it is…</source>
   <translation>正在询问状态…</translation>
  </message>
  <message>
   <source>It is well, or cannot tell. Print a test page.</source>
   <translation>状态正常，或无法回报。请打印测试页。</translation>
  </message>
  <message>
   <source>It waits too long to be printed unasked: decide beside, at the printer.</source>
   <translation>等候过久，不会自行打印：请在旁边的打印机处决定。</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Kept; the test page is on its way.</source>
   <translation>已保存，测试页传送中。</translation>
  </message>
  <message>
   <source>Labels left on the roll</source>
   <translation>纸卷剩余标签</translation>
  </message>
  <message>
   <source>Labels on the roll</source>
   <translation>纸卷上的标签</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>查看状态</translation>
  </message>
  <message>
   <source>Look at the lamps on the printer; switch it off and on.</source>
   <translation>请看打印机的指示灯，关机再开。</translation>
  </message>
  <message>
   <source>Look at {printer}: is the paper there, and whole? A new print is marked as a copy.</source>
   <translation>请看{printer}：纸在那里、而且完整吗？重打会标明是补打。</translation>
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
   <translation>名称</translation>
  </message>
  <message>
   <source>Network: {tcp} · serial port: {serial} · USB: {usb} · this computer’s: {system}</source>
   <translation>网络：{tcp} · 串口：{serial} · USB：{usb} · 本机打印机：{system}</translation>
  </message>
  <message>
   <source>Never by itself</source>
   <translation>不自动打印</translation>
  </message>
  <message>
   <source>New roll?</source>
   <translation>换了新纸卷？</translation>
  </message>
  <message>
   <source>No printer is set up for this. A manager does it with Ctrl F9.</source>
   <translation>还没有设置可打印这个的打印机，请主管按 Ctrl F9 设置。</translation>
  </message>
  <message>
   <source>No printer is set up. A manager does it with Ctrl F9.</source>
   <translation>尚未设置打印机，请主管按 Ctrl F9 设置。</translation>
  </message>
  <message>
   <source>Nobody knows whether a paper came out: look, and say so (Ctrl F11).</source>
   <translation>有一张单据不知道是否打印出来，请查看并确认（Ctrl F11）。</translation>
  </message>
  <message>
   <source>Nothing was printed today.</source>
   <translation>今天还没有打印。</translation>
  </message>
  <message>
   <source>Open it, take the stuck paper out, close it.</source>
   <translation>打开、取出卡住的纸，再合上。</translation>
  </message>
  <message>
   <source>Opens a cash drawer</source>
   <translation>打开钱箱</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>纸张</translation>
  </message>
  <message>
   <source>Papers of today, the newest first.</source>
   <translation>今天的单据，最新的在前。</translation>
  </message>
  <message>
   <source>Print again</source>
   <translation>重打</translation>
  </message>
  <message numerus="yes">
   <source>Print the %n old one(s)</source>
   <translation>
    <numerusform>打印 %n 张旧的</numerusform>
   </translation>
  </message>
  <message>
   <source>Printer language</source>
   <translation>打印机语言</translation>
  </message>
  <message>
   <source>Printers</source>
   <translation>打印机</translation>
  </message>
  <message>
   <source>Printing</source>
   <translation>打印</translation>
  </message>
  <message numerus="yes">
   <source>Printing: %n answer(s) wanted (Ctrl F11)</source>
   <translation>
    <numerusform>打印：有 %n 件待确认（Ctrl F11）</numerusform>
   </translation>
  </message>
  <message>
   <source>Printing: all is well (Ctrl F11)</source>
   <translation>打印：一切正常（Ctrl F11）</translation>
  </message>
  <message>
   <source>Put in paper. What waits is printed then.</source>
   <translation>请装纸，等候中的随即打印。</translation>
  </message>
  <message>
   <source>Really remove</source>
   <translation>确定移除</translation>
  </message>
  <message>
   <source>Receipt as QR code</source>
   <translation>小票二维码</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>小票</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Roll changed</source>
   <translation>已换纸卷</translation>
  </message>
  <message>
   <source>Show the paper</source>
   <translation>看内容</translation>
  </message>
  <message>
   <source>Show the printers</source>
   <translation>显示打印机</translation>
  </message>
  <message>
   <source>So many</source>
   <translation>确定</translation>
  </message>
  <message>
   <source>Stands in when it cannot</source>
   <translation>无法打印时代替的</translation>
  </message>
  <message>
   <source>Switch it off, wait ten seconds, switch it on.</source>
   <translation>关机，等十秒，再开机。</translation>
  </message>
  <message>
   <source>Switch it on and look at its cable; then at its address.</source>
   <translation>打开电源、检查线缆，再核对地址。</translation>
  </message>
  <message>
   <source>Tell IT: the disk is full.</source>
   <translation>请通知技术人员：磁盘已满。</translation>
  </message>
  <message>
   <source>Test page</source>
   <translation>测试页</translation>
  </message>
  <message>
   <source>That has been dealt with meanwhile.</source>
   <translation>这件已经处理过了。</translation>
  </message>
  <message>
   <source>The customer takes a photograph of it: any till of the store finds the sale by it.</source>
   <translation>请顾客拍下来：门店任何一台收银机都能用它找到这笔交易。</translation>
  </message>
  <message>
   <source>The customer’s phone opens the receipt; it stays there for 30 days.</source>
   <translation>顾客用手机扫描即可看小票，保留 30 天。</translation>
  </message>
  <message>
   <source>The daily report goes to {printer}.</source>
   <translation>日结报表已送 {printer} 打印。</translation>
  </message>
  <message>
   <source>The daily report waits for {printer}: {trouble}. {do}</source>
   <translation>日结报表等待 {printer}：{trouble}。{do}</translation>
  </message>
  <message>
   <source>The printer goes from this terminal.</source>
   <translation>这台打印机将从本终端移除。</translation>
  </message>
  <message numerus="yes">
   <source>The printer goes, and %n document(s) that wait for it are withdrawn.</source>
   <translation>
    <numerusform>这台打印机将移除，等候中的 %n 张单据一并取消。</numerusform>
   </translation>
  </message>
  <message>
   <source>The printers of this terminal are set up.</source>
   <translation>将设置本终端的打印机。</translation>
  </message>
  <message>
   <source>The receipt goes to {printer}.</source>
   <translation>小票送往{printer}打印。</translation>
  </message>
  <message>
   <source>The receipt waits for {printer}: {trouble}. {do}</source>
   <translation>小票等候{printer}：{trouble}。{do}</translation>
  </message>
  <message>
   <source>The receipt’s QR code</source>
   <translation>小票的二维码</translation>
  </message>
  <message>
   <source>This is no printer’s address.</source>
   <translation>这不是打印机的地址。</translation>
  </message>
  <message>
   <source>Too old after</source>
   <translation>等候超过后先询问</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>再试一次</translation>
  </message>
  <message>
   <source>Wait some minutes: it goes on by itself.</source>
   <translation>请等几分钟，会自行恢复。</translation>
  </message>
  <message>
   <source>Warn from so many labels on</source>
   <translation>剩几张时提醒</translation>
  </message>
  <message>
   <source>What stood on it is not kept any more. Print it from the sale (F6).</source>
   <translation>内容已不再保留，请从交易（F6）打印。</translation>
  </message>
  <message>
   <source>When asked for</source>
   <translation>需要时才打印</translation>
  </message>
  <message>
   <source>Which document goes where</source>
   <translation>哪种单据打印到哪里</translation>
  </message>
  <message>
   <source>With every sale</source>
   <translation>每笔交易都打印</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>取消打印</translation>
  </message>
  <message numerus="yes">
   <source>Withdraw the %n old one(s)</source>
   <translation>
    <numerusform>取消 %n 张旧的</numerusform>
   </translation>
  </message>
  <message>
   <source>Without a choice a document goes where the paper suits it.</source>
   <translation>没有选择时，送往纸张合适的打印机。</translation>
  </message>
  <message>
   <source>as a picture</source>
   <translation>以图片打印</translation>
  </message>
  <message>
   <source>as people call it, e.g. Counter</source>
   <translation>大家怎么称呼它，例如：收银台</translation>
  </message>
  <message>
   <source>badge, {width} × {height} mm</source>
   <translation>胸牌，{width} × {height} mm</translation>
  </message>
  <message>
   <source>by paper: {printer}</source>
   <translation>按纸张：{printer}</translation>
  </message>
  <message>
   <source>came out</source>
   <translation>确认已打印</translation>
  </message>
  <message>
   <source>card</source>
   <translation>卡片</translation>
  </message>
  <message>
   <source>could not be printed</source>
   <translation>无法打印</translation>
  </message>
  <message>
   <source>cover open</source>
   <translation>上盖未关</translation>
  </message>
  <message>
   <source>customer’s phone (a page at HQ)</source>
   <translation>顾客的手机（总部的页面）</translation>
  </message>
  <message>
   <source>cutter stuck</source>
   <translation>切刀卡住</translation>
  </message>
  <message>
   <source>did it come out?</source>
   <translation>打印出来了吗？</translation>
  </message>
  <message>
   <source>disk full</source>
   <translation>磁盘已满</translation>
  </message>
  <message>
   <source>does not answer</source>
   <translation>没有响应</translation>
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
   <translation>纸快用完</translation>
  </message>
  <message>
   <source>never too old</source>
   <translation>从不询问</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>no printer</source>
   <translation>没有打印机</translation>
  </message>
  <message>
   <source>no such printer</source>
   <translation>不是这种打印机</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>无</translation>
  </message>
  <message>
   <source>not allowed</source>
   <translation>没有权限</translation>
  </message>
  <message>
   <source>not counted</source>
   <translation>不统计</translation>
  </message>
  <message>
   <source>not reached</source>
   <translation>连不上</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>传送中</translation>
  </message>
  <message>
   <source>out of paper</source>
   <translation>缺纸</translation>
  </message>
  <message>
   <source>printed</source>
   <translation>已打印</translation>
  </message>
  <message>
   <source>printed again</source>
   <translation>已重打</translation>
  </message>
  <message>
   <source>printer of the computer</source>
   <translation>电脑的打印机</translation>
  </message>
  <message>
   <source>prints</source>
   <translation>打印中</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>就绪</translation>
  </message>
  <message>
   <source>sent whole</source>
   <translation>已全部送出</translation>
  </message>
  <message>
   <source>shelf label, {width} × {height} mm</source>
   <translation>货架标签，{width} × {height} mm</translation>
  </message>
  <message>
   <source>too hot</source>
   <translation>过热</translation>
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
   <translation>小票（{copy}）送往{printer}打印。</translation>
  </message>
  <message>
   <source>{other} prints meanwhile.</source>
   <translation>暂由{other}打印。</translation>
  </message>
  <message numerus="yes">
   <source>{printer}: %n document(s) from before wait and are not printed unasked (Ctrl F11).</source>
   <translation>
    <numerusform>{printer}：有 %n 张先前的单据等候中，不会自行打印（Ctrl F11）。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{printer}: %n label(s) left.</source>
   <translation>
    <numerusform>{printer}：剩 %n 张标签。</numerusform>
   </translation>
  </message>
  <message>
   <source>{printer}: {trouble}. {do}</source>
   <translation>{printer}：{trouble}。{do}</translation>
  </message>
  <message>
   <source>{trouble} {other} prints meanwhile.</source>
   <translation>{trouble}暂由{other}打印。</translation>
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
   <translation>顾客不要</translation>
  </message>
  <message>
   <source>Field to sign in</source>
   <translation>签名栏</translation>
  </message>
  <message>
   <source>Hand over: slip scanned</source>
   <translation>发出：已扫开奖单</translation>
  </message>
  <message>
   <source>Handed over at {terminal} only.</source>
   <translation>只在 {terminal} 发出。</translation>
  </message>
  <message>
   <source>Handed over, signed</source>
   <translation>已发出，已签收</translation>
  </message>
  <message>
   <source>Headquarters sends it there and is the only one who reads this. It can be erased.</source>
   <translation>由总部寄到这个地址，也只有总部看得到；之后可以删除。</translation>
  </message>
  <message>
   <source>I have seen a document</source>
   <translation>我看过证件了</translation>
  </message>
  <message>
   <source>Lives abroad (20 % are withheld)</source>
   <translation>非本国居住者（扣缴 20%）</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>查询中…</translation>
  </message>
  <message>
   <source>Name, street and number, postcode, town</source>
   <translation>姓名、路名门牌、邮政编码、城市</translation>
  </message>
  <message>
   <source>Nothing to hand over. A prize comes here when somebody wins it.</source>
   <translation>没有待领的奖品。有人中奖就会出现在这里。</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>重签</translation>
  </message>
  <message>
   <source>Please sign here</source>
   <translation>请在这里签名</translation>
  </message>
  <message>
   <source>Print note</source>
   <translation>打印领奖单</translation>
  </message>
  <message>
   <source>Prizes to hand over</source>
   <translation>待领奖品</translation>
  </message>
  <message>
   <source>Really? Press again</source>
   <translation>确定？再按一次</translation>
  </message>
  <message>
   <source>Recorded: headquarters sends the prize.</source>
   <translation>已记录：奖品由总部寄送。</translation>
  </message>
  <message>
   <source>Recorded: it goes on by the published rule.</source>
   <translation>已记录：按公布的规则处理。</translation>
  </message>
  <message>
   <source>Recorded: the prize is handed over.</source>
   <translation>已记录：奖品已发出。</translation>
  </message>
  <message>
   <source>Send it there</source>
   <translation>寄到这里</translation>
  </message>
  <message>
   <source>Send it to them</source>
   <translation>寄给中奖人</translation>
  </message>
  <message>
   <source>Send: {prize}</source>
   <translation>寄送：{prize}</translation>
  </message>
  <message>
   <source>Signed: hand over</source>
   <translation>已签名，发奖</translation>
  </message>
  <message>
   <source>Signs on the screen</source>
   <translation>在屏幕上签名</translation>
  </message>
  <message>
   <source>Tax withheld: {money}. Take it before you hand over.</source>
   <translation>代扣税款 {money}，发出前先收。</translation>
  </message>
  <message>
   <source>The note goes to {printer}.</source>
   <translation>领奖单送往{printer}。</translation>
  </message>
  <message>
   <source>The signature is kept with the prize, and is erased with the member’s data.</source>
   <translation>签名与奖品一起保存，会员数据删除时一并删除。</translation>
  </message>
  <message numerus="yes">
   <source>This member has %n prize(s) to get: Ctrl G.</source>
   <translation>
    <numerusform>这位会员有 %n 份奖品待领：Ctrl G。</numerusform>
   </translation>
  </message>
  <message>
   <source>This slip is another terminal’s, and headquarters cannot be asked: hand nothing over yet.</source>
   <translation>这张结果单来自其他机台，目前连不上总部，请先不要交付奖品。</translation>
  </message>
  <message>
   <source>Won elsewhere: headquarters is asked…</source>
   <translation>在其他地方中的奖，正在向总部查询…</translation>
  </message>
  <message>
   <source>Worth {money}</source>
   <translation>价值 {money}</translation>
  </message>
  <message>
   <source>by the slip’s code</source>
   <translation>凭开奖单条码</translation>
  </message>
  <message>
   <source>document seen</source>
   <translation>已看证件</translation>
  </message>
  <message>
   <source>handed over</source>
   <translation>已领取</translation>
  </message>
  <message>
   <source>headquarters sends it</source>
   <translation>总部寄送</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>已寄出</translation>
  </message>
  <message>
   <source>signed on paper</source>
   <translation>纸质签收</translation>
  </message>
  <message>
   <source>signed on the screen</source>
   <translation>屏幕签名</translation>
  </message>
  <message>
   <source>time is over</source>
   <translation>逾期</translation>
  </message>
  <message>
   <source>to hand over</source>
   <translation>待领</translation>
  </message>
  <message>
   <source>until today</source>
   <translation>到今天为止</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>到 {day} 为止</translation>
  </message>
  <message numerus="yes">
   <source>until {day}, %n more day(s)</source>
   <translation>
    <numerusform>到 {day} 为止，还有 %n 天</numerusform>
   </translation>
  </message>
  <message>
   <source>went on</source>
   <translation>已递补</translation>
  </message>
  <message>
   <source>winner knows</source>
   <translation>已通知</translation>
  </message>
  <message>
   <source>{name} has received: {prize}</source>
   <translation>{name} 已领取：{prize}</translation>
  </message>
  <message>
   <source>{name}: prizes</source>
   <translation>{name}：奖品</translation>
  </message>
 </context>
 <context>
  <name>Proof</name>
  <message>
   <source>A code is being sent…</source>
   <translation>验证码发送中…</translation>
  </message>
  <message>
   <source>A code was sent, good until {time}. Ask the customer for the six digits.</source>
   <translation>验证码已发送，{time} 前有效。请向顾客询问六位数字。</translation>
  </message>
  <message>
   <source>Another code</source>
   <translation>重新发送</translation>
  </message>
  <message>
   <source>Ask the customer for the last four digits of their phone number.</source>
   <translation>请顾客说出手机号的后四位。</translation>
  </message>
  <message>
   <source>Check the code</source>
   <translation>核对验证码</translation>
  </message>
  <message>
   <source>Check the digits</source>
   <translation>核对后四位</translation>
  </message>
  <message>
   <source>Four digits</source>
   <translation>四位数字</translation>
  </message>
  <message>
   <source>Is this the member?</source>
   <translation>确认是会员本人</translation>
  </message>
  <message>
   <source>Is this the phone of {name}?</source>
   <translation>这是 {name} 的手机吗？</translation>
  </message>
  <message>
   <source>No code was sent.</source>
   <translation>验证码没有发送。</translation>
  </message>
  <message>
   <source>Points are spent only by who shows the member code or knows the phone number.</source>
   <translation>出示会员码，或知道手机号的人，才能使用积分。</translation>
  </message>
  <message>
   <source>Six digits</source>
   <translation>六位数字</translation>
  </message>
  <message>
   <source>These are not this member’s digits. Ask again, or scan the member code.</source>
   <translation>与这位会员不符。请再问一次，或扫描会员码。</translation>
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
   <translation>答完，签到</translation>
  </message>
  <message>
   <source>Does not agree</source>
   <translation>不同意</translation>
  </message>
  <message>
   <source>Keep the answers</source>
   <translation>记下答案</translation>
  </message>
  <message>
   <source>No</source>
   <translation>否</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>重签</translation>
  </message>
  <message>
   <source>Signed on paper</source>
   <translation>已签在纸上</translation>
  </message>
  <message>
   <source>This has to be answered before they come in.</source>
   <translation>这题要先回答才能入场。</translation>
  </message>
  <message>
   <source>This has to be answered.</source>
   <translation>这题一定要回答。</translation>
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
   <translation>{name}：请先回答</translation>
  </message>
  <message>
   <source>{name}: questions</source>
   <translation>{name}：问题</translation>
  </message>
 </context>
 <context>
  <name>Quote</name>
  <message numerus="yes">
   <source>%n left out: why?</source>
   <translation>
    <numerusform>%n 项未用：为什么</numerusform>
   </translation>
  </message>
  <message>
   <source>Brings</source>
   <translation>可得</translation>
  </message>
  <message>
   <source>By category</source>
   <translation>分类金额</translation>
  </message>
  <message>
   <source>Exchange nothing</source>
   <translation>取消换货</translation>
  </message>
  <message>
   <source>Exchanged: {n} × {name}</source>
   <translation>换回：{name} × {n}</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>商品金额</translation>
  </message>
  <message>
   <source>Paid by: ?</source>
   <translation>未选支付方式</translation>
  </message>
  <message>
   <source>Paid by: {way}</source>
   <translation>支付：{way}</translation>
  </message>
  <message>
   <source>Pay with points</source>
   <translation>用积分抵扣</translation>
  </message>
  <message>
   <source>Pay {money} ({n} points)</source>
   <translation>{n} 积分抵扣 {money}</translation>
  </message>
  <message>
   <source>Record the sale</source>
   <translation>记录交易</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>记录中…</translation>
  </message>
  <message numerus="yes">
   <source>Redeem %n coupon(s)</source>
   <translation>
    <numerusform>核销 %n 张券</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Redeem %n coupon(s) and points</source>
   <translation>
    <numerusform>核销 %n 张券并抵扣积分</numerusform>
   </translation>
  </message>
  <message>
   <source>Saves {money}</source>
   <translation>省 {money}</translation>
  </message>
  <message>
   <source>Take back the sale</source>
   <translation>取回搁置的交易</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>应收</translation>
  </message>
  <message>
   <source>To pay out</source>
   <translation>应退</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>为什么</translation>
  </message>
  <message>
   <source>key in the amount</source>
   <translation>请输入金额</translation>
  </message>
  <message>
   <source>of which {category}</source>
   <translation>其中{category}</translation>
  </message>
  <message>
   <source>{name} · campaign</source>
   <translation>{name} · 活动</translation>
  </message>
 </context>
 <context>
  <name>Receipt</name>
  <message>
   <source>Exchanged: {n} × {name}</source>
   <translation>换回：{name} × {n}</translation>
  </message>
  <message>
   <source>Gift: {name}</source>
   <translation>赠：{name}</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>商品金额</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>退货</translation>
  </message>
  <message>
   <source>Member</source>
   <translation>会员</translation>
  </message>
  <message>
   <source>Paid out</source>
   <translation>退给顾客</translation>
  </message>
  <message>
   <source>Receipt {number}</source>
   <translation>小票 {number}</translation>
  </message>
  <message>
   <source>Recorded at the till, on its way to headquarters</source>
   <translation>已记录在本机，稍后上传总部</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>已省</translation>
  </message>
  <message>
   <source>Served by</source>
   <translation>收银</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>已收回</translation>
  </message>
  <message>
   <source>Thank you, see you soon</source>
   <translation>谢谢光临，欢迎再来</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>实付</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>Voided {time} by {clerk}</source>
   <translation>{time} 由 {clerk} 撤销</translation>
  </message>
  <message>
   <source>You receive</source>
   <translation>本次获得</translation>
  </message>
  <message>
   <source>{name}: {n} points</source>
   <translation>{name}：{n} 积分</translation>
  </message>
 </context>
 <context>
  <name>Recent</name>
  <message numerus="yes">
   <source>%n sale(s)</source>
   <translation>
    <numerusform>%n 笔交易</numerusform>
   </translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>换货</translation>
  </message>
  <message>
   <source>Loading…</source>
   <translation>加载中…</translation>
  </message>
  <message>
   <source>Made at {terminal}: it is voided there, and its goods are exchanged there.</source>
   <translation>这笔在 {terminal} 成立，请到那一台撤销或换货。</translation>
  </message>
  <message>
   <source>No sale here has “{text}”.</source>
   <translation>这里没有“{text}”的交易。</translation>
  </message>
  <message>
   <source>No sale on this terminal yet.</source>
   <translation>这台终端还没有交易。</translation>
  </message>
  <message>
   <source>Of so many members not all were looked at: type more of the name.</source>
   <translation>符合的会员太多，未全部查找，请把姓名打完整些。</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>QR code</source>
   <translation>二维码</translation>
  </message>
  <message>
   <source>Receipt, member, amount or day</source>
   <translation>小票号、会员、金额或日期</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>交易</translation>
  </message>
  <message>
   <source>Sales of other tills are not known here.</source>
   <translation>其他收银机的交易不在此列。</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>搜索中…</translation>
  </message>
  <message>
   <source>Show older sales</source>
   <translation>显示更早的交易</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>Void sale</source>
   <translation>撤销这一笔</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>为什么</translation>
  </message>
  <message>
   <source>at HQ</source>
   <translation>已上传</translation>
  </message>
  <message>
   <source>voided</source>
   <translation>已撤销</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>待上传</translation>
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
   <translation>另一位朋友的推荐更早，以先到者为准。</translation>
  </message>
  <message>
   <source>Both are the same person: nobody recommends themselves.</source>
   <translation>两者是同一人，不能推荐自己。</translation>
  </message>
  <message>
   <source>Both share one phone: one household.</source>
   <translation>两人共用一个电话，属同一家庭。</translation>
  </message>
  <message>
   <source>Does not count</source>
   <translation>不计入</translation>
  </message>
  <message>
   <source>Friends cannot recommend each other in a circle.</source>
   <translation>朋友之间不能互相循环推荐。</translation>
  </message>
  <message>
   <source>HQ did not accept the friend’s registration.</source>
   <translation>总部未批准这位朋友的注册。</translation>
  </message>
  <message>
   <source>HQ looks at it.</source>
   <translation>总部审核中。</translation>
  </message>
  <message>
   <source>Has bought; the reward is on its way</source>
   <translation>已消费，奖励即将生效</translation>
  </message>
  <message>
   <source>Has bought; the reward is yours</source>
   <translation>已消费，奖励已到账</translation>
  </message>
  <message>
   <source>Is a member now</source>
   <translation>已成为会员</translation>
  </message>
  <message>
   <source>Recommendations within a household do not count.</source>
   <translation>同一家庭之间的推荐不计入。</translation>
  </message>
  <message>
   <source>So many friends in an hour! We look at it first.</source>
   <translation>一小时内这么多朋友！我们先看一下。</translation>
  </message>
  <message>
   <source>Somebody else recommended the friend first.</source>
   <translation>已有别人先推荐了这位朋友。</translation>
  </message>
  <message>
   <source>The friend recommended the one who recommends, maybe over others.</source>
   <translation>这位朋友（可能经由他人）推荐过推荐人。</translation>
  </message>
  <message>
   <source>The friend was a member before the recommendation.</source>
   <translation>推荐之前，这位朋友已是会员。</translation>
  </message>
  <message>
   <source>The phone numbers are almost the same; HQ looks at it first.</source>
   <translation>两个电话几乎相同，由总部先审核。</translation>
  </message>
  <message>
   <source>The registration was not accepted.</source>
   <translation>这笔注册未通过审核。</translation>
  </message>
  <message>
   <source>They may be one household; HQ looks at it first.</source>
   <translation>可能是同一家庭，由总部先审核。</translation>
  </message>
  <message>
   <source>Very many friends within an hour; HQ looks at it first.</source>
   <translation>一小时内推荐人数很多，由总部先审核。</translation>
  </message>
  <message>
   <source>Very many recommendations at one device; HQ looks at it first.</source>
   <translation>同一台设备的推荐很多，由总部先审核。</translation>
  </message>
  <message>
   <source>Very many recommendations by one clerk; HQ looks at it first.</source>
   <translation>同一位店员办理的推荐很多，由总部先审核。</translation>
  </message>
  <message>
   <source>We look at it first</source>
   <translation>审核中</translation>
  </message>
  <message>
   <source>We look at this recommendation first; that takes a day or two.</source>
   <translation>这笔推荐需先审核，约一至两天。</translation>
  </message>
  <message>
   <source>Who recommended you is not a member any more.</source>
   <translation>推荐您的人已不是会员。</translation>
  </message>
  <message>
   <source>Who recommends is not a member any more.</source>
   <translation>推荐人已不是会员。</translation>
  </message>
  <message>
   <source>You cannot recommend yourself.</source>
   <translation>不能推荐自己。</translation>
  </message>
  <message>
   <source>Your friend was a member already; only new members count.</source>
   <translation>您的朋友已经是会员，只计入新会员。</translation>
  </message>
  <message>
   <source>by a card</source>
   <translation>以会员卡</translation>
  </message>
  <message>
   <source>by a member code</source>
   <translation>以会员码</translation>
  </message>
  <message>
   <source>by a phone number</source>
   <translation>以电话号码</translation>
  </message>
  <message>
   <source>by an invitation</source>
   <translation>以邀请码</translation>
  </message>
  <message>
   <source>by an invitation that HQ has to check</source>
   <translation>以邀请码（待总部确认）</translation>
  </message>
  <message>
   <source>on the invitation’s page</source>
   <translation>在邀请页面</translation>
  </message>
 </context>
 <context>
  <name>Refusal</name>
  <message numerus="yes">
   <source>%n attempt(s) left.</source>
   <translation>
    <numerusform>还可再试 %n 次。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n 分钟</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more try(s) before a wait.</source>
   <translation>
    <numerusform>再错 %n 次就要等待。</numerusform>
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
    <numerusform>这一本可用 %n 张，都已用过。</numerusform>
   </translation>
  </message>
  <message>
   <source>A birthday is a month and a day.</source>
   <translation>生日是月和日。</translation>
  </message>
  <message>
   <source>A code is sent to the phone, and the customer reads it out.</source>
   <translation>验证码会发到顾客手机，请顾客念出。</translation>
  </message>
  <message>
   <source>A colleague made this sale.</source>
   <translation>这笔是同事经手的。</translation>
  </message>
  <message>
   <source>A colleague was first.</source>
   <translation>同事已先一步。</translation>
  </message>
  <message>
   <source>A die shows 1 to 6, and 200 dice are enough.</source>
   <translation>骰子只有 1 到 6，最多 200 颗。</translation>
  </message>
  <message>
   <source>A digit is wrong</source>
   <translation>有一位数字不对</translation>
  </message>
  <message>
   <source>A digit was misread or mistyped.</source>
   <translation>有一位数字看错或打错了。</translation>
  </message>
  <message>
   <source>A document first</source>
   <translation>请先查看证件</translation>
  </message>
  <message>
   <source>A draw needs at least one entrant.</source>
   <translation>抽奖至少要有一位参加者。</translation>
  </message>
  <message>
   <source>A manager may let it pass; HQ then looks at it.</source>
   <translation>主管可以放行；总部之后会查看。</translation>
  </message>
  <message>
   <source>A number counts once.</source>
   <translation>每个编号只算一次。</translation>
  </message>
  <message>
   <source>A parent or guardian is needed</source>
   <translation>需要家长或监护人</translation>
  </message>
  <message>
   <source>A plain card or a phone number does not prove who somebody is.</source>
   <translation>只有卡号或手机号，不能证明是本人。</translation>
  </message>
  <message>
   <source>A question with choices needs some, and no other has any.</source>
   <translation>选择题需要选项，其他题目不能有选项。</translation>
  </message>
  <message>
   <source>A reason is needed</source>
   <translation>需要原因</translation>
  </message>
  <message>
   <source>A sale is voided only with a reason in the journal.</source>
   <translation>撤销必须在流水留下原因。</translation>
  </message>
  <message>
   <source>A seat or table has at most 40 characters.</source>
   <translation>座位或桌号最多 40 个字。</translation>
  </message>
  <message>
   <source>A session has to end after it begins.</source>
   <translation>场次的结束时间必须晚于开始时间。</translation>
  </message>
  <message>
   <source>Add goods, or leave the coupon for next time.</source>
   <translation>可加购，或把券留到下次。</translation>
  </message>
  <message>
   <source>All of this sale has come back already.</source>
   <translation>这笔交易的商品已全部退回。</translation>
  </message>
  <message>
   <source>Already in this sale</source>
   <translation>已在这笔交易中</translation>
  </message>
  <message>
   <source>Already voided</source>
   <translation>已经撤销过</translation>
  </message>
  <message>
   <source>Amount missing</source>
   <translation>还没有金额</translation>
  </message>
  <message>
   <source>Amount too large</source>
   <translation>金额太大</translation>
  </message>
  <message>
   <source>An article’s bar code</source>
   <translation>这是商品条码</translation>
  </message>
  <message>
   <source>An envelope is open: whoever has read it could choose the next die.</source>
   <translation>信封已经拆开：看过的人就能挑下一颗骰子。</translation>
  </message>
  <message>
   <source>An offer ended or ran out meanwhile.</source>
   <translation>其间有优惠结束或用完。</translation>
  </message>
  <message>
   <source>Another kind of coupon</source>
   <translation>不是同一种券</translation>
  </message>
  <message>
   <source>Another member’s coupon</source>
   <translation>这是别人的券</translation>
  </message>
  <message>
   <source>Another round of the beacon</source>
   <translation>不是这一轮信标</translation>
  </message>
  <message>
   <source>Another terminal</source>
   <translation>另一台终端</translation>
  </message>
  <message>
   <source>Another terminal hands this prize over</source>
   <translation>这份奖品由另一台发出</translation>
  </message>
  <message>
   <source>Another till keeps this coupon and does not answer.</source>
   <translation>此券由另一台终端保管，目前没有回应。</translation>
  </message>
  <message>
   <source>As many of its slips were used as may be.</source>
   <translation>可用的张数都已用过。</translation>
  </message>
  <message>
   <source>Ask a manager to do it with their PIN.</source>
   <translation>请主管以 PIN 码处理。</translation>
  </message>
  <message>
   <source>Ask for the code in the member’s app, on the slip or on the card.</source>
   <translation>请出示会员 App、纸券或会员卡上的码。</translation>
  </message>
  <message>
   <source>Ask for the newest message and key in its six digits.</source>
   <translation>请顾客看最新一条短信，输入六位数字。</translation>
  </message>
  <message>
   <source>Ask headquarters to change it.</source>
   <translation>请总部修改。</translation>
  </message>
  <message>
   <source>Ask somebody else of the staff for their PIN.</source>
   <translation>请另一位同事输入密码。</translation>
  </message>
  <message>
   <source>Ask the customer to open the app again for a new code, or find the member by phone (F3).</source>
   <translation>请顾客重开 App 取得新码，或用手机号查会员（F3）。</translation>
  </message>
  <message>
   <source>Ask the customer. If they do not agree, go on without a membership.</source>
   <translation>请询问顾客。若不同意，就不入会继续结账。</translation>
  </message>
  <message>
   <source>Ask the guest once more.</source>
   <translation>请再问来宾一次。</translation>
  </message>
  <message>
   <source>Ask the manager to add you, or wait for the next update from HQ.</source>
   <translation>请主管添加，或等总部下次更新。</translation>
  </message>
  <message>
   <source>Ask the manager; a withdrawn badge is replaced at the office.</source>
   <translation>请找主管；停用的工牌可到办公室补办。</translation>
  </message>
  <message>
   <source>At the member’s own store</source>
   <translation>请到会员所属门店办理</translation>
  </message>
  <message>
   <source>Call who is in charge of the event.</source>
   <translation>请通知活动负责人。</translation>
  </message>
  <message>
   <source>Cannot be combined with {other}.</source>
   <translation>不能与“{other}”同时使用。</translation>
  </message>
  <message>
   <source>Cannot be looked up now</source>
   <translation>现在无法查询</translation>
  </message>
  <message>
   <source>Cannot be used offline here</source>
   <translation>离线时在此不能用</translation>
  </message>
  <message>
   <source>Check day and time on the slip; if they do stand there, show it to a manager.</source>
   <translation>请核对券上的日期与时间；若真的这样写，请交给主管。</translation>
  </message>
  <message>
   <source>Check the coupon’s number on the slip; leave it empty if the slip stood for none.</source>
   <translation>请核对券上写的优惠券编号；若没有对应的券，请留空。</translation>
  </message>
  <message>
   <source>Check the digits, or split the sale.</source>
   <translation>请核对数字，或分成两笔。</translation>
  </message>
  <message>
   <source>Check the form’s number. If it is right, show the form to a manager.</source>
   <translation>请核对表单编号；若无误，请交给主管。</translation>
  </message>
  <message>
   <source>Check the network cable. Until then leave it out: press it in the list, then confirm.</source>
   <translation>请检查网线。在那之前，请在列表中点一下这张券取消使用，再确认核销。</translation>
  </message>
  <message>
   <source>Check the number; or register without a code, and prove the phone later.</source>
   <translation>请核对号码；或先不用验证码注册，之后再确认电话。</translation>
  </message>
  <message>
   <source>Check the receipt, and the price on it; another sale may be meant.</source>
   <translation>请核对小票和上面的单价；也许是另一笔交易。</translation>
  </message>
  <message>
   <source>Choose a list with names or tickets in it.</source>
   <translation>请选有姓名或抽奖券的名单。</translation>
  </message>
  <message>
   <source>Choose another event, or make it here.</source>
   <translation>请选择别的活动，或在这里建立。</translation>
  </message>
  <message>
   <source>Choose another seat, or move them first.</source>
   <translation>请选择别的座位，或先为对方换座位。</translation>
  </message>
  <message>
   <source>Choose one from the list.</source>
   <translation>请从清单中选一场。</translation>
  </message>
  <message>
   <source>Choose one; with “Other”, write a few words.</source>
   <translation>请选一项；选“其他”时写几个字。</translation>
  </message>
  <message>
   <source>Choose or key in another amount.</source>
   <translation>请选择或输入其他金额。</translation>
  </message>
  <message>
   <source>Choose something else from the list.</source>
   <translation>请从清单选别的。</translation>
  </message>
  <message>
   <source>Choose this one instead in the list, if the customer prefers it.</source>
   <translation>顾客若想用这张，在列表点击即可换用。</translation>
  </message>
  <message>
   <source>Codes can only be sent and checked while HQ can be reached.</source>
   <translation>连上总部时才能发送与核对验证码。</translation>
  </message>
  <message>
   <source>Compare both papers: two of one number go to a manager; else take the next slip.</source>
   <translation>请比对两张纸：同一编号有两张就交给主管；否则换下一张。</translation>
  </message>
  <message>
   <source>Condition not met</source>
   <translation>条件不符</translation>
  </message>
  <message>
   <source>Confirm again in a minute, or leave it out: press it in the list, then confirm.</source>
   <translation>一分钟后再确认一次；或在列表中点一下这张券取消使用，再确认核销。</translation>
  </message>
  <message>
   <source>Confirm again: the price is then made with the points that can be used here.</source>
   <translation>请再确认一次：价格会改用这里可用的积分计算。</translation>
  </message>
  <message>
   <source>Consent is missing</source>
   <translation>尚未同意</translation>
  </message>
  <message>
   <source>Correct it and save it again.</source>
   <translation>请更正后再保存。</translation>
  </message>
  <message>
   <source>Correct it, or leave it empty: nobody has to have one.</source>
   <translation>请更正或留空，并非必填。</translation>
  </message>
  <message>
   <source>Correct it, or leave it empty: nobody has to tell it.</source>
   <translation>请更正或留空，不一定要填。</translation>
  </message>
  <message>
   <source>Coupon already used</source>
   <translation>此券用过了</translation>
  </message>
  <message>
   <source>Coupon expired</source>
   <translation>此券已过期</translation>
  </message>
  <message>
   <source>Coupon not known here yet</source>
   <translation>这里还不认识此券</translation>
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
   <translation>请将这场作废，重新冻结名单。</translation>
  </message>
  <message>
   <source>Do not accept it. Find the member by phone (F3); tell the manager if it happens again.</source>
   <translation>请勿接受。可用手机号查会员（F3）；再发生请告知主管。</translation>
  </message>
  <message>
   <source>Do not draw. Tell HQ.</source>
   <translation>不要抽。请通知总部。</translation>
  </message>
  <message>
   <source>Do not hand anything out.</source>
   <translation>请不要发出任何东西。</translation>
  </message>
  <message>
   <source>Do what the large button says.</source>
   <translation>请照大按钮上写的做。</translation>
  </message>
  <message>
   <source>Done already</source>
   <translation>已经做过</translation>
  </message>
  <message>
   <source>Draw not found</source>
   <translation>找不到这场抽奖</translation>
  </message>
  <message>
   <source>Draw. Who may not win gives way to an alternate.</source>
   <translation>请抽奖。不能得奖的人由候补递补。</translation>
  </message>
  <message numerus="yes">
   <source>Each member may use this offer %n time(s) a day.</source>
   <translation>
    <numerusform>每位会员每天可用 %n 次。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Each member may use this offer %n time(s).</source>
   <translation>
    <numerusform>每位会员可用 %n 次。</numerusform>
   </translation>
  </message>
  <message>
   <source>Each prize is given once.</source>
   <translation>每份奖品只发一次。</translation>
  </message>
  <message>
   <source>Employees, and others whom headquarters named, may not win here.</source>
   <translation>员工及总部指定的人员不得中奖。</translation>
  </message>
  <message>
   <source>Every prize needs a name and a number; 10,000 at most.</source>
   <translation>每个奖品都要有名称和数量，最多 10,000 份。</translation>
  </message>
  <message>
   <source>Every sealed prize of this terminal has been won.</source>
   <translation>这台终端封存的奖项都已抽出。</translation>
  </message>
  <message>
   <source>Everything here is drawn</source>
   <translation>这里的奖项已全部抽完</translation>
  </message>
  <message>
   <source>F1 shows every condition of the campaigns.</source>
   <translation>按 F1 可看活动的每个条件。</translation>
  </message>
  <message>
   <source>For a child below {age} a parent or guardian decides.</source>
   <translation>未满 {age} 周岁须由家长或监护人决定。</translation>
  </message>
  <message>
   <source>For this prize the law wants the winner’s name on record.</source>
   <translation>按法规，这份奖品要留下中奖人姓名。</translation>
  </message>
  <message>
   <source>From {need} to {most} can be put on this voucher now, in whole coins.</source>
   <translation>这张礼品卡现在可存入 {need} 至 {most}，以整数硬币为单位。</translation>
  </message>
  <message>
   <source>From {need}; {missing} to go.</source>
   <translation>满 {need} 可用，还差 {missing}。</translation>
  </message>
  <message>
   <source>Go there with the customer.</source>
   <translation>请带顾客到那里。</translation>
  </message>
  <message>
   <source>HQ cannot be reached</source>
   <translation>连不上总部</translation>
  </message>
  <message>
   <source>HQ gives something with this coupon that this terminal has not learnt yet.</source>
   <translation>这张券的优惠内容，这台终端的程序还不支持。</translation>
  </message>
  <message>
   <source>HQ has counted its use; when and where could not be read.</source>
   <translation>总部已记录使用，但时间与门店无法读取。</translation>
  </message>
  <message>
   <source>HQ has ended it.</source>
   <translation>总部已提前结束活动。</translation>
  </message>
  <message>
   <source>HQ has no more of the member’s points to give at the moment.</source>
   <translation>总部目前没有这位会员更多的积分可以给。</translation>
  </message>
  <message>
   <source>HQ has sent a new text for “{purpose}” in the meantime.</source>
   <translation>总部刚更新了“{purpose}”的内容。</translation>
  </message>
  <message>
   <source>HQ has withdrawn the key it was signed with.</source>
   <translation>总部已停用签发此码的密钥。</translation>
  </message>
  <message>
   <source>HQ has {have} of it; this sale would take {need}.</source>
   <translation>总部记录的余额是 {have}，这笔交易要用 {need}。</translation>
  </message>
  <message>
   <source>HQ must be reached first</source>
   <translation>须先连上总部</translation>
  </message>
  <message>
   <source>HQ took it back {since}.</source>
   <translation>总部于 {since} 收回。</translation>
  </message>
  <message>
   <source>HQ took it back.</source>
   <translation>总部已收回此券。</translation>
  </message>
  <message>
   <source>HQ’s list did not come</source>
   <translation>总部的名单没有传来</translation>
  </message>
  <message>
   <source>Have a new envelope sealed.</source>
   <translation>请另封一个新信封。</translation>
  </message>
  <message>
   <source>Headquarters has not told of it, or it is over for long.</source>
   <translation>总部没有通知过它，或它早已结束。</translation>
  </message>
  <message>
   <source>Headquarters has to say yes</source>
   <translation>要先问总部</translation>
  </message>
  <message>
   <source>Headquarters made it; every desk takes it from there.</source>
   <translation>活动是总部建立的，每个柜台都从总部取得。</translation>
  </message>
  <message>
   <source>Headquarters sends this prize</source>
   <translation>这份奖品由总部寄送</translation>
  </message>
  <message>
   <source>Hold the draw at HQ, or split the list.</source>
   <translation>请由总部抽奖，或分成几份名单。</translation>
  </message>
  <message>
   <source>If that was a mistake, undo the sign-in first.</source>
   <translation>如果签错了，请先撤销签到。</translation>
  </message>
  <message>
   <source>If the others are used elsewhere too, {value} is lost.</source>
   <translation>其余积分若在别处也用掉，会损失 {value}。</translation>
  </message>
  <message>
   <source>It begins {until}.</source>
   <translation>活动从 {until} 开始。</translation>
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
   <translation>它会在{until}公布。</translation>
  </message>
  <message>
   <source>It could be had until {until}; then it goes on by the published rule.</source>
   <translation>领奖到 {until} 为止；之后按公布的规则处理。</translation>
  </message>
  <message>
   <source>It does not apply here: {condition}.</source>
   <translation>不适用：{condition}。</translation>
  </message>
  <message>
   <source>It does not fit what was published for “{name}” before the dice.</source>
   <translation>它和掷骰子前为“{name}”公布的内容不符。</translation>
  </message>
  <message>
   <source>It ended {since}.</source>
   <translation>活动于 {since} 结束。</translation>
  </message>
  <message>
   <source>It has 64 digits from 0 to 9 and a to f, different in each envelope.</source>
   <translation>内容是 64 个 0–9、a–f 的字符，每个信封都不同。</translation>
  </message>
  <message>
   <source>It has 96 digits from 0 to 9 and a to f, or is the code that the phone shows.</source>
   <translation>它是 96 个 0–9、a–f 的字符，或是手机上显示的码。</translation>
  </message>
  <message>
   <source>It has been used elsewhere.</source>
   <translation>它已在别处用过。</translation>
  </message>
  <message>
   <source>It has not been sold yet, as far as is known here.</source>
   <translation>就本机所知，它还没有售出。</translation>
  </message>
  <message>
   <source>It has run out, was mistyped too often, or belongs to another phone.</source>
   <translation>已过期、输错太多次，或属于另一个电话。</translation>
  </message>
  <message>
   <source>It has to end after it begins.</source>
   <translation>结束时间必须晚于开始时间。</translation>
  </message>
  <message>
   <source>It has {have} people; at most {need} can be drawn among here.</source>
   <translation>名单有 {have} 人，这里最多 {need} 人。</translation>
  </message>
  <message>
   <source>It is another one.</source>
   <translation>不是这组。</translation>
  </message>
  <message>
   <source>It is genuine, but this terminal has not received its rules.</source>
   <translation>券是真的，但这台终端还没收到它的规则。</translation>
  </message>
  <message>
   <source>It is kept at {terminal}.</source>
   <translation>保管在 {terminal}。</translation>
  </message>
  <message>
   <source>It is missing, or cannot be read.</source>
   <translation>没有填，或无法辨认。</translation>
  </message>
  <message>
   <source>It is no member’s card, phone or invitation.</source>
   <translation>不是任何会员的卡号、电话或邀请码。</translation>
  </message>
  <message>
   <source>It is one of ours, but it is not used at the checkout.</source>
   <translation>是我们的码，但不在收银台使用。</translation>
  </message>
  <message>
   <source>It is one of ours, but part of it is missing.</source>
   <translation>是我们的码，但缺了一部分。</translation>
  </message>
  <message>
   <source>It is possible again from {until}.</source>
   <translation>{until} 起可以再做。</translation>
  </message>
  <message>
   <source>It is the seat of {name}.</source>
   <translation>这是 {name} 的座位。</translation>
  </message>
  <message>
   <source>It is worth {value}; without HQ at most {need} can be accepted.</source>
   <translation>面值 {value}；离线时最多接受 {need}。</translation>
  </message>
  <message>
   <source>It looks like name@place.com: one @, no spaces.</source>
   <translation>格式如 name@place.com：一个 @，没有空格。</translation>
  </message>
  <message>
   <source>It needs a name of at most 120 characters in every language.</source>
   <translation>每种语言都需要名称，最多 120 个字。</translation>
  </message>
  <message>
   <source>It takes more than there are.</source>
   <translation>需要的比现有的多。</translation>
  </message>
  <message>
   <source>It takes {need} points; the member has {have}.</source>
   <translation>需要 {need} 积分，会员有 {have} 积分。</translation>
  </message>
  <message>
   <source>It takes {need}, and there are {have}.</source>
   <translation>需要 {need} 张，现有 {have} 张。</translation>
  </message>
  <message>
   <source>It was declared {what} {at} by {clerk}.</source>
   <translation>{clerk} 于 {at} 申报为{what}。</translation>
  </message>
  <message>
   <source>It was declared {what}.</source>
   <translation>这张已申报为{what}。</translation>
  </message>
  <message>
   <source>It was not bought in this sale, or has come back already.</source>
   <translation>这笔交易没有买这么多，或已经退过了。</translation>
  </message>
  <message>
   <source>It was signed with a key that this terminal has not received.</source>
   <translation>签发的密钥还没送到这台终端。</translation>
  </message>
  <message>
   <source>It was undone already, here or at another desk.</source>
   <translation>已在这里或别的柜台撤销过。</translation>
  </message>
  <message>
   <source>It was valid until {since}.</source>
   <translation>有效期到 {since}。</translation>
  </message>
  <message>
   <source>It was {need}, now it is {have}: an offer ended or ran out meanwhile.</source>
   <translation>原为 {need}，现为 {have}：其间有优惠结束或用完。</translation>
  </message>
  <message>
   <source>It was {need}, now it is {have}: another offer holds meanwhile.</source>
   <translation>原为 {need}，现为 {have}：其间有新优惠生效。</translation>
  </message>
  <message>
   <source>It works again tomorrow; use another coupon today.</source>
   <translation>明天可再用；今天请用其他券。</translation>
  </message>
  <message>
   <source>Its book had run out.</source>
   <translation>这一本当时已到期。</translation>
  </message>
  <message>
   <source>Its book was not good yet.</source>
   <translation>这一本当时还不能用。</translation>
  </message>
  <message>
   <source>Its fingerprint is another than the one HQ signed.</source>
   <translation>它的指纹和总部签署的不同。</translation>
  </message>
  <message>
   <source>Its key is missing, so nobody could check who published the list.</source>
   <translation>缺少终端的密钥，没有人能查证是谁公布名单。</translation>
  </message>
  <message>
   <source>Its short name is missing, too long, or holds a slash.</source>
   <translation>活动代号缺少、太长，或含有斜线。</translation>
  </message>
  <message>
   <source>Its signature is wrong, so anybody could have made it up.</source>
   <translation>签名不对，任何人都可能捏造。</translation>
  </message>
  <message>
   <source>Its signature is wrong: it was altered or copied badly.</source>
   <translation>签名不符：内容被改过，或复制有误。</translation>
  </message>
  <message>
   <source>Just go on.</source>
   <translation>请继续。</translation>
  </message>
  <message>
   <source>Keep it for then and use another coupon today.</source>
   <translation>请留到那时；今天请用其他券。</translation>
  </message>
  <message>
   <source>Keep the coupon for then and use another one today.</source>
   <translation>请留到那时；今天请用其他券。</translation>
  </message>
  <message>
   <source>Kept by another till</source>
   <translation>此券由另一台终端保管</translation>
  </message>
  <message>
   <source>Key in how much of the amount falls on those goods (F4).</source>
   <translation>请输入这类商品的金额（F4）。</translation>
  </message>
  <message>
   <source>Key in no more than the customer paid for the goods; check the receipt.</source>
   <translation>请核对小票，输入金额不要超过顾客为这些商品付的钱。</translation>
  </message>
  <message>
   <source>Key in the amount, then confirm.</source>
   <translation>请输入金额再确认。</translation>
  </message>
  <message>
   <source>Key in the name as the customer writes it.</source>
   <translation>请按顾客的写法输入姓名。</translation>
  </message>
  <message>
   <source>Key in the number again, with its last digit; or scan the square code.</source>
   <translation>请重新输入编号，包含最后一码；或扫描二维码。</translation>
  </message>
  <message>
   <source>Keyed in already</source>
   <translation>已补录过</translation>
  </message>
  <message>
   <source>Keyed in at another terminal ({terminal}), as written {at}.</source>
   <translation>已在另一台终端（{terminal}）补录，券上时间 {at}。</translation>
  </message>
  <message>
   <source>Keyed in {since} by {clerk}, as written {at}.</source>
   <translation>{clerk} 于 {since} 已补录，券上时间 {at}。</translation>
  </message>
  <message>
   <source>Leave it out: press it in the list, then confirm. It works again when HQ is reached.</source>
   <translation>请在列表中点一下这张券取消使用，再确认核销。连上总部后这张券就能用。</translation>
  </message>
  <message>
   <source>Less is left of this sale.</source>
   <translation>这笔交易可退的金额没有这么多。</translation>
  </message>
  <message>
   <source>Less is left on the voucher</source>
   <translation>礼品卡余额不够</translation>
  </message>
  <message>
   <source>Let the audience throw more.</source>
   <translation>请观众继续掷。</translation>
  </message>
  <message>
   <source>Look at an identity card or a passport, then confirm it here.</source>
   <translation>看过身份证或护照后，在这里确认。</translation>
  </message>
  <message>
   <source>Look at the spelling and type it again.</source>
   <translation>请检查拼写再输入一次。</translation>
  </message>
  <message>
   <source>Look for a wrong digit. If the envelope is lost, the draw can only be declared void.</source>
   <translation>请检查有没有打错字。信封若遗失，这场抽奖只能作废。</translation>
  </message>
  <message>
   <source>Look for them once more, or add them.</source>
   <translation>请再搜索一次，或新增这位来宾。</translation>
  </message>
  <message>
   <source>Make fewer, or ask HQ for a book.</source>
   <translation>请减少张数，或向总部要一本。</translation>
  </message>
  <message>
   <source>Make the phone’s screen brighter, smooth the paper, and scan again. Or find the member by phone (F3).</source>
   <translation>把手机屏幕调亮或把纸摊平，再扫一次；或用手机号查会员（F3）。</translation>
  </message>
  <message>
   <source>Many codes that do not count were typed in a row.</source>
   <translation>连续输入了许多无效的码。</translation>
  </message>
  <message>
   <source>Member must show their code</source>
   <translation>请会员出示会员码</translation>
  </message>
  <message>
   <source>Member needed first</source>
   <translation>请先识别会员</translation>
  </message>
  <message>
   <source>Member not found</source>
   <translation>找不到会员</translation>
  </message>
  <message>
   <source>Member’s limit reached</source>
   <translation>已达会员上限</translation>
  </message>
  <message>
   <source>Minimum not reached</source>
   <translation>未达最低消费</translation>
  </message>
  <message>
   <source>More dice are needed</source>
   <translation>骰子还不够</translation>
  </message>
  <message>
   <source>More than is left</source>
   <translation>超过可退金额</translation>
  </message>
  <message>
   <source>Needs a newer program</source>
   <translation>需要更新程序</translation>
  </message>
  <message>
   <source>New ones come from headquarters as long as there are any; another terminal may have some.</source>
   <translation>总部还有奖项时会再送来；别的终端可能还有。</translation>
  </message>
  <message>
   <source>No address</source>
   <translation>没有地址</translation>
  </message>
  <message>
   <source>No book of this store has the number “{read}”.</source>
   <translation>本店没有任何一本核销单有编号“{read}”。</translation>
  </message>
  <message>
   <source>No book of this store has this number.</source>
   <translation>本店没有任何一本核销单有这个编号。</translation>
  </message>
  <message>
   <source>No campaign that runs now rewards recommendations.</source>
   <translation>目前没有奖励推荐的活动。</translation>
  </message>
  <message>
   <source>No chance left</source>
   <translation>没有抽奖机会了</translation>
  </message>
  <message>
   <source>No code could be sent</source>
   <translation>无法发送验证码</translation>
  </message>
  <message>
   <source>No die shows that</source>
   <translation>骰子没有这个数字</translation>
  </message>
  <message>
   <source>No invitations now</source>
   <translation>目前没有邀请活动</translation>
  </message>
  <message>
   <source>No member has this code.</source>
   <translation>没有会员使用这个码。</translation>
  </message>
  <message>
   <source>No member has “{read}”.</source>
   <translation>没有会员符合“{read}”。</translation>
  </message>
  <message>
   <source>No message gets to this phone.</source>
   <translation>短信送不到这个电话。</translation>
  </message>
  <message>
   <source>No new voucher here</source>
   <translation>这里无法制作新礼品卡</translation>
  </message>
  <message>
   <source>No places left</source>
   <translation>没有名额了</translation>
  </message>
  <message>
   <source>No prize to draw</source>
   <translation>没有奖品可抽</translation>
  </message>
  <message>
   <source>No prize under that code</source>
   <translation>这个代码没有奖品</translation>
  </message>
  <message>
   <source>No such code</source>
   <translation>没有这个优惠码</translation>
  </message>
  <message>
   <source>No such form number</source>
   <translation>没有这个表单编号</translation>
  </message>
  <message>
   <source>No such slip</source>
   <translation>查无此券</translation>
  </message>
  <message>
   <source>Nobody at this store has a prize to get for it.</source>
   <translation>本店没有人凭它领奖。</translation>
  </message>
  <message>
   <source>Nobody by that name is on the list</source>
   <translation>名单上没有这个人</translation>
  </message>
  <message>
   <source>Nobody found who recommends</source>
   <translation>找不到推荐人</translation>
  </message>
  <message>
   <source>Nobody is added at the door of this event.</source>
   <translation>这个活动不在门口新增来宾。</translation>
  </message>
  <message>
   <source>Nobody is wanted any more</source>
   <translation>已不需要协助</translation>
  </message>
  <message>
   <source>Nobody of this store has card “{read}”, and HQ cannot be asked.</source>
   <translation>本店没有卡号“{read}”的会员，目前又连不上总部。</translation>
  </message>
  <message>
   <source>Nobody of this store has this card, and HQ cannot be asked.</source>
   <translation>本店没有这张卡的会员，目前又连不上总部。</translation>
  </message>
  <message>
   <source>Nobody on the list</source>
   <translation>名单上没有人</translation>
  </message>
  <message>
   <source>Not active</source>
   <translation>目前停用</translation>
  </message>
  <message>
   <source>Not all that was paid for it is left: it cannot be taken back.</source>
   <translation>存入的金额已有部分用掉：不能退回。</translation>
  </message>
  <message>
   <source>Not allowed</source>
   <translation>没有权限</translation>
  </message>
  <message>
   <source>Not at this hour</source>
   <translation>不在可用时段</translation>
  </message>
  <message>
   <source>Not at this step of the draw</source>
   <translation>现在不能做这一步</translation>
  </message>
  <message>
   <source>Not enough points</source>
   <translation>积分不足</translation>
  </message>
  <message>
   <source>Not expected any more</source>
   <translation>不该再出现</translation>
  </message>
  <message>
   <source>Not for this member</source>
   <translation>这位会员不能参加</translation>
  </message>
  <message>
   <source>Not known in this store</source>
   <translation>本店没有此人</translation>
  </message>
  <message>
   <source>Not offered now</source>
   <translation>目前不提供</translation>
  </message>
  <message>
   <source>Not one of our codes</source>
   <translation>不是我们的码</translation>
  </message>
  <message>
   <source>Not open yet</source>
   <translation>尚未开放</translation>
  </message>
  <message>
   <source>Not so many points while offline</source>
   <translation>离线时不能用这么多积分</translation>
  </message>
  <message>
   <source>Not so many slips</source>
   <translation>没有这么多张</translation>
  </message>
  <message>
   <source>Not so much of it in this sale</source>
   <translation>这笔交易没有这么多</translation>
  </message>
  <message>
   <source>Not sold at the till</source>
   <translation>收银台不售</translation>
  </message>
  <message>
   <source>Not the beacon’s own number</source>
   <translation>不是信标发出的数字</translation>
  </message>
  <message>
   <source>Not the envelope that was sealed</source>
   <translation>不是封好的那个信封</translation>
  </message>
  <message>
   <source>Not this amount</source>
   <translation>金额不符</translation>
  </message>
  <message>
   <source>Not together</source>
   <translation>不能同时使用</translation>
  </message>
  <message>
   <source>Not valid in this store</source>
   <translation>本店不适用</translation>
  </message>
  <message>
   <source>Nothing can have been written then.</source>
   <translation>那时候还不可能写下任何东西。</translation>
  </message>
  <message>
   <source>Nothing in this purchase is known to be of its kind.</source>
   <translation>尚不知道这次消费有适用的商品。</translation>
  </message>
  <message>
   <source>Nothing is on this voucher</source>
   <translation>这张礼品卡没有余额</translation>
  </message>
  <message>
   <source>Nothing left</source>
   <translation>已送完</translation>
  </message>
  <message>
   <source>Nothing to do.</source>
   <translation>不必处理。</translation>
  </message>
  <message>
   <source>Nothing to do: go on with the amount.</source>
   <translation>不必处理，请继续输入金额。</translation>
  </message>
  <message>
   <source>Nothing to do: go on.</source>
   <translation>不必处理，请继续。</translation>
  </message>
  <message>
   <source>Nothing to do: its coupons can be used again.</source>
   <translation>不必处理，优惠券已可再用。</translation>
  </message>
  <message>
   <source>Nothing to do; the next campaign may.</source>
   <translation>不必处理，等下次活动。</translation>
  </message>
  <message>
   <source>Of {need} that were paid for it {have} are left: it cannot be taken back.</source>
   <translation>存入的 {need} 只剩 {have}：不能退回。</translation>
  </message>
  <message>
   <source>Offer another voucher. What is on this one stays good for paying.</source>
   <translation>请改用其他礼品卡；这张的余额仍可付款。</translation>
  </message>
  <message>
   <source>Offer something else; when HQ is reached the till may get more.</source>
   <translation>请提供其他选择；连上总部后可能会再分到一些。</translation>
  </message>
  <message>
   <source>Once this terminal is online again it opens by itself.</source>
   <translation>终端重新联网后会自动开放。</translation>
  </message>
  <message>
   <source>One of the campaign’s conditions is not met.</source>
   <translation>活动的某个条件不符。</translation>
  </message>
  <message>
   <source>One sale can be {need} at most.</source>
   <translation>一笔最多 {need}。</translation>
  </message>
  <message>
   <source>Only for certain goods</source>
   <translation>限定商品适用</translation>
  </message>
  <message>
   <source>Only guests of the list</source>
   <translation>只限名单上的来宾</translation>
  </message>
  <message>
   <source>Open the other envelope.</source>
   <translation>请拆开另一个信封。</translation>
  </message>
  <message>
   <source>Open the round that the list names.</source>
   <translation>请打开名单写明的那一轮。</translation>
  </message>
  <message>
   <source>Part of the voucher is used</source>
   <translation>礼品卡已用了一部分</translation>
  </message>
  <message>
   <source>Places cannot be fewer than none.</source>
   <translation>名额不能少于零。</translation>
  </message>
  <message>
   <source>Points held elsewhere</source>
   <translation>积分在别的终端</translation>
  </message>
  <message>
   <source>Points still on hold cannot be spent. Choose something for fewer points.</source>
   <translation>待入账的积分还不能使用。请选积分较少的项目。</translation>
  </message>
  <message>
   <source>Points, deposits and gifts of another store’s member are given and taken there.</source>
   <translation>其他门店会员的积分、定金与礼品由其所属门店收付。</translation>
  </message>
  <message>
   <source>Put them on the waiting list, or let them in all the same.</source>
   <translation>请排入候补，或仍然放行。</translation>
  </message>
  <message>
   <source>Read the number back to the customer and key it in again.</source>
   <translation>请向顾客复述号码后重新输入。</translation>
  </message>
  <message>
   <source>Redeemed {at} in this store at {terminal} by {clerk}.</source>
   <translation>{at} 在本店{terminal}由{clerk}核销。</translation>
  </message>
  <message>
   <source>Redeemed {at} in {store}.</source>
   <translation>{at} 在{store}核销。</translation>
  </message>
  <message>
   <source>Register without a code: points are held until the phone is proved.</source>
   <translation>可先不用验证码注册；电话确认前积分暂不入账。</translation>
  </message>
  <message>
   <source>Sale not found</source>
   <translation>找不到交易</translation>
  </message>
  <message>
   <source>Scan it again, or look for a digit that is missing.</source>
   <translation>请再扫一次，或检查是否少了字符。</translation>
  </message>
  <message>
   <source>Scan it at the till. Here, scan the member code or a coupon.</source>
   <translation>请到收银机扫描；这里请扫会员码或优惠券。</translation>
  </message>
  <message>
   <source>Scan its square code; else put it aside and show it to a manager.</source>
   <translation>请扫描券上的二维码；不行的话先放一旁，交给主管。</translation>
  </message>
  <message>
   <source>Scan or type it again. If it stays wrong, ask another phone.</source>
   <translation>请再扫或再输入一次。还是不对，换一支手机。</translation>
  </message>
  <message>
   <source>Scan the code in the envelope, or look for a digit that is missing.</source>
   <translation>请扫描信封里的码，或检查是否少了字符。</translation>
  </message>
  <message>
   <source>Scan the code of the member it belongs to, or use another coupon.</source>
   <translation>请扫持券会员的码，或用其他券。</translation>
  </message>
  <message>
   <source>Scan the member code in the app, or key in the last four digits of the phone number (F7).</source>
   <translation>请扫描顾客 App 里的会员码，或按 F7 输入手机后四位。</translation>
  </message>
  <message>
   <source>Scan the member code on the customer’s phone: it counts without HQ. A card or a phone number of another store is found once HQ is back.</source>
   <translation>请扫描顾客手机上的会员码，不联网也算数。其他门店的卡号或电话，要等连上总部才查得到。</translation>
  </message>
  <message>
   <source>Scan the member code, or find the member by phone (F3), then scan the coupon again.</source>
   <translation>请先扫会员码或查会员（F3），再扫一次券。</translation>
  </message>
  <message>
   <source>Scan the result slip again, or look for the member.</source>
   <translation>再扫一次开奖单，或改找会员。</translation>
  </message>
  <message>
   <source>Scan the square code on the form, or key in the number with its last digit.</source>
   <translation>请扫描表单上的方形码，或输入含末码的编号。</translation>
  </message>
  <message>
   <source>Scan the voucher again: then what is left pays, and the customer pays the rest.</source>
   <translation>请再扫一次礼品卡：用剩余的余额付，不足部分由顾客补上。</translation>
  </message>
  <message>
   <source>Sell a printed card: scan it.</source>
   <translation>请售出印好的卡片：扫描它。</translation>
  </message>
  <message>
   <source>Sell it (Ctrl B). If it was paid for elsewhere, HQ has to hear of it first.</source>
   <translation>请售出（Ctrl B）。若已在别处付款，须先等总部得知。</translation>
  </message>
  <message>
   <source>Send a new code; or register without, and prove the phone later.</source>
   <translation>请重新发送；或先不用验证码注册，之后再确认电话。</translation>
  </message>
  <message>
   <source>Send the code and key it in.</source>
   <translation>请发送验证码并输入。</translation>
  </message>
  <message>
   <source>Send them to their own store; prices and coupons work here too.</source>
   <translation>请顾客到其所属门店办理；会员价与优惠券在此照常可用。</translation>
  </message>
  <message>
   <source>Show the new text and ask again.</source>
   <translation>请出示新内容并再问一次。</translation>
  </message>
  <message>
   <source>So many were sent that the next one has to wait.</source>
   <translation>发送太多次，请稍后再试。</translation>
  </message>
  <message>
   <source>So much cannot be one sale.</source>
   <translation>一笔交易不能这么多。</translation>
  </message>
  <message>
   <source>So that nobody gets this prize twice, headquarters is asked, and cannot be reached now.</source>
   <translation>为免重复发奖，要先问总部；现在连不上。</translation>
  </message>
  <message>
   <source>Somebody goes there already</source>
   <translation>已有人前往</translation>
  </message>
  <message>
   <source>Somebody signed them in, here or at another desk.</source>
   <translation>这里或别的服务台已帮他们签到。</translation>
  </message>
  <message>
   <source>Somebody sits there</source>
   <translation>这个座位有人</translation>
  </message>
  <message>
   <source>Something is missing: where is the prize to be sent?</source>
   <translation>还缺一些：奖品要寄到哪里？</translation>
  </message>
  <message>
   <source>Take fewer points, or try again when the badge above says online.</source>
   <translation>请少用一些积分，或等上方显示已连接后再试。</translation>
  </message>
  <message>
   <source>Take the parent’s name and phone; without them, go on without a membership.</source>
   <translation>请登记家长姓名与电话；没有的话就不入会继续。</translation>
  </message>
  <message>
   <source>Tell the customer the new price, then confirm again.</source>
   <translation>请告知顾客新价格，再确认一次。</translation>
  </message>
  <message>
   <source>Tell them what brings one: F1 shows the rules.</source>
   <translation>告诉会员怎样获得机会：按 F1 查看规则。</translation>
  </message>
  <message>
   <source>That is no number of the beacon</source>
   <translation>这不是信标的数字</translation>
  </message>
  <message>
   <source>That is not what an envelope holds</source>
   <translation>这不是信封里的内容</translation>
  </message>
  <message>
   <source>The PIN does not match.</source>
   <translation>PIN 码不符。</translation>
  </message>
  <message>
   <source>The amount is above what a clerk may void alone.</source>
   <translation>金额超过店员可自行撤销的上限。</translation>
  </message>
  <message>
   <source>The book is used up</source>
   <translation>这一本已用完</translation>
  </message>
  <message>
   <source>The campaign does not offer it at present.</source>
   <translation>活动目前不提供这一项。</translation>
  </message>
  <message>
   <source>The campaign has not begun</source>
   <translation>活动尚未开始</translation>
  </message>
  <message>
   <source>The campaign is over</source>
   <translation>活动已结束</translation>
  </message>
  <message>
   <source>The clock was set back, so the sale’s age is not known.</source>
   <translation>时钟曾被调回，无法确定这笔的时间。</translation>
  </message>
  <message>
   <source>The code is damaged</source>
   <translation>码已破损</translation>
  </message>
  <message>
   <source>The code is no longer accepted</source>
   <translation>此码已停用</translation>
  </message>
  <message>
   <source>The code is not genuine</source>
   <translation>这是伪造的码</translation>
  </message>
  <message>
   <source>The code is not good any more</source>
   <translation>验证码已失效</translation>
  </message>
  <message>
   <source>The code is wrong</source>
   <translation>验证码错误</translation>
  </message>
  <message>
   <source>The consent’s words have changed</source>
   <translation>同意书内容已更新</translation>
  </message>
  <message>
   <source>The coupons in use already save as much; it is kept for next time.</source>
   <translation>已用的券省得一样多；此券留到下次。</translation>
  </message>
  <message>
   <source>The customer can go on paying with what is left on it.</source>
   <translation>顾客可继续用余额付款。</translation>
  </message>
  <message>
   <source>The dice are closed</source>
   <translation>骰子已经截止</translation>
  </message>
  <message>
   <source>The draw can no longer be called off</source>
   <translation>抽奖已不能作废</translation>
  </message>
  <message>
   <source>The draw stands at: {state}. A step that is over cannot be done again.</source>
   <translation>这场抽奖目前在：{state}。做过的步骤不能重来。</translation>
  </message>
  <message>
   <source>The event cannot be made like this</source>
   <translation>活动不能这样建立</translation>
  </message>
  <message>
   <source>The gift is gone here</source>
   <translation>这里的礼品已送完</translation>
  </message>
  <message>
   <source>The hours in which it could be used are over.</source>
   <translation>可用的时段已经过了。</translation>
  </message>
  <message>
   <source>The list is not the published one</source>
   <translation>名单不是公布的那一份</translation>
  </message>
  <message>
   <source>The list is too long</source>
   <translation>名单太长</translation>
  </message>
  <message>
   <source>The list names round {need}; this is round {have}.</source>
   <translation>名单写明第 {need} 轮，这是第 {have} 轮。</translation>
  </message>
  <message>
   <source>The list of this draw is at HQ, and HQ cannot be reached now.</source>
   <translation>这场抽奖的名单在总部，现在连不上总部。</translation>
  </message>
  <message>
   <source>The list says that it is published by {until}.</source>
   <translation>名单写明最晚在{until}公布。</translation>
  </message>
  <message>
   <source>The member has fewer points than it takes.</source>
   <translation>会员的积分不够。</translation>
  </message>
  <message>
   <source>The member has had it as often as the campaign allows.</source>
   <translation>会员已达活动允许的次数。</translation>
  </message>
  <message>
   <source>The member has none to use at the moment.</source>
   <translation>会员目前没有可用的机会。</translation>
  </message>
  <message>
   <source>The next one can be sent {until}.</source>
   <translation>{until} 可再发送。</translation>
  </message>
  <message>
   <source>The next try is possible in a while.</source>
   <translation>请稍后再试。</translation>
  </message>
  <message>
   <source>The next try is possible in {wait}.</source>
   <translation>{wait}后可再试。</translation>
  </message>
  <message>
   <source>The number that decides is out, so anybody could know by now who wins.</source>
   <translation>决定结果的数字已经公布，谁都可能已经知道得奖者。</translation>
  </message>
  <message>
   <source>The phone has to be proved</source>
   <translation>需要确认电话</translation>
  </message>
  <message>
   <source>The price has changed</source>
   <translation>价格变了</translation>
  </message>
  <message>
   <source>The purchase is too small for this coupon.</source>
   <translation>消费金额未达此券的门槛。</translation>
  </message>
  <message>
   <source>The round is not there yet</source>
   <translation>这一轮还没有公布</translation>
  </message>
  <message>
   <source>The sealed prizes have not come from headquarters, or cannot be used now.</source>
   <translation>总部封存的奖项还没送到，或目前不能使用。</translation>
  </message>
  <message>
   <source>The second signature is by the same person as the first.</source>
   <translation>第二位签核者和第一位是同一个人。</translation>
  </message>
  <message>
   <source>The slip is good for another offer.</source>
   <translation>这张核销单适用的是另一项优惠。</translation>
  </message>
  <message>
   <source>The slip is good for “{name}” only.</source>
   <translation>这张核销单只适用“{name}”。</translation>
  </message>
  <message>
   <source>The slip says {at}.</source>
   <translation>券上写的是 {at}。</translation>
  </message>
  <message>
   <source>The slip says {at}; its book is good since {since}.</source>
   <translation>券上写的是 {at}；这一本从 {since} 起才可用。</translation>
  </message>
  <message>
   <source>The slip says {at}; its book was good until {until}.</source>
   <translation>券上写的是 {at}；这一本到 {until} 为止。</translation>
  </message>
  <message>
   <source>The time for this prize is over</source>
   <translation>这份奖品的领奖期限已过</translation>
  </message>
  <message>
   <source>The winner asked for it to be sent to them.</source>
   <translation>中奖人要求寄送。</translation>
  </message>
  <message>
   <source>There is no such day</source>
   <translation>没有这一天</translation>
  </message>
  <message>
   <source>There is no such time zone.</source>
   <translation>没有这个时区。</translation>
  </message>
  <message>
   <source>There is nothing to take the discount from yet.</source>
   <translation>还没有可抵扣的金额。</translation>
  </message>
  <message>
   <source>There is nothing to undo</source>
   <translation>没有可以撤销的</translation>
  </message>
  <message>
   <source>They are here already</source>
   <translation>他们已经到场</translation>
  </message>
  <message>
   <source>They were taken off, or the list is another one now.</source>
   <translation>已从名单移除，或名单已更新。</translation>
  </message>
  <message>
   <source>This badge or number is not on this store’s staff list.</source>
   <translation>这张工牌或编号不在本店名单。</translation>
  </message>
  <message>
   <source>This code is for another place</source>
   <translation>这个码用在别处</translation>
  </message>
  <message>
   <source>This code was not issued by our stores.</source>
   <translation>这个码不是我们发的。</translation>
  </message>
  <message>
   <source>This coupon belongs to somebody else than the member at the till.</source>
   <translation>这张券属于另一位会员。</translation>
  </message>
  <message>
   <source>This coupon can be used in other stores only.</source>
   <translation>此券只能在其他门店使用。</translation>
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
   <translation>刚才已为这位顾客扫过此券。</translation>
  </message>
  <message>
   <source>This envelope has been opened before</source>
   <translation>这个信封先前已拆开</translation>
  </message>
  <message>
   <source>This event is changed at headquarters</source>
   <translation>这个活动由总部修改</translation>
  </message>
  <message>
   <source>This event is not known here</source>
   <translation>这里不认得这个活动</translation>
  </message>
  <message>
   <source>This form was keyed in before</source>
   <translation>这张表单已输入过</translation>
  </message>
  <message>
   <source>This is no answer to the question</source>
   <translation>这不是这题的答案</translation>
  </message>
  <message>
   <source>This is no e-mail address</source>
   <translation>电子邮件格式不对</translation>
  </message>
  <message>
   <source>This is no name</source>
   <translation>姓名格式不对</translation>
  </message>
  <message>
   <source>This is no phone number</source>
   <translation>电话号码不对</translation>
  </message>
  <message>
   <source>This is no seat</source>
   <translation>这不是座位</translation>
  </message>
  <message>
   <source>This is the code of an article: neither a member nor a coupon.</source>
   <translation>这是商品的条码，不是会员码也不是优惠券。</translation>
  </message>
  <message>
   <source>This person or badge may not sign in here at present.</source>
   <translation>此人或工牌目前不能在此登录。</translation>
  </message>
  <message>
   <source>This prize is on its way already</source>
   <translation>这份奖品已经寄出</translation>
  </message>
  <message>
   <source>This prize was handed over already</source>
   <translation>这份奖品已经领走</translation>
  </message>
  <message>
   <source>This prize went on to somebody else</source>
   <translation>这份奖品已由他人递补</translation>
  </message>
  <message>
   <source>This sale is of another day.</source>
   <translation>这笔不是今天的交易。</translation>
  </message>
  <message>
   <source>This sale was made too long ago.</source>
   <translation>这笔已超过可自行撤销的时间。</translation>
  </message>
  <message>
   <source>This terminal cannot check the code yet</source>
   <translation>这台终端还无法验证</translation>
  </message>
  <message>
   <source>This terminal cannot sign</source>
   <translation>这台终端无法签名</translation>
  </message>
  <message>
   <source>This terminal has no draw of that name.</source>
   <translation>这台终端没有这场抽奖。</translation>
  </message>
  <message>
   <source>This terminal has no such sale.</source>
   <translation>这台终端没有这笔交易。</translation>
  </message>
  <message>
   <source>This terminal may make none of these now.</source>
   <translation>这台终端现在不能制作这种券。</translation>
  </message>
  <message>
   <source>This terminal may make {have} now; {need} were wanted.</source>
   <translation>这台终端现在可制作 {have} 张；要求的是 {need} 张。</translation>
  </message>
  <message>
   <source>This terminal’s clock or journal has changed, so its coupons wait for HQ.</source>
   <translation>这台终端的时钟或流水有变动，优惠券要等总部确认。</translation>
  </message>
  <message>
   <source>This terminal’s key is not at hand, so it cannot sign a new one.</source>
   <translation>本机取不到密钥，无法签发新的礼品卡。</translation>
  </message>
  <message>
   <source>This till’s share of it is used up.</source>
   <translation>分到这台终端的已用完。</translation>
  </message>
  <message>
   <source>This till’s share of what the coupon is for is used up. The coupon stays unused.</source>
   <translation>这张优惠券可换的礼品，分到这台终端的已用完。优惠券仍未使用。</translation>
  </message>
  <message>
   <source>This till’s share of “{name}” is used up.</source>
   <translation>分到这台终端的“{name}”已用完。</translation>
  </message>
  <message>
   <source>This time is still to come</source>
   <translation>时间还没到</translation>
  </message>
  <message>
   <source>Tickets come with purchases and tasks, as the campaign says.</source>
   <translation>按活动规则，消费和完成任务可获得抽奖券。</translation>
  </message>
  <message>
   <source>Today’s limit reached</source>
   <translation>已达今日上限</translation>
  </message>
  <message>
   <source>Too few draw tickets</source>
   <translation>抽奖券不足</translation>
  </message>
  <message>
   <source>Too late to publish</source>
   <translation>已经过了公布时间</translation>
  </message>
  <message>
   <source>Too many codes</source>
   <translation>验证码发送太多次</translation>
  </message>
  <message>
   <source>Too many tries</source>
   <translation>尝试太多次</translation>
  </message>
  <message>
   <source>Too many wrong PINs</source>
   <translation>PIN 码错太多次</translation>
  </message>
  <message>
   <source>Too valuable for offline</source>
   <translation>离线时面额过高</translation>
  </message>
  <message numerus="yes">
   <source>Try again in %n second(s).</source>
   <translation>
    <numerusform>请在 %n 秒后再试。</numerusform>
   </translation>
  </message>
  <message>
   <source>Try again when the badge above says online, or use a phone’s network.</source>
   <translation>上方标示变成联网时再试，或改用手机的网络。</translation>
  </message>
  <message>
   <source>Try again when the terminal is online. Hand nothing out before.</source>
   <translation>联网后再试。在那之前请不要发出。</translation>
  </message>
  <message>
   <source>Try the friend’s phone number; or register without a recommendation.</source>
   <translation>请改用朋友的电话号码；或不填推荐人注册。</translation>
  </message>
  <message>
   <source>Try the phone number or the name (F3).</source>
   <translation>请用手机号或姓名查询（F3）。</translation>
  </message>
  <message>
   <source>Two people have to sign</source>
   <translation>需要两个人签核</translation>
  </message>
  <message>
   <source>Two things in it have one name.</source>
   <translation>其中有两项用了相同的代号。</translation>
  </message>
  <message>
   <source>Type it again, slowly.</source>
   <translation>请慢慢再输入一次。</translation>
  </message>
  <message>
   <source>Type it shorter.</source>
   <translation>请缩短后再输入。</translation>
  </message>
  <message>
   <source>Type what the die shows.</source>
   <translation>请输入骰子的数字。</translation>
  </message>
  <message>
   <source>Use another coupon here, and this one there.</source>
   <translation>这里请用其他券，这张到那边用。</translation>
  </message>
  <message>
   <source>Use another coupon now.</source>
   <translation>现在请用其他券。</translation>
  </message>
  <message>
   <source>Use another coupon, and ask IT to update this terminal. The coupon stays good.</source>
   <translation>请改用其他券，并请技术人员更新这台终端。这张券仍然有效。</translation>
  </message>
  <message>
   <source>Use another coupon.</source>
   <translation>请用其他券。</translation>
  </message>
  <message>
   <source>Use another coupon. Customer service can say why.</source>
   <translation>请用其他券。原因可问客服。</translation>
  </message>
  <message>
   <source>Use another coupon. If that sale was a mistake, void it first (F6).</source>
   <translation>请用其他券。若那笔是误刷，先撤销那笔（F6）。</translation>
  </message>
  <message>
   <source>Use another coupon. If the customer disagrees, HQ can look it up.</source>
   <translation>请用其他券。顾客有疑问时，总部可以查询。</translation>
  </message>
  <message>
   <source>Use another coupon; the list on the left has those that are valid.</source>
   <translation>请用其他券；左边列表都是有效的。</translation>
  </message>
  <message>
   <source>Use another terminal, or have this one enrolled again.</source>
   <translation>请换一台终端，或重新注册这台。</translation>
  </message>
  <message>
   <source>Use it at the event desk or the kiosk. Here: member code or coupon.</source>
   <translation>请到活动签到台或自助机使用。这里只收会员码和优惠券。</translation>
  </message>
  <message>
   <source>Void it at the till where it was made, or ask HQ.</source>
   <translation>请到原收银台撤销，或询问总部。</translation>
  </message>
  <message>
   <source>Voided {at} by {clerk}.</source>
   <translation>{at} 由 {clerk} 撤销。</translation>
  </message>
  <message>
   <source>Vouchers of this kind are not sold or topped up here, or not any more.</source>
   <translation>这种礼品卡在此不售、不充值，或已停止发售。</translation>
  </message>
  <message>
   <source>Wait for it; without a network here, scan it from a phone.</source>
   <translation>请等它公布；这里没有网络时，可扫手机上的码。</translation>
  </message>
  <message>
   <source>Wait for the one that is on its way; or register without, and prove the phone later.</source>
   <translation>请等正在发送的那条；或先不用验证码注册，之后再确认电话。</translation>
  </message>
  <message>
   <source>Wait until the terminal is online again, then scan once more.</source>
   <translation>等终端联网后再扫一次。</translation>
  </message>
  <message>
   <source>Wait, or scan your badge.</source>
   <translation>请稍候，或扫工牌。</translation>
  </message>
  <message>
   <source>What is in it is known from a draw before, so it keeps nobody from guessing.</source>
   <translation>内容在先前的抽奖已公开，不再是秘密。</translation>
  </message>
  <message>
   <source>While offline only this till’s share of the points can be used.</source>
   <translation>离线时只能用这台终端分到的积分。</translation>
  </message>
  <message>
   <source>Whoever called went away, or has been helped.</source>
   <translation>调用的顾客已离开，或已获得协助。</translation>
  </message>
  <message>
   <source>Whoever should not be on that list asks headquarters.</source>
   <translation>若名单有误，请联系总部。</translation>
  </message>
  <message>
   <source>Without HQ a coupon of this value cannot be accepted.</source>
   <translation>离线时不能接受这个面额的券。</translation>
  </message>
  <message>
   <source>Without HQ this terminal cannot be sure that it was not used elsewhere.</source>
   <translation>离线时无法确定此券没有在别处用过。</translation>
  </message>
  <message>
   <source>Without the consent “{purpose}” nobody can become a member.</source>
   <translation>未同意“{purpose}”就无法成为会员。</translation>
  </message>
  <message>
   <source>Would save nothing more</source>
   <translation>不会省更多</translation>
  </message>
  <message>
   <source>Write the name, street and number, postcode and town.</source>
   <translation>请填姓名、路名门牌、邮政编码和城市。</translation>
  </message>
  <message>
   <source>Write the prizes down, in the order in which they are drawn.</source>
   <translation>请依抽出的顺序写下奖品。</translation>
  </message>
  <message>
   <source>Written after it had run out</source>
   <translation>写在到期之后</translation>
  </message>
  <message>
   <source>Written before it was good</source>
   <translation>写在可用之前</translation>
  </message>
  <message>
   <source>Wrong PIN</source>
   <translation>PIN 码错误</translation>
  </message>
  <message>
   <source>Your role does not include this.</source>
   <translation>你的职务不含这项。</translation>
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
   <translation>一点</translation>
  </message>
  <message>
   <source>a till</source>
   <translation>收银台</translation>
  </message>
  <message>
   <source>another store</source>
   <translation>其他门店</translation>
  </message>
  <message>
   <source>earlier</source>
   <translation>稍早</translation>
  </message>
  <message>
   <source>lost</source>
   <translation>遗失</translation>
  </message>
  <message>
   <source>lost or unused</source>
   <translation>遗失或未使用</translation>
  </message>
  <message>
   <source>the amount</source>
   <translation>该金额</translation>
  </message>
  <message>
   <source>this envelope</source>
   <translation>这个信封</translation>
  </message>
  <message>
   <source>unused</source>
   <translation>未使用</translation>
  </message>
  <message>
   <source>{clerk} keyed it in {at}, with another phone number.</source>
   <translation>{clerk} 于 {at} 输入过，电话不同。</translation>
  </message>
  <message>
   <source>{clerk} said so {at}.</source>
   <translation>{clerk} 已于 {at} 应答。</translation>
  </message>
  <message>
   <source>{clerk}, {at}.</source>
   <translation>{clerk}，{at}。</translation>
  </message>
  <message>
   <source>{have} is left of this sale; {need} cannot come back.</source>
   <translation>这笔交易只剩 {have} 可退，不能退 {need}。</translation>
  </message>
  <message>
   <source>{have} of the {need} points can be used while offline.</source>
   <translation>{need} 积分中，离线时可用 {have}。</translation>
  </message>
  <message>
   <source>{have} of {need} have been thrown.</source>
   <translation>需要 {need} 颗，已掷 {have} 颗。</translation>
  </message>
  <message>
   <source>{need} are needed, {have} are free.</source>
   <translation>需要 {need} 个名额，只剩 {have} 个。</translation>
  </message>
  <message>
   <source>{terminal} holds the right to the other points and does not answer HQ.</source>
   <translation>其余积分的使用权在 {terminal}，它没有回应总部。</translation>
  </message>
  <message>
   <source>{terminal} in {store} keeps this coupon and does not answer.</source>
   <translation>此券由{store}的{terminal}保管，目前没有回应。</translation>
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
   <translation>这笔交易没有买这么多“{name}”，或已经退过了。</translation>
  </message>
  <message>
   <source>“{read}” is no code of ours.</source>
   <translation>“{read}”不是本店的优惠码。</translation>
  </message>
  <message>
   <source>“{read}” is no member’s card, phone or invitation.</source>
   <translation>“{read}”不是任何会员的卡号、电话或邀请码。</translation>
  </message>
  <message>
   <source>“{read}” is the number of no form: a digit was misread or mistyped.</source>
   <translation>“{read}”不是任何表单的编号：有一码读错或打错。</translation>
  </message>
  <message>
   <source>“{read}” is the number of no slip: a digit was misread or mistyped.</source>
   <translation>“{read}”不是任何核销单的编号：有一位看错或打错了。</translation>
  </message>
 </context>
 <context>
  <name>Registration</name>
  <message>
   <source>A digit is missing.</source>
   <translation>少了一位数字。</translation>
  </message>
  <message>
   <source>A name is needed.</source>
   <translation>请输入姓名。</translation>
  </message>
  <message>
   <source>A phone number has digits only.</source>
   <translation>电话号码只有数字。</translation>
  </message>
  <message>
   <source>A phone number is needed.</source>
   <translation>请输入电话号码。</translation>
  </message>
  <message>
   <source>For a child nobody has signed who may.</source>
   <translation>儿童注册缺少监护人同意。</translation>
  </message>
  <message>
   <source>HQ has a question about the registration</source>
   <translation>总部对这笔注册有疑问</translation>
  </message>
  <message>
   <source>HQ has approved the registration</source>
   <translation>总部已批准注册</translation>
  </message>
  <message>
   <source>HQ has rejected the registration</source>
   <translation>总部未批准注册</translation>
  </message>
  <message>
   <source>HQ looks at the registration</source>
   <translation>总部审核注册中</translation>
  </message>
  <message>
   <source>It is a number: the phone goes into its own field.</source>
   <translation>这是号码，电话请填在电话栏。</translation>
  </message>
  <message>
   <source>It is longer than 500 characters.</source>
   <translation>超过 500 字。</translation>
  </message>
  <message>
   <source>It was made for its rewards alone.</source>
   <translation>仅为领取奖励而注册。</translation>
  </message>
  <message>
   <source>Membership</source>
   <translation>会员服务</translation>
  </message>
  <message>
   <source>Name or phone could not be confirmed.</source>
   <translation>姓名或电话无法确认。</translation>
  </message>
  <message>
   <source>Offers and events</source>
   <translation>优惠与活动信息</translation>
  </message>
  <message>
   <source>Please come with whoever decides for the child.</source>
   <translation>请与监护人一同前来。</translation>
  </message>
  <message>
   <source>Please prove the phone in a store.</source>
   <translation>请到门店确认电话。</translation>
  </message>
  <message>
   <source>Please say in a store who recommended us.</source>
   <translation>请到门店说明推荐人。</translation>
  </message>
  <message>
   <source>Please tell the name once more in a store.</source>
   <translation>请到门店再确认姓名。</translation>
  </message>
  <message>
   <source>The person did not want to register.</source>
   <translation>本人表示并未注册。</translation>
  </message>
  <message>
   <source>The person is a member already.</source>
   <translation>本人已经是会员。</translation>
  </message>
  <message>
   <source>The phone belongs to somebody else.</source>
   <translation>这个电话是别人的。</translation>
  </message>
  <message>
   <source>There is a digit too many.</source>
   <translation>多了一位数字。</translation>
  </message>
  <message>
   <source>There is no such number in any country near.</source>
   <translation>邻近地区都没有这个号码。</translation>
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
   <translation>总部目前能给的积分</translation>
  </message>
  <message>
   <source>Points that can be used while offline</source>
   <translation>离线时可用的积分</translation>
  </message>
  <message>
   <source>With a manager’s PIN</source>
   <translation>由主管输入 PIN 码</translation>
  </message>
  <message>
   <source>a gift to choose</source>
   <translation>任选礼品一份</translation>
  </message>
  <message>
   <source>a gift to choose: {names}</source>
   <translation>礼品任选：{names}</translation>
  </message>
  <message>
   <source>badge “{name}”</source>
   <translation>徽章“{name}”</translation>
  </message>
  <message>
   <source>coupon “{name}”</source>
   <translation>优惠券“{name}”</translation>
  </message>
  <message>
   <source>credited {day}</source>
   <translation>{day} 入账</translation>
  </message>
  <message>
   <source>experience voucher “{name}”</source>
   <translation>体验券“{name}”</translation>
  </message>
  <message>
   <source>gift “{name}”</source>
   <translation>礼品“{name}”</translation>
  </message>
  <message>
   <source>partner’s voucher “{name}”</source>
   <translation>合作券“{name}”</translation>
  </message>
  <message>
   <source>price locked: {name}</source>
   <translation>锁定价格：{name}</translation>
  </message>
  <message>
   <source>reserved: {name}</source>
   <translation>预留：{name}</translation>
  </message>
  <message>
   <source>{money} cash back, owed by HQ</source>
   <translation>返现 {money}，由总部支付</translation>
  </message>
  <message>
   <source>{money} off</source>
   <translation>折 {money}</translation>
  </message>
  <message numerus="yes">
   <source>{name}: {n} point(s)</source>
   <translation>
    <numerusform>{name}：{n} 积分</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} coupons “{name}”</source>
   <translation>优惠券“{name}”{n} 张</translation>
  </message>
  <message numerus="yes">
   <source>{n} draw ticket(s)</source>
   <translation>
    <numerusform>抽奖券 {n} 张</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} draw ticket(s) for “{name}”</source>
   <translation>
    <numerusform>“{name}”抽奖券 {n} 张</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} experience vouchers “{name}”</source>
   <translation>体验券“{name}”{n} 张</translation>
  </message>
  <message>
   <source>{n} gifts “{name}”</source>
   <translation>礼品“{name}”{n} 份</translation>
  </message>
  <message numerus="yes">
   <source>{n} make-up card(s)</source>
   <translation>
    <numerusform>补签卡 {n} 张</numerusform>
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
   <translation>合作券“{name}”{n} 张</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} 积分</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s) paid are given back</source>
   <translation>
    <numerusform>退还支付的 {n} 积分</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} spin(s) of the wheel</source>
   <translation>
    <numerusform>转盘 {n} 次</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} spin(s) of “{name}”</source>
   <translation>
    <numerusform>“{name}”{n} 次</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} × “{name}”</source>
   <translation>“{name}”{n} 份</translation>
  </message>
  <message>
   <source>{reward} ({note})</source>
   <translation>{reward}（{note}）</translation>
  </message>
  <message numerus="yes">
   <source>{tier} for {n} month(s)</source>
   <translation>
    <numerusform>{tier} {n} 个月</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{tier} {n} month(s) longer</source>
   <translation>
    <numerusform>{tier}延长 {n} 个月</numerusform>
   </translation>
  </message>
  <message>
   <source>“{name}”</source>
   <translation>“{name}”</translation>
  </message>
  <message numerus="yes">
   <source>− {n} point(s)</source>
   <translation>
    <numerusform>− {n} 积分</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RulesItem</name>
  <message>
   <source>Conditions for claiming</source>
   <translation>领奖条件</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>联系方式</translation>
  </message>
  <message>
   <source>Delivery</source>
   <translation>奖品交付</translation>
  </message>
  <message>
   <source>How it works</source>
   <translation>活动方式</translation>
  </message>
  <message>
   <source>How to claim</source>
   <translation>领奖方式</translation>
  </message>
  <message>
   <source>How we draw</source>
   <translation>开奖方式</translation>
  </message>
  <message>
   <source>Licence number</source>
   <translation>许可证号</translation>
  </message>
  <message>
   <source>Organiser</source>
   <translation>主办单位</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>活动期间</translation>
  </message>
  <message>
   <source>Prizes</source>
   <translation>奖品</translation>
  </message>
  <message>
   <source>Quantity or odds of each prize</source>
   <translation>各奖品数量或中奖概率</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>税款</translation>
  </message>
  <message>
   <source>Unclaimed prizes</source>
   <translation>逾期未领</translation>
  </message>
  <message>
   <source>Value of each prize</source>
   <translation>各奖品价值</translation>
  </message>
  <message>
   <source>Version of the rules</source>
   <translation>规则版本</translation>
  </message>
  <message>
   <source>When to claim</source>
   <translation>领奖期限</translation>
  </message>
  <message>
   <source>When we draw</source>
   <translation>开奖时间</translation>
  </message>
  <message>
   <source>Who can take part</source>
   <translation>参加资格与条件</translation>
  </message>
  <message>
   <source>Who cannot take part</source>
   <translation>不得参加者</translation>
  </message>
  <message>
   <source>Your personal data</source>
   <translation>个人信息</translation>
  </message>
 </context>
 <context>
  <name>Say</name>
  <message>
   <source>It has been a while.</source>
   <translation>好久不见。</translation>
  </message>
  <message>
   <source>Just received</source>
   <translation>刚获得</translation>
  </message>
  <message>
   <source>To hand over</source>
   <translation>待交付</translation>
  </message>
  <message>
   <source>To say: {words}</source>
   <translation>可以说：{words}</translation>
  </message>
  <message>
   <source>Welcome back</source>
   <translation>欢迎回来</translation>
  </message>
 </context>
 <context>
  <name>Scanner</name>
  <message>
   <source>A code to scan</source>
   <translation>要扫的码</translation>
  </message>
  <message>
   <source>A slow scanner that presses nothing after a code: short codes would stay as typed digits. Set the scanner to press Enter after each code, then learn again.</source>
   <translation>这把扫码枪很慢，扫完也不送任何键：短码会像手打的数字一样留在栏位里。请把扫码枪设成扫完送 Enter，再学一次。</translation>
  </message>
  <message>
   <source>After a code</source>
   <translation>码之后</translation>
  </message>
  <message>
   <source>Before a code</source>
   <translation>码之前</translation>
  </message>
  <message>
   <source>How it types</source>
   <translation>输入方式</translation>
  </message>
  <message>
   <source>It works, but short codes will be asked about. If you can, set the scanner’s delay between characters to 0 and learn again.</source>
   <translation>可以用，但扫短码时会多问一次。可以的话，请把扫码枪的字符间隔设为 0，再学一次。</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>保留</translation>
  </message>
  <message>
   <source>Learn again</source>
   <translation>再学一次</translation>
  </message>
  <message>
   <source>Learn the handheld scanner</source>
   <translation>学习扫码枪</translation>
  </message>
  <message>
   <source>Nothing tried yet.</source>
   <translation>还没试扫。</translation>
  </message>
  <message>
   <source>Now scan any code, a member’s or a coupon’s, and look whether it is read.</source>
   <translation>现在随便扫一个码，会员码或优惠券都可以，看看读不读得到。</translation>
  </message>
  <message>
   <source>Read: {text}</source>
   <translation>读到：{text}</translation>
  </message>
  <message>
   <source>Scan this code three times with the handheld scanner, as at the till.</source>
   <translation>请用扫码枪把这个码扫三次，像平常结账时一样。</translation>
  </message>
  <message>
   <source>Something else was read: “{text}”. Scan the code on this screen; if you did, scanner and computer are set to different keyboards, or Caps Lock is on.</source>
   <translation>读到的是别的内容：“{text}”。请扫这个屏幕上的码；如果扫的就是它，说明扫码枪与电脑的键盘设置不同，或是 Caps Lock 开着。</translation>
  </message>
  <message>
   <source>The scanner is slow and presses Enter before the code. Take that prefix away, or set its delay to 0, then scan again.</source>
   <translation>这把扫码枪很慢，又在码之前送 Enter。请取消那个前缀，或把字符间隔设为 0，再扫一次。</translation>
  </message>
  <message>
   <source>The scanner is too slow. Set its delay between characters to 0 and scan again.</source>
   <translation>扫码枪太慢了。请把字符间隔设为 0，再扫一次。</translation>
  </message>
  <message>
   <source>The scanner types {scanner}, the computer expects {computer}. Set both to the same keyboard, then scan again.</source>
   <translation>扫码枪用的是{scanner}键盘，电脑设为{computer}键盘。请设成一样的，再扫一次。</translation>
  </message>
  <message>
   <source>The scans differ. Scan this code, and nothing else, three times.</source>
   <translation>每次读到的不一样。请只扫这个码，扫三次。</translation>
  </message>
  <message>
   <source>The settings file cannot be written. Tell IT.</source>
   <translation>配置文件写不进去，请通知技术人员。</translation>
  </message>
  <message>
   <source>This was learned:</source>
   <translation>学到的是：</translation>
  </message>
  <message>
   <source>Time between keys</source>
   <translation>按键间隔</translation>
  </message>
  <message>
   <source>fast, like no hand</source>
   <translation>快，手打不出来</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>无</translation>
  </message>
  <message>
   <source>slow, like a hand</source>
   <translation>慢，像手打</translation>
  </message>
  <message>
   <source>with Alt and the number block</source>
   <translation>用 Alt 加数字键</translation>
  </message>
  <message>
   <source>{done} of {all} scanned</source>
   <translation>已扫 {done}／{all} 次</translation>
  </message>
  <message>
   <source>{usual} ms, at most {longest} ms</source>
   <translation>{usual} 毫秒，最长 {longest} 毫秒</translation>
  </message>
 </context>
 <context>
  <name>SelfService</name>
  <message numerus="yes">
   <source>%n day(s) in a row</source>
   <translation>
    <numerusform>连续 %n 天</numerusform>
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
    <numerusform>%n 项进行中</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n open</source>
   <translation>
    <numerusform>%n 项可做</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n or older</source>
   <translation>
    <numerusform>%n 岁或以上</numerusform>
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
    <numerusform>剩 %n 个名额</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to use</source>
   <translation>
    <numerusform>%n 张可用</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>%n 份待领</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n within reach</source>
   <translation>
    <numerusform>%n 项可兑换</numerusform>
   </translation>
  </message>
  <message>
   <source>+{n} on the way</source>
   <translation>+{n} 待入帐</translation>
  </message>
  <message>
   <source>0: not at all</source>
   <translation>0：完全不会</translation>
  </message>
  <message>
   <source>10: certainly</source>
   <translation>10：一定会</translation>
  </message>
  <message>
   <source>1: not at all</source>
   <translation>1：很不满意</translation>
  </message>
  <message>
   <source>5: very much</source>
   <translation>5：非常满意</translation>
  </message>
  <message>
   <source>A parent or guardian goes on from here, and decides.</source>
   <translation>接下来请由家长或监护人填写并决定。</translation>
  </message>
  <message>
   <source>All places are taken. Whoever signed up first gets the next one that is free, and is written to if we have a phone or an address. Or come: if some stay free, you are let in at the door.</source>
   <translation>名额已满。有人取消时，依报名先后递补；留有电话或邮箱的，我们会通知。您也可以直接到场：有空位就能进场。</translation>
  </message>
  <message>
   <source>All right</source>
   <translation>知道了</translation>
  </message>
  <message>
   <source>Another language</source>
   <translation>切换语言</translation>
  </message>
  <message>
   <source>Another member’s code</source>
   <translation>这是另一位会员的码</translation>
  </message>
  <message>
   <source>Another number</source>
   <translation>换一个号码</translation>
  </message>
  <message>
   <source>Are you still there?</source>
   <translation>您还在吗？</translation>
  </message>
  <message>
   <source>As you like it</source>
   <translation>显示设置</translation>
  </message>
  <message>
   <source>As you like: with it you are found faster at the door.</source>
   <translation>可以不填；填了，入场更快。</translation>
  </message>
  <message>
   <source>At the checkout they come off by themselves, at the best price.</source>
   <translation>到收银台结账时自动减免，并按最划算的价格计算。</translation>
  </message>
  <message>
   <source>Become a member</source>
   <translation>加入会员</translation>
  </message>
  <message>
   <source>Begin today!</source>
   <translation>今天开始吧！</translation>
  </message>
  <message>
   <source>Birthday</source>
   <translation>生日</translation>
  </message>
  <message>
   <source>By it you are found again, in every store.</source>
   <translation>在每家门店都靠它认出您。</translation>
  </message>
  <message>
   <source>By my friend’s number</source>
   <translation>输入好友的号码</translation>
  </message>
  <message>
   <source>Call our staff</source>
   <translation>请店员协助</translation>
  </message>
  <message>
   <source>Check in every day</source>
   <translation>每天签到</translation>
  </message>
  <message>
   <source>Check in today</source>
   <translation>今日签到</translation>
  </message>
  <message>
   <source>Checked in today ✓</source>
   <translation>今天已签到 ✓</translation>
  </message>
  <message numerus="yes">
   <source>Cleared in %n second(s)</source>
   <translation>
    <numerusform>画面 %n 秒后自动清除</numerusform>
   </translation>
  </message>
  <message>
   <source>Coupons to use</source>
   <translation>可用优惠券</translation>
  </message>
  <message>
   <source>Daily check-in</source>
   <translation>每日签到</translation>
  </message>
  <message>
   <source>Did a friend invite you? Hold up the invitation.</source>
   <translation>有朋友邀请您吗？请出示邀请码。</translation>
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
   <translation>电子邮件</translation>
  </message>
  <message>
   <source>End</source>
   <translation>结束</translation>
  </message>
  <message>
   <source>End my membership?</source>
   <translation>要结束会员身分吗？</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>活动报名</translation>
  </message>
  <message>
   <source>Events: sign up, or tell us how it was</source>
   <translation>活动报名、活动反馈</translation>
  </message>
  <message>
   <source>Friends scan this with their phone, until {day}. Both of you are rewarded.</source>
   <translation>请好友用手机扫描，{day}前有效，双方都有奖励。</translation>
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
   <translation>要放弃名额吗？</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Go on meanwhile</source>
   <translation>先继续使用</translation>
  </message>
  <message>
   <source>Go on with that one? What is shown now is cleared from here first.</source>
   <translation>要换成那一位吗？目前显示的内容会先清除。</translation>
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
   <translation>目前连不上总部，恢复连接后才能确认名额；如果到时已满，会为您排候补。请稍后再到这里查询，或在入口询问。</translation>
  </message>
  <message>
   <source>Headquarters is asked whether there is a place for you.</source>
   <translation>正在向总部确认名额。</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>协助</translation>
  </message>
  <message>
   <source>Hold up the ticket or the badge you had.</source>
   <translation>请出示当时的门票或胸牌。</translation>
  </message>
  <message>
   <source>Hold up your member code to see what your purchases brought.</source>
   <translation>出示会员码，就能看到消费带来了什么。</translation>
  </message>
  <message>
   <source>How did you like it?</source>
   <translation>您觉得这次活动怎么样？</translation>
  </message>
  <message>
   <source>How likely are you to recommend this event to a friend or colleague?</source>
   <translation>您有多愿意把这个活动推荐给朋友或同事？</translation>
  </message>
  <message>
   <source>How many come with you?</source>
   <translation>有几位同行？</translation>
  </message>
  <message>
   <source>How old are you?</source>
   <translation>您几岁？</translation>
  </message>
  <message>
   <source>How satisfied are you?</source>
   <translation>您满意吗？</translation>
  </message>
  <message>
   <source>How was it?</source>
   <translation>活动反馈</translation>
  </message>
  <message>
   <source>I agree</source>
   <translation>我同意</translation>
  </message>
  <message>
   <source>I cannot come</source>
   <translation>我不能来了</translation>
  </message>
  <message>
   <source>I do not agree</source>
   <translation>我不同意</translation>
  </message>
  <message>
   <source>I do not need help any more</source>
   <translation>不用协助了</translation>
  </message>
  <message>
   <source>If it is yours, show your member code, or sign in by your phone number.</source>
   <translation>如果是您的号码，请出示会员码，或用手机号登录。</translation>
  </message>
  <message>
   <source>In your own words, or leave it out. Only our headquarters reads it.</source>
   <translation>用自己的话说，也可以略过。只有总部会看到。</translation>
  </message>
  <message>
   <source>In your own words, or leave it out. Only the organizer reads it.</source>
   <translation>用您自己的话写，也可以不填。只有主办方看得到。</translation>
  </message>
  <message>
   <source>Invite friends</source>
   <translation>邀请好友</translation>
  </message>
  <message>
   <source>Invite your friends</source>
   <translation>邀请好友</translation>
  </message>
  <message>
   <source>Invited by</source>
   <translation>邀请人</translation>
  </message>
  <message>
   <source>Invited by {name}</source>
   <translation>邀请人：{name}</translation>
  </message>
  <message>
   <source>It comes out of the printer now.</source>
   <translation>正在打印，请稍候领取。</translation>
  </message>
  <message>
   <source>It is for whoever is no member yet.</source>
   <translation>这是给还不是会员的朋友用的。</translation>
  </message>
  <message>
   <source>It is yours!</source>
   <translation>兑换成功！</translation>
  </message>
  <message>
   <source>It may take a minute. If none comes, ask our staff for help.</source>
   <translation>可能要等一分钟。没收到的话，请店员协助。</translation>
  </message>
  <message>
   <source>It may take a minute. If none comes, have another one sent, or ask our staff for help.</source>
   <translation>可能要等一分钟。没收到的话，请再传一次，或请店员协助。</translation>
  </message>
  <message>
   <source>Join now</source>
   <translation>确认加入</translation>
  </message>
  <message>
   <source>Join the waiting list</source>
   <translation>登记候补</translation>
  </message>
  <message>
   <source>Larger letters and more</source>
   <translation>放大文字等设置</translation>
  </message>
  <message>
   <source>Leave it out</source>
   <translation>略过</translation>
  </message>
  <message numerus="yes">
   <source>Make up for %n day(s) ago</source>
   <translation>
    <numerusform>补签 %n 天前</numerusform>
   </translation>
  </message>
  <message>
   <source>Make up for yesterday</source>
   <translation>补签昨天</translation>
  </message>
  <message>
   <source>Members can hold up their code instead, and choose “Events”.</source>
   <translation>会员也可以出示会员码，再选“活动”。</translation>
  </message>
  <message>
   <source>More time</source>
   <translation>再给我一点时间</translation>
  </message>
  <message>
   <source>More time ({n} s)</source>
   <translation>再给我时间（{n} 秒）</translation>
  </message>
  <message>
   <source>My badges</source>
   <translation>我的徽章</translation>
  </message>
  <message>
   <source>My card number</source>
   <translation>输入卡号</translation>
  </message>
  <message>
   <source>My check-ins</source>
   <translation>我的签到</translation>
  </message>
  <message>
   <source>My consents</source>
   <translation>我的同意事项</translation>
  </message>
  <message>
   <source>My coupons</source>
   <translation>我的优惠券</translation>
  </message>
  <message>
   <source>My phone number</source>
   <translation>用手机号</translation>
  </message>
  <message>
   <source>My points</source>
   <translation>我的积分</translation>
  </message>
  <message>
   <source>My rewards</source>
   <translation>我的奖品</translation>
  </message>
  <message>
   <source>Name of a parent or guardian</source>
   <translation>家长或监护人姓名</translation>
  </message>
  <message>
   <source>Name, street and number, postcode, town</source>
   <translation>姓名、路名门牌、邮政编码、城市</translation>
  </message>
  <message>
   <source>No</source>
   <translation>否</translation>
  </message>
  <message>
   <source>No campaign looked at it.</source>
   <translation>没有活动适用。</translation>
  </message>
  <message>
   <source>No code can be sent at the moment: the network is down. Hold up the code in our app instead, or ask our staff at the checkout.</source>
   <translation>目前网络不通，无法传送验证码。请改出示 App 会员码，或到收银台请店员协助。</translation>
  </message>
  <message>
   <source>No friends yet: invite one!</source>
   <translation>还没有好友加入，快邀请一位！</translation>
  </message>
  <message>
   <source>No gifts yet: have a look at what there is to win.</source>
   <translation>还没有奖品，看看有什么可以拿。</translation>
  </message>
  <message>
   <source>No, I come</source>
   <translation>不，我会来</translation>
  </message>
  <message>
   <source>No, I stay</source>
   <translation>不，我要留下</translation>
  </message>
  <message>
   <source>No, end</source>
   <translation>不用了，结束</translation>
  </message>
  <message>
   <source>No, stay</source>
   <translation>不，留在这里</translation>
  </message>
  <message>
   <source>Nobody can sign up for it here any more. Our staff will gladly help.</source>
   <translation>这里已经不能报名了，请咨询店员。</translation>
  </message>
  <message>
   <source>Nobody invited me</source>
   <translation>没有人邀请</translation>
  </message>
  <message>
   <source>Nobody, I come alone</source>
   <translation>没有，就我一人</translation>
  </message>
  <message>
   <source>Nothing has happened here yet.</source>
   <translation>还没有任何纪录。</translation>
  </message>
  <message>
   <source>Nothing has moved here yet.</source>
   <translation>还没有积分纪录。</translation>
  </message>
  <message>
   <source>Offers now</source>
   <translation>正在优惠</translation>
  </message>
  <message>
   <source>On screens and papers it is shown in part only.</source>
   <translation>屏幕和纸本上只会显示一部分。</translation>
  </message>
  <message>
   <source>One moment, please</source>
   <translation>请稍候</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>请稍候…</translation>
  </message>
  <message>
   <source>Only our headquarters reads it, and deletes it whenever you ask.</source>
   <translation>只有总部看得到；您一要求，就会删除。</translation>
  </message>
  <message numerus="yes">
   <source>Otherwise all of yours is cleared from here in %n second(s).</source>
   <translation>
    <numerusform>否则 %n 秒后会清除您的所有信息。</numerusform>
   </translation>
  </message>
  <message>
   <source>Our staff are called: please wait here.</source>
   <translation>已通知店员，请在这里稍候。</translation>
  </message>
  <message>
   <source>Our staff at the checkout hand them to you: show your member code there.</source>
   <translation>请到收银台出示会员码，由店员交给您。</translation>
  </message>
  <message>
   <source>Parent or guardian</source>
   <translation>家长或监护人</translation>
  </message>
  <message>
   <source>Please ask our staff</source>
   <translation>请咨询店员</translation>
  </message>
  <message>
   <source>Please go to the checkout: our staff will gladly help.</source>
   <translation>请到收银台，店员很乐意协助。</translation>
  </message>
  <message>
   <source>Please open it anew in our app and hold it up, or choose another way.</source>
   <translation>请在 App 重新开启后再出示，或改用其他方式。</translation>
  </message>
  <message>
   <source>Points can be used once your phone number is proved.</source>
   <translation>手机验证后，积分才能使用。</translation>
  </message>
  <message>
   <source>Points mall</source>
   <translation>积分商城</translation>
  </message>
  <message>
   <source>Print a card for a friend</source>
   <translation>打印邀请卡</translation>
  </message>
  <message>
   <source>Print my welcome slip</source>
   <translation>打印迎新单</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>活动规则</translation>
  </message>
  <message>
   <source>Say your name at the door.</source>
   <translation>入场时报姓名即可。</translation>
  </message>
  <message>
   <source>See you on {when}.</source>
   <translation>{when}，期待您的光临。</translation>
  </message>
  <message>
   <source>See your points and coupons</source>
   <translation>查看积分和优惠券</translation>
  </message>
  <message>
   <source>Send a code to my phone</source>
   <translation>传验证码到我的手机</translation>
  </message>
  <message>
   <source>Send another code</source>
   <translation>再传一次</translation>
  </message>
  <message numerus="yes">
   <source>Send another code (in %n second(s))</source>
   <translation>
    <numerusform>再传一次（%n 秒后）</numerusform>
   </translation>
  </message>
  <message>
   <source>Show it at the checkout. Here, hold up your member code to see all you have.</source>
   <translation>请到收银台出示。在这里出示会员码，可以看到您的一切。</translation>
  </message>
  <message>
   <source>Show it to our staff at the checkout when it is done: they enter it for you.</source>
   <translation>完成后请到收银台给店员看，由店员登记。</translation>
  </message>
  <message>
   <source>Show your member code at the checkout: they are used by themselves.</source>
   <translation>到收银台出示会员码，系统会自动使用。</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>登录</translation>
  </message>
  <message>
   <source>Sign up</source>
   <translation>我要报名</translation>
  </message>
  <message>
   <source>Somebody else gets it, and it cannot be taken back. You can sign up anew.</source>
   <translation>名额会让给别人，无法收回；之后可以重新报名。</translation>
  </message>
  <message>
   <source>Something does not work here at the moment.</source>
   <translation>这里暂时有点问题。</translation>
  </message>
  <message>
   <source>Take a photo of it: it is your member code for some minutes. Card number {card}.</source>
   <translation>请拍照留存：这是您的会员码，几分钟内有效。卡号 {card}。</translation>
  </message>
  <message>
   <source>Take a picture of this code and show it at the door. Your name will do, too.</source>
   <translation>请拍下这个码，入场时出示；报姓名也可以。</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>撤回同意</translation>
  </message>
  <message>
   <source>Tap</source>
   <translation>点我</translation>
  </message>
  <message>
   <source>Tasks, badges</source>
   <translation>任务与徽章</translation>
  </message>
  <message>
   <source>Tell it to our staff at the checkout when you pay.</source>
   <translation>结账时请告诉店员。</translation>
  </message>
  <message>
   <source>Tell us</source>
   <translation>问卷评分</translation>
  </message>
  <message>
   <source>Thank you for telling us: somebody else can come. Your code is good no longer.</source>
   <translation>谢谢您告诉我们，名额会让给别人。您的码已失效。</translation>
  </message>
  <message>
   <source>Thank you for your answer!</source>
   <translation>谢谢您的回答！</translation>
  </message>
  <message>
   <source>That day counts now!</source>
   <translation>补签成功！</translation>
  </message>
  <message>
   <source>The code has six digits.</source>
   <translation>验证码是六位数字。</translation>
  </message>
  <message>
   <source>The network is down: nobody can be called from here. Press “End” first.</source>
   <translation>网络不通，无法在这里通知店员。离开前请先按“结束”。</translation>
  </message>
  <message>
   <source>The number on your card</source>
   <translation>会员卡上的号码</translation>
  </message>
  <message>
   <source>The organizer finds you by it at the door, and deletes it after the event.</source>
   <translation>主办方在入口核对用，活动后会删除。</translation>
  </message>
  <message>
   <source>The parent or guardian is the child’s</source>
   <translation>家长或监护人与孩子的关系</translation>
  </message>
  <message>
   <source>The printer has a problem: take a photo of the screen, or ask our staff.</source>
   <translation>打印机有问题，请拍下画面，或请店员协助。</translation>
  </message>
  <message>
   <source>The six digits that we sent to your phone</source>
   <translation>手机收到的六位数验证码</translation>
  </message>
  <message>
   <source>Their mobile number</source>
   <translation>家长的手机号</translation>
  </message>
  <message>
   <source>There is no printer here: please take a photo of the screen.</source>
   <translation>这里没有打印机，请拍下画面。</translation>
  </message>
  <message>
   <source>There is nothing at the moment.</source>
   <translation>目前没有。</translation>
  </message>
  <message>
   <source>This code cannot be used here</source>
   <translation>这个码在这里不能用</translation>
  </message>
  <message>
   <source>This is a code for a purchase</source>
   <translation>这是结账用的优惠码</translation>
  </message>
  <message>
   <source>This is a receipt</source>
   <translation>这是小票</translation>
  </message>
  <message>
   <source>This is an invitation</source>
   <translation>这是邀请码</translation>
  </message>
  <message>
   <source>This is no card number: please read it once more.</source>
   <translation>这不是卡号，请再看一次。</translation>
  </message>
  <message numerus="yes">
   <source>This is not the code. %n more tries.</source>
   <translation>
    <numerusform>验证码不对，还可试 %n 次。</numerusform>
   </translation>
  </message>
  <message>
   <source>This number is a member’s already</source>
   <translation>这个号码已经是会员</translation>
  </message>
  <message>
   <source>To my page</source>
   <translation>到我的页面</translation>
  </message>
  <message>
   <source>To see your points and coupons, hold up the code in our app, or have a code sent to your phone.</source>
   <translation>要看积分和优惠券，请出示 App 会员码，或传验证码到手机，证明是您本人。</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Touch to begin</source>
   <translation>点这里开始</translation>
  </message>
  <message>
   <source>Touch what you would like to know more about.</source>
   <translation>点一下，看详细原因。</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>再试一次</translation>
  </message>
  <message>
   <source>Until the event is closed you can answer again, here or on your phone.</source>
   <translation>活动结案之前，您可以在这里或用手机重新填写。</translation>
  </message>
  <message>
   <source>We send a code to it: so nobody else can see what is yours.</source>
   <translation>我们会传验证码到您的手机，别人就看不到您的内容。</translation>
  </message>
  <message>
   <source>We send it to you</source>
   <translation>我们会寄给您</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>欢迎</translation>
  </message>
  <message>
   <source>Welcome!</source>
   <translation>欢迎加入！</translation>
  </message>
  <message>
   <source>What there is for you</source>
   <translation>您可以得到</translation>
  </message>
  <message>
   <source>What was confirmed is kept. Try again, or ask our staff: they see this code.</source>
   <translation>已确认的都有保存。请再试一次，或请店员看这个代码。</translation>
  </message>
  <message>
   <source>What would you like to tell us?</source>
   <translation>有什么想告诉我们的吗？</translation>
  </message>
  <message>
   <source>Where shall we send it?</source>
   <translation>要寄到哪里？</translation>
  </message>
  <message>
   <source>Which language?</source>
   <translation>请选择语言</translation>
  </message>
  <message>
   <source>Which session do you come to?</source>
   <translation>您要参加哪一场？</translation>
  </message>
  <message>
   <source>Who are you?</source>
   <translation>请出示会员码</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>为什么？</translation>
  </message>
  <message>
   <source>Without a code:</source>
   <translation>没有会员码？</translation>
  </message>
  <message>
   <source>Without the code your points wait until your phone is proved.</source>
   <translation>不输入验证码也可以，但积分要等手机验证后才能用。</translation>
  </message>
  <message>
   <source>Without this consent nobody can be a member: points and coupons end, data are erased.</source>
   <translation>没有这项同意就不能是会员：积分和优惠券会失效，个人信息会删除。</translation>
  </message>
  <message>
   <source>Without this consent nobody can be a member: we may not keep your phone number.</source>
   <translation>没有这项同意就不能加入会员，因为我们不能留存您的号码。</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>Yes, I cannot come</source>
   <translation>是，我不能来</translation>
  </message>
  <message>
   <source>Yes, change</source>
   <translation>好，换人</translation>
  </message>
  <message>
   <source>Yes, end it</source>
   <translation>是，结束</translation>
  </message>
  <message>
   <source>Yes, more time</source>
   <translation>在，再给我时间</translation>
  </message>
  <message>
   <source>You are checked in for today!</source>
   <translation>今日签到成功！</translation>
  </message>
  <message>
   <source>You are off the list</source>
   <translation>已取消报名</translation>
  </message>
  <message>
   <source>You are on the list for now</source>
   <translation>已暂时登记</translation>
  </message>
  <message>
   <source>You are on the list!</source>
   <translation>报名成功！</translation>
  </message>
  <message>
   <source>You are on the waiting list</source>
   <translation>已登记候补</translation>
  </message>
  <message>
   <source>You are taken off the waiting list.</source>
   <translation>您将不在候补名单上。</translation>
  </message>
  <message>
   <source>You can sign up here; nobody has to be a member.</source>
   <translation>可以直接在这里报名，不是会员也可以。</translation>
  </message>
  <message>
   <source>You find it under “My rewards” until it has arrived.</source>
   <translation>寄达以前，在“我的奖品”里都看得到。</translation>
  </message>
  <message>
   <source>You get: {gifts}</source>
   <translation>可得：{gifts}</translation>
  </message>
  <message numerus="yes">
   <source>You have %n make-up card(s).</source>
   <translation>
    <numerusform>您有 %n 张补签卡。</numerusform>
   </translation>
  </message>
  <message>
   <source>You have answered already. Another answer takes its place.</source>
   <translation>您已经填过。再填一次会取代原来的回答。</translation>
  </message>
  <message>
   <source>You have no coupons at the moment.</source>
   <translation>目前没有优惠券。</translation>
  </message>
  <message>
   <source>You have {n} points.</source>
   <translation>您有 {n} 积分。</translation>
  </message>
  <message>
   <source>Your birthday, if you like: which day?</source>
   <translation>生日（可略过）：几号？</translation>
  </message>
  <message>
   <source>Your birthday, if you like: which month?</source>
   <translation>生日（可略过）：几月？</translation>
  </message>
  <message>
   <source>Your code</source>
   <translation>输入验证码</translation>
  </message>
  <message>
   <source>Your code is in our app, on your welcome slip, or on your card.</source>
   <translation>会员码在 App 里、迎新单上，或会员卡上。</translation>
  </message>
  <message>
   <source>Your e-mail address, if you like</source>
   <translation>电子邮件（可略过）</translation>
  </message>
  <message>
   <source>Your friend</source>
   <translation>您的好友</translation>
  </message>
  <message>
   <source>Your friend’s mobile number</source>
   <translation>好友的手机号</translation>
  </message>
  <message>
   <source>Your mobile number</source>
   <translation>您的手机号</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>您的姓名</translation>
  </message>
  <message>
   <source>Your place at this event was cancelled.</source>
   <translation>您在这场活动的名额已取消。</translation>
  </message>
  <message>
   <source>Your points, coupons and gifts: have a look.</source>
   <translation>您的积分、优惠券和奖品，都在这里。</translation>
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
   <translation>名额已满</translation>
  </message>
  <message>
   <source>all taken; you can wait for one</source>
   <translation>名额已满，可登记候补</translation>
  </message>
  <message>
   <source>as you like</source>
   <translation>可选</translation>
  </message>
  <message>
   <source>ask our staff</source>
   <translation>请咨询店员</translation>
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
   <translation>已签到</translation>
  </message>
  <message>
   <source>choose one</source>
   <translation>请选一样</translation>
  </message>
  <message>
   <source>father</source>
   <translation>父亲</translation>
  </message>
  <message>
   <source>fetch it here</source>
   <translation>在本店领取</translation>
  </message>
  <message>
   <source>fetch it, or have it sent</source>
   <translation>领取或寄送</translation>
  </message>
  <message>
   <source>for both of you</source>
   <translation>双方都有奖励</translation>
  </message>
  <message>
   <source>from {day}</source>
   <translation>{day}起</translation>
  </message>
  <message>
   <source>good until {day}</source>
   <translation>有效至 {day}</translation>
  </message>
  <message>
   <source>got it, or not</source>
   <translation>为什么有、没有</translation>
  </message>
  <message>
   <source>guardian</source>
   <translation>监护人</translation>
  </message>
  <message>
   <source>in and out</source>
   <translation>收支明细</translation>
  </message>
  <message>
   <source>is sent</source>
   <translation>总部寄出</translation>
  </message>
  <message>
   <source>mother</source>
   <translation>母亲</translation>
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
   <translation>这次没有</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>已寄出</translation>
  </message>
  <message>
   <source>on the list</source>
   <translation>已报名</translation>
  </message>
  <message>
   <source>on the list for now</source>
   <translation>暂时登记</translation>
  </message>
  <message numerus="yes">
   <source>one runs out in %n day(s)</source>
   <translation>
    <numerusform>有 1 张 %n 天后到期</numerusform>
   </translation>
  </message>
  <message>
   <source>one runs out today</source>
   <translation>有 1 张今天到期</translation>
  </message>
  <message>
   <source>paid {money} on {day}</source>
   <translation>{day} 付了 {money}</translation>
  </message>
  <message>
   <source>ran out</source>
   <translation>已过期</translation>
  </message>
  <message>
   <source>read, or take back</source>
   <translation>查看或撤回</translation>
  </message>
  <message>
   <source>received</source>
   <translation>已领取</translation>
  </message>
  <message>
   <source>since {time}</source>
   <translation>{time} 起</translation>
  </message>
  <message>
   <source>the next ones go there</source>
   <translation>新积分会先补上</translation>
  </message>
  <message>
   <source>time is over</source>
   <translation>逾期</translation>
  </message>
  <message>
   <source>today is its last day</source>
   <translation>今天最后一天</translation>
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
   <translation>候补中</translation>
  </message>
  <message>
   <source>went on</source>
   <translation>已递补</translation>
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
    <numerusform>未满 %n 岁</numerusform>
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
   <translation>{name} 正在过来。</translation>
  </message>
  <message>
   <source>{name} is told that you joined.</source>
   <translation>{name} 会知道您加入了。</translation>
  </message>
  <message>
   <source>{name}, you are a member now</source>
   <translation>{name}，您已经是会员了</translation>
  </message>
  <message>
   <source>{name}: our staff at the checkout hand it to you.</source>
   <translation>{name}：请到收银台领取。</translation>
  </message>
  <message>
   <source>{n} more can be used later.</source>
   <translation>另有 {n} 分稍后可用。</translation>
  </message>
  <message>
   <source>{n} of 5</source>
   <translation>5 分中的 {n} 分</translation>
  </message>
  <message>
   <source>{n} of them are good until {day}.</source>
   <translation>其中 {n} 积分有效至 {day}。</translation>
  </message>
  <message>
   <source>{n} of {most}</source>
   <translation>{n} 分（满分 {most} 分）</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} 积分</numerusform>
   </translation>
  </message>
  <message>
   <source>{price}; {n} stay with you afterwards</source>
   <translation>{price}，兑换后剩 {n}</translation>
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
   <translation>关闭</translation>
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
   <translation>摄像头、扫码枪都行，不用先点击</translation>
  </message>
  <message>
   <source>Find member</source>
   <translation>查会员</translation>
  </message>
  <message>
   <source>For this member</source>
   <translation>会员服务</translation>
  </message>
  <message>
   <source>New member</source>
   <translation>新会员</translation>
  </message>
  <message>
   <source>No sale on this terminal yet today.</source>
   <translation>这台终端今天还没有交易。</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>最近</translation>
  </message>
  <message>
   <source>Scan a member code or coupon</source>
   <translation>扫描会员码或优惠券</translation>
  </message>
  <message>
   <source>Shows the receipt</source>
   <translation>显示小票</translation>
  </message>
  <message>
   <source>Void last sale</source>
   <translation>撤销上一笔</translation>
  </message>
  <message>
   <source>voided</source>
   <translation>已撤销</translation>
  </message>
 </context>
 <context>
  <name>SignIn</name>
  <message numerus="yes">
   <source>%n digit(s) of the PIN</source>
   <translation>
    <numerusform>已输入 PIN %n 位</numerusform>
   </translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>批准</translation>
  </message>
  <message>
   <source>Checking…</source>
   <translation>核对中…</translation>
  </message>
  <message>
   <source>Choose your name</source>
   <translation>请选择姓名</translation>
  </message>
  <message>
   <source>HQ changed what {name} may do here. The sale under way is kept.</source>
   <translation>总部更改了 {name} 在这里的权限。未完成的交易已保留。</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>已锁定</translation>
  </message>
  <message>
   <source>No manager is on this store’s staff list.</source>
   <translation>本店名单上没有主管，请联系总部。</translation>
  </message>
  <message>
   <source>Nobody else is on this store’s staff list.</source>
   <translation>本店名单上没有其他人员。</translation>
  </message>
  <message>
   <source>Nobody may sign in here yet. HQ sends the list as soon as it is reached.</source>
   <translation>还没有可登录的人员。连上总部后会自动收到名单。</translation>
  </message>
  <message>
   <source>Or scan your staff badge.</source>
   <translation>或扫描工牌。</translation>
  </message>
  <message>
   <source>PIN of {name}</source>
   <translation>{name} 的 PIN 码</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>登录</translation>
  </message>
  <message>
   <source>Sign in first: scan your staff badge or key in your PIN.</source>
   <translation>请先登录：扫工牌或输入 PIN 码。</translation>
  </message>
  <message>
   <source>Too many wrong PINs. Try again in {time}.</source>
   <translation>PIN 码错太多次，{time}后再试。</translation>
  </message>
  <message>
   <source>Who are you?</source>
   <translation>你是哪位？</translation>
  </message>
  <message>
   <source>Who stands by?</source>
   <translation>哪位主管在场？</translation>
  </message>
  <message>
   <source>wait {time}</source>
   <translation>请等 {time}</translation>
  </message>
  <message>
   <source>{name} may not use “{station}”. A manager can, or can change the station.</source>
   <translation>{name}不能使用“{station}”。主管可以，也可以更换用途。</translation>
  </message>
  <message>
   <source>{name} was here last. The sale under way is kept for them.</source>
   <translation>刚才是 {name}。未完成的交易为其保留。</translation>
  </message>
 </context>
 <context>
  <name>Slips</name>
  <message numerus="yes">
   <source>%n slip(s) keyed in.</source>
   <translation>
    <numerusform>已补录 %n 张。</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n slip(s) of this book are still out.</source>
   <translation>
    <numerusform>这一本还有 %n 张在外。</numerusform>
   </translation>
  </message>
  <message>
   <source>All that is out can still cost {worst} at most.</source>
   <translation>所有在外的单最多还会折去 {worst}。</translation>
  </message>
  <message>
   <source>Amount written</source>
   <translation>单上金额</translation>
  </message>
  <message>
   <source>Book this slip</source>
   <translation>补录这一张</translation>
  </message>
  <message>
   <source>Books</source>
   <translation>单本</translation>
  </message>
  <message>
   <source>Books of paper slips</source>
   <translation>人工核销单本</translation>
  </message>
  <message>
   <source>Books of slips are a manager’s: printing, numbers that are unused or lost.</source>
   <translation>核销单本由主管处理：打印、未使用或遗失的编号。</translation>
  </message>
  <message>
   <source>Card or phone</source>
   <translation>卡号或电话</translation>
  </message>
  <message>
   <source>Coupon</source>
   <translation>优惠券</translation>
  </message>
  <message>
   <source>Day written</source>
   <translation>单上日期</translation>
  </message>
  <message>
   <source>Forms</source>
   <translation>登记表</translation>
  </message>
  <message>
   <source>From number</source>
   <translation>起始编号</translation>
  </message>
  <message>
   <source>If it stood for one</source>
   <translation>代替优惠券时填</translation>
  </message>
  <message>
   <source>Key in paper slips</source>
   <translation>补录人工核销单</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>遗失</translation>
  </message>
  <message>
   <source>Make: {name}, up to {left}</source>
   <translation>制作：{name}，最多 {left} 张</translation>
  </message>
  <message>
   <source>Member</source>
   <translation>会员</translation>
  </message>
  <message>
   <source>New book: slips</source>
   <translation>新的一本：张数</translation>
  </message>
  <message>
   <source>No book can be made here now</source>
   <translation>目前这里无法制作</translation>
  </message>
  <message>
   <source>No book of slips is known here. HQ makes one for the store.</source>
   <translation>这里没有任何核销单本。由总部为门店制作。</translation>
  </message>
  <message>
   <source>Number or name</source>
   <translation>编号或姓名</translation>
  </message>
  <message>
   <source>Only HQ makes books</source>
   <translation>只有总部能制作</translation>
  </message>
  <message>
   <source>Print as PDF</source>
   <translation>打印成 PDF</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>记录中…</translation>
  </message>
  <message>
   <source>Scan its code, or its number with the last digit</source>
   <translation>扫描二维码，或输入编号含最后一码</translation>
  </message>
  <message>
   <source>Scan the slip, key in time and amount as written, Enter. Day and clerk stay.</source>
   <translation>扫描核销单，照单上输入时间与金额，按 Enter。日期与店员会保留。</translation>
  </message>
  <message>
   <source>Slip</source>
   <translation>核销单</translation>
  </message>
  <message>
   <source>Stop ({done} of {all})</source>
   <translation>停止（{done} / {all}）</translation>
  </message>
  <message>
   <source>Stopped: there is no file.</source>
   <translation>已停止，没有产生文件。</translation>
  </message>
  <message>
   <source>The book could not be saved. Check the folder and the disk.</source>
   <translation>单本无法保存，请检查文件夹与磁盘。</translation>
  </message>
  <message>
   <source>The book is in {file}.</source>
   <translation>单本已存成 {file}。</translation>
  </message>
  <message>
   <source>Time written</source>
   <translation>单上时间</translation>
  </message>
  <message>
   <source>To number</source>
   <translation>结束编号</translation>
  </message>
  <message>
   <source>Unused</source>
   <translation>未使用</translation>
  </message>
  <message>
   <source>What amount is written on it? Digits and a point only.</source>
   <translation>单上写的金额是多少？只能有数字与小数点。</translation>
  </message>
  <message>
   <source>What day is written on it? Such as 29, 11/29 or 2026-11-29.</source>
   <translation>单上写的是哪一天？例如 29、11/29 或 2026-11-29。</translation>
  </message>
  <message>
   <source>What time is written on it? Four digits, such as 1432.</source>
   <translation>单上写的是几点？四位数，例如 1432。</translation>
  </message>
  <message>
   <source>Which slip? Scan its code, or key in its number.</source>
   <translation>是哪一张？请扫描二维码或输入编号。</translation>
  </message>
  <message>
   <source>Who wrote it? Their number, or enough of their name.</source>
   <translation>是谁写的？请输入编号，或姓名的一部分。</translation>
  </message>
  <message>
   <source>Written by</source>
   <translation>开单店员</translation>
  </message>
  <message>
   <source>good through {day}</source>
   <translation>有效至 {day}</translation>
  </message>
  <message>
   <source>{code} · {time} · {amount}, paid {total}</source>
   <translation>{code} · {time} · {amount}，实付 {total}</translation>
  </message>
  <message>
   <source>{used} used, {unused} unused, {lost} lost, {open} out</source>
   <translation>已用 {used}、未使用 {unused}、遗失 {lost}、在外 {open}</translation>
  </message>
 </context>
 <context>
  <name>Stage</name>
  <message numerus="yes">
   <source>%n person(s)</source>
   <translation>
    <numerusform>%n 位来宾</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n ticket(s)</source>
   <translation>
    <numerusform>%n 张抽奖券</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n winner(s)</source>
   <translation>
    <numerusform>%n 位得奖者</numerusform>
   </translation>
  </message>
  <message>
   <source>, </source>
   <translation>，</translation>
  </message>
  <message>
   <source>A guest</source>
   <translation>来宾</translation>
  </message>
  <message>
   <source>A number that nobody in the world can know beforehand decides. It is round {round} of the beacon.</source>
   <translation>由一个世上无人能预知的数字决定：公开信标第 {round} 轮。</translation>
  </message>
  <message>
   <source>A warm welcome to our guest of honour</source>
   <translation>欢迎贵宾莅临</translation>
  </message>
  <message>
   <source>Anyone can check.</source>
   <translation>谁都能验算。</translation>
  </message>
  <message>
   <source>Arrivals</source>
   <translation>到场</translation>
  </message>
  <message>
   <source>Chance came from round {round} of the public beacon, which did not exist then.</source>
   <translation>种子来自公开信标第 {round} 轮，那时还不存在。</translation>
  </message>
  <message>
   <source>Chance came from {n} dice that you threw, and from sealed envelopes opened last.</source>
   <translation>种子来自各位掷的 {n} 颗骰子，和最后才拆开的密封信封。</translation>
  </message>
  <message>
   <source>Chance comes from dice that you throw, and from sealed envelopes opened last.</source>
   <translation>种子来自各位掷的骰子，和最后才拆开的密封信封。</translation>
  </message>
  <message>
   <source>Chance comes from round {round} of a beacon that is not the public one.</source>
   <translation>种子来自第 {round} 轮，但这不是公开信标。</translation>
  </message>
  <message>
   <source>Chance will come from round {round} of the public beacon, which does not exist yet.</source>
   <translation>种子将来自公开信标第 {round} 轮，现在还不存在。</translation>
  </message>
  <message>
   <source>Dear guest</source>
   <translation>贵宾</translation>
  </message>
  <message>
   <source>Each prize lay on a tape that was sealed and published before the first turn.</source>
   <translation>所有奖品的顺序在第一转之前就已密封，指纹也已公布。</translation>
  </message>
  <message>
   <source>Envelope of {name}: {state}</source>
   <translation>{name}的信封：{state}</translation>
  </message>
  <message>
   <source>Fingerprint of the list</source>
   <translation>名单指纹</translation>
  </message>
  <message>
   <source>It takes other chance than the draw, and nobody wins anything.</source>
   <translation>彩排用别的随机数，没有人会得奖。</translation>
  </message>
  <message>
   <source>Its fingerprint</source>
   <translation>名单指纹</translation>
  </message>
  <message>
   <source>Next on the list of alternates, as it was drawn</source>
   <translation>依抽出的顺序，由下一位候补递补</translation>
  </message>
  <message>
   <source>No entrant was left for this prize.</source>
   <translation>这个奖品已没有参加者可抽。</translation>
  </message>
  <message>
   <source>Nobody has won yet. Good luck!</source>
   <translation>还没有人得奖，祝您好运！</translation>
  </message>
  <message>
   <source>Nobody has won. It stays on the public list, as void.</source>
   <translation>没有人得奖。它会以“作废”留在公开纪录中。</translation>
  </message>
  <message>
   <source>Nobody is left on the list of alternates.</source>
   <translation>候补名单已经用完。</translation>
  </message>
  <message>
   <source>Photos of our guests</source>
   <translation>来宾照片墙</translation>
  </message>
  <message>
   <source>Prize draw</source>
   <translation>抽奖</translation>
  </message>
  <message>
   <source>Prize {n} of {all}</source>
   <translation>第 {n} 项奖品，共 {all} 项</translation>
  </message>
  <message>
   <source>Programme</source>
   <translation>节目</translation>
  </message>
  <message>
   <source>REHEARSAL</source>
   <translation>彩排</translation>
  </message>
  <message>
   <source>REHEARSAL · Nothing here counts, and nobody wins anything</source>
   <translation>彩排 · 一切都不算数，没有人会得奖</translation>
  </message>
  <message>
   <source>Scan the code and work it out again on your own phone.</source>
   <translation>扫右边的码，用你自己的手机重算一次。</translation>
  </message>
  <message>
   <source>Seat {seat}</source>
   <translation>座位 {seat}</translation>
  </message>
  <message>
   <source>Send yours, and vote: on your ticket’s page</source>
   <translation>在手机的门票页上传照片、投票</translation>
  </message>
  <message>
   <source>Send yours: on your ticket’s page</source>
   <translation>在手机的门票页上传照片</translation>
  </message>
  <message>
   <source>Signed by {names}</source>
   <translation>签署：{names}</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>舞台</translation>
  </message>
  <message>
   <source>The doors are open. Who comes first?</source>
   <translation>大门已开，谁会第一个到？</translation>
  </message>
  <message>
   <source>The draw begins in</source>
   <translation>距离抽奖还有</translation>
  </message>
  <message>
   <source>The list is fixed</source>
   <translation>名单已公布，不再更改</translation>
  </message>
  <message>
   <source>The list is fixed, version {n}</source>
   <translation>名单已公布，第 {n} 版</translation>
  </message>
  <message>
   <source>The list is frozen</source>
   <translation>名单已冻结</translation>
  </message>
  <message>
   <source>The list is published before the draw, and cannot be changed after that.</source>
   <translation>名单在抽奖前公布，之后不能更改。</translation>
  </message>
  <message>
   <source>The list was published at {time}.</source>
   <translation>名单 {time} 已公布。</translation>
  </message>
  <message>
   <source>The programme is announced here.</source>
   <translation>节目将在这里公布。</translation>
  </message>
  <message>
   <source>The winners</source>
   <translation>得奖名单</translation>
  </message>
  <message>
   <source>This beacon is not the public one. It is round {round} of it that decides.</source>
   <translation>这不是公开信标。由它的第 {round} 轮决定。</translation>
  </message>
  <message>
   <source>This draw is void</source>
   <translation>这场抽奖作废</translation>
  </message>
  <message>
   <source>This is a rehearsal.</source>
   <translation>这是彩排。</translation>
  </message>
  <message>
   <source>Throw the dice: {n} of {need}</source>
   <translation>请掷骰子：{n} / {need}</translation>
  </message>
  <message>
   <source>Ticket {number}</source>
   <translation>券号 {number}</translation>
  </message>
  <message>
   <source>Waiting for the beacon’s number</source>
   <translation>等待信标的数字</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>欢迎</translation>
  </message>
  <message>
   <source>Who sends the first photo?</source>
   <translation>谁来上传第一张照片？</translation>
  </message>
  <message>
   <source>With thanks to</source>
   <translation>特别感谢</translation>
  </message>
  <message>
   <source>Won at the wheel</source>
   <translation>转盘得奖名单</translation>
  </message>
  <message numerus="yes">
   <source>and %n more on the board</source>
   <translation>
    <numerusform>另有 %n 位在得奖名单上</numerusform>
   </translation>
  </message>
  <message>
   <source>and {count} with you</source>
   <translation>同行 {count} 位</translation>
  </message>
  <message numerus="yes">
   <source>are here</source>
   <translation>
    <numerusform>位已到场</numerusform>
   </translation>
  </message>
  <message>
   <source>gave the prize up</source>
   <translation>放弃领奖</translation>
  </message>
  <message>
   <source>may not take part</source>
   <translation>不符合资格</translation>
  </message>
  <message>
   <source>not here</source>
   <translation>未到场</translation>
  </message>
  <message>
   <source>now</source>
   <translation>进行中</translation>
  </message>
  <message numerus="yes">
   <source>of {expected} are here</source>
   <translation>
    <numerusform>位已到，应到 {expected} 位</numerusform>
   </translation>
  </message>
  <message>
   <source>opened</source>
   <translation>已拆开</translation>
  </message>
  <message>
   <source>sealed</source>
   <translation>密封中</translation>
  </message>
  <message>
   <source>{n} dice thrown. Now the envelopes are opened.</source>
   <translation>已掷 {n} 颗骰子，现在拆信封。</translation>
  </message>
  <message>
   <source>{prize} (continued)</source>
   <translation>{prize}（续）</translation>
  </message>
 </context>
 <context>
  <name>StageDesk</name>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n 分钟</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more die(s)</source>
   <translation>
    <numerusform>还要 %n 颗骰子</numerusform>
   </translation>
  </message>
  <message>
   <source>64 digits</source>
   <translation>64 个字符</translation>
  </message>
  <message>
   <source>64 digits, or scan</source>
   <translation>64 个字符，或用扫的</translation>
  </message>
  <message>
   <source>96 digits, or scan</source>
   <translation>96 个字符，或用扫的</translation>
  </message>
  <message>
   <source>A moment …</source>
   <translation>请稍候…</translation>
  </message>
  <message>
   <source>A new draw</source>
   <translation>新抽奖</translation>
  </message>
  <message>
   <source>A prize</source>
   <translation>一项奖品</translation>
  </message>
  <message>
   <source>All winners are shown</source>
   <translation>得奖者已全部公布</translation>
  </message>
  <message>
   <source>Alternates</source>
   <translation>候补人数</translation>
  </message>
  <message>
   <source>An envelope is missing</source>
   <translation>缺一个信封</translation>
  </message>
  <message>
   <source>At once</source>
   <translation>一次揭晓</translation>
  </message>
  <message>
   <source>Board</source>
   <translation>得奖名单</translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>作废</translation>
  </message>
  <message>
   <source>Call the draw off?</source>
   <translation>这场要作废吗？</translation>
  </message>
  <message>
   <source>Chance</source>
   <translation>种子来源</translation>
  </message>
  <message>
   <source>Commitment of the envelope of {name}</source>
   <translation>{name}信封的承诺值</translation>
  </message>
  <message>
   <source>Correct the list</source>
   <translation>更正名单</translation>
  </message>
  <message>
   <source>Dice and envelopes</source>
   <translation>骰子和信封</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>抽奖</translation>
  </message>
  <message>
   <source>Drawn: show the winners</source>
   <translation>已抽出：公布得奖者</translation>
  </message>
  <message>
   <source>Draws</source>
   <translation>抽奖场次</translation>
  </message>
  <message>
   <source>Each press shows what comes next, in the announced order.</source>
   <translation>每按一次，就依公布的顺序往下揭晓。</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>活动</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Everything is there: draw</source>
   <translation>数据齐了：可以抽奖</translation>
  </message>
  <message>
   <source>First signature</source>
   <translation>第一位签核</translation>
  </message>
  <message>
   <source>Freeze the list</source>
   <translation>冻结名单</translation>
  </message>
  <message numerus="yes">
   <source>Freezing takes about %n second(s).</source>
   <translation>
    <numerusform>冻结约需 %n 秒。</numerusform>
   </translation>
  </message>
  <message>
   <source>Gives the prize up</source>
   <translation>放弃领奖</translation>
  </message>
  <message>
   <source>HQ</source>
   <translation>总部</translation>
  </message>
  <message>
   <source>HQ’s list is fetched</source>
   <translation>正在取得总部的名单</translation>
  </message>
  <message>
   <source>In the envelope of {name}</source>
   <translation>{name}信封的内容</translation>
  </message>
  <message>
   <source>Into the envelope</source>
   <translation>放进信封</translation>
  </message>
  <message>
   <source>It is in the envelope</source>
   <translation>已放进信封</translation>
  </message>
  <message>
   <source>It stays listed. A new list can be frozen.</source>
   <translation>纪录会保留。可以重新冻结名单。</translation>
  </message>
  <message>
   <source>It stays on the public list, as void. Two people sign.</source>
   <translation>它会以“作废”留在公开纪录中。需要两个人签核。</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Let them come to rest</source>
   <translation>停下来</translation>
  </message>
  <message>
   <source>List from a file</source>
   <translation>从文件读名单</translation>
  </message>
  <message>
   <source>List of people</source>
   <translation>名单</translation>
  </message>
  <message>
   <source>Make one</source>
   <translation>产生一个</translation>
  </message>
  <message>
   <source>May not take part</source>
   <translation>不符合资格</translation>
  </message>
  <message>
   <source>More dice may be thrown until the first envelope is open. Scan or type what is in each.</source>
   <translation>拆开第一个信封前，还可以再掷骰子。请扫描或输入每个信封的内容。</translation>
  </message>
  <message>
   <source>Name and phone, masked</source>
   <translation>遮蔽姓名电话</translation>
  </message>
  <message>
   <source>Name, masked</source>
   <translation>遮蔽姓名</translation>
  </message>
  <message>
   <source>Name, tickets</source>
   <translation>姓名，券数</translation>
  </message>
  <message>
   <source>New draw</source>
   <translation>新抽奖</translation>
  </message>
  <message>
   <source>Next: {prize}</source>
   <translation>下一项：{prize}</translation>
  </message>
  <message>
   <source>No draw has been held here yet. Begin with a rehearsal.</source>
   <translation>这里还没有抽过奖。请先彩排一次。</translation>
  </message>
  <message>
   <source>Nobody is left</source>
   <translation>已无候补</translation>
  </message>
  <message>
   <source>Not here</source>
   <translation>未到场</translation>
  </message>
  <message>
   <source>One winner</source>
   <translation>一位得奖者</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>拆开</translation>
  </message>
  <message>
   <source>Open the envelopes</source>
   <translation>拆信封</translation>
  </message>
  <message>
   <source>People, one a line; or a file</source>
   <translation>参加者，一行一位；或读文件</translation>
  </message>
  <message>
   <source>Prizes in the order drawn, one a line</source>
   <translation>奖品，依抽出顺序，一行一项</translation>
  </message>
  <message>
   <source>Public beacon</source>
   <translation>公开信标</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>公布</translation>
  </message>
  <message>
   <source>Publish it by {time}. A witness may sign, too: type their name.</source>
   <translation>请在 {time} 前公布。见证人也可以签署：输入姓名。</translation>
  </message>
  <message>
   <source>Published within</source>
   <translation>公布期限</translation>
  </message>
  <message>
   <source>Published: the audience throws dice</source>
   <translation>已公布：请观众掷骰子</translation>
  </message>
  <message>
   <source>Published: wait for the beacon</source>
   <translation>已公布：等待信标</translation>
  </message>
  <message>
   <source>REHEARSAL: nothing here counts</source>
   <translation>彩排：一切都不算数</translation>
  </message>
  <message>
   <source>Rehearsal</source>
   <translation>彩排</translation>
  </message>
  <message>
   <source>Round {round} comes out at {time}. HQ’s number is taken by itself; without a network here, scan or type it from a phone.</source>
   <translation>第 {round} 轮在 {time} 公布。总部的数字会自动带入；这里没有网络时，请扫描或输入手机上的数字。</translation>
  </message>
  <message>
   <source>Save the file for everybody</source>
   <translation>保存验算档</translation>
  </message>
  <message>
   <source>Saved: {file}. Whoever wants to check the draw needs only this file.</source>
   <translation>已保存：{file}。想验算的人只需要这个文件。</translation>
  </message>
  <message>
   <source>Second signature, by somebody else</source>
   <translation>第二位签核，须为另一人</translation>
  </message>
  <message>
   <source>Show all winners</source>
   <translation>揭晓所有得奖者</translation>
  </message>
  <message>
   <source>Show the clock</source>
   <translation>显示倒数</translation>
  </message>
  <message>
   <source>Show the dice</source>
   <translation>显示骰子</translation>
  </message>
  <message>
   <source>Show the list</source>
   <translation>显示名单指纹</translation>
  </message>
  <message>
   <source>Show the next winner</source>
   <translation>揭晓下一位</translation>
  </message>
  <message>
   <source>Show the winners</source>
   <translation>揭晓得奖者</translation>
  </message>
  <message>
   <source>Speaker 2</source>
   <translation>音箱 2</translation>
  </message>
  <message>
   <source>Stop, and keep nothing of it</source>
   <translation>停止，不保留任何内容</translation>
  </message>
  <message>
   <source>Take this number</source>
   <translation>采用这个数字</translation>
  </message>
  <message>
   <source>The beacon’s number from a phone</source>
   <translation>手机上的信标数字</translation>
  </message>
  <message>
   <source>The corrected list</source>
   <translation>更正后的名单</translation>
  </message>
  <message>
   <source>The draw is over</source>
   <translation>抽奖结束</translation>
  </message>
  <message>
   <source>The draw was called off</source>
   <translation>抽奖取消</translation>
  </message>
  <message>
   <source>The file could not be saved. Check the folder and the disk.</source>
   <translation>文件无法保存。请检查数据夹和磁碟。</translation>
  </message>
  <message>
   <source>The file that everybody can check can be saved again.</source>
   <translation>大家都能验算的文件可以再存一次。</translation>
  </message>
  <message>
   <source>The law asks for it</source>
   <translation>依法令要求</translation>
  </message>
  <message>
   <source>The list is being frozen</source>
   <translation>正在冻结名单</translation>
  </message>
  <message>
   <source>The list is being read</source>
   <translation>正在读取名单</translation>
  </message>
  <message>
   <source>The list is frozen</source>
   <translation>名单已冻结</translation>
  </message>
  <message>
   <source>The list was published too late</source>
   <translation>名单公布太晚</translation>
  </message>
  <message>
   <source>The list was wrong</source>
   <translation>名单有误</translation>
  </message>
  <message>
   <source>The notice could not be saved. Check the folder and the disk.</source>
   <translation>公告无法保存。请检查文件夹与磁盘。</translation>
  </message>
  <message>
   <source>The notice goes to {printer}.</source>
   <translation>公告送到{printer}打印。</translation>
  </message>
  <message>
   <source>The notice is saved: {path}</source>
   <translation>公告已保存：{path}</translation>
  </message>
  <message>
   <source>The notice waits for {printer}: {trouble}. {do}</source>
   <translation>公告等待{printer}：{trouble}。{do}</translation>
  </message>
  <message>
   <source>The prizes were wrong</source>
   <translation>奖品有误</translation>
  </message>
  <message>
   <source>The real draw</source>
   <translation>正式抽奖</translation>
  </message>
  <message>
   <source>The result follows from list and chance. Nobody can choose it.</source>
   <translation>结果由名单和种子决定，没有人能挑选。</translation>
  </message>
  <message>
   <source>The room sees</source>
   <translation>现场看到</translation>
  </message>
  <message>
   <source>The rules were wrong</source>
   <translation>规则有误</translation>
  </message>
  <message>
   <source>The second screen is gone. Nothing is lost: plug it in, or press F11.</source>
   <translation>第二个屏幕不见了。什么都没有遗失：请重新接上，或按 F11。</translation>
  </message>
  <message>
   <source>This draw is void</source>
   <translation>这场抽奖作废</translation>
  </message>
  <message>
   <source>Ticket numbers only</source>
   <translation>只显示券号</translation>
  </message>
  <message>
   <source>Title of the draw</source>
   <translation>抽奖名称</translation>
  </message>
  <message>
   <source>Type what each die shows: {n} of at least {need}. Backspace undoes the last.</source>
   <translation>请输入每颗骰子的数字：至少 {need} 颗，已掷 {n} 颗。按退格可取消最后一颗。</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>取消一颗</translation>
  </message>
  <message>
   <source>What the room sees</source>
   <translation>现场看到的画面</translation>
  </message>
  <message>
   <source>Who is not here gives way to the next alternate: choose them, then F6.</source>
   <translation>未到场的人由下一位候补递补：选取后按 F6。</translation>
  </message>
  <message>
   <source>Whoever holds the envelope photographs this or writes it down, and nobody else looks. It is shown once and kept nowhere: without it the draw cannot be held.</source>
   <translation>保管信封的人请拍下或抄下这些内容，其他人不要看。内容只显示一次，不会留存：少了它就无法抽奖。</translation>
  </message>
  <message>
   <source>Whole names (everybody agreed)</source>
   <translation>全名（已取得所有人同意）</translation>
  </message>
  <message>
   <source>Why does the prize go on?</source>
   <translation>为什么由下一位递补？</translation>
  </message>
  <message>
   <source>Witness, if there is one</source>
   <translation>见证人（可不填）</translation>
  </message>
  <message>
   <source>at HQ</source>
   <translation>在总部</translation>
  </message>
  <message>
   <source>no second screen</source>
   <translation>没有第二个屏幕</translation>
  </message>
  <message>
   <source>on the second screen</source>
   <translation>已在第二个屏幕</translation>
  </message>
  <message>
   <source>published {time}</source>
   <translation>{time} 公布</translation>
  </message>
  <message>
   <source>the witness</source>
   <translation>见证人</translation>
  </message>
  <message>
   <source>this terminal</source>
   <translation>本终端</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>已完成 {done}，共 {total}</translation>
  </message>
  <message>
   <source>{file} holds no list that can be read.</source>
   <translation>{file} 里没有读得懂的名单。</translation>
  </message>
  <message numerus="yes">
   <source>{file}: %n row(s) left out.</source>
   <translation>
    <numerusform>{file}：略过 %n 列。</numerusform>
   </translation>
  </message>
  <message>
   <source>{name}: the next alternate takes the place. Two people sign.</source>
   <translation>{name}：由下一位候补递补。需要两个人签核。</translation>
  </message>
  <message>
   <source>{people} people with {tickets} tickets</source>
   <translation>{people} 人，{tickets} 张抽奖券</translation>
  </message>
  <message>
   <source>{people} people with {tickets} tickets, {prizes} prizes.</source>
   <translation>{people} 人，{tickets} 张抽奖券，{prizes} 份奖品。</translation>
  </message>
  <message>
   <source>{people} take part, and there are {prizes} prizes: {left} are left over.</source>
   <translation>参加者 {people} 人，奖品 {prizes} 份：会剩下 {left} 份。</translation>
  </message>
 </context>
 <context>
  <name>Station</name>
  <message>
   <source>Checkout</source>
   <translation>结账</translation>
  </message>
  <message>
   <source>Event desk</source>
   <translation>活动签到</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>流水</translation>
  </message>
  <message>
   <source>Self-service</source>
   <translation>自助服务</translation>
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
   <translation>用途改为：{station}</translation>
  </message>
  <message>
   <source>Choose what shall change.</source>
   <translation>选择要改变什么。</translation>
  </message>
  <message>
   <source>Choose what shall change. A manager’s PIN is asked for next.</source>
   <translation>选择要改变什么，接着会要求主管的 PIN。</translation>
  </message>
  <message>
   <source>Learn the handheld scanner</source>
   <translation>学习扫码枪</translation>
  </message>
  <message>
   <source>Set this terminal up</source>
   <translation>设置这台机器</translation>
  </message>
  <message>
   <source>Something is being recorded. Change the station when it is done.</source>
   <translation>正在记录，完成后再更换用途。</translation>
  </message>
  <message>
   <source>Something is open here. Another station puts it aside, and it is not recorded.</source>
   <translation>这里还有未完成的内容。改变用途会把它搁置，不会记录。</translation>
  </message>
  <message>
   <source>The handheld scanner is known now, and stays so.</source>
   <translation>已学会这把扫码枪，以后都会照这样。</translation>
  </message>
  <message>
   <source>The terminal learns how its handheld scanner types.</source>
   <translation>让这台机器学习扫码枪的输入方式。</translation>
  </message>
  <message>
   <source>This terminal becomes: {station}.</source>
   <translation>这台终端改为：{station}。</translation>
  </message>
  <message>
   <source>{change} What is open is put aside.</source>
   <translation>{change}未完成的交易会搁置。</translation>
  </message>
 </context>
 <context>
  <name>Success</name>
  <message numerus="yes">
   <source>%n more on the receipt</source>
   <translation>
    <numerusform>另有 %n 项，见小票</numerusform>
   </translation>
  </message>
  <message>
   <source>Back on the voucher {money}</source>
   <translation>退回礼品卡 {money}</translation>
  </message>
  <message>
   <source>By voucher {money}</source>
   <translation>礼品卡付 {money}</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Exchanged {money}</source>
   <translation>换回 {money}</translation>
  </message>
  <message>
   <source>Goods came back</source>
   <translation>已退货</translation>
  </message>
  <message>
   <source>Hand over: {gifts}</source>
   <translation>请交付：{gifts}</translation>
  </message>
  <message>
   <source>Next customer</source>
   <translation>下一位</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>小票 PDF</translation>
  </message>
  <message>
   <source>Receipt {number} · {time}</source>
   <translation>小票 {number} · {time}</translation>
  </message>
  <message>
   <source>Received: {rewards}</source>
   <translation>获得：{rewards}</translation>
  </message>
  <message>
   <source>Recorded on this terminal and on its way to HQ.</source>
   <translation>已记录在这台终端，正在上传总部。</translation>
  </message>
  <message>
   <source>Recorded on this terminal; goes to HQ as soon as it is reached.</source>
   <translation>已记录在这台终端，连上总部后自动上传。</translation>
  </message>
  <message>
   <source>Saved {money}</source>
   <translation>省了 {money}</translation>
  </message>
  <message>
   <source>Take back: {gifts}</source>
   <translation>请收回：{gifts}</translation>
  </message>
  <message>
   <source>Taken back by itself: {rewards}</source>
   <translation>自动收回：{rewards}</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>小票文本</translation>
  </message>
  <message>
   <source>This sale counts no more. Its coupons can be used again.</source>
   <translation>这笔交易不再计入，优惠券可再次使用。</translation>
  </message>
  <message>
   <source>To give back</source>
   <translation>应退</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>应收</translation>
  </message>
  <message>
   <source>Voided</source>
   <translation>已撤销</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>为什么</translation>
  </message>
  <message>
   <source>{left} is left of the sale.</source>
   <translation>这笔交易还剩 {left}。</translation>
  </message>
 </context>
 <context>
  <name>Switch</name>
  <message>
   <source>Press the number beside the name, then key in the PIN. The sale goes on.</source>
   <translation>按姓名旁的数字，再输入 PIN 码。交易会继续。</translation>
  </message>
  <message>
   <source>Switch clerk</source>
   <translation>换人</translation>
  </message>
 </context>
 <context>
  <name>Sync</name>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>待上传 %n</numerusform>
   </translation>
  </message>
  <message>
   <source>CA file missing</source>
   <translation>缺少 CA 文件</translation>
  </message>
  <message>
   <source>Connecting to HQ…</source>
   <translation>正在连接总部…</translation>
  </message>
  <message>
   <source>HQ does not take what waits</source>
   <translation>总部未收下待送数据</translation>
  </message>
  <message>
   <source>HQ’s address is not HTTPS</source>
   <translation>总部地址不是 HTTPS</translation>
  </message>
  <message>
   <source>HQ’s certificate has expired</source>
   <translation>总部证书已过期</translation>
  </message>
  <message>
   <source>HQ’s certificate is not valid yet</source>
   <translation>总部证书尚未生效</translation>
  </message>
  <message>
   <source>HQ’s certificate is self-signed</source>
   <translation>总部证书为自签名</translation>
  </message>
  <message>
   <source>HQ’s certificate: unknown issuer</source>
   <translation>总部证书签发者不明</translation>
  </message>
  <message>
   <source>HQ’s certificate: wrong name</source>
   <translation>总部证书名称不符</translation>
  </message>
  <message>
   <source>Held by HQ</source>
   <translation>总部暂停中</translation>
  </message>
  <message>
   <source>Journal restored: HQ is checking</source>
   <translation>流水已恢复，总部核对中</translation>
  </message>
  <message>
   <source>Offline since {time}</source>
   <translation>离线 {time} 起</translation>
  </message>
  <message>
   <source>Online</source>
   <translation>已连接</translation>
  </message>
  <message>
   <source>Terminal switched off by HQ</source>
   <translation>终端已被总部停用</translation>
  </message>
  <message>
   <source>Used on two computers</source>
   <translation>在两台电脑上使用</translation>
  </message>
  <message>
   <source>no HTTPS at HQ</source>
   <translation>总部未启用 HTTPS</translation>
  </message>
  <message>
   <source>no news from HQ</source>
   <translation>收不到总部消息</translation>
  </message>
  <message>
   <source>no safe connection</source>
   <translation>无法建立安全连接</translation>
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
    <numerusform>每位会员 %n 次</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n a member and day</source>
   <translation>
    <numerusform>每位会员每天 %n 次</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) for each {goods}</source>
   <translation>
    <numerusform>每买 {goods} 可享 %n 件</numerusform>
   </translation>
  </message>
  <message>
   <source>Any {n} for {money}</source>
   <translation>任选 {n} 件 {money}</translation>
  </message>
  <message>
   <source>At most {money} off</source>
   <translation>最多减 {money}</translation>
  </message>
  <message>
   <source>At most {share}% of the goods</source>
   <translation>最多减商品金额的 {share}%</translation>
  </message>
  <message>
   <source>Buy {buy}, {free} of them free</source>
   <translation>任选 {buy} 件，其中 {free} 件免费</translation>
  </message>
  <message>
   <source>For every {money}</source>
   <translation>每满 {money}</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>周五</translation>
  </message>
  <message>
   <source>From {money}</source>
   <translation>满 {money}</translation>
  </message>
  <message>
   <source>From {n} pieces on</source>
   <translation>满 {n} 件</translation>
  </message>
  <message>
   <source>In {stores} only</source>
   <translation>限{stores}使用</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>周一</translation>
  </message>
  <message>
   <source>Not given back when the purchase is undone</source>
   <translation>交易撤销后不退还</translation>
  </message>
  <message>
   <source>Not on goods that are reduced already</source>
   <translation>已降价商品除外</translation>
  </message>
  <message>
   <source>Not on {goods}</source>
   <translation>{goods}除外</translation>
  </message>
  <message>
   <source>Not together with other offers</source>
   <translation>不能与其他优惠同时使用</translation>
  </message>
  <message>
   <source>Not together with other offers on the same goods</source>
   <translation>同一商品不能与其他优惠同时使用</translation>
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
   <translation>限第 {n} 件（由高价排起）</translation>
  </message>
  <message>
   <source>On pieces at {low} to {high}</source>
   <translation>限单价 {low} 至 {high}</translation>
  </message>
  <message>
   <source>On pieces from {low}</source>
   <translation>限单价 {low} 以上</translation>
  </message>
  <message numerus="yes">
   <source>On the %n cheapest piece(s)</source>
   <translation>
    <numerusform>限最低价的 %n 件</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>On the %n dearest piece(s)</source>
   <translation>
    <numerusform>限最高价的 %n 件</numerusform>
   </translation>
  </message>
  <message>
   <source>On {goods} only</source>
   <translation>限{goods}</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>周六</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>周日</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>周四</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>周二</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>周三</translation>
  </message>
  <message>
   <source>When paid by {ways}</source>
   <translation>用{ways}付款</translation>
  </message>
  <message>
   <source>With {least} to {most} pieces</source>
   <translation>限买 {least} 至 {most} 件</translation>
  </message>
  <message>
   <source>any goods</source>
   <translation>任意商品</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first}至{last}</translation>
  </message>
  <message>
   <source>{goods} for {money}</source>
   <translation>{goods} 合买 {money}</translation>
  </message>
  <message>
   <source>{goods} together {money} off</source>
   <translation>{goods} 合买减 {money}</translation>
  </message>
  <message>
   <source>{goods} together {share}% off</source>
   <translation>{goods} 合买减 {share}%</translation>
  </message>
  <message>
   <source>{money} a piece</source>
   <translation>每件 {money}</translation>
  </message>
  <message>
   <source>{money} off each piece</source>
   <translation>每件减 {money}</translation>
  </message>
 </context>
 <context>
  <name>TouchKeyboard</name>
  <message>
   <source>All offers</source>
   <translation>所有选项</translation>
  </message>
  <message>
   <source>Back one sign</source>
   <translation>左移一个字</translation>
  </message>
  <message>
   <source>By sound: chen → 陈</source>
   <translation>按读音输入：chen → 陈</translation>
  </message>
  <message>
   <source>By sound: ㄔㄣˊ → 陳</source>
   <translation>按读音输入：ㄔㄣˊ → 陳</translation>
  </message>
  <message>
   <source>Capitals</source>
   <translation>大写</translation>
  </message>
  <message>
   <source>Chinese by pinyin</source>
   <translation>拼音输入中文</translation>
  </message>
  <message>
   <source>Chinese by zhuyin</source>
   <translation>注音输入中文</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清除</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Digits and signs</source>
   <translation>数字与符号</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>键盘</translation>
  </message>
  <message>
   <source>Keys on the screen</source>
   <translation>屏幕键盘</translation>
  </message>
  <message>
   <source>Latin letters</source>
   <translation>英文字母</translation>
  </message>
  <message>
   <source>More offers</source>
   <translation>更多选项</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>下一页</translation>
  </message>
  <message>
   <source>Nothing is spelt like this.</source>
   <translation>没有这个读音。</translation>
  </message>
  <message>
   <source>Offers before these</source>
   <translation>前面的选项</translation>
  </message>
  <message>
   <source>On one sign</source>
   <translation>右移一个字</translation>
  </message>
  <message>
   <source>Page before</source>
   <translation>上一页</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>空格</translation>
  </message>
 </context>
 <context>
  <name>Verdict</name>
  <message>
   <source>Already in</source>
   <translation>已签到</translation>
  </message>
  <message>
   <source>Another event</source>
   <translation>别场的票</translation>
  </message>
  <message>
   <source>Answer first</source>
   <translation>请先回答</translation>
  </message>
  <message>
   <source>Blocked</source>
   <translation>禁止入场</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>Full</source>
   <translation>已满</translation>
  </message>
  <message>
   <source>Goodbye</source>
   <translation>再见</translation>
  </message>
  <message>
   <source>No ticket</source>
   <translation>读不到票</translation>
  </message>
  <message>
   <source>Not genuine</source>
   <translation>伪票</translation>
  </message>
  <message>
   <source>Not inside</source>
   <translation>不在场内</translation>
  </message>
  <message>
   <source>Not on the list</source>
   <translation>不在名单</translation>
  </message>
  <message>
   <source>Not this session</source>
   <translation>不是这场</translation>
  </message>
  <message>
   <source>Not today</source>
   <translation>不是今天</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>已拒绝</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>知道了</translation>
  </message>
  <message>
   <source>Waiting list</source>
   <translation>候补中</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>欢迎</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>怎么办</translation>
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
   <translation>，第 {place} 项</translation>
  </message>
  <message>
   <source>: {expected} expected, {found} found</source>
   <translation>：应为 {expected}，实为 {found}</translation>
  </message>
  <message>
   <source>A field is not as it should be</source>
   <translation>有字段不正确</translation>
  </message>
  <message>
   <source>A key is none of those you trust</source>
   <translation>密钥不在您信任的名单中</translation>
  </message>
  <message>
   <source>A key is one of those you trust.</source>
   <translation>密钥在您信任的名单中。</translation>
  </message>
  <message>
   <source>A masked name belongs to nobody who was drawn</source>
   <translation>有遮罩姓名不属于任何被抽中的人</translation>
  </message>
  <message>
   <source>A prize did not pass on by the rule</source>
   <translation>有奖项未依规则递补</translation>
  </message>
  <message>
   <source>A spin is left out, or did not get the next slot of the tape</source>
   <translation>有一次转动被遗漏，或没有依序取下一格</translation>
  </message>
  <message>
   <source>An earlier list of this draw is missing or not its own</source>
   <translation>缺少先前的名单，或不属于这次抽奖</translation>
  </message>
  <message>
   <source>An envelope did not hold what was sealed in it</source>
   <translation>信封内容与封存时不同</translation>
  </message>
  <message>
   <source>An envelope held what was sealed in it.</source>
   <translation>信封内容与封存时相同。</translation>
  </message>
  <message>
   <source>As many slots were used as spins are listed.</source>
   <translation>用掉的格数与列出的转动次数相同。</translation>
  </message>
  <message>
   <source>At least twenty dice were thrown.</source>
   <translation>至少掷了二十次骰子。</translation>
  </message>
  <message>
   <source>Changed since it was sealed</source>
   <translation>封印后遭改动</translation>
  </message>
  <message>
   <source>Checked</source>
   <translation>已查验</translation>
  </message>
  <message>
   <source>Compare this key ({role}) with the one on the notice: {key}</source>
   <translation>请将此密钥（{role}）与公告上的比对：{key}</translation>
  </message>
  <message>
   <source>Draw {draw}, list {seq}</source>
   <translation>抽奖 {draw}，第 {seq} 版名单</translation>
  </message>
  <message>
   <source>Drawn again, others win</source>
   <translation>重新抽奖，得奖者不同</translation>
  </message>
  <message>
   <source>Drawn again, the alternates are others</source>
   <translation>重新抽奖，备取者不同</translation>
  </message>
  <message>
   <source>Drawn again, the alternates are the same.</source>
   <translation>重新抽奖，备取者都相同。</translation>
  </message>
  <message>
   <source>Drawn again, the same win the same prizes.</source>
   <translation>重新抽奖，得奖者与奖项都相同。</translation>
  </message>
  <message>
   <source>Drawn by a notary’s numbers (RFC 3797): each entrant has one chance.</source>
   <translation>依公证人的号码抽奖（RFC 3797），每位参加者一次机会。</translation>
  </message>
  <message>
   <source>Each prize that passed on went to the next alternate, and two people signed.</source>
   <translation>转让的奖项都由下一位备取者递补，并有两人签署。</translation>
  </message>
  <message>
   <source>Every earlier list of this draw is shown, as void.</source>
   <translation>先前作废的各版名单都列在文件中。</translation>
  </message>
  <message>
   <source>Every spin got the next slot of the tape; none is left out.</source>
   <translation>每次转动都依序取下一格，没有遗漏。</translation>
  </message>
  <message>
   <source>Fewer than twenty dice, or one that is none</source>
   <translation>骰子不足二十次，或数字不对</translation>
  </message>
  <message>
   <source>Good: everything that can be checked holds.</source>
   <translation>可查验的项目全部相符。</translation>
  </message>
  <message>
   <source>Headquarters did not sign; the terminal had no connection.</source>
   <translation>总部没有签署，终端当时没有联网。</translation>
  </message>
  <message>
   <source>It is not the published file of a draw, or of a newer kind.</source>
   <translation>这不是抽奖的公布文件，或版本较新。</translation>
  </message>
  <message>
   <source>It is the published file of a draw.</source>
   <translation>这是抽奖的公布文件。</translation>
  </message>
  <message>
   <source>Mixed again, the sealed tape is not the one that was published</source>
   <translation>重新排序，封存奖项与公布的不同</translation>
  </message>
  <message>
   <source>Mixed again, the sealed tape is the one that was published.</source>
   <translation>重新排序，封存奖项与公布的相同。</translation>
  </message>
  <message>
   <source>More or fewer slots were used than spins are listed</source>
   <translation>用掉的格数与列出的转动次数不同</translation>
  </message>
  <message>
   <source>NOT GOOD: this file does not show what was published, or what was drawn.</source>
   <translation>不相符：此文件与公布的内容或抽奖结果不一致。</translation>
  </message>
  <message>
   <source>No field is missing or unknown.</source>
   <translation>字段齐全，没有不明字段。</translation>
  </message>
  <message>
   <source>No witness signed.</source>
   <translation>没有见证人签署。</translation>
  </message>
  <message>
   <source>Nothing has been drawn yet: this is the list.</source>
   <translation>尚未开奖，这是名单。</translation>
  </message>
  <message>
   <source>Nothing was changed since it was sealed.</source>
   <translation>封印后没有改动。</translation>
  </message>
  <message>
   <source>Spins outside the time of the tape, by the terminal’s clock: {spins}</source>
   <translation>依终端时钟，不在有效时间内的转动：{spins} 次</translation>
  </message>
  <message>
   <source>THIS IS A REHEARSAL. Nobody wins anything by it.</source>
   <translation>这是彩排，不会有人得奖。</translation>
  </message>
  <message>
   <source>The beacon did not sign this random number</source>
   <translation>信标没有签署这个随机数</translation>
  </message>
  <message>
   <source>The beacon itself signed the random number.</source>
   <translation>随机数确由信标签署。</translation>
  </message>
  <message>
   <source>The beacon’s round is not the one that was named beforehand</source>
   <translation>信标的轮次与事先指定的不同</translation>
  </message>
  <message>
   <source>The beacon’s round is the one that was named beforehand.</source>
   <translation>信标的轮次与事先指定的相同。</translation>
  </message>
  <message>
   <source>The list of entrants is not the one that was published</source>
   <translation>参加者名单与公布的不同</translation>
  </message>
  <message>
   <source>The list of entrants is the one that was published.</source>
   <translation>参加者名单与公布的相同。</translation>
  </message>
  <message>
   <source>The masked names belong to winners and alternates.</source>
   <translation>遮罩姓名都属于得奖者或备取者。</translation>
  </message>
  <message>
   <source>The notary’s numbers can be read.</source>
   <translation>公证人的号码可以读取。</translation>
  </message>
  <message>
   <source>The notary’s numbers cannot be read</source>
   <translation>公证人的号码无法读取</translation>
  </message>
  <message>
   <source>The random beacon is not the one that was named</source>
   <translation>随机信标与事先指定的不同</translation>
  </message>
  <message>
   <source>The random beacon is the one that was named.</source>
   <translation>随机信标与事先指定的相同。</translation>
  </message>
  <message>
   <source>The random number comes from where it was said to.</source>
   <translation>随机数的来源与公布的相同。</translation>
  </message>
  <message>
   <source>The random number does not come from where it was said to</source>
   <translation>随机数的来源与公布的不同</translation>
  </message>
  <message>
   <source>The round follows from the time of publishing; nobody chose it.</source>
   <translation>轮次由公布时间决定，没有人能挑选。</translation>
  </message>
  <message>
   <source>The round is not the one that follows from the time of publishing</source>
   <translation>轮次不是由公布时间决定的那一轮</translation>
  </message>
  <message>
   <source>The rules are not those that were published</source>
   <translation>活动规则与公布的不同</translation>
  </message>
  <message>
   <source>The rules are those that were published.</source>
   <translation>活动规则与公布的相同。</translation>
  </message>
  <message>
   <source>The seal of this file is missing, broken or somebody else’s</source>
   <translation>文件封印丢失、损坏，或是别人的</translation>
  </message>
  <message>
   <source>The signature of {role} ({name}) is forged, or of something else</source>
   <translation>{role}（{name}）的签章是伪造的，或签的是别的内容</translation>
  </message>
  <message>
   <source>The signature of {role} ({name}) is good.</source>
   <translation>{role}（{name}）的签章有效。</translation>
  </message>
  <message>
   <source>The terminal did not sign this tape</source>
   <translation>终端没有签署这份封存奖项</translation>
  </message>
  <message>
   <source>The terminal signed the sealed tape.</source>
   <translation>终端签署了封存奖项。</translation>
  </message>
  <message>
   <source>The terminal’s secret is missing, or not the one it was bound to</source>
   <translation>终端的密值丢失，或与事先承诺的不同</translation>
  </message>
  <message>
   <source>The terminal’s secret is the one it was bound to.</source>
   <translation>终端的密值与事先承诺的相同。</translation>
  </message>
  <message>
   <source>There are as many entrants and tickets as was said.</source>
   <translation>参加人数与抽奖券数与公布的相同。</translation>
  </message>
  <message>
   <source>There are more or fewer entrants or tickets than was said</source>
   <translation>参加人数或抽奖券数与公布的不同</translation>
  </message>
  <message>
   <source>There are {prizes} prizes and only {winners} who could win one.</source>
   <translation>奖项有 {prizes} 个，可得奖者只有 {winners} 位。</translation>
  </message>
  <message>
   <source>This draw is void and does not count: {reason}</source>
   <translation>这次抽奖已作废，不算数：{reason}</translation>
  </message>
  <message>
   <source>This is NOT the public beacon: whoever runs it could know its numbers beforehand.</source>
   <translation>这不是公开的随机信标：运营者可能事先知道随机数。</translation>
  </message>
  <message>
   <source>To be known</source>
   <translation>须知</translation>
  </message>
  <message>
   <source>What no calculation can show</source>
   <translation>任何计算都无法证明的事</translation>
  </message>
  <message>
   <source>Wheel’s tape {lease}</source>
   <translation>转盘封存奖项 {lease}</translation>
  </message>
  <message>
   <source>Who has to sign has not signed</source>
   <translation>应签署者没有签署</translation>
  </message>
  <message>
   <source>Who has to sign has signed.</source>
   <translation>应签署者都已签署。</translation>
  </message>
  <message>
   <source>Who signed the list or the tape sealed this file.</source>
   <translation>文件由签署名单或封存奖项者封印。</translation>
  </message>
  <message>
   <source>a spin is left out</source>
   <translation>遗漏一次转动</translation>
  </message>
  <message>
   <source>fingerprint {fingerprint}</source>
   <translation>指纹码 {fingerprint}</translation>
  </message>
  <message>
   <source>headquarters</source>
   <translation>总部</translation>
  </message>
  <message>
   <source>it was not the next alternate’s turn</source>
   <translation>不是轮到的备取者</translation>
  </message>
  <message>
   <source>missing</source>
   <translation>缺少</translation>
  </message>
  <message>
   <source>not a key that signed the list or the tape</source>
   <translation>不是签署名单或封存奖项的密钥</translation>
  </message>
  <message>
   <source>nothing was drawn</source>
   <translation>尚未抽奖</translation>
  </message>
  <message>
   <source>of another form</source>
   <translation>格式不对</translation>
  </message>
  <message>
   <source>terminal</source>
   <translation>终端</translation>
  </message>
  <message>
   <source>the prize was not theirs</source>
   <translation>奖项不属于此人</translation>
  </message>
  <message>
   <source>the rules know no such reason</source>
   <translation>规则没有这个理由</translation>
  </message>
  <message>
   <source>the signature is not good</source>
   <translation>签章无效</translation>
  </message>
  <message>
   <source>the tape has no such slot</source>
   <translation>封存奖项没有这一格</translation>
  </message>
  <message>
   <source>there is no such prize</source>
   <translation>没有这个奖项</translation>
  </message>
  <message>
   <source>this slot holds another prize</source>
   <translation>这一格是别的奖项</translation>
  </message>
  <message>
   <source>two different people have to sign</source>
   <translation>须由两位不同的人签署</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>不明</translation>
  </message>
  <message>
   <source>whether a winner whose prize passed on was really absent or not entitled</source>
   <translation>被递补的得奖者是否真的缺席或不符资格</translation>
  </message>
  <message>
   <source>whether all who may not win (staff) were kept off the list</source>
   <translation>不得中奖的人（员工）是否都已排除</translation>
  </message>
  <message>
   <source>whether everyone on the list is a real customer</source>
   <translation>名单上的每个人是否都是真正的顾客</translation>
  </message>
  <message>
   <source>whether it was published before the random number was out (compare the fingerprint on paper)</source>
   <translation>是否在随机数产生前就已公布（请比对纸本上的指纹码）</translation>
  </message>
  <message>
   <source>whether somebody got at the terminal’s secret and knew the order of this tape beforehand</source>
   <translation>是否有人取得终端的密值，事先知道这份封存奖项的顺序</translation>
  </message>
  <message>
   <source>whether somebody was left off the list (each can check their own ticket)</source>
   <translation>是否有人被漏列（每个人都能查自己的抽奖券）</translation>
  </message>
  <message>
   <source>whether the notary’s numbers are those that were made public</source>
   <translation>公证人的号码是否就是公开的那些</translation>
  </message>
  <message>
   <source>whether the prizes were handed over</source>
   <translation>奖品是否已交付</translation>
  </message>
  <message>
   <source>who held the envelopes, whether they were opened last, and whether the dice were thrown fairly</source>
   <translation>信封由谁保管、是否最后才拆、骰子是否公正掷出</translation>
  </message>
  <message>
   <source>who stood at the wheel</source>
   <translation>转动的人是谁</translation>
  </message>
  <message>
   <source>witness</source>
   <translation>见证人</translation>
  </message>
  <message>
   <source>{entrants} entrants with {tickets} tickets</source>
   <translation>{entrants} 位参加者，共 {tickets} 张抽奖券</translation>
  </message>
  <message>
   <source>{slots} slots at terminal {terminal}</source>
   <translation>{slots} 格，终端 {terminal}</translation>
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
   <translation>写几个字</translation>
  </message>
  <message>
   <source>A manager’s PIN will be needed.</source>
   <translation>需要主管的 PIN 码。</translation>
  </message>
  <message>
   <source>Digits and a point only, please, and no more than is left.</source>
   <translation>只能输入数字和小数点，且不超过剩下的金额。</translation>
  </message>
  <message>
   <source>Digits and a point only, please.</source>
   <translation>只能输入数字与小数点。</translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>换货</translation>
  </message>
  <message>
   <source>Goods are exchanged</source>
   <translation>换货</translation>
  </message>
  <message>
   <source>How much comes back, as paid?</source>
   <translation>实付金额中退回多少？</translation>
  </message>
  <message>
   <source>It comes off the sale at the till, on one receipt; both are recorded when that sale is confirmed.</source>
   <translation>从这笔新的交易扣抵，合成一张小票；新的交易确认时，两者一起记录。</translation>
  </message>
  <message>
   <source>Its coupons can be used again at once. The void stays in the journal.</source>
   <translation>优惠券立即可再用。这次撤销会记在流水。</translation>
  </message>
  <message>
   <source>Its coupons stay used. Rewards are counted again for what is left; what is too much is taken back.</source>
   <translation>优惠券维持已使用；奖励按剩下的金额重算，多给的收回。</translation>
  </message>
  <message>
   <source>Only part comes back</source>
   <translation>只退一部分</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>记录中…</translation>
  </message>
  <message>
   <source>Take back {money}</source>
   <translation>退回 {money}</translation>
  </message>
  <message>
   <source>Take back {money}, {cash} of it in money</source>
   <translation>退回 {money}，其中现款 {cash}</translation>
  </message>
  <message>
   <source>Take {money} off the new sale</source>
   <translation>新的交易扣抵 {money}</translation>
  </message>
  <message>
   <source>The whole sale</source>
   <translation>整笔撤销</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>确认撤销</translation>
  </message>
  <message>
   <source>Void a sale</source>
   <translation>撤销交易</translation>
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
   <translation>{sale} · 还剩 {left}</translation>
  </message>
 </context>
 <context>
  <name>VoidReason</name>
  <message>
   <source>Customer changed their mind</source>
   <translation>顾客改变主意</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>退货</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>The till cancelled it</source>
   <translation>收银机已取消</translation>
  </message>
  <message>
   <source>Training or test</source>
   <translation>训练或测试</translation>
  </message>
  <message>
   <source>Wrong amount</source>
   <translation>金额错误</translation>
  </message>
  <message>
   <source>Wrong coupon</source>
   <translation>用错券</translation>
  </message>
 </context>
 <context>
  <name>Voucher</name>
  <message>
   <source>Good until {day}.</source>
   <translation>有效期至 {day}。</translation>
  </message>
  <message>
   <source>HQ cannot be asked: this is what is known here.</source>
   <translation>无法询问总部：这是本机所知的余额。</translation>
  </message>
  <message>
   <source>Last paid here: {money} on {day}.</source>
   <translation>上次在此付款：{day} {money}。</translation>
  </message>
  <message>
   <source>Nothing is on it yet.</source>
   <translation>还没有余额。</translation>
  </message>
  <message>
   <source>Sold {n}, {left} on each: take {money}. Receipts {first} to {last}.</source>
   <translation>已售 {n} 张，每张 {left}：请收 {money}。小票 {first} 到 {last}。</translation>
  </message>
  <message>
   <source>Sold: take {money}. Receipt {number}; {left} on it.</source>
   <translation>已售出：收取 {money}。小票 {number}，余额 {left}。</translation>
  </message>
  <message>
   <source>Taken back: pay {money} back. Receipt {number}.</source>
   <translation>已退回：退还顾客 {money}。小票 {number}。</translation>
  </message>
  <message>
   <source>Topped up: take {money}. Receipt {number}; {left} on it.</source>
   <translation>已充值：收取 {money}。小票 {number}，余额 {left}。</translation>
  </message>
  <message>
   <source>{left} on it.</source>
   <translation>余额 {left}。</translation>
  </message>
  <message>
   <source>{name}, {left} left on it</source>
   <translation>{name}，余额 {left}</translation>
  </message>
 </context>
 <context>
  <name>VoucherSheet</name>
  <message>
   <source>A new voucher instead</source>
   <translation>改售新礼品卡</translation>
  </message>
  <message>
   <source>Amount that is paid</source>
   <translation>付款金额</translation>
  </message>
  <message>
   <source>Amount that is paid for each</source>
   <translation>每张付款金额</translation>
  </message>
  <message>
   <source>Another kind</source>
   <translation>换一种</translation>
  </message>
  <message>
   <source>How many: {n}</source>
   <translation>张数：{n}</translation>
  </message>
  <message>
   <source>Its code stands on the receipt. Good until {day}.</source>
   <translation>卡码印在小票上，有效期至 {day}。</translation>
  </message>
  <message>
   <source>New: {name}</source>
   <translation>新售：{name}</translation>
  </message>
  <message>
   <source>No vouchers are sold here now.</source>
   <translation>目前这里不售礼品卡。</translation>
  </message>
  <message>
   <source>No, leave it</source>
   <translation>不，保留</translation>
  </message>
  <message>
   <source>One before</source>
   <translation>再前一张</translation>
  </message>
  <message>
   <source>Receipt {number}. It can be done as long as all of it is there.</source>
   <translation>小票 {number}。金额完整未用时才能退回。</translation>
  </message>
  <message>
   <source>Scan a printed card: this terminal cannot make a new one.</source>
   <translation>请扫描印好的卡片：本机无法制作新的。</translation>
  </message>
  <message>
   <source>Scan a voucher to see what is on it, to sell it or to top it up.</source>
   <translation>扫描礼品卡可查余额、售出或充值。</translation>
  </message>
  <message>
   <source>Sell</source>
   <translation>售出</translation>
  </message>
  <message>
   <source>Sell {n}, {money} paid</source>
   <translation>售出 {n} 张，收 {money}</translation>
  </message>
  <message>
   <source>Sell, {money} paid</source>
   <translation>售出，收 {money}</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>退回这一张</translation>
  </message>
  <message>
   <source>Take {money} off the voucher and pay it back?</source>
   <translation>从礼品卡扣回 {money} 并退款？</translation>
  </message>
  <message>
   <source>The customer takes a photograph of it: whoever has it can pay with it.</source>
   <translation>请顾客拍下来：持有此码者即可付款。</translation>
  </message>
  <message>
   <source>The new voucher</source>
   <translation>新礼品卡</translation>
  </message>
  <message>
   <source>The voucher’s QR code</source>
   <translation>礼品卡的二维码</translation>
  </message>
  <message>
   <source>To take back: {name}, {money}, receipt {number} of {time}</source>
   <translation>可退回：{name} {money}，小票 {number}，{time}</translation>
  </message>
  <message>
   <source>Top up</source>
   <translation>充值</translation>
  </message>
  <message>
   <source>Top up, {money} paid</source>
   <translation>充值，收 {money}</translation>
  </message>
  <message>
   <source>Vouchers</source>
   <translation>礼品卡</translation>
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
   <translation>请填姓名。</translation>
  </message>
  <message>
   <source>Add and sign in</source>
   <translation>登记并签到</translation>
  </message>
  <message>
   <source>An answer to each, please.</source>
   <translation>每一项都请回答。</translation>
  </message>
  <message>
   <source>Becomes a member, too</source>
   <translation>同时加入会员</translation>
  </message>
  <message>
   <source>Code from their phone</source>
   <translation>对方手机收到的验证码</translation>
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
   <translation>加入会员并签到</translation>
  </message>
  <message>
   <source>Members need a phone.</source>
   <translation>加入会员需要手机号码。</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>姓名</translation>
  </message>
  <message>
   <source>Name and phone are kept for this event only, and erased after it as the list is.</source>
   <translation>姓名与手机只用于这场活动，之后与名单一起删除。</translation>
  </message>
  <message>
   <source>No member after all</source>
   <translation>不加入会员</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>不填了</translation>
  </message>
  <message>
   <source>Not on the list: add and sign in</source>
   <translation>现场登记并签到</translation>
  </message>
  <message>
   <source>On the list with this phone: {names}. Is this somebody else?</source>
   <translation>名单上有这个电话：{names}。这是另一个人吗？</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>手机</translation>
  </message>
  <message>
   <source>Read aloud, and ask for each.</source>
   <translation>请念给对方听，逐项询问。</translation>
  </message>
  <message>
   <source>Read aloud, and ask for each. For who is younger than {n} a guardian agrees, and is named.</source>
   <translation>请逐项念出并询问。未满 {n} 岁者由监护人同意，并登记监护人。</translation>
  </message>
  <message>
   <source>Send a code</source>
   <translation>发送验证码</translation>
  </message>
  <message>
   <source>Send a code, and type what their phone shows.</source>
   <translation>请发送验证码，再输入对方手机上的数字。</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>另一个人</translation>
  </message>
  <message>
   <source>Who recommends them</source>
   <translation>推荐人</translation>
  </message>
  <message>
   <source>Without this nobody becomes a member; F4: without it, as a guest.</source>
   <translation>不同意这一项就不能加入会员；按 F4 只登记为来宾。</translation>
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
   <translation>扫推荐人的码，或打手机</translation>
  </message>
  <message>
   <source>{name} becomes a member</source>
   <translation>{name} 加入会员</translation>
  </message>
  <message>
   <source>{name}, who is on the list</source>
   <translation>名单上的 {name}</translation>
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
    <numerusform>%n 张抽奖券</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n turn(s)</source>
   <translation>
    <numerusform>%n 次机会</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n turn(s) for you</source>
   <translation>
    <numerusform>你还有 %n 次机会</numerusform>
   </translation>
  </message>
  <message>
   <source>All fields are alike in size and do not show the chances. How many of each are left stands beside them.</source>
   <translation>每一格大小相同，不代表中奖概率；每种奖品还剩多少，旁边随时看得到。</translation>
  </message>
  <message>
   <source>Catch one for me</source>
   <translation>帮我接一个</translation>
  </message>
  <message>
   <source>Check it</source>
   <translation>验证</translation>
  </message>
  <message>
   <source>Check it yourself</source>
   <translation>自己验证</translation>
  </message>
  <message>
   <source>Congratulations!</source>
   <translation>恭喜中奖！</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>抽奖</translation>
  </message>
  <message>
   <source>Draws</source>
   <translation>抽奖</translation>
  </message>
  <message>
   <source>Each code proves that your tickets are in the published list.</source>
   <translation>每个二维码都能证明，您的抽奖券在公布的名单里。</translation>
  </message>
  <message>
   <source>Each turn takes the next place of the list. It is written down before anything moves: the screen only shows it, and nobody here can choose, repeat or undo a result.</source>
   <translation>每次抽奖依序取清单上的下一格，先写入记录，画面才开始动：屏幕只是揭晓，任何人都不能挑选、重抽或取消结果。</translation>
  </message>
  <message>
   <source>Everything that can be won lies on a sealed list. A public random number, which nobody could know before, put it in its order.</source>
   <translation>所有奖项都在一份封存的清单上，顺序由事前无人能知的公开随机数决定。</translation>
  </message>
  <message>
   <source>Fingerprint of the list, published before the first turn: {fingerprint}</source>
   <translation>清单指纹（首次抽奖前已公布）：{fingerprint}</translation>
  </message>
  <message>
   <source>Fingerprint of the list: {fingerprint}</source>
   <translation>清单指纹：{fingerprint}</translation>
  </message>
  <message>
   <source>For practice: the random number is not from the public beacon.</source>
   <translation>练习用：随机数并非来自公开信标。</translation>
  </message>
  <message>
   <source>Go</source>
   <translation>去玩</translation>
  </message>
  <message>
   <source>Good luck…</source>
   <translation>祝你好运…</translation>
  </message>
  <message>
   <source>How to check</source>
   <translation>如何验证</translation>
  </message>
  <message>
   <source>Last time you did not see it to the end. Nothing was lost: here is the same result.</source>
   <translation>上次没有看到最后。结果没有丢失，现在揭晓的就是同一个。</translation>
  </message>
  <message>
   <source>Lately in this store. Names are shown in part.</source>
   <translation>本店最近的得奖者，姓名部分隐藏。</translation>
  </message>
  <message>
   <source>Let it rain</source>
   <translation>开始下红包</translation>
  </message>
  <message>
   <source>My draw tickets</source>
   <translation>我的抽奖券</translation>
  </message>
  <message>
   <source>No list with tickets of theirs is published yet: print them after that.</source>
   <translation>含有其抽奖券的名单尚未公布：公布后再打印。</translation>
  </message>
  <message>
   <source>No list with your tickets is published yet. You find them here after that.</source>
   <translation>还没有公布含有您抽奖券的名单；公布后就会出现在这里。</translation>
  </message>
  <message>
   <source>No printer is set up for result slips: the code is on the screen.</source>
   <translation>没有打印抽奖结果单的打印机：代码在屏幕上。</translation>
  </message>
  <message>
   <source>No. {numbers}</source>
   <translation>编号 {numbers}</translation>
  </message>
  <message>
   <source>Nobody yet: be the first!</source>
   <translation>还没有人中奖，等你拿第一份！</translation>
  </message>
  <message>
   <source>Not this time</source>
   <translation>这次没有中奖</translation>
  </message>
  <message numerus="yes">
   <source>Once more (%n left)</source>
   <translation>
    <numerusform>再来一次（还有 %n 次）</numerusform>
   </translation>
  </message>
  <message>
   <source>Or hold the code to any of our terminals: each of them can check it.</source>
   <translation>或把代码拿到我们任何一台机器前，每台都能验证。</translation>
  </message>
  <message>
   <source>Print draw tickets</source>
   <translation>打印抽奖券</translation>
  </message>
  <message>
   <source>Print it</source>
   <translation>打印</translation>
  </message>
  <message>
   <source>Proof that they are in the list, as a code or on paper</source>
   <translation>证明在名单里：看二维码或打印</translation>
  </message>
  <message>
   <source>Prove who they are</source>
   <translation>核对身份</translation>
  </message>
  <message>
   <source>Scan it with your phone. The page recomputes the result on your phone itself.</source>
   <translation>用手机扫一扫，网页就在你的手机上重新计算结果。</translation>
  </message>
  <message>
   <source>Scan it: your phone checks the result itself</source>
   <translation>扫一扫，用你的手机重新验算</translation>
  </message>
  <message>
   <source>Scratch it for me</source>
   <translation>帮我刮开</translation>
  </message>
  <message>
   <source>See what it is</source>
   <translation>看结果</translation>
  </message>
  <message>
   <source>Spin the wheel</source>
   <translation>转动转盘</translation>
  </message>
  <message>
   <source>Start the light</source>
   <translation>开始抽奖</translation>
  </message>
  <message>
   <source>Still to be won at this machine</source>
   <translation>本机剩余奖品</translation>
  </message>
  <message>
   <source>Still to be won here / in the whole chain ({time})</source>
   <translation>本机／全部门店剩余奖品（{time}）</translation>
  </message>
  <message>
   <source>Take a card</source>
   <translation>拿一张刮刮卡</translation>
  </message>
  <message>
   <source>Take a photo of this code: with it anybody can check that these tickets are in the list.</source>
   <translation>请拍下这个二维码：有了它，谁都能验证这些抽奖券在名单里。</translation>
  </message>
  <message>
   <source>The slip goes to {printer}.</source>
   <translation>结果单送往{printer}。</translation>
  </message>
  <message>
   <source>There is nothing to play at the moment.</source>
   <translation>目前没有抽奖活动。</translation>
  </message>
  <message>
   <source>Turn the knob</source>
   <translation>转动扭蛋机</translation>
  </message>
  <message>
   <source>When the list is used up it is published whole, and everybody can recompute all of it.</source>
   <translation>清单用完后会全部公开，任何人都能从头重算。</translation>
  </message>
  <message>
   <source>Who won</source>
   <translation>得奖名单</translation>
  </message>
  <message>
   <source>drawn {when}</source>
   <translation>抽奖时间：{when}</translation>
  </message>
  <message>
   <source>for {price}</source>
   <translation>用 {price}</translation>
  </message>
  <message>
   <source>not open at the moment</source>
   <translation>目前未开放</translation>
  </message>
  <message>
   <source>place {n} of the list</source>
   <translation>清单第 {n} 格</translation>
  </message>
  <message>
   <source>see what there is to win</source>
   <translation>看看有哪些奖品</translation>
  </message>
  <message numerus="yes">
   <source>you have %n ticket(s)</source>
   <translation>
    <numerusform>你有 %n 张抽奖券</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>you have {n} point(s)</source>
   <translation>
    <numerusform>你有 {n} 积分</numerusform>
   </translation>
  </message>
  <message>
   <source>your result is waiting</source>
   <translation>你的结果还没看完</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} 积分</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} prize(s) left</source>
   <translation>
    <numerusform>剩 {n} 份奖品</numerusform>
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
   <translation>审计</translation>
  </message>
  <message>
   <source>Clerk</source>
   <translation>店员</translation>
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
   <translation>会员</translation>
  </message>
  <message>
   <source>Member of another store</source>
   <translation>其他门店会员</translation>
  </message>
  <message>
   <source>Platinum</source>
   <translation>铂金卡</translation>
  </message>
  <message>
   <source>Silver</source>
   <translation>银卡</translation>
  </message>
  <message>
   <source>Volunteer</source>
   <translation>志愿者</translation>
  </message>
  <message>
   <source>away for long</source>
   <translation>久未光临</translation>
  </message>
  <message>
   <source>new</source>
   <translation>新客</translation>
  </message>
  <message>
   <source>no member</source>
   <translation>未识别</translation>
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
