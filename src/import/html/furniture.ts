import type { Element } from 'hast';
import { attribute, isElement, looks } from './elements.ts';

const TAGS = new Set('nav aside footer form button dialog menu'.split(' '));
const ROLES =
  /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|form)$/;
/** Words of classes and ids of what stands around an article: each a whole word between signs. */
const LOOKS = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'shar(?:e|es|ing)|share-?(?:bar|buttons?|links?|box)|social|socials|sosmed|socmed|addtoany|addthis|sharedaddy|jp-relatedposts',
    'related|related-?(?:posts?|news|articles?|content)|rekomendasi|recommend(?:ed|ations?)?|terkait|berita-terkait|artikel-terkait|read-?more|more-?from|see-?also|up-?next',
    'newsletter|subscribe|subscription|subscribe-widget|langganan|promo|promotion|promobox|cta|paywall|paywall-box|signup|sign-up|donate',
    'ads?|adv|advert|advertisement|advertising|adsbygoogle|adslot|ad-slot|ad-container|iklan|banner-?ad|sponsor(?:ed)?|outbrain|taboola|mgid|parallax-ads?|staticdetail_container',
    'cookies?|cookie-?(?:banner|notice|consent)|consent|gdpr|popup|pop-up|modal|overlay|toast|alert-bar',
    'comments?|comment-?(?:list|form|area|section)|komentar|disqus|disqus_thread|respond|responses|likes?|claps?|reactions?|multi-vote-icon|like-button(?:-container)?|post-ufi-button|speechify-ignore|ratings?',
    'popular|terpopuler|trending|most-?read|latest|terbaru',
    'breadcrumbs?|pagination|pagings?|pager|page-?links|post-?nav(?:igation)?|nav-links|prev-?next|navigation|navbar|nav|navbox|toolbar|menu|topbar|masthead|skip-?links?',
    'tags?|tag-?(?:list|cloud|links?)|tagcloud|topik|label-?list|post-?labels|tags-links|cat-links|entry-footer|post-?footer|article-?footer|entry-utility|edit-post',
    'author-?(?:box|bio|card|info)|about-?author|bio|biography-box|follow|follow-us|widget|sidebar|side-bar|rightbar|print-?(?:button|link)|font-?size|text-?resizer|listen|audio-player-bar',
    'toc|table-of-contents|on-this-page|edit-page|page-?feedback|vector-menu|catlinks|printfooter|mw-indicators|sitesub|contentsub|hatnote|ambox|metadata|octicon|file-navigation',
  ].join('|')})(?:$|[\\s_-])`,
);
/** Elements that stand in a line or are words of their own, whatever they are called. */
const SAFE = new Set(
  'p h1 h2 h3 h4 h5 h6 span b strong em i a code pre figcaption body html main article td tr th tbody table img picture li dt dd mark time blockquote'.split(
    ' ',
  ),
);
const IN_LINE = new Set('a b strong em i code pre mark time'.split(' '));
/** Such of these as are furniture too if their classes say so. */
const PLAIN_TOO =
  /(?:^|[\s_-])(?:baca-?juga|bacajuga|readmore|read-?also|lihat-?juga|linksisip|share|social|advertisement|iklan|ads|tags?|breadcrumbs?|toc|comments?|newsletter|pagination|paging)(?:$|[\s_-])/;

/** Whether an element is of the page around an article, and none of the article: menus, share bars, adverts, comments. */
export function isPageFurniture(one: Element, parent: Element, length: number): boolean {
  if (isNote(one)) return false;
  if (TAGS.has(one.tagName))
    return !(one.tagName === 'form' && length > 1000) && !isQuoteFooter(one, parent);
  if (ROLES.test(attribute(one, 'role'))) return true;
  const look = looks(one);
  if (SAFE.has(one.tagName))
    return (
      PLAIN_TOO.test(look) &&
      !IN_LINE.has(one.tagName) &&
      one.tagName !== 'code' &&
      one.tagName !== 'pre'
    );
  return LOOKS.test(look);
}

/** Footnotes are of the article, whatever holds them. */
function isNote(one: Element): boolean {
  return (
    /(?:^|[\s_-])(?:footnotes?|endnotes?|references?|reflist)(?:$|[\s_-])/.test(
      `${looks(one)} ${attribute(one, 'role')} ${attribute(one, 'dataFootnotes')}`,
    ) || one.properties['dataFootnotes'] !== undefined
  );
}

/** Who said what is quoted. */
function isQuoteFooter(one: Element, parent: Element): boolean {
  return one.tagName === 'footer' && isElement(parent, 'blockquote', 'figure');
}
