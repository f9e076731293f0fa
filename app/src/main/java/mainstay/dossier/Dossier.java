package mainstay.dossier;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.identity.Level;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The archive of an account as one reader sees it.
///
/// @param asOf  the day it is shown as of
/// @param today whether that is today: only then anything can be written
/// @param empty whether the reader sees no typed value at all
public record Dossier(LocalDate asOf, boolean today, Health health, boolean empty, List<Section> sections) {

    /// A part.
    ///
    /// @param hidden fields whose values the reader may not see, whether they hold any or not
    public record Section(Part part, Health health, List<Line> lines, List<Field> hidden) {

        private Section outward() {
            return new Section(
                    part,
                    health,
                    lines.stream()
                            .filter(line -> line.field().sensitivity() != Level.PERSONAL)
                            .toList(),
                    hidden);
        }
    }

    /// A field with what is known.
    ///
    /// @param fact    null where nothing counts
    /// @param reading what another module knows; null where the field is typed, or nothing is known
    /// @param old     whether it has outlived its half-life
    /// @param mayWrite whether the reader may write here now
    /// @param evidence documents that the fact rests on
    public record Line(
            Field field,
            @Nullable Fact fact,
            @Nullable Reading reading,
            LocalDate asOf,
            boolean old,
            boolean asked,
            boolean mayWrite,
            List<Evidence.Paper> evidence) {

        private static final int DAYS_TOLD = 60;
        private static final int MONTHS_TOLD = 24;
        private static final int MONTHS = 12;

        /// Whether it is asked, weighs something and nothing is known.
        public boolean isMissing() {
            return asked && isEmpty() && !field.isRead() && field.weight() > 0;
        }

        Health health() {
            return asked ? Health.of(field.weight(), fact != null, !old) : Health.NONE;
        }

        public boolean isEmpty() {
            return fact == null && reading == null;
        }

        /// How long ago it was observed, in the unit people would say it.
        public Text age() {
            if (fact == null) {
                return Text.of("archive.age.none");
            }
            long days = ChronoUnit.DAYS.between(fact.observedOn(), asOf);
            long months = ChronoUnit.MONTHS.between(fact.observedOn(), asOf);
            if (days < DAYS_TOLD) {
                return days == 0 ? Text.of("archive.age.today") : Text.of("archive.age.days", days);
            }
            return months < MONTHS_TOLD
                    ? Text.of("archive.age.months", months)
                    : Text.of("archive.age.years", months / MONTHS);
        }
    }

    /// As it may leave the house, on paper, in a file or to a program: what is personal stays on the page.
    public Dossier outward() {
        return new Dossier(
                asOf,
                today,
                health,
                empty,
                sections.stream().map(Section::outward).toList());
    }

    /// What has to be known later of who is shown this.
    Optional<Look> look(AccountCard account, String where) {
        List<Field> shown = sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.fact() != null)
                .map(Line::field)
                .toList();
        return Look.of(account.id(), where, shown, today ? null : asOf.toString());
    }

    /// How many values are old.
    public long old() {
        return sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(Line::old)
                .count();
    }
}
