import { describe, expect, it } from 'vitest';
import { pagerCommand } from '../src/terminal/pager.ts';
import { terminalOf } from '../src/terminal/terminal.ts';

const screen = { isTTY: true, columns: 80, rows: 24 };
const pipe = {};

describe('what the terminal can do', () => {
  it.each([
    ['a terminal', screen, { TERM: 'xterm' }, 'auto', { styled: true, colors: 1 }],
    ['256 colours', screen, { TERM: 'xterm-256color' }, 'auto', { styled: true, colors: 2 }],
    ['24 bits', screen, { TERM: 'xterm', COLORTERM: 'truecolor' }, 'auto', { colors: 3 }],
    ['a dumb terminal', screen, { TERM: 'dumb' }, 'auto', { styled: false, colors: 0 }],
    [
      'NO_COLOR keeps bold',
      screen,
      { TERM: 'xterm', NO_COLOR: '1' },
      'auto',
      { styled: true, colors: 0 },
    ],
    ['an empty NO_COLOR is none', screen, { TERM: 'xterm', NO_COLOR: '' }, 'auto', { colors: 1 }],
    [
      '--color wins over NO_COLOR',
      screen,
      { NO_COLOR: '1' },
      'always',
      { styled: true, colors: 1 },
    ],
    ['--color never', screen, { TERM: 'xterm' }, 'never', { styled: false, colors: 0 }],
    ['a pipe', pipe, { TERM: 'xterm' }, 'auto', { styled: false, colors: 0, isTerminal: false }],
    ['FORCE_COLOR in a pipe', pipe, { FORCE_COLOR: '1' }, 'auto', { styled: true, colors: 1 }],
    [
      'FORCE_COLOR wins over NO_COLOR',
      pipe,
      { FORCE_COLOR: '3', NO_COLOR: '1' },
      'auto',
      { colors: 3 },
    ],
    [
      'FORCE_COLOR=0 on a terminal',
      screen,
      { FORCE_COLOR: '0' },
      'auto',
      { styled: false, colors: 0 },
    ],
    ['CLICOLOR_FORCE', pipe, { CLICOLOR_FORCE: '1' }, 'auto', { styled: true }],
  ] as const)('%s', (_, stream, env, color, expected) => {
    expect(terminalOf(stream, env, color)).toMatchObject(expected);
  });

  it.each([
    ['nobody says', pipe, {}, undefined],
    ['COLUMNS in a pipe', pipe, { COLUMNS: '100' }, 100],
    ['the terminal wins over COLUMNS', screen, { COLUMNS: '100' }, 80],
    ['no number', pipe, { COLUMNS: 'abc' }, undefined],
    ['zero', pipe, { COLUMNS: '0' }, undefined],
    ['less than anything', pipe, { COLUMNS: '-5' }, undefined],
    ['too much', pipe, { COLUMNS: '1e9' }, 1000],
    ['too little', pipe, { COLUMNS: '3' }, 10],
  ] as const)('columns: %s', (_, stream, env, columns) => {
    expect(terminalOf(stream, env, 'auto').columns).toBe(columns);
  });

  it.each([
    [{ TERM: 'xterm-kitty' }, true],
    [{ VTE_VERSION: '6800' }, true],
    [{ VTE_VERSION: '4205' }, false],
    [{ TERM_PROGRAM: 'iTerm.app' }, true],
    [{ TERM: 'xterm' }, false],
    [{ TERM: 'xterm', FORCE_HYPERLINK: '1' }, true],
    [{ TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' }, false],
  ] as const)('hyperlinks with %j: %s', (env, expected) => {
    expect(terminalOf(screen, env, 'auto').hyperlinks).toBe(expected);
  });

  it('never follows links where nothing is styled', () => {
    expect(terminalOf(pipe, { FORCE_HYPERLINK: '1' }, 'auto').hyperlinks).toBe(false);
  });
});

describe('the pager', () => {
  it.each([
    [{}, ['less', '-FRX']],
    [{ PAGER: 'most' }, ['most']],
    [{ PAGER: 'most', SIJORI_PAGER: 'less -S' }, ['less', '-S']],
    [{ PAGER: 'cat; touch pwn' }, ['cat;', 'touch', 'pwn']],
    [{ PAGER: 'less "-P my prompt" -R' }, ['less', '-P my prompt', '-R']],
    [{ PAGER: '' }, ['less', '-FRX']],
  ])('%j is %j, without a shell', (env, command) => {
    expect(pagerCommand(env)).toEqual(command);
  });
});
