// A panel that a row of a list opens: its heading has the focus, Escape closes it, and the row has the focus again.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Behaves as a panel does.
 * @param row the id of the element that the panel belongs to.
 * @returns where its heading goes.
 */
export const usePanel = (
  row: string,
  onClose: () => void,
): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    return () => document.getElementById(row)?.focus();
  }, [row]);
  useEffect(() => {
    const look = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    window.addEventListener('keydown', look);
    return () => window.removeEventListener('keydown', look);
  }, [onClose]);
  return heading;
};
