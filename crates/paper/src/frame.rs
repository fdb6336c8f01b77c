//! What is on every page, and the space that it leaves. Points (1/72 inch), from the top left corner.

use crate::fonts::{Face, Faces};
use crate::{Error, PrintedSheet};

pub const WIDTH: f32 = 595.28;
pub const HEIGHT: f32 = 841.89;
pub const LEFT: f32 = 64.0;
pub const RIGHT: f32 = WIDTH - 64.0;
/// Size of the exercise line, the footer and the page number.
pub const SMALL: f32 = 8.5;

const EDGE: f32 = 20.0;
const BANNER: f32 = 11.5;
/// A banner of one line may be this small; below that it takes a second line.
const BANNER_ON_ONE_LINE: f32 = 9.5;
/// No banner is smaller.
const BANNER_LEAST: f32 = 8.0;
const SMALL_LEADING: f32 = 11.0;
/// Room for the page number, right of the footer.
const NUMBER: f32 = 70.0;
/// What must be left for text.
const LEAST_ROOM: f32 = 300.0;

/// The strips, the exercise line, the footer: the same on each page.
#[derive(Debug)]
pub struct Frame {
    pub banner: Vec<String>,
    pub banner_size: f32,
    /// Height of each coloured strip, at the top and at the bottom edge.
    pub strip: f32,
    pub exercise: Vec<String>,
    pub footer: Vec<String>,
    /// Where text may begin.
    pub top: f32,
    /// Where text must have ended.
    pub bottom: f32,
}

impl Frame {
    /// # Errors
    /// [`Error::NoRoom`]: marks are never cut.
    pub fn of(sheet: &PrintedSheet, faces: &Faces) -> Result<Frame, Error> {
        let (banner, banner_size) = banner(&sheet.banner.text, faces);
        let small = |text: &str, width| faces.wrap(text, Face::SemiBold, SMALL, width);
        let exercise = sheet.exercise.as_deref().map(|text| small(text, WIDTH - 2.0 * EDGE)).unwrap_or_default();
        let footer = faces.wrap(&sheet.footer, Face::Regular, SMALL, RIGHT - LEFT - NUMBER);
        let more = |lines: &[String]| lines.len().saturating_sub(1) as f32;
        let strip = 26.0 + more(&banner) * leading(banner_size);
        let mut frame = Frame { banner, banner_size, strip, exercise, footer, top: 0.0, bottom: 0.0 };
        frame.top = strip + 46.0 + more(&frame.exercise) * SMALL_LEADING;
        frame.bottom = frame.footer_baseline(0) - 28.0;
        if frame.bottom - frame.top < LEAST_ROOM { Err(Error::NoRoom) } else { Ok(frame) }
    }

    /// Of a line of the banner, in the strip that begins at `top`.
    pub fn banner_baseline(&self, top: f32, line: usize) -> f32 {
        let lines = self.banner.len() as f32;
        // Capitals are 0.7 of the size high.
        let first = (self.strip - (lines - 1.0) * leading(self.banner_size) + 0.7 * self.banner_size) / 2.0;
        top + first + line as f32 * leading(self.banner_size)
    }

    /// Of a line of the exercise mark under the upper strip.
    pub fn upper_exercise_baseline(&self, line: usize) -> f32 {
        self.strip + 15.0 + line as f32 * SMALL_LEADING
    }

    /// Of a line of the exercise mark over the lower strip.
    pub fn lower_exercise_baseline(&self, line: usize) -> f32 {
        HEIGHT - self.strip - 9.0 - self.exercise.len().saturating_sub(line + 1) as f32 * SMALL_LEADING
    }

    /// Of a line of the footer. The page number stands on line 0.
    pub fn footer_baseline(&self, line: usize) -> f32 {
        let below = self.exercise.len().saturating_sub(1) + self.footer.len().saturating_sub(line + 1);
        HEIGHT - self.strip - 24.0 - below as f32 * SMALL_LEADING
    }
}

fn leading(size: f32) -> f32 {
    size * 1.25
}

/// In as few lines as its least sizes allow, and those about equally long.
fn banner(text: &str, faces: &Faces) -> (Vec<String>, f32) {
    let width = WIDTH - 2.0 * EDGE;
    let wrap = |size: f32, width: f32| faces.wrap(text, Face::SemiBold, size, width);
    let natural = faces.width(&faces.drawable(text), Face::SemiBold, BANNER);
    let on_one = BANNER * (width / natural.max(1.0)).min(1.0);
    if on_one >= BANNER_ON_ONE_LINE && !text.contains('\n') {
        return (wrap(on_one * 0.999, width), on_one * 0.999);
    }
    let size =
        [BANNER, BANNER_ON_ONE_LINE].into_iter().find(|size| wrap(*size, width).len() <= 3).unwrap_or(BANNER_LEAST);
    let mut lines = wrap(size, width);
    for narrower in 1..20 {
        let tried = wrap(size, width * (1.0 - narrower as f32 / 40.0));
        if tried.len() > lines.len() {
            break;
        }
        lines = tried;
    }
    (lines, size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PrintedBanner;

    fn frame(banner: &str) -> Result<Frame, Error> {
        let banner =
            PrintedBanner { text: banner.to_owned(), colour: "#c8102e".to_owned(), text_colour: "#ffffff".to_owned() };
        let sheet = PrintedSheet {
            banner,
            exercise: Some("EXERCICE – OEFENING".to_owned()),
            lang: "fr".to_owned(),
            title: String::new(),
            facts: Vec::new(),
            blocks: Vec::new(),
            footer: "EX/1".to_owned(),
        };
        Frame::of(&sheet, &Faces::load().expect("the fonts are embedded"))
    }

    #[test]
    fn a_long_banner_takes_more_lines_never_letters_that_nobody_can_read() {
        let faces = Faces::load().expect("the fonts are embedded");
        let all = "SECRET – GEHEIM // REL TO ".to_owned();
        for (countries, most) in [(2, 1), (20, 2), (40, 3), (150, 20)] {
            let text = all.clone() + &vec!["BEL"; countries].join(", ");
            let frame = frame(&text).expect("there is room");
            assert!(frame.banner.len() <= most, "{countries}: {:?}", frame.banner);
            assert!(frame.banner_size >= BANNER_LEAST);
            assert_eq!(frame.banner.join(" "), text, "not a word of a marking is lost");
            for (number, line) in frame.banner.iter().enumerate() {
                assert!(faces.width(line, Face::SemiBold, frame.banner_size) <= WIDTH - 2.0 * EDGE);
                let baseline = frame.banner_baseline(0.0, number);
                assert!(baseline - 0.7 * frame.banner_size > 2.0 && baseline + 0.25 * frame.banner_size < frame.strip);
            }
            assert!(frame.top > frame.strip + 20.0);
        }
    }

    #[test]
    fn a_banner_that_leaves_no_room_is_refused_and_not_cut() {
        assert!(matches!(frame(&"REL TO ".repeat(2000)), Err(Error::NoRoom)));
    }

    #[test]
    fn strips_exercise_line_footer_and_text_lie_one_above_the_other() {
        let frame = frame("SECRET").expect("there is room");
        let lower_strip = HEIGHT - frame.strip;
        assert!(frame.upper_exercise_baseline(0) - SMALL > frame.strip);
        assert!(frame.top > frame.upper_exercise_baseline(0) + SMALL);
        assert!(frame.bottom < frame.footer_baseline(0) - SMALL);
        assert!(frame.footer_baseline(0) + 2.0 < frame.lower_exercise_baseline(0) - SMALL);
        assert!(frame.lower_exercise_baseline(0) + 2.0 < lower_strip);
    }
}
