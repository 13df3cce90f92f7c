/*!
Hyphenation patterns for Portuguese
Source: hyph-pt.tex (hyph-utf8), version 1.4, 2024-07-13, through npm hyphen 1.14.1
Copyright (C) 1987, 1994, 1996, 2015 Pedro J. de Rezende, 1996, 2015 J. Joao Dias Almeida,
2024 Leonardo Araujo and Aline Benevides
Licence: BSD 3-clause, as the pattern file states
Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met:
* Redistributions of source code must retain the above copyright notice, this list of conditions
  and the following disclaimer.
* Redistributions in binary form must reproduce the above copyright notice, this list of conditions
  and the following disclaimer in the documentation and/or other materials provided with the
  distribution.
* Neither the name of the University of Campinas, of the University of Minho nor the names of its
  contributors may be used to endorse or promote products derived from this software without
  specific prior written permission.
THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR
IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL PEDRO J. DE REZENDE OR J.JOAO
DIAS ALMEIDA BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER
IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT
OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
Modified: converted and packed by scripts/hyphen-patterns.mjs; patterns with characters other than
letters are left out.
*/
import type { PatternData } from '../hyphenate-patterns.ts';

/** Packed patterns for Portuguese; the comment at the top of the file has source and licence. */
export const data: PatternData = {
  left: 2,
  right: 3,
  exceptions: "hard-ware soft-ware",
  patterns: {
    '00011': "proib",
    '00034': ".subli",
    '0004': ".neo",
    '001': "aui bui doim dui fui jui nui sui tui",
    '002': ".gno .gnó .gnô .mn .psi .psí .pt .s .t .tm coima tuid tuit",
    '0023': "subl subr",
    '01': "aind air. aiz. aâ aã aé aí aó aô aú eimp einc einf eing eins eint einv eá eâ eã eé eê eí eó eô eú iu iá iã ié ií ió iú oim oin oá oã oé oê oí oó uin uir. uiz. uá uâ uã ué uê uí éo ía íe ío úo",
    '011': "ainh uiç",
    '02': "cza tc",
    '021': "oina",
    '03': "aa ae ao cc ea ee eo ia ie ii io iâ iê iô oa oe oo rr ss ua ue uo uu",
    '1': "ba be bi bo bu bá bâ bã bé bê bí bó bô bõ bú ca ce ci co cu cá câ cã cé cê cí có cô cõ cú da de di do du dá dâ dã dé dê dí dó dô dõ dú fa fe fi fo fu fá fâ fã fé fê fí fó fô fõ fú ga ge gi go gu gá gâ gã gé gê gí gó gô gõ gú ja je ji jo ju já jâ jã jé jê jí jó jõ jú ka ke ki ko ku ká kâ kã ké kê kí kó kõ kú la le li lo lu lá lâ lã lé lê lí ló lô lõ lú ma me mi mo mu má mâ mã mé mê mí mó mô mõ mú na ne ni no nu ná nâ nã né nê ní nó nô nõ nú pa pe pi po pu pá pâ pã pé pê pí pó pô põ pú qu ra re ri ro ru rá râ rã ré rê rí ró rô rõ rú sa se si so su sá sâ sã sé sê sí só sô sõ sú ta te ti to tu tá tâ tã té tê tí tó tô tõ tú va ve vi vo vu vá vâ vã vé vê ví vó vô võ vú xa xe xi xo xu xá xâ xã xé xê xí xó xô xõ xú za ze zi zo zu zá zâ zã zé zê zí zó zô zõ zú ça çe çi ço çu çá çâ çã çé çê çí çó çô çõ çú",
    '102': "guá guã gué guê guí quá quâ quã qué quê quí",
    '104': "gua gue gui guo qua que qui quo",
    '12': "bl br ch cl cr dl dr fl fr gl gr kl kr lh nh pl pneu pr tl tr vl vr wl wr",
    '12001': "pseud",
    '4': "a. e. o.",
  },
};
