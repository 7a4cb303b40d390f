import { svg, html } from 'lit';

const SHAPES = {
  overview: svg`<path d="M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-3H4zM14 7h6V4h-6z"/>`,
  products: svg`<path d="m12 3 8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9"/>`,
  batches: svg`<path d="m12 4 9 4.5-9 4.5-9-4.5zM3 12.5l9 4.5 9-4.5M3 16.5l9 4.5 9-4.5"/>`,
  'code-imports': svg`<path d="M12 15V4m-4.5 4.5L12 4l4.5 4.500M4 15v5h16v-5"/>`,
  items: svg`<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8h3v3H8zM13 13h3v3h-3zM13 8h3M8 13v3"/>`,
  keys: svg`<path d="M8 17a5 5 0 1 1 4.600-7H21v4h-2v3h-3v-3h-3.400A5 5 0 0 1 8 17M8 12.100v-.2"/>`,
  scans: svg`<path d="M3 12h4l3-8 4 16 3-8h4"/>`,
  policy: svg`<path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1M13 5v4h4V5zM7 10v4h4v-4zM15 15v4h4v-4z"/>`,
  customers: svg`<path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.500M16 4.500a3.2 3.2 0 0 1 0 6.200M18 14.900c2 .7 3.2 2.4 3.5 5.1"/>`,
  rfm: svg`<path d="M4 4v16h16M8 16v-4M12 16V8M16 16v-6"/>`,
  regions: svg`<path d="M12 21s7-6.1 7-11.500a7 7 0 0 0-14 0C5 14.9 12 21 12 21M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5"/>`,
  brands: svg`<path d="M4 20V5l8-2v17M12 9h8v11M3 20h18M7 8h2M7 12h2M7 16h2M15.5 13h1M15.5 16.500h1"/>`,
  users: svg`<path d="M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.500c.7-4 3.7-6 7.5-6s6.8 2 7.5 6"/>`,
  approvals: svg`<path d="M8 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M2 20c.5-3.500 3-5.500 6-5.500 1.500 0 2.800.500 3.800 1.300M13 17.500l2.500 2.500 5.500-6"/>`,
  audit: svg`<path d="M6 3h12v18H6zM9 8h6M9 12h6M9 16h3"/>`,
  'label-templates': svg`<path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z"/>`,
  'printing-houses': svg`<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>`,
  sealed: svg`<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>`,
  appearance: svg`<path d="M12 3a9 9 0 1 0 0 18c1.500 0 2-1 1.500-2.200-.6-1.500.3-2.800 2-2.800H18a3 3 0 0 0 3-3.200C20.700 7 17 3 12 3M7.500 12v.1M9.500 8v.1M14 7.500v.1M17 10.500v.1"/>`,
  suspects: svg`<path d="M12 3 5 6v5c0 4.500 2.900 7.800 7 10 4.100-2.200 7-5.500 7-10V6zM12 8v4.500M12 15.700v.1"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  complaints: svg`<path d="M4 5h16v11H10l-5 4v-4H4zM12 8v3.500M12 13.500v.1"/>`,
  alerts: svg`<path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.500h4"/>`,
  notifications: svg`<path d="M3 6h18v12H3zM3 7l9 6.500L21 7"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  download: svg`<path d="M12 4v11m-4.5-4 4.5 4.5 4.5-4.500M4 20h16"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  left: svg`<path d="m14.5 5-7 7 7 7"/>`,
  right: svg`<path d="m9.5 5 7 7-7 7"/>`,
  alert: svg`<path d="M12 4 2.5 20h19zM12 10v4.500M12 17.200v.1"/>`,
  empty: svg`<path d="M3 13h5l1.5 3h5l1.5-3h5M5.5 5h13l2.5 8v6H3v-6z"/>`,
  play: svg`<path d="M7 5v14l11-7z"/>`,
  copy: svg`<path d="M9 9h11v11H9zM15 9V4H4v11h5"/>`,
  search: svg`<path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20 20"/>`,
  leave: svg`<path d="M14 4h5v16h-5M3.5 12H14m-4-4 4 4-4 4"/>`,
};

/** A decorative icon, 24 units square; the text beside it carries the meaning. */
export function icon(name, size = 18) {
  return html`<svg class="icon" width=${size} height=${size} viewBox="0 0 24 24" fill="none"
    stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"
    aria-hidden="true">${SHAPES[name]}</svg>`;
}

export function logo(size = 28) {
  return html`<svg width=${size} height=${size} viewBox="0 0 32 32" aria-hidden="true" class="logo">
    <rect width="32" height="32" rx="7" class="logo-ground"/>
    <path d="M7 12V7h5M20 7h5v5M25 20v5h-5M12 25H7v-5" class="logo-frame"/>
    <path d="m11 16.5 3.4 3.400L21.5 13" class="logo-tick"/></svg>`;
}
