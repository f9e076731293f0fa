package mainstay.dossier.personal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What is personal of one person, for one account's team.
public record PersonalView(
        AccountCard account, PersonalPerson person, List<Line> lines, boolean mayWrite, LocalDate today) {

    /// A field.
    ///
    /// @param refusals  by name of the form's field
    /// @param overtaken whether somebody else wrote while the reader did
    public record Line(
            PersonalField field,
            @Nullable PersonalFact fact,
            PersonalForm form,
            Map<String, Text> refusals,
            boolean overtaken) {

        public boolean open() {
            return overtaken || !refusals.isEmpty();
        }

        public @Nullable String wrong(String name) {
            return refusals.containsKey(name) ? "true" : null;
        }
    }

    public String path() {
        return account.path() + "/archive/personal/" + person.personId();
    }

    boolean isEmpty() {
        return lines.stream().allMatch(line -> line.fact() == null);
    }
}
