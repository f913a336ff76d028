// A value that follows another after a pause: for what would be asked with every letter that is typed.
import { useEffect, useState } from 'preact/hooks';

/**
 * The value once it has not changed for a while.
 * @param milliseconds how long.
 */
export const useLater = <Value>(value: Value, milliseconds: number): Value => {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return late;
};
