//! The system: its approval, its classification guide, the authorities that it speaks for, the printers that it prints on.

pub(crate) mod approval;
mod authorities;
mod ceremony;
mod guide;
mod printers;
mod publishing;
pub(crate) mod views;
