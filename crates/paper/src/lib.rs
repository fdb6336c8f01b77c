//! Text onto marked PDF pages: cover sheets, and the documents of an exercise. Every page bears its marking, at the top
//! and at the bottom.
//!
//! What is read at the screen goes to paper as [`Pictures`] that bear their marks already.
//!
//! One typeface, A4, the same bytes for the same sheet. The layout is plain on purpose: what an official note needs, and
//! no more.

mod fonts;
mod frame;
mod layout;
mod pictures;
mod write;

pub use pictures::Pictures;

/// A document to be set.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedSheet {
    pub banner: PrintedBanner,
    /// Stands under the banner of each page, where the document belongs to an exercise.
    pub exercise: Option<String>,
    /// RFC 3066 language of the text, for readers aloud.
    pub lang: String,
    pub title: String,
    /// Reference, date, originator…: name and value, under the title.
    pub facts: Vec<(String, String)>,
    pub blocks: Vec<Block>,
    /// Stands before the page number: a reference, a copy number.
    pub footer: String,
}

/// The marking of every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedBanner {
    pub text: String,
    /// `#rrggbb`
    pub colour: String,
    /// `#rrggbb`, readable on `colour`.
    pub text_colour: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(String),
    Paragraph(String),
    Points(Vec<String>),
    /// The first row is the head. Rows may be shorter than it.
    Table(Vec<Vec<String>>),
}

/// Why a sheet was not set.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("`{0}` is no colour")]
    Colour(String),
    #[error("the sheet has more than {0} pages")]
    TooLong(usize),
    #[error("a table has more than {0} columns")]
    TooManyColumns(usize),
    /// Marks are never cut, nor set smaller than eight points.
    #[error("the marking leaves no room on the page")]
    NoRoom,
    #[error("the font could not be read")]
    Font,
    #[error("the pages could not be written: {0}")]
    Write(String),
}

/// Sets a sheet as PDF.
///
/// # Errors
/// A colour that is none, a marking that fills the page, more than a thousand pages or 24 columns.
pub fn pdf(sheet: &PrintedSheet) -> Result<Vec<u8>, Error> {
    let faces = fonts::Faces::load()?;
    let frame = frame::Frame::of(sheet, &faces)?;
    let pages = layout::pages(sheet, &frame, &faces)?;
    write::pdf(sheet, &frame, &pages, &faces)
}
