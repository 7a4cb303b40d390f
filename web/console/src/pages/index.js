import { html } from 'lit';
import './overview.js';
import './products.js';
import './product-edit.js';
import './batches.js';
import './batch-new.js';
import './batch.js';
import './code-imports.js';
import './code-import.js';
import './items.js';
import './label-templates.js';
import './printing-houses.js';
import './keys.js';
import './appearance.js';
import './policy.js';
import './scans.js';
import './suspect.js';
import './suspects.js';
import './complaints.js';
import './complaint.js';
import './alerts.js';
import './alert.js';
import './notifications.js';
import './notification.js';
import './customers.js';
import './customer.js';
import './rfm.js';
import './regions.js';
import './brands.js';
import './users.js';
import './audit.js';
import './approvals.js';
import './account.js';

/** Every address of the console; `:name` matches one step of the path. */
const ROUTES = [
  ['overview', () => html`<zm-overview></zm-overview>`],
  ['products', (_, q) => html`<zm-products .page=${Number(q.page ?? 0)}></zm-products>`],
  ['products/new', () => html`<zm-product-edit></zm-product-edit>`],
  ['products/:id', (id) => html`<zm-product-edit .gtin=${id}></zm-product-edit>`],
  ['batches', (_, q) => html`<zm-batches .page=${Number(q.page ?? 0)} .gtin=${q.gtin ?? ''}></zm-batches>`],
  ['batches/new', (_, q) => html`<zm-batch-new .gtin=${q.gtin ?? ''}></zm-batch-new>`],
  ['batches/:id', (id) => html`<zm-batch .number=${id}></zm-batch>`],
  ['code-imports', (_, q) => html`<zm-code-imports .page=${Number(q.page ?? 0)}></zm-code-imports>`],
  ['code-imports/:id', (id, q) => html`<zm-code-import .importId=${id} .page=${Number(q.page ?? 0)}></zm-code-import>`],
  ['label-templates', (_, q) => html`<zm-label-templates .chosen=${q.id ?? 'a4-40'}></zm-label-templates>`],
  ['printing-houses', (_, q) => html`<zm-printing-houses .page=${Number(q.page ?? 0)}></zm-printing-houses>`],
  ['keys', () => html`<zm-keys></zm-keys>`],
  ['appearance', () => html`<zm-appearance></zm-appearance>`],
  ['items', (_, q) => html`<zm-items .code=${q.code ?? ''}></zm-items>`],
  ['policy', () => html`<zm-policy></zm-policy>`],
  ['suspects', (_, q) => html`<zm-suspects .state=${q.state ?? 'OPEN'} .reason=${q.reason ?? ''} .minScore=${q.minScore ?? ''}
    .gtin=${q.gtin ?? ''} .batch=${q.batch ?? ''}></zm-suspects>`],
  ['suspects/:batch/:item', (batch, _, item) => html`<zm-suspect .batch=${batch} .item=${item}></zm-suspect>`],
  ['scans', (_, q) => html`<zm-scans .page=${Number(q.page ?? 0)} .outcome=${q.outcome ?? ''} .visitor=${q.visitor ?? ''} .gtin=${q.gtin ?? ''}></zm-scans>`],
  ['complaints', (_, q) => html`<zm-complaints .page=${Number(q.page ?? 0)} .state=${q.state ?? ''}></zm-complaints>`],
  ['complaints/:id', (id) => html`<zm-complaint .reference=${id}></zm-complaint>`],
  ['alerts', (_, q) => html`<zm-alerts .page=${Number(q.page ?? 0)} .state=${q.state ?? ''} .kind=${q.kind ?? ''}></zm-alerts>`],
  ['alerts/:id', (id) => html`<zm-alert .alertId=${id}></zm-alert>`],
  ['notifications', () => html`<zm-notifications></zm-notifications>`],
  ['notifications/:id', (id, q) => html`<zm-notification .subscriptionId=${id} .page=${Number(q.page ?? 0)}></zm-notification>`],
  ['customers', (_, q) => html`<zm-customers .page=${Number(q.page ?? 0)} .segment=${q.segment ?? ''}></zm-customers>`],
  ['customers/:id', (id) => html`<zm-customer .customerId=${id}></zm-customer>`],
  ['rfm', () => html`<zm-rfm></zm-rfm>`],
  ['rfm/:id', (id) => html`<zm-rfm .runId=${id}></zm-rfm>`],
  ['regions', (_, q) => html`<zm-regions .province=${q.province ?? ''} .metric=${q.metric ?? 'scans'}></zm-regions>`],
  ['regions/:id', (id, q) => html`<zm-regions .runId=${id} .province=${q.province ?? ''} .metric=${q.metric ?? 'scans'}></zm-regions>`],
  ['brands', (_, q) => html`<zm-brands .page=${Number(q.page ?? 0)}></zm-brands>`],
  ['approvals', () => html`<zm-approvals></zm-approvals>`],
  ['audit', (_, q) => html`<zm-audit .person=${q.person ?? ''} .action=${q.action ?? ''} .subject=${q.subject ?? ''}
    .from=${q.from ?? ''} .until=${q.until ?? ''} .refused=${q.refused ?? ''}></zm-audit>`],
  ['account', () => html`<zm-account></zm-account>`],
  ['users', (_, q) => html`<zm-users .page=${Number(q.page ?? 0)}></zm-users>`],
];

/** The page of a route, or undefined when there is none or the role may not see it. */
export function pageFor({ path, query }, allowedSections) {
  if (!allowedSections.includes(path[0])) return undefined;
  const matches = (pattern) => {
    const steps = pattern.split('/');
    return steps.length === path.length && steps.every((s, i) => s.startsWith(':') || s === path[i]);
  };
  const route = ROUTES.find(([pattern]) => matches(pattern));
  return route?.[1](path[1], query, path[2]);
}
