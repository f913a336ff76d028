// Lets a long list be drawn a part at a time, so that nobody waits for what is far below.
import { useEffect, useState } from 'preact/hooks';

/** Items that are drawn at once, and with each step after. */
const first = 40;
const step = 40;

/** How long a list has to stand before more of it is drawn, in milliseconds: the next letter makes it another one. */
const settled = 100;

/**
 * How many items are to be drawn now; it grows until it is all of them, and starts anew with another list.
 * @param list what is drawn; another object is another list.
 */
export const useGradually = (list: readonly unknown[]): number => {
  const [drawn, setDrawn] = useState({ list, count: first });
  const count = drawn.list === list ? drawn.count : first;
  useEffect(() => {
    if (count >= list.length) return undefined;
    // A task of its own for each step: a click or a letter comes in between.
    const pause = count === first ? settled : 0;
    const timer = setTimeout(() => setDrawn({ list, count: count + step }), pause);
    return () => clearTimeout(timer);
  }, [list, count]);
  return Math.min(count, list.length);
};
