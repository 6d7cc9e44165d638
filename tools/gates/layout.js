// What a drawn page promises, measured on the page itself. Each function gives what breaks its promise.
globalThis.gates = (() => {
  const ARABIC = /[\u0620-\u06ff]/;
  const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const style = element => getComputedStyle(element);
  const every = selector => [...document.querySelectorAll(selector)];
  const words = element => (element.innerText || element.getAttribute('aria-label') || '').trim().slice(0, 40);
  const place = element => {
    const name = element.className && typeof element.className === 'string'
      ? `.${element.className.trim().split(/\s+/).join('.')}` : '';
    const parent = element.parentElement;
    const around = name || !parent ? '' : `${parent.className ? `.${parent.className.split(' ')[0]}` : parent.tagName.toLowerCase()} > `;
    return `${around}${element.tagName.toLowerCase()}${name} «${words(element)}»`;
  };
  const drawn = element => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && style(element).visibility === 'visible';
  };
  const ownText = element => [...element.childNodes]
    .filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join('');
  const arabic = () => every('body, body *').filter(element => ARABIC.test(ownText(element)));

  // A link that is spread over its card by ::after is as big as the box that it is spread over.
  const target = element => {
    const after = getComputedStyle(element, '::after');
    if (after.content === 'none' || after.position !== 'absolute') return element.getBoundingClientRect();
    let around = element;
    while (around.parentElement && style(around).position === 'static') around = around.parentElement;
    return around.getBoundingClientRect();
  };
  // WCAG 2.5.5 leaves out links in a sentence: those stand beside text that is no link.
  const inSentence = element => {
    if (!['inline', 'inline-block'].includes(style(element).display)) return false;
    const block = element.closest('p, li, dd, dt, td, th, figcaption, blockquote, h1, h2, h3, h4, div');
    if (!block) return false;
    const linked = [...block.querySelectorAll('a')].reduce((sum, link) => sum + link.textContent.trim().length, 0);
    return block.textContent.trim().length > linked;
  };

  return {
    overflow() {
      const {scrollWidth, clientWidth} = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const wide = every('body *').filter(element => {
        const {left, right} = element.getBoundingClientRect();
        return left < -1 || right > clientWidth + 1;
      });
      return [`${scrollWidth} px wide: ${wide.slice(-2).map(place).join(', ')}`];
    },

    letters() {
      const weights = new Set([...document.fonts].map(face => face.weight));
      return arabic().flatMap(element => {
        const {letterSpacing, fontStyle, fontWeight, fontSynthesisWeight, fontSynthesisStyle} = style(element);
        const found = [];
        if (!['normal', '0px'].includes(letterSpacing)) found.push(`letter-spacing ${letterSpacing}`);
        if (fontStyle !== 'normal') found.push(`font-style ${fontStyle}`);
        if (fontSynthesisWeight !== 'none' || fontSynthesisStyle !== 'none') found.push('a face may be synthesised');
        if (weights.size && !weights.has(fontWeight)) found.push(`weight ${fontWeight} has no face`);
        return found.map(what => `${place(element)}: ${what}`);
      });
    },

    body() {
      return every('.prose:not(.prose-small) > p, .prose > ul > li, .prose > ol > li').filter(drawn).flatMap(element => {
        const {fontSize, lineHeight} = style(element);
        const ratio = parseFloat(lineHeight) / parseFloat(fontSize);
        const fits = parseFloat(fontSize) >= 18 && ratio >= 1.695 && ratio <= 1.905;
        return fits ? [] : [`${place(element)}: ${fontSize} on ${ratio.toFixed(2)}`];
      });
    },

    targets() {
      return every(FOCUSABLE).filter(drawn).filter(element => !inSentence(element)).flatMap(element => {
        const {width, height} = target(element);
        const fits = width >= 43.5 && height >= 43.5;
        return fits ? [] : [`${place(element)}: a target of ${width.toFixed()} × ${height.toFixed()} px`];
      });
    },

    structure() {
      const found = [];
      if (every('h1').length !== 1) found.push(`${every('h1').length} h1`);
      const levels = every('h1, h2, h3, h4, h5, h6').map(heading => Number(heading.tagName[1]));
      levels.forEach((level, index) => {
        if (level > (levels[index - 1] ?? 0) + 1) found.push(`h${level} after h${levels[index - 1] ?? 0}`);
      });
      for (const one of ['header', 'main', 'footer']) {
        const landmarks = every(one).filter(element => one === 'main' || element.parentElement === document.body);
        if (landmarks.length !== 1) found.push(`${landmarks.length} ${one}`);
      }
      const names = every('nav').map(nav => nav.getAttribute('aria-label')
        || document.getElementById(nav.getAttribute('aria-labelledby'))?.textContent.trim() || '');
      if (names.includes('')) found.push('a nav without a name');
      if (new Set(names).size !== names.length) found.push(`two nav of one name: ${names.join(' | ')}`);
      const first = every(FOCUSABLE)[0];
      const leads = first && document.getElementById((first.getAttribute('href') || '').slice(1));
      if (leads?.tagName !== 'MAIN') found.push('the first stop is no link that skips to main');
      const {dir, lang} = document.documentElement;
      if (!lang || !['rtl', 'ltr'].includes(dir)) found.push('html without lang and dir');
      return found;
    },

    // To be asked after a key was pressed: only then is focus that scripts move shown as a reader's.
    focus() {
      const shown = of => of.outlineStyle !== 'none' && parseFloat(of.outlineWidth) >= 2;
      return every(FOCUSABLE).flatMap(element => {
        element.focus();
        if (document.activeElement !== element) return [];
        const seen = drawn(element) && (shown(style(element)) || shown(getComputedStyle(element, '::after')));
        return seen ? [] : [`${place(element)}: its focus is not shown`];
      });
    },

    shifts() {
      return globalThis.shifted.map(({value, what}) => `${value.toFixed(4)}: ${what}`);
    },
  };
})();
