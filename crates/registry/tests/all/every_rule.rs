//! Which test breaks which rule: a rule that none breaks is no rule.

use std::collections::BTreeSet;
use std::path::Path;

use registry::ForgedRule::{self, *};

/// The rules that a fact is refused by, or the parts of its entry: broken here.
const BROKEN_HERE: &[(ForgedRule, &str, &str)] = &[
    (FoundedTwice, "people", "a_vault_is_founded_once_by_whom_its_first_entry_introduces"),
    (AuthorNotIntroduced, "people", "a_vault_is_founded_once_by_whom_its_first_entry_introduces"),
    (NotSecurityOfficer, "people", "an_officer_is_disabled_by_another_and_once"),
    (OfficerNotActive, "people", "an_officer_is_disabled_by_another_and_once"),
    (AboutOneself, "people", "an_officer_is_disabled_by_another_and_once"),
    (AboutAnother, "people", "a_passphrase_is_changed_by_its_officer_alone"),
    (UnknownOfficer, "people", "a_passphrase_is_changed_by_its_officer_alone"),
    (OfficerAddedTwice, "people", "an_officer_is_added_by_a_security_officer_with_a_name_and_keys_that_are_his_alone"),
    (DisabledWithoutNewKeys, "people", "in_the_entry_that_disables_an_officer_the_keys_of_all_are_renewed"),
    (ClearanceTooLong, "clearances", "a_clearance_ends_after_it_begins_and_within_five_years"),
    (DatesContradict, "clearances", "a_clearance_ends_after_it_begins_and_within_five_years"),
    (GuideMisshapen, "system", "a_guide_or_a_list_of_authorities_has_its_shape"),
    (AuthoritiesMisshapen, "system", "a_guide_or_a_list_of_authorities_has_its_shape"),
    (NotRegistrar, "dossiers", "a_dossier_is_made_by_a_security_officer_or_a_registrar"),
    (DossierCreatedTwice, "dossiers", "a_dossier_is_made_by_a_security_officer_or_a_registrar"),
    (
        NotKeeperOfDossier,
        "dossiers",
        "a_list_is_kept_by_its_maker_and_its_lead_and_by_security_officers_once_its_maker_is_gone",
    ),
    (UnknownMember, "dossiers", "who_is_removed_was_on_the_list_and_leads_no_more"),
    (DossierClosed, "dossiers", "a_dossier_is_closed_when_it_is_open_and_reopened_when_it_is_closed"),
    (DossierOpen, "dossiers", "a_dossier_is_closed_when_it_is_open_and_reopened_when_it_is_closed"),
    (ClassMadeTwice, "keys", "a_class_is_made_once_for_a_marking_of_a_dossier_that_there_is"),
    (UnknownDossier, "keys", "a_class_is_made_once_for_a_marking_of_a_dossier_that_there_is"),
    (RecipientNotPostQuantum, "keys", "a_new_key_is_the_next_epoch_of_one_that_there_is_and_post_quantum"),
    (UnknownKey, "keys", "a_new_key_is_the_next_epoch_of_one_that_there_is_and_post_quantum"),
    (KeyWithoutRecipient, "keys", "a_new_key_is_the_next_epoch_of_one_that_there_is_and_post_quantum"),
    (EpochOutOfOrder, "keys", "a_new_key_is_the_next_epoch_of_one_that_there_is_and_post_quantum"),
    (RekeyedWithoutRight, "keys", "a_key_of_the_vault_is_renewed_by_who_is_charged_with_it"),
    (KeyWithheld, "keys", "a_new_key_for_all_who_are_entitled_by_their_role_reaches_all_of_them"),
    (DeliveredWithoutHolding, "keys", "a_key_is_delivered_by_who_knows_it_or_has_custody_to_who_may_hold_it_and_once"),
    (DeliveredToStranger, "keys", "a_key_is_delivered_by_who_knows_it_or_has_custody_to_who_may_hold_it_and_once"),
    (DeliveredTwice, "keys", "a_key_is_delivered_by_who_knows_it_or_has_custody_to_who_may_hold_it_and_once"),
    (SaysNothing, "keys", "a_delivery_hands_over_something_to_somebody"),
    (CustodyNotSound, "keys", "a_key_is_put_into_custody_by_who_knows_it_while_custody_is_sound"),
    (DocumentFiledTwice, "documents", "whoever_works_here_files_into_the_present_epoch_of_a_class_of_an_open_dossier"),
    (ObjectOfAnother, "documents", "a_document_is_not_filed_under_the_name_that_the_object_of_another_has"),
    (
        UnknownDocument,
        "marking",
        "a_document_is_moved_to_a_class_of_the_same_dossier_that_there_is_under_an_object_of_its_own",
    ),
    (
        UnknownClass,
        "marking",
        "a_document_is_moved_to_a_class_of_the_same_dossier_that_there_is_under_an_object_of_its_own",
    ),
    (
        ReclassifiedElsewhere,
        "marking",
        "a_document_is_moved_to_a_class_of_the_same_dossier_that_there_is_under_an_object_of_its_own",
    ),
    (
        ReclassifiedWithoutRight,
        "marking",
        "a_marking_is_changed_by_who_may_read_the_document_and_is_charged_with_it_or_names_a_consent",
    ),
    (
        NotOriginatingAuthority,
        "marking",
        "a_marking_is_changed_by_who_may_read_the_document_and_is_charged_with_it_or_names_a_consent",
    ),
    (
        NotReleaseAuthority,
        "partners",
        "a_partner_is_entered_by_who_keeps_partners_with_a_key_of_its_own_and_a_nation_that_there_is",
    ),
    (
        PartnerAddedTwice,
        "partners",
        "a_partner_is_entered_by_who_keeps_partners_with_a_key_of_its_own_and_a_nation_that_there_is",
    ),
    (
        KeyOfAnother,
        "partners",
        "a_partner_is_entered_by_who_keeps_partners_with_a_key_of_its_own_and_a_nation_that_there_is",
    ),
    (
        UnknownNation,
        "partners",
        "a_partner_is_entered_by_who_keeps_partners_with_a_key_of_its_own_and_a_nation_that_there_is",
    ),
    (UnknownPartner, "partners", "a_partner_is_confirmed_once_by_another_who_compared_its_key"),
    (FingerprintOfAnotherKey, "partners", "a_partner_is_confirmed_once_by_another_who_compared_its_key"),
    (PartnerConfirmedByOneself, "partners", "a_partner_is_confirmed_once_by_another_who_compared_its_key"),
    (PartnerConfirmedTwice, "partners", "a_partner_is_confirmed_once_by_another_who_compared_its_key"),
    (ReleaseRequestedTwice, "releases", "a_release_is_asked_for_once_of_documents_and_a_partner_that_there_are"),
    (ReleaseOfNothing, "releases", "a_release_is_asked_for_once_of_documents_and_a_partner_that_there_are"),
    (UnknownRelease, "releases", "a_step_is_of_a_release_that_there_is"),
    (ReleaseOutOfOrder, "releases", "the_steps_of_a_release_have_their_order"),
    (
        ReleasedWithoutRight,
        "releases",
        "a_release_is_approved_or_refused_by_a_release_authority_who_did_not_ask_for_it",
    ),
];

