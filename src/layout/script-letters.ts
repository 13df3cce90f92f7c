/** Letters that have a raised form in the fonts of terminals; capitals and q of Unicode 14 are left out, few fonts hold them. */
const RAISED = mapping(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφϕχəɛ',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵠᵡᵊᵋ',
);
const LOWERED = mapping(
  '0123456789+-−=()aehijklmnoprstuvxβγρφϕχə',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪₔ',
);

/** The whole of `text` in Unicode superscript letters, or undefined when one character has none. */
export function superscript(text: string): string | undefined {
  return mapped(text, RAISED);
}

/** The whole of `text` in Unicode subscript letters, or undefined when one character has none. */
export function subscript(text: string): string | undefined {
  return mapped(text, LOWERED);
}

function mapping(from: string, to: string): ReadonlyMap<string, string> {
  const forms = [...to];
  return new Map([...from].map((char, at) => [char, forms[at] ?? char]));
}

function mapped(text: string, forms: ReadonlyMap<string, string>): string | undefined {
  let out = '';
  for (const char of text) {
    const form = forms.get(char);
    if (form === undefined) return undefined;
    out += form;
  }
  return out;
}
