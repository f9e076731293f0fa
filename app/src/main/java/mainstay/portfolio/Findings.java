package mainstay.portfolio;

import java.util.List;

/// A list of accounts that answers one question.
///
/// @param id anchor on the page
/// @param definition page that defines what is listed
/// @param moneyKey message key of what the money column holds
/// @param emptyKey message key of what is said when nobody is listed
/// @param total how many there are; the list may hold only the first of them
/// @param note a sentence on the whole list in the reader's language, empty for none
public record Findings(
        String id,
        String titleKey,
        String definition,
        String moneyKey,
        String emptyKey,
        List<Finding> list,
        int total,
        String note) {

    public static Findings of(
            String id,
            String titleKey,
            String definition,
            String moneyKey,
            String emptyKey,
            List<Finding> list,
            int total) {
        return new Findings(id, titleKey, definition, moneyKey, emptyKey, list, total, "");
    }

    public Findings withNote(String said) {
        return new Findings(id, titleKey, definition, moneyKey, emptyKey, list, total, said);
    }

    public boolean tagged() {
        return list.stream().anyMatch(finding -> !finding.tagKey().isEmpty());
    }
}
