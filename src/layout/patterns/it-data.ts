/*!
Hyphenation patterns for Italian
Source: hyph-it.tex (hyph-utf8), version 4.9, 2014-04-22, through npm hyphen 1.14.1
Copyright (C) 2008-2011 Claudio Beccari
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

/** Packed patterns for Italian; the comment at the top of the file has source and licence. */
export const data: PatternData = {
  left: 2,
  right: 2,
  exceptions: "",
  patterns: {
    '00000001': ".contro",
    '0000001': ".narco",
    '00000021': ".circum",
    '000001': ".anti .opto .para",
    '0000023': ".frank .transc .transd .transl .transn .transp .transr .transt",
    '000003': ".free",
    '0000032': ".antimn .ortop .polip",
    '00001': ".bio .pre",
    '0000203': ".share",
    '000021': ".welt",
    '00012': ".reiscr",
    '0002': ".phl .phr",
    '00023': ".discine .sublu .subr .wagn",
    '00032': ".lipsa",
    '00043': ".caps",
    '002': ".c .d .h .j .k .ps .t .z chr tzs war",
    '0021': ".exeu",
    '0032': ".apn hipn",
    '01': "aia aie aio aiu auo aya eiu oia oie oio oiu yi you",
    '02': "bl br ch cl cr dr ew fl fr gh gl gn gr hl kh kl kr lh lj ph pl pr rh th tl tr ts tz vl vr wh",
    '0223': "rts",
    '023': "ngn nsfer tts",
    '043': "ssm",
    '1': "b c d f g h j k l m n p q r t v w x z",
    '12': "s",
    '2': "at. b. bb bc bd bf bm bn bp bs bt bv c. cb cc cd cf ch. chb chh chn ck cm cn cq cs ct cz d. db dd dg dl dm dn dp ds dt dv dw f. fb ff fg fn fs ft g. gb gd gf gg gm gp gs gt gv gw gz h. hb hd hh hm hn hr hv j. k. kf kg kk km ks kt l. lb lc ld lg lk ll lm ln lp lq lr ls lt lv lw lz m. mb mc mf ml mm mn mp mq mr ms mt mv mw n. nb nc nd nf ng nheit nk nl nm nn np nq nr ns nt nv nz p. pd pn pp ps pt pz q. qq r. rb rc rd rf rg rk rl rm rn rp rq rr rs rt rv rw rx rz sh. shm stb stc std stf stg stm stn stp sts stt stv sz t. tb tc td tf tg th. tm tn tp tt tv tw tzk v. vc vv w. x. xb xc xf xh xm xp xt xw z. zb zd zl zn zp zs zt zv zz",
    '202': "ght",
    '21': "wy",
    '23': "ss",
    '232': "lf spn",
    '32': "pne psic tsch",
    '4': "s.",
  },
};
