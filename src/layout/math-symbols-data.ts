/** How a symbol sits among its neighbours: the atom classes of TeX (The TeXbook, chapter 18), with a few of our own. */
export type Atom =
  | 'none'
  | 'ord'
  | 'word'
  | 'function'
  | 'large'
  | 'bin'
  | 'sign'
  | 'rel'
  | 'open'
  | 'close'
  | 'bar'
  | 'punct'
  | 'inner'
  | 'slash';

/** TeX commands and the characters they print, by atom class: `name character name character …`. */
export const COMMANDS: Readonly<Partial<Record<Atom, string>>> = {
  ord: `
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
    lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
    chi χ psi ψ omega ω digamma ϝ
    Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο
    Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω
    varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ varPhi Φ varPsi Ψ varOmega Ω
    aleph ℵ beth ℶ gimel ℷ daleth ℸ hbar ℏ hslash ℏ ell ℓ wp ℘ imath ı jmath ȷ eth ð mho ℧ Finv Ⅎ Game ⅁
    partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥
    angle ∠ measuredangle ∡ sphericalangle ∢ triangle △ square □ Box □ blacksquare ■ lozenge ◊ Diamond ◇ bigstar ★
    blacklozenge ⧫ blacktriangle ▲ blacktriangledown ▼ triangledown ▽ complement ∁ intercal ⊺
    clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯ checkmark ✓ maltese ✠
    prime ′ backprime ‵ degree ° surd √ diagup ╱ diagdown ╲ bigcirc ◯
    dag † ddag ‡ S § P ¶ copyright © circledR ® pounds £ yen ¥ euro € textdegree ° textasciitilde ~
    Bbbk 𝕜 R ℝ N ℕ Z ℤ Q ℚ C ℂ reals ℝ Reals ℝ natnums ℕ cnums ℂ Complex ℂ aa å AA Å ae æ AE Æ o ø O Ø ss ß
    $ $ % % # # & & _ _ ldotp . lq ‘ rq ’
  `,
  inner: 'ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … mathellipsis … textellipsis …',
  large: `
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫
    bigcap ⋂ bigcup ⋃ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀ bigodot ⨀ bigotimes ⨂ bigoplus ⨁ biguplus ⨄
  `,
  bin: `
    pm ± mp ∓ times × div ÷ cdot · centerdot · ast * star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔
    vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ bigtriangleup △ bigtriangledown ▽
    triangleleft ◁ triangleright ▷ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙
    dagger † ddagger ‡ amalg ⨿ ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ Cap ⋒ Cup ⋓ doublecap ⋒ doublecup ⋓
    barwedge ⊼ veebar ⊻ doublebarwedge ⩞ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ dotplus ∔ divideontimes ⋇
    circledast ⊛ circledcirc ⊚ circleddash ⊝ curlyvee ⋎ curlywedge ⋏ bmod mod
  `,
  rel: `
    le ≤ leq ≤ leqslant ⩽ leqq ≦ ge ≥ geq ≥ geqslant ⩾ geqq ≧ lt < gt > ne ≠ neq ≠ ll ≪ gg ≫ lll ⋘ llless ⋘ ggg ⋙ gggtr ⋙
    equiv ≡ sim ∼ simeq ≃ approx ≈ approxeq ≊ cong ≅ asymp ≍ doteq ≐ doteqdot ≑ Doteq ≑ propto ∝ varpropto ∝
    thicksim ∼ thickapprox ≈ backsim ∽ backsimeq ⋍ triangleq ≜ circeq ≗ eqcirc ≖ bumpeq ≏ Bumpeq ≎ risingdotseq ≓ fallingdotseq ≒
    coloneqq := coloneq := eqqcolon =: Coloneqq ::= colonequals := in ∈ notin ∉ ni ∋ owns ∋ notni ∌
    subset ⊂ subseteq ⊆ subseteqq ⫅ subsetneq ⊊ subsetneqq ⫋ supset ⊃ supseteq ⊇ supseteqq ⫆ supsetneq ⊋ supsetneqq ⫌
    nsubseteq ⊈ nsupseteq ⊉ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsubseteq ⊑ sqsupset ⊐ sqsupseteq ⊒
    prec ≺ preceq ⪯ preccurlyeq ≼ precsim ≾ nprec ⊀ npreceq ⋠ succ ≻ succeq ⪰ succcurlyeq ≽ succsim ≿ nsucc ⊁ nsucceq ⋡
    perp ⊥ parallel ∥ nparallel ∦ shortparallel ∥ mid | nmid ∤ shortmid | divides | vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩
    Vvdash ⊪ nvdash ⊬ nvDash ⊭ nVdash ⊮ bowtie ⋈ Join ⋈ smile ⌣ frown ⌢ between ≬ pitchfork ⋔ therefore ∴ because ∵
    lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ lessdot ⋖ gtrdot ⋗
    nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ≰ ngeqslant ≱ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ nsim ≁ ncong ≇
    trianglelefteq ⊴ trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ blacktriangleleft ◀ blacktriangleright ▶
    to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔
    implies ⟹ impliedby ⟸ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
    Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ twoheadrightarrow ↠ twoheadleftarrow ↞
    rightarrowtail ↣ leftarrowtail ↢ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕
    nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
    upharpoonright ↾ upharpoonleft ↿ downharpoonright ⇂ downharpoonleft ⇃ restriction ↾ rightleftharpoons ⇌ leftrightharpoons ⇋
    rightleftarrows ⇄ leftrightarrows ⇆ rightrightarrows ⇉ leftleftarrows ⇇ upuparrows ⇈ downdownarrows ⇊
    leadsto ⇝ rightsquigarrow ⇝ leftrightsquigarrow ↭ nrightarrow ↛ nleftarrow ↚ nleftrightarrow ↮ nRightarrow ⇏
    nLeftarrow ⇍ nLeftrightarrow ⇎ multimap ⊸ curvearrowright ↷ curvearrowleft ↶ circlearrowright ↻ circlearrowleft ↺
    looparrowright ↬ looparrowleft ↫ Rrightarrow ⇛ Lleftarrow ⇚ dashrightarrow ⇢ dashleftarrow ⇠ Lsh ↰ Rsh ↱
  `,
  open: `
    { { lbrace { lbrack [ lparen ( langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮ lmoustache ⎰ llbracket ⟦ ulcorner ⌜ llcorner ⌞
  `,
  close: `
    } } rbrace } rbrack ] rparen ) rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯ rmoustache ⎱ rrbracket ⟧ urcorner ⌝ lrcorner ⌟
  `,
  bar: 'vert | Vert ‖ | ‖',
  punct: 'colon :',
  slash: 'slash / backslash \\',
};

