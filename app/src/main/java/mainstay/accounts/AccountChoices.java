package mainstay.accounts;

import java.util.List;

/// What the filters of the list offer.
public record AccountChoices(List<Choice> regions, List<Choice> categories, List<Choice> managers) {

    /// One value of a filter.
    public record Choice(String value, String label) {}

    public String managerName(String code) {
        return managers.stream()
                .filter(choice -> choice.value().equals(code))
                .findFirst()
                .map(Choice::label)
                .orElse(code);
    }
}
