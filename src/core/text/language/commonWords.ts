/**
 * Words by language that most sentences of it have and no name consists of: for languages that share their script with
 * others. Where texts fit two languages equally well, the one listed first is meant.
 */
export const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: `the of and to is are was were be been being it its this that these those there here you your we our they their
    he she i my me if then else when where why how what which who not no yes can could should would will shall may might
    must do does did done can' don' isn' doesn' it' has have had having with without from into for on in at by as or but so than too
    also only just because before after until while each every any some all more most other same such use using used
    make makes see get set an a run add need needs want please about between via instead still yet again both`,
  es: `el la los las un una unos unas de del al y o que qué en es son está están ser estar fue era no sí si se su sus con
    sin por para como cómo cuando cuándo cuál cuáles dónde donde pero más muy ya también porque desde hasta entre sobre
    lo le les me te mi tu tus yo nos este esta esto estos estas ese esa eso hay tiene tienes tienen puede puedes puedo
    pueden hacer hace haces usar usa necesitas solo sólo todo todos todas cada otro otra antes después ahora así aquí
    versión nuevo nueva debe debes tengo quiero agregar agrego`,
  fr: `le la les un une des du de au aux et ou où que qui quoi dans en est sont être été avec sans pour par sur sous ne
    pas plus très ce cet cette ces il elle ils elles on nous vous je tu mon ma mes ton ta votre vos notre nos leur leurs
    son sa ses se si oui non comment pourquoi quand quel quelle quels quelles mais donc car aussi encore déjà puis après
    avant entre comme tout tous toute toutes peut peux pouvez faut fait faire avez avoir ai ont sinon alors ici même
    autre chaque lors l' d' qu' c' j' n' s'`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde nicht
    kein keine keinen mit ohne für von vom zu zum zur im in an am auf aus bei nach vor über unter zwischen durch um bis
    seit wenn ob dass weil als wie warum wo wann was wer welche welcher welches ich du er sie es wir ihr man mir mich
    dir dich uns mein dein deine deiner sein seine ihre unser auch nur noch schon sehr mehr dann so hier da dort kann
    kannst können muss müssen soll sollte hat haben habe ja nein sich sonst bitte gibt machen geht leider einfach jeder
    jede jedes diese dieser dieses alle`,
  pt: `o a os as um uma uns umas de do da dos das no na nos nas ao aos à às e ou que em é são está estão ser estar foi
    era não sim se seu sua seus suas com sem por pelo pela para como quando qual quais onde mas mais muito já também
    porque desde até entre sobre isso isto esse essa este esta ele ela eles elas eu você vocês nós me meu minha tem
    têm ter pode posso podem fazer faz usar use precisa basta só todo todos todas cada outro outra antes depois agora
    ainda aqui assim senão versão novo nova deve tenho quero seria então`,
  it: `il lo la i gli le un uno una di del dello della dei degli delle da dal dalla a al allo alla ai alle in nel nella
    nei con su sul sulla per tra fra e ed o ma che chi cui non sì no è sono era essere stato stata si se ci ne mi ti io
    tu lui lei noi voi loro mio mia tuo tua suo sua questo questa questi queste quello quella come quando dove perché
    quale quali cosa più molto anche solo già ancora poi dopo prima ogni tutto tutti altro altra può puoi possono devi
    deve fare fa ho hai ha hanno basta quindi così altrimenti qui invece troppo ora quanto l' dell' all' nell' un'`,
  nl: `de het een en of maar dat die dit deze van voor met zonder naar in op aan bij uit over onder tussen door om tot
    is zijn was waren wordt worden werd niet geen ja nee wel ook nog al alleen dan als wanneer waarom hoe wat wie welke
    waar ik je jij hij zij ze we wij jullie u mijn jouw jouw uw hun ons onze er hier daar kan kun kunt kunnen moet
    moeten mag zou heb hebt heeft hebben doe doet gebruik gebruiken zie maken maak krijg krijgt gaat anders elke elk te
    zo meer veel heel weer na sinds omdat toe`,
  pl: `i w we z ze na do od po za przed przez przy pod nad dla bez o u a ale lub albo oraz że który która które którzy
    co kto czy jak dlaczego kiedy gdzie jaki jaka jakie nie tak jest są był była było być będzie się to ten ta te tego
    tej tym tych ja ty on ona my wy oni mój moja twój swój jego jej ich jeśli jeżeli gdy żeby aby bo ponieważ więc
    można może mogę możesz musi musisz trzeba należy wystarczy już jeszcze też także tylko bardzo więcej tu tutaj tam
    potem inaczej każdy każdego wszystkie masz mam`,
  cs: `a i v ve z ze na do od po za před při pod nad pro bez o u k ke s se si ale nebo že který která které kteří co kdo
    zda jak proč kdy kde jaký jaká jaké ne není ano tak je jsou byl byla bylo být bude budou to ten ta tento tato toto
    této tohle tím těch já ty on ona my vy oni můj moje tvůj svůj jeho její jejich pokud když aby protože proto takže
    lze může můžete musí musíte stačí už ještě také jen pouze velmi příliš více tady tam pak potom jinak každý každého
    všechny mám máte nebo zatím mi`,
  sv: `och att är inte på som för av med det den de en ett har till om kan du när hur varför vad eller efter också så
    ska från men din ditt måste finns ingen inget nej ja ännu går får även vara bara redan sedan utan blir jag vi här där
    denna detta fel i över under mellan vid innan varje annars mitt min sig er ni han hon någon något alla mer mycket
    sen genom använd använder behöver vill då hade var vilken vilket lägg`,
  da: `og at er ikke på som for af med det den de en et har til om kan du når hvordan hvorfor hvad eller efter også så
    skal fra men din dit må findes ingen nej ja endnu går får være kun allerede siden uden bliver jeg vi her der denne
    dette fejl i over under mellem ved inden hver ellers mit min sig jer han hun nogen noget alle mere meget gennem
    bruger brug vil havde var hvilken hvis man blev hvornår bare nu op ud ind`,
  no: `og at å er ikke på som for av med det den de en et ei har til om kan du når hvordan hvorfor hva eller etter også
    så skal fra men din ditt må finnes ingen nei ja ennå går får være bare kun allerede siden uten blir jeg vi her der
    denne dette feil i over under mellom ved innen hver ellers mitt min seg dere han hun noen noe alle mer mye gjennom
    bruker bruk vil hadde var hvilken hvis man ble nå opp ut inn fungerer feilen mulig`,
  fi: `ja on ei se että kun jos niin kuin mutta tai vai myös vain jo vielä sitten koska miksi miten mitä mikä missä milloin
    kuka joka jotka tämä tämän tätä nämä se sen sitä ne niitä minä sinä hän me te he minun sinun olla ovat oli olivat
    ole eivät en et voi voit voin voivat pitää täytyy tulee kyllä ilman kanssa jälkeen ennen lopussa mukaan muuten
    liian hyvin enemmän kaikki jokaisen joka uusi uuden uudelleen käyttää käytä käytössä kunhan siinä täällä nyt`,
  tr: `bir bu şu o ve veya ya da de ile için gibi kadar daha çok en ne neden nasıl nerede hangi kim mi mı mu mü değil
    var yok evet hayır ben sen biz siz onlar olan olarak olur oldu olduğunda olduğu ise ama fakat çünkü eğer sonra önce
    sadece her hiç bazı tüm zaten henüz hala yeni eski üzerinde içinde içine göre kullanın kullanılır yapmak yapın
    gerekir gerek edin edilir eder bunu buna şey yoksa mümkün bakın diye ki`,
  id: `yang dan di ke dari untuk dengan pada adalah ini itu tidak bukan ya bisa dapat akan sudah belum telah jika kalau
    bila karena sehingga agar supaya atau tetapi tapi juga saja hanya lebih sangat apa apakah bagaimana mengapa kenapa
    kapan mana siapa saya aku kamu anda kami kita mereka ada oleh dalam seperti setelah sebelum saat ketika setiap semua
    lain harus perlu cara buat membuat menggunakan gunakan pakai cukup coba lalu maka sebagai secara masih lagi baru
    terlalu muncul kemudian`,
  ro: `și sau dar că care ce cine cum de la în din pe cu fără pentru prin peste sub între după înainte până este e sunt
    era fi fost nu da se își să am ai are avem aveți au poate puteți pot trebuie un o unei unui al ale a lui mai foarte
    doar deja încă acum aici acolo când unde dacă atunci astfel altfel fiecare fiecărui toate tot toți alt altă acest
    această aceste acesta aceasta eu tu el ea noi voi ei îmi îți prea când cât fi folosiți nou veche`,
  hu: `a az és vagy de hogy nem igen van vannak volt lesz lehet kell ez azt ezt ezek azok egy is csak már még ha mert
    akkor amikor ahol ami aki mi ki mit miért hogyan mikor hol melyik én te ő mi ti ők meg el le fel be ki vissza után
    előtt alatt között szerint nélkül minden más több nagyon túl így itt ott most újra hozzá különben ne sem pedig
    valamint illetve tehát először után lehetséges végén`,
  vi: `và của là có không được cho trong với để này đó khi nếu thì mà các những một bạn tôi chúng ta nó ở từ đến trên
    dưới sau trước hoặc nhưng vì nên cũng chỉ đã đang sẽ phải cần hãy bị do như thế nào sao tại gì ai đâu lỗi rồi lại
    mỗi mọi nhiều hơn rất quá chưa hiện vẫn còn thêm bằng cách làm xem chạy hết mới`,
  ca: `el la els les un una uns unes de del dels al als i o que què en és són està estan ser no sí si es seu seva amb
    sense per com quan on però més molt ja també perquè des fins entre sobre aquest aquesta això hi ha té pot podeu fer
    fa cal només tot tots totes cada altre després ara així aquí`,
  ms: `yang dan di ke dari untuk dengan pada ialah adalah ini itu tidak bukan ya boleh dapat akan sudah belum telah jika
    kalau kerana supaya atau tetapi juga sahaja hanya lebih sangat apa apakah bagaimana mengapa kenapa bila mana siapa
    saya awak anda kami kita mereka ada oleh dalam seperti selepas sebelum semasa apabila setiap semua lain perlu cara`,
  hr: `i u na je su da se za od do iz s sa po o li ne nije ali ili koji koja koje što tko kako zašto kada gdje ako jer
    može možete mora treba samo već još također ovo ova ovaj to taj ta biti bio bila bit će sam si smo ste vi mi nakon
    prije svaki sve više vrlo ovdje inače`,
  sk: `a i v vo z zo na do od po za pred pri pod nad pre bez o k ku s sa si ale alebo že ktorý ktorá ktoré čo kto či ako
    prečo kedy kde aký aká aké nie áno tak je sú bol bola bolo byť bude to ten tá tento táto toto môj tvoj svoj jeho
    ak keď aby pretože preto takže možno môže môžete musí musíte stačí už ešte tiež len veľmi viac tu tam potom inak
    každý každého všetky`,
  ru: `и в во на не что это как с со по для из к ко от до у за о об при без если то но или же бы ли да нет так уже ещё еще
    только также чтобы когда где почему зачем какой какая какие который которая которые кто я ты он она мы вы они его её
    их мой ваш свой этот эта эти того там тут здесь был была было быть есть будет нужно можно нельзя надо может можете
    после перед между через под над все всё очень более потому иначе пока через используйте`,
  uk: `і й та в у на не що це як з із зі по для до від за про при без якщо то але або чи же б так ні вже ще тільки також
    лише щоб коли де чому який яка які хто я ти він вона ми ви вони його її їх мій ваш свій цей ця ці того там тут був
    була було бути є буде потрібно можна треба може можете після перед між через під над всі все дуже більше бо поки
    інакше`,
  bg: `и в във на не че това как с със по за от до у при без ако то но или ли да са е се си вече още само също когато къде
    защо какъв каква какви който която които кой аз ти той тя ние вие те го я ги мой този тази тези там тук беше бъде
    има няма може можете трябва след преди между през под над всички всичко много повече защото иначе ще сте съм`,
  sr: `и у на не да је су се за од до из с са по о ли али или који која које што ко како зашто када где ако јер може
    можете мора треба само већ још такође ово ова овај то тај та бити био била ће сам смо сте ви ми након пре сваки све
    више врло овде иначе`,
  ar: `في من على إلى الى عن مع هذا هذه ذلك التي الذي أن ان إن لا ما لم لن هل كيف لماذا متى أين اين ماذا هو هي أو او ثم
    لكن إذا اذا عند عندما بعد قبل كل يمكن يمكنك يجب نعم قد كان كانت بين حتى لأن غير يوجد استخدم`,
  fa: `در از به با که این آن را است می نمی برای تا هم یا اما اگر چرا چگونه چطور کجا چه هر باید شود شده کنید کنم
    کند باشد بود هست نیست بله خیر نه بعد قبل روی زیر بین هنوز فقط ما شما من آیا پس های`,
  ur: `میں سے کو کے کی کا ہے ہیں نے پر اور یا یہ وہ اس کہ جو نہیں ہاں کیا کیوں کیسے کب کہاں اگر تو لیکن بھی صرف بعد پہلے ہو
    تھا کریں سکتے`,
  hi: `है हैं था थे का के की को में से पर और या यह ये वह वे कि जो नहीं हाँ हां क्या क्यों कैसे कब कहाँ अगर तो लेकिन भी सिर्फ़
    केवल बाद पहले हो होता होती करें करना कर ने एक अब बस फिर`,
  mr: `आहे आहेत होते चा ची चे च्या ला मध्ये आणि किंवा हे ही हा ते तो ती की जे नाही होय का कसे कधी कुठे जर तर पण सुद्धा फक्त
    नंतर आधी करा करणे एक आता`,
  ne: `छ छन् थियो को का की लाई मा र वा यो यी त्यो ती कि जो छैन हो के किन कसरी कहिले कहाँ यदि भने तर पनि मात्र पछि अघि
    गर्नुहोस् गर्न एक अब`,
};

/** Letters that words of these languages have and words of few others. */
export const TELLING_LETTERS: Readonly<Record<string, string>> = {
  es: 'ñ¿¡',
  fr: 'çœùêîûèà',
  de: 'ßäöü',
  pt: 'ãõçêâ',
  it: 'ìòùèà',
  pl: 'łąęśćżźń',
  cs: 'ěřůčšžýť',
  sk: 'ľĺŕôčšžýť',
  sv: 'åäö',
  da: 'æøå',
  no: 'æøå',
  fi: 'äö',
  tr: 'ğışçöü',
  ro: 'țșăţşîâ',
  hu: 'őűáéöü',
  vi: 'ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
  hr: 'đčćšž',
  ca: 'çàèòï',
  ru: 'ыэёъ',
  uk: 'іїєґ',
  bg: 'ъ',
  sr: 'јљњђћџ',
  ar: 'ةيكأإىؤئ',
  fa: 'یکپچژگ',
  ur: 'ٹڈڑںےہ',
  mr: 'ळ',
};
