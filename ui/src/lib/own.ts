// Of whom the vault is.

/** The policy of its own authority: what a choice of policies begins with. */
export const OWN_POLICY = "BEL";
/** All that ship with the program, its own first. */
export const POLICIES = [OWN_POLICY, "NATO", "EU"];
/** Its nation, ISO 3166-1 alpha-3. */
export const OWN_NATION = "BEL";
/** What its policy calls opening by two. */
export const DUAL = "DUAL";
