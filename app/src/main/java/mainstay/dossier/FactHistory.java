package mainstay.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.activity.Timeline.Entry;
import mainstay.activity.TimelineSource;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells from the facts themselves which value followed which, so that nobody reads in a timeline what the
/// archive would not show.
@Component
@Transactional(readOnly = true)
class FactHistory implements TimelineSource {

    private static final int LONGEST = 120;
    private static final Comparator<Fact> NEWEST =
            Comparator.comparing(Fact::observedOn).thenComparingLong(Fact::id);

    private final Fields fields;
    private final Facts facts;
    private final FactCurrency currency;
    private final ReadLog log;

    FactHistory(Fields fields, Facts facts, FactCurrency currency, ReadLog log) {
        this.fields = fields;
        this.facts = facts;
        this.currency = currency;
        this.log = log;
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void opening(long accountId, @Nullable Instant after) {
        Set<Long> told = facts.all(accountId).stream()
                .filter(fact -> after == null || fact.isNews(after))
                .map(Fact::fieldId)
                .collect(Collectors.toSet());
        List<Field> shown = told.isEmpty()
                ? List.of()
                : fields.all().stream()
                        .filter(field -> told.contains(field.id()) && isTold(field))
                        .toList();
        Look.of(accountId, "timeline", shown, null).ifPresent(look -> log.note(List.of(look)));
    }

    @Override
    public List<Entry> of(long accountId) {
        Map<Long, List<Fact>> byField = facts.all(accountId).stream().collect(Collectors.groupingBy(Fact::fieldId));
        if (byField.isEmpty()) {
            return List.of();
        }
        Map<Long, Field> known = fields.all().stream().collect(Collectors.toMap(Field::id, field -> field));
        return byField.entrySet().stream()
                .flatMap(one -> Optional.ofNullable(known.get(one.getKey())).filter(FactHistory::isTold).stream()
                        .flatMap(field -> told(accountId, field, one.getValue()).stream()))
                .toList();
    }

    /// A timeline goes along in briefs, onto paper and to programs: what is personal stays in the archive.
    private static boolean isTold(Field field) {
        return field.sensitivity() != Level.PERSONAL;
    }

    @Override
    public List<Entry> of(long accountId, Instant after) {
        return facts.moved(accountId, after) ? TimelineSource.super.of(accountId, after) : List.of();
    }

    /// @param observed in the order in which they were written down
    private List<Entry> told(long account, Field field, List<Fact> observed) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < observed.size(); i++) {
            Fact fact = observed.get(i);
            Optional<Fact> before = observed.subList(0, i).stream().max(NEWEST);
            boolean late = before.isPresent() && NEWEST.compare(before.get(), fact) > 0;
            String was = before.filter(one -> one.holdsAt(fact.recordedAt()))
                    .map(one -> shown(field, one))
                    .orElse("");
            String kind = late ? "factLate" : was.equals(shown(field, fact)) ? "factReconfirmed" : "factChanged";
            entries.add(Entry.told(
                    account, fact.recordedBy(), kind, detail(field, late ? "" : was, fact), fact.recordedAt()));
            Fact.Retirement retired = fact.retired();
            if (retired != null) {
                Map<String, String> detail = new HashMap<>(detail(field, retired.because(), fact));
                entries.add(Entry.told(account, retired.by(), "factRetired", detail, retired.at()));
            }
        }
        return entries;
    }

    private Map<String, String> detail(Field field, String was, Fact fact) {
        boolean words = field.kind() == FieldKind.YES_NO;
        return Map.of(
                "textField",
                field.labelKey(),
                words ? "textWas" : "was",
                was,
                words ? "textZNow" : "zNow",
                shown(field, fact));
    }

    /// Days are left to the timeline, which writes them as readers do; other text keeps its own direction.
    private String shown(Field field, Fact fact) {
        String plain = fact.value().plain();
        return switch (field.kind()) {
            case YES_NO -> "archive.say." + plain;
            case DATE -> plain;
            case MONEY, NUMBER -> currency.shown(field, fact);
            default -> "\u2068" + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain) + "\u2069";
        };
    }
}
