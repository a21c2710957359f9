import type { Locator } from 'playwright-core';
import type { Window } from './window';

export interface WalkthroughLabels {
  /** The title of the command that opens it. */
  readonly command: string;
  readonly title: string;
  readonly steps: readonly [string, string, string, string];
  /** One for each step. */
  readonly buttons: readonly [string, string, string, string];
}

/** CSS pixels; in a narrow window there is no room for the pictures. */
const WIDE = { width: 1700, height: 900 };

/** The extension's walkthrough in a window. Steps count from zero. */
export class Walkthrough {
  readonly titles: Locator;
  /** The picture of the step that is expanded. */
  readonly picture: Locator;

  constructor(
    private readonly window: Window,
    private readonly labels: WalkthroughLabels,
  ) {
    this.titles = window.page.locator('.getting-started-step .step-title');
    this.picture = window.page.locator('.getting-started-media img').first();
  }

  step(index: number): Locator {
    const title = this.window.page
      .locator('.step-title')
      .getByText(this.labels.steps[index] ?? '', { exact: true });
    return this.window.page.locator('.getting-started-step').filter({ has: title });
  }

  button(index: number): Locator {
    return this.step(index)
      .locator('.monaco-button')
      .getByText(this.labels.buttons[index] ?? '', { exact: true });
  }

  /** The sign of a step that is done. */
  check(index: number): Locator {
    return this.step(index).locator('.codicon-getting-started-step-checked');
  }

  /** Opens it, at the first step that is not done. */
  async open(): Promise<void> {
    const { page } = this.window;
    await page.setViewportSize(WIDE);
    await this.window.runCommand(this.labels.command);
    await page.locator('.getting-started').getByText(this.labels.title, { exact: true }).first().waitFor();
    await page.locator('.getting-started-step.expanded').waitFor();
    await this.picture.waitFor();
  }

  async expand(index: number): Promise<void> {
    const isExpanded = await this.button(index).isVisible();
    if (!isExpanded) await this.step(index).locator('.step-title').click();
    await this.button(index).waitFor();
  }

  /** Opens it and presses the button of a step. */
  async press(index: number): Promise<void> {
    await this.open();
    await this.expand(index);
    await this.button(index).click();
  }
}
