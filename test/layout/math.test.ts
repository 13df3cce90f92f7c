import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mathLines, mathText } from '../../src/layout/math.ts';
import { subscript, superscript } from '../../src/layout/script-letters.ts';

const tex = String.raw;

/** TeX and the one line it is read as. */
const ONE_LINE: readonly (readonly [string, string])[] = [
  [tex`e^{i\pi} + 1 = 0`, 'e^(iπ) + 1 = 0'],
  [tex`a^2+b^2=c^2`, 'a² + b² = c²'],
  [tex`x_{1}^{2}`, 'x₁²'],
  [tex`x_A`, 'x_(A)'],
  [tex`2^{n+1}`, '2ⁿ⁺¹'],
  [tex`10^{-3}`, '10⁻³'],
  [tex`f^{(n)}(x)`, 'f⁽ⁿ⁾(x)'],
  [tex`f'(x) = f''(x)`, 'f′(x) = f″(x)'],
  [tex`f'_n`, 'fₙ′'],
  [tex`x_1'`, 'x₁′'],
  [tex`90^\circ`, '90°'],
  [tex`25\,^\circ\mathrm{C}`, '25 °C'],
  [tex`A^T A^\top A^* A^\dagger`, 'AᵀAᵀA*A†'],
  [tex`{}^{14}_{6}\mathrm{C}`, '¹⁴₆C'],
  [tex`\mathrm{H_2O}`, 'H₂O'],
  [tex`\frac{dy}{dx}`, 'dy/dx'],
  [tex`\frac{\partial^2 f}{\partial x^2}`, '∂²f/∂x²'],
  [tex`\frac{d}{dx}\sin x`, 'd/dx sin x'],
  [tex`\frac{(n-1)(n+1)}{2}`, '(n − 1)(n + 1)/2'],
  [tex`\frac{(a+b)}{c}`, '(a + b)/c'],
  [tex`\frac{1}{(1+x)^2}`, '1/(1 + x)²'],
  [tex`\frac{a}{b}c`, 'a/b c'],
  [tex`\frac{\frac{a}{b}}{c}`, '(a/b)/c'],
  [tex`2\frac{3}{7}`, '2 3/7'],
  [tex`2\frac12`, '2½'],
  [tex`x^{\frac12}`, 'x^(1/2)'],
  [tex`x^{-\frac{1}{2}}`, 'x^(−1/2)'],
  [tex`1/\frac{a}{b}`, '1/(a/b)'],
  [tex`\sqrt2`, '√2'],
  [tex`\sqrt{2}x`, '√2 x'],
  [tex`\sqrt{x^2}`, '√(x²)'],
  [tex`\sqrt{\frac{a}{b}}`, '√(a/b)'],
  [tex`\sqrt[n]{x}`, 'ⁿ√x'],
  [tex`\sqrt[4]{16}`, '∜16'],
  [tex`a\sqrt[n]{x}`, 'a ⁿ√x'],
  [tex`\sqrt{x}^2`, '(√x)²'],
  [tex`\sin^2 x + \cos^2 x = 1`, 'sin² x + cos² x = 1'],
  [tex`\sin(x)`, 'sin(x)'],
  [tex`2\sin x\cos x`, '2 sin x cos x'],
  [tex`\log_2 n`, 'log₂ n'],
  [tex`\log_{10}(x)`, 'log₁₀(x)'],
  [tex`\max_{x\in X}(f)`, 'max_(x∈X) (f)'],
  [tex`\operatorname{rank} A`, 'rank A'],
  [tex`\operatorname*{argmax}_x f(x)`, 'argmaxₓ f(x)'],
  [tex`\arg\min_\theta L(\theta)`, 'arg min_(θ) L(θ)'],
  [tex`\alpha,\beta,\gamma`, 'α, β, γ'],
  [tex`f: A \to B`, 'f : A → B'],
  [tex`f\colon A\to B`, 'f: A → B'],
  [tex`x\in\mathbb{R}^n`, 'x ∈ ℝⁿ'],
  [tex`\mathcal{O}(n\log n)`, '𝒪(n log n)'],
  [tex`\mathfrak{g}`, '𝔤'],
  [tex`\mathbf{v}\cdot\mathbf{w}`, 'v · w'],
  [tex`\hat{x}, \bar{x}, \vec{v}, \dot x, \ddot x, \tilde{a}`, 'x̂, x̄, v⃗, ẋ, ẍ, ã'],
  [tex`\bar{x_i}`, 'x̄ᵢ'],
  [tex`\hat a`, 'â'],
  [tex`\overline{AB}`, 'A̅B̅'],
  [tex`0.\overline{36}`, '0.3̅6̅'],
  [tex`\overline{z+w}`, '¯(z + w)'],
  [tex`\underline{x}`, 'x̲'],
  [tex`\left(\frac{a}{b}\right)^2`, '(a/b)²'],
  [tex`f\left(x\right)`, 'f(x)'],
  [tex`\left. \frac{dy}{dx} \right|_{x=0}`, 'dy/dx|ₓ₌₀'],
  [tex`\left\{ x \mid x > 0 \right\}`, '{x | x > 0}'],
  [tex`\{x \in \mathbb{Z} : x \ge 0\}`, '{x ∈ ℤ : x ≥ 0}'],
  [tex`|x| - |-y|`, '|x| − |−y|'],
  [tex`|-x|`, '|−x|'],
  [tex`P(A|B) = \frac{P(B|A)P(A)}{P(B)}`, 'P(A|B) = P(B|A)P(A)/P(B)'],
  [tex`\|v\|_2`, '‖v‖₂'],
  [tex`\lfloor x \rfloor`, '⌊x⌋'],
  [tex`\langle u, v\rangle`, '⟨u, v⟩'],
  [tex`a \equiv b \pmod{n}`, 'a ≡ b (mod n)'],
  [tex`a \bmod b`, 'a mod b'],
  [tex`n!`, 'n!'],
  [tex`\binom{n}{k} = \frac{n!}{k!(n-k)!}`, 'C(n, k) = n!/(k!(n − k)!)'],
  [tex`{n \choose k}`, 'C(n, k)'],
  [tex`{a+b \over c}`, '(a + b)/c'],
  [tex`a \ne b, a \neq b, a \not= b, a \not\in B`, 'a ≠ b, a ≠ b, a ≠ b, a ∉ B'],
  [tex`x_1, x_2, \ldots, x_n`, 'x₁, x₂, …, xₙ'],
  [tex`x_1+\cdots+x_n`, 'x₁ + ⋯ + xₙ'],
  [tex`1,000.5`, '1,000.5'],
  [tex`3,14`, '3,14'],
  [tex`f(1, 2)`, 'f(1, 2)'],
  [tex`12:30`, '12:30'],
  [tex`-x`, '−x'],
  [tex`a - -b`, 'a − −b'],
  [tex`a = -b`, 'a = −b'],
  [tex`x \pm 1`, 'x ± 1'],
  [tex`\pm 1`, '±1'],
  [tex`a \times -b`, 'a × −b'],
  [tex`\int_a^b f(x)\,dx`, '∫ₐᵇ f(x) dx'],
  [tex`\iint_D f\,dA`, '∬_(D) f dA'],
  [tex`\oint_C`, '∮_(C)'],
  [tex`\prod_{i=1}^{n}(1+x_i)`, '∏ᵢ₌₁ⁿ (1 + xᵢ)'],
  [tex`\sum\limits_{k=0}^{\infty} \frac{x^k}{k!}`, '∑ₖ₌₀^(∞) xᵏ/k!'],
  [tex`\sum_{\substack{i<n \\ j<m}} a_{ij}`, '∑_(i<n; j<m) aᵢⱼ'],
  [tex`\bigcup_{i\in I} A_i`, '⋃_(i∈I) Aᵢ'],
  [tex`\nabla\cdot\vec E = \frac{\rho}{\varepsilon_0}`, '∇ · E⃗ = ρ/ε₀'],
  [tex`\lim_{n\to\infty}\left(1+\frac1n\right)^n = e`, 'lim_(n→∞) (1 + 1/n)ⁿ = e'],
  [tex`\text{if } x > 0 \text{ then } y`, 'if x > 0 then y'],
  [tex`\text{kecepatan} = \frac{\text{jarak}}{\text{waktu}}`, 'kecepatan = jarak/waktu'],
  [tex`v_{\text{max}}`, 'vₘₐₓ'],
  [tex`v_\mathrm{awal}`, 'v_(awal)'],
  [tex`5\,\mathrm{kg}\cdot\mathrm{m/s^2}`, '5 kg · m/s²'],
  [tex`\text{if $x>0$}`, 'if x > 0'],
  [tex`100\%`, '100%'],
  [tex`\$5`, '$5'],
  [tex`a\quad b`, 'a  b'],
  [tex`a\;b\,c\!d`, 'a b cd'],
  [tex`a~b`, 'a b'],
  [tex`\overset{d}{\to}`, '→ᵈ'],
  [tex`\underset{x}{\max} f`, 'maxₓ f'],
  [tex`\stackrel{?}{=}`, '=^(?)'],
  [tex`\xrightarrow{f}`, '→ᶠ'],
  [tex`\underbrace{a+b}_{n}`, '⏟(a + b)ₙ'],
  [tex`\boxed{E=mc^2}`, '[E = mc²]'],
  [tex`E = mc^2 \tag{1}`, 'E = mc²  (1)'],
  [tex`\color{red} x`, 'x'],
  [tex`\textcolor{red}{x}`, 'x'],
  [tex`\bigl( x \bigr)`, '(x)'],
  [tex`\Big| x \Big|`, '|x|'],
  [tex`\displaystyle \frac{a}{b}`, 'a/b'],
  [tex`\begin{bmatrix}1&2\\3&4\end{bmatrix}`, '[1, 2; 3, 4]'],
  [tex`\begin{vmatrix}a&b\\c&d\end{vmatrix}=ad-bc`, '|a, b; c, d| = ad − bc'],
  [tex`\begin{cases}1\\2\end{cases}`, '{1; 2}'],
  [tex`a &= b \\ c &= d`, 'a = b; c = d'],
  [tex`A \subseteq B \cup C \setminus D`, 'A ⊆ B ∪ C ∖ D'],
  [tex`\forall \epsilon > 0 \; \exists \delta`, '∀ϵ > 0 ∃δ'],
  [tex`p \land \lnot q \implies r`, 'p ∧ ¬q ⟹ r'],
  [tex`\ket{\psi} = \alpha\ket{0}`, '|ψ⟩ = α|0⟩'],
  [tex`\Re z`, 'Re z'],
  [tex`x \mapsto x^2`, 'x ↦ x²'],
  [tex`a \coloneqq b`, 'a := b'],
  [tex`\Delta x = x_2 - x_1`, 'Δx = x₂ − x₁'],
  [tex`π r^2 ≤ 4`, 'πr² ≤ 4'],
  [tex`x^{y^z}`, 'x^(yᶻ)'],
  [tex`x^{a_b}`, 'x^(a_(b))'],
  [tex`a'^2`, 'a′²'],
  [tex`{a^2}^3`, '(a²)³'],
  [tex`\frac{x}{y}^2`, '(x/y)²'],
  [tex`\vec{F} = m\vec{a}`, 'F⃗ = ma⃗'],
  [tex`\hbar\omega`, 'ℏω'],
  [tex`A_{i,j}`, 'A_(i,j)'],
  [tex`A_{1\ldots n}`, 'A_(1…n)'],
  [tex`\dot{\theta}^2`, 'θ̇²'],
  [tex`\sinh^{-1} x`, 'sinh⁻¹ x'],
  [tex`\exp\left(-\frac{x^2}{2\sigma^2}\right)`, 'exp(−x²/(2σ²))'],
  [tex`\frac{1}{\sqrt{2\pi\sigma^2}}`, '1/√(2πσ²)'],
  [
    tex`\frac{1}{\sigma\sqrt{2\pi}} e^{-\frac{(x-\mu)^2}{2\sigma^2}}`,
    '1/(σ√(2π)) e^(−(x−μ)²/(2σ²))',
  ],
  [tex`\frac{-b}{2}`, '−b/2'],
  [tex`\frac{b}{-2}`, 'b/(−2)'],
  [tex`\{`, '{'],
  [tex`( ]`, '(]'],
  [tex`a<b>c`, 'a < b > c'],
  [tex`CO_2`, 'CO₂'],
  [tex`^{238}\mathrm{U}`, '²³⁸U'],
  [tex`a − b × c · d`, 'a − b × c · d'],
  [
    tex`\frac{1}{f(x)} + \frac{1}{n!} + \frac{1}{a(b+c)} + \frac{1}{2n!}`,
    '1/f(x) + 1/n! + 1/(a(b + c)) + 1/(2n!)',
  ],
  [tex`\frac{dy}{dx}\frac{d x^2}{dx}`, 'dy/dx dx²/dx'],
  [tex`\frac{n!}{(n-k)!}`, 'n!/(n − k)!'],
  [tex`∑_{i=1}^n i`, '∑ᵢ₌₁ⁿ i'],
  [tex`\sqrt{f(x)}`, '√(f(x))'],
  [tex`x^{a/b}`, 'x^(a/b)'],
  [tex`\frac{a/b}{c}`, '(a/b)/c'],
  [tex`\mathrm{Na}^+ + \mathrm{Cl}^- \to \mathrm{NaCl}`, 'Na⁺ + Cl⁻ → NaCl'],
  [tex`2\mathrm{H}_2 + \mathrm{O}_2 \rightarrow 2\mathrm{H}_2\mathrm{O}`, '2H₂ + O₂ → 2H₂O'],
  [tex`\text{Luas} = \pi r^2`, 'Luas = πr²'],
  [tex`L = \tfrac{1}{2} a t`, 'L = ½at'],
  [tex`\frac{3}{4}\pi`, '¾π'],
  [tex`\text{Rp}1.000.000`, 'Rp1.000.000'],
  [tex`a:b = 3:4`, 'a : b = 3:4'],
  [tex`x'' + x' = 0`, 'x″ + x′ = 0'],
  [tex`\mathbb{E}[X] = \sum_x x\,P(X=x)`, '𝔼[X] = ∑ₓ x P(X = x)'],
  [tex`\hat{\beta} = (X^\top X)^{-1}X^\top y`, 'β̂ = (XᵀX)⁻¹Xᵀy'],
  [tex`\|x\|^2`, '‖x‖²'],
  [tex`|x|^2`, '|x|²'],
  [tex`|a||b|`, '|a||b|'],
  [tex`\left|\frac{a}{b}\right|`, '|a/b|'],
  [tex`\left\lVert x \right\rVert`, '‖x‖'],
  [tex`f|_A`, 'f|_(A)'],
  [tex`\{1,2,3\}`, '{1,2,3}'],
  [tex`A^c, A^\complement`, 'Aᶜ, A^(∁)'],
  [tex`x \in (0,1]`, 'x ∈ (0,1]'],
  [tex`\left[0, 1\right)`, '[0, 1)'],
  [tex`e^{-x}`, 'e⁻ˣ'],
  [tex`e^{-\alpha t}`, 'e^(−αt)'],
  [tex`2^{10}`, '2¹⁰'],
  [tex`\underline{AB}`, 'A̲B̲'],
  [tex`\sqrt{a}\sqrt{b}`, '√a √b'],
  [tex`\frac{\sqrt a}{\sqrt b}`, '√a/√b'],
  [tex`\log\log n`, 'log log n'],
  [tex`\sin\theta\cos\theta`, 'sin θ cos θ'],
  [tex`\sin -x`, 'sin −x'],
  [tex`a\,\%`, 'a %'],
  [tex`5\%\,\text{per tahun}`, '5% per tahun'],
  [tex`\begin{matrix} a & b \end{matrix}`, 'a, b'],
  [tex`\int\!\!\int f`, '∫ ∫ f'],
  [tex`\frac{\Delta y}{\Delta x}`, 'Δy/Δx'],
  [tex`\lim\limits_{x \to 0^+} \frac{1}{x}`, 'lim_(x→0⁺) 1/x'],
  [tex`x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}`, 'xₙ₊₁ = xₙ − f(xₙ)/f′(xₙ)'],
  [tex`x^{}`, 'x'],
  [tex`x_{}^{}`, 'x'],
  [tex`^{}`, ''],
  [tex`{}`, ''],
  [tex`x\text{ }y`, 'x y'],
  [tex`\text{}`, ''],
  [tex`\sqrt{}`, '√'],
  [tex`\frac{}{}`, '/'],
  [tex`\left.\right.`, ''],
  [tex`x^{toString}`, 'x^(toString)'],
  [tex`\mathbb{constructor}`, '𝕔𝕠𝕟𝕤𝕥𝕣𝕦𝕔𝕥𝕠𝕣'],
  [tex`\sqrt[constructor]{x}`, 'ᶜᵒⁿˢᵗʳᵘᶜᵗᵒʳ√x'],
];

