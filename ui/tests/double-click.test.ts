import { expect, test } from "vitest";
import { DoubleClick } from "../src/lib/double-click";

test("a double click counts where both clicks were on one row", () => {
  const double = new DoubleClick<string>();
  double.click("a");
  double.click("a");
  expect(double.meant("a")).toBe(true);
});

test("a row that moved under the pointer between the clicks is not opened", () => {
  const double = new DoubleClick<string>();
  double.click("b");
  double.click("a");
  double.click("b");
  expect(double.meant("b")).toBe(false);
});

test("a row that has not come yet is none", () => {
  const double = new DoubleClick<string>();
  double.click(undefined);
  double.click(undefined);
  expect(double.meant(undefined)).toBe(false);
});
