/** What the bench needs inside the page it measures. Runs before the page's own scripts, as `window.bench`. */
window.bench = (() => {
  /** Frames without a change after which something counts as still. */
  const stillFrames = 12;
  const timeLimit = 8_000;
  /** Takes the next click; registered before the page's scripts, some of which keep clicks to themselves. */
  let takeClick = () => {};
  addEventListener('click', (event) => takeClick(event), { capture: true });

  /** Finds an element; ` >>> ` in the selector enters a shadow root. */
  function find(selector) {
    let element = null;
    let root = document;
    for (const step of selector.split(' >>> ')) {
      element = root?.querySelector(step) ?? null;
      root = element?.shadowRoot;
    }
    return element;
  }

  /** Returns how opaque an element is, with everything that it is in. */
  function opacityOf(element) {
    let opacity = 1;
    for (let node = element; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
      if (node instanceof Element) opacity *= Number(getComputedStyle(node).opacity);
    }
    return opacity;
  }

  /** Returns place and opacity of an element that can be seen, or undefined. */
  function look(selector) {
    const element = find(selector);
    if (!element?.checkVisibility({ visibilityProperty: true })) return undefined;
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    if (width < 1 || height < 1) return undefined;
    if (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth) return undefined;
    const opacity = opacityOf(element);
    if (opacity < 0.01) return undefined;
    return { place: [left, top, width, height].map(Math.round).join(), opaque: opacity > 0.99 };
  }

  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** Calls back with the time at which the frame that is being made has been painted. */
  function afterPaint(callback) {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      callback(performance.now());
    };
    channel.port2.postMessage(undefined);
  }

  /**
   * Watches an element frame by frame. Resolves with the milliseconds from `start` to the first frame in which anything of it shows, and
   * to the frame from which on it is opaque and stays where it is.
   */
  async function watchPainting(selector, start) {
    const deadline = performance.now() + timeLimit;
    const painted = { first: undefined, still: undefined };
    let lastPlace;
    let unchanged = 0;
    while (unchanged < stillFrames) {
      await nextFrame();
      if (performance.now() > deadline) throw new Error(`Not painted, or never still: ${selector}`);
      const seen = look(selector);
      if (seen?.opaque && seen.place === lastPlace) {
        unchanged++;
        continue;
      }
      unchanged = 0;
      lastPlace = seen?.opaque ? seen.place : undefined;
      if (seen)
        afterPaint((time) => {
          painted.first ??= time - start;
          painted.still = time - start;
        });
    }
    return painted;
  }

  /** Watches an element from the next click on, whatever that is on. */
  function watchAfterClick(selector) {
    return new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('No click arrived.')), timeLimit);
      takeClick = ({ timeStamp }) => {
        takeClick = () => {}; // of a press, whatever is dispatched besides
        resolve(watchPainting(selector, timeStamp));
      };
    });
  }

  /** Returns the middle of an element, where a pointer presses it. */
  function middleOf(selector) {
    const { left, top, width, height } = find(selector).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  return { look, middleOf, watchAfterClick, watchPainting };
})();
