package mainstay.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mainstay.shared.WorkSource;
import mainstay.shared.WorkSource.Work;
import mainstay.workbench.Today.Away;
import mainstay.workbench.Today.Group;
import mainstay.workbench.rule.WorkRule;
import mainstay.workbench.rule.WorkRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what all rules and colleagues ask of the person for whom this runs, and remembers what was said about it.
@Service
@Transactional
public class TodayDesk {

    static final int LONGEST_SNOOZE = 90;
    static final int LONGEST_REASON = 200;

    /// No rule tells fewer entries than these where it leaves some out.
    static final int FEWEST_CUT = 10;

    private final List<WorkSource> sources;
    private final WorkRules rules;
    private final WorkStates states;
    private final HandedWork handed;
    private final Clock clock;

    TodayDesk(List<WorkSource> sources, WorkRules rules, WorkStates states, HandedWork handed, Clock clock) {
        this.sources = sources;
        this.rules = rules;
        this.states = states;
        this.handed = handed;
        this.clock = clock;
    }

    private record Key(String rule, String subject) {

        static Key of(Work work) {
            return new Key(work.rule(), work.subject());
        }

        static Key of(Handed handed) {
            return new Key(handed.rule(), handed.subject());
        }
    }

    @Transactional(readOnly = true)
    public Today today() {
        return today(own(), handed.byMe());
    }

    /// The same, once what this person gave away and no rule asks for any more is closed. A rule with so many
    /// entries may have left some out, so that what is not among them may stand all the same.
    public Today morning() {
        Map<Key, Work> own = own();
        Map<String, Long> ofRule =
                own.keySet().stream().collect(Collectors.groupingBy(Key::rule, Collectors.counting()));
        List<Handed> given = handed.byMe();
        given.stream()
                .filter(one -> !one.done() && !own.containsKey(Key.of(one)))
                .filter(one -> ofRule.getOrDefault(one.rule(), 0L) < FEWEST_CUT)
                .forEach(one -> handed.settled(one.id()));
        return today(own, given);
    }

    private Today today(Map<Key, Work> own, List<Handed> gave) {
        LocalDate today = LocalDate.now(clock);
        Map<Key, WorkState> said = states.own().stream()
                .collect(Collectors.toMap(state -> new Key(state.rule(), state.subject()), state -> state));
        Map<Key, Handed> given = gave.stream().collect(Collectors.toMap(one -> Key.of(one), one -> one));
        List<Handed> asked = handed.toMe();
        List<Work> waiting = new ArrayList<>();
        List<Away> away = new ArrayList<>();
        for (Work work : with(own, asked)) {
            Key key = Key.of(work);
            WorkState state = said.get(key);
            if (state != null && state.keepsAway(work, today) && (state.handedTo() == null || given.containsKey(key))) {
                away.add(new Away(work, state, given.get(key)));
            } else {
                waiting.add(work);
            }
        }
        return new Today(
                Group.of(waiting),
                away,
                asked.stream().filter(one -> own.containsKey(Key.of(one))).toList());
    }

    /// The rules whose entries are told within the application only.
    Set<String> rulesInside() {
        return sources.stream()
                .filter(WorkSource::staysInside)
                .flatMap(source -> source.rules().stream())
                .collect(Collectors.toSet());
    }

    /// Which entries of the own list are told within the application only, also where a colleague handed them on.
    @Transactional(readOnly = true)
    public Predicate<Work> staysInside() {
        Set<String> inside = rulesInside();
        Set<String> given = handed.toMe().stream()
                .filter(one -> inside.contains(one.rule()))
                .map(one -> String.valueOf(one.id()))
                .collect(Collectors.toSet());
        return work ->
                inside.contains(work.rule()) || (work.rule().equals(HandedWork.RULE) && given.contains(work.subject()));
    }

    /// What the rules ask. Two rules may find the same thing under one name; it is shown once.
    private Map<Key, Work> own() {
        Map<String, WorkRule> changed = rules.changed();
        Map<Key, Work> found = new LinkedHashMap<>();
        sources.stream()
                .filter(source -> source.rules().stream().anyMatch(rule -> isOn(changed.get(rule))))
                .flatMap(source -> source.work().stream())
                .filter(work -> WorkRules.let(changed, work))
                .forEach(work -> found.putIfAbsent(Key.of(work), work));
        return found;
    }

    private static boolean isOn(@Nullable WorkRule rule) {
        return rule == null || rule.on();
    }

    /// What a colleague asks for stands by itself only where it is not on the own list anyway.
    private Collection<Work> with(Map<Key, Work> own, List<Handed> asked) {
        List<Work> all = new ArrayList<>(own.values());
        asked.stream()
                .filter(one -> !own.containsKey(Key.of(one)))
                .forEach(one -> all.add(HandedWork.work(one, clock.getZone())));
        return all;
    }

    /// @return the entry that was done; nothing where no rule asks for it
    public Optional<Work> done(String rule, String subject) {
        Optional<Work> work = known(rule, subject);
        work.ifPresent(found -> {
            states.keepDone(found, clock.instant());
            handed.done(rule, subject);
        });
        return work;
    }

    public Optional<Work> snooze(String rule, String subject, int days, String reason) {
        Optional<Work> work = known(rule, subject);
        LocalDate until = LocalDate.now(clock).plusDays(days);
        work.ifPresent(found -> {
            handed.takenBack(rule, subject);
            states.keepSnoozed(found, until, reason, clock.instant());
        });
        return work;
    }

    public void reopen(String rule, String subject) {
        handed.takenBack(rule, subject);
        states.forget(rule, subject);
    }

    /// Also what is away already: who presses twice means it once.
    Optional<Work> known(String rule, String subject) {
        Map<Key, Work> own = own();
        return with(own, handed.toMe()).stream()
                .filter(work -> Objects.equals(Key.of(work), new Key(rule, subject)))
                .findFirst();
    }
}
