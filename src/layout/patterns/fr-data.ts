/*!
Hyphenation patterns for French
Source: hyph-fr.tex (hyph-utf8), version 2.13, 2016-05-12, through npm hyphen 1.14.1
Copyright (C) 1994-2002 Daniel Flipo, Bernard Gaulle, 2016 Arthur Reutenauer
Licence: MIT (as the pattern file states)
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

/** Packed patterns for French; the comment at the top of the file has source and licence. */
export const data: PatternData = {
  left: 2,
  right: 2,
  exceptions: "",
  patterns: {
    '000000002': "diaphragment.",
    '000000003': "grandiloquent. privatdocent. privatdozent. ventripotent.",
    '000000012': ".contresc .dacryoa .psychoan",
    '00000002': ".intera .intere .interi .intero .inters .interu .interé",
    '00000003': ".contremaître antiferment. intelligent. tempérament. transparent.",
    '000000032': ".phalanst",
    '00000004': "acquiescent.",
    '0000001': ".milliam .pluria",
    '00000012': ".aminoac .macrosc .rétroa sesquia stéréos thermos",
    '0000002': "amalgament. hypera hypere hyperi hypero hypers hyperu hyperé supero supers",
    '0000003': "boutill contingent. distill fritill instill monovalent. munificent. omnipotent. polyvalent. proéminent. prééminent. suréminent. équipotent.",
    '0000004': "chevill équivalent.",
    '000001': ".périos extra",
    '0000012': ".antia .antie .antis .antié .monoa .monoe .monoi .monoo .monos .monou .monoé .monoïdé .métasta .paras .posts .péris .périu archiépis paléoé photos radioa tachya",
    '000002': ".antienne extrac extrai slaloment. subliment.",
    '0000023': ".périss .pérista ombuds",
    '000003': ".still abstinent. capill chiendent. compétent. confident. connivent. continent. corpulent. cyrill dissident. détriment. entregent. fichument. ibrill indulgent. mécontent. nutriment. papilla papille papilli papillom permanent. pertinent. pirill pupill pusill résurgent. succulent. testament. thrill truculent. turbulent. vanillin vanillis",
    '0000032': ".proudh tchint",
    '000004': ".cons immiscent. semill sporulent. uevill vacill",
    '0000043': ".inter",
    '000005': "armill",
    '00001': ".ouaou hémié",
    '000012': ".bioa .ovisc .pera .pere .peri .pero .peru .peré .proscé .proé .préa .prée .préi .préo .prés .préu .préé .puddl .triac .trian .triat .trion hypoa hypoe hypoi hypoo hypos hypou hypoé hémopt omnis polya polye polyi polyo polys polyu polyè polyé télée téléi téléob téléop télés véloski",
    '00002': ".gemment. .penta .pontet .préau .réu .seule carêment. chroment. estiment. flamment. gramment. intiment. reliment. rythment. veniment. vidiment.",
    '00002003': ".chèvrefeuille",
    '0000203': ".baisemain",
    '000021': ".postin",
    '0000212': ".posto moyenâg transa transo transu",
    '000023': ".aposta .désam .posth .postr .prognath .préala .stagn .syngnath transh transp tungs",
    '0000232': "chlorac chlorét",
    '00003': ".comment. .ressent. .sarment. .serment. .souvent. .éminent. apparent. diligent. décadent. féculent. immanent. imminent. impotent. impudent. incident. indigent. indolent. innocent. insolent. rémanent. réticent.",
    '000032': "transact transats",
    '000034': ".anastr",
    '00004': ".con .cul .sch avill rcill rmill ucill uvill émill",
    '000041': "hyper super",
    '0001': ".biau .diald .déio",
    '00012': ".biac .biat .biu .coo .diacid .diacé .diami .diatom .dien .déa .déo .ena .eno .ina .ine .ini .ino .instab .inu .iné .res .réa .rée .réi .réo .réé oxya subs uniax uniov",
    '0002': ".asta .dés .inaugur .ineffab .inept .iner .inexora .inond .inuit .mésa .réaux .réel .réer .réuss .réèr abîment. animent. boument. brument. clament. firment. llument. plument. quament. éciment. écument. éliment.",
    '00021': ".cisalp .désœ .malaisé .malap .malen .malint .maloc .marx .mégoh .méses .mési .nonobs .panis .panopt .subin .subur .surinf .surint .surof .surox voltamp",
    '000212': ".bisa .dysa .dysi .dyso .dysu .dési .désun .désé .eura .maladres .maladro .malav .malod .mésus .panaf .panamé .panara .panoph .parache .parachè .suba .subé .sura .sure .surim .suré",
    '00023': ".coolie .dish .dys .inanit .inimiti .iniq .init .inocul .inul .inélucta .inénarra .mack .magnicide .magnificat .magnum .parhé .rescap .rescisi .resciso .rescou .rescri .respect .respir .resplend .respons .resquil .ress .rest .réale .réalis .réalit .réifi .sublimin .sublin .sublu .surh apostr montréal prostat épiscop",
    '0003': ".abréa .ardent. .argent. .arpent. .dolent. .latent. .mésan .onguent. .parent. .patent. .talent. ccident. cill current. gill hill ivalent. lill mill mittent. opulent. perh prudent. présent. raiment. ringent. sergent. serpent. tangent. tergent. torrent. trident. vill xill éloquent. énitent.",
    '00032': ".désastr .désc .désensib .désert .désexu .désinvo .désist .désorm .désorp .désoufr .désp .dést .subalt .sureau .surell .suret",
    '000323': ".désacr .désatell .désid .désign .désili .désinen .désir .désodé .désol .désopil .déségr .subér .surat",
    '00034': ".aesch .restab .restag .restand .restat .restim .restip .restoc .restop .restr .restu .resty .restén .restér épiscope",
    '0004': ".ch .kh .per .ph .sh .th millet",
    '00045': ".restrein .restrict .restrin",
    '001': "coacc coacq coap coar coassoc coassur coau coax coef coen coex poastre",
    '0012': "coad coé eustat ioact",
    '00122': "péréq",
    '002': "abh adh aiment. arment. asment. aument. chl chr conurb dament. erment. fament. fument. hument. ill miment. omment. orment. phl phr pénul rament. riment. sument. tament. thr toment. tument. édhi",
    '0023': ".agnat .igni .igné cogniti discop lawre pugnable pugnac wagn",
    '003': "absent. accent. escent. iscent. jacent. relent. repent. rulent. régent.",
    '003032': "caout",
    '0032': "surah",
    '004': ".a .e .i .o .u .y .â .è .é .ê .î .ô .û",
    '01': "ialgi iarthr ioxy nx oioni yalgi yasth",
    '012': "aèdre ddh ds fs gs istat ièdre lst ms odl ostas ostat ostim ostom ostrad ostratu ostriction ostéro oèdre ttl ystom",
    '02': "lment. âment. èment. ôment.",
    '021': "alalgi",
    '0212': "enivr",
    '023': "agnos astro esch escop ischia ischio isché oblong ognomoni ognosi ustr",
    '03': "llion écent. édent. équent. érent.",
    '032': "nsat. nsats.",
    '1': "alcool ba be bi bo bu by bâ bè bé bê bî bô bû ca ce ci co cu cy câ cè cé cê cî cô cû cœ da de di do du dy dâ dè dé dê dî dô dû fa fe fi fo fu fy fâ fè fé fê fî fô fû ga ge gi go gu gy gâ gè gé gê gî gô gû ha he hi ho hu hy hâ hè hé hê hî hô hû informat j ka ke ki ko ku ky kâ kè ké kê kî kô kû la le li lo lu ly là lâ lè lé lê lî lô lû ma me mi mo mu my mâ mè mé mê mî mô mû mœ na ne ni no nu ny nâ nè né nê nî nô nû nœ octet pa pe pi po pu py pâ pè pé pê pî pô pû q ra re ri ro ru ry râ rè ré rê rî rô rû sa se si so su sy sâ sè sé sê sî sô sû sœ ta te ti to tu ty tà tâ tè té tê tî tô tû va ve vi vo vu vy vâ vè vé vê vî vô vû wa we wi wo wu za ze zi zo zu zy zè zé ç",
    '12': "anesthési bl br ch ck cl cr dr fl fr gha ghe ghi gho ghy gl gn gr kh kr mnès mnémo mnési ph pl pneu pné pr psych ptèr ptér rh scaph sch sclér scop sh slav slov spatia sperm sphèr sphér spiel spiros spor standard stein stigm stock stomos stroph structu style th tr vr wr édrie édrique électr élément énerg",
    '2': "bent. blent. brent. cent. chb chent. chg chm chn chp chs cht chw ckb ckent. ckf ckg ckp cks ckt clent. crent. dent. dlent. drent. fent. flent. frent. gent. glent. gnent. grent. guent. jent. jk kent. lent. nent. pent. phent. phn phs pht plent. prent. quent. rent. schs sent. shent. shm shr shs tent. thl thm thn ths trent. vent. vrent. went. xent. zent.",
    '203': "ckh",
    '23': "rheur rhydr shom theur",
    '302': "phtalé phtis",
    '32': "dhal dhoud",
    '4': "be. bes. ble. bles. bre. bres. ce. ces. ch. che. ches. chle. chles. chre. chres. ck. cke. ckes. cle. cles. cre. cres. de. des. dre. dres. fe. fes. fle. fles. fre. fres. ge. ges. gle. gles. gne. gnes. gre. gres. gue. gues. he. hes. je. jes. ke. kes. kh. le. les. me. mes. ne. nes. pe. pes. ph. phe. phes. phle. phles. phre. phres. ple. ples. pre. pres. que. ques. re. res. rhe. rhes. sch. sche. sches. se. ses. sh. she. shes. te. tes. th. the. thes. thre. thres. tre. tres. ve. ves. vre. vres. we. wes. ze. zes.",
  },
};
