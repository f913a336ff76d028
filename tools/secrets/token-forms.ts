// The forms by which credentials of known makers can be told from any other text.

/** What DigitalOcean and this server hand out; told apart wherever they stand, also within other words. */
const ours = [
  // Access, refresh and personal tokens, Spaces' and agents' keys, passwords of managed databases.
  'd[a-z]{2}_v1_[\\w-]{6,}',
  'sk_do_[\\w-]{6,}',
  'domcp_[\\w-]{6,}',
  'AVNS_[\\w-]{8,}',
];

/** Tokens of others, by the prefixes that their makers chose so that they are recognised. */
const others = [
  // Clouds: Amazon, Google, Azure's shared keys travel by name.
  '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}',
  'AIza[\\w-]{35}',
  'ya29\\.[\\w-]{20,}',
  'GOCSPX-[\\w-]{20,}',
  'LTAI[A-Za-z0-9]{12,}',
  // Code: GitHub, GitLab, Bitbucket, npm, PyPI, RubyGems, Docker.
  'gh[pousr]_[A-Za-z0-9]{20,}',
  'github_pat_\\w{22,}',
  'gl(?:pat|dt|rt|ft|soat|cbt|agent|ptt)-[\\w.-]{16,}',
  'ATBB[A-Za-z0-9]{20,}',
  'ATATT3[\\w=-]{20,}',
  'npm_[A-Za-z0-9]{30,}',
  'pypi-[\\w-]{40,}',
  'rubygems_[a-f0-9]{32,}',
  'dckr_(?:pat|oat)_[\\w-]{16,}',
  // Chat and mail: Slack, Discord, Telegram, SendGrid, Mailgun, Mailchimp, Twilio.
  'xox[a-z](?:\\.xox[a-z])?-[\\w-]{10,}',
  'xapp-[\\w-]{10,}',
  '\\d{8,10}:AA[\\w-]{32,}',
  'SG\\.[\\w-]{16,}\\.[\\w-]{16,}',
  'key-[0-9a-f]{32}',
  '[0-9a-f]{32}-us\\d{1,2}',
  'SK[0-9a-f]{32}',
  // Money: Stripe, Square, Shopify, PayPal.
  '[srp]k_(?:live|test)_[A-Za-z0-9]{10,}',
  'whsec_[A-Za-z0-9+/=]{16,}',
  'sq0(?:atp|csp|idp)-[\\w-]{20,}',
  'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{20,}',
  'access_token\\$(?:production|sandbox)\\$[\\w$]{16,}',
  // Models: OpenAI, Anthropic, Hugging Face, Replicate, Groq.
  'sk-(?:[a-z]{2,8}-)?[\\w-]{20,}',
  'hf_[A-Za-z0-9]{20,}',
  'r8_[A-Za-z0-9]{20,}',
  'gsk_[A-Za-z0-9]{20,}',
  // Operations: HashiCorp, Doppler, Grafana, New Relic, Sentry, Datadog, Databricks, Fly, Linear, Notion and more.
  'hv[sbr]\\.[\\w-]{20,}',
  '\\w{14}\\.atlasv1\\.[\\w-]{40,}',
  'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w-]{20,}',
  'gl(?:sa|c)_[\\w=+/-]{20,}',
  'NRAK-[A-Z0-9]{20,}',
  'sntry[su]_[\\w=+/.-]{20,}',
  'dapi[0-9a-f]{32}',
  'fo1_[\\w-]{30,}',
  'lin_api_\\w{20,}',
  'ntn_[A-Za-z0-9]{20,}',
  'sbp_[a-f0-9]{30,}',
  'pscale_(?:pw|tkn|oauth)_[\\w.-]{20,}',
  'PMAK-[\\w-]{20,}',
  'rnd_[A-Za-z0-9]{20,}',
  'tskey-[\\w-]{16,}',
  'AGE-SECRET-KEY-1[A-Z0-9]{20,}',
];

/** What a text must have in it to hold any of them. */
export const marks =
  /_v1_|sk_do_|domcp_|AVNS_|AKIA|ASIA|ABIA|ACCA|AIza|ya29|GOCSPX|LTAI|gh[pousr]_|github_pat|gl[a-z]{1,5}-|gl(?:sa|c)_|ATBB|ATATT|npm_|pypi-|rubygems_|dckr_|xox|xapp|:AA|SG\.|key-|-us\d|SK[0-9a-f]|[srp]k_|whsec_|sq0|shp|access_token\$|sk-|hf_|r8_|gsk_|hv[sbr]\.|atlasv1|dp\.|NRAK|sntry|dapi|fo1_|lin_|ntn_|sbp_|pscale|PMAK|rnd_|tskey|AGE-/;

/** Any credential whose maker marked it with a prefix. */
export const prefixed = new RegExp(
  `(?<secret>${ours.join('|')}|(?<![A-Za-z0-9_])(?:${others.join('|')}))`,
  'dg',
);

/** JSON web tokens: head and body are JSON in base64url, so that both begin alike. */
export const webToken = /(?<![\w-])(?<secret>eyJ[\w-]{6,}\.eyJ[\w-]{6,}(?:\.[\w-]*)?)/dg;

/** What stands after `Bearer` or `Basic` in a header; short words without a digit are prose. */
export const authorization =
  /\b(?:bearer|basic)\s{1,4}(?<secret>(?=[^\s"',;]{0,200}\d)[^\s"',;]{8,}|[^\s"',;]{20,})/dgi;
