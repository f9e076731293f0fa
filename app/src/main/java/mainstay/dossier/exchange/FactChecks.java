package mainstay.dossier.exchange;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.dossier.Confidence;
import mainstay.dossier.FactForm;
import mainstay.dossier.FactValue;
import mainstay.dossier.Field;
import mainstay.dossier.FieldKind;
import mainstay.dossier.KnownFields;
import mainstay.dossier.exchange.Checked.State;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks at the rows of a file as their sender may write them now.
@Service
@Transactional(readOnly = true)
class FactChecks {

    private final KnownFields fields;
    private final JdbcClient database;
    private final Texts texts;
    private final Clock clock;

    FactChecks(KnownFields fields, JdbcClient database, Texts texts, Clock clock) {
        this.fields = fields;
        this.database = database;
        this.texts = texts;
        this.clock = clock;
    }

    /// An account that the sender sees.
    private record Target(long id, int level) {}

    /// By what an observation is known again.
    private record Observation(
            long account, long field, String value, LocalDate on, String source, String confidence) {}

    /// Where a value stands on a day.
    private record Place(long account, long field, LocalDate on) {}

    List<Checked> of(List<SentFact> rows) {
        Map<String, Target> accounts =
                accounts(rows.stream().map(SentFact::account).collect(Collectors.toSet()));
        Known known = known(accounts.values());
        Map<String, Field> named = named();
        List<Checked> checked = new ArrayList<>();
        for (SentFact row : rows) {
            checked.add(check(row, accounts.get(row.account()), named.get(plain(row.field())), known));
        }
        return checked;
    }

    private Checked check(SentFact row, @Nullable Target account, @Nullable Field field, Known known) {
        if (row.fault() != null) {
            return Checked.bad(row, Text.of(row.fault(), row.args().toArray()));
        }
        if (account == null) {
            return Checked.bad(row, Text.of("factFile.noAccount", row.account()));
        }
        if (field == null) {
            return Checked.bad(row, Text.of("factFile.noField", row.field()));
        }
        if (field.isRead()) {
            return Checked.bad(row, Text.of("archive.wrong.read"));
        }
        if (account.level() < field.writing().number()) {
            return Checked.bad(row, Text.of("archive.mayNotWrite"));
        }
        FactForm form = form(row, field);
        Map<String, Text> refusals = form.refusals(field, LocalDate.now(clock));
        if (!refusals.isEmpty()) {
            return Checked.bad(row, refusals.values().toArray(Text[]::new));
        }
        FactForm.Wish wish = form.wish(field);
        if (known.holds(observation(account.id(), field, wish))) {
            return new Checked(row, State.KNOWN, account.id(), field, wish, List.of());
        }
        if (!known.take(account.id(), field, wish)) {
            return Checked.bad(row, Text.of("factFile.twice", wish.observedOn()));
        }
        State state = known.isLate(account.id(), field, wish.observedOn()) ? State.LATE : State.NEW;
        return new Checked(row, state, account.id(), field, wish, List.of());
    }

    private FactForm form(SentFact row, Field field) {
        String value = field.kind() == FieldKind.YES_NO ? yesOrNo(row.value()) : row.value();
        return new FactForm(value, row.source(), row.observedOn(), confidence(row.confidence()), "");
    }

    private String yesOrNo(String written) {
        return List.of("yes", "no").stream()
                .filter(word -> isCalled("archive.say." + word, written))
                .findFirst()
                .orElse(written);
    }

    private String confidence(String written) {
        if (written.isBlank()) {
            return Confidence.REPORTED.code();
        }
        return Arrays.stream(Confidence.values())
                .filter(one -> isCalled(one.key(), written) || one.code().equalsIgnoreCase(written))
                .map(Confidence::code)
                .findFirst()
                .orElse(written);
    }

    private boolean isCalled(String key, String written) {
        return Texts.LANGUAGES.stream()
                .anyMatch(language -> plain(texts.get(language, key)).equals(plain(written)));
    }

    /// By code, by the firm's own name, and by what Mainstay calls them in its languages; those in use first.
    private Map<String, Field> named() {
        Map<String, Field> named = new HashMap<>();
        for (Field field : fields.all()) {
            if (!field.retired()) {
                named.putIfAbsent(plain(field.code()), field);
                Texts.LANGUAGES.forEach(
                        language -> named.putIfAbsent(plain(texts.get(language, field.labelKey())), field));
            }
        }
        return named;
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private Map<String, Target> accounts(Set<String> codes) {
        Map<String, Target> found = new HashMap<>();
        database.sql("""
                        select c.code, a.id, coalesce(accounts.pub_level(a.id), 0) as level
                        from unnest(:codes) c(code)
                        join accounts.pub_card a on a.code = c.code
                        """).param("codes", codes.toArray(String[]::new)).query(row -> {
            found.put(row.getString("code"), new Target(row.getLong("id"), row.getInt("level")));
        });
        return found;
    }

    private Known known(Collection<Target> accounts) {
        Known known = new Known();
        database.sql("""
                        select f.account_id, f.field_id, f.word, f.figure, f.day, f.observed_on, f.source, f.confidence, f.current
                        from dossier.fact f where f.account_id = any(:accounts)
                        """)
                .param("accounts", accounts.stream().map(Target::id).toArray(Long[]::new))
                .query(row -> {
                    LocalDate on = Objects.requireNonNull(Sql.date(row, "observed_on"));
                    known.add(
                            new Observation(
                                    row.getLong("account_id"),
                                    row.getLong("field_id"),
                                    written(new FactValue(
                                            row.getString("word"), row.getBigDecimal("figure"), Sql.date(row, "day"))),
                                    on,
                                    row.getString("source"),
                                    row.getString("confidence")),
                            row.getBoolean("current"));
                });
        return known;
    }

    private static Observation observation(long account, Field field, FactForm.Wish wish) {
        return new Observation(
                account,
                field.id(),
                written(wish.value()),
                wish.observedOn(),
                wish.source(),
                wish.confidence().code());
    }

    private static String written(FactValue value) {
        BigDecimal figure = value.figure();
        return figure == null ? value.plain() : figure.stripTrailingZeros().toPlainString();
    }

    /// What the archive holds, and what the rows before added to it.
    private static final class Known {

        private final Set<Observation> observations = new HashSet<>();
        private final Map<Place, LocalDate> newest = new HashMap<>();
        private final Set<Place> taken = new HashSet<>();

        void add(Observation one, boolean current) {
            observations.add(one);
            if (current) {
                newest.put(new Place(one.account(), one.field(), LocalDate.MIN), one.on());
            }
        }

        boolean holds(Observation one) {
            return observations.contains(one);
        }

        /// False where the file says something else of this day already.
        boolean take(long account, Field field, FactForm.Wish wish) {
            if (!taken.add(new Place(account, field.id(), wish.observedOn()))) {
                return false;
            }
            observations.add(observation(account, field, wish));
            return true;
        }

        boolean isLate(long account, Field field, LocalDate on) {
            LocalDate standing = newest.get(new Place(account, field.id(), LocalDate.MIN));
            return standing != null && standing.isAfter(on);
        }
    }
}
