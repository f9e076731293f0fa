package mainstay.portfolio;

import java.util.List;

/// A list of accounts that answers one question.
///
/// @param id anchor on the page
/// @param definition page that defines what is listed
/// @param moneyKey message key of what the money column holds
/// @param emptyKey message key of what is said when nobody is listed
public record Findings(
        String id, String titleKey, String definition, String moneyKey, String emptyKey, List<Finding> list) {}
