"""The words that head the columns of a list, by what they head (`columns.Column`), in order of preference where a list
has several of one kind."""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "name": (
        "姓名", "名字", "來賓姓名", "来宾姓名", "賓客姓名", "会员姓名", "真實姓名", "中文姓名", "attendee name",
        "full name", "guest name", "name", "氏名", "お名前", "名前", "來賓", "来宾", "賓客", "宾客", "貴賓姓名",
        "參加者", "参加者", "與會者", "与会者", "參加人", "參與者", "報名者", "报名者", "報名人", "报名人", "收件人",
        "顧客", "顾客", "客戶", "客户", "會員名稱", "聯絡人", "联系人", "稱呼", "称呼", "名單", "名单", "attendee",
        "guest", "participant", "大名", "貴姓大名", "尊姓大名", "芳名", "全名", "主賓", "主宾", "嘉賓", "嘉宾",
        "受邀人", "受邀者", "學員", "学员", "客人",
        "contact", "contact name", "customer", "暱稱", "昵称", "英文姓名", "english name",
    ),
    "family": (
        "姓", "姓氏", "family name", "last name", "surname", "lastname",
    ),
    "given": (
        "名", "given name", "first name", "firstname", "forename",
    ),
    "phone": (
        "手機", "手机", "行動電話", "移动电话", "手機號碼", "手机号码", "手机号", "mobile", "mobile phone",
        "cell phone", "cell", "電話", "电话", "聯絡電話", "联系电话", "電話號碼", "电话号码", "phone number", "phone",
        "telephone", "tel", "聯絡方式", "联系方式", "連絡電話", "携帯電話", "電話番号", "whatsapp", "contact number",
        "contact no", "手機電話", "市話", "公司電話", "work phone",
    ),
    "email": (
        "email", "e mail", "電子郵件", "电子邮件", "電郵", "电邮", "信箱", "郵箱", "邮箱", "電子信箱",
        "email address", "mail", "メールアドレス",
    ),
    "plus_ones": (
        "攜伴人數", "携伴人数", "攜伴", "携伴", "攜眷", "携眷", "攜眷人數", "同行人數", "同行人数", "同行",
        "隨行人數", "随行人数", "隨行", "随行", "陪同人數", "陪同人数", "陪同", "眷屬人數", "家屬人數", "加帶人數",
        "伴", "plus ones", "plus one", "+1", "plus 1", "additional guests", "extra guests", "companions",
        "accompanying", "accompanying guests", "加人", "攜帶人數", "携带人数", "帶人數", "带人数", "陪同者",
        "同行者", "同伴", "同伴人數", "眷屬", "眷属", "家屬", "家属", "家眷", "攜眷數", "攜伴數", "偕同人數",
        "親友人數", "亲友人数", "bringing",
    ),
    "party": (
        "人數", "人数", "總人數", "总人数", "出席人數", "出席人数", "參加人數", "参加人数", "報名人數", "报名人数",
        "party size", "party", "headcount", "head count", "pax", "number of people", "number of guests", "people",
        "guests", "persons", "quantity",
    ),
    "adults": (
        "大人", "成人", "大人人數", "成人人數", "大人数", "成人数", "大人數", "成人數", "adult",
        "adults", "number of adults",
    ),
    "children": (
        "小孩", "兒童", "儿童", "孩童", "小朋友", "小孩人數", "兒童人數", "小孩數", "兒童數", "小孩数", "儿童数",
        "kids", "children", "child",
        "number of children",
    ),
    "table": (
        "桌次", "桌號", "桌号", "桌", "座位", "座號", "座号", "席次", "席位", "座次", "桌位", "位子", "座位名稱",
        "座位號", "table", "table no", "table number", "seat", "seat name", "seat number", "seating", "組別", "组别",
        "seat id", "座位識別號", "席", "卓", "テーブル",
    ),
    "vip": (
        "vip", "貴賓", "贵宾", "是否貴賓", "是否贵宾", "vvip", "is vip", "重要來賓",
    ),
    "tags": (
        "身分", "身份", "身分別", "身份別", "身分類別", "標籤", "标签", "類型", "类型", "分類", "分类", "tag", "tags",
        "category", "role", "type", "等級", "等级", "會員等級", "level", "tier",
    ),
    "ticket": (
        "票種", "票种", "票券種類", "票別", "票别", "票券", "票型", "門票", "门票", "ticket type", "ticket",
        "ticket name", "ticket class", "admission", "方案", "產品", "产品", "product", "item", "registration form",
    ),
    "code": (
        "票號", "票号", "票券號碼", "票券代碼", "門票代碼", "條碼", "条码", "secret", "ticket code", "ticket secret",
        "ticket number", "ticket no", "barcode", "barcode number", "barcode #", "qr", "qr code", "qrcode", "報到碼",
        "签到码", "入場碼", "秘密", "密钥", "票券序號", "序號條碼", "attendee number",
    ),
    "tickets": (
        "抽獎券", "抽奖券", "抽獎券張數", "抽獎張數", "抽奖张数", "張數", "张数", "券數", "券数", "票數", "票数",
        "抽獎次數", "抽奖次数", "次數", "次数", "機會", "机会", "抽獎機會", "抽奖机会", "獎券", "奖券", "摸彩券",
        "摸彩券數", "tickets", "entries", "chances", "number of tickets", "draw tickets", "lots",
    ),
    "note": (
        "備註", "备注", "備注", "註記", "注記", "说明", "說明", "特殊需求", "需求", "飲食", "饮食", "餐點", "餐点",
        "note", "notes", "remark", "remarks", "comment", "comments", "special requests", "dietary", "評語", "评论",
        "簽到文字", "check in text", "備考",
    ),
    "company": (
        "公司", "公司名稱", "公司名称", "單位", "单位", "服務單位", "服务单位", "公司單位", "機構", "机构",
        "任職公司", "company", "company name", "organisation", "organization", "affiliation", "學校", "学校",
        "会社名", "企業", "部門", "部门", "department", "dept",
    ),
    "status": (
        "狀態", "状态", "訂單狀態", "订单状态", "付款狀態", "報名狀態", "status", "attendee status", "order status",
        "registration state", "registration status",
    ),
    "member": (
        "會員編號", "会员编号", "會員卡號", "会员卡号", "會員號", "会员号", "卡號", "卡号", "member id",
        "member number", "member no", "member", "customer id",
    ),
}  # fmt: skip
"""As offices write them, in Chinese of both scripts, English, and Japanese where one comes across it."""

