package mainstay.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import mainstay.shared.Problem;
import mainstay.shared.WorkSource;
import mainstay.shared.WorkSource.Work;
import mainstay.workbench.Today.Away;
import mainstay.workbench.Today.Cut;
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

    /// All that one rule asks for, as far as it is counted.
    @Transactional(readOnly = true)
    public Today ofRule(String rule) {
        if (sources.stream().noneMatch(source -> source.rules().contains(rule))) {
            throw new Problem.NotFound("rules.unknown", rule);
        }
        Map<Key, Work> own = own();
        own.keySet().removeIf(key -> !key.rule().equals(rule));
        List<Cut> cuts = cut(own, all -> WorkSource.COUNTED);
        List<Handed> asked = handed.toMe().stream()
                .filter(one -> own.containsKey(Key.of(one)))
                .toList();
        return today(own, handed.byMe(), asked, cuts);
    }

    /// The same, once what this person gave away and no rule asks for any more is closed. Of a rule with more entries
    /// than are counted some are left out, so that what is not among them may stand all the same.
    public Today morning() {
        Map<Key, Work> own = own();
        Map<String, Long> ofRule = byRule(own);
        List<Handed> given = handed.byMe();
        given.stream()
                .filter(one -> !one.done() && !own.containsKey(Key.of(one)))
                .filter(one -> ofRule.getOrDefault(one.rule(), 0L) <= WorkSource.COUNTED)
                .forEach(one -> handed.settled(one.id()));
        return today(own, given);
    }

    private static Map<String, Long> byRule(Map<Key, Work> own) {
        return own.keySet().stream().collect(Collectors.groupingBy(Key::rule, Collectors.counting()));
    }

    private Today today(Map<Key, Work> own, List<Handed> gave) {
        Map<String, Integer> most = new HashMap<>();
        sources.forEach(source -> source.rules().forEach(rule -> most.put(rule, source.told())));
        return today(own, gave, handed.toMe(), cut(own, rule -> most.getOrDefault(rule, Integer.MAX_VALUE)));
    }

    /// Leaves of each rule so many entries as are told.
    ///
    /// @return the rules of which some were left out
    private static List<Cut> cut(Map<Key, Work> own, ToIntFunction<String> most) {
        List<Cut> cuts = byRule(own).entrySet().stream()
                .filter(rule -> rule.getValue() > most.applyAsInt(rule.getKey()))
                .map(rule -> Cut.of(rule.getKey(), most.applyAsInt(rule.getKey()), rule.getValue()))
                .sorted(Comparator.comparing(Cut::rule))
                .toList();
        Map<String, Integer> seen = new HashMap<>();
        own.keySet().removeIf(key -> seen.merge(key.rule(), 1, Integer::sum) > most.applyAsInt(key.rule()));
        return cuts;
    }

    private Today today(Map<Key, Work> own, List<Handed> gave, List<Handed> asked, List<Cut> cuts) {
        LocalDate today = LocalDate.now(clock);
        Map<Key, WorkState> said = states.own().stream()
                .collect(Collectors.toMap(state -> new Key(state.rule(), state.subject()), state -> state));
        Map<Key, Handed> given = gave.stream().collect(Collectors.toMap(one -> Key.of(one), one -> one));
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
                asked.stream().filter(one -> own.containsKey(Key.of(one))).toList(),
                cuts);
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
