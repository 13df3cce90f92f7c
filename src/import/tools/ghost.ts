import type { ArticleDate, Meta, Origin, Picture } from '../../model/article.ts';
import type { Draft } from '../../model/draft.ts';
import { ReaderError } from '../../model/errors.ts';
import { parseDate } from '../../parse/dates.ts';
import { readLanguage } from '../../parse/meta-names.ts';
import { present } from '../../parse/meta-values.ts';
import { htmlOfText, wordsOf } from '../feed/text.ts';

type Row = Readonly<Record<string, unknown>>;

/** The tables of an export that articles are made of, found by what joins them. */
interface Tables {
  readonly posts: readonly Row[];
  readonly tags: ReadonlyMap<unknown, Row>;
  readonly users: ReadonlyMap<unknown, Row>;
  readonly meta: ReadonlyMap<unknown, Row>;
  readonly tagsOf: ReadonlyMap<unknown, readonly unknown[]>;
  readonly authorsOf: ReadonlyMap<unknown, readonly unknown[]>;
  readonly site: string;
}

/**
 * The posts and pages of a Ghost export (Settings → Export), drafts marked as such.
 * @throws ReaderError `not-ghost`.
 */
export async function readGhost(text: string, path: string): Promise<Draft[]> {
  const tables = tablesOf(text, path);
  return Promise.all(tables.posts.map((post) => draftOf(post, tables)));
}

function tablesOf(text: string, path: string): Tables {
  const data = dataOf(text);
  const posts = rows(data, 'posts');
  if (posts.length === 0) throw new ReaderError('not-ghost', { path });
  const settings = new Map(rows(data, 'settings').map(({ key, value }) => [key, value]));
  return {
    posts,
    tags: byId(rows(data, 'tags'), 'id'),
    users: byId(rows(data, 'users'), 'id'),
    meta: byId(rows(data, 'posts_meta'), 'post_id'),
    tagsOf: joined(rows(data, 'posts_tags'), 'tag_id'),
    authorsOf: joined(rows(data, 'posts_authors'), 'author_id'),
    site: textOf(settings.get('title')) ?? '',
  };
}

/** The object of tables: under `db`, or at the top. */
function dataOf(text: string): Row {
  try {
    const whole = JSON.parse(text) as Row;
    const [first] = Array.isArray(whole['db']) ? (whole['db'] as Row[]) : [whole];
    return asRow(first?.['data']);
  } catch {
    return {};
  }
}

function asRow(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {};
}

function rows(data: Row, table: string): readonly Row[] {
  const all = data[table];
  return Array.isArray(all) ? all.filter((row) => typeof row === 'object' && row !== null) : [];
}

function byId(all: readonly Row[], key: string): ReadonlyMap<unknown, Row> {
  return new Map(all.map((row) => [row[key], row]));
}

