package mainstay.backup;

import java.util.Map;
import java.util.Set;

/// What no backup holds, and why. Every other table is in it.
final class LeftOut {

    static final Map<String, String> TABLES = Map.of(
            "identity.session", "whoever was signed in then is not signed in again by a restore",
            "identity.session_attributes", "goes with the sessions",
            "identity.sign_in_attempt", "slows down who guesses now; a restore begins anew",
            "dossier.fact_draft", "a file that was looked at only, and is sent again",
            "relationships.draft", "a file that was looked at only, and is sent again",
            "ledger.draft", "its file lies in the data directory, is not in the books, and is sent again",
            "ledger.verdict", "about staged rows",
            "public.flyway_schema_history", "written anew by the migrations that make the tables");

    static final Set<String> SCHEMAS = Set.of("staging");

    private LeftOut() {}

    static boolean holds(TableName table) {
        return SCHEMAS.contains(table.schema()) || TABLES.containsKey(table.toString());
    }
}
