import { apiEvents, get, post, put, remove, useCsrfToken } from './api.js';

/** Who is signed in. `state`: starting, in, code (the second step of signing in), out (never signed in), expired (the page stays behind the sign-in form). */
class SessionStore extends EventTarget {
  state = 'starting';
  user = null;
  brand = null;
  /** Whether the password must be changed before anything else. */
  mustChange = false;
  /** Whether a second factor must be set up before anything else. */
  mustEnrol = false;
  /** Whether there is a page that stays behind the sign-in form. */
  behind = false;

  constructor() {
    super();
    apiEvents.addEventListener('signed-out', () => this.#become(this.behind ? 'expired' : 'out'));
    apiEvents.addEventListener('held', () => this.resume().catch(() => {}));
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

  /** The second step of signing in; says how many recovery codes are left. */
  async prove(code) {
    const session = await post('/session/second-factor', { code });
    this.#accept(session);
    return session.recoveryCodesLeft;
  }

  /** A secret for an app, which counts once a code of it is confirmed. */
  startSecondFactor(password) {
    return post('/account/second-factor', { password });
  }

  /** Other sessions end. The page stays until the recovery codes are put away, then `goOn` with the answer's session. */
  async confirmSecondFactor(code) {
    const answer = await put('/account/second-factor', { code });
    useCsrfToken(answer.session.csrfToken);
    return answer;
  }

  goOn(session) {
    this.#accept(session);
  }

  /** Other sessions end, this one goes on in a new one. */
  async removeSecondFactor(proof) {
    const session = await post('/account/second-factor/removal', proof);
    this.#accept(session);
    return session;
  }

  /** Uses up a link for a new password. */
  async redeem(token, password) {
    await post('/password-resets', { token, password });
  }

  async signOut() {
    await remove('/session');
    useCsrfToken(null);
    this.user = this.brand = null;
    this.behind = false;
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
    this.mustEnrol = session.mustEnrol === true;
    this.behind ||= !session.codeWanted;
    useCsrfToken(session.csrfToken);
    this.#become(session.codeWanted ? 'code' : 'in');
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new SessionStore();
