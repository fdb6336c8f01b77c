//! The tables and functions of the log. They are made once, by the owner of the database.

/// The version of the tables and functions.
pub(crate) const FORMAT: i32 = 2;

pub(crate) const SCHEMA: &str = include_str!("schema.pgsql");

/// Whose turn it is to append.
pub(crate) const TURN: &str = "1515734380, 1";
/// Who writes objects (shared), or collects garbage.
pub(crate) const WRITING: &str = "1515734380, 2";
/// Who gives objects new heads.
pub(crate) const HEADING: &str = "1515734380, 3";
