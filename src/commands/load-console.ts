// Reads the console's page from beside the program, when somebody first looks at it.
import type { LoadPage } from '../http/console/built-page.ts';

/** The page. */
export const loadConsole: LoadPage = async () => (await import('do-mcp-console')).default;