/** Characters typed as they are that are not ordinary letters: `character printed …` by atom class. */
export const CHARACTERS: Readonly<Partial<Record<Atom, string>>> = {
  bin: '+ + - − − − * * ∗ *',
  rel: '= = < < > > : :',
  open: '( ( [ [',
  close: ') ) ] ]',
  bar: '| |',
  punct: ', , ; ;',
  slash: '/ /',
};

/** Function names that TeX sets upright; `_` stands for a blank. */
export const FUNCTIONS = `
  arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf=lim_inf limsup=lim_sup
  ln log max min Pr sec sin sinh sup tan tanh injlim=inj_lim projlim=proj_lim varlimsup=lim_sup varliminf=lim_inf
  arcctg arctg ch cosec cotg ctg cth sh tg th argmax=arg_max argmin=arg_min Re Im mod
`;

/** Spacing commands and the columns they print; those of one column may close up inside a script. */
export const SPACES: Readonly<Record<string, number>> = {
  ',': 1, ':': 1, ';': 1, '>': 1, ' ': 1, '\n': 1, '!': 0, thinspace: 1, medspace: 1, thickspace: 1, negthinspace: 0, negmedspace: 0,
  negthickspace: 0, enspace: 1, space: 1, nobreakspace: 1, enskip: 1, quad: 2, qquad: 4, '/': 0,
};