/** What is not understood is left to the caller, whole. */
const NOT_UNDERSTOOD: readonly string[] = [
  tex`\vec{AB}`,
  tex`\foo`,
  tex`{a`,
  tex`a}`,
  tex`x^`,
  tex`x^1^2`,
  tex`\frac{a}`,
  tex`\left( x`,
  tex`\begin{pmatrix} a \end{bmatrix}`,
  tex`50% off`,
  tex`\constructor`,
  tex`\__proto__`,
  tex`\begin{constructor}\end{constructor}`,
  tex`#1`,
  tex`\text{a`,
  tex`\vec{a+b}`,
  tex`\ce{H2O}`,
  tex`\hat{}`,
  tex`\not{}`,
  tex`\constructor^{constructor}`,
  '{'.repeat(65) + 'x' + '}'.repeat(65),
  'x'.repeat(20_001),
  tex`a \over b \over c`,
];

/** Display math and its rows. */
const ROWS: readonly (readonly [string, string])[] = [
  [tex`x^2`, 'x²'],
  ['', ''],
  [tex`a = b \\ c = d`, 'a = b\nc = d'],
  [
    tex`f(x)=\begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise}\end{cases}`,
    `
       ⎧ x   if x ≥ 0
f(x) = ⎨
       ⎩ −x  otherwise`,
  ],
  [
    tex`\begin{cases} 1 & n=0 \\ n & n = 1 \\ n\cdot f(n-1) & n > 1 \end{cases}`,
    `
⎧ 1             n = 0
⎨ n             n = 1
⎩ n · f(n − 1)  n > 1`,
  ],
  [
    tex`\begin{pmatrix} 1 & -2 \\ 3 & 4+x\end{pmatrix}^{-1}_{n} A = \left[\begin{array}{c|c} a & b \\ c & d\end{array}\right]`,
    `
⎛1    −2 ⎞⁻¹ A = ⎡a │ b⎤
⎝3  4 + x⎠ₙ      ⎣c │ d⎦`,
  ],
  [
    tex`\begin{pmatrix} 1 & 0 & \cdots & 0 \\ 0 & 1 & \cdots & 0 \\ \vdots & \vdots & \ddots & \vdots \\ 0&0&\cdots&1\end{pmatrix}`,
    `
⎛1  0  ⋯  0⎞
⎜0  1  ⋯  0⎟
⎜⋮  ⋮  ⋱  ⋮⎟
⎝0  0  ⋯  1⎠`,
  ],
  [tex`\begin{bmatrix} 角 & a \\ b & \alpha \end{bmatrix}`, '⎡角  a⎤\n⎣ b  α⎦'],
  [tex`\begin{vmatrix} a & b\\ c&d\\e&f\end{vmatrix}`, '│a  b│\n│c  d│\n│e  f│'],
  [tex`\begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix}x`, '⎛1  2⎞ x\n⎝3   ⎠'],
  [
    tex`A = \begin{bmatrix} \begin{pmatrix}1\\2\end{pmatrix} & 0 \\ 0 & I \end{bmatrix}`,
    `
    ⎡⎛1⎞  0⎤
A = ⎢⎝2⎠   ⎥
    ⎣ 0   I⎦`,
  ],
  [
    tex`\begin{align*} a &= b+c & x &= y\\ &= -d + 1 & zz &= 10 \end{align*}`,
    `
a = b + c     x = y
  = −d + 1   zz = 10`,
  ],
  [tex`\begin{aligned} a &= b \\ &+ e\end{aligned}`, 'a = b\n  + e'],
  [tex`\begin{gather} a \\ bb + c \end{gather}`, 'a\nbb + c'],
  [tex`\begin{eqnarray} a &=& b \\ cc &\le& d \end{eqnarray}`, ' a = b\ncc ≤ d'],
  [tex`\begin{align} x &= 1 \tag{1}\\ yy &= 2 \end{align}`, ' x = 1  (1)\nyy = 2'],
  [tex`\begin{array}{lr} a & b\\ \hline ccc & ddd \\ \end{array}`, 'a      b\nccc  ddd'],
  [tex`\left.\begin{matrix}a\\b\end{matrix}\right\} = c`, 'a ⎫\n  ⎬ = c\nb ⎭'],
  [tex`\frac{1}{2}\begin{pmatrix}1\\2\end{pmatrix}`, '½ ⎛1⎞\n  ⎝2⎠'],
];

