//! What another program says of the pages that are shown.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::time::Duration;

use zeroize::Zeroizing;

use super::OpenDocument;
use crate::confined::Run;
use crate::frame::{self, Call, MOST_PIXELS, Reply, Status, TALLEST};
use crate::missing::{Lack, Missing};
use crate::otherwise::{Drawn, differ};
use crate::pdfium::Pdfium;
use crate::stamp::Canvas;
use crate::turn::Turn;

/// As wide pages are compared, in pixels, where they are not shown at a width at which they can be compared.
const WIDTH: u32 = 900;
/// Narrower, letters cannot be told from one another, and nobody reads them.
const NARROWEST: u32 = 500;
/// Wider, no more is seen.
const WIDEST: u32 = 1400;

/// A picture of a page: its width, its height, and its pixels, RGB, eight bits each, rows from the top.
pub(crate) type Picture = (u32, u32, Zeroizing<Vec<u8>>);

/// Of one document. Dropping it ends the run.
pub(super) struct Opinion {
    /// None once it has ended: by itself, or because it took too long.
    run: Option<Run>,
    /// What came of each page that was compared.
    said: BTreeMap<u32, Option<Lack>>,
}

impl Opinion {
    pub fn of(run: Option<Run>) -> Opinion {
        Opinion { run, said: BTreeMap::new() }
    }

    /// The page as PDFium draws it, about as wide. None where it draws none in this time, and from then on where it ended by that.
    fn drawn(&mut self, page: u32, width: u32, limit: Duration) -> Option<Picture> {
        let run = self.run.as_mut()?;
        let drawn = run.ask(limit, |to, from| {
            frame::write_call(to, Call::Render { page, width })?;
            let answer = Reply::read(from)?;
            if answer.status == Status::Ok { read_pixels(answer, width + 2, from).map(Some) } else { Ok(None) }
        });
        if drawn.is_none() {
            self.run = None;
        }
        drawn.flatten()
    }
}

impl OpenDocument {
    /// What a page lacks as far as another program knows, where one is asked: that it draws it otherwise, or not at all. `canvas` has
    /// the page as it will be shown, without marks. A page is compared once, however often it is shown.
    pub(super) fn second_opinion(&mut self, page: u32, turn: Turn, canvas: &mut Canvas) -> Option<Missing> {
        let width = canvas.page_width();
        if self.opinion.is_none() || width < NARROWEST {
            return None;
        }
        let said = self.opinion.as_ref().and_then(|opinion| opinion.said.get(&page)).copied();
        let lack = match said {
            Some(lack) => lack,
            None => {
                let ours = match turn {
                    Turn::None if width <= WIDEST => Some(canvas.page_picture()),
                    Turn::None | Turn::Quarter | Turn::Half | Turn::ThreeQuarters => self.picture(page, WIDTH),
                };
                let limit = self.limits.page;
                let opinion = self.opinion.as_mut()?;
                let lack = match ours {
                    None => Some(Lack::NotCompared),
                    Some((width, _, ours)) => match opinion.drawn(page, width, limit) {
                        None => Some(Lack::NotCompared),
                        Some((wide, _, theirs)) => {
                            let ours = Drawn { width: width as usize, rgb: &ours };
                            let theirs = Drawn { width: wide as usize, rgb: &theirs };
                            differ(ours, theirs).then_some(Lack::DrawnOtherwise)
                        }
                    },
                };
                opinion.said.insert(page, lack);
                lack
            }
        };
        lack.map(|lack| Missing::new(lack, Pdfium::NAME, 1))
    }

    /// A page, counted from 0, as the worker draws it, without marks. None where it draws none.
    pub(crate) fn picture(&mut self, page: u32, width: u32) -> Option<Picture> {
        self.picture_within(self.limits.page, page, width)
    }

    /// The same, for somebody who has more time.
    pub(crate) fn picture_within(&mut self, limit: Duration, page: u32, width: u32) -> Option<Picture> {
        let drawn = self.within(limit, |to, from| {
            frame::write_call(to, Call::Render { page, width })?;
            let answer = Reply::read(from)?;
            if answer.status == Status::Ok { read_pixels(answer, width, from).map(Some) } else { Ok(None) }
        });
        drawn.ok().flatten()
    }
}

/// The pixels that come behind an answer. What was not asked for is not believed.
fn read_pixels(answer: Reply, widest: u32, from: &mut dyn Read) -> io::Result<Picture> {
    let pixels = u64::from(answer.a) * u64::from(answer.b);
    if answer.a > widest || answer.b > TALLEST || pixels == 0 || pixels > MOST_PIXELS {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut rgb = Zeroizing::new(vec![0; usize::try_from(pixels * 3).unwrap_or_default()]);
    from.read_exact(&mut rgb)?;
    Ok((answer.a, answer.b, rgb))
}
