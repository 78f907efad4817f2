package photocat.model.license;

import java.util.HashMap;
import java.util.Map;

/** The words by which people name licences, in the languages that licences were written in. */
final class LicensePhrases {
  /** Lower case, no accents, one space between words. */
  private static final String TABLE =
      """
      COMMONS: cc | creative commons | creativecommons | creative common
      ZERO: cc0 | cc 0 | cczero | cc zero | creative commons zero | creative commons 0
      ZERO: creative commons cc0 | creative commons cczero | creative commons cc zero | ccz
      BY: by | attribution | attribution required | namensnennung | atribucion | reconocimiento
      BY: atribuicao | attribuzione | paternite | naamsvermelding | erkannande | navngivelse
      BY: navngiving | uznanie autorstwa | nimea | atribucio | reconeixement | uvedte puvod
      BY: nevezd meg | kreditering | 表示 | 署名
      NON_COMMERCIAL: nc | noncommercial | non commercial | not for commercial use
      NON_COMMERCIAL: no commercial use | not for commercial purposes | noncommercial use only
      NON_COMMERCIAL: non commercial use only | pas d utilisation commerciale
      NON_COMMERCIAL: pas d usage commercial | nicht kommerziell | keine kommerzielle nutzung
      NON_COMMERCIAL: no comercial | nao comercial | uso nao comercial | sem uso comercial
      NON_COMMERCIAL: niet commercieel | ikke kommersiell | ikkekommersiell | ikke kommerciel
      NON_COMMERCIAL: ickekommersiell | icke kommersiell | non commerciale
      NON_COMMERCIAL: uzycie niekomercyjne | ei kaupallinen | epakaupallinen | 非営利 | 非商业性使用
      NON_COMMERCIAL: non profit | not for profit | not for profit use only
      NON_COMMERCIAL: non profit use only
      SHARE_ALIKE: sa | sharealike | share alike | partage dans les memes conditions
      SHARE_ALIKE: partage a l identique | weitergabe unter gleichen bedingungen
      SHARE_ALIKE: compartirigual | compartir igual | compartilhaigual | compartilha igual
      SHARE_ALIKE: partilha nos mesmos termos | gelijk delen | gelijkdelen | del pa samme vilkar
      SHARE_ALIKE: delpasammevilkar | dela lika | delalika | condividi allo stesso modo
      SHARE_ALIKE: na tych samych warunkach | sama lisenssi | 継承 | 相同方式共享
      NO_DERIVATIVES: nd | noderivs | noderivatives | no derivs | no derivatives
      NO_DERIVATIVES: no derivative works | noderivativeworks | no derivative
      NO_DERIVATIVES: pas de modification | pas de modifications | pas d oeuvre derivee
      NO_DERIVATIVES: keine bearbeitung | keine bearbeitungen | sin obra derivada
      NO_DERIVATIVES: sin obras derivadas | sinderivadas | sin derivadas | sem derivacoes
      NO_DERIVATIVES: semderivacoes | sem derivados | geen afgeleide werken
      NO_DERIVATIVES: geenafgeleidewerken | ingen bearbeidelse | inga bearbetningar
      NO_DERIVATIVES: ingabearbetningar | non opere derivate | bez utworow zaleznych | 改変禁止
      NO_DERIVATIVES: 禁止演绎
      PUBLIC_DOMAIN: public domain | publicdomain | public domain mark | pdm | cc pd | cc pdm
      PUBLIC_DOMAIN: domaine public | gemeinfrei | dominio publico | publiek domein
      PUBLIC_DOMAIN: no known copyright | no known copyright restrictions
      PUBLIC_DOMAIN: no known copyright restriction | no known restrictions | pubblico dominio
      PUBLIC_DOMAIN: creative commons pdm | no longer under copyright protection
      PUBLIC_DOMAIN: creative commons public domain | 公有领域
      RESERVED: all rights reserved | all rights are reserved | all right reserved | arr
      RESERVED: in copyright | alle rechte vorbehalten | tous droits reserves
      RESERVED: todos los derechos reservados | todos os direitos reservados
      RESERVED: tutti i diritti riservati | alle rechten voorbehouden
      RESERVED: alla rattigheter forbehallna | alle rettigheder forbeholdes
      RESERVED: alle rettigheter forbeholdt | kaikki oikeudet pidatetaan | copyright restricted
      RESERVED: all rights restricted
      OTHER_LICENSE: gfdl | gpl | lgpl | agpl | odbl | odc | pddl | ogl | fal
      OTHER_LICENSE: gnu free documentation | gnu | free documentation | open database
      OTHER_LICENSE: open data commons | open government | sampling | sampling plus | devnations
      OTHER_LICENSE: developing nations | free art | apache license | mit license | bsd license
      OTHER_LICENSE: etalab | unsplash | pixabay | getty
      NO: no | non
      NOT: not | never | except | excepted | exceptions | unless | excluding | nicht | kein
      NOT: keine | sauf | excepto | salvo | niet | geen | isn t | other than | ej | ikke | inte
      NOT: formerly | previously | n est pas | ne pas
      LIMIT: permission | permissions | permitted | restrict | restricted | restriction
      LIMIT: restrictions | restricts | prohibited | forbidden | consent | written | educational
      LIMIT: education | personal use | private use | research use | research only
      LIMIT: research purposes | scientific use | academic | may not | must not | cannot
      LIMIT: conditions apply | usage conditions | subject to | possibly | probably | maybe
      LIMIT: perhaps | tbd | presumed | pending | to be determined | embargo | embargoed
      LIMIT: low resolution | thumbnails | apply for | on request | upon request | prior
      LIMIT: autorisation | autorizacion | genehmigung | autorizacao | authorization
      LIMIT: commercial use | commercial uses | commercial reuse | commercial purposes
      LIMIT: authorisation | uncertain | unclear | undetermined | disputed
      NOTICE: copyright | copyrighted | © | rights holder | some rights reserved | property of
      NOTICE: courtesy of | courtesy
      PLACEHOLDER: null | none | na | n a | nan | unknown | unspecified | unsupported
      PLACEHOLDER: undefined | missing | not supplied | not specified | not provided
      PLACEHOLDER: not available | not known | no data | no license | no licence | other
      PLACEHOLDER: unlicensed | not applicable | not set | empty | blank | unlicenced
      FILLER: license | licence | licensed | licenses | licences | lizenz | licencia | licenca
      FILLER: licenza | licentie | licens | lisens | licenz | international | internacional
      FILLER: internazionale | internationaal | internationale | unported | generic | universal
      FILLER: version | ver | v | deed | legalcode | works | work | no rights reserved
      FILLER: dedication | the | a | for | non transpose | uso | only
      """;

  private static final int MOST_WORDS = 6;
  private static final Map<String, LicenseToken> PHRASES = phrases();

  private LicensePhrases() {}

  private static Map<String, LicenseToken> phrases() {
    Map<String, LicenseToken> phrases = new HashMap<>();
    TABLE
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(": ");
              LicenseToken token = LicenseToken.valueOf(line.substring(0, colon));
              for (String phrase : line.substring(colon + 2).split(" \\| ", -1)) {
                phrases.putIfAbsent(phrase, token);
              }
            });
    return Map.copyOf(phrases);
  }

  /** Returns how many words a phrase has at most. */
  static int mostWords() {
    return MOST_WORDS;
  }

  /** Returns what {@code phrase} means, {@link LicenseToken#WORD} for nothing. */
  static LicenseToken meaning(String phrase) {
    return PHRASES.getOrDefault(phrase, LicenseToken.WORD);
  }
}