FOREIGN: dict[str, tuple[str, ...]] = {
    "name": (
        "اسم المشارك", "الاسم", "nom de l'assistent", "nom", "jméno účastníka", "jméno", "navn på deltager", "navn",
        "name teilnehmer*in", "όνομα συμμετεχόντοσ", "όνομα", "nombre del asistente", "nombre",
        "bertaratuko den pertsonaren izena", "izena", "osallistujan nimi", "nimi", "nom du participant",
        "nome da persoa asistente", "nome", "שם משתתף", "שם", "ime sudionika", "ime", "résztvevő neve", "név",
        "nama peserta", "nama", "nome del partecipante", "参加者の名前", "名前", "참석자 이름", "이름",
        "numm vum participant", "numm", "apmeklētāja vārds, uzvārds", "vārds", "deltakernavn", "naam deelnemer",
        "naam", "naam van deelnemer", "imię i nazwisko uczestnika", "nazwa", "imię uczestnika", "imię",
        "nome do participante", "numele participantului", "nume", "имя посетителя", "имя", "meno účastníka", "meno",
        "ime udeleženca", "namn på deltagare", "namn", "ชื่อผู้เข้าร่วม", "ชื่อ", "katılımcı adı", "ad",
        "ім'я учасника", "ім’я", "tên người tham dự", "tên", "观众姓名", "姓名", "與會者名字", "名字",
    ),
    "family": (
        "اسم العائلة", "cognom", "příjmení", "efternavn", "nachname", "επώνυμο", "apellido", "abizena", "sukunimi",
        "nom de famille", "apelido", "שם משפחה", "prezime", "vezetéknév", "nama belakang", "cognome", "氏", "성",
        "familljennumm", "uzvārds", "etternavn", "achternaam", "nazwisko", "sobrenome", "фамилия", "priezvisko",
        "efternamn", "นามสกุล", "прізвище", "tên gia đình", "姓氏", "家族姓氏",
    ),
    "given": (
        "الاسم الاول", "fornavn", "vorname", "'ονομα", "etunimi", "prénom", "שם פרטי", "keresztnév", "nama depan",
        "名", "virnumm", "voornaam", "nome próprio", "prenume", "förnamn", "ชื่อจริง", "ім'я", "tên được cho",
        "给定名称", "給定名字",
    ),
    "phone": (
        "رقم الهاتف", "número de telèfon", "telefonní číslo", "telefonnummer", "número de teléfono",
        "telefono zenbakia", "puhelinnumero", "numéro de téléphone", "מספר טלפון", "broj telefona", "telefonszám",
        "nomor telepon", "numero di telefono", "電話番号", "전화번호", "telefonsnummer", "telefona numurs",
        "telefoonnummer", "numer telefonu", "número de telefone", "număr de telefon", "номер телефона",
        "telefónne číslo", "telefonska številka", "เบอร์โทรศัพท์", "номер телефону", "số điện thoại", "电话号码",
        "電話號碼",
    ),
    "email": (
        "البريد الإلكتروني", "عنوان البريد الإلكتروني", "البريد الإلكتروني للمشارك", "correu electrònic",
        "adreça de correu electrònic", "correu electrònic de l'assistent", "e-mail", "emailová adresa",
        "email účastníka", "e-mailadresse", "e-mail-adresse", "e-mail teilnehmer*in", "ηλεκτρονικό ταχυδρομείο",
        "ηλεκτρονική διεύθυνση", "email συμμετεχόντοσ", "correo electrónico", "correo electrónico del participante",
        "dirección de correo electrónico", "e-maila", "helbide elektronikoa", "bertaratuko den pertsonaren e-maila",
        "sähköposti", "sähköpostiosoite", "osallistujan sähköposti", "adresse e-mail", "e-mail du participant",
        "correo electrónico do asistente", "אימייל", "כתובת דוא\"ל", "דוא\"ל משתתף", "e-pošta", "adresa e-pošte",
        "e-pošta sudionika", "e-mail cím", "résztvevő e-mail címe", "alamat email", "email peserta",
        "indirizzo email", "email partecipante", "電子メール", "電子メールアドレス", "参加者の電子メール", "이메일",
        "이메일 주소", "참석자 이메일", "e-mails-adress", "e-mail vum participant", "e-pasts", "e-pasta adrese",
        "apmeklētāja e-pasts", "e-post", "epostadresse", "deltakerens e-post", "e-mailadres",
        "e-mailadres van deelnemer", "e-mailadres deelnemer", "adres email", "adres email uczestnika",
        "email uczestnika", "endereço de e-mail", "endereço de email", "email do participante", "adresă email",
        "e-mailul participantului", "электронная почта", "адрес электронной почты",
        "адрес электронной почты посетителя", "e-mailová adresa", "e-mail účastníka", "email naslov",
        "email udeleženca", "e-postadress", "e-post till deltagare", "อีเมล", "ที่อยู่อีเมล", "อีเมลผู้เข้าร่วม",
        "e-posta", "e-posta adresi", "katılımcı e-postası", "ел.пошта", "адреса електронної пошти",
        "адреса електронної пошти відвідувача", "hộp thư điện tử", "địa chỉ email", "email người tham dự",
        "观众email", "電子郵件", "電子郵箱位址", "與會者電子郵件",
    ),
    "ticket": (
        "المنتج", "producte", "produkt", "προϊόν", "producto", "produktua", "tuote", "produit", "produto", "מוצר",
        "proizvod", "termék", "produk", "prodotto", "製品", "제품", "produkts", "produs", "продукт", "izdelek",
        "สินค้า", "ürün", "sản phẩm", "产品", "產品",
    ),
    "code": (
        "سري", "سر التذكرة", "tajné", "kód vstupenky", "hemmelighed", "billethemmelighed", "ticket-code", "mυστικό",
        "μυστικό εισιτηρίου", "secreto", "secreto de la entrada", "sekretua", "sarrera sekretua", "salainen",
        "lipun salaisuus", "secret du billet", "billete segredo", "סודי", "סוד כרטיס", "tajna", "tajna ulaznice",
        "titok", "jegy titkos kódja", "rahasia", "rahasia tiket", "biglietto segreto", "シークレット",
        "チケットシークレット", "티켓 기밀사항", "geheimnis", "hemmelighet", "billetthemmelighet", "geheim",
        "ticketgeheim", "sekret", "sekret biletu", "segredo", "segredo do ingresso", "segredo de bilhete",
        "cheie secretă", "cheie secretă bilet", "tajomstvo vstupenky", "skrivnost vstopnice", "hemligt",
        "klient-hemlighet", "รหัสลับ", "รหัสลับตั๋ว", "sır", "gizli bilet", "секрет", "пароль квитка", "bí mật",
        "bí mật vé", "密钥", "秘密", "隱藏票",
    ),
    "note": (
        "كيف", "نص إجراءات تسجيل الوصول", "comentari", "komentář", "text při check-inu", "kommentar",
        "tjek-ind-tekst", "check-in-hinweis", "σχόλιο", "comentario", "texto de check-in", "iruzkina",
        "erregistro-testua", "kommentti", "ilmoittautumis teksti", "commentaire", "texte d'enregistrement",
        "texto de rexistro", "הערה", "טקסט בצ'ק-אין", "komentar", "tekst za prijavu", "megjegyzés",
        "beléptetési szöveg", "commento", "testo di check-in", "コメント", "チェックインテキスト", "의견",
        "체크인 텍스트", "check-in-text", "komentārs", "innsjekkingstekst", "opmerking", "tekst bij check-in",
        "incheck text", "komentarz", "tekst zameldowania", "tekst przy meldunku", "comentário",
        "texto para o check-in", "comentariu", "примечание", "komentár", "text odbavenia", "incheckningstext",
        "ความคิดเห็น", "ข้อความสำหรับการเช็คอิน", "yorum", "коментар", "bình luận", "văn bản check-in", "评论",
        "評語", "簽到文字",
    ),
    "company": (
        "الشركة", "empresa", "společnost", "virksomhed", "firma", "εταιρεία", "compañía", "erakundea", "yritys",
        "entreprise", "חברה", "tvrtka", "cég", "perusahaan", "azienda", "企業", "회사", "uzņēmums", "bedrijf",
        "companie", "компания", "spoločnosť", "podjetje", "företag", "บริษัท", "şirket", "компанія", "công ty",
        "公司",
    ),
    "table": (
        "اسم المقعد", "رقم المقعد", "nom de seient", "número de seient", "název místa", "číslo místa", "pladsnavn",
        "plads-nr", "sitzbezeichnung", "sitzplatz-nummer", "sitzplatz", "nombre del asiento", "número de la butaca",
        "eserlekuaren izena", "eserlekuaren zenbakia", "istuimen nimi", "paikkanumero", "nom du siège",
        "nome do asento", "שם מושב", "מספר מושב", "naziv sjedišta", "broj sjedišta", "ülőhely neve", "ülőhely száma",
        "nama kursi", "nomor kursi", "nome del posto", "numero di posto", "座席名", "座席番号", "좌석 이름",
        "좌석 번호", "numm vum sëtz", "sëtznummer", "sēdvietas nosaukums", "sēdvietas numurs", "setenavn",
        "setenummer", "stoelnaam", "stoelnummer", "nazwa miejsca", "numer miejsca", "nome do assento",
        "número do assento", "nome do lugar", "número do lugar", "numele scaunului", "numărul scaunului",
        "názov sedadla", "číslo sedadla", "ime sedeža", "številka sedeža", "stol namn", "stol nummer", "ชื่อที่นั่ง",
        "หมายเลขที่นั่ง", "назва місця", "номер місця", "tên chỗ ngồi", "số ghế", "座位名稱", "座位號",
    ),
    "status": (
        "الحالة", "حالة الطلب", "estat", "estat de la comanda", "stav objednávky", "bestillingsstatus",
        "bestellstatus", "κατάσταση", "κατάσταση παραγγελίασ", "estado", "estado del pedido", "estatus", "egoera",
        "eskaeraren egoera", "tila", "tilauksen tila", "statut", "statut de la commande", "estado do pedido", "סטטוס",
        "סטטוס הזמנה", "status narudžbe", "állapot", "rendelés állapota", "status pemesanan", "stato", "stato ordine",
        "ステータス", "注文の状態", "진행상태", "주문 상태", "status vun der bestellung", "statuss", "ordrestatus",
        "bestelstatus", "stan", "status zamówienia", "status do pedido", "stare", "status comandă", "статус",
        "статус заказа", "stav", "status naročila", "bokningsstatus", "สถานะ", "สถานะการสั่งซื้อ", "durum",
        "sipariş durumu", "статус замовлення", "trạng thái", "trạng thái đặt hàng", "状态", "订单状态", "狀態",
        "訂單狀態",
    ),
}  # fmt: skip
"""As pretix heads its exports, in the languages it speaks."""
