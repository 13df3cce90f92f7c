/** Longest text whose answer is kept, in UTF-16 units. */
const LONGEST = 80;
/** Most answers that are kept; then all are forgotten. */
const MOST = 2000;

/**
 * As a function of a text, with the answers to short texts kept: of a library's articles many name the same tags and
 * authors. The function must always answer alike, and nobody may change its answers.
 */
export function remembering<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    if (text.length > LONGEST) return answerTo(text);
    const known = answers.get(text);
    if (known) return known.answer;
    if (answers.size >= MOST) answers.clear();
    const own = ownCopy(text);
    const answer = answerTo(own);
    answers.set(own, { answer });
    return answer;
  };
}

/** The same text; one cut from a file would keep the whole file in memory, and the name of a property is its own copy. */
function ownCopy(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text;
}