/** Formulas of letters that are all to be found again in what is printed. */
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('a', 'b', 'x', 'y', '7'),
    fc
      .tuple(
        fc.constantFrom(
          tex`\frac{#}{#}`,
          tex`{#}^{#}`,
          tex`{#}_{#}`,
          tex`{#}_{#}^{#}`,
          tex`\sqrt[#]{#}`,
          tex`#+#`,
          tex`-#\cdot #`,
          tex`\left(#\right)`,
          tex`|#|`,
          tex`\sin #`,
          tex`\,^{#}`,
          tex`\text{ x }#`,
          tex`\mathbb{#}`,
          tex`\overline{#}`,
          tex`\binom{#}{#}`,
          tex`\begin{pmatrix}# & # \\ #\end{pmatrix}^{#}`,
          tex`\begin{cases}# & # \\ #\end{cases}`,
          tex`\begin{aligned}# &= # \\ #\end{aligned}`,
        ),
        fc.array(tie('formula'), { minLength: 4, maxLength: 4 }),
      )
      .map(([pattern, parts]) => {
        const left = [...parts];
        return pattern.replace(/#/g, () => left.pop() ?? 'a');
      }),
  ),
}));

function letters(text: string): string {
  return [...text.normalize('NFKD').replace('½', '1/2')]
    .filter((char) => /[abxy7]/.test(char))
    .sort()
    .join('');
}

