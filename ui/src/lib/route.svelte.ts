export type Screen = "documents" | "document" | "file" | "write" | "release" | "assents" | "calendar" | "partners" | "clearances" | "dossiers" | "log";
export type Place = { screen: Screen; id?: string };

/** Where the officer is, and where he was. */
export class Route {
  static readonly draft = "place";
  place = $state.raw<Place>({ screen: "documents" });
  #before: Place[] = [];

  get draft(): { place: Place; before: Place[] } {
    return { place: this.place, before: this.#before };
  }

  goOn({ place, before }: Route["draft"]): void {
    this.place = place;
    this.#before = before;
  }

  go(screen: Screen, id?: string): void {
    if (screen === this.place.screen && id === this.place.id) return;
    this.#before = [...this.#before.slice(-49), this.place];
    this.place = id === undefined ? { screen } : { screen, id };
  }

  /** Another place instead of this one, which is forgotten. */
  replace(screen: Screen, id?: string): void {
    this.place = id === undefined ? { screen } : { screen, id };
  }

  /** Back to the place before, or to `otherwise`. */
  back(otherwise: Screen = "documents"): void {
    this.place = this.#before.pop() ?? { screen: otherwise };
  }
}
