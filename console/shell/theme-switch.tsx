// The switch between dark, light and the system's choice.
import { useState } from 'preact/hooks';
import { chooseTheme, chosenTheme, type Theme } from '../state/theme.ts';
import { words } from '../words.ts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** A choice of three. */
export const ThemeSwitch = () => {
  const [theme, setTheme] = useState(chosenTheme);
  const choose = (value: string): void => {
    const chosen = themes.find((one) => one === value) ?? 'system';
    chooseTheme(chosen);
    setTheme(chosen);
  };
  return (
    <label class="theme">
      <span class="unseen">{words.theme}</span>
      <select value={theme} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {themes.map((one) => (
          <option key={one} value={one}>
            {words.themes[one]}
          </option>
        ))}
      </select>
    </label>
  );
};