/// The rules that an entry is held against as a whole, with its parts and its signatures: broken in sealed logs, by the
/// scenarios of `vault`.
const BROKEN_IN_LOGS: &[(ForgedRule, &str, &str)] = &[
    (UnknownAuthor, "forged_parts", "a_log_that_begins_with_an_author_whom_no_fact_makes_an_officer"),
    (AuthorIntroducedWithoutRight, "forged", "a_key_that_is_introduced_without_an_officer"),
    (VaultKeyWithheld, "forged_parts", "an_entry_under_a_vault_key_that_was_given_to_nobody_else"),
    (OldVaultKey, "forged", "an_entry_under_a_vault_key_that_was_renewed"),
    (DeliveredUnrecorded, "forged", "a_class_key_that_is_handed_over_without_saying_so"),
    (DeliveryWithoutKey, "forged_parts", "a_delivery_without_the_part_that_has_the_key"),
    (AnotherKeyDelivered, "forged", "a_delivery_of_another_key_than_the_one_that_is_named"),
    (CustodyPartMissing, "forged", "a_class_key_that_is_kept_from_custody"),
    (CustodySealedWrongly, "forged_keys", "a_key_that_is_put_into_custody_and_is_another_or_none"),
    (FiledWithoutSheet, "forged", "a_document_that_is_filed_twice_or_without_its_sheet"),
    (DocumentsInOneEntry, "forged_decisions", "two_documents_in_one_entry"),
    (ReclassifiedWithoutSheets, "forged_decisions", "without_its_sheets"),
    (DecidedWithoutSheet, "forged_decisions", "without_its_sheets"),
    (SignedTooLightly, "forged", "rights_that_bear_one_signature_only"),
    (SessionOfAnother, "forged_words", "words_under_the_session_of_a_colleague_or_of_nobody"),
    (SessionBegunTwice, "forged_words", "a_second_key_for_the_session_of_a_colleague"),
    (SheetWithoutRight, "forged_words", "a_sheet_of_a_document_that_its_author_may_not_read"),
    (NoteWithoutRight, "forged_words", "a_note_in_a_dossier_whose_list_its_author_does_not_keep"),
    (HiddenFromOversight, "forged", "an_entry_without_a_part_for_oversight"),
    (PartSealedWrongly, "forged", "events_that_nobody_can_read"),
    (PartTwice, "forged_parts", "a_part_that_is_there_twice"),
    (UnknownAudience, "forged", "a_part_for_an_audience_that_does_not_exist"),
    (EventsMalformed, "forged", "events_that_nobody_can_read"),
];

#[test]
fn every_rule_is_broken_by_a_test() {
    let listed: Vec<ForgedRule> = BROKEN_HERE.iter().chain(BROKEN_IN_LOGS).map(|(rule, ..)| *rule).collect();
    let missing: Vec<_> = ForgedRule::ALL.iter().filter(|rule| !listed.contains(rule)).collect();
    assert!(missing.is_empty(), "broken by no test: {missing:?}");
    assert_eq!(listed.iter().collect::<BTreeSet<_>>().len(), listed.len(), "each is listed once");
}

/// The list says what is so: the test is there, and it expects that rule.
#[test]
fn each_test_that_is_named_expects_the_rule_that_it_is_named_for() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [(BROKEN_HERE, "tests/all"), (BROKEN_IN_LOGS, "../vault/tests/scenarios")];
    for (rules, folder) in folders {
        for (rule, file, test) in rules {
            let source = std::fs::read_to_string(here.join(folder).join(file).with_extension("rs")).unwrap();
            let (_, rest) = source
                .split_once(&format!("#[test]\nfn {test}() {{\n"))
                .unwrap_or_else(|| panic!("{file} has no test {test}"));
            let (body, _) = rest.split_once("\n}\n").unwrap();
            let expects = body.contains(&format!("Rule::{rule:?}")) || body.contains(&format!("\"{}\"", rule.as_str()));
            assert!(expects, "{file}::{test} does not expect {rule:?}");
        }
    }
}