/** The letters of a formula without its commands. */
function sourceLetters(source: string): string {
  return letters(source.replace(/\\(?:begin|end)\{[a-z]+\}|\\[a-z]+/g, ''));
}

describe('mathText', () => {
  it.each(ONE_LINE)('%s', (source, expected) => {
    expect(mathText(source)).toBe(expected);
  });

  it.each(NOT_UNDERSTOOD)('leaves %s to the caller', (source) => {
    expect(mathText(source)).toBeUndefined();
    expect(mathLines(source)).toBeUndefined();
  });

  it('reads 64 groups within each other', () => {
    expect(mathText('{'.repeat(64) + 'x' + '}'.repeat(64))).toBe('x');
  });

  it('loses no letter', () => {
    fc.assert(
      fc.property(formula, (source) => {
        const text = mathText(source);
        expect(text).toBeDefined();
        expect(letters(text ?? '')).toBe(sourceLetters(source));
        const lines = mathLines(source);
        if (lines) expect(letters(lines.join(' '))).toBe(sourceLetters(source));
      }),
      { numRuns: 400 },
    );
  });
});

describe('mathLines', () => {
  it.each(ROWS)('%s', (source, expected) => {
    expect(mathLines(source)?.join('\n')).toBe(expected.replace(/^\n/, ''));
  });

  it('never throws, never ends a row with a blank, whatever it is given', () => {
    const piece = fc.constantFrom(
      ...['{', '}', '^', '_', '&', '$', '|', "'", '-', ' ', 'x', '2', ',', '[', ']', '(', ')'],
      ...['\\\\', '\\frac', '\\sqrt', '\\left', '\\right', '\\text', '\\hat', '\\sum', '\\quad'],
      ...[
        '\\begin{pmatrix}',
        '\\end{pmatrix}',
        '\\begin{cases}',
        '\\end{cases}',
        '\\over',
        '\\not',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const source = pieces.join('');
        const lines = mathLines(source);
        expect(lines === undefined || mathText(source) !== undefined).toBe(true);
        for (const line of lines ?? []) expect(line).toBe(line.trimEnd());
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['groups', '{'.repeat(20_000)],
    ['fractions', tex`\frac`.repeat(4_000)],
    ['superscripts', 'x^'.repeat(10_000)],
    ['rows', tex`a&b\\`.repeat(3_300)],
    ['cells', '&'.repeat(20_000)],
    [
      'one wide row and many',
      tex`\begin{pmatrix}${'a'.repeat(9_000)}\\${tex`b\\`.repeat(3_000)}\end{pmatrix}`,
    ],
    [
      'nested matrices',
      tex`\begin{pmatrix}a\\`.repeat(60) + 'x'.repeat(9_000) + tex`\end{pmatrix}`.repeat(60),
    ],
    ['text', tex`\text{`.repeat(3_000)],
  ])('stays quick on hostile %s', (_, source) => {
    const start = performance.now();
    mathText(source);
    mathLines(source);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('script letters', () => {
  it.each([
    ['2', '²'],
    ['n+1', 'ⁿ⁺¹'],
    ['th', 'ᵗʰ'],
    ['−1', '⁻¹'],
    ['', ''],
    ['q', undefined],
    ['a b', undefined],
  ])('raises %s', (text, expected) => {
    expect(superscript(text)).toBe(expected);
  });

  it.each([
    ['2', '₂'],
    ['max', 'ₘₐₓ'],
    ['(i+1)', '₍ᵢ₊₁₎'],
    ['b', undefined],
  ])('lowers %s', (text, expected) => {
    expect(subscript(text)).toBe(expected);
  });
});
