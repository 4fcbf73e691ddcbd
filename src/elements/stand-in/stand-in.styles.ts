/** The plain form of notice and details. */
export const styles = `
  :host { display: contents !important; }
  section, dialog {
    box-sizing: border-box;
    max-width: min(49em, calc(100vw - 2rem));
    padding: 1rem;
    border: 1px solid #8888;
    border-radius: 12px;
    color: CanvasText;
    background: Canvas;
    font: max(0.9375rem, 14px) / 1.5 system-ui;
  }
  section { position: fixed; inset: auto 0 1rem; margin: auto; }
  p { margin: 0 0 0.5rem; }
  button { min-height: 2.4em; margin-inline-end: 0.5rem; padding: 0.25em 0.8em; font: inherit; }
  th { text-align: start; vertical-align: top; font-weight: 400; }
  td { vertical-align: top; }
`;
