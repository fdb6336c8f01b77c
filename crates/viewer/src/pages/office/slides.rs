//! What of a slide nobody sees: text in the colour of a white ground, text without any colour, and shapes outside the slide.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::hidden::Open;
use super::package::{Archive, Slide, attribute, elements, local, parts, unpacked};

impl Slide {
    /// The slides of a presentation, as its masters and layouts leave them.
    pub fn of(archive: &mut Archive<'_>, main: &str) -> Slide {
        let size = elements(archive, main, "sldSz", ["cx", "cy"]).ok().and_then(|sizes| {
            let [width, height] = sizes.into_iter().next()?;
            Some((width.parse().ok()?, height.parse().ok()?))
        });
        let mut ground = false;
        for folder in ["ppt/slideMasters/", "ppt/slideLayouts/"] {
            for name in parts(archive, folder, ".xml") {
                ground |= unpacked(archive, &name).map_or(true, |part| has_ground(&String::from_utf8_lossy(&part)));
            }
        }
        Slide { size, ground, place: None }
    }

    /// The same, where one of them has a ground of its own.
    pub fn with(self, part: &str) -> Slide {
        Slide { ground: self.ground || has_ground(part), ..self }
    }

    /// Which open element an element hides, and why. `empty`: nothing stands in it.
    pub fn hides(
        &mut self,
        start: &BytesStart<'_>,
        name: &str,
        empty: bool,
        open: &[Open],
    ) -> Option<(usize, &'static str)> {
        let value = || attribute(start, "val").unwrap_or_default();
        let is = |from_end: usize, names: &[&str]| {
            let at = open.len().checked_sub(from_end)?;
            open.get(at).is_some_and(|open| names.contains(&open.name.as_str())).then_some(at)
        };
        let run = |from_end: usize| is(from_end, &["rPr"]).and_then(|_| is(from_end + 1, &["r", "fld"]));
        match name {
            // What stands in a colour of the theme makes it another.
            "srgbClr" | "schemeClr"
                if empty && !self.ground && is(1, &["solidFill"]).is_some() && is_white(&value()) =>
            {
                run(2).map(|at| (at, "color"))
            }
            "alpha" if is(2, &["solidFill"]).is_some() && is_nothing(&value()) => run(3).map(|at| (at, "alpha")),
            "noFill" => run(1).map(|at| (at, "alpha")),
            "off" | "ext" => {
                is(1, &["xfrm"])?;
                let shapes = ["sp", "pic", "graphicFrame", "cxnSp", "grpSp"];
                let at = open.iter().rposition(|open| shapes.contains(&open.name.as_str()))?;
                // In a group, places are those of the group.
                if open.iter().take(at).any(|open| open.name == "grpSp") {
                    return None;
                }
                self.is_beside(start, name).then_some((at, "off"))
            }
            _ => None,
        }
    }

    /// Whether a shape lies outside of the slide altogether. Its place comes before its size.
    fn is_beside(&mut self, start: &BytesStart<'_>, name: &str) -> bool {
        let Some((width, height)) = self.size else { return false };
        let number = |name: &str| attribute(start, name).and_then(|number| number.parse::<i64>().ok());
        if name == "off" {
            self.place = number("x").zip(number("y"));
            return self.place.is_some_and(|(x, y)| x >= width || y >= height);
        }
        let ends = |place: i64, size: Option<i64>| size.is_some_and(|size| place.saturating_add(size) <= 0);
        self.place.take().is_some_and(|(x, y)| ends(x, number("cx")) || ends(y, number("cy")))
    }
}

fn is_white(colour: &str) -> bool {
    colour.eq_ignore_ascii_case("ffffff") || matches!(colour, "bg1" | "lt1")
}

/// A share of a hundred thousand, or in percent.
fn is_nothing(share: &str) -> bool {
    share.trim_end_matches('%').parse::<f64>().is_ok_and(|share| share <= 0.0)
}

/// Whether a part lays a colour or a picture behind text. What it cannot be sure of, it takes for one: white text on a dark ground
/// is nothing that is hidden.
fn has_ground(part: &str) -> bool {
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let mut open: Vec<String> = Vec::new();
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(_) => return true,
        };
        if let Event::Start(start) | Event::Empty(start) = &event {
            let within = |names: &[&str]| open.iter().any(|open| names.contains(&open.as_str()));
            let value = || attribute(start, "val").unwrap_or_default();
            // The colours of letters and of lines.
            let of_letters = within(&["rPr", "defRPr", "endParaRPr", "ln", "buClr"]);
            let behind = within(&["bg"]);
            let grounded = match local(start).as_str() {
                "gradFill" | "blipFill" | "pattFill" | "tableStyleId" => true,
                "solidFill" => !behind,
                "fillRef" => attribute(start, "idx").is_none_or(|index| index != "0"),
                "srgbClr" | "schemeClr" | "sysClr" | "prstClr" | "scrgbClr" | "hslClr" => behind && !is_white(&value()),
                "lumMod" | "lumOff" | "shade" | "tint" => behind,
                "clrMap" | "overrideClrMapping" => attribute(start, "bg1").is_some_and(|colour| colour != "lt1"),
                _ => false,
            };
            if grounded && !of_letters {
                return true;
            }
        }
        match event {
            Event::Start(start) => open.push(local(&start)),
            Event::End(_) => drop(open.pop()),
            Event::Eof => return false,
            _ => {}
        }
    }
}
