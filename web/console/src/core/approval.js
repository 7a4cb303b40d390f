import { get } from './api.js';
import { t } from './i18n.js';
import { session } from './session.js';
import { toast } from './toast.js';

const EVERY_MS = 60_000;

/** Whether an answer is no thing that was done, but one that waits for a second person. */
export const isAsked = (answer) => answer?.state === 'PENDING' && Boolean(answer.expiresAt);

/** Says that somebody else has to confirm it. */
export function toldAsked() {
  toast(t('approvals.asked'));
  pendingApprovals.refresh();
}

/** How much waits for a second person, asked now and then for the navigation. */
class PendingApprovals extends EventTarget {
  count = 0;
  #timer = null;

  watch() {
    this.#timer ??= setInterval(this.refresh, EVERY_MS);
    this.refresh();
  }

  refresh = async () => {
    if (session.state !== 'in' || !session.brand || document.hidden) return;
    try {
      const { items } = await get('/approvals?state=PENDING&size=100');
      if (items.length === this.count) return;
      this.count = items.length;
      this.dispatchEvent(new Event('change'));
    } catch {
      clearInterval(this.#timer);
      this.#timer = null;
    }
  };
}

export const pendingApprovals = new PendingApprovals();
