import '../src/styles/tokens.css';
import '../src/styles/base.css';
import '../src/styles/layout.css';
import '../src/styles/parts.css';
import '../src/styles/pages.css';
import '../src/styles/evidence.css';
import '../src/parts/app.js';
