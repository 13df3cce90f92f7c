/*!
Hyphenation patterns for Slovenian
Source: hyph-sl.tex (hyph-utf8), version 2.3, through npm hyphen 1.14.1
Copyright (C) 1990 Matjaž Vrečko
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

/** Packed patterns for Slovenian; the comment at the top of the file has source and licence. */
export const data: PatternData = {
  left: 2,
  right: 2,
  exceptions: "",
  patterns: {
    '000004': "nteks sonič",
    '000006': ".zliz dteks navze vetlet",
    '00003': "ckov",
    '00004': ".obid isis izliz jraz nsis oele prez spodl",
    '00005': ".vozl .vozn soni zliz",
    '00006': "jsist",
    '000067': ".predn",
    '0001': ".is .iz .od dis jra sis",
    '0002': "oiz",
    '0003': ".eks najo petl ušes",
    '00034': "banč",
    '0004': ".sis .st brezg brezi brezr eobj eobr freu jodl kok nezv oodl rizg rizl rizn taz",
    '00045': ".podn .povs .seks njevs osem",
    '0005': ".avr .ekv .obit eize nadr ozdj ravz seksi svet tcho trtu utho vozle",
    '00054': "erazr erazv gelč pevt",
    '00056': "ljudj",
    '0006': ".dispo drepn kozlo nazor revsk robid tekst vidva",
    '00065': "erazl evetl",
    '001': "aft be bi bo cks fe fu go gu izl izu ju ki ko ksc ksp kst le lo na ne nu pe po re ri ro si su tu či",
    '0012': "cko zaz",
    '002': "adl edl eiz ezg ozn ozo ozr ozv qu rzl vz wo šes",
    '0021': "ain aob iin juž",
    '003': "ajos ajug ajuč azla azle ečle nezm ovzd zavp",
    '0032': "ned",
    '004': "aks ati azlil azlit azliv azred bau bev demin demn diskr ebj eodl ezl ezmo ezre hau hei isa izla kspo lair lee medr nadre nzi ordeč ozb ozg pekt petle podna subo ubj vei vetin večl večm vtk",
    '00404': "jeks",
    '0043': "dezi naju navz podl",
    '0045': "eozn medn nadnj najen pevs podoč razid razor seksa",
    '005': "abba acci adur afga ahmi ahmo ajfi ajfo ajha ajhe ajim ajžn anmi anzi arxa arxo arxu asšč avši avža ayto azfo azora azoro azvp ažmi bovp buki buku bukv bury chma ckwe dick dord dovč duro duum edig edob edvč edzb effe efta epnik esda evha evstv ewle ewto ezdj ezgl ezimn eziz ečde ečdi ečdo ečop ečti ečto ečtr ečup ešpo ffma ftve govz ikča imhi itpr ivjo izme izmo izpo ičra ičvr judm keti kokd kste kuro leme lgča luki luku myhi ndga ndhi ngha ngvi nord ntga ntge ntvi nyqu obgl obide objo ocke ocki oddv odnal odzd okba okbe olre opme ouki ouku ovsem ovšk ozlo oznic ozniš ožmi phso pizo pčka rejo rekm rečv rozo rtha rukl rvjo ryan ržda sema sevp tawi texa ubpo uxem vidv vord zauk zazd zdju",
    '0054': "dovz ilčk rino",
    '006': "abrod adrl. adrla adrob ajimo ajstb andga andhi ardwa babba bochm bržda ddvoj dispr ebliz edobe edobr eipzi ekmal ektre evpre evste ewind ezijo ezist ezlom ezman ečvrs feljt fizlj fouri geige genjč gitpr huffm isert izode izure jzves kovše kstaz lavz. leipz lidž. medos mith. movš. mošt. nadra nadur najak najoč olgča ozlož podfa polob postd pzig. rajžn ravza recht redig rednju reiba resda reznač rezus rezve sign. tovž. trtur udmi. upčka vižg.",
    '008': ".č .š .ž",
    '01': "aa ab ac ad af ag ah ai aj ak al am an ao ap ara are ari aro aru as at av aze ač aš až bh bja bm bz bž cka dlo ea eb ec ed ee ef eg eh ei ej ek el em en ep era ere eri ero eru es et ev ez eč eš ež ia ib ic id if ig ih ii ij ik il im in ip ir is it iu iv ix iz iča iče iči iču iš iž jhi nča nče nči nču oa ob oc od oe of og oh oi oj ok ol om on oo op ora ore ori oro oru os ot ou ov oy oz oč oš ož rf rr rž tf ub uc ud ue uf ug uh ui uj uka uke uko ul um un up ura ure uri us ut uv uz uč uš už vf vg vča vče vči xf yj yl yw zc zg zig zli zlu zob zog zt zš zž",
    '011': "ae au eo eu ie io",
    '012': "zv",
    '02': "auk de dli do izr ool sci skn vza vzu zol šč",
    '021': "ečv li odž ovz",
    '03': "bjem blep brab braš brez brob drep vzp zdv zku zvn",
    '032': "rvj",
    '034': "ezdr",
    '04': "ahm ajf akst amz anm aph asš atf auf aul avž azig azob azra bja. drev dur edf edobs eep eff erf err etinš ewt eyw ezob ezt ezž ečd ečt ešp hlo ics ikč imh iskv ndm ngh ngv nost ntg ntv oas obz ocr okb okt olr oom opm rin rth sid slav son splod sten stir stič stra. ubp uth vpij vpil včer zgni zom zuj zven zvok",
    '043': "azoč edoč",
    '045': "ajek dino ezor",
    '04545': "ezum",
    '05': "aju. bjel bjet bleta blil blit bliv bord bras breže cko. dlit dliv dniv draz esta esti. estih estil ezij ezis hren jakt ksat kvip mniv murn ovza vskn všek zgot zlas zlom čmes",
    '06': "adobl odrep zane.",
    '065': "olavt",
    '1': "fa hu ind inp inš kn kre liz loč naj nas naz neh peč sc sp str usp viv wa ye zi zlj zn zo zu čj čl",
    '11': "zr",
    '12': "za",
    '2': "cc ch. ck ew ft ine iss jh jos jus juč ks. lj. ljk ljn ljs ljč ljš nj. njc njk njs njš nč rae sk. st. stk stm vzo vč šč. ščk ščn",
    '21': "bc bd bk bn bs bt bv bč bš cn ct db dc dd dg dh dj dk dp ds dt dv dč dš fn fs gd gt hk hn ht hč hš jb jc jd jg jk jl jm jn jod jp jr js jt jv jz jč jš kc kd km kt lb lc ld lf lg lh lk ll lm ln lp ls lt lv lz lč lš lž mb mc md mf mk mm mp ms mt mv mč mš mž nb nc nf ng nh nk nl nn np ns nt nv nz nš nž pc pk ps pt pš rb rc rd rg rh rj rk rl rm rn rp rs rt rv rz rč rš sb sf sj ss tb tc td tk tm ts tt ua vb vc vd vj vk vm vn vp vt yf zb zh zis zj zk zm zod zp zs zup zuz zč čb čg čk čn čp čs šj žb žc žj žk žč",
    '212': "dz zd zz",
    '23': "dm vzk",
    '232': "dof nd pč",
    '3': "inse intr ktr razl raču real rodi ste zbir zlil zlog zlož",
    '32': "vpa vzg",
    '34': "zvoj",
    '343': "inos",
    '4': "bmi dind dnas dobč eth hl. idor igh ile ilo inšk ire jime job jož kst. ktra ljc mind minp minš njv ogl opy phs ploz sc. skre stf tind tinos tinp tinse tnaj tz. urg vjo všk zredč zrez zreš zrež zri zru čop čup žmi",
    '43': "dnac dnar dnož dvi tint člet",
    '45': "dnap dnač dneb dniz dnjač dobd jint lizd zišč",
    '5': "dlet načel obla obro oseb redč stim tema zlit zliv",
    '6': "tletno",
    '65': "delem",
    '8': "č. š. ž.",
  },
};
