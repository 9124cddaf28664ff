/**
 * Offsets. The product counts UTF-16 code units, as JavaScript and the DOM do; W3C Web Annotation counts code points.
 */

/** Whether the offset falls between the two halves of one character. */
export function splitsCharacter(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1));
}

/** A UTF-16 offset as a number of code points. */
export function toCodePoints(text: string, offset: number): number {
  requireOffset(text, offset);
  let pairs = 0;
  for (let i = 1; i < offset; i++) {
    if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) pairs += 1;
  }
  return offset - pairs;
}

/** A number of code points as a UTF-16 offset. */
export function fromCodePoints(text: string, count: number): number {
  let offset = 0;
  for (let left = count; left > 0; left--) {
    if (offset >= text.length) break;
    offset += isHigh(text.charCodeAt(offset)) && isLow(text.charCodeAt(offset + 1)) ? 2 : 1;
    if (left === 1) return offset;
  }
  if (count !== 0) throw new RangeError(`The text has no code point offset ${count}`);
  return 0;
}

/** `toCodePoints` for many offsets into one text: reads the text once. */
export function codePointOffsets(text: string): { toCodePoints(offset: number): number } {
  const pairs: number[] = [];
  for (let i = 1; i < text.length; i++) {
    if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) pairs.push(i);
  }
  return {
    toCodePoints(offset) {
      requireOffset(text, offset);
      let low = 0;
      let high = pairs.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((pairs[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return offset - low;
    },
  };
}

function requireOffset(text: string, offset: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) {
    throw new RangeError(`The text has no offset ${offset}`);
  }
  if (splitsCharacter(text, offset)) throw new RangeError(`Offset ${offset} splits a character`);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
