// Dark, light, or as the system has it; kept in the browser.

/** What a person can choose. */
export type Theme = 'system' | 'light' | 'dark';

const place = 'do-mcp-theme';

/** What was chosen before. */
export const chosenTheme = (): Theme => {
  try {
    const kept = localStorage.getItem(place);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    // A browser that keeps nothing follows the system.
    return 'system';
  }
};

/** Shows the page in a theme. */
export const applyTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

/** Shows the page in a theme from now on. */
export const chooseTheme = (theme: Theme): void => {
  applyTheme(theme);
  try {
    localStorage.setItem(place, theme);
  } catch {
    // It is shown, and not kept.
  }
};
