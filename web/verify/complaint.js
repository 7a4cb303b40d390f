/* Makes the photo smaller before it is sent, and sends the form in place.
   Where a browser lacks what that takes, the form goes as it is. */
(function () {
  'use strict';
  var LONGEST = 1600;
  var SMALL_ENOUGH = 400000;
  var TIMEOUT = 60000;
  var main = document.getElementById('main');

  function canHelp() {
    return !!(window.FormData && window.FileReader && window.URL && document.createElement('canvas').toBlob);
  }

  /* Gives the file itself when it can't be drawn: the server has the last word. */
  function smaller(file, then) {
    var image = new Image();
    var address = URL.createObjectURL(file);
    image.onload = function () {
      var scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
      var canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(image.width * scale));
      canvas.height = Math.max(1, Math.round(image.height * scale));
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(address);
      canvas.toBlob(function (made) {
        then(made && made.size < file.size ? made : file);
      }, 'image/jpeg', 0.8);
    };
    image.onerror = function () {
      URL.revokeObjectURL(address);
      then(file);
    };
    image.src = address;
  }

  function fields(form, photo) {
    var data = new FormData();
    var i;
    var input;
    for (i = 0; i < form.elements.length; i++) {
      input = form.elements[i];
      if (input.name && input.type !== 'file' && (input.type !== 'checkbox' || input.checked)) {
        data.append(input.name, input.value);
      }
    }
    data.append('fragment', '1');
    if (photo) {
      data.append('photo', photo, 'photo.jpg');
    }
    return data;
  }

  function send(form, photo) {
    var request = new XMLHttpRequest();
    var status = document.getElementById('sending');
    var button = form.querySelector('button');
    button.disabled = true;
    status.textContent = form.getAttribute('data-sending');
    request.open('POST', '/complaint', true);
    request.timeout = TIMEOUT;
    request.onreadystatechange = function () {
      if (request.readyState !== 4) {
        return;
      }
      button.disabled = false;
      if (request.status === 200 || request.status === 400 || request.status === 429 || busy(request)) {
        show(request.responseText);
      } else {
        status.textContent = form.getAttribute('data-failed');
      }
    };
    request.send(fields(form, photo));
  }

  /* Too many photos arrive at the moment; what was typed is in the answer. */
  function busy(request) {
    return request.status === 503 && /^text\/html/.test(request.getResponseHeader('Content-Type') || '');
  }

  function show(html) {
    var wrong;
    main.innerHTML = html;
    wrong = main.querySelector('[aria-invalid="true"]') || main.querySelector('h1');
    wrong.focus();
    listen();
  }

  function listen() {
    var form = document.getElementById('complaint');
    if (!form || !canHelp()) {
      return;
    }
    form.onsubmit = function (event) {
      var chosen = document.getElementById('photo').files[0];
      event.preventDefault();
      if (chosen && chosen.size > SMALL_ENOUGH) {
        smaller(chosen, function (photo) {
          send(form, photo);
        });
      } else {
        send(form, chosen);
      }
    };
  }

  listen();
}());
