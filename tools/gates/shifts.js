// Kept from the first moment on: what moves under a reader's eyes, and what moved.
globalThis.shifted = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) {
    // A player's own controls move inside it when the length of the sound is known; they may have no node.
    const player = document.querySelector('audio, video');
    if (player && entry.sources.every(({node}) => !node || player.contains(node))) continue;
    const what = entry.sources.map(({node}) => node?.parentElement?.className || node?.nodeName).join(', ');
    if (!entry.hadRecentInput) globalThis.shifted.push({value: entry.value, what});
  }
}).observe({type: 'layout-shift', buffered: true});
