import type { Article } from '../../model/article.ts';
import { textOf } from '../../model/text.ts';
import type { Remark } from './finding.ts';
import { placedNodes } from './places.ts';

/** Headings that skip a rank, and pictures without a word for those who cannot see them. */
export function checkShape(article: Article): Remark[] {
  return [...skippedRanks(article), ...wordlessPictures(article)];
}

function skippedRanks(article: Article): Remark[] {
  const remarks: Remark[] = [];
  let above = 0;
  for (const { node, line, column } of placedNodes(article)) {
    if (node.type !== 'heading') continue;
    const { depth } = node;
    if (above > 0 && depth > above + 1) {
      const details = { heading: textOf(node).trim(), depth, above };
      remarks.push({ code: 'heading-skipped', details, line, column });
    }
    above = depth;
  }
  return remarks;
}

function wordlessPictures(article: Article): Remark[] {
  const remarks: Remark[] = [];
  for (const { node, line, column } of placedNodes(article)) {
    if (node.type !== 'image' || (node.alt ?? '').trim() !== '') continue;
    remarks.push({ code: 'alt-missing', details: { url: node.url.slice(0, 200) }, line, column });
  }
  return remarks;
}
