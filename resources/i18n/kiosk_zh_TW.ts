<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
 <context>
  <name>Approval</name>
  <message>
   <source>A manager’s PIN is needed</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>HQ has switched this terminal off. Redeem at another till and call IT.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The journal was restored from a backup. Coupons wait for HQ; nothing is used twice.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>This computer’s clock is %n minute(s) fast. Please have it set right.</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>This computer’s clock is %n minute(s) slow. Please have it set right.</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>This computer’s clock was set back. Coupons wait until HQ has confirmed the time.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Benefit</name>
  <message>
   <source>Gift</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>pay {left}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{off}% off</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Camera</name>
  <message>
   <source>Camera is starting…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Camera ready</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Camera unplugged: use the scanner</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No camera: use the scanner</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Categories</name>
  <message>
   <source>Amount by category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Apply</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Digits and a point only, please.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much of the purchase falls on these goods?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much of {amount} falls on these goods?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Together more than the amount of {amount}.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Category</name>
  <message>
   <source>Appliances</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Baby</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bakery</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Beauty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clothing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drinks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electronics</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Food</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fresh food</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gifts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Home</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mooncakes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tea</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Coupon</name>
  <message>
   <source>Best combination</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Best combination chosen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coupons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coupons appear here when a member or a coupon is scanned.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This member has no coupon at present.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Used</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>not used</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>until {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>used</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Fault</name>
  <message>
   <source>A newer version worked here before. Nothing is lost.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A part of the program is out of date</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another window of it owns the journal on this computer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask IT to give this user account the right to write in the data folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask IT to install the program again from its original package.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Call IT: they verify the journal and restore the last backup. HQ has everything sent so far.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copied</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copy details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Details for IT: {details}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Free some space: empty the recycle bin, remove old downloads.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go on in the window that is open already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>If that is not possible, call IT: they restore the key or a backup.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>If there is none, restart the computer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>If this page comes back, copy the details and send them to IT.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>If this page comes back, restart the computer, then call IT.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Its folder is read-only, so no redemption can be recorded. Everything before is safe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Its key on this computer does not fit. This happens after a move to another user or computer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing was redeemed just now. Everything redeemed before is safe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Press “Try again” and look at “Recent” to see whether the last sale is there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Press “Try again”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in to this computer as the user who set the terminal up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Something unexpected happened</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start the newer version, or ask IT to install it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database library has a known fault that can lose data, so it is not used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The disk of this terminal is full</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The journal cannot be opened</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The journal cannot be written</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The journal does not answer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The journal is damaged</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The last step may not have been carried out. Everything recorded before is safe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The last step was not recorded. Everything before is safe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The program is running already</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Then press “Try again”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Then press “Try again”. The journal itself must not be deleted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This program is too old for its journal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To protect what was redeemed, nothing more is recorded on this terminal.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Try again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use another till, or paper slips, until it is repaired.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to do</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Find</name>
  <message numerus="yes">
   <source>%n member(s) found</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>Find member</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No member has “{text}”. Check the digits, or ask for the phone number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Phone digits, card number or part of the name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Searching…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The last four digits of the phone are enough.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Footer</name>
  <message>
   <source>Categories</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clerk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coupon</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Find</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Language</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Last sync {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lock</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not synced yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Void</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <source>Light or dark</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sound on or off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Switch clerk (F9)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>day {day} of {days}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Keypad</name>
  <message>
   <source>Clear</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delete one digit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rescan</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Member</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>Birthday month</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check-in streak</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Draw tickets</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No member yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Points</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan a member code, or F3 to find by phone or name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Usable now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>visit no. {n}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Notice</name>
  <message>
   <source>Another member: the sale before was put aside.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No coupon at the till depends on the kind of goods.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Receipt saved: {path}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The camera is unplugged. Go on with the scanner; it comes back by itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The receipt could not be saved. Check the folder and the disk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The scanner types with another keyboard layout. Switch the computer’s input to English, or scan the layout code in the scanner’s manual, then scan again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no sale to void on this terminal.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Voided: {money}. Its coupons can be used again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} works here now.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Quote</name>
  <message>
   <source>By category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Confirm</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recording…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sale {txn}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saves {money}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To pay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>key in the amount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>of which {category}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Receipt</name>
  <message>
   <source>Goods</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Member</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Receipt {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saved</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To pay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Voided {time} by {clerk}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Recent</name>
  <message>
   <source>Last sales on this terminal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Loading…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No sale on this terminal yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>PDF</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Text</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Void this sale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>at HQ</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>no member</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>voided</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>waiting</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Refusal</name>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more try(s) before a wait.</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>A reason is needed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A sale is voided only with a reason in the journal.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add goods, or leave the coupon for next time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Already in this sale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Already voided</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Amount missing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Amount too large</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another member’s coupon</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask a manager to do it with their PIN.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask for the code in the member’s app, on the slip or on the card.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask the customer to open the app again for a new code, or find the member by phone (F3).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask the manager to add you, or wait for the next update from HQ.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask the manager; a withdrawn badge is replaced at the office.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cannot be combined with {other}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cannot be used offline here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check the digits, or split the sale.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check the network cable. Until then use another coupon or another till.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose one; with “Other”, write a few words.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose this one instead in the list, if the customer prefers it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coupon already used</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coupon expired</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coupon not known here yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coupon not valid yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coupon used in another store</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coupon withdrawn</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Do not accept it. Find the member by phone (F3); tell the manager if it happens again.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>Each member may use this offer %n time(s) a day.</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>Each member may use this offer %n time(s).</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>Free some space or use another till; the coupon is still good.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From {need}; {missing} to go.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>HQ has withdrawn the key it was signed with.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>HQ must be reached first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>HQ took it back {since}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>HQ took it back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It begins {until}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It can be used again from {until}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It can be used from {until}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It ended {since}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is genuine, but this terminal has not received its rules.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is one of ours, but it is not used at the checkout.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is one of ours, but part of it is missing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is worth {value}; without HQ at most {need} can be accepted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It was signed with a key that this terminal has not received.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It was valid until {since}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It works again tomorrow; use another coupon today.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Its signature is wrong: it was altered or copied badly.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep it for then and use another coupon today.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep the coupon for then and use another one today.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Key in how much of the amount falls on those goods (F4).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Key in the amount, then confirm.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make the phone’s screen brighter, smooth the paper, and scan again. Or find the member by phone (F3).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Member needed first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Member not found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Member’s limit reached</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Minimum not reached</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No member has this code.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No member has “{read}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not active</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not allowed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not at this hour</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not known in this store</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not one of our codes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not together</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not valid in this store</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing in this purchase is known to be of its kind.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing to do.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing to do: go on with the amount.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing to do: its coupons can be used again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing to redeem</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One sale can be {need} at most.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only for certain goods</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Redeemed {at} in this store at {terminal} by {clerk}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Redeemed {at} in {store}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sale not found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan a member code or a coupon; without one the till does the sale alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan the code of the member it belongs to, or use another coupon.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan the member code, or find the member by phone (F3), then scan the coupon again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>So much cannot be one sale.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The PIN does not match.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The campaign has not begun</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The campaign is over</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The code is damaged</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The code is no longer accepted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The code is not genuine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The coupons in use already save as much; it is kept for next time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The disk is full</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The hours in which it could be used are over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The journal does not answer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The next try is possible in a while.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The next try is possible in {wait}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The purchase is too small for this coupon.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The redemption could not be recorded, so it was not made.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The terminal’s clock or journal has changed, so its coupon quotas wait for HQ.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is neither a member nor a coupon in this sale.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing to take the discount from yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This badge or number is not on this store’s staff list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This code is for another place</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This code was not issued by our stores.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This coupon belongs to somebody else than the member at the till.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This coupon can be used in other stores only.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This coupon can be used in {store}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This coupon can only be used by the member it belongs to.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This coupon was scanned for this customer a moment ago.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This person or badge may not sign in here at present.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This terminal cannot check the code yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This terminal has no such sale.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Today’s limit reached</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Too many wrong PINs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Too valuable for offline</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Try again; if it stays so, use another till and call IT.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Try the phone number or the name (F3).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type it again, slowly.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use another coupon here, and this one there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use another coupon now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use another coupon, or try again when the terminal is online.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use another coupon.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use another coupon. Customer service can say why.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use another coupon. If that sale was a mistake, void it first (F6).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use another coupon. If the customer disagrees, HQ can look it up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use another coupon; the list on the left has those that are valid.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use it at the event desk or the kiosk. Here: member code or coupon.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Void it at the till where it was made, or ask HQ.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Voided {at} by {clerk}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wait until the terminal is online again, then scan once more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wait, or scan your badge.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Without HQ a coupon of this value cannot be accepted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Without HQ this terminal cannot be sure that it was not used elsewhere.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Would save nothing more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wrong PIN</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your role does not include this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a colleague</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a coupon that saves more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a little</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a till</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>another store</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the amount</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Sheet</name>
  <message>
   <source>Close</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Side</name>
  <message>
   <source>All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Camera or scanner, at any time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Find member</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No sale on this terminal yet today.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan a member code or coupon</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Void last sale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>no member</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>voided</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>SignIn</name>
  <message>
   <source>Checking…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose your name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Locked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nobody may sign in here yet. HQ sends the list as soon as it is reached.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Or scan your staff badge.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>PIN of {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in first: scan your staff badge or key in your PIN.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Too many wrong PINs. Try again in {time}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Who are you?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>wait {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} was here last. The sale under way is kept for them.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Success</name>
  <message>
   <source>Done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hand over: {gifts}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Receipt as PDF</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Receipt as text</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Receipt {number} · {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recorded on this terminal and on its way to HQ.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recorded on this terminal; goes to HQ as soon as it is reached.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saved {money}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To pay</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Switch</name>
  <message>
   <source>Press the number beside the name, then key in the PIN. The sale goes on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Switch clerk</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Sync</name>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>Connecting to HQ…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Journal restored: HQ is checking</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Offline since {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Online</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Terminal switched off by HQ</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Verdict</name>
  <message>
   <source>Refused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Understood</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to do</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Void</name>
  <message>
   <source>A few words</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A manager’s PIN will be needed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Its coupons can be used again at once. The void stays in the journal.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recording…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Void</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Void a sale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Why?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>no member</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{money} · {time} · {name}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>VoidReason</name>
  <message>
   <source>Customer changed their mind</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Goods returned</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Other</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Training or test</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wrong amount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wrong coupon</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>When</name>
  <message>
   <source>today {time}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Window</name>
  <message>
   <source>Checkout</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Word</name>
  <message>
   <source>Auditor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clerk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Manager</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Member</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Platinum</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Silver</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>active</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>dormant</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>new</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
