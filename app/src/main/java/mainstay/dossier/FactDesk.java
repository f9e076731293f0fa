package mainstay.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mainstay.accounts.AccountCard;
import mainstay.dossier.Fact.Retirement;
import mainstay.dossier.FactForm.Wish;
import mainstay.dossier.FactOutcome.Kept;
import mainstay.dossier.FactOutcome.Overtaken;
import mainstay.dossier.FactOutcome.Refused;
import mainstay.identity.Acting;
import mainstay.shared.HarmlessText;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes facts down, confirms them anew and takes them back. Whoever saw something else than what stands by
/// now is shown it first.
@Service
@Transactional
public class FactDesk {

    private static final int LONGEST_REASON = 500;

    private final Fields fields;
    private final Facts facts;
    private final Evidence evidence;
    private final Clock clock;

    FactDesk(Fields fields, Facts facts, Evidence evidence, Clock clock) {
        this.fields = fields;
        this.facts = facts;
        this.evidence = evidence;
        this.clock = clock;
    }

    public FactOutcome record(AccountCard account, String code, FactForm form) {
        Field field = writable(account, code);
        LocalDate today = LocalDate.now(clock);
        Map<String, Text> refusals = form.refusals(field, today);
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        facts.hold(account.id());
        Fact standing = standing(account.id(), field).orElse(null);
        if (!isSeen(standing, form.of("seen"))) {
            return new Overtaken(standing);
        }
        Wish wish = form.wish(field);
        return new Kept(add(
                account.id(),
                field.id(),
                new Observation(wish.value(), wish.source(), wish.observedOn(), wish.confidence())));
    }

    /// The same value observed today.
    public FactOutcome reconfirm(AccountCard account, String code, String seen) {
        Field field = writable(account, code);
        facts.hold(account.id());
        Fact standing = standing(account.id(), field).orElse(null);
        if (standing == null || !isSeen(standing, seen)) {
            return new Overtaken(standing);
        }
        return new Kept(again(account.id(), standing));
    }

    /// A field that the reader may write.
    ///
    /// @param standing null where something else stands than was seen
    record Seen(Field field, @Nullable Fact standing) {}

    @Transactional(readOnly = true)
    public Seen seen(AccountCard account, String code, String seen) {
        Field field = writable(account, code);
        return new Seen(
                field,
                standing(account.id(), field).filter(fact -> isSeen(fact, seen)).orElse(null));
    }

    /// Of many at once those that still stand and that the reader may write.
    ///
    /// @param seen numbers of facts
    /// @return how many were confirmed
    int reconfirmAll(List<Long> seen) {
        Map<Long, List<Facts.Place>> byAccount = facts.places(seen).stream()
                .collect(Collectors.groupingBy(Facts.Place::account, TreeMap::new, Collectors.toList()));
        Map<Long, Field> known = fields.all().stream().collect(Collectors.toMap(Field::id, field -> field));
        int confirmed = 0;
        for (Map.Entry<Long, List<Facts.Place>> one : byAccount.entrySet()) {
            facts.hold(one.getKey());
            Facts.Reach reach = facts.reach(one.getKey());
            for (Facts.Place place : one.getValue()) {
                Optional<Fact> standing = Optional.ofNullable(known.get(place.field()))
                        .filter(reach::lets)
                        .flatMap(field -> standing(one.getKey(), field))
                        .filter(fact -> fact.id() == place.fact());
                standing.ifPresent(fact -> again(one.getKey(), fact));
                confirmed += standing.isPresent() ? 1 : 0;
            }
        }
        return confirmed;
    }

    /// Takes back what stands: its place is empty until something is observed.
    ///
    /// @param reason why it was never true, or nobody can vouch for it
    public FactOutcome retire(AccountCard account, String code, String seen, @Nullable String reason) {
        Field field = writable(account, code);
        String because = reason == null ? "" : reason.strip();
        if (because.isEmpty() || because.length() > LONGEST_REASON) {
            return new Refused(Map.of("reason", Text.of("archive.wrong.reason", LONGEST_REASON)));
        }
        if (!HarmlessText.is(because)) {
            return new Refused(Map.of("reason", Text.of("archive.wrong.harmful")));
        }
        facts.hold(account.id());
        Fact standing = standing(account.id(), field).orElse(null);
        if (standing == null || !isSeen(standing, seen)) {
            return new Overtaken(standing);
        }
        facts.retire(
                standing.id(), new Retirement(clock.instant(), Acting.actor().name(), because));
        return new Kept(standing);
    }

    private record Observation(FactValue value, String source, LocalDate on, Confidence confidence) {}

    private Fact again(long account, Fact standing) {
        Fact anew = add(
                account,
                standing.fieldId(),
                new Observation(standing.value(), standing.source(), LocalDate.now(clock), standing.confidence()));
        evidence.carry(standing.id(), anew.id());
        return anew;
    }

    private Fact add(long account, long field, Observation observed) {
        return facts.add(new Facts.Entry(
                account,
                field,
                observed.value(),
                observed.source(),
                observed.on(),
                observed.confidence(),
                Acting.actor().name(),
                clock.instant()));
    }

    private Optional<Fact> standing(long account, Field field) {
        return facts.current(account, field.id()).filter(fact -> fact.retired() == null);
    }

    private static boolean isSeen(@Nullable Fact standing, String seen) {
        return seen.strip().equals(standing == null ? "" : String.valueOf(standing.id()));
    }

    private Field writable(AccountCard account, String code) {
        Field field = fields.byCode(code).orElseThrow(() -> new Problem.NotFound("archive.unknownField", code));
        if (field.isRead()) {
            throw new Problem.Invalid("archive.wrong.read");
        }
        if (field.retired()) {
            throw new Problem.Invalid("archive.retiredField");
        }
        if (!facts.reach(account.id()).lets(field)) {
            throw new Problem.Forbidden("archive.mayNotWrite");
        }
        return field;
    }
}
