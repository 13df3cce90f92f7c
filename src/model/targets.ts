/** Longest link that terminals follow (VTE's limit), in bytes. */
const LONGEST = 2083;

/**
 * The address as a terminal may be given it in OSC 8: http, https or mailto, without user name, in visible ASCII;
 * undefined for everything else, which is then printed instead.
 */
export function terminalTarget(url: string): string | undefined {
  if (!/^(?:https?|mailto):/i.test(url)) return undefined;
  try {
    const parsed = new URL(url);
    if (parsed.username !== '' || parsed.password !== '') return undefined;
    const safe = parsed.href.replace(/[^\x21-\x7e]/g, (char) => encodeURIComponent(char));
    return safe.length <= LONGEST ? safe : undefined;
  } catch {
    return undefined;
  }
}

/** The host of an address as a reader knows it, without `www.`; undefined when it has none. */
export function hostOf(url: string): string | undefined {
  const match = /^(?:https?:)?\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(url);
  return match?.[1]?.toLowerCase().replace(/^www\./, '');
}

/** Whether an address means the same wherever it is read from. */
export function isAbsolute(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url);
}

/**
 * Where a relative address leads: against the article's own web address if it has one, else against its folder.
 * Fragments and absolute addresses stay as they are.
 */
export function resolveTarget(
  url: string,
  from: { path: string; url?: string | undefined },
): string {
  if (isAbsolute(url) || url.startsWith('#') || url === '') return url;
  if (from.url && /^https?:/i.test(from.url) && URL.canParse(url, from.url)) {
    return new URL(url, from.url).href;
  }
  if (url.startsWith('/') || from.path === '-') return url;
  const folder = from.path.split('/').slice(0, -1);
  return joinPath(folder, url.split('/'));
}

function joinPath(folder: readonly string[], steps: readonly string[]): string {
  const path = [...folder];
  for (const step of steps) {
    if (step === '.' || step === '') continue;
    if (step === '..' && path.length > 0 && path.at(-1) !== '..' && path.at(-1) !== '') path.pop();
    else path.push(step);
  }
  return path.join('/');
}
