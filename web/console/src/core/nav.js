const OPERATOR = ['BRAND_OPERATOR'];
const BRAND = ['BRAND_OPERATOR', 'MARKETER'];
const ADMIN = ['PLATFORM_ADMIN'];

/** What each role may visit, in the order of the navigation; the first is where it starts. */
const SECTIONS = [
  { id: 'overview', roles: BRAND },
  { id: 'products', roles: BRAND },
  { id: 'batches', roles: BRAND },
  { id: 'code-imports', roles: OPERATOR },
  { id: 'label-templates', roles: OPERATOR },
  { id: 'printing-houses', roles: OPERATOR },
  { id: 'keys', roles: OPERATOR },
  { id: 'appearance', roles: OPERATOR },
  { id: 'suspects', roles: OPERATOR },
  { id: 'items', roles: OPERATOR },
  { id: 'scans', roles: BRAND },
  { id: 'policy', roles: BRAND },
  { id: 'complaints', roles: OPERATOR },
  { id: 'alerts', roles: BRAND },
  { id: 'notifications', roles: OPERATOR },
  { id: 'customers', roles: BRAND },
  { id: 'rfm', roles: BRAND },
  { id: 'regions', roles: BRAND },
  { id: 'approvals', roles: BRAND },
  { id: 'brands', roles: ADMIN },
  { id: 'users', roles: ADMIN },
  { id: 'audit', roles: [...OPERATOR, ...ADMIN] },
];

export const sectionsOf = (role) => SECTIONS.filter((s) => s.roles.includes(role)).map((s) => s.id);
