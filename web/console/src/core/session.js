import { apiEvents, get, post, put, remove, useCsrfToken } from './api.js';

/** Who is signed in. `state`: starting, in, out (never signed in), expired (the page stays behind the sign-in form). */
class SessionStore extends EventTarget {
  state = 'starting';
  user = null;
  brand = null;
  /** Whether the password must be changed before anything else. */
  mustChange = false;

  constructor() {
    super();
    apiEvents.addEventListener('signed-out', () => this.#become(this.user ? 'expired' : 'out'));
  }

  async resume() {
    try {
      this.#accept(await get('/session'));
    } catch (problem) {
      this.#become('out');
      if (problem.status !== 401) throw problem;
    }
  }

  async signIn(email, password) {
    const before = this.user?.id;
    const session = await post('/session', { email, password });
    if (before && before !== session.user.id) location.reload();
    this.#accept(session);
  }

  /** Changes one's password; other sessions end, this one goes on in a new one. */
  async changePassword(current, wanted) {
    this.#accept(await put('/account/password', { current, wanted }));
  }

  /** Uses up a link for a new password. */
  async redeem(token, password) {
    await post('/password-resets', { token, password });
  }

  async signOut() {
    await remove('/session');
    useCsrfToken(null);
    this.user = this.brand = null;
    location.hash = '';
    this.#become('out');
  }

  get role() {
    return this.user?.role;
  }

  get canEdit() {
    return this.role === 'BRAND_OPERATOR';
  }

  #accept(session) {
    this.user = session.user;
    this.brand = session.brand;
    this.mustChange = session.mustChange === true;
    useCsrfToken(session.csrfToken);
    this.#become('in');
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new SessionStore();
