//! Filters and orders of the register that an officer keeps under names: in his own index, and nowhere else.

use serde::{Deserialize, Serialize};

use crate::{DocumentFilter, Error, Session, text};

/// Characters that a name may have.
const LONGEST: usize = 80;

/// A filter and an order of the register under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct SavedView {
    pub name: String,
    /// Without where a page begins.
    pub filter: DocumentFilter,
}

impl Session {
    /// What this officer keeps, in the order of the names.
    ///
    /// # Errors
    /// Integrity errors of the index.
    pub fn saved_views(&self) -> Result<Vec<SavedView>, Error> {
        // Of another version, it begins again from the start.
        Ok(serde_json::from_slice(&self.index.views()?.unwrap_or_default()).unwrap_or_default())
    }

    /// One of them, whatever the case and the accents of its name.
    ///
    /// # Errors
    /// [`Error::NotFound`]; integrity errors of the index.
    pub fn saved_view(&self, name: &str) -> Result<SavedView, Error> {
        let unknown = || Error::NotFound { kind: "view", name: name.to_owned() };
        self.saved_views()?.into_iter().find(|view| is_named(view, name)).ok_or_else(unknown)
    }

    /// Keeps a filter and an order under a name, in the place of what it stood for before.
    ///
    /// # Errors
    /// What is wrong with the name; why it could not be written.
    pub fn save_view(&mut self, name: &str, filter: DocumentFilter) -> Result<SavedView, Error> {
        let name = text::short("name", name.trim(), LONGEST)?;
        let filter = DocumentFilter { limit: 0, after: None, ..filter };
        let mut views = self.saved_views()?;
        views.retain(|view| !is_named(view, &name));
        let saved = SavedView { name, filter };
        views.push(saved.clone());
        views.sort_by_cached_key(|view| label::fold(&view.name));
        self.write_views(&views)?;
        Ok(saved)
    }

    /// # Errors
    /// [`Error::NotFound`]; why it could not be written.
    pub fn remove_view(&mut self, name: &str) -> Result<(), Error> {
        let gone = self.saved_view(name)?;
        let mut views = self.saved_views()?;
        views.retain(|view| view.name != gone.name);
        self.write_views(&views)
    }

    fn write_views(&mut self, views: &[SavedView]) -> Result<(), Error> {
        let bytes = serde_json::to_vec(views).map_err(|_| Error::Internal { what: "views" })?;
        self.index.change::<_, Error>(|change| Ok(change.set_views(&bytes)?))
    }
}

fn is_named(view: &SavedView, name: &str) -> bool {
    label::fold(&view.name) == label::fold(name.trim())
}
