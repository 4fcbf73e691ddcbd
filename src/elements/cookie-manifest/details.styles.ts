import { css } from 'lit';

/** The details; their box and their buttons look like the notice's. */
export const detailsStyles = css`
  dialog {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    padding: 0;
    max-width: 62em;
    height: fit-content;
    max-height: min(
      51em,
      100% - max(min(1rem, 4vw), env(safe-area-inset-top)) - max(min(1rem, 4vw), env(safe-area-inset-bottom))
    );
  }
  dialog,
  dialog::backdrop {
    touch-action: pinch-zoom; /* a finger on the head, or beside the dialog, does not scroll the page */
  }
  dialog:has(input) {
    height: auto; /* what is typed into the filter does not change it */
  }
  dialog::backdrop {
    background: #0008;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.75rem min(1rem, 4vw);
    border-bottom: 1px solid var(--cookie-manifest-line, #8888);
  }
  header h2 {
    flex: 1 1 8em;
    font-size: 1.25em;
  }
  [part='body'] {
    container-type: inline-size;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block: 5rem 1rem; /* the column heads stay in view */
    padding: 0 min(1rem, 4vw) min(1rem, 4vw);
  }
  [part='intro'],
  label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
  }
  label {
    max-width: 100%;
  }
  [part='intro'] {
    margin-top: 0.75rem;
  }
  [part='intro'] > :first-child {
    flex: 1 1 18rem;
  }
  [part='intro'] > :last-child {
    flex-basis: 100%;
  }
  dialog p,
  address {
    margin: 0.5rem 0;
    font-style: normal;
  }
  p:empty {
    margin: 0;
  }
  h3 {
    margin: 1.25rem 0 0.5rem;
    font-size: 1.0625em;
  }
  input {
    box-sizing: border-box;
    flex: 0 1 14em;
    min-width: 0;
    min-height: 2.5em;
    padding: 0.25em 0.8em;
    border: 1px solid;
    border-radius: calc(var(--cookie-manifest-radius, 12px) / 2);
    font: inherit;
    color: inherit;
    background: none;
  }
  @container (width < 40em) {
    label,
    input {
      flex: auto;
    }
  }
  @media (height < 22rem) {
    dialog {
      display: block;
      overflow: auto;
    }
    [part='body'] {
      overflow: visible;
    }
  }
  @media print {
    button,
    label {
      display: none;
    }
    dialog::backdrop {
      display: none;
    }
    dialog {
      display: block;
      position: static;
      print-color-adjust: exact;
      max-width: none;
      max-height: none;
      overflow: visible;
    }
    [part='body'] {
      overflow: visible;
    }
  }
`;
