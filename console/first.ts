// Runs before anything is drawn: the theme that a person chose, so that the page never flashes in the other one.
import { applyTheme, chosenTheme } from './state/theme.ts';

applyTheme(chosenTheme());
