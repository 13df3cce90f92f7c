/*!
Hyphenation patterns for Danish
Source: hyph-da.tex (hyph-utf8), version 2011-01-11, through npm hyphen 1.14.1
Copyright (C) 1994 Frank Jensen
Licence: MIT (chosen from the licences the pattern file offers: LPPL or MIT)
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:
The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.
THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
Modified: converted and packed by scripts/hyphen-patterns.mjs; patterns with characters other than
letters are left out.
*/
import type { PatternData } from '../hyphenate-patterns.ts';

/** Packed patterns for Danish; the comment at the top of the file has source and licence. */
export const data: PatternData = {
  left: 2,
  right: 2,
  exceptions: "",
  patterns: {
    '000000004': "lingeniø",
    '000000005': "ldiagnos",
    '00000005': ".diagno",
    '0000003': ".hoved",
    '0000004': "ntiali ringse ringsor",
    '0000005': "jlmeld nemente tialist",
    '000001': "inter",
    '000003': "tands",
    '000004': "jlmeldi nemen",
    '000005': "eddel lfind",
    '00001': "fejl ings ions lses",
    '00003': ".deri .her .til brød fags heds hund ørne",
    '00004': ".ove dstå edde eteks gsdelen gsha lfin tedel ælle",
    '00005': "mmen teds",
    '0001': ".ans .bet .om .po foren jds teo vls",
    '0003': ".ae .ank .så .øvr ebs epi gerin indt ladr slo ugs",
    '0004': ".bitr fej giø hun hvo ion jderer jekto ktie neo ntale rmo runda sdy torm ugeri",
    '00045': ".net rron tlis",
    '0005': ".bela .ydr .æri adela aist aku atov dereri dsul dub erod gun idsk ikst jre kels mses ook ords rres trov yns årst ægs øde øms",
    '001': "bek betr die ems erk gsa gsp gsv ikl ksp muli oran pera rie rob tore tori ændr",
    '0014': "bes",
    '003': "afr alk bero bora ck edre edrin elak elar enso eraf ers ges gist gsor his ifr ikre ikv ileg ilk ins isp jus kesk kie kist kora kov ksan ksk ldst lto mik msp nist nspo obli onk opl opr ops ork orsl orst orø peu på rest rkso rop rtre rts tist uds ves ykli yrek æbl ønst",
    '004': "afri ampa bati bogr cio das derig eala edstr face fori gib gts hie iktu insv lemo liga lodu mio moda neda ntsu ovs psp qu rsn rys sama sese sibl sp tien tiø tspa ukta uktr vereg vl ærma ærmo",
    '0043': "lagr rds vilin ønt",
    '0045': "ankr bustr emple føren hin keta ntst sår uet vele yks ærgr",
    '005': "able agin agsi alsi araf beru bisk bore bsk bys cero ded desk dil dsan dsin dsvi dto dtu edar edra eis eksa elsa enak erege erov ertr erun erøn hes hoko hove ikri ilej ilel ilu irt itre. kest ksv ktre kts lio lsin lul misty msin msv ndsi ndsk ndsp nea nesl nest nio odri ods odun ofr ogre ogsk orim oro pagh pes pub rais rela respo rila rtrat sok stas stom tero tora tspr tsul udr upl usa usv utr vad zio æga ærs øro",
    '0054': "resu sks uts",
    '0065': "oise",
    '01': "ae ale ali alo aly ara are ari asi ate ati ato atu ave bj bst db df dg dk dl dm dp dski dte dv eal eci eh eka ekv elas eli eor epr ere eri eta ete eti eto ety eva evi evæ fb fd ff fg fh fk fp fte fti fv gb gd gg gh gl gm gte gti ia ic iel ien ika ike ilo ister ita ite iti itu iu iva ive ivi kk kle ksi kt lb lf lke lko ll lta lte mb mg ml mm mn mpe mpo mr mud nb nc nf nke nko nm nn nsku nsta nta nte nti ntr oc oe oj oke oli olo ote pt rb rf rgu rh rke rki rl rn rr rsa rsi rte rti rve sar sd sf sle sli sm spl sud th tm tn ua ue ula ule urer ute uti uto ype åd åe ære øje øre øve",
    '0101': "ata lgo",
    '014': "dd fs ss",
    '03': "ac ah aj ake ala alu anu api aro asa asc ask aso aste asti atø bso dh dj dta eaf eak ean eat ebl ee efr egu ein eje eke ekl eku elad ele elo ely elæ elø eop eov era erum erø etj etr etu eum eun eve eæ fta gart gf gk gp gta gtr gud gv ib idr ier iet. igu ih iku ilag ili imu inu iod iog iol iot ipli ire iri isc isi isti ito itr ity iø jag jle jli jr kh kste ldr lh lj lky lop lr lti ltr ltu lve lvi lvæ md mf mh mk mpi mpl mpr mste mta mte mti mtr ndr nerk nkr nku nkæ nord nr nsi nto ntu nty nz oa oka oku ola ole olu oor opi ore. oreg orek orer oret ori osi oso ot pd pf pm pn psk pst rdr rka rku ror rp rsp rsv rto rud rva rvi rvæ saf sap skl sun sve tsi tst tvæ ui ulæ ura ure uro usi vle vst ya ye yke yko ykv ypi yre yri ysi yti ål åre åt æc æe æri æso æste æve øe øke øle øri",
    '0303': "ores",
    '04': "agef agi agy dsm dsu edo elek emad enan eno erag erak eref erib gse gstr gsø ible ism kny ktar kterh kvo kvu lps ltaf ngo oas odin ogek ogel plan pro ring rteli sed skå smy snit snæ tra tsø ægek",
    '0405': "rskv",
    '043': "everf ureg",
    '045': "atin ejel ilid lterf ogo orin rdar rtor ægr",
    '05': "aka akr ao ape apo atr ava avæ az bt bw danta dov dros dru dtr ead eag eap ekr eky elu enu eol ery etæ etø ex eå fto ftvi gov gsla gså gto gyd ii ij iko iok ipi ipr isua itæ jk kau kb klak kstu lmu lsj ming msk mtå nerl nkv np nsti ntæ oh oin oly olæ oov oun oå panl pso pule pv renss rkæ rmu rskr rstu rsu rtal rtri rtro rty rtæ rtø rår ræl sint sju sly soms søk tså tuds tve ugu ukl uly upe uq uska uso vh vj vk vli vp vre vsu vt ydr yki yli ylo ymu yo yve yvæ åh åsk æi ækv æo æsi",
    '053': "ytr",
    '054': "gstide sr",
    '055': "ior",
    '1': "arb ba be bi bo by ce de di du fa fe fi fo fu ga ge gi gr gy kon kra kus lat le. ler les ma me mi mul mæ nal ne ni no omr per pla proc pu rel sam sat se sig skab ske stan stav ste. sted sten str stå sæ sø tag try typ ved vis vo værk",
    '101': "sys",
    '104': "br",
    '3': "abst agti analy anv bu ch da do drif driv dy dæ dø eff eft eksem eksp elem eur fl fy fæ fø go gå gæ klu kort kur kut kå kø len lov mo my må mø na ny næ opta ordn orient pa pen pot råd slå somm son spec sprog. stat stel ster. stes sto sul sur teg tid træk. udv varm vu værd",
    '301': "gø",
    '33': "asp",
    '34': "spi sy",
    '4': "alkv bd bs ch. dop drett enn ft ha. het lele leu ls mop nak nd nim ns or. pec ple. pler ples raf rarb reks ress rimo rinp rint røn sk. snin sper st. tanv tb tres ts",
    '403': "pore",
    '404': "delem",
    '41': "bn cc dn eko nh nl nv sb sop tf tl tt",
    '414': "sg",
    '43': "daf ht lint lp sh tk tp",
    '45': "genden gom jen. lins lor mej mov næb ph sæn vom",
    '454': "pp",
    '5': "adg afg afs arg bæ cy drøv elim erhv gj inf kap kav kod kry lab lagd lam led løs nø pok præ pæd rese rett rut rør sis sit siu sky slu sol som. somt stemo step stet stj stø ta. tekn term tur udl vet vå",
    '503': "py",
    '54': "dreve ser stam",
    '541': "afl",
    '55': "uv",
    '63': "tg",
  },
};
