/** Words that the page carries as data attributes, with places for figures: `[grid]`. */
export class Words {
  constructor(private readonly given: DOMStringMap) {}

  say(name: string, facts: Readonly<Record<string, string | number>> = {}): string {
    const text = this.given[name] ?? "";
    return text.replace(/\[(\w+)\]/g, (whole, fact: string) => String(facts[fact] ?? whole));
  }
}