/** What each post is joined to, in the order that the export sorts it. */
function joined(all: readonly Row[], key: string): ReadonlyMap<unknown, unknown[]> {
  const sorted = [...all].sort(
    (a, b) => Number(a['sort_order'] ?? 0) - Number(b['sort_order'] ?? 0),
  );
  const found = new Map<unknown, unknown[]>();
  for (const row of sorted) {
    const list = found.get(row['post_id']) ?? [];
    found.set(row['post_id'], [...list, row[key]]);
  }
  return found;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

async function draftOf(post: Row, tables: Tables): Promise<Draft> {
  const title = textOf(post['title']) ?? textOf(post['slug']) ?? 'Untitled';
  const html = ownAddress(htmlOf(post));
  const body = html === undefined ? markdownOf(post) : await bodyOf(html);
  return {
    meta: { title, ...metaOf(post, tables) },
    extra: extraOf(post, tables),
    body,
    lines: [],
    doubts: isEmpty(body) ? [{ key: 'doubt-no-text', details: {} }] : [],
  };
}

async function bodyOf(html: string): Promise<Draft['body']> {
  const { fragmentToMarkdown } = await import('../html/fragment.ts');
  return fragmentToMarkdown(html);
}

function isEmpty(body: Draft['body']): boolean {
  return typeof body === 'string' ? body === '' : body.children.length === 0;
}

function htmlOf(post: Row): string | undefined {
  const plain = textOf(post['markdown']) === undefined ? textOf(post['plaintext']) : undefined;
  return textOf(post['html']) ?? (plain === undefined ? undefined : htmlOfText(plain));
}

/** What Ghost writes for the address of the site itself. */
function ownAddress(text: string | undefined): string | undefined {
  return text?.replaceAll('__GHOST_URL__', '');
}

/** The oldest Ghosts kept Markdown. */
function markdownOf(post: Row): string {
  return textOf(post['markdown']) ?? '';
}

function metaOf(post: Row, tables: Tables): Partial<Meta> {
  const more = tables.meta.get(post['id']) ?? {};
  const date = dateOf(post['published_at'] ?? post['created_at']);
  const updated = dateOf(post['updated_at']);
  const slug = textOf(post['slug']);
  const status = textOf(post['status']) ?? '';
  return {
    ...present('description', descriptionOf(post, more)),
    ...present('date', date),
    ...present('updated', updated?.iso === date?.iso ? undefined : updated),
    authors: namesOf(tables.authorsOf.get(post['id']) ?? [post['author_id']], tables.users),
    tags: tagsOf(post, tables).filter((tag) => !tag.startsWith('#')),
    ...present('lang', readLanguage(textOf(post['locale'] ?? post['language']) ?? '')),
    ...present('slug', slug === 'untitled' ? undefined : slug),
    draft: status === 'draft' || status === 'scheduled',
    ...present('image', pictureOf(post, more)),
    ...present('source', originOf(post, tables)),
  };
}

function descriptionOf(post: Row, more: Row): string | undefined {
  return (
    textOf(post['custom_excerpt']) ?? textOf(more['meta_description'] ?? post['meta_description'])
  );
}

function originOf(post: Row, { site }: Tables): Origin | undefined {
  const url = textOf(post['canonical_url']);
  if (url === undefined && site === '') return undefined;
  return { ...present('name', site || undefined), ...present('url', url) };
}

function namesOf(ids: readonly unknown[], table: ReadonlyMap<unknown, Row>): string[] {
  const names = ids.map((id) => textOf(table.get(id)?.['name']));
  return [...new Set(names.filter((name) => name !== undefined))];
}

function tagsOf(post: Row, { tagsOf: tags, tags: table }: Tables): string[] {
  return namesOf(tags.get(post['id']) ?? [], table);
}

function dateOf(value: unknown): ArticleDate | undefined {
  const parsed = parseDate(value);
  return parsed && { iso: parsed.iso, origin: 'head' };
}

function pictureOf(post: Row, more: Row): Picture | undefined {
  const src = ownAddress(textOf(post['feature_image'] ?? post['image']));
  if (src === undefined) return undefined;
  const alt = textOf(more['feature_image_alt'] ?? post['feature_image_alt']);
  const caption = wordsOf(
    textOf(more['feature_image_caption'] ?? post['feature_image_caption']) ?? '',
  );
  return { src, ...(alt && { alt }), ...(caption && { caption }) };
}

/** What Ghost says beyond sijori's own fields: the kind of page, and tags that its readers do not see. */
function extraOf(post: Row, tables: Tables): Row {
  const hidden = tagsOf(post, tables).filter((tag) => tag.startsWith('#'));
  const isPage = post['type'] === 'page' || post['page'] === true || post['page'] === 1;
  return {
    ...(isPage && { type: 'page' }),
    ...(hidden.length > 0 && { internal_tags: hidden }),
    ...(textOf(post['uuid']) && { ghost_id: textOf(post['uuid']) }),
  };
}
