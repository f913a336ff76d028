// The console's page as the build puts it beside the program; there is no such package.
declare module 'do-mcp-console' {
  import type { BuiltPage } from '../http/console/built-page.ts';

  const page: BuiltPage;
  export default page;
}
