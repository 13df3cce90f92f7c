/*!
Hyphenation patterns for Modern Greek, monotonic
Source: hyph-el-monoton.tex (hyph-utf8), version 5.0, 2011-09-12, through npm hyphen 1.14.1
Copyright (C) 2008-2011 Dimitrios Filippou
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

/** Packed patterns for Modern Greek, monotonic; the comment at the top of the file has source and licence. */
export const data: PatternData = {
  left: 1,
  right: 1,
  exceptions: "",
  patterns: {
    '002': "σθμ στφ τζμ ϲθμ ϲτφ",
    '003': ".ή .ί .η .ι .υ .ύ .ή .ί .ύ",
    '004': ".β .γ .δ .ζ .θ .κ .λ .μ .ν .ξ .π .ρ .σ .τ .φ .χ .ψ .ϲ",
    '01': "ΐ ά έ ή ί ΰ α ε η ι ο υ ω ϊ ϋ ό ύ ώ",
    '02': "άι άϊ έι έϊ αί αη αι αυ αϊ αϋ αύ αί αύ εί ει ευ εϊ εϋ εύ εί εύ ηά ηέ ηα ηε ηο ηυ ηω ηό ηύ ηώ ηά ηέ ηό ηύ ηώ ιά ιέ ια ιε ιο ιω ιό ιώ ιά ιέ ιό ιώ οί οει οη οι ου οϊ ού οί ού υά υί υα υι υο υω υό υώ υά υί υό υώ όι όϊ άι άϊ έι έϊ όι όϊ",
    '03': "άη. άι. άυ έυ ήυ όη. όι. όυ ύι άη. άι. άυ έυ ήυ όη. όι. όυ ύι",
    '033': "οϊό οϊό",
    '4': "β. βρ. γ. γκ. γκς. γκσ. γκϲ. γλ. δ. ζ. θ. κ. κλ. κσ. κτ. λ. λς. λσ. λϲ. μ. μπ. μπλ. μπν. μπρ. μς. μσ. μϲ. ν. νς. νσ. ντ. ντς. ντσ. ντϲ. νϲ. ξ. π. ρ. ρς. ρσ. ρϲ. ς. σ. σκ. στ. τ. τζ. τλ. τρ. τς. τσ. τϲ. φ. φτ. χ. χτ. ψ. ϲ. ϲκ. ϲτ.",
    '401': "γκμπ γκντ γκτζ γκτσ γκτϲ μπντ μπτζ μπτσ μπτϲ ντμπ τσγκ τσμπ τσντ τϲγκ τϲμπ τϲντ",
    '41': "ββ βζ βθ βκ βμ βν βξ βπ βσ βτ βφ βχ βψ βϲ γβ γγ γζ γθ γκτ γμ γξ γπ γσ γτ γφ γχ γψ γϲ δβ δγ δδ δζ δθ δκ δλ δξ δπ δσ δτ δφ δχ δψ δϲ ζβ ζγ ζδ ζζ ζθ ζκ ζλ ζμ ζν ζξ ζπ ζρ ζσ ζτ ζφ ζχ ζψ ζϲ θβ θγ θδ θζ θθ θκ θμ θξ θπ θσ θτ θφ θχ θψ θϲ κβ κγ κδ κζ κθ κκ κμ κξ κπ κσ κφ κχ κψ κϲ λβ λγ λδ λζ λθ λκ λλ λμ λν λξ λπ λρ λσ λτ λφ λχ λψ λϲ μβ μγ μδ μζ μθ μκ μλ μμ μξ μπτ μρ μσ μτ μφ μχ μψ μϲ νβ νγ νδ νζ νθ νκ νλ νμ νν νξ νπ νρ νσ ντζ ντσ ντϲ νφ νχ νψ νϲ ξβ ξγ ξδ ξζ ξθ ξκ ξλ ξμ ξν ξπ ξρ ξσ ξτ ξφ ξχ ξψ ξϲ πβ πγ πδ πζ πθ πκ πμ πξ ππ πσ πφ πχ πψ πϲ ρβ ργ ρδ ρζ ρθ ρκ ρλ ρμ ρν ρξ ρπ ρρ ρσ ρτ ρφ ρχ ρψ ρϲ σδ σζ σν σξ σρ σσ σψ τβ τγ τδ τθ τκ τν τξ τπ ττ τφ τχ τψ φβ φγ φδ φζ φκ φμ φν φξ φπ φσ φφ φχ φψ φϲ χβ χγ χδ χζ χκ χμ χξ χπ χσ χφ χχ χψ χϲ ψβ ψγ ψδ ψζ ψθ ψκ ψλ ψμ ψν ψξ ψπ ψρ ψσ ψτ ψφ ψχ ψψ ψϲ ϲδ ϲζ ϲν ϲξ ϲρ ϲψ ϲϲ",
    '452': "γκφ γξτ λκμ μψτ νκφ ργμ ρθμ ρκμ ρξτ ρφν ρχμ",
    '6': "κς. κϲ.",
  },
};
