const BLOCK_TAG = /<(?:p|h[1-6]|li|blockquote|br|table|section|article|div)[\s>/]/i;

/** Whether what was copied has a structure that its plain text loses. */
export const hasStructure = (html: string) => BLOCK_TAG.test(html);

/** Whether pasted words are a page's source rather than an article's text. */
export function looksLikeHtml(text: string): boolean {
  const opening = text.slice(0, 2_000).trimStart();
  if (/^<(?:!doctype\s+html|html)[\s>]/i.test(opening)) return true;
  if (!/^<(?:article|body|div|h[1-6]|head|main|p|section|ul|ol)[\s>]/i.test(opening)) return false;
  return (text.match(/<\/[a-z][a-z0-9]*\s*>/gi)?.length ?? 0) >= 2;
}
