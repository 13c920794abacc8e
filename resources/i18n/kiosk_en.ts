<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Action</name>
  <message>
   <source>Accept the partner’s code</source>
   <translation>Accept the partner’s code</translation>
  </message>
  <message>
   <source>Check in today</source>
   <translation>Check in today</translation>
  </message>
  <message>
   <source>Check-in</source>
   <translation>Check-in</translation>
  </message>
  <message>
   <source>Choose a gift</source>
   <translation>Choose a gift</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>Deposit</translation>
  </message>
  <message>
   <source>Deposit received</source>
   <translation>Deposit received</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Event</translation>
  </message>
  <message>
   <source>Exchange points</source>
   <translation>Exchange points</translation>
  </message>
  <message>
   <source>Hand this gift over</source>
   <translation>Hand this gift over</translation>
  </message>
  <message>
   <source>Make-up card</source>
   <translation>Make-up card</translation>
  </message>
  <message>
   <source>Partner</source>
   <translation>Partner</translation>
  </message>
  <message>
   <source>Points mall</source>
   <translation>Points mall</translation>
  </message>
  <message>
   <source>Record attendance</source>
   <translation>Record attendance</translation>
  </message>
  <message>
   <source>Record the answer</source>
   <translation>Record the answer</translation>
  </message>
  <message>
   <source>Record the vote</source>
   <translation>Record the vote</translation>
  </message>
  <message>
   <source>Sign up</source>
   <translation>Sign up</translation>
  </message>
  <message>
   <source>Sign-up</source>
   <translation>Sign-up</translation>
  </message>
  <message>
   <source>Spin the wheel</source>
   <translation>Spin the wheel</translation>
  </message>
  <message>
   <source>Survey</source>
   <translation>Survey</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Task</translation>
  </message>
  <message>
   <source>Task is done</source>
   <translation>Task is done</translation>
  </message>
  <message>
   <source>Use a make-up card</source>
   <translation>Use a make-up card</translation>
  </message>
  <message>
   <source>Vote</source>
   <translation>Vote</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Wheel</translation>
  </message>
 </context>
 <context>
  <name>Actions</name>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>%n day ago</numerusform>
    <numerusform>%n days ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n prize(s) to hand over</source>
   <translation>
    <numerusform>%n prize to hand over</numerusform>
    <numerusform>%n prizes to hand over</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) to do</source>
   <translation>
    <numerusform>%n thing to do</numerusform>
    <numerusform>%n things to do</numerusform>
   </translation>
  </message>
  <message>
   <source>1 not at all satisfied – 5 very satisfied. Keys 1 to 5.</source>
   <translation>1 not at all satisfied – 5 very satisfied. Keys 1 to 5.</translation>
  </message>
  <message>
   <source>Brings</source>
   <translation>Brings</translation>
  </message>
  <message>
   <source>Costs {price}</source>
   <translation>Costs {price}</translation>
  </message>
  <message>
   <source>Done: {title}</source>
   <translation>Done: {title}</translation>
  </message>
  <message>
   <source>For this member</source>
   <translation>For this member</translation>
  </message>
  <message>
   <source>HQ credits what it brings.</source>
   <translation>HQ credits what it brings.</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>Looking it up…</translation>
  </message>
  <message>
   <source>Make-up card for {day}</source>
   <translation>Make-up card for {day}</translation>
  </message>
  <message>
   <source>Member’s file</source>
   <translation>Member’s file</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>Recording…</translation>
  </message>
  <message>
   <source>Score {score}</source>
   <translation>Score {score}</translation>
  </message>
  <message>
   <source>Take {price} from the customer first.</source>
   <translation>Take {price} from the customer first.</translation>
  </message>
  <message>
   <source>The campaigns that run offer nothing to do here.</source>
   <translation>The campaigns that run offer nothing to do here.</translation>
  </message>
  <message>
   <source>The member receives</source>
   <translation>The member receives</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>yesterday</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} point</numerusform>
    <numerusform>{n} points</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Aloud</name>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
 </context>
 <context>
  <name>Approval</name>
  <message>
   <source>A manager’s PIN is needed</source>
   <translation>A manager’s PIN is needed</translation>
  </message>
  <message>
   <source>“{coupon}” is to be accepted without HQ. {reason}</source>
   <translation>“{coupon}” is to be accepted without HQ. {reason}</translation>
  </message>
 </context>
 <context>
  <name>Ask</name>
  <message>
   <source>A sale is open here. It is not recorded, and it is gone when the window is closed.</source>
   <translation>A sale is open here. It is not recorded, and it is gone when the window is closed.</translation>
  </message>
  <message>
   <source>A usual sale here is {usual}. Please compare the amount with the goods.</source>
   <translation>A usual sale here is {usual}. Please compare the amount with the goods.</translation>
  </message>
  <message>
   <source>Another member’s code: a new customer?</source>
   <translation>Another member’s code: a new customer?</translation>
  </message>
  <message>
   <source>Close the window?</source>
   <translation>Close the window?</translation>
  </message>
  <message>
   <source>End the membership of {name}?</source>
   <translation>End the membership of {name}?</translation>
  </message>
  <message>
   <source>Headquarters erases name, phone and birthday. Points and coupons are lost. It stays so.</source>
   <translation>Headquarters erases name, phone and birthday. Points and coupons are lost. It stays so.</translation>
  </message>
  <message>
   <source>Is the amount really {money}?</source>
   <translation>Is the amount really {money}?</translation>
  </message>
  <message>
   <source>It is not recorded. For five minutes Ctrl Z takes it back.</source>
   <translation>It is not recorded. For five minutes Ctrl Z takes it back.</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>New customer</translation>
  </message>
  <message>
   <source>No, change it</source>
   <translation>No, change it</translation>
  </message>
  <message>
   <source>No, go on with this sale</source>
   <translation>No, go on with this sale</translation>
  </message>
  <message>
   <source>No, stay a member</source>
   <translation>No, stay a member</translation>
  </message>
  <message>
   <source>Put this sale aside ({money})?</source>
   <translation>Put this sale aside ({money})?</translation>
  </message>
  <message>
   <source>That is far more than usual. Please compare it with the goods.</source>
   <translation>That is far more than usual. Please compare it with the goods.</translation>
  </message>
  <message>
   <source>This sale is put aside then, and the new one begins without an amount.</source>
   <translation>This sale is put aside then, and the new one begins without an amount.</translation>
  </message>
  <message>
   <source>Yes, close</source>
   <translation>Yes, close</translation>
  </message>
  <message>
   <source>Yes, end it</source>
   <translation>Yes, end it</translation>
  </message>
  <message>
   <source>Yes, next customer</source>
   <translation>Yes, next customer</translation>
  </message>
  <message>
   <source>Yes, {money}</source>
   <translation>Yes, {money}</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>HQ has switched this terminal off. Redeem at another till and call IT.</source>
   <translation>HQ has switched this terminal off. Redeem at another till and call IT.</translation>
  </message>
  <message>
   <source>Set back too often: coupons and points wait until HQ decides. Call IT.</source>
   <translation>Set back too often: coupons and points wait until HQ decides. Call IT.</translation>
  </message>
  <message>
   <source>The journal was restored from a backup. Coupons wait for HQ; nothing is used twice.</source>
   <translation>The journal was restored from a backup. Coupons wait for HQ; nothing is used twice.</translation>
  </message>
  <message numerus="yes">
   <source>This computer’s clock is %n minute(s) fast. Please have it set right.</source>
   <translation>
    <numerusform>This computer’s clock is %n minute fast. Please have it set right.</numerusform>
    <numerusform>This computer’s clock is %n minutes fast. Please have it set right.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>This computer’s clock is %n minute(s) slow. Please have it set right.</source>
   <translation>
    <numerusform>This computer’s clock is %n minute slow. Please have it set right.</numerusform>
    <numerusform>This computer’s clock is %n minutes slow. Please have it set right.</numerusform>
   </translation>
  </message>
  <message>
   <source>This computer’s clock was set back. Coupons wait until HQ has confirmed the time.</source>
   <translation>This computer’s clock was set back. Coupons wait until HQ has confirmed the time.</translation>
  </message>
  <message>
   <source>Two computers are this terminal. Coupons and points wait until HQ decides: call IT.</source>
   <translation>Two computers are this terminal. Coupons and points wait until HQ decides: call IT.</translation>
  </message>
 </context>
 <context>
  <name>Benefit</name>
  <message>
   <source>Gift</source>
   <translation>Gift</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>Offer</translation>
  </message>
  <message>
   <source>pay {left}</source>
   <translation>pay {left}</translation>
  </message>
  <message>
   <source>{off}% off</source>
   <translation>{off}% off</translation>
  </message>
 </context>
 <context>
  <name>Calm</name>
  <message>
   <source>For staff: it tries again by itself. {what}</source>
   <translation>For staff: it tries again by itself. {what}</translation>
  </message>
  <message>
   <source>One moment, please</source>
   <translation>One moment, please</translation>
  </message>
  <message>
   <source>This station is starting again. What was confirmed is kept. Our staff will gladly help meanwhile.</source>
   <translation>This station is starting again. What was confirmed is kept. Our staff will gladly help meanwhile.</translation>
  </message>
 </context>
 <context>
  <name>Camera</name>
  <message>
   <source>Camera is starting…</source>
   <translation>Camera is starting…</translation>
  </message>
  <message>
   <source>Camera ready</source>
   <translation>Camera ready</translation>
  </message>
  <message>
   <source>Camera unplugged: use the scanner</source>
   <translation>Camera unplugged: use the scanner</translation>
  </message>
  <message>
   <source>Code seen: closer, please</source>
   <translation>Code seen: closer, please</translation>
  </message>
  <message>
   <source>Code seen: hold it still</source>
   <translation>Code seen: hold it still</translation>
  </message>
  <message>
   <source>Code seen: tilt it away from the lamp</source>
   <translation>Code seen: tilt it away from the lamp</translation>
  </message>
  <message>
   <source>No camera: use the scanner</source>
   <translation>No camera: use the scanner</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>A photo, as they agree</source>
   <translation>A photo, as they agree</translation>
  </message>
  <message>
   <source>Birthday</source>
   <translation>Birthday</translation>
  </message>
  <message>
   <source>For two</source>
   <translation>For two</translation>
  </message>
  <message>
   <source>For whom</source>
   <translation>For whom</translation>
  </message>
  <message>
   <source>From whom</source>
   <translation>From whom</translation>
  </message>
  <message>
   <source>Greeting card</source>
   <translation>Greeting card</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Message</translation>
  </message>
  <message>
   <source>Mid-Autumn</source>
   <translation>Mid-Autumn</translation>
  </message>
  <message>
   <source>No frame</source>
   <translation>No frame</translation>
  </message>
  <message>
   <source>No printer is set up for cards: a manager does it (Ctrl F9).</source>
   <translation>No printer is set up for cards: a manager does it (Ctrl F9).</translation>
  </message>
  <message>
   <source>Plain</source>
   <translation>Plain</translation>
  </message>
  <message>
   <source>Print the card</source>
   <translation>Print the card</translation>
  </message>
  <message>
   <source>Spring Festival</source>
   <translation>Spring Festival</translation>
  </message>
  <message>
   <source>Take the photo</source>
   <translation>Take the photo</translation>
  </message>
  <message>
   <source>The campaign’s name on it</source>
   <translation>The campaign’s name on it</translation>
  </message>
  <message>
   <source>The card is printed on {printer}.</source>
   <translation>The card is printed on {printer}.</translation>
  </message>
  <message>
   <source>The card on their phone</source>
   <translation>The card on their phone</translation>
  </message>
  <message>
   <source>The card’s QR code</source>
   <translation>The card’s QR code</translation>
  </message>
  <message>
   <source>The customer scans it and saves the card. It stays there for 30 days, with its photo.</source>
   <translation>The customer scans it and saves the card. It stays there for 30 days, with its photo.</translation>
  </message>
  <message>
   <source>The photo is deleted once the card is printed.</source>
   <translation>The photo is deleted once the card is printed.</translation>
  </message>
  <message>
   <source>To their phone</source>
   <translation>To their phone</translation>
  </message>
  <message>
   <source>Winter</source>
   <translation>Winter</translation>
  </message>
  <message>
   <source>Without the photo</source>
   <translation>Without the photo</translation>
  </message>
  <message>
   <source>“{word}” is not printed on cards here. Please write it another way.</source>
   <translation>“{word}” is not printed on cards here. Please write it another way.</translation>
  </message>
 </context>
 <context>
  <name>Categories</name>
  <message>
   <source>Amount by category</source>
   <translation>Amount by category</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>Apply</translation>
  </message>
  <message>
   <source>Digits and a point only, please.</source>
   <translation>Digits and a point only, please.</translation>
  </message>
  <message>
   <source>How much of the purchase falls on these goods?</source>
   <translation>How much of the purchase falls on these goods?</translation>
  </message>
  <message>
   <source>How much of {amount} falls on these goods?</source>
   <translation>How much of {amount} falls on these goods?</translation>
  </message>
  <message>
   <source>Together more than the amount of {amount}.</source>
   <translation>Together more than the amount of {amount}.</translation>
  </message>
 </context>
 <context>
  <name>Category</name>
  <message>
   <source>Appliances</source>
   <translation>Appliances</translation>
  </message>
  <message>
   <source>Baby</source>
   <translation>Baby</translation>
  </message>
  <message>
   <source>Bakery</source>
   <translation>Bakery</translation>
  </message>
  <message>
   <source>Beauty</source>
   <translation>Beauty</translation>
  </message>
  <message>
   <source>Clothing</source>
   <translation>Clothing</translation>
  </message>
  <message>
   <source>Drinks</source>
   <translation>Drinks</translation>
  </message>
  <message>
   <source>Electronics</source>
   <translation>Electronics</translation>
  </message>
  <message>
   <source>Food</source>
   <translation>Food</translation>
  </message>
  <message>
   <source>Fresh food</source>
   <translation>Fresh food</translation>
  </message>
  <message>
   <source>Gifts</source>
   <translation>Gifts</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Home</translation>
  </message>
  <message>
   <source>Mooncakes</source>
   <translation>Mooncakes</translation>
  </message>
  <message>
   <source>Tea</source>
   <translation>Tea</translation>
  </message>
 </context>
 <context>
  <name>ChargePaper</name>
  <message>
   <source>Good until {day}</source>
   <translation>Good until {day}</translation>
  </message>
  <message>
   <source>Keep it like cash: whoever holds it can pay with it.</source>
   <translation>Keep it like cash: whoever holds it can pay with it.</translation>
  </message>
  <message>
   <source>On the voucher</source>
   <translation>On the voucher</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Paid</translation>
  </message>
  <message>
   <source>Paid back</source>
   <translation>Paid back</translation>
  </message>
  <message>
   <source>Show this code when you pay</source>
   <translation>Show this code when you pay</translation>
  </message>
  <message>
   <source>Voucher sold</source>
   <translation>Voucher sold</translation>
  </message>
  <message>
   <source>Voucher taken back</source>
   <translation>Voucher taken back</translation>
  </message>
  <message>
   <source>Voucher topped up</source>
   <translation>Voucher topped up</translation>
  </message>
 </context>
 <context>
  <name>Check</name>
  <message>
   <source>Friday</source>
   <translation>Friday</translation>
  </message>
  <message>
   <source>HQ</source>
   <translation>HQ</translation>
  </message>
  <message>
   <source>HQ did not accept the registration</source>
   <translation>HQ did not accept the registration</translation>
  </message>
  <message>
   <source>HQ looks at this recommendation first</source>
   <translation>HQ looks at this recommendation first</translation>
  </message>
  <message>
   <source>Monday</source>
   <translation>Monday</translation>
  </message>
  <message>
   <source>Saturday</source>
   <translation>Saturday</translation>
  </message>
  <message>
   <source>Sunday</source>
   <translation>Sunday</translation>
  </message>
  <message>
   <source>Thursday</source>
   <translation>Thursday</translation>
  </message>
  <message>
   <source>Tuesday</source>
   <translation>Tuesday</translation>
  </message>
  <message>
   <source>Wednesday</source>
   <translation>Wednesday</translation>
  </message>
  <message>
   <source>a day</source>
   <translation>a day</translation>
  </message>
  <message>
   <source>a member for {have} days</source>
   <translation>a member for {have} days</translation>
  </message>
  <message>
   <source>a member for {have} days (from {need})</source>
   <translation>a member for {have} days (from {need})</translation>
  </message>
  <message>
   <source>a member for {have} days, at most {most}</source>
   <translation>a member for {have} days, at most {most}</translation>
  </message>
  <message>
   <source>a member for {have} days, needs {need}</source>
   <translation>a member for {have} days, needs {need}</translation>
  </message>
  <message>
   <source>a member is at the till</source>
   <translation>a member is at the till</translation>
  </message>
  <message>
   <source>a month</source>
   <translation>a month</translation>
  </message>
  <message>
   <source>a place is free: {need}</source>
   <translation>a place is free: {need}</translation>
  </message>
  <message>
   <source>a week</source>
   <translation>a week</translation>
  </message>
  <message>
   <source>a year</source>
   <translation>a year</translation>
  </message>
  <message>
   <source>already has “{thing}”</source>
   <translation>already has “{thing}”</translation>
  </message>
  <message>
   <source>belongs to: {need}</source>
   <translation>belongs to: {need}</translation>
  </message>
  <message>
   <source>between two phases of the campaign</source>
   <translation>between two phases of the campaign</translation>
  </message>
  <message>
   <source>birthday time</source>
   <translation>birthday time</translation>
  </message>
  <message>
   <source>both live in one household</source>
   <translation>both live in one household</translation>
  </message>
  <message>
   <source>bought for {have}</source>
   <translation>bought for {have}</translation>
  </message>
  <message>
   <source>bought for {have} (from {need})</source>
   <translation>bought for {have} (from {need})</translation>
  </message>
  <message>
   <source>bought for {have}, and {need} came back in exchange: nothing more was bought</source>
   <translation>bought for {have}, and {need} came back in exchange: nothing more was bought</translation>
  </message>
  <message>
   <source>bought for {have}, at most {most}</source>
   <translation>bought for {have}, at most {most}</translation>
  </message>
  <message>
   <source>bought for {have}, needs {need}</source>
   <translation>bought for {have}, needs {need}</translation>
  </message>
  <message>
   <source>came without a recommendation</source>
   <translation>came without a recommendation</translation>
  </message>
  <message>
   <source>check-ins: {have}</source>
   <translation>check-ins: {have}</translation>
  </message>
  <message>
   <source>check-ins: {have} (from {need})</source>
   <translation>check-ins: {have} (from {need})</translation>
  </message>
  <message>
   <source>check-ins: {have}, at most {most}</source>
   <translation>check-ins: {have}, at most {most}</translation>
  </message>
  <message>
   <source>check-ins: {have}, needs {need}</source>
   <translation>check-ins: {have}, needs {need}</translation>
  </message>
  <message>
   <source>checked in {have} days in a row</source>
   <translation>checked in {have} days in a row</translation>
  </message>
  <message>
   <source>checked in {have} days in a row (target {need})</source>
   <translation>checked in {have} days in a row (target {need})</translation>
  </message>
  <message>
   <source>checked in {have} days in a row, needs {need}</source>
   <translation>checked in {have} days in a row, needs {need}</translation>
  </message>
  <message>
   <source>checked in {have} days in a row; the target was reached before</source>
   <translation>checked in {have} days in a row; the target was reached before</translation>
  </message>
  <message>
   <source>checkout</source>
   <translation>checkout</translation>
  </message>
  <message>
   <source>chosen: {have}</source>
   <translation>chosen: {have}</translation>
  </message>
  <message>
   <source>condition “{code}”</source>
   <translation>condition “{code}”</translation>
  </message>
  <message>
   <source>does not have “{thing}” yet</source>
   <translation>does not have “{thing}” yet</translation>
  </message>
  <message>
   <source>draw tickets: {have}</source>
   <translation>draw tickets: {have}</translation>
  </message>
  <message>
   <source>draw tickets: {have} (from {need})</source>
   <translation>draw tickets: {have} (from {need})</translation>
  </message>
  <message>
   <source>draw tickets: {have}, at most {most}</source>
   <translation>draw tickets: {have}, at most {most}</translation>
  </message>
  <message>
   <source>draw tickets: {have}, needs {need}</source>
   <translation>draw tickets: {have}, needs {need}</translation>
  </message>
  <message>
   <source>events</source>
   <translation>events</translation>
  </message>
  <message>
   <source>first check-in today</source>
   <translation>first check-in today</translation>
  </message>
  <message>
   <source>friends brought: {have}</source>
   <translation>friends brought: {have}</translation>
  </message>
  <message>
   <source>friends brought: {have} (from {need})</source>
   <translation>friends brought: {have} (from {need})</translation>
  </message>
  <message>
   <source>friends brought: {have}, at most {most}</source>
   <translation>friends brought: {have}, at most {most}</translation>
  </message>
  <message>
   <source>friends brought: {have}, needs {need}</source>
   <translation>friends brought: {have}, needs {need}</translation>
  </message>
  <message>
   <source>had spent {have} before</source>
   <translation>had spent {have} before</translation>
  </message>
  <message>
   <source>had spent {have} before (from {need})</source>
   <translation>had spent {have} before (from {need})</translation>
  </message>
  <message>
   <source>had spent {have} before, at most {most}</source>
   <translation>had spent {have} before, at most {most}</translation>
  </message>
  <message>
   <source>had spent {have} before, needs {need}</source>
   <translation>had spent {have} before, needs {need}</translation>
  </message>
  <message>
   <source>has checked in today already</source>
   <translation>has checked in today already</translation>
  </message>
  <message>
   <source>has never bought</source>
   <translation>has never bought</translation>
  </message>
  <message>
   <source>has “{thing}”</source>
   <translation>has “{thing}”</translation>
  </message>
  <message>
   <source>here: {have}</source>
   <translation>here: {have}</translation>
  </message>
  <message>
   <source>in all</source>
   <translation>in all</translation>
  </message>
  <message>
   <source>in phase {have}</source>
   <translation>in phase {have}</translation>
  </message>
  <message>
   <source>in stock: {need}</source>
   <translation>in stock: {need}</translation>
  </message>
  <message>
   <source>in the price: {money} off</source>
   <translation>in the price: {money} off</translation>
  </message>
  <message>
   <source>in this store</source>
   <translation>in this store</translation>
  </message>
  <message>
   <source>it was about “{need}”</source>
   <translation>it was about “{need}”</translation>
  </message>
  <message>
   <source>kind of customer: {have}</source>
   <translation>kind of customer: {have}</translation>
  </message>
  <message>
   <source>last bought {have} days ago</source>
   <translation>last bought {have} days ago</translation>
  </message>
  <message>
   <source>last bought {have} days ago (from {need})</source>
   <translation>last bought {have} days ago (from {need})</translation>
  </message>
  <message>
   <source>last bought {have} days ago, at most {most}</source>
   <translation>last bought {have} days ago, at most {most}</translation>
  </message>
  <message>
   <source>last bought {have} days ago, needs {need}</source>
   <translation>last bought {have} days ago, needs {need}</translation>
  </message>
  <message numerus="yes">
   <source>limit reached: {most} point(s) {per}</source>
   <translation>
    <numerusform>limit reached: {most} point {per}</numerusform>
    <numerusform>limit reached: {most} points {per}</numerusform>
   </translation>
  </message>
  <message>
   <source>limit reached: {most} saved {per}</source>
   <translation>limit reached: {most} saved {per}</translation>
  </message>
  <message numerus="yes">
   <source>limit reached: {most} time(s) {per}</source>
   <translation>
    <numerusform>limit reached: once {per}</numerusform>
    <numerusform>limit reached: {most} times {per}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>limit: {most} point(s) {per}, {used} so far</source>
   <translation>
    <numerusform>limit: {most} point {per}, {used} so far</numerusform>
    <numerusform>limit: {most} points {per}, {used} so far</numerusform>
   </translation>
  </message>
  <message>
   <source>limit: {most} saved {per}, {used} so far</source>
   <translation>limit: {most} saved {per}, {used} so far</translation>
  </message>
  <message numerus="yes">
   <source>limit: {most} time(s) {per}, used {used}</source>
   <translation>
    <numerusform>limit: once {per}, used {used}</numerusform>
    <numerusform>limit: {most} times {per}, used {used}</numerusform>
   </translation>
  </message>
  <message>
   <source>limited to {most} in all</source>
   <translation>limited to {most} in all</translation>
  </message>
  <message>
   <source>limited to {most} in all: the share of this till is used up</source>
   <translation>limited to {most} in all: the share of this till is used up</translation>
  </message>
  <message>
   <source>members of tier {need} only (this one: {have})</source>
   <translation>members of tier {need} only (this one: {have})</translation>
  </message>
  <message>
   <source>met, but it comes to nothing (the amount is too small, or the member has it already)</source>
   <translation>met, but it comes to nothing (the amount is too small, or the member has it already)</translation>
  </message>
  <message>
   <source>needs “{thing}”, which this member has not</source>
   <translation>needs “{thing}”, which this member has not</translation>
  </message>
  <message>
   <source>no goods of the right kind</source>
   <translation>no goods of the right kind</translation>
  </message>
  <message>
   <source>no place left here: {need}</source>
   <translation>no place left here: {need}</translation>
  </message>
  <message>
   <source>nobody can recommend themselves</source>
   <translation>nobody can recommend themselves</translation>
  </message>
  <message>
   <source>none</source>
   <translation>none</translation>
  </message>
  <message>
   <source>none of several conditions holds</source>
   <translation>none of several conditions holds</translation>
  </message>
  <message>
   <source>none was left at the time</source>
   <translation>none was left at the time</translation>
  </message>
  <message>
   <source>not for members marked: {need}</source>
   <translation>not for members marked: {need}</translation>
  </message>
  <message>
   <source>not for those whom a member recommended</source>
   <translation>not for those whom a member recommended</translation>
  </message>
  <message>
   <source>not given for this yet</source>
   <translation>not given for this yet</translation>
  </message>
  <message>
   <source>not in the price: something better is, or it does not go with it</source>
   <translation>not in the price: something better is, or it does not go with it</translation>
  </message>
  <message>
   <source>not marked: {need}</source>
   <translation>not marked: {need}</translation>
  </message>
  <message>
   <source>not the birthday month</source>
   <translation>not the birthday month</translation>
  </message>
  <message>
   <source>not the first purchase: {have} before</source>
   <translation>not the first purchase: {have} before</translation>
  </message>
  <message>
   <source>not the friend’s first purchase</source>
   <translation>not the friend’s first purchase</translation>
  </message>
  <message>
   <source>nothing left in stock here: {need}</source>
   <translation>nothing left in stock here: {need}</translation>
  </message>
  <message>
   <source>number {have}</source>
   <translation>number {have}</translation>
  </message>
  <message>
   <source>number {have} of {need}</source>
   <translation>number {have} of {need}</translation>
  </message>
  <message>
   <source>number {have}; only number {most} counts</source>
   <translation>number {have}; only number {most} counts</translation>
  </message>
  <message>
   <source>of no kind yet</source>
   <translation>of no kind yet</translation>
  </message>
  <message>
   <source>one of several conditions holds</source>
   <translation>one of several conditions holds</translation>
  </message>
  <message>
   <source>online</source>
   <translation>online</translation>
  </message>
  <message>
   <source>only for customers who are {need} (this one: {have})</source>
   <translation>only for customers who are {need} (this one: {have})</translation>
  </message>
  <message>
   <source>only for members marked: {need}</source>
   <translation>only for members marked: {need}</translation>
  </message>
  <message>
   <source>only for members: nobody is known at the till</source>
   <translation>only for members: nobody is known at the till</translation>
  </message>
  <message>
   <source>only for those whom a member recommended</source>
   <translation>only for those whom a member recommended</translation>
  </message>
  <message>
   <source>only for “{need}”</source>
   <translation>only for “{need}”</translation>
  </message>
  <message>
   <source>only here: {need}</source>
   <translation>only here: {need}</translation>
  </message>
  <message>
   <source>only in phase {need}</source>
   <translation>only in phase {need}</translation>
  </message>
  <message>
   <source>only in phase {need} (now: {have})</source>
   <translation>only in phase {need} (now: {have})</translation>
  </message>
  <message>
   <source>only in: {need}</source>
   <translation>only in: {need}</translation>
  </message>
  <message>
   <source>only on reaching tier {need}</source>
   <translation>only on reaching tier {need}</translation>
  </message>
  <message>
   <source>only the largest multiplier counts: ×{need} instead of ×{have}</source>
   <translation>only the largest multiplier counts: ×{need} instead of ×{have}</translation>
  </message>
  <message>
   <source>only when paid by: {need}</source>
   <translation>only when paid by: {need}</translation>
  </message>
  <message>
   <source>only when “{need}” is won</source>
   <translation>only when “{need}” is won</translation>
  </message>
  <message>
   <source>paid by: {have}</source>
   <translation>paid by: {have}</translation>
  </message>
  <message>
   <source>per clerk</source>
   <translation>per clerk</translation>
  </message>
  <message>
   <source>per household</source>
   <translation>per household</translation>
  </message>
  <message>
   <source>per member</source>
   <translation>per member</translation>
  </message>
  <message>
   <source>per store</source>
   <translation>per store</translation>
  </message>
  <message>
   <source>per till</source>
   <translation>per till</translation>
  </message>
  <message>
   <source>pieces of the right article: {have}</source>
   <translation>pieces of the right article: {have}</translation>
  </message>
  <message>
   <source>pieces of the right article: {have} (from {need})</source>
   <translation>pieces of the right article: {have} (from {need})</translation>
  </message>
  <message>
   <source>pieces of the right article: {have}, at most {most}</source>
   <translation>pieces of the right article: {have}, at most {most}</translation>
  </message>
  <message>
   <source>pieces of the right article: {have}, needs {need}</source>
   <translation>pieces of the right article: {have}, needs {need}</translation>
  </message>
  <message>
   <source>points: {have}</source>
   <translation>points: {have}</translation>
  </message>
  <message>
   <source>points: {have} (from {need})</source>
   <translation>points: {have} (from {need})</translation>
  </message>
  <message>
   <source>points: {have}, at most {most}</source>
   <translation>points: {have}, at most {most}</translation>
  </message>
  <message>
   <source>points: {have}, needs {need}</source>
   <translation>points: {have}, needs {need}</translation>
  </message>
  <message>
   <source>purchases before: {have}</source>
   <translation>purchases before: {have}</translation>
  </message>
  <message>
   <source>purchases before: {have} (from {need})</source>
   <translation>purchases before: {have} (from {need})</translation>
  </message>
  <message>
   <source>purchases before: {have}, at most {most}</source>
   <translation>purchases before: {have}, at most {most}</translation>
  </message>
  <message>
   <source>purchases before: {have}, needs {need}</source>
   <translation>purchases before: {have}, needs {need}</translation>
  </message>
  <message>
   <source>reached tier {need}</source>
   <translation>reached tier {need}</translation>
  </message>
  <message>
   <source>running out soon: {have}</source>
   <translation>running out soon: {have}</translation>
  </message>
  <message>
   <source>running out soon: {have} (from {need})</source>
   <translation>running out soon: {have} (from {need})</translation>
  </message>
  <message>
   <source>running out soon: {have}, needs {need}</source>
   <translation>running out soon: {have}, needs {need}</translation>
  </message>
  <message>
   <source>score {have}</source>
   <translation>score {have}</translation>
  </message>
  <message>
   <source>score {have} (from {need})</source>
   <translation>score {have} (from {need})</translation>
  </message>
  <message>
   <source>score {have}, at most {most}</source>
   <translation>score {have}, at most {most}</translation>
  </message>
  <message>
   <source>score {have}, needs {need}</source>
   <translation>score {have}, needs {need}</translation>
  </message>
  <message>
   <source>self-service</source>
   <translation>self-service</translation>
  </message>
  <message>
   <source>somebody else had recommended the friend before</source>
   <translation>somebody else had recommended the friend before</translation>
  </message>
  <message>
   <source>spent {have} in all</source>
   <translation>spent {have} in all</translation>
  </message>
  <message>
   <source>spent {have} in all (target {need})</source>
   <translation>spent {have} in all (target {need})</translation>
  </message>
  <message>
   <source>spent {have} in all, needs {need}</source>
   <translation>spent {have} in all, needs {need}</translation>
  </message>
  <message>
   <source>spent {have} in all; the target was reached before</source>
   <translation>spent {have} in all; the target was reached before</translation>
  </message>
  <message>
   <source>spins left: {have}</source>
   <translation>spins left: {have}</translation>
  </message>
  <message>
   <source>stamps on the card: {have}</source>
   <translation>stamps on the card: {have}</translation>
  </message>
  <message>
   <source>stamps on the card: {have} of {need}</source>
   <translation>stamps on the card: {have} of {need}</translation>
  </message>
  <message>
   <source>the birthday is not known</source>
   <translation>the birthday is not known</translation>
  </message>
  <message>
   <source>the birthday is not within {need} days</source>
   <translation>the birthday is not within {need} days</translation>
  </message>
  <message>
   <source>the campaign begins on {day}</source>
   <translation>the campaign begins on {day}</translation>
  </message>
  <message>
   <source>the campaign ended on {day}</source>
   <translation>the campaign ended on {day}</translation>
  </message>
  <message>
   <source>the campaign is not running</source>
   <translation>the campaign is not running</translation>
  </message>
  <message>
   <source>the campaign is running</source>
   <translation>the campaign is running</translation>
  </message>
  <message>
   <source>the card is full: {have} of {need} stamps</source>
   <translation>the card is full: {have} of {need} stamps</translation>
  </message>
  <message>
   <source>the code was given</source>
   <translation>the code was given</translation>
  </message>
  <message>
   <source>the code was not given</source>
   <translation>the code was not given</translation>
  </message>
  <message>
   <source>the customer does not pay with points (F7)</source>
   <translation>the customer does not pay with points (F7)</translation>
  </message>
  <message>
   <source>the customer pays with points</source>
   <translation>the customer pays with points</translation>
  </message>
  <message>
   <source>the first purchase</source>
   <translation>the first purchase</translation>
  </message>
  <message>
   <source>the friend was a member already</source>
   <translation>the friend was a member already</translation>
  </message>
  <message>
   <source>the member kept it from a sale that was undone: it counts for this one</source>
   <translation>the member kept it from a sale that was undone: it counts for this one</translation>
  </message>
  <message>
   <source>the members recommended each other in a circle</source>
   <translation>the members recommended each other in a circle</translation>
  </message>
  <message>
   <source>the recommendation counts</source>
   <translation>the recommendation counts</translation>
  </message>
  <message>
   <source>the recommendation does not count</source>
   <translation>the recommendation does not count</translation>
  </message>
  <message>
   <source>the right date</source>
   <translation>the right date</translation>
  </message>
  <message>
   <source>the right day of the month</source>
   <translation>the right day of the month</translation>
  </message>
  <message>
   <source>the right day of the week</source>
   <translation>the right day of the week</translation>
  </message>
  <message>
   <source>the right goods are among it</source>
   <translation>the right goods are among it</translation>
  </message>
  <message>
   <source>the right time of day</source>
   <translation>the right time of day</translation>
  </message>
  <message>
   <source>this gift cannot be chosen (any more)</source>
   <translation>this gift cannot be chosen (any more)</translation>
  </message>
  <message>
   <source>this till’s share of the budget is used up</source>
   <translation>this till’s share of the budget is used up</translation>
  </message>
  <message>
   <source>this version of the campaign is in force</source>
   <translation>this version of the campaign is in force</translation>
  </message>
  <message>
   <source>this version of the campaign was not in force then</source>
   <translation>this version of the campaign was not in force then</translation>
  </message>
  <message>
   <source>tier: {have}</source>
   <translation>tier: {have}</translation>
  </message>
  <message>
   <source>till</source>
   <translation>till</translation>
  </message>
  <message>
   <source>very many</source>
   <translation>very many</translation>
  </message>
  <message>
   <source>was given once for this</source>
   <translation>was given once for this</translation>
  </message>
  <message>
   <source>was recommended by a member</source>
   <translation>was recommended by a member</translation>
  </message>
  <message>
   <source>what came back cost as much as what was bought</source>
   <translation>what came back cost as much as what was bought</translation>
  </message>
  <message>
   <source>who recommended the friend is no member any more</source>
   <translation>who recommended the friend is no member any more</translation>
  </message>
  <message>
   <source>within the budget</source>
   <translation>within the budget</translation>
  </message>
  <message>
   <source>won “{need}”</source>
   <translation>won “{need}”</translation>
  </message>
  <message>
   <source>wrong day: only on the {days} of a month</source>
   <translation>wrong day: only on the {days} of a month</translation>
  </message>
  <message>
   <source>wrong day: only {days}</source>
   <translation>wrong day: only {days}</translation>
  </message>
  <message>
   <source>wrong time: only {hours}</source>
   <translation>wrong time: only {hours}</translation>
  </message>
  <message>
   <source>{have} of it on the right goods</source>
   <translation>{have} of it on the right goods</translation>
  </message>
  <message>
   <source>{have} of it on the right goods (from {need})</source>
   <translation>{have} of it on the right goods (from {need})</translation>
  </message>
  <message>
   <source>{have} of it on the right goods, at most {most}</source>
   <translation>{have} of it on the right goods, at most {most}</translation>
  </message>
  <message>
   <source>{have} of it on the right goods, needs {need}</source>
   <translation>{have} of it on the right goods, needs {need}</translation>
  </message>
  <message>
   <source>{have} points paid</source>
   <translation>{have} points paid</translation>
  </message>
  <message>
   <source>{have} points paid, as asked</source>
   <translation>{have} points paid, as asked</translation>
  </message>
  <message>
   <source>{have} points paid, the price is {most}</source>
   <translation>{have} points paid, the price is {most}</translation>
  </message>
  <message>
   <source>{have} points paid, the price is {need}</source>
   <translation>{have} points paid, the price is {need}</translation>
  </message>
  <message>
   <source>{since} to {until}</source>
   <translation>{since} to {until}</translation>
  </message>
 </context>
 <context>
  <name>Code</name>
  <message>
   <source>Capitals, blanks and dashes make no difference.</source>
   <translation>Capitals, blanks and dashes make no difference.</translation>
  </message>
  <message>
   <source>Key in a code</source>
   <translation>Key in a code</translation>
  </message>
  <message>
   <source>The code as the customer says it</source>
   <translation>The code as the customer says it</translation>
  </message>
  <message>
   <source>Use the code</source>
   <translation>Use the code</translation>
  </message>
 </context>
 <context>
  <name>Comfort</name>
  <message>
   <source>As usual</source>
   <translation>As usual</translation>
  </message>
  <message>
   <source>Everything further down</source>
   <translation>Everything further down</translation>
  </message>
  <message>
   <source>Large</source>
   <translation>Large</translation>
  </message>
  <message>
   <source>Largest</source>
   <translation>Largest</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Nothing moves</source>
   <translation>Nothing moves</translation>
  </message>
  <message>
   <source>Read aloud</source>
   <translation>Read aloud</translation>
  </message>
  <message>
   <source>Size of the letters</source>
   <translation>Size of the letters</translation>
  </message>
  <message>
   <source>Strong contrast</source>
   <translation>Strong contrast</translation>
  </message>
  <message>
   <source>{what}: off</source>
   <translation>{what}: off</translation>
  </message>
  <message>
   <source>{what}: on</source>
   <translation>{what}: on</translation>
  </message>
 </context>
 <context>
  <name>Coupon</name>
  <message numerus="yes">
   <source>%n day(s) left</source>
   <translation>
    <numerusform>%n day left</numerusform>
    <numerusform>%n days left</numerusform>
   </translation>
  </message>
  <message>
   <source>Best combination</source>
   <translation>Best combination</translation>
  </message>
  <message>
   <source>Best combination chosen</source>
   <translation>Best combination chosen</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Coupons</source>
   <translation>Coupons</translation>
  </message>
  <message>
   <source>Coupons appear here when a member or a coupon is scanned.</source>
   <translation>Coupons appear here when a member or a coupon is scanned.</translation>
  </message>
  <message>
   <source>Scanned</source>
   <translation>Scanned</translation>
  </message>
  <message>
   <source>This member has no coupon at present.</source>
   <translation>This member has no coupon at present.</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>Used</translation>
  </message>
  <message>
   <source>cannot be used now</source>
   <translation>cannot be used now</translation>
  </message>
  <message>
   <source>last day</source>
   <translation>last day</translation>
  </message>
  <message>
   <source>not used</source>
   <translation>not used</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>until {day}</translation>
  </message>
  <message>
   <source>used</source>
   <translation>used</translation>
  </message>
  <message>
   <source>{money} on it</source>
   <translation>{money} on it</translation>
  </message>
 </context>
 <context>
  <name>Customer</name>
  <message>
   <source>Bring a friend</source>
   <translation>Bring a friend</translation>
  </message>
  <message>
   <source>Day {day} of {days}</source>
   <translation>Day {day} of {days}</translation>
  </message>
  <message>
   <source>Exchanged</source>
   <translation>Exchanged</translation>
  </message>
  <message>
   <source>For the customer</source>
   <translation>For the customer</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Goods</translation>
  </message>
  <message>
   <source>Let your friend scan it, or take a photo and send it</source>
   <translation>Let your friend scan it, or take a photo and send it</translation>
  </message>
  <message>
   <source>Money back</source>
   <translation>Money back</translation>
  </message>
  <message>
   <source>More on your voucher</source>
   <translation>More on your voucher</translation>
  </message>
  <message>
   <source>New voucher</source>
   <translation>New voucher</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Paid</translation>
  </message>
  <message>
   <source>Receipt {number}</source>
   <translation>Receipt {number}</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Saved</translation>
  </message>
  <message>
   <source>Scan it: your receipt on your phone</source>
   <translation>Scan it: your receipt on your phone</translation>
  </message>
  <message>
   <source>Show your member code when you pay</source>
   <translation>Show your member code when you pay</translation>
  </message>
  <message>
   <source>Take a photo: with this code we find your purchase again</source>
   <translation>Take a photo: with this code we find your purchase again</translation>
  </message>
  <message>
   <source>Thank you</source>
   <translation>Thank you</translation>
  </message>
  <message>
   <source>Then {left} on it</source>
   <translation>Then {left} on it</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>To pay</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Welcome</translation>
  </message>
  <message>
   <source>You get back</source>
   <translation>You get back</translation>
  </message>
  <message>
   <source>You receive: {rewards}</source>
   <translation>You receive: {rewards}</translation>
  </message>
  <message>
   <source>You received: {rewards}</source>
   <translation>You received: {rewards}</translation>
  </message>
  <message>
   <source>You save {money}</source>
   <translation>You save {money}</translation>
  </message>
  <message>
   <source>You saved {money}</source>
   <translation>You saved {money}</translation>
  </message>
  <message>
   <source>Your member code: take a photo of it</source>
   <translation>Your member code: take a photo of it</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
  <message>
   <source>{left} on it</source>
   <translation>{left} on it</translation>
  </message>
  <message>
   <source>{name} …{code}</source>
   <translation>{name} …{code}</translation>
  </message>
  <message>
   <source>{n} points</source>
   <translation>{n} points</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source> What they were given stays theirs.</source>
   <translation> What they were given stays theirs.</translation>
  </message>
  <message numerus="yes">
   <source>%n desk(s) together</source>
   <translation>
    <numerusform>%n desk together</numerusform>
    <numerusform>%n desks together</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n guest(s)</source>
   <translation>
    <numerusform>%n guest</numerusform>
    <numerusform>%n guests</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s) left</source>
   <translation>
    <numerusform>%n label left</numerusform>
    <numerusform>%n labels left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n person</numerusform>
    <numerusform>%n people</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n place(s) left</source>
   <translation>
    <numerusform>%n place left</numerusform>
    <numerusform>%n places left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n ticket(s) signed in twice, at two desks.</source>
   <translation>
    <numerusform>%n ticket signed in twice, at two desks.</numerusform>
    <numerusform>%n tickets signed in twice, at two desks.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n used twice</source>
   <translation>
    <numerusform>%n used twice</numerusform>
    <numerusform>%n used twice</numerusform>
   </translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Add</translation>
  </message>
  <message>
   <source>All places are taken. Call whoever is in charge.</source>
   <translation>All places are taken. Call whoever is in charge.</translation>
  </message>
  <message>
   <source>Alone: no HQ, no other desk</source>
   <translation>Alone: no HQ, no other desk</translation>
  </message>
  <message>
   <source>Another event or session</source>
   <translation>Another event or session</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Answer</translation>
  </message>
  <message>
   <source>Arrivals every 5 minutes</source>
   <translation>Arrivals every 5 minutes</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Came</translation>
  </message>
  <message>
   <source>Came last</source>
   <translation>Came last</translation>
  </message>
  <message>
   <source>Choose an event first: F4.</source>
   <translation>Choose an event first: F4.</translation>
  </message>
  <message>
   <source>Choose one, or make one here</source>
   <translation>Choose one, or make one here</translation>
  </message>
  <message>
   <source>Companion +1</source>
   <translation>Companion +1</translation>
  </message>
  <message>
   <source>Desk</source>
   <translation>Desk</translation>
  </message>
  <message>
   <source>Do not let in. Call whoever is in charge.</source>
   <translation>Do not let in. Call whoever is in charge.</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Event</translation>
  </message>
  <message>
   <source>Find one of the group first, then F5.</source>
   <translation>Find one of the group first, then F5.</translation>
  </message>
  <message>
   <source>Given: {rewards}</source>
   <translation>Given: {rewards}</translation>
  </message>
  <message>
   <source>Good from {day} {time}.</source>
   <translation>Good from {day} {time}.</translation>
  </message>
  <message>
   <source>Guests from a file</source>
   <translation>Guests from a file</translation>
  </message>
  <message>
   <source>HQ away · {desks}</source>
   <translation>HQ away · {desks}</translation>
  </message>
  <message>
   <source>HQ has told of no event for this store. Make one here, in a minute.</source>
   <translation>HQ has told of no event for this store. Make one here, in a minute.</translation>
  </message>
  <message>
   <source>Here again: entry number {n}</source>
   <translation>Here again: entry number {n}</translation>
  </message>
  <message>
   <source>How many there are</source>
   <translation>How many there are</translation>
  </message>
  <message>
   <source>If it is somebody else, ask for their own ticket.</source>
   <translation>If it is somebody else, ask for their own ticket.</translation>
  </message>
  <message>
   <source>In the house now</source>
   <translation>In the house now</translation>
  </message>
  <message>
   <source>In the house {n}</source>
   <translation>In the house {n}</translation>
  </message>
  <message>
   <source>It was good until {day} {time}.</source>
   <translation>It was good until {day} {time}.</translation>
  </message>
  <message>
   <source>Last: {name}, {time}</source>
   <translation>Last: {name}, {time}</translation>
  </message>
  <message>
   <source>Leaving</source>
   <translation>Leaving</translation>
  </message>
  <message>
   <source>Let in</source>
   <translation>Let in</translation>
  </message>
  <message>
   <source>Let in (PIN)</source>
   <translation>Let in (PIN)</translation>
  </message>
  <message>
   <source>Let in all the same</source>
   <translation>Let in all the same</translation>
  </message>
  <message>
   <source>Let in all the same?</source>
   <translation>Let in all the same?</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Look</translation>
  </message>
  <message>
   <source>Make an event here</source>
   <translation>Make an event here</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name, initials, phone, seat</source>
   <translation>Name, initials, phone, seat</translation>
  </message>
  <message>
   <source>Name, pinyin initials, phone, company or seat</source>
   <translation>Name, pinyin initials, phone, company or seat</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>No badge: the printer needs somebody</source>
   <translation>No badge: the printer needs somebody</translation>
  </message>
  <message>
   <source>No event chosen</source>
   <translation>No event chosen</translation>
  </message>
  <message>
   <source>Nobody fits. One character less finds more; a phone’s last digits are enough.</source>
   <translation>Nobody fits. One character less finds more; a phone’s last digits are enough.</translation>
  </message>
  <message>
   <source>Nobody fits? Add “{text}” (F2) in 15 seconds</source>
   <translation>Nobody fits? Add “{text}” (F2) in 15 seconds</translation>
  </message>
  <message>
   <source>Nobody has come yet. Whoever comes stands here, at whichever desk.</source>
   <translation>Nobody has come yet. Whoever comes stands here, at whichever desk.</translation>
  </message>
  <message>
   <source>Nobody of ours made this ticket. Look for the name instead.</source>
   <translation>Nobody of ours made this ticket. Look for the name instead.</translation>
  </message>
  <message>
   <source>Not on the list before</source>
   <translation>Not on the list before</translation>
  </message>
  <message>
   <source>Not on the list? Add them (F2) in 15 seconds</source>
   <translation>Not on the list? Add them (F2) in 15 seconds</translation>
  </message>
  <message>
   <source>Nothing of this desk to take back.</source>
   <translation>Nothing of this desk to take back.</translation>
  </message>
  <message>
   <source>On the members’ list, too</source>
   <translation>On the members’ list, too</translation>
  </message>
  <message>
   <source>On the waiting list</source>
   <translation>On the waiting list</translation>
  </message>
  <message>
   <source>On the waiting list: only when there is room.</source>
   <translation>On the waiting list: only when there is room.</translation>
  </message>
  <message>
   <source>One more +1</source>
   <translation>One more +1</translation>
  </message>
  <message numerus="yes">
   <source>Peak {time} · %n people</source>
   <translation>
    <numerusform>Peak {time} · %n person</numerusform>
    <numerusform>Peak {time} · %n people</numerusform>
   </translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Places left</source>
   <translation>Places left</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Ready</translation>
  </message>
  <message>
   <source>Scan a ticket or a member’s code, or type a name.</source>
   <translation>Scan a ticket or a member’s code, or type a name.</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Searching…</translation>
  </message>
  <message>
   <source>Seat</source>
   <translation>Seat</translation>
  </message>
  <message>
   <source>Seat {seat}</source>
   <translation>Seat {seat}</translation>
  </message>
  <message>
   <source>Several guests are meant: choose in the list.</source>
   <translation>Several guests are meant: choose in the list.</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Sign in</translation>
  </message>
  <message>
   <source>Signed in twice</source>
   <translation>Signed in twice</translation>
  </message>
  <message>
   <source>Signed in {time}. The reason is written down; the ticket is good again.</source>
   <translation>Signed in {time}. The reason is written down; the ticket is good again.</translation>
  </message>
  <message>
   <source>Signed out. The same ticket lets them in again.</source>
   <translation>Signed out. The same ticket lets them in again.</translation>
  </message>
  <message>
   <source>Table {seat}</source>
   <translation>Table {seat}</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>Take {name} back?</source>
   <translation>Take {name} back?</translation>
  </message>
  <message>
   <source>Taken back: {name} is not signed in.</source>
   <translation>Taken back: {name} is not signed in.</translation>
  </message>
  <message>
   <source>The badge is being printed</source>
   <translation>The badge is being printed</translation>
  </message>
  <message numerus="yes">
   <source>The badge is being printed (%n label(s) left)</source>
   <translation>
    <numerusform>The badge is being printed (%n label left)</numerusform>
    <numerusform>The badge is being printed (%n labels left)</numerusform>
   </translation>
  </message>
  <message>
   <source>The registration was cancelled. Call whoever is in charge.</source>
   <translation>The registration was cancelled. Call whoever is in charge.</translation>
  </message>
  <message>
   <source>The ticket is for another day.</source>
   <translation>The ticket is for another day.</translation>
  </message>
  <message>
   <source>Their session is “{session}”: {day} {time}.</source>
   <translation>Their session is “{session}”: {day} {time}.</translation>
  </message>
  <message>
   <source>They have not come in, or have left already.</source>
   <translation>They have not come in, or have left already.</translation>
  </message>
  <message>
   <source>This is no code of ours, or half of one. Scan again, or type a name.</source>
   <translation>This is no code of ours, or half of one. Scan again, or type a name.</translation>
  </message>
  <message>
   <source>This ticket is for another event.</source>
   <translation>This ticket is for another event.</translation>
  </message>
  <message>
   <source>This ticket is for “{event}”.</source>
   <translation>This ticket is for “{event}”.</translation>
  </message>
  <message>
   <source>Try the name or the phone. If there is nobody: add them, it takes 15 seconds.</source>
   <translation>Try the name or the phone. If there is nobody: add them, it takes 15 seconds.</translation>
  </message>
  <message>
   <source>Try the name or the phone. This event takes nobody who is not on the list.</source>
   <translation>Try the name or the phone. This event takes nobody who is not on the list.</translation>
  </message>
  <message>
   <source>Two desks could not see each other, so one ticket let in two. Only one of them counts.</source>
   <translation>Two desks could not see each other, so one ticket let in two. Only one of them counts.</translation>
  </message>
  <message>
   <source>Two walk-ins with one phone: both count. If they are one person, undo one.</source>
   <translation>Two walk-ins with one phone: both count. If they are one person, undo one.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Undo</translation>
  </message>
  <message>
   <source>Which event?</source>
   <translation>Which event?</translation>
  </message>
  <message>
   <source>Whoever is scanned now is signed out. F7 ends it.</source>
   <translation>Whoever is scanned now is signed out. F7 ends it.</translation>
  </message>
  <message>
   <source>came {time}</source>
   <translation>came {time}</translation>
  </message>
  <message>
   <source>here now</source>
   <translation>here now</translation>
  </message>
  <message>
   <source>left {time}</source>
   <translation>left {time}</translation>
  </message>
  <message>
   <source>nobody yet</source>
   <translation>nobody yet</translation>
  </message>
  <message>
   <source>over</source>
   <translation>over</translation>
  </message>
  <message>
   <source>today</source>
   <translation>today</translation>
  </message>
  <message>
   <source>undone</source>
   <translation>undone</translation>
  </message>
  <message numerus="yes">
   <source>with %n companion(s)</source>
   <translation>
    <numerusform>with %n companion</numerusform>
    <numerusform>with %n companions</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} comes in although the desk says: {verdict}. It is written down.</source>
   <translation>{name} comes in although the desk says: {verdict}. It is written down.</translation>
  </message>
  <message>
   <source>{time} at {desk}, by {name}</source>
   <translation>{time} at {desk}, by {name}</translation>
  </message>
 </context>
 <context>
  <name>DocumentKind</name>
  <message>
   <source>Coupon</source>
   <translation>Coupon</translation>
  </message>
  <message>
   <source>Daily report</source>
   <translation>Daily report</translation>
  </message>
  <message>
   <source>Draw result</source>
   <translation>Draw result</translation>
  </message>
  <message>
   <source>Draw ticket</source>
   <translation>Draw ticket</translation>
  </message>
  <message>
   <source>Event ticket</source>
   <translation>Event ticket</translation>
  </message>
  <message>
   <source>Greeting card</source>
   <translation>Greeting card</translation>
  </message>
  <message>
   <source>Guest badge</source>
   <translation>Guest badge</translation>
  </message>
  <message>
   <source>Handover note</source>
   <translation>Handover note</translation>
  </message>
  <message>
   <source>Invitation</source>
   <translation>Invitation</translation>
  </message>
  <message>
   <source>List</source>
   <translation>List</translation>
  </message>
  <message>
   <source>Notice of a draw</source>
   <translation>Notice of a draw</translation>
  </message>
  <message>
   <source>Paper slip</source>
   <translation>Paper slip</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Receipt</translation>
  </message>
  <message>
   <source>Registration form</source>
   <translation>Registration form</translation>
  </message>
  <message>
   <source>Return receipt</source>
   <translation>Return receipt</translation>
  </message>
  <message>
   <source>Rules poster</source>
   <translation>Rules poster</translation>
  </message>
  <message>
   <source>Shelf label</source>
   <translation>Shelf label</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>Sign-in sheet</translation>
  </message>
  <message>
   <source>Test page</source>
   <translation>Test page</translation>
  </message>
  <message>
   <source>Void receipt</source>
   <translation>Void receipt</translation>
  </message>
  <message>
   <source>Welcome slip</source>
   <translation>Welcome slip</translation>
  </message>
 </context>
 <context>
  <name>Door</name>
  <message>
   <source>Close the program</source>
   <translation>Close the program</translation>
  </message>
  <message>
   <source>Set this terminal up</source>
   <translation>Set this terminal up</translation>
  </message>
  <message>
   <source>Staff only</source>
   <translation>Staff only</translation>
  </message>
  <message>
   <source>This station is for customers. Your PIN or your badge lets you set it up or leave it.</source>
   <translation>This station is for customers. Your PIN or your badge lets you set it up or leave it.</translation>
  </message>
  <message>
   <source>Whoever was using the station is signed off first.</source>
   <translation>Whoever was using the station is signed off first.</translation>
  </message>
 </context>
 <context>
  <name>Draw</name>
  <message>
   <source>HQ</source>
   <translation>HQ</translation>
  </message>
  <message>
   <source>drawn</source>
   <translation>drawn</translation>
  </message>
  <message>
   <source>elsewhere</source>
   <translation>elsewhere</translation>
  </message>
  <message>
   <source>list frozen</source>
   <translation>list frozen</translation>
  </message>
  <message>
   <source>opening envelopes</source>
   <translation>opening envelopes</translation>
  </message>
  <message>
   <source>over</source>
   <translation>over</translation>
  </message>
  <message>
   <source>ready to draw</source>
   <translation>ready to draw</translation>
  </message>
  <message>
   <source>the witness</source>
   <translation>the witness</translation>
  </message>
  <message>
   <source>throwing dice</source>
   <translation>throwing dice</translation>
  </message>
  <message>
   <source>void</source>
   <translation>void</translation>
  </message>
  <message>
   <source>waiting for the beacon</source>
   <translation>waiting for the beacon</translation>
  </message>
  <message>
   <source>winners shown</source>
   <translation>winners shown</translation>
  </message>
 </context>
 <context>
  <name>Draws</name>
  <message>
   <source>A terminal of ours signed it.</source>
   <translation>A terminal of ours signed it.</translation>
  </message>
  <message>
   <source>Anybody can check it again: with a phone, or on the page of headquarters.</source>
   <translation>Anybody can check it again: with a phone, or on the page of headquarters.</translation>
  </message>
  <message>
   <source>Genuine</source>
   <translation>Genuine</translation>
  </message>
  <message>
   <source>It does not stand on the list that it names.</source>
   <translation>It does not stand on the list that it names.</translation>
  </message>
  <message>
   <source>It stands at its place on the sealed list.</source>
   <translation>It stands at its place on the sealed list.</translation>
  </message>
  <message>
   <source>It was drawn at another terminal, which alone knows the turn.</source>
   <translation>It was drawn at another terminal, which alone knows the turn.</translation>
  </message>
  <message>
   <source>Its list is not the one that was published.</source>
   <translation>Its list is not the one that was published.</translation>
  </message>
  <message>
   <source>Keep it: whoever is responsible for the campaign wants to see it. Nothing is handed over for it.</source>
   <translation>Keep it: whoever is responsible for the campaign wants to see it. Nothing is handed over for it.</translation>
  </message>
  <message>
   <source>No terminal of ours signed it.</source>
   <translation>No terminal of ours signed it.</translation>
  </message>
  <message>
   <source>Nobody drew that place here, or with another prize.</source>
   <translation>Nobody drew that place here, or with another prize.</translation>
  </message>
  <message>
   <source>Not genuine</source>
   <translation>Not genuine</translation>
  </message>
  <message>
   <source>Nothing wrong with it</source>
   <translation>Nothing wrong with it</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>One moment…</translation>
  </message>
  <message>
   <source>Please show it to our staff.</source>
   <translation>Please show it to our staff.</translation>
  </message>
  <message>
   <source>Receipt of a draw</source>
   <translation>Receipt of a draw</translation>
  </message>
  <message>
   <source>Rub here</source>
   <translation>Rub here</translation>
  </message>
  <message>
   <source>Scratch and see</source>
   <translation>Scratch and see</translation>
  </message>
  <message>
   <source>That list is the one that was published before anybody drew.</source>
   <translation>That list is the one that was published before anybody drew.</translation>
  </message>
  <message>
   <source>The page of headquarters, which a phone opens from the same code, can check the rest.</source>
   <translation>The page of headquarters, which a phone opens from the same code, can check the rest.</translation>
  </message>
  <message>
   <source>This terminal wrote that turn down, with that prize.</source>
   <translation>This terminal wrote that turn down, with that prize.</translation>
  </message>
  <message>
   <source>Whether its list was published before cannot be told here.</source>
   <translation>Whether its list was published before cannot be told here.</translation>
  </message>
  <message>
   <source>Who signed it cannot be told here.</source>
   <translation>Who signed it cannot be told here.</translation>
  </message>
  <message>
   <source>Whose ticket it is, and where it stands, cannot be told here.</source>
   <translation>Whose ticket it is, and where it stands, cannot be told here.</translation>
  </message>
  <message>
   <source>place {n} of {size}</source>
   <translation>place {n} of {size}</translation>
  </message>
  <message>
   <source>ticket {first}</source>
   <translation>ticket {first}</translation>
  </message>
  <message>
   <source>tickets {first} to {last}</source>
   <translation>tickets {first} to {last}</translation>
  </message>
 </context>
 <context>
  <name>Drill</name>
  <message>
   <source>Badge printer</source>
   <translation>Badge printer</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>Camera</translation>
  </message>
  <message>
   <source>Clock</source>
   <translation>Clock</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Disk</translation>
  </message>
  <message>
   <source>End</source>
   <translation>End</translation>
  </message>
  <message>
   <source>Guest list</source>
   <translation>Guest list</translation>
  </message>
  <message>
   <source>HQ could not be cut off here: not tried.</source>
   <translation>HQ could not be cut off here: not tried.</translation>
  </message>
  <message>
   <source>HQ did not come back: look at the network.</source>
   <translation>HQ did not come back: look at the network.</translation>
  </message>
  <message>
   <source>HQ has everything.</source>
   <translation>HQ has everything.</translation>
  </message>
  <message>
   <source>HQ has not been met: compare with a watch.</source>
   <translation>HQ has not been met: compare with a watch.</translation>
  </message>
  <message>
   <source>HQ is away: the desk works, and tells it later.</source>
   <translation>HQ is away: the desk works, and tells it later.</translation>
  </message>
  <message>
   <source>HQ was cut off meanwhile, and is back.</source>
   <translation>HQ was cut off meanwhile, and is back.</translation>
  </message>
  <message>
   <source>It is still starting: try again.</source>
   <translation>It is still starting: try again.</translation>
  </message>
  <message>
   <source>It reads tickets. This one was not signed in.</source>
   <translation>It reads tickets. This one was not signed in.</translation>
  </message>
  <message>
   <source>It reads, but this is no code of ours: try a ticket.</source>
   <translation>It reads, but this is no code of ours: try a ticket.</translation>
  </message>
  <message>
   <source>It sees.</source>
   <translation>It sees.</translation>
  </message>
  <message>
   <source>It shows nothing: look at cable and lens.</source>
   <translation>It shows nothing: look at cable and lens.</translation>
  </message>
  <message>
   <source>Look at it</source>
   <translation>Look at it</translation>
  </message>
  <message>
   <source>No camera here; the scanner does it.</source>
   <translation>No camera here; the scanner does it.</translation>
  </message>
  <message>
   <source>No printer for badges is set up.</source>
   <translation>No printer for badges is set up.</translation>
  </message>
  <message>
   <source>Nobody is on the list, and nobody may be added.</source>
   <translation>Nobody is on the list, and nobody may be added.</translation>
  </message>
  <message>
   <source>Not ready</source>
   <translation>Not ready</translation>
  </message>
  <message>
   <source>Not ready: what is red comes first.</source>
   <translation>Not ready: what is red comes first.</translation>
  </message>
  <message>
   <source>Not tried.</source>
   <translation>Not tried.</translation>
  </message>
  <message>
   <source>On battery, {percent}%: plug it in.</source>
   <translation>On battery, {percent}%: plug it in.</translation>
  </message>
  <message>
   <source>On the mains, no battery.</source>
   <translation>On the mains, no battery.</translation>
  </message>
  <message>
   <source>On without a scanner</source>
   <translation>On without a scanner</translation>
  </message>
  <message>
   <source>Plugged in.</source>
   <translation>Plugged in.</translation>
  </message>
  <message>
   <source>Power</source>
   <translation>Power</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Ready</translation>
  </message>
  <message>
   <source>Ready to open?</source>
   <translation>Ready to open?</translation>
  </message>
  <message>
   <source>Ready: the doors may open.</source>
   <translation>Ready: the doors may open.</translation>
  </message>
  <message>
   <source>Scan any ticket now. Nobody is signed in by it.</source>
   <translation>Scan any ticket now. Nobody is signed in by it.</translation>
  </message>
  <message>
   <source>Scanner</source>
   <translation>Scanner</translation>
  </message>
  <message>
   <source>The clock was set back: set it right.</source>
   <translation>The clock was set back: set it right.</translation>
  </message>
  <message>
   <source>The doors may open; look at what is yellow.</source>
   <translation>The doors may open; look at what is yellow.</translation>
  </message>
  <message>
   <source>The machine does not say.</source>
   <translation>The machine does not say.</translation>
  </message>
  <message>
   <source>The machine does not say: look at the plug.</source>
   <translation>The machine does not say: look at the plug.</translation>
  </message>
  <message>
   <source>This event gives no badges.</source>
   <translation>This event gives no badges.</translation>
  </message>
  <message>
   <source>Told to HQ</source>
   <translation>Told to HQ</translation>
  </message>
  <message>
   <source>Trial tickets</source>
   <translation>Trial tickets</translation>
  </message>
  <message>
   <source>Trying {line}… Nothing of it counts.</source>
   <translation>Trying {line}… Nothing of it counts.</translation>
  </message>
  <message>
   <source>Without HQ</source>
   <translation>Without HQ</translation>
  </message>
  <message>
   <source>{count} judged, 95 of 100 within {p95} ms. They do not count.</source>
   <translation>{count} judged, 95 of 100 within {p95} ms. They do not count.</translation>
  </message>
  <message>
   <source>{guests} guests; HQ has not been met since the start.</source>
   <translation>{guests} guests; HQ has not been met since the start.</translation>
  </message>
  <message>
   <source>{guests} guests; HQ told {minutes} min ago.</source>
   <translation>{guests} guests; HQ told {minutes} min ago.</translation>
  </message>
  <message>
   <source>{guests} guests; this event was made at a desk.</source>
   <translation>{guests} guests; this event was made at a desk.</translation>
  </message>
  <message>
   <source>{mb} MB free.</source>
   <translation>{mb} MB free.</translation>
  </message>
  <message>
   <source>{name} is ready.</source>
   <translation>{name} is ready.</translation>
  </message>
  <message>
   <source>{name} is {seconds} s off: one of the clocks is wrong.</source>
   <translation>{name} is {seconds} s off: one of the clocks is wrong.</translation>
  </message>
  <message>
   <source>{name}: {labels} labels left.</source>
   <translation>{name}: {labels} labels left.</translation>
  </message>
  <message>
   <source>{seconds} s from HQ’s.</source>
   <translation>{seconds} s from HQ’s.</translation>
  </message>
  <message>
   <source>{waiting} still wait for HQ.</source>
   <translation>{waiting} still wait for HQ.</translation>
  </message>
  <message>
   <source>{wrong} of {count} got a wrong verdict: call for help.</source>
   <translation>{wrong} of {count} got a wrong verdict: call for help.</translation>
  </message>
 </context>
 <context>
  <name>Enrolment</name>
  <message>
   <source>Another terminal has used this code. Ask HQ for a new one; each terminal needs its own.</source>
   <translation>Another terminal has used this code. Ask HQ for a new one; each terminal needs its own.</translation>
  </message>
  <message>
   <source>Connecting…</source>
   <translation>Connecting…</translation>
  </message>
  <message>
   <source>Enrolment code</source>
   <translation>Enrolment code</translation>
  </message>
  <message>
   <source>Good once, for ten minutes.</source>
   <translation>Good once, for ten minutes.</translation>
  </message>
  <message>
   <source>HQ does not answer at this address. Check the network cable and the address, then try again.</source>
   <translation>HQ does not answer at this address. Check the network cable and the address, then try again.</translation>
  </message>
  <message>
   <source>HQ does not know this code. Check it letter by letter, or ask for a new one.</source>
   <translation>HQ does not know this code. Check it letter by letter, or ask for a new one.</translation>
  </message>
  <message>
   <source>HQ refuses this terminal. Ask HQ why, then try again.</source>
   <translation>HQ refuses this terminal. Ask HQ why, then try again.</translation>
  </message>
  <message>
   <source>HQ’s address</source>
   <translation>HQ’s address</translation>
  </message>
  <message>
   <source>It belongs to no store yet. HQ or your manager gives you the address and a code.</source>
   <translation>It belongs to no store yet. HQ or your manager gives you the address and a code.</translation>
  </message>
  <message>
   <source>Join the store</source>
   <translation>Join the store</translation>
  </message>
  <message>
   <source>Key in HQ’s address and the code first.</source>
   <translation>Key in HQ’s address and the code first.</translation>
  </message>
  <message>
   <source>Key in the code first: letters and digits, as HQ wrote it.</source>
   <translation>Key in the code first: letters and digits, as HQ wrote it.</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Not now</translation>
  </message>
  <message>
   <source>Set up this terminal</source>
   <translation>Set up this terminal</translation>
  </message>
  <message>
   <source>Something answers at this address, but it is not HQ. Check the address.</source>
   <translation>Something answers at this address, but it is not HQ. Check the address.</translation>
  </message>
  <message>
   <source>This code is older than ten minutes. Ask HQ for a new one.</source>
   <translation>This code is older than ten minutes. Ask HQ for a new one.</translation>
  </message>
  <message>
   <source>This is no address. It looks like https://hq.example.com.</source>
   <translation>This is no address. It looks like https://hq.example.com.</translation>
  </message>
  <message>
   <source>{title}. {step}</source>
   <translation>{title}. {step}</translation>
  </message>
  <message>
   <source>{trouble}. Check the address and this computer’s clock, then ask IT for the rest.</source>
   <translation>{trouble}. Check the address and this computer’s clock, then ask IT for the rest.</translation>
  </message>
 </context>
 <context>
  <name>Event</name>
  <message>
   <source>A friend bought</source>
   <translation>A friend bought</translation>
  </message>
  <message>
   <source>A friend registered</source>
   <translation>A friend registered</translation>
  </message>
  <message>
   <source>A friend’s phone proved</source>
   <translation>A friend’s phone proved</translation>
  </message>
  <message>
   <source>Bought after a share</source>
   <translation>Bought after a share</translation>
  </message>
  <message>
   <source>Daily check-in</source>
   <translation>Daily check-in</translation>
  </message>
  <message>
   <source>Deposit paid</source>
   <translation>Deposit paid</translation>
  </message>
  <message>
   <source>Event attended</source>
   <translation>Event attended</translation>
  </message>
  <message>
   <source>Gift chosen</source>
   <translation>Gift chosen</translation>
  </message>
  <message>
   <source>Goods being priced</source>
   <translation>Goods being priced</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>Goods returned</translation>
  </message>
  <message>
   <source>HQ’s daily review</source>
   <translation>HQ’s daily review</translation>
  </message>
  <message>
   <source>Make-up card</source>
   <translation>Make-up card</translation>
  </message>
  <message>
   <source>Member’s data from HQ</source>
   <translation>Member’s data from HQ</translation>
  </message>
  <message>
   <source>Partner’s code</source>
   <translation>Partner’s code</translation>
  </message>
  <message>
   <source>Personal data erased</source>
   <translation>Personal data erased</translation>
  </message>
  <message>
   <source>Phone proved</source>
   <translation>Phone proved</translation>
  </message>
  <message>
   <source>Points spent</source>
   <translation>Points spent</translation>
  </message>
  <message>
   <source>Prize drawn</source>
   <translation>Prize drawn</translation>
  </message>
  <message>
   <source>Prize went on to somebody else</source>
   <translation>Prize went on to somebody else</translation>
  </message>
  <message>
   <source>Purchase</source>
   <translation>Purchase</translation>
  </message>
  <message>
   <source>Registration</source>
   <translation>Registration</translation>
  </message>
  <message>
   <source>Registration reviewed by HQ</source>
   <translation>Registration reviewed by HQ</translation>
  </message>
  <message>
   <source>Rewards recorded</source>
   <translation>Rewards recorded</translation>
  </message>
  <message>
   <source>Sale voided</source>
   <translation>Sale voided</translation>
  </message>
  <message>
   <source>Share from HQ</source>
   <translation>Share from HQ</translation>
  </message>
  <message>
   <source>Signed up for an event</source>
   <translation>Signed up for an event</translation>
  </message>
  <message>
   <source>Survey answered</source>
   <translation>Survey answered</translation>
  </message>
  <message>
   <source>Task done</source>
   <translation>Task done</translation>
  </message>
  <message>
   <source>Tier reached</source>
   <translation>Tier reached</translation>
  </message>
  <message>
   <source>Two registrations of one person put together</source>
   <translation>Two registrations of one person put together</translation>
  </message>
  <message>
   <source>Visit to the store</source>
   <translation>Visit to the store</translation>
  </message>
  <message>
   <source>Vote</source>
   <translation>Vote</translation>
  </message>
  <message>
   <source>Wheel of fortune</source>
   <translation>Wheel of fortune</translation>
  </message>
 </context>
 <context>
  <name>Explain</name>
  <message numerus="yes">
   <source>%n journal entry(s) behind this</source>
   <translation>
    <numerusform>%n journal entry behind this</numerusform>
    <numerusform>%n journal entries behind this</numerusform>
   </translation>
  </message>
  <message>
   <source>A coupon</source>
   <translation>A coupon</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>Looking it up…</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Price</translation>
  </message>
  <message>
   <source>Show more</source>
   <translation>Show more</translation>
  </message>
  <message>
   <source>The campaign as a whole</source>
   <translation>The campaign as a whole</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Why?</translation>
  </message>
  <message>
   <source>in the price</source>
   <translation>in the price</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>left out</translation>
  </message>
  <message>
   <source>nearly</source>
   <translation>nearly</translation>
  </message>
  <message>
   <source>voided</source>
   <translation>voided</translation>
  </message>
  <message>
   <source>{what} · journal entry {number}</source>
   <translation>{what} · journal entry {number}</translation>
  </message>
  <message>
   <source>↑ ↓ choose, Enter shows everything</source>
   <translation>↑ ↓ choose, Enter shows everything</translation>
  </message>
 </context>
 <context>
  <name>Fault</name>
  <message>
   <source>A newer version worked here before. Nothing is lost.</source>
   <translation>A newer version worked here before. Nothing is lost.</translation>
  </message>
  <message>
   <source>A part of the program is out of date</source>
   <translation>A part of the program is out of date</translation>
  </message>
  <message>
   <source>Another window of it owns the journal on this computer.</source>
   <translation>Another window of it owns the journal on this computer.</translation>
  </message>
  <message>
   <source>Ask IT to give this user account the right to write in the data folder.</source>
   <translation>Ask IT to give this user account the right to write in the data folder.</translation>
  </message>
  <message>
   <source>Ask IT to install the program again from its original package.</source>
   <translation>Ask IT to install the program again from its original package.</translation>
  </message>
  <message>
   <source>Ask IT to put the right passphrase into the settings.</source>
   <translation>Ask IT to put the right passphrase into the settings.</translation>
  </message>
  <message>
   <source>Ask IT to start the program with the passphrase of the key file.</source>
   <translation>Ask IT to start the program with the passphrase of the key file.</translation>
  </message>
  <message>
   <source>Call IT: they restore the key from its copy. Delete nothing meanwhile.</source>
   <translation>Call IT: they restore the key from its copy. Delete nothing meanwhile.</translation>
  </message>
  <message>
   <source>Call IT: they verify the journal and restore the last backup. HQ has everything sent so far.</source>
   <translation>Call IT: they verify the journal and restore the last backup. HQ has everything sent so far.</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Copied</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>Copy details</translation>
  </message>
  <message>
   <source>Details for IT: {details}</source>
   <translation>Details for IT: {details}</translation>
  </message>
  <message>
   <source>Free some space: empty the recycle bin, remove old downloads.</source>
   <translation>Free some space: empty the recycle bin, remove old downloads.</translation>
  </message>
  <message>
   <source>Give IT the line below: it names the file and the place in it.</source>
   <translation>Give IT the line below: it names the file and the place in it.</translation>
  </message>
  <message>
   <source>Go on in the window that is open already.</source>
   <translation>Go on in the window that is open already.</translation>
  </message>
  <message>
   <source>If that is not possible, call IT: they restore the key or a backup.</source>
   <translation>If that is not possible, call IT: they restore the key or a backup.</translation>
  </message>
  <message>
   <source>If there is none, restart the computer.</source>
   <translation>If there is none, restart the computer.</translation>
  </message>
  <message>
   <source>If this page comes back, call IT: the key store was removed or switched off.</source>
   <translation>If this page comes back, call IT: the key store was removed or switched off.</translation>
  </message>
  <message>
   <source>If this page comes back, copy the details and send them to IT.</source>
   <translation>If this page comes back, copy the details and send them to IT.</translation>
  </message>
  <message>
   <source>If this page comes back, restart the computer, then call IT.</source>
   <translation>If this page comes back, restart the computer, then call IT.</translation>
  </message>
  <message>
   <source>Its folder is read-only, so no redemption can be recorded. Everything before is safe.</source>
   <translation>Its folder is read-only, so no redemption can be recorded. Everything before is safe.</translation>
  </message>
  <message>
   <source>Its key on this computer does not fit. This happens after a move to another user or computer.</source>
   <translation>Its key on this computer does not fit. This happens after a move to another user or computer.</translation>
  </message>
  <message>
   <source>Nothing was redeemed just now. Everything redeemed before is safe.</source>
   <translation>Nothing was redeemed just now. Everything redeemed before is safe.</translation>
  </message>
  <message>
   <source>Press “Try again” and look at “Recent” to see whether the last sale is there.</source>
   <translation>Press “Try again” and look at “Recent” to see whether the last sale is there.</translation>
  </message>
  <message>
   <source>Press “Try again”.</source>
   <translation>Press “Try again”.</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Quit</translation>
  </message>
  <message>
   <source>Sign in to this computer as the user who set the terminal up.</source>
   <translation>Sign in to this computer as the user who set the terminal up.</translation>
  </message>
  <message>
   <source>Sign out of this computer and in again, then start the program.</source>
   <translation>Sign out of this computer and in again, then start the program.</translation>
  </message>
  <message>
   <source>Something unexpected happened</source>
   <translation>Something unexpected happened</translation>
  </message>
  <message>
   <source>Start the newer version, or ask IT to install it.</source>
   <translation>Start the newer version, or ask IT to install it.</translation>
  </message>
  <message>
   <source>The database library has a known fault that can lose data, so it is not used.</source>
   <translation>The database library has a known fault that can lose data, so it is not used.</translation>
  </message>
  <message>
   <source>The disk of this terminal is full</source>
   <translation>The disk of this terminal is full</translation>
  </message>
  <message>
   <source>The journal cannot be opened</source>
   <translation>The journal cannot be opened</translation>
  </message>
  <message>
   <source>The journal cannot be written</source>
   <translation>The journal cannot be written</translation>
  </message>
  <message>
   <source>The journal does not answer</source>
   <translation>The journal does not answer</translation>
  </message>
  <message>
   <source>The journal is damaged</source>
   <translation>The journal is damaged</translation>
  </message>
  <message>
   <source>The journal’s key is kept there, so the journal stays closed. Nothing is lost.</source>
   <translation>The journal’s key is kept there, so the journal stays closed. Nothing is lost.</translation>
  </message>
  <message>
   <source>The journal’s key lies in a file under a passphrase, and none was given.</source>
   <translation>The journal’s key lies in a file under a passphrase, and none was given.</translation>
  </message>
  <message>
   <source>The journal’s key lies in a file under a passphrase, and the one given does not open it.</source>
   <translation>The journal’s key lies in a file under a passphrase, and the one given does not open it.</translation>
  </message>
  <message>
   <source>The key file is from another computer</source>
   <translation>The key file is from another computer</translation>
  </message>
  <message>
   <source>The key file wants its passphrase</source>
   <translation>The key file wants its passphrase</translation>
  </message>
  <message>
   <source>The key of the journal cannot be fetched</source>
   <translation>The key of the journal cannot be fetched</translation>
  </message>
  <message>
   <source>The key of the journal is damaged</source>
   <translation>The key of the journal is damaged</translation>
  </message>
  <message>
   <source>The key store of this computer does not answer</source>
   <translation>The key store of this computer does not answer</translation>
  </message>
  <message>
   <source>The key store of this computer gave an error, so the journal stays closed.</source>
   <translation>The key store of this computer gave an error, so the journal stays closed.</translation>
  </message>
  <message>
   <source>The key store of this computer is locked</source>
   <translation>The key store of this computer is locked</translation>
  </message>
  <message>
   <source>The last step may not have been carried out. Everything recorded before is safe.</source>
   <translation>The last step may not have been carried out. Everything recorded before is safe.</translation>
  </message>
  <message>
   <source>The last step was not recorded. Everything before is safe.</source>
   <translation>The last step was not recorded. Everything before is safe.</translation>
  </message>
  <message>
   <source>The passphrase of the key file is wrong</source>
   <translation>The passphrase of the key file is wrong</translation>
  </message>
  <message>
   <source>The program does not start with settings it does not understand. Nothing is lost.</source>
   <translation>The program does not start with settings it does not understand. Nothing is lost.</translation>
  </message>
  <message>
   <source>The program is running already</source>
   <translation>The program is running already</translation>
  </message>
  <message>
   <source>The secret that belongs to it is not on this computer: data was copied, or it was deleted.</source>
   <translation>The secret that belongs to it is not on this computer: data was copied, or it was deleted.</translation>
  </message>
  <message>
   <source>The settings cannot be read</source>
   <translation>The settings cannot be read</translation>
  </message>
  <message>
   <source>Then press “Try again”.</source>
   <translation>Then press “Try again”.</translation>
  </message>
  <message>
   <source>Then press “Try again”. The journal itself must not be deleted.</source>
   <translation>Then press “Try again”. The journal itself must not be deleted.</translation>
  </message>
  <message>
   <source>This program is too old for its journal</source>
   <translation>This program is too old for its journal</translation>
  </message>
  <message>
   <source>To protect what was redeemed, nothing more is recorded on this terminal.</source>
   <translation>To protect what was redeemed, nothing more is recorded on this terminal.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Try again</translation>
  </message>
  <message>
   <source>Unlock the key store with the password of this computer’s user.</source>
   <translation>Unlock the key store with the password of this computer’s user.</translation>
  </message>
  <message>
   <source>Use another till, or paper slips, until it is repaired.</source>
   <translation>Use another till, or paper slips, until it is repaired.</translation>
  </message>
  <message>
   <source>What the key store holds is not what was put there, so the journal stays closed.</source>
   <translation>What the key store holds is not what was put there, so the journal stays closed.</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>What to do</translation>
  </message>
  <message>
   <source>When it is put right, press “Try again”.</source>
   <translation>When it is put right, press “Try again”.</translation>
  </message>
 </context>
 <context>
  <name>File</name>
  <message>
   <source>A member from before, or registered elsewhere</source>
   <translation>A member from before, or registered elsewhere</translation>
  </message>
  <message>
   <source>Agrees now</source>
   <translation>Agrees now</translation>
  </message>
  <message>
   <source>Erased</source>
   <translation>Erased</translation>
  </message>
  <message>
   <source>Friends they brought</source>
   <translation>Friends they brought</translation>
  </message>
  <message>
   <source>Invitation: print</source>
   <translation>Invitation: print</translation>
  </message>
  <message>
   <source>Invitation: show</source>
   <translation>Invitation: show</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>Looking it up…</translation>
  </message>
  <message>
   <source>Merged: this person is another member</source>
   <translation>Merged: this person is another member</translation>
  </message>
  <message>
   <source>Nobody yet. Show or print their invitation.</source>
   <translation>Nobody yet. Show or print their invitation.</translation>
  </message>
  <message>
   <source>Noted, and told to headquarters.</source>
   <translation>Noted, and told to headquarters.</translation>
  </message>
  <message>
   <source>Passed on: headquarters erases them.</source>
   <translation>Passed on: headquarters erases them.</translation>
  </message>
  <message>
   <source>Phone not proved: points wait</source>
   <translation>Phone not proved: points wait</translation>
  </message>
  <message>
   <source>Phone proved</source>
   <translation>Phone proved</translation>
  </message>
  <message>
   <source>Prove phone now</source>
   <translation>Prove phone now</translation>
  </message>
  <message>
   <source>Recommended by {name}</source>
   <translation>Recommended by {name}</translation>
  </message>
  <message>
   <source>Registered here {day}</source>
   <translation>Registered here {day}</translation>
  </message>
  <message>
   <source>The invitation goes to {printer}.</source>
   <translation>The invitation goes to {printer}.</translation>
  </message>
  <message>
   <source>What they agreed to</source>
   <translation>What they agreed to</translation>
  </message>
  <message>
   <source>Who withdraws membership ends it: headquarters erases their name, phone and birthday.</source>
   <translation>Who withdraws membership ends it: headquarters erases their name, phone and birthday.</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Withdraw</translation>
  </message>
  <message>
   <source>agreed</source>
   <translation>agreed</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
  <message>
   <source>not agreed</source>
   <translation>not agreed</translation>
  </message>
  <message>
   <source>not known here</source>
   <translation>not known here</translation>
  </message>
  <message>
   <source>{have} of {need} friends: {rewards}</source>
   <translation>{have} of {need} friends: {rewards}</translation>
  </message>
  <message>
   <source>{name}: file</source>
   <translation>{name}: file</translation>
  </message>
 </context>
 <context>
  <name>Find</name>
  <message numerus="yes">
   <source>%n member(s) found</source>
   <translation>
    <numerusform>%n member found</numerusform>
    <numerusform>%n members found</numerusform>
   </translation>
  </message>
  <message>
   <source>Card</source>
   <translation>Card</translation>
  </message>
  <message>
   <source>Find member</source>
   <translation>Find member</translation>
  </message>
  <message>
   <source>HQ is asked for a whole phone or card number</source>
   <translation>HQ is asked for a whole phone or card number</translation>
  </message>
  <message>
   <source>Members who fit appear here while you type.</source>
   <translation>Members who fit appear here while you type.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>No member has “{text}”. Check the digits, or ask for the phone number.</source>
   <translation>No member has “{text}”. Check the digits, or ask for the phone number.</translation>
  </message>
  <message numerus="yes">
   <source>Of a phone at least %n digit(s), please.</source>
   <translation>
    <numerusform>Of a phone at least %n digit, please.</numerusform>
    <numerusform>Of a phone at least %n digits, please.</numerusform>
   </translation>
  </message>
  <message>
   <source>Other stores</source>
   <translation>Other stores</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Phone digits, card number or part of the name</source>
   <translation>Phone digits, card number or part of the name</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Searching…</translation>
  </message>
  <message>
   <source>What members are found by</source>
   <translation>What members are found by</translation>
  </message>
  <message>
   <source>any part of it; pinyin or its initials too</source>
   <translation>any part of it; pinyin or its initials too</translation>
  </message>
  <message>
   <source>last bought {day}</source>
   <translation>last bought {day}</translation>
  </message>
  <message>
   <source>no purchase yet</source>
   <translation>no purchase yet</translation>
  </message>
  <message>
   <source>the last four digits, or the whole number, however it is written</source>
   <translation>the last four digits, or the whole number, however it is written</translation>
  </message>
  <message>
   <source>the whole number</source>
   <translation>the whole number</translation>
  </message>
  <message>
   <source>↑ ↓ choose, Enter takes the chosen one, Alt and a digit one at once</source>
   <translation>↑ ↓ choose, Enter takes the chosen one, Alt and a digit one at once</translation>
  </message>
 </context>
 <context>
  <name>Footer</name>
  <message>
   <source>+1</source>
   <translation>+1</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Add</translation>
  </message>
  <message>
   <source>Arrivals</source>
   <translation>Arrivals</translation>
  </message>
  <message>
   <source>At once</source>
   <translation>At once</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Board</source>
   <translation>Board</translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>Call off</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>Card</translation>
  </message>
  <message>
   <source>Categories</source>
   <translation>Categories</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Clear</translation>
  </message>
  <message>
   <source>Clerk</source>
   <translation>Clerk</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>Counts</translation>
  </message>
  <message>
   <source>Coupon</source>
   <translation>Coupon</translation>
  </message>
  <message>
   <source>Daily report</source>
   <translation>Daily report</translation>
  </message>
  <message>
   <source>Day after</source>
   <translation>Day after</translation>
  </message>
  <message>
   <source>Day before</source>
   <translation>Day before</translation>
  </message>
  <message>
   <source>Drill</source>
   <translation>Drill</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Event</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Everything</translation>
  </message>
  <message>
   <source>File</source>
   <translation>File</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Find</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Group</translation>
  </message>
  <message>
   <source>Guest</source>
   <translation>Guest</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Language</translation>
  </message>
  <message>
   <source>Last sync {time}</source>
   <translation>Last sync {time}</translation>
  </message>
  <message>
   <source>Leaving</source>
   <translation>Leaving</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Lock</translation>
  </message>
  <message>
   <source>More</source>
   <translation>More</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>New customer</translation>
  </message>
  <message>
   <source>New draw</source>
   <translation>New draw</translation>
  </message>
  <message>
   <source>New member</source>
   <translation>New member</translation>
  </message>
  <message>
   <source>Not here</source>
   <translation>Not here</translation>
  </message>
  <message>
   <source>Not synced yet</source>
   <translation>Not synced yet</translation>
  </message>
  <message>
   <source>Notice</source>
   <translation>Notice</translation>
  </message>
  <message>
   <source>Paper slips</source>
   <translation>Paper slips</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Photos</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>Points</translation>
  </message>
  <message>
   <source>Poster</source>
   <translation>Poster</translation>
  </message>
  <message>
   <source>Programme</source>
   <translation>Programme</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>Read again</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Recent</translation>
  </message>
  <message>
   <source>Save file</source>
   <translation>Save file</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Search</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>Services</translation>
  </message>
  <message>
   <source>Stage here</source>
   <translation>Stage here</translation>
  </message>
  <message>
   <source>Station</source>
   <translation>Station</translation>
  </message>
  <message>
   <source>Thanks</source>
   <translation>Thanks</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Undo</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>Void</translation>
  </message>
  <message>
   <source>Vouchers</source>
   <translation>Vouchers</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Wheel</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Why</translation>
  </message>
 </context>
 <context>
  <name>Forms</name>
  <message numerus="yes">
   <source>%n form(s) go to {printer}.</source>
   <translation>
    <numerusform>%n form go to {printer}.</numerusform>
    <numerusform>%n forms go to {printer}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n form(s) keyed in.</source>
   <translation>
    <numerusform>%n form keyed in.</numerusform>
    <numerusform>%n forms keyed in.</numerusform>
   </translation>
  </message>
  <message>
   <source>1 to {most} forms at once.</source>
   <translation>1 to {most} forms at once.</translation>
  </message>
  <message>
   <source>Day written</source>
   <translation>Day written</translation>
  </message>
  <message>
   <source>Form number</source>
   <translation>Form number</translation>
  </message>
  <message>
   <source>Key in registration forms</source>
   <translation>Key in registration forms</translation>
  </message>
  <message>
   <source>Key in this form</source>
   <translation>Key in this form</translation>
  </message>
  <message>
   <source>New forms</source>
   <translation>New forms</translation>
  </message>
  <message>
   <source>No printer is set up for forms: a manager does it (Ctrl F9).</source>
   <translation>No printer is set up for forms: a manager does it (Ctrl F9).</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Print</translation>
  </message>
  <message>
   <source>Scan or key in</source>
   <translation>Scan or key in</translation>
  </message>
  <message>
   <source>Scan the form’s code, or key in its number; then everything as on paper.</source>
   <translation>Scan the form’s code, or key in its number; then everything as on paper.</translation>
  </message>
  <message>
   <source>What day is written on it? Not one that is still to come.</source>
   <translation>What day is written on it? Not one that is still to come.</translation>
  </message>
  <message>
   <source>Which form? Scan its code, or key in its number.</source>
   <translation>Which form? Scan its code, or key in its number.</translation>
  </message>
  <message>
   <source>{name} is registered.</source>
   <translation>{name} is registered.</translation>
  </message>
 </context>
 <context>
  <name>Goods</name>
  <message>
   <source>By the price tags: {money}</source>
   <translation>By the price tags: {money}</translation>
  </message>
  <message>
   <source>One piece less of {name}</source>
   <translation>One piece less of {name}</translation>
  </message>
  <message>
   <source>One piece more of {name}</source>
   <translation>One piece more of {name}</translation>
  </message>
  <message>
   <source>Other goods</source>
   <translation>Other goods</translation>
  </message>
  <message>
   <source>Price of the goods of {name} that come back</source>
   <translation>Price of the goods of {name} that come back</translation>
  </message>
  <message>
   <source>Settled with what came back before</source>
   <translation>Settled with what came back before</translation>
  </message>
  <message>
   <source>The rest has less of:</source>
   <translation>The rest has less of:</translation>
  </message>
  <message>
   <source>What comes back?</source>
   <translation>What comes back?</translation>
  </message>
  <message>
   <source>{left} of it left</source>
   <translation>{left} of it left</translation>
  </message>
  <message>
   <source>{pieces} × {name}</source>
   <translation>{pieces} × {name}</translation>
  </message>
  <message>
   <source>{price} · paid {paid}</source>
   <translation>{price} · paid {paid}</translation>
  </message>
 </context>
 <context>
  <name>Group</name>
  <message numerus="yes">
   <source>Sign %n in</source>
   <translation>
    <numerusform>Sign %n in</numerusform>
    <numerusform>Sign %n in</numerusform>
   </translation>
  </message>
  <message>
   <source>Space or a press takes somebody out, or in again.</source>
   <translation>Space or a press takes somebody out, or in again.</translation>
  </message>
  <message>
   <source>Together with {what}</source>
   <translation>Together with {what}</translation>
  </message>
  <message>
   <source>comes in</source>
   <translation>comes in</translation>
  </message>
  <message>
   <source>in already</source>
   <translation>in already</translation>
  </message>
  <message>
   <source>not now</source>
   <translation>not now</translation>
  </message>
 </context>
 <context>
  <name>Guest</name>
  <message numerus="yes">
   <source>%n question(s) open</source>
   <translation>
    <numerusform>%n question open</numerusform>
    <numerusform>%n questions open</numerusform>
   </translation>
  </message>
  <message>
   <source>A reason is needed.</source>
   <translation>A reason is needed.</translation>
  </message>
  <message>
   <source>As often as they come</source>
   <translation>As often as they come</translation>
  </message>
  <message>
   <source>Badge again</source>
   <translation>Badge again</translation>
  </message>
  <message>
   <source>Block</source>
   <translation>Block</translation>
  </message>
  <message>
   <source>Block {name}</source>
   <translation>Block {name}</translation>
  </message>
  <message>
   <source>Came {time}, {desk}, signed in by {name}</source>
   <translation>Came {time}, {desk}, signed in by {name}</translation>
  </message>
  <message>
   <source>Come in again</source>
   <translation>Come in again</translation>
  </message>
  <message>
   <source>In the house: {n}</source>
   <translation>In the house: {n}</translation>
  </message>
  <message>
   <source>Left {time}</source>
   <translation>Left {time}</translation>
  </message>
  <message>
   <source>Name on the badge, as they wish</source>
   <translation>Name on the badge, as they wish</translation>
  </message>
  <message>
   <source>No desk lets them in until a manager gives a PIN. Who is inside stays inside.</source>
   <translation>No desk lets them in until a manager gives a PIN. Who is inside stays inside.</translation>
  </message>
  <message>
   <source>Nobody is placed</source>
   <translation>Nobody is placed</translation>
  </message>
  <message>
   <source>Not blocked any more (PIN)</source>
   <translation>Not blocked any more (PIN)</translation>
  </message>
  <message>
   <source>Once</source>
   <translation>Once</translation>
  </message>
  <message>
   <source>Once a day</source>
   <translation>Once a day</translation>
  </message>
  <message>
   <source>One more is here</source>
   <translation>One more is here</translation>
  </message>
  <message>
   <source>People who come in now</source>
   <translation>People who come in now</translation>
  </message>
  <message>
   <source>Print the badge</source>
   <translation>Print the badge</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Seat</source>
   <translation>Seat</translation>
  </message>
  <message>
   <source>Seats</source>
   <translation>Seats</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Sign in</translation>
  </message>
  <message>
   <source>Signed in twice</source>
   <translation>Signed in twice</translation>
  </message>
  <message>
   <source>Something else</source>
   <translation>Something else</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Table</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>Tables</translation>
  </message>
  <message>
   <source>The wrong guest</source>
   <translation>The wrong guest</translation>
  </message>
  <message>
   <source>They come after all</source>
   <translation>They come after all</translation>
  </message>
  <message>
   <source>They did not go in</source>
   <translation>They did not go in</translation>
  </message>
  <message>
   <source>They do not come</source>
   <translation>They do not come</translation>
  </message>
  <message>
   <source>They leave</source>
   <translation>They leave</translation>
  </message>
  <message>
   <source>They sit there</source>
   <translation>They sit there</translation>
  </message>
  <message>
   <source>agrees</source>
   <translation>agrees</translation>
  </message>
  <message>
   <source>answered elsewhere</source>
   <translation>answered elsewhere</translation>
  </message>
  <message>
   <source>blocked</source>
   <translation>blocked</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>cancelled</translation>
  </message>
  <message>
   <source>does not agree</source>
   <translation>does not agree</translation>
  </message>
  <message>
   <source>does not come</source>
   <translation>does not come</translation>
  </message>
  <message>
   <source>every desk shows it</source>
   <translation>every desk shows it</translation>
  </message>
  <message>
   <source>expected</source>
   <translation>expected</translation>
  </message>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>signed</translation>
  </message>
  <message>
   <source>waiting list</source>
   <translation>waiting list</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>{name} comes after all, if a place is left.</source>
   <translation>{name} comes after all, if a place is left.</translation>
  </message>
  <message>
   <source>{name} does not come: their place is free for others.</source>
   <translation>{name} does not come: their place is free for others.</translation>
  </message>
  <message>
   <source>{name} is blocked at every desk.</source>
   <translation>{name} is blocked at every desk.</translation>
  </message>
  <message>
   <source>{name} is not blocked any more, at any desk. It is written down.</source>
   <translation>{name} is not blocked any more, at any desk. It is written down.</translation>
  </message>
  <message>
   <source>{name} may come in: scan or choose them once more.</source>
   <translation>{name} may come in: scan or choose them once more.</translation>
  </message>
  <message>
   <source>{question} “{answer}”</source>
   <translation>{question} “{answer}”</translation>
  </message>
 </context>
 <context>
  <name>GuestList</name>
  <message numerus="yes">
   <source>%n more than there are places.</source>
   <translation>
    <numerusform>%n more than there are places.</numerusform>
    <numerusform>%n more than there are places.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) left out</source>
   <translation>
    <numerusform>%n row left out</numerusform>
    <numerusform>%n rows left out</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n sign(s) could not be read</source>
   <translation>
    <numerusform>%n sign could not be read</numerusform>
    <numerusform>%n signs could not be read</numerusform>
   </translation>
  </message>
  <message>
   <source>Another file</source>
   <translation>Another file</translation>
  </message>
  <message>
   <source>Guests from {file}</source>
   <translation>Guests from {file}</translation>
  </message>
  <message>
   <source>How it was read</source>
   <translation>How it was read</translation>
  </message>
  <message>
   <source>List of guests</source>
   <translation>List of guests</translation>
  </message>
  <message>
   <source>Phones that were repaired</source>
   <translation>Phones that were repaired</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>Reading</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stop</translation>
  </message>
  <message numerus="yes">
   <source>Stopped: %n left; take the list again to go on.</source>
   <translation>
    <numerusform>Stopped: %n left; take the list again to go on.</numerusform>
    <numerusform>Stopped: %n left; take the list again to go on.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Take %n guest(s)</source>
   <translation>
    <numerusform>Take %n guest</numerusform>
    <numerusform>Take %n guests</numerusform>
   </translation>
  </message>
  <message>
   <source>Taking</source>
   <translation>Taking</translation>
  </message>
  <message>
   <source>The first guests</source>
   <translation>The first guests</translation>
  </message>
  <message>
   <source>The sheet’s name is the table</source>
   <translation>The sheet’s name is the table</translation>
  </message>
  <message numerus="yes">
   <source>This is the whole list: %n who are not in it are cancelled</source>
   <translation>
    <numerusform>This is the whole list: %n who is not in it is cancelled</numerusform>
    <numerusform>This is the whole list: %n who are not in it are cancelled</numerusform>
   </translation>
  </message>
  <message>
   <source>To look at</source>
   <translation>To look at</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
  <message>
   <source>answers to the event’s questions: {columns}</source>
   <translation>answers to the event’s questions: {columns}</translation>
  </message>
  <message>
   <source>headings in row {n}</source>
   <translation>headings in row {n}</translation>
  </message>
  <message>
   <source>no headings: told by what the columns hold</source>
   <translation>no headings: told by what the columns hold</translation>
  </message>
  <message>
   <source>not used: {columns}</source>
   <translation>not used: {columns}</translation>
  </message>
  <message>
   <source>separated by {sign}</source>
   <translation>separated by {sign}</translation>
  </message>
  <message>
   <source>tab</source>
   <translation>tab</translation>
  </message>
  <message>
   <source>{new} new, {changed} changed, {gone} cancelled.</source>
   <translation>{new} new, {changed} changed, {gone} cancelled.</translation>
  </message>
  <message>
   <source>{new} new, {changed} changed, {same} as before. Nothing is taken yet.</source>
   <translation>{new} new, {changed} changed, {same} as before. Nothing is taken yet.</translation>
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <source>Light or dark</source>
   <translation>Light or dark</translation>
  </message>
  <message>
   <source>Sound on or off</source>
   <translation>Sound on or off</translation>
  </message>
  <message>
   <source>Switch clerk (F9)</source>
   <translation>Switch clerk (F9)</translation>
  </message>
  <message>
   <source>day {day} of {days}</source>
   <translation>day {day} of {days}</translation>
  </message>
  <message>
   <source>{station}. Change the station, set up the scanner (Ctrl F9)</source>
   <translation>{station}. Change the station, set up the scanner (Ctrl F9)</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n more</numerusform>
    <numerusform>%n more</numerusform>
   </translation>
  </message>
  <message>
   <source>I am going</source>
   <translation>I am going</translation>
  </message>
  <message>
   <source>Nobody calls for help.</source>
   <translation>Nobody calls for help.</translation>
  </message>
  <message>
   <source>Sign in first: who goes there is kept.</source>
   <translation>Sign in first: who goes there is kept.</translation>
  </message>
  <message numerus="yes">
   <source>waiting for %n minute(s)</source>
   <translation>
    <numerusform>waiting for %n minute</numerusform>
    <numerusform>waiting for %n minutes</numerusform>
   </translation>
  </message>
  <message>
   <source>{terminal} calls for help, since {time}</source>
   <translation>{terminal} calls for help, since {time}</translation>
  </message>
  <message>
   <source>{terminal} knows that you are coming.</source>
   <translation>{terminal} knows that you are coming.</translation>
  </message>
 </context>
 <context>
  <name>Hint</name>
  <message>
   <source>A little closer, please.</source>
   <translation>A little closer, please.</translation>
  </message>
  <message>
   <source>A little further away, please.</source>
   <translation>A little further away, please.</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>Camera</translation>
  </message>
  <message>
   <source>Hold your code into the frame.</source>
   <translation>Hold your code into the frame.</translation>
  </message>
  <message>
   <source>It is too dark: make your screen brighter.</source>
   <translation>It is too dark: make your screen brighter.</translation>
  </message>
  <message>
   <source>Please hold it still.</source>
   <translation>Please hold it still.</translation>
  </message>
  <message>
   <source>Please hold your code to the scanner.</source>
   <translation>Please hold your code to the scanner.</translation>
  </message>
  <message>
   <source>Please tilt it a little: it mirrors the light.</source>
   <translation>Please tilt it a little: it mirrors the light.</translation>
  </message>
  <message>
   <source>Seen! One moment…</source>
   <translation>Seen! One moment…</translation>
  </message>
  <message>
   <source>The camera does not work at the moment. Please choose another way.</source>
   <translation>The camera does not work at the moment. Please choose another way.</translation>
  </message>
 </context>
 <context>
  <name>Journal</name>
  <message numerus="yes">
   <source>%n coupon(s)</source>
   <translation>
    <numerusform>%n coupon</numerusform>
    <numerusform>%n coupons</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s) on the roll</source>
   <translation>
    <numerusform>%n label on the roll</numerusform>
    <numerusform>%n labels on the roll</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n line</numerusform>
    <numerusform>%n lines</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation>
    <numerusform>%n second</numerusform>
    <numerusform>%n seconds</numerusform>
   </translation>
  </message>
  <message>
   <source>Book of slips made</source>
   <translation>Book of slips made</translation>
  </message>
  <message>
   <source>Call for help over</source>
   <translation>Call for help over</translation>
  </message>
  <message>
   <source>Came to an event</source>
   <translation>Came to an event</translation>
  </message>
  <message>
   <source>Campaigns decided</source>
   <translation>Campaigns decided</translation>
  </message>
  <message>
   <source>Check-in made up for</source>
   <translation>Check-in made up for</translation>
  </message>
  <message>
   <source>Checked in</source>
   <translation>Checked in</translation>
  </message>
  <message>
   <source>Choose a line to see everything that was recorded.</source>
   <translation>Choose a line to see everything that was recorded.</translation>
  </message>
  <message>
   <source>Clock corrected</source>
   <translation>Clock corrected</translation>
  </message>
  <message>
   <source>Consent given or withdrawn</source>
   <translation>Consent given or withdrawn</translation>
  </message>
  <message>
   <source>Coupons on paper issued</source>
   <translation>Coupons on paper issued</translation>
  </message>
  <message>
   <source>Coupons taken back</source>
   <translation>Coupons taken back</translation>
  </message>
  <message>
   <source>Customers’ station left</source>
   <translation>Customers’ station left</translation>
  </message>
  <message>
   <source>Customers’ station set up</source>
   <translation>Customers’ station set up</translation>
  </message>
  <message>
   <source>Deposit paid</source>
   <translation>Deposit paid</translation>
  </message>
  <message>
   <source>Draw: dice thrown</source>
   <translation>Draw: dice thrown</translation>
  </message>
  <message>
   <source>Draw: envelope opened</source>
   <translation>Draw: envelope opened</translation>
  </message>
  <message>
   <source>Draw: list frozen</source>
   <translation>Draw: list frozen</translation>
  </message>
  <message>
   <source>Draw: list published</source>
   <translation>Draw: list published</translation>
  </message>
  <message>
   <source>Draw: over</source>
   <translation>Draw: over</translation>
  </message>
  <message>
   <source>Draw: prize passed on to an alternate</source>
   <translation>Draw: prize passed on to an alternate</translation>
  </message>
  <message>
   <source>Draw: put on the stage</source>
   <translation>Draw: put on the stage</translation>
  </message>
  <message>
   <source>Draw: rehearsal</source>
   <translation>Draw: rehearsal</translation>
  </message>
  <message>
   <source>Draw: result refused by HQ</source>
   <translation>Draw: result refused by HQ</translation>
  </message>
  <message>
   <source>Draw: seed known</source>
   <translation>Draw: seed known</translation>
  </message>
  <message>
   <source>Draw: void</source>
   <translation>Draw: void</translation>
  </message>
  <message>
   <source>Draw: winners drawn</source>
   <translation>Draw: winners drawn</translation>
  </message>
  <message>
   <source>Draw: winners shown</source>
   <translation>Draw: winners shown</translation>
  </message>
  <message>
   <source>Drawn as a winner</source>
   <translation>Drawn as a winner</translation>
  </message>
  <message>
   <source>Entries are missing at the end</source>
   <translation>Entries are missing at the end</translation>
  </message>
  <message>
   <source>Event changed at a desk</source>
   <translation>Event changed at a desk</translation>
  </message>
  <message>
   <source>Event desk: checked before opening</source>
   <translation>Event desk: checked before opening</translation>
  </message>
  <message>
   <source>Event made at a desk</source>
   <translation>Event made at a desk</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Everything</translation>
  </message>
  <message>
   <source>Gift chosen</source>
   <translation>Gift chosen</translation>
  </message>
  <message>
   <source>Guest: added to the list</source>
   <translation>Guest: added to the list</translation>
  </message>
  <message>
   <source>Guest: answered questions</source>
   <translation>Guest: answered questions</translation>
  </message>
  <message>
   <source>Guest: block lifted</source>
   <translation>Guest: block lifted</translation>
  </message>
  <message>
   <source>Guest: blocked</source>
   <translation>Guest: blocked</translation>
  </message>
  <message>
   <source>Guest: does not come</source>
   <translation>Guest: does not come</translation>
  </message>
  <message>
   <source>Guest: given a seat</source>
   <translation>Guest: given a seat</translation>
  </message>
  <message>
   <source>Guest: left</source>
   <translation>Guest: left</translation>
  </message>
  <message>
   <source>Guest: not let in</source>
   <translation>Guest: not let in</translation>
  </message>
  <message>
   <source>Guest: signed in</source>
   <translation>Guest: signed in</translation>
  </message>
  <message>
   <source>Guest: taken back</source>
   <translation>Guest: taken back</translation>
  </message>
  <message>
   <source>Guests from a list</source>
   <translation>Guests from a list</translation>
  </message>
  <message>
   <source>Guest’s photo looked at</source>
   <translation>Guest’s photo looked at</translation>
  </message>
  <message>
   <source>HQ answered about a coupon</source>
   <translation>HQ answered about a coupon</translation>
  </message>
  <message>
   <source>HQ asked for a coupon</source>
   <translation>HQ asked for a coupon</translation>
  </message>
  <message>
   <source>HQ knows more than this journal</source>
   <translation>HQ knows more than this journal</translation>
  </message>
  <message>
   <source>Help called</source>
   <translation>Help called</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Journal backed up</source>
   <translation>Journal backed up</translation>
  </message>
  <message>
   <source>Journal restored</source>
   <translation>Journal restored</translation>
  </message>
  <message>
   <source>Labels are not counted</source>
   <translation>Labels are not counted</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>Locked</translation>
  </message>
  <message>
   <source>Member here</source>
   <translation>Member here</translation>
  </message>
  <message>
   <source>Member looked through</source>
   <translation>Member looked through</translation>
  </message>
  <message>
   <source>Member registered</source>
   <translation>Member registered</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>Members</translation>
  </message>
  <message>
   <source>Member’s data came</source>
   <translation>Member’s data came</translation>
  </message>
  <message>
   <source>Member’s data erased</source>
   <translation>Member’s data erased</translation>
  </message>
  <message>
   <source>Money put on a voucher</source>
   <translation>Money put on a voucher</translation>
  </message>
  <message>
   <source>Money taken off a voucher</source>
   <translation>Money taken off a voucher</translation>
  </message>
  <message>
   <source>Not printed</source>
   <translation>Not printed</translation>
  </message>
  <message>
   <source>Nothing happened on this day.</source>
   <translation>Nothing happened on this day.</translation>
  </message>
  <message>
   <source>Nothing like that on this day.</source>
   <translation>Nothing like that on this day.</translation>
  </message>
  <message>
   <source>Nothing more to it.</source>
   <translation>Nothing more to it.</translation>
  </message>
  <message>
   <source>On its way to the printer</source>
   <translation>On its way to the printer</translation>
  </message>
  <message>
   <source>Overrides</source>
   <translation>Overrides</translation>
  </message>
  <message>
   <source>Part came back</source>
   <translation>Part came back</translation>
  </message>
  <message>
   <source>Partner’s code</source>
   <translation>Partner’s code</translation>
  </message>
  <message>
   <source>Phone proved by a code</source>
   <translation>Phone proved by a code</translation>
  </message>
  <message>
   <source>Points spent</source>
   <translation>Points spent</translation>
  </message>
  <message>
   <source>Print withdrawn</source>
   <translation>Print withdrawn</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>Printed</translation>
  </message>
  <message>
   <source>Printed after all</source>
   <translation>Printed after all</translation>
  </message>
  <message>
   <source>Printed again</source>
   <translation>Printed again</translation>
  </message>
  <message>
   <source>Printed or not: a person looks</source>
   <translation>Printed or not: a person looks</translation>
  </message>
  <message>
   <source>Printers</source>
   <translation>Printers</translation>
  </message>
  <message>
   <source>Prize went on to somebody else</source>
   <translation>Prize went on to somebody else</translation>
  </message>
  <message>
   <source>Prize: HQ says who hands it over</source>
   <translation>Prize: HQ says who hands it over</translation>
  </message>
  <message>
   <source>Prize: document looked at</source>
   <translation>Prize: document looked at</translation>
  </message>
  <message>
   <source>Prize: due</source>
   <translation>Prize: due</translation>
  </message>
  <message>
   <source>Prize: forfeited</source>
   <translation>Prize: forfeited</translation>
  </message>
  <message>
   <source>Prize: handed over</source>
   <translation>Prize: handed over</translation>
  </message>
  <message>
   <source>Prize: shipped</source>
   <translation>Prize: shipped</translation>
  </message>
  <message>
   <source>Prize: to be sent by HQ</source>
   <translation>Prize: to be sent by HQ</translation>
  </message>
  <message>
   <source>Prize: winner written to</source>
   <translation>Prize: winner written to</translation>
  </message>
  <message>
   <source>Prizes left over: accounted for</source>
   <translation>Prizes left over: accounted for</translation>
  </message>
  <message>
   <source>Program ended</source>
   <translation>Program ended</translation>
  </message>
  <message>
   <source>Program started</source>
   <translation>Program started</translation>
  </message>
  <message>
   <source>Program started again</source>
   <translation>Program started again</translation>
  </message>
  <message>
   <source>Reading the journal…</source>
   <translation>Reading the journal…</translation>
  </message>
  <message>
   <source>Receipt printed</source>
   <translation>Receipt printed</translation>
  </message>
  <message>
   <source>Receipt, amount, clerk, text</source>
   <translation>Receipt, amount, clerk, text</translation>
  </message>
  <message>
   <source>Refusals</source>
   <translation>Refusals</translation>
  </message>
  <message>
   <source>Registration forms printed</source>
   <translation>Registration forms printed</translation>
  </message>
  <message>
   <source>Registration looked at by HQ</source>
   <translation>Registration looked at by HQ</translation>
  </message>
  <message>
   <source>Rights to coupons changed</source>
   <translation>Rights to coupons changed</translation>
  </message>
  <message>
   <source>Said about a paper</source>
   <translation>Said about a paper</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Sale</translation>
  </message>
  <message>
   <source>Sale refused</source>
   <translation>Sale refused</translation>
  </message>
  <message>
   <source>Sale voided</source>
   <translation>Sale voided</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Sales</translation>
  </message>
  <message>
   <source>Scan refused</source>
   <translation>Scan refused</translation>
  </message>
  <message>
   <source>Sent to the printer</source>
   <translation>Sent to the printer</translation>
  </message>
  <message>
   <source>Setting changed</source>
   <translation>Setting changed</translation>
  </message>
  <message>
   <source>Share of quantities changed</source>
   <translation>Share of quantities changed</translation>
  </message>
  <message>
   <source>Signed in</source>
   <translation>Signed in</translation>
  </message>
  <message>
   <source>Signed out</source>
   <translation>Signed out</translation>
  </message>
  <message>
   <source>Signed up for an event</source>
   <translation>Signed up for an event</translation>
  </message>
  <message>
   <source>Slips lost</source>
   <translation>Slips lost</translation>
  </message>
  <message>
   <source>Slips unused</source>
   <translation>Slips unused</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Staff</translation>
  </message>
  <message>
   <source>Staff list changed</source>
   <translation>Staff list changed</translation>
  </message>
  <message>
   <source>Survey answered</source>
   <translation>Survey answered</translation>
  </message>
  <message>
   <source>Task done</source>
   <translation>Task done</translation>
  </message>
  <message>
   <source>Terminal</source>
   <translation>Terminal</translation>
  </message>
  <message>
   <source>Terminal enrolled</source>
   <translation>Terminal enrolled</translation>
  </message>
  <message>
   <source>The day after</source>
   <translation>The day after</translation>
  </message>
  <message>
   <source>The day before</source>
   <translation>The day before</translation>
  </message>
  <message>
   <source>This terminal became: {station}</source>
   <translation>This terminal became: {station}</translation>
  </message>
  <message>
   <source>To be printed</source>
   <translation>To be printed</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>Two members became one</source>
   <translation>Two members became one</translation>
  </message>
  <message>
   <source>Voted</source>
   <translation>Voted</translation>
  </message>
  <message>
   <source>Went to help</source>
   <translation>Went to help</translation>
  </message>
  <message>
   <source>Wheel spun</source>
   <translation>Wheel spun</translation>
  </message>
  <message>
   <source>Wheel: HQ signed sealed prizes</source>
   <translation>Wheel: HQ signed sealed prizes</translation>
  </message>
  <message>
   <source>Wheel: lost prizes given back at HQ</source>
   <translation>Wheel: lost prizes given back at HQ</translation>
  </message>
  <message>
   <source>Wheel: prize shown</source>
   <translation>Wheel: prize shown</translation>
  </message>
  <message>
   <source>Wheel: sealed prizes closed</source>
   <translation>Wheel: sealed prizes closed</translation>
  </message>
  <message>
   <source>Wheel: sealed prizes opened</source>
   <translation>Wheel: sealed prizes opened</translation>
  </message>
  <message>
   <source>Wrong PIN</source>
   <translation>Wrong PIN</translation>
  </message>
  <message>
   <source>a customer</source>
   <translation>a customer</translation>
  </message>
  <message>
   <source>a new chapter begins</source>
   <translation>a new chapter begins</translation>
  </message>
  <message>
   <source>all that waited for long</source>
   <translation>all that waited for long</translation>
  </message>
  <message>
   <source>approved by {staff}</source>
   <translation>approved by {staff}</translation>
  </message>
  <message>
   <source>at HQ</source>
   <translation>at HQ</translation>
  </message>
  <message>
   <source>by PIN</source>
   <translation>by PIN</translation>
  </message>
  <message>
   <source>by badge</source>
   <translation>by badge</translation>
  </message>
  <message>
   <source>by itself</source>
   <translation>by itself</translation>
  </message>
  <message>
   <source>from a paper slip</source>
   <translation>from a paper slip</translation>
  </message>
  <message>
   <source>granted</source>
   <translation>granted</translation>
  </message>
  <message>
   <source>it came out</source>
   <translation>it came out</translation>
  </message>
  <message>
   <source>it could not be opened</source>
   <translation>it could not be opened</translation>
  </message>
  <message>
   <source>it did not come out</source>
   <translation>it did not come out</translation>
  </message>
  <message>
   <source>it had ended by itself</source>
   <translation>it had ended by itself</translation>
  </message>
  <message>
   <source>it had stopped answering</source>
   <translation>it had stopped answering</translation>
  </message>
  <message>
   <source>no answer</source>
   <translation>no answer</translation>
  </message>
  <message>
   <source>nobody signed in</source>
   <translation>nobody signed in</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>refused</translation>
  </message>
  <message>
   <source>the till</source>
   <translation>the till</translation>
  </message>
  <message>
   <source>version {version}</source>
   <translation>version {version}</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>waiting</translation>
  </message>
  <message>
   <source>waiting for HQ</source>
   <translation>waiting for HQ</translation>
  </message>
  <message>
   <source>{kind} · {device}, chapter {epoch}, no. {seq} · chain {link}</source>
   <translation>{kind} · {device}, chapter {epoch}, no. {seq} · chain {link}</translation>
  </message>
  <message>
   <source>{more} given, {fewer} taken back</source>
   <translation>{more} given, {fewer} taken back</translation>
  </message>
 </context>
 <context>
  <name>Keypad</name>
  <message>
   <source>Blank</source>
   <translation>Blank</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Clear</translation>
  </message>
  <message>
   <source>Delete one digit</source>
   <translation>Delete one digit</translation>
  </message>
  <message>
   <source>Delete one sign</source>
   <translation>Delete one sign</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Keys</translation>
  </message>
  <message>
   <source>Keys on the screen</source>
   <translation>Keys on the screen</translation>
  </message>
  <message>
   <source>Letters, pinyin or zhuyin</source>
   <translation>Letters, pinyin or zhuyin</translation>
  </message>
  <message>
   <source>More characters</source>
   <translation>More characters</translation>
  </message>
  <message>
   <source>Rescan</source>
   <translation>Rescan</translation>
  </message>
 </context>
 <context>
  <name>Layout</name>
  <message>
   <source>English (US)</source>
   <translation>English (US)</translation>
  </message>
  <message>
   <source>French</source>
   <translation>French</translation>
  </message>
  <message>
   <source>German</source>
   <translation>German</translation>
  </message>
  <message>
   <source>Zhuyin</source>
   <translation>Zhuyin</translation>
  </message>
  <message>
   <source>another layout</source>
   <translation>another layout</translation>
  </message>
 </context>
 <context>
  <name>List</name>
  <message>
   <source>The first {shown} of {total}.</source>
   <translation>The first {shown} of {total}.</translation>
  </message>
  <message>
   <source>The first {shown} of {total}: type more to narrow it down.</source>
   <translation>The first {shown} of {total}: type more to narrow it down.</translation>
  </message>
 </context>
 <context>
  <name>Lists</name>
  <message>
   <source>A formula without its value: open the file once and save it</source>
   <translation>A formula without its value: open the file once and save it</translation>
  </message>
  <message>
   <source>A hidden sheet</source>
   <translation>A hidden sheet</translation>
  </message>
  <message>
   <source>A remark, nobody’s row</source>
   <translation>A remark, nobody’s row</translation>
  </message>
  <message>
   <source>A sum below the list</source>
   <translation>A sum below the list</translation>
  </message>
  <message>
   <source>An answer is none of its question’s: it is asked at the desk</source>
   <translation>An answer is none of its question’s: it is asked at the desk</translation>
  </message>
  <message>
   <source>An empty sheet</source>
   <translation>An empty sheet</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Cancelled</translation>
  </message>
  <message>
   <source>Hidden in the sheet, by a filter or by hand; taken all the same</source>
   <translation>Hidden in the sheet, by a filter or by hand; taken all the same</translation>
  </message>
  <message>
   <source>How many chances cannot be read: one</source>
   <translation>How many chances cannot be read: one</translation>
  </message>
  <message>
   <source>How many come along cannot be read</source>
   <translation>How many come along cannot be read</translation>
  </message>
  <message>
   <source>Neither name nor phone</source>
   <translation>Neither name nor phone</translation>
  </message>
  <message>
   <source>No chances in the draw</source>
   <translation>No chances in the draw</translation>
  </message>
  <message>
   <source>No column of names or phones</source>
   <translation>No column of names or phones</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>No name</translation>
  </message>
  <message>
   <source>No names, phones or tickets were found. Write headings above the columns.</source>
   <translation>No names, phones or tickets were found. Write headings above the columns.</translation>
  </message>
  <message>
   <source>Reading the file takes too long. Save it anew as XLSX in the spreadsheet, and choose it again.</source>
   <translation>Reading the file takes too long. Save it anew as XLSX in the spreadsheet, and choose it again.</translation>
  </message>
  <message>
   <source>Somebody has the same name, and nothing tells the two apart</source>
   <translation>Somebody has the same name, and nothing tells the two apart</translation>
  </message>
  <message>
   <source>Somebody of another name has the same phone</source>
   <translation>Somebody of another name has the same phone</translation>
  </message>
  <message>
   <source>The file is damaged. Open it in the spreadsheet and save it anew.</source>
   <translation>The file is damaged. Open it in the spreadsheet and save it anew.</translation>
  </message>
  <message>
   <source>The file is empty.</source>
   <translation>The file is empty.</translation>
  </message>
  <message>
   <source>The file is too large. Leave out what is not needed.</source>
   <translation>The file is too large. Leave out what is not needed.</translation>
  </message>
  <message>
   <source>The headings again</source>
   <translation>The headings again</translation>
  </message>
  <message>
   <source>The list is too long</source>
   <translation>The list is too long</translation>
  </message>
  <message>
   <source>The phone is none</source>
   <translation>The phone is none</translation>
  </message>
  <message>
   <source>The same person again</source>
   <translation>The same person again</translation>
  </message>
  <message>
   <source>The spreadsheet rounded the phone; its digits are lost</source>
   <translation>The spreadsheet rounded the phone; its digits are lost</translation>
  </message>
  <message>
   <source>The workbook has a password. Save it without one, and choose it again.</source>
   <translation>The workbook has a password. Save it without one, and choose it again.</translation>
  </message>
  <message>
   <source>This is no list. Choose an Excel file, or a text with a row a line.</source>
   <translation>This is no list. Choose an Excel file, or a text with a row a line.</translation>
  </message>
  <message>
   <source>VIP</source>
   <translation>VIP</translation>
  </message>
  <message>
   <source>adults</source>
   <translation>adults</translation>
  </message>
  <message>
   <source>an apostrophe taken off</source>
   <translation>an apostrophe taken off</translation>
  </message>
  <message>
   <source>an extension cut off</source>
   <translation>an extension cut off</translation>
  </message>
  <message>
   <source>chances</source>
   <translation>chances</translation>
  </message>
  <message>
   <source>children</source>
   <translation>children</translation>
  </message>
  <message>
   <source>comes with</source>
   <translation>comes with</translation>
  </message>
  <message>
   <source>company</source>
   <translation>company</translation>
  </message>
  <message>
   <source>decimals taken off</source>
   <translation>decimals taken off</translation>
  </message>
  <message>
   <source>e-mail</source>
   <translation>e-mail</translation>
  </message>
  <message>
   <source>family name</source>
   <translation>family name</translation>
  </message>
  <message>
   <source>full-width digits</source>
   <translation>full-width digits</translation>
  </message>
  <message>
   <source>given name</source>
   <translation>given name</translation>
  </message>
  <message>
   <source>it stood in the column of names</source>
   <translation>it stood in the column of names</translation>
  </message>
  <message>
   <source>kind of ticket</source>
   <translation>kind of ticket</translation>
  </message>
  <message>
   <source>letters read as digits</source>
   <translation>letters read as digits</translation>
  </message>
  <message>
   <source>member number</source>
   <translation>member number</translation>
  </message>
  <message>
   <source>name</source>
   <translation>name</translation>
  </message>
  <message>
   <source>people in all</source>
   <translation>people in all</translation>
  </message>
  <message>
   <source>phone</source>
   <translation>phone</translation>
  </message>
  <message>
   <source>remark</source>
   <translation>remark</translation>
  </message>
  <message>
   <source>state</source>
   <translation>state</translation>
  </message>
  <message>
   <source>table or seat</source>
   <translation>table or seat</translation>
  </message>
  <message>
   <source>tags</source>
   <translation>tags</translation>
  </message>
  <message>
   <source>the 0 in front was put back</source>
   <translation>the 0 in front was put back</translation>
  </message>
  <message>
   <source>the first of several</source>
   <translation>the first of several</translation>
  </message>
  <message>
   <source>ticket code</source>
   <translation>ticket code</translation>
  </message>
  <message>
   <source>where the phone is from</source>
   <translation>where the phone is from</translation>
  </message>
  <message>
   <source>whether they come</source>
   <translation>whether they come</translation>
  </message>
  <message>
   <source>who comes along</source>
   <translation>who comes along</translation>
  </message>
  <message>
   <source>words beside it left out</source>
   <translation>words beside it left out</translation>
  </message>
 </context>
 <context>
  <name>Member</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
  <message>
   <source>Birthday month</source>
   <translation>Birthday month</translation>
  </message>
  <message>
   <source>No member yet</source>
   <translation>No member yet</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>Points</translation>
  </message>
  <message>
   <source>Points and tier follow later.</source>
   <translation>Points and tier follow later.</translation>
  </message>
  <message>
   <source>Points owed</source>
   <translation>Points owed</translation>
  </message>
  <message>
   <source>Points · held {n}</source>
   <translation>Points · held {n}</translation>
  </message>
  <message>
   <source>Scan a member code, or F3 to find by phone or name.</source>
   <translation>Scan a member code, or F3 to find by phone or name.</translation>
  </message>
  <message>
   <source>Streak</source>
   <translation>Streak</translation>
  </message>
  <message>
   <source>Tickets</source>
   <translation>Tickets</translation>
  </message>
  <message>
   <source>Usable</source>
   <translation>Usable</translation>
  </message>
  <message>
   <source>another store’s member</source>
   <translation>another store’s member</translation>
  </message>
  <message>
   <source>another store’s, as HQ said earlier</source>
   <translation>another store’s, as HQ said earlier</translation>
  </message>
  <message>
   <source>another store’s, by signed pass</source>
   <translation>another store’s, by signed pass</translation>
  </message>
  <message>
   <source>another store’s, by their coupon</source>
   <translation>another store’s, by their coupon</translation>
  </message>
  <message>
   <source>visit no. {n}</source>
   <translation>visit no. {n}</translation>
  </message>
 </context>
 <context>
  <name>Mixup</name>
  <message>
   <source>A Chinese input method caught the scanner’s keys. Switch it to English and scan again.</source>
   <translation>A Chinese input method caught the scanner’s keys. Switch it to English and scan again.</translation>
  </message>
  <message>
   <source>Caps Lock is on, so the code came in wrong. Switch it off and scan again.</source>
   <translation>Caps Lock is on, so the code came in wrong. Switch it off and scan again.</translation>
  </message>
  <message>
   <source>Caps Lock is on. The code was read all the same; please switch Caps Lock off.</source>
   <translation>Caps Lock is on. The code was read all the same; please switch Caps Lock off.</translation>
  </message>
  <message>
   <source>Num Lock is off, so the number keys on the right type nothing. Press Num Lock.</source>
   <translation>Num Lock is off, so the number keys on the right type nothing. Press Num Lock.</translation>
  </message>
  <message>
   <source>The computer types full-width characters, so the code came in wrong. Switch to half-width (Shift+Space) and scan again.</source>
   <translation>The computer types full-width characters, so the code came in wrong. Switch to half-width (Shift+Space) and scan again.</translation>
  </message>
  <message>
   <source>The computer types full-width characters. The code was read all the same; please switch to half-width (Shift+Space).</source>
   <translation>The computer types full-width characters. The code was read all the same; please switch to half-width (Shift+Space).</translation>
  </message>
  <message>
   <source>The scanner sent keys that are no text. Nothing was done; reset the scanner’s settings and scan again.</source>
   <translation>The scanner sent keys that are no text. Nothing was done; reset the scanner’s settings and scan again.</translation>
  </message>
  <message>
   <source>The scanner types {scanner}, the computer expects {computer}, so the code came in wrong. Set the computer’s keyboard to {scanner} and scan again.</source>
   <translation>The scanner types {scanner}, the computer expects {computer}, so the code came in wrong. Set the computer’s keyboard to {scanner} and scan again.</translation>
  </message>
  <message>
   <source>The scanner types {scanner}, the computer expects {computer}. The code was read all the same; please set the computer’s keyboard to {scanner}.</source>
   <translation>The scanner types {scanner}, the computer expects {computer}. The code was read all the same; please set the computer’s keyboard to {scanner}.</translation>
  </message>
  <message>
   <source>Typed or scanned? Nothing was done. If you typed it, press Enter again; if it was scanned, take it back with Backspace and scan again.</source>
   <translation>Typed or scanned? Nothing was done. If you typed it, press Enter again; if it was scanned, take it back with Backspace and scan again.</translation>
  </message>
 </context>
 <context>
  <name>Near</name>
  <message>
   <source>Check-in day {have} of {need}: {prize}</source>
   <translation>Check-in day {have} of {need}: {prize}</translation>
  </message>
  <message>
   <source>One more piece</source>
   <translation>One more piece</translation>
  </message>
  <message>
   <source>One more {goods}</source>
   <translation>One more {goods}</translation>
  </message>
  <message>
   <source>Stamp card, {have} of {need}: {prize}</source>
   <translation>Stamp card, {have} of {need}: {prize}</translation>
  </message>
  <message>
   <source>for {money} more</source>
   <translation>for {money} more</translation>
  </message>
  <message>
   <source>free</source>
   <translation>free</translation>
  </message>
  <message>
   <source>last day</source>
   <translation>last day</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>until {day}</translation>
  </message>
  <message>
   <source>{money} more</source>
   <translation>{money} more</translation>
  </message>
  <message>
   <source>{money} more for {prize}</source>
   <translation>{money} more for {prize}</translation>
  </message>
  <message>
   <source>{money} more of {goods}</source>
   <translation>{money} more of {goods}</translation>
  </message>
  <message>
   <source>{money} off</source>
   <translation>{money} off</translation>
  </message>
  <message numerus="yes">
   <source>{n} more check-in(s) for {prize}</source>
   <translation>
    <numerusform>{n} more check-in for {prize}</numerusform>
    <numerusform>{n} more check-ins for {prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more day(s) for {prize}</source>
   <translation>
    <numerusform>{n} more day for {prize}</numerusform>
    <numerusform>{n} more days for {prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more friend(s) for {prize}</source>
   <translation>
    <numerusform>{n} more friend for {prize}</numerusform>
    <numerusform>{n} more friends for {prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more piece(s) for {prize}</source>
   <translation>
    <numerusform>{n} more piece for {prize}</numerusform>
    <numerusform>{n} more pieces for {prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more point(s) for {prize}</source>
   <translation>
    <numerusform>{n} more point for {prize}</numerusform>
    <numerusform>{n} more points for {prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more purchase(s) for {prize}</source>
   <translation>
    <numerusform>{n} more purchase for {prize}</numerusform>
    <numerusform>{n} more purchases for {prize}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more time(s) for {prize}</source>
   <translation>
    <numerusform>{n} more time for {prize}</numerusform>
    <numerusform>{n} more times for {prize}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>NewEvent</name>
  <message>
   <source>A badge is printed for each</source>
   <translation>A badge is printed for each</translation>
  </message>
  <message>
   <source>A name is needed.</source>
   <translation>A name is needed.</translation>
  </message>
  <message>
   <source>A ticket lets in</source>
   <translation>A ticket lets in</translation>
  </message>
  <message>
   <source>A time looks like 18:30.</source>
   <translation>A time looks like 18:30.</translation>
  </message>
  <message>
   <source>An event, made here</source>
   <translation>An event, made here</translation>
  </message>
  <message>
   <source>Begins, today at</source>
   <translation>Begins, today at</translation>
  </message>
  <message>
   <source>Ends at</source>
   <translation>Ends at</translation>
  </message>
  <message>
   <source>Make it</source>
   <translation>Make it</translation>
  </message>
  <message>
   <source>Others than those on the list may come</source>
   <translation>Others than those on the list may come</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Places</translation>
  </message>
  <message>
   <source>What it is called</source>
   <translation>What it is called</translation>
  </message>
  <message>
   <source>Who leaves is signed out</source>
   <translation>Who leaves is signed out</translation>
  </message>
  <message>
   <source>may be left out</source>
   <translation>may be left out</translation>
  </message>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>yes</translation>
  </message>
 </context>
 <context>
  <name>Newcomer</name>
  <message>
   <source>A code is on its way to {phone}.</source>
   <translation>A code is on its way to {phone}.</translation>
  </message>
  <message>
   <source>A member already</source>
   <translation>A member already</translation>
  </message>
  <message>
   <source>Agrees</source>
   <translation>Agrees</translation>
  </message>
  <message>
   <source>Agrees, {n}+</source>
   <translation>Yes, {n}+</translation>
  </message>
  <message>
   <source>Ask, and say what they answered: 1 agrees, the last number does not.</source>
   <translation>Ask, and say what they answered: 1 agrees, the last number does not.</translation>
  </message>
  <message>
   <source>Birthday (optional)</source>
   <translation>Birthday (optional)</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Clear</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>E-mail (optional)</source>
   <translation>E-mail (optional)</translation>
  </message>
  <message>
   <source>Form {number}</source>
   <translation>Form {number}</translation>
  </message>
  <message>
   <source>Go on with the sale</source>
   <translation>Go on with the sale</translation>
  </message>
  <message>
   <source>Go on with {name}</source>
   <translation>Go on with {name}</translation>
  </message>
  <message>
   <source>Guardian agrees</source>
   <translation>Guardian agrees</translation>
  </message>
  <message>
   <source>Guardian’s name</source>
   <translation>Guardian’s name</translation>
  </message>
  <message>
   <source>Guardian’s phone</source>
   <translation>Guardian’s phone</translation>
  </message>
  <message>
   <source>Key in the six digits that they received, or skip the code.</source>
   <translation>Key in the six digits that they received, or skip the code.</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Looking…</translation>
  </message>
  <message>
   <source>Mobile number</source>
   <translation>Mobile number</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New member</source>
   <translation>New member</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>No campaign gives newcomers anything now.</source>
   <translation>No campaign gives newcomers anything now.</translation>
  </message>
  <message>
   <source>No printer is set up for welcome slips: show them the code.</source>
   <translation>No printer is set up for welcome slips: show them the code.</translation>
  </message>
  <message>
   <source>Points follow when the phone is proved, or headquarters has looked.</source>
   <translation>Points follow when the phone is proved, or headquarters has looked.</translation>
  </message>
  <message>
   <source>Print slip</source>
   <translation>Print slip</translation>
  </message>
  <message>
   <source>Prove phone</source>
   <translation>Prove phone</translation>
  </message>
  <message>
   <source>Read it to them, or show it</source>
   <translation>Read it to them, or show it</translation>
  </message>
  <message>
   <source>Recommendation not counted: {why}</source>
   <translation>Recommendation not counted: {why}</translation>
  </message>
  <message>
   <source>Recommendation to be looked at: {why}</source>
   <translation>Recommendation to be looked at: {why}</translation>
  </message>
  <message>
   <source>Recommended by</source>
   <translation>Recommended by</translation>
  </message>
  <message>
   <source>Recommended by {name}</source>
   <translation>Recommended by {name}</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>Recording…</translation>
  </message>
  <message>
   <source>Register</source>
   <translation>Register</translation>
  </message>
  <message>
   <source>Register this form</source>
   <translation>Register this form</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Remove</translation>
  </message>
  <message>
   <source>Scan, or phone, card number</source>
   <translation>Scan, or phone, card number</translation>
  </message>
  <message>
   <source>Send code  F4</source>
   <translation>Send code  F4</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Skip</translation>
  </message>
  <message>
   <source>Take into the sale</source>
   <translation>Take into the sale</translation>
  </message>
  <message>
   <source>Take them into the sale</source>
   <translation>Take them into the sale</translation>
  </message>
  <message>
   <source>Tell them: their friend is thanked after the first purchase.</source>
   <translation>Tell them: their friend is thanked after the first purchase.</translation>
  </message>
  <message>
   <source>Tell them: {words}</source>
   <translation>Tell them: {words}</translation>
  </message>
  <message>
   <source>The customer takes a photo of it, here or on their own screen.</source>
   <translation>The customer takes a photo of it, here or on their own screen.</translation>
  </message>
  <message>
   <source>The member’s QR code</source>
   <translation>The member’s QR code</translation>
  </message>
  <message>
   <source>The open sale is another member’s and stays theirs.</source>
   <translation>The open sale is another member’s and stays theirs.</translation>
  </message>
  <message>
   <source>The phone is proved.</source>
   <translation>The phone is proved.</translation>
  </message>
  <message>
   <source>The slip goes to {printer}.</source>
   <translation>The slip goes to {printer}.</translation>
  </message>
  <message>
   <source>The slip waits for {printer}: {trouble}. {do}</source>
   <translation>The slip waits for {printer}: {trouble}. {do}</translation>
  </message>
  <message>
   <source>Their invitation</source>
   <translation>Their invitation</translation>
  </message>
  <message>
   <source>Their invitation is on the customer’s screen.</source>
   <translation>Their invitation is on the customer’s screen.</translation>
  </message>
  <message>
   <source>Version {version}</source>
   <translation>Version {version}</translation>
  </message>
  <message>
   <source>Welcome gifts, to be used at once</source>
   <translation>Welcome gifts, to be used at once</translation>
  </message>
  <message>
   <source>Who is younger needs a guardian: their name and phone, please.</source>
   <translation>Who is younger needs a guardian: their name and phone, please.</translation>
  </message>
  <message>
   <source>needed</source>
   <translation>needed</translation>
  </message>
  <message>
   <source>the member at the till</source>
   <translation>the member at the till</translation>
  </message>
  <message>
   <source>{name} at the till</source>
   <translation>{name} at the till</translation>
  </message>
  <message>
   <source>{name} is a member</source>
   <translation>{name} is a member</translation>
  </message>
  <message>
   <source>{name} was registered already</source>
   <translation>{name} was registered already</translation>
  </message>
 </context>
 <context>
  <name>NextStep</name>
  <message>
   <source>Ask a manager.</source>
   <translation>Ask a manager.</translation>
  </message>
  <message>
   <source>Ask for another coupon. Who disagrees asks the store.</source>
   <translation>Ask for another coupon. Who disagrees asks the store.</translation>
  </message>
  <message>
   <source>Ask the guest again and correct it.</source>
   <translation>Ask the guest again and correct it.</translation>
  </message>
  <message>
   <source>Ask the guest for their invitation, member code or coupon.</source>
   <translation>Ask the guest for their invitation, member code or coupon.</translation>
  </message>
  <message>
   <source>Ask the guest to open the code again with a brighter screen.</source>
   <translation>Ask the guest to open the code again with a brighter screen.</translation>
  </message>
  <message>
   <source>Ask the guest to show the member code in the app.</source>
   <translation>Ask the guest to show the member code in the app.</translation>
  </message>
  <message>
   <source>Ask the parent or guardian to come along.</source>
   <translation>Ask the parent or guardian to come along.</translation>
  </message>
  <message>
   <source>Call who is in charge of the desk.</source>
   <translation>Call who is in charge of the desk.</translation>
  </message>
  <message>
   <source>Go on without a code: it can be made good later.</source>
   <translation>Go on without a code: it can be made good later.</translation>
  </message>
  <message>
   <source>It is used at the till, with the goods it is for.</source>
   <translation>It is used at the till, with the goods it is for.</translation>
  </message>
  <message>
   <source>It works with more of these goods; or keep it for next time.</source>
   <translation>It works with more of these goods; or keep it for next time.</translation>
  </message>
  <message>
   <source>Just go on: nothing is lost.</source>
   <translation>Just go on: nothing is lost.</translation>
  </message>
  <message>
   <source>Let the guest read it and decide.</source>
   <translation>Let the guest read it and decide.</translation>
  </message>
  <message>
   <source>Nothing to do here: this station only shows what was recorded.</source>
   <translation>Nothing to do here: this station only shows what was recorded.</translation>
  </message>
  <message>
   <source>Nothing to do: go on.</source>
   <translation>Nothing to do: go on.</translation>
  </message>
  <message>
   <source>Offer something else.</source>
   <translation>Offer something else.</translation>
  </message>
  <message>
   <source>Open the code again, brighten the screen, hold it up.</source>
   <translation>Open the code again, brighten the screen, hold it up.</translation>
  </message>
  <message>
   <source>Please ask for a new code.</source>
   <translation>Please ask for a new code.</translation>
  </message>
  <message>
   <source>Please ask our staff for help.</source>
   <translation>Please ask our staff for help.</translation>
  </message>
  <message>
   <source>Please choose another coupon; our staff will gladly help.</source>
   <translation>Please choose another coupon; our staff will gladly help.</translation>
  </message>
  <message>
   <source>Please choose something else.</source>
   <translation>Please choose something else.</translation>
  </message>
  <message>
   <source>Please come back with your mother, father or guardian.</source>
   <translation>Please come back with your mother, father or guardian.</translation>
  </message>
  <message>
   <source>Please go on without a code; you can prove your phone later.</source>
   <translation>Please go on without a code; you can prove your phone later.</translation>
  </message>
  <message>
   <source>Please keep it until then.</source>
   <translation>Please keep it until then.</translation>
  </message>
  <message>
   <source>Please look at it once more and correct it.</source>
   <translation>Please look at it once more and correct it.</translation>
  </message>
  <message>
   <source>Please look at the new price and decide.</source>
   <translation>Please look at the new price and decide.</translation>
  </message>
  <message>
   <source>Please read it and decide; without it there is no membership.</source>
   <translation>Please read it and decide; without it there is no membership.</translation>
  </message>
  <message>
   <source>Please show the member code in your app.</source>
   <translation>Please show the member code in your app.</translation>
  </message>
  <message>
   <source>Please show your member code or a coupon of ours.</source>
   <translation>Please show your member code or a coupon of ours.</translation>
  </message>
  <message>
   <source>Please try again in a few minutes; your coupon stays good.</source>
   <translation>Please try again in a few minutes; your coupon stays good.</translation>
  </message>
  <message>
   <source>Please try again in a moment.</source>
   <translation>Please try again in a moment.</translation>
  </message>
  <message>
   <source>Please try again later; what you have stays yours.</source>
   <translation>Please try again later; what you have stays yours.</translation>
  </message>
  <message>
   <source>Send a new code.</source>
   <translation>Send a new code.</translation>
  </message>
  <message>
   <source>Tell the guest from when it can be used.</source>
   <translation>Tell the guest from when it can be used.</translation>
  </message>
  <message>
   <source>Tell the guest the new price before you go on.</source>
   <translation>Tell the guest the new price before you go on.</translation>
  </message>
  <message>
   <source>Tell the guest to come again later; nothing is lost.</source>
   <translation>Tell the guest to come again later; nothing is lost.</translation>
  </message>
  <message>
   <source>Try again when the badge above says online.</source>
   <translation>Try again when the badge above says online.</translation>
  </message>
  <message>
   <source>Try again, slowly.</source>
   <translation>Try again, slowly.</translation>
  </message>
 </context>
 <context>
  <name>Night</name>
  <message>
   <source>Closed</source>
   <translation>Closed</translation>
  </message>
  <message>
   <source>Closed. We open at {time}.</source>
   <translation>Closed. We open at {time}.</translation>
  </message>
  <message>
   <source>Closed. We open on {day} at {time}.</source>
   <translation>Closed. We open on {day} at {time}.</translation>
  </message>
  <message>
   <source>Closed. We open tomorrow at {time}.</source>
   <translation>Closed. We open tomorrow at {time}.</translation>
  </message>
 </context>
 <context>
  <name>Notice</name>
  <message>
   <source>A friend’s recommendation: whoever gave it is thanked.</source>
   <translation>A friend’s recommendation: whoever gave it is thanked.</translation>
  </message>
  <message>
   <source>Another member; nothing had been keyed in for the one before.</source>
   <translation>Another member; nothing had been keyed in for the one before.</translation>
  </message>
  <message>
   <source>Code for “{name}”: it counts.</source>
   <translation>Code for “{name}”: it counts.</translation>
  </message>
  <message>
   <source>Code for “{name}”: it does not count ({why}).</source>
   <translation>Code for “{name}”: it does not count ({why}).</translation>
  </message>
  <message>
   <source>Daily report saved: {path}</source>
   <translation>Daily report saved: {path}</translation>
  </message>
  <message>
   <source>HQ sent something that this program does not know. Ask IT to update this terminal.</source>
   <translation>HQ sent something that this program does not know. Ask IT to update this terminal.</translation>
  </message>
  <message>
   <source>No coupon at the till depends on the kind of goods.</source>
   <translation>No coupon at the till depends on the kind of goods.</translation>
  </message>
  <message>
   <source>Not scanned: answer or close this window first, then scan again.</source>
   <translation>Not scanned: answer or close this window first, then scan again.</translation>
  </message>
  <message>
   <source>Nothing but staff badges is scanned at this station.</source>
   <translation>Nothing but staff badges is scanned at this station.</translation>
  </message>
  <message>
   <source>Nothing to record yet: no amount, no member, no coupon. Key in the amount.</source>
   <translation>Nothing to record yet: no amount, no member, no coupon. Key in the amount.</translation>
  </message>
  <message>
   <source>Receipt saved: {path}</source>
   <translation>Receipt saved: {path}</translation>
  </message>
  <message>
   <source>Scan a member code first, or find the member (F3).</source>
   <translation>Scan a member code first, or find the member (F3).</translation>
  </message>
  <message>
   <source>Something is being recorded. Close the window when it is done.</source>
   <translation>Something is being recorded. Close the window when it is done.</translation>
  </message>
  <message>
   <source>That key does not fit: the amount stays {money}.</source>
   <translation>That key does not fit: the amount stays {money}.</translation>
  </message>
  <message>
   <source>The amount is missing: key it in first.</source>
   <translation>The amount is missing: key it in first.</translation>
  </message>
  <message>
   <source>The camera shows nothing. Check cable and lens, use the scanner; it comes back.</source>
   <translation>The camera shows nothing. Check cable and lens, use the scanner; it comes back.</translation>
  </message>
  <message>
   <source>The daily report could not be saved. Check the folder and the disk.</source>
   <translation>The daily report could not be saved. Check the folder and the disk.</translation>
  </message>
  <message>
   <source>The receipt could not be saved. Check the folder and the disk.</source>
   <translation>The receipt could not be saved. Check the folder and the disk.</translation>
  </message>
  <message>
   <source>The sale at the till is the till’s: goods are exchanged there.</source>
   <translation>The sale at the till is the till’s: goods are exchanged there.</translation>
  </message>
  <message>
   <source>The serial scanner is back.</source>
   <translation>The serial scanner is back.</translation>
  </message>
  <message>
   <source>The serial scanner is gone: check its cable. It comes back by itself.</source>
   <translation>The serial scanner is gone: check its cable. It comes back by itself.</translation>
  </message>
  <message>
   <source>There are no points to pay this with.</source>
   <translation>There are no points to pay this with.</translation>
  </message>
  <message>
   <source>There is no sale to void on this terminal.</source>
   <translation>There is no sale to void on this terminal.</translation>
  </message>
  <message>
   <source>This coupon is in the sale just made: there is nothing to do.</source>
   <translation>This coupon is in the sale just made: there is nothing to do.</translation>
  </message>
  <message>
   <source>This terminal is now: {station}.</source>
   <translation>This terminal is now: {station}.</translation>
  </message>
  <message>
   <source>Voided: {money}. Its coupons can be used again.</source>
   <translation>Voided: {money}. Its coupons can be used again.</translation>
  </message>
  <message>
   <source>{coupon}: {words}</source>
   <translation>{coupon}: {words}</translation>
  </message>
  <message>
   <source>{money} came back; {left} is left of the sale.</source>
   <translation>{money} came back; {left} is left of the sale.</translation>
  </message>
  <message>
   <source>{money} comes off the new sale. Key in what the customer buys.</source>
   <translation>{money} comes off the new sale. Key in what the customer buys.</translation>
  </message>
  <message>
   <source>{name} works here now.</source>
   <translation>{name} works here now.</translation>
  </message>
  <message>
   <source>{n} of {all} points can be used here at the moment; HQ has to be reached for more.</source>
   <translation>{n} of {all} points can be used here at the moment; HQ has to be reached for more.</translation>
  </message>
  <message>
   <source>{voided} Taken back: {rewards}.</source>
   <translation>{voided} Taken back: {rewards}.</translation>
  </message>
  <message>
   <source>{words} {onto} of it is on the voucher again; give back {money}.</source>
   <translation>{words} {onto} of it is on the voucher again; give back {money}.</translation>
  </message>
 </context>
 <context>
  <name>Offline</name>
  <message numerus="yes">
   <source>%n other kind(s) of coupons are refused.</source>
   <translation>
    <numerusform>%n other kind of coupon is refused.</numerusform>
    <numerusform>%n other kinds of coupons are refused.</numerusform>
   </translation>
  </message>
  <message>
   <source>Assumed: everything counted here is accepted at this till, and used at another one as well.</source>
   <translation>Assumed: everything counted here is accepted at this till, and used at another one as well.</translation>
  </message>
  <message>
   <source>If the network goes</source>
   <translation>If the network goes</translation>
  </message>
  <message>
   <source>It shows what can be lost while HQ is out of reach.</source>
   <translation>It shows what can be lost while HQ is out of reach.</translation>
  </message>
  <message>
   <source>Not counted: coupons of other stores, a member’s second sale with points, and other tills.</source>
   <translation>Not counted: coupons of other stores, a member’s second sale with points, and other tills.</translation>
  </message>
  <message>
   <source>Nothing can be lost: without the network everything that needs a right is refused.</source>
   <translation>Nothing can be lost: without the network everything that needs a right is refused.</translation>
  </message>
  <message>
   <source>This till can lose {value} at most, as things are now.</source>
   <translation>This till can lose {value} at most, as things are now.</translation>
  </message>
  <message numerus="yes">
   <source>Up to {limit} with a manager’s PIN. %n member(s) may have points, {once} each at most.</source>
   <translation>
    <numerusform>Up to {limit} with a manager’s PIN. %n member may have points, {once} at most.</numerusform>
    <numerusform>Up to {limit} with a manager’s PIN. %n members may have points, {once} each at most.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Up to {limit} with a manager’s PIN. Good for %n use(s) held elsewhere, {once} each at most.</source>
   <translation>
    <numerusform>Up to {limit} with a manager’s PIN. Good for %n use held elsewhere, {once} at most.</numerusform>
    <numerusform>Up to {limit} with a manager’s PIN. Good for %n uses held elsewhere, {once} each at most.</numerusform>
   </translation>
  </message>
  <message>
   <source>Up to {limit} with a manager’s PIN. Nothing is at risk now.</source>
   <translation>Up to {limit} with a manager’s PIN. Nothing is at risk now.</translation>
  </message>
 </context>
 <context>
  <name>Outcome</name>
  <message>
   <source>all gone</source>
   <translation>all gone</translation>
  </message>
  <message>
   <source>counted</source>
   <translation>counted</translation>
  </message>
  <message>
   <source>given</source>
   <translation>given</translation>
  </message>
  <message>
   <source>limit reached</source>
   <translation>limit reached</translation>
  </message>
  <message>
   <source>not met</source>
   <translation>not met</translation>
  </message>
  <message>
   <source>substitute given</source>
   <translation>substitute given</translation>
  </message>
 </context>
 <context>
  <name>Page</name>
  <message>
   <source>Checkout. Amount {money}</source>
   <translation>Checkout. Amount {money}</translation>
  </message>
 </context>
 <context>
  <name>Paper</name>
  <message>
   <source>A few questions</source>
   <translation>A few questions</translation>
  </message>
  <message>
   <source>About you</source>
   <translation>About you</translation>
  </message>
  <message>
   <source>Admission ticket</source>
   <translation>Admission ticket</translation>
  </message>
  <message>
   <source>Alignment</source>
   <translation>Alignment</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>Approved by</source>
   <translation>Approved by</translation>
  </message>
  <message>
   <source>Arrived</source>
   <translation>Arrived</translation>
  </message>
  <message>
   <source>Back on the voucher</source>
   <translation>Back on the voucher</translation>
  </message>
  <message>
   <source>Badge</source>
   <translation>Badge</translation>
  </message>
  <message>
   <source>Birthday (YYYYMMDD, optional)</source>
   <translation>Birthday (YYYYMMDD, optional)</translation>
  </message>
  <message>
   <source>Bold</source>
   <translation>Bold</translation>
  </message>
  <message>
   <source>Both arrows are whole, and as far from the left edge as from the right.</source>
   <translation>Both arrows are whole, and as far from the left edge as from the right.</translation>
  </message>
  <message>
   <source>Bought</source>
   <translation>Bought</translation>
  </message>
  <message>
   <source>By</source>
   <translation>By</translation>
  </message>
  <message>
   <source>Cannot be exchanged for cash.</source>
   <translation>Cannot be exchanged for cash.</translation>
  </message>
  <message>
   <source>Chance comes from</source>
   <translation>Chance comes from</translation>
  </message>
  <message>
   <source>Check the draw at {address}</source>
   <translation>Compare it at {address}</translation>
  </message>
  <message>
   <source>Checked and filed</source>
   <translation>Checked and filed</translation>
  </message>
  <message>
   <source>Codes to scan</source>
   <translation>Codes to scan</translation>
  </message>
  <message>
   <source>Congratulations, you have won</source>
   <translation>Congratulations, you have won</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>Copies</translation>
  </message>
  <message>
   <source>Copy {n}</source>
   <translation>Copy {n}</translation>
  </message>
  <message>
   <source>Copy {n} – not the original</source>
   <translation>Copy {n} – not the original</translation>
  </message>
  <message>
   <source>Coupon</source>
   <translation>Coupon</translation>
  </message>
  <message>
   <source>Coupons and offers</source>
   <translation>Coupons and offers</translation>
  </message>
  <message>
   <source>Coupons in conflict</source>
   <translation>Coupons in conflict</translation>
  </message>
  <message>
   <source>Customer’s signature</source>
   <translation>Customer’s signature</translation>
  </message>
  <message>
   <source>Cut below this line</source>
   <translation>Cut below this line</translation>
  </message>
  <message>
   <source>Daily report</source>
   <translation>Daily report</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Date (YYYYMMDD)</source>
   <translation>Date (YYYYMMDD)</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>Dear {name},</source>
   <translation>Dear {name},</translation>
  </message>
  <message>
   <source>Discounts</source>
   <translation>Discounts</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Document</translation>
  </message>
  <message>
   <source>Dots per inch</source>
   <translation>Dots per inch</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>Draw</translation>
  </message>
  <message>
   <source>Draw on</source>
   <translation>Draw on</translation>
  </message>
  <message>
   <source>Draw result</source>
   <translation>Draw result</translation>
  </message>
  <message>
   <source>Draw ticket</source>
   <translation>Draw ticket</translation>
  </message>
  <message>
   <source>Drawn</source>
   <translation>Drawn</translation>
  </message>
  <message>
   <source>Draws, their results and how to check them: {address}</source>
   <translation>Draws, their results and how to check them: {address}</translation>
  </message>
  <message>
   <source>Due since</source>
   <translation>Due since</translation>
  </message>
  <message>
   <source>E-mail (optional)</source>
   <translation>E-mail (optional)</translation>
  </message>
  <message>
   <source>Employees of the organiser</source>
   <translation>Employees of the organiser</translation>
  </message>
  <message>
   <source>Entries not yet at headquarters</source>
   <translation>Entries not yet at headquarters</translation>
  </message>
  <message>
   <source>Everything has reached headquarters.</source>
   <translation>Everything has reached headquarters.</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Failed</translation>
  </message>
  <message>
   <source>Fingerprint of the list of entrants</source>
   <translation>Fingerprint of the list of entrants</translation>
  </message>
  <message>
   <source>Fingerprint of these rules</source>
   <translation>Fingerprint of these rules</translation>
  </message>
  <message>
   <source>Fingerprint of what was published before the draw</source>
   <translation>Fingerprint of what was published before the draw</translation>
  </message>
  <message>
   <source>Fingerprint, published before the draw</source>
   <translation>Fingerprint, published before the draw</translation>
  </message>
  <message>
   <source>For</source>
   <translation>For</translation>
  </message>
  <message>
   <source>For our staff</source>
   <translation>For our staff</translation>
  </message>
  <message>
   <source>For receipt {number}</source>
   <translation>For receipt {number}</translation>
  </message>
  <message>
   <source>For you when you join</source>
   <translation>For you when you join</translation>
  </message>
  <message>
   <source>Form number</source>
   <translation>Form number</translation>
  </message>
  <message>
   <source>Good for one purchase.</source>
   <translation>Good for one purchase.</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>Goods returned</translation>
  </message>
  <message>
   <source>Grade</source>
   <translation>Grade</translation>
  </message>
  <message>
   <source>Greeting card</source>
   <translation>Greeting card</translation>
  </message>
  <message>
   <source>Guardian’s name</source>
   <translation>Guardian’s name</translation>
  </message>
  <message>
   <source>Guardian’s signature</source>
   <translation>Guardian’s signature</translation>
  </message>
  <message>
   <source>Guest</source>
   <translation>Guest</translation>
  </message>
  <message>
   <source>Guests announced</source>
   <translation>Guests announced</translation>
  </message>
  <message>
   <source>Guests with you</source>
   <translation>Guests with you</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>Handed over</translation>
  </message>
  <message>
   <source>Handover note</source>
   <translation>Handover note</translation>
  </message>
  <message>
   <source>Headquarters will send it to the address you gave.</source>
   <translation>Headquarters will send it to the address you gave.</translation>
  </message>
  <message>
   <source>How was it?</source>
   <translation>How was it?</translation>
  </message>
  <message>
   <source>I agree</source>
   <translation>I agree</translation>
  </message>
  <message>
   <source>I am 14 or older</source>
   <translation>I am 14 or older</translation>
  </message>
  <message>
   <source>I am under 14</source>
   <translation>I am under 14</translation>
  </message>
  <message>
   <source>I do not agree</source>
   <translation>I do not agree</translation>
  </message>
  <message>
   <source>I have received the items above, complete and undamaged.</source>
   <translation>I have received the items above, complete and undamaged.</translation>
  </message>
  <message>
   <source>Identity</source>
   <translation>Identity</translation>
  </message>
  <message>
   <source>Identity document seen</source>
   <translation>Identity document seen</translation>
  </message>
  <message>
   <source>Issued</source>
   <translation>Issued</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Item</translation>
  </message>
  <message>
   <source>Keep this paper. The published list must have this fingerprint: another list has another one.</source>
   <translation>Keep this paper. The published list must have this fingerprint: another list has another one.</translation>
  </message>
  <message>
   <source>Keyed in by, on</source>
   <translation>Keyed in by, on</translation>
  </message>
  <message>
   <source>Labels left</source>
   <translation>Labels left</translation>
  </message>
  <message>
   <source>Large</source>
   <translation>Large</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Line</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Lines</translation>
  </message>
  <message>
   <source>List</source>
   <translation>List</translation>
  </message>
  <message>
   <source>List published</source>
   <translation>List published</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Made</translation>
  </message>
  <message>
   <source>Manual redemption</source>
   <translation>Manual redemption</translation>
  </message>
  <message>
   <source>Member or card number</source>
   <translation>Member or card number</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>Members</translation>
  </message>
  <message>
   <source>Members pay</source>
   <translation>Members pay</translation>
  </message>
  <message>
   <source>Membership registration</source>
   <translation>Membership registration</translation>
  </message>
  <message>
   <source>Mobile number</source>
   <translation>Mobile number</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Needed for membership</source>
   <translation>Needed for membership</translation>
  </message>
  <message>
   <source>Net sales</source>
   <translation>Net sales</translation>
  </message>
  <message>
   <source>New members</source>
   <translation>New members</translation>
  </message>
  <message>
   <source>No prize this time. Thank you for taking part!</source>
   <translation>No prize this time. Thank you for taking part!</translation>
  </message>
  <message>
   <source>No. {number}</source>
   <translation>No. {number}</translation>
  </message>
  <message>
   <source>Nobody was left</source>
   <translation>Nobody was left</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Note number</source>
   <translation>Note number</translation>
  </message>
  <message>
   <source>Notice of a prize draw</source>
   <translation>Notice of a prize draw</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Number</translation>
  </message>
  <message>
   <source>Number of uses</source>
   <translation>Number of uses</translation>
  </message>
  <message>
   <source>Odds</source>
   <translation>Odds</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>Offer</translation>
  </message>
  <message>
   <source>Offer ends {day}</source>
   <translation>Offer ends {day}</translation>
  </message>
  <message>
   <source>On the left</source>
   <translation>On the left</translation>
  </message>
  <message>
   <source>On the right</source>
   <translation>On the right</translation>
  </message>
  <message>
   <source>Open matters</source>
   <translation>Open matters</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Paid</translation>
  </message>
  <message>
   <source>Paid back in money</source>
   <translation>Paid back in money</translation>
  </message>
  <message>
   <source>Paid by voucher</source>
   <translation>Paid by voucher</translation>
  </message>
  <message>
   <source>Pale</source>
   <translation>Pale</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Paper</translation>
  </message>
  <message>
   <source>People</source>
   <translation>People</translation>
  </message>
  <message>
   <source>Phone ends in</source>
   <translation>Phone ends in</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pieces</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>Please claim it by {day}</source>
   <translation>Please claim it by {day}</translation>
  </message>
  <message>
   <source>Please keep this ticket until you have received your prize. Good luck!</source>
   <translation>Please keep this ticket until you have received your prize. Good luck!</translation>
  </message>
  <message>
   <source>Please show this code at the entrance</source>
   <translation>Please show this code at the entrance</translation>
  </message>
  <message>
   <source>Please show this code before you pay</source>
   <translation>Please show this code before you pay</translation>
  </message>
  <message>
   <source>Please write clearly, a character in each box. Our staff will be glad to help.</source>
   <translation>Please write clearly, a character in each box. Our staff will be glad to help.</translation>
  </message>
  <message>
   <source>Plus guests</source>
   <translation>Plus guests</translation>
  </message>
  <message>
   <source>Points given</source>
   <translation>Points given</translation>
  </message>
  <message>
   <source>Points used</source>
   <translation>Points used</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>Printed</translation>
  </message>
  <message>
   <source>Printed papers</source>
   <translation>Printed papers</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>Printer</translation>
  </message>
  <message>
   <source>Printer language</source>
   <translation>Printer language</translation>
  </message>
  <message>
   <source>Prize</source>
   <translation>Prize</translation>
  </message>
  <message>
   <source>Prize value</source>
   <translation>Prize value</translation>
  </message>
  <message>
   <source>Prizes in the order drawn</source>
   <translation>Prizes in the order drawn</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Quantity</translation>
  </message>
  <message>
   <source>Rare characters</source>
   <translation>Rare characters</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Receipts</translation>
  </message>
  <message>
   <source>Received by</source>
   <translation>Received by</translation>
  </message>
  <message>
   <source>Recommended by (optional)</source>
   <translation>Recommended by (optional)</translation>
  </message>
  <message>
   <source>Refunded</source>
   <translation>Refunded</translation>
  </message>
  <message>
   <source>Refunded earlier</source>
   <translation>Refunded earlier</translation>
  </message>
  <message>
   <source>Refunded: what was paid, less what the goods kept cost without these</source>
   <translation>Refunded: what was paid, less what the goods kept cost without these</translation>
  </message>
  <message>
   <source>Relationship</source>
   <translation>Relationship</translation>
  </message>
  <message>
   <source>Reserved for</source>
   <translation>Reserved for</translation>
  </message>
  <message>
   <source>Return receipt</source>
   <translation>Return receipt</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Returns</translation>
  </message>
  <message>
   <source>Rewards taken back</source>
   <translation>Rewards taken back</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>Rules</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Sales</translation>
  </message>
  <message>
   <source>Scan to check the draw yourself</source>
   <translation>Scan to check the draw yourself</translation>
  </message>
  <message>
   <source>Scan to check the result yourself</source>
   <translation>Scan to check the result yourself</translation>
  </message>
  <message>
   <source>Scan to check these rules</source>
   <translation>Scan to check these rules</translation>
  </message>
  <message>
   <source>Scan to see that your ticket is in the draw</source>
   <translation>Scan to see that your ticket is in the draw</translation>
  </message>
  <message>
   <source>Scan with your phone and tell us</source>
   <translation>Scan with your phone and tell us</translation>
  </message>
  <message>
   <source>Scan, or show at any of our stores</source>
   <translation>Scan, or show at any of our stores</translation>
  </message>
  <message>
   <source>Scripts</source>
   <translation>Scripts</translation>
  </message>
  <message>
   <source>Seat {seat}</source>
   <translation>Seat {seat}</translation>
  </message>
  <message>
   <source>Shelf label</source>
   <translation>Shelf label</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>Sign-in sheet</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Signature</translation>
  </message>
  <message>
   <source>Signed by</source>
   <translation>Signed by</translation>
  </message>
  <message>
   <source>Small</source>
   <translation>Small</translation>
  </message>
  <message>
   <source>Stays in the store. Key it in when the system is back.</source>
   <translation>Stays in the store. Key it in when the system is back.</translation>
  </message>
  <message>
   <source>Still charged</source>
   <translation>Still charged</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Table</translation>
  </message>
  <message>
   <source>Table, seat</source>
   <translation>Table, seat</translation>
  </message>
  <message>
   <source>Take a photo of this code, and you always have it with you.</source>
   <translation>Take a photo of this code, and you always have it with you.</translation>
  </message>
  <message>
   <source>Taken in money</source>
   <translation>Taken in money</translation>
  </message>
  <message>
   <source>Tax withheld</source>
   <translation>Tax withheld</translation>
  </message>
  <message>
   <source>Terminal</source>
   <translation>Terminal</translation>
  </message>
  <message>
   <source>Test page</source>
   <translation>Test page</translation>
  </message>
  <message>
   <source>Text version {version}</source>
   <translation>Text version {version}</translation>
  </message>
  <message>
   <source>The whole fingerprint</source>
   <translation>The whole fingerprint</translation>
  </message>
  <message>
   <source>The witness’s key</source>
   <translation>The witness’s key</translation>
  </message>
  <message>
   <source>Their mobile number (optional)</source>
   <translation>Their mobile number (optional)</translation>
  </message>
  <message>
   <source>These rules were fixed before the start. Any change would only be in your favour, and announced.</source>
   <translation>These rules were fixed before the start. Any change would only be in your favour, and announced.</translation>
  </message>
  <message>
   <source>This draw is void: {reason}</source>
   <translation>This draw is void: {reason}</translation>
  </message>
  <message>
   <source>This is list {version}: those before it are void.</source>
   <translation>This is list {version}: those before it are void.</translation>
  </message>
  <message>
   <source>This scale is {mm} mm long.</source>
   <translation>This scale is {mm} mm long.</translation>
  </message>
  <message>
   <source>Ticket number</source>
   <translation>Ticket number</translation>
  </message>
  <message>
   <source>Tickets</source>
   <translation>Tickets</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Time</translation>
  </message>
  <message>
   <source>Total value</source>
   <translation>Total value</translation>
  </message>
  <message>
   <source>Type sizes</source>
   <translation>Type sizes</translation>
  </message>
  <message>
   <source>Under 14, a parent or guardian fills this in and decides on the consents below:</source>
   <translation>Under 14, a parent or guardian fills this in and decides on the consents below:</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>Used</translation>
  </message>
  <message>
   <source>Used for signing in to this event only, and destroyed after it is keyed in.</source>
   <translation>Used for signing in to this event only, and destroyed after it is keyed in.</translation>
  </message>
  <message>
   <source>VIP</source>
   <translation>VIP</translation>
  </message>
  <message>
   <source>Valid through {day}</source>
   <translation>Valid through {day}</translation>
  </message>
  <message>
   <source>Valid {first} to {last}</source>
   <translation>Valid {first} to {last}</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>Very large</source>
   <translation>Very large</translation>
  </message>
  <message>
   <source>Void receipt</source>
   <translation>Void receipt</translation>
  </message>
  <message>
   <source>Voided</source>
   <translation>Voided</translation>
  </message>
  <message>
   <source>Voids</source>
   <translation>Voids</translation>
  </message>
  <message>
   <source>Vouchers sold</source>
   <translation>Vouchers sold</translation>
  </message>
  <message>
   <source>Waiting since {time}</source>
   <translation>Waiting since {time}</translation>
  </message>
  <message>
   <source>Was</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Welcome!</source>
   <translation>Welcome!</translation>
  </message>
  <message>
   <source>White on black</source>
   <translation>White on black</translation>
  </message>
  <message>
   <source>Width and position</source>
   <translation>Width and position</translation>
  </message>
  <message>
   <source>Winner</source>
   <translation>Winner</translation>
  </message>
  <message>
   <source>Winners of a prize draw</source>
   <translation>Winners of a prize draw</translation>
  </message>
  <message>
   <source>Winner’s signature</source>
   <translation>Winner’s signature</translation>
  </message>
  <message>
   <source>With best wishes from {chain}</source>
   <translation>With best wishes from {chain}</translation>
  </message>
  <message>
   <source>You are invited!</source>
   <translation>You are invited!</translation>
  </message>
  <message>
   <source>You can withdraw each consent at any time, in every store.</source>
   <translation>You can withdraw each consent at any time, in every store.</translation>
  </message>
  <message>
   <source>Your age</source>
   <translation>Your age</translation>
  </message>
  <message>
   <source>Your consent</source>
   <translation>Your consent</translation>
  </message>
  <message>
   <source>Your data are used for this campaign alone. Names are published masked. Consents can be withdrawn at any time, and your data are erased when you ask for it.</source>
   <translation>Your data are used for this campaign alone. Names are published masked. Consents can be withdrawn at any time, and your data are erased when you ask for it.</translation>
  </message>
  <message>
   <source>Your member code: show it whenever you shop with us</source>
   <translation>Your member code: show it whenever you shop with us</translation>
  </message>
  <message>
   <source>Your welcome gifts</source>
   <translation>Your welcome gifts</translation>
  </message>
  <message>
   <source>Yours, {name}</source>
   <translation>Yours, {name}</translation>
  </message>
  <message>
   <source>dice thrown by the audience, and sealed envelopes opened last</source>
   <translation>dice thrown by the audience, and sealed envelopes opened last</translation>
  </message>
  <message>
   <source>round {round} of a beacon that is not the public one, {time}</source>
   <translation>round {round} of a beacon that is not the public one, {time}</translation>
  </message>
  <message>
   <source>round {round} of the public beacon, {time}</source>
   <translation>round {round} of the public beacon, {time}</translation>
  </message>
  <message>
   <source>version {version}</source>
   <translation>version {version}</translation>
  </message>
  <message>
   <source>{draw}: {time} on each day of the main phase</source>
   <translation>{draw}: {time} on each day of the main phase</translation>
  </message>
  <message>
   <source>{draw}: {time} on {days}</source>
   <translation>{draw}: {time} on {days}</translation>
  </message>
  <message>
   <source>{name} would like to share something good with you.</source>
   <translation>{name} would like to share something good with you.</translation>
  </message>
  <message>
   <source>{name}, thank you for joining us</source>
   <translation>{name}, thank you for joining us</translation>
  </message>
  <message>
   <source>{price} a {unit}</source>
   <translation>{price} a {unit}</translation>
  </message>
  <message>
   <source>{prize}: {percent} of its value is withheld as tax</source>
   <translation>{prize}: {percent} of its value is withheld as tax</translation>
  </message>
  <message>
   <source>{wheel}: at once, when it stops</source>
   <translation>{wheel}: at once, when it stops</translation>
  </message>
 </context>
 <context>
  <name>Photos</name>
  <message numerus="yes">
   <source>%n photo(s) wait. Is it one that everybody may see?</source>
   <translation>
    <numerusform>%n photo waits. Is it one that everybody may see?</numerusform>
    <numerusform>%n photos wait. Is it one that everybody may see?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n vote(s)</source>
   <translation>
    <numerusform>%n vote</numerusform>
    <numerusform>%n votes</numerusform>
   </translation>
  </message>
  <message>
   <source>All have been looked at.</source>
   <translation>All have been looked at.</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Before</translation>
  </message>
  <message>
   <source>Guests’ photos</source>
   <translation>Guests’ photos</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>Nobody has sent a photo yet. Guests do it on their ticket’s page.</source>
   <translation>Nobody has sent a photo yet. Guests do it on their ticket’s page.</translation>
  </message>
  <message>
   <source>Not on the wall</source>
   <translation>Not on the wall</translation>
  </message>
  <message>
   <source>On the wall</source>
   <translation>On the wall</translation>
  </message>
  <message>
   <source>a guest</source>
   <translation>a guest</translation>
  </message>
  <message>
   <source>not shown</source>
   <translation>not shown</translation>
  </message>
  <message>
   <source>waits</source>
   <translation>waits</translation>
  </message>
 </context>
 <context>
  <name>Points</name>
  <message>
   <source>You owe {n} points: the next ones you earn make up for them first.</source>
   <translation>You owe {n} points: the next ones you earn make up for them first.</translation>
  </message>
  <message>
   <source>{n} points owed</source>
   <translation>{n} points owed</translation>
  </message>
  <message>
   <source>{n} pts until {day}</source>
   <translation>{n} pts until {day}</translation>
  </message>
 </context>
 <context>
  <name>Printing</name>
  <message numerus="yes">
   <source>%n document(s) wait.</source>
   <translation>
    <numerusform>%n document waits.</numerusform>
    <numerusform>%n documents wait.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n hour</numerusform>
    <numerusform>%n hours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s) left on the roll.</source>
   <translation>
    <numerusform>%n label left on the roll.</numerusform>
    <numerusform>%n labels left on the roll.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minute</numerusform>
    <numerusform>%n minutes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them wait too long to be printed unasked.</source>
   <translation>
    <numerusform>%n of them waits too long to be printed unasked.</numerusform>
    <numerusform>%n of them wait too long to be printed unasked.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n paper(s) need a word: did they come out?</source>
   <translation>
    <numerusform>%n paper needs a word: did it come out?</numerusform>
    <numerusform>%n papers need a word: did they come out?</numerusform>
   </translation>
  </message>
  <message>
   <source>A new printer</source>
   <translation>A new printer</translation>
  </message>
  <message>
   <source>A printer of the network is added by its address; printers on this computer’s ports are found.</source>
   <translation>A printer of the network is added by its address; printers on this computer’s ports are found.</translation>
  </message>
  <message>
   <source>Add a printer by its address</source>
   <translation>Add a printer by its address</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Another device answers there: look at the address and the language.</source>
   <translation>Another device answers there: look at the address and the language.</translation>
  </message>
  <message>
   <source>Another program has it, or IT has to allow it.</source>
   <translation>Another program has it, or IT has to allow it.</translation>
  </message>
  <message>
   <source>Answers when asked</source>
   <translation>Answers when asked</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>Chinese</translation>
  </message>
  <message>
   <source>Close the cover.</source>
   <translation>Close the cover.</translation>
  </message>
  <message>
   <source>Cuts the paper</source>
   <translation>Cuts the paper</translation>
  </message>
  <message>
   <source>Do not count</source>
   <translation>Do not count</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Document</translation>
  </message>
  <message>
   <source>Dots per inch</source>
   <translation>Dots per inch</translation>
  </message>
  <message>
   <source>Found: {address}. Press to add it.</source>
   <translation>Found: {address}. Press to add it.</translation>
  </message>
  <message>
   <source>Have a new roll ready.</source>
   <translation>Have a new roll ready.</translation>
  </message>
  <message>
   <source>How many labels are on the roll of {printer} now? It stands on the roll’s box.</source>
   <translation>How many labels are on the roll of {printer} now? It stands on the roll’s box.</translation>
  </message>
  <message>
   <source>It came out</source>
   <translation>It came out</translation>
  </message>
  <message>
   <source>It could not be brought to the printer, and nothing came out.</source>
   <translation>It could not be brought to the printer, and nothing came out.</translation>
  </message>
  <message>
   <source>It is asked how it is…</source>
   <translation>It is asked how it is…</translation>
  </message>
  <message>
   <source>It is well, or cannot tell. Print a test page.</source>
   <translation>It is well, or cannot tell. Print a test page.</translation>
  </message>
  <message>
   <source>It waits too long to be printed unasked: decide beside, at the printer.</source>
   <translation>It waits too long to be printed unasked: decide beside, at the printer.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Keep</translation>
  </message>
  <message>
   <source>Kept; the test page is on its way.</source>
   <translation>Kept; the test page is on its way.</translation>
  </message>
  <message>
   <source>Labels left on the roll</source>
   <translation>Labels left on the roll</translation>
  </message>
  <message>
   <source>Labels on the roll</source>
   <translation>Labels on the roll</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Look</translation>
  </message>
  <message>
   <source>Look at the lamps on the printer; switch it off and on.</source>
   <translation>Look at the lamps on the printer; switch it off and on.</translation>
  </message>
  <message>
   <source>Look at {printer}: is the paper there, and whole? A new print is marked as a copy.</source>
   <translation>Look at {printer}: is the paper there, and whole? A new print is marked as a copy.</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Move down</translation>
  </message>
  <message>
   <source>Move to the right</source>
   <translation>Move to the right</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Network: {tcp} · serial port: {serial} · USB: {usb} · this computer’s: {system}</source>
   <translation>Network: {tcp} · serial port: {serial} · USB: {usb} · this computer’s: {system}</translation>
  </message>
  <message>
   <source>Never by itself</source>
   <translation>Never by itself</translation>
  </message>
  <message>
   <source>New roll?</source>
   <translation>New roll?</translation>
  </message>
  <message>
   <source>No printer is set up for this. A manager does it with Ctrl F9.</source>
   <translation>No printer is set up for this. A manager does it with Ctrl F9.</translation>
  </message>
  <message>
   <source>No printer is set up. A manager does it with Ctrl F9.</source>
   <translation>No printer is set up. A manager does it with Ctrl F9.</translation>
  </message>
  <message>
   <source>Nobody knows whether a paper came out: look, and say so (Ctrl F11).</source>
   <translation>Nobody knows whether a paper came out: look, and say so (Ctrl F11).</translation>
  </message>
  <message>
   <source>Nothing was printed today.</source>
   <translation>Nothing was printed today.</translation>
  </message>
  <message>
   <source>Open it, take the stuck paper out, close it.</source>
   <translation>Open it, take the stuck paper out, close it.</translation>
  </message>
  <message>
   <source>Opens a cash drawer</source>
   <translation>Opens a cash drawer</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Paper</translation>
  </message>
  <message>
   <source>Papers of today, the newest first.</source>
   <translation>Papers of today, the newest first.</translation>
  </message>
  <message>
   <source>Print again</source>
   <translation>Print again</translation>
  </message>
  <message numerus="yes">
   <source>Print the %n old one(s)</source>
   <translation>
    <numerusform>Print the %n old one</numerusform>
    <numerusform>Print the %n old ones</numerusform>
   </translation>
  </message>
  <message>
   <source>Printer language</source>
   <translation>Printer language</translation>
  </message>
  <message>
   <source>Printers</source>
   <translation>Printers</translation>
  </message>
  <message>
   <source>Printing</source>
   <translation>Printing</translation>
  </message>
  <message numerus="yes">
   <source>Printing: %n answer(s) wanted (Ctrl F11)</source>
   <translation>
    <numerusform>Printing: %n answer wanted (Ctrl F11)</numerusform>
    <numerusform>Printing: %n answers wanted (Ctrl F11)</numerusform>
   </translation>
  </message>
  <message>
   <source>Printing: all is well (Ctrl F11)</source>
   <translation>Printing: all is well (Ctrl F11)</translation>
  </message>
  <message>
   <source>Put in paper. What waits is printed then.</source>
   <translation>Put in paper. What waits is printed then.</translation>
  </message>
  <message>
   <source>Really remove</source>
   <translation>Really remove</translation>
  </message>
  <message>
   <source>Receipt as QR code</source>
   <translation>Receipt as QR code</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Receipts</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Remove</translation>
  </message>
  <message>
   <source>Roll changed</source>
   <translation>Roll changed</translation>
  </message>
  <message>
   <source>Show the paper</source>
   <translation>Show the paper</translation>
  </message>
  <message>
   <source>Show the printers</source>
   <translation>Show the printers</translation>
  </message>
  <message>
   <source>So many</source>
   <translation>So many</translation>
  </message>
  <message>
   <source>Stands in when it cannot</source>
   <translation>Stands in when it cannot</translation>
  </message>
  <message>
   <source>Switch it off, wait ten seconds, switch it on.</source>
   <translation>Switch it off, wait ten seconds, switch it on.</translation>
  </message>
  <message>
   <source>Switch it on and look at its cable; then at its address.</source>
   <translation>Switch it on and look at its cable; then at its address.</translation>
  </message>
  <message>
   <source>Tell IT: the disk is full.</source>
   <translation>Tell IT: the disk is full.</translation>
  </message>
  <message>
   <source>Test page</source>
   <translation>Test page</translation>
  </message>
  <message>
   <source>That has been dealt with meanwhile.</source>
   <translation>That has been dealt with meanwhile.</translation>
  </message>
  <message>
   <source>The customer takes a photograph of it: any till of the store finds the sale by it.</source>
   <translation>The customer takes a photograph of it: any till of the store finds the sale by it.</translation>
  </message>
  <message>
   <source>The customer’s phone opens the receipt; it stays there for 30 days.</source>
   <translation>The customer’s phone opens the receipt; it stays there for 30 days.</translation>
  </message>
  <message>
   <source>The daily report goes to {printer}.</source>
   <translation>The daily report goes to {printer}.</translation>
  </message>
  <message>
   <source>The daily report waits for {printer}: {trouble}. {do}</source>
   <translation>The daily report waits for {printer}: {trouble}. {do}</translation>
  </message>
  <message>
   <source>The printer goes from this terminal.</source>
   <translation>The printer goes from this terminal.</translation>
  </message>
  <message numerus="yes">
   <source>The printer goes, and %n document(s) that wait for it are withdrawn.</source>
   <translation>
    <numerusform>The printer goes, and %n document that waits for it is withdrawn.</numerusform>
    <numerusform>The printer goes, and %n documents that wait for it are withdrawn.</numerusform>
   </translation>
  </message>
  <message>
   <source>The printers of this terminal are set up.</source>
   <translation>The printers of this terminal are set up.</translation>
  </message>
  <message>
   <source>The receipt goes to {printer}.</source>
   <translation>The receipt goes to {printer}.</translation>
  </message>
  <message>
   <source>The receipt waits for {printer}: {trouble}. {do}</source>
   <translation>The receipt waits for {printer}: {trouble}. {do}</translation>
  </message>
  <message>
   <source>The receipt’s QR code</source>
   <translation>The receipt’s QR code</translation>
  </message>
  <message>
   <source>This is no printer’s address.</source>
   <translation>This is no printer’s address.</translation>
  </message>
  <message>
   <source>Too old after</source>
   <translation>Too old after</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Try again</translation>
  </message>
  <message>
   <source>Wait some minutes: it goes on by itself.</source>
   <translation>Wait some minutes: it goes on by itself.</translation>
  </message>
  <message>
   <source>Warn from so many labels on</source>
   <translation>Warn from so many labels on</translation>
  </message>
  <message>
   <source>What stood on it is not kept any more. Print it from the sale (F6).</source>
   <translation>What stood on it is not kept any more. Print it from the sale (F6).</translation>
  </message>
  <message>
   <source>When asked for</source>
   <translation>When asked for</translation>
  </message>
  <message>
   <source>Which document goes where</source>
   <translation>Which document goes where</translation>
  </message>
  <message>
   <source>With every sale</source>
   <translation>With every sale</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Withdraw</translation>
  </message>
  <message numerus="yes">
   <source>Withdraw the %n old one(s)</source>
   <translation>
    <numerusform>Withdraw the %n old one</numerusform>
    <numerusform>Withdraw the %n old ones</numerusform>
   </translation>
  </message>
  <message>
   <source>Without a choice a document goes where the paper suits it.</source>
   <translation>Without a choice a document goes where the paper suits it.</translation>
  </message>
  <message>
   <source>as a picture</source>
   <translation>as a picture</translation>
  </message>
  <message>
   <source>as people call it, e.g. Counter</source>
   <translation>as people call it, e.g. Counter</translation>
  </message>
  <message>
   <source>badge, {width} × {height} mm</source>
   <translation>badge, {width} × {height} mm</translation>
  </message>
  <message>
   <source>by paper: {printer}</source>
   <translation>by paper: {printer}</translation>
  </message>
  <message>
   <source>came out</source>
   <translation>came out</translation>
  </message>
  <message>
   <source>card</source>
   <translation>card</translation>
  </message>
  <message>
   <source>could not be printed</source>
   <translation>could not be printed</translation>
  </message>
  <message>
   <source>cover open</source>
   <translation>cover open</translation>
  </message>
  <message>
   <source>customer’s phone (a page at HQ)</source>
   <translation>customer’s phone (a page at HQ)</translation>
  </message>
  <message>
   <source>cutter stuck</source>
   <translation>cutter stuck</translation>
  </message>
  <message>
   <source>did it come out?</source>
   <translation>did it come out?</translation>
  </message>
  <message>
   <source>disk full</source>
   <translation>disk full</translation>
  </message>
  <message>
   <source>does not answer</source>
   <translation>does not answer</translation>
  </message>
  <message>
   <source>e.g. {address}</source>
   <translation>e.g. {address}</translation>
  </message>
  <message>
   <source>fault</source>
   <translation>fault</translation>
  </message>
  <message>
   <source>little paper left</source>
   <translation>little paper left</translation>
  </message>
  <message>
   <source>never too old</source>
   <translation>never too old</translation>
  </message>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>no printer</source>
   <translation>no printer</translation>
  </message>
  <message>
   <source>no such printer</source>
   <translation>no such printer</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>nobody</translation>
  </message>
  <message>
   <source>not allowed</source>
   <translation>not allowed</translation>
  </message>
  <message>
   <source>not counted</source>
   <translation>not counted</translation>
  </message>
  <message>
   <source>not reached</source>
   <translation>not reached</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>on its way</translation>
  </message>
  <message>
   <source>out of paper</source>
   <translation>out of paper</translation>
  </message>
  <message>
   <source>printed</source>
   <translation>printed</translation>
  </message>
  <message>
   <source>printed again</source>
   <translation>printed again</translation>
  </message>
  <message>
   <source>printer of the computer</source>
   <translation>printer of the computer</translation>
  </message>
  <message>
   <source>prints</source>
   <translation>prints</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>ready</translation>
  </message>
  <message>
   <source>sent whole</source>
   <translation>sent whole</translation>
  </message>
  <message>
   <source>shelf label, {width} × {height} mm</source>
   <translation>shelf label, {width} × {height} mm</translation>
  </message>
  <message>
   <source>too hot</source>
   <translation>too hot</translation>
  </message>
  <message>
   <source>waits</source>
   <translation>waits</translation>
  </message>
  <message>
   <source>waits since long ago</source>
   <translation>waits since long ago</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>withdrawn</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>{copy} of the receipt goes to {printer}.</source>
   <translation>{copy} of the receipt goes to {printer}.</translation>
  </message>
  <message>
   <source>{other} prints meanwhile.</source>
   <translation>{other} prints meanwhile.</translation>
  </message>
  <message numerus="yes">
   <source>{printer}: %n document(s) from before wait and are not printed unasked (Ctrl F11).</source>
   <translation>
    <numerusform>{printer}: %n document from before waits and is not printed unasked (Ctrl F11).</numerusform>
    <numerusform>{printer}: %n documents from before wait and are not printed unasked (Ctrl F11).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{printer}: %n label(s) left.</source>
   <translation>
    <numerusform>{printer}: %n label left.</numerusform>
    <numerusform>{printer}: %n labels left.</numerusform>
   </translation>
  </message>
  <message>
   <source>{printer}: {trouble}. {do}</source>
   <translation>{printer}: {trouble}. {do}</translation>
  </message>
  <message>
   <source>{trouble} {other} prints meanwhile.</source>
   <translation>{trouble} {other} prints meanwhile.</translation>
  </message>
 </context>
 <context>
  <name>Prizes</name>
  <message>
   <source>Another address</source>
   <translation>Another address</translation>
  </message>
  <message>
   <source>Does not want it</source>
   <translation>Does not want it</translation>
  </message>
  <message>
   <source>Field to sign in</source>
   <translation>Field to sign in</translation>
  </message>
  <message>
   <source>Hand over: slip scanned</source>
   <translation>Hand over: slip scanned</translation>
  </message>
  <message>
   <source>Handed over at {terminal} only.</source>
   <translation>Handed over at {terminal} only.</translation>
  </message>
  <message>
   <source>Handed over, signed</source>
   <translation>Handed over, signed</translation>
  </message>
  <message>
   <source>Headquarters sends it there and is the only one who reads this. It can be erased.</source>
   <translation>Headquarters sends it there and is the only one who reads this. It can be erased.</translation>
  </message>
  <message>
   <source>I have seen a document</source>
   <translation>I have seen a document</translation>
  </message>
  <message>
   <source>Lives abroad (20 % are withheld)</source>
   <translation>Lives abroad (20 % are withheld)</translation>
  </message>
  <message>
   <source>Looking it up…</source>
   <translation>Looking it up…</translation>
  </message>
  <message>
   <source>Name, street and number, postcode, town</source>
   <translation>Name, street and number, postcode, town</translation>
  </message>
  <message>
   <source>Nothing to hand over. A prize comes here when somebody wins it.</source>
   <translation>Nothing to hand over. A prize comes here when somebody wins it.</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Once more</translation>
  </message>
  <message>
   <source>Please sign here</source>
   <translation>Please sign here</translation>
  </message>
  <message>
   <source>Print note</source>
   <translation>Print note</translation>
  </message>
  <message>
   <source>Prizes to hand over</source>
   <translation>Prizes to hand over</translation>
  </message>
  <message>
   <source>Really? Press again</source>
   <translation>Really? Press again</translation>
  </message>
  <message>
   <source>Recorded: headquarters sends the prize.</source>
   <translation>Recorded: headquarters sends the prize.</translation>
  </message>
  <message>
   <source>Recorded: it goes on by the published rule.</source>
   <translation>Recorded: it goes on by the published rule.</translation>
  </message>
  <message>
   <source>Recorded: the prize is handed over.</source>
   <translation>Recorded: the prize is handed over.</translation>
  </message>
  <message>
   <source>Send it there</source>
   <translation>Send it there</translation>
  </message>
  <message>
   <source>Send it to them</source>
   <translation>Send it to them</translation>
  </message>
  <message>
   <source>Send: {prize}</source>
   <translation>Send: {prize}</translation>
  </message>
  <message>
   <source>Signed: hand over</source>
   <translation>Signed: hand over</translation>
  </message>
  <message>
   <source>Signs on the screen</source>
   <translation>Signs on the screen</translation>
  </message>
  <message>
   <source>Tax withheld: {money}. Take it before you hand over.</source>
   <translation>Tax withheld: {money}. Take it before you hand over.</translation>
  </message>
  <message>
   <source>The note goes to {printer}.</source>
   <translation>The note goes to {printer}.</translation>
  </message>
  <message>
   <source>The signature is kept with the prize, and is erased with the member’s data.</source>
   <translation>The signature is kept with the prize, and is erased with the member’s data.</translation>
  </message>
  <message numerus="yes">
   <source>This member has %n prize(s) to get: Ctrl G.</source>
   <translation>
    <numerusform>This member has %n prize to get: Ctrl G.</numerusform>
    <numerusform>This member has %n prizes to get: Ctrl G.</numerusform>
   </translation>
  </message>
  <message>
   <source>This slip is another terminal’s, and headquarters cannot be asked: hand nothing over yet.</source>
   <translation>This slip is another terminal’s, and headquarters cannot be asked: hand nothing over yet.</translation>
  </message>
  <message>
   <source>Won elsewhere: headquarters is asked…</source>
   <translation>Won elsewhere: headquarters is asked…</translation>
  </message>
  <message>
   <source>Worth {money}</source>
   <translation>Worth {money}</translation>
  </message>
  <message>
   <source>by the slip’s code</source>
   <translation>by the slip’s code</translation>
  </message>
  <message>
   <source>document seen</source>
   <translation>document seen</translation>
  </message>
  <message>
   <source>handed over</source>
   <translation>handed over</translation>
  </message>
  <message>
   <source>headquarters sends it</source>
   <translation>headquarters sends it</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>on its way</translation>
  </message>
  <message>
   <source>signed on paper</source>
   <translation>signed on paper</translation>
  </message>
  <message>
   <source>signed on the screen</source>
   <translation>signed on the screen</translation>
  </message>
  <message>
   <source>time is over</source>
   <translation>time is over</translation>
  </message>
  <message>
   <source>to hand over</source>
   <translation>to hand over</translation>
  </message>
  <message>
   <source>until today</source>
   <translation>until today</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>until {day}</translation>
  </message>
  <message numerus="yes">
   <source>until {day}, %n more day(s)</source>
   <translation>
    <numerusform>until {day}, %n more day</numerusform>
    <numerusform>until {day}, %n more days</numerusform>
   </translation>
  </message>
  <message>
   <source>went on</source>
   <translation>went on</translation>
  </message>
  <message>
   <source>winner knows</source>
   <translation>winner knows</translation>
  </message>
  <message>
   <source>{name} has received: {prize}</source>
   <translation>{name} has received: {prize}</translation>
  </message>
  <message>
   <source>{name}: prizes</source>
   <translation>{name}: prizes</translation>
  </message>
 </context>
 <context>
  <name>Proof</name>
  <message>
   <source>A code is being sent…</source>
   <translation>A code is being sent…</translation>
  </message>
  <message>
   <source>A code was sent, good until {time}. Ask the customer for the six digits.</source>
   <translation>A code was sent, good until {time}. Ask the customer for the six digits.</translation>
  </message>
  <message>
   <source>Another code</source>
   <translation>Another code</translation>
  </message>
  <message>
   <source>Ask the customer for the last four digits of their phone number.</source>
   <translation>Ask the customer for the last four digits of their phone number.</translation>
  </message>
  <message>
   <source>Check the code</source>
   <translation>Check the code</translation>
  </message>
  <message>
   <source>Check the digits</source>
   <translation>Check the digits</translation>
  </message>
  <message>
   <source>Four digits</source>
   <translation>Four digits</translation>
  </message>
  <message>
   <source>Is this the member?</source>
   <translation>Is this the member?</translation>
  </message>
  <message>
   <source>Is this the phone of {name}?</source>
   <translation>Is this the phone of {name}?</translation>
  </message>
  <message>
   <source>No code was sent.</source>
   <translation>No code was sent.</translation>
  </message>
  <message>
   <source>Points are spent only by who shows the member code or knows the phone number.</source>
   <translation>Points are spent only by who shows the member code or knows the phone number.</translation>
  </message>
  <message>
   <source>Six digits</source>
   <translation>Six digits</translation>
  </message>
  <message>
   <source>These are not this member’s digits. Ask again, or scan the member code.</source>
   <translation>These are not this member’s digits. Ask again, or scan the member code.</translation>
  </message>
 </context>
 <context>
  <name>Question</name>
  <message>
   <source>Agrees</source>
   <translation>Agrees</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Answer</translation>
  </message>
  <message>
   <source>Answered: sign in</source>
   <translation>Answered: sign in</translation>
  </message>
  <message>
   <source>Does not agree</source>
   <translation>Does not agree</translation>
  </message>
  <message>
   <source>Keep the answers</source>
   <translation>Keep the answers</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Once more</translation>
  </message>
  <message>
   <source>Signed on paper</source>
   <translation>Signed on paper</translation>
  </message>
  <message>
   <source>This has to be answered before they come in.</source>
   <translation>This has to be answered before they come in.</translation>
  </message>
  <message>
   <source>This has to be answered.</source>
   <translation>This has to be answered.</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Yes</translation>
  </message>
  <message>
   <source>needed</source>
   <translation>needed</translation>
  </message>
  <message>
   <source>{name}: answer first</source>
   <translation>{name}: answer first</translation>
  </message>
  <message>
   <source>{name}: questions</source>
   <translation>{name}: questions</translation>
  </message>
 </context>
 <context>
  <name>Quote</name>
  <message numerus="yes">
   <source>%n left out: why?</source>
   <translation>
    <numerusform>%n left out: why?</numerusform>
    <numerusform>%n left out: why?</numerusform>
   </translation>
  </message>
  <message>
   <source>Brings</source>
   <translation>Brings</translation>
  </message>
  <message>
   <source>By category</source>
   <translation>By category</translation>
  </message>
  <message>
   <source>Exchange nothing</source>
   <translation>Exchange nothing</translation>
  </message>
  <message>
   <source>Exchanged: {n} × {name}</source>
   <translation>Exchanged: {n} × {name}</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Goods</translation>
  </message>
  <message>
   <source>Paid by: ?</source>
   <translation>Paid by: ?</translation>
  </message>
  <message>
   <source>Paid by: {way}</source>
   <translation>Paid by: {way}</translation>
  </message>
  <message>
   <source>Pay with points</source>
   <translation>Pay with points</translation>
  </message>
  <message>
   <source>Pay {money} ({n} points)</source>
   <translation>Pay {money} ({n} points)</translation>
  </message>
  <message>
   <source>Record the sale</source>
   <translation>Record the sale</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>Recording…</translation>
  </message>
  <message numerus="yes">
   <source>Redeem %n coupon(s)</source>
   <translation>
    <numerusform>Redeem %n coupon</numerusform>
    <numerusform>Redeem %n coupons</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Redeem %n coupon(s) and points</source>
   <translation>
    <numerusform>Redeem %n coupon and points</numerusform>
    <numerusform>Redeem %n coupons and points</numerusform>
   </translation>
  </message>
  <message>
   <source>Saves {money}</source>
   <translation>Saves {money}</translation>
  </message>
  <message>
   <source>Take back the sale</source>
   <translation>Take back the sale</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>To pay</translation>
  </message>
  <message>
   <source>To pay out</source>
   <translation>To pay out</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Why?</translation>
  </message>
  <message>
   <source>key in the amount</source>
   <translation>key in the amount</translation>
  </message>
  <message>
   <source>of which {category}</source>
   <translation>of which {category}</translation>
  </message>
  <message>
   <source>{name} · campaign</source>
   <translation>{name} · campaign</translation>
  </message>
 </context>
 <context>
  <name>Receipt</name>
  <message>
   <source>Exchanged: {n} × {name}</source>
   <translation>Exchanged: {n} × {name}</translation>
  </message>
  <message>
   <source>Gift: {name}</source>
   <translation>Gift: {name}</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Goods</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>Goods returned</translation>
  </message>
  <message>
   <source>Member</source>
   <translation>Member</translation>
  </message>
  <message>
   <source>Paid out</source>
   <translation>Paid out</translation>
  </message>
  <message>
   <source>Receipt {number}</source>
   <translation>Receipt {number}</translation>
  </message>
  <message>
   <source>Recorded at the till, on its way to headquarters</source>
   <translation>Recorded at the till, on its way to headquarters</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Saved</translation>
  </message>
  <message>
   <source>Served by</source>
   <translation>Served by</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Taken back</translation>
  </message>
  <message>
   <source>Thank you, see you soon</source>
   <translation>Thank you, see you soon</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>To pay</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>Voided {time} by {clerk}</source>
   <translation>Voided {time} by {clerk}</translation>
  </message>
  <message>
   <source>You receive</source>
   <translation>You receive</translation>
  </message>
  <message>
   <source>{name}: {n} points</source>
   <translation>{name}: {n} points</translation>
  </message>
 </context>
 <context>
  <name>Recent</name>
  <message numerus="yes">
   <source>%n sale(s)</source>
   <translation>
    <numerusform>%n sale</numerusform>
    <numerusform>%n sales</numerusform>
   </translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>Exchange</translation>
  </message>
  <message>
   <source>Loading…</source>
   <translation>Loading…</translation>
  </message>
  <message>
   <source>Made at {terminal}: it is voided there, and its goods are exchanged there.</source>
   <translation>Made at {terminal}: it is voided there, and its goods are exchanged there.</translation>
  </message>
  <message>
   <source>No sale here has “{text}”.</source>
   <translation>No sale here has “{text}”.</translation>
  </message>
  <message>
   <source>No sale on this terminal yet.</source>
   <translation>No sale on this terminal yet.</translation>
  </message>
  <message>
   <source>Of so many members not all were looked at: type more of the name.</source>
   <translation>Of so many members not all were looked at: type more of the name.</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Print</translation>
  </message>
  <message>
   <source>QR code</source>
   <translation>QR code</translation>
  </message>
  <message>
   <source>Receipt, member, amount or day</source>
   <translation>Receipt, member, amount or day</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Sales</translation>
  </message>
  <message>
   <source>Sales of other tills are not known here.</source>
   <translation>Sales of other tills are not known here.</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Searching…</translation>
  </message>
  <message>
   <source>Show older sales</source>
   <translation>Show older sales</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Void sale</source>
   <translation>Void sale</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Why?</translation>
  </message>
  <message>
   <source>at HQ</source>
   <translation>at HQ</translation>
  </message>
  <message>
   <source>voided</source>
   <translation>voided</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>waiting</translation>
  </message>
  <message>
   <source>{said} {more}</source>
   <translation>{said} {more}</translation>
  </message>
 </context>
 <context>
  <name>Referral</name>
  <message>
   <source>Another friend’s recommendation came first: it counts.</source>
   <translation>Another friend’s recommendation came first: it counts.</translation>
  </message>
  <message>
   <source>Both are the same person: nobody recommends themselves.</source>
   <translation>Both are the same person: nobody recommends themselves.</translation>
  </message>
  <message>
   <source>Both share one phone: one household.</source>
   <translation>Both share one phone: one household.</translation>
  </message>
  <message>
   <source>Does not count</source>
   <translation>Does not count</translation>
  </message>
  <message>
   <source>Friends cannot recommend each other in a circle.</source>
   <translation>Friends cannot recommend each other in a circle.</translation>
  </message>
  <message>
   <source>HQ did not accept the friend’s registration.</source>
   <translation>HQ did not accept the friend’s registration.</translation>
  </message>
  <message>
   <source>HQ looks at it.</source>
   <translation>HQ looks at it.</translation>
  </message>
  <message>
   <source>Has bought; the reward is on its way</source>
   <translation>Has bought; the reward is on its way</translation>
  </message>
  <message>
   <source>Has bought; the reward is yours</source>
   <translation>Has bought; the reward is yours</translation>
  </message>
  <message>
   <source>Is a member now</source>
   <translation>Is a member now</translation>
  </message>
  <message>
   <source>Recommendations within a household do not count.</source>
   <translation>Recommendations within a household do not count.</translation>
  </message>
  <message>
   <source>So many friends in an hour! We look at it first.</source>
   <translation>So many friends in an hour! We look at it first.</translation>
  </message>
  <message>
   <source>Somebody else recommended the friend first.</source>
   <translation>Somebody else recommended the friend first.</translation>
  </message>
  <message>
   <source>The friend recommended the one who recommends, maybe over others.</source>
   <translation>The friend recommended the one who recommends, maybe over others.</translation>
  </message>
  <message>
   <source>The friend was a member before the recommendation.</source>
   <translation>The friend was a member before the recommendation.</translation>
  </message>
  <message>
   <source>The phone numbers are almost the same; HQ looks at it first.</source>
   <translation>The phone numbers are almost the same; HQ looks at it first.</translation>
  </message>
  <message>
   <source>The registration was not accepted.</source>
   <translation>The registration was not accepted.</translation>
  </message>
  <message>
   <source>They may be one household; HQ looks at it first.</source>
   <translation>They may be one household; HQ looks at it first.</translation>
  </message>
  <message>
   <source>Very many friends within an hour; HQ looks at it first.</source>
   <translation>Very many friends within an hour; HQ looks at it first.</translation>
  </message>
  <message>
   <source>Very many recommendations at one device; HQ looks at it first.</source>
   <translation>Very many recommendations at one device; HQ looks at it first.</translation>
  </message>
  <message>
   <source>Very many recommendations by one clerk; HQ looks at it first.</source>
   <translation>Very many recommendations by one clerk; HQ looks at it first.</translation>
  </message>
  <message>
   <source>We look at it first</source>
   <translation>We look at it first</translation>
  </message>
  <message>
   <source>We look at this recommendation first; that takes a day or two.</source>
   <translation>We look at this recommendation first; that takes a day or two.</translation>
  </message>
  <message>
   <source>Who recommended you is not a member any more.</source>
   <translation>Who recommended you is not a member any more.</translation>
  </message>
  <message>
   <source>Who recommends is not a member any more.</source>
   <translation>Who recommends is not a member any more.</translation>
  </message>
  <message>
   <source>You cannot recommend yourself.</source>
   <translation>You cannot recommend yourself.</translation>
  </message>
  <message>
   <source>Your friend was a member already; only new members count.</source>
   <translation>Your friend was a member already; only new members count.</translation>
  </message>
  <message>
   <source>by a card</source>
   <translation>by a card</translation>
  </message>
  <message>
   <source>by a member code</source>
   <translation>by a member code</translation>
  </message>
  <message>
   <source>by a phone number</source>
   <translation>by a phone number</translation>
  </message>
  <message>
   <source>by an invitation</source>
   <translation>by an invitation</translation>
  </message>
  <message>
   <source>by an invitation that HQ has to check</source>
   <translation>by an invitation that HQ has to check</translation>
  </message>
  <message>
   <source>on the invitation’s page</source>
   <translation>on the invitation’s page</translation>
  </message>
 </context>
 <context>
  <name>Refusal</name>
  <message numerus="yes">
   <source>%n attempt(s) left.</source>
   <translation>
    <numerusform>%n attempt left.</numerusform>
    <numerusform>%n attempts left.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minute</numerusform>
    <numerusform>%n minutes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more try(s) before a wait.</source>
   <translation>
    <numerusform>%n more try before a wait.</numerusform>
    <numerusform>%n more tries before a wait.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation>
    <numerusform>%n second</numerusform>
    <numerusform>%n seconds</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n slip(s) of it may be used, and were.</source>
   <translation>
    <numerusform>%n slip of it may be used, and was.</numerusform>
    <numerusform>%n slips of it may be used, and were.</numerusform>
   </translation>
  </message>
  <message>
   <source>A birthday is a month and a day.</source>
   <translation>A birthday is a month and a day.</translation>
  </message>
  <message>
   <source>A code is sent to the phone, and the customer reads it out.</source>
   <translation>A code is sent to the phone, and the customer reads it out.</translation>
  </message>
  <message>
   <source>A colleague made this sale.</source>
   <translation>A colleague made this sale.</translation>
  </message>
  <message>
   <source>A colleague was first.</source>
   <translation>A colleague was first.</translation>
  </message>
  <message>
   <source>A die shows 1 to 6, and 200 dice are enough.</source>
   <translation>A die shows 1 to 6, and 200 dice are enough.</translation>
  </message>
  <message>
   <source>A digit is wrong</source>
   <translation>A digit is wrong</translation>
  </message>
  <message>
   <source>A digit was misread or mistyped.</source>
   <translation>A digit was misread or mistyped.</translation>
  </message>
  <message>
   <source>A document first</source>
   <translation>A document first</translation>
  </message>
  <message>
   <source>A draw needs at least one entrant.</source>
   <translation>A draw needs at least one entrant.</translation>
  </message>
  <message>
   <source>A manager may let it pass; HQ then looks at it.</source>
   <translation>A manager may let it pass; HQ then looks at it.</translation>
  </message>
  <message>
   <source>A number counts once.</source>
   <translation>A number counts once.</translation>
  </message>
  <message>
   <source>A parent or guardian is needed</source>
   <translation>A parent or guardian is needed</translation>
  </message>
  <message>
   <source>A plain card or a phone number does not prove who somebody is.</source>
   <translation>A plain card or a phone number does not prove who somebody is.</translation>
  </message>
  <message>
   <source>A question with choices needs some, and no other has any.</source>
   <translation>A question with choices needs some, and no other has any.</translation>
  </message>
  <message>
   <source>A reason is needed</source>
   <translation>A reason is needed</translation>
  </message>
  <message>
   <source>A sale is voided only with a reason in the journal.</source>
   <translation>A sale is voided only with a reason in the journal.</translation>
  </message>
  <message>
   <source>A seat or table has at most 40 characters.</source>
   <translation>A seat or table has at most 40 characters.</translation>
  </message>
  <message>
   <source>A session has to end after it begins.</source>
   <translation>A session has to end after it begins.</translation>
  </message>
  <message>
   <source>Add goods, or leave the coupon for next time.</source>
   <translation>Add goods, or leave the coupon for next time.</translation>
  </message>
  <message>
   <source>All of this sale has come back already.</source>
   <translation>All of this sale has come back already.</translation>
  </message>
  <message>
   <source>Already in this sale</source>
   <translation>Already in this sale</translation>
  </message>
  <message>
   <source>Already voided</source>
   <translation>Already voided</translation>
  </message>
  <message>
   <source>Amount missing</source>
   <translation>Amount missing</translation>
  </message>
  <message>
   <source>Amount too large</source>
   <translation>Amount too large</translation>
  </message>
  <message>
   <source>An article’s bar code</source>
   <translation>An article’s bar code</translation>
  </message>
  <message>
   <source>An envelope is open: whoever has read it could choose the next die.</source>
   <translation>An envelope is open: whoever has read it could choose the next die.</translation>
  </message>
  <message>
   <source>An offer ended or ran out meanwhile.</source>
   <translation>An offer ended or ran out meanwhile.</translation>
  </message>
  <message>
   <source>Another kind of coupon</source>
   <translation>Another kind of coupon</translation>
  </message>
  <message>
   <source>Another member’s coupon</source>
   <translation>Another member’s coupon</translation>
  </message>
  <message>
   <source>Another round of the beacon</source>
   <translation>Another round of the beacon</translation>
  </message>
  <message>
   <source>Another terminal</source>
   <translation>Another terminal</translation>
  </message>
  <message>
   <source>Another terminal hands this prize over</source>
   <translation>Another terminal hands this prize over</translation>
  </message>
  <message>
   <source>Another till keeps this coupon and does not answer.</source>
   <translation>Another till keeps this coupon and does not answer.</translation>
  </message>
  <message>
   <source>As many of its slips were used as may be.</source>
   <translation>As many of its slips were used as may be.</translation>
  </message>
  <message>
   <source>Ask a manager to do it with their PIN.</source>
   <translation>Ask a manager to do it with their PIN.</translation>
  </message>
  <message>
   <source>Ask for the code in the member’s app, on the slip or on the card.</source>
   <translation>Ask for the code in the member’s app, on the slip or on the card.</translation>
  </message>
  <message>
   <source>Ask for the newest message and key in its six digits.</source>
   <translation>Ask for the newest message and key in its six digits.</translation>
  </message>
  <message>
   <source>Ask headquarters to change it.</source>
   <translation>Ask headquarters to change it.</translation>
  </message>
  <message>
   <source>Ask somebody else of the staff for their PIN.</source>
   <translation>Ask somebody else of the staff for their PIN.</translation>
  </message>
  <message>
   <source>Ask the customer to open the app again for a new code, or find the member by phone (F3).</source>
   <translation>Ask the customer to open the app again for a new code, or find the member by phone (F3).</translation>
  </message>
  <message>
   <source>Ask the customer. If they do not agree, go on without a membership.</source>
   <translation>Ask the customer. If they do not agree, go on without a membership.</translation>
  </message>
  <message>
   <source>Ask the guest once more.</source>
   <translation>Ask the guest once more.</translation>
  </message>
  <message>
   <source>Ask the manager to add you, or wait for the next update from HQ.</source>
   <translation>Ask the manager to add you, or wait for the next update from HQ.</translation>
  </message>
  <message>
   <source>Ask the manager; a withdrawn badge is replaced at the office.</source>
   <translation>Ask the manager; a withdrawn badge is replaced at the office.</translation>
  </message>
  <message>
   <source>At the member’s own store</source>
   <translation>At the member’s own store</translation>
  </message>
  <message>
   <source>Call who is in charge of the event.</source>
   <translation>Call who is in charge of the event.</translation>
  </message>
  <message>
   <source>Cannot be combined with {other}.</source>
   <translation>Cannot be combined with {other}.</translation>
  </message>
  <message>
   <source>Cannot be looked up now</source>
   <translation>Cannot be looked up now</translation>
  </message>
  <message>
   <source>Cannot be used offline here</source>
   <translation>Cannot be used offline here</translation>
  </message>
  <message>
   <source>Check day and time on the slip; if they do stand there, show it to a manager.</source>
   <translation>Check day and time on the slip; if they do stand there, show it to a manager.</translation>
  </message>
  <message>
   <source>Check the coupon’s number on the slip; leave it empty if the slip stood for none.</source>
   <translation>Check the coupon’s number on the slip; leave it empty if the slip stood for none.</translation>
  </message>
  <message>
   <source>Check the digits, or split the sale.</source>
   <translation>Check the digits, or split the sale.</translation>
  </message>
  <message>
   <source>Check the form’s number. If it is right, show the form to a manager.</source>
   <translation>Check the form’s number. If it is right, show the form to a manager.</translation>
  </message>
  <message>
   <source>Check the network cable. Until then leave it out: press it in the list, then confirm.</source>
   <translation>Check the network cable. Until then leave it out: press it in the list, then confirm.</translation>
  </message>
  <message>
   <source>Check the number; or register without a code, and prove the phone later.</source>
   <translation>Check the number; or register without a code, and prove the phone later.</translation>
  </message>
  <message>
   <source>Check the receipt, and the price on it; another sale may be meant.</source>
   <translation>Check the receipt, and the price on it; another sale may be meant.</translation>
  </message>
  <message>
   <source>Choose a list with names or tickets in it.</source>
   <translation>Choose a list with names or tickets in it.</translation>
  </message>
  <message>
   <source>Choose another event, or make it here.</source>
   <translation>Choose another event, or make it here.</translation>
  </message>
  <message>
   <source>Choose another seat, or move them first.</source>
   <translation>Choose another seat, or move them first.</translation>
  </message>
  <message>
   <source>Choose one from the list.</source>
   <translation>Choose one from the list.</translation>
  </message>
  <message>
   <source>Choose one; with “Other”, write a few words.</source>
   <translation>Choose one; with “Other”, write a few words.</translation>
  </message>
  <message>
   <source>Choose or key in another amount.</source>
   <translation>Choose or key in another amount.</translation>
  </message>
  <message>
   <source>Choose something else from the list.</source>
   <translation>Choose something else from the list.</translation>
  </message>
  <message>
   <source>Choose this one instead in the list, if the customer prefers it.</source>
   <translation>Choose this one instead in the list, if the customer prefers it.</translation>
  </message>
  <message>
   <source>Codes can only be sent and checked while HQ can be reached.</source>
   <translation>Codes can only be sent and checked while HQ can be reached.</translation>
  </message>
  <message>
   <source>Compare both papers: two of one number go to a manager; else take the next slip.</source>
   <translation>Compare both papers: two of one number go to a manager; else take the next slip.</translation>
  </message>
  <message>
   <source>Condition not met</source>
   <translation>Condition not met</translation>
  </message>
  <message>
   <source>Confirm again in a minute, or leave it out: press it in the list, then confirm.</source>
   <translation>Confirm again in a minute, or leave it out: press it in the list, then confirm.</translation>
  </message>
  <message>
   <source>Confirm again: the price is then made with the points that can be used here.</source>
   <translation>Confirm again: the price is then made with the points that can be used here.</translation>
  </message>
  <message>
   <source>Consent is missing</source>
   <translation>Consent is missing</translation>
  </message>
  <message>
   <source>Correct it and save it again.</source>
   <translation>Correct it and save it again.</translation>
  </message>
  <message>
   <source>Correct it, or leave it empty: nobody has to have one.</source>
   <translation>Correct it, or leave it empty: nobody has to have one.</translation>
  </message>
  <message>
   <source>Correct it, or leave it empty: nobody has to tell it.</source>
   <translation>Correct it, or leave it empty: nobody has to tell it.</translation>
  </message>
  <message>
   <source>Coupon already used</source>
   <translation>Coupon already used</translation>
  </message>
  <message>
   <source>Coupon expired</source>
   <translation>Coupon expired</translation>
  </message>
  <message>
   <source>Coupon not known here yet</source>
   <translation>Coupon not known here yet</translation>
  </message>
  <message>
   <source>Coupon not valid yet</source>
   <translation>Coupon not valid yet</translation>
  </message>
  <message>
   <source>Coupon used in another store</source>
   <translation>Coupon used in another store</translation>
  </message>
  <message>
   <source>Coupon withdrawn</source>
   <translation>Coupon withdrawn</translation>
  </message>
  <message>
   <source>Declare the draw void, and freeze the list again.</source>
   <translation>Declare the draw void, and freeze the list again.</translation>
  </message>
  <message>
   <source>Do not accept it. Find the member by phone (F3); tell the manager if it happens again.</source>
   <translation>Do not accept it. Find the member by phone (F3); tell the manager if it happens again.</translation>
  </message>
  <message>
   <source>Do not draw. Tell HQ.</source>
   <translation>Do not draw. Tell HQ.</translation>
  </message>
  <message>
   <source>Do not hand anything out.</source>
   <translation>Do not hand anything out.</translation>
  </message>
  <message>
   <source>Do what the large button says.</source>
   <translation>Do what the large button says.</translation>
  </message>
  <message>
   <source>Done already</source>
   <translation>Done already</translation>
  </message>
  <message>
   <source>Draw not found</source>
   <translation>Draw not found</translation>
  </message>
  <message>
   <source>Draw. Who may not win gives way to an alternate.</source>
   <translation>Draw. Who may not win gives way to an alternate.</translation>
  </message>
  <message numerus="yes">
   <source>Each member may use this offer %n time(s) a day.</source>
   <translation>
    <numerusform>Each member may use this offer once a day.</numerusform>
    <numerusform>Each member may use this offer %n times a day.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Each member may use this offer %n time(s).</source>
   <translation>
    <numerusform>Each member may use this offer once.</numerusform>
    <numerusform>Each member may use this offer %n times.</numerusform>
   </translation>
  </message>
  <message>
   <source>Each prize is given once.</source>
   <translation>Each prize is given once.</translation>
  </message>
  <message>
   <source>Employees, and others whom headquarters named, may not win here.</source>
   <translation>Employees, and others whom headquarters named, may not win here.</translation>
  </message>
  <message>
   <source>Every prize needs a name and a number; 10,000 at most.</source>
   <translation>Every prize needs a name and a number; 10,000 at most.</translation>
  </message>
  <message>
   <source>Every sealed prize of this terminal has been won.</source>
   <translation>Every sealed prize of this terminal has been won.</translation>
  </message>
  <message>
   <source>Everything here is drawn</source>
   <translation>Everything here is drawn</translation>
  </message>
  <message>
   <source>F1 shows every condition of the campaigns.</source>
   <translation>F1 shows every condition of the campaigns.</translation>
  </message>
  <message>
   <source>For a child below {age} a parent or guardian decides.</source>
   <translation>For a child below {age} a parent or guardian decides.</translation>
  </message>
  <message>
   <source>For this prize the law wants the winner’s name on record.</source>
   <translation>For this prize the law wants the winner’s name on record.</translation>
  </message>
  <message>
   <source>From {need} to {most} can be put on this voucher now, in whole coins.</source>
   <translation>From {need} to {most} can be put on this voucher now, in whole coins.</translation>
  </message>
  <message>
   <source>From {need}; {missing} to go.</source>
   <translation>From {need}; {missing} to go.</translation>
  </message>
  <message>
   <source>Go there with the customer.</source>
   <translation>Go there with the customer.</translation>
  </message>
  <message>
   <source>HQ cannot be reached</source>
   <translation>HQ cannot be reached</translation>
  </message>
  <message>
   <source>HQ gives something with this coupon that this terminal has not learnt yet.</source>
   <translation>HQ gives something with this coupon that this terminal has not learnt yet.</translation>
  </message>
  <message>
   <source>HQ has counted its use; when and where could not be read.</source>
   <translation>HQ has counted its use; when and where could not be read.</translation>
  </message>
  <message>
   <source>HQ has ended it.</source>
   <translation>HQ has ended it.</translation>
  </message>
  <message>
   <source>HQ has no more of the member’s points to give at the moment.</source>
   <translation>HQ has no more of the member’s points to give at the moment.</translation>
  </message>
  <message>
   <source>HQ has sent a new text for “{purpose}” in the meantime.</source>
   <translation>HQ has sent a new text for “{purpose}” in the meantime.</translation>
  </message>
  <message>
   <source>HQ has withdrawn the key it was signed with.</source>
   <translation>HQ has withdrawn the key it was signed with.</translation>
  </message>
  <message>
   <source>HQ has {have} of it; this sale would take {need}.</source>
   <translation>HQ has {have} of it; this sale would take {need}.</translation>
  </message>
  <message>
   <source>HQ must be reached first</source>
   <translation>HQ must be reached first</translation>
  </message>
  <message>
   <source>HQ took it back {since}.</source>
   <translation>HQ took it back {since}.</translation>
  </message>
  <message>
   <source>HQ took it back.</source>
   <translation>HQ took it back.</translation>
  </message>
  <message>
   <source>HQ’s list did not come</source>
   <translation>HQ’s list did not come</translation>
  </message>
  <message>
   <source>Have a new envelope sealed.</source>
   <translation>Have a new envelope sealed.</translation>
  </message>
  <message>
   <source>Headquarters has not told of it, or it is over for long.</source>
   <translation>Headquarters has not told of it, or it is over for long.</translation>
  </message>
  <message>
   <source>Headquarters has to say yes</source>
   <translation>Headquarters has to say yes</translation>
  </message>
  <message>
   <source>Headquarters made it; every desk takes it from there.</source>
   <translation>Headquarters made it; every desk takes it from there.</translation>
  </message>
  <message>
   <source>Headquarters sends this prize</source>
   <translation>Headquarters sends this prize</translation>
  </message>
  <message>
   <source>Hold the draw at HQ, or split the list.</source>
   <translation>Hold the draw at HQ, or split the list.</translation>
  </message>
  <message>
   <source>If that was a mistake, undo the sign-in first.</source>
   <translation>If that was a mistake, undo the sign-in first.</translation>
  </message>
  <message>
   <source>If the others are used elsewhere too, {value} is lost.</source>
   <translation>If the others are used elsewhere too, {value} is lost.</translation>
  </message>
  <message>
   <source>It begins {until}.</source>
   <translation>It begins {until}.</translation>
  </message>
  <message>
   <source>It can be used again from {until}.</source>
   <translation>It can be used again from {until}.</translation>
  </message>
  <message>
   <source>It can be used from {until}.</source>
   <translation>It can be used from {until}.</translation>
  </message>
  <message>
   <source>It comes out {until}.</source>
   <translation>It comes out {until}.</translation>
  </message>
  <message>
   <source>It could be had until {until}; then it goes on by the published rule.</source>
   <translation>It could be had until {until}; then it goes on by the published rule.</translation>
  </message>
  <message>
   <source>It does not apply here: {condition}.</source>
   <translation>It does not apply here: {condition}.</translation>
  </message>
  <message>
   <source>It does not fit what was published for “{name}” before the dice.</source>
   <translation>It does not fit what was published for “{name}” before the dice.</translation>
  </message>
  <message>
   <source>It ended {since}.</source>
   <translation>It ended {since}.</translation>
  </message>
  <message>
   <source>It has 64 digits from 0 to 9 and a to f, different in each envelope.</source>
   <translation>It has 64 digits from 0 to 9 and a to f, different in each envelope.</translation>
  </message>
  <message>
   <source>It has 96 digits from 0 to 9 and a to f, or is the code that the phone shows.</source>
   <translation>It has 96 digits from 0 to 9 and a to f, or is the code that the phone shows.</translation>
  </message>
  <message>
   <source>It has been used elsewhere.</source>
   <translation>It has been used elsewhere.</translation>
  </message>
  <message>
   <source>It has not been sold yet, as far as is known here.</source>
   <translation>It has not been sold yet, as far as is known here.</translation>
  </message>
  <message>
   <source>It has run out, was mistyped too often, or belongs to another phone.</source>
   <translation>It has run out, was mistyped too often, or belongs to another phone.</translation>
  </message>
  <message>
   <source>It has to end after it begins.</source>
   <translation>It has to end after it begins.</translation>
  </message>
  <message>
   <source>It has {have} people; at most {need} can be drawn among here.</source>
   <translation>It has {have} people; at most {need} can be drawn among here.</translation>
  </message>
  <message>
   <source>It is another one.</source>
   <translation>It is another one.</translation>
  </message>
  <message>
   <source>It is genuine, but this terminal has not received its rules.</source>
   <translation>It is genuine, but this terminal has not received its rules.</translation>
  </message>
  <message>
   <source>It is kept at {terminal}.</source>
   <translation>It is kept at {terminal}.</translation>
  </message>
  <message>
   <source>It is missing, or cannot be read.</source>
   <translation>It is missing, or cannot be read.</translation>
  </message>
  <message>
   <source>It is no member’s card, phone or invitation.</source>
   <translation>It is no member’s card, phone or invitation.</translation>
  </message>
  <message>
   <source>It is one of ours, but it is not used at the checkout.</source>
   <translation>It is one of ours, but it is not used at the checkout.</translation>
  </message>
  <message>
   <source>It is one of ours, but part of it is missing.</source>
   <translation>It is one of ours, but part of it is missing.</translation>
  </message>
  <message>
   <source>It is possible again from {until}.</source>
   <translation>It is possible again from {until}.</translation>
  </message>
  <message>
   <source>It is the seat of {name}.</source>
   <translation>It is the seat of {name}.</translation>
  </message>
  <message>
   <source>It is worth {value}; without HQ at most {need} can be accepted.</source>
   <translation>It is worth {value}; without HQ at most {need} can be accepted.</translation>
  </message>
  <message>
   <source>It looks like name@place.com: one @, no spaces.</source>
   <translation>It looks like name@place.com: one @, no spaces.</translation>
  </message>
  <message>
   <source>It needs a name of at most 120 characters in every language.</source>
   <translation>It needs a name of at most 120 characters in every language.</translation>
  </message>
  <message>
   <source>It takes more than there are.</source>
   <translation>It takes more than there are.</translation>
  </message>
  <message>
   <source>It takes {need} points; the member has {have}.</source>
   <translation>It takes {need} points; the member has {have}.</translation>
  </message>
  <message>
   <source>It takes {need}, and there are {have}.</source>
   <translation>It takes {need}, and there are {have}.</translation>
  </message>
  <message>
   <source>It was declared {what} {at} by {clerk}.</source>
   <translation>It was declared {what} {at} by {clerk}.</translation>
  </message>
  <message>
   <source>It was declared {what}.</source>
   <translation>It was declared {what}.</translation>
  </message>
  <message>
   <source>It was not bought in this sale, or has come back already.</source>
   <translation>It was not bought in this sale, or has come back already.</translation>
  </message>
  <message>
   <source>It was signed with a key that this terminal has not received.</source>
   <translation>It was signed with a key that this terminal has not received.</translation>
  </message>
  <message>
   <source>It was undone already, here or at another desk.</source>
   <translation>It was undone already, here or at another desk.</translation>
  </message>
  <message>
   <source>It was valid until {since}.</source>
   <translation>It was valid until {since}.</translation>
  </message>
  <message>
   <source>It was {need}, now it is {have}: an offer ended or ran out meanwhile.</source>
   <translation>It was {need}, now it is {have}: an offer ended or ran out meanwhile.</translation>
  </message>
  <message>
   <source>It was {need}, now it is {have}: another offer holds meanwhile.</source>
   <translation>It was {need}, now it is {have}: another offer holds meanwhile.</translation>
  </message>
  <message>
   <source>It works again tomorrow; use another coupon today.</source>
   <translation>It works again tomorrow; use another coupon today.</translation>
  </message>
  <message>
   <source>Its book had run out.</source>
   <translation>Its book had run out.</translation>
  </message>
  <message>
   <source>Its book was not good yet.</source>
   <translation>Its book was not good yet.</translation>
  </message>
  <message>
   <source>Its fingerprint is another than the one HQ signed.</source>
   <translation>Its fingerprint is another than the one HQ signed.</translation>
  </message>
  <message>
   <source>Its key is missing, so nobody could check who published the list.</source>
   <translation>Its key is missing, so nobody could check who published the list.</translation>
  </message>
  <message>
   <source>Its short name is missing, too long, or holds a slash.</source>
   <translation>Its short name is missing, too long, or holds a slash.</translation>
  </message>
  <message>
   <source>Its signature is wrong, so anybody could have made it up.</source>
   <translation>Its signature is wrong, so anybody could have made it up.</translation>
  </message>
  <message>
   <source>Its signature is wrong: it was altered or copied badly.</source>
   <translation>Its signature is wrong: it was altered or copied badly.</translation>
  </message>
  <message>
   <source>Just go on.</source>
   <translation>Just go on.</translation>
  </message>
  <message>
   <source>Keep it for then and use another coupon today.</source>
   <translation>Keep it for then and use another coupon today.</translation>
  </message>
  <message>
   <source>Keep the coupon for then and use another one today.</source>
   <translation>Keep the coupon for then and use another one today.</translation>
  </message>
  <message>
   <source>Kept by another till</source>
   <translation>Kept by another till</translation>
  </message>
  <message>
   <source>Key in how much of the amount falls on those goods (F4).</source>
   <translation>Key in how much of the amount falls on those goods (F4).</translation>
  </message>
  <message>
   <source>Key in no more than the customer paid for the goods; check the receipt.</source>
   <translation>Key in no more than the customer paid for the goods; check the receipt.</translation>
  </message>
  <message>
   <source>Key in the amount, then confirm.</source>
   <translation>Key in the amount, then confirm.</translation>
  </message>
  <message>
   <source>Key in the name as the customer writes it.</source>
   <translation>Key in the name as the customer writes it.</translation>
  </message>
  <message>
   <source>Key in the number again, with its last digit; or scan the square code.</source>
   <translation>Key in the number again, with its last digit; or scan the square code.</translation>
  </message>
  <message>
   <source>Keyed in already</source>
   <translation>Keyed in already</translation>
  </message>
  <message>
   <source>Keyed in at another terminal ({terminal}), as written {at}.</source>
   <translation>Keyed in at another terminal ({terminal}), as written {at}.</translation>
  </message>
  <message>
   <source>Keyed in {since} by {clerk}, as written {at}.</source>
   <translation>Keyed in {since} by {clerk}, as written {at}.</translation>
  </message>
  <message>
   <source>Leave it out: press it in the list, then confirm. It works again when HQ is reached.</source>
   <translation>Leave it out: press it in the list, then confirm. It works again when HQ is reached.</translation>
  </message>
  <message>
   <source>Less is left of this sale.</source>
   <translation>Less is left of this sale.</translation>
  </message>
  <message>
   <source>Less is left on the voucher</source>
   <translation>Less is left on the voucher</translation>
  </message>
  <message>
   <source>Let the audience throw more.</source>
   <translation>Let the audience throw more.</translation>
  </message>
  <message>
   <source>Look at an identity card or a passport, then confirm it here.</source>
   <translation>Look at an identity card or a passport, then confirm it here.</translation>
  </message>
  <message>
   <source>Look at the spelling and type it again.</source>
   <translation>Look at the spelling and type it again.</translation>
  </message>
  <message>
   <source>Look for a wrong digit. If the envelope is lost, the draw can only be declared void.</source>
   <translation>Look for a wrong digit. If the envelope is lost, the draw can only be declared void.</translation>
  </message>
  <message>
   <source>Look for them once more, or add them.</source>
   <translation>Look for them once more, or add them.</translation>
  </message>
  <message>
   <source>Make fewer, or ask HQ for a book.</source>
   <translation>Make fewer, or ask HQ for a book.</translation>
  </message>
  <message>
   <source>Make the phone’s screen brighter, smooth the paper, and scan again. Or find the member by phone (F3).</source>
   <translation>Make the phone’s screen brighter, smooth the paper, and scan again. Or find the member by phone (F3).</translation>
  </message>
  <message>
   <source>Many codes that do not count were typed in a row.</source>
   <translation>Many codes that do not count were typed in a row.</translation>
  </message>
  <message>
   <source>Member must show their code</source>
   <translation>Member must show their code</translation>
  </message>
  <message>
   <source>Member needed first</source>
   <translation>Member needed first</translation>
  </message>
  <message>
   <source>Member not found</source>
   <translation>Member not found</translation>
  </message>
  <message>
   <source>Member’s limit reached</source>
   <translation>Member’s limit reached</translation>
  </message>
  <message>
   <source>Minimum not reached</source>
   <translation>Minimum not reached</translation>
  </message>
  <message>
   <source>More dice are needed</source>
   <translation>More dice are needed</translation>
  </message>
  <message>
   <source>More than is left</source>
   <translation>More than is left</translation>
  </message>
  <message>
   <source>Needs a newer program</source>
   <translation>Needs a newer program</translation>
  </message>
  <message>
   <source>New ones come from headquarters as long as there are any; another terminal may have some.</source>
   <translation>New ones come from headquarters as long as there are any; another terminal may have some.</translation>
  </message>
  <message>
   <source>No address</source>
   <translation>No address</translation>
  </message>
  <message>
   <source>No book of this store has the number “{read}”.</source>
   <translation>No book of this store has the number “{read}”.</translation>
  </message>
  <message>
   <source>No book of this store has this number.</source>
   <translation>No book of this store has this number.</translation>
  </message>
  <message>
   <source>No campaign that runs now rewards recommendations.</source>
   <translation>No campaign that runs now rewards recommendations.</translation>
  </message>
  <message>
   <source>No chance left</source>
   <translation>No chance left</translation>
  </message>
  <message>
   <source>No code could be sent</source>
   <translation>No code could be sent</translation>
  </message>
  <message>
   <source>No die shows that</source>
   <translation>No die shows that</translation>
  </message>
  <message>
   <source>No invitations now</source>
   <translation>No invitations now</translation>
  </message>
  <message>
   <source>No member has this code.</source>
   <translation>No member has this code.</translation>
  </message>
  <message>
   <source>No member has “{read}”.</source>
   <translation>No member has “{read}”.</translation>
  </message>
  <message>
   <source>No message gets to this phone.</source>
   <translation>No message gets to this phone.</translation>
  </message>
  <message>
   <source>No new voucher here</source>
   <translation>No new voucher here</translation>
  </message>
  <message>
   <source>No places left</source>
   <translation>No places left</translation>
  </message>
  <message>
   <source>No prize to draw</source>
   <translation>No prize to draw</translation>
  </message>
  <message>
   <source>No prize under that code</source>
   <translation>No prize under that code</translation>
  </message>
  <message>
   <source>No such code</source>
   <translation>No such code</translation>
  </message>
  <message>
   <source>No such form number</source>
   <translation>No such form number</translation>
  </message>
  <message>
   <source>No such slip</source>
   <translation>No such slip</translation>
  </message>
  <message>
   <source>Nobody at this store has a prize to get for it.</source>
   <translation>Nobody at this store has a prize to get for it.</translation>
  </message>
  <message>
   <source>Nobody by that name is on the list</source>
   <translation>Nobody by that name is on the list</translation>
  </message>
  <message>
   <source>Nobody found who recommends</source>
   <translation>Nobody found who recommends</translation>
  </message>
  <message>
   <source>Nobody is added at the door of this event.</source>
   <translation>Nobody is added at the door of this event.</translation>
  </message>
  <message>
   <source>Nobody is wanted any more</source>
   <translation>Nobody is wanted any more</translation>
  </message>
  <message>
   <source>Nobody of this store has card “{read}”, and HQ cannot be asked.</source>
   <translation>Nobody of this store has card “{read}”, and HQ cannot be asked.</translation>
  </message>
  <message>
   <source>Nobody of this store has this card, and HQ cannot be asked.</source>
   <translation>Nobody of this store has this card, and HQ cannot be asked.</translation>
  </message>
  <message>
   <source>Nobody on the list</source>
   <translation>Nobody on the list</translation>
  </message>
  <message>
   <source>Not active</source>
   <translation>Not active</translation>
  </message>
  <message>
   <source>Not all that was paid for it is left: it cannot be taken back.</source>
   <translation>Not all that was paid for it is left: it cannot be taken back.</translation>
  </message>
  <message>
   <source>Not allowed</source>
   <translation>Not allowed</translation>
  </message>
  <message>
   <source>Not at this hour</source>
   <translation>Not at this hour</translation>
  </message>
  <message>
   <source>Not at this step of the draw</source>
   <translation>Not at this step of the draw</translation>
  </message>
  <message>
   <source>Not enough points</source>
   <translation>Not enough points</translation>
  </message>
  <message>
   <source>Not expected any more</source>
   <translation>Not expected any more</translation>
  </message>
  <message>
   <source>Not for this member</source>
   <translation>Not for this member</translation>
  </message>
  <message>
   <source>Not known in this store</source>
   <translation>Not known in this store</translation>
  </message>
  <message>
   <source>Not offered now</source>
   <translation>Not offered now</translation>
  </message>
  <message>
   <source>Not one of our codes</source>
   <translation>Not one of our codes</translation>
  </message>
  <message>
   <source>Not open yet</source>
   <translation>Not open yet</translation>
  </message>
  <message>
   <source>Not so many points while offline</source>
   <translation>Not so many points while offline</translation>
  </message>
  <message>
   <source>Not so many slips</source>
   <translation>Not so many slips</translation>
  </message>
  <message>
   <source>Not so much of it in this sale</source>
   <translation>Not so much of it in this sale</translation>
  </message>
  <message>
   <source>Not sold at the till</source>
   <translation>Not sold at the till</translation>
  </message>
  <message>
   <source>Not the beacon’s own number</source>
   <translation>Not the beacon’s own number</translation>
  </message>
  <message>
   <source>Not the envelope that was sealed</source>
   <translation>Not the envelope that was sealed</translation>
  </message>
  <message>
   <source>Not this amount</source>
   <translation>Not this amount</translation>
  </message>
  <message>
   <source>Not together</source>
   <translation>Not together</translation>
  </message>
  <message>
   <source>Not valid in this store</source>
   <translation>Not valid in this store</translation>
  </message>
  <message>
   <source>Nothing can have been written then.</source>
   <translation>Nothing can have been written then.</translation>
  </message>
  <message>
   <source>Nothing in this purchase is known to be of its kind.</source>
   <translation>Nothing in this purchase is known to be of its kind.</translation>
  </message>
  <message>
   <source>Nothing is on this voucher</source>
   <translation>Nothing is on this voucher</translation>
  </message>
  <message>
   <source>Nothing left</source>
   <translation>Nothing left</translation>
  </message>
  <message>
   <source>Nothing to do.</source>
   <translation>Nothing to do.</translation>
  </message>
  <message>
   <source>Nothing to do: go on with the amount.</source>
   <translation>Nothing to do: go on with the amount.</translation>
  </message>
  <message>
   <source>Nothing to do: go on.</source>
   <translation>Nothing to do: go on.</translation>
  </message>
  <message>
   <source>Nothing to do: its coupons can be used again.</source>
   <translation>Nothing to do: its coupons can be used again.</translation>
  </message>
  <message>
   <source>Nothing to do; the next campaign may.</source>
   <translation>Nothing to do; the next campaign may.</translation>
  </message>
  <message>
   <source>Of {need} that were paid for it {have} are left: it cannot be taken back.</source>
   <translation>Of {need} that were paid for it {have} are left: it cannot be taken back.</translation>
  </message>
  <message>
   <source>Offer another voucher. What is on this one stays good for paying.</source>
   <translation>Offer another voucher. What is on this one stays good for paying.</translation>
  </message>
  <message>
   <source>Offer something else; when HQ is reached the till may get more.</source>
   <translation>Offer something else; when HQ is reached the till may get more.</translation>
  </message>
  <message>
   <source>Once this terminal is online again it opens by itself.</source>
   <translation>Once this terminal is online again it opens by itself.</translation>
  </message>
  <message>
   <source>One of the campaign’s conditions is not met.</source>
   <translation>One of the campaign’s conditions is not met.</translation>
  </message>
  <message>
   <source>One sale can be {need} at most.</source>
   <translation>One sale can be {need} at most.</translation>
  </message>
  <message>
   <source>Only for certain goods</source>
   <translation>Only for certain goods</translation>
  </message>
  <message>
   <source>Only guests of the list</source>
   <translation>Only guests of the list</translation>
  </message>
  <message>
   <source>Open the other envelope.</source>
   <translation>Open the other envelope.</translation>
  </message>
  <message>
   <source>Open the round that the list names.</source>
   <translation>Open the round that the list names.</translation>
  </message>
  <message>
   <source>Part of the voucher is used</source>
   <translation>Part of the voucher is used</translation>
  </message>
  <message>
   <source>Places cannot be fewer than none.</source>
   <translation>Places cannot be fewer than none.</translation>
  </message>
  <message>
   <source>Points held elsewhere</source>
   <translation>Points held elsewhere</translation>
  </message>
  <message>
   <source>Points still on hold cannot be spent. Choose something for fewer points.</source>
   <translation>Points still on hold cannot be spent. Choose something for fewer points.</translation>
  </message>
  <message>
   <source>Points, deposits and gifts of another store’s member are given and taken there.</source>
   <translation>Points, deposits and gifts of another store’s member are given and taken there.</translation>
  </message>
  <message>
   <source>Put them on the waiting list, or let them in all the same.</source>
   <translation>Put them on the waiting list, or let them in all the same.</translation>
  </message>
  <message>
   <source>Read the number back to the customer and key it in again.</source>
   <translation>Read the number back to the customer and key it in again.</translation>
  </message>
  <message>
   <source>Redeemed {at} in this store at {terminal} by {clerk}.</source>
   <translation>Redeemed {at} in this store at {terminal} by {clerk}.</translation>
  </message>
  <message>
   <source>Redeemed {at} in {store}.</source>
   <translation>Redeemed {at} in {store}.</translation>
  </message>
  <message>
   <source>Register without a code: points are held until the phone is proved.</source>
   <translation>Register without a code: points are held until the phone is proved.</translation>
  </message>
  <message>
   <source>Sale not found</source>
   <translation>Sale not found</translation>
  </message>
  <message>
   <source>Scan it again, or look for a digit that is missing.</source>
   <translation>Scan it again, or look for a digit that is missing.</translation>
  </message>
  <message>
   <source>Scan it at the till. Here, scan the member code or a coupon.</source>
   <translation>Scan it at the till. Here, scan the member code or a coupon.</translation>
  </message>
  <message>
   <source>Scan its square code; else put it aside and show it to a manager.</source>
   <translation>Scan its square code; else put it aside and show it to a manager.</translation>
  </message>
  <message>
   <source>Scan or type it again. If it stays wrong, ask another phone.</source>
   <translation>Scan or type it again. If it stays wrong, ask another phone.</translation>
  </message>
  <message>
   <source>Scan the code in the envelope, or look for a digit that is missing.</source>
   <translation>Scan the code in the envelope, or look for a digit that is missing.</translation>
  </message>
  <message>
   <source>Scan the code of the member it belongs to, or use another coupon.</source>
   <translation>Scan the code of the member it belongs to, or use another coupon.</translation>
  </message>
  <message>
   <source>Scan the member code in the app, or key in the last four digits of the phone number (F7).</source>
   <translation>Scan the member code in the app, or key in the last four digits of the phone number (F7).</translation>
  </message>
  <message>
   <source>Scan the member code on the customer’s phone: it counts without HQ. A card or a phone number of another store is found once HQ is back.</source>
   <translation>Scan the member code on the customer’s phone: it counts without HQ. A card or a phone number of another store is found once HQ is back.</translation>
  </message>
  <message>
   <source>Scan the member code, or find the member by phone (F3), then scan the coupon again.</source>
   <translation>Scan the member code, or find the member by phone (F3), then scan the coupon again.</translation>
  </message>
  <message>
   <source>Scan the result slip again, or look for the member.</source>
   <translation>Scan the result slip again, or look for the member.</translation>
  </message>
  <message>
   <source>Scan the square code on the form, or key in the number with its last digit.</source>
   <translation>Scan the square code on the form, or key in the number with its last digit.</translation>
  </message>
  <message>
   <source>Scan the voucher again: then what is left pays, and the customer pays the rest.</source>
   <translation>Scan the voucher again: then what is left pays, and the customer pays the rest.</translation>
  </message>
  <message>
   <source>Sell a printed card: scan it.</source>
   <translation>Sell a printed card: scan it.</translation>
  </message>
  <message>
   <source>Sell it (Ctrl B). If it was paid for elsewhere, HQ has to hear of it first.</source>
   <translation>Sell it (Ctrl B). If it was paid for elsewhere, HQ has to hear of it first.</translation>
  </message>
  <message>
   <source>Send a new code; or register without, and prove the phone later.</source>
   <translation>Send a new code; or register without, and prove the phone later.</translation>
  </message>
  <message>
   <source>Send the code and key it in.</source>
   <translation>Send the code and key it in.</translation>
  </message>
  <message>
   <source>Send them to their own store; prices and coupons work here too.</source>
   <translation>Send them to their own store; prices and coupons work here too.</translation>
  </message>
  <message>
   <source>Show the new text and ask again.</source>
   <translation>Show the new text and ask again.</translation>
  </message>
  <message>
   <source>So many were sent that the next one has to wait.</source>
   <translation>So many were sent that the next one has to wait.</translation>
  </message>
  <message>
   <source>So much cannot be one sale.</source>
   <translation>So much cannot be one sale.</translation>
  </message>
  <message>
   <source>So that nobody gets this prize twice, headquarters is asked, and cannot be reached now.</source>
   <translation>So that nobody gets this prize twice, headquarters is asked, and cannot be reached now.</translation>
  </message>
  <message>
   <source>Somebody goes there already</source>
   <translation>Somebody goes there already</translation>
  </message>
  <message>
   <source>Somebody signed them in, here or at another desk.</source>
   <translation>Somebody signed them in, here or at another desk.</translation>
  </message>
  <message>
   <source>Somebody sits there</source>
   <translation>Somebody sits there</translation>
  </message>
  <message>
   <source>Something is missing: where is the prize to be sent?</source>
   <translation>Something is missing: where is the prize to be sent?</translation>
  </message>
  <message>
   <source>Take fewer points, or try again when the badge above says online.</source>
   <translation>Take fewer points, or try again when the badge above says online.</translation>
  </message>
  <message>
   <source>Take the parent’s name and phone; without them, go on without a membership.</source>
   <translation>Take the parent’s name and phone; without them, go on without a membership.</translation>
  </message>
  <message>
   <source>Tell the customer the new price, then confirm again.</source>
   <translation>Tell the customer the new price, then confirm again.</translation>
  </message>
  <message>
   <source>Tell them what brings one: F1 shows the rules.</source>
   <translation>Tell them what brings one: F1 shows the rules.</translation>
  </message>
  <message>
   <source>That is no number of the beacon</source>
   <translation>That is no number of the beacon</translation>
  </message>
  <message>
   <source>That is not what an envelope holds</source>
   <translation>That is not what an envelope holds</translation>
  </message>
  <message>
   <source>The PIN does not match.</source>
   <translation>The PIN does not match.</translation>
  </message>
  <message>
   <source>The amount is above what a clerk may void alone.</source>
   <translation>The amount is above what a clerk may void alone.</translation>
  </message>
  <message>
   <source>The book is used up</source>
   <translation>The book is used up</translation>
  </message>
  <message>
   <source>The campaign does not offer it at present.</source>
   <translation>The campaign does not offer it at present.</translation>
  </message>
  <message>
   <source>The campaign has not begun</source>
   <translation>The campaign has not begun</translation>
  </message>
  <message>
   <source>The campaign is over</source>
   <translation>The campaign is over</translation>
  </message>
  <message>
   <source>The clock was set back, so the sale’s age is not known.</source>
   <translation>The clock was set back, so the sale’s age is not known.</translation>
  </message>
  <message>
   <source>The code is damaged</source>
   <translation>The code is damaged</translation>
  </message>
  <message>
   <source>The code is no longer accepted</source>
   <translation>The code is no longer accepted</translation>
  </message>
  <message>
   <source>The code is not genuine</source>
   <translation>The code is not genuine</translation>
  </message>
  <message>
   <source>The code is not good any more</source>
   <translation>The code is not good any more</translation>
  </message>
  <message>
   <source>The code is wrong</source>
   <translation>The code is wrong</translation>
  </message>
  <message>
   <source>The consent’s words have changed</source>
   <translation>The consent’s words have changed</translation>
  </message>
  <message>
   <source>The coupons in use already save as much; it is kept for next time.</source>
   <translation>The coupons in use already save as much; it is kept for next time.</translation>
  </message>
  <message>
   <source>The customer can go on paying with what is left on it.</source>
   <translation>The customer can go on paying with what is left on it.</translation>
  </message>
  <message>
   <source>The dice are closed</source>
   <translation>The dice are closed</translation>
  </message>
  <message>
   <source>The draw can no longer be called off</source>
   <translation>The draw can no longer be called off</translation>
  </message>
  <message>
   <source>The draw stands at: {state}. A step that is over cannot be done again.</source>
   <translation>The draw stands at: {state}. A step that is over cannot be done again.</translation>
  </message>
  <message>
   <source>The event cannot be made like this</source>
   <translation>The event cannot be made like this</translation>
  </message>
  <message>
   <source>The gift is gone here</source>
   <translation>The gift is gone here</translation>
  </message>
  <message>
   <source>The hours in which it could be used are over.</source>
   <translation>The hours in which it could be used are over.</translation>
  </message>
  <message>
   <source>The list is not the published one</source>
   <translation>The list is not the published one</translation>
  </message>
  <message>
   <source>The list is too long</source>
   <translation>The list is too long</translation>
  </message>
  <message>
   <source>The list names round {need}; this is round {have}.</source>
   <translation>The list names round {need}; this is round {have}.</translation>
  </message>
  <message>
   <source>The list of this draw is at HQ, and HQ cannot be reached now.</source>
   <translation>The list of this draw is at HQ, and HQ cannot be reached now.</translation>
  </message>
  <message>
   <source>The list says that it is published by {until}.</source>
   <translation>The list says that it is published by {until}.</translation>
  </message>
  <message>
   <source>The member has fewer points than it takes.</source>
   <translation>The member has fewer points than it takes.</translation>
  </message>
  <message>
   <source>The member has had it as often as the campaign allows.</source>
   <translation>The member has had it as often as the campaign allows.</translation>
  </message>
  <message>
   <source>The member has none to use at the moment.</source>
   <translation>The member has none to use at the moment.</translation>
  </message>
  <message>
   <source>The next one can be sent {until}.</source>
   <translation>The next one can be sent {until}.</translation>
  </message>
  <message>
   <source>The next try is possible in a while.</source>
   <translation>The next try is possible in a while.</translation>
  </message>
  <message>
   <source>The next try is possible in {wait}.</source>
   <translation>The next try is possible in {wait}.</translation>
  </message>
  <message>
   <source>The number that decides is out, so anybody could know by now who wins.</source>
   <translation>The number that decides is out, so anybody could know by now who wins.</translation>
  </message>
  <message>
   <source>The phone has to be proved</source>
   <translation>The phone has to be proved</translation>
  </message>
  <message>
   <source>The price has changed</source>
   <translation>The price has changed</translation>
  </message>
  <message>
   <source>The purchase is too small for this coupon.</source>
   <translation>The purchase is too small for this coupon.</translation>
  </message>
  <message>
   <source>The round is not there yet</source>
   <translation>The round is not there yet</translation>
  </message>
  <message>
   <source>The sealed prizes have not come from headquarters, or cannot be used now.</source>
   <translation>The sealed prizes have not come from headquarters, or cannot be used now.</translation>
  </message>
  <message>
   <source>The second signature is by the same person as the first.</source>
   <translation>The second signature is by the same person as the first.</translation>
  </message>
  <message>
   <source>The slip is good for another offer.</source>
   <translation>The slip is good for another offer.</translation>
  </message>
  <message>
   <source>The slip is good for “{name}” only.</source>
   <translation>The slip is good for “{name}” only.</translation>
  </message>
  <message>
   <source>The slip says {at}.</source>
   <translation>The slip says {at}.</translation>
  </message>
  <message>
   <source>The slip says {at}; its book is good since {since}.</source>
   <translation>The slip says {at}; its book is good since {since}.</translation>
  </message>
  <message>
   <source>The slip says {at}; its book was good until {until}.</source>
   <translation>The slip says {at}; its book was good until {until}.</translation>
  </message>
  <message>
   <source>The time for this prize is over</source>
   <translation>The time for this prize is over</translation>
  </message>
  <message>
   <source>The winner asked for it to be sent to them.</source>
   <translation>The winner asked for it to be sent to them.</translation>
  </message>
  <message>
   <source>There is no such day</source>
   <translation>There is no such day</translation>
  </message>
  <message>
   <source>There is no such time zone.</source>
   <translation>There is no such time zone.</translation>
  </message>
  <message>
   <source>There is nothing to take the discount from yet.</source>
   <translation>There is nothing to take the discount from yet.</translation>
  </message>
  <message>
   <source>There is nothing to undo</source>
   <translation>There is nothing to undo</translation>
  </message>
  <message>
   <source>They are here already</source>
   <translation>They are here already</translation>
  </message>
  <message>
   <source>They were taken off, or the list is another one now.</source>
   <translation>They were taken off, or the list is another one now.</translation>
  </message>
  <message>
   <source>This badge or number is not on this store’s staff list.</source>
   <translation>This badge or number is not on this store’s staff list.</translation>
  </message>
  <message>
   <source>This code is for another place</source>
   <translation>This code is for another place</translation>
  </message>
  <message>
   <source>This code was not issued by our stores.</source>
   <translation>This code was not issued by our stores.</translation>
  </message>
  <message>
   <source>This coupon belongs to somebody else than the member at the till.</source>
   <translation>This coupon belongs to somebody else than the member at the till.</translation>
  </message>
  <message>
   <source>This coupon can be used in other stores only.</source>
   <translation>This coupon can be used in other stores only.</translation>
  </message>
  <message>
   <source>This coupon can be used in {store}.</source>
   <translation>This coupon can be used in {store}.</translation>
  </message>
  <message>
   <source>This coupon can only be used by the member it belongs to.</source>
   <translation>This coupon can only be used by the member it belongs to.</translation>
  </message>
  <message>
   <source>This coupon was scanned for this customer a moment ago.</source>
   <translation>This coupon was scanned for this customer a moment ago.</translation>
  </message>
  <message>
   <source>This envelope has been opened before</source>
   <translation>This envelope has been opened before</translation>
  </message>
  <message>
   <source>This event is changed at headquarters</source>
   <translation>This event is changed at headquarters</translation>
  </message>
  <message>
   <source>This event is not known here</source>
   <translation>This event is not known here</translation>
  </message>
  <message>
   <source>This form was keyed in before</source>
   <translation>This form was keyed in before</translation>
  </message>
  <message>
   <source>This is no answer to the question</source>
   <translation>This is no answer to the question</translation>
  </message>
  <message>
   <source>This is no e-mail address</source>
   <translation>This is no e-mail address</translation>
  </message>
  <message>
   <source>This is no name</source>
   <translation>This is no name</translation>
  </message>
  <message>
   <source>This is no phone number</source>
   <translation>This is no phone number</translation>
  </message>
  <message>
   <source>This is no seat</source>
   <translation>This is no seat</translation>
  </message>
  <message>
   <source>This is the code of an article: neither a member nor a coupon.</source>
   <translation>This is the code of an article: neither a member nor a coupon.</translation>
  </message>
  <message>
   <source>This person or badge may not sign in here at present.</source>
   <translation>This person or badge may not sign in here at present.</translation>
  </message>
  <message>
   <source>This prize is on its way already</source>
   <translation>This prize is on its way already</translation>
  </message>
  <message>
   <source>This prize was handed over already</source>
   <translation>This prize was handed over already</translation>
  </message>
  <message>
   <source>This prize went on to somebody else</source>
   <translation>This prize went on to somebody else</translation>
  </message>
  <message>
   <source>This sale is of another day.</source>
   <translation>This sale is of another day.</translation>
  </message>
  <message>
   <source>This sale was made too long ago.</source>
   <translation>This sale was made too long ago.</translation>
  </message>
  <message>
   <source>This terminal cannot check the code yet</source>
   <translation>This terminal cannot check the code yet</translation>
  </message>
  <message>
   <source>This terminal cannot sign</source>
   <translation>This terminal cannot sign</translation>
  </message>
  <message>
   <source>This terminal has no draw of that name.</source>
   <translation>This terminal has no draw of that name.</translation>
  </message>
  <message>
   <source>This terminal has no such sale.</source>
   <translation>This terminal has no such sale.</translation>
  </message>
  <message>
   <source>This terminal may make none of these now.</source>
   <translation>This terminal may make none of these now.</translation>
  </message>
  <message>
   <source>This terminal may make {have} now; {need} were wanted.</source>
   <translation>This terminal may make {have} now; {need} were wanted.</translation>
  </message>
  <message>
   <source>This terminal’s clock or journal has changed, so its coupons wait for HQ.</source>
   <translation>This terminal’s clock or journal has changed, so its coupons wait for HQ.</translation>
  </message>
  <message>
   <source>This terminal’s key is not at hand, so it cannot sign a new one.</source>
   <translation>This terminal’s key is not at hand, so it cannot sign a new one.</translation>
  </message>
  <message>
   <source>This till’s share of it is used up.</source>
   <translation>This till’s share of it is used up.</translation>
  </message>
  <message>
   <source>This till’s share of what the coupon is for is used up. The coupon stays unused.</source>
   <translation>This till’s share of what the coupon is for is used up. The coupon stays unused.</translation>
  </message>
  <message>
   <source>This till’s share of “{name}” is used up.</source>
   <translation>This till’s share of “{name}” is used up.</translation>
  </message>
  <message>
   <source>This time is still to come</source>
   <translation>This time is still to come</translation>
  </message>
  <message>
   <source>Tickets come with purchases and tasks, as the campaign says.</source>
   <translation>Tickets come with purchases and tasks, as the campaign says.</translation>
  </message>
  <message>
   <source>Today’s limit reached</source>
   <translation>Today’s limit reached</translation>
  </message>
  <message>
   <source>Too few draw tickets</source>
   <translation>Too few draw tickets</translation>
  </message>
  <message>
   <source>Too late to publish</source>
   <translation>Too late to publish</translation>
  </message>
  <message>
   <source>Too many codes</source>
   <translation>Too many codes</translation>
  </message>
  <message>
   <source>Too many tries</source>
   <translation>Too many tries</translation>
  </message>
  <message>
   <source>Too many wrong PINs</source>
   <translation>Too many wrong PINs</translation>
  </message>
  <message>
   <source>Too valuable for offline</source>
   <translation>Too valuable for offline</translation>
  </message>
  <message numerus="yes">
   <source>Try again in %n second(s).</source>
   <translation>
    <numerusform>Try again in %n second.</numerusform>
    <numerusform>Try again in %n seconds.</numerusform>
   </translation>
  </message>
  <message>
   <source>Try again when the badge above says online, or use a phone’s network.</source>
   <translation>Try again when the badge above says online, or use a phone’s network.</translation>
  </message>
  <message>
   <source>Try again when the terminal is online. Hand nothing out before.</source>
   <translation>Try again when the terminal is online. Hand nothing out before.</translation>
  </message>
  <message>
   <source>Try the friend’s phone number; or register without a recommendation.</source>
   <translation>Try the friend’s phone number; or register without a recommendation.</translation>
  </message>
  <message>
   <source>Try the phone number or the name (F3).</source>
   <translation>Try the phone number or the name (F3).</translation>
  </message>
  <message>
   <source>Two people have to sign</source>
   <translation>Two people have to sign</translation>
  </message>
  <message>
   <source>Two things in it have one name.</source>
   <translation>Two things in it have one name.</translation>
  </message>
  <message>
   <source>Type it again, slowly.</source>
   <translation>Type it again, slowly.</translation>
  </message>
  <message>
   <source>Type it shorter.</source>
   <translation>Type it shorter.</translation>
  </message>
  <message>
   <source>Type what the die shows.</source>
   <translation>Type what the die shows.</translation>
  </message>
  <message>
   <source>Use another coupon here, and this one there.</source>
   <translation>Use another coupon here, and this one there.</translation>
  </message>
  <message>
   <source>Use another coupon now.</source>
   <translation>Use another coupon now.</translation>
  </message>
  <message>
   <source>Use another coupon, and ask IT to update this terminal. The coupon stays good.</source>
   <translation>Use another coupon, and ask IT to update this terminal. The coupon stays good.</translation>
  </message>
  <message>
   <source>Use another coupon.</source>
   <translation>Use another coupon.</translation>
  </message>
  <message>
   <source>Use another coupon. Customer service can say why.</source>
   <translation>Use another coupon. Customer service can say why.</translation>
  </message>
  <message>
   <source>Use another coupon. If that sale was a mistake, void it first (F6).</source>
   <translation>Use another coupon. If that sale was a mistake, void it first (F6).</translation>
  </message>
  <message>
   <source>Use another coupon. If the customer disagrees, HQ can look it up.</source>
   <translation>Use another coupon. If the customer disagrees, HQ can look it up.</translation>
  </message>
  <message>
   <source>Use another coupon; the list on the left has those that are valid.</source>
   <translation>Use another coupon; the list on the left has those that are valid.</translation>
  </message>
  <message>
   <source>Use another terminal, or have this one enrolled again.</source>
   <translation>Use another terminal, or have this one enrolled again.</translation>
  </message>
  <message>
   <source>Use it at the event desk or the kiosk. Here: member code or coupon.</source>
   <translation>Use it at the event desk or the kiosk. Here: member code or coupon.</translation>
  </message>
  <message>
   <source>Void it at the till where it was made, or ask HQ.</source>
   <translation>Void it at the till where it was made, or ask HQ.</translation>
  </message>
  <message>
   <source>Voided {at} by {clerk}.</source>
   <translation>Voided {at} by {clerk}.</translation>
  </message>
  <message>
   <source>Vouchers of this kind are not sold or topped up here, or not any more.</source>
   <translation>Vouchers of this kind are not sold or topped up here, or not any more.</translation>
  </message>
  <message>
   <source>Wait for it; without a network here, scan it from a phone.</source>
   <translation>Wait for it; without a network here, scan it from a phone.</translation>
  </message>
  <message>
   <source>Wait for the one that is on its way; or register without, and prove the phone later.</source>
   <translation>Wait for the one that is on its way; or register without, and prove the phone later.</translation>
  </message>
  <message>
   <source>Wait until the terminal is online again, then scan once more.</source>
   <translation>Wait until the terminal is online again, then scan once more.</translation>
  </message>
  <message>
   <source>Wait, or scan your badge.</source>
   <translation>Wait, or scan your badge.</translation>
  </message>
  <message>
   <source>What is in it is known from a draw before, so it keeps nobody from guessing.</source>
   <translation>What is in it is known from a draw before, so it keeps nobody from guessing.</translation>
  </message>
  <message>
   <source>While offline only this till’s share of the points can be used.</source>
   <translation>While offline only this till’s share of the points can be used.</translation>
  </message>
  <message>
   <source>Whoever called went away, or has been helped.</source>
   <translation>Whoever called went away, or has been helped.</translation>
  </message>
  <message>
   <source>Whoever should not be on that list asks headquarters.</source>
   <translation>Whoever should not be on that list asks headquarters.</translation>
  </message>
  <message>
   <source>Without HQ a coupon of this value cannot be accepted.</source>
   <translation>Without HQ a coupon of this value cannot be accepted.</translation>
  </message>
  <message>
   <source>Without HQ this terminal cannot be sure that it was not used elsewhere.</source>
   <translation>Without HQ this terminal cannot be sure that it was not used elsewhere.</translation>
  </message>
  <message>
   <source>Without the consent “{purpose}” nobody can become a member.</source>
   <translation>Without the consent “{purpose}” nobody can become a member.</translation>
  </message>
  <message>
   <source>Would save nothing more</source>
   <translation>Would save nothing more</translation>
  </message>
  <message>
   <source>Write the name, street and number, postcode and town.</source>
   <translation>Write the name, street and number, postcode and town.</translation>
  </message>
  <message>
   <source>Write the prizes down, in the order in which they are drawn.</source>
   <translation>Write the prizes down, in the order in which they are drawn.</translation>
  </message>
  <message>
   <source>Written after it had run out</source>
   <translation>Written after it had run out</translation>
  </message>
  <message>
   <source>Written before it was good</source>
   <translation>Written before it was good</translation>
  </message>
  <message>
   <source>Wrong PIN</source>
   <translation>Wrong PIN</translation>
  </message>
  <message>
   <source>Your role does not include this.</source>
   <translation>Your role does not include this.</translation>
  </message>
  <message>
   <source>a colleague</source>
   <translation>a colleague</translation>
  </message>
  <message>
   <source>a coupon that saves more</source>
   <translation>a coupon that saves more</translation>
  </message>
  <message>
   <source>a little</source>
   <translation>a little</translation>
  </message>
  <message>
   <source>a till</source>
   <translation>a till</translation>
  </message>
  <message>
   <source>another store</source>
   <translation>another store</translation>
  </message>
  <message>
   <source>earlier</source>
   <translation>earlier</translation>
  </message>
  <message>
   <source>lost</source>
   <translation>lost</translation>
  </message>
  <message>
   <source>lost or unused</source>
   <translation>lost or unused</translation>
  </message>
  <message>
   <source>the amount</source>
   <translation>the amount</translation>
  </message>
  <message>
   <source>this envelope</source>
   <translation>this envelope</translation>
  </message>
  <message>
   <source>unused</source>
   <translation>unused</translation>
  </message>
  <message>
   <source>{clerk} keyed it in {at}, with another phone number.</source>
   <translation>{clerk} keyed it in {at}, with another phone number.</translation>
  </message>
  <message>
   <source>{clerk} said so {at}.</source>
   <translation>{clerk} said so {at}.</translation>
  </message>
  <message>
   <source>{clerk}, {at}.</source>
   <translation>{clerk}, {at}.</translation>
  </message>
  <message>
   <source>{have} is left of this sale; {need} cannot come back.</source>
   <translation>{have} is left of this sale; {need} cannot come back.</translation>
  </message>
  <message>
   <source>{have} of the {need} points can be used while offline.</source>
   <translation>{have} of the {need} points can be used while offline.</translation>
  </message>
  <message>
   <source>{have} of {need} have been thrown.</source>
   <translation>{have} of {need} have been thrown.</translation>
  </message>
  <message>
   <source>{need} are needed, {have} are free.</source>
   <translation>{need} are needed, {have} are free.</translation>
  </message>
  <message>
   <source>{terminal} holds the right to the other points and does not answer HQ.</source>
   <translation>{terminal} holds the right to the other points and does not answer HQ.</translation>
  </message>
  <message>
   <source>{terminal} in {store} keeps this coupon and does not answer.</source>
   <translation>{terminal} in {store} keeps this coupon and does not answer.</translation>
  </message>
  <message>
   <source>{title}: {reason}</source>
   <translation>{title}: {reason}</translation>
  </message>
  <message>
   <source>{title}: {reason} {next_step}</source>
   <translation>{title}: {reason} {next_step}</translation>
  </message>
  <message>
   <source>“{name}” was not bought in this sale, or has come back already.</source>
   <translation>“{name}” was not bought in this sale, or has come back already.</translation>
  </message>
  <message>
   <source>“{read}” is no code of ours.</source>
   <translation>“{read}” is no code of ours.</translation>
  </message>
  <message>
   <source>“{read}” is no member’s card, phone or invitation.</source>
   <translation>“{read}” is no member’s card, phone or invitation.</translation>
  </message>
  <message>
   <source>“{read}” is the number of no form: a digit was misread or mistyped.</source>
   <translation>“{read}” is the number of no form: a digit was misread or mistyped.</translation>
  </message>
  <message>
   <source>“{read}” is the number of no slip: a digit was misread or mistyped.</source>
   <translation>“{read}” is the number of no slip: a digit was misread or mistyped.</translation>
  </message>
 </context>
 <context>
  <name>Registration</name>
  <message>
   <source>A digit is missing.</source>
   <translation>A digit is missing.</translation>
  </message>
  <message>
   <source>A name is needed.</source>
   <translation>A name is needed.</translation>
  </message>
  <message>
   <source>A phone number has digits only.</source>
   <translation>A phone number has digits only.</translation>
  </message>
  <message>
   <source>A phone number is needed.</source>
   <translation>A phone number is needed.</translation>
  </message>
  <message>
   <source>For a child nobody has signed who may.</source>
   <translation>For a child nobody has signed who may.</translation>
  </message>
  <message>
   <source>HQ has a question about the registration</source>
   <translation>HQ has a question about the registration</translation>
  </message>
  <message>
   <source>HQ has approved the registration</source>
   <translation>HQ has approved the registration</translation>
  </message>
  <message>
   <source>HQ has rejected the registration</source>
   <translation>HQ has rejected the registration</translation>
  </message>
  <message>
   <source>HQ looks at the registration</source>
   <translation>HQ looks at the registration</translation>
  </message>
  <message>
   <source>It is a number: the phone goes into its own field.</source>
   <translation>It is a number: the phone goes into its own field.</translation>
  </message>
  <message>
   <source>It is longer than 500 characters.</source>
   <translation>It is longer than 500 characters.</translation>
  </message>
  <message>
   <source>It was made for its rewards alone.</source>
   <translation>It was made for its rewards alone.</translation>
  </message>
  <message>
   <source>Membership</source>
   <translation>Membership</translation>
  </message>
  <message>
   <source>Name or phone could not be confirmed.</source>
   <translation>Name or phone could not be confirmed.</translation>
  </message>
  <message>
   <source>Offers and events</source>
   <translation>Offers and events</translation>
  </message>
  <message>
   <source>Please come with whoever decides for the child.</source>
   <translation>Please come with whoever decides for the child.</translation>
  </message>
  <message>
   <source>Please prove the phone in a store.</source>
   <translation>Please prove the phone in a store.</translation>
  </message>
  <message>
   <source>Please say in a store who recommended us.</source>
   <translation>Please say in a store who recommended us.</translation>
  </message>
  <message>
   <source>Please tell the name once more in a store.</source>
   <translation>Please tell the name once more in a store.</translation>
  </message>
  <message>
   <source>The person did not want to register.</source>
   <translation>The person did not want to register.</translation>
  </message>
  <message>
   <source>The person is a member already.</source>
   <translation>The person is a member already.</translation>
  </message>
  <message>
   <source>The phone belongs to somebody else.</source>
   <translation>The phone belongs to somebody else.</translation>
  </message>
  <message>
   <source>There is a digit too many.</source>
   <translation>There is a digit too many.</translation>
  </message>
  <message>
   <source>There is no such number in any country near.</source>
   <translation>There is no such number in any country near.</translation>
  </message>
 </context>
 <context>
  <name>Reward</name>
  <message>
   <source> or </source>
   <translation> or </translation>
  </message>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
  <message>
   <source>Points that HQ can free now</source>
   <translation>Points that HQ can free now</translation>
  </message>
  <message>
   <source>Points that can be used while offline</source>
   <translation>Points that can be used while offline</translation>
  </message>
  <message>
   <source>With a manager’s PIN</source>
   <translation>With a manager’s PIN</translation>
  </message>
  <message>
   <source>a gift to choose</source>
   <translation>a gift to choose</translation>
  </message>
  <message>
   <source>a gift to choose: {names}</source>
   <translation>a gift to choose: {names}</translation>
  </message>
  <message>
   <source>badge “{name}”</source>
   <translation>badge “{name}”</translation>
  </message>
  <message>
   <source>coupon “{name}”</source>
   <translation>coupon “{name}”</translation>
  </message>
  <message>
   <source>credited {day}</source>
   <translation>credited {day}</translation>
  </message>
  <message>
   <source>experience voucher “{name}”</source>
   <translation>experience voucher “{name}”</translation>
  </message>
  <message>
   <source>gift “{name}”</source>
   <translation>gift “{name}”</translation>
  </message>
  <message>
   <source>partner’s voucher “{name}”</source>
   <translation>partner’s voucher “{name}”</translation>
  </message>
  <message>
   <source>price locked: {name}</source>
   <translation>price locked: {name}</translation>
  </message>
  <message>
   <source>reserved: {name}</source>
   <translation>reserved: {name}</translation>
  </message>
  <message>
   <source>{money} cash back, owed by HQ</source>
   <translation>{money} cash back, owed by HQ</translation>
  </message>
  <message>
   <source>{money} off</source>
   <translation>{money} off</translation>
  </message>
  <message numerus="yes">
   <source>{name}: {n} point(s)</source>
   <translation>
    <numerusform>{name}: {n} point</numerusform>
    <numerusform>{name}: {n} points</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} coupons “{name}”</source>
   <translation>{n} coupons “{name}”</translation>
  </message>
  <message numerus="yes">
   <source>{n} draw ticket(s)</source>
   <translation>
    <numerusform>{n} draw ticket</numerusform>
    <numerusform>{n} draw tickets</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} draw ticket(s) for “{name}”</source>
   <translation>
    <numerusform>{n} draw ticket for “{name}”</numerusform>
    <numerusform>{n} draw tickets for “{name}”</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} experience vouchers “{name}”</source>
   <translation>{n} experience vouchers “{name}”</translation>
  </message>
  <message>
   <source>{n} gifts “{name}”</source>
   <translation>{n} gifts “{name}”</translation>
  </message>
  <message numerus="yes">
   <source>{n} make-up card(s)</source>
   <translation>
    <numerusform>{n} make-up card</numerusform>
    <numerusform>{n} make-up cards</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} more</source>
   <translation>{n} more</translation>
  </message>
  <message>
   <source>{n} of {all}</source>
   <translation>{n} of {all}</translation>
  </message>
  <message>
   <source>{n} partner’s vouchers “{name}”</source>
   <translation>{n} partner’s vouchers “{name}”</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} point</numerusform>
    <numerusform>{n} points</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s) paid are given back</source>
   <translation>
    <numerusform>{n} point paid is given back</numerusform>
    <numerusform>{n} points paid are given back</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} spin(s) of the wheel</source>
   <translation>
    <numerusform>{n} spin of the wheel</numerusform>
    <numerusform>{n} spins of the wheel</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} spin(s) of “{name}”</source>
   <translation>
    <numerusform>{n} spin of “{name}”</numerusform>
    <numerusform>{n} spins of “{name}”</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} × “{name}”</source>
   <translation>{n} × “{name}”</translation>
  </message>
  <message>
   <source>{reward} ({note})</source>
   <translation>{reward} ({note})</translation>
  </message>
  <message numerus="yes">
   <source>{tier} for {n} month(s)</source>
   <translation>
    <numerusform>{tier} for {n} month</numerusform>
    <numerusform>{tier} for {n} months</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{tier} {n} month(s) longer</source>
   <translation>
    <numerusform>{tier} {n} month longer</numerusform>
    <numerusform>{tier} {n} months longer</numerusform>
   </translation>
  </message>
  <message>
   <source>“{name}”</source>
   <translation>“{name}”</translation>
  </message>
  <message numerus="yes">
   <source>− {n} point(s)</source>
   <translation>
    <numerusform>− {n} point</numerusform>
    <numerusform>− {n} points</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RulesItem</name>
  <message>
   <source>Conditions for claiming</source>
   <translation>Conditions for claiming</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Contact</translation>
  </message>
  <message>
   <source>Delivery</source>
   <translation>Delivery</translation>
  </message>
  <message>
   <source>How it works</source>
   <translation>How it works</translation>
  </message>
  <message>
   <source>How to claim</source>
   <translation>How to claim</translation>
  </message>
  <message>
   <source>How we draw</source>
   <translation>How we draw</translation>
  </message>
  <message>
   <source>Licence number</source>
   <translation>Licence number</translation>
  </message>
  <message>
   <source>Organiser</source>
   <translation>Organiser</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Period</translation>
  </message>
  <message>
   <source>Prizes</source>
   <translation>Prizes</translation>
  </message>
  <message>
   <source>Quantity or odds of each prize</source>
   <translation>Quantity or odds of each prize</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>Tax</translation>
  </message>
  <message>
   <source>Unclaimed prizes</source>
   <translation>Unclaimed prizes</translation>
  </message>
  <message>
   <source>Value of each prize</source>
   <translation>Value of each prize</translation>
  </message>
  <message>
   <source>Version of the rules</source>
   <translation>Version of the rules</translation>
  </message>
  <message>
   <source>When to claim</source>
   <translation>When to claim</translation>
  </message>
  <message>
   <source>When we draw</source>
   <translation>When we draw</translation>
  </message>
  <message>
   <source>Who can take part</source>
   <translation>Who can take part</translation>
  </message>
  <message>
   <source>Who cannot take part</source>
   <translation>Who cannot take part</translation>
  </message>
  <message>
   <source>Your personal data</source>
   <translation>Your personal data</translation>
  </message>
 </context>
 <context>
  <name>Say</name>
  <message>
   <source>It has been a while.</source>
   <translation>It has been a while.</translation>
  </message>
  <message>
   <source>Just received</source>
   <translation>Just received</translation>
  </message>
  <message>
   <source>To hand over</source>
   <translation>To hand over</translation>
  </message>
  <message>
   <source>To say: {words}</source>
   <translation>To say: {words}</translation>
  </message>
  <message>
   <source>Welcome back</source>
   <translation>Welcome back</translation>
  </message>
 </context>
 <context>
  <name>Scanner</name>
  <message>
   <source>A code to scan</source>
   <translation>A code to scan</translation>
  </message>
  <message>
   <source>A slow scanner that presses nothing after a code: short codes would stay as typed digits. Set the scanner to press Enter after each code, then learn again.</source>
   <translation>A slow scanner that presses nothing after a code: short codes would stay as typed digits. Set the scanner to press Enter after each code, then learn again.</translation>
  </message>
  <message>
   <source>After a code</source>
   <translation>After a code</translation>
  </message>
  <message>
   <source>Before a code</source>
   <translation>Before a code</translation>
  </message>
  <message>
   <source>How it types</source>
   <translation>How it types</translation>
  </message>
  <message>
   <source>It works, but short codes will be asked about. If you can, set the scanner’s delay between characters to 0 and learn again.</source>
   <translation>It works, but short codes will be asked about. If you can, set the scanner’s delay between characters to 0 and learn again.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Keep</translation>
  </message>
  <message>
   <source>Learn again</source>
   <translation>Learn again</translation>
  </message>
  <message>
   <source>Learn the handheld scanner</source>
   <translation>Learn the handheld scanner</translation>
  </message>
  <message>
   <source>Nothing tried yet.</source>
   <translation>Nothing tried yet.</translation>
  </message>
  <message>
   <source>Now scan any code, a member’s or a coupon’s, and look whether it is read.</source>
   <translation>Now scan any code, a member’s or a coupon’s, and look whether it is read.</translation>
  </message>
  <message>
   <source>Read: {text}</source>
   <translation>Read: {text}</translation>
  </message>
  <message>
   <source>Scan this code three times with the handheld scanner, as at the till.</source>
   <translation>Scan this code three times with the handheld scanner, as at the till.</translation>
  </message>
  <message>
   <source>Something else was read: “{text}”. Scan the code on this screen; if you did, scanner and computer are set to different keyboards, or Caps Lock is on.</source>
   <translation>Something else was read: “{text}”. Scan the code on this screen; if you did, scanner and computer are set to different keyboards, or Caps Lock is on.</translation>
  </message>
  <message>
   <source>The scanner is slow and presses Enter before the code. Take that prefix away, or set its delay to 0, then scan again.</source>
   <translation>The scanner is slow and presses Enter before the code. Take that prefix away, or set its delay to 0, then scan again.</translation>
  </message>
  <message>
   <source>The scanner is too slow. Set its delay between characters to 0 and scan again.</source>
   <translation>The scanner is too slow. Set its delay between characters to 0 and scan again.</translation>
  </message>
  <message>
   <source>The scanner types {scanner}, the computer expects {computer}. Set both to the same keyboard, then scan again.</source>
   <translation>The scanner types {scanner}, the computer expects {computer}. Set both to the same keyboard, then scan again.</translation>
  </message>
  <message>
   <source>The scans differ. Scan this code, and nothing else, three times.</source>
   <translation>The scans differ. Scan this code, and nothing else, three times.</translation>
  </message>
  <message>
   <source>The settings file cannot be written. Tell IT.</source>
   <translation>The settings file cannot be written. Tell IT.</translation>
  </message>
  <message>
   <source>This was learned:</source>
   <translation>This was learned:</translation>
  </message>
  <message>
   <source>Time between keys</source>
   <translation>Time between keys</translation>
  </message>
  <message>
   <source>fast, like no hand</source>
   <translation>fast, like no hand</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nothing</translation>
  </message>
  <message>
   <source>slow, like a hand</source>
   <translation>slow, like a hand</translation>
  </message>
  <message>
   <source>with Alt and the number block</source>
   <translation>with Alt and the number block</translation>
  </message>
  <message>
   <source>{done} of {all} scanned</source>
   <translation>{done} of {all} scanned</translation>
  </message>
  <message>
   <source>{usual} ms, at most {longest} ms</source>
   <translation>{usual} ms, at most {longest} ms</translation>
  </message>
 </context>
 <context>
  <name>SelfService</name>
  <message numerus="yes">
   <source>%n day(s) in a row</source>
   <translation>
    <numerusform>%n day in a row</numerusform>
    <numerusform>%n days in a row</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) left</source>
   <translation>
    <numerusform>%n day left</numerusform>
    <numerusform>%n days left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n friend(s) so far</source>
   <translation>
    <numerusform>%n friend so far</numerusform>
    <numerusform>%n friends so far</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n left here</source>
   <translation>
    <numerusform>%n left here</numerusform>
    <numerusform>%n left here</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n more</numerusform>
    <numerusform>%n more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n on</source>
   <translation>
    <numerusform>%n on</numerusform>
    <numerusform>%n on</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n open</source>
   <translation>
    <numerusform>%n open</numerusform>
    <numerusform>%n open</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n or older</source>
   <translation>
    <numerusform>%n or older</numerusform>
    <numerusform>%n or older</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n person</numerusform>
    <numerusform>%n people</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n place(s) left</source>
   <translation>
    <numerusform>%n place left</numerusform>
    <numerusform>%n places left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to use</source>
   <translation>
    <numerusform>%n to use</numerusform>
    <numerusform>%n to use</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>%n waiting</numerusform>
    <numerusform>%n waiting</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n within reach</source>
   <translation>
    <numerusform>%n within reach</numerusform>
    <numerusform>%n within reach</numerusform>
   </translation>
  </message>
  <message>
   <source>+{n} on the way</source>
   <translation>+{n} on the way</translation>
  </message>
  <message>
   <source>0: not at all</source>
   <translation>0: not at all</translation>
  </message>
  <message>
   <source>10: certainly</source>
   <translation>10: certainly</translation>
  </message>
  <message>
   <source>1: not at all</source>
   <translation>1: not at all</translation>
  </message>
  <message>
   <source>5: very much</source>
   <translation>5: very much</translation>
  </message>
  <message>
   <source>A parent or guardian goes on from here, and decides.</source>
   <translation>A parent or guardian goes on from here, and decides.</translation>
  </message>
  <message>
   <source>All places are taken. Whoever signed up first gets the next one that is free, and is written to if we have a phone or an address. Or come: if some stay free, you are let in at the door.</source>
   <translation>All places are taken. Whoever signed up first gets the next one that is free, and is written to if we have a phone or an address. Or come: if some stay free, you are let in at the door.</translation>
  </message>
  <message>
   <source>All right</source>
   <translation>All right</translation>
  </message>
  <message>
   <source>Another language</source>
   <translation>Another language</translation>
  </message>
  <message>
   <source>Another member’s code</source>
   <translation>Another member’s code</translation>
  </message>
  <message>
   <source>Another number</source>
   <translation>Another number</translation>
  </message>
  <message>
   <source>Are you still there?</source>
   <translation>Are you still there?</translation>
  </message>
  <message>
   <source>As you like it</source>
   <translation>As you like it</translation>
  </message>
  <message>
   <source>As you like: with it you are found faster at the door.</source>
   <translation>As you like: with it you are found faster at the door.</translation>
  </message>
  <message>
   <source>At the checkout they come off by themselves, at the best price.</source>
   <translation>At the checkout they come off by themselves, at the best price.</translation>
  </message>
  <message>
   <source>Become a member</source>
   <translation>Become a member</translation>
  </message>
  <message>
   <source>Begin today!</source>
   <translation>Begin today!</translation>
  </message>
  <message>
   <source>Birthday</source>
   <translation>Birthday</translation>
  </message>
  <message>
   <source>By it you are found again, in every store.</source>
   <translation>By it you are found again, in every store.</translation>
  </message>
  <message>
   <source>By my friend’s number</source>
   <translation>By my friend’s number</translation>
  </message>
  <message>
   <source>Call our staff</source>
   <translation>Call our staff</translation>
  </message>
  <message>
   <source>Check in every day</source>
   <translation>Check in every day</translation>
  </message>
  <message>
   <source>Check in today</source>
   <translation>Check in today</translation>
  </message>
  <message>
   <source>Checked in today ✓</source>
   <translation>Checked in today ✓</translation>
  </message>
  <message numerus="yes">
   <source>Cleared in %n second(s)</source>
   <translation>
    <numerusform>Cleared in %n s</numerusform>
    <numerusform>Cleared in %n s</numerusform>
   </translation>
  </message>
  <message>
   <source>Coupons to use</source>
   <translation>Coupons to use</translation>
  </message>
  <message>
   <source>Daily check-in</source>
   <translation>Daily check-in</translation>
  </message>
  <message>
   <source>Did a friend invite you? Hold up the invitation.</source>
   <translation>Did a friend invite you? Hold up the invitation.</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Done!</source>
   <translation>Done!</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>End</source>
   <translation>End</translation>
  </message>
  <message>
   <source>End my membership?</source>
   <translation>End my membership?</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>Events</translation>
  </message>
  <message>
   <source>Events: sign up, or tell us how it was</source>
   <translation>Events: sign up, or tell us how it was</translation>
  </message>
  <message>
   <source>Friends scan this with their phone, until {day}. Both of you are rewarded.</source>
   <translation>Friends scan this with their phone, until {day}. Both of you are rewarded.</translation>
  </message>
  <message>
   <source>Further down</source>
   <translation>Further down</translation>
  </message>
  <message>
   <source>Further up</source>
   <translation>Further up</translation>
  </message>
  <message>
   <source>Give your place up?</source>
   <translation>Give your place up?</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Go on</translation>
  </message>
  <message>
   <source>Go on meanwhile</source>
   <translation>Go on meanwhile</translation>
  </message>
  <message>
   <source>Go on with that one? What is shown now is cleared from here first.</source>
   <translation>Go on with that one? What is shown now is cleared from here first.</translation>
  </message>
  <message>
   <source>Good</source>
   <translation>Good</translation>
  </message>
  <message>
   <source>Good afternoon</source>
   <translation>Good afternoon</translation>
  </message>
  <message>
   <source>Good evening</source>
   <translation>Good evening</translation>
  </message>
  <message>
   <source>Good morning</source>
   <translation>Good morning</translation>
  </message>
  <message>
   <source>Headquarters cannot be reached. Your place is sure once it can; if all are taken by then, you are on the waiting list. Ask here again, or at the door.</source>
   <translation>Headquarters cannot be reached. Your place is sure once it can; if all are taken by then, you are on the waiting list. Ask here again, or at the door.</translation>
  </message>
  <message>
   <source>Headquarters is asked whether there is a place for you.</source>
   <translation>Headquarters is asked whether there is a place for you.</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>Hold up the ticket or the badge you had.</source>
   <translation>Hold up the ticket or the badge you had.</translation>
  </message>
  <message>
   <source>Hold up your member code to see what your purchases brought.</source>
   <translation>Hold up your member code to see what your purchases brought.</translation>
  </message>
  <message>
   <source>How did you like it?</source>
   <translation>How did you like it?</translation>
  </message>
  <message>
   <source>How likely are you to recommend this event to a friend or colleague?</source>
   <translation>How likely are you to recommend this event to a friend or colleague?</translation>
  </message>
  <message>
   <source>How many come with you?</source>
   <translation>How many come with you?</translation>
  </message>
  <message>
   <source>How old are you?</source>
   <translation>How old are you?</translation>
  </message>
  <message>
   <source>How satisfied are you?</source>
   <translation>How satisfied are you?</translation>
  </message>
  <message>
   <source>How was it?</source>
   <translation>How was it?</translation>
  </message>
  <message>
   <source>I agree</source>
   <translation>I agree</translation>
  </message>
  <message>
   <source>I cannot come</source>
   <translation>I cannot come</translation>
  </message>
  <message>
   <source>I do not agree</source>
   <translation>I do not agree</translation>
  </message>
  <message>
   <source>I do not need help any more</source>
   <translation>I do not need help any more</translation>
  </message>
  <message>
   <source>If it is yours, show your member code, or sign in by your phone number.</source>
   <translation>If it is yours, show your member code, or sign in by your phone number.</translation>
  </message>
  <message>
   <source>In your own words, or leave it out. Only our headquarters reads it.</source>
   <translation>In your own words, or leave it out. Only our headquarters reads it.</translation>
  </message>
  <message>
   <source>In your own words, or leave it out. Only the organizer reads it.</source>
   <translation>In your own words, or leave it out. Only the organizer reads it.</translation>
  </message>
  <message>
   <source>Invite friends</source>
   <translation>Invite friends</translation>
  </message>
  <message>
   <source>Invite your friends</source>
   <translation>Invite your friends</translation>
  </message>
  <message>
   <source>Invited by</source>
   <translation>Invited by</translation>
  </message>
  <message>
   <source>Invited by {name}</source>
   <translation>Invited by {name}</translation>
  </message>
  <message>
   <source>It comes out of the printer now.</source>
   <translation>It comes out of the printer now.</translation>
  </message>
  <message>
   <source>It is for whoever is no member yet.</source>
   <translation>It is for whoever is no member yet.</translation>
  </message>
  <message>
   <source>It is yours!</source>
   <translation>It is yours!</translation>
  </message>
  <message>
   <source>It may take a minute. If none comes, ask our staff for help.</source>
   <translation>It may take a minute. If none comes, ask our staff for help.</translation>
  </message>
  <message>
   <source>It may take a minute. If none comes, have another one sent, or ask our staff for help.</source>
   <translation>It may take a minute. If none comes, have another one sent, or ask our staff for help.</translation>
  </message>
  <message>
   <source>Join now</source>
   <translation>Join now</translation>
  </message>
  <message>
   <source>Join the waiting list</source>
   <translation>Join the waiting list</translation>
  </message>
  <message>
   <source>Larger letters and more</source>
   <translation>Larger letters and more</translation>
  </message>
  <message>
   <source>Leave it out</source>
   <translation>Leave it out</translation>
  </message>
  <message numerus="yes">
   <source>Make up for %n day(s) ago</source>
   <translation>
    <numerusform>Make up for %n day ago</numerusform>
    <numerusform>Make up for %n days ago</numerusform>
   </translation>
  </message>
  <message>
   <source>Make up for yesterday</source>
   <translation>Make up for yesterday</translation>
  </message>
  <message>
   <source>Members can hold up their code instead, and choose “Events”.</source>
   <translation>Members can hold up their code instead, and choose “Events”.</translation>
  </message>
  <message>
   <source>More time</source>
   <translation>More time</translation>
  </message>
  <message>
   <source>More time ({n} s)</source>
   <translation>More time ({n} s)</translation>
  </message>
  <message>
   <source>My badges</source>
   <translation>My badges</translation>
  </message>
  <message>
   <source>My card number</source>
   <translation>My card number</translation>
  </message>
  <message>
   <source>My check-ins</source>
   <translation>My check-ins</translation>
  </message>
  <message>
   <source>My consents</source>
   <translation>My consents</translation>
  </message>
  <message>
   <source>My coupons</source>
   <translation>My coupons</translation>
  </message>
  <message>
   <source>My phone number</source>
   <translation>My phone number</translation>
  </message>
  <message>
   <source>My points</source>
   <translation>My points</translation>
  </message>
  <message>
   <source>My rewards</source>
   <translation>My rewards</translation>
  </message>
  <message>
   <source>Name of a parent or guardian</source>
   <translation>Name of a parent or guardian</translation>
  </message>
  <message>
   <source>Name, street and number, postcode, town</source>
   <translation>Name, street and number, postcode, town</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>No campaign looked at it.</source>
   <translation>No campaign looked at it.</translation>
  </message>
  <message>
   <source>No code can be sent at the moment: the network is down. Hold up the code in our app instead, or ask our staff at the checkout.</source>
   <translation>No code can be sent at the moment: the network is down. Hold up the code in our app instead, or ask our staff at the checkout.</translation>
  </message>
  <message>
   <source>No friends yet: invite one!</source>
   <translation>No friends yet: invite one!</translation>
  </message>
  <message>
   <source>No gifts yet: have a look at what there is to win.</source>
   <translation>No gifts yet: have a look at what there is to win.</translation>
  </message>
  <message>
   <source>No, I come</source>
   <translation>No, I come</translation>
  </message>
  <message>
   <source>No, I stay</source>
   <translation>No, I stay</translation>
  </message>
  <message>
   <source>No, end</source>
   <translation>No, end</translation>
  </message>
  <message>
   <source>No, stay</source>
   <translation>No, stay</translation>
  </message>
  <message>
   <source>Nobody can sign up for it here any more. Our staff will gladly help.</source>
   <translation>Nobody can sign up for it here any more. Our staff will gladly help.</translation>
  </message>
  <message>
   <source>Nobody invited me</source>
   <translation>Nobody invited me</translation>
  </message>
  <message>
   <source>Nobody, I come alone</source>
   <translation>Nobody, I come alone</translation>
  </message>
  <message>
   <source>Nothing has happened here yet.</source>
   <translation>Nothing has happened here yet.</translation>
  </message>
  <message>
   <source>Nothing has moved here yet.</source>
   <translation>Nothing has moved here yet.</translation>
  </message>
  <message>
   <source>Offers now</source>
   <translation>Offers now</translation>
  </message>
  <message>
   <source>On screens and papers it is shown in part only.</source>
   <translation>On screens and papers it is shown in part only.</translation>
  </message>
  <message>
   <source>One moment, please</source>
   <translation>One moment, please</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>One moment…</translation>
  </message>
  <message>
   <source>Only our headquarters reads it, and deletes it whenever you ask.</source>
   <translation>Only our headquarters reads it, and deletes it whenever you ask.</translation>
  </message>
  <message numerus="yes">
   <source>Otherwise all of yours is cleared from here in %n second(s).</source>
   <translation>
    <numerusform>Otherwise all of yours is cleared from here in %n second.</numerusform>
    <numerusform>Otherwise all of yours is cleared from here in %n seconds.</numerusform>
   </translation>
  </message>
  <message>
   <source>Our staff are called: please wait here.</source>
   <translation>Our staff are called: please wait here.</translation>
  </message>
  <message>
   <source>Our staff at the checkout hand them to you: show your member code there.</source>
   <translation>Our staff at the checkout hand them to you: show your member code there.</translation>
  </message>
  <message>
   <source>Parent or guardian</source>
   <translation>Parent or guardian</translation>
  </message>
  <message>
   <source>Please ask our staff</source>
   <translation>Please ask our staff</translation>
  </message>
  <message>
   <source>Please go to the checkout: our staff will gladly help.</source>
   <translation>Please go to the checkout: our staff will gladly help.</translation>
  </message>
  <message>
   <source>Please open it anew in our app and hold it up, or choose another way.</source>
   <translation>Please open it anew in our app and hold it up, or choose another way.</translation>
  </message>
  <message>
   <source>Points can be used once your phone number is proved.</source>
   <translation>Points can be used once your phone number is proved.</translation>
  </message>
  <message>
   <source>Points mall</source>
   <translation>Points mall</translation>
  </message>
  <message>
   <source>Print a card for a friend</source>
   <translation>Print a card for a friend</translation>
  </message>
  <message>
   <source>Print my welcome slip</source>
   <translation>Print my welcome slip</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>Rules</translation>
  </message>
  <message>
   <source>Say your name at the door.</source>
   <translation>Say your name at the door.</translation>
  </message>
  <message>
   <source>See you on {when}.</source>
   <translation>See you on {when}.</translation>
  </message>
  <message>
   <source>See your points and coupons</source>
   <translation>See your points and coupons</translation>
  </message>
  <message>
   <source>Send a code to my phone</source>
   <translation>Send a code to my phone</translation>
  </message>
  <message>
   <source>Send another code</source>
   <translation>Send another code</translation>
  </message>
  <message numerus="yes">
   <source>Send another code (in %n second(s))</source>
   <translation>
    <numerusform>Send another code (in %n s)</numerusform>
    <numerusform>Send another code (in %n s)</numerusform>
   </translation>
  </message>
  <message>
   <source>Show it at the checkout. Here, hold up your member code to see all you have.</source>
   <translation>Show it at the checkout. Here, hold up your member code to see all you have.</translation>
  </message>
  <message>
   <source>Show it to our staff at the checkout when it is done: they enter it for you.</source>
   <translation>Show it to our staff at the checkout when it is done: they enter it for you.</translation>
  </message>
  <message>
   <source>Show your member code at the checkout: they are used by themselves.</source>
   <translation>Show your member code at the checkout: they are used by themselves.</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Sign in</translation>
  </message>
  <message>
   <source>Sign up</source>
   <translation>Sign up</translation>
  </message>
  <message>
   <source>Somebody else gets it, and it cannot be taken back. You can sign up anew.</source>
   <translation>Somebody else gets it, and it cannot be taken back. You can sign up anew.</translation>
  </message>
  <message>
   <source>Something does not work here at the moment.</source>
   <translation>Something does not work here at the moment.</translation>
  </message>
  <message>
   <source>Take a photo of it: it is your member code for some minutes. Card number {card}.</source>
   <translation>Take a photo of it: it is your member code for some minutes. Card number {card}.</translation>
  </message>
  <message>
   <source>Take a picture of this code and show it at the door. Your name will do, too.</source>
   <translation>Take a picture of this code and show it at the door. Your name will do, too.</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>Take it back</translation>
  </message>
  <message>
   <source>Tap</source>
   <translation>Tap</translation>
  </message>
  <message>
   <source>Tasks, badges</source>
   <translation>Tasks, badges</translation>
  </message>
  <message>
   <source>Tell it to our staff at the checkout when you pay.</source>
   <translation>Tell it to our staff at the checkout when you pay.</translation>
  </message>
  <message>
   <source>Tell us</source>
   <translation>Tell us</translation>
  </message>
  <message>
   <source>Thank you for telling us: somebody else can come. Your code is good no longer.</source>
   <translation>Thank you for telling us: somebody else can come. Your code is good no longer.</translation>
  </message>
  <message>
   <source>Thank you for your answer!</source>
   <translation>Thank you for your answer!</translation>
  </message>
  <message>
   <source>That day counts now!</source>
   <translation>That day counts now!</translation>
  </message>
  <message>
   <source>The code has six digits.</source>
   <translation>The code has six digits.</translation>
  </message>
  <message>
   <source>The network is down: nobody can be called from here. Press “End” first.</source>
   <translation>The network is down: nobody can be called from here. Press “End” first.</translation>
  </message>
  <message>
   <source>The number on your card</source>
   <translation>The number on your card</translation>
  </message>
  <message>
   <source>The organizer finds you by it at the door, and deletes it after the event.</source>
   <translation>The organizer finds you by it at the door, and deletes it after the event.</translation>
  </message>
  <message>
   <source>The parent or guardian is the child’s</source>
   <translation>The parent or guardian is the child’s</translation>
  </message>
  <message>
   <source>The printer has a problem: take a photo of the screen, or ask our staff.</source>
   <translation>The printer has a problem: take a photo of the screen, or ask our staff.</translation>
  </message>
  <message>
   <source>The six digits that we sent to your phone</source>
   <translation>The six digits that we sent to your phone</translation>
  </message>
  <message>
   <source>Their mobile number</source>
   <translation>Their mobile number</translation>
  </message>
  <message>
   <source>There is no printer here: please take a photo of the screen.</source>
   <translation>There is no printer here: please take a photo of the screen.</translation>
  </message>
  <message>
   <source>There is nothing at the moment.</source>
   <translation>There is nothing at the moment.</translation>
  </message>
  <message>
   <source>This code cannot be used here</source>
   <translation>This code cannot be used here</translation>
  </message>
  <message>
   <source>This is a code for a purchase</source>
   <translation>This is a code for a purchase</translation>
  </message>
  <message>
   <source>This is a receipt</source>
   <translation>This is a receipt</translation>
  </message>
  <message>
   <source>This is an invitation</source>
   <translation>This is an invitation</translation>
  </message>
  <message>
   <source>This is no card number: please read it once more.</source>
   <translation>This is no card number: please read it once more.</translation>
  </message>
  <message numerus="yes">
   <source>This is not the code. %n more tries.</source>
   <translation>
    <numerusform>This is not the code. %n more try.</numerusform>
    <numerusform>This is not the code. %n more tries.</numerusform>
   </translation>
  </message>
  <message>
   <source>This number is a member’s already</source>
   <translation>This number is a member’s already</translation>
  </message>
  <message>
   <source>To my page</source>
   <translation>To my page</translation>
  </message>
  <message>
   <source>To see your points and coupons, hold up the code in our app, or have a code sent to your phone.</source>
   <translation>To see your points and coupons, hold up the code in our app, or have a code sent to your phone.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>Touch to begin</source>
   <translation>Touch to begin</translation>
  </message>
  <message>
   <source>Touch what you would like to know more about.</source>
   <translation>Touch what you would like to know more about.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Try again</translation>
  </message>
  <message>
   <source>Until the event is closed you can answer again, here or on your phone.</source>
   <translation>Until the event is closed you can answer again, here or on your phone.</translation>
  </message>
  <message>
   <source>We send a code to it: so nobody else can see what is yours.</source>
   <translation>We send a code to it: so nobody else can see what is yours.</translation>
  </message>
  <message>
   <source>We send it to you</source>
   <translation>We send it to you</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Welcome</translation>
  </message>
  <message>
   <source>Welcome!</source>
   <translation>Welcome!</translation>
  </message>
  <message>
   <source>What there is for you</source>
   <translation>What there is for you</translation>
  </message>
  <message>
   <source>What was confirmed is kept. Try again, or ask our staff: they see this code.</source>
   <translation>What was confirmed is kept. Try again, or ask our staff: they see this code.</translation>
  </message>
  <message>
   <source>What would you like to tell us?</source>
   <translation>What would you like to tell us?</translation>
  </message>
  <message>
   <source>Where shall we send it?</source>
   <translation>Where shall we send it?</translation>
  </message>
  <message>
   <source>Which language?</source>
   <translation>Which language?</translation>
  </message>
  <message>
   <source>Which session do you come to?</source>
   <translation>Which session do you come to?</translation>
  </message>
  <message>
   <source>Who are you?</source>
   <translation>Who are you?</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Why?</translation>
  </message>
  <message>
   <source>Without a code:</source>
   <translation>Without a code:</translation>
  </message>
  <message>
   <source>Without the code your points wait until your phone is proved.</source>
   <translation>Without the code your points wait until your phone is proved.</translation>
  </message>
  <message>
   <source>Without this consent nobody can be a member: points and coupons end, data are erased.</source>
   <translation>Without this consent nobody can be a member: points and coupons end, data are erased.</translation>
  </message>
  <message>
   <source>Without this consent nobody can be a member: we may not keep your phone number.</source>
   <translation>Without this consent nobody can be a member: we may not keep your phone number.</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Yes</translation>
  </message>
  <message>
   <source>Yes, I cannot come</source>
   <translation>Yes, I cannot come</translation>
  </message>
  <message>
   <source>Yes, change</source>
   <translation>Yes, change</translation>
  </message>
  <message>
   <source>Yes, end it</source>
   <translation>Yes, end it</translation>
  </message>
  <message>
   <source>Yes, more time</source>
   <translation>Yes, more time</translation>
  </message>
  <message>
   <source>You are checked in for today!</source>
   <translation>You are checked in for today!</translation>
  </message>
  <message>
   <source>You are off the list</source>
   <translation>You are off the list</translation>
  </message>
  <message>
   <source>You are on the list for now</source>
   <translation>You are on the list for now</translation>
  </message>
  <message>
   <source>You are on the list!</source>
   <translation>You are on the list!</translation>
  </message>
  <message>
   <source>You are on the waiting list</source>
   <translation>You are on the waiting list</translation>
  </message>
  <message>
   <source>You are taken off the waiting list.</source>
   <translation>You are taken off the waiting list.</translation>
  </message>
  <message>
   <source>You can sign up here; nobody has to be a member.</source>
   <translation>You can sign up here; nobody has to be a member.</translation>
  </message>
  <message>
   <source>You find it under “My rewards” until it has arrived.</source>
   <translation>You find it under “My rewards” until it has arrived.</translation>
  </message>
  <message>
   <source>You get: {gifts}</source>
   <translation>You get: {gifts}</translation>
  </message>
  <message numerus="yes">
   <source>You have %n make-up card(s).</source>
   <translation>
    <numerusform>You have %n make-up card.</numerusform>
    <numerusform>You have %n make-up cards.</numerusform>
   </translation>
  </message>
  <message>
   <source>You have answered already. Another answer takes its place.</source>
   <translation>You have answered already. Another answer takes its place.</translation>
  </message>
  <message>
   <source>You have no coupons at the moment.</source>
   <translation>You have no coupons at the moment.</translation>
  </message>
  <message>
   <source>You have {n} points.</source>
   <translation>You have {n} points.</translation>
  </message>
  <message>
   <source>Your birthday, if you like: which day?</source>
   <translation>Your birthday, if you like: which day?</translation>
  </message>
  <message>
   <source>Your birthday, if you like: which month?</source>
   <translation>Your birthday, if you like: which month?</translation>
  </message>
  <message>
   <source>Your code</source>
   <translation>Your code</translation>
  </message>
  <message>
   <source>Your code is in our app, on your welcome slip, or on your card.</source>
   <translation>Your code is in our app, on your welcome slip, or on your card.</translation>
  </message>
  <message>
   <source>Your e-mail address, if you like</source>
   <translation>Your e-mail address, if you like</translation>
  </message>
  <message>
   <source>Your friend</source>
   <translation>Your friend</translation>
  </message>
  <message>
   <source>Your friend’s mobile number</source>
   <translation>Your friend’s mobile number</translation>
  </message>
  <message>
   <source>Your mobile number</source>
   <translation>Your mobile number</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Your name</translation>
  </message>
  <message>
   <source>Your place at this event was cancelled.</source>
   <translation>Your place at this event was cancelled.</translation>
  </message>
  <message>
   <source>Your points, coupons and gifts: have a look.</source>
   <translation>Your points, coupons and gifts: have a look.</translation>
  </message>
  <message>
   <source>Your vote counts!</source>
   <translation>Your vote counts!</translation>
  </message>
  <message>
   <source>all done</source>
   <translation>all done</translation>
  </message>
  <message>
   <source>all places are taken</source>
   <translation>all places are taken</translation>
  </message>
  <message>
   <source>all taken; you can wait for one</source>
   <translation>all taken; you can wait for one</translation>
  </message>
  <message>
   <source>as you like</source>
   <translation>as you like</translation>
  </message>
  <message>
   <source>ask our staff</source>
   <translation>ask our staff</translation>
  </message>
  <message>
   <source>called at {time}</source>
   <translation>called at {time}</translation>
  </message>
  <message>
   <source>can be used from {day}</source>
   <translation>can be used from {day}</translation>
  </message>
  <message>
   <source>checked in</source>
   <translation>checked in</translation>
  </message>
  <message>
   <source>choose one</source>
   <translation>choose one</translation>
  </message>
  <message>
   <source>father</source>
   <translation>father</translation>
  </message>
  <message>
   <source>fetch it here</source>
   <translation>fetch it here</translation>
  </message>
  <message>
   <source>fetch it, or have it sent</source>
   <translation>fetch it, or have it sent</translation>
  </message>
  <message>
   <source>for both of you</source>
   <translation>for both of you</translation>
  </message>
  <message>
   <source>from {day}</source>
   <translation>from {day}</translation>
  </message>
  <message>
   <source>good until {day}</source>
   <translation>good until {day}</translation>
  </message>
  <message>
   <source>got it, or not</source>
   <translation>got it, or not</translation>
  </message>
  <message>
   <source>guardian</source>
   <translation>guardian</translation>
  </message>
  <message>
   <source>in and out</source>
   <translation>in and out</translation>
  </message>
  <message>
   <source>is sent</source>
   <translation>is sent</translation>
  </message>
  <message>
   <source>mother</source>
   <translation>mother</translation>
  </message>
  <message>
   <source>needed</source>
   <translation>needed</translation>
  </message>
  <message>
   <source>next</source>
   <translation>next</translation>
  </message>
  <message>
   <source>nothing this time</source>
   <translation>nothing this time</translation>
  </message>
  <message>
   <source>on its way</source>
   <translation>on its way</translation>
  </message>
  <message>
   <source>on the list</source>
   <translation>on the list</translation>
  </message>
  <message>
   <source>on the list for now</source>
   <translation>on the list for now</translation>
  </message>
  <message numerus="yes">
   <source>one runs out in %n day(s)</source>
   <translation>
    <numerusform>one runs out in %n day</numerusform>
    <numerusform>one runs out in %n days</numerusform>
   </translation>
  </message>
  <message>
   <source>one runs out today</source>
   <translation>one runs out today</translation>
  </message>
  <message>
   <source>paid {money} on {day}</source>
   <translation>paid {money} on {day}</translation>
  </message>
  <message>
   <source>ran out</source>
   <translation>ran out</translation>
  </message>
  <message>
   <source>read, or take back</source>
   <translation>read, or take back</translation>
  </message>
  <message>
   <source>received</source>
   <translation>received</translation>
  </message>
  <message>
   <source>since {time}</source>
   <translation>since {time}</translation>
  </message>
  <message>
   <source>the next ones go there</source>
   <translation>the next ones go there</translation>
  </message>
  <message>
   <source>time is over</source>
   <translation>time is over</translation>
  </message>
  <message>
   <source>today is its last day</source>
   <translation>today is its last day</translation>
  </message>
  <message>
   <source>today: {gift}</source>
   <translation>today: {gift}</translation>
  </message>
  <message>
   <source>tomorrow: {gift}</source>
   <translation>tomorrow: {gift}</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>until {day}</translation>
  </message>
  <message>
   <source>waiting list</source>
   <translation>waiting list</translation>
  </message>
  <message>
   <source>went on</source>
   <translation>went on</translation>
  </message>
  <message>
   <source>you agree</source>
   <translation>you agree</translation>
  </message>
  <message>
   <source>you do not agree</source>
   <translation>you do not agree</translation>
  </message>
  <message numerus="yes">
   <source>younger than %n</source>
   <translation>
    <numerusform>younger than %n</numerusform>
    <numerusform>younger than %n</numerusform>
   </translation>
  </message>
  <message>
   <source>your friend</source>
   <translation>your friend</translation>
  </message>
  <message>
   <source>yours</source>
   <translation>yours</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} to {last}</translation>
  </message>
  <message>
   <source>{name} is on the way to you.</source>
   <translation>{name} is on the way to you.</translation>
  </message>
  <message>
   <source>{name} is told that you joined.</source>
   <translation>{name} is told that you joined.</translation>
  </message>
  <message>
   <source>{name}, you are a member now</source>
   <translation>{name}, you are a member now</translation>
  </message>
  <message>
   <source>{name}: our staff at the checkout hand it to you.</source>
   <translation>{name}: our staff at the checkout hand it to you.</translation>
  </message>
  <message>
   <source>{n} more can be used later.</source>
   <translation>{n} more can be used later.</translation>
  </message>
  <message>
   <source>{n} of 5</source>
   <translation>{n} of 5</translation>
  </message>
  <message>
   <source>{n} of them are good until {day}.</source>
   <translation>{n} of them are good until {day}.</translation>
  </message>
  <message>
   <source>{n} of {most}</source>
   <translation>{n} of {most}</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} point</numerusform>
    <numerusform>{n} points</numerusform>
   </translation>
  </message>
  <message>
   <source>{price}; {n} stay with you afterwards</source>
   <translation>{price}; {n} stay with you afterwards</translation>
  </message>
  <message>
   <source>‹ Back</source>
   <translation>‹ Back</translation>
  </message>
 </context>
 <context>
  <name>Sheet</name>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
 </context>
 <context>
  <name>Side</name>
  <message>
   <source>All</source>
   <translation>All</translation>
  </message>
  <message>
   <source>Camera or scanner, at any time</source>
   <translation>Camera or scanner, at any time</translation>
  </message>
  <message>
   <source>Find member</source>
   <translation>Find member</translation>
  </message>
  <message>
   <source>For this member</source>
   <translation>For this member</translation>
  </message>
  <message>
   <source>New member</source>
   <translation>New member</translation>
  </message>
  <message>
   <source>No sale on this terminal yet today.</source>
   <translation>No sale on this terminal yet today.</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Recent</translation>
  </message>
  <message>
   <source>Scan a member code or coupon</source>
   <translation>Scan a member code or coupon</translation>
  </message>
  <message>
   <source>Shows the receipt</source>
   <translation>Shows the receipt</translation>
  </message>
  <message>
   <source>Void last sale</source>
   <translation>Void last sale</translation>
  </message>
  <message>
   <source>voided</source>
   <translation>voided</translation>
  </message>
 </context>
 <context>
  <name>SignIn</name>
  <message numerus="yes">
   <source>%n digit(s) of the PIN</source>
   <translation>
    <numerusform>%n digit of the PIN</numerusform>
    <numerusform>%n digits of the PIN</numerusform>
   </translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>Approve</translation>
  </message>
  <message>
   <source>Checking…</source>
   <translation>Checking…</translation>
  </message>
  <message>
   <source>Choose your name</source>
   <translation>Choose your name</translation>
  </message>
  <message>
   <source>HQ changed what {name} may do here. The sale under way is kept.</source>
   <translation>HQ changed what {name} may do here. The sale under way is kept.</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>Locked</translation>
  </message>
  <message>
   <source>No manager is on this store’s staff list.</source>
   <translation>No manager is on this store’s staff list.</translation>
  </message>
  <message>
   <source>Nobody else is on this store’s staff list.</source>
   <translation>Nobody else is on this store’s staff list.</translation>
  </message>
  <message>
   <source>Nobody may sign in here yet. HQ sends the list as soon as it is reached.</source>
   <translation>Nobody may sign in here yet. HQ sends the list as soon as it is reached.</translation>
  </message>
  <message>
   <source>Or scan your staff badge.</source>
   <translation>Or scan your staff badge.</translation>
  </message>
  <message>
   <source>PIN of {name}</source>
   <translation>PIN of {name}</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Sign in</translation>
  </message>
  <message>
   <source>Sign in first: scan your staff badge or key in your PIN.</source>
   <translation>Sign in first: scan your staff badge or key in your PIN.</translation>
  </message>
  <message>
   <source>Too many wrong PINs. Try again in {time}.</source>
   <translation>Too many wrong PINs. Try again in {time}.</translation>
  </message>
  <message>
   <source>Who are you?</source>
   <translation>Who are you?</translation>
  </message>
  <message>
   <source>Who stands by?</source>
   <translation>Who stands by?</translation>
  </message>
  <message>
   <source>wait {time}</source>
   <translation>wait {time}</translation>
  </message>
  <message>
   <source>{name} may not use “{station}”. A manager can, or can change the station.</source>
   <translation>{name} may not use “{station}”. A manager can, or can change the station.</translation>
  </message>
  <message>
   <source>{name} was here last. The sale under way is kept for them.</source>
   <translation>{name} was here last. The sale under way is kept for them.</translation>
  </message>
 </context>
 <context>
  <name>Slips</name>
  <message numerus="yes">
   <source>%n slip(s) keyed in.</source>
   <translation>
    <numerusform>%n slip keyed in.</numerusform>
    <numerusform>%n slips keyed in.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n slip(s) of this book are still out.</source>
   <translation>
    <numerusform>%n slip of this book is still out.</numerusform>
    <numerusform>%n slips of this book are still out.</numerusform>
   </translation>
  </message>
  <message>
   <source>All that is out can still cost {worst} at most.</source>
   <translation>All that is out can still cost {worst} at most.</translation>
  </message>
  <message>
   <source>Amount written</source>
   <translation>Amount written</translation>
  </message>
  <message>
   <source>Book this slip</source>
   <translation>Book this slip</translation>
  </message>
  <message>
   <source>Books</source>
   <translation>Books</translation>
  </message>
  <message>
   <source>Books of paper slips</source>
   <translation>Books of paper slips</translation>
  </message>
  <message>
   <source>Books of slips are a manager’s: printing, numbers that are unused or lost.</source>
   <translation>Books of slips are a manager’s: printing, numbers that are unused or lost.</translation>
  </message>
  <message>
   <source>Card or phone</source>
   <translation>Card or phone</translation>
  </message>
  <message>
   <source>Coupon</source>
   <translation>Coupon</translation>
  </message>
  <message>
   <source>Day written</source>
   <translation>Day written</translation>
  </message>
  <message>
   <source>Forms</source>
   <translation>Forms</translation>
  </message>
  <message>
   <source>From number</source>
   <translation>From number</translation>
  </message>
  <message>
   <source>If it stood for one</source>
   <translation>If it stood for one</translation>
  </message>
  <message>
   <source>Key in paper slips</source>
   <translation>Key in paper slips</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Lost</translation>
  </message>
  <message>
   <source>Make: {name}, up to {left}</source>
   <translation>Make: {name}, up to {left}</translation>
  </message>
  <message>
   <source>Member</source>
   <translation>Member</translation>
  </message>
  <message>
   <source>New book: slips</source>
   <translation>New book: slips</translation>
  </message>
  <message>
   <source>No book can be made here now</source>
   <translation>No book can be made here now</translation>
  </message>
  <message>
   <source>No book of slips is known here. HQ makes one for the store.</source>
   <translation>No book of slips is known here. HQ makes one for the store.</translation>
  </message>
  <message>
   <source>Number or name</source>
   <translation>Number or name</translation>
  </message>
  <message>
   <source>Only HQ makes books</source>
   <translation>Only HQ makes books</translation>
  </message>
  <message>
   <source>Print as PDF</source>
   <translation>Print as PDF</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>Recording…</translation>
  </message>
  <message>
   <source>Scan its code, or its number with the last digit</source>
   <translation>Scan its code, or its number with the last digit</translation>
  </message>
  <message>
   <source>Scan the slip, key in time and amount as written, Enter. Day and clerk stay.</source>
   <translation>Scan the slip, key in time and amount as written, Enter. Day and clerk stay.</translation>
  </message>
  <message>
   <source>Slip</source>
   <translation>Slip</translation>
  </message>
  <message>
   <source>Stop ({done} of {all})</source>
   <translation>Stop ({done} of {all})</translation>
  </message>
  <message>
   <source>Stopped: there is no file.</source>
   <translation>Stopped: there is no file.</translation>
  </message>
  <message>
   <source>The book could not be saved. Check the folder and the disk.</source>
   <translation>The book could not be saved. Check the folder and the disk.</translation>
  </message>
  <message>
   <source>The book is in {file}.</source>
   <translation>The book is in {file}.</translation>
  </message>
  <message>
   <source>Time written</source>
   <translation>Time written</translation>
  </message>
  <message>
   <source>To number</source>
   <translation>To number</translation>
  </message>
  <message>
   <source>Unused</source>
   <translation>Unused</translation>
  </message>
  <message>
   <source>What amount is written on it? Digits and a point only.</source>
   <translation>What amount is written on it? Digits and a point only.</translation>
  </message>
  <message>
   <source>What day is written on it? Such as 29, 11/29 or 2026-11-29.</source>
   <translation>What day is written on it? Such as 29, 11/29 or 2026-11-29.</translation>
  </message>
  <message>
   <source>What time is written on it? Four digits, such as 1432.</source>
   <translation>What time is written on it? Four digits, such as 1432.</translation>
  </message>
  <message>
   <source>Which slip? Scan its code, or key in its number.</source>
   <translation>Which slip? Scan its code, or key in its number.</translation>
  </message>
  <message>
   <source>Who wrote it? Their number, or enough of their name.</source>
   <translation>Who wrote it? Their number, or enough of their name.</translation>
  </message>
  <message>
   <source>Written by</source>
   <translation>Written by</translation>
  </message>
  <message>
   <source>good through {day}</source>
   <translation>good through {day}</translation>
  </message>
  <message>
   <source>{code} · {time} · {amount}, paid {total}</source>
   <translation>{code} · {time} · {amount}, paid {total}</translation>
  </message>
  <message>
   <source>{used} used, {unused} unused, {lost} lost, {open} out</source>
   <translation>{used} used, {unused} unused, {lost} lost, {open} out</translation>
  </message>
 </context>
 <context>
  <name>Stage</name>
  <message numerus="yes">
   <source>%n person(s)</source>
   <translation>
    <numerusform>%n person</numerusform>
    <numerusform>%n people</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n ticket(s)</source>
   <translation>
    <numerusform>%n ticket</numerusform>
    <numerusform>%n tickets</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n winner(s)</source>
   <translation>
    <numerusform>%n winner</numerusform>
    <numerusform>%n winners</numerusform>
   </translation>
  </message>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
  <message>
   <source>A guest</source>
   <translation>A guest</translation>
  </message>
  <message>
   <source>A number that nobody in the world can know beforehand decides. It is round {round} of the beacon.</source>
   <translation>A number that nobody in the world can know beforehand decides. It is round {round} of the beacon.</translation>
  </message>
  <message>
   <source>A warm welcome to our guest of honour</source>
   <translation>A warm welcome to our guest of honour</translation>
  </message>
  <message>
   <source>Anyone can check.</source>
   <translation>Anyone can check.</translation>
  </message>
  <message>
   <source>Arrivals</source>
   <translation>Arrivals</translation>
  </message>
  <message>
   <source>Chance came from round {round} of the public beacon, which did not exist then.</source>
   <translation>Chance came from round {round} of the public beacon, which did not exist then.</translation>
  </message>
  <message>
   <source>Chance came from {n} dice that you threw, and from sealed envelopes opened last.</source>
   <translation>Chance came from {n} dice that you threw, and from sealed envelopes opened last.</translation>
  </message>
  <message>
   <source>Chance comes from dice that you throw, and from sealed envelopes opened last.</source>
   <translation>Chance comes from dice that you throw, and from sealed envelopes opened last.</translation>
  </message>
  <message>
   <source>Chance comes from round {round} of a beacon that is not the public one.</source>
   <translation>Chance comes from round {round} of a beacon that is not the public one.</translation>
  </message>
  <message>
   <source>Chance will come from round {round} of the public beacon, which does not exist yet.</source>
   <translation>Chance will come from round {round} of the public beacon, which does not exist yet.</translation>
  </message>
  <message>
   <source>Dear guest</source>
   <translation>Dear guest</translation>
  </message>
  <message>
   <source>Each prize lay on a tape that was sealed and published before the first turn.</source>
   <translation>Each prize lay on a tape that was sealed and published before the first turn.</translation>
  </message>
  <message>
   <source>Envelope of {name}: {state}</source>
   <translation>Envelope of {name}: {state}</translation>
  </message>
  <message>
   <source>Fingerprint of the list</source>
   <translation>Fingerprint of the list</translation>
  </message>
  <message>
   <source>It takes other chance than the draw, and nobody wins anything.</source>
   <translation>It takes other chance than the draw, and nobody wins anything.</translation>
  </message>
  <message>
   <source>Its fingerprint</source>
   <translation>Its fingerprint</translation>
  </message>
  <message>
   <source>Next on the list of alternates, as it was drawn</source>
   <translation>Next on the list of alternates, as it was drawn</translation>
  </message>
  <message>
   <source>No entrant was left for this prize.</source>
   <translation>No entrant was left for this prize.</translation>
  </message>
  <message>
   <source>Nobody has won yet. Good luck!</source>
   <translation>Nobody has won yet. Good luck!</translation>
  </message>
  <message>
   <source>Nobody has won. It stays on the public list, as void.</source>
   <translation>Nobody has won. It stays on the public list, as void.</translation>
  </message>
  <message>
   <source>Nobody is left on the list of alternates.</source>
   <translation>Nobody is left on the list of alternates.</translation>
  </message>
  <message>
   <source>Photos of our guests</source>
   <translation>Photos of our guests</translation>
  </message>
  <message>
   <source>Prize draw</source>
   <translation>Prize draw</translation>
  </message>
  <message>
   <source>Prize {n} of {all}</source>
   <translation>Prize {n} of {all}</translation>
  </message>
  <message>
   <source>Programme</source>
   <translation>Programme</translation>
  </message>
  <message>
   <source>REHEARSAL</source>
   <translation>REHEARSAL</translation>
  </message>
  <message>
   <source>REHEARSAL · Nothing here counts, and nobody wins anything</source>
   <translation>REHEARSAL · Nothing here counts, and nobody wins anything</translation>
  </message>
  <message>
   <source>Scan the code and work it out again on your own phone.</source>
   <translation>Scan the code and work it out again on your own phone.</translation>
  </message>
  <message>
   <source>Seat {seat}</source>
   <translation>Seat {seat}</translation>
  </message>
  <message>
   <source>Send yours, and vote: on your ticket’s page</source>
   <translation>Send yours, and vote: on your ticket’s page</translation>
  </message>
  <message>
   <source>Send yours: on your ticket’s page</source>
   <translation>Send yours: on your ticket’s page</translation>
  </message>
  <message>
   <source>Signed by {names}</source>
   <translation>Signed by {names}</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>Stage</translation>
  </message>
  <message>
   <source>The doors are open. Who comes first?</source>
   <translation>The doors are open. Who comes first?</translation>
  </message>
  <message>
   <source>The draw begins in</source>
   <translation>The draw begins in</translation>
  </message>
  <message>
   <source>The list is fixed</source>
   <translation>The list is fixed</translation>
  </message>
  <message>
   <source>The list is fixed, version {n}</source>
   <translation>The list is fixed, version {n}</translation>
  </message>
  <message>
   <source>The list is frozen</source>
   <translation>The list is frozen</translation>
  </message>
  <message>
   <source>The list is published before the draw, and cannot be changed after that.</source>
   <translation>The list is published before the draw, and cannot be changed after that.</translation>
  </message>
  <message>
   <source>The list was published at {time}.</source>
   <translation>The list was published at {time}.</translation>
  </message>
  <message>
   <source>The programme is announced here.</source>
   <translation>The programme is announced here.</translation>
  </message>
  <message>
   <source>The winners</source>
   <translation>The winners</translation>
  </message>
  <message>
   <source>This beacon is not the public one. It is round {round} of it that decides.</source>
   <translation>This beacon is not the public one. It is round {round} of it that decides.</translation>
  </message>
  <message>
   <source>This draw is void</source>
   <translation>This draw is void</translation>
  </message>
  <message>
   <source>This is a rehearsal.</source>
   <translation>This is a rehearsal.</translation>
  </message>
  <message>
   <source>Throw the dice: {n} of {need}</source>
   <translation>Throw the dice: {n} of {need}</translation>
  </message>
  <message>
   <source>Ticket {number}</source>
   <translation>Ticket {number}</translation>
  </message>
  <message>
   <source>Waiting for the beacon’s number</source>
   <translation>Waiting for the beacon’s number</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Welcome</translation>
  </message>
  <message>
   <source>Who sends the first photo?</source>
   <translation>Who sends the first photo?</translation>
  </message>
  <message>
   <source>With thanks to</source>
   <translation>With thanks to</translation>
  </message>
  <message>
   <source>Won at the wheel</source>
   <translation>Won at the wheel</translation>
  </message>
  <message numerus="yes">
   <source>and %n more on the board</source>
   <translation>
    <numerusform>and %n more on the board</numerusform>
    <numerusform>and %n more on the board</numerusform>
   </translation>
  </message>
  <message>
   <source>and {count} with you</source>
   <translation>and {count} with you</translation>
  </message>
  <message numerus="yes">
   <source>are here</source>
   <translation>
    <numerusform>is here</numerusform>
    <numerusform>are here</numerusform>
   </translation>
  </message>
  <message>
   <source>gave the prize up</source>
   <translation>gave the prize up</translation>
  </message>
  <message>
   <source>may not take part</source>
   <translation>may not take part</translation>
  </message>
  <message>
   <source>not here</source>
   <translation>not here</translation>
  </message>
  <message>
   <source>now</source>
   <translation>now</translation>
  </message>
  <message numerus="yes">
   <source>of {expected} are here</source>
   <translation>
    <numerusform>of {expected} is here</numerusform>
    <numerusform>of {expected} are here</numerusform>
   </translation>
  </message>
  <message>
   <source>opened</source>
   <translation>opened</translation>
  </message>
  <message>
   <source>sealed</source>
   <translation>sealed</translation>
  </message>
  <message>
   <source>{n} dice thrown. Now the envelopes are opened.</source>
   <translation>{n} dice thrown. Now the envelopes are opened.</translation>
  </message>
  <message>
   <source>{prize} (continued)</source>
   <translation>{prize} (continued)</translation>
  </message>
 </context>
 <context>
  <name>StageDesk</name>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minute</numerusform>
    <numerusform>%n minutes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more die(s)</source>
   <translation>
    <numerusform>%n more die</numerusform>
    <numerusform>%n more dice</numerusform>
   </translation>
  </message>
  <message>
   <source>64 digits</source>
   <translation>64 digits</translation>
  </message>
  <message>
   <source>64 digits, or scan</source>
   <translation>64 digits, or scan</translation>
  </message>
  <message>
   <source>96 digits, or scan</source>
   <translation>96 digits, or scan</translation>
  </message>
  <message>
   <source>A moment …</source>
   <translation>A moment …</translation>
  </message>
  <message>
   <source>A new draw</source>
   <translation>A new draw</translation>
  </message>
  <message>
   <source>A prize</source>
   <translation>A prize</translation>
  </message>
  <message>
   <source>All winners are shown</source>
   <translation>All winners are shown</translation>
  </message>
  <message>
   <source>Alternates</source>
   <translation>Alternates</translation>
  </message>
  <message>
   <source>An envelope is missing</source>
   <translation>An envelope is missing</translation>
  </message>
  <message>
   <source>At once</source>
   <translation>At once</translation>
  </message>
  <message>
   <source>Board</source>
   <translation>Board</translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>Call off</translation>
  </message>
  <message>
   <source>Call the draw off?</source>
   <translation>Call the draw off?</translation>
  </message>
  <message>
   <source>Chance</source>
   <translation>Chance</translation>
  </message>
  <message>
   <source>Commitment of the envelope of {name}</source>
   <translation>Commitment: envelope of {name}</translation>
  </message>
  <message>
   <source>Correct the list</source>
   <translation>Correct the list</translation>
  </message>
  <message>
   <source>Dice and envelopes</source>
   <translation>Dice and envelopes</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>Draw</translation>
  </message>
  <message>
   <source>Drawn: show the winners</source>
   <translation>Drawn: show the winners</translation>
  </message>
  <message>
   <source>Draws</source>
   <translation>Draws</translation>
  </message>
  <message>
   <source>Each press shows what comes next, in the announced order.</source>
   <translation>Each press shows what comes next, in the announced order.</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Event</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Everything</translation>
  </message>
  <message>
   <source>Everything is there: draw</source>
   <translation>Everything is there: draw</translation>
  </message>
  <message>
   <source>First signature</source>
   <translation>First signature</translation>
  </message>
  <message>
   <source>Freeze the list</source>
   <translation>Freeze the list</translation>
  </message>
  <message numerus="yes">
   <source>Freezing takes about %n second(s).</source>
   <translation>
    <numerusform>Freezing takes about %n second.</numerusform>
    <numerusform>Freezing takes about %n seconds.</numerusform>
   </translation>
  </message>
  <message>
   <source>Gives the prize up</source>
   <translation>Gives the prize up</translation>
  </message>
  <message>
   <source>HQ</source>
   <translation>HQ</translation>
  </message>
  <message>
   <source>HQ’s list is fetched</source>
   <translation>HQ’s list is fetched</translation>
  </message>
  <message>
   <source>In the envelope of {name}</source>
   <translation>In the envelope of {name}</translation>
  </message>
  <message>
   <source>Into the envelope</source>
   <translation>Into the envelope</translation>
  </message>
  <message>
   <source>It is in the envelope</source>
   <translation>It is in the envelope</translation>
  </message>
  <message>
   <source>It stays listed. A new list can be frozen.</source>
   <translation>It stays listed. A new list can be frozen.</translation>
  </message>
  <message>
   <source>It stays on the public list, as void. Two people sign.</source>
   <translation>It stays on the public list, as void. Two people sign.</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Let them come to rest</source>
   <translation>Let them come to rest</translation>
  </message>
  <message>
   <source>List from a file</source>
   <translation>List from a file</translation>
  </message>
  <message>
   <source>List of people</source>
   <translation>List of people</translation>
  </message>
  <message>
   <source>Make one</source>
   <translation>Make one</translation>
  </message>
  <message>
   <source>May not take part</source>
   <translation>May not take part</translation>
  </message>
  <message>
   <source>More dice may be thrown until the first envelope is open. Scan or type what is in each.</source>
   <translation>More dice may be thrown until the first envelope is open. Scan or type what is in each.</translation>
  </message>
  <message>
   <source>Name and phone, masked</source>
   <translation>Name and phone, masked</translation>
  </message>
  <message>
   <source>Name, masked</source>
   <translation>Name, masked</translation>
  </message>
  <message>
   <source>Name, tickets</source>
   <translation>Name, tickets</translation>
  </message>
  <message>
   <source>New draw</source>
   <translation>New draw</translation>
  </message>
  <message>
   <source>Next: {prize}</source>
   <translation>Next: {prize}</translation>
  </message>
  <message>
   <source>No draw has been held here yet. Begin with a rehearsal.</source>
   <translation>No draw has been held here yet. Begin with a rehearsal.</translation>
  </message>
  <message>
   <source>Nobody is left</source>
   <translation>Nobody is left</translation>
  </message>
  <message>
   <source>Not here</source>
   <translation>Not here</translation>
  </message>
  <message>
   <source>One winner</source>
   <translation>One winner</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>Open it</translation>
  </message>
  <message>
   <source>Open the envelopes</source>
   <translation>Open the envelopes</translation>
  </message>
  <message>
   <source>People, one a line; or a file</source>
   <translation>People, one a line; or a file</translation>
  </message>
  <message>
   <source>Prizes in the order drawn, one a line</source>
   <translation>Prizes in the order drawn, one a line</translation>
  </message>
  <message>
   <source>Public beacon</source>
   <translation>Public beacon</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>Publish</translation>
  </message>
  <message>
   <source>Publish it by {time}. A witness may sign, too: type their name.</source>
   <translation>Publish it by {time}. A witness may sign, too: type their name.</translation>
  </message>
  <message>
   <source>Published within</source>
   <translation>Published within</translation>
  </message>
  <message>
   <source>Published: the audience throws dice</source>
   <translation>Published: the audience throws dice</translation>
  </message>
  <message>
   <source>Published: wait for the beacon</source>
   <translation>Published: wait for the beacon</translation>
  </message>
  <message>
   <source>REHEARSAL: nothing here counts</source>
   <translation>REHEARSAL: nothing here counts</translation>
  </message>
  <message>
   <source>Rehearsal</source>
   <translation>Rehearsal</translation>
  </message>
  <message>
   <source>Round {round} comes out at {time}. HQ’s number is taken by itself; without a network here, scan or type it from a phone.</source>
   <translation>Round {round} comes out at {time}. HQ’s number is taken by itself; without a network here, scan or type it from a phone.</translation>
  </message>
  <message>
   <source>Save the file for everybody</source>
   <translation>Save the file for everybody</translation>
  </message>
  <message>
   <source>Saved: {file}. Whoever wants to check the draw needs only this file.</source>
   <translation>Saved: {file}. Whoever wants to check the draw needs only this file.</translation>
  </message>
  <message>
   <source>Second signature, by somebody else</source>
   <translation>Second signature, by somebody else</translation>
  </message>
  <message>
   <source>Show all winners</source>
   <translation>Show all winners</translation>
  </message>
  <message>
   <source>Show the clock</source>
   <translation>Show the clock</translation>
  </message>
  <message>
   <source>Show the dice</source>
   <translation>Show the dice</translation>
  </message>
  <message>
   <source>Show the list</source>
   <translation>Show the list</translation>
  </message>
  <message>
   <source>Show the next winner</source>
   <translation>Show the next winner</translation>
  </message>
  <message>
   <source>Show the winners</source>
   <translation>Show the winners</translation>
  </message>
  <message>
   <source>Speaker 2</source>
   <translation>Speaker 2</translation>
  </message>
  <message>
   <source>Stop, and keep nothing of it</source>
   <translation>Stop, and keep nothing of it</translation>
  </message>
  <message>
   <source>Take this number</source>
   <translation>Take this number</translation>
  </message>
  <message>
   <source>The beacon’s number from a phone</source>
   <translation>The beacon’s number from a phone</translation>
  </message>
  <message>
   <source>The corrected list</source>
   <translation>The corrected list</translation>
  </message>
  <message>
   <source>The draw is over</source>
   <translation>The draw is over</translation>
  </message>
  <message>
   <source>The draw was called off</source>
   <translation>The draw was called off</translation>
  </message>
  <message>
   <source>The file could not be saved. Check the folder and the disk.</source>
   <translation>The file could not be saved. Check the folder and the disk.</translation>
  </message>
  <message>
   <source>The file that everybody can check can be saved again.</source>
   <translation>The file that everybody can check can be saved again.</translation>
  </message>
  <message>
   <source>The law asks for it</source>
   <translation>The law asks for it</translation>
  </message>
  <message>
   <source>The list is being frozen</source>
   <translation>The list is being frozen</translation>
  </message>
  <message>
   <source>The list is being read</source>
   <translation>The list is being read</translation>
  </message>
  <message>
   <source>The list is frozen</source>
   <translation>The list is frozen</translation>
  </message>
  <message>
   <source>The list was published too late</source>
   <translation>The list was published too late</translation>
  </message>
  <message>
   <source>The list was wrong</source>
   <translation>The list was wrong</translation>
  </message>
  <message>
   <source>The notice could not be saved. Check the folder and the disk.</source>
   <translation>The notice could not be saved. Check the folder and the disk.</translation>
  </message>
  <message>
   <source>The notice goes to {printer}.</source>
   <translation>The notice goes to {printer}.</translation>
  </message>
  <message>
   <source>The notice is saved: {path}</source>
   <translation>The notice is saved: {path}</translation>
  </message>
  <message>
   <source>The notice waits for {printer}: {trouble}. {do}</source>
   <translation>The notice waits for {printer}: {trouble}. {do}</translation>
  </message>
  <message>
   <source>The prizes were wrong</source>
   <translation>The prizes were wrong</translation>
  </message>
  <message>
   <source>The real draw</source>
   <translation>The real draw</translation>
  </message>
  <message>
   <source>The result follows from list and chance. Nobody can choose it.</source>
   <translation>The result follows from list and chance. Nobody can choose it.</translation>
  </message>
  <message>
   <source>The room sees</source>
   <translation>The room sees</translation>
  </message>
  <message>
   <source>The rules were wrong</source>
   <translation>The rules were wrong</translation>
  </message>
  <message>
   <source>The second screen is gone. Nothing is lost: plug it in, or press F11.</source>
   <translation>The second screen is gone. Nothing is lost: plug it in, or press F11.</translation>
  </message>
  <message>
   <source>This draw is void</source>
   <translation>This draw is void</translation>
  </message>
  <message>
   <source>Ticket numbers only</source>
   <translation>Ticket numbers only</translation>
  </message>
  <message>
   <source>Title of the draw</source>
   <translation>Title of the draw</translation>
  </message>
  <message>
   <source>Type what each die shows: {n} of at least {need}. Backspace undoes the last.</source>
   <translation>Type what each die shows: {n} of at least {need}. Backspace undoes the last.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Undo</translation>
  </message>
  <message>
   <source>What the room sees</source>
   <translation>What the room sees</translation>
  </message>
  <message>
   <source>Who is not here gives way to the next alternate: choose them, then F6.</source>
   <translation>Who is not here gives way to the next alternate: choose them, then F6.</translation>
  </message>
  <message>
   <source>Whoever holds the envelope photographs this or writes it down, and nobody else looks. It is shown once and kept nowhere: without it the draw cannot be held.</source>
   <translation>Whoever holds the envelope photographs this or writes it down, and nobody else looks. It is shown once and kept nowhere: without it the draw cannot be held.</translation>
  </message>
  <message>
   <source>Whole names (everybody agreed)</source>
   <translation>Whole names (everybody agreed)</translation>
  </message>
  <message>
   <source>Why does the prize go on?</source>
   <translation>Why does the prize go on?</translation>
  </message>
  <message>
   <source>Witness, if there is one</source>
   <translation>Witness, if there is one</translation>
  </message>
  <message>
   <source>at HQ</source>
   <translation>at HQ</translation>
  </message>
  <message>
   <source>no second screen</source>
   <translation>no second screen</translation>
  </message>
  <message>
   <source>on the second screen</source>
   <translation>on the second screen</translation>
  </message>
  <message>
   <source>published {time}</source>
   <translation>published {time}</translation>
  </message>
  <message>
   <source>the witness</source>
   <translation>the witness</translation>
  </message>
  <message>
   <source>this terminal</source>
   <translation>this terminal</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} of {total}</translation>
  </message>
  <message>
   <source>{file} holds no list that can be read.</source>
   <translation>{file} holds no list that can be read.</translation>
  </message>
  <message numerus="yes">
   <source>{file}: %n row(s) left out.</source>
   <translation>
    <numerusform>{file}: %n row left out.</numerusform>
    <numerusform>{file}: %n rows left out.</numerusform>
   </translation>
  </message>
  <message>
   <source>{name}: the next alternate takes the place. Two people sign.</source>
   <translation>{name}: the next alternate takes the place. Two people sign.</translation>
  </message>
  <message>
   <source>{people} people with {tickets} tickets</source>
   <translation>{people} people with {tickets} tickets</translation>
  </message>
  <message>
   <source>{people} people with {tickets} tickets, {prizes} prizes.</source>
   <translation>{people} people with {tickets} tickets, {prizes} prizes.</translation>
  </message>
  <message>
   <source>{people} take part, and there are {prizes} prizes: {left} are left over.</source>
   <translation>{people} take part, and there are {prizes} prizes: {left} are left over.</translation>
  </message>
 </context>
 <context>
  <name>Station</name>
  <message>
   <source>Checkout</source>
   <translation>Checkout</translation>
  </message>
  <message>
   <source>Event desk</source>
   <translation>Event desk</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Self-service</source>
   <translation>Self-service</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>Stage</translation>
  </message>
 </context>
 <context>
  <name>StationSwitch</name>
  <message>
   <source>Change the station: {station}</source>
   <translation>Change the station: {station}</translation>
  </message>
  <message>
   <source>Choose what shall change.</source>
   <translation>Choose what shall change.</translation>
  </message>
  <message>
   <source>Choose what shall change. A manager’s PIN is asked for next.</source>
   <translation>Choose what shall change. A manager’s PIN is asked for next.</translation>
  </message>
  <message>
   <source>Learn the handheld scanner</source>
   <translation>Learn the handheld scanner</translation>
  </message>
  <message>
   <source>Set this terminal up</source>
   <translation>Set this terminal up</translation>
  </message>
  <message>
   <source>Something is being recorded. Change the station when it is done.</source>
   <translation>Something is being recorded. Change the station when it is done.</translation>
  </message>
  <message>
   <source>Something is open here. Another station puts it aside, and it is not recorded.</source>
   <translation>Something is open here. Another station puts it aside, and it is not recorded.</translation>
  </message>
  <message>
   <source>The handheld scanner is known now, and stays so.</source>
   <translation>The handheld scanner is known now, and stays so.</translation>
  </message>
  <message>
   <source>The terminal learns how its handheld scanner types.</source>
   <translation>The terminal learns how its handheld scanner types.</translation>
  </message>
  <message>
   <source>This terminal becomes: {station}.</source>
   <translation>This terminal becomes: {station}.</translation>
  </message>
  <message>
   <source>{change} What is open is put aside.</source>
   <translation>{change} What is open is put aside.</translation>
  </message>
 </context>
 <context>
  <name>Success</name>
  <message numerus="yes">
   <source>%n more on the receipt</source>
   <translation>
    <numerusform>%n more on the receipt</numerusform>
    <numerusform>%n more on the receipt</numerusform>
   </translation>
  </message>
  <message>
   <source>Back on the voucher {money}</source>
   <translation>Back on the voucher {money}</translation>
  </message>
  <message>
   <source>By voucher {money}</source>
   <translation>By voucher {money}</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Exchanged {money}</source>
   <translation>Exchanged {money}</translation>
  </message>
  <message>
   <source>Goods came back</source>
   <translation>Goods came back</translation>
  </message>
  <message>
   <source>Hand over: {gifts}</source>
   <translation>Hand over: {gifts}</translation>
  </message>
  <message>
   <source>Next customer</source>
   <translation>Next customer</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Receipt {number} · {time}</source>
   <translation>Receipt {number} · {time}</translation>
  </message>
  <message>
   <source>Received: {rewards}</source>
   <translation>Received: {rewards}</translation>
  </message>
  <message>
   <source>Recorded on this terminal and on its way to HQ.</source>
   <translation>Recorded on this terminal and on its way to HQ.</translation>
  </message>
  <message>
   <source>Recorded on this terminal; goes to HQ as soon as it is reached.</source>
   <translation>Recorded on this terminal; goes to HQ as soon as it is reached.</translation>
  </message>
  <message>
   <source>Saved {money}</source>
   <translation>Saved {money}</translation>
  </message>
  <message>
   <source>Take back: {gifts}</source>
   <translation>Take back: {gifts}</translation>
  </message>
  <message>
   <source>Taken back by itself: {rewards}</source>
   <translation>Taken back by itself: {rewards}</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>This sale counts no more. Its coupons can be used again.</source>
   <translation>This sale counts no more. Its coupons can be used again.</translation>
  </message>
  <message>
   <source>To give back</source>
   <translation>To give back</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>To pay</translation>
  </message>
  <message>
   <source>Voided</source>
   <translation>Voided</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Why?</translation>
  </message>
  <message>
   <source>{left} is left of the sale.</source>
   <translation>{left} is left of the sale.</translation>
  </message>
 </context>
 <context>
  <name>Switch</name>
  <message>
   <source>Press the number beside the name, then key in the PIN. The sale goes on.</source>
   <translation>Press the number beside the name, then key in the PIN. The sale goes on.</translation>
  </message>
  <message>
   <source>Switch clerk</source>
   <translation>Switch clerk</translation>
  </message>
 </context>
 <context>
  <name>Sync</name>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>%n waiting</numerusform>
    <numerusform>%n waiting</numerusform>
   </translation>
  </message>
  <message>
   <source>CA file missing</source>
   <translation>CA file missing</translation>
  </message>
  <message>
   <source>Connecting to HQ…</source>
   <translation>Connecting to HQ…</translation>
  </message>
  <message>
   <source>HQ does not take what waits</source>
   <translation>HQ does not take what waits</translation>
  </message>
  <message>
   <source>HQ’s address is not HTTPS</source>
   <translation>HQ’s address is not HTTPS</translation>
  </message>
  <message>
   <source>HQ’s certificate has expired</source>
   <translation>HQ’s certificate has expired</translation>
  </message>
  <message>
   <source>HQ’s certificate is not valid yet</source>
   <translation>HQ’s certificate is not valid yet</translation>
  </message>
  <message>
   <source>HQ’s certificate is self-signed</source>
   <translation>HQ’s certificate is self-signed</translation>
  </message>
  <message>
   <source>HQ’s certificate: unknown issuer</source>
   <translation>HQ’s certificate: unknown issuer</translation>
  </message>
  <message>
   <source>HQ’s certificate: wrong name</source>
   <translation>HQ’s certificate: wrong name</translation>
  </message>
  <message>
   <source>Held by HQ</source>
   <translation>Held by HQ</translation>
  </message>
  <message>
   <source>Journal restored: HQ is checking</source>
   <translation>Journal restored: HQ is checking</translation>
  </message>
  <message>
   <source>Offline since {time}</source>
   <translation>Offline since {time}</translation>
  </message>
  <message>
   <source>Online</source>
   <translation>Online</translation>
  </message>
  <message>
   <source>Terminal switched off by HQ</source>
   <translation>Terminal switched off by HQ</translation>
  </message>
  <message>
   <source>Used on two computers</source>
   <translation>Used on two computers</translation>
  </message>
  <message>
   <source>no HTTPS at HQ</source>
   <translation>no HTTPS at HQ</translation>
  </message>
  <message>
   <source>no news from HQ</source>
   <translation>no news from HQ</translation>
  </message>
  <message>
   <source>no safe connection</source>
   <translation>no safe connection</translation>
  </message>
  <message>
   <source>not encrypted</source>
   <translation>not encrypted</translation>
  </message>
 </context>
 <context>
  <name>Terms</name>
  <message numerus="yes">
   <source>%n a member</source>
   <translation>
    <numerusform>%n time a member</numerusform>
    <numerusform>%n times a member</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n a member and day</source>
   <translation>
    <numerusform>%n time a member and day</numerusform>
    <numerusform>%n times a member and day</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) for each {goods}</source>
   <translation>
    <numerusform>%n piece for each {goods}</numerusform>
    <numerusform>%n pieces for each {goods}</numerusform>
   </translation>
  </message>
  <message>
   <source>Any {n} for {money}</source>
   <translation>Any {n} for {money}</translation>
  </message>
  <message>
   <source>At most {money} off</source>
   <translation>At most {money} off</translation>
  </message>
  <message>
   <source>At most {share}% of the goods</source>
   <translation>At most {share}% of the goods</translation>
  </message>
  <message>
   <source>Buy {buy}, {free} of them free</source>
   <translation>Buy {buy}, {free} of them free</translation>
  </message>
  <message>
   <source>For every {money}</source>
   <translation>For every {money}</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>Fri</translation>
  </message>
  <message>
   <source>From {money}</source>
   <translation>From {money}</translation>
  </message>
  <message>
   <source>From {n} pieces on</source>
   <translation>From {n} pieces on</translation>
  </message>
  <message>
   <source>In {stores} only</source>
   <translation>In {stores} only</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>Mon</translation>
  </message>
  <message>
   <source>Not given back when the purchase is undone</source>
   <translation>Not given back when the purchase is undone</translation>
  </message>
  <message>
   <source>Not on goods that are reduced already</source>
   <translation>Not on goods that are reduced already</translation>
  </message>
  <message>
   <source>Not on {goods}</source>
   <translation>Not on {goods}</translation>
  </message>
  <message>
   <source>Not together with other offers</source>
   <translation>Not together with other offers</translation>
  </message>
  <message>
   <source>Not together with other offers on the same goods</source>
   <translation>Not together with other offers on the same goods</translation>
  </message>
  <message numerus="yes">
   <source>On at most %n piece(s)</source>
   <translation>
    <numerusform>On at most %n piece</numerusform>
    <numerusform>On at most %n pieces</numerusform>
   </translation>
  </message>
  <message>
   <source>On one of every {n} pieces</source>
   <translation>On one of every {n} pieces</translation>
  </message>
  <message>
   <source>On piece {n}, counted from the dearest</source>
   <translation>On piece {n}, counted from the dearest</translation>
  </message>
  <message>
   <source>On pieces at {low} to {high}</source>
   <translation>On pieces at {low} to {high}</translation>
  </message>
  <message>
   <source>On pieces from {low}</source>
   <translation>On pieces from {low}</translation>
  </message>
  <message numerus="yes">
   <source>On the %n cheapest piece(s)</source>
   <translation>
    <numerusform>On the %n cheapest piece</numerusform>
    <numerusform>On the %n cheapest pieces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>On the %n dearest piece(s)</source>
   <translation>
    <numerusform>On the %n dearest piece</numerusform>
    <numerusform>On the %n dearest pieces</numerusform>
   </translation>
  </message>
  <message>
   <source>On {goods} only</source>
   <translation>On {goods} only</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>Sat</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>Sun</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>Thu</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>Tue</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>Wed</translation>
  </message>
  <message>
   <source>When paid by {ways}</source>
   <translation>When paid by {ways}</translation>
  </message>
  <message>
   <source>With {least} to {most} pieces</source>
   <translation>With {least} to {most} pieces</translation>
  </message>
  <message>
   <source>any goods</source>
   <translation>any goods</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} to {last}</translation>
  </message>
  <message>
   <source>{goods} for {money}</source>
   <translation>{goods} for {money}</translation>
  </message>
  <message>
   <source>{goods} together {money} off</source>
   <translation>{goods} together {money} off</translation>
  </message>
  <message>
   <source>{goods} together {share}% off</source>
   <translation>{goods} together {share}% off</translation>
  </message>
  <message>
   <source>{money} a piece</source>
   <translation>{money} a piece</translation>
  </message>
  <message>
   <source>{money} off each piece</source>
   <translation>{money} off each piece</translation>
  </message>
 </context>
 <context>
  <name>TouchKeyboard</name>
  <message>
   <source>All offers</source>
   <translation>All offers</translation>
  </message>
  <message>
   <source>Back one sign</source>
   <translation>Back one sign</translation>
  </message>
  <message>
   <source>By sound: chen → 陈</source>
   <translation>By sound: chen → 陈</translation>
  </message>
  <message>
   <source>By sound: ㄔㄣˊ → 陳</source>
   <translation>By sound: ㄔㄣˊ → 陳</translation>
  </message>
  <message>
   <source>Capitals</source>
   <translation>Capitals</translation>
  </message>
  <message>
   <source>Chinese by pinyin</source>
   <translation>Chinese by pinyin</translation>
  </message>
  <message>
   <source>Chinese by zhuyin</source>
   <translation>Chinese by zhuyin</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Clear</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Delete</translation>
  </message>
  <message>
   <source>Digits and signs</source>
   <translation>Digits and signs</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Keys</translation>
  </message>
  <message>
   <source>Keys on the screen</source>
   <translation>Keys on the screen</translation>
  </message>
  <message>
   <source>Latin letters</source>
   <translation>Latin letters</translation>
  </message>
  <message>
   <source>More offers</source>
   <translation>More offers</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>Next page</translation>
  </message>
  <message>
   <source>Nothing is spelt like this.</source>
   <translation>Nothing is spelt like this.</translation>
  </message>
  <message>
   <source>Offers before these</source>
   <translation>Offers before these</translation>
  </message>
  <message>
   <source>On one sign</source>
   <translation>On one sign</translation>
  </message>
  <message>
   <source>Page before</source>
   <translation>Page before</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Space</translation>
  </message>
 </context>
 <context>
  <name>Verdict</name>
  <message>
   <source>Already in</source>
   <translation>Already in</translation>
  </message>
  <message>
   <source>Another event</source>
   <translation>Another event</translation>
  </message>
  <message>
   <source>Answer first</source>
   <translation>Answer first</translation>
  </message>
  <message>
   <source>Blocked</source>
   <translation>Blocked</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Cancelled</translation>
  </message>
  <message>
   <source>Full</source>
   <translation>Full</translation>
  </message>
  <message>
   <source>Goodbye</source>
   <translation>Goodbye</translation>
  </message>
  <message>
   <source>No ticket</source>
   <translation>No ticket</translation>
  </message>
  <message>
   <source>Not genuine</source>
   <translation>Not genuine</translation>
  </message>
  <message>
   <source>Not inside</source>
   <translation>Not inside</translation>
  </message>
  <message>
   <source>Not on the list</source>
   <translation>Not on the list</translation>
  </message>
  <message>
   <source>Not this session</source>
   <translation>Not this session</translation>
  </message>
  <message>
   <source>Not today</source>
   <translation>Not today</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Refused</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>Understood</translation>
  </message>
  <message>
   <source>Waiting list</source>
   <translation>Waiting list</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Welcome</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>What to do</translation>
  </message>
  <message>
   <source>Which of them?</source>
   <translation>Which of them?</translation>
  </message>
 </context>
 <context>
  <name>VerifyDraw</name>
  <message>
   <source>, no. {place}</source>
   <translation>, no. {place}</translation>
  </message>
  <message>
   <source>: {expected} expected, {found} found</source>
   <translation>: {expected} expected, {found} found</translation>
  </message>
  <message>
   <source>A field is not as it should be</source>
   <translation>A field is not as it should be</translation>
  </message>
  <message>
   <source>A key is none of those you trust</source>
   <translation>A key is none of those you trust</translation>
  </message>
  <message>
   <source>A key is one of those you trust.</source>
   <translation>A key is one of those you trust.</translation>
  </message>
  <message>
   <source>A masked name belongs to nobody who was drawn</source>
   <translation>A masked name belongs to nobody who was drawn</translation>
  </message>
  <message>
   <source>A prize did not pass on by the rule</source>
   <translation>A prize did not pass on by the rule</translation>
  </message>
  <message>
   <source>A spin is left out, or did not get the next slot of the tape</source>
   <translation>A spin is left out, or did not get the next slot of the tape</translation>
  </message>
  <message>
   <source>An earlier list of this draw is missing or not its own</source>
   <translation>An earlier list of this draw is missing or not its own</translation>
  </message>
  <message>
   <source>An envelope did not hold what was sealed in it</source>
   <translation>An envelope did not hold what was sealed in it</translation>
  </message>
  <message>
   <source>An envelope held what was sealed in it.</source>
   <translation>An envelope held what was sealed in it.</translation>
  </message>
  <message>
   <source>As many slots were used as spins are listed.</source>
   <translation>As many slots were used as spins are listed.</translation>
  </message>
  <message>
   <source>At least twenty dice were thrown.</source>
   <translation>At least twenty dice were thrown.</translation>
  </message>
  <message>
   <source>Changed since it was sealed</source>
   <translation>Changed since it was sealed</translation>
  </message>
  <message>
   <source>Checked</source>
   <translation>Checked</translation>
  </message>
  <message>
   <source>Compare this key ({role}) with the one on the notice: {key}</source>
   <translation>Compare this key ({role}) with the one on the notice: {key}</translation>
  </message>
  <message>
   <source>Draw {draw}, list {seq}</source>
   <translation>Draw {draw}, list {seq}</translation>
  </message>
  <message>
   <source>Drawn again, others win</source>
   <translation>Drawn again, others win</translation>
  </message>
  <message>
   <source>Drawn again, the alternates are others</source>
   <translation>Drawn again, the alternates are others</translation>
  </message>
  <message>
   <source>Drawn again, the alternates are the same.</source>
   <translation>Drawn again, the alternates are the same.</translation>
  </message>
  <message>
   <source>Drawn again, the same win the same prizes.</source>
   <translation>Drawn again, the same win the same prizes.</translation>
  </message>
  <message>
   <source>Drawn by a notary’s numbers (RFC 3797): each entrant has one chance.</source>
   <translation>Drawn by a notary’s numbers (RFC 3797): each entrant has one chance.</translation>
  </message>
  <message>
   <source>Each prize that passed on went to the next alternate, and two people signed.</source>
   <translation>Each prize that passed on went to the next alternate, and two people signed.</translation>
  </message>
  <message>
   <source>Every earlier list of this draw is shown, as void.</source>
   <translation>Every earlier list of this draw is shown, as void.</translation>
  </message>
  <message>
   <source>Every spin got the next slot of the tape; none is left out.</source>
   <translation>Every spin got the next slot of the tape; none is left out.</translation>
  </message>
  <message>
   <source>Fewer than twenty dice, or one that is none</source>
   <translation>Fewer than twenty dice, or one that is none</translation>
  </message>
  <message>
   <source>Good: everything that can be checked holds.</source>
   <translation>Good: everything that can be checked holds.</translation>
  </message>
  <message>
   <source>Headquarters did not sign; the terminal had no connection.</source>
   <translation>Headquarters did not sign; the terminal had no connection.</translation>
  </message>
  <message>
   <source>It is not the published file of a draw, or of a newer kind.</source>
   <translation>It is not the published file of a draw, or of a newer kind.</translation>
  </message>
  <message>
   <source>It is the published file of a draw.</source>
   <translation>It is the published file of a draw.</translation>
  </message>
  <message>
   <source>Mixed again, the sealed tape is not the one that was published</source>
   <translation>Mixed again, the sealed tape is not the one that was published</translation>
  </message>
  <message>
   <source>Mixed again, the sealed tape is the one that was published.</source>
   <translation>Mixed again, the sealed tape is the one that was published.</translation>
  </message>
  <message>
   <source>More or fewer slots were used than spins are listed</source>
   <translation>More or fewer slots were used than spins are listed</translation>
  </message>
  <message>
   <source>NOT GOOD: this file does not show what was published, or what was drawn.</source>
   <translation>NOT GOOD: this file does not show what was published, or what was drawn.</translation>
  </message>
  <message>
   <source>No field is missing or unknown.</source>
   <translation>No field is missing or unknown.</translation>
  </message>
  <message>
   <source>No witness signed.</source>
   <translation>No witness signed.</translation>
  </message>
  <message>
   <source>Nothing has been drawn yet: this is the list.</source>
   <translation>Nothing has been drawn yet: this is the list.</translation>
  </message>
  <message>
   <source>Nothing was changed since it was sealed.</source>
   <translation>Nothing was changed since it was sealed.</translation>
  </message>
  <message>
   <source>Spins outside the time of the tape, by the terminal’s clock: {spins}</source>
   <translation>Spins outside the time of the tape, by the terminal’s clock: {spins}</translation>
  </message>
  <message>
   <source>THIS IS A REHEARSAL. Nobody wins anything by it.</source>
   <translation>THIS IS A REHEARSAL. Nobody wins anything by it.</translation>
  </message>
  <message>
   <source>The beacon did not sign this random number</source>
   <translation>The beacon did not sign this random number</translation>
  </message>
  <message>
   <source>The beacon itself signed the random number.</source>
   <translation>The beacon itself signed the random number.</translation>
  </message>
  <message>
   <source>The beacon’s round is not the one that was named beforehand</source>
   <translation>The beacon’s round is not the one that was named beforehand</translation>
  </message>
  <message>
   <source>The beacon’s round is the one that was named beforehand.</source>
   <translation>The beacon’s round is the one that was named beforehand.</translation>
  </message>
  <message>
   <source>The list of entrants is not the one that was published</source>
   <translation>The list of entrants is not the one that was published</translation>
  </message>
  <message>
   <source>The list of entrants is the one that was published.</source>
   <translation>The list of entrants is the one that was published.</translation>
  </message>
  <message>
   <source>The masked names belong to winners and alternates.</source>
   <translation>The masked names belong to winners and alternates.</translation>
  </message>
  <message>
   <source>The notary’s numbers can be read.</source>
   <translation>The notary’s numbers can be read.</translation>
  </message>
  <message>
   <source>The notary’s numbers cannot be read</source>
   <translation>The notary’s numbers cannot be read</translation>
  </message>
  <message>
   <source>The random beacon is not the one that was named</source>
   <translation>The random beacon is not the one that was named</translation>
  </message>
  <message>
   <source>The random beacon is the one that was named.</source>
   <translation>The random beacon is the one that was named.</translation>
  </message>
  <message>
   <source>The random number comes from where it was said to.</source>
   <translation>The random number comes from where it was said to.</translation>
  </message>
  <message>
   <source>The random number does not come from where it was said to</source>
   <translation>The random number does not come from where it was said to</translation>
  </message>
  <message>
   <source>The round follows from the time of publishing; nobody chose it.</source>
   <translation>The round follows from the time of publishing; nobody chose it.</translation>
  </message>
  <message>
   <source>The round is not the one that follows from the time of publishing</source>
   <translation>The round is not the one that follows from the time of publishing</translation>
  </message>
  <message>
   <source>The rules are not those that were published</source>
   <translation>The rules are not those that were published</translation>
  </message>
  <message>
   <source>The rules are those that were published.</source>
   <translation>The rules are those that were published.</translation>
  </message>
  <message>
   <source>The seal of this file is missing, broken or somebody else’s</source>
   <translation>The seal of this file is missing, broken or somebody else’s</translation>
  </message>
  <message>
   <source>The signature of {role} ({name}) is forged, or of something else</source>
   <translation>The signature of {role} ({name}) is forged, or of something else</translation>
  </message>
  <message>
   <source>The signature of {role} ({name}) is good.</source>
   <translation>The signature of {role} ({name}) is good.</translation>
  </message>
  <message>
   <source>The terminal did not sign this tape</source>
   <translation>The terminal did not sign this tape</translation>
  </message>
  <message>
   <source>The terminal signed the sealed tape.</source>
   <translation>The terminal signed the sealed tape.</translation>
  </message>
  <message>
   <source>The terminal’s secret is missing, or not the one it was bound to</source>
   <translation>The terminal’s secret is missing, or not the one it was bound to</translation>
  </message>
  <message>
   <source>The terminal’s secret is the one it was bound to.</source>
   <translation>The terminal’s secret is the one it was bound to.</translation>
  </message>
  <message>
   <source>There are as many entrants and tickets as was said.</source>
   <translation>There are as many entrants and tickets as was said.</translation>
  </message>
  <message>
   <source>There are more or fewer entrants or tickets than was said</source>
   <translation>There are more or fewer entrants or tickets than was said</translation>
  </message>
  <message>
   <source>There are {prizes} prizes and only {winners} who could win one.</source>
   <translation>There are {prizes} prizes and only {winners} who could win one.</translation>
  </message>
  <message>
   <source>This draw is void and does not count: {reason}</source>
   <translation>This draw is void and does not count: {reason}</translation>
  </message>
  <message>
   <source>This is NOT the public beacon: whoever runs it could know its numbers beforehand.</source>
   <translation>This is NOT the public beacon: whoever runs it could know its numbers beforehand.</translation>
  </message>
  <message>
   <source>To be known</source>
   <translation>To be known</translation>
  </message>
  <message>
   <source>What no calculation can show</source>
   <translation>What no calculation can show</translation>
  </message>
  <message>
   <source>Wheel’s tape {lease}</source>
   <translation>Wheel’s tape {lease}</translation>
  </message>
  <message>
   <source>Who has to sign has not signed</source>
   <translation>Who has to sign has not signed</translation>
  </message>
  <message>
   <source>Who has to sign has signed.</source>
   <translation>Who has to sign has signed.</translation>
  </message>
  <message>
   <source>Who signed the list or the tape sealed this file.</source>
   <translation>Who signed the list or the tape sealed this file.</translation>
  </message>
  <message>
   <source>a spin is left out</source>
   <translation>a spin is left out</translation>
  </message>
  <message>
   <source>fingerprint {fingerprint}</source>
   <translation>fingerprint {fingerprint}</translation>
  </message>
  <message>
   <source>headquarters</source>
   <translation>headquarters</translation>
  </message>
  <message>
   <source>it was not the next alternate’s turn</source>
   <translation>it was not the next alternate’s turn</translation>
  </message>
  <message>
   <source>missing</source>
   <translation>missing</translation>
  </message>
  <message>
   <source>not a key that signed the list or the tape</source>
   <translation>not a key that signed the list or the tape</translation>
  </message>
  <message>
   <source>nothing was drawn</source>
   <translation>nothing was drawn</translation>
  </message>
  <message>
   <source>of another form</source>
   <translation>of another form</translation>
  </message>
  <message>
   <source>terminal</source>
   <translation>terminal</translation>
  </message>
  <message>
   <source>the prize was not theirs</source>
   <translation>the prize was not theirs</translation>
  </message>
  <message>
   <source>the rules know no such reason</source>
   <translation>the rules know no such reason</translation>
  </message>
  <message>
   <source>the signature is not good</source>
   <translation>the signature is not good</translation>
  </message>
  <message>
   <source>the tape has no such slot</source>
   <translation>the tape has no such slot</translation>
  </message>
  <message>
   <source>there is no such prize</source>
   <translation>there is no such prize</translation>
  </message>
  <message>
   <source>this slot holds another prize</source>
   <translation>this slot holds another prize</translation>
  </message>
  <message>
   <source>two different people have to sign</source>
   <translation>two different people have to sign</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unknown</translation>
  </message>
  <message>
   <source>whether a winner whose prize passed on was really absent or not entitled</source>
   <translation>whether a winner whose prize passed on was really absent or not entitled</translation>
  </message>
  <message>
   <source>whether all who may not win (staff) were kept off the list</source>
   <translation>whether all who may not win (staff) were kept off the list</translation>
  </message>
  <message>
   <source>whether everyone on the list is a real customer</source>
   <translation>whether everyone on the list is a real customer</translation>
  </message>
  <message>
   <source>whether it was published before the random number was out (compare the fingerprint on paper)</source>
   <translation>whether it was published before the random number was out (compare the fingerprint on paper)</translation>
  </message>
  <message>
   <source>whether somebody got at the terminal’s secret and knew the order of this tape beforehand</source>
   <translation>whether somebody got at the terminal’s secret and knew the order of this tape beforehand</translation>
  </message>
  <message>
   <source>whether somebody was left off the list (each can check their own ticket)</source>
   <translation>whether somebody was left off the list (each can check their own ticket)</translation>
  </message>
  <message>
   <source>whether the notary’s numbers are those that were made public</source>
   <translation>whether the notary’s numbers are those that were made public</translation>
  </message>
  <message>
   <source>whether the prizes were handed over</source>
   <translation>whether the prizes were handed over</translation>
  </message>
  <message>
   <source>who held the envelopes, whether they were opened last, and whether the dice were thrown fairly</source>
   <translation>who held the envelopes, whether they were opened last, and whether the dice were thrown fairly</translation>
  </message>
  <message>
   <source>who stood at the wheel</source>
   <translation>who stood at the wheel</translation>
  </message>
  <message>
   <source>witness</source>
   <translation>witness</translation>
  </message>
  <message>
   <source>{entrants} entrants with {tickets} tickets</source>
   <translation>{entrants} entrants with {tickets} tickets</translation>
  </message>
  <message>
   <source>{slots} slots at terminal {terminal}</source>
   <translation>{slots} slots at terminal {terminal}</translation>
  </message>
  <message>
   <source>{title}: {reason}</source>
   <translation>{title}: {reason}</translation>
  </message>
 </context>
 <context>
  <name>Void</name>
  <message>
   <source>A few words</source>
   <translation>A few words</translation>
  </message>
  <message>
   <source>A manager’s PIN will be needed.</source>
   <translation>A manager’s PIN will be needed.</translation>
  </message>
  <message>
   <source>Digits and a point only, please, and no more than is left.</source>
   <translation>Digits and a point only, please, and no more than is left.</translation>
  </message>
  <message>
   <source>Digits and a point only, please.</source>
   <translation>Digits and a point only, please.</translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>Exchange</translation>
  </message>
  <message>
   <source>Goods are exchanged</source>
   <translation>Goods are exchanged</translation>
  </message>
  <message>
   <source>How much comes back, as paid?</source>
   <translation>How much comes back, as paid?</translation>
  </message>
  <message>
   <source>It comes off the sale at the till, on one receipt; both are recorded when that sale is confirmed.</source>
   <translation>It comes off the sale at the till, on one receipt; both are recorded when that sale is confirmed.</translation>
  </message>
  <message>
   <source>Its coupons can be used again at once. The void stays in the journal.</source>
   <translation>Its coupons can be used again at once. The void stays in the journal.</translation>
  </message>
  <message>
   <source>Its coupons stay used. Rewards are counted again for what is left; what is too much is taken back.</source>
   <translation>Its coupons stay used. Rewards are counted again for what is left; what is too much is taken back.</translation>
  </message>
  <message>
   <source>Only part comes back</source>
   <translation>Only part comes back</translation>
  </message>
  <message>
   <source>Recording…</source>
   <translation>Recording…</translation>
  </message>
  <message>
   <source>Take back {money}</source>
   <translation>Take back {money}</translation>
  </message>
  <message>
   <source>Take back {money}, {cash} of it in money</source>
   <translation>Take back {money}, {cash} of it in money</translation>
  </message>
  <message>
   <source>Take {money} off the new sale</source>
   <translation>Take {money} off the new sale</translation>
  </message>
  <message>
   <source>The whole sale</source>
   <translation>The whole sale</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>Void</translation>
  </message>
  <message>
   <source>Void a sale</source>
   <translation>Void a sale</translation>
  </message>
  <message>
   <source>Why?</source>
   <translation>Why?</translation>
  </message>
  <message>
   <source>{effect} Taken back: {rewards}.</source>
   <translation>{effect} Taken back: {rewards}.</translation>
  </message>
  <message>
   <source>{money} · {time} · {name}</source>
   <translation>{money} · {time} · {name}</translation>
  </message>
  <message>
   <source>{sale} · {left} is left</source>
   <translation>{sale} · {left} is left</translation>
  </message>
 </context>
 <context>
  <name>VoidReason</name>
  <message>
   <source>Customer changed their mind</source>
   <translation>Customer changed their mind</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>Goods returned</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Other</translation>
  </message>
  <message>
   <source>The till cancelled it</source>
   <translation>The till cancelled it</translation>
  </message>
  <message>
   <source>Training or test</source>
   <translation>Training or test</translation>
  </message>
  <message>
   <source>Wrong amount</source>
   <translation>Wrong amount</translation>
  </message>
  <message>
   <source>Wrong coupon</source>
   <translation>Wrong coupon</translation>
  </message>
 </context>
 <context>
  <name>Voucher</name>
  <message>
   <source>Good until {day}.</source>
   <translation>Good until {day}.</translation>
  </message>
  <message>
   <source>HQ cannot be asked: this is what is known here.</source>
   <translation>HQ cannot be asked: this is what is known here.</translation>
  </message>
  <message>
   <source>Last paid here: {money} on {day}.</source>
   <translation>Last paid here: {money} on {day}.</translation>
  </message>
  <message>
   <source>Nothing is on it yet.</source>
   <translation>Nothing is on it yet.</translation>
  </message>
  <message>
   <source>Sold {n}, {left} on each: take {money}. Receipts {first} to {last}.</source>
   <translation>Sold {n}, {left} on each: take {money}. Receipts {first} to {last}.</translation>
  </message>
  <message>
   <source>Sold: take {money}. Receipt {number}; {left} on it.</source>
   <translation>Sold: take {money}. Receipt {number}; {left} on it.</translation>
  </message>
  <message>
   <source>Taken back: pay {money} back. Receipt {number}.</source>
   <translation>Taken back: pay {money} back. Receipt {number}.</translation>
  </message>
  <message>
   <source>Topped up: take {money}. Receipt {number}; {left} on it.</source>
   <translation>Topped up: take {money}. Receipt {number}; {left} on it.</translation>
  </message>
  <message>
   <source>{left} on it.</source>
   <translation>{left} on it.</translation>
  </message>
  <message>
   <source>{name}, {left} left on it</source>
   <translation>{name}, {left} left on it</translation>
  </message>
 </context>
 <context>
  <name>VoucherSheet</name>
  <message>
   <source>A new voucher instead</source>
   <translation>A new voucher instead</translation>
  </message>
  <message>
   <source>Amount that is paid</source>
   <translation>Amount that is paid</translation>
  </message>
  <message>
   <source>Amount that is paid for each</source>
   <translation>Amount that is paid for each</translation>
  </message>
  <message>
   <source>Another kind</source>
   <translation>Another kind</translation>
  </message>
  <message>
   <source>How many: {n}</source>
   <translation>How many: {n}</translation>
  </message>
  <message>
   <source>Its code stands on the receipt. Good until {day}.</source>
   <translation>Its code stands on the receipt. Good until {day}.</translation>
  </message>
  <message>
   <source>New: {name}</source>
   <translation>New: {name}</translation>
  </message>
  <message>
   <source>No vouchers are sold here now.</source>
   <translation>No vouchers are sold here now.</translation>
  </message>
  <message>
   <source>No, leave it</source>
   <translation>No, leave it</translation>
  </message>
  <message>
   <source>One before</source>
   <translation>One before</translation>
  </message>
  <message>
   <source>Receipt {number}. It can be done as long as all of it is there.</source>
   <translation>Receipt {number}. It can be done as long as all of it is there.</translation>
  </message>
  <message>
   <source>Scan a printed card: this terminal cannot make a new one.</source>
   <translation>Scan a printed card: this terminal cannot make a new one.</translation>
  </message>
  <message>
   <source>Scan a voucher to see what is on it, to sell it or to top it up.</source>
   <translation>Scan a voucher to see what is on it, to sell it or to top it up.</translation>
  </message>
  <message>
   <source>Sell</source>
   <translation>Sell</translation>
  </message>
  <message>
   <source>Sell {n}, {money} paid</source>
   <translation>Sell {n}, {money} paid</translation>
  </message>
  <message>
   <source>Sell, {money} paid</source>
   <translation>Sell, {money} paid</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>Take it back</translation>
  </message>
  <message>
   <source>Take {money} off the voucher and pay it back?</source>
   <translation>Take {money} off the voucher and pay it back?</translation>
  </message>
  <message>
   <source>The customer takes a photograph of it: whoever has it can pay with it.</source>
   <translation>The customer takes a photograph of it: whoever has it can pay with it.</translation>
  </message>
  <message>
   <source>The new voucher</source>
   <translation>The new voucher</translation>
  </message>
  <message>
   <source>The voucher’s QR code</source>
   <translation>The voucher’s QR code</translation>
  </message>
  <message>
   <source>To take back: {name}, {money}, receipt {number} of {time}</source>
   <translation>To take back: {name}, {money}, receipt {number} of {time}</translation>
  </message>
  <message>
   <source>Top up</source>
   <translation>Top up</translation>
  </message>
  <message>
   <source>Top up, {money} paid</source>
   <translation>Top up, {money} paid</translation>
  </message>
  <message>
   <source>Vouchers</source>
   <translation>Vouchers</translation>
  </message>
  <message>
   <source>Yes, pay it back</source>
   <translation>Yes, pay it back</translation>
  </message>
  <message>
   <source>{least} to {most}</source>
   <translation>{least} to {most}</translation>
  </message>
 </context>
 <context>
  <name>WalkIn</name>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
  <message>
   <source>A name is needed.</source>
   <translation>A name is needed.</translation>
  </message>
  <message>
   <source>Add and sign in</source>
   <translation>Add and sign in</translation>
  </message>
  <message>
   <source>An answer to each, please.</source>
   <translation>An answer to each, please.</translation>
  </message>
  <message>
   <source>Becomes a member, too</source>
   <translation>Becomes a member, too</translation>
  </message>
  <message>
   <source>Code from their phone</source>
   <translation>Code from their phone</translation>
  </message>
  <message>
   <source>Companions</source>
   <translation>Companions</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Company</translation>
  </message>
  <message>
   <source>Make them a member and sign in</source>
   <translation>Make them a member and sign in</translation>
  </message>
  <message>
   <source>Members need a phone.</source>
   <translation>Members need a phone.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name and phone are kept for this event only, and erased after it as the list is.</source>
   <translation>Name and phone are kept for this event only, and erased after it as the list is.</translation>
  </message>
  <message>
   <source>No member after all</source>
   <translation>No member after all</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Nobody</translation>
  </message>
  <message>
   <source>Not on the list: add and sign in</source>
   <translation>Not on the list: add and sign in</translation>
  </message>
  <message>
   <source>On the list with this phone: {names}. Is this somebody else?</source>
   <translation>On the list with this phone: {names}. Is this somebody else?</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Read aloud, and ask for each.</source>
   <translation>Read aloud, and ask for each.</translation>
  </message>
  <message>
   <source>Read aloud, and ask for each. For who is younger than {n} a guardian agrees, and is named.</source>
   <translation>Read aloud, and ask for each. For who is younger than {n} a guardian agrees, and is named.</translation>
  </message>
  <message>
   <source>Send a code</source>
   <translation>Send a code</translation>
  </message>
  <message>
   <source>Send a code, and type what their phone shows.</source>
   <translation>Send a code, and type what their phone shows.</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Somebody else</translation>
  </message>
  <message>
   <source>Who recommends them</source>
   <translation>Who recommends them</translation>
  </message>
  <message>
   <source>Without this nobody becomes a member; F4: without it, as a guest.</source>
   <translation>Without this nobody becomes a member; F4: without it, as a guest.</translation>
  </message>
  <message>
   <source>alone</source>
   <translation>alone</translation>
  </message>
  <message>
   <source>may be left out</source>
   <translation>may be left out</translation>
  </message>
  <message>
   <source>scan their code, or type their phone</source>
   <translation>scan their code, or type their phone</translation>
  </message>
  <message>
   <source>{name} becomes a member</source>
   <translation>{name} becomes a member</translation>
  </message>
  <message>
   <source>{name}, who is on the list</source>
   <translation>{name}, who is on the list</translation>
  </message>
 </context>
 <context>
  <name>Weekday</name>
  <message>
   <source>Fri</source>
   <translation>Fri</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>Mon</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>Sat</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>Sun</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>Thu</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>Tue</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>Wed</translation>
  </message>
 </context>
 <context>
  <name>Wheels</name>
  <message numerus="yes">
   <source>%n draw ticket(s)</source>
   <translation>
    <numerusform>%n draw ticket</numerusform>
    <numerusform>%n draw tickets</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n turn(s)</source>
   <translation>
    <numerusform>%n turn</numerusform>
    <numerusform>%n turns</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n turn(s) for you</source>
   <translation>
    <numerusform>%n turn for you</numerusform>
    <numerusform>%n turns for you</numerusform>
   </translation>
  </message>
  <message>
   <source>All fields are alike in size and do not show the chances. How many of each are left stands beside them.</source>
   <translation>All fields are alike in size and do not show the chances. How many of each are left stands beside them.</translation>
  </message>
  <message>
   <source>Catch one for me</source>
   <translation>Catch one for me</translation>
  </message>
  <message>
   <source>Check it</source>
   <translation>Check it</translation>
  </message>
  <message>
   <source>Check it yourself</source>
   <translation>Check it yourself</translation>
  </message>
  <message>
   <source>Congratulations!</source>
   <translation>Congratulations!</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>Draw</translation>
  </message>
  <message>
   <source>Draws</source>
   <translation>Draws</translation>
  </message>
  <message>
   <source>Each code proves that your tickets are in the published list.</source>
   <translation>Each code proves that your tickets are in the published list.</translation>
  </message>
  <message>
   <source>Each turn takes the next place of the list. It is written down before anything moves: the screen only shows it, and nobody here can choose, repeat or undo a result.</source>
   <translation>Each turn takes the next place of the list. It is written down before anything moves: the screen only shows it, and nobody here can choose, repeat or undo a result.</translation>
  </message>
  <message>
   <source>Everything that can be won lies on a sealed list. A public random number, which nobody could know before, put it in its order.</source>
   <translation>Everything that can be won lies on a sealed list. A public random number, which nobody could know before, put it in its order.</translation>
  </message>
  <message>
   <source>Fingerprint of the list, published before the first turn: {fingerprint}</source>
   <translation>Fingerprint of the list, published before the first turn: {fingerprint}</translation>
  </message>
  <message>
   <source>Fingerprint of the list: {fingerprint}</source>
   <translation>Fingerprint of the list: {fingerprint}</translation>
  </message>
  <message>
   <source>For practice: the random number is not from the public beacon.</source>
   <translation>For practice: the random number is not from the public beacon.</translation>
  </message>
  <message>
   <source>Go</source>
   <translation>Go</translation>
  </message>
  <message>
   <source>Good luck…</source>
   <translation>Good luck…</translation>
  </message>
  <message>
   <source>How to check</source>
   <translation>How to check</translation>
  </message>
  <message>
   <source>Last time you did not see it to the end. Nothing was lost: here is the same result.</source>
   <translation>Last time you did not see it to the end. Nothing was lost: here is the same result.</translation>
  </message>
  <message>
   <source>Lately in this store. Names are shown in part.</source>
   <translation>Lately in this store. Names are shown in part.</translation>
  </message>
  <message>
   <source>Let it rain</source>
   <translation>Let it rain</translation>
  </message>
  <message>
   <source>My draw tickets</source>
   <translation>My draw tickets</translation>
  </message>
  <message>
   <source>No list with tickets of theirs is published yet: print them after that.</source>
   <translation>No list with tickets of theirs is published yet: print them after that.</translation>
  </message>
  <message>
   <source>No list with your tickets is published yet. You find them here after that.</source>
   <translation>No list with your tickets is published yet. You find them here after that.</translation>
  </message>
  <message>
   <source>No printer is set up for result slips: the code is on the screen.</source>
   <translation>No printer is set up for result slips: the code is on the screen.</translation>
  </message>
  <message>
   <source>No. {numbers}</source>
   <translation>No. {numbers}</translation>
  </message>
  <message>
   <source>Nobody yet: be the first!</source>
   <translation>Nobody yet: be the first!</translation>
  </message>
  <message>
   <source>Not this time</source>
   <translation>Not this time</translation>
  </message>
  <message numerus="yes">
   <source>Once more (%n left)</source>
   <translation>
    <numerusform>Once more (%n left)</numerusform>
    <numerusform>Once more (%n left)</numerusform>
   </translation>
  </message>
  <message>
   <source>Or hold the code to any of our terminals: each of them can check it.</source>
   <translation>Or hold the code to any of our terminals: each of them can check it.</translation>
  </message>
  <message>
   <source>Print draw tickets</source>
   <translation>Print draw tickets</translation>
  </message>
  <message>
   <source>Print it</source>
   <translation>Print it</translation>
  </message>
  <message>
   <source>Proof that they are in the list, as a code or on paper</source>
   <translation>Proof that they are in the list, as a code or on paper</translation>
  </message>
  <message>
   <source>Prove who they are</source>
   <translation>Prove who they are</translation>
  </message>
  <message>
   <source>Scan it with your phone. The page recomputes the result on your phone itself.</source>
   <translation>Scan it with your phone. The page recomputes the result on your phone itself.</translation>
  </message>
  <message>
   <source>Scan it: your phone checks the result itself</source>
   <translation>Scan it: your phone checks the result itself</translation>
  </message>
  <message>
   <source>Scratch it for me</source>
   <translation>Scratch it for me</translation>
  </message>
  <message>
   <source>See what it is</source>
   <translation>See what it is</translation>
  </message>
  <message>
   <source>Spin the wheel</source>
   <translation>Spin the wheel</translation>
  </message>
  <message>
   <source>Start the light</source>
   <translation>Start the light</translation>
  </message>
  <message>
   <source>Still to be won at this machine</source>
   <translation>Still to be won at this machine</translation>
  </message>
  <message>
   <source>Still to be won here / in the whole chain ({time})</source>
   <translation>Still to be won here / in the whole chain ({time})</translation>
  </message>
  <message>
   <source>Take a card</source>
   <translation>Take a card</translation>
  </message>
  <message>
   <source>Take a photo of this code: with it anybody can check that these tickets are in the list.</source>
   <translation>Take a photo of this code: with it anybody can check that these tickets are in the list.</translation>
  </message>
  <message>
   <source>The slip goes to {printer}.</source>
   <translation>The slip goes to {printer}.</translation>
  </message>
  <message>
   <source>There is nothing to play at the moment.</source>
   <translation>There is nothing to play at the moment.</translation>
  </message>
  <message>
   <source>Turn the knob</source>
   <translation>Turn the knob</translation>
  </message>
  <message>
   <source>When the list is used up it is published whole, and everybody can recompute all of it.</source>
   <translation>When the list is used up it is published whole, and everybody can recompute all of it.</translation>
  </message>
  <message>
   <source>Who won</source>
   <translation>Who won</translation>
  </message>
  <message>
   <source>drawn {when}</source>
   <translation>drawn {when}</translation>
  </message>
  <message>
   <source>for {price}</source>
   <translation>for {price}</translation>
  </message>
  <message>
   <source>not open at the moment</source>
   <translation>not open at the moment</translation>
  </message>
  <message>
   <source>place {n} of the list</source>
   <translation>place {n} of the list</translation>
  </message>
  <message>
   <source>see what there is to win</source>
   <translation>see what there is to win</translation>
  </message>
  <message numerus="yes">
   <source>you have %n ticket(s)</source>
   <translation>
    <numerusform>you have %n ticket</numerusform>
    <numerusform>you have %n tickets</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>you have {n} point(s)</source>
   <translation>
    <numerusform>you have {n} point</numerusform>
    <numerusform>you have {n} points</numerusform>
   </translation>
  </message>
  <message>
   <source>your result is waiting</source>
   <translation>your result is waiting</translation>
  </message>
  <message numerus="yes">
   <source>{n} point(s)</source>
   <translation>
    <numerusform>{n} point</numerusform>
    <numerusform>{n} points</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} prize(s) left</source>
   <translation>
    <numerusform>{n} prize left</numerusform>
    <numerusform>{n} prizes left</numerusform>
   </translation>
  </message>
  <message>
   <source>{play} for {price}</source>
   <translation>{play} for {price}</translation>
  </message>
 </context>
 <context>
  <name>When</name>
  <message>
   <source>today {time}</source>
   <translation>today {time}</translation>
  </message>
 </context>
 <context>
  <name>Word</name>
  <message>
   <source>Auditor</source>
   <translation>Auditor</translation>
  </message>
  <message>
   <source>Clerk</source>
   <translation>Clerk</translation>
  </message>
  <message>
   <source>Gold</source>
   <translation>Gold</translation>
  </message>
  <message>
   <source>Manager</source>
   <translation>Manager</translation>
  </message>
  <message>
   <source>Member</source>
   <translation>Member</translation>
  </message>
  <message>
   <source>Member of another store</source>
   <translation>Member of another store</translation>
  </message>
  <message>
   <source>Platinum</source>
   <translation>Platinum</translation>
  </message>
  <message>
   <source>Silver</source>
   <translation>Silver</translation>
  </message>
  <message>
   <source>Volunteer</source>
   <translation>Volunteer</translation>
  </message>
  <message>
   <source>away for long</source>
   <translation>away for long</translation>
  </message>
  <message>
   <source>new</source>
   <translation>new</translation>
  </message>
  <message>
   <source>no member</source>
   <translation>no member</translation>
  </message>
  <message>
   <source>regular</source>
   <translation>regular</translation>
  </message>
  <message>
   <source>returned {money}</source>
   <translation>returned {money}</translation>
  </message>
 </context>
</TS>