/** Accents as combining characters. */
export const ACCENTS: Readonly<Record<string, string>> = {
  hat: '\u0302', widehat: '\u0302', bar: '\u0304', vec: '\u20d7', overrightarrow: '\u20d7', overleftarrow: '\u20d6',
  dot: '\u0307', ddot: '\u0308', dddot: '\u20db', ddddot: '\u20dc', tilde: '\u0303', widetilde: '\u0303', check: '\u030c',
  widecheck: '\u030c', breve: '\u0306', acute: '\u0301', grave: '\u0300', mathring: '\u030a', overleftrightarrow: '\u20e1',
};

/** Rules over or under any number of letters: the combining character and the form before a bracket (UTN #28). */
export const RULES: Readonly<Record<string, readonly [string, string]>> = {
  overline: ['\u0305', '\u00af'],
  underline: ['\u0332', '\u2581'],
  underbar: ['\u0332', '\u2581'],
};

/** Letter styles; those without characters of their own print plain letters. */
export const ALPHABETS: Readonly<Record<string, 'plain' | 'double' | 'script' | 'fraktur'>> = {
  mathbb: 'double', Bbb: 'double', mathds: 'double', mathbbm: 'double', mathcal: 'script', mathscr: 'script', mathfrak: 'fraktur',
  frak: 'fraktur', mathbf: 'plain', mathrm: 'plain', mathit: 'plain', mathsf: 'plain', mathtt: 'plain', mathnormal: 'plain',
  boldsymbol: 'plain', bm: 'plain', pmb: 'plain', bold: 'plain', mathbfit: 'plain', symbf: 'plain', symrm: 'plain', symit: 'plain',
};

/** First code points of A, a and 0 in the Mathematical Alphanumeric Symbols block (0: none), and the letters outside it. */
export const LETTERS: Readonly<Record<'double' | 'script' | 'fraktur', readonly [number, number, number, string]>> = {
  double: [0x1d538, 0x1d552, 0x1d7d8, 'C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ'],
  script: [0x1d49c, 0x1d4b6, 0, 'B ℬ E ℰ F ℱ H ℋ I ℐ L ℒ M ℳ R ℛ e ℯ g ℊ o ℴ'],
  fraktur: [0x1d504, 0x1d51e, 0, 'C ℭ H ℌ I ℑ R ℜ Z ℨ'],
};

/** Commands that set words with their blanks. */
export const TEXTS = 'text textrm textbf textit texttt textsf textnormal textup textmd textsc textsl emph mbox hbox';

/** Commands that give their argument an atom class. */
export const CLASSES: Readonly<Record<string, Atom>> = {
  mathord: 'ord', mathop: 'large', operatorname: 'function', operatornamewithlimits: 'function', mathbin: 'bin', mathrel: 'rel',
  mathopen: 'open', mathclose: 'close', mathpunct: 'punct', mathinner: 'inner', ensuremath: 'ord',
};

/** Commands printed by a pattern: its words and the numbers of its arguments, and the atom class of the whole. */
export const PATTERNS: Readonly<Record<string, readonly [Atom, ...(string | number)[]]>> = {
  binom: ['ord', 'C(', 0, ', ', 1, ')'], dbinom: ['ord', 'C(', 0, ', ', 1, ')'], tbinom: ['ord', 'C(', 0, ', ', 1, ')'],
  pmod: ['inner', '(mod ', 0, ')'], pod: ['inner', '(', 0, ')'],
  overbrace: ['ord', '\u23de(', 0, ')'], underbrace: ['ord', '\u23df(', 0, ')'],
  overbracket: ['ord', '\u23b4(', 0, ')'], underbracket: ['ord', '\u23b5(', 0, ')'],
  bra: ['ord', '⟨', 0, '|'], ket: ['ord', '|', 0, '⟩'], braket: ['ord', '⟨', 0, '⟩'], abs: ['ord', '|', 0, '|'], norm: ['ord', '‖', 0, '‖'],
  boxed: ['inner', '[', 0, ']'], fbox: ['inner', '[', 0, ']'],
};

