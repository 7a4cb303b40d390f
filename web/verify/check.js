/* Helps with typing a code, and reads one with the camera when asked to.
   Written for old in-app browsers, like the page's other scripts. */
(function () {
  'use strict';
  var ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  var LENGTH = 20;
  var form = document.getElementById('entry');
  var serial = document.getElementById('serial');
  var gtin = document.getElementById('gtin');
  var camera = document.getElementById('camera');

  function say(input, text, isWrong) {
    document.getElementById(input.id + '-note').textContent = text;
    input.parentNode.className = isWrong ? 'field bad' : 'field';
    input.setAttribute('aria-invalid', isWrong ? 'true' : 'false');
  }

  function text(name, n) {
    return form.getAttribute('data-' + name).replace('{value}', n);
  }

  /* As the server reads it: any case, no gaps, O for 0, I and L for 1. */
  function plain(typed) {
    return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  }

  function grouped(code) {
    return code.replace(/(.{5})(?=.)/g, '$1 ');
  }

  /* More than a serial number: a link, however a keyboard writes its slashes, or (01)…(21)…. */
  function isLink(typed) {
    return /[\/\\\uFF0F\uFF3C\u3001\u2044\u2215()\uFF08\uFF09%]/.test(typed);
  }

  /* The caret stays behind the character that it was behind. */
  function regroup(input) {
    var before = plain(input.value.slice(0, input.selectionStart)).length;
    var shown = grouped(plain(input.value));
    var caret = grouped(plain(input.value).slice(0, before)).length;
    if (shown !== input.value) {
      input.value = shown;
      input.setSelectionRange(caret, caret);
    }
  }

  function judgeSerial() {
    var code = plain(serial.value);
    var i;
    for (i = 0; i < code.length; i++) {
      if (ALPHABET.indexOf(code.charAt(i)) < 0) {
        say(serial, text('letter'), true);
        return;
      }
    }
    if (code.length > LENGTH) {
      say(serial, text('long'), true);
    } else if (code.length === LENGTH) {
      say(serial, text('complete'), false);
    } else {
      say(serial, code.length ? text('counting', code.length) : '', false);
    }
  }

  function checkDigit(body) {
    var sum = 0;
    var i;
    for (i = 0; i < body.length; i++) {
      sum += Number(body.charAt(body.length - 1 - i)) * (i % 2 ? 1 : 3);
    }
    return (10 - sum % 10) % 10;
  }

  function judgeGtin() {
    var digits = gtin.value.replace(/[\s-]/g, '');
    var last = digits.length - 1;
    var whole = digits.length === 8 || digits.length === 12 || digits.length === 13 || digits.length === 14;
    if (/\D/.test(digits) || digits.length > 14) {
      say(gtin, text('digits-long'), true);
    } else if (whole && checkDigit(digits.slice(0, last)) === Number(digits.charAt(last))) {
      say(gtin, text('complete'), false);
    } else if (digits.length >= 13) {
      say(gtin, text('digits-wrong'), true);
    } else {
      say(gtin, digits.length ? text('digits', digits.length) : '', false);
    }
  }

  /* While an input method composes, the text is not the person's yet. */
  function onTyping(input, judge) {
    input.addEventListener('input', function (event) {
      if (!event.isComposing) {
        judge();
      }
    });
    input.addEventListener('compositionend', judge);
  }

  if (serial) {
    onTyping(serial, function () {
      if (isLink(serial.value)) {
        say(serial, '', false);
      } else {
        regroup(serial);
        judgeSerial();
      }
    });
    onTyping(gtin, judgeGtin);
  }

  /* ---- The camera ---- */

  var video = document.getElementById('video');
  var finder = document.getElementById('finder');
  var start = document.getElementById('scan');
  var stop = document.getElementById('stop');
  var seen = document.getElementById('seen');
  var stream = null;
  var engine = null;

  function tell(what) {
    seen.textContent = camera.getAttribute('data-' + what);
  }

  function show(isRunning) {
    finder.hidden = !isRunning;
    stop.hidden = !isRunning;
    start.hidden = isRunning;
    start.disabled = false;
  }

  function end() {
    if (stream) {
      stream.getTracks().forEach(function (track) {
        track.stop();
      });
    }
    stream = null;
    show(false);
  }

  function fail(what) {
    end();
    tell(what);
  }

  /* Where a code leads on this very site, or '': another host's name is never gone to. */
  function target(found) {
    var link = /^[^a-z]*(?:[a-z]\d)?(?:https?:\/\/)+([^\/?#]+)(\/[^#]*)/i.exec(found);
    var isOurs;
    if (!link) {
      return '';
    }
    isOurs = link[1].toLowerCase() === location.host.toLowerCase();
    if (/^\/+(01|gtin)\/+\d{8,14}\/.*(21|ser)\/+[^\/?]/i.test(link[2])) {
      return link[2].replace(/^\/+/, '/');
    }
    return isOurs && /^\/(c|01|gtin)\/./i.test(link[2]) ? link[2] : '';
  }

  function look() {
    if (!stream) {
      return;
    }
    window.QrScanner.scanImage(video, { qrEngine: engine, returnDetailedScanResult: true }).then(
      function (result) {
        var there = target(result.data);
        if (there) {
          end();
          location.href = there;
        } else {
          tell('foreign');
          setTimeout(look, 600);
        }
      },
      function () {
        setTimeout(look, 150);
      }
    );
  }

  function run(opened) {
    stream = opened;
    show(true);
    tell('looking');
    video.srcObject = opened;
    video.play().then(function () {
      return window.QrScanner.createQrEngine();
    }).then(function (made) {
      engine = made;
      look();
    }).then(null, function () {
      fail('failed');
    });
  }

  function open() {
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false }).then(run, function (error) {
      var denied = error.name === 'NotAllowedError' || error.name === 'SecurityError';
      fail(denied ? 'denied' : error.name === 'NotFoundError' ? 'none' : 'failed');
    });
  }

  function load(then) {
    var script = document.createElement('script');
    if (window.QrScanner) {
      then();
      return;
    }
    script.src = camera.getAttribute('data-files') + 'qr-scanner.umd.min.js';
    script.onload = then;
    script.onerror = function () {
      fail('failed');
    };
    document.body.appendChild(script);
  }

  start.onclick = function () {
    if (window.isSecureContext === false) {
      tell('insecure');
    } else if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) {
      tell('none');
    } else {
      start.disabled = true;
      tell('starting');
      load(open);
    }
  };
  stop.onclick = function () {
    end();
    seen.textContent = '';
    start.focus();
  };
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden' && stream) {
      end();
      seen.textContent = '';
    }
  });
  camera.hidden = false;
}());
