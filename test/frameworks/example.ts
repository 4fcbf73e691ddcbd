/** The examples of demo/frameworks, outside of the checkout. */
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TestContext } from 'node:test';
import { root } from '../../scripts/docs/program.js';
import { installProject, projects, runNpm, startProject } from './project.js';

export const names = ['react', 'vue', 'svelte', 'angular', 'astro', 'next'] as const;
export type Name = (typeof names)[number];

const isSource = (path: string) => !/^(node_modules|dist|\.angular|\.astro|\.next)$/.test(basename(path));
await cp(join(root, 'demo/frameworks'), join(projects, 'demo/frameworks'), { recursive: true, filter: isSource });

export const folderOf = (name: Name): string => join(projects, 'demo/frameworks', name);
export const install = (name: Name): Promise<void> => installProject(folderOf(name));
export const npm = (name: Name, ...args: readonly string[]): Promise<string> => runNpm(folderOf(name), ...args);
export const start = (t: TestContext, name: Name, script: 'start' | 'dev'): Promise<string> =>
  startProject(t, folderOf(name), script);