/** Commands with an argument that changes nothing a terminal can show: the argument is printed as it is. */
export const TRANSPARENT = 'smash vcenter mathllap mathrlap mathclap llap rlap clap';

/** Commands without any effect on the characters. */
export const IGNORED = `
  displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits displaylimits nonumber notag rm bf it sf tt mit boldmath
  big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm
  hline hfill hfil relax allowbreak nobreak strut mathstrut null toprule midrule bottomrule centering
`;

/** Commands that print nothing, with one argument that is no formula. */
export const DROPPED = 'label color vspace phantom vphantom arraystretch cline';

/** How an environment lines up its cells: pairs (right, left), or one place for every column, or as its argument says. */
export interface Environment {
  readonly open: string;
  readonly close: string;
  readonly align: 'pairs' | 'centre' | 'left' | 'relation' | 'argument';
}

const plain = (align: Environment['align']): Environment => ({ open: '', close: '', align });
const fenced = (open: string, close: string): Environment => ({ open, close, align: 'centre' });

/** The environments, without their stars. */
export const ENVIRONMENTS: Readonly<Record<string, Environment>> = {
  align: plain('pairs'), aligned: plain('pairs'), split: plain('pairs'), alignat: plain('pairs'), alignedat: plain('pairs'),
  flalign: plain('pairs'), xalignat: plain('pairs'), eqnarray: plain('relation'),
  gather: plain('left'), gathered: plain('left'), multline: plain('left'), multlined: plain('left'), equation: plain('left'),
  math: plain('left'), displaymath: plain('left'), subarray: plain('argument'),
  array: plain('argument'), matrix: plain('centre'), smallmatrix: plain('centre'),
  pmatrix: fenced('(', ')'), bmatrix: fenced('[', ']'), Bmatrix: fenced('{', '}'), vmatrix: fenced('|', '|'), Vmatrix: fenced('‖', '‖'),
  psmallmatrix: fenced('(', ')'), bsmallmatrix: fenced('[', ']'),
  cases: { open: '{', close: '', align: 'left' }, dcases: { open: '{', close: '', align: 'left' },
  rcases: { open: '', close: '}', align: 'left' }, drcases: { open: '', close: '}', align: 'left' },
};

/** Environments with an argument before the first cell. */
export const WITH_ARGUMENT = 'array subarray alignat alignedat xalignat';

/** Brackets over several rows: top, middle, filling, bottom. */
export const TALL: Readonly<Record<string, readonly [string, string, string, string]>> = {
  '(': ['⎛', '⎜', '⎜', '⎝'], ')': ['⎞', '⎟', '⎟', '⎠'], '[': ['⎡', '⎢', '⎢', '⎣'], ']': ['⎤', '⎥', '⎥', '⎦'],
  '{': ['⎧', '⎨', '⎪', '⎩'], '}': ['⎫', '⎬', '⎪', '⎭'], '|': ['│', '│', '│', '│'], '‖': ['║', '║', '║', '║'],
  '⌊': ['⎢', '⎢', '⎢', '⎣'], '⌋': ['⎥', '⎥', '⎥', '⎦'], '⌈': ['⎡', '⎢', '⎢', '⎢'], '⌉': ['⎤', '⎥', '⎥', '⎥'],
};

/** The fractions that are characters of their own. */
export const VULGAR: Readonly<Record<string, string>> = {
  '1/2': '½', '1/3': '⅓', '2/3': '⅔', '1/4': '¼', '3/4': '¾', '1/5': '⅕', '2/5': '⅖', '3/5': '⅗', '4/5': '⅘', '1/6': '⅙', '5/6': '⅚',
  '1/7': '⅐', '1/8': '⅛', '3/8': '⅜', '5/8': '⅝', '7/8': '⅞', '1/9': '⅑', '1/10': '⅒',
};
