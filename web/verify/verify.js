/* Posts the scan once the page is really looked at, and shows the verdict.
   Written for old in-app browsers: no modules, no promises, no arrow functions. */
(function () {
  'use strict';
  var PAUSES = [1, 2, 4];
  var LONGEST_PAUSE = 30;
  var TIMEOUT = 15000;
  var main = document.getElementById('main');
  var checking = document.getElementById('checking');
  var problem = document.getElementById('problem');
  var statusLine = document.getElementById('status');
  var patience = statusLine.textContent;
  var scan = scanId();
  var attempt = 0;
  var waiting = 0;
  var touched = 0;
  var ask = document.createElement('div');

  function randomBytes() {
    var bytes = [];
    var source = window.crypto || window.msCrypto;
    var i;
    if (source && source.getRandomValues) {
      return source.getRandomValues(new Uint8Array(16));
    }
    for (i = 0; i < 16; i++) {
      bytes.push(Math.floor(Math.random() * 256));
    }
    return bytes;
  }

  /* UUID version 7 (RFC 9562, 5.7): ids that grow with time keep the journal's index compact. */
  function uuid() {
    var bytes = randomBytes();
    var time = new Date().getTime();
    var text = '';
    var i;
    for (i = 5; i >= 0; i--) {
      bytes[i] = time % 256;
      time = Math.floor(time / 256);
    }
    bytes[6] = (bytes[6] & 15) | 112;
    bytes[8] = (bytes[8] & 63) | 128;
    for (i = 0; i < 16; i++) {
      text += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '') + (bytes[i] + 256).toString(16).slice(1);
    }
    return text;
  }

  function isReload() {
    var entries = window.performance && performance.getEntriesByType && performance.getEntriesByType('navigation');
    if (entries && entries.length) {
      return entries[0].type === 'reload';
    }
    return !!(window.performance && performance.navigation && performance.navigation.type === 1);
  }

  function remember(id, answered) {
    try {
      history.replaceState({ scan: id, answered: answered }, '');
    } catch (refused) { /* an in-app browser without history still gets its verdict */ }
  }

  /* A scan keeps its id until it is answered, so that it can't count twice; a reload after the answer is a new scan. */
  function scanId() {
    var kept = null;
    var id;
    try {
      kept = history.state;
    } catch (refused) { /* as above */ }
    if (kept && kept.scan && !(kept.answered && isReload())) {
      return kept.scan;
    }
    id = uuid();
    remember(id, false);
    return id;
  }

  function post(fields, done) {
    var request = new XMLHttpRequest();
    var body = [];
    var name;
    for (name in fields) {
      if (Object.prototype.hasOwnProperty.call(fields, name)) {
        body.push(name + '=' + encodeURIComponent(fields[name]));
      }
    }
    request.open('POST', location.pathname + location.search, true);
    request.timeout = TIMEOUT;
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.setRequestHeader('Accept', 'text/html');
    request.onreadystatechange = function () {
      if (request.readyState === 4) {
        done(request);
      }
    };
    request.send(body.join('&'));
  }

  function retryAfter(request) {
    var value = request.status ? request.getResponseHeader('Retry-After') : null;
    var seconds;
    if (!value) {
      return 0;
    }
    seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - new Date().getTime()) / 1000;
    return seconds > 0 ? seconds : 0;
  }

  function show(part, title) {
    checking.hidden = part !== checking;
    problem.hidden = part !== problem;
    ask.hidden = part !== ask;
    main.setAttribute('aria-busy', part === checking ? 'true' : 'false');
    if (title) {
      announce(title);
    }
  }

  function announce(headline) {
    headline.focus();
    document.title = headline.textContent + ' · ' + main.getAttribute('data-site');
    window.scrollTo(0, 0);
  }

  function giveUp() {
    attempt = 0;
    show(problem, problem.querySelector('h1'));
  }

  function tryLater(request) {
    var pause = Math.max(PAUSES[attempt], retryAfter(request));
    if (attempt === PAUSES.length || pause > LONGEST_PAUSE) {
      giveUp();
      return;
    }
    attempt++;
    statusLine.textContent = checking.getAttribute('data-again');
    waiting = setTimeout(check, pause * 1000);
  }

  function check() {
    waiting = 0;
    show(checking);
    var fields = { scan: scan, fragment: 1 };
    if (touched) {
      fields.touched = 1;
    }
    if (navigator.webdriver) {
      fields.scripted = 1;
    }
    post(fields, function (answer) {
      var transient = answer.status === 0 || answer.status === 429 || answer.status >= 502;
      /* A hotel's sign-in page also answers 200: only a verdict is a verdict. */
      if (answer.status === 200 && answer.responseText.indexOf('data-outcome=') > 0) {
        remember(scan, true);
        main.innerHTML = answer.responseText;
        main.setAttribute('aria-busy', 'false');
        announce(main.querySelector('h1'));
        offerRefinement();
      } else if (answer.status === 200 && answer.responseText.indexOf('data-confirm=') > 0) {
        askPerson(answer.responseText);
      } else if (transient || answer.status === 200) {
        tryLater(answer);
      } else {
        giveUp();
      }
    });
  }

  /* The server took this for a program: a touch, which no script can make, tells that it was wrong. */
  function askPerson(html) {
    scan = uuid();
    remember(scan, false);
    attempt = 0;
    ask.innerHTML = html;
    main.appendChild(ask);
    show(ask, ask.querySelector('h1'));
    ask.querySelector('button').onclick = function (event) {
      if (!event || event.isTrusted !== false) {
        touched = 1;
        check();
      }
    };
  }

  function offerRefinement() {
    var section = document.getElementById('refine');
    if (!section) {
      return;
    }
    if (!navigator.geolocation || window.isSecureContext === false) {
      section.parentNode.removeChild(section);
      return;
    }
    document.getElementById('locate').onclick = function () {
      refine(section, this);
    };
  }

  function refine(section, button) {
    var note = document.getElementById('located');
    function say(what) {
      note.textContent = section.getAttribute('data-' + what);
      button.disabled = what === 'asking';
      button.hidden = what === 'thanks' || what === 'denied';
    }
    say('asking');
    navigator.geolocation.getCurrentPosition(
      function (position) {
        var at = position.coords;
        var fields = {
          scan: scan,
          refine: 1,
          lat: at.latitude.toFixed(6),
          lon: at.longitude.toFixed(6),
          acc: Math.ceil(at.accuracy),
          consent: 1
        };
        post(fields, function (answer) {
          say(answer.status === 204 ? 'thanks' : 'failed');
        });
      },
      function (error) {
        say(error.code === 1 ? 'denied' : 'failed');
      },
      { timeout: 10000, maximumAge: 60000 }
    );
  }

  /* A page that is loaded ahead of time, or in a tab behind, is not yet a scan. */
  function start() {
    if (document.prerendering || document.visibilityState === 'hidden') {
      return;
    }
    document.removeEventListener('visibilitychange', start);
    document.removeEventListener('prerenderingchange', start);
    check();
  }

  window.addEventListener('online', function () {
    if (waiting) {
      clearTimeout(waiting);
      check();
    }
  });
  problem.querySelector('form').onsubmit = function (event) {
    event.preventDefault();
    statusLine.textContent = patience;
    check();
  };
  document.addEventListener('visibilitychange', start);
  document.addEventListener('prerenderingchange', start);
  show(checking);
  start();
}());
