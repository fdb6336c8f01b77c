//! Where an officer stopped reading: in his own index, and nowhere else.

use serde::{Deserialize, Serialize};

use crate::{DocumentId, Error, Session};

/// So many documents are remembered; the one that was read longest ago is forgotten first.
const MOST: usize = 200;

/// The last read stands last.
#[derive(Default, Serialize, Deserialize)]
struct Places(Vec<(DocumentId, u32)>);

impl Session {
    /// The page, from 1, at which this officer stopped reading a document; none where that is its first, or is not known.
    ///
    /// # Errors
    /// Integrity errors of the index.
    pub fn place(&self, id: &DocumentId) -> Result<Option<u32>, Error> {
        Ok(self.places()?.0.iter().find(|(known, _)| known == id).map(|(_, page)| *page))
    }

    /// Remembers at which page, from 1, this officer stopped reading a document.
    ///
    /// # Errors
    /// Integrity errors of the index; why it could not be written.
    pub fn keep_place(&mut self, id: &DocumentId, page: u32) -> Result<(), Error> {
        let mut places = self.places()?;
        places.0.retain(|(known, _)| known != id);
        if page > 1 {
            places.0.push((id.clone(), page));
        }
        let more = places.0.len().saturating_sub(MOST);
        places.0.drain(..more);
        self.write_places(&places)
    }

    /// Forgets where he stopped in documents that are not on his index any more: that he read them is not kept here either.
    pub(crate) fn forget_places(&mut self) -> Result<(), Error> {
        let mut places = self.places()?;
        let before = places.0.len();
        drop(self.state.documents.take_failure());
        places.0.retain(|(id, _)| self.is_indexed(id));
        // What seems not to be there may only not have been found.
        if let Some(failure) = self.state.documents.take_failure() {
            return Err(failure.into());
        }
        if places.0.len() == before {
            return Ok(());
        }
        self.write_places(&places)
    }

    fn write_places(&mut self, places: &Places) -> Result<(), Error> {
        let bytes = serde_json::to_vec(places).map_err(|_| Error::Internal { what: "places" })?;
        self.index.change::<_, Error>(|change| Ok(change.set_places(&bytes)?))
    }

    fn places(&self) -> Result<Places, Error> {
        // Of another version, it begins again.
        Ok(serde_json::from_slice(&self.index.places()?.unwrap_or_default()).unwrap_or_default())
    }
}
