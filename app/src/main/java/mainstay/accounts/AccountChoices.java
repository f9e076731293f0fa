package mainstay.accounts;

import java.util.List;

/// What the filters of the list offer.
record AccountChoices(List<Choice> regions, List<Choice> categories, List<Choice> managers) {

    record Choice(String value, String label, int accounts) {}
}
